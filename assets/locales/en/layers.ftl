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
layer-features = Mountains, deserts, rivers, seas
layer-borders = Borders
layer-regions = Regions
layer-graticule = Graticule
layer-water = Water

menu-name = Menu of the map
menu-open = Open the card
menu-copy = Copy the coordinates
menu-measure = Measure from here
menu-center = Centre here
