//! When the session is written, and what becomes of it.

use super::saved::{SessionError, session_path, write_session};
use crate::state::{Notice, Session, chain};
use std::error::Error as _;
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::Duration;

/// Seconds without a change after which the session is written.
const SAVE_AFTER: f64 = 1.0;

/// Writes the session behind the reader's back, once it has come to rest.
pub(super) struct Keeping {
    path: Option<PathBuf>,
    clock: Clock,
    writing: Option<JoinHandle<Result<(), SessionError>>>,
    /// A folder that cannot be written stays so: it is told once.
    told: bool,
}

impl Keeping {
    /// Keeps what will differ from `saved`.
    pub(super) fn new(saved: Session) -> Self {
        Self { path: session_path(), clock: Clock::new(saved), writing: None, told: false }
    }

    /// Looks at the session of this frame, `now` in seconds. Returns when to look again, and what
    /// the reader has to know.
    pub(super) fn look(
        &mut self,
        session: &Session,
        now: f64,
    ) -> (Option<Duration>, Option<Notice>) {
        let notice = match self.writing.take() {
            Some(job) if job.is_finished() => self.outcome(job),
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
                self.write(session);
                // To see how it ended.
                Some(SAVE_AFTER)
            }
        };
        (next.map(Duration::from_secs_f64), notice)
    }

    /// Writes what is not written yet, and waits for it.
    pub(super) fn finish(&mut self, session: &Session) {
        for _ in 0..2 {
            let notice = self.writing.take().and_then(|job| self.outcome(job));
            if let Some(notice) = notice {
                tracing::warn!(?notice, "the session is not kept");
            }
            if self.clock.saved != *session {
                self.write(session);
            }
        }
    }

    fn write(&mut self, session: &Session) {
        self.clock.saved.clone_from(session);
        let Some(path) = self.path.clone() else { return };
        let session = session.clone();
        self.writing = Some(std::thread::spawn(move || write_session(&path, &session)));
    }

    fn outcome(&mut self, job: JoinHandle<Result<(), SessionError>>) -> Option<Notice> {
        let path = self.path.clone()?;
        let problem = match job.join() {
            Ok(Ok(())) => return None,
            // The notice names the path itself.
            Ok(Err(error)) => error.source().map_or_else(|| error.to_string(), chain),
            Err(_) => "the writing stopped".to_owned(),
        };
        let first = !std::mem::replace(&mut self.told, true);
        first.then_some(Notice::SessionUnsaved { path, problem })
    }
}

/// What was written, what was seen last, and since when.
struct Clock {
    saved: Session,
    seen: Session,
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
    fn new(saved: Session) -> Self {
        Self { seen: saved.clone(), saved, changed_at: 0.0 }
    }

    fn due(&mut self, session: &Session, now: f64) -> Due {
        if *session != self.seen {
            self.seen.clone_from(session);
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
        let mut clock = Clock::new(session(LengthUnit::Km));
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
    fn a_session_that_cannot_be_kept_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        let mut keeping = Keeping::new(session(LengthUnit::Km));
        keeping.path = Some(folder.path().join("file/session.json"));
        let mut told = Vec::new();
        for (unit, now) in [(LengthUnit::Mi, 10.0), (LengthUnit::Nm, 20.0)] {
            assert_eq!(keeping.look(&session(unit), now).1, None);
            keeping.look(&session(unit), now + 2.0);
            told.extend(after_writing(&mut keeping, &session(unit), now + 3.0));
        }
        assert!(matches!(told.as_slice(), [Notice::SessionUnsaved { .. }]), "{told:?}");
    }

    #[test]
    fn the_end_waits_for_the_last_change() {
        let folder = tempfile::tempdir().unwrap();
        let mut keeping = Keeping::new(session(LengthUnit::Km));
        let path = folder.path().join("session.json");
        keeping.path = Some(path.clone());
        keeping.look(&session(LengthUnit::Mi), 1.0);
        keeping.look(&session(LengthUnit::Mi), 3.0);
        keeping.finish(&session(LengthUnit::Nm));
        let kept: Session = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(kept, session(LengthUnit::Nm));
    }
}
