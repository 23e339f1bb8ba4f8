//! How a dossier comes out of the program, or off the disk.

use super::parse::{FILES, Loaded, parse};
use super::{Dossier, DossierError, built_in};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Largest file, in bytes: far more than any article needs.
pub const MAX_FILE_BYTES: u64 = 4_000_000;

impl Dossier {
    /// The dossier that is part of the program.
    ///
    /// # Errors
    /// None in a program that passed its tests.
    pub fn built_in() -> Result<Loaded, DossierError> {
        parse(&built_in::files())
    }

    /// The dossier in the folder `path`.
    ///
    /// # Errors
    /// [`DossierError`] where the folder, `dossier.toml` or the TOML of any file is missing or
    /// broken. A record that is wrong is no error: it is left out, with a notice.
    pub fn load(path: &Path) -> Result<Loaded, DossierError> {
        let files = read_folder(path)?;
        let texts = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        parse(&texts).map_err(|error| error.inside(path))
    }
}

/// Reads the TOML files of a folder: the only place where a dossier touches the disk.
///
/// # Errors
/// [`DossierError`] with the path that cannot be read, is too large or is not text.
pub fn read_folder(path: &Path) -> Result<BTreeMap<String, String>, DossierError> {
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |source| DossierError::Disk { path, source }
    };
    let metadata = fs::metadata(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => DossierError::NoFolder { path: path.to_owned() },
        _ => DossierError::Disk { path: path.to_owned(), source },
    })?;
    if !metadata.is_dir() {
        return Err(DossierError::NotAFolder { path: path.to_owned() });
    }
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(path).map_err(disk(path))? {
        let entry = entry.map_err(disk(path))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if Path::new(&name).extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let path = entry.path();
        if FILES.contains(&name.as_str()) {
            files.insert(name, read_file(&path)?);
        } else {
            // Not read, but its name is told: `place.toml` is likely meant to be `places.toml`.
            files.insert(name, String::new());
        }
    }
    Ok(files)
}

fn read_file(path: &Path) -> Result<String, DossierError> {
    let disk = |source| DossierError::Disk { path: path.to_owned(), source };
    // Opening a pipe would wait for ever.
    if !fs::metadata(path).map_err(disk)?.is_file() {
        return Err(disk(io::Error::new(io::ErrorKind::InvalidInput, "not a file")));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large, even one that grows or never ends.
    fs::File::open(path)
        .map_err(disk)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(disk)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(DossierError::TooLarge { path: path.to_owned() });
    }
    String::from_utf8(bytes).map_err(|_| DossierError::NotText { path: path.to_owned() })
}
