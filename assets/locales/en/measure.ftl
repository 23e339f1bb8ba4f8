### The instrument: probes, rulers and circles, and the tab that has their figures.

measure-tool = Tool
measure-tool-probe = Probe
measure-tool-ruler = Ruler
measure-tool-circle = Circle
# What a measurement without a name of its own is called. $number (number)
measure-probe-number = Probe { $number }
measure-ruler-number = Ruler { $number }
measure-circle-number = Circle { $number }
measure-name = Name

measure-probe-hint = Click on the map to drop a probe. It stays, and can be dragged.
measure-ruler-hint = Click on the map for each corner. Enter or a double click ends the ruler, Backspace takes a corner back.
measure-circle-hint = Click on the centre, then where the circle is to pass.
measure-position = Position
measure-position-hint = Type or paste a position
measure-not-a-position = Not a position. Write 18.4435, 1.4092 or 18°26′36″ N 1°24′33″ E or an MGRS reference.

# What the instrument says while nothing is chosen.
measure-heading = Distance under the pointer
measure-hint = Move the pointer over the map: the distance to each border follows it.
measure-list = On the map
measure-all = All measurements
measure-show = Show on the map
measure-delete = Delete
measure-delete-all = Delete all
measure-copy = Copy as
measure-copy-text = Text
measure-copy-json = JSON
measure-copy-geojson = GeoJSON
# What a screen reader says of a point that can be dragged. $name (text), $number (number)
measure-handle = { $name }, point { $number }

measure-total = Total length
measure-legs = Legs
measure-radius = Radius
measure-not-a-length = Not a length. Write a number such as 19.3; the unit is the chosen one.
measure-centre = Centre
measure-borders-inside = Borders inside the circle
measure-no-border-inside = No border of the four countries passes here.
# $leg (text): length and bearing of the last leg; $total (text): of the whole ruler.
measure-leg-total = { $leg } · total { $total }

# In a copied text. $what, $figure (text)
measure-line = { $what }: { $figure }
# $radius, $position (text)
measure-circle-about = { $radius } about { $position }
# $from, $to (text): positions.
measure-from-to = { $from } → { $to }

shortcut-measure = Measure, or stop measuring
shortcut-measure-finish = End the ruler or circle
shortcut-measure-back = Take back the last corner
shortcut-measure-delete = Delete the chosen measurement
