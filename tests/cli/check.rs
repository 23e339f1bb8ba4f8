//! `sahel-map check`: the claims with their figures, and a dossier with something wrong in it.

use crate::program::Program;
use sahel_map::disk::Existing;
use sahel_map::dossier::DossierFiles;
use sahel_map::i18n::isolate;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A copy of the built-in dossier, with one file changed.
fn dossier(program: &Program, file: &str, from: &str, to: &str) -> String {
    let folder = program.path("dossier");
    fs::create_dir_all(&folder).unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    for entry in fs::read_dir(built_in).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no `{from}`");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    folder.display().to_string()
}

fn plain(text: &str) -> String {
    isolate::bare(text).replace(['\u{A0}', '\u{202F}'], " ")
}

#[test]
fn the_claims_of_the_article_are_set_beside_what_is_computed() {
    for (lang, parts) in [
        (
            "en",
            [
                "¶8  على بعد 12 ميلاً فقط من الجزائر",
                "The article: 12 miles – 19.31 km",
                "If nautical miles – 22.22 km",
                "Of the town, Tinzaouaten: does not fit. The border line is about 0.3 km away.",
                "Of the site, Tinzaouaten ambush: fits only a site at least 19.3 km inside Mali.",
                "The nearest lies 19.5 km from Tinzaouaten, bearing 195° SSW, at 19.7790° N, 2.9190° E.",
                "If nautical miles: 22.2 km; the nearest such site lies 22.5 km from Tinzaouaten, bearing 196° SSW.",
                "¶9  قُتل ما يصل إلى 50 من مقاتليها",
                "The article says that reports say so. Nothing here can check it.",
            ],
        ),
        (
            "fr",
            [
                "¶8  على بعد 12 ميلاً فقط من الجزائر",
                "L’article : 12 miles – 19,31 km",
                "En milles marins – 22,22 km",
                "De la localité, Tinzaouatène : ne convient pas. La frontière est à environ 0,3 km.",
                "Du lieu, Embuscade de Tinzaouatène : ne convient qu’à un site à 19,3 km au moins de la frontière, côté Mali.",
                "Le plus proche est à 19,5 km de Tinzaouatène, azimut 195° SSO, en 19,7790° N, 2,9190° E.",
                "En milles marins : 22,2 km ; le site le plus proche est alors à 22,5 km de Tinzaouatène, azimut 196° SSO.",
                "¶9  قُتل ما يصل إلى 50 من مقاتليها",
                "L’article dit que des rapports le disent. Rien ici ne permet de le vérifier.",
            ],
        ),
        (
            "ar",
            [
                "¶8  على بعد 12 ميلاً فقط من الجزائر",
                "المقال: 12 ميلًا – 19.31 كم",
                "إن كانت أميالًا بحرية – 22.22 كم",
                "عن البلدة، تينزاوتين: لا ينطبق. خط الحدود على بعد نحو 0.3 كم.",
                "عن الموقع، كمين تينزاوتين: لا ينطبق إلا على موقع يبعد 19.3 كم على الأقل داخل مالي.",
                "أقربه على بعد 19.5 كم من تينزاوتين باتجاه 195° ج ج غ، عند 19.7790° ش، 2.9190° ق.",
                "إن كانت أميالًا بحرية: 22.2 كم؛ وأقرب موقع عندئذ على بعد 22.5 كم من تينزاوتين باتجاه 196° ج ج غ.",
                "¶9  قُتل ما يصل إلى 50 من مقاتليها",
                "يقول المقال إن تقارير تقوله. ولا شيء هنا يتيح التحقق منه.",
            ],
        ),
    ] {
        let ended = Program::new().run(&["check", "--lang", lang]);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{lang}");
        let said = plain(&ended.out);
        for part in parts {
            assert!(said.contains(part), "{lang}: no `{part}` in {said}");
        }
    }
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The expected figures are those of `tests/isodistance.rs` and `tests/golden/`, by other
/// libraries.
#[test]
fn json_has_every_figure_with_all_its_digits() {
    let ended = Program::new().run(&["check", "--json"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let checked: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(checked["notices"], Value::Array(Vec::new()));
    let miles = &checked["claims"][0];
    assert_eq!((&miles["id"], &miles["paragraph"]), (&"twelve-miles".into(), &8.into()));
    assert_eq!(miles["to_border_of"], "DZA");
    let [town, site] = [0, 1].map(|index| &miles["about"][index]);
    assert_eq!(
        (&town["place"], &site["place"]),
        (&"tinzaouaten".into(), &"tinzaouaten-ambush".into())
    );
    assert!((number(&town["measured"]["distance_m"]) - 328.450_2).abs() < 1e-3, "{town}");
    assert!(number(&town["measured"]["uncertainty_m"]) >= 1_000.0, "{town}");
    assert!((number(&site["measured"]["within_m"]) - 25_000.0).abs() < 1e-9);
    for (index, unit, stated, away) in
        [(0, "mi", 19_312.128, 19_462.765_9), (1, "nm", 22_224.0, 22_463.731_2)]
    {
        for (about, verdict) in [(town, "does-not-fit"), (site, "fits-somewhere")] {
            let reading = &about["readings"][index];
            assert_eq!((&reading["unit"], &reading["verdict"]), (&unit.into(), &verdict.into()));
            assert!((number(&reading["stated_m"]) - stated).abs() < 1e-9, "{reading}");
            let nearest = &reading["nearest_site"];
            assert!((number(&nearest["distance_m"]) - away).abs() < 5e-3, "{reading}");
            assert!((number(&nearest["to_border_m"]) - stated).abs() < 1e-3, "{reading}");
        }
    }
    for index in [1, 2] {
        assert_eq!(checked["claims"][index]["not_computed"], "count");
    }
}

#[test]
fn a_mistake_in_a_record_is_told_with_its_file_and_field_and_the_rest_is_checked() {
    let program = Program::new();
    let folder = dossier(&program, "places.toml", "lat = 18.44345", "lat = 184.4");
    let ended = program.run(&["check", &folder, "--lang", "en"]);
    assert_eq!(ended.code, 1);
    for part in ["places.toml", "place `kidal`", "latitude `184.4`", "5 mistakes. Correct them"] {
        assert!(plain(&ended.err).contains(part), "no `{part}` in {}", ended.err);
    }
    assert!(plain(&ended.out).contains("about 0.3 km away"), "{}", ended.out);
    let ended = program.run(&["check", &folder, "--json"]);
    assert_eq!(ended.code, 1);
    let checked: Value = serde_json::from_str(&ended.out).unwrap();
    let notices = checked["notices"].as_array().unwrap();
    let latitude = notices.iter().find(|notice| notice["file"] == "places.toml").unwrap();
    assert_eq!(latitude["entry"], "place `kidal`");
    assert!(latitude["problem"].as_str().unwrap().contains("`184.4`"), "{latitude}");
}

#[test]
fn a_dossier_that_cannot_be_read_is_told_with_its_line() {
    let program = Program::new();
    let folder = dossier(&program, "claims.toml", "amount = 12", "amount = = 12");
    let ended = program.run(&["check", &folder, "--lang", "en"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    for part in ["claims.toml", "line 14"] {
        assert!(ended.err.contains(part), "no `{part}` in {}", ended.err);
    }
    let ended = program.run(&["check", "no-such-folder", "--lang", "en"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    assert!(ended.err.contains("There is no dossier at"), "{}", ended.err);
}

#[test]
fn a_dossier_in_one_file_is_checked_as_its_folder_is() {
    let program = Program::new();
    let folder = dossier(&program, "claims.toml", "units = [\"mi\", \"nm\"]", "units = [\"km\"]");
    let one_file = program.path("ملف واحد.sahelmap");
    let files = DossierFiles::read(Path::new(&folder)).unwrap();
    files.write(&one_file, Existing::Keep).unwrap();
    let one_file = one_file.display().to_string();
    for arguments in [["check", "--json"], ["check", "--lang=ar"]] {
        let [of_folder, of_file] =
            [&folder, &one_file].map(|path| program.run(&[arguments[0], arguments[1], path]));
        assert_eq!((of_file.code, of_file.err.as_str()), (0, ""));
        assert_eq!(of_file.out, of_folder.out);
    }
    let bytes = fs::read(&one_file).unwrap();
    fs::write(&one_file, &bytes[..bytes.len() - 30]).unwrap();
    let ended = program.run(&["check", &one_file, "--lang", "en"]);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    for part in [one_file.as_str(), "cannot be unpacked", "write the .sahelmap file again"] {
        assert!(ended.err.contains(part), "no `{part}` in {}", ended.err);
    }
}

#[test]
fn a_claim_that_fits_says_so() {
    let program = Program::new();
    let folder = dossier(&program, "claims.toml", "units = [\"mi\", \"nm\"]", "units = [\"km\"]");
    let path = Path::new(&folder).join("claims.toml");
    let text = fs::read_to_string(&path).unwrap().replacen("amount = 12", "amount = 1.2", 1);
    fs::write(&path, text).unwrap();
    let ended = program.run(&["check", &folder, "--lang", "en"]);
    let said = plain(&ended.out);
    for part in [
        "The article: 1.2 km – 1.20 km",
        "Of the town, Tinzaouaten: fits. The border line is about 0.3 km away.",
        "Of the site, Tinzaouaten ambush: fits only a site at least 1.2 km inside Mali.",
    ] {
        assert!(said.contains(part), "no `{part}` in {said}");
    }
}
