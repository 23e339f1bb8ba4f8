//! How a file is written so that it is whole or not there.

use super::leftovers;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It is replaced, in one step.
    Replace,
    /// It stays, and writing fails.
    Keep,
}

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read the files that the user makes.
    All,
    /// The user alone.
    Owner,
}

/// A file that is written bit by bit, into a temporary file beside its place: there is the old one
/// or the whole new one at every moment. Dropped without [`WholeFile::keep`], it leaves nothing. Where
/// the program is killed the temporary file stays, until one is written beside it the next time.
///
/// ```
/// use sahel_map::disk::{Existing, Readers, WholeFile};
/// use std::io::Write as _;
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("rows.csv");
/// let mut file = WholeFile::create(&path, Existing::Keep, Readers::All)?;
/// file.write_all(b"lat,lon\n")?;
/// assert!(!path.exists());
/// file.keep()?;
/// assert_eq!(std::fs::read(&path)?, b"lat,lon\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct WholeFile {
    temporary: NamedTempFile,
    path: PathBuf,
    existing: Existing,
}

impl WholeFile {
    /// Begins the file that will be at `path`. A link that is to be replaced stays a link, and a file
    /// keeps its permissions.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn create(path: &Path, existing: Existing, readers: Readers) -> io::Result<Self> {
        let old = match existing {
            Existing::Replace => path.canonicalize().ok(),
            Existing::Keep => None,
        };
        let path = old.as_deref().unwrap_or(path);
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        leftovers::clear(folder);
        let mut builder = tempfile::Builder::new();
        builder.prefix(leftovers::PREFIX).suffix(leftovers::SUFFIX);
        #[cfg(unix)]
        if readers == Readers::All {
            use std::os::unix::fs::PermissionsExt as _;
            // The user's umask is taken from it, as from every new file.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let temporary = builder.tempfile_in(folder)?;
        leftovers::claim(temporary.as_file());
        if let Some(old) = old.as_deref().filter(|_| readers == Readers::All) {
            temporary.as_file().set_permissions(old.metadata()?.permissions())?;
        }
        Ok(Self { temporary, path: path.to_owned(), existing })
    }

    /// Where it is until it is kept.
    #[must_use]
    pub fn temporary_path(&self) -> &Path {
        self.temporary.path()
    }

    /// Flushes the file to the disk and gives it its name.
    ///
    /// # Errors
    /// When the disk fails, or the file is there and is not to be replaced.
    pub fn keep(self) -> io::Result<()> {
        self.temporary.as_file().sync_all()?;
        match self.existing {
            Existing::Replace => self.temporary.persist(&self.path),
            Existing::Keep => self.temporary.persist_noclobber(&self.path),
        }
        .map(|_| ())
        .map_err(|failed| failed.error)
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temporary.as_file_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temporary.as_file_mut().flush()
    }
}

/// Writes a whole file at once; see [`WholeFile`].
///
/// # Errors
/// When the folder cannot be written, or the file is there and `existing` is [`Existing::Keep`].
pub fn write_atomically(
    path: &Path,
    bytes: &[u8],
    existing: Existing,
    readers: Readers,
) -> io::Result<()> {
    let mut file = WholeFile::create(path, existing, readers)?;
    file.write_all(bytes)?;
    file.keep()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(folder: &Path) -> usize {
        std::fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_is_replaced_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.png");
        let write = |bytes, existing| write_atomically(&path, bytes, existing, Readers::All);
        write(b"first", Existing::Keep).unwrap();
        assert!(write(b"second", Existing::Keep).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        write(b"third", Existing::Replace).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"third");
        assert_eq!(names_in(folder.path()), 1, "nothing is left over");
    }

    #[test]
    fn a_file_that_is_not_kept_leaves_nothing_and_the_old_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, "old").unwrap();
        let mut file = WholeFile::create(&path, Existing::Replace, Readers::All).unwrap();
        file.write_all(b"half").unwrap();
        assert!(file.temporary_path().exists());
        drop(file);
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(names_in(folder.path()), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_picture_may_be_read_as_any_file_and_a_session_by_its_owner() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode =
            |name: &str| folder.path().join(name).metadata().unwrap().permissions().mode() & 0o777;
        std::fs::write(folder.path().join("usual"), "").unwrap();
        for (name, readers) in [("all", Readers::All), ("owner", Readers::Owner)] {
            write_atomically(&folder.path().join(name), b"", Existing::Keep, readers).unwrap();
        }
        assert_eq!(mode("all"), mode("usual"));
        assert_eq!(mode("owner"), 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_replaced_keeps_its_readers_and_a_link_stays_one() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("private"), folder.path().join("link"));
        write_atomically(&file, b"old", Existing::Keep, Readers::Owner).unwrap();
        symlink(&file, &link).unwrap();
        write_atomically(&link, b"new", Existing::Replace, Readers::All).unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let path = Path::new("/nonexistent-folder/map.png");
        assert!(write_atomically(path, b"x", Existing::Replace, Readers::All).is_err());
    }
}
