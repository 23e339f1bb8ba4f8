### On the map, and in the line under it.

map-name = Map of the Sahel
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-home = Show the whole theatre
# $number (number), $place (text), $kind (text): what a screen reader says of a pin.
pin-name = { $number }. { $place }, { $kind }
pin-name-unnumbered = { $place }, { $kind }
pin-name-context = { $place }, context
# $distance, $place (text): in the arrow to a pin that is off the map.
offmap-distance = { $distance } from { $place }

status-nearest = nearest border:
# $border (text): "Algeria–Mali"; $distance (text).
nearest-border = nearest border: { $border }, { $distance }
# $first, $second (text): countries on the two sides.
border-between = { $first }–{ $second }
status-model = { -wgs84 } ellipsoid
# $zoom (number)
status-zoom = zoom { $zoom }
status-copy = Copy the position under the pointer

layer-relief = Relief
layer-borders = Borders
layer-regions = Regions
layer-water = Water
layer-towns = Towns
layer-labels = Names
layer-pins = Pins
layer-distances = Distances to the borders
layers-heading = What the map shows
layers-legend = Legend
legend-vague = Ring: somewhere within it
legend-context = Hollow pin: context, not in the article
legend-disputed = Dashed line: not agreed
