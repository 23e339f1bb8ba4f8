### Sources, licences, and what the map does not claim.

-openstreetmap = OpenStreetMap
-natural-earth = Natural Earth
-geonames = GeoNames
-wgs84 = WGS84

about-heading = About
# $version (text)
about-version = Version { $version }
about-text = A map of the Sahel conflict: the places of an article with its own words, and the exact distance to the borders. It works without a network.
credits-heading = Sources and licences
attribution = © { -openstreetmap } contributors · { -natural-earth } · { -geonames }
credit-borders = Borders, water and the regions of Algeria: © { -openstreetmap } contributors, ODbL 1.0
credit-places = Towns: { -geonames }, CC BY 4.0
credit-regions = Other regions and the world outside: { -natural-earth }, public domain
credit-relief = Relief: Tom Patterson, shadedrelief.com, public domain
credit-names = Names of countries: Unicode CLDR, Unicode License v3
credit-fonts = Typefaces: Vazirmatn and IBM Plex Sans Arabic, SIL Open Font License 1.1
disclaimer-boundaries = Borders and names on this map imply no judgment on the status of any territory.

## The article

article-heading = Article
article-excerpts = verbatim excerpts
article-opinion = opinion article
# $publication (text), $date (text)
article-source = { $publication }, { $date }
article-gap = […]
article-view = The article has a point of view. It is quoted, attributed, and not judged here.
