//! The program's own folder: where it is, and which files are in it.

mod begin;
mod crash;
mod lock;
mod log;
mod report;
mod session_file;
mod starting;
mod withheld;

pub use begin::{Run, Start};
pub use log::log_to_stderr;
pub(super) use log::{TOLD, Warnings};
pub use session_file::session_of;
pub(super) use session_file::{SessionError, write_session};
pub(super) use starting::Starting;

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::io;
use std::path::{Path, PathBuf};

/// As many files of one sort as are put aside.
const MOST_ASIDE: u32 = 99;

/// Where the system keeps an application's files.
fn strategy() -> Option<impl AppStrategy> {
    let args = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "sahel-map".to_owned(),
    };
    choose_app_strategy(args).ok()
}

/// Where what can be fetched again is kept; nowhere for a user without a home.
pub(super) fn cache_folder() -> Option<PathBuf> {
    strategy().map(|strategy| strategy.cache_dir()).filter(|path| path.is_absolute())
}

/// The folder, whether it is there or not.
#[derive(Clone, Debug)]
pub(super) struct StateFolder(PathBuf);

impl StateFolder {
    /// The system's place for an application's state; none for a user without a home.
    pub(super) fn of_user() -> Option<Self> {
        let strategy = strategy()?;
        let path = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
        // A relative one would be another in every folder that the program is started from.
        path.is_absolute().then_some(Self(path))
    }

    #[cfg(test)]
    fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// What the reader set, kept between runs.
    pub(super) fn session(&self) -> PathBuf {
        self.0.join("session.json")
    }

    /// Who may be asked for tiles.
    pub(super) fn online(&self) -> PathBuf {
        self.0.join("online.json")
    }

    /// Held by the window that writes the session.
    fn lock(&self) -> PathBuf {
        self.0.join("session.lock")
    }

    /// There while a window has not come to rest yet.
    fn starting(&self) -> PathBuf {
        self.0.join("starting")
    }

    /// How the last run crashed, until a start has told of it.
    pub(super) fn crash(&self) -> PathBuf {
        self.0.join("crash.txt")
    }

    /// The same after that; `time` is that of the crash, in letters of a file's name.
    fn told_crash(&self, time: &str) -> PathBuf {
        self.0.join(format!("crash-{time}.txt"))
    }

    /// Makes the folder, for its user alone.
    fn create(&self) -> io::Result<()> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(&self.0)
    }

    /// Gives the file `path`, which is the folder's own, a name at which nothing overwrites it, and
    /// says which: `session.kept.json` for `session.json`.
    fn put_aside(path: &Path) -> io::Result<PathBuf> {
        let name = |number| match number {
            1 => "kept.json".to_owned(),
            number => format!("kept-{number}.json"),
        };
        let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
        let mut names = (1..=MOST_ASIDE).map(|number| path.with_extension(name(number)));
        let aside = names.find(is_free).ok_or(io::ErrorKind::AlreadyExists)?;
        std::fs::rename(path, &aside)?;
        Ok(aside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_aside_overwrites_nothing() {
        let home = tempfile::tempdir().unwrap();
        let folder = StateFolder::at(home.path());
        for (text, name) in [("one", "session.kept.json"), ("two", "session.kept-2.json")] {
            std::fs::write(folder.session(), text).unwrap();
            assert_eq!(StateFolder::put_aside(&folder.session()).unwrap(), home.path().join(name));
            assert!(!folder.session().exists());
        }
        let first = std::fs::read_to_string(home.path().join("session.kept.json")).unwrap();
        assert_eq!(first, "one");
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_its_users_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().unwrap();
        let folder = StateFolder::at(&home.path().join("state/sahel-map"));
        folder.create().unwrap();
        assert_eq!(folder.path().metadata().unwrap().permissions().mode() & 0o777, 0o700);
        folder.create().unwrap();
    }
}
