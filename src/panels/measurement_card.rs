//! The card of a measurement: its name, its figures, and what can be done with it.

use super::border_table;
use super::entry::{Entry, SHORT};
use super::measure::extent;
use super::row::{At, Row, text_in};
use super::text_field::TextField;
use super::widgets::{
    BODY, ButtonLook, button, button_width, heading_in, paragraph, section_line, way_back,
};
use crate::geodata::LonLat;
use crate::i18n::{Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::measure::{LengthUnit, Metres, coordinates};
use crate::state::measuring::{
    BorderPart, CopyAs, Figures, Geometry, LONGEST_NAME, Leg, Measurement, MeasurementId,
    length_of, name_of, report, total,
};
use crate::state::{Action, AppState, MeasureAction, Tool};
use egui::{Id, Stroke, Ui, Vec2};

/// Height of a row of figures.
const ROW: f32 = 32.0;

/// Shows the card.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    measurement: &Measurement,
    actions: &mut Vec<Action>,
) {
    head(ui, kit, measurement, actions);
    if state.drawing == Some(measurement.id) {
        ui.add_space(8.0);
        let hint = match measurement.geometry.tool() {
            Tool::Circle => key::MEASURE_CIRCLE_HINT,
            Tool::Probe | Tool::Ruler => key::MEASURE_RULER_HINT,
        };
        paragraph(ui, kit, &kit.words.text(hint), &NOTE, kit.theme.ui.muted);
    }
    ui.add_space(8.0);
    name_field(ui, kit, measurement, actions);
    let Some(figures) = state.survey.of(measurement.id) else { return };
    let id = measurement.id;
    match (&measurement.geometry, figures) {
        (Geometry::Probe(at), Figures::Probe(measured)) => {
            labelled(ui, kit, key::MEASURE_POSITION);
            actions.extend(moved_to(ui, kit, (id, *at), key::MEASURE_POSITION));
            section_line(ui, kit);
            border_table::show(ui, state, kit, measured, actions);
        }
        (Geometry::Ruler(_), Figures::Ruler(legs)) => {
            ui.add_space(12.0);
            let length = kit.words.measured_length(total(legs), state.session.unit);
            figure_row(ui, kit, &kit.words.text(key::MEASURE_TOTAL), &length);
            border_table::units(ui, state, kit, key::MEASURE_LEGS, actions);
            for (index, leg) in legs.iter().enumerate() {
                leg_row(ui, kit, index + 1, leg, state.session.unit);
            }
        }
        (Geometry::Circle { centre, radius }, Figures::Circle(parts)) => {
            labelled(ui, kit, key::MEASURE_CENTRE);
            actions.extend(moved_to(ui, kit, (id, *centre), key::MEASURE_CENTRE));
            ui.add_space(12.0);
            border_table::units(ui, state, kit, key::MEASURE_RADIUS, actions);
            actions.extend(radius_field(ui, state, kit, id, *radius));
            section_line(ui, kit);
            borders_inside(ui, state, kit, parts);
        }
        _ => {}
    }
    section_line(ui, kit);
    copy(ui, state, kit, measurement, figures, actions);
}

/// Back to the list; on the map; gone.
fn head(ui: &mut Ui, kit: Kit<'_>, measurement: &Measurement, actions: &mut Vec<Action>) {
    let mut row = Row::allocate(ui, kit, 28.0);
    if way_back(ui, kit, &mut row, key::MEASURE_ALL).clicked() {
        actions.push(Action::Measure(MeasureAction::Choose(None)));
    }
    if row.rest().width() < 64.0 {
        row = Row::allocate(ui, kit, 28.0);
    }
    let [delete, show] = [row.end(32.0), row.end(32.0)]
        .map(|cell| egui::Rect::from_center_size(cell.center(), Vec2::splat(28.0)));
    if IconButton::new(key::MEASURE_SHOW, Icon::Place).show(ui, show, kit).clicked() {
        actions.push(Action::GoTo(extent(&measurement.geometry)));
    }
    if IconButton::new(key::MEASURE_DELETE, Icon::Delete).show(ui, delete, kit).clicked() {
        actions.push(Action::Measure(MeasureAction::Remove(measurement.id)));
    }
}

fn name_field(ui: &mut Ui, kit: Kit<'_>, measurement: &Measurement, actions: &mut Vec<Action>) {
    let Measurement { id, name, .. } = measurement;
    let unnamed = Measurement { name: String::new(), ..measurement.clone() };
    let label = kit.words.text(key::MEASURE_NAME);
    let edit = TextField::new(Id::unique(("name", id)), name, &label)
        .placeholder(&name_of(kit.words, &unnamed))
        .icon(super::measure::tool_icon(measurement.geometry.tool()))
        .clearable()
        .limit(LONGEST_NAME)
        .show(ui, kit);
    actions.extend(edit.changed.map(|name| Action::Measure(MeasureAction::Rename(*id, name))));
}

fn labelled(ui: &mut Ui, kit: Kit<'_>, key: Key) {
    ui.add_space(12.0);
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key));
}

/// A field with a position that can be written anew: a step of undo like a drag.
fn moved_to(
    ui: &mut Ui,
    kit: Kit<'_>,
    (id, at): (MeasurementId, LonLat),
    name: Key,
) -> Vec<Action> {
    let (name, value) = (kit.words.text(name), kit.words.coordinates(at));
    let wrong = kit.words.text(key::MEASURE_NOT_A_POSITION);
    let field = Id::unique(("position", id));
    let entry = Entry {
        id: field,
        name: &name,
        value: &value,
        placeholder: "",
        wrong: &wrong,
        limit: SHORT,
        is_path: false,
    };
    let to = entry.show(ui, kit, |text| coordinates::parse(text).ok());
    to.map_or_else(Vec::new, |to| {
        let steps = [MeasureAction::Grab(id), MeasureAction::Drag { id, handle: 0, to }];
        steps.map(Action::Measure).to_vec()
    })
}

fn radius_field(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    id: MeasurementId,
    radius: Metres,
) -> Option<Action> {
    let unit = state.session.unit;
    let name = kit.words.text(key::MEASURE_RADIUS);
    let value = kit.words.measured_length(radius, unit);
    let wrong = kit.words.text(key::MEASURE_NOT_A_LENGTH);
    let field = Id::unique(("radius", id));
    let entry = Entry {
        id: field,
        name: &name,
        value: &value,
        placeholder: "",
        wrong: &wrong,
        limit: SHORT,
        is_path: false,
    };
    let length = entry.show(ui, kit, |text| length_of(text, unit));
    length.map(|radius| Action::Measure(MeasureAction::SetRadius(id, radius)))
}

/// Words, and a figure at the far end, over a line.
fn figure_row(ui: &mut Ui, kit: Kit<'_>, words: &str, figure: &str) {
    let colors = &kit.theme.ui;
    let figure = kit.text.line(ui.ctx(), figure, &BODY.weight(600.0).tabular());
    let room = ui.available_width() - figure.size().x - 12.0;
    let words = kit.text.paragraph(ui.ctx(), words, &BODY, room, None);
    let mut row = Row::allocate(ui, kit, (words.size().y + 8.0).max(ROW));
    let whole = row.rest();
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, colors.hairline));
    let cell = row.end(figure.size().x);
    row.end(12.0);
    text_in(ui, kit, row.rest(), words, colors.text, At::Start);
    text_in(ui, kit, cell, figure, colors.text, At::End);
}

fn leg_row(ui: &mut Ui, kit: Kit<'_>, number: usize, leg: &Leg, unit: LengthUnit) {
    let number = kit.words.numbers().integer(i64::try_from(number).unwrap_or(i64::MAX));
    let bearing = kit.words.bearing(leg.course.bearing);
    let words = format!("{number} · {bearing}");
    figure_row(ui, kit, &words, &kit.words.measured_length(leg.course.distance, unit));
}

fn borders_inside(ui: &mut Ui, state: &AppState, kit: Kit<'_>, parts: &[BorderPart]) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::MEASURE_BORDERS_INSIDE));
    if parts.is_empty() {
        let none = kit.words.text(key::MEASURE_NO_BORDER_INSIDE);
        paragraph(ui, kit, &none, &NOTE, kit.theme.ui.muted);
    }
    for part in parts {
        let length = kit.words.border_length(part.length, state.session.unit);
        figure_row(ui, kit, &part.name(&state.world, kit.words), &length);
    }
}

/// The ways to copy.
fn copy(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    measurement: &Measurement,
    figures: &Figures,
    actions: &mut Vec<Action>,
) {
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::MEASURE_COPY));
    ui.add_space(4.0);
    let mut row = Row::allocate(ui, kit, 36.0);
    for (name, copy_as) in [
        (key::MEASURE_COPY_TEXT, CopyAs::Text),
        (key::MEASURE_COPY_JSON, CopyAs::Json),
        (key::MEASURE_COPY_GEOJSON, CopyAs::GeoJson),
    ] {
        let width = button_width(ui, kit, &kit.words.text(name), false);
        if width > row.rest().width() {
            ui.add_space(8.0);
            row = Row::allocate(ui, kit, 36.0);
        }
        if button(ui, kit, row.start(width), name, None, ButtonLook::Raised).clicked() {
            let (world, unit) = (&state.world, state.session.unit);
            let text = report(copy_as, measurement, figures, world, kit.words, unit);
            actions.push(Action::Copy(text));
        }
        row.start(8.0);
    }
}
