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

## Saving

export-save = Save
export-again = Save again in the same form
export-around = Round the map
export-plate = Title, legend, sources
export-map-only = Nothing
export-window = Picture, as large as on the screen
export-screen = Picture, 1920 × 1080
export-fine-screen = Picture, 3840 × 2160 (4K)
export-a4-landscape = A4 across, 300 dpi
export-a4-portrait = A4 upright, 300 dpi
export-a3-landscape = A3 across, 300 dpi
export-a3-portrait = A3 upright, 300 dpi
export-geojson = Places as GeoJSON
export-kml = Places as KML, for Google Earth
export-dossier = Dossier with these scenes (.sahelmap)
export-csv = Places as a table (CSV)
export-own = Picture of a size of your own
# $least, $most (number): pixels.
export-size-wrong = Write whole numbers from { $least } to { $most }.
export-handout = Handout of the briefing (PDF)
export-paper = Paper
export-a4 = A4
export-a3 = A3
export-stands = Position
export-upright = Upright
export-across = Across
export-name = File name
export-folder = Folder
export-choose = Choose…
export-replace = Replace
export-keep-both = Keep both
export-preview = Preview
export-preview-making = The preview is being drawn…
# $problem (text): in English.
export-preview-failed = No preview can be drawn ({ $problem }).
# $scenes (number).
export-preview-handout = Scenes: { $scenes }, each on a page of its own; sources on the last page
export-preview-dossier = All files of the dossier, with { $scenes } scenes; opened with --dossier
# $rows, $columns (number).
export-preview-table = Places: { $rows }; fields of each: { $columns }
export-copy = Copy a picture of the map
export-print = Print the map
# $done, $of (number).
export-part = Part { $done } of { $of }
export-stop = Stop
export-stopping = Stopping…
export-making = Making the file…
