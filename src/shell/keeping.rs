//! When the session is written, and what becomes of it.

use super::state_folder::{Run, SessionError, TOLD, write_session};
use crate::state::{FolderNotice, Notice, Session, chain};
use std::error::Error as _;
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::Duration;

/// Seconds without a change after which the session is written.
const SAVE_AFTER: f64 = 1.0;

/// Seconds after which it is tried again where it could not be written.
const TRY_AFTER: f64 = 10.0;

type Writing = JoinHandle<Result<(), String>>;

/// Writes the session behind the reader's back, once it has come to rest.
pub(super) struct Keeping {
    path: Option<PathBuf>,
    clock: Clock,
    writing: Option<Writing>,
    /// A folder that cannot be written stays so: it is told once.
    told: bool,
}

impl Keeping {
    /// Keeps what will differ from `saved`, as far as this run may.
    pub(super) fn new(run: &Run, saved: Session) -> Self {
        let saved = (!run.is_due()).then_some(saved);
        let (path, told) = (run.session_path(), run.has_told());
        Self { path, clock: Clock::new(saved), writing: None, told }
    }

    /// Looks at the session of this frame, `now` in seconds. Returns when to look again, and what
    /// the reader has to know.
    pub(super) fn look(
        &mut self,
        session: &Session,
        now: f64,
    ) -> (Option<Duration>, Option<Notice>) {
        let mut notice = match self.writing.take() {
            Some(job) if job.is_finished() => self.outcome(joined(job), now),
            job => {
                self.writing = job;
                None
            }
        };
        let next = match self.clock.due(session, now) {
            Due::Never => self.writing.is_some().then_some(SAVE_AFTER),
            Due::In(seconds) => Some(seconds),
            // One after another, or the older could overwrite the newer.
            Due::Now if self.writing.is_some() => Some(SAVE_AFTER),
            Due::Now => {
                notice = notice.or(self.write(session, now));
                // To see how it ended.
                Some(SAVE_AFTER)
            }
        };
        (next.map(Duration::from_secs_f64), notice)
    }

    /// Writes what is not written yet, and waits for it.
    pub(super) fn finish(&mut self, session: &Session) {
        if let Some(job) = self.writing.take() {
            self.outcome(joined(job), 0.0);
        }
        if self.clock.saved.as_ref() == Some(session) {
            return;
        }
        self.clock.saved = Some(session.clone());
        if let Some(path) = &self.path
            && let Err(error) = write_session(path, session)
        {
            tracing::error!(target: TOLD, problem = problem(&error), "the session is not kept");
        }
    }

    fn write(&mut self, session: &Session, now: f64) -> Option<Notice> {
        self.clock.saved = Some(session.clone());
        let path = self.path.clone()?;
        let (place, kept) = (path.clone(), session.clone());
        let spawned = std::thread::Builder::new()
            .name("session".to_owned())
            .spawn(move || write_session(&place, &kept).map_err(|error| problem(&error)));
        if let Ok(job) = spawned {
            self.writing = Some(job);
            return None;
        }
        // Where there is no thread to be had, the window waits.
        let ended = write_session(&path, session).map_err(|error| problem(&error));
        self.outcome(ended, now)
    }

    fn outcome(&mut self, ended: Result<(), String>, now: f64) -> Option<Notice> {
        let problem = ended.err()?;
        let path = self.path.clone()?;
        self.clock.failed(now);
        if std::mem::replace(&mut self.told, true) {
            return None;
        }
        tracing::warn!(target: TOLD, problem, "the session is not kept");
        Some(Notice::Folder(FolderNotice::SessionUnsaved { path, problem }))
    }
}

fn joined(job: Writing) -> Result<(), String> {
    job.join().unwrap_or_else(|_| Err("the writing stopped".to_owned()))
}

/// Why, without the path, which the notice names itself.
fn problem(error: &SessionError) -> String {
    error.source().map_or_else(|| error.to_string(), chain)
}

/// What was written, what was seen last, and since when.
struct Clock {
    /// Nothing where the file is not as this run wants it.
    saved: Option<Session>,
    seen: Option<Session>,
    changed_at: f64,
}

/// When the session is to be written.
#[derive(Debug, PartialEq)]
enum Due {
    Never,
    /// In so many seconds, if it does not change again.
    In(f64),
    Now,
}

impl Clock {
    fn new(saved: Option<Session>) -> Self {
        Self { seen: saved.clone(), saved, changed_at: 0.0 }
    }

    fn due(&mut self, session: &Session, now: f64) -> Due {
        if self.seen.as_ref() != Some(session) {
            self.seen = Some(session.clone());
            self.changed_at = now;
        }
        let left = self.changed_at + SAVE_AFTER - now;
        if self.seen == self.saved {
            Due::Never
        } else if left > 0.0 {
            Due::In(left)
        } else {
            Due::Now
        }
    }

    /// What was to be written is not.
    fn failed(&mut self, now: f64) {
        self.saved = None;
        self.changed_at = now + TRY_AFTER - SAVE_AFTER;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::LengthUnit;

    fn session(unit: LengthUnit) -> Session {
        Session { unit, ..Session::default() }
    }

    #[test]
    fn the_clock_starts_again_at_every_change() {
        let mut clock = Clock::new(Some(session(LengthUnit::Km)));
        assert_eq!(clock.due(&session(LengthUnit::Km), 5.0), Due::Never);
        assert_eq!(clock.due(&session(LengthUnit::Mi), 6.0), Due::In(1.0));
        assert_eq!(clock.due(&session(LengthUnit::Nm), 6.75), Due::In(1.0));
        assert_eq!(clock.due(&session(LengthUnit::Nm), 7.25), Due::In(0.5));
        assert_eq!(clock.due(&session(LengthUnit::Nm), 7.75), Due::Now);
        assert_eq!(clock.due(&session(LengthUnit::Km), 7.75), Due::Never, "as it was");
    }

    /// Looks until what was begun has ended.
    fn after_writing(keeping: &mut Keeping, session: &Session, now: f64) -> Option<Notice> {
        while keeping.writing.as_ref().is_some_and(|job| !job.is_finished()) {
            std::thread::sleep(Duration::from_millis(2));
        }
        keeping.look(session, now).1
    }

    #[test]
    fn what_could_not_be_written_is_tried_again() {
        let mut clock = Clock::new(None);
        assert_eq!(clock.due(&session(LengthUnit::Km), 5.0), Due::In(1.0), "nothing is there");
        clock.saved = Some(session(LengthUnit::Km));
        assert_eq!(clock.due(&session(LengthUnit::Km), 6.0), Due::Never);
        clock.failed(7.0);
        assert_eq!(clock.due(&session(LengthUnit::Km), 8.0), Due::In(9.0));
        assert_eq!(clock.due(&session(LengthUnit::Km), 17.0), Due::Now);
    }

    /// What keeps at `path` what differs from a session in kilometres.
    fn keeping_at(path: PathBuf) -> Keeping {
        let clock = Clock::new(Some(session(LengthUnit::Km)));
        Keeping { path: Some(path), clock, writing: None, told: false }
    }

    #[test]
    fn a_session_that_cannot_be_kept_is_told_once_and_kept_when_it_can_be() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "").unwrap();
        let mut keeping = keeping_at(file.join("session.json"));
        let mut told = Vec::new();
        for (unit, now) in [(LengthUnit::Mi, 10.0), (LengthUnit::Nm, 20.0)] {
            assert_eq!(keeping.look(&session(unit), now).1, None);
            keeping.look(&session(unit), now + 2.0);
            told.extend(after_writing(&mut keeping, &session(unit), now + 3.0));
        }
        let [Notice::Folder(FolderNotice::SessionUnsaved { .. })] = told.as_slice() else {
            panic!("{told:?}")
        };
        std::fs::remove_file(&file).unwrap();
        keeping.finish(&session(LengthUnit::Nm));
        assert_eq!(kept(&file.join("session.json")), session(LengthUnit::Nm));
    }

    #[test]
    fn the_end_waits_for_the_last_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.json");
        let mut keeping = keeping_at(path.clone());
        keeping.look(&session(LengthUnit::Mi), 1.0);
        keeping.look(&session(LengthUnit::Mi), 3.0);
        keeping.finish(&session(LengthUnit::Nm));
        assert_eq!(kept(&path), session(LengthUnit::Nm));
    }

    fn kept(path: &std::path::Path) -> Session {
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }
}
