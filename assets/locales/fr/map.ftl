### Sur la carte, et dans la ligne au-dessous.

map-name = Carte du Sahel
map-zoom-in = Agrandir
map-zoom-out = Réduire
map-home = Afficher toute la zone
map-fit-pins = Afficher toutes les épingles
map-back = Revenir à la vue précédente
map-forward = Aller à la vue suivante
pin-name = { $number }. { $place }, { $kind }
pin-name-unnumbered = { $place }, { $kind }
pin-name-context = { $place }, contexte
offmap-distance = à { $distance } de { $place }

status-nearest = frontière la plus proche :
nearest-border = frontière la plus proche : { $border }, { $distance }
border-between = { $first } – { $second }
status-model = ellipsoïde { -wgs84 }
status-zoom = zoom { $zoom }
status-copy = Copier la position sous le pointeur

legend-vague = Anneau : quelque part à l’intérieur
legend-context = Épingle creuse : contexte, hors de l’article
legend-disputed = Tireté : tracé sans accord
