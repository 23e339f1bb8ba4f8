//! Under which name and in which folder a file is saved, and what to do where one of that name is there.

use super::row::{At, Row, text_in};
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::{BODY, ButtonLook, button, button_width, paragraph};
use crate::i18n::{Args, Key, isolate, key};
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::{Action, AppState, ExportAction, IfTaken, saving};
use crate::text::edit::EditResponse;
use crate::text::ltr;
use egui::{Id, Rect, Ui};
use std::path::{Path, PathBuf};

/// Longest path that systems have, in characters.
const PATH: usize = 4096;
/// Longest name of a file.
const NAME: usize = 255;
/// Room of what a field is called.
const LABEL: f32 = 104.0;

/// Shows the fields of name and folder, and the button that saves or the question that it led to.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let name = saving::shown_name(state);
    let usual = saving::file_name(state, &state.saving.date);
    let (label, field) = labelled(ui, kit, key::EXPORT_NAME);
    let id = Id::unique("name of a file to save");
    let edit =
        TextField::new(id, &name, &label).placeholder(&usual).limit(NAME).show_in(ui, kit, field);
    let submitted = take(edit, |name| Action::Export(ExportAction::Name(name)), actions);
    ui.add_space(8.0);
    let submitted = folder(ui, state, kit, actions) || submitted;
    ui.add_space(12.0);
    if let Some(why) = &state.saving.refused {
        paragraph(ui, kit, &why.words(kit.words), &BODY, kit.theme.ui.bad);
        ui.add_space(12.0);
    }
    if let Some(taken) = &state.saving.taken {
        question(ui, kit, taken, actions);
        return;
    }
    ui.data_mut(|data| data.remove::<PathBuf>(asked_id()));
    let mut row = Row::allocate(ui, kit, 36.0);
    let cell = row.end(button_width(ui, kit, &kit.words.text(key::EXPORT_SAVE), true));
    let pressed = button(ui, kit, cell, key::EXPORT_SAVE, Some(Icon::Export), ButtonLook::Filled);
    if pressed.clicked() || submitted {
        actions.push(Action::Export(ExportAction::Save));
    }
}

/// The folder's field and the button of the system's own dialog; whether Enter was pressed in it.
fn folder(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) -> bool {
    let choose = key::EXPORT_CHOOSE;
    let width = button_width(ui, kit, &kit.words.text(choose), false);
    let (label, field) = labelled(ui, kit, key::EXPORT_FOLDER);
    let mut row = Row::new(field, kit.is_rtl());
    let press = row.end(width);
    row.end(8.0);
    let id = Id::unique("folder to save in");
    let answered = id.with("answered");
    let request = state.saving.folder_request;
    if ui.data(|data| data.get_temp(answered)).unwrap_or(0_u32) != request {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.data_mut(|data| data.insert_temp(answered, request));
    }
    // Unlike other placeholders it is itself a path.
    let usual = ltr(&state.saving.folder.display().to_string());
    let edit = TextField::new(id, &state.session.export_folder, &label)
        .placeholder(&usual)
        .path()
        .limit(PATH)
        .show_in(ui, kit, row.rest());
    let submitted = take(edit, Action::SetExportFolder, actions);
    if button(ui, kit, press, choose, None, ButtonLook::Raised).clicked() {
        actions.push(Action::Export(ExportAction::ChooseFolder));
    }
    submitted
}

/// Takes what was written; whether Enter was pressed.
fn take(edit: EditResponse, act: impl Fn(String) -> Action, actions: &mut Vec<Action>) -> bool {
    actions.extend(edit.changed.map(act));
    edit.submitted
}

/// What a field is called, and the room of the field behind it.
fn labelled<'k>(ui: &mut Ui, kit: Kit<'k>, label: Key) -> (std::borrow::Cow<'k, str>, Rect) {
    let words = kit.words.text(label);
    let galley = kit.text.line(ui.ctx(), &words, &BODY);
    let mut row = Row::allocate(ui, kit, FIELD_HEIGHT);
    let cell = row.start(LABEL.max(galley.size().x + 8.0));
    text_in(ui, kit, cell, galley, kit.theme.ui.text, At::Start);
    (words, row.rest())
}

/// What remembers which file was asked about.
fn asked_id() -> Id {
    Id::unique("the file that was asked about")
}

/// The file is there already: what now?
fn question(ui: &mut Ui, kit: Kit<'_>, taken: &Path, actions: &mut Vec<Action>) {
    let name = taken.file_name().unwrap_or_default().to_string_lossy();
    let name = isolate::inserted(kit.words.lang(), &name).into_owned();
    let asks = kit.words.format(key::EXPORT_OVERWRITE, Args::new().text("name", name));
    paragraph(ui, kit, &asks, &BODY, kit.theme.ui.text);
    ui.add_space(8.0);
    let answers = [
        (key::EXPORT_KEEP_BOTH, Some(IfTaken::Number), ButtonLook::Filled),
        (key::EXPORT_REPLACE, Some(IfTaken::Replace), ButtonLook::Raised),
        (key::ACTION_CANCEL, None, ButtonLook::Flat),
    ];
    // What harms nothing has the focus as soon as it is asked.
    let is_new = ui.data(|data| data.get_temp::<PathBuf>(asked_id())).as_deref() != Some(taken);
    ui.data_mut(|data| data.insert_temp(asked_id(), taken.to_owned()));
    let mut row = Row::allocate(ui, kit, 36.0);
    for (index, (name, answer, look)) in answers.into_iter().enumerate() {
        let width = button_width(ui, kit, &kit.words.text(name), false);
        if row.rest().width() < width {
            ui.add_space(8.0);
            row = Row::allocate(ui, kit, 36.0);
        }
        let cell = row.end(width);
        row.end(8.0);
        let response = button(ui, kit, cell, name, None, look);
        if is_new && index == 0 {
            response.request_focus();
        }
        if response.clicked() {
            actions.push(Action::Export(ExportAction::Answer(answer)));
        }
    }
}
