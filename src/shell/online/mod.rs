//! Tiles from the network, as the window has them: what is kept of the consent, and who fetches.

mod cache;
mod client;
mod fetcher;
mod kept;

pub use client::Limits;
pub use fetcher::Fetcher;

use self::kept::KeptFile;
use super::state_folder::{Run, TOLD, cache_folder};
use crate::state::online::{Host, KeptOnline, Template};
use crate::state::{Action, FolderNotice, Notice, OnlineAction};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// Who may be asked, on the disk and in the fetcher.
pub(super) struct Network {
    pub(super) fetcher: Arc<Fetcher>,
    file: Option<Arc<KeptFile>>,
    kept: KeptOnline,
    /// Says whether it was written.
    writing: Option<JoinHandle<bool>>,
}

impl Network {
    /// What was kept of the last run, and what is wrong with it: then nobody may be asked.
    pub(super) fn open(run: &Run) -> (Self, Option<Notice>) {
        let mut path = run.online_path();
        let read = path.as_deref().map_or_else(|| Ok(KeptOnline::default()), kept::read);
        let (kept, notice) = match (read, &path) {
            (Ok(kept), _) => (kept, None),
            (Err(error), Some(unread)) => {
                let aside = run.put_online_aside(unread);
                path = path.filter(|_| aside.is_some());
                let notice = FolderNotice::OnlineUnreadable(error.to_string(), aside);
                (KeptOnline::default(), Some(Notice::Folder(notice)))
            }
            (Err(_), None) => (KeptOnline::default(), None),
        };
        let cache = cache_folder().map(|folder| folder.join("tiles"));
        let fetcher = Arc::new(Fetcher::new(kept.clone(), cache, Limits::default()));
        let file = path.map(|path| Arc::new(KeptFile::new(path, run.keeps(), &kept)));
        (Self { fetcher, file, kept, writing: None }, notice)
    }

    /// What is allowed at the start.
    pub(super) const fn kept(&self) -> &KeptOnline {
        &self.kept
    }

    /// Lets nobody be asked but whom `kept` allows, now and in the next run. What cannot be written, and
    /// whom another window has taken back, goes to `tell`, on another thread; what could not be written is
    /// tried again when the window closes.
    pub(super) fn keep(&mut self, kept: &KeptOnline, tell: impl Fn(Action) + Send + 'static) {
        if self.kept == *kept {
            return;
        }
        let shrinks = kept.cache_limit.bytes() < self.kept.cache_limit.bytes();
        if let Some(file) = &self.file {
            file.take_back(&self.kept, kept);
        }
        self.kept = kept.clone();
        self.fetcher.allow(kept.clone());
        // One after another, or the older could overwrite the newer.
        let before = self.writing.take();
        let (file, fetcher, kept) = (self.file.clone(), self.fetcher.clone(), kept.clone());
        self.writing = Some(std::thread::spawn(move || {
            let _ = before.map(JoinHandle::join);
            let outcome =
                file.as_ref().map_or(Ok(()), |file| file.write(&kept, |host| tell(revoke(host))));
            let is_written = outcome.is_ok();
            if let (Err(error), Some(file)) = (outcome, file) {
                let (path, problem) = (file.path().to_owned(), error.to_string());
                tell(Action::Tell(Notice::Folder(FolderNotice::SessionUnsaved { path, problem })));
            }
            if shrinks {
                fetcher.measure_cache();
            }
            is_written
        }));
    }

    /// Looks whom another window has taken back since; `tell` is told on another thread.
    pub(super) fn look_again(&mut self, tell: impl Fn(Action) + Send + 'static) {
        let Some(file) = self.file.clone() else { return };
        let before = self.writing.take();
        self.writing = Some(std::thread::spawn(move || {
            let is_written = before.is_none_or(|job| job.join().unwrap_or(false));
            file.look().into_iter().map(revoke).for_each(tell);
            is_written
        }));
    }

    /// Waits for what is being written, and tries once more where it was not.
    pub(super) fn finish(&mut self) {
        let is_written = self.writing.take().is_none_or(|job| job.join().unwrap_or(false));
        if let (false, Some(file)) = (is_written, &self.file)
            && let Err(error) = file.write(&self.kept, drop)
        {
            tracing::warn!(target: TOLD, %error, "who may be asked is not kept");
        }
    }
}

/// What is inside is whole whoever panicked beside it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const fn revoke(host: Host) -> Action {
    Action::Online(OnlineAction::Revoke(host))
}

/// Looks at the first tile of an address. Waits for the network: meant for a thread of its own.
pub(super) fn try_source(fetcher: &Fetcher, template: Template) -> Action {
    let outcome = fetcher.try_source(&template);
    Action::Online(OnlineAction::Tried(template, outcome))
}
