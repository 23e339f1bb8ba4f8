### The menu of a text field, under the right mouse button.

edit-menu = Text field menu
edit-cut = Cut
edit-copy = Copy
edit-paste = Paste
edit-delete = Delete
edit-select-all = Select all
edit-clear = Clear the field
