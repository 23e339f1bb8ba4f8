//! What is kept between runs.

use crate::disk::{Existing, Readers, write_atomically};
use crate::state::Session;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::io;
use std::path::{Path, PathBuf};

/// Largest session file that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Why a session cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The file cannot be read.
    #[error("`{}` cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is larger than any session.
    #[error("`{}` is larger than {LARGEST} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The file is not a session.
    #[error("`{}` is not a session", path.display())]
    NotASession {
        /// The file.
        path: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
    /// The file cannot be written.
    #[error("`{}` cannot be written", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Where the session is kept: the system's place for an application's state.
#[must_use]
pub(super) fn session_path() -> Option<PathBuf> {
    let strategy = strategy()?;
    Some(strategy.state_dir().unwrap_or_else(|| strategy.data_dir()).join("session.json"))
}

/// Where the system keeps an application's files.
fn strategy() -> Option<impl AppStrategy> {
    let args = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "sahel-map".to_owned(),
    };
    choose_app_strategy(args).ok()
}

/// Where what can be fetched again is kept.
pub(super) fn cache_folder() -> Option<PathBuf> {
    strategy().map(|strategy| strategy.cache_dir())
}

/// The session of the last run; `Ok(None)` where there was none.
///
/// # Errors
/// When the file is there but cannot be read or is not a session; the program then starts with
/// its defaults.
pub fn load_session() -> Result<Option<Session>, SessionError> {
    session_path().map_or(Ok(None), |path| read_session(&path))
}

fn read_session(path: &Path) -> Result<Option<Session>, SessionError> {
    let unreadable = |source| SessionError::Unreadable { path: path.to_owned(), source };
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
        Ok(data) if data.len() > LARGEST => {
            return Err(SessionError::TooLarge { path: path.to_owned() });
        }
        Ok(_) => {}
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|source| SessionError::NotASession { path: path.to_owned(), source })
}

/// Keeps the session at `path` for the next run.
///
/// # Errors
/// When the file or its folder cannot be written.
pub(super) fn write_session(path: &Path, session: &Session) -> Result<(), SessionError> {
    let write = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let text = serde_json::to_string_pretty(session).map_err(io::Error::other)?;
        write_atomically(path, text.as_bytes(), Existing::Replace, Readers::Owner)
    };
    write().map_err(|source| SessionError::Unwritable { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;
    use crate::state::chain;

    #[test]
    fn what_was_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/session.json");
        assert_eq!(read_session(&path).unwrap(), None);
        let session = Session::in_language(Lang::Ar);
        write_session(&path, &session).unwrap();
        assert_eq!(read_session(&path).unwrap(), Some(session));
    }

    #[test]
    fn a_damaged_session_is_told_with_its_path_and_cause() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        std::fs::write(&path, "{").unwrap();
        let told = chain(&read_session(&path).unwrap_err());
        assert!(told.contains("session.json` is not a session: EOF"), "{told}");
        std::fs::File::create(&path).unwrap().set_len(LARGEST + 1).unwrap();
        assert!(matches!(read_session(&path), Err(SessionError::TooLarge { .. })));
        let below_a_file = path.join("session.json");
        let told = chain(&write_session(&below_a_file, &Session::default()).unwrap_err());
        assert!(told.contains("cannot be written: "), "{told}");
    }
}
