## La planche : une image finie

plate-as-of = Situation{ "\u00A0" }: { $date }
plate-scene = Scène { $number } sur { $count }
plate-places = Lieux, dans l’ordre de l’article
plate-place = { $place } ({ $marks })
plate-legend = Légende
plate-distances = Distance aux frontières
plate-bold = En gras{ "\u00A0" }: le lieu est à l’intérieur. Géodésiques, WGS84.
plate-sources = Sources{ "\u00A0" }: { $sources }
plate-projection = Projection de Mercator{ "\u202F" }; l’échelle est exacte à sa propre latitude.
plate-program = { $name } { $version }
plate-north = N

## L’enregistrement

export-save = Enregistrer
export-again = Enregistrer de nouveau, sous la même forme
export-around = Autour de la carte
export-plate = Titre, légende, sources
export-map-only = Rien
export-where = Enregistré dans votre dossier d’images{ "\u202F" }; un fichier présent n’est jamais remplacé.
export-window = Image, aussi grande qu’à l’écran
export-screen = Image, 1920 × 1080
export-fine-screen = Image, 3840 × 2160 (4K)
export-a4-landscape = A4 en paysage, 300 ppp
export-a4-portrait = A4 en portrait, 300 ppp
export-a3-landscape = A3 en paysage, 300 ppp
export-a3-portrait = A3 en portrait, 300 ppp
export-geojson = Lieux en GeoJSON
export-kml = Lieux en KML, pour Google Earth
export-csv = Lieux en tableau (CSV)
