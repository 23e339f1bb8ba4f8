### Le champ de recherche, ce qu’il trouve et ce qu’on peut en faire.

search-placeholder = Chercher un lieu ou une position
search-name = Recherche
search-open = Ouvrir la recherche
search-empty = Aucun résultat pour « { $query } ». Essayez une autre graphie, ou des coordonnées comme 18.44, 1.41.
search-outside = { $position } est hors de cette carte, qui montre le Sahel et ses alentours.
search-results = Résultats de la recherche

## Nature d’un résultat

search-of-country = { $kind } · { $country }
search-kind-capital = capitale
search-kind-town = ville
search-kind-village = localité
search-kind-region = région
search-kind-airport = aéroport
search-kind-country = pays
search-kind-place = dans l’article
search-kind-context = contexte
search-kind-position = coordonnées
search-kind-command = commande

## Commandes

search-do-places = Ouvrir la liste des lieux
search-do-article = Ouvrir l’article
search-do-settings = Ouvrir les réglages
search-do-shortcuts = Afficher les raccourcis clavier
search-do-about = À propos du programme et de ses sources
search-do-dark = Thème sombre
search-do-light = Thème clair
search-do-contrast = Thème à contraste élevé
search-do-km = Distances en kilomètres
search-do-mi = Distances en miles
search-do-nm = Distances en milles marins
search-do-ar = Langue : arabe
search-do-fr = Langue : français
search-do-en = Langue : anglais
