//! How a file of a known largest size is read, whatever it says of itself.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The system does not let it be read, or it is no file.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// There is more in it than there may be.
    #[error("it is larger than {0} bytes")]
    TooLarge(u64),
}

/// The bytes of a file of at most `limit` bytes.
///
/// ```
/// use sahel_map::disk::{Unread, read_whole};
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("session.json");
/// std::fs::write(&path, "{}")?;
/// assert_eq!(read_whole(&path, 2)?, b"{}");
/// assert!(matches!(read_whole(&path, 1), Err(Unread::TooLarge(1))));
/// assert!(read_whole(folder.path(), 99).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unread`] where it is a folder, a pipe or a device, cannot be read, or is larger.
pub fn read_whole(path: &Path, limit: u64) -> Result<Vec<u8>, Unread> {
    // Opening a pipe would wait for ever, and a device may never end.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file").into());
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large, even one that grows meanwhile.
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Unread::TooLarge(limit));
    }
    Ok(bytes)
}
