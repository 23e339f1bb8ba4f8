### Sources, licences, et ce que la carte n’affirme pas.

-openstreetmap = OpenStreetMap
-natural-earth = Natural Earth
-geonames = GeoNames
-wgs84 = WGS84

about-heading = À propos
about-version = Version { $version }
about-text = Une carte du conflit au Sahel : les lieux d’un article avec ses propres mots, et la distance exacte aux frontières. Elle fonctionne sans réseau.
about-program = Le programme
about-data = Données et sources
about-data-text = D’où vient chaque partie du fond{ "\u00A0" }: son état, sa licence, le paquet qui la contenait. Le tracé des frontières est celui d’{ -openstreetmap }. Les descriptions sont en anglais.
about-licences = Licences
about-public-domain = Domaine public
about-libraries = Bibliothèques
about-crates = Crates
about-crates-text = Les bibliothèques Rust dont le programme est fait, selon le système. Chacune ouvre les mentions qui l’accompagnent.
about-all-crates = Toutes les crates
about-no-notice = Son paquet ne contient aucune mention.
about-own-licence = Le programme{ "\u00A0" }: MIT ou Apache 2.0, à votre choix. Les mots de l’article appartiennent à leur auteur et à leur éditeur{ "\u202F" }; ils sont cités en partie, pour être discutés.
credits-heading = Sources et licences
attribution = © contributeurs d’{ -openstreetmap } · { -natural-earth } · { -geonames }
attribution-archive = { $archive } · { $own }
credit-archive = Votre fond de carte { $name } : { $source }
credit-borders = Frontières, eaux et wilayas d’Algérie : © contributeurs d’{ -openstreetmap }, ODbL 1.0
credit-places = Localités : { -geonames }, CC BY 4.0
credit-airports = Aéroports : airportsdata, licence MIT
credit-regions = Autres régions et cours d’eau de loin : { -natural-earth }, domaine public
credit-rivers = Cours d’eau et oueds de près : GSHHG, World Data Bank II, LGPL 3.0
credit-relief = Relief : Tom Patterson, shadedrelief.com, domaine public
credit-names = Noms des pays : Unicode CLDR, licence Unicode v3
credit-ground = Noms des déserts, montagnes, plaines et eaux : tracés à la main pour cette carte
credit-fonts = Caractères : Vazirmatn, IBM Plex Sans Arabic et Noto Sans Tifinagh, licence SIL Open Font 1.1
credits-data = Les données et leurs dates, telles que dans le manifeste
disclaimer-boundaries = Les frontières et les noms figurant sur cette carte n’impliquent ni approbation ni acceptation de la part de ses auteurs.

## L’article

article-excerpts = extraits textuels
article-opinion = article d’opinion
article-line = { $publication }, { $date } · { $genre }
article-cited = { $title } · { $publication }, { $date }
article-by = { $author }, { $publication }
article-report = reportage
article-analysis = analyse
article-gap = […]
article-original = Arabe
article-translation = Traduction
article-both = Côte à côte
article-view = L’article a un point de vue. Il est cité, attribué, et n’est pas jugé ici.

## Rechercher dans l’article

find-name = Rechercher dans l’article
find-next = Résultat suivant
find-previous = Résultat précédent
find-none = Aucun résultat
find-count = { $current } sur { $total }
