//! What the map is drawn on: the built-in ground, nothing, or a map archive of the reader's own.

use super::row::Row;
use super::widgets::{BODY, ButtonLook, Group, button, button_width, choice_rows, paragraph};
use crate::i18n::{Args, isolate, key};
use crate::map::controls::{IconButton, RADIUS, focus_ring, pressable};
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Base, OpenArchive, open_archive};
use egui::{Role, Stroke, Ui, WidgetInfo, pos2};
use std::path::Path;

/// Room of the dot before an archive's name.
const DOT: f32 = 28.0;
/// Width of the button that takes an archive off the list.
const BUTTON: f32 = 32.0;

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
    if let Some(info) = open_archive(state) {
        let number = |zoom: u8| kit.words.numbers().integer(zoom.into());
        let args = Args::new()
            .text("source", isolate::inserted(kit.words.lang(), info.credit()))
            .text("first", number(info.min_zoom))
            .text("last", number(info.max_zoom));
        paragraph(ui, kit, &kit.words.format(key::BASE_ABOUT, args), &NOTE, kit.theme.ui.muted);
    } else if matches!(state.archive, OpenArchive::Opening(_)) {
        paragraph(ui, kit, &says(key::BASE_OPENING), &NOTE, kit.theme.ui.muted);
    }
    ui.add_space(8.0);
    let mut row = Row::allocate(ui, kit, 36.0);
    let cell = row.start(button_width(ui, kit, &says(key::BASE_OPEN), false));
    if button(ui, kit, cell, key::BASE_OPEN, None, ButtonLook::Raised).clicked() {
        actions.push(Action::ChooseArchive);
    }
}

/// An archive that was opened: draws the map on it, or takes it off the list.
fn archive_row(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    path: &Path,
    actions: &mut Vec<Action>,
) {
    let colors = &kit.theme.ui;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = isolate::inserted(kit.words.lang(), &name).into_owned();
    let room = ui.available_width() - DOT - BUTTON;
    let label = kit.text.paragraph(ui.ctx(), &name, &BODY, room.max(0.0), None);
    let mut row = Row::allocate(ui, kit, (label.size().y + 12.0).max(36.0));
    let remove = row.end(BUTTON);
    let whole = row.rest();
    let is_chosen = state.session.base.shown.archive() == Some(path);
    let response = pressable(ui, whole, ui.scope_id().with("archive"));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
    if response.hovered() {
        ui.painter().rect_filled(whole, RADIUS, colors.hover);
    }
    focus_ring(ui, &response, whole, RADIUS, kit);
    let dot = row.start(DOT).center();
    let ink = if is_chosen { colors.accent } else { colors.muted };
    ui.painter().circle_stroke(dot, 7.0, Stroke::new(1.5, ink));
    if is_chosen {
        ui.painter().circle_filled(dot, 3.5, ink);
    }
    let rect = row.rest();
    let x = if kit.is_rtl() { rect.right() - label.size().x } else { rect.left() };
    let corner = pos2(x, rect.center().y - 0.5 * label.size().y);
    ui.painter().galley(corner, label, colors.text);
    if response.clicked() && !is_chosen {
        actions.push(Action::OpenArchive(path.to_owned()));
    }
    let says = kit.words.format(key::BASE_FORGET, Args::new().text("name", &*name));
    let forget = IconButton::new(key::BASE_FORGET_SHORT, Icon::Close).named(says);
    if forget.show(ui, remove, kit).clicked() {
        actions.push(Action::ForgetArchive(path.to_owned()));
    }
}
