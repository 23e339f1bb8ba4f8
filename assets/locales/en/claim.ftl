### Claims of the article, and what was computed beside them. A verdict has two readings where the
### sentence has two, and is never "false".

claims-heading = Claim in the article
# $count (number)
claim-miles = { PLURAL($count) ->
    [one] { $count } mile
   *[other] { $count } miles
}
# $figure (text): as the article has it, "12 miles".
claim-article-says = The article: { $figure }
# $place, $country (text)
claim-measured = Measured: { $place } to { $country }
# $place (text), $distance (text)
claim-of-town = Of the town, { $place }: does not fit. The border line is { $distance } away.
# $figure (text): "12 miles"; $country (text).
claim-of-site = Of the site, { $place }: fits only a site at least { $distance } inside { $country }.
# $place (text)
claim-of-no-site = Of the site, { $place }: does not fit. No point of its ground is that far from the border line.
# $place, $distance (text); $as: "nautical" or "stated".
claim-fits = { $as ->
    [nautical] Of the town, { $place }: fits if nautical miles are meant. The border line is { $distance } away.
   *[stated] Of the town, { $place }: fits. The border line is { $distance } away.
}
claim-what-would-fit = What would make it true
# $country, $distance, $bearing, $place, $position (text)
claim-nearest-site = A site that far inside { $country }. The nearest lies { $distance } from { $place }, bearing { $bearing }, at { $position }.
# $figure, $distance, $bearing, $place (text)
claim-nautical = If nautical miles: { $figure }; the nearest such site lies { $distance } from { $place }, bearing { $bearing }.
# Beside a length, under what the article says.
claim-if-nautical = If nautical miles
claim-not-computable = Cannot be computed: nothing on the map decides it.
claim-reported = The article says that reports say so. Nothing here can check it.
claim-no-point = Cannot be computed: it is about no place with a point to measure from.
claim-show = Show on the map
claim-hide = Hide from the map
# On the map. $distance, $bearing (text)
claim-way = { $distance } · { $bearing }
# On the map, beside a line. $distance, $country (text)
claim-line = { $distance } from { $country }
claim-line-nautical = { $distance } from { $country } (nautical miles)
