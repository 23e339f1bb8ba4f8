### On the map, and in the line under it.

map-name = Map of the Sahel
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-home = Show the whole theatre
map-fit-pins = Show all pins
map-back = Back to the view before
map-forward = Forward to the next view
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

legend-vague = Ring: somewhere within it
legend-context = Hollow pin: context, not in the article
legend-disputed = Dashed line: not agreed
