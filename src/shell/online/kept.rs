//! Who may be asked for tiles, kept between runs beside the session.

use crate::disk::{Existing, Readers, Unread, read_whole, write_atomically};
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
    match read_whole(path, LARGEST) {
        Ok(text) => Ok(serde_json::from_slice(&text)?),
        Err(Unread::Disk(error)) if error.kind() == io::ErrorKind::NotFound => {
            Ok(KeptOnline::default())
        }
        Err(Unread::Disk(error)) => Err(error),
        Err(error @ Unread::TooLarge(_)) => Err(io::Error::other(error)),
    }
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
