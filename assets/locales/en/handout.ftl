## The handout: a PDF with a page for each scene

# $title (text): of the scene.
handout-map-of = Map of the scene “{ $title }”
# $page, $count (number).
handout-page = { $page } / { $count }
# $by (text): on whose word it is, “article” or “context”; $date (text).
handout-date = { $by }: { $date }
# $mark (text): ¶8.
handout-quote = The article, { $mark }
handout-article = The article
handout-map = The map
handout-quotes = Its words are quoted verbatim in Arabic; the translations are ours. ¶ is the paragraph.
handout-dates = Beside a date, “article” is what the article gives and “context” what is publicly known and not in the article.
handout-distances = Distances are geodesics on { -wgs84 }, from the point that stands for a place to the border line of { -openstreetmap }.
