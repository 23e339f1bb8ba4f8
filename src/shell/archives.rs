//! Files and folders of the reader's own: choosing one in the system's dialog, and looking at a map
//! archive, off the window's thread.

use crate::i18n::{Words, key};
use crate::map::inspect_archive;
use crate::state::{Action, AppState, ArchiveFault, ExportAction, typed_path};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Looks at the archive in the file `path` and says how that ended. Reads the disk: meant for a
/// thread of its own.
#[must_use]
pub fn open(path: PathBuf) -> Action {
    let path = std::path::absolute(&path).unwrap_or(path);
    // Without an answer the reader would wait for ever.
    let seen = catch_unwind(AssertUnwindSafe(|| inspect_archive(&path)));
    match seen.unwrap_or_else(|_| Err(ArchiveFault::Damaged("reading it stopped".to_owned()))) {
        Ok(info) => Action::ArchiveOpened(Arc::new(info)),
        Err(fault) => Action::ArchiveFailed(path, fault),
    }
}

/// No reader closes a dialog sooner than this.
const SOONEST: Duration = Duration::from_millis(300);

/// Lets the reader choose a file, in the system's own dialog; nothing where none was chosen. Where
/// the system has no such dialog the answer is none as well, but at once: the reader then writes the file's path.
pub(super) fn choose(words: &Words) -> Option<Action> {
    let asked = Instant::now();
    let dialog = rfd::FileDialog::new()
        .set_title(words.text(key::BASE_OPEN))
        .add_filter(words.text(key::BASE_FILES), &["pmtiles", "mbtiles"]);
    let chosen = dialog.pick_file().map(Action::OpenArchive);
    let had_none = || (asked.elapsed() < SOONEST).then_some(Action::WritePath);
    chosen.or_else(had_none)
}

/// Lets the reader choose the folder that is saved in, as [`choose`] does a file.
pub(super) fn choose_folder(state: &AppState) -> Option<Action> {
    let asked = Instant::now();
    let written = typed_path(&state.session.export_folder, etcetera::home_dir().ok());
    let words = state.session.words();
    let chosen = rfd::FileDialog::new()
        .set_title(words.text(key::EXPORT_FOLDER))
        .set_directory(written.unwrap_or_else(|| state.saving.folder.clone()))
        .pick_folder();
    let chosen =
        chosen.map(|folder| Action::SetExportFolder(folder.to_string_lossy().into_owned()));
    let had_none =
        || (asked.elapsed() < SOONEST).then_some(Action::Export(ExportAction::WriteFolder));
    chosen.or_else(had_none)
}
