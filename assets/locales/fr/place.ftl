### La fiche d’un lieu, et la liste des lieux.

## Liste

places-heading = Lieux, dans l’ordre de l’article
places-count = { PLURAL($count) ->
    [one] { $count } lieu
    [many] { $count } de lieux
   *[other] { $count } lieux
}
places-context-heading = Contexte, hors de l’article
places-empty = Ce dossier n’a aucun lieu. Ajoutez-en à son places.toml, ou ouvrez un autre dossier.

## Fiche

card-all-places = Tous les lieux
card-number = { $number } sur { $total }
card-next = Lieu suivant
card-previous = Lieu précédent
card-name-ar = Arabe
card-name-fr = Français
card-name-en = Anglais
card-region = { $country }, { $region }
card-copy-position = Copier la position
card-twin = À ne pas confondre avec { $place } ({ $country }), à { $distance }, de l’autre côté de la ligne.

precision-town = localité
precision-area = zone
precision-country = pays
precision-within = à environ { $distance } près

basis-article = article ¶{ $paragraph }
basis-context = contexte
basis-reported-hint = Rapporté par d’autres, selon l’article.

## Les mots de l’article

card-in-article = Dans l’article
card-no-excerpt = L’article ne nomme pas ce lieu ; il figure comme contexte.
translation-off = Sans
translation-mark = notre traduction
translation-marked = { $words } ({ translation-mark })
list-comma = ,{ " " }
paragraph-mark = ¶{ $paragraph }

## Événements

kind-battle = Combat
kind-seizure = Prise
kind-coup = Coup d’État
kind-diplomacy = Diplomatie
kind-government = Pouvoir
kind-mention = Mention

## Frontières

borders-heading = Distance aux frontières
borders-column-country = Frontière de
borders-column-distance = Distance
borders-column-bearing = Azimut
borders-column-side = Côté
side-inside = dedans
side-outside = dehors
side-in = { $country ->
    [algeria] en Algérie
    [mali] au Mali
    [niger] au Niger
   *[burkina-faso] au Burkina Faso
}
side-uncertain = à la frontière, côté incertain
side-uncertain-short = incertain
side-uncertain-figure = { side-uncertain } (environ { $distance } d’après ces données)
borders-side-uncertain = À la frontière, côté incertain (environ { $distance } d’après ces données).
borders-source = { $uncertainty } · tracé © { -openstreetmap }, { $year } · géodésique { -wgs84 }
borders-source-at-least = { $uncertainty } ou plus · tracé © { -openstreetmap }, { $year } · géodésique { -wgs84 }
borders-sources-differ = Les sources divergent : la moitié du tracé de { -natural-earth } est à plus de { $distance } de celui d’{ -openstreetmap }.
place-to-border = à { $distance } de la frontière
place-note = { $first } · { $more }
# $count (number)
place-excerpts = { PLURAL($count) ->
    [one] { $count } extrait
    [many] { $count } d’extraits
   *[other] { $count } extraits
}
borders-none = Ce lieu n’a pas de point d’où mesurer.

## Ordre et filtres de la liste

# $shown, $all (number)
countries-heading = Pays
country-next = Pays suivant
country-previous = Pays précédent
country-no-excerpt = L’article ne nomme aucun lieu de ce pays.
country-no-places = Ce dossier n’a aucun lieu dans ce pays.
country-borders = Longueur des frontières
country-borders-all = Total
country-borders-source = Le long du tracé © { -openstreetmap }, { $year }{ "\u202F" }; les côtes ne sont pas comptées. Un tracé plus détaillé serait plus long.
places-some = { $shown } lieux sur { $all }
filters-show = Trier et filtrer
filters-hide = Terminé
filters-clear = Effacer les filtres
filters-nothing = Aucun lieu ne passe ces filtres. Effacez-en un pour en voir davantage.
filter-order = Ordre
filter-any = Tous
filter-kind = Genre
filter-country = Pays
filter-said = Source
filter-article = Article
filter-context = Contexte
filter-actor = Acteur
order-article = Article
order-name = Nom
order-date = Date
order-border = Frontière
order-excerpts = Extraits
