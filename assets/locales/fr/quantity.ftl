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

## Ce qui ne va pas dans une position saisie

error-sixtieths = Les minutes ou secondes { $value } doivent être inférieures à 60. Écrivez-les comme dans 18°26′36″ N.
error-signed = La position { $value } porte un signe moins et une lettre. N’écrivez que l’un des deux.
error-sides = Position { $value } : écrivez une latitude (N ou S) et une longitude (E ou O).
error-mgrs-zone = La zone MGRS { $value } est hors de 1 à 60.
error-mgrs-band = Le MGRS n’a pas de zone avec la bande { $value }. Écrivez une lettre de C à X après la zone, comme dans 31Q.
error-mgrs-square = Le MGRS n’a pas de carré { $value }. Vérifiez les lettres.
error-mgrs-figures = Chiffres MGRS { $value } : écrivez-en autant vers l’est que vers le nord, 5 au plus de chaque.

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
