//! Who may be asked for tiles, kept between runs beside the session.

use crate::disk::{Existing, Readers, write_atomically};
use crate::state::online::KeptOnline;
use std::io;
use std::path::Path;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 1 << 18;

/// What was kept; nothing is allowed where there was nothing.
///
/// # Errors
/// When the file is there and cannot be read or understood.
pub(super) fn read(path: &Path) -> io::Result<KeptOnline> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(KeptOnline::default()),
        Err(error) => return Err(error),
        Ok(about) if !about.is_file() => return Err(io::Error::other("it is not a file")),
        Ok(about) if about.len() > LARGEST => return Err(io::Error::other("it is too large")),
        Ok(_) => {}
    }
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

/// Keeps it, for the reader's eyes alone: an address may hold a key.
///
/// # Errors
/// When the file or its folder cannot be written.
pub(super) fn write(path: &Path, kept: &KeptOnline) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let text = serde_json::to_vec_pretty(kept)?;
    write_atomically(path, &text, Existing::Replace, Readers::Owner)
}
