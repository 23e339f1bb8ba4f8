//! Tiles from the network, as the window has them: what is kept of the consent, and who fetches.

mod cache;
mod client;
mod fetcher;
mod kept;

pub use client::Limits;
pub use fetcher::Fetcher;

use super::state_folder::{Run, cache_folder};
use crate::state::online::{KeptOnline, Template};
use crate::state::{Action, FolderNotice, Notice, OnlineAction};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

/// Who may be asked, on the disk and in the fetcher.
pub(super) struct Network {
    pub(super) fetcher: Arc<Fetcher>,
    path: Option<PathBuf>,
    kept: KeptOnline,
    writing: Option<JoinHandle<()>>,
}

impl Network {
    /// What was kept of the last run, and what is wrong with it: then nobody may be asked.
    pub(super) fn open(run: &Run) -> (Self, Option<Notice>) {
        let mut path = run.online_path();
        let read = path.as_deref().map_or_else(|| Ok(KeptOnline::default()), kept::read);
        let (kept, notice) = match (read, &path) {
            (Ok(kept), _) => (kept, None),
            (Err(error), Some(file)) => {
                let (notice, is_free) = run.unreadable(file, error.to_string());
                path = path.filter(|_| is_free);
                (KeptOnline::default(), Some(notice))
            }
            (Err(_), None) => (KeptOnline::default(), None),
        };
        let path = path.filter(|_| run.keeps());
        let cache = cache_folder().map(|folder| folder.join("tiles"));
        let fetcher = Arc::new(Fetcher::new(kept.clone(), cache, Limits::default()));
        (Self { fetcher, path, kept, writing: None }, notice)
    }

    /// What is allowed at the start.
    pub(super) const fn kept(&self) -> &KeptOnline {
        &self.kept
    }

    /// Lets nobody be asked but whom `kept` allows, now and in the next run. What cannot be written is
    /// told by `tell`, from another thread.
    pub(super) fn keep(&mut self, kept: &KeptOnline, tell: impl FnOnce(Notice) + Send + 'static) {
        if self.kept == *kept {
            return;
        }
        let shrinks = kept.cache_limit.bytes() < self.kept.cache_limit.bytes();
        self.kept = kept.clone();
        self.fetcher.allow(kept.clone());
        // One after another, or the older could overwrite the newer.
        let before = self.writing.take();
        let (path, kept, fetcher) = (self.path.clone(), kept.clone(), self.fetcher.clone());
        self.writing = Some(std::thread::spawn(move || {
            let _ = before.map(JoinHandle::join);
            if let Some(path) = path
                && let Err(error) = kept::write(&path, &kept)
            {
                let problem = error.to_string();
                tell(Notice::Folder(FolderNotice::SessionUnsaved { path, problem }));
            }
            if shrinks {
                fetcher.measure_cache();
            }
        }));
    }

    /// Waits for what is being written.
    pub(super) fn finish(&mut self) {
        let _ = self.writing.take().map(JoinHandle::join);
    }
}

/// Looks at the first tile of an address. Waits for the network: meant for a thread of its own.
pub(super) fn try_source(fetcher: &Fetcher, template: Template) -> Action {
    let outcome = fetcher.try_source(&template);
    Action::Online(OnlineAction::Tried(template, outcome))
}
