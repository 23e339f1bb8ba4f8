### Ce qu’écrit la ligne de commande.

command-at = Position { $position }
command-column-country = Frontière de
command-column-km = km
command-column-mi = miles
command-column-bearing = Azimut
command-column-side = Côté
command-column-nearest = Point le plus proche

## Erreurs : quoi, où, que faire

error-position = Position { $position } : écrivez LATITUDE,LONGITUDE en degrés, par exemple 18.44345,1.40921.
error-latitude = La latitude { $value } est hors de -90 à 90. La latitude vient d’abord : 18.44345,1.40921.
error-longitude = La longitude { $value } est hors de -180 à 180.
error-view = Vue { $value } : écrivez LATITUDE,LONGITUDE,ZOOM, par exemple 18.44,1.41,7.
error-view-outside = La vue { $value } est hors de la carte : latitude de { $south } à { $north }, longitude de { $west } à { $east }.
error-view-zoom = Le zoom { $value } est hors de { $least } à { $most }.
error-scene = Il n’y a pas de scène { $value }{ "\u00A0" }: donnez un numéro de 1 à { $count }.
error-size = Taille { $size } : écrivez LARGEURxHAUTEUR en pixels, chacune de { $least } à { $most }, par exemple 1920x1080.
error-exists = { $path } existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer.
error-write = Impossible d’écrire { $path } : { $problem }.
error-unused = { $value } ne sert pas à cette sous-commande. Retirez-le.
error-language = Langue { $value } inconnue : ar, fr ou en.
error-place = Aucun lieu { $value } dans ce dossier. Il contient : { $known }.
error-dossier-missing = Aucun dossier à { $path }. Indiquez le répertoire qui contient dossier.toml, ou un fichier .sahelmap.
error-dossier-unreadable = Le dossier { $path } est illisible : { $problem }. Corrigez le fichier.
error-picture = Impossible de créer le fichier : { $problem }.
error-draw = Impossible de dessiner l’image : { $problem }. Installez un pilote Vulkan ou OpenGL ; sous Debian, apt install mesa-vulkan-drivers.
error-window = La fenêtre ne peut s’ouvrir{ "\u00A0" }: { $problem }.
error-no-session = La fenêtre ne peut s’ouvrir{ "\u00A0" }: il n’y a pas de session graphique, ou elle ne répond pas. Lancez-la dans une session où DISPLAY ou WAYLAND_DISPLAY est défini{ "\u202F" }; export et distance s’en passent.
error-no-driver = La fenêtre ne peut s’ouvrir{ "\u00A0" }: aucun pilote graphique ne fonctionne ici ({ $problem }). Installez-en un pour Vulkan ou OpenGL, sous Debian mesa-vulkan-drivers et libgl1-mesa-dri{ "\u202F" }; distance s’en passe.
error-graphics-lost = Le périphérique graphique a été perdu ({ $problem }){ "\u202F" }; la fenêtre a dû se fermer. La session est conservée{ "\u00A0" }: relancez le programme.
error-crashed = La fenêtre s’est arrêtée à cause d’un défaut du programme. La session est conservée{ "\u00A0" }: relancez-le. Le rapport { $path } dit où est le défaut, et ne contient rien de vous.
error-crashed-untold = La fenêtre s’est arrêtée à cause d’un défaut du programme. La session est conservée{ "\u00A0" }: relancez-le. Aucun rapport n’a pu être écrit.

## Ce qu’écrit `check`

check-heading = { $dossier } · { PLURAL($count) ->
    [one] { $count } affirmation
    [many] { $count } d’affirmations
   *[other] { $count } affirmations
}
check-figure = { $head } – { $figure }
check-wrong = Le dossier contient { PLURAL($count) ->
    [one] { $count } erreur. Corrigez-la, puis vérifiez de nouveau.
    [many] { $count } d’erreurs. Corrigez-les, puis vérifiez de nouveau.
   *[other] { $count } erreurs. Corrigez-les, puis vérifiez de nouveau.
}
