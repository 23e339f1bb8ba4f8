### Longueurs, azimuts et positions. Une espace insécable tient ensemble le nombre et l’unité.

length-km = { $figure }{ "\u00A0" }km
length-mi = { $figure }{ "\u00A0" }mi
length-nm = { $figure }{ "\u00A0" }NM

distance-about = environ { $distance }

bearing = { $figure }{ "\u00A0" }{ $point }
coordinate-north = { $figure }{ "\u00A0" }N
coordinate-south = { $figure }{ "\u00A0" }S
coordinate-east = { $figure }{ "\u00A0" }E
coordinate-west = { $figure }{ "\u00A0" }O
coordinates = { $latitude }, { $longitude }

## Rose des vents

compass-n = N
compass-nne = NNE
compass-ne = NE
compass-ene = ENE
compass-e = E
compass-ese = ESE
compass-se = SE
compass-sse = SSE
compass-s = S
compass-ssw = SSO
compass-sw = SO
compass-wsw = OSO
compass-w = O
compass-wnw = ONO
compass-nw = NO
compass-nnw = NNO

compass-n-words = nord
compass-nne-words = nord-nord-est
compass-ne-words = nord-est
compass-ene-words = est-nord-est
compass-e-words = est
compass-ese-words = est-sud-est
compass-se-words = sud-est
compass-sse-words = sud-sud-est
compass-s-words = sud
compass-ssw-words = sud-sud-ouest
compass-sw-words = sud-ouest
compass-wsw-words = ouest-sud-ouest
compass-w-words = ouest
compass-wnw-words = ouest-nord-ouest
compass-nw-words = nord-ouest
compass-nnw-words = nord-nord-ouest
