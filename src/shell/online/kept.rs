//! Who may be asked for tiles, kept between runs beside the session, where another window may write it
//! too.

use super::lock;
use crate::disk::{Existing, Readers, Unread, read_whole, write_atomically};
use crate::state::online::{Host, KeptOnline};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 1 << 18;

/// What was kept; nothing is allowed where there was nothing.
///
/// # Errors
/// When the file is there and cannot be read or understood.
pub(super) fn read(path: &Path) -> io::Result<KeptOnline> {
    match read_whole(path, LARGEST) {
        Ok(text) => Ok(serde_json::from_slice(&text)?),
        Err(Unread::Disk(error)) if error.kind() == io::ErrorKind::NotFound => {
            Ok(KeptOnline::default())
        }
        Err(Unread::Disk(error)) => Err(error),
        Err(error @ Unread::TooLarge(_)) => Err(io::Error::other(error)),
    }
}

/// Keeps it, for the reader's eyes alone: an address may hold a key.
fn write(path: &Path, kept: &KeptOnline) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let text = serde_json::to_vec_pretty(kept)?;
    write_atomically(path, &text, Existing::Replace, Readers::Owner)
}

/// The file, as one of the windows has it.
pub(super) struct KeptFile {
    path: PathBuf,
    /// Whether this window keeps what the reader allows; what is taken back is always kept.
    keeps: bool,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// Whom the file allowed when this window last read or wrote it.
    allowed: BTreeSet<Host>,
    /// Whom this window has taken back without having written it yet.
    owed: BTreeSet<Host>,
}

impl Seen {
    /// Whom another window has taken back: they were allowed there and, by `now`, are no more.
    fn gone(&mut self, now: &KeptOnline) -> BTreeSet<Host> {
        let before = std::mem::replace(&mut self.allowed, now.allowed.clone());
        before.difference(&now.allowed).cloned().collect()
    }
}

impl KeptFile {
    /// The file at `path`, of which `kept` was just read.
    pub(super) fn new(path: PathBuf, keeps: bool, kept: &KeptOnline) -> Self {
        let seen = Seen { allowed: kept.allowed.clone(), ..Seen::default() };
        Self { path, keeps, seen: Mutex::new(seen) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Notes whom this window takes back, until that is written.
    pub(super) fn take_back(&self, before: &KeptOnline, now: &KeptOnline) {
        let owed = &mut lock(&self.seen).owed;
        owed.extend(before.allowed.difference(&now.allowed).cloned());
        owed.retain(|host| !now.allowed.contains(host));
    }

    /// Whom another window has taken back since this one last looked.
    pub(super) fn look(&self) -> BTreeSet<Host> {
        let mut seen = lock(&self.seen);
        read(&self.path).map(|now| seen.gone(&now)).unwrap_or_default()
    }

    /// Writes `kept`, or in a window that does not keep it what was taken back alone; never whom another
    /// window has taken back. `tell` gets those.
    ///
    /// # Errors
    /// When the file cannot be written, or not be read in a window that changes it only.
    pub(super) fn write(&self, kept: &KeptOnline, tell: impl Fn(Host)) -> io::Result<()> {
        let mut seen = lock(&self.seen);
        let now = read(&self.path);
        let gone = now.as_ref().map(|now| seen.gone(now)).unwrap_or_default();
        gone.iter().cloned().for_each(tell);
        let next = if self.keeps {
            let mut next = kept.clone();
            next.allowed.retain(|host| !gone.contains(host));
            next
        } else {
            let mut next = now?;
            let count = next.allowed.len();
            next.allowed.retain(|host| !seen.owed.contains(host));
            if next.allowed.len() == count {
                seen.owed.clear();
                return Ok(());
            }
            next
        };
        write(&self.path, &next)?;
        *seen = Seen { allowed: next.allowed, ..Seen::default() };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::online::Template;

    fn allowing(hosts: &[&str]) -> KeptOnline {
        let template =
            |host| Template::parse(&format!("https://{host}/{{z}}/{{x}}/{{y}}")).unwrap();
        let allowed = hosts.iter().map(|host| template(host).host().clone()).collect();
        KeptOnline { allowed, ..KeptOnline::default() }
    }

    /// One of two windows on the same file.
    struct Window {
        file: KeptFile,
        kept: KeptOnline,
    }

    impl Window {
        fn open(path: &Path, keeps: bool) -> Self {
            let kept = read(path).unwrap();
            Self { file: KeptFile::new(path.to_owned(), keeps, &kept), kept }
        }

        /// The reader allows these hosts now: whom another window has taken back.
        fn keep(&mut self, hosts: &[&str]) -> io::Result<Vec<String>> {
            let now = allowing(hosts);
            self.file.take_back(&self.kept, &now);
            self.kept = now;
            let gone = std::cell::RefCell::new(Vec::new());
            self.file.write(&self.kept, |host| gone.borrow_mut().push(host.to_string()))?;
            Ok(gone.into_inner())
        }

        fn hears(&self) -> Vec<String> {
            self.file.look().iter().map(ToString::to_string).collect()
        }
    }

    /// Two windows on a file that allows `a.org` and `b.org`; the first keeps it.
    fn two(folder: &Path) -> (PathBuf, Window, Window) {
        let path = folder.join("online.json");
        write(&path, &allowing(&["a.org", "b.org"])).unwrap();
        let windows = (Window::open(&path, true), Window::open(&path, false));
        (path, windows.0, windows.1)
    }

    #[test]
    fn each_of_two_windows_hears_what_the_other_takes_back_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut first, mut second) = two(folder.path());
        assert!(second.keep(&["a.org"]).unwrap().is_empty());
        assert!(second.hears().is_empty(), "its own change");
        assert_eq!(first.hears(), ["b.org"]);
        assert!(first.hears().is_empty(), "what it has heard");
        assert!(first.keep(&["a.org", "c.org"]).unwrap().is_empty());
        assert!(second.hears().is_empty(), "what is allowed there is not allowed here");
        assert!(first.keep(&["c.org"]).unwrap().is_empty());
        assert_eq!(second.hears(), ["a.org"]);
        assert!(second.keep(&["d.org"]).unwrap().is_empty());
        assert!(first.hears().is_empty());
        assert_eq!(read(&path).unwrap(), allowing(&["c.org"]));
    }

    #[test]
    fn what_is_written_brings_back_nobody_whom_the_other_window_has_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut first, mut second) = two(folder.path());
        second.keep(&["b.org"]).unwrap();
        // The first has not looked, and allows one more.
        assert_eq!(first.keep(&["a.org", "b.org", "c.org"]).unwrap(), ["a.org"]);
        assert_eq!(read(&path).unwrap(), allowing(&["b.org", "c.org"]));
        first.keep(&["c.org"]).unwrap();
        assert_eq!(second.keep(&["b.org", "d.org"]).unwrap(), ["b.org"]);
        assert_eq!(read(&path).unwrap(), allowing(&["c.org"]));
    }

    #[test]
    fn what_could_not_be_taken_back_is_tried_again_with_the_next_change() {
        let folder = tempfile::tempdir().unwrap();
        let (path, _, mut second) = two(folder.path());
        let away = folder.path().join("away");
        std::fs::rename(&path, &away).unwrap();
        std::fs::create_dir(&path).unwrap();
        assert!(second.keep(&["b.org"]).is_err());
        std::fs::remove_dir(&path).unwrap();
        std::fs::rename(&away, &path).unwrap();
        second.keep(&["b.org", "c.org"]).unwrap();
        assert_eq!(read(&path).unwrap(), allowing(&["b.org"]));
    }
}
