//! Dossiers of 100 MB, of 100,000 places, of mistakes in every line, and links that lead in a circle.

use sahel_map::dossier::{
    Dossier, DossierFiles, FILES, Loaded, MAX_ENTRIES, MAX_FILE_BYTES, MAX_NOTICES, MAX_RECORDS,
    parse,
};
use sahel_map::state::{Notice, World};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;

/// The built-in dossier with another text of one file.
fn with(name: &str, text: &str) -> Loaded {
    let files = DossierFiles::built_in();
    let texts = FILES.into_iter().map(|file| (file, files.text(file).unwrap()));
    parse(&texts.chain([(name, text)]).collect()).unwrap()
}

fn told(path: &Path) -> String {
    let error = Dossier::load(path).unwrap_err();
    let cause = std::error::Error::source(&error).map_or_else(String::new, ToString::to_string);
    // What the window says of it is not longer than a screen.
    assert!(sahel_map::state::chain(&error).len() < 2_000);
    let _ = Notice::of_dossier(path, &error);
    format!("{error} {cause}")
}

#[test]
fn a_dossier_of_100_mb_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let large = |name: &str| {
        let path = folder.path().join(name);
        File::create(&path).unwrap().set_len(100_000_000).unwrap();
        path
    };
    assert!(told(&large("large.sahelmap")).contains("is larger than 8000000 bytes"));
    large("dossier.toml");
    assert!(told(folder.path()).contains("is larger than 4000000 bytes; split the dossier"));
}

#[test]
fn of_100_000_places_the_first_are_read_and_the_rest_is_told() {
    let mut text = String::new();
    for place in 0..100_000 {
        writeln!(text, "[[place]]\nid=\"p{place}\"").unwrap();
    }
    assert!(text.len() as u64 <= MAX_FILE_BYTES);
    let Loaded { notices, .. } = with("places.toml", &text);
    let said = notices.iter().map(ToString::to_string).collect::<Vec<_>>();
    let many = "places.toml: `place` has 100000 entries; those after the first 2000 are left out";
    assert!(said.iter().any(|notice| notice == many), "{:?}", &said[..3]);
    assert_eq!(notices.len(), MAX_NOTICES);
    assert!(said.last().unwrap().ends_with("more mistakes, which are not listed"), "{said:?}");
}

#[test]
fn as_many_places_as_there_may_be_are_measured() {
    let mut text = String::new();
    for place in 0..MAX_RECORDS {
        let (lat, lon) = (10 + place % 25, place % 28);
        writeln!(
            text,
            "[[place]]\nid=\"p{place}\"\nnames={{ar=\"م\",fr=\"m\",en=\"m\"}}\nkind=\"mention\"\n\
             precision=\"town\"\nbasis=\"context\"\nposition={{lat={lat}.{place:04},lon={lon}}}"
        )
        .unwrap();
    }
    let loaded = with("places.toml", &text);
    assert_eq!(loaded.dossier.places.len(), MAX_RECORDS);
    assert_eq!(World::new(loaded).unwrap().distances.len(), MAX_RECORDS);
}

#[test]
fn a_list_and_a_record_without_end_are_cut() {
    let head =
        "[[event]]\nid=\"e\"\nkind=\"battle\"\ntitle={ar=\"م\",fr=\"m\",en=\"m\"}\nparagraph=1\n";
    let places = "\"kidal\",".repeat(200_000);
    let mut unknown = String::new();
    for field in 0..20_000 {
        writeln!(unknown, "x{field}=1").unwrap();
    }
    let Loaded { dossier, notices, .. } =
        with("events.toml", &format!("{head}places=[{places}]\n{unknown}"));
    let event = dossier.events.first().unwrap();
    assert_eq!(event.places.len(), MAX_ENTRIES);
    let of_events = notices.iter().filter(|notice| notice.file == "events.toml");
    let of_events: Vec<String> = of_events.map(ToString::to_string).collect();
    assert!(of_events.iter().any(|notice| notice.contains("has 200000 entries")), "{of_events:?}");
    assert!(of_events.len() < 50, "{}", of_events.len());
}

#[test]
fn what_is_nested_without_end_is_no_toml_or_no_dossier() {
    let files = DossierFiles::built_in();
    let deep = [
        format!("a={}{}", "[".repeat(1_000_000), "]".repeat(1_000_000)),
        format!("a={}", "{a=".repeat(1_000_000)),
        format!("a{}=1", ".a".repeat(1_000_000)),
        format!("[a{}]", ".a".repeat(1_000_000)),
        format!("[[place]]\n{}", "[place.a]\n".repeat(3)),
    ];
    for text in deep {
        let texts = FILES.into_iter().map(|file| (file, files.text(file).unwrap()));
        let error = parse(&texts.chain([("places.toml", text.as_str())]).collect());
        assert!(error.is_err(), "{}…", &text[..20]);
    }
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_are_told() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    symlink(path("round"), path("round")).unwrap();
    assert!(told(&path("round")).contains("cannot be read"), "{}", told(&path("round")));
    // A folder in itself is no file of a dossier, and is not followed.
    symlink(folder.path(), path("again")).unwrap();
    let built_in = DossierFiles::built_in();
    for name in FILES {
        fs::write(path(name), built_in.text(name).unwrap()).unwrap();
    }
    assert!(Dossier::load(&path("again/again/again")).unwrap().notices.is_empty());
    fs::remove_file(path("places.toml")).unwrap();
    symlink("places.toml", path("places.toml")).unwrap();
    assert!(told(folder.path()).contains("places.toml` cannot be read"), "{}", told(folder.path()));
    fs::remove_file(path("places.toml")).unwrap();
    symlink("/dev/zero", path("places.toml")).unwrap();
    assert!(told(folder.path()).contains("not a file"), "{}", told(folder.path()));
}
