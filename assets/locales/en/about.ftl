### Sources, licences, and what the map does not claim.

-openstreetmap = OpenStreetMap
-natural-earth = Natural Earth
-geonames = GeoNames
-wgs84 = WGS84

about-heading = About
# $version (text)
about-version = Version { $version }
about-text = A map of the Sahel conflict: the places of an article with its own words, and the exact distance to the borders. It works without a network.
about-program = The program
about-data = Data and sources
about-data-text = What each part of the ground is made from: its state, its licence, and the package it came in. The border line is that of { -openstreetmap }.
about-licences = Licence texts
about-public-domain = Public domain
about-libraries = Libraries
about-crates = Crates
about-crates-text = The Rust libraries that the program is built with on one system or another. Each opens the notices that came with it.
about-all-crates = All crates
about-no-notice = Its package holds no notice of its own.
about-own-licence = The program: MIT or Apache 2.0, at your choice. The article’s words belong to their author and publisher; they are quoted in part, to be discussed.
credits-heading = Sources and licences
attribution = © { -openstreetmap } contributors · { -natural-earth } · { -geonames }
# $archive, $own (text): the source of the reader’s own map archive, and of the built-in map.
attribution-archive = { $archive } · { $own }
# $name, $source (text)
credit-archive = Your base map { $name }: { $source }
credit-borders = Borders, water and the regions of Algeria: © { -openstreetmap } contributors, ODbL 1.0
credit-places = Towns: { -geonames }, CC BY 4.0
credit-airports = Airports: airportsdata, MIT Licence
credit-regions = Other regions, rivers from afar: { -natural-earth }, public domain
credit-rivers = Rivers and wadis from close by: GSHHG, World Data Bank II, LGPL 3.0
credit-relief = Relief: Tom Patterson, shadedrelief.com, public domain
credit-names = Names of countries: Unicode CLDR, Unicode License v3
credit-ground = Names of deserts, mountains, plains and waters: drawn by hand for this map
credit-fonts = Typefaces: Vazirmatn, IBM Plex Sans Arabic and Noto Sans Tifinagh, SIL Open Font License 1.1
credits-data = The data and their dates, as the manifest has them
disclaimer-boundaries = The boundaries and names shown on this map do not imply endorsement or acceptance by its authors.

## The article

article-excerpts = verbatim excerpts
article-opinion = opinion article
# $publication, $date, $genre (text)
article-line = { $publication }, { $date } · { $genre }
# $title (text)
article-cited = { $title } · { $publication }, { $date }
# $author (text)
article-by = { $author }, { $publication }
article-report = report
article-analysis = analysis
# Where paragraphs are left out.
article-gap = […]
article-original = Arabic
article-translation = Translation
article-both = Side by side
article-view = The article has a point of view. It is quoted, attributed, and not judged here.

## Find in the article

find-name = Find in the article
find-next = Next match
find-previous = Previous match
find-none = No match
# $current, $total (number): which match of how many.
find-count = { $current } of { $total }
