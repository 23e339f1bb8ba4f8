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

## What is wrong with a position that was typed

# $value (text): the part that is wrong.
error-sixtieths = Minutes or seconds { $value } are not below 60. Write them as in 18°26′36″ N.
error-signed = Position { $value } has a minus and a letter. Write one of them.
error-sides = Position { $value }: write one latitude (N or S) and one longitude (E or W).
error-mgrs-zone = MGRS zone { $value } is not from 1 to 60.
error-mgrs-band = MGRS has no zone with the band { $value }. Write a letter from C to X after the zone, as in 31Q.
# $value (text): zone, band and square.
error-mgrs-square = MGRS has no square { $value }. Check the letters.
error-mgrs-figures = MGRS figures { $value }: write as many for the easting as for the northing, at most 5 of each.

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
