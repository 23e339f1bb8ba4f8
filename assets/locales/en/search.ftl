### The search field, what it finds, and what can be done from it.

search-placeholder = Search places or coordinates
search-name = Search
search-open = Open the search
# $query (text): what was typed.
search-empty = Nothing found for “{ $query }”. Try another spelling, or coordinates such as 18.44, 1.41.
search-outside = { $position } is off this map, which shows the Sahel and what is around it.
# What a screen reader says of the list.
search-results = Search results

## What a result is

# $kind, $country (text): "town · Mali".
search-of-country = { $kind } · { $country }
search-kind-capital = capital
search-kind-town = town
search-kind-village = small place
search-kind-region = region
search-kind-airport = airport
search-kind-country = country
search-kind-place = in the article
search-kind-context = context
search-kind-position = coordinates
search-kind-command = command

## What can be done

search-do-places = Open the list of places
search-do-article = Open the article
search-do-settings = Open the settings
search-do-shortcuts = Show the keyboard shortcuts
search-do-about = About this program and its sources
search-do-dark = Dark theme
search-do-light = Light theme
search-do-contrast = High-contrast theme
search-do-km = Distances in kilometres
search-do-mi = Distances in miles
search-do-nm = Distances in nautical miles
search-do-ar = Language: Arabic
search-do-fr = Language: French
search-do-en = Language: English
