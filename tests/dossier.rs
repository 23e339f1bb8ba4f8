//! Is the built-in dossier what the article says, and does a bad dossier say what is wrong?

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where something is not as it has to be, in its helpers too"
)]

#[path = "dossier/archive.rs"]
mod archive;
#[path = "dossier/bad_input.rs"]
mod bad_input;
#[path = "dossier/check.rs"]
mod check;
#[path = "dossier/disk.rs"]
mod disk;
#[path = "dossier/excerpts.rs"]
mod excerpts;
#[path = "dossier/facts.rs"]
mod facts;
#[path = "dossier/files.rs"]
mod files;
#[path = "dossier/schema.rs"]
mod schema;
#[path = "dossier/survival.rs"]
mod survival;
#[path = "dossier/written.rs"]
mod written;

use sahel_map::dossier::{Dossier, Loaded, parse};
use std::collections::BTreeMap;

/// The built-in dossier, which has nothing wrong with it.
fn built_in() -> Dossier {
    let Loaded { dossier, notices, .. } = Dossier::built_in().unwrap();
    assert_eq!(notices, [], "the built-in dossier loads without a notice");
    dossier
}

/// The files of the built-in dossier.
fn built_in_files() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("dossier.toml", include_str!("../assets/dossier/dossier.toml")),
        ("excerpts.toml", include_str!("../assets/dossier/excerpts.toml")),
        ("places.toml", include_str!("../assets/dossier/places.toml")),
        ("events.toml", include_str!("../assets/dossier/events.toml")),
        ("claims.toml", include_str!("../assets/dossier/claims.toml")),
        ("actors.toml", include_str!("../assets/dossier/actors.toml")),
        ("scenes.toml", include_str!("../assets/dossier/scenes.toml")),
    ])
}

/// The files of the dossier that EXAMPLE.md writes out: below each `## FILE` its text.
fn example_files() -> BTreeMap<&'static str, &'static str> {
    let sections = include_str!("../assets/dossier/EXAMPLE.md").split("\n## ").skip(1);
    sections
        .map(|section| {
            let (file, rest) = section.split_once('\n').unwrap();
            let text = rest.split_once("```toml\n").unwrap().1;
            (file, text.split_once("```").unwrap().0)
        })
        .collect()
}

#[test]
fn the_example_is_a_whole_dossier_without_a_notice() {
    let files = example_files();
    assert_eq!(files.len(), sahel_map::dossier::FILES.len());
    let Loaded { dossier, notices, .. } = parse(&files).unwrap();
    assert_eq!(notices.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(dossier.places.len(), 6);
    assert_eq!(dossier.scenes.len(), 1);
    let ring = dossier.places.iter().find_map(|p| dossier.ring_of(p)).unwrap();
    let timbuktu = dossier.opens_with.as_ref().and_then(|id| dossier.place(id)).unwrap();
    assert_eq!(Some(ring.centre), timbuktu.position);
}
