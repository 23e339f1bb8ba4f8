//! The card of a place: names, position, words of the article, events, claims, distances.

use super::excerpts::About;
use super::row::{At, Row, label_at, paint_text, text_in};
use super::widgets::{BODY, ChipLook, chip, chip_width, paragraph, section_line};
use super::{border_table, card_title, claim_section, copied, excerpts};
use crate::dossier::{Event, Place, Precision};
use crate::geodata::{Country, LonLat};
use crate::i18n::{Args, key};
use crate::map::controls::{IconButton, focus_ring, pressable};
use crate::map::icons::{self, Icon};
use crate::map::kit::{Kit, NOTE};
use crate::map::pins::{self, PinLook};
use crate::measure::coordinates::written;
use crate::state::scene_words::date;
use crate::state::{Action, AppState, selectors};
use egui::{CursorIcon, Rect, Role, Ui, WidgetInfo, pos2, vec2};

/// Shows the card of `place`.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    place: &Place,
    actions: &mut Vec<Action>,
) {
    head(ui, state, kit, place, actions);
    ui.add_space(12.0);
    card_title::title(ui, kit, &place.names, &precision_words(kit, place), |ui, mark| {
        let tip = pos2(mark.center().x, mark.top() + 40.0);
        pins::paint(ui.painter(), tip, PinLook::of(place), kit.theme);
    });
    ui.add_space(12.0);
    card_title::names(ui, kit, &place.names);
    position(ui, state, kit, place, actions);
    if let Some(note) = &place.note {
        ui.add_space(8.0);
        remark(ui, kit, note.get(kit.words.lang()));
    }
    section_line(ui, kit);
    let quoted = state.world.dossier.excerpts_of(&place.id);
    let about = About { excerpts: &quoted, here: Some(&place.id), none: key::CARD_NO_EXCERPT };
    excerpts::show(ui, state, kit, about, actions);
    let events = state.world.dossier.events_of(&place.id);
    if !events.is_empty() {
        section_line(ui, kit);
        for event in events {
            show_event(ui, state, kit, event);
        }
    }
    for claim in state.world.dossier.claims_of(&place.id) {
        section_line(ui, kit);
        claim_section::show(ui, state, kit, claim, actions);
    }
    section_line(ui, kit);
    match selectors::measured(&state.world, place) {
        Some(measured) => border_table::show(ui, state, kit, measured, actions),
        None => {
            paragraph(ui, kit, &kit.words.text(key::BORDERS_NONE), &NOTE, kit.theme.ui.muted);
        }
    }
}

/// Back to the list, which pin of how many it is, and the places before and after.
fn head(ui: &mut Ui, state: &AppState, kit: Kit<'_>, place: &Place, actions: &mut Vec<Action>) {
    let count = place.number.map(|number| {
        let total = state.world.dossier.pins().len();
        let args = Args::new().plain("number", number).count("total", total);
        kit.words.format(key::CARD_NUMBER, args)
    });
    let ways = [key::CARD_PREVIOUS, key::CARD_NEXT];
    let step = card_title::head(ui, kit, ways, count.as_deref(), actions);
    actions.extend(step.map(|step| Action::SelectNext { step }));
}

fn precision_words(kit: Kit<'_>, place: &Place) -> String {
    match place.precision {
        Precision::Country => kit.words.text(key::PRECISION_COUNTRY).into_owned(),
        Precision::Area => kit.words.text(key::PRECISION_AREA).into_owned(),
        Precision::Town { .. } => kit.words.text(key::PRECISION_TOWN).into_owned(),
        Precision::Within { radius } => {
            let distance = kit.words.length(radius, crate::measure::LengthUnit::Km, 0);
            kit.words.format(key::PRECISION_WITHIN, Args::new().text("distance", distance))
        }
    }
}

/// Coordinates, to copy; country and region.
fn position(ui: &mut Ui, state: &AppState, kit: Kit<'_>, place: &Place, actions: &mut Vec<Action>) {
    let lang = kit.words.lang();
    let mut row = Row::allocate(ui, kit, 28.0);
    if let Some(at) = place.position {
        let galley = kit.text.line(ui.ctx(), &kit.words.coordinates(at), &BODY.tabular());
        text_in(ui, kit, row.start(galley.size().x), galley, kit.theme.ui.text, At::Start);
        row.start(4.0);
        copy_button(ui, kit, row.start(28.0), place, at, actions);
        row.start(8.0);
    }
    let Some(code) = place.country else { return };
    let country = state.world.country_name(code, lang);
    let region = place.position.zip(Country::from_code(code));
    let region = region.and_then(|(at, country)| state.world.ground.regions.region_of(at, country));
    let words = match region {
        Some(region) => {
            let args = Args::new().text("country", country).text("region", region.names.get(lang));
            kit.words.format(key::CARD_REGION, args)
        }
        None => country.to_owned(),
    };
    let width = kit.text.line(ui.ctx(), &words, &BODY).size().x;
    let cell = if width > row.rest().width() {
        Row::allocate(ui, kit, 24.0).start(width)
    } else if place.position.is_some() {
        row.end(width)
    } else {
        row.start(width)
    };
    country_words(ui, kit, cell, &words, Country::from_code(code), actions);
}

/// The country and the region; of one of the four it opens the country's card.
fn country_words(
    ui: &mut Ui,
    kit: Kit<'_>,
    cell: Rect,
    words: &str,
    country: Option<Country>,
    actions: &mut Vec<Action>,
) {
    let galley = kit.text.line(ui.ctx(), words, &BODY);
    let colors = &kit.theme.ui;
    let Some(country) = country else {
        text_in(ui, kit, cell, galley, colors.muted, At::Start);
        return;
    };
    let response = pressable(ui, cell, ui.scope_id().with("country"));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    focus_ring(ui, &response, cell.expand2(vec2(4.0, 0.0)), 4.0, kit);
    let ink = if response.hovered() { colors.text } else { colors.accent };
    paint_text(ui, kit, cell, galley, ink, At::Start);
    if response.clicked() {
        actions.push(Action::ShowCountry(country));
    }
}

/// Copies the position as other programs take it, and says so for a while.
fn copy_button(
    ui: &Ui,
    kit: Kit<'_>,
    cell: Rect,
    place: &Place,
    at: LonLat,
    actions: &mut Vec<Action>,
) {
    let copied = ui.scope_id().with(("copied at", place.id.as_str()));
    let is_said = copied::is_said(ui, copied);
    let icon = if is_said { Icon::Check } else { Icon::Copy };
    let copied_words = kit.words.text(key::ACTION_COPIED);
    let mut button = IconButton::new(key::CARD_COPY_POSITION, icon);
    if is_said {
        button = button.hint(copied_words.as_ref());
    }
    let response = button.show(ui, cell, kit);
    if response.clicked() {
        actions.push(Action::Copy(written(at, kit.words.coordinate_style())));
        copied::remember(ui, copied);
    }
    if is_said && !response.hovered() {
        copied::say(ui, kit, cell);
    }
}

/// A remark with an icon, such as not to take one town for its twin.
fn remark(ui: &mut Ui, kit: Kit<'_>, words: &str) {
    let width = ui.available_width() - 24.0;
    let rich = kit.text.plain(ui.ctx(), words, &NOTE, Some(width));
    let mut row = Row::allocate(ui, kit, rich.galley.size().y.max(16.0));
    let mark = row.start(16.0);
    icons::paint(
        ui.painter(),
        Icon::Info,
        mark.with_max_y(mark.top() + 16.0),
        kit.theme.ui.muted,
        false,
    );
    row.start(8.0);
    label_at(ui, kit, row.rest(), &rich, kit.theme.ui.muted, Role::Label);
}

/// Title, what the article says of the date, and the date known from context.
fn show_event(ui: &mut Ui, state: &AppState, kit: Kit<'_>, event: &Event) {
    paragraph(ui, kit, event.title.get(kit.words.lang()), &BODY.weight(600.0), kit.theme.ui.text);
    ui.add_space(4.0);
    let paragraph_words =
        kit.words.format(key::BASIS_ARTICLE, Args::new().plain("paragraph", event.paragraph));
    let said = match &event.when_article {
        Some(when) => date(&state.world, when, kit.words),
        None => kit.words.text(key::DATE_NONE).into_owned(),
    };
    dated(ui, kit, &paragraph_words, ChipLook::Article, &said);
    if event.reported {
        let words = kit.words.text(key::BASIS_REPORTED_HINT);
        paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
    }
    if !event.when_context.is_empty() {
        let context = kit.words.text(key::BASIS_CONTEXT);
        let comma = kit.words.text(key::LIST_COMMA);
        let known: Vec<String> =
            event.when_context.iter().map(|when| date(&state.world, when, kit.words)).collect();
        dated(ui, kit, &context, ChipLook::Context, &known.join(&comma));
    }
    ui.add_space(8.0);
}

/// A chip that says on whose word, and the date.
fn dated(ui: &mut Ui, kit: Kit<'_>, basis: &str, look: ChipLook, date: &str) {
    let chip_room = chip_width(ui, kit, basis, false);
    let width = ui.available_width() - chip_room - 12.0;
    let rich = kit.text.plain(ui.ctx(), date, &BODY, Some(width));
    // The first of several lines stands level with the chip.
    let height = if rich.galley.rows.len() == 1 { 28.0 } else { rich.galley.size().y + 8.0 };
    let mut row = Row::allocate(ui, kit, height);
    let cell = row.start(chip_room);
    chip(ui, kit, cell.with_max_y(cell.top() + 28.0), basis, None, look);
    row.start(12.0);
    let rect = row.rest();
    if rich.galley.rows.len() == 1 {
        let line = kit.text.line(ui.ctx(), date, &BODY);
        text_in(ui, kit, rect, line, kit.theme.ui.text, At::Start);
    } else {
        let below = rect.translate(vec2(0.0, 4.0));
        label_at(ui, kit, below, &rich, kit.theme.ui.text, Role::Label);
    }
}
