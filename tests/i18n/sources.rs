//! No key is kept for nobody. (That a key which is asked for is there, the compiler sees.)

use crate::catalogue::messages;
use sahel_map::geodata::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Beginnings of keys that no source names in full, and why they are there.
const NAMED_BY_NO_SOURCE: &[(&str, &str)] = &[
    ("month-", "the number of the month and the usage are put behind it"),
    ("compass-", "the words of a point are its key with `-words` behind it"),
    ("settings-online", "the setting for tiles from the network"),
    ("action-briefing", "the button of the briefing"),
    ("hint-briefing", "the button of the briefing"),
    ("action-open", "the button that opens another dossier"),
    ("card-twin", "the note on a twin settlement, where the dossier has none"),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The sources that have words at hand: the layers above `i18n` know of none.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let silent = ["geodata", "measure", "dossier"].map(|layer| root.join(layer));
    rust_files(&root)
        .into_iter()
        .filter(|path| !silent.iter().any(|layer| path.starts_with(layer)))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// Every key that a source names.
fn keys_asked_for(source: &str) -> impl Iterator<Item = String> {
    source.split("key::").skip(1).map(|rest| {
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next();
        name.unwrap_or_default().to_lowercase().replace('_', "-")
    })
}

#[test]
fn no_key_is_kept_for_nobody() {
    let sources = sources();
    let used: BTreeSet<_> = sources.iter().flat_map(|source| keys_asked_for(source)).collect();
    let unused: Vec<_> = messages(Lang::En)
        .into_keys()
        .filter(|key| !key.starts_with('-') && !used.contains(key.as_str()))
        .filter(|key| !NAMED_BY_NO_SOURCE.iter().any(|(prefix, _)| key.starts_with(prefix)))
        .collect();
    assert!(unused.is_empty(), "in assets/locales and nowhere in src: {unused:#?}");
}

#[test]
fn the_scan_finds_keys_and_only_keys() {
    let source = "words.text(key::PANEL_PLACES); format(key::MONTH_1_MAGHREB, key.name())";
    let keys: Vec<_> = keys_asked_for(source).collect();
    assert_eq!(keys, ["panel-places", "month-1-maghreb"]);
}
