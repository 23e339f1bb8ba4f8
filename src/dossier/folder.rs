//! How the files of a dossier come out of a folder.

use super::DossierError;
use super::parse::{FILES, MAX_FILE_BYTES, is_toml_name};
use crate::disk::{Unread, read_whole};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Reads the TOML files of a folder.
///
/// # Errors
/// [`DossierError`] with the path that cannot be read, is too large or is not text.
pub(super) fn read_folder(path: &Path) -> Result<BTreeMap<String, String>, DossierError> {
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |source| DossierError::Disk { path, source }
    };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(path).map_err(disk(path))? {
        let entry = entry.map_err(disk(path))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if !is_toml_name(&name) {
            continue;
        }
        let path = entry.path();
        if FILES.contains(&name.as_str()) {
            let bytes = read_file(&path, MAX_FILE_BYTES)?;
            let text = String::from_utf8(bytes).map_err(|_| DossierError::NotText { path })?;
            files.insert(name, text);
        } else {
            // Not read, but its name is told: `place.toml` is likely meant to be `places.toml`.
            files.insert(name, String::new());
        }
    }
    Ok(files)
}

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// [`DossierError`] where it cannot be read or is larger.
pub(super) fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, DossierError> {
    read_whole(path, limit).map_err(|unread| match unread {
        Unread::Disk(source) => DossierError::Disk { path: path.to_owned(), source },
        Unread::TooLarge(limit) => DossierError::TooLarge { path: path.to_owned(), limit },
    })
}
