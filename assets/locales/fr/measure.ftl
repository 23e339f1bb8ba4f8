### L’instrument : sondes, règles et cercles, et l’onglet qui donne leurs chiffres.

measure-tool = Outil
measure-tool-probe = Sonde
measure-tool-ruler = Règle
measure-tool-circle = Cercle
measure-probe-number = Sonde { $number }
measure-ruler-number = Règle { $number }
measure-circle-number = Cercle { $number }
measure-name = Nom

measure-probe-hint = Cliquez sur la carte pour poser une sonde. Elle reste, et on peut la déplacer.
measure-ruler-hint = Cliquez sur la carte à chaque angle. Entrée ou un double clic termine la règle, Retour arrière reprend un angle.
measure-circle-hint = Cliquez sur le centre, puis là où le cercle doit passer.
measure-position = Position
measure-position-hint = Saisir ou coller une position
measure-not-a-position = Ce n’est pas une position. Écrivez 18.4435, 1.4092 ou 18°26′36″ N 1°24′33″ E ou une référence MGRS.

measure-heading = Distance sous le pointeur
measure-hint = Déplacez le pointeur sur la carte{ "\u00A0" }: la distance à chaque frontière le suit.
measure-list = Sur la carte
measure-all = Toutes les mesures
measure-show = Montrer sur la carte
measure-delete = Supprimer
measure-delete-all = Tout supprimer
measure-copy = Copier en
measure-copy-text = Texte
measure-copy-json = JSON
measure-copy-geojson = GeoJSON
measure-handle = { $name }, point { $number }

measure-total = Longueur totale
measure-legs = Segments
measure-radius = Rayon
measure-not-a-length = Ce n’est pas une longueur. Écrivez un nombre comme 19,3{ "\u202F" }; l’unité est celle choisie.
measure-centre = Centre
measure-borders-inside = Frontières dans le cercle
measure-no-border-inside = Aucune frontière des quatre pays ne passe ici.
measure-leg-total = { $leg } · total { $total }

measure-line = { $what }{ "\u00A0" }: { $figure }
measure-circle-about = { $radius } autour de { $position }
measure-from-to = { $from } → { $to }

shortcut-measure = Mesurer, ou cesser de mesurer
shortcut-measure-finish = Terminer la règle ou le cercle
shortcut-measure-back = Reprendre le dernier angle
shortcut-measure-delete = Supprimer la mesure choisie
