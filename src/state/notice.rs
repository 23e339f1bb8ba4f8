//! What the program tells over the map, and in which words.

use super::online::{Host, Trouble};
use super::record_notice::{shown, told};
use super::{ArchiveFault, FolderNotice};
use crate::dossier::{self, DossierError};
use crate::i18n::{Args, Words, key};
use std::error::Error;
use std::path::{Path, PathBuf};

/// A message on screen: what happened, as data. Its words are made when it is shown, so that
/// they follow the language.
///
/// A `problem` is what a library, the system or the dossier's reader says, in English.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Something in the dossier could not be used.
    Record(dossier::Notice),
    /// There is nothing at the dossier's path; the built-in one is open.
    DossierMissing(PathBuf),
    /// The dossier cannot be read; the built-in one is open.
    DossierUnreadable {
        /// The folder.
        path: PathBuf,
        /// Why.
        problem: String,
    },
    /// The base map cannot be read.
    TilesUnreadable(String),
    /// A file of the reader's is no base for the map.
    ArchiveUnusable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: ArchiveFault,
        /// Whether the map was to be drawn on it, and now has the built-in base.
        was_shown: bool,
    },
    /// The word catalogue of the language lacks something, and what.
    WordsFaulty(String),
    /// Of what is kept between runs, of the log and of crashes.
    Folder(FolderNotice),
    /// The place that was asked for is not in the dossier.
    PlaceUnknown(String),
    /// The system has no dialog in which a file could be chosen.
    NoDialog,
    /// A host that the reader allowed sends no tiles, and why.
    OnlineTrouble(Host, Trouble),
    /// What was to be made wants tiles that did not come over the network.
    TilesMissing,
    /// There are as many sources of tiles as are kept.
    TooManySources,
    /// A briefing was asked for, and the dossier has no scenes.
    NoScenes,
    /// A picture is being drawn, and another was asked for.
    PictureInHand,
    /// The system has no dialog in which a folder could be chosen.
    NoFolderDialog,
    /// The folder that a file was to be saved in is not there.
    FolderMissing(PathBuf),
    /// No file can have this name.
    NameUnusable(String),
    /// What was being made was stopped, and left nothing.
    ExportCancelled,
    /// The picture is on the clipboard.
    PictureCopied,
    /// A viewer has the PDF that is to be printed.
    PrintOpened,
    /// The system opens no PDF.
    NoViewer {
        /// The PDF.
        path: PathBuf,
        /// Why.
        problem: String,
    },
    /// What was saved is here.
    Saved(PathBuf),
    /// What was to be saved, copied or printed cannot be made, and why, in English.
    NotMade(String),
    /// It cannot be written.
    NotWritten {
        /// The file.
        path: PathBuf,
        /// Why.
        problem: String,
    },
}

impl Notice {
    /// Why the dossier at `path` is not open.
    #[must_use]
    pub fn of_dossier(path: &Path, error: &DossierError) -> Self {
        match error {
            DossierError::Nothing { path } => Self::DossierMissing(path.clone()),
            error => Self::DossierUnreadable { path: path.to_owned(), problem: chain(error) },
        }
    }

    /// Whether something went wrong.
    #[must_use]
    pub const fn is_problem(&self) -> bool {
        !matches!(
            self,
            Self::PictureInHand
                | Self::Saved(_)
                | Self::ExportCancelled
                | Self::PictureCopied
                | Self::PrintOpened
        )
    }

    /// What happened, where, and what to do, in the language of `words`.
    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        let because = |problem: &str| Args::new().text("problem", shown(problem, words));
        let at = |path: &Path| Args::new().text("path", shown(&path.display().to_string(), words));
        match self {
            Self::Record(notice) => told(notice, words),
            Self::DossierMissing(path) => words.format(key::NOTICE_DOSSIER_MISSING, at(path)),
            Self::DossierUnreadable { path, problem } => words.format(
                key::NOTICE_DOSSIER_UNREADABLE,
                at(path).text("problem", shown(problem, words)),
            ),
            Self::TilesUnreadable(problem) => {
                words.format(key::NOTICE_TILES_UNREADABLE, because(problem))
            }
            Self::ArchiveUnusable { path, fault, was_shown } => {
                let args = at(path)
                    .text("fault", fault_words(fault, words))
                    .choice("base", if *was_shown { "built-in" } else { "same" });
                words.format(key::NOTICE_ARCHIVE, args)
            }
            Self::WordsFaulty(problem) => words.format(key::NOTICE_WORDS_FAULTY, because(problem)),
            Self::Folder(notice) => notice.words(words),
            Self::PlaceUnknown(id) => {
                words.format(key::NOTICE_PLACE_UNKNOWN, Args::new().text("place", id))
            }
            Self::NoDialog => words.text(key::NOTICE_NO_DIALOG).into_owned(),
            Self::OnlineTrouble(host, trouble) => {
                let args = Args::new()
                    .text("host", shown(host.name(), words))
                    .text("trouble", trouble_words(trouble, words));
                words.format(key::NOTICE_ONLINE, args)
            }
            Self::TilesMissing => words.text(key::NOTICE_TILES_MISSING).into_owned(),
            Self::TooManySources => words.text(key::NOTICE_TOO_MANY_SOURCES).into_owned(),
            Self::NoScenes => words.text(key::NOTICE_NO_SCENES).into_owned(),
            Self::NoFolderDialog => words.text(key::NOTICE_NO_FOLDER_DIALOG).into_owned(),
            Self::FolderMissing(path) => words.format(key::NOTICE_FOLDER_MISSING, at(path)),
            Self::NameUnusable(name) => words
                .format(key::NOTICE_NAME_UNUSABLE, Args::new().text("name", shown(name, words))),
            Self::ExportCancelled => words.text(key::NOTICE_CANCELLED).into_owned(),
            Self::PictureCopied => words.text(key::NOTICE_PICTURE_COPIED).into_owned(),
            Self::PrintOpened => words.text(key::NOTICE_PRINT_OPENED).into_owned(),
            Self::NoViewer { path, problem } => {
                words.format(key::NOTICE_NO_VIEWER, at(path).text("problem", shown(problem, words)))
            }
            Self::PictureInHand => words.text(key::EXPORT_DRAWING).into_owned(),
            Self::Saved(path) => words.format(key::NOTICE_SAVED, at(path)),
            Self::NotMade(problem) => words.format(key::ERROR_PICTURE, because(problem)),
            Self::NotWritten { path, problem } => words
                .format(key::NOTICE_NOT_WRITTEN, at(path).text("problem", shown(problem, words))),
        }
    }
}

/// What is wrong with an archive, and what to do.
fn fault_words(fault: &ArchiveFault, words: &Words) -> String {
    let what = |what: &str| Args::new().text("what", shown(what, words));
    match fault {
        ArchiveFault::Missing => words.text(key::ARCHIVE_MISSING).into_owned(),
        ArchiveFault::NotAFile => words.text(key::ARCHIVE_NOT_A_FILE).into_owned(),
        ArchiveFault::Forbidden => words.text(key::ARCHIVE_FORBIDDEN).into_owned(),
        ArchiveFault::Unknown => words.text(key::ARCHIVE_UNKNOWN).into_owned(),
        ArchiveFault::Version(version) => {
            words.format(key::ARCHIVE_VERSION, what(&version.to_string()))
        }
        ArchiveFault::CutShort => words.text(key::ARCHIVE_CUT_SHORT).into_owned(),
        ArchiveFault::Compression(name) => words.format(key::ARCHIVE_COMPRESSION, what(name)),
        ArchiveFault::Format(name) => words.format(key::ARCHIVE_FORMAT, what(name)),
        ArchiveFault::StrangeTiles => words.text(key::ARCHIVE_STRANGE).into_owned(),
        ArchiveFault::Empty => words.text(key::ARCHIVE_EMPTY).into_owned(),
        ArchiveFault::Damaged(problem) => words.format(key::ARCHIVE_DAMAGED, what(problem)),
    }
}

/// Why no tile came.
#[must_use]
pub fn trouble_words(trouble: &Trouble, words: &Words) -> String {
    let with = |what: &str| Args::new().text("what", shown(what, words));
    match trouble {
        Trouble::Unreachable => words.text(key::ONLINE_UNREACHABLE).into_owned(),
        Trouble::Slow => words.text(key::ONLINE_SLOW).into_owned(),
        Trouble::Busy => words.text(key::ONLINE_BUSY).into_owned(),
        Trouble::Refused(status) => words.format(key::ONLINE_REFUSED, with(&status.to_string())),
        Trouble::Status(status) => words.format(key::ONLINE_STATUS, with(&status.to_string())),
        Trouble::Elsewhere => words.text(key::ONLINE_ELSEWHERE).into_owned(),
        Trouble::TooLarge => words.text(key::ONLINE_TOO_LARGE).into_owned(),
        Trouble::NoTile(problem) => words.format(key::ONLINE_NO_TILE, with(problem)),
        Trouble::Certificate => words.text(key::ONLINE_CERTIFICATE).into_owned(),
    }
}

/// What an error says, with its causes behind it.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        told = format!("{told}: {error}");
        cause = error.source();
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;

    #[test]
    fn a_cause_is_told_once() {
        let error = Dossier::load(Path::new("/dev/null/dossier")).unwrap_err();
        let Notice::DossierUnreadable { problem, .. } =
            Notice::of_dossier(Path::new("/dev/null/dossier"), &error)
        else {
            panic!("{error:?}")
        };
        let cause = error.source().unwrap().to_string();
        assert_eq!(problem.matches(&cause).count(), 1, "{problem}");
    }

    #[test]
    fn a_dossier_that_is_not_there_is_told_as_missing() {
        let path = Path::new("/nonexistent/dossier");
        let error = Dossier::load(path).unwrap_err();
        assert_eq!(Notice::of_dossier(path, &error), Notice::DossierMissing(path.to_owned()));
    }
}
