## The plate: a finished picture

# $date (text): of the article.
plate-as-of = As of { $date }
# $number, $count (number).
plate-scene = Scene { $number } of { $count }
plate-places = Places in the order of the article
# $place (text): its name; $marks (text): ¶8, ¶24.
plate-place = { $place } ({ $marks })
plate-legend = Legend
plate-distances = Distance to each border
plate-bold = Bold: the place lies inside. Geodesics on WGS84.
# $sources (text): with licences.
plate-sources = Sources: { $sources }
plate-projection = Mercator projection; the scale bar is true at its own latitude.
# $name, $version (text).
plate-program = { $name } { $version }
plate-north = N
