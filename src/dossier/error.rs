//! Why there is no dossier at all.

use super::load::MAX_FILE_BYTES;
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
        "there is no folder `{}`; give the folder that holds dossier.toml",
        path.display()
    )]
    NoFolder {
        /// The path.
        path: PathBuf,
    },
    /// The path is a file.
    #[error(
        "`{}` is a file; give the folder that holds dossier.toml",
        path.display()
    )]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder has no `dossier.toml`.
    #[error(
        "`{}` has no dossier.toml; give the folder that holds it, or write it as \
         assets/dossier/EXAMPLE.md shows",
        path.display()
    )]
    NoDossierFile {
        /// The folder.
        path: PathBuf,
    },
    /// A file is larger than [`MAX_FILE_BYTES`].
    #[error(
        "`{}` is larger than {MAX_FILE_BYTES} bytes; split the dossier",
        path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
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

impl DossierError {
    /// The same error with its path inside `folder`.
    pub(super) fn inside(mut self, folder: &Path) -> Self {
        match &mut self {
            Self::Disk { path, .. }
            | Self::NoFolder { path }
            | Self::NotAFolder { path }
            | Self::NoDossierFile { path }
            | Self::TooLarge { path }
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
