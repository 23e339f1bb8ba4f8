//! Which bytes a dossier was read from.

use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::FILES;

/// The SHA-256 of a dossier's files, in hexadecimal: what
/// `LC_ALL=C sha256sum *.toml | sha256sum` prints in its folder.
pub(super) fn fingerprint(files: &BTreeMap<&str, &str>) -> String {
    let mut list = String::new();
    for (name, text) in files.iter().filter(|(name, _)| FILES.contains(name)) {
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{}  {name}", sha256(text.as_bytes()));
    }
    sha256(list.as_bytes())
}

/// The SHA-256 of `bytes` in hexadecimal.
///
/// ```
/// assert!(sahel_map::dossier::sha256(b"abc").starts_with("ba7816bf8f01cfea"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
