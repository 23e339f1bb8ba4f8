//! `--version`: which program this is, and on which data it measures.

use crate::geodata::Manifest;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Enough of a SHA-256 to tell two states of a file apart.
const DIGITS: usize = 12;

/// What stands after the program's name: its version, then every file of the ground with the state
/// of its data and the beginning of its SHA-256, then whom to credit. What a report of a wrong figure
/// has to say.
pub(super) static LONG: LazyLock<String> = LazyLock::new(long);

fn long() -> String {
    let mut text = env!("CARGO_PKG_VERSION").to_owned();
    let manifest = match Manifest::embedded() {
        Ok(manifest) => manifest,
        Err(error) => {
            tracing::error!(%error, "the manifest cannot be read");
            return text;
        }
    };
    let name = manifest.files.iter().map(|file| file.path.len()).max().unwrap_or_default();
    let date = manifest.files.iter().map(|file| file.date.len()).max().unwrap_or_default();
    text.push_str("\n\nData (file, state, SHA-256):\n");
    for file in &manifest.files {
        let digest = file.sha256.get(..DIGITS).unwrap_or(&file.sha256);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {:name$}  {:date$}  {digest}", file.path, file.date);
    }
    text.push_str("\nSources (licence; state):\n");
    for credit in manifest.credits_with_licences() {
        let _ = writeln!(text, "  {credit}");
    }
    // The command line ends the last line itself.
    text.trim_end().to_owned()
}
