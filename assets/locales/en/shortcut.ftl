### The list of shortcuts, and what is written on the keys.

shortcuts-heading = Keyboard shortcuts
shortcuts-program = Program
shortcuts-map = Map
shortcuts-texts = Texts

shortcut-larger = Larger text
shortcut-smaller = Smaller text
shortcut-usual-size = Reset text size
shortcut-close = Close what was opened last
shortcut-next-control = Next control or pin
shortcut-previous-control = Previous control or pin
shortcut-press = Activate what has the focus
shortcut-move = Move the map
shortcut-zoom-at = Zoom at the pointer
shortcut-word = Select a word
shortcut-paragraph = Select a paragraph
shortcut-extend = Extend or shrink the selection

## On the keys

keycap-ctrl = Ctrl
keycap-command = Cmd
keycap-shift = Shift
keycap-alt = Alt
keycap-escape = Esc
keycap-home = Home
keycap-page-up = Page Up
keycap-page-down = Page Down
keycap-tab = Tab
keycap-enter = Enter
keycap-delete = Del
keycap-backspace = Backspace
keycap-space = Space
keycap-arrows = arrows
keycap-shift-arrows = { keycap-shift }+arrows
keycap-drag = drag
keycap-wheel = wheel
keycap-double-click = double click
keycap-triple-click = triple click
keycap-shift-drag = { keycap-shift }+drag
keycap-right-button = right button
shortcut-box = Zoom to a box
shortcut-menu = Menu of the map or a pin
