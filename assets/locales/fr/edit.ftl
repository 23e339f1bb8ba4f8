### Le menu d’un champ de texte, au clic droit.

edit-menu = Menu du champ
edit-cut = Couper
edit-copy = Copier
edit-paste = Coller
edit-delete = Supprimer
edit-select-all = Tout sélectionner
edit-clear = Vider le champ
