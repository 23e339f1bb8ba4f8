//! Where rows and data go: a file that is whole or not there, a device, or standard output.

use super::Failure;
use crate::disk::{Existing, Readers, WholeFile};
use crate::i18n::{Args, Words, key};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The exit code of a program that Ctrl+C has ended, as shells have it.
const INTERRUPTED: i32 = 130;

/// Why nothing can be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoOutput {
    #[error("it is there already")]
    Exists,
    #[error("it is a folder")]
    Folder,
    #[error("there is no folder `{}`", .0.display())]
    NoFolder(PathBuf),
    /// The temporary file, of which a message does not speak, cannot be made.
    #[error("{0}")]
    Place(io::ErrorKind),
    #[error(transparent)]
    Unwritable(#[from] io::Error),
}

/// An output that is open.
pub(super) enum Output {
    /// Standard output, a device or a pipe: a file that is renamed would take its place.
    Stream(Box<dyn Write>),
    File(WholeFile, Leftover),
}

impl Output {
    /// Opens `-`, a device, or a file that is not there or may be replaced.
    ///
    /// # Errors
    /// Why nothing can be written there.
    pub(super) fn open(path: &Path, may_replace: bool) -> Result<Self, NoOutput> {
        if is_standard(path) {
            return Ok(Self::Stream(Box::new(io::stdout())));
        }
        let Ok(there) = fs::metadata(path) else {
            return Self::file(path, Existing::Keep);
        };
        if there.is_dir() {
            Err(NoOutput::Folder)
        } else if !there.is_file() {
            Ok(Self::Stream(Box::new(File::options().write(true).open(path)?)))
        } else if may_replace {
            Self::file(path, Existing::Replace)
        } else {
            Err(NoOutput::Exists)
        }
    }

    fn file(path: &Path, existing: Existing) -> Result<Self, NoOutput> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
            && !folder.is_dir()
        {
            return Err(NoOutput::NoFolder(folder.to_owned()));
        }
        let (file, leftover) = Leftover::of(|| {
            WholeFile::create(path, existing, Readers::All)
                .map_err(|error| NoOutput::Place(error.kind()))
        })?;
        Ok(Self::File(file, leftover))
    }

    /// Writes bytes behind those before.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.write_all(bytes),
            Self::File(file, _) => file.write_all(bytes),
        }
    }

    /// Writes all that is to be written, and ends the output.
    ///
    /// # Errors
    /// As [`Self::finish`]; who closes a pipe has read enough.
    pub(super) fn deliver(mut self, bytes: &[u8]) -> Result<(), NoOutput> {
        let written = self.write(bytes).map_err(NoOutput::Unwritable);
        match written.and_then(|()| self.finish()) {
            Err(NoOutput::Unwritable(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    /// Ends the output; a file is there from now on.
    ///
    /// # Errors
    /// Where the disk fails, or where another program has made the file meanwhile.
    pub(super) fn finish(self) -> Result<(), NoOutput> {
        match self {
            Self::Stream(mut stream) => Ok(stream.flush()?),
            Self::File(file, leftover) => leftover.ending(|| {
                file.keep().map_err(|error| match error.kind() {
                    io::ErrorKind::AlreadyExists => NoOutput::Exists,
                    kind => NoOutput::Place(kind),
                })
            }),
        }
    }
}

impl NoOutput {
    /// What, where, what to do.
    pub(super) fn failure(&self, path: &Path, words: &Words) -> Failure {
        let at = Args::new().text("path", output_name(path));
        Failure::Failed(match self {
            Self::Exists => words.format(key::ERROR_EXISTS, at),
            Self::Folder => words.format(key::ERROR_FOLDER, at),
            Self::NoFolder(folder) => {
                let folder = Args::new().text("path", folder.display().to_string());
                words.format(key::ERROR_NO_FOLDER, folder)
            }
            Self::Place(kind) => {
                words.format(key::ERROR_WRITE, at.text("problem", kind.to_string()))
            }
            Self::Unwritable(error) => {
                words.format(key::ERROR_WRITE, at.text("problem", error.to_string()))
            }
        })
    }
}

/// The temporary files that are being written. The one handler of signals that a process has removes
/// them all: a picture of every scene has as many.
static LEFTOVERS: LazyLock<Mutex<Vec<PathBuf>>> = LazyLock::new(|| {
    let watched = ctrlc::try_set_handler(|| {
        for path in &*leftovers() {
            // The program is over: there is nobody left to hear of an error.
            let _ = fs::remove_file(path);
        }
        process::exit(INTERRUPTED);
    });
    if let Err(error) = watched {
        // Where signals are ignored, as below `nohup`, they stay so.
        tracing::debug!(%error, "signals are not watched");
    }
    Mutex::default()
});

fn leftovers() -> MutexGuard<'static, Vec<PathBuf>> {
    LEFTOVERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A temporary file that Ctrl+C or the end of the terminal must not leave behind.
pub(super) struct Leftover(PathBuf);

impl Leftover {
    /// Makes a file of which no signal comes between its making and its being known.
    fn of<E>(make: impl FnOnce() -> Result<WholeFile, E>) -> Result<(WholeFile, Self), E> {
        let mut known = leftovers();
        let file = make()?;
        let path = file.temporary_path().to_owned();
        known.push(path.clone());
        Ok((file, Self(path)))
    }

    /// Does what no signal must come between, after which the file is no longer there.
    fn ending<T>(self, act: impl FnOnce() -> T) -> T {
        let mut known = leftovers();
        let done = act();
        known.retain(|path| *path != self.0);
        done
    }
}

impl Drop for Leftover {
    /// What was given up has been removed already.
    fn drop(&mut self) {
        leftovers().retain(|path| *path != self.0);
    }
}

/// Whether a path is `-`: standard input or standard output.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// How a message calls the file that is written.
fn output_name(path: &Path) -> String {
    if is_standard(path) { "stdout".to_owned() } else { path.display().to_string() }
}
