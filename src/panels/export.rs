//! The dialog of saving: in which form, with a plate or not.

use super::row::Row;
use super::settings::setting;
use super::widgets::{ButtonLook, button, button_width, paragraph, radio, section_line};
use crate::i18n::{Key, key};
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Export, Form};
use egui::Ui;

/// Shows the forms, the choice of a plate, and the button that saves.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let now = state.session.export;
    for form in Form::ALL {
        if form == Form::Geojson {
            section_line(ui, kit);
        }
        let words = kit.words.text(form_key(form));
        let height = radio::height(ui, kit, &words, ui.available_width());
        let rect = Row::allocate(ui, kit, height).rest();
        let id = ui.scope_id().with(("form", form));
        if radio::row(ui, kit, rect, id, &words, form == now.form) {
            actions.push(Action::SetExport(Export { form, ..now }));
        }
    }
    section_line(ui, kit);
    if now.form.is_picture() {
        let plates = [(true, key::EXPORT_PLATE), (false, key::EXPORT_MAP_ONLY)];
        let plate = setting(ui, kit, key::EXPORT_AROUND, &plates, now.plate);
        actions.extend(plate.map(|plate| Action::SetExport(Export { plate, ..now })));
        ui.add_space(8.0);
    }
    let note = kit.words.text(key::EXPORT_WHERE);
    paragraph(ui, kit, &note, &NOTE, kit.theme.ui.muted);
    ui.add_space(12.0);
    let mut row = Row::allocate(ui, kit, 36.0);
    let name = key::EXPORT_SAVE;
    let cell = row.start(button_width(ui, kit, &kit.words.text(name), true));
    if button(ui, kit, cell, name, Some(Icon::Export), ButtonLook::Filled).clicked() {
        actions.push(Action::ShowDialog(None));
        actions.push(Action::ExportPicture);
    }
}

const fn form_key(form: Form) -> Key {
    match form {
        Form::Window => key::EXPORT_WINDOW,
        Form::Screen => key::EXPORT_SCREEN,
        Form::FineScreen => key::EXPORT_FINE_SCREEN,
        Form::A4Landscape => key::EXPORT_A4_LANDSCAPE,
        Form::A4Portrait => key::EXPORT_A4_PORTRAIT,
        Form::A3Landscape => key::EXPORT_A3_LANDSCAPE,
        Form::A3Portrait => key::EXPORT_A3_PORTRAIT,
        Form::Geojson => key::EXPORT_GEOJSON,
        Form::Kml => key::EXPORT_KML,
        Form::Csv => key::EXPORT_CSV,
    }
}
