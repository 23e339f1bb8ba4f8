//! The tab of the instrument: the tool, the figures under the pointer, and what was measured.

use super::entry::{Entry, SHORT};
use super::row::{At, Row, paint_text, text_in};
use super::widgets::{
    BODY, ButtonLook, Group, button, button_width, clickable, headed_choice, heading_in, paragraph,
    section_line,
};
use super::{border_table, measurement_card};
use crate::geodata::LonLat;
use crate::i18n::{Key, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::icons::{self, Icon};
use crate::map::kit::{Kit, NOTE};
use crate::measure::coordinates;
use crate::state::measuring::{Geometry, Measurement, figure_of, name_of};
use crate::state::{Action, AppState, Destination, MeasureAction, Tool};
use egui::{CursorIcon, Id, Role, Ui, WidgetInfo, vec2};

/// Zoom at which a position is shown that was typed.
const POSITION_ZOOM: f64 = 7.0;
const ROW_HEIGHT: f32 = 52.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    if let Some(measurement) = state.session.measuring.chosen() {
        measurement_card::show(ui, state, kit, measurement, actions);
        return;
    }
    tools(ui, state, kit, actions);
    ui.add_space(8.0);
    if let Some(at) = position_field(ui, kit) {
        actions.push(Action::Measure(MeasureAction::Click(at)));
        actions.push(Action::GoTo(Destination::Spot { at, zoom: POSITION_ZOOM }));
    }
    section_line(ui, kit);
    under_pointer(ui, state, kit, actions);
    if !state.session.measuring.measurements.is_empty() {
        section_line(ui, kit);
        list(ui, state, kit, actions);
    }
}

/// The choice of the tool, and how it is used.
pub(super) fn tools(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let tool = state.session.measuring.tool;
    let names = Tool::ALL.map(|tool| (tool, kit.words.text(tool_key(tool))));
    let options: Vec<(Tool, &str)> = names.iter().map(|(t, words)| (*t, words.as_ref())).collect();
    let heading = kit.words.text(key::MEASURE_TOOL);
    let group = Group { label: &heading, id: "tool" };
    let picked = headed_choice(ui, kit, group, &options, tool);
    actions.extend(picked.map(|tool| Action::Measure(MeasureAction::Take(tool))));
    ui.add_space(8.0);
    let hint = match tool {
        Tool::Probe => key::MEASURE_PROBE_HINT,
        Tool::Ruler => key::MEASURE_RULER_HINT,
        Tool::Circle => key::MEASURE_CIRCLE_HINT,
    };
    paragraph(ui, kit, &kit.words.text(hint), &NOTE, kit.theme.ui.muted);
}

const fn tool_key(tool: Tool) -> Key {
    match tool {
        Tool::Probe => key::MEASURE_TOOL_PROBE,
        Tool::Ruler => key::MEASURE_TOOL_RULER,
        Tool::Circle => key::MEASURE_TOOL_CIRCLE,
    }
}

pub(super) const fn tool_icon(tool: Tool) -> Icon {
    match tool {
        Tool::Probe => Icon::Probe,
        Tool::Ruler => Icon::Ruler,
        Tool::Circle => Icon::Circle,
    }
}

/// A position that is typed does what a click there would.
fn position_field(ui: &mut Ui, kit: Kit<'_>) -> Option<LonLat> {
    let [name, placeholder, wrong] =
        [key::MEASURE_POSITION, key::MEASURE_POSITION_HINT, key::MEASURE_NOT_A_POSITION]
            .map(|key| kit.words.text(key));
    let id = Id::unique("position to measure from");
    Entry {
        id,
        name: &name,
        value: "",
        placeholder: &placeholder,
        wrong: &wrong,
        limit: SHORT,
        is_path: false,
    }
    .show(ui, kit, |text| coordinates::parse(text).ok())
}

/// The distances from where the pointer is, or last was.
fn under_pointer(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let mut row = Row::allocate(ui, kit, 28.0);
    if let Some(measured) = state.under_pointer.as_deref() {
        let at = kit.text.line(ui.ctx(), &kit.words.coordinates(measured.from), &BODY.tabular());
        let heading = kit.words.text(key::MEASURE_HEADING);
        let room = kit.text.line(ui.ctx(), &heading, &NOTE.weight(600.0)).size().x + 12.0;
        let cell = if room + at.size().x <= row.rest().width() {
            row.end(at.size().x)
        } else {
            Row::allocate(ui, kit, 24.0).start(at.size().x)
        };
        heading_in(ui, kit, row.rest(), &heading);
        text_in(ui, kit, cell, at, kit.theme.ui.text, At::End);
        border_table::show(ui, state, kit, measured, actions);
    } else {
        heading_in(ui, kit, row.rest(), &kit.words.text(key::MEASURE_HEADING));
        paragraph(ui, kit, &kit.words.text(key::MEASURE_HINT), &NOTE, kit.theme.ui.muted);
    }
}

/// What is on the map, newest first.
fn list(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::MEASURE_LIST));
    for measurement in state.session.measuring.measurements.iter().rev() {
        if list_row(ui, state, kit, measurement) {
            actions.push(Action::Measure(MeasureAction::Choose(Some(measurement.id))));
            actions.push(Action::GoTo(extent(&measurement.geometry)));
        }
    }
    ui.add_space(12.0);
    let words = kit.words.text(key::MEASURE_DELETE_ALL);
    let cell = Row::allocate(ui, kit, 36.0).start(button_width(ui, kit, &words, true));
    let key = key::MEASURE_DELETE_ALL;
    if button(ui, kit, cell, key, Some(Icon::Delete), ButtonLook::Raised).clicked() {
        actions.push(Action::Measure(MeasureAction::Clear));
    }
}

fn list_row(ui: &mut Ui, state: &AppState, kit: Kit<'_>, measurement: &Measurement) -> bool {
    let colors = &kit.theme.ui;
    let name = name_of(kit.words, measurement);
    let (rect, response) =
        clickable(ui, ("measurement", measurement.id), vec2(ui.available_width(), ROW_HEIGHT));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
    let wide = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() {
        ui.painter().rect_filled(wide, RADIUS, colors.hover);
    }
    focus_ring(ui, &response, wide, RADIUS, kit);
    let mut row = Row::new(rect, kit.is_rtl());
    let icon = tool_icon(measurement.geometry.tool());
    icons::paint(ui.painter(), icon, row.start(24.0), colors.accent, false);
    row.start(8.0);
    let (upper, lower) = row.rest().shrink2(vec2(0.0, 6.0)).split_top_bottom_at_fraction(0.5);
    let room = upper.width();
    let name = kit.text.ellipsized(ui.ctx(), &name, &BODY.weight(600.0), room);
    ui.painter().galley(at_start(kit, upper, name.size().x), name, colors.text);
    if let Some(figures) = state.survey.of(measurement.id) {
        let unit = state.session.unit;
        let figure = figure_of(measurement, figures, &state.world, kit.words, unit);
        let figure = kit.text.line(ui.ctx(), &figure, &NOTE.tabular());
        paint_text(ui, kit, lower, figure, colors.muted, At::Start);
    }
    response.clicked()
}

/// Where a text of that width begins in `rect`.
fn at_start(kit: Kit<'_>, rect: egui::Rect, width: f32) -> egui::Pos2 {
    let x = if kit.is_rtl() { rect.right() - width } else { rect.left() };
    egui::pos2(x, rect.top())
}

/// The part of the ground that a measurement covers.
pub(super) fn extent(geometry: &Geometry) -> Destination {
    let corners = match geometry {
        Geometry::Probe(at) => return Destination::Spot { at: *at, zoom: POSITION_ZOOM },
        Geometry::Ruler(corners) => corners.clone(),
        Geometry::Circle { centre, radius } => {
            crate::measure::geodesic::circle(*centre, *radius, 16)
        }
    };
    let bound = |of: fn(LonLat) -> f64, pick: fn(f64, f64) -> f64, start: f64| {
        corners.iter().copied().map(of).fold(start, pick)
    };
    let (least, most) = (f64::INFINITY, f64::NEG_INFINITY);
    let low = |of| bound(of, f64::min, least);
    let high = |of| bound(of, f64::max, most);
    Destination::Extent {
        south_west: LonLat::saturating(low(LonLat::lon), low(LonLat::lat)),
        north_east: LonLat::saturating(high(LonLat::lon), high(LonLat::lat)),
    }
}
