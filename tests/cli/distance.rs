//! `sahel-map distance`: the figures, their shape in JSON, and the table in three languages.

use crate::program::Program;
use crate::running::Ended;
use sahel_map::i18n::isolate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Distances to the four borders, made by another library.
const GOLDEN: &str = include_str!("../golden/border_distances.csv");
/// The order in which countries are given.
const COUNTRIES: [&str; 4] = ["DZA", "MLI", "NER", "BFA"];
/// An object for one position, its numbers left out.
const SHAPE: &str = "{\"at\":{\"lat\":#,\"lon\":#},\"borders\":[\
    {\"country\":\"DZA\",\"inside\":false,\"distance_m\":#,\"nearest\":{\"lat\":#,\"lon\":#},\"bearing_deg\":#},\
    {\"country\":\"MLI\",\"inside\":true,\"distance_m\":#,\"nearest\":{\"lat\":#,\"lon\":#},\"bearing_deg\":#},\
    {\"country\":\"NER\",\"inside\":false,\"distance_m\":#,\"nearest\":{\"lat\":#,\"lon\":#},\"bearing_deg\":#},\
    {\"country\":\"BFA\",\"inside\":false,\"distance_m\":#,\"nearest\":{\"lat\":#,\"lon\":#},\"bearing_deg\":#}]}";

/// The text with `#` for each number, and the numbers.
fn without_numbers(json: &str) -> (String, Vec<String>) {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e');
    let (mut shape, mut numbers) = (String::new(), Vec::<String>::new());
    let mut in_string = false;
    for c in json.chars() {
        in_string ^= c == '"';
        if !in_string && is_number(c) && !shape.ends_with(['a', 'l', 's', 'f', 'r', 'u', 't']) {
            if !shape.ends_with('#') {
                shape.push('#');
                numbers.push(String::new());
            }
            numbers.last_mut().unwrap().push(c);
        } else {
            shape.push(c);
        }
    }
    (shape, numbers)
}

#[track_caller]
fn done(ended: Ended) -> String {
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    ended.out
}

/// The golden rows of each position, as `latitude,longitude`.
fn golden() -> BTreeMap<String, Vec<Vec<&'static str>>> {
    let mut places = BTreeMap::<String, Vec<Vec<&str>>>::new();
    for line in GOLDEN.lines().skip(1) {
        let row: Vec<&str> = line.rsplitn(9, ',').collect::<Vec<_>>().into_iter().rev().collect();
        places.entry(format!("{},{}", row[1], row[2])).or_default().push(row);
    }
    places
}

#[track_caller]
fn assert_near(found: &Value, expected: &str, tolerance: f64, what: &str) {
    let (found, expected) = (found.as_f64().unwrap(), expected.parse::<f64>().unwrap());
    assert!((found - expected).abs() <= tolerance, "{what}: {found}, not {expected}");
}

#[track_caller]
fn assert_golden(object: &Value, rows: &[Vec<&str>]) {
    let borders = object["borders"].as_array().unwrap();
    assert_eq!(borders.len(), 4);
    for (border, country) in borders.iter().zip(COUNTRIES) {
        assert_eq!(border["country"], country);
        let row = rows.iter().find(|row| row[3] == country).unwrap();
        assert_eq!(border["inside"], row[4] == "1", "{row:?}");
        assert_near(&border["distance_m"], row[5], 1e-3, row[0]);
        assert_near(&border["nearest"]["lat"], row[6], 1e-6, row[0]);
        assert_near(&border["nearest"]["lon"], row[7], 1e-6, row[0]);
        // A bearing to a point so near turns with its last decimal.
        let tolerance = if row[5].parse::<f64>().unwrap() < 1e4 { 0.02 } else { 1e-3 };
        assert_near(&border["bearing_deg"], row[8], tolerance, row[0]);
    }
}

#[test]
fn json_of_one_position_has_exactly_this_shape() {
    let program = Program::new();
    let json = done(program.run(&["distance", "18.44345,1.40921", "--json"]));
    let (shape, numbers) = without_numbers(&json);
    assert_eq!(shape, format!("{SHAPE}\n"), "{json}");
    let decimals = |number: &String| number.split_once('.').map_or(0, |(_, after)| after.len());
    for border in numbers[2..].chunks(4) {
        assert!(decimals(&border[0]) >= 4, "metres of {border:?}");
        assert!(border[1..3].iter().all(|degrees| decimals(degrees) >= 7), "{border:?}");
    }
    let object: Value = serde_json::from_str(&json).unwrap();
    assert_near(&object["at"]["lat"], "18.44345", 0.0, "the position as it was asked");
    assert_near(&object["at"]["lon"], "1.40921", 0.0, "the position as it was asked");
    assert_near(&object["borders"][0]["distance_m"], "195853.9304", 1e-3, "Kidal");
    assert_near(&object["borders"][2]["distance_m"], "301828.9375", 1e-3, "Kidal");
}

#[test]
fn json_of_several_positions_is_an_array_in_the_order_asked() {
    let golden = golden();
    let mut arguments = vec!["distance", "--json"];
    arguments.extend(golden.keys().map(String::as_str));
    let json = done(Program::new().run(&arguments));
    let objects: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(objects.len(), golden.len());
    for (object, rows) in objects.iter().zip(golden.values()) {
        assert_golden(object, rows);
    }
    assert!(json.starts_with("[{\"at\":{\"lat\":") && json.ends_with("]}]\n"), "{json}");
}

#[test]
fn the_same_question_has_the_same_answer_in_every_language() {
    let program = Program::new();
    let json = |lang| program.run(&["distance", "16.77,-3.00", "--json", "--lang", lang]).out;
    assert!(!json("en").is_empty());
    assert_eq!(json("ar"), json("en"));
    assert_eq!(json("fr"), json("en"));
}

#[test]
fn positions_are_read_as_people_write_them() {
    let program = Program::new();
    let plain = done(program.run(&["distance", "18.44345,1.40921", "--lang=en"]));
    for position in [
        "18.44345 1.40921",
        "18,44345 1,40921",
        "18°26'36.42\" N 1°24'33.156\" E",
        "1 24 33.156 E 18 26 36.42 N",
        "31Q CA 32003 39986",
        "١٨٫٤٤٣٤٥، ١٫٤٠٩٢١",
    ] {
        let table = done(program.run(&["distance", position, "--lang=en"]));
        assert_eq!(table.lines().next(), plain.lines().next(), "{position}");
    }
    let south = done(program.run(&["distance", "-12 30 -7 45", "--lang=en"]));
    assert!(south.contains("12.5000°\u{A0}S, 7.7500°\u{A0}W"), "{south}");
}

#[test]
fn negative_latitudes_need_no_dashes() {
    let program = Program::new();
    for arguments in [
        ["distance", "-5.2,3.1", "--json"],
        ["distance", "--json", "-5.2,3.1"],
        ["--lang=ar", "distance", "-5.2,-3.1"],
        ["distance", "-5°12' 3°6'", "--json"],
    ] {
        let out = done(program.run(&arguments));
        assert!(out.contains("5.2"), "{arguments:?}: {out}");
    }
    let json = done(program.run(&["distance", "-5.2,3.1", "-12.5,-4", "--json"]));
    let objects: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_near(&objects[0]["at"]["lat"], "-5.2", 0.0, "latitude");
    assert_near(&objects[1]["at"]["lat"], "-12.5", 0.0, "latitude");
    assert!(objects[0]["borders"].as_array().unwrap().iter().all(|b| b["inside"] == false));
}

#[test]
fn spaces_about_the_numbers_do_no_harm() {
    let program = Program::new();
    let plain = done(program.run(&["distance", "18.44345,1.40921", "--json"]));
    assert_eq!(done(program.run(&["distance", " 18.44345, 1.40921 ", "--json"])), plain);
}

#[test]
fn the_table_speaks_the_language_that_is_asked_for() {
    for (lang, words) in [
        (
            "en",
            ["Algeria", "Burkina Faso", "195.9 km", "121.7 mi", "067° ENE", "inside", "Bearing"],
        ),
        ("fr", ["Algérie", "Burkina Faso", "195,9 km", "121,7 mi", "067° ENE", "dedans", "Azimut"]),
        (
            "ar",
            ["الجزائر", "بوركينا فاسو", "195.9 كم", "121.7 ميل", "067° ق ش ق", "داخلها", "الاتجاه"],
        ),
    ] {
        let table = done(Program::new().run(&["distance", "18.44345,1.40921", "--lang", lang]));
        let table = isolate::bare(&table).replace('\u{A0}', " ");
        for word in words {
            assert!(table.contains(word), "no `{word}` in\n{table}");
        }
        assert_eq!(table.lines().count(), 6, "a position, heads and four borders:\n{table}");
    }
}

#[test]
fn several_positions_have_a_table_each() {
    let program = Program::new();
    let table = done(program.run(&["distance", "18.44345,1.40921", "36.73,3.09", "--lang=en"]));
    assert_eq!(table.matches("Position ").count(), 2);
    assert_eq!(table.matches("Niger").count(), 2);
}

#[test]
fn a_terminal_s_columns_are_lined_up() {
    for lang in ["en", "fr"] {
        let table = done(Program::new().run(&["distance", "18.44345,1.40921", "--lang", lang]));
        let kilometres: Vec<usize> = table
            .lines()
            .skip(2)
            .map(|row| row.find([',', '.']).map(|at| row[..at].chars().count()).unwrap())
            .collect();
        assert!(kilometres.windows(2).all(|pair| pair[0] == pair[1]), "{kilometres:?}\n{table}");
    }
}

#[test]
fn what_is_not_a_position_is_refused_with_its_text_and_advice() {
    let program = Program::new();
    for (text, quoted) in [
        ("95,1.4", "95"),
        ("-90.001,1.4", "-90.001"),
        ("18.4,181", "181"),
        ("NaN,1.4", "NaN,1.4"),
        ("18.4,inf", "18.4,inf"),
        ("Kidal", "Kidal"),
        ("eighteen,one", "eighteen,one"),
        ("18.44345", "18.44345"),
        ("18.44345,", "18.44345,"),
        (",1.40921", ",1.40921"),
        ("18,44,1,40", "18,44,1,40"),
        ("", ""),
    ] {
        for lang in ["en", "fr", "ar"] {
            let ended = program.run(&["distance", text, "--lang", lang]);
            assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{text}");
            let said = isolate::bare(&ended.err);
            let named = [quoted, text].iter().any(|part| said.contains(&format!("`{part}`")));
            assert!(named, "{text}: {said}");
            let advice = ["18.44345,1.40921", "-180"].iter().any(|advice| said.contains(advice));
            assert!(advice, "{text} without an example or a range: {said}");
        }
    }
}

#[test]
fn one_wrong_position_among_several_is_refused_before_anything_is_printed() {
    let ended = Program::new().run(&["distance", "18.44345,1.40921", "95,0", "--json"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    assert!(ended.err.contains("`95`"), "{}", ended.err);
}

#[test]
fn a_full_disk_is_a_failure_that_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let program = Program::new();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sahel-map"));
    command.args(["distance", "18.44345,1.40921", "--lang=en"]).envs(program.variables());
    let output = command.stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot be written") && !said.contains("panicked"), "{said}");
}

#[test]
fn on_the_line_the_table_says_no_side() {
    let program = Program::new();
    let json = done(program.run(&["distance", "18.44345,1.40921", "--json"]));
    let object: Value = serde_json::from_str(&json).unwrap();
    let foot = &object["borders"][0]["nearest"];
    let table =
        done(program.run(&["distance", &format!("{},{}", foot["lat"], foot["lon"]), "--lang=en"]));
    assert_eq!(table.matches("uncertain").count(), 2, "Algeria and Mali meet here:\n{table}");
}
