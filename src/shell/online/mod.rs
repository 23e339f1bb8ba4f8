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
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Who may be asked, on the disk and in the fetcher.
pub(super) struct Network {
    pub(super) fetcher: Arc<Fetcher>,
    file: Option<PathBuf>,
    /// Whether this run keeps what the reader allows; what is taken back is always kept.
    keeps: bool,
    kept: KeptOnline,
    /// Whom the file allowed when this window last read or wrote it.
    on_disk: Arc<Mutex<BTreeSet<Host>>>,
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
        let on_disk = Arc::new(Mutex::new(kept.allowed.clone()));
        (Self { fetcher, file, keeps: run.keeps(), kept, on_disk, writing: None }, notice)
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
        let (file, fetcher, on_disk) =
            (self.file.clone(), self.fetcher.clone(), self.on_disk.clone());
        self.writing = Some(std::thread::spawn(move || {
            let _ = before.map(JoinHandle::join);
            let is_written = file.is_none_or(|path| match change.write(&path) {
                Ok(allowed) => {
                    replace(&on_disk, allowed);
                    true
                }
                Err(error) => {
                    let problem = error.to_string();
                    tell(Notice::Folder(FolderNotice::SessionUnsaved { path, problem }));
                    false
                }
            });
            if shrinks {
                fetcher.measure_cache();
            }
            is_written
        }));
    }

    /// Looks whom another window has taken back since: `tell` is given each, on another thread.
    pub(super) fn look_again(&mut self, tell: impl Fn(Host) + Send + 'static) {
        let Some(file) = self.file.clone() else { return };
        let (before, on_disk) = (self.writing.take(), self.on_disk.clone());
        self.writing = Some(std::thread::spawn(move || {
            let is_written = before.is_none_or(|job| job.join().unwrap_or(false));
            if is_written && let Ok(kept) = kept::read(&file) {
                let before = replace(&on_disk, kept.allowed.clone());
                before.difference(&kept.allowed).cloned().for_each(tell);
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

/// Puts `now` in the place of what was there.
fn replace(hosts: &Mutex<BTreeSet<Host>>, now: BTreeSet<Host>) -> BTreeSet<Host> {
    std::mem::replace(&mut hosts.lock().unwrap_or_else(PoisonError::into_inner), now)
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

    /// Whom the file then allows.
    fn write(&self, file: &Path) -> io::Result<BTreeSet<Host>> {
        match self {
            Self::Whole(kept) => kept::write(file, kept).map(|()| kept.allowed.clone()),
            Self::Revoked(hosts) => {
                let mut kept = kept::read(file)?;
                let count = kept.allowed.len();
                kept.allowed.retain(|host| !hosts.contains(host));
                if kept.allowed.len() < count {
                    kept::write(file, &kept)?;
                }
                Ok(kept.allowed)
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

    /// A window that has just read `file`.
    fn window(file: &Path, keeps: bool) -> Network {
        let kept = kept::read(file).unwrap();
        Network {
            fetcher: Arc::new(Fetcher::new(kept.clone(), None, Limits::default())),
            file: Some(file.to_owned()),
            keeps,
            on_disk: Arc::new(Mutex::new(kept.allowed.clone())),
            kept,
            writing: None,
        }
    }

    /// Whom the window hears that it may ask no more.
    fn heard(window: &mut Network) -> Vec<String> {
        let (sender, hosts) = std::sync::mpsc::channel();
        window.look_again(move |host| sender.send(host.to_string()).unwrap());
        hosts.iter().collect()
    }

    #[test]
    fn each_of_two_windows_hears_what_the_other_takes_back_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("online.json");
        kept::write(&file, &allowing(&["a.org", "b.org"])).unwrap();
        let (mut first, mut second) = (window(&file, true), window(&file, false));
        let keep = |window: &mut Network, hosts: &[&str]| {
            window.keep(&allowing(hosts), |notice| panic!("{notice:?}"));
            assert!(heard(window).is_empty(), "its own change");
        };
        keep(&mut second, &["a.org"]);
        assert_eq!(heard(&mut first), ["b.org"]);
        keep(&mut first, &["a.org", "c.org"]);
        assert!(heard(&mut second).is_empty(), "what is allowed there is not allowed here");
        keep(&mut first, &["c.org"]);
        assert_eq!(heard(&mut second), ["a.org"]);
        keep(&mut second, &["d.org"]);
        assert!(heard(&mut first).is_empty());
        assert_eq!(kept::read(&file).unwrap(), allowing(&["c.org"]));
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
