### What the map draws: the tab of the layers, and the menu of the map.

layers-base = Ground
layers-relief = Relief
layers-tints = Colours of the four countries
layers-shown = Shown on the map
layers-order = What stands higher here is drawn over what stands lower.
layers-legend = Legend
layers-reset = As at first

layer-overview = Overview map
layer-pins = Places of the article
layer-distances = Distances
layer-towns = Towns
layer-airports = Airports
layer-features = Mountains, deserts, rivers, seas
layer-borders = Borders
layer-regions = Regions
layer-graticule = Graticule
layer-water = Water

menu-name = Menu of the map
menu-open = Open the card
menu-country = Open the country’s card
menu-copy = Copy the coordinates
menu-measure = Measure from here
menu-center = Centre here

## What the map is drawn on

base-name = Base of the map
base-relief = Relief
base-plain = Plain
base-none = None
base-open = Open a map file…
base-path = Path of a map file
base-path-hint = Or paste a path, then Enter
base-path-wrong = This is no path on this computer. Write one such as ~/maps/mali.pmtiles.
base-opening = Opening…
base-files = Map archives (PMTiles, MBTiles)
# $source, $first, $last (text): whose data, and the zooms there are.
base-about = { $source } · zooms { $first } to { $last }
# $name (text)
base-forget = Take { $name } off the list
base-forget-short = Take off the list
drop-base = Drop to use as the map’s base
drop-other = Only .pmtiles and .mbtiles files can be the map’s base
