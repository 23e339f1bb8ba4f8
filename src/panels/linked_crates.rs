//! Which crates the program is built with, under which licences, and the notices that they want
//! passed on.
//!
//! The list is `assets/licences/crates.txt`, which `scripts/list-crates` writes from `Cargo.lock`
//! and `build.rs` packs.

use std::io::{self, Read as _};
use std::sync::LazyLock;

/// A crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LinkedCrate {
    /// Its name and version: `egui 0.37.1`.
    pub(super) name: &'static str,
    /// As its manifest says it: `MIT OR Apache-2.0`.
    pub(super) licence: &'static str,
    /// Where it comes from.
    pub(super) source: &'static str,
}

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/crates.deflate"));

/// What stands between two notices.
const RULE: &str =
    "\n==============================================================================\n";

/// The list and the notices, unpacked when they are first asked for.
static TEXT: LazyLock<String> = LazyLock::new(|| {
    unpack(PACKED).unwrap_or_else(|error| {
        tracing::error!(%error, "the list of crates");
        String::new()
    })
});

static CRATES: LazyLock<Vec<LinkedCrate>> = LazyLock::new(|| listed(&TEXT));

fn unpack(packed: &[u8]) -> io::Result<String> {
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}

/// All of them, by name.
pub(super) fn all() -> &'static [LinkedCrate] {
    &CRATES
}

/// The crates in the first part of the list, a line each, below its paragraph.
fn listed(text: &'static str) -> Vec<LinkedCrate> {
    let list = text.split(RULE).next().unwrap_or_default();
    let line = |line: &'static str| {
        let (name, terms) = line.split_once(": ")?;
        let (licence, source) = terms.split_once("; ")?;
        Some(LinkedCrate { name, licence, source })
    };
    list.lines().filter_map(line).collect()
}

/// The notices of a crate: those whose heading names it.
pub(super) fn notices(of: LinkedCrate) -> impl Iterator<Item = &'static str> {
    TEXT.split(RULE).skip(1).filter_map(move |notice| {
        let (names, words) = notice.split_once("\n\n")?;
        names.split(", ").any(|name| name == of.name).then_some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crate_has_a_licence_and_nearly_each_a_notice() {
        let crates = all();
        assert!(crates.len() > 300, "{} crates", crates.len());
        assert!(crates.iter().all(|of| !of.licence.is_empty() && !of.source.is_empty()));
        let egui = *crates.iter().find(|of| of.name.starts_with("egui 0.")).unwrap();
        assert_eq!(egui.licence, "MIT OR Apache-2.0");
        let with = crates.iter().filter(|of| notices(**of).next().is_some()).count();
        // A few packages hold no file with their terms.
        assert!(10 * with > 8 * crates.len(), "{with} of {} have a notice", crates.len());
    }

    #[test]
    fn each_crate_is_in_the_lock_file() {
        let lock = include_str!("../../Cargo.lock").replace("\"\nversion = \"", " ");
        for of in all() {
            assert!(
                lock.contains(&format!("name = \"{}\"", of.name)),
                "{} is not in Cargo.lock: run scripts/list-crates",
                of.name
            );
        }
    }
}
