//! What becomes of a file that was being written when its program was killed.
//!
//! The name of a temporary file says whose it is, and a lock, which ends with its writer, whether it
//! is still being written. So whoever writes into a folder the next time takes away what is left there.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

/// What the name of a temporary file begins with.
pub(super) const PREFIX: &str = ".sahel-map-";
/// What it ends with.
pub(super) const SUFFIX: &str = ".part";

/// Younger files are left alone: between its making and its locking a file has no lock.
const YOUNGEST: Duration = Duration::from_mins(1);

/// Says that the file is being written. Some network disks know no locks: there what is left stays.
pub(super) fn claim(file: &File) {
    if let Err(error) = file.try_lock() {
        tracing::debug!(%error, "a temporary file is not locked");
    }
}

/// Takes away what writers left in `folder` who were killed. What cannot be taken away stays.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|n| n.starts_with(PREFIX) && n.ends_with(SUFFIX));
        if is_ours && is_left_over(&entry.path()) {
            let removed = fs::remove_file(entry.path());
            tracing::debug!(?removed, "a temporary file was left over");
        }
    }
}

fn is_left_over(path: &Path) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
    let Some(file) = is_file.then(|| File::options().write(true).open(path).ok()).flatten() else {
        return false;
    };
    let modified = file.metadata().and_then(|about| about.modified());
    let age = modified.ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| age >= YOUNGEST) && file.try_lock().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Existing, Readers, WholeFile, write_atomically};
    use std::time::SystemTime;

    #[test]
    fn what_a_killed_writer_left_goes_with_the_next_file_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let age = |path: &Path| {
            let file = File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - 2 * YOUNGEST).unwrap();
        };
        let writing = WholeFile::create(&path("other"), Existing::Keep, Readers::All).unwrap();
        age(writing.temporary_path());
        for name in [".sahel-map-a1b2c3.part", ".sahel-map-young.part", ".tmp123456", "a.part"] {
            fs::write(path(name), "half").unwrap();
            if !name.contains("young") {
                age(&path(name));
            }
        }
        write_atomically(&path("new"), b"whole", Existing::Keep, Readers::All).unwrap();
        assert!(!path(".sahel-map-a1b2c3.part").exists(), "left over");
        assert!(path(".sahel-map-young.part").exists(), "not for long enough");
        assert!(path(".tmp123456").exists() && path("a.part").exists(), "not ours");
        writing.keep().unwrap();
        assert!(path("other").exists());
    }
}
