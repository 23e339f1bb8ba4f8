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
export-window = Image, aussi grande qu’à l’écran
export-screen = Image, 1920 × 1080
export-fine-screen = Image, 3840 × 2160 (4K)
export-a4-landscape = A4 en paysage, 300 ppp
export-a4-portrait = A4 en portrait, 300 ppp
export-a3-landscape = A3 en paysage, 300 ppp
export-a3-portrait = A3 en portrait, 300 ppp
export-geojson = Lieux en GeoJSON
export-kml = Lieux en KML, pour Google Earth
export-dossier = Dossier avec ces scènes (.sahelmap)
export-csv = Lieux en tableau (CSV)
export-own = Image à la taille de votre choix
export-size-wrong = Écrivez des nombres entiers de { $least } à { $most }.
export-handout = Document de la présentation (PDF)
export-paper = Papier
export-a4 = A4
export-a3 = A3
export-stands = Orientation
export-upright = Portrait
export-across = Paysage
export-name = Nom du fichier
export-folder = Répertoire
export-choose = Choisir…
export-replace = Remplacer
export-keep-both = Garder les deux
export-preview = Aperçu
export-preview-making = Dessin de l’aperçu…
export-preview-failed = Aucun aperçu possible ({ $problem }).
export-preview-handout = Scènes{ "\u00A0" }: { $scenes }, chacune sur sa page{ "\u202F" }; les sources à la dernière page
export-preview-dossier = Tous les fichiers du dossier, avec { $scenes }{ "\u00A0" }scènes{ "\u202F" }; s’ouvre avec --dossier
export-preview-table = Lieux{ "\u00A0" }: { $rows }{ "\u202F" }; champs de chacun{ "\u00A0" }: { $columns }
export-copy = Copier une image de la carte
export-print = Imprimer la carte
export-part = Partie { $done } sur { $of }
export-stop = Arrêter
export-stopping = Arrêt…
export-making = Création du fichier…
