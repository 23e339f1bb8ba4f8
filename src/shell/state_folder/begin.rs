//! How a run begins in the state folder: what the last one left, and whether this one may write.

use super::log::{self, TOLD, Warnings};
use super::session_file::{Read, read_session};
use super::starting::Starting;
use super::{StateFolder, crash, lock};
use crate::state::{FolderNotice, Notice, Session, chain};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tracing::Level;

/// After as many starts in a row that were ended from outside before their window had come to rest,
/// the session may be what holds them up.
const HELD_UP: u32 = 3;

/// What a window begins with.
pub struct Start {
    /// The session of the last run; none where there was none, or none that can be used.
    pub session: Option<Session>,
    /// What the reader has to know of it.
    pub notices: Vec<Notice>,
    /// What lasts as long as the run.
    pub run: Run,
}

/// A run of the program with a window.
pub struct Run {
    folder: Option<StateFolder>,
    /// Held until the process ends, however it ends.
    lock: Option<File>,
    /// Whether this run may write the session.
    keeps: bool,
    /// Whether the session's file is to be written though nothing has changed.
    is_due: bool,
    /// Whether the reader knows that nothing can be written.
    told: bool,
    starting: Starting,
    warnings: Warnings,
}

impl Start {
    /// Begins a run of the program with a window, on the window's thread: its log, of `level` and
    /// more serious, its reports of panics, and what the last run left.
    #[must_use]
    pub fn begin(level: Option<Level>) -> Self {
        let log = |folder: Option<&StateFolder>, warnings: &Warnings| {
            let outcome = log::begin(folder, level, warnings);
            let version = env!("CARGO_PKG_VERSION");
            tracing::info!(%version, system = %crash::system(), "the program starts");
            outcome
        };
        Self::begin_in(StateFolder::of_user(), log, |run| {
            crash::watch(run.folder.clone(), run.starting.rested.clone(), run.warnings.clone());
        })
    }

    fn begin_in(
        folder: Option<StateFolder>,
        log: impl FnOnce(Option<&StateFolder>, &Warnings) -> io::Result<()>,
        watch: impl FnOnce(&Run),
    ) -> Self {
        let of_log = folder.as_ref().map(|folder| folder.path().to_owned());
        let mut run = Run {
            folder,
            lock: None,
            keeps: true,
            is_due: false,
            told: false,
            starting: Starting::default(),
            warnings: Warnings::of_log(of_log),
        };
        let mut notices = Vec::new();
        run.open(log, &mut notices);
        watch(&run);
        let session = match run.folder.clone() {
            Some(folder) => {
                let held_up = run.lock.is_some() && run.after_the_last(&folder, &mut notices);
                run.read(&folder, held_up, &mut notices)
            }
            None => None,
        };
        let notices = notices.into_iter().map(Notice::Folder).collect();
        Self { session, notices, run }
    }
}

impl Run {
    /// Makes the folder, takes its lock and begins the log.
    fn open(
        &mut self,
        log: impl FnOnce(Option<&StateFolder>, &Warnings) -> io::Result<()>,
        notices: &mut Vec<FolderNotice>,
    ) {
        let Some(folder) = self.folder.clone() else {
            self.keeps = false;
            // Without a folder nothing can fail in it.
            let _ = log(None, &self.warnings);
            tracing::warn!(target: TOLD, "there is no folder to keep anything in");
            notices.push(FolderNotice::Nowhere);
            return;
        };
        let made = folder.create();
        let locked = made.and_then(|()| lock::take(&folder.lock()));
        let logged = log(Some(&folder), &self.warnings);
        if logged.is_err() {
            self.warnings.has_no_log();
        }
        let problem = match locked {
            Ok(Some(file)) => {
                self.lock = Some(file);
                logged.err()
            }
            Ok(None) => {
                tracing::warn!(target: TOLD, "another window writes the session");
                self.keeps = false;
                notices.push(FolderNotice::InUse);
                None
            }
            Err(error) => Some(error),
        };
        if let Some(problem) = problem {
            tracing::warn!(target: TOLD, kind = %problem.kind(), "the folder cannot be written");
            self.told = true;
            let (path, problem) = (folder.path().to_owned(), problem.to_string());
            notices.push(FolderNotice::Unwritable { path, problem });
        }
    }

    /// Tells of a crash of the last run, and marks the beginning of this one. Says whether it may be
    /// the session that ends the program before its window is there.
    fn after_the_last(&mut self, folder: &StateFolder, notices: &mut Vec<FolderNotice>) -> bool {
        let mark = folder.starting();
        let cut_short = std::fs::read_to_string(&mark).ok();
        let crash = folder.crash();
        let crashed = crash.symlink_metadata().and_then(|data| data.modified()).ok();
        if let Some(time) = crashed {
            let told = folder.told_crash(&crash::file_time(time));
            let report = std::fs::rename(&crash, &told).map_or(crash, |()| told);
            tracing::warn!(target: TOLD, "the last run crashed");
            notices.push(FolderNotice::Crashed(report));
            crash::forget_old_reports(folder);
        }
        // What cannot be read was cut short itself.
        let count = cut_short.map_or(0, |text| text.trim().parse().unwrap_or(1));
        let held_up = count > 0 && (crashed.is_some() || count >= HELD_UP);
        let count = if held_up { 1 } else { count + 1 };
        if std::fs::write(&mark, format!("{count}\n")).is_ok() {
            self.starting.mark = Some(mark);
        }
        held_up
    }

    /// The session that is in the folder, unless it may hold the program up. What cannot be used is put
    /// aside, since another is written in its place.
    fn read(
        &mut self,
        folder: &StateFolder,
        held_up: bool,
        notices: &mut Vec<FolderNotice>,
    ) -> Option<Session> {
        if held_up && let Ok(kept) = StateFolder::put_aside(&folder.session()) {
            tracing::warn!(target: TOLD, "starting without the session");
            notices.push(FolderNotice::SetAside(kept));
            return None;
        }
        match read_session(&folder.session()) {
            Ok(None) => None,
            Ok(Some(Read { session, unknown })) => {
                if !unknown.is_empty() {
                    let kept = self.put_aside(folder);
                    notices.push(FolderNotice::UnknownSettings(unknown, kept));
                }
                Some(session)
            }
            Err(error) => {
                let kept = self.put_aside(folder);
                notices.push(FolderNotice::SessionUnreadable(chain(&error), kept));
                None
            }
        }
    }

    /// Puts the session's file aside; where that is not possible it is not overwritten.
    fn put_aside(&mut self, folder: &StateFolder) -> Option<PathBuf> {
        let kept = if self.keeps { StateFolder::put_aside(&folder.session()).ok() } else { None };
        tracing::warn!(target: TOLD, put_aside = kept.is_some(), "not all of the session is read");
        self.is_due = kept.is_some();
        self.keeps &= kept.is_some();
        kept
    }

    /// Where the session is to be written; nowhere if this run may not.
    pub(in crate::shell) fn session_path(&self) -> Option<PathBuf> {
        self.folder.as_ref().filter(|_| self.keeps).map(StateFolder::session)
    }

    /// Where it is kept who may be asked for tiles, to be read.
    pub(in crate::shell) fn online_path(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(StateFolder::online)
    }

    /// Whether this run may write what it keeps.
    pub(in crate::shell) const fn keeps(&self) -> bool {
        self.keeps
    }

    /// Puts the file aside that says who may be asked for tiles, and that cannot be read, if this run
    /// may. Where it stays it must not be overwritten.
    pub(in crate::shell) fn put_online_aside(&self, path: &Path) -> Option<PathBuf> {
        let kept = if self.keeps { StateFolder::put_aside(path).ok() } else { None };
        tracing::warn!(target: TOLD, put_aside = kept.is_some(), "who may be asked is not read");
        kept
    }

    /// Whether the session is to be written though nothing has changed.
    pub(in crate::shell) const fn is_due(&self) -> bool {
        self.is_due
    }

    /// Whether the reader knows already that it cannot be written.
    pub(in crate::shell) const fn has_told(&self) -> bool {
        self.told
    }

    /// Whether the window has come to rest.
    pub(in crate::shell) fn starting(&self) -> Starting {
        self.starting.clone()
    }

    /// What was logged that the reader has to know.
    pub(in crate::shell) fn warnings(&self) -> Warnings {
        self.warnings.clone()
    }

    /// Where the report of a crash of this run is, should there be one.
    pub(in crate::shell) fn report(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(StateFolder::crash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;
    use crate::shell::state_folder::write_session;

    /// Begins a run in `folder`, without a log and without watching panics of other tests.
    fn begin(folder: &StateFolder) -> (Option<Session>, Vec<FolderNotice>, Run) {
        let Start { session, notices, run } =
            Start::begin_in(Some(folder.clone()), |_, _| Ok(()), |_| {});
        let notices = notices.into_iter().map(|notice| match notice {
            Notice::Folder(notice) => notice,
            other => panic!("{other:?}"),
        });
        (session, notices.collect(), run)
    }

    fn folder() -> (tempfile::TempDir, StateFolder) {
        let home = tempfile::tempdir().unwrap();
        let folder = StateFolder::at(&home.path().join("state/sahel-map"));
        (home, folder)
    }

    fn french() -> Session {
        Session::in_language(Lang::Fr)
    }

    #[test]
    fn the_first_run_has_nothing_to_tell_and_the_next_what_it_kept() {
        let (_home, folder) = folder();
        let (session, notices, run) = begin(&folder);
        assert_eq!((session, notices), (None, Vec::new()));
        write_session(&run.session_path().unwrap(), &french()).unwrap();
        assert!(folder.starting().exists());
        run.starting().end();
        assert!(!folder.starting().exists());
        drop(run);
        let (session, notices, run) = begin(&folder);
        assert_eq!((session, notices), (Some(french()), Vec::new()));
        assert!(!run.is_due());
    }

    #[test]
    fn a_second_window_reads_and_keeps_nothing() {
        let (_home, folder) = folder();
        let (_, _, first) = begin(&folder);
        write_session(&first.session_path().unwrap(), &french()).unwrap();
        std::fs::write(folder.crash(), "a report").unwrap();
        let (session, notices, second) = begin(&folder);
        assert_eq!((session, notices), (Some(french()), vec![FolderNotice::InUse]));
        assert_eq!(second.session_path(), None);
        assert!(folder.crash().exists(), "the next first window tells of it");
        second.starting().end();
        assert!(folder.starting().exists(), "the mark is the first's");
        std::fs::write(folder.session(), "{").unwrap();
        let (session, notices, _) = begin(&folder);
        assert_eq!(session, None);
        assert!(matches!(&notices[..], [_, FolderNotice::SessionUnreadable(_, None)]));
        assert!(folder.session().exists(), "nothing of the first's is moved");
        drop(first);
        let (_, notices, _third) = begin(&folder);
        assert!(!notices.contains(&FolderNotice::InUse), "{notices:?}");
    }

    #[test]
    fn what_is_not_read_is_kept_aside_and_written_anew() {
        let (_home, folder) = folder();
        folder.create().unwrap();
        let aside = folder.path().join("session.kept.json");
        std::fs::write(folder.session(), "{").unwrap();
        let (session, notices, run) = begin(&folder);
        assert_eq!(session, None);
        let [FolderNotice::SessionUnreadable(problem, Some(kept))] = &notices[..] else {
            panic!("{notices:?}")
        };
        assert!(problem.starts_with("it is not a session"), "{problem}");
        assert_eq!((kept, std::fs::read_to_string(kept).unwrap().as_str()), (&aside, "{"));
        assert!(run.is_due() && run.session_path().is_some());
        drop(run);
        std::fs::write(folder.session(), r#"{"lang": "fr", "theme": "sepia"}"#).unwrap();
        let (session, notices, run) = begin(&folder);
        let kept = folder.path().join("session.kept-2.json");
        let unknown = FolderNotice::UnknownSettings(vec!["theme".to_owned()], Some(kept));
        assert_eq!(notices, [unknown]);
        assert_eq!(session.map(|session| session.lang), Some(Lang::Fr));
        assert!(run.is_due());
    }

    #[test]
    fn what_cannot_be_put_aside_is_not_overwritten() {
        let (_home, folder) = folder();
        folder.create().unwrap();
        std::fs::write(folder.session(), "{").unwrap();
        for number in 1..=99 {
            let name = if number == 1 { String::new() } else { format!("-{number}") };
            std::fs::write(folder.path().join(format!("session.kept{name}.json")), "").unwrap();
        }
        let (_, notices, run) = begin(&folder);
        assert!(matches!(&notices[..], [FolderNotice::SessionUnreadable(_, None)]), "{notices:?}");
        assert_eq!(run.session_path(), None);
        assert_eq!(std::fs::read_to_string(folder.session()).unwrap(), "{");
    }

    #[test]
    fn a_crash_is_told_once_and_of_a_start_without_the_session() {
        let (_home, folder) = folder();
        let (_, _, run) = begin(&folder);
        write_session(&run.session_path().unwrap(), &french()).unwrap();
        run.starting().end();
        drop(run);
        // After the window had come to rest.
        std::fs::write(folder.crash(), "a report").unwrap();
        let (session, notices, run) = begin(&folder);
        assert_eq!(session, Some(french()));
        let [FolderNotice::Crashed(report)] = &notices[..] else { panic!("{notices:?}") };
        assert_eq!(std::fs::read_to_string(report).unwrap(), "a report");
        assert!(!folder.crash().exists());
        // Before: the mark is there.
        drop(run);
        std::fs::write(folder.crash(), "another").unwrap();
        let (session, notices, run) = begin(&folder);
        assert_eq!(session, None);
        let kept = folder.path().join("session.kept.json");
        assert_eq!(notices.last(), Some(&FolderNotice::SetAside(kept.clone())));
        assert_eq!(notices.len(), 2);
        assert!(kept.exists() && !folder.session().exists());
        run.starting().end();
        drop(run);
        assert_eq!(begin(&folder).1, []);
    }

    #[test]
    fn who_is_killed_at_the_start_again_and_again_starts_without_the_session() {
        let (_home, folder) = folder();
        folder.create().unwrap();
        write_session(&folder.session(), &french()).unwrap();
        let is_set_aside = |_| loop {
            let (_, notices, run) = begin(&folder);
            // A process that another test is starting can hold the lock for a moment.
            if run.keeps() {
                break matches!(notices[..], [FolderNotice::SetAside(_)]);
            }
        };
        let told: Vec<bool> = (0..5).map(is_set_aside).collect();
        // The fourth; there is no session any more after that.
        assert_eq!(told, [false, false, false, true, false]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told_once() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        std::fs::write(&file, "").unwrap();
        let folder = StateFolder::at(&file.join("sahel-map"));
        let fails = |_: Option<&StateFolder>, _: &Warnings| Err(io::ErrorKind::Other.into());
        let Start { session, notices, run } = Start::begin_in(Some(folder), fails, |_| {});
        assert_eq!(session, None);
        let [Notice::Folder(told)] = &notices[..] else { panic!("{notices:?}") };
        assert!(matches!(told, FolderNotice::Unwritable { .. }));
        assert!(run.has_told());
    }

    #[test]
    fn without_a_home_nothing_is_kept_and_that_is_told() {
        let Start { session, notices, run } = Start::begin_in(None, |_, _| Ok(()), |_| {});
        assert_eq!(session, None);
        assert_eq!(notices, [Notice::Folder(FolderNotice::Nowhere)]);
        assert_eq!(run.session_path(), None);
        run.starting().end();
    }

    #[test]
    fn only_the_newest_reports_are_kept() {
        let (_home, folder) = folder();
        folder.create().unwrap();
        for year in 1990..2000 {
            let name = format!("crash-{year}-01-01T00-00-00Z.txt");
            std::fs::write(folder.path().join(name), "old").unwrap();
        }
        std::fs::write(folder.crash(), "new").unwrap();
        let (_, notices, _run) = begin(&folder);
        let [FolderNotice::Crashed(report)] = &notices[..] else { panic!("{notices:?}") };
        assert!(report.exists());
        let count = std::fs::read_dir(folder.path()).unwrap();
        let reports = count.filter(|entry| {
            entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("crash-")
        });
        assert_eq!(reports.count(), crash::REPORTS);
    }
}
