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
claim-two-readings = Two readings of the sentence
# $place (text), $distance (text)
claim-of-town = Of the town: does not fit. { $place } is about { $distance } from the border line.
# $figure (text): "12 miles"; $country (text).
claim-of-site = Of the ambush site: fits only a site at least { $figure } inside { $country }.
claim-fits = Fits: { $place } is about { $distance } from the border line.
claim-what-would-fit = What would make it true
# $country, $distance, $bearing, $place, $position (text)
claim-nearest-site = A site that far inside { $country }. The nearest lies { $distance } from { $place }, bearing { $bearing }, at { $position }.
# $figure, $distance, $bearing, $place (text)
claim-nautical = If nautical miles: { $figure }; the nearest such site lies { $distance } from { $place }, bearing { $bearing }.
# Beside a length, under what the article says.
claim-if-nautical = If nautical miles
claim-statute = Statute miles
claim-nearest-point = Nearest possible point
# $country, $distance, $other (text)
claim-inside-line = Inside { $country }, { $distance } from { $other }
claim-not-computable = Cannot be computed: nothing on the map decides it.
claim-reported = The article says that reports say so. Nothing here can check it.
