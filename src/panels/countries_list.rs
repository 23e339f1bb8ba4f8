//! The four countries below the list of places.

use super::row::{At, Row, paint_text};
use super::widgets::{BODY, clickable, paragraph, swatch};
use crate::geodata::Country;
use crate::i18n::{Args, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::kit::{Kit, NOTE};
use crate::map::labels::second_name;
use crate::state::{Action, AppState};
use egui::{CursorIcon, Role, Ui, WidgetInfo, vec2};

const ROW_HEIGHT: f32 = 40.0;
/// Edge of the square, which stands where places have their pins.
const LARGE_SWATCH: f32 = 16.0;

/// Shows a row for each; it opens the country's card.
pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let heading = kit.words.text(key::COUNTRIES_HEADING);
    paragraph(ui, kit, &heading, &NOTE.weight(600.0), kit.theme.ui.muted);
    ui.add_space(8.0);
    for country in Country::ALL {
        if row(ui, state, kit, country) {
            actions.push(Action::ShowCountry(country));
        }
    }
}

fn row(ui: &mut Ui, state: &AppState, kit: Kit<'_>, country: Country) -> bool {
    let (colors, lang, world) = (&kit.theme.ui, kit.words.lang(), &state.world);
    let Some(label) = world.ground.countries.get(country.code()) else { return false };
    let named = label.names.get(lang);
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let (rect, response) = clickable(ui, ("country", country), size);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, named));
    let wide = rect.expand2(vec2(8.0, 0.0));
    if state.session.country == Some(country) {
        ui.painter().rect_filled(wide, 8.0, colors.selected_row);
    } else if response.hovered() {
        ui.painter().rect_filled(wide, 8.0, colors.hover);
    }
    focus_ring(ui, &response, wide, RADIUS, kit);
    let mut row = Row::new(rect, kit.is_rtl());
    swatch(ui, kit, row.start(32.0), LARGE_SWATCH, country);
    row.start(8.0);
    let count = world.dossier.places_in(country.code()).count();
    let count = kit.words.format(key::PLACES_COUNT, Args::new().count("count", count));
    let count = kit.text.line(ui.ctx(), &count, &NOTE);
    let cell = row.end(count.size().x);
    paint_text(ui, kit, cell, count, colors.muted, At::End);
    row.end(8.0);
    let name = kit.text.line(ui.ctx(), named, &BODY.weight(600.0));
    let cell = row.start(name.size().x);
    paint_text(ui, kit, cell, name, colors.text, At::Start);
    row.start(8.0);
    let second = kit.text.line(ui.ctx(), second_name(&label.names, lang), &NOTE);
    if second.size().x <= row.rest().width() {
        paint_text(ui, kit, row.rest(), second, colors.muted, At::Start);
    }
    response.clicked()
}
