### What is said of a CSV that is measured: `sahel-map distance --csv`.

# $rows (number) done, $rate (number) a second, $percent (text)
csv-progress = Rows: { $rows } · { $rate }/s
csv-progress-of = Rows: { $rows } · { $percent } · { $rate }/s

## What hinders a file: what, where, what to do

# $path, $row, $wanted, $columns, $option, $column (text), $most (number)
csv-empty = { $path } is empty. The first row of a CSV names its columns, such as lat,lon.
csv-not-text = { $path } is no CSV in UTF-8. Save it from the spreadsheet as CSV (UTF-8).
csv-no-header = { $path } has no header: its first row is { $row }. Put a row above it that names the columns, such as lat,lon.
csv-no-column = { $path } has no column { $wanted }. It has: { $columns }. Name the right one with { $option }.
csv-twice = { $path } has two columns { $column }. Give one of them another name.
csv-same-column = Latitude and longitude cannot both be in column { $column }. Name the other one.
csv-measured-before = { $path } has a column { $column } already, which would be added. Take it out, or give it another name.
csv-long-row = { $path }, row { $row }: longer than { $most } KiB. Look for a quotation mark that is not closed.
error-read = { $path } cannot be read: { $problem }.
error-folder = { $path } is a folder. Give a file.
error-no-folder = There is no folder { $path }. Make it, or choose another.

## Rows without figures

# $path, $value (text), $row, $found, $expected (number)
csv-row-fields = { $path }, row { $row }: number of fields: { $found }; in the header: { $expected }.
csv-row-latitude = { $path }, row { $row }: latitude { $value } is not a number from -90 to 90.
csv-row-longitude = { $path }, row { $row }: longitude { $value } is not a number from -180 to 180.
csv-row-quote = { $path }, row { $row }: a quotation mark is not closed; the rest of the file is in this row.
# $count (number)
csv-swapped = Latitudes that could only be longitudes: { $count }. The columns look swapped: name them with --lat-col and --lon-col.
# $bad, $rows, $named (number)
csv-unmeasured = Rows without figures: { $bad } of { $rows }; named above: { $named }. The others are measured.
