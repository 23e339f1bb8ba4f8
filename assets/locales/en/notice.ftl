### What went wrong, where, and what to do. The window opens with what is good.

# $count (number)
notices-count = { PLURAL($count) ->
    [one] { $count } notice
   *[other] { $count } notices
}
# $file, $entry, $problem (text); $outcome (choice): what was left out.
notice-record = { $file }, { $entry }: { $problem }. { $outcome ->
    [entry] The entry was left out; correct it and open the dossier again.
   *[field] The rest of the entry is there; correct it and open the dossier again.
}
# $file, $problem (text)
notice-file = { $file }: { $problem }. Correct it and open the dossier again.
# $path (text), $problem (text)
notice-dossier-missing = There is no dossier at { $path }. Check the path; the article’s own dossier is open instead.
notice-dossier-unreadable = The dossier { $path } cannot be read: { $problem }. Correct the file; the article’s own dossier is open instead.
notice-tiles-unreadable = The base map cannot be read: { $problem }. Borders, pins and distances are not touched by this. Install the program again.
# $path, $fault (text); $base (choice): what the map is drawn on now.
notice-archive = The map archive { $path } cannot be used: { $fault } { $base ->
    [built-in] The map has its built-in base instead.
   *[same] The base of the map stays as it is.
}
archive-missing = there is no such file. Check where it is, and open it again.
archive-not-a-file = it is a folder. Choose a .pmtiles or .mbtiles file in it.
archive-forbidden = it may not be read. Change its permissions, or copy it to a folder of yours.
archive-unknown = it is neither a PMTiles nor an MBTiles archive. Choose another file.
# $what (text)
archive-version = it is PMTiles version { $what }, and version 3 is read. Convert it, for example with pmtiles convert.
archive-cut-short = it ends before what it says it has. Copy or download it again.
archive-compression = its compression is { $what }; gzip, Brotli, Zstandard and none are read. Write it again with gzip.
archive-format = its tiles are { $what }; PNG, JPEG, WebP and vector tiles (MVT) are read. Write it again in one of these.
archive-strange = it does not say what its tiles are, and they are neither pictures nor vector tiles (MVT). Write it again with the program that made it.
archive-empty = there are no tiles in it. Choose another file.
archive-damaged = it is damaged ({ $what }). Copy or download it again.
notice-no-scenes = This dossier has no scenes to brief with. Write them into its scenes.toml.
notice-saved = Saved { $path }
notice-not-written = { $path } was not saved: { $problem }. Make the folder writable, or free some room on it, and save again.
notice-place-unknown = There is no place { $place } in this dossier. Choose one in the list.
notice-no-dialog = No file dialog can open here. Write the file’s path under “Open a map file…”, or drop the file onto the window.
notice-no-folder-dialog = No folder dialog can open here. Write the folder’s path into the field.
notice-folder-missing = There is no folder { $path }. Choose another, or make it first.
notice-name-unusable = No file can be called { $name }. Write a shorter name, without /.
notice-cancelled = Stopped. No file was left.
notice-picture-copied = The picture is on the clipboard.
notice-print-opened = The PDF is open in the viewer; print it from there.
notice-no-viewer = No program here opens a PDF ({ $problem }). Install a viewer, or print { $path } from another machine.
notice-show-all = Show all
notice-dismiss = Dismiss

## What is wrong with a record: a predicate of the field's name, which is written as in the file

# $field, $known, $id, $words, $value (text); $paragraph, $first, $last, $limit, $found, $least, $most
# (number); $kind (choice): which sort of record.
problem-missing = { $field } is missing
problem-unknown = { $field } is not known here; known are { $known }
problem-empty = { $field } is empty
problem-taken = { $field }: { $value } is taken by an earlier one
problem-no-record = { $field } names { $kind ->
    [place] the place
    [point] the place with a position
    [twin] the other place
    [event] the event
    [actor] the actor
    [claim] the claim
    [excerpt] the excerpt
   *[record] the record
} { $id }, which is not in this dossier
problem-no-paragraph = { $field } is ¶{ $paragraph }; the article has ¶{ $first } to ¶{ $last }
problem-not-in-excerpt = { $field } has the words { $words }, which no excerpt of ¶{ $paragraph } has
problem-too-long = { $field } is longer than { $limit } bytes
problem-too-many = there are { $found } entries; those after the first { $limit } are left out
problem-untold = mistakes that are not listed here: { $count }
problem-latitude = latitude { $value } is outside { $least } to { $most }
problem-longitude = longitude { $value } is outside { $least } to { $most }
# $other (text): another field; $forms, $letters (text): how it is written.
problem-not-positive = { $field } has to be 1 or more
problem-area-with-point = { $field } is a point, but an area or a country has none
problem-within-nothing = { $field } is missing, and so is { $other }: within what?
problem-numbered-context = { $field } stands for the order of the article, and this is context
problem-radius-range = { $field } has to be more than { $least } and at most { $most } metres
problem-area-with-radius = { $field } is given, but an area or a country has no radius
problem-context-with-paragraphs = { $field } is given, but context is what the article does not say
problem-two-claims = { $field } stands beside { $other }; a claim states one thing
problem-no-claim = { $field } is missing, and so is { $other }: what is claimed?
problem-amount-range = { $field } has to be from { $least } to { $most }
problem-no-such-border = { $field } has to be one of { $known }
problem-no-extent = { $field } has to have south below north and west below east, and lie in the world
problem-too-many-callouts = { $field } has more than { $most } entries
problem-callout-nowhere = { $field }: each entry needs either { $one } or { $other }
problem-date-form = { $field }: { $value } is not a date; write { $forms }
problem-date-calendar = { $field }: { $value } is not a date; the calendar has no such day or month
problem-date-backwards = { $field }: { $value } is not a date; it ends before it begins
problem-id = { $field }: { $value } is not an id; use { $least } to { $limit } of { $letters }, beginning and ending with a letter or a digit

# $problem (text): key and fault.
notice-words-faulty = The English words are incomplete ({ $problem }); please report it. What is missing is shown as its name.
