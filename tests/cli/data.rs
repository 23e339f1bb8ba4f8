//! `sahel-map export geojson|kml|csv`: what other programs read in the files, and what is refused.

use crate::program::Program;
use sahel_map::dossier::{Dossier, Precision};
use sahel_map::geodata::Lang;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const FORMATS: [&str; 3] = ["geojson", "kml", "csv"];

fn built_in() -> Dossier {
    Dossier::built_in().unwrap().dossier
}

/// What standard output has after an export in `lang`.
#[track_caller]
fn printed(format: &str, lang: &str) -> String {
    let ended = Program::new().run(&["export", format, "--out", "-", "--lang", lang]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{format}");
    ended.out
}

fn json() -> Value {
    serde_json::from_str(&printed("geojson", "en")).unwrap()
}

/// The rows of the CSV, by column.
fn rows() -> Vec<BTreeMap<String, String>> {
    let text = printed("csv", "en");
    assert!(text.ends_with("\r\n"), "RFC 4180 ends rows by CRLF");
    let text = text.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Country, metres and side of a place, by an independent method.
fn golden(place: &str) -> Vec<(String, f64, bool)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/border_distances.csv");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[0] == place)
        .map(|row| (row[3].to_owned(), row[5].parse().unwrap(), row[4] == "1"))
        .collect()
}

#[test]
fn geojson_has_every_place_with_names_excerpts_and_dates_as_in_the_dossier() {
    let (dossier, json) = (built_in(), json());
    assert_eq!(json["type"], "FeatureCollection");
    let features = json["features"].as_array().unwrap();
    assert_eq!(features.len(), dossier.places.len());
    for (place, feature) in dossier.places.iter().zip(features) {
        let properties = &feature["properties"];
        assert_eq!(feature["type"], "Feature");
        assert_eq!(feature["id"], place.id.as_str());
        for lang in Lang::ALL {
            assert_eq!(properties[format!("name_{}", lang.code())], place.names.get(lang));
        }
        let own = dossier.excerpts_of(&place.id);
        let excerpts = properties["excerpts"].as_array().unwrap();
        assert_eq!(excerpts.len(), own.len());
        for (excerpt, own) in excerpts.iter().zip(own) {
            assert_eq!(
                (&excerpt["paragraph"], &excerpt["text"]),
                (&own.paragraph.into(), &own.text().into())
            );
        }
        let events = properties["events"].as_array().unwrap();
        assert_eq!(events.len(), dossier.events_of(&place.id).len());
        for (event, written) in dossier.events_of(&place.id).iter().zip(events) {
            let dates = event.when_article.iter().chain(&event.when_context);
            let dates: Vec<String> = dates.map(ToString::to_string).collect();
            let written = written["dates"].as_array().unwrap().iter();
            let written: Vec<&str> = written.map(|date| date["date"].as_str().unwrap()).collect();
            assert_eq!(written, dates, "{}", event.id);
        }
    }
    assert!(json["sources"].to_string().contains("OpenStreetMap"));
    assert!(json["boundary_disclaimer"].as_str().unwrap().contains("do not imply endorsement"));
    assert!(json["generator"].as_str().unwrap().ends_with(env!("CARGO_PKG_VERSION")));
}

/// Points for pins, anticlockwise closed rings for vague places, nothing for areas; all in the bbox.
#[test]
fn geojson_has_the_geometry_that_is_known_and_no_more() {
    let (dossier, json) = (built_in(), json());
    let bbox: Vec<f64> = serde_json::from_value(json["bbox"].clone()).unwrap();
    let mut rings = 0;
    for (place, feature) in dossier.places.iter().zip(json["features"].as_array().unwrap()) {
        let geometry = &feature["geometry"];
        let coordinates = geometry["coordinates"].clone();
        let points: Vec<[f64; 2]> = match place.precision {
            Precision::Town { .. } => {
                assert_eq!(geometry["type"], "Point", "{}", place.id);
                let point: [f64; 2] = serde_json::from_value(coordinates).unwrap();
                let at = place.position.unwrap();
                assert!((point[0] - at.lon()).abs() < 1e-7 && (point[1] - at.lat()).abs() < 1e-7);
                vec![point]
            }
            Precision::Within { .. } => {
                assert_eq!(geometry["type"], "Polygon", "{}", place.id);
                let ring: Vec<[f64; 2]> = serde_json::from_value(coordinates[0].clone()).unwrap();
                let edges = ring.windows(2);
                let area: f64 = edges.map(|e| e[0][0] * e[1][1] - e[1][0] * e[0][1]).sum();
                assert!(area > 0.0, "{} is clockwise", place.id);
                assert_eq!(ring.first(), ring.last(), "{} is open", place.id);
                rings += 1;
                ring
            }
            Precision::Country | Precision::Area => {
                assert!(geometry.is_null(), "{}", place.id);
                vec![]
            }
        };
        for [lon, lat] in points {
            assert!((bbox[0]..=bbox[2]).contains(&lon) && (bbox[1]..=bbox[3]).contains(&lat));
        }
    }
    assert!(rings > 0, "no vague place was looked at");
}

#[test]
fn distances_are_those_of_an_independent_method() {
    let (json, rows) = (json(), rows());
    let golden = golden("Kidal");
    assert_eq!(golden.len(), 4);
    let features = json["features"].as_array().unwrap();
    let properties = &features.iter().find(|f| f["id"] == "kidal").unwrap()["properties"];
    let row = rows.iter().find(|row| row["id"] == "kidal").unwrap();
    for (country, distance, inside) in &golden {
        let column = |name: &str| format!("{country}_{name}");
        let written = properties[column("distance_m")].as_f64().unwrap();
        assert!((written - distance).abs() < 0.01, "{country}: {written}, {distance}");
        assert_eq!(properties[column("inside")], *inside);
        assert!(properties[column("uncertainty_m")].as_f64().unwrap() >= 1_000.0);
        assert_eq!(row[&column("distance_m")], written.to_string());
        assert_eq!(row[&column("inside")], inside.to_string());
    }
}

#[test]
fn csv_has_a_row_a_place_with_the_fields_of_geojson() {
    let (dossier, rows, json) = (built_in(), rows(), json());
    assert_eq!(rows.len(), dossier.places.len());
    for (place, row) in dossier.places.iter().zip(&rows) {
        assert_eq!(row["name_ar"], place.names.ar);
        for excerpt in dossier.excerpts_of(&place.id) {
            let line = format!("¶{} {}", excerpt.paragraph, excerpt.text());
            assert!(row["excerpts"].contains(&line), "{}", place.id);
        }
    }
    for name in json["features"][0]["properties"].as_object().unwrap().keys() {
        assert!(rows[0].contains_key(name), "no column {name}");
    }
}

#[test]
fn kml_is_well_formed_with_folders_styles_balloons_and_lines_turned_off() {
    let dossier = built_in();
    for lang in Lang::ALL {
        let text = printed("kml", lang.code());
        let kml = roxmltree::Document::parse(&text).unwrap();
        let named = |name: &'static str| {
            let name = ("http://www.opengis.net/kml/2.2", name);
            kml.descendants().filter(move |node| node.has_tag_name(name))
        };
        let child = |node: roxmltree::Node<'_, '_>, name: &str| {
            let child = node.children().find(|n| n.tag_name().name() == name);
            child.and_then(|n| n.text()).unwrap_or_default().to_owned()
        };
        let styles: Vec<&str> = named("Style").filter_map(|n| n.attribute("id")).collect();
        let places: Vec<_> = named("Placemark").filter(|n| n.attribute("id").is_some()).collect();
        assert_eq!(places.len(), dossier.places.len());
        for node in places {
            let id = node.attribute("id").unwrap();
            let place = dossier.places.iter().find(|p| p.id.as_str() == id).unwrap();
            assert_eq!(child(node, "name"), place.names.get(lang));
            assert!(styles.contains(&child(node, "styleUrl").trim_start_matches('#')));
            let balloon = child(node, "description");
            for excerpt in dossier.excerpts_of(&place.id) {
                let escaped = excerpt.text().replace('"', "&quot;");
                let begin = format!("<p dir=\"rtl\" lang=\"ar\">{escaped} (");
                assert!(balloon.contains(&begin), "{id}");
            }
        }
        assert!(named("TimeSpan").count() > 0 && named("LineString").count() > 0);
        for line in named("LineString") {
            assert_eq!(child(line.parent().unwrap(), "visibility"), "0");
        }
        // Opacity, blue, green, red of the battle's #D55E00.
        assert!(text.contains("<color>ff005ed5</color>"));
    }
}

/// Names, words and number of features, as GDAL has them.
#[test]
fn gdal_reads_all_three_back() {
    if Command::new("ogrinfo").arg("--version").output().is_err() {
        eprintln!("GDAL did not read the data back: ogrinfo is not there (apt install gdal-bin).");
        return;
    }
    let (program, dossier) = (Program::new(), built_in());
    let pins: Vec<_> = dossier.places.iter().filter(|p| p.pin_position().is_some()).collect();
    let rings = dossier.places.iter().filter(|p| dossier.ring_of(p).is_some()).count();
    for format in FORMATS {
        let name = format!("places.{format}");
        let ended = program.run(&["export", format, "--out", &name, "--lang", "ar"]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let read = Command::new("ogrinfo").args(["-al", "-ro"]).arg(program.path(&name)).output();
        let read = read.unwrap();
        let out = String::from_utf8(read.stdout).unwrap();
        let err = String::from_utf8_lossy(&read.stderr);
        assert!(read.status.success() && !err.contains("ERROR"), "{format}: {err}");
        let counts = out.lines().filter_map(|line| line.strip_prefix("Feature Count: "));
        let count: usize = counts.map(|count| count.parse::<usize>().unwrap()).sum();
        if format == "kml" {
            // A line for each pin besides; some drivers pass over places without geometry.
            let most = dossier.places.len() + pins.len();
            assert!((2 * pins.len() + rings..=most).contains(&count), "{count}");
        } else {
            assert_eq!(count, dossier.places.len(), "{format}");
        }
        for place in &pins {
            // One driver of KML reads no extended data.
            let langs = if format == "kml" { &[Lang::Ar][..] } else { &Lang::ALL };
            for lang in langs {
                assert!(out.contains(place.names.get(*lang)), "{format}: no {}", place.id);
            }
            for excerpt in dossier.excerpts_of(&place.id) {
                let text = excerpt.text();
                let quoted = text.replace('"', "\\\"");
                let in_balloon = text.replace('"', "&quot;");
                let found = [text, quoted, in_balloon].iter().any(|text| out.contains(text));
                assert!(found, "{format}: no excerpt {} of {}", excerpt.id, place.id);
            }
        }
    }
}

/// What a hostile dossier writes stays text: markup, the ends of what it stands in, controls, formulas.
#[test]
fn hostile_words_stay_words() {
    const HOSTILE: &str = "=1+1]]></value><script>&\"'\u{1}\u{202E}\\";
    let program = Program::new();
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    fs::create_dir(program.path("hostile")).unwrap();
    for entry in fs::read_dir(dossier).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_file() {
            let copy = program.path("hostile").join(entry.file_name().unwrap());
            fs::copy(&entry, copy).unwrap();
        }
    }
    let places = program.path("hostile/places.toml");
    let text = fs::read_to_string(&places).unwrap();
    let written = r#"en = "=1+1]]></value><script>&\"'\u0001\u202E\\""#;
    fs::write(&places, text.replace("en = \"Kidal\"", written)).unwrap();
    let export = |format: &str| {
        let name = format!("places.{format}");
        let arguments = ["export", format, "--dossier", "hostile", "--lang", "en", "--out", &name];
        let ended = program.run(&arguments);
        assert_eq!(ended.code, 0, "{}", ended.err);
        fs::read_to_string(program.path(&name)).unwrap()
    };
    let (json, kml, csv) = (export("geojson"), export("kml"), export("csv"));
    let json: Value = serde_json::from_str(&json).unwrap();
    let features = json["features"].as_array().unwrap();
    let kidal = features.iter().find(|feature| feature["id"] == "kidal").unwrap();
    assert_eq!(kidal["properties"]["name_en"], HOSTILE);
    let kml = roxmltree::Document::parse(&kml).unwrap();
    assert!(kml.descendants().all(|node| !node.has_tag_name("script")));
    // XML has no place for the control.
    let in_xml = HOSTILE.replace('\u{1}', "\u{FFFD}");
    assert!(kml.descendants().any(|node| node.text() == Some(&in_xml)), "{in_xml}");
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<BTreeMap<String, String>> = rows.deserialize().map(Result::unwrap).collect();
    let row = rows.iter().find(|row| row["id"] == "kidal").unwrap();
    assert_eq!(row["name_en"], HOSTILE, "what begins as a formula is written as it is");
    if Command::new("ogrinfo").arg("--version").output().is_err() {
        eprintln!("GDAL did not read the data back: ogrinfo is not there (apt install gdal-bin).");
        return;
    }
    for format in FORMATS {
        let read = Command::new("ogrinfo")
            .args(["-al", "-ro"])
            .arg(program.path(&format!("places.{format}")))
            .output()
            .unwrap();
        let (out, err) =
            (String::from_utf8_lossy(&read.stdout), String::from_utf8_lossy(&read.stderr));
        assert!(read.status.success() && !err.contains("ERROR"), "{format}: {err}");
        assert!(out.contains("=1+1]]></value><script>&"), "{format}");
    }
}

/// A file that is opened offline asks for nothing.
#[test]
fn no_file_points_to_the_network() {
    for lang in ["ar", "fr", "en"] {
        let kml = printed("kml", lang);
        let kml = roxmltree::Document::parse(&kml).unwrap();
        let named = |name: &str| kml.descendants().filter(|n| n.tag_name().name() == name).count();
        assert_eq!(["href", "Icon", "NetworkLink", "Link"].map(named), [0; 4]);
        assert_eq!(named("IconStyle"), named("Style"), "each kind keeps its colour");
    }
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    for format in FORMATS {
        assert!(printed(format, "ar") == printed(format, "ar"), "{format}");
    }
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let program = Program::new();
    fs::write(program.path("mine"), "mine").unwrap();
    fs::create_dir(program.path("folder")).unwrap();
    for (format, lang) in FORMATS.into_iter().zip(["en", "fr", "ar"]) {
        for (out, named) in [
            ("no-such-folder/places", "no-such-folder"),
            ("folder", "folder"),
            ("mine", "--force"),
            ("/proc/places", "/proc/places"),
            ("/dev/full", "/dev/full"),
        ] {
            let ended = program.run(&["export", format, "--out", out, "--lang", lang]);
            assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{out}: {}", ended.err);
            assert!(ended.err.contains(named), "{out}: {}", ended.err);
        }
        assert_eq!(fs::read(program.path("mine")).unwrap(), b"mine");
        let name = format!("أماكن مالي.{format}");
        fs::write(program.path(&name), "old").unwrap();
        let ended = program.run(&["export", format, "--out", &name, "--force"]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert!(fs::read(program.path(&name)).unwrap().len() > 1_000);
    }
    let mut left = fs::read_dir(program.path("")).unwrap().flatten();
    assert!(left.all(|entry| !entry.file_name().to_string_lossy().starts_with(".sahel-map-")));
    for wrong in [
        &["export", "shp", "--out", "a"][..],
        &["export", "csv"],
        &["export", "kml", "--out", "a", "--view", "1,2,3"],
    ] {
        assert_eq!(program.run(wrong).code, 2, "{wrong:?}");
    }
    let missing = program.run(&["export", "csv", "--out", "a", "--dossier", "missing"]);
    assert!(missing.code == 1 && missing.err.contains("missing"), "{}", missing.err);
    assert!(!program.path("a").exists());
}
