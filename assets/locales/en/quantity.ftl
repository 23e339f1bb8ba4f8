### Lengths, bearings and positions. A figure and its unit are held together by a no-break space.

# $figure (text): a number, with its sign where it has one.
length-km = { $figure }{ "\u00A0" }km
length-mi = { $figure }{ "\u00A0" }mi
length-nm = { $figure }{ "\u00A0" }NM

# $distance (text)
distance-about = about { $distance }

# $figure (text): "067°"; $point (text): the letters of the compass.
bearing = { $figure }{ "\u00A0" }{ $point }
# $figure (text): "18.4435°".
coordinate-north = { $figure }{ "\u00A0" }N
coordinate-south = { $figure }{ "\u00A0" }S
coordinate-east = { $figure }{ "\u00A0" }E
coordinate-west = { $figure }{ "\u00A0" }W
# $latitude, $longitude (text)
coordinates = { $latitude }, { $longitude }

## Points of the compass

compass-n = N
compass-nne = NNE
compass-ne = NE
compass-ene = ENE
compass-e = E
compass-ese = ESE
compass-se = SE
compass-sse = SSE
compass-s = S
compass-ssw = SSW
compass-sw = SW
compass-wsw = WSW
compass-w = W
compass-wnw = WNW
compass-nw = NW
compass-nnw = NNW

compass-n-words = north
compass-nne-words = north-northeast
compass-ne-words = northeast
compass-ene-words = east-northeast
compass-e-words = east
compass-ese-words = east-southeast
compass-se-words = southeast
compass-sse-words = south-southeast
compass-s-words = south
compass-ssw-words = south-southwest
compass-sw-words = southwest
compass-wsw-words = west-southwest
compass-w-words = west
compass-wnw-words = west-northwest
compass-nw-words = northwest
compass-nnw-words = north-northwest
