//! The dialog of saving: in which form, on what, and what will come of it.

use super::row::Row;
use super::settings::setting;
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::{BODY, paragraph, radio, section_line};
use super::{export_file, export_preview};
use crate::i18n::{Args, Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::panels::row::{At, text_in};
use crate::state::{
    Action, AppState, Export, ExportAction, Form, LARGEST, Paper, SMALLEST, Sheet, saving,
};
use egui::{Id, Rect, Ui, UiBuilder};

/// Width of the forms where the rest stands beside them.
const FORMS: f32 = 300.0;
/// Room between the forms and the rest.
const GAP: f32 = 32.0;
/// Narrowest room in which they stand side by side.
const BESIDE: f32 = 700.0;

/// Shows the forms, and beside or below them the preview, the choices of the form, and the file.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let whole = ui.available_rect_before_wrap();
    if whole.width() < BESIDE {
        forms(ui, state, kit, actions);
        section_line(ui, kit);
        rest(ui, state, kit, actions);
        return;
    }
    let mut row = Row::new(whole, kit.is_rtl());
    let side = row.start(FORMS);
    row.start(GAP);
    let mut column = |ui: &mut Ui, rect: Rect, show: fn(&mut Ui, &AppState, Kit<'_>, &mut _)| {
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| show(ui, state, kit, actions));
    };
    column(ui, side, forms);
    column(ui, row.rest(), rest);
}

fn forms(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let now = state.session.export;
    for form in Form::ALL {
        // Pictures, the handout, data.
        if matches!(form, Form::Handout | Form::Geojson) {
            ui.add_space(12.0);
        }
        let words = kit.words.text(form_key(form));
        let height = radio::height(ui, kit, &words, ui.available_width());
        let rect = Row::allocate(ui, kit, height).rest();
        let id = ui.scope_id().with(("form", form));
        if radio::row(ui, kit, rect, id, &words, form == now.form) {
            actions.push(Action::SetExport(Export { form, ..now }));
        }
    }
}

fn rest(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let now = state.session.export;
    export_preview::show(ui, state, kit);
    ui.add_space(8.0);
    if now.form == Form::Own {
        own_size(ui, state, kit, actions);
    }
    if now.form.is_picture() {
        let plates = [(true, key::EXPORT_PLATE), (false, key::EXPORT_MAP_ONLY)];
        let plate = setting(ui, kit, key::EXPORT_AROUND, &plates, now.plate);
        actions.extend(plate.map(|plate| Action::SetExport(Export { plate, ..now })));
    }
    if now.form == Form::Handout {
        sheet(ui, now, kit, actions);
    }
    ui.add_space(8.0);
    export_file::show(ui, state, kit, actions);
}

/// The paper of a handout, and how it lies.
fn sheet(ui: &mut Ui, now: Export, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let set = |sheet| Action::SetExport(Export { sheet, ..now });
    let papers = [(Paper::A4, key::EXPORT_A4), (Paper::A3, key::EXPORT_A3)];
    let paper = setting(ui, kit, key::EXPORT_PAPER, &papers, now.sheet.paper);
    actions.extend(paper.map(|paper| set(Sheet { paper, ..now.sheet })));
    let ways = [(false, key::EXPORT_ACROSS), (true, key::EXPORT_UPRIGHT)];
    let upright = setting(ui, kit, key::EXPORT_STANDS, &ways, now.sheet.upright);
    actions.extend(upright.map(|upright| set(Sheet { upright, ..now.sheet })));
}

/// Width and height of the reader's own size.
fn own_size(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    /// Room of a side's name, of its field, and between the two sides.
    const NAME: f32 = 64.0;
    const FIELD: f32 = 96.0;
    const BETWEEN: f32 = 20.0;
    let mut row = Row::allocate(ui, kit, FIELD_HEIGHT);
    let mut left = ui.available_width();
    let sides = [key::EXPORT_WIDTH, key::EXPORT_HEIGHT].into_iter().zip(state.session.export.size);
    for (at, ((name, side), typed)) in sides.zip(&state.saving.typed).enumerate() {
        let name = kit.words.text(name);
        let galley = kit.text.line(ui.ctx(), &name, &BODY);
        let name_width = galley.size().x.max(NAME) + 8.0;
        if left < name_width + FIELD {
            ui.add_space(8.0);
            row = Row::allocate(ui, kit, FIELD_HEIGHT);
        }
        left -= name_width + FIELD + BETWEEN;
        let cell = row.start(name_width);
        text_in(ui, kit, cell, galley, kit.theme.ui.text, At::Start);
        let field = row.start(FIELD);
        row.start(BETWEEN);
        let text = typed.clone().unwrap_or_else(|| side.to_string());
        let id = Id::unique(("a picture's own size", at));
        let edit = TextField::new(id, &text, &name).limit(12).show_in(ui, kit, field);
        let changed = edit.changed.map(|text| ExportAction::Size(at, text));
        actions.extend(changed.map(Action::Export));
    }
    if !saving::has_size(state) {
        ui.add_space(4.0);
        let number = |side: u32| kit.words.numbers().integer(side.into());
        let args = Args::new().text("least", number(SMALLEST)).text("most", number(LARGEST));
        let wrong = kit.words.format(key::EXPORT_SIZE_WRONG, args);
        paragraph(ui, kit, &wrong, &NOTE, kit.theme.ui.bad);
    }
    ui.add_space(4.0);
}

const fn form_key(form: Form) -> Key {
    match form {
        Form::Window => key::EXPORT_WINDOW,
        Form::Screen => key::EXPORT_SCREEN,
        Form::FineScreen => key::EXPORT_FINE_SCREEN,
        Form::Own => key::EXPORT_OWN,
        Form::A4Landscape => key::EXPORT_A4_LANDSCAPE,
        Form::A4Portrait => key::EXPORT_A4_PORTRAIT,
        Form::A3Landscape => key::EXPORT_A3_LANDSCAPE,
        Form::A3Portrait => key::EXPORT_A3_PORTRAIT,
        Form::Handout => key::EXPORT_HANDOUT,
        Form::Geojson => key::EXPORT_GEOJSON,
        Form::Kml => key::EXPORT_KML,
        Form::Csv => key::EXPORT_CSV,
        Form::Dossier => key::EXPORT_DOSSIER,
    }
}
