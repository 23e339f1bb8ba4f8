//! Tiles from the network, as the window has them: what is kept of the consent, and who fetches.

mod cache;
mod client;
mod fetcher;
mod kept;

pub use client::Limits;
pub use fetcher::Fetcher;

use super::state_folder::{Run, TOLD, cache_folder};
use crate::state::online::{Host, KeptOnline, Template};
use crate::state::{Action, FolderNotice, Notice, OnlineAction};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

/// Who may be asked, on the disk and in the fetcher.
pub(super) struct Network {
    pub(super) fetcher: Arc<Fetcher>,
    file: Option<PathBuf>,
    /// Whether this run keeps what the reader allows; what is taken back is always kept.
    keeps: bool,
    kept: KeptOnline,
    /// Says whether it was written.
    writing: Option<JoinHandle<bool>>,
}

impl Network {
    /// What was kept of the last run, and what is wrong with it: then nobody may be asked.
    pub(super) fn open(run: &Run) -> (Self, Option<Notice>) {
        let mut file = run.online_path();
        let read = file.as_deref().map_or_else(|| Ok(KeptOnline::default()), kept::read);
        let (kept, notice) = match (read, &file) {
            (Ok(kept), _) => (kept, None),
            (Err(error), Some(path)) => {
                let aside = run.put_online_aside(path);
                file = file.filter(|_| aside.is_some());
                let notice = FolderNotice::OnlineUnreadable(error.to_string(), aside);
                (KeptOnline::default(), Some(Notice::Folder(notice)))
            }
            (Err(_), None) => (KeptOnline::default(), None),
        };
        let cache = cache_folder().map(|folder| folder.join("tiles"));
        let fetcher = Arc::new(Fetcher::new(kept.clone(), cache, Limits::default()));
        (Self { fetcher, file, keeps: run.keeps(), kept, writing: None }, notice)
    }

    /// What is allowed at the start.
    pub(super) const fn kept(&self) -> &KeptOnline {
        &self.kept
    }

    /// Lets nobody be asked but whom `kept` allows, now and in the next run. What cannot be written is
    /// told by `tell`, from another thread, and tried again when the window closes.
    pub(super) fn keep(&mut self, kept: &KeptOnline, tell: impl FnOnce(Notice) + Send + 'static) {
        if self.kept == *kept {
            return;
        }
        let shrinks = kept.cache_limit.bytes() < self.kept.cache_limit.bytes();
        let change = Change::between(&self.kept, kept, self.keeps);
        self.kept = kept.clone();
        self.fetcher.allow(kept.clone());
        // One after another, or the older could overwrite the newer.
        let before = self.writing.take();
        let (file, fetcher) = (self.file.clone(), self.fetcher.clone());
        self.writing = Some(std::thread::spawn(move || {
            let _ = before.map(JoinHandle::join);
            let outcome = file.as_deref().map_or(Ok(()), |file| change.write(file));
            let is_written = outcome.is_ok();
            if let (Err(error), Some(path)) = (outcome, file) {
                let problem = error.to_string();
                tell(Notice::Folder(FolderNotice::SessionUnsaved { path, problem }));
            }
            if shrinks {
                fetcher.measure_cache();
            }
            is_written
        }));
    }

    /// Waits for what is being written, and tries once more where it was not.
    pub(super) fn finish(&mut self) {
        let is_written = self.writing.take().is_none_or(|job| job.join().unwrap_or(false));
        if let (false, true, Some(file)) = (is_written, self.keeps, &self.file)
            && let Err(error) = kept::write(file, &self.kept)
        {
            tracing::warn!(target: TOLD, %error, "who may be asked is not kept");
        }
    }
}

/// What is to be written.
enum Change {
    /// All of it.
    Whole(KeptOnline),
    /// Another window writes the file: what was taken back in this one, and nothing else.
    Revoked(Vec<Host>),
}

impl Change {
    fn between(before: &KeptOnline, now: &KeptOnline, keeps: bool) -> Self {
        if keeps {
            Self::Whole(now.clone())
        } else {
            Self::Revoked(before.allowed.difference(&now.allowed).cloned().collect())
        }
    }

    fn write(&self, file: &Path) -> io::Result<()> {
        match self {
            Self::Whole(kept) => kept::write(file, kept),
            Self::Revoked(hosts) => {
                let mut kept = kept::read(file)?;
                let count = kept.allowed.len();
                kept.allowed.retain(|host| !hosts.contains(host));
                if kept.allowed.len() < count { kept::write(file, &kept) } else { Ok(()) }
            }
        }
    }
}

/// Looks at the first tile of an address. Waits for the network: meant for a thread of its own.
pub(super) fn try_source(fetcher: &Fetcher, template: Template) -> Action {
    let outcome = fetcher.try_source(&template);
    Action::Online(OnlineAction::Tried(template, outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowing(hosts: &[&str]) -> KeptOnline {
        let template =
            |host| Template::parse(&format!("https://{host}/{{z}}/{{x}}/{{y}}")).unwrap();
        let allowed = hosts.iter().map(|host| template(host).host().clone()).collect();
        KeptOnline { allowed, ..KeptOnline::default() }
    }

    #[test]
    fn a_second_window_takes_back_what_it_revokes_and_adds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("online.json");
        kept::write(&file, &allowing(&["a.org", "b.org"])).unwrap();
        let (before, now) = (allowing(&["a.org", "b.org"]), allowing(&["b.org", "c.org"]));
        Change::between(&before, &now, false).write(&file).unwrap();
        assert_eq!(kept::read(&file).unwrap(), allowing(&["b.org"]));
        Change::between(&before, &now, true).write(&file).unwrap();
        assert_eq!(kept::read(&file).unwrap(), now);
    }
}
