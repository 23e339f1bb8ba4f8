### The window around the map: its panels, buttons, settings and hints.
### Variables are described where they are not plain; every language has the same ones.

app-name = Sahel Map
# $dossier (text): title of the open dossier.
window-title = { $dossier } · { app-name }

## Panels

panel-places = Places
panel-article = Article
panel-measure = Measure
panel-edge = Edge of the panel
panel-layers = Layers
panel-scenes = Scenes

## Top bar

# $requests (number): network requests since the start.
network-offline = { PLURAL($requests) ->
    [one] offline · { $requests } request
   *[other] offline · { $requests } requests
}
network-offline-hint = Nothing leaves this computer: the map, the article and the measuring are all in the program.
action-export = Export
action-briefing = Briefing
action-settings = Settings
hint-briefing = Show the map as a full-screen briefing
# $action (text): what is done; $keys (text): the shortcut.
hint-keys = { $action } ({ $keys })

## Actions

action-cancel = Cancel
action-close = Close
action-copied = Copied
action-dismiss-all = Dismiss all
action-open = Open…
action-panel = Show or hide the panel
action-redo = Redo
action-undo = Undo

## Settings

settings-heading = Settings
settings-language = Language
settings-theme = Theme
settings-units = Units
settings-coordinates = Coordinates
settings-digits = Digits
settings-months = Names of the months
settings-text-size = Text size
settings-motion = Reduced motion
settings-second-names = Local or Arabic name under names on the map
settings-arabic = In Arabic
settings-online = Online tiles

theme-dark = Dark
theme-light = Light
theme-system = Same as system
theme-contrast = High contrast

# A language calls itself by its own name everywhere.
language-ar = العربية
language-fr = Français
language-en = English

unit-km = km
unit-mi = mi
unit-nm = NM

coordinates-decimal = Decimal degrees
coordinates-dms = Degrees, minutes, seconds
coordinates-mgrs = MGRS

digits-western = Western (0123)
digits-arabic-indic = Arabic-Indic (٠١٢٣)

months-standard = January, February… (يناير، فبراير)
months-maghreb = As in the Maghreb (جانفي، فيفري)

## Export

export-heading = Save the map as a picture or data
export-width = Width
export-height = Height
# $width, $height (number): size in pixels.
export-size = { $width } × { $height } pixels
export-drawing = Drawing the picture…
# $name (text): of the file.
export-overwrite = { $name } is there already. Replace it?

# The folder of a KML file with a line from each place.
data-border-lines = Lines to the nearest border
