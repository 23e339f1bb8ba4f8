//! Where pictures go, and under which name.

use crate::disk::{Existing, Readers, write_atomically};
use std::io;
use std::path::{Path, PathBuf};

/// How many pictures of one name a folder may hold.
const MOST_OF_A_NAME: u32 = 1000;

/// Writes a file as `path`, or as `path` with `_2`, `_3` … behind its name where that is taken;
/// returns the path it got.
///
/// # Errors
/// The path that cannot be written, and why.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, (PathBuf, io::Error)> {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
    let mut target = path.to_owned();
    for count in 2..=MOST_OF_A_NAME {
        match write_atomically(&target, bytes, Existing::Keep, Readers::All) {
            Ok(()) => return Ok(std::path::absolute(&target).unwrap_or(target)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                target = path.with_file_name(format!("{stem}_{count}.{extension}"));
            }
            Err(error) => return Err((target, error)),
        }
    }
    Err((target, io::Error::other("there are too many pictures of this name")))
}

/// The user's folder of pictures: the one that the desktop has set (`user-dirs.dirs`, see
/// xdg-user-dirs), else `Pictures`, else the home folder, else where the program was started.
#[must_use]
pub(super) fn pictures_folder() -> PathBuf {
    let Ok(home) = etcetera::home_dir() else { return PathBuf::from(".") };
    let config = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    let config = config.filter(|path| path.is_absolute()).unwrap_or_else(|| home.join(".config"));
    let set = std::fs::read_to_string(config.join("user-dirs.dirs"));
    let set = set.ok().and_then(|text| pictures_of(&text, &home));
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
    fn pictures_of_one_name_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("MLI_kidal.png");
        let names: Vec<String> = (0..3)
            .map(|_| write_new(&path, b"png").unwrap())
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["MLI_kidal.png", "MLI_kidal_2.png", "MLI_kidal_3.png"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let path = Path::new("/nonexistent-folder/map.png");
        assert_eq!(write_new(path, b"x").unwrap_err().0, path);
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
