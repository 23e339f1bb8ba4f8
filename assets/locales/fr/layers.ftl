### Ce que la carte dessine : l’onglet des couches, et le menu de la carte.

layers-base = Fond
layers-relief = Relief
layers-tints = Couleurs des quatre pays
layers-shown = Affiché sur la carte
layers-order = Ce qui est plus haut dans la liste se dessine par-dessus le reste.
layers-legend = Légende
layers-reset = Comme au départ

layer-overview = Carte d’ensemble
layer-pins = Lieux de l’article
layer-distances = Distances
layer-towns = Localités
layer-airports = Aéroports
layer-features = Montagnes, déserts, cours d’eau, mers
layer-borders = Frontières
layer-regions = Régions
layer-graticule = Graticule
layer-water = Eaux

menu-name = Menu de la carte
menu-open = Ouvrir la fiche
menu-country = Ouvrir la fiche du pays
menu-copy = Copier les coordonnées
menu-measure = Mesurer d’ici
menu-center = Centrer ici

## Le fond de la carte

base-name = Fond de la carte
base-relief = Relief
base-plain = Uni
base-none = Aucun
base-open = Ouvrir un fichier de carte…
base-path = Chemin d’un fichier de carte
base-path-hint = Ou collez un chemin, puis Entrée
base-path-wrong = Ce n’est pas un chemin sur cet ordinateur. Écrivez par exemple ~/cartes/mali.pmtiles.
base-opening = Ouverture…
base-files = Archives cartographiques (PMTiles, MBTiles)
base-about = { $source } · zooms { $first } à { $last }
base-forget = Retirer { $name } de la liste
base-forget-short = Retirer de la liste
drop-base = Déposez pour en faire le fond de la carte
drop-other = Seuls les fichiers .pmtiles et .mbtiles peuvent servir de fond
