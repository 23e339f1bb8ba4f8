//! What was wrong in the files of a dossier, as far as anybody reads it.

use super::notice::{Notice, Outcome, Problem};
use super::parse::{FILES, MAX_NOTICES};

/// The notices of a dossier that is being read. A file can have a mistake in every line: more than
/// [`MAX_NOTICES`] are counted and not kept.
#[derive(Default)]
pub(super) struct Told {
    notices: Vec<Notice>,
    untold: usize,
}

impl Told {
    pub(super) fn push(&mut self, notice: Notice) {
        // One is left for the number of those that are not kept.
        if self.notices.len() + 1 < MAX_NOTICES {
            self.notices.push(notice);
        } else {
            self.untold += 1;
        }
    }

    pub(super) fn extend(&mut self, notices: impl IntoIterator<Item = Notice>) {
        notices.into_iter().for_each(|notice| self.push(notice));
    }

    /// All of them in the order of the files, and last how many more there are.
    pub(super) fn in_order(self) -> Vec<Notice> {
        let Self { mut notices, untold } = self;
        let rank = |notice: &Notice| FILES.iter().position(|file| *file == notice.file);
        notices.sort_by_key(|notice| rank(notice).unwrap_or(FILES.len()));
        if let Some(last) = notices.last().filter(|_| untold > 0) {
            let file = last.file.clone();
            let problem = Problem::Untold { count: untold };
            let outcome = Outcome::RecordLeftOut;
            notices.push(Notice { file, entry: None, field: None, problem, outcome });
        }
        notices
    }
}
