//! The card of a country: what the article says of it, its pins, and how long its borders are.

use super::border_table::{second_unit, units};
use super::excerpts::{self, About};
use super::row::{At, Row, paint_text, text_in};
use super::widgets::{BODY, SWATCH, clickable, heading_in, paragraph, section_line, swatch};
use super::{card_title, places_list};
use crate::dossier::Place;
use crate::geodata::{Country, CountryCode};
use crate::i18n::{Args, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::kit::{Kit, NOTE};
use crate::measure::Metres;
use crate::state::{Action, AppState, selectors};
use crate::text::TextStyle;
use egui::{CursorIcon, Role, Stroke, Ui, WidgetInfo, vec2};

/// A row with a neighbour's name and a length in two units, one above the other.
const ROW_HEIGHT: f32 = 40.0;
/// Edge of the square in the title.
const LARGE_SWATCH: f32 = 28.0;

/// Shows the card of `country`.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    country: Country,
    actions: &mut Vec<Action>,
) {
    let ways = [key::COUNTRY_PREVIOUS, key::COUNTRY_NEXT];
    let step = card_title::head(ui, kit, ways, None, actions);
    actions.extend(step.map(|step| Action::ShowCountry(country.stepped(step))));
    ui.add_space(12.0);
    let (world, code) = (&state.world, country.code());
    if let Some(label) = world.ground.countries.get(code) {
        let what = kit.words.text(key::PRECISION_COUNTRY);
        card_title::title(ui, kit, &label.names, &what, |ui, mark| {
            swatch(ui, kit, mark, LARGE_SWATCH, country);
        });
        ui.add_space(12.0);
        card_title::names(ui, kit, &label.names);
    }
    section_line(ui, kit);
    let quoted = world.dossier.excerpts_in(code);
    let about = About { excerpts: &quoted, here: None, none: key::COUNTRY_NO_EXCERPT };
    excerpts::show(ui, state, kit, about, actions);
    section_line(ui, kit);
    places(ui, state, kit, code, actions);
    section_line(ui, kit);
    borders(ui, state, kit, country, actions);
}

/// The places of the dossier in the country, in the order of the article.
fn places(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    code: CountryCode,
    actions: &mut Vec<Action>,
) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::PANEL_PLACES));
    let places = selectors::places_in_order(&state.world);
    let is_there = |place: &&Place| place.country == Some(code);
    let places: Vec<&Place> = places.into_iter().filter(is_there).collect();
    if places.is_empty() {
        paragraph(ui, kit, &kit.words.text(key::COUNTRY_NO_PLACES), &NOTE, kit.theme.ui.muted);
    }
    for place in places {
        places_list::row(ui, state, kit, place, actions);
    }
}

/// How long the border is with each neighbour, and in all.
fn borders(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    country: Country,
    actions: &mut Vec<Action>,
) {
    units(ui, state, kit, key::COUNTRY_BORDERS, actions);
    ui.add_space(8.0);
    let lengths = state.world.border_lengths(country);
    for part in lengths {
        let name = state.world.country_name(part.neighbour, kit.words.lang());
        let to = Country::from_code(part.neighbour);
        if length_row(ui, state, kit, (name, to), part.length) {
            actions.extend(to.map(Action::ShowCountry));
        }
    }
    let total = lengths.iter().fold(Metres(0.0), |sum, part| sum + part.length);
    length_row(ui, state, kit, (&kit.words.text(key::COUNTRY_BORDERS_ALL), None), total);
    ui.add_space(8.0);
    let said = Args::new().plain("year", 2017);
    let said = kit.words.format(key::COUNTRY_BORDERS_SOURCE, said);
    paragraph(ui, kit, &said, &NOTE, kit.theme.ui.muted);
}

/// A name and a length; one of the four countries can be clicked. Says whether it was.
fn length_row(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    (name, country): (&str, Option<Country>),
    length: Metres,
) -> bool {
    let (colors, unit) = (&kit.theme.ui, state.session.unit);
    let (rect, response) = if country.is_some() {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, response) = clickable(ui, ("border with", name), size);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
        (rect, Some(response.on_hover_cursor(CursorIcon::PointingHand)))
    } else {
        (Row::allocate(ui, kit, ROW_HEIGHT).rest(), None)
    };
    let wide = rect.expand2(vec2(8.0, 0.0));
    if let Some(response) = &response {
        if response.hovered() {
            ui.painter().rect_filled(wide, 6.0, colors.hover);
        }
        focus_ring(ui, response, wide, RADIUS, kit);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colors.hairline));
    let set = |words: &str, style: TextStyle| kit.text.line(ui.ctx(), words, &style);
    let first = set(&kit.words.border_length(length, unit), BODY.weight(600.0).tabular());
    let second = set(&kit.words.border_length(length, second_unit(unit)), NOTE.tabular());
    let mut row = Row::new(rect, kit.is_rtl());
    let square = row.start(SWATCH);
    row.start(8.0);
    if let Some(country) = country {
        swatch(ui, kit, square, SWATCH, country);
    }
    let cell = row.end(first.size().x.max(second.size().x)).shrink2(vec2(0.0, 2.0));
    row.end(12.0);
    let (upper, lower) = cell.split_top_bottom_at_fraction(0.55);
    text_in(ui, kit, upper, first, colors.text, At::End);
    text_in(ui, kit, lower, second, colors.muted, At::End);
    let name = kit.text.ellipsized(ui.ctx(), name, &BODY, row.rest().width());
    if response.is_some() {
        paint_text(ui, kit, row.rest(), name, colors.text, At::Start);
    } else {
        text_in(ui, kit, row.rest(), name, colors.text, At::Start);
    }
    response.is_some_and(|response| response.clicked())
}
