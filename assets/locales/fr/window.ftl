### La fenêtre autour de la carte : panneaux, boutons, réglages et infobulles.
### Avant « : » et dans les guillemets, l’espace est insécable (U+00A0) ; avant « ; ? ! », fine (U+202F).

app-name = Carte du Sahel
window-title = { $dossier } · { app-name }

## Panneaux

panel-places = Lieux
panel-article = Article
panel-measure = Mesure
panel-edge = Bord du panneau
panel-layers = Couches
panel-scenes = Scènes

## Barre du haut

network-offline = { PLURAL($requests) ->
    [one] hors ligne · { $requests } requête
    [many] hors ligne · { $requests } de requêtes
   *[other] hors ligne · { $requests } requêtes
}
network-offline-hint = Rien ne sort de cet ordinateur : la carte, l’article et les mesures sont dans le programme.
action-export = Exporter
action-briefing = Présentation
action-settings = Réglages
hint-briefing = Présenter la carte en plein écran
hint-keys = { $action } ({ $keys })

## Actions

action-cancel = Annuler
action-close = Fermer
action-copied = Copié
action-dismiss-all = Tout masquer
action-open = Ouvrir…
action-panel = Afficher ou masquer le panneau
action-redo = Rétablir
action-undo = Annuler

## Réglages

settings-heading = Réglages
settings-language = Langue
settings-theme = Thème
settings-units = Unités
settings-coordinates = Coordonnées
settings-digits = Chiffres
settings-months = Noms des mois
settings-text-size = Taille du texte
settings-motion = Animations réduites
settings-second-names = Nom local ou arabe sous les noms de la carte
settings-arabic = En arabe
settings-online = Tuiles en ligne

theme-dark = Sombre
theme-light = Clair
theme-system = Comme le système
theme-contrast = Contraste élevé

language-ar = العربية
language-fr = Français
language-en = English

unit-km = km
unit-mi = mi
unit-nm = NM

coordinates-decimal = Degrés décimaux
coordinates-dms = Degrés, minutes, secondes
coordinates-mgrs = MGRS

digits-western = Occidentaux (0123)
digits-arabic-indic = Arabes orientaux (٠١٢٣)

months-standard = Janvier, février… (يناير، فبراير)
months-maghreb = À la maghrébine (جانفي، فيفري)

## Export

export-heading = Enregistrer la carte
export-width = Largeur
export-height = Hauteur
export-size = { $width } × { $height } pixels
export-drawing = Dessin de l’image…
export-overwrite = { $name } existe déjà. Le remplacer{ "\u202F" }?

# The folder of a KML file with a line from each place.
data-border-lines = Lignes vers la frontière la plus proche
