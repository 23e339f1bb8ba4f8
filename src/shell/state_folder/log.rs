//! What is logged, where it is written, and what of it the reader is told.
//!
//! The window writes a file a day into the state folder, commands write to standard error. Neither
//! has what a reader looked for, read or opened: what is logged does not say it, and what is quoted
//! all the same is cut out of the file.

use super::StateFolder;
use super::withheld::withheld;
use crate::state::{FolderNotice, Notice};
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

/// The target of what the reader is told in another way, or need not be told. Catalogues name it too.
pub(in crate::shell) const TOLD: &str = "sahel_map::told";

/// The program's own events; the graphics crates report every driver they try and cannot use.
const OURS: &str = "sahel_map";

const NAME: &str = "sahel-map";
const SUFFIX: &str = "log";
/// As many days are kept.
const DAYS: usize = 5;
/// As much is written by one run, in bytes: what fails in every frame must not fill the disk.
const LARGEST: u64 = 8 << 20;
/// As much of the day's log is shown in a report, in bytes.
const SHOWN: usize = 64 << 10;
/// As many notices are made of warnings in one run.
const MOST: usize = 8;

/// Writes what a command has to say to standard error: warnings, or down to `level`.
pub fn log_to_stderr(level: Option<Level>) {
    let stderr = stderr(level.unwrap_or(Level::WARN));
    // A process has one log: the first that was begun.
    let _ = tracing_subscriber::registry().with(stderr).try_init();
}

/// Begins the log of a window: a file in `folder`, down to `level`, and notices of warnings.
///
/// # Errors
/// When the file cannot be made; the rest of the log is there.
pub(super) fn begin(
    folder: Option<&StateFolder>,
    level: Option<Level>,
    warnings: &Warnings,
) -> io::Result<()> {
    let opened = folder.map(LogFile::open).transpose();
    let (file, outcome) = match opened {
        Ok(file) => (file, Ok(())),
        Err(error) => (None, Err(error)),
    };
    let file = file.map(|file| {
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(file);
        // A full disk is told where something of the reader's cannot be written.
        layer.log_internal_errors(false).with_filter(ours(level.unwrap_or(Level::INFO)))
    });
    let told = warnings.clone().with_filter(ours(Level::WARN));
    let layers = tracing_subscriber::registry().with(stderr(Level::WARN)).with(file).with(told);
    let _ = layers.try_init();
    outcome
}

fn ours(level: Level) -> Targets {
    Targets::new().with_target(OURS, level)
}

fn stderr<S>(level: Level) -> impl Layer<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    tracing_subscriber::fmt::layer().with_writer(io::stderr).with_filter(ours(level))
}

/// The end of what was logged in `folder` on the last day.
pub(super) fn last_lines(folder: &StateFolder) -> io::Result<String> {
    let names = logs(folder)?.into_iter().map(|(path, _)| path);
    let Some(newest) = names.max() else { return Ok(String::new()) };
    let text = std::fs::read(newest)?;
    let end = text.get(text.len().saturating_sub(SHOWN)..).unwrap_or_default();
    Ok(String::from_utf8_lossy(end).into_owned())
}

/// The log's files in `folder`, and whether each is a file.
fn logs(folder: &StateFolder) -> io::Result<Vec<(PathBuf, bool)>> {
    let entries = std::fs::read_dir(folder.path())?;
    let is_log = |name: &str| name.starts_with(NAME) && name.ends_with(SUFFIX);
    let found = entries.filter_map(|entry| {
        let entry = entry.ok()?;
        let is_file = entry.metadata().is_ok_and(|data| data.is_file());
        entry.file_name().to_str().is_some_and(is_log).then(|| (entry.path(), is_file))
    });
    Ok(found.collect())
}

/// The file of the day, and how much this run may still write.
struct LogFile {
    days: RollingFileAppender,
    room: AtomicU64,
}

impl LogFile {
    fn open(folder: &StateFolder) -> io::Result<Self> {
        // Opening a pipe would wait for whoever reads it.
        if logs(folder)?.into_iter().any(|(_, is_file)| !is_file) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the log is no file"));
        }
        let days = RollingFileAppender::builder()
            .rotation(Rotation::DAILY)
            .filename_prefix(NAME)
            .filename_suffix(SUFFIX)
            .max_log_files(DAYS)
            .build(folder.path())
            .map_err(|error| {
                let kind = std::error::Error::source(&error)
                    .and_then(|source| source.downcast_ref::<io::Error>())
                    .map(io::Error::kind);
                io::Error::from(kind.unwrap_or(io::ErrorKind::Other))
            })?;
        Ok(Self { days, room: AtomicU64::new(LARGEST) })
    }
}

impl<'a> MakeWriter<'a> for LogFile {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line(self)
    }
}

/// Writes one event: what is written at once is one.
struct Line<'a>(&'a LogFile);

impl Write for Line<'_> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let line = withheld(text.trim_end()) + "\n";
        let room = self.0.room.load(Ordering::Relaxed);
        let left = room.saturating_sub(line.len() as u64);
        // Two threads at once may write a line too many.
        self.0.room.store(left, Ordering::Relaxed);
        if left > 0 {
            self.0.days.make_writer().write_all(line.as_bytes())?;
        } else if room > 0 {
            self.0.days.make_writer().write_all(b"The log of this run is full.\n")?;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.days.make_writer().flush()
    }
}

/// Warnings and errors that the reader is to be told, each distinct one once.
#[derive(Clone, Debug, Default)]
pub(in crate::shell) struct Warnings(Arc<Mutex<Untold>>);

#[derive(Debug, Default)]
struct Untold {
    new: Vec<FolderNotice>,
    seen: BTreeSet<String>,
    /// The folder of the log's files.
    log: Option<PathBuf>,
}

impl Warnings {
    /// Warnings whose notices say that the log in this folder has more of them.
    pub(super) fn of_log(log: Option<PathBuf>) -> Self {
        let untold = Untold { log, ..Untold::default() };
        Self(Arc::new(Mutex::new(untold)))
    }

    /// What happened since this was last asked.
    pub(in crate::shell) fn take(&self) -> Vec<Notice> {
        let new = std::mem::take(&mut self.untold().new);
        new.into_iter().map(Notice::Folder).collect()
    }

    pub(super) fn tell(&self, notice: FolderNotice) {
        self.untold().new.push(notice);
    }

    pub(super) fn has_no_log(&self) {
        self.untold().log = None;
    }

    fn untold(&self) -> MutexGuard<'_, Untold> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Subscriber> Layer<S> for Warnings {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == TOLD {
            return;
        }
        let mut said = Said::default();
        event.record(&mut said);
        let problem = said.joined();
        let mut untold = self.untold();
        if untold.seen.len() < MOST && untold.seen.insert(problem.clone()) {
            let log = untold.log.clone();
            untold.new.push(FolderNotice::Logged { problem, log });
        }
    }
}

/// What an event says, as a person would.
#[derive(Default)]
struct Said {
    message: String,
    details: Vec<String>,
}

impl Said {
    fn joined(self) -> String {
        let parts: Vec<String> = [self.message, self.details.join("; ")].into();
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        parts.join(": ")
    }

    fn note(&mut self, field: &Field, words: String) {
        if field.name() == "message" {
            self.message = words;
        } else {
            self.details.push(words);
        }
    }
}

impl Visit for Said {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.note(field, value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.note(field, format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, StateFolder) {
        let home = tempfile::tempdir().unwrap();
        let folder = StateFolder::at(home.path());
        (home, folder)
    }

    #[test]
    fn warnings_are_told_once_and_not_without_end() {
        let warnings = Warnings::of_log(Some("/state".into()));
        let layer = warnings.clone().with_filter(ours(Level::WARN));
        let subscriber = tracing_subscriber::registry().with(layer);
        tracing::subscriber::with_default(subscriber, || {
            for _ in 0..2 {
                tracing::warn!(target: "sahel_map::map", problem = %"no room", path = "a", "not drawn");
                tracing::error!(target: TOLD, "told in another way");
                tracing::info!(target: "sahel_map", "the window opens");
                tracing::error!(target: "wgpu_hal", "a driver that cannot be used");
            }
        });
        let problem = "not drawn: no room; a".to_owned();
        let logged = FolderNotice::Logged { problem, log: Some("/state".into()) };
        assert_eq!(warnings.take(), [Notice::Folder(logged)]);
        assert_eq!(warnings.take(), []);
        let layer = warnings.clone().with_filter(ours(Level::WARN));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
            for number in 0..100 {
                tracing::warn!(target: "sahel_map", number, "again");
            }
        });
        assert_eq!(warnings.take().len(), MOST - 1);
    }

    #[test]
    fn the_file_has_what_happened_without_what_is_quoted() {
        let (_home, folder) = folder();
        let file = LogFile::open(&folder).unwrap();
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(file);
        let subscriber = tracing_subscriber::registry().with(layer.with_filter(ours(Level::INFO)));
        tracing::subscriber::with_default(subscriber, || {
            tracing::info!(target: "sahel_map::shell", version = %"0.1.0", "the window opens");
            tracing::warn!(target: "sahel_map::map", path = ?"/home/amina/m.csv", "not read");
            tracing::debug!(target: "sahel_map::map", "a tile");
        });
        let lines = last_lines(&folder).unwrap();
        let lines: Vec<&str> = lines.lines().collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].ends_with("INFO sahel_map::shell: the window opens version=0.1.0"));
        assert!(lines[1].ends_with("WARN sahel_map::map: not read path=\"…\""), "{lines:?}");
    }

    #[test]
    fn a_run_writes_so_much_and_no_more() {
        let (_home, folder) = folder();
        let file = LogFile::open(&folder).unwrap();
        file.room.store(30, Ordering::Relaxed);
        for _ in 0..5 {
            file.make_writer().write_all(b"twenty letters long.\n").unwrap();
        }
        let lines = last_lines(&folder).unwrap();
        assert_eq!(lines, "twenty letters long.\nThe log of this run is full.\n");
    }

    #[test]
    fn days_that_are_long_ago_are_let_go() {
        let (_home, folder) = folder();
        for day in 10..22 {
            let name = format!("sahel-map.2020-01-{day}.log");
            std::fs::write(folder.path().join(name), "old").unwrap();
        }
        std::fs::write(folder.path().join("session.json"), "{}").unwrap();
        LogFile::open(&folder).unwrap();
        assert_eq!(logs(&folder).unwrap().len(), DAYS);
        assert!(folder.session().exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_the_place_of_the_log_is_not_waited_for() {
        let (_home, folder) = folder();
        let pipe = folder.path().join("sahel-map.2020-01-01.log");
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
        assert!(LogFile::open(&folder).is_err());
    }
}
