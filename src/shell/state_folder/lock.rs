//! Which of several windows writes the session.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// Takes the lock at `path`, for as long as the file that is returned lives and at most as long as
/// the process; none where another window has it.
///
/// # Errors
/// When the file cannot be made. Where the file system has no locks there is no error: two windows
/// can then not know of each other.
pub(super) fn take(path: &Path) -> io::Result<Option<File>> {
    // To read as well: opening a pipe that someone put there would else wait for a reader.
    let file = File::options().read(true).write(true).create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => {
            tracing::info!(kind = %error.kind(), "the state folder has no locks");
            Ok(Some(file))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_it_until_it_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.lock");
        let held = take(&path).unwrap();
        assert!(held.is_some());
        assert!(take(&path).unwrap().is_none(), "another has it");
        drop(held);
        assert!(take(&path).unwrap().is_some(), "the file itself is no lock");
        assert!(take(&folder.path().join("nothing/session.lock")).is_err());
    }
}
