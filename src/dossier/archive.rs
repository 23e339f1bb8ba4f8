//! How the files of a dossier are packed into one file, a ZIP, and come out of one.
//!
//! Nothing in an archive is trusted. Only the files that a dossier has are unpacked, each up to
//! the size it may have in a folder, so that seven times that is the most that comes out of any
//! archive; an entry that no dossier has is refused where its name leads anywhere, and else told
//! or passed over as in a folder.

use super::error::{DossierError, WrongEntry};
use super::folder::read_file;
use super::parse::{FILES, MAX_FILE_BYTES, is_toml_name};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write as _};
use std::path::Path;
use zip::read::ZipFile;
use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Largest archive, in bytes: far more than any dossier has when it is packed.
const MAX_ARCHIVE_BYTES: u64 = 8_000_000;

/// Most entries of an archive.
const MAX_ENTRIES: usize = 100;

/// What every ZIP that is not empty begins with.
const MAGIC: &[u8] = b"PK\x03\x04";

/// Reads the files out of the archive at `path`. A file that is no ZIP is broken where it is
/// `named` as a dossier in one file is, and else was given by mistake.
///
/// # Errors
/// [`DossierError`] with the archive, or with the archive and the file in it.
pub(super) fn read(path: &Path, named: bool) -> Result<BTreeMap<String, String>, DossierError> {
    unpack(read_file(path, MAX_ARCHIVE_BYTES)?, path, named)
}

/// The same of the bytes of an archive; `path` is what errors call it.
///
/// # Errors
/// As [`read`].
pub(super) fn unpack(
    bytes: Vec<u8>,
    path: &Path,
    named: bool,
) -> Result<BTreeMap<String, String>, DossierError> {
    if !bytes.starts_with(MAGIC) && !named {
        return Err(DossierError::NotADossier { path: path.to_owned() });
    }
    let broken = |error: ZipError| DossierError::broken(path, &error);
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| DossierError::broken(path, &"it is no ZIP, or not all of one"))?;
    if archive.has_duplicate_names() {
        return Err(DossierError::broken(path, &"two files in it have one name"));
    }
    if archive.len() > MAX_ENTRIES {
        return Err(DossierError::broken(path, &"there is far more in it than in a dossier"));
    }
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        if let Some(wrong) = wrong_entry(&name, entry.is_symlink()) {
            let (path, name) = (path.to_owned(), name.escape_debug().to_string());
            return Err(DossierError::Entry { path, name, wrong });
        }
        // As in a folder: of a TOML file that no dossier has the name is told, of others nothing.
        if FILES.contains(&name.as_str()) {
            let file = archive.by_index(index).map_err(broken)?;
            files.insert(name.clone(), unpacked(file, &path.join(name))?);
        } else if is_toml_name(&name) {
            files.insert(name, String::new());
        }
    }
    Ok(files)
}

/// Why an entry cannot lie in a dossier, whatever is in it.
fn wrong_entry(name: &str, is_link: bool) -> Option<WrongEntry> {
    let leads_out = name.starts_with(['/', '\\'])
        || name.contains([':', '\0'])
        || name.split(['/', '\\']).any(|part| part == "..");
    if leads_out {
        Some(WrongEntry::LeadsOut)
    } else if is_link {
        Some(WrongEntry::Link)
    } else if name.contains(['/', '\\']) {
        Some(WrongEntry::InFolder)
    } else {
        None
    }
}

/// The text of an entry; `path` is what errors call it.
fn unpacked(file: ZipFile<'_, impl Read>, path: &Path) -> Result<String, DossierError> {
    let mut bytes = Vec::new();
    // Not what the archive says of its size counts, but what comes out of it.
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| DossierError::broken(path, &error))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(DossierError::TooLarge { path: path.to_owned(), limit: MAX_FILE_BYTES });
    }
    String::from_utf8(bytes).map_err(|_| DossierError::NotText { path: path.to_owned() })
}

/// An archive with these files: the same bytes of the same files, at any time and on any system.
///
/// # Errors
/// None with files as a dossier has them.
pub(super) fn bytes<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
