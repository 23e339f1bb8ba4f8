### What the command line prints.

# $position (text)
command-at = Position { $position }
command-column-country = Border of
command-column-km = km
command-column-mi = miles
command-column-bearing = Bearing
command-column-side = Side
command-column-nearest = Nearest point

## Wrong usage and failures: what, where, what to do

# $position, $value, $path, $problem, $size (text)
error-position = Position { $position }: write LATITUDE,LONGITUDE in degrees, such as 18.44345,1.40921.
error-latitude = Latitude { $value } is outside -90 to 90. The latitude comes first: 18.44345,1.40921.
error-longitude = Longitude { $value } is outside -180 to 180.
error-view = View { $value }: write LATITUDE,LONGITUDE,ZOOM, such as 18.44,1.41,7.
error-view-outside = View { $value } is off the map: latitude from { $south } to { $north }, longitude from { $west } to { $east }.
error-view-zoom = Zoom { $value } is outside { $least } to { $most }.
error-scene = There is no scene { $value }: give a number from 1 to { $count }.
error-size = Size { $size }: write WIDTHxHEIGHT in pixels, each from { $least } to { $most }, such as 1920x1080.
error-exists = { $path } is there already. Choose another name, or add --force to replace it.
error-write = { $path } cannot be written: { $problem }.
error-unused = { $value } has no use with this subcommand. Leave it out.
error-language = There is no language { $value }: ar, fr or en.
error-place = There is no place { $value } in this dossier. It has: { $known }.
error-dossier-missing = There is no dossier at { $path }. Give the folder that holds dossier.toml, or a .sahelmap file.
error-dossier-unreadable = The dossier { $path } cannot be read: { $problem }. Correct the file.
error-picture = The file cannot be made: { $problem }.
error-draw = The picture cannot be drawn: { $problem }. Install a Vulkan or OpenGL driver; on Debian, apt install mesa-vulkan-drivers.
error-window = The window cannot open: { $problem }.
error-no-session = The window cannot open: there is no graphical session, or it does not answer. Start it in one, with DISPLAY or WAYLAND_DISPLAY set; export and distance work without.
error-no-driver = The window cannot open: no graphics driver works here ({ $problem }). Install one for Vulkan or OpenGL, on Debian mesa-vulkan-drivers and libgl1-mesa-dri; distance works without.
error-graphics-lost = The graphics device was lost ({ $problem }), so the window had to close. The session is kept: start the program again.
# $path (text)
error-crashed = The window has ended because of a fault of the program. The session is kept: start it again. The report { $path } says where the fault is, and has nothing of yours.
error-crashed-untold = The window has ended because of a fault of the program. The session is kept: start it again. No report could be written.

## What `check` prints

# $dossier (text); $count (number): claims.
check-heading = { $dossier } · { PLURAL($count) ->
    [one] { $count } claim
   *[other] { $count } claims
}
# $head (text): "If nautical miles"; $figure (text): "22.22 km".
check-figure = { $head } – { $figure }
# $count (number)
check-wrong = The dossier has { PLURAL($count) ->
    [one] { $count } mistake. Correct it and check again.
   *[other] { $count } mistakes. Correct them and check again.
}
