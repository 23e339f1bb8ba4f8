## La planche : une image finie

plate-as-of = Situation{ "\u00A0" }: { $date }
plate-scene = Scène { $number } sur { $count }
plate-places = Lieux, dans l’ordre de l’article
plate-place = { $place } ({ $marks })
plate-legend = Légende
plate-distances = Distance aux frontières
plate-bold = En gras{ "\u00A0" }: le lieu est à l’intérieur. Géodésiques, WGS84.
plate-sources = Sources{ "\u00A0" }: { $sources }
plate-projection = Projection de Mercator{ "\u202F" }; l’échelle est exacte à sa propre latitude.
plate-program = { $name } { $version }
plate-north = N
