### La liste des raccourcis, et ce qui est écrit sur les touches.

shortcuts-heading = Raccourcis clavier
shortcuts-program = Programme
shortcuts-map = Carte
shortcuts-texts = Textes

shortcut-larger = Agrandir le texte
shortcut-smaller = Réduire le texte
shortcut-usual-size = Rétablir la taille du texte
shortcut-close = Fermer ce qui a été ouvert en dernier
shortcut-next-control = Élément ou épingle suivant
shortcut-previous-control = Élément ou épingle précédent
shortcut-press = Activer l’élément sélectionné
shortcut-move = Déplacer la carte
shortcut-zoom-at = Zoomer autour du pointeur
shortcut-word = Sélectionner un mot
shortcut-paragraph = Sélectionner un paragraphe
shortcut-extend = Étendre ou réduire la sélection

## Sur les touches

keycap-ctrl = Ctrl
keycap-command = Cmd
keycap-shift = Maj
keycap-alt = Alt
keycap-escape = Échap
keycap-home = Début
keycap-page-up = Page préc.
keycap-page-down = Page suiv.
keycap-tab = Tab
keycap-enter = Entrée
keycap-delete = Suppr
keycap-backspace = Retour arrière
keycap-space = Espace
keycap-arrows = flèches
keycap-shift-arrows = { keycap-shift }+flèches
keycap-drag = glisser
keycap-wheel = molette
keycap-double-click = double clic
keycap-triple-click = triple clic
keycap-shift-drag = { keycap-shift } + glisser
keycap-right-button = bouton droit
shortcut-box = Agrandir un cadre
shortcut-menu = Menu de la carte ou d’une épingle
