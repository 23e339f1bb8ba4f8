//! What the map is drawn on: the built-in ground, nothing, a map archive of the reader's own, or tiles
//! from the network.

use super::entry::Entry;
use super::online::source_choice;
use super::row::Row;
use super::widgets::radio::Done;
use super::widgets::{ButtonLook, Group, button, button_width, choice_rows, paragraph, radio};
use crate::i18n::{Args, isolate, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Base, Dialog, OpenTiles, open_tiles, typed_path};
use egui::{Id, Ui};
use std::path::Path;

/// Longest path that systems have, in characters.
const PATH: usize = 4096;

/// Shows the choice of the base, the archives that were opened, and the way to another one.
pub(super) fn base_section(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let shown = &state.session.base.shown;
    let says = |key| kit.words.text(key);
    let (relief, plain, none) =
        (says(key::BASE_RELIEF), says(key::BASE_PLAIN), says(key::BASE_NONE));
    // Where an archive is shown, none of the three is.
    let options = [(Some(0), relief.as_ref()), (Some(1), &plain), (Some(2), &none)];
    let bases = [Base::Relief, Base::Plain, Base::None];
    let chosen = bases.iter().position(|base| base == shown);
    let label = says(key::BASE_NAME);
    let group = Group { label: &label, id: "base" };
    if let Some(Some(index)) = choice_rows(ui, kit, group, &options, chosen) {
        actions.extend(bases.into_iter().nth(index).map(Action::SetBase));
    }
    ui.add_space(8.0);
    for path in state.session.base.recent() {
        ui.push_id(path, |ui| archive_row(ui, state, kit, path, actions));
    }
    for source in state.online.sources() {
        ui.push_id(&source.name, |ui| source_choice(ui, state, kit, &source, actions));
    }
    if let Some(info) = open_tiles(state) {
        let number = |zoom: u8| kit.words.numbers().integer(zoom.into());
        let args = Args::new()
            .text("source", isolate::inserted(kit.words.lang(), info.credit()))
            .text("first", number(info.min_zoom))
            .text("last", number(info.max_zoom));
        paragraph(ui, kit, &kit.words.format(key::BASE_ABOUT, args), &NOTE, kit.theme.ui.muted);
    } else if matches!(state.tiles, OpenTiles::Opening(_)) {
        paragraph(ui, kit, &says(key::BASE_OPENING), &NOTE, kit.theme.ui.muted);
    }
    ui.add_space(8.0);
    for (name, action) in [
        (key::BASE_OPEN, Action::ChooseArchive),
        (key::ONLINE_OPEN, Action::ShowDialog(Some(Dialog::Online))),
    ] {
        let cell = Row::allocate(ui, kit, 36.0).start(button_width(ui, kit, &says(name), false));
        if button(ui, kit, cell, name, None, ButtonLook::Raised).clicked() {
            actions.push(action);
        }
        ui.add_space(8.0);
    }
    path_field(ui, state, kit, actions);
}

/// The field for a file's path: to paste one, or where the system has no dialog of files.
fn path_field(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let id = Id::unique("path of a map file");
    let says = |key| kit.words.text(key);
    let (name, placeholder, wrong) =
        (says(key::BASE_PATH), says(key::BASE_PATH_HINT), says(key::BASE_PATH_WRONG));
    let answered = id.with("answered");
    let is_new = ui.data(|data| data.get_temp(answered)).unwrap_or(0_u32) != state.path_request;
    if is_new {
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.data_mut(|data| data.insert_temp(answered, state.path_request));
    }
    let entry = Entry {
        id,
        name: &name,
        value: "",
        placeholder: &placeholder,
        wrong: &wrong,
        limit: PATH,
        is_path: true,
    };
    let path = entry.show(ui, kit, |typed| typed_path(typed, etcetera::home_dir().ok()));
    actions.extend(path.map(Action::OpenArchive));
}

/// An archive that was opened: draws the map on it, or takes it off the list.
fn archive_row(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    path: &Path,
    actions: &mut Vec<Action>,
) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = isolate::inserted(kit.words.lang(), &name).into_owned();
    let is_chosen = state.session.base.shown.archive() == Some(path);
    let says = kit.words.format(key::BASE_FORGET, Args::new().text("name", &*name));
    match radio::removable(ui, kit, &name, is_chosen, (key::BASE_FORGET_SHORT, says)) {
        Done::Nothing => {}
        Done::Chosen => actions.push(Action::OpenArchive(path.to_owned())),
        Done::Removed => actions.push(Action::ForgetArchive(path.to_owned())),
    }
}
