//! What is known of a file that is to be saved, until it is: its name, whether one is in the way,
//! what it will look like, and how far it is.

pub use super::exporting::default_file_name;
use super::exporting::{LARGEST, SMALLEST, with_extension};
use super::{AppState, Dialog, Effect, Form, Notice};
use crate::i18n::fold;
use std::path::PathBuf;
use std::sync::Arc;

/// What of saving is over when the window closes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saving {
    /// The reader's folder of pictures, once it is known.
    pub folder: PathBuf,
    /// Today, as names of files have it: `20261122`.
    pub date: String,
    /// The name that the reader wrote.
    pub name: Option<String>,
    /// Width and height of the reader's own size as they are written, while they are no size.
    pub typed: [Option<String>; 2],
    /// The file that is there already, while the reader is asked whether to replace it.
    pub taken: Option<PathBuf>,
    /// Why the last file could not be saved, while the dialog is open.
    pub refused: Option<Notice>,
    /// The number of the request to write the folder's path.
    pub folder_request: u32,
    /// What it will look like.
    pub preview: Preview,
    /// What is being made.
    pub job: Option<Job>,
}

/// What a file will look like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The last that was made.
    pub shown: Option<Glance>,
    /// Whether a newer one is being made.
    pub is_old: bool,
}

/// A look at a file that is not there yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Glance {
    /// A picture, made smaller.
    Picture(Arc<Pixels>),
    /// A table, with so many rows and columns.
    Table {
        /// A row a place.
        rows: u32,
        /// A column a field.
        columns: u32,
    },
    /// None could be made, and why.
    Failed(String),
    /// None could be made: tiles did not come over the network.
    TilesMissing,
}

/// A picture as the driver gives it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [u32; 2],
    /// Red, green and blue of each pixel, row by row from the top.
    pub rgb: Vec<u8>,
}

impl std::fmt::Debug for Pixels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pixels").field("size", &self.size).finish_non_exhaustive()
    }
}

/// Where what is made goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlet {
    /// Into the file of that name.
    File(IfTaken),
    /// A picture as large as the map is on the screen, to the clipboard.
    Clipboard,
    /// To the system's viewer of PDF, which prints.
    Printer,
    /// The session's scenes, into the dossier that is open.
    Dossier,
}

/// What happens where a file of the name is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfTaken {
    /// The reader is asked.
    Ask,
    /// It is replaced.
    Replace,
    /// It stays, and the new one has a number behind its name.
    Number,
}

/// Something that is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// Where it goes.
    pub outlet: Outlet,
    /// How many of its parts are done.
    pub done: u32,
    /// Of how many; 0 while that is not known.
    pub of: u32,
    /// Whether it takes so long that the reader is told.
    pub lasts: bool,
    /// Whether the reader no longer wants it.
    pub is_cancelled: bool,
}

/// Something about saving; none of it is a step of undo.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// The reader's folder of pictures, and the date.
    Found {
        /// The folder.
        folder: PathBuf,
        /// See [`Saving::date`].
        date: String,
    },
    /// Call the file this.
    Name(String),
    /// Write width (0) or height (1) of the reader's own size.
    Size(usize, String),
    /// Let the reader choose the folder.
    ChooseFolder,
    /// Let the reader write the folder's path: the system has no dialog of folders.
    WriteFolder,
    /// Save what the dialog shows.
    Save,
    /// The file is there already.
    Taken(PathBuf),
    /// What is to happen with it; nothing is saved without.
    Answer(Option<IfTaken>),
    /// Put a picture of the map on the clipboard.
    Copy,
    /// Print what the map shows, or the handout where that is the form.
    Print,
    /// Nothing is in the way, and it is being made.
    Began,
    /// It cannot be made, and why.
    Refused(Notice),
    /// So many of its parts are done.
    Done(u32, u32),
    /// It takes longer than a moment.
    Lasts,
    /// Stop, and leave nothing.
    Cancel,
    /// It was stopped.
    Cancelled,
    /// The picture for the clipboard.
    Copied(Arc<Pixels>),
    /// The viewer has the PDF.
    Printed,
    /// The preview is of something else than what would be saved now.
    Outdated,
    /// What the file will look like.
    Glanced(Glance),
}

/// The name of the file as the dialog shows it: the reader's, or one that says what is in it.
#[must_use]
pub fn shown_name(state: &AppState) -> String {
    let own = state.saving.name.clone();
    own.unwrap_or_else(|| default_file_name(state, &state.saving.date))
}

/// The name that the file gets; `date` as in [`Saving::date`].
#[must_use]
pub fn file_name(state: &AppState, date: &str) -> String {
    match state.saving.name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => with_extension(name, state.session.export.form),
        _ => default_file_name(state, date),
    }
}

/// The side of a picture that a reader means by `typed`, in the digits of any of the languages.
#[must_use]
pub fn side(typed: &str) -> Option<u32> {
    let plain: String = typed.trim().chars().map(|c| fold::arabic_digit(c).unwrap_or(c)).collect();
    plain.parse().ok().filter(|side| (SMALLEST..=LARGEST).contains(side))
}

/// Why nothing can be saved in the form that is chosen.
#[must_use]
pub fn obstacle(state: &AppState) -> Option<Notice> {
    let form = state.session.export.form;
    (form == Form::Handout && super::scenes::all(state).is_empty()).then_some(Notice::NoScenes)
}

/// Whether the reader's own size is one.
#[must_use]
pub fn has_size(state: &AppState) -> bool {
    state.session.export.form != Form::Own || state.saving.typed == [None, None]
}

/// Does `action`.
pub(super) fn act(state: &mut AppState, action: ExportAction) -> Vec<Effect> {
    match action {
        ExportAction::Found { folder, date } => {
            state.saving.folder = folder;
            state.saving.date = date;
        }
        ExportAction::Name(name) => {
            state.saving.name = Some(name);
            begin_anew(state);
        }
        ExportAction::Size(at, typed) => write_size(state, at, typed),
        ExportAction::ChooseFolder => return vec![Effect::ChooseFolder],
        ExportAction::WriteFolder => {
            state.saving.folder_request = state.new_request();
            state.saving.refused = Some(Notice::NoFolderDialog);
        }
        ExportAction::Save => {
            state.saving.refused = obstacle(state);
            if state.saving.refused.is_none() && has_size(state) {
                return ask_for(state, Outlet::File(IfTaken::Ask));
            }
        }
        ExportAction::Taken(path) => {
            state.saving.job = None;
            // What is asked about is what is saved, also where the dialog was closed meanwhile.
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            state.saving.name = name;
            state.saving.taken = Some(path);
            state.dialog = Some(Dialog::Export);
        }
        ExportAction::Answer(answer) => {
            state.saving.taken = None;
            if let Some(answer) = answer {
                return ask_for(state, Outlet::File(answer));
            }
        }
        ExportAction::Copy => return ask_for(state, Outlet::Clipboard),
        ExportAction::Print => match obstacle(state) {
            Some(notice) => state.tell(notice),
            None => return ask_for(state, Outlet::Printer),
        },
        ExportAction::Began => {
            close_dialog(state);
            closed(state);
        }
        ExportAction::Refused(why) => {
            state.saving.job = None;
            if state.dialog == Some(Dialog::Export) {
                state.saving.refused = Some(why);
            } else {
                state.tell(why);
            }
        }
        ExportAction::Copied(pixels) => {
            ended(state, Notice::PictureCopied);
            return vec![Effect::CopyPicture(pixels)];
        }
        ExportAction::Cancel => {
            if let Some(job) = &mut state.saving.job {
                job.is_cancelled = true;
                return vec![Effect::CancelExport];
            }
        }
        action => come(state, action),
    }
    Vec::new()
}

/// Takes what the shell tells of what it makes.
fn come(state: &mut AppState, action: ExportAction) {
    match action {
        ExportAction::Done(done, of) => {
            if let Some(job) = &mut state.saving.job {
                (job.done, job.of) = (done, of);
            }
        }
        ExportAction::Lasts => {
            if let Some(job) = &mut state.saving.job {
                job.lasts = true;
            }
        }
        ExportAction::Cancelled => ended(state, Notice::ExportCancelled),
        ExportAction::Printed => ended(state, Notice::PrintOpened),
        ExportAction::Outdated => state.saving.preview.is_old = true,
        ExportAction::Glanced(glance) => {
            state.saving.preview = Preview { shown: Some(glance), is_old: false };
        }
        _ => {}
    }
}

/// One thing is made at a time, since each takes all the machine has.
pub(super) fn ask_for(state: &mut AppState, outlet: Outlet) -> Vec<Effect> {
    if state.saving.job.is_some() {
        state.tell(Notice::PictureInHand);
        return Vec::new();
    }
    let job = Job { outlet, done: 0, of: 0, lasts: false, is_cancelled: false };
    state.saving.job = Some(job);
    vec![Effect::Export(outlet)]
}

/// What was made is where it was to go, or is not, and the reader is told.
pub(super) fn ended(state: &mut AppState, how: Notice) {
    state.saving.job = None;
    state.notices.retain(|notice| *notice != Notice::PictureInHand);
    state.tell(how);
}

/// Closes whatever dialog is open.
pub(super) fn close_dialog(state: &mut AppState) {
    if state.dialog.take() == Some(Dialog::Export) {
        closed(state);
    }
}

/// The next time the dialog begins with the name of what is shown then.
fn closed(state: &mut AppState) {
    state.saving.name = None;
    state.saving.typed = [None, None];
    begin_anew(state);
}

/// Another form was chosen: a name that the reader wrote gets its extension.
pub(super) fn form_changed(state: &mut AppState, form: Form) {
    begin_anew(state);
    let renamed = state.saving.name.as_deref().map(|name| match name.rsplit_once('.') {
        Some(_) => with_extension(name, form),
        None => name.to_owned(),
    });
    state.saving.name = renamed;
}

/// What was asked or said of another file is over.
pub(super) fn begin_anew(state: &mut AppState) {
    state.saving.taken = None;
    state.saving.refused = None;
}

fn write_size(state: &mut AppState, at: usize, typed: String) {
    let read = side(&typed);
    if let Some(slot) = state.saving.typed.get_mut(at) {
        *slot = read.is_none().then_some(typed);
    }
    let mut size = state.session.export.size;
    if let (Some(read), Some(slot)) = (read, size.get_mut(at)) {
        *slot = read;
        state.session.export.size = size;
    }
}
