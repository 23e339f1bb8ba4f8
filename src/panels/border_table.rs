//! The table of distances to the four borders, with its error and its source.

use super::row::{At, Row, text_in};
use super::widgets::{BODY, choice, choice_width, heading_in, paragraph};
use crate::i18n::{Args, Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::measure::{LengthUnit, NearestBorder};
use crate::state::Measured;
use crate::state::{Action, AppState};
use egui::{Rect, Stroke, Ui, Vec2, vec2};

/// A row with the distance in two units, one above the other.
const ROW_HEIGHT: f32 = 40.0;
const HEAD_HEIGHT: f32 = 24.0;
/// Shares of the width: country, distance, bearing, side.
const COLUMNS: [f32; 4] = [0.31, 0.26, 0.25, 0.18];

/// Shows the table.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    measured: &Measured,
    actions: &mut Vec<Action>,
) {
    units(ui, state, kit, actions);
    ui.add_space(8.0);
    let heads = [
        key::BORDERS_COLUMN_COUNTRY,
        key::BORDERS_COLUMN_DISTANCE,
        key::BORDERS_COLUMN_BEARING,
        key::BORDERS_COLUMN_SIDE,
    ];
    let cells = columns(ui, kit, HEAD_HEIGHT);
    for ((cell, key), at) in cells.into_iter().zip(heads).zip(ALIGNED) {
        let galley = kit.text.line(ui.ctx(), &kit.words.text(key), &NOTE);
        text_in(ui, kit, cell, galley, kit.theme.ui.muted, at);
    }
    for hit in &measured.borders {
        row(ui, state, kit, measured, hit);
    }
    ui.add_space(8.0);
    notes(ui, state, kit, measured);
}

const ALIGNED: [At; 4] = [At::Start, At::End, At::End, At::End];

fn units(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let mut row = Row::allocate(ui, kit, 28.0);
    let names = LengthUnit::ALL.map(|unit| (unit, kit.words.text(unit_key(unit))));
    let options: Vec<(LengthUnit, &str)> = names.iter().map(|(u, n)| (*u, n.as_ref())).collect();
    let words: Vec<&str> = options.iter().map(|(_, n)| *n).collect();
    let cell = row.end(choice_width(ui, kit, &words));
    if let Some(unit) = choice(ui, kit, cell, "unit", &options, state.session.unit) {
        actions.push(Action::SetUnit(unit));
    }
    heading_in(ui, kit, row.rest(), &kit.words.text(key::BORDERS_HEADING));
}

const fn unit_key(unit: LengthUnit) -> Key {
    match unit {
        LengthUnit::Km => key::UNIT_KM,
        LengthUnit::Mi => key::UNIT_MI,
        LengthUnit::Nm => key::UNIT_NM,
    }
}

/// The unit under the chosen one: miles under kilometres, kilometres under any other.
const fn second_unit(unit: LengthUnit) -> LengthUnit {
    match unit {
        LengthUnit::Km => LengthUnit::Mi,
        LengthUnit::Mi | LengthUnit::Nm => LengthUnit::Km,
    }
}

fn columns(ui: &mut Ui, kit: Kit<'_>, height: f32) -> [Rect; 4] {
    let mut row = Row::allocate(ui, kit, height);
    let width = row.rest().width();
    COLUMNS.map(|share| row.start(share * width))
}

fn row(ui: &mut Ui, state: &AppState, kit: Kit<'_>, measured: &Measured, hit: &NearestBorder) {
    let colors = &kit.theme.ui;
    let [country, distance, bearing, side] = columns(ui, kit, ROW_HEIGHT);
    let whole = country.union(side);
    let over = ui.rect_contains_pointer(whole);
    if over {
        ui.painter().rect_filled(whole.expand2(vec2(8.0, 0.0)), 6.0, colors.hover);
    }
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, colors.hairline));
    let mut cell = Row::new(country, kit.is_rtl());
    let swatch = Rect::from_center_size(cell.start(10.0).center(), Vec2::splat(10.0));
    ui.painter().rect_filled(swatch, 3.0, kit.theme.swatch(hit.country));
    cell.start(8.0);
    let name = state.world.country_name(hit.country.code(), state.session.lang);
    let name = kit.text.ellipsized(ui.ctx(), name, &BODY, cell.rest().width());
    text_in(ui, kit, cell.rest(), name, colors.text, At::Start);
    let unit = state.session.unit;
    let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
    let (upper, lower) = distance.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.55);
    let galley = kit.text.line(ui.ctx(), &figure.words, &BODY.weight(600.0).tabular());
    text_in(ui, kit, upper, galley, colors.text, At::End);
    let uncertainty = measured.uncertainty(hit).total();
    let second = kit.words.distance(hit.distance, second_unit(unit), uncertainty);
    let galley = kit.text.line(ui.ctx(), &second, &NOTE.tabular());
    text_in(ui, kit, lower, galley, colors.muted, At::End);
    let galley = kit.text.line(ui.ctx(), &kit.words.bearing(hit.bearing), &BODY.tabular());
    text_in(ui, kit, bearing, galley, colors.text, At::End);
    let key = figure.side_key(hit.inside);
    let galley = kit.text.ellipsized(ui.ctx(), &kit.words.text(key), &BODY, side.width());
    text_in(ui, kit, side, galley, colors.muted, At::End);
}

/// What is uncertain, what is shared, and where the line comes from.
fn notes(ui: &mut Ui, state: &AppState, kit: Kit<'_>, measured: &Measured) {
    let words = kit.words;
    let nearest = measured.nearest();
    let uncertainty = measured.uncertainty(nearest);
    let mut lines = Vec::new();
    let figure = words.border_figure(nearest.distance, uncertainty, state.session.unit);
    if !figure.certain {
        lines.push(format!("{}.", words.side_uncertain(&figure)));
    }
    if let Some((first, second)) = measured.shared_nearest() {
        let name =
            |c: crate::geodata::Country| state.world.country_name(c.code(), state.session.lang);
        let args = Args::new().text("first", name(first)).text("second", name(second));
        lines.push(words.format(key::BORDERS_SHARED, args));
    }
    let key = if uncertainty.is_lower_bound() {
        key::BORDERS_SOURCE_AT_LEAST
    } else {
        key::BORDERS_SOURCE
    };
    let total = words.uncertainty(uncertainty.total(), state.session.unit);
    let args = Args::new().text("uncertainty", total).plain("year", 2017);
    lines.push(words.format(key, args));
    for line in lines {
        paragraph(ui, kit, &line, &NOTE, kit.theme.ui.muted);
    }
}
