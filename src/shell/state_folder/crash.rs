//! What is written down when a thread panics, and for how long that stays.

use super::StateFolder;
use super::log::{TOLD, Warnings, last_lines};
use super::report::Panic;
use crate::disk::{Existing, Readers, write_atomically};
use crate::state::FolderNotice;
use jiff::Timestamp;
use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};
use std::time::SystemTime;

/// As many reports of crashes are kept.
pub(super) const REPORTS: usize = 5;

/// Who writes the reports of a run.
struct Witness {
    folder: Option<StateFolder>,
    window: ThreadId,
    rested: Arc<AtomicBool>,
    warnings: Warnings,
    /// Whether there is a report of the window's thread, and one of another: the first of each says
    /// what came of what.
    reported: [AtomicBool; 2],
}

/// Writes a report of each panic from now on; this is the window's thread.
pub(super) fn watch(folder: Option<StateFolder>, rested: Arc<AtomicBool>, warnings: Warnings) {
    let window = thread::current().id();
    let witness = Witness { folder, window, rested, warnings, reported: Default::default() };
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        usual(info);
        witness.report(info);
    }));
}

impl Witness {
    // A panic in here would end the process at once, before the session is kept.
    fn report(&self, info: &PanicHookInfo<'_>) {
        let thread = thread::current();
        let of_window = thread.id() == self.window;
        let [window, others] = &self.reported;
        let reported = if of_window { window } else { others };
        if reported.swap(true, Ordering::Relaxed) {
            return;
        }
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let name = thread.name().unwrap_or("without a name");
        tracing::error!(target: TOLD, thread = %name, of_window, "a thread panicked");
        let Some(folder) = &self.folder else { return };
        let now = SystemTime::now();
        let panic = Panic {
            time: said_time(now),
            system: system(),
            thread: name.to_owned(),
            of_window,
            rested: self.rested.load(Ordering::Relaxed),
            place,
            message: info.payload_as_str().unwrap_or("no words").to_owned(),
            backtrace: Backtrace::force_capture().to_string(),
            log: last_lines(folder).unwrap_or_default(),
        };
        let text = panic.report();
        let path = if of_window { folder.crash() } else { folder.told_crash(&file_time(now)) };
        let written = write_atomically(&path, text.as_bytes(), Existing::Replace, Readers::Owner);
        if !of_window {
            self.warnings.tell(FolderNotice::WorkFailed(written.is_ok().then_some(path)));
        }
    }
}

/// A time as people read it, in UTC.
fn said_time(time: SystemTime) -> String {
    let time = Timestamp::try_from(time).unwrap_or_default();
    time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// A time in letters that every system has in the names of its files, in UTC.
pub(super) fn file_time(time: SystemTime) -> String {
    let time = Timestamp::try_from(time).unwrap_or_default();
    time.strftime("%Y-%m-%dT%H-%M-%SZ").to_string()
}

/// Removes the oldest reports.
pub(super) fn forget_old_reports(folder: &StateFolder) {
    let Ok(entries) = std::fs::read_dir(folder.path()) else { return };
    let is_report = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with("crash-"))
            && path.extension().is_some_and(|end| end == "txt")
    };
    let mut reports: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_report).collect();
    // Their names are their times.
    reports.sort();
    let old = reports.len().saturating_sub(REPORTS);
    for report in reports.into_iter().take(old) {
        if let Err(error) = std::fs::remove_file(report) {
            tracing::info!(kind = %error.kind(), "an old report stays");
        }
    }
}

/// The system's name, for the log and for reports.
pub(super) fn system() -> String {
    let known = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    match name.map(|name| name.trim_matches('"')) {
        Some(name) if !name.is_empty() => format!("{known}, {name}"),
        _ => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_time_is_a_name_of_a_file_in_every_year() {
        let of = |seconds| file_time(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!(of(0), "1970-01-01T00-00-00Z");
        assert_eq!(of(1_795_770_312), "2026-11-27T09-05-12Z");
        let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(file_time(before), "1969-12-31T23-59-59Z");
    }
}
