//! Why there is no dossier at all, or none was written.

use super::notice::Notice;
use super::parse::FORMAT;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no dossier at all.
#[derive(Debug, thiserror::Error)]
pub enum DossierError {
    /// The folder or a file in it cannot be read.
    #[error("`{}` cannot be read", path.display())]
    Disk {
        /// The folder or file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is nothing at the path.
    #[error(
        "there is nothing at `{}`; give the folder that holds dossier.toml, or a .sahelmap file",
        path.display()
    )]
    Nothing {
        /// The path.
        path: PathBuf,
    },
    /// What is at the path is neither a folder nor a dossier in one file.
    #[error(
        "`{}` is no dossier; give the folder that holds dossier.toml, or a .sahelmap file",
        path.display()
    )]
    NotADossier {
        /// The path.
        path: PathBuf,
    },
    /// A dossier in one file, or a file in it, cannot be unpacked.
    #[error(
        "`{}` cannot be unpacked: {reason}; fetch or write the .sahelmap file again",
        path.display()
    )]
    Broken {
        /// The archive, or the file inside it.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A dossier in one file holds what no dossier has.
    #[error("`{}` holds `{name}`, {wrong}", path.display())]
    Entry {
        /// The archive.
        path: PathBuf,
        /// The name in it, with what cannot be printed escaped.
        name: String,
        /// Why it is refused.
        wrong: WrongEntry,
    },
    /// The folder or the archive has no `dossier.toml`.
    #[error(
        "`{}` has no dossier.toml; give the folder that holds it, or write it as \
         assets/dossier/EXAMPLE.md shows",
        path.display()
    )]
    NoDossierFile {
        /// The folder or the archive.
        path: PathBuf,
    },
    /// A file is larger than it may be.
    #[error("`{}` is larger than {limit} bytes; split the dossier", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many bytes it may have.
        limit: u64,
    },
    /// A file is not UTF-8 text.
    #[error("`{}` is not UTF-8 text; save it as UTF-8", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// A file is not TOML.
    #[error(
        "`{}` is not TOML: line {line}, column {column}: {reason}",
        path.display()
    )]
    NotToml {
        /// The file.
        path: PathBuf,
        /// Line of the error, from 1.
        line: usize,
        /// Column of the error in characters, from 1.
        column: usize,
        /// What the parser expected.
        reason: String,
    },
    /// `dossier.toml` is of a format this program does not know.
    #[error(
        "`{}`: `format` is {found}; this program reads format {FORMAT}",
        path.display()
    )]
    Format {
        /// The file.
        path: PathBuf,
        /// What it says, as it is written.
        found: String,
    },
    /// `dossier.toml` cannot be used: without it nothing else can.
    #[error("`{}`: {}", path.display(), notice.without_file())]
    Head {
        /// The file.
        path: PathBuf,
        /// The field and what is wrong with it.
        notice: Box<Notice>,
    },
}

/// Why something in an archive is refused. As text, what follows its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongEntry {
    /// Unpacked, it would lie somewhere else.
    #[error("a path that leads out of it; do not trust this file")]
    LeadsOut,
    /// A dossier has no folders.
    #[error("in a folder; pack the files of the dossier without the folder around them")]
    InFolder,
    /// Not a file but the name of another one.
    #[error("which is a link; pack the file itself")]
    Link,
}

/// Why a dossier was not written. Nothing is there then that was not there before.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Something is there already, and is not to be replaced.
    #[error("`{}` is there already; choose another name", path.display())]
    Taken {
        /// The path.
        path: PathBuf,
    },
    /// There is no folder to write it into.
    #[error("there is no folder `{}`; make it, or choose another", path.display())]
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// The system does not let it be written.
    #[error("`{}` cannot be written", path.display())]
    Disk {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A scene would not be read back as it is.
    #[error("{}", notice.without_file())]
    Scene {
        /// The scene, the field and what is wrong with it.
        notice: Box<Notice>,
    },
    /// The other files are no dossier.
    #[error(transparent)]
    NoDossier(#[from] DossierError),
}

impl WriteError {
    /// What the system's `source` means for a dossier that was to be written to `path`.
    pub(super) fn at(path: &Path, source: io::Error) -> Self {
        let around = path.parent().filter(|around| !around.as_os_str().is_empty());
        match (source.kind(), around) {
            (io::ErrorKind::AlreadyExists, _) => Self::Taken { path: path.to_owned() },
            (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, Some(around)) => {
                Self::NoFolder { path: around.to_owned() }
            }
            _ => {
                // Else it names the temporary file, of which a message does not speak.
                let is_plain = source.raw_os_error().is_some();
                let source = if is_plain { source } else { source.kind().into() };
                Self::Disk { path: path.to_owned(), source }
            }
        }
    }
}

impl DossierError {
    pub(super) fn broken(path: &Path, reason: &dyn ToString) -> Self {
        Self::Broken { path: path.to_owned(), reason: reason.to_string() }
    }

    /// The same error with its path inside `folder`.
    pub(super) fn inside(mut self, folder: &Path) -> Self {
        match &mut self {
            Self::Disk { path, .. }
            | Self::Nothing { path }
            | Self::NotADossier { path }
            | Self::Broken { path, .. }
            | Self::Entry { path, .. }
            | Self::NoDossierFile { path }
            | Self::TooLarge { path, .. }
            | Self::NotText { path }
            | Self::NotToml { path, .. }
            | Self::Format { path, .. }
            | Self::Head { path, .. } => {
                *path = if path.as_os_str().is_empty() {
                    folder.to_owned()
                } else {
                    folder.join(&*path)
                };
            }
        }
        self
    }
}
