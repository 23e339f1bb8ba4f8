//! Does what is fuzzed hold for the files that are kept in `fuzz/corpus`, among them all that once
//! broke it? `scripts/fuzz` looks for more.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../fuzz/bodies/bidi.rs"]
mod bidi;
#[path = "../fuzz/bodies/coordinates.rs"]
mod coordinates;
#[path = "../fuzz/bodies/csv.rs"]
mod csv_table;
#[path = "../fuzz/bodies/dossier.rs"]
mod dossier;
#[path = "../fuzz/bodies/mvt.rs"]
mod mvt;
#[path = "../fuzz/bodies/pmtiles.rs"]
mod pmtiles;
#[path = "../fuzz/bodies/session.rs"]
mod session;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Runs `body` over the files of a target, and names those that it stops at. It says of each file whether
/// that was read: where hardly any is, the corpus is of another format than the program.
fn holds(target: &str, body: fn(&[u8]) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 5, "{target} has {} files", files.len());
    let (all, mut read) = (files.len(), 0);
    files.retain(|file| {
        let data = fs::read(file).unwrap();
        let outcome = catch_unwind(|| body(&data));
        read += usize::from(matches!(outcome, Ok(true)));
        outcome.is_err()
    });
    assert!(files.is_empty(), "{files:#?}");
    assert!(3 * read >= all, "{target}: only {read} of {all} files are read");
}

#[test]
fn texts_are_set_and_edited() {
    holds("bidi", bidi::run);
}

#[test]
fn positions_are_read() {
    holds("coordinates", coordinates::run);
}

#[test]
fn tables_are_measured() {
    holds("csv", csv_table::run);
}

#[test]
fn dossiers_are_read() {
    holds("dossier", dossier::run);
}

#[test]
fn vector_tiles_are_looked_through() {
    holds("mvt", mvt::run);
}

#[test]
fn archives_are_read() {
    holds("pmtiles", pmtiles::run);
}

#[test]
fn sessions_are_read() {
    holds("session", session::run);
}
