//! Where pictures go, under which name, and what happens where a file of that name is there.

use crate::disk::{Existing, Readers, WholeFile, read_whole, write_atomically};
use crate::state::IfTaken;
use std::io;
use std::path::{Path, PathBuf};

/// How many pictures of one name a folder may hold.
const MOST_OF_A_NAME: u32 = 1000;

/// Largest file of the desktop's folders that is read, in bytes: it has eight lines.
const LARGEST_SETTINGS: u64 = 1 << 16;

/// Longest name that file systems have, in bytes.
const LONGEST_NAME: usize = 255;

/// Why a file is not written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unwritten {
    /// One of its name is there.
    Taken,
    /// The path that cannot be written, and what the system says.
    Problem(PathBuf, String),
}

/// Whether a file can be called this, and not only a part of it.
pub(super) fn is_name(name: &str) -> bool {
    !name.contains(['/', '\0']) && (1..=LONGEST_NAME).contains(&name.len())
}

/// Writes a file as `path`, whole or not at all, and returns the path it got. Without `bytes` it only
/// says whether that would go, as far as that can be known.
///
/// # Errors
/// Why not; nothing is left then.
pub(super) fn save(
    path: &Path,
    bytes: Option<&[u8]>,
    if_taken: IfTaken,
) -> Result<PathBuf, Unwritten> {
    let problem = |error: &io::Error| Unwritten::Problem(path.to_owned(), error.kind().to_string());
    if path.is_dir() {
        return Err(problem(&io::ErrorKind::IsADirectory.into()));
    }
    let is_there = path.symlink_metadata().is_ok();
    if is_there && if_taken == IfTaken::Ask {
        return Err(Unwritten::Taken);
    }
    let Some(bytes) = bytes else {
        let existing =
            if if_taken == IfTaken::Replace { Existing::Replace } else { Existing::Keep };
        let tried = WholeFile::create(path, existing, Readers::All);
        return tried.map(|_| path.to_owned()).map_err(|error| problem(&error));
    };
    match if_taken {
        IfTaken::Number => write_new(path, bytes),
        IfTaken::Replace => {
            let written = write_atomically(path, bytes, Existing::Replace, Readers::All);
            written.map(|()| path.to_owned()).map_err(|error| problem(&error))
        }
        IfTaken::Ask => match write_atomically(path, bytes, Existing::Keep, Readers::All) {
            Ok(()) => Ok(path.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Unwritten::Taken),
            Err(error) => Err(problem(&error)),
        },
    }
}

/// Writes a file as `path`, or as `path` with `_2`, `_3` … behind its name where that is taken;
/// returns the path it got.
fn write_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, Unwritten> {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
    let mut target = path.to_owned();
    for count in 2..=MOST_OF_A_NAME {
        match write_atomically(&target, bytes, Existing::Keep, Readers::All) {
            Ok(()) => return Ok(std::path::absolute(&target).unwrap_or(target)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                target = path.with_file_name(format!("{stem}_{count}.{extension}"));
            }
            Err(error) => return Err(Unwritten::Problem(target, error.kind().to_string())),
        }
    }
    Err(Unwritten::Problem(target, "there are too many files of this name".to_owned()))
}

/// The user's folder of pictures: the one that the desktop has set (`user-dirs.dirs`, see
/// xdg-user-dirs), else `Pictures`, else the home folder, else where the program was started.
#[must_use]
pub(super) fn pictures_folder() -> PathBuf {
    let Ok(home) = etcetera::home_dir() else { return PathBuf::from(".") };
    let config = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    let config = config.filter(|path| path.is_absolute()).unwrap_or_else(|| home.join(".config"));
    let set = read_whole(&config.join("user-dirs.dirs"), LARGEST_SETTINGS).ok();
    let set = set.and_then(|text| pictures_of(&String::from_utf8_lossy(&text), &home));
    let folders = [set, Some(home.join("Pictures"))];
    folders.into_iter().flatten().find(|folder| folder.is_dir()).unwrap_or(home)
}

/// The folder of pictures in the text of `user-dirs.dirs`: absolute, or below `$HOME`.
fn pictures_of(text: &str, home: &Path) -> Option<PathBuf> {
    let value = text.lines().rev().find_map(|line| {
        let value = line.trim().strip_prefix("XDG_PICTURES_DIR")?.trim_start().strip_prefix('=')?;
        value.trim().strip_prefix('"')?.strip_suffix('"')
    })?;
    match value.strip_prefix("$HOME") {
        Some(below) => Some(home.join(below.trim_start_matches('/'))),
        None => Some(PathBuf::from(value)).filter(|path| path.is_absolute()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_asked_about_replaced_or_counted_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("خريطة مالي.png");
        let write = |bytes: &[u8], if_taken| save(&path, Some(bytes), if_taken);
        assert_eq!(write(b"1", IfTaken::Ask), Ok(path.clone()));
        assert_eq!(write(b"2", IfTaken::Ask), Err(Unwritten::Taken));
        assert_eq!(save(&path, None, IfTaken::Ask), Err(Unwritten::Taken));
        assert_eq!(std::fs::read(&path).unwrap(), b"1");
        for (count, name) in [(2, "خريطة مالي_2.png"), (3, "خريطة مالي_3.png")] {
            let beside = folder.path().join(name);
            assert_eq!(write(&[count], IfTaken::Number), Ok(beside.clone()));
            assert_eq!(std::fs::read(beside).unwrap(), [count]);
        }
        write(b"4", IfTaken::Replace).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"4");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left over");
    }

    #[test]
    fn what_cannot_be_written_is_known_before_it_is_drawn() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("below.png");
        std::fs::create_dir(&below).unwrap();
        for (path, why) in [
            (Path::new("/nonexistent-folder/map.png"), "not found"),
            (Path::new("/proc/map.png"), ""),
            (&below, "director"),
        ] {
            for bytes in [None, Some(&b"x"[..])] {
                let Err(Unwritten::Problem(at, told)) = save(path, bytes, IfTaken::Number) else {
                    panic!("{path:?}")
                };
                assert!(at == path && told.contains(why), "{path:?}: {told}");
            }
        }
        assert!(is_name("خريطة مالي.png") && is_name("a b.png"));
        for name in ["", "a/b.png", "../b.png", "a\0.png", &"ب".repeat(128)] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn the_desktop_says_where_pictures_go() {
        let home = Path::new("/aminata");
        let of = |text| pictures_of(text, home);
        let text = "# xdg\nXDG_MUSIC_DIR=\"$HOME/Musique\"\nXDG_PICTURES_DIR=\"$HOME/Images\"\n";
        assert_eq!(of(text), Some(home.join("Images")));
        assert_eq!(of("XDG_PICTURES_DIR=\"/data/صور\""), Some("/data/صور".into()));
        assert_eq!(of("XDG_PICTURES_DIR=\"$HOME/\""), Some(home.to_owned()));
        assert_eq!(of("#XDG_PICTURES_DIR=\"$HOME/Images\""), None);
        assert_eq!(of("XDG_PICTURES_DIR=\"Images\""), None);
        assert_eq!(of(""), None);
    }
}
