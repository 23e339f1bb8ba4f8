//! How a folder of files is written so that it is whole or not there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a new folder with these files, by name: into a temporary folder beside its place, which
/// then gets its name. What is there already stays as it is, and writing fails.
///
/// ```
/// use sahel_map::disk::write_folder;
/// let parent = tempfile::tempdir()?;
/// let path = parent.path().join("dossier");
/// write_folder(&path, [("a.toml", "format = 1\n")])?;
/// assert_eq!(std::fs::read_to_string(path.join("a.toml"))?, "format = 1\n");
/// assert!(write_folder(&path, []).is_err());
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When the folder around it cannot be written, the disk fails, or something is at `path`.
pub fn write_folder<'a>(
    path: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> io::Result<()> {
    let around = match path.parent() {
        Some(around) if !around.as_os_str().is_empty() => around,
        _ => Path::new("."),
    };
    nothing_at(path)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The user's umask is taken from it, as from every new folder.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    let temporary = builder.tempdir_in(around)?;
    for (name, text) in files {
        let mut file = File::create_new(temporary.path().join(name))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    #[cfg(unix)]
    File::open(temporary.path())?.sync_all()?;
    // Unix would put it in the place of an empty folder.
    nothing_at(path)?;
    fs::rename(temporary.path(), path)?;
    // It is no longer where it would be cleaned up.
    let _ = temporary.keep();
    Ok(())
}

fn nothing_at(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_fails_leaves_nothing() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("dossier");
        assert!(write_folder(&path, [("a", "1"), ("missing/b", "2")]).is_err());
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn whatever_is_there_stays() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("file");
        fs::write(&file, "old").unwrap();
        let empty = parent.path().join("empty");
        fs::create_dir(&empty).unwrap();
        for path in [&file, &empty] {
            let error = write_folder(path, [("a", "1")]).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        }
        assert_eq!(fs::read_to_string(file).unwrap(), "old");
        assert_eq!(fs::read_dir(empty).unwrap().count(), 0);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn it_may_be_read_as_any_folder() {
        use std::os::unix::fs::PermissionsExt as _;
        let parent = tempfile::tempdir().unwrap();
        let mode = |name: &str| {
            fs::metadata(parent.path().join(name)).unwrap().permissions().mode() & 0o777
        };
        fs::create_dir(parent.path().join("usual")).unwrap();
        fs::write(parent.path().join("usual/file"), "").unwrap();
        write_folder(&parent.path().join("new"), [("file", "")]).unwrap();
        assert_eq!((mode("new"), mode("new/file")), (mode("usual"), mode("usual/file")));
    }
}
