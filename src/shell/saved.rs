//! What is kept between runs, and how a file is written so that it is whole or not there.

use crate::state::Session;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Largest session file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Where the session is kept: the system's place for an application's state.
#[must_use]
pub(super) fn session_path() -> Option<PathBuf> {
    let args = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "sahel-map".to_owned(),
    };
    let strategy = choose_app_strategy(args).ok()?;
    Some(strategy.state_dir().unwrap_or_else(|| strategy.data_dir()).join("session.json"))
}

/// The session of the last run. `Ok(None)` where there was none; an error says why the file
/// cannot be read, and the program then starts with its defaults.
///
/// # Errors
/// When the file is there but cannot be read or is not a session.
pub fn load_session() -> Result<Option<Session>, String> {
    let Some(path) = session_path() else { return Ok(None) };
    match std::fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.to_string()),
        Ok(data) if data.len() > LARGEST => return Err(format!("{} is too large", path.display())),
        Ok(_) => {}
    }
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map(Some).map_err(|error| format!("{}: {error}", path.display()))
}

/// Keeps the session for the next run.
///
/// # Errors
/// When the file or its folder cannot be written.
pub(super) fn save_session(session: &Session) -> io::Result<()> {
    let Some(path) = session_path() else { return Ok(()) };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let text = serde_json::to_string_pretty(session).map_err(io::Error::other)?;
    write_atomically(&path, text.as_bytes(), Existing::Replace)
}

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It is replaced, in one step.
    Replace,
    /// It stays, and writing fails.
    Keep,
}

/// Writes a file so that there is the old one or the whole new one at every moment: into a
/// temporary file beside it, flushed to the disk, then renamed.
///
/// # Errors
/// When the folder cannot be written, or the file is there and `existing` is [`Existing::Keep`].
pub fn write_atomically(path: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match existing {
        Existing::Replace => file.persist(path),
        Existing::Keep => file.persist_noclobber(path),
    }
    .map(|_| ())
    .map_err(|failed| failed.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_told_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.png");
        write_atomically(&path, b"first", Existing::Keep).unwrap();
        assert!(write_atomically(&path, b"second", Existing::Keep).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        write_atomically(&path, b"third", Existing::Replace).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"third");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left over");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let path = Path::new("/nonexistent-folder/map.png");
        assert!(write_atomically(path, b"x", Existing::Replace).is_err());
    }
}
