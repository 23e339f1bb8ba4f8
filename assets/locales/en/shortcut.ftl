### The list of shortcuts, and what is written on the keys.

shortcuts-heading = Keyboard shortcuts
shortcuts-program = Program
shortcuts-map = Map
shortcuts-texts = Texts

shortcut-larger = Larger text
shortcut-smaller = Smaller text
shortcut-usual-size = Text of the usual size
shortcut-close = Close what was opened last
shortcut-next-control = Next control or pin
shortcut-previous-control = Previous control or pin
shortcut-press = Press it
shortcut-move = Move the map
shortcut-zoom-at = Zoom about the pointer
shortcut-word = Select a word
shortcut-paragraph = Select a paragraph
shortcut-extend = Select more or less

## On the keys

keycap-ctrl = Ctrl
keycap-command = Cmd
keycap-shift = Shift
keycap-escape = Esc
keycap-home = Home
keycap-page-up = Page Up
keycap-page-down = Page Down
keycap-tab = Tab
keycap-enter = Enter
keycap-space = Space
keycap-arrows = arrows
keycap-shift-arrows = { keycap-shift }+arrows
keycap-drag = drag
keycap-wheel = wheel
keycap-double-click = double click
keycap-triple-click = triple click
