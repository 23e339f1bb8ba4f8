//! The places that pass the filters; in the article's order those of context come last.

use super::row::{At, Row, paint_text};
use super::widgets::{BODY, clickable, paragraph};
use super::{countries_list, listing};
use crate::dossier::Place;
use crate::i18n::{Args, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::kit::{Kit, NOTE};
use crate::map::labels::second_name;
use crate::map::pins::{self, PinLook};
use crate::state::listing::{first_when, listed};
use crate::state::{Action, AppState, Measured, Order, selectors};
use crate::text::TextStyle;
use egui::{CursorIcon, Rect, Role, Ui, WidgetInfo, pos2, vec2};

const ROW_HEIGHT: f32 = 60.0;
/// Height of the line with the name.
const NAME_HEIGHT: f32 = 23.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    if state.world.dossier.places.is_empty() {
        let heading = TextStyle::new(16.0, 24.0).weight(600.0);
        paragraph(ui, kit, &kit.words.text(key::PLACES_HEADING), &heading, kit.theme.ui.text);
        ui.add_space(12.0);
        paragraph(ui, kit, &kit.words.text(key::PLACES_EMPTY), &BODY, kit.theme.ui.muted);
        return;
    }
    let places = listed(&state.session, &state.world);
    listing::show(ui, state, kit, places.len(), actions);
    if places.is_empty() {
        return listing::nothing(ui, kit);
    }
    ui.add_space(8.0);
    let by_article = state.session.listing.order == Order::Article;
    let (numbered, context): (Vec<&Place>, Vec<&Place>) = places
        .into_iter()
        .partition(|place| !by_article || place.number.is_some() || place.belongs_to.is_some());
    for place in numbered {
        row(ui, state, kit, place, actions);
    }
    if !context.is_empty() {
        ui.add_space(16.0);
        paragraph(
            ui,
            kit,
            &kit.words.text(key::PLACES_CONTEXT_HEADING),
            &NOTE.weight(600.0),
            kit.theme.ui.muted,
        );
        ui.add_space(8.0);
        for place in context {
            row(ui, state, kit, place, actions);
        }
    }
    if !state.session.listing.is_filtered() {
        ui.add_space(16.0);
        countries_list::show(ui, state, kit, actions);
    }
}

/// The row of a place, which opens its card.
pub(super) fn row(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    place: &Place,
    actions: &mut Vec<Action>,
) {
    let lang = kit.words.lang();
    let colors = &kit.theme.ui;
    let note = note(state, kit, place);
    let room = ui.available_width() - if place.number.is_some() { 72.0 } else { 40.0 };
    let note = kit.text.paragraph(ui.ctx(), &note, &NOTE, room, Some(2));
    let name_style = BODY.weight(600.0);
    let named = place.names.get(lang);
    let name = kit.text.paragraph(ui.ctx(), named, &name_style, room, Some(2));
    // Second lines make the row higher.
    let more = (name.size().y - name_style.line_height).max(0.0);
    let height = ROW_HEIGHT + more + (note.size().y - NOTE.line_height).max(0.0);
    let (rect, response) = clickable(ui, place.id.as_str(), vec2(ui.available_width(), height));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, named));
    let wide = rect.expand2(vec2(8.0, 0.0));
    let selected = state.session.selected.as_ref() == Some(&place.id);
    if selected {
        ui.painter().rect_filled(wide, 8.0, colors.selected_row);
    } else if response.hovered() {
        ui.painter().rect_filled(wide, 8.0, colors.hover);
    }
    focus_ring(ui, &response, wide, RADIUS, kit);
    if response.clicked() {
        actions.push(Action::Select(place.id.clone()));
    }
    let mut row = Row::new(rect, kit.is_rtl());
    let mark = row.start(32.0);
    let look = PinLook::of(place);
    pins::paint(ui.painter(), pos2(mark.center().x, mark.center().y + 16.0), look, kit.theme);
    row.start(8.0);
    if let Some(number) = place.number {
        let cell = row.end(24.0);
        let dashed = place.position.is_none();
        pins::paint_number(ui.painter(), kit, cell.center(), number, dashed, selected);
        row.end(8.0);
    }
    let rest = row.rest().shrink2(vec2(0.0, 7.0));
    let (upper, lower) = rest.split_top_bottom_at_y(rest.top() + more + NAME_HEIGHT);
    if more > 0.0 {
        ui.painter().galley(upper.min, name, colors.text);
    } else {
        names(ui, kit, upper, place, &name_style);
    }
    ui.painter().galley(pos2(lower.left(), lower.top() + 3.0), note, colors.muted);
}

/// The name, and beside it the other one where there is room.
fn names(ui: &Ui, kit: Kit<'_>, rect: Rect, place: &Place, style: &TextStyle) {
    let lang = kit.words.lang();
    let colors = &kit.theme.ui;
    let mut line = Row::new(rect, kit.is_rtl());
    let name = kit.text.line(ui.ctx(), place.names.get(lang), style);
    let width = name.size().x;
    paint_text(ui, kit, line.start(width), name, colors.text, At::Start);
    line.start(8.0);
    let second = kit.text.line(ui.ctx(), second_name(&place.names, lang), &NOTE);
    if second.size().x <= line.rest().width() {
        paint_text(ui, kit, line.rest(), second, colors.muted, At::Start);
    }
}

/// Kind, first date, how many excerpts, and the distance to the nearest border.
fn note(state: &AppState, kit: Kit<'_>, place: &Place) -> String {
    let kind = kit.words.text(crate::map::kind_key(place.kind)).into_owned();
    let mut parts = vec![kind];
    parts.extend(first_when(&state.world, place).map(|when| {
        let title = |id: &_| {
            let event = state.world.dossier.event(id);
            event.map(|event| event.title.get(kit.words.lang()).to_owned())
        };
        kit.words.date(when, title)
    }));
    let count = state.world.dossier.excerpts_of(&place.id).len();
    if count > 0 {
        parts.push(kit.words.format(key::PLACE_EXCERPTS, Args::new().count("count", count)));
    }
    let near = |m: &&Measured| crate::state::THEATRE.contains(m.from);
    parts.extend(selectors::measured(&state.world, place).filter(near).map(|measured| {
        let hit = measured.nearest();
        let unit = state.session.unit;
        let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
        if figure.certain {
            kit.words.format(key::PLACE_TO_BORDER, Args::new().text("distance", figure.words))
        } else {
            kit.words.text(key::SIDE_UNCERTAIN).into_owned()
        }
    }));
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |said, more| {
        kit.words.format(key::PLACE_NOTE, Args::new().text("first", said).text("more", more))
    })
}
