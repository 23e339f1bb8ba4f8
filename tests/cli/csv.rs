//! `sahel-map distance --csv`: figures, order, forms of files, and what is refused.

use crate::program::Program;
use crate::running::Ended;
use csv::{ByteRecord, ReaderBuilder};
use sahel_map::i18n::isolate;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;

/// Distances to the four borders, made by another library.
const GOLDEN: &str = include_str!("../golden/border_distances.csv");
const COUNTRIES: [&str; 4] = ["DZA", "MLI", "NER", "BFA"];
/// Kidal, and its first figure.
const KIDAL: &str = "18.44345,1.40921";
const KIDAL_TO_ALGERIA: &str = "195853.930,false,19.1323100,3.1204200,66.8142";

fn added() -> String {
    let of =
        |x| format!("{x}_distance_m,{x}_inside,{x}_nearest_lat,{x}_nearest_lon,{x}_bearing_deg");
    COUNTRIES.map(of).join(",")
}

impl Program {
    /// Measures `input` into `out.csv`, with more arguments.
    #[track_caller]
    fn measure(&self, input: impl AsRef<[u8]>, more: &[&str]) -> Ended {
        fs::write(self.path("in.csv"), input).unwrap();
        let arguments = ["distance", "--csv", "in.csv", "--out", "out.csv", "--lang", "en"];
        let ended = self.run(&[&arguments[..], more].concat());
        assert_eq!(ended.out, "");
        assert!(!self.has_leftovers(), "a temporary file is left");
        ended
    }

    /// Measures a good file and returns what comes out.
    #[track_caller]
    fn measured(&self, input: impl AsRef<[u8]>, more: &[&str]) -> Vec<u8> {
        let ended = self.measure(input, &[more, &["--force"]].concat());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        fs::read(self.path("out.csv")).unwrap()
    }

    /// Has a file refused with words that have these parts in them.
    #[track_caller]
    fn refused(&self, input: impl AsRef<[u8]>, more: &[&str], parts: &[&str]) {
        let ended = self.measure(input, more);
        assert_eq!(ended.code, 1, "{}", ended.err);
        assert!(!self.path("out.csv").exists(), "something was written");
        for part in parts {
            assert!(ended.err.contains(part), "no {part} in {}", ended.err);
        }
        assert_eq!(ended.err.lines().count(), 1, "{}", ended.err);
    }

    fn has_leftovers(&self) -> bool {
        fs::read_dir(self.path(""))
            .unwrap()
            .any(|entry| entry.unwrap().file_name().to_string_lossy().starts_with(".sahel-map-"))
    }
}

fn records(text: &[u8], delimiter: u8) -> Vec<ByteRecord> {
    let mut builder = ReaderBuilder::new();
    let reader = builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    reader.into_byte_records().map(Result::unwrap).collect()
}

fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).unwrap()
}

fn number(field: &[u8]) -> f64 {
    text(field).parse().unwrap()
}

/// Positions all over the four countries, each row with its number.
fn many_rows(count: usize) -> String {
    let row = |n: usize| {
        let lat = 10.0 + (n * 37 % 2600) as f64 / 100.0;
        let lon = -12.0 + (n * 53 % 2800) as f64 / 100.0;
        format!("{n},{lat},{lon}\n")
    };
    std::iter::once("n,lat,lon\n".to_owned()).chain((0..count).map(row)).collect()
}

#[test]
fn the_golden_places_have_their_figures() {
    let rows: Vec<Vec<&str>> = GOLDEN.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let mut input = "place,lat,lon\n".to_owned();
    for of_a_place in rows.chunks(4) {
        input += &(of_a_place[0][..3].join(",") + "\n");
    }
    let measured = Program::new().measured(&input, &[]);
    let measured = records(&measured, b',');
    assert_eq!(measured.len(), 1 + rows.len() / 4);
    for (found, expected) in measured[1..].iter().zip(rows.chunks(4)) {
        assert_eq!(found.len(), 23);
        for (place, country) in COUNTRIES.into_iter().enumerate() {
            let row = &expected[place];
            assert_eq!((row[3], text(&found[0])), (country, row[0]));
            let figure = |n: usize| &found[3 + place * 5 + n];
            let off = |n: usize| {
                (number(figure(n)) - row[5 + n - usize::from(n > 0)].parse::<f64>().unwrap()).abs()
            };
            assert!(off(0) < 1.5e-3, "{row:?}: {}", text(figure(0)));
            assert_eq!(figure(1), if row[4] == "1" { &b"true"[..] } else { b"false" }, "{row:?}");
            assert!(off(2) < 1e-6 && off(3) < 1e-6, "{row:?}");
            // A bearing to a point so near turns with its last decimal.
            let near = row[5].parse::<f64>().unwrap() < 1e4;
            assert!(off(4) < if near { 0.02 } else { 1e-3 }, "{row:?}: {}", text(figure(4)));
        }
    }
}

#[test]
fn columns_and_rows_stay_and_figures_come_behind_them() {
    let program = Program::new();
    let measured = program.measured(format!("id,lat,lon,note\n7,{KIDAL},Kidal\n"), &[]);
    let measured = String::from_utf8(measured).unwrap();
    let (header, row) = measured.split_once('\n').unwrap();
    assert_eq!(header, format!("id,lat,lon,note,{}", added()));
    assert!(
        row.starts_with(&format!("7,{KIDAL},Kidal,{KIDAL_TO_ALGERIA},195853.930,true,")),
        "{row}"
    );
    assert!(row.ends_with('\n') && row.lines().count() == 1, "{row}");
}

#[test]
fn many_rows_stay_in_their_order() {
    const ROWS: usize = 6_000;
    let program = Program::new();
    let input = many_rows(ROWS);
    let measured = program.measured(&input, &[]);
    let measured = records(&measured, b',');
    assert_eq!(measured.len(), 1 + ROWS);
    for (found, line) in measured.iter().zip(input.lines()) {
        let own: Vec<&str> = found.iter().take(3).map(text).collect();
        assert_eq!(own.join(","), line);
    }
    // The figures are those of their row: measured alone, a row has the same.
    for n in [1, 511, 512, 513, 3_000, ROWS] {
        let line = input.lines().nth(n).unwrap();
        let alone = program.measured(format!("n,lat,lon\n{line}\n"), &[]);
        assert_eq!(records(&alone, b',')[1], measured[n], "row {n}");
    }
}

#[test]
fn the_columns_are_found_by_name() {
    let program = Program::new();
    let first = |input: &str, more: &[&str]| {
        let measured = program.measured(input, more);
        let row = records(&measured, b',')[1].clone();
        let figures = &row.as_slice()[row.range(row.len() - 20).unwrap().start..];
        text(&figures[..10]).to_owned()
    };
    for header in
        ["lat,lon", "LAT,LON", " Latitude , LONGITUDE ", "lat,lng", "y,x", "Y,X", "\"lat\",\"lon\""]
    {
        assert_eq!(first(&format!("{header}\n{KIDAL}\n"), &[]), "195853.930", "{header}");
    }
    // The first of the usual names that is there.
    assert_eq!(first("x,y,lon,lat\n0,0,1.40921,18.44345\n", &[]), "195853.930");
    let named = ["--lat-col", "breite", "--lon-col", "Länge"];
    assert_eq!(first("lon,lat,LÄNGE,Breite\n0,0,1.40921,18.44345\n", &named), "195853.930");
    // What is written exactly goes before what differs in case.
    assert_eq!(first("LAT,lat,lon\n0,18.44345,1.40921\n", &["--lat-col", "lat"]), "195853.930");
}

#[test]
fn files_are_written_as_they_were_read() {
    let program = Program::new();
    let figures = |decimal: &str| KIDAL_TO_ALGERIA.replace('.', decimal);
    for (input, header, row) in [
        (
            "\u{FEFF}lat,lon\n18.44345,1.40921\n",
            "\u{FEFF}lat,lon,",
            format!("{KIDAL},{}", figures(".")),
        ),
        (
            "lat;lon\n18.44345;1.40921\n",
            "lat;lon;",
            format!("{KIDAL},{}", figures(".")).replace(',', ";"),
        ),
        (
            "a\tlat\tlon\nb, c\t18.44345\t1.40921\n",
            "a\tlat\tlon\t",
            format!("b, c\t{}", format!("{KIDAL},{}", figures(".")).replace(',', "\t")),
        ),
        (
            "lat;lon\n18,44345;1,40921\n",
            "lat;lon;",
            "18,44345;1,40921;195853,930;false;19,1323100;3,1204200;66,8142".to_owned(),
        ),
        (
            "lat,lon\n\"18,44345\",\"1,40921\"\n",
            "lat,lon,",
            format!("\"18,44345\",\"1,40921\",{}", figures(".")),
        ),
        (
            "n,lat,lon\n\"a \"\"b\"\", c\nd\",18.44345,1.40921\n",
            "n,lat,lon,",
            format!("\"a \"\"b\"\", c\nd\",{KIDAL},"),
        ),
        ("lat,lon\n18.44345,1.40921", "lat,lon,", format!("{KIDAL},{}", figures("."))),
    ] {
        let measured = String::from_utf8(program.measured(input, &[])).unwrap();
        assert!(measured.starts_with(header), "{input}: {measured}");
        assert!(measured.contains(&format!("\n{row}")), "{input}: {measured}");
        assert!(!measured.contains('\r') && measured.ends_with('\n'), "{measured}");
    }
    let measured = program.measured(format!("lat,lon\r\n{KIDAL}\r\n{KIDAL}\r\n"), &[]);
    let measured = String::from_utf8(measured).unwrap();
    assert_eq!(measured.matches("\r\n").count(), 3);
    assert_eq!(measured.matches('\n').count(), 3);
    // What is no UTF-8 stays as it is, byte for byte.
    let measured = program.measured(b"caf\xE9,lat,lon\n\xFF\xFE,18.44345,1.40921\n", &[]);
    assert!(measured.starts_with(b"caf\xE9,lat,lon,"));
    assert_eq!(&records(&measured, b',')[1][0], b"\xFF\xFE");
}

#[test]
fn a_header_without_rows_is_a_table_too() {
    let measured = Program::new().measured("lat,lon\n", &[]);
    assert_eq!(text(&measured), format!("lat,lon,{}\n", added()));
}

#[test]
fn a_bad_row_keeps_its_place_and_is_named() {
    let program = Program::new();
    let good = format!("{KIDAL},a");
    for (row, parts) in [
        ("95,1.4,b", ["latitude `95`", "90"]),
        ("18.4,-180.5,b", ["longitude `-180.5`", "180"]),
        (",1.4,b", ["latitude ``", "90"]),
        ("Kidal,1.4,b", ["latitude `Kidal`", "90"]),
        ("18.4,NaN,b", ["longitude `NaN`", "180"]),
        ("inf,1.4,b", ["latitude `inf`", "90"]),
        ("18.4,1.4", ["number of fields: 2", "header: 3"]),
        ("18,44,1,40,b", ["number of fields: 5", "header: 3"]),
    ] {
        let ended = program.measure(format!("lat,lon,name\n{good}\n{row}\n{good}\n"), &["--force"]);
        assert_eq!(ended.code, 1, "{row}: {}", ended.err);
        let said: Vec<&str> = ended.err.lines().collect();
        assert_eq!(said.len(), 2 + usize::from(row.starts_with("95")), "{row}: {}", ended.err);
        for part in ["in.csv, row 3", parts[0], parts[1]] {
            assert!(said[0].contains(part), "{row}: no {part} in {}", said[0]);
        }
        assert!(said.last().unwrap().contains("1 of 3"), "{}", ended.err);
        let measured = fs::read(program.path("out.csv")).unwrap();
        let measured = records(&measured, b',');
        assert_eq!(measured.len(), 4);
        assert_eq!(measured[1], measured[3]);
        assert_eq!(measured[1].len(), 23);
        let (bad, own) = (&measured[2], row.split(',').collect::<Vec<_>>());
        for (place, field) in bad.iter().enumerate() {
            let expected = match place {
                0..3 => own.get(place).copied().unwrap_or_default(),
                3..23 => "",
                // What was too much: behind the figures, not among them.
                _ => own[place - 20],
            };
            assert_eq!(text(field), expected, "{row}: field {place}");
        }
        assert_eq!(bad.len(), 20 + own.len().max(3), "{row}");
    }
    // A position that is no UTF-8.
    let ended = program.measure(b"lat,lon\n18\xFF,1.4\n", &["--force"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("row 2: latitude `18\u{FFFD}`"), "{}", ended.err);
    assert!(
        fs::read(program.path("out.csv")).unwrap().ends_with(b"18\xFF,1.4,,,,,,,,,,,,,,,,,,,,\n")
    );
}

#[test]
fn of_many_bad_rows_some_are_named_and_all_are_counted() {
    let program = Program::new();
    let input = format!("lat,lon\n{}{KIDAL}\n", "no,1\n".repeat(1_500));
    let ended = program.measure(input, &[]);
    assert_eq!(ended.code, 1);
    assert_eq!(ended.err.lines().count(), 21, "{}", ended.err);
    for row in 2..22 {
        let line = ended.err.lines().nth(row - 2).unwrap();
        assert!(line.contains(&format!("row {row}:")), "{line}");
    }
    let last = ended.err.lines().last().unwrap();
    assert!(last.contains("1,500 of 1,501") && last.contains("20"), "{last}");
    let measured = fs::read(program.path("out.csv")).unwrap();
    assert_eq!(records(&measured, b',').len(), 1_502);
}

#[test]
fn swapped_columns_are_suspected() {
    let program = Program::new();
    let ended = program.measure("lat,lon\n-122.4,37.7\n139.7,35.7\n18.4,1.4\n", &[]);
    assert_eq!(ended.code, 1);
    for part in ["longitudes: 2", "look swapped", "--lat-col", "--lon-col"] {
        assert!(ended.err.contains(part), "no {part} in {}", ended.err);
    }
    let ended = program.measure("lat,lon\n-122.4,137.7\n", &["--force"]);
    assert!(!ended.err.contains("swapped"), "{}", ended.err);
    let named = ["--lat-col", "lon", "--lon-col", "lat", "--force"];
    let ended = program.measure("lat,lon\n-122.4,37.7\n", &named);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[test]
fn an_open_quotation_mark_is_no_quiet_end() {
    let program = Program::new();
    let input = format!("lat,lon,note\n{KIDAL},a\n{KIDAL},\"b\n{KIDAL},c\n{KIDAL},d\n");
    let ended = program.measure(&input, &[]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("row 3: a quotation mark is not closed"), "{}", ended.err);
    let measured = fs::read(program.path("out.csv")).unwrap();
    let measured = records(&measured, b',');
    assert_eq!(text(&measured[2][2]), format!("b\n{KIDAL},c\n{KIDAL},d\n"));
    // Closed at the very end, it is well.
    program.measured(format!("lat,lon,note\n{KIDAL},\"b\nc\"\n"), &[]);
    program.measured(format!("lat,lon,note\n{KIDAL},\"b\nc\"\n{KIDAL},d"), &[]);
}

#[test]
fn a_row_that_fills_the_memory_is_refused() {
    let mut input = format!("lat,lon,note\n{KIDAL},\"");
    input += &"x,1,2\n".repeat(2_000_000);
    let parts = ["in.csv, row 2: longer than 8192 KiB", "quotation mark"];
    Program::new().refused(input, &[], &parts);
    Program::new().refused(
        format!("lat,\"{}", "lon\n".repeat(80_000)),
        &[],
        &["row 1: longer than 256 KiB"],
    );
}

#[test]
fn files_that_are_no_table_of_positions_are_refused() {
    let program = Program::new();
    for empty in ["", "\u{FEFF}", "\n\n", "\r\n"] {
        program.refused(empty, &[], &["in.csv is empty", "lat,lon"]);
    }
    let headless = ["has no header", "`18.44345`, `1.40921`", "lat,lon"];
    program.refused(format!("{KIDAL}\n{KIDAL}\n"), &[], &headless);
    program.refused("18,4;1,4\n18,5;1,5\n", &[], &["has no header"]);
    program.refused(
        "name,long\na,1\n",
        &[],
        &["`lat`, `latitude`, `y`", "`name`, `long`", "--lat-col"],
    );
    program.refused(
        "name;lat\na;1\n",
        &[],
        &["`lon`, `lng`, `longitude`, `x`", "`name`, `lat`", "--lon-col"],
    );
    program.refused("lat,lon\n", &["--lat-col", "breite"], &["no column `breite`", "`lat`, `lon`"]);
}

#[test]
fn ambiguous_columns_are_refused() {
    let program = Program::new();
    program.refused("lat,lat,lon\n", &[], &["two columns `lat`", "another name"]);
    program.refused("Lat,LAT,lon\n", &[], &["two columns `LAT`"]);
    let same = ["--lat-col", "a", "--lon-col", "A"];
    program.refused("a,b\n", &same, &["both be in column `a`"]);
    let again = program.measured(format!("lat,lon\n{KIDAL}\n"), &[]);
    fs::remove_file(program.path("out.csv")).unwrap();
    program.refused(again, &[], &["`DZA_distance_m` already"]);
}

#[test]
fn other_formats_are_refused() {
    let program = Program::new();
    let utf_16: Vec<u8> = "lat,lon\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    program.refused([&b"\xFF\xFE"[..], &utf_16].concat(), &[], &["no CSV in UTF-8", "Save it"]);
    program.refused(b"PK\x03\x04\x14\x00\x06\x00", &[], &["no CSV in UTF-8"]);
    let wide: Vec<String> =
        (0..500).map(|n| format!("column{n}\x1b[31m{}", "x".repeat(99))).collect();
    let ended = program.measure(wide.join(","), &[]);
    assert!(ended.err.len() < 2_000 && !ended.err.contains('\x1b'), "{}", ended.err);
    assert!(ended.err.contains('…'), "{}", ended.err);
}

#[test]
fn every_language_has_its_words() {
    let program = Program::new();
    for (lang, words) in [
        ("en", ["is empty", "There is no folder", "row 2", "Rows without figures"]),
        ("fr", ["est vide", "n’existe pas", "ligne 2", "Lignes sans chiffres"]),
        ("ar", ["فارغ", "لا مجلد", "الصف 2", "صفوف بلا أرقام"]),
    ] {
        let in_lang = ["--lang", lang];
        let run = |input: &str, out: &str| {
            fs::write(program.path("in.csv"), input).unwrap();
            let arguments = ["distance", "--csv", "in.csv", "--force", "--out", out];
            let ended = program.run(&[&arguments[..], &in_lang].concat());
            assert_eq!(ended.code, 1, "{}", ended.err);
            isolate::bare(&ended.err)
        };
        let bad = run("lat,lon\n95,0\n", "out.csv");
        let said = [run("", "out.csv"), run("lat,lon\n", "no/out.csv"), bad.clone(), bad];
        for (said, word) in said.iter().zip(words) {
            assert!(said.contains(word), "no {word} in {said}");
        }
    }
}

#[test]
fn what_does_not_go_together_is_wrong_usage() {
    let program = Program::new();
    fs::write(program.path("in.csv"), "lat,lon\n").unwrap();
    for arguments in [
        &["--csv", "in.csv"][..],
        &["--csv", "in.csv", "--out", "out.csv", "--json"],
        &["--csv", "in.csv", "--out", "out.csv", KIDAL],
        &["--out", "out.csv", KIDAL],
        &["--lat-col", "lat", KIDAL],
        &["--lon-col", "lon", KIDAL],
        &["--force", KIDAL],
        &["--csv", "in.csv", "--out", "out.csv", "--lat-col", ""],
        &["--csv", "--out", "out.csv"],
        &["--csv", "in.csv", "--out", "out.csv", "--view", "18,1,7"],
    ] {
        let ended = program.run(&[&["distance"], arguments].concat());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        assert!(!ended.err.is_empty() && !program.path("out.csv").exists());
    }
}

#[test]
fn the_help_has_the_columns_and_examples() {
    let help = Program::new().run(&["distance", "--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in ["--csv", "--out", "--lat-col", "--lon-col", "--force", "X_distance_m", "0.001"] {
        assert!(help.out.contains(word), "no {word} in {}", help.out);
    }
    assert!(help.out.contains("sahel-map distance --csv events.csv --out measured.csv"));
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    let program = Program::new();
    fs::write(program.path("out.csv"), "mine").unwrap();
    let input = format!("lat,lon\n{KIDAL}\n");
    let ended = program.measure(&input, &[]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("out.csv") && ended.err.contains("--force"), "{}", ended.err);
    assert_eq!(fs::read(program.path("out.csv")).unwrap(), b"mine");
    // Nor is it replaced by what cannot be measured.
    assert_eq!(program.measure("", &["--force"]).code, 1);
    assert_eq!(fs::read(program.path("out.csv")).unwrap(), b"mine");
    assert!(program.measured(&input, &[]).starts_with(b"lat,lon,DZA_distance_m"));
}

#[test]
fn a_file_can_be_measured_into_itself() {
    let program = Program::new();
    let rows = many_rows(2_000);
    fs::write(program.path("in.csv"), &rows).unwrap();
    let arguments = ["distance", "--csv", "in.csv", "--out", "in.csv"];
    assert_eq!(program.run(&arguments).code, 1);
    assert_eq!(fs::read_to_string(program.path("in.csv")).unwrap(), rows);
    let ended = program.run(&[&arguments[..], &["--force"]].concat());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let measured = fs::read(program.path("in.csv")).unwrap();
    assert_eq!(records(&measured, b',').len(), 2_001);
    assert_eq!(measured, program.measured(&rows, &[]));
}

#[test]
fn inputs_that_cannot_be_read_are_told() {
    let program = Program::new();
    fs::create_dir(program.path("folder")).unwrap();
    for (input, parts) in
        [("missing.csv", ["missing.csv", "cannot be read"]), ("folder", ["folder", "is a folder"])]
    {
        let ended = program.run(&["distance", "--csv", input, "--out", "out.csv", "--lang=en"]);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""));
        assert!(parts.iter().all(|part| ended.err.contains(part)), "{}", ended.err);
        assert!(!program.path("out.csv").exists() && !program.has_leftovers());
    }
}

#[test]
fn outputs_that_cannot_be_written_are_told() {
    let program = Program::new();
    fs::write(program.path("in.csv"), many_rows(3_000)).unwrap();
    fs::create_dir(program.path("folder")).unwrap();
    for (output, part) in [
        ("missing/out.csv", "no folder missing"),
        ("in.csv/out.csv", "no folder in.csv"),
        ("folder", "folder is a folder"),
        ("/proc/out.csv", "/proc/out.csv cannot be written"),
    ] {
        let arguments = ["distance", "--csv", "in.csv", "--out", output, "--lang=en", "--force"];
        let ended = program.run(&arguments);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{output}");
        assert!(ended.err.contains(part), "{output}: {}", ended.err);
        assert!(!ended.err.contains(".sahel-map-"), "{output}: {}", ended.err);
    }
    assert!(!program.has_leftovers());
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};
    let program = Program::new();
    fs::write(program.path("in.csv"), many_rows(1_000)).unwrap();
    let into = |output: &str| {
        program.run(&["distance", "--csv", "in.csv", "--out", output, "--lang=en", "--force"])
    };
    let full = into("/dev/full");
    assert_eq!(full.code, 1);
    assert!(full.err.contains("/dev/full cannot be written: No space left"), "{}", full.err);
    assert_eq!(into("/dev/null").code, 0);
    for device in ["/dev/full", "/dev/null"] {
        assert!(fs::metadata(device).unwrap().file_type().is_char_device());
    }
    // A link stays one, and what it leads to is replaced.
    fs::write(program.path("real.csv"), "old").unwrap();
    symlink("real.csv", program.path("link.csv")).unwrap();
    assert_eq!(into("link.csv").code, 0);
    assert!(fs::symlink_metadata(program.path("link.csv")).unwrap().is_symlink());
    assert!(fs::read(program.path("real.csv")).unwrap().starts_with(b"n,lat,lon,DZA"));
}

#[test]
fn the_standard_streams_carry_the_same() {
    let program = Program::new();
    let rows = many_rows(1_500);
    let measured = program.measured(&rows, &[]);
    let mut command = program.command(&["distance", "--csv", "-", "--out", "-"]);
    let output = command.write_stdin(rows).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout == measured && output.stderr.is_empty());
    let mut command = program.command(&["distance", "--csv", "-", "--out", "-", "--lang=en"]);
    let output = command.write_stdin("lat,lon\nx,0\n").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("stdin, row 2: latitude `x`"));
}

/// The program as a process that is still running.
fn running(program: &Program, arguments: &[&str]) -> std::process::Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sahel-map"));
    command.args(arguments).current_dir(program.path("")).envs(program.variables());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let program = Program::new();
    fs::write(program.path("in.csv"), many_rows(20_000)).unwrap();
    for arguments in [&["--csv", "in.csv", "--out", "-"][..], &["--csv", "-", "--out", "-"]] {
        let mut child = running(&program, &[&["distance"], arguments].concat());
        // Standard input stays open after the rows: the end of it must not be waited for.
        let mut input = child.stdin.take().unwrap();
        let (over, is_over) = channel::<()>();
        let writing = thread::spawn(move || {
            input.write_all(many_rows(20_000).as_bytes()).unwrap_or_default();
            is_over.recv().unwrap_or_default();
        });
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.starts_with("n,lat,lon,DZA_distance_m"), "{line}");
        let ended = child.wait_with_output().unwrap();
        assert_eq!(text(&ended.stderr), "");
        assert_eq!(ended.status.code(), Some(0));
        drop(over);
        writing.join().unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_signal_leaves_nothing_behind() {
    let program = Program::new();
    fs::write(program.path("out.csv"), "mine").unwrap();
    for signal in ["-INT", "-TERM"] {
        let arguments = ["distance", "--csv", "-", "--out", "out.csv", "--force"];
        let mut child = running(&program, &arguments);
        let mut input = child.stdin.take().unwrap();
        input.write_all(many_rows(100).as_bytes()).unwrap();
        // It waits for more rows, its temporary file open.
        while !program.has_leftovers() {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
            thread::yield_now();
        }
        let killed = Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(130), "{signal}");
        assert!(!program.has_leftovers(), "{signal}");
        assert_eq!(fs::read(program.path("out.csv")).unwrap(), b"mine");
        drop(input);
    }
}
