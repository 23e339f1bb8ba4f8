//! What is told of the program's own folder, of its log and of crashes, and in which words.

use super::record_notice::shown;
use crate::i18n::{Args, Words, key};
use std::path::{Path, PathBuf};

/// A message of what is kept between runs, as data.
///
/// A `problem` is what a library or the system says, in English.
#[derive(Clone, Debug, PartialEq)]
pub enum FolderNotice {
    /// The user has no folder in which anything could be kept.
    Nowhere,
    /// Nothing can be written into the folder.
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// Why.
        problem: String,
    },
    /// Another window writes the session.
    InUse,
    /// The session of the last run cannot be read, why, and where it was put aside; where that
    /// failed it stays as it is.
    SessionUnreadable(String, Option<PathBuf>),
    /// Who may be asked for tiles cannot be read, why, and where the file was put aside; where that
    /// failed it stays as it is.
    OnlineUnreadable(String, Option<PathBuf>),
    /// The session has values that this program does not know, those of these settings; and where it
    /// was put aside.
    UnknownSettings(Vec<String>, Option<PathBuf>),
    /// The session cannot be kept for the next run.
    SessionUnsaved {
        /// The file.
        path: PathBuf,
        /// Why.
        problem: String,
    },
    /// The last start did not get as far as its window; the session was put aside here.
    SetAside(PathBuf),
    /// The last run crashed, and the report is here.
    Crashed(PathBuf),
    /// A part of this run's work crashed; where the report is, if it could be written.
    WorkFailed(Option<PathBuf>),
    /// Something was logged as a warning or an error.
    Logged {
        /// What.
        problem: String,
        /// The folder with the log, if there is one.
        log: Option<PathBuf>,
    },
}

impl FolderNotice {
    /// What happened, and what to do, in the language of `words`.
    pub(super) fn words(&self, words: &Words) -> String {
        let at = |path: &Path| Args::new().text("path", shown(&path.display().to_string(), words));
        let because = |problem: &str| Args::new().text("problem", shown(problem, words));
        match self {
            Self::Nowhere => words.text(key::FOLDER_NOWHERE).into_owned(),
            Self::Unwritable { path, problem } => words
                .format(key::FOLDER_UNWRITABLE, at(path).text("problem", shown(problem, words))),
            Self::InUse => words.text(key::FOLDER_IN_USE).into_owned(),
            Self::SessionUnreadable(problem, Some(path)) => words
                .format(key::FOLDER_UNREADABLE, at(path).text("problem", shown(problem, words))),
            Self::SessionUnreadable(problem, None) => {
                words.format(key::FOLDER_UNREADABLE_STAYS, because(problem))
            }
            Self::OnlineUnreadable(problem, Some(path)) => words.format(
                key::FOLDER_ONLINE_UNREADABLE,
                at(path).text("problem", shown(problem, words)),
            ),
            Self::OnlineUnreadable(problem, None) => {
                words.format(key::FOLDER_ONLINE_UNREADABLE_STAYS, because(problem))
            }
            Self::UnknownSettings(names, path) => {
                let names = shown(&names.join(", "), words);
                match path {
                    Some(path) => words.format(key::FOLDER_UNKNOWN, at(path).text("names", names)),
                    None => {
                        words.format(key::FOLDER_UNKNOWN_STAYS, Args::new().text("names", names))
                    }
                }
            }
            Self::SessionUnsaved { path, problem } => {
                words.format(key::FOLDER_UNSAVED, at(path).text("problem", shown(problem, words)))
            }
            Self::SetAside(path) => words.format(key::FOLDER_SET_ASIDE, at(path)),
            Self::Crashed(path) => words.format(key::FOLDER_CRASHED, at(path)),
            Self::WorkFailed(Some(path)) => words.format(key::FOLDER_WORK_FAILED, at(path)),
            Self::WorkFailed(None) => words.text(key::FOLDER_WORK_FAILED_UNTOLD).into_owned(),
            Self::Logged { problem, log: Some(log) } => {
                words.format(key::FOLDER_LOGGED, at(log).text("problem", shown(problem, words)))
            }
            Self::Logged { problem, log: None } => {
                words.format(key::FOLDER_LOGGED_NOWHERE, because(problem))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;

    #[test]
    fn each_is_said_in_every_language_and_names_its_file_and_its_cause() {
        let (path, problem) = (PathBuf::from("/state/file.json"), "denied".to_owned());
        let kept = Some(path.clone());
        let both = [
            FolderNotice::Unwritable { path: path.clone(), problem: problem.clone() },
            FolderNotice::SessionUnreadable(problem.clone(), kept.clone()),
            FolderNotice::OnlineUnreadable(problem.clone(), kept.clone()),
            FolderNotice::UnknownSettings(vec![problem.clone()], kept.clone()),
            FolderNotice::SessionUnsaved { path: path.clone(), problem: problem.clone() },
            FolderNotice::Logged { problem: problem.clone(), log: kept.clone() },
        ];
        let file = [
            FolderNotice::SetAside(path.clone()),
            FolderNotice::Crashed(path),
            FolderNotice::WorkFailed(kept),
        ];
        let cause = [
            FolderNotice::SessionUnreadable(problem.clone(), None),
            FolderNotice::OnlineUnreadable(problem.clone(), None),
            FolderNotice::UnknownSettings(vec![problem.clone()], None),
            FolderNotice::Logged { problem, log: None },
        ];
        let neither = [FolderNotice::Nowhere, FolderNotice::InUse, FolderNotice::WorkFailed(None)];
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let says = |notice: &FolderNotice| {
                let said = notice.words(&words);
                [said.contains("/state/file.json"), said.contains("denied"), !said.is_empty()]
            };
            for (notices, expected) in [
                (&both[..], [true, true, true]),
                (&file[..], [true, false, true]),
                (&cause[..], [false, true, true]),
                (&neither[..], [false, false, true]),
            ] {
                for notice in notices {
                    assert_eq!(says(notice), expected, "{lang:?}: {notice:?}");
                }
            }
            assert_eq!(words.untold_fault(), None);
        }
    }
}
