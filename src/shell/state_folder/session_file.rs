//! How the session is written to its file, and read from whatever is in its place.

use crate::disk::{Existing, Readers, Unread, read_whole, write_atomically};
use crate::state::Session;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io;
use std::path::{Path, PathBuf};

/// Largest session file that is read or written, in bytes.
const LARGEST: u64 = 16 << 20;

/// The version of what is written. It is raised where a program of the version before would lose
/// something by writing the file again; files without one are of the first.
const VERSION: u32 = 1;

/// Why a session cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub(in crate::shell) enum SessionError {
    /// The file cannot be read.
    #[error("the file cannot be read")]
    Unreadable(#[source] io::Error),
    /// Something else has the file's name: a folder or a pipe.
    #[error("it is no file")]
    NotAFile,
    /// A link has the file's name, and nothing is where it leads.
    #[error("it is a link that leads nowhere")]
    LeadsNowhere,
    /// The file is larger than any session.
    #[error("it is larger than {LARGEST} bytes")]
    TooLarge,
    /// The file is not a session.
    #[error("it is not a session")]
    NotASession(#[source] serde_json::Error),
    /// Another version of the program wrote it.
    #[error("it is of version {0}, and this program reads version {VERSION}")]
    OfVersion(Value),
    /// The file cannot be written.
    #[error("`{}` cannot be written", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// What was read of a session's file.
#[derive(Debug, PartialEq)]
pub(super) struct Read {
    /// The session; the defaults in place of what this program does not know.
    pub(super) session: Session,
    /// The names of what it does not know, in the order of the alphabet.
    pub(super) unknown: Vec<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    #[serde(flatten)]
    session: &'a Session,
}

/// The session of an earlier run; `Ok(None)` where there was none.
///
/// # Errors
/// When something is there that is not a session of this version.
pub(super) fn read_session(path: &Path) -> Result<Option<Read>, SessionError> {
    match std::fs::metadata(path) {
        // What is not there, and what only a link knows of.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if path.is_symlink() { Err(SessionError::LeadsNowhere) } else { Ok(None) };
        }
        // Below what is no folder there is no file.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(None),
        Err(error) => return Err(SessionError::Unreadable(error)),
        Ok(data) if !data.is_file() => return Err(SessionError::NotAFile),
        Ok(_) => {}
    }
    match read_whole(path, LARGEST) {
        Ok(text) => parse(&text).map(Some),
        Err(Unread::Disk(error)) => Err(SessionError::Unreadable(error)),
        Err(Unread::TooLarge(_)) => Err(SessionError::TooLarge),
    }
}

/// The session in the text of its file, with the defaults in place of what this program does not know;
/// none where that is no session of this version.
#[must_use]
pub fn session_of(text: &[u8]) -> Option<Session> {
    parse(text).ok().map(|read| read.session)
}

fn parse(text: &[u8]) -> Result<Read, SessionError> {
    let mut values: Map<String, Value> =
        serde_json::from_slice(text).map_err(SessionError::NotASession)?;
    if let Some(version) = values.remove("version").filter(|version| *version != VERSION) {
        return Err(SessionError::OfVersion(version));
    }
    // Each value for itself: a colour that a later program has must not cost the scenes.
    let is_known = |name: &String, value: &mut Value| {
        let alone = Map::from_iter([(name.clone(), value.clone())]);
        Session::deserialize(Value::Object(alone)).is_ok()
    };
    let mut unknown = Vec::new();
    values.retain(|name, value| {
        let known = is_known(name, value);
        if !known {
            unknown.push(name.clone());
        }
        known
    });
    let session = Session::deserialize(Value::Object(values)).map_err(SessionError::NotASession)?;
    Ok(Read { session, unknown })
}

/// Keeps the session at `path` for the next run.
///
/// # Errors
/// When the file or its folder cannot be written.
pub(in crate::shell) fn write_session(path: &Path, session: &Session) -> Result<(), SessionError> {
    let write = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let written = Written { version: VERSION, session };
        let text = serde_json::to_string_pretty(&written).map_err(io::Error::other)?;
        // What could not be read again must not take the place of what can.
        if text.len() as u64 > LARGEST {
            let much = format!("it would be larger than {LARGEST} bytes");
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
    use crate::measure::LengthUnit;
    use crate::state::{ThemeChoice, chain};

    /// What is told of a file with these bytes.
    fn told(bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        std::fs::write(&path, bytes).unwrap();
        chain(&read_session(&path).unwrap_err())
    }

    #[test]
    fn what_was_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/session.json");
        assert_eq!(read_session(&path).unwrap(), None);
        let session = Session { unit: LengthUnit::Nm, ..Session::in_language(Lang::Ar) };
        write_session(&path, &session).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("{\n  \"version\": 1,"), "{text}");
        let read = read_session(&path).unwrap().unwrap();
        assert_eq!(read, Read { session, unknown: Vec::new() });
    }

    #[test]
    fn a_file_of_before_there_were_versions_is_read() {
        let session = Session { theme: ThemeChoice::Light, ..Session::in_language(Lang::Fr) };
        let read = parse(serde_json::to_string(&session).unwrap().as_bytes()).unwrap();
        assert_eq!(read, Read { session, unknown: Vec::new() });
    }

    #[test]
    fn an_unknown_value_costs_no_other() {
        let text = br#"{"version": 1, "unit": "nm", "lang": "ar", "theme": "sepia", "later": 1}"#;
        let read = parse(text).unwrap();
        let session = Session { unit: LengthUnit::Nm, lang: Lang::Ar, ..Session::default() };
        assert_eq!(read, Read { session, unknown: vec!["theme".to_owned()] });
    }

    #[test]
    fn what_is_no_session_is_told_with_its_cause() {
        assert_eq!(
            told(b"{").split(" at line").next(),
            Some("it is not a session: EOF while parsing an object")
        );
        assert!(told(b"").starts_with("it is not a session: EOF"));
        assert!(told(b"[1, 2]").starts_with("it is not a session: invalid type: sequence"));
        assert!(told(b"{\"lang\": \"\xff\"}").starts_with("it is not a session: invalid unicode"));
        assert!(told("[".repeat(100_000).as_bytes()).starts_with("it is not a session: "));
        let later = told(br#"{"version": 2, "lang": "ar"}"#);
        assert_eq!(later, "it is of version 2, and this program reads version 1");
        assert!(told(br#"{"version": "two"}"#).starts_with("it is of version \"two\""));
    }

    #[test]
    fn a_file_that_is_too_large_is_neither_read_nor_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        std::fs::File::create(&path).unwrap().set_len(LARGEST + 1).unwrap();
        assert!(matches!(read_session(&path), Err(SessionError::TooLarge)));
        write_session(&path, &Session::default()).unwrap();
        let long = "x".repeat(LARGEST as usize);
        let session = Session { export_folder: long, ..Session::default() };
        let told = chain(&write_session(&path, &session).unwrap_err());
        assert!(told.contains("cannot be written: it would be larger"), "{told}");
        assert!(read_session(&path).unwrap().is_some(), "the one before is there");
    }

    #[test]
    fn below_a_file_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let told =
            chain(&write_session(&file.join("session.json"), &Session::default()).unwrap_err());
        assert!(told.contains("session.json` cannot be written: "), "{told}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_told_and_waited_for_by_nobody() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("folder")).unwrap();
        symlink(at("nothing"), at("nowhere")).unwrap();
        symlink(at("loop"), at("loop")).unwrap();
        std::fs::write(at("file"), "{}").unwrap();
        symlink(at("file"), at("link")).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap();
        assert!(pipe.success());
        for (name, told) in [
            ("folder", "it is no file"),
            ("pipe", "it is no file"),
            ("nowhere", "it is a link that leads nowhere"),
            ("loop", "the file cannot be read: "),
        ] {
            let error = chain(&read_session(&at(name)).unwrap_err());
            assert!(error.starts_with(told), "{name}: {error}");
        }
        assert!(read_session(&at("link")).unwrap().is_some(), "a link to a session is one");
    }
}
