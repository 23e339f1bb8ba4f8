//! What is kept between runs.

use crate::disk::{Existing, Readers, Unread, read_whole, write_atomically};
use crate::state::Session;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::io;
use std::path::{Path, PathBuf};

/// Largest session file that is read or written, in bytes: two hundred rulers of as many corners as
/// they can have are half of it.
const LARGEST: u64 = 16 << 20;

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
    let args = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "sahel-map".to_owned(),
    };
    let strategy = choose_app_strategy(args).ok()?;
    Some(strategy.state_dir().unwrap_or_else(|| strategy.data_dir()).join("session.json"))
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
    let text = match read_whole(path, LARGEST) {
        Ok(text) => text,
        Err(Unread::Disk(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(Unread::Disk(source)) => {
            return Err(SessionError::Unreadable { path: path.to_owned(), source });
        }
        Err(Unread::TooLarge(_)) => return Err(SessionError::TooLarge { path: path.to_owned() }),
    };
    serde_json::from_slice(&text)
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
        // What could not be read again must not take the place of what can.
        if text.len() as u64 > LARGEST {
            let much = format!(
                "it would have more than {LARGEST} bytes; take measurements or scenes away"
            );
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, much));
        }
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

    #[test]
    fn a_session_that_could_not_be_read_again_is_not_written_over_one_that_can() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        let session = Session::in_language(Lang::Fr);
        write_session(&path, &session).unwrap();
        let export_folder = "x".repeat(17 << 20);
        let told = chain(
            &write_session(&path, &Session { export_folder, ..session.clone() }).unwrap_err(),
        );
        assert!(told.contains("take measurements or scenes away"), "{told}");
        assert_eq!(read_session(&path).unwrap(), Some(session));
    }

    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_no_session() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
        assert!(chain(&read_session(&path).unwrap_err()).contains("not a file"));
    }
}
