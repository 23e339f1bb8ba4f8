### The card of a place, and the list of places.

## List

places-heading = Places, in the order of the article
# $count (number)
places-count = { PLURAL($count) ->
    [one] { $count } place
   *[other] { $count } places
}
places-context-heading = Context, not in the article
places-empty = This dossier has no places. Add some to its places.toml, or open another dossier.

## Card

card-all-places = All places
# $number, $total (number): which pin of how many.
card-number = { $number } of { $total }
card-next = Next place
card-previous = Previous place
card-name-ar = Arabic
card-name-fr = French
card-name-en = English
# $country, $region (text)
card-region = { $country }, { $region }
card-copy-position = Copy the position
# $place, $country (text), $distance (text): a twin settlement across the line.
card-twin = Not { $place }, { $country }: { $distance } away, across the line.

precision-town = town
precision-area = area
precision-country = country
# $distance (text)
precision-within = within about { $distance }

# $paragraph (number)
basis-article = article ¶{ $paragraph }
basis-context = context
basis-reported-hint = The article says that others report it.

## The article's words

card-in-article = In the article
card-no-excerpt = The article does not name this place; it is shown as context.
translation-off = Off
translation-mark = our translation
# $words (text): of a translation.
translation-marked = { $words } ({ translation-mark })
list-comma = ,{ " " }
# $paragraph (number)
paragraph-mark = ¶{ $paragraph }

## Events

kind-battle = Battle
kind-seizure = Seizure
kind-coup = Coup
kind-diplomacy = Diplomacy
kind-government = Government
kind-mention = Mention

## Borders

borders-heading = Distance to the borders
borders-column-country = Border of
borders-column-distance = Distance
borders-column-bearing = Bearing
borders-column-side = Side
side-inside = inside
side-outside = outside
# $country (choice): which of the two countries of a shared line the place is in.
side-in = { $country ->
    [algeria] in Algeria
    [mali] in Mali
    [niger] in Niger
   *[burkina-faso] in Burkina Faso
}
side-uncertain = at the border, side uncertain
# In a narrow column.
side-uncertain-short = uncertain
# $distance (text): the figure behind an uncertain side; after it the same as a sentence.
side-uncertain-figure = { side-uncertain } (about { $distance } by this data)
borders-side-uncertain = At the border, side uncertain (about { $distance } by this data).
# $uncertainty (text): "±1.3 km". $year (number): of the border line.
borders-source = { $uncertainty } · border line © { -openstreetmap }, { $year } · { -wgs84 } geodesic
borders-source-at-least = { $uncertainty } or more · border line © { -openstreetmap }, { $year } · { -wgs84 } geodesic
# $distance (text): the median between the two lines.
borders-sources-differ = Sources differ: half of { -natural-earth }’s line lies more than { $distance } from { -openstreetmap }’s.
# $distance (text): beside a place in the list.
place-to-border = { $distance } to the border
# $first, $more (text): two of kind, first date, number of excerpts, and how far the border is.
place-note = { $first } · { $more }
# $count (number)
place-excerpts = { PLURAL($count) ->
    [one] { $count } excerpt
   *[other] { $count } excerpts
}
borders-none = This place has no point to measure from.

## The card of a country, and the list of countries

countries-heading = Countries
country-next = Next country
country-previous = Previous country
country-no-excerpt = The article names no place in this country.
country-no-places = This dossier has no place in this country.
country-borders = Length of the borders
country-borders-all = Total
# $year (number): of the border line.
country-borders-source = Along the line © { -openstreetmap }, { $year }; coasts are not counted. A line with more detail is longer.

## Order and filters of the list

# $shown, $all (number)
places-some = { $shown } of { $all } places
filters-show = Sort and filter
filters-hide = Done
filters-clear = Clear the filters
filters-nothing = No place passes these filters. Clear one of them to see more.
filter-order = Order
filter-any = All
filter-kind = Kind
filter-country = Country
filter-said = Basis
filter-article = Article
filter-context = Context
filter-actor = Actor
order-article = Article
order-name = Name
order-date = Date
order-border = Border
order-excerpts = Excerpts
