//! The table of distances to the four borders, with its error and its source.

use super::row::{At, Row, text_in};
use super::widgets::{BODY, Group, SWATCH, headed_choice, paragraph, swatch};
use crate::geodata::Country;
use crate::i18n::{Args, Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::measure::{LengthUnit, Metres, NearestBorder};
use crate::state::Measured;
use crate::state::{Action, AppState};
use crate::text::TextStyle;
use egui::{Galley, Rect, Stroke, Ui, vec2};
use std::sync::Arc;

/// The median distance between OpenStreetMap's line of 2017 and Natural Earth's, along the borders
/// of the four countries.
const SOURCES_APART: Metres = Metres(1_200.0);
/// A row with the distance in two units, one above the other.
const ROW_HEIGHT: f32 = 40.0;
/// A row in a narrow panel, with the bearing under both.
const STACKED_HEIGHT: f32 = 64.0;
const HEAD_HEIGHT: f32 = 24.0;
/// Room between two columns.
const GAP: f32 = 12.0;
/// Room after a country's square.
const AFTER_SWATCH: f32 = 8.0;

/// Shows the table.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    measured: &Measured,
    actions: &mut Vec<Action>,
) {
    units(ui, state, kit, key::BORDERS_HEADING, actions);
    ui.add_space(8.0);
    let rows =
        measured.by_line().into_iter().map(|hits| Cells::new(ui, state, kit, measured, hits));
    let rows: Vec<Cells> = rows.collect();
    let heads = [
        key::BORDERS_COLUMN_COUNTRY,
        key::BORDERS_COLUMN_DISTANCE,
        key::BORDERS_COLUMN_BEARING,
        key::BORDERS_COLUMN_SIDE,
    ]
    .map(|key| kit.text.line(ui.ctx(), &kit.words.text(key), &NOTE));
    let widths = widths(&heads, &rows);
    if widths.iter().sum::<f32>() + 3.0 * GAP <= ui.available_width() {
        let cells = columns(ui, kit, HEAD_HEIGHT, widths);
        for ((cell, head), at) in cells.into_iter().zip(heads).zip(ALIGNED) {
            text_in(ui, kit, cell, head, kit.theme.ui.muted, at);
        }
        for row in rows {
            row.show(ui, kit, widths);
        }
    } else {
        for row in rows {
            row.show_stacked(ui, kit);
        }
    }
    ui.add_space(8.0);
    notes(ui, state, kit, measured);
}

const ALIGNED: [At; 4] = [At::Start, At::End, At::End, At::End];

/// What is said of one border line, set: of one country's, or of one that two of the four share.
struct Cells {
    countries: Vec<Country>,
    name: Arc<Galley>,
    distance: Arc<Galley>,
    second: Arc<Galley>,
    bearing: Arc<Galley>,
    side: Arc<Galley>,
}

impl Cells {
    fn new(
        ui: &Ui,
        state: &AppState,
        kit: Kit<'_>,
        measured: &Measured,
        (hit, other): (&NearestBorder, Option<&NearestBorder>),
    ) -> Self {
        let set = |words: &str, style: TextStyle| kit.text.line(ui.ctx(), words, &style);
        let unit = state.session.unit;
        let uncertainty = measured.uncertainty(hit);
        let figure = kit.words.border_figure(hit.distance, uncertainty, unit);
        let second = kit.words.distance(hit.distance, second_unit(unit), uncertainty.total());
        let name =
            |of: &NearestBorder| state.world.country_name(of.country.code(), state.session.lang);
        let both = other.map(|other| {
            let between = Args::new().text("first", name(hit)).text("second", name(other));
            kit.words.format(key::BORDER_BETWEEN, between)
        });
        // On which side of a line between two countries one is, only a name tells.
        let inside = [Some(hit), other].into_iter().flatten().find(|hit| hit.inside);
        let side = match inside {
            Some(inside) if other.is_some() && figure.certain => {
                let code = Args::new().choice("country", in_word(inside.country));
                kit.words.format(key::SIDE_IN, code)
            }
            _ => kit.words.text(figure.side_key(hit.inside)).into_owned(),
        };
        Self {
            countries: [Some(hit), other].into_iter().flatten().map(|hit| hit.country).collect(),
            name: set(both.as_deref().unwrap_or(name(hit)), BODY),
            distance: set(&figure.words, BODY.weight(600.0).tabular()),
            second: set(&second, NOTE.tabular()),
            bearing: set(&kit.words.bearing(hit.bearing), BODY.tabular()),
            side: set(&side, BODY),
        }
    }

    fn show(self, ui: &mut Ui, kit: Kit<'_>, widths: [f32; 4]) {
        let [country, distance, bearing, side] = columns(ui, kit, ROW_HEIGHT, widths);
        ground(ui, kit, country.union(side));
        let (upper, lower) = distance.shrink2(vec2(0.0, 2.0)).split_top_bottom_at_fraction(0.55);
        let colors = &kit.theme.ui;
        self.show_country(ui, kit, country);
        text_in(ui, kit, upper, self.distance, colors.text, At::End);
        text_in(ui, kit, lower, self.second, colors.muted, At::End);
        text_in(ui, kit, bearing, self.bearing, colors.text, At::End);
        text_in(ui, kit, side, self.side, colors.muted, At::End);
    }

    /// The same where the columns have no room beside each other.
    fn show_stacked(self, ui: &mut Ui, kit: Kit<'_>) {
        let colors = &kit.theme.ui;
        // Two names may need a line of their own.
        let beside = self.country_width() + GAP + self.distance.size().x;
        let own_line = (beside > ui.available_width()).then(|| Row::allocate(ui, kit, 24.0).rest());
        if let Some(line) = own_line {
            self.show_country(ui, kit, line);
        }
        let whole = Row::allocate(ui, kit, STACKED_HEIGHT).rest();
        ground(ui, kit, whole);
        let (upper, rest) = whole.shrink2(vec2(0.0, 4.0)).split_top_bottom_at_fraction(0.36);
        let (middle, lower) = rest.split_top_bottom_at_fraction(0.5);
        let mut first = Row::new(upper, kit.is_rtl());
        let distance = first.end(self.distance.size().x);
        first.end(GAP);
        if own_line.is_none() {
            self.show_country(ui, kit, first.rest());
        }
        text_in(ui, kit, distance, self.distance, colors.text, At::End);
        let mut second = Row::new(middle, kit.is_rtl());
        let cell = second.end(self.second.size().x);
        text_in(ui, kit, second.rest(), self.side, colors.muted, At::Start);
        text_in(ui, kit, cell, self.second, colors.muted, At::End);
        text_in(ui, kit, lower, self.bearing, colors.text, At::End);
    }

    /// Width of the squares and the name.
    fn country_width(&self) -> f32 {
        let swatches = self.countries.len() as f32 * (SWATCH + 2.0) - 2.0;
        swatches + AFTER_SWATCH + self.name.size().x
    }

    fn show_country(&self, ui: &mut Ui, kit: Kit<'_>, cell: Rect) {
        let mut row = Row::new(cell, kit.is_rtl());
        for (index, country) in self.countries.iter().enumerate() {
            row.start(if index > 0 { 2.0 } else { 0.0 });
            swatch(ui, kit, row.start(SWATCH), SWATCH, *country);
        }
        row.start(AFTER_SWATCH);
        let name = kit.text.ellipsized(ui.ctx(), self.name.text(), &BODY, row.rest().width());
        text_in(ui, kit, row.rest(), name, kit.theme.ui.text, At::Start);
    }
}

/// The word by which the catalogue tells the countries apart.
const fn in_word(country: Country) -> &'static str {
    match country {
        Country::Algeria => "algeria",
        Country::Mali => "mali",
        Country::Niger => "niger",
        Country::BurkinaFaso => "burkina-faso",
    }
}

/// How wide each column has to be.
fn widths(heads: &[Arc<Galley>; 4], rows: &[Cells]) -> [f32; 4] {
    let mut widths = heads.each_ref().map(|head| head.size().x);
    for row in rows {
        let distance = row.distance.size().x.max(row.second.size().x);
        let country = row.country_width();
        let cells = [country, distance, row.bearing.size().x, row.side.size().x];
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = width.max(cell.ceil());
        }
    }
    widths
}

/// Cells of these widths, the room that is left spread between them.
fn columns(ui: &mut Ui, kit: Kit<'_>, height: f32, widths: [f32; 4]) -> [Rect; 4] {
    let mut row = Row::allocate(ui, kit, height);
    let gap = ((row.rest().width() - widths.iter().sum::<f32>()) / 3.0).max(0.0);
    widths.map(|width| {
        let cell = row.start(width);
        row.start(gap);
        cell
    })
}

/// The ground of a row under the pointer, and the line below it.
fn ground(ui: &Ui, kit: Kit<'_>, whole: Rect) {
    let colors = &kit.theme.ui;
    if ui.rect_contains_pointer(whole) {
        ui.painter().rect_filled(whole.expand2(vec2(8.0, 0.0)), 6.0, colors.hover);
    }
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, colors.hairline));
}

/// A heading of figures, and the choice of their unit.
pub(super) fn units(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    heading: Key,
    actions: &mut Vec<Action>,
) {
    let names = LengthUnit::ALL.map(|unit| (unit, kit.words.text(unit_key(unit))));
    let options: Vec<(LengthUnit, &str)> = names.iter().map(|(u, n)| (*u, n.as_ref())).collect();
    let heading = kit.words.text(heading);
    let group = Group { label: &heading, id: "unit" };
    let unit = headed_choice(ui, kit, group, &options, state.session.unit);
    actions.extend(unit.map(Action::SetUnit));
}

pub(super) const fn unit_key(unit: LengthUnit) -> Key {
    match unit {
        LengthUnit::Km => key::UNIT_KM,
        LengthUnit::Mi => key::UNIT_MI,
        LengthUnit::Nm => key::UNIT_NM,
    }
}

/// The unit under the chosen one: miles under kilometres, kilometres under any other.
pub(super) const fn second_unit(unit: LengthUnit) -> LengthUnit {
    match unit {
        LengthUnit::Km => LengthUnit::Mi,
        LengthUnit::Mi | LengthUnit::Nm => LengthUnit::Km,
    }
}

/// What is uncertain, what is shared, and where the line comes from.
fn notes(ui: &mut Ui, state: &AppState, kit: Kit<'_>, measured: &Measured) {
    let words = kit.words;
    let nearest = measured.nearest();
    let uncertainty = measured.uncertainty(nearest);
    let mut lines = Vec::new();
    let figure = words.border_figure(nearest.distance, uncertainty, state.session.unit);
    if !figure.certain {
        let by_data = Args::new().text("distance", figure.distance);
        lines.push(words.format(key::BORDERS_SIDE_UNCERTAIN, by_data));
    }
    let key = if uncertainty.is_lower_bound() {
        key::BORDERS_SOURCE_AT_LEAST
    } else {
        key::BORDERS_SOURCE
    };
    let total = words.uncertainty(uncertainty.total(), state.session.unit);
    let args = Args::new().text("uncertainty", total).plain("year", 2017);
    lines.push(words.format(key, args));
    let apart = words.length(SOURCES_APART, state.session.unit, 1);
    lines.push(words.format(key::BORDERS_SOURCES_DIFFER, Args::new().text("distance", apart)));
    for line in lines {
        paragraph(ui, kit, &line, &NOTE, kit.theme.ui.muted);
    }
}
