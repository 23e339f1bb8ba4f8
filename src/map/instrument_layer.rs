//! The reader's measurements on the map: probes, rulers and circles, as they are drawn.

use super::furniture::Kit;
use super::gpu::{LineBatch, LinePainter, LineStyle};
use super::labels::{Label, LineLook};
use super::measure_layer;
use super::paint::Frame;
use super::pill;
use super::placement::{Room, Side};
use super::view::{View, WorldXy};
use crate::geodata::LonLat;
use crate::measure::{Metres, geodesic};
use crate::state::AppState;
use crate::state::measuring::{
    BorderPart, Figures, Geometry, Leg, Measurement, MeasurementId, figure_of, is_on, name_of,
};
use crate::text::TextStyle;
use egui::{Pos2, Rect, Shape, Stroke, Vec2};
use std::collections::BTreeMap;

/// Longest straight piece in which a geodesic is drawn.
pub(super) const STEP: Metres = Metres(20_000.0);
/// Edges of a circle.
const CIRCLE_EDGES: u32 = 180;
/// A circle larger than this is not filled: it may hold a pole or cross the date line.
const LARGEST_FILLED: Metres = Metres(3_000_000.0);
/// Radius of a handle on screen.
const HANDLE: f32 = 5.0;
/// Radius of a probe's ring.
const PROBE: f32 = 7.0;

/// The lines of the measurements, kept while these stay where they are.
#[derive(Debug, Default)]
pub(super) struct Drawn(BTreeMap<MeasurementId, Lines>);

#[derive(Debug)]
struct Lines {
    of: Geometry,
    /// The ruler, or the circle's outline.
    line: LineBatch,
    /// The outline's corners, for its fill.
    outline: Vec<WorldXy>,
    /// The parts of the borders inside a circle.
    borders: LineBatch,
}

impl Drawn {
    /// Makes the lines follow the session.
    pub(super) fn follow(&mut self, state: &AppState) {
        let measurements = &state.session.measuring.measurements;
        self.0
            .retain(|id, lines| measurements.iter().any(|m| m.id == *id && m.geometry == lines.of));
        for Measurement { id, geometry, .. } in measurements {
            let figures = state.survey.of(*id);
            self.0.entry(*id).or_insert_with(|| Lines::new(geometry, figures));
        }
    }
}

impl Lines {
    fn new(geometry: &Geometry, figures: Option<&Figures>) -> Self {
        let path = match geometry {
            Geometry::Probe(_) => Vec::new(),
            Geometry::Ruler(corners) => geodesic::densify(corners, STEP),
            Geometry::Circle { centre, radius } => geodesic::circle(*centre, *radius, CIRCLE_EDGES),
        };
        let path: Vec<WorldXy> = path.into_iter().map(WorldXy::from_geo).collect();
        let runs = cut_at_date_line(&path);
        let parts: &[BorderPart] = match figures {
            Some(Figures::Circle(parts)) => parts,
            _ => &[],
        };
        let pieces = parts.iter().flat_map(|part| &part.pieces);
        let pieces: Vec<Vec<WorldXy>> = pieces
            .map(|piece| piece.line.iter().copied().map(WorldXy::from_geo).collect())
            .collect();
        let fills = matches!(geometry, Geometry::Circle { radius, .. } if *radius < LARGEST_FILLED);
        let is_whole = runs.len() == 1;
        Self {
            of: geometry.clone(),
            line: LineBatch::new(runs.iter().map(Vec::as_slice)),
            borders: LineBatch::new(pieces.iter().map(Vec::as_slice)),
            outline: if fills && is_whole { path } else { Vec::new() },
        }
    }
}

/// A line in runs that do not jump from one edge of the world to the other.
pub(super) fn cut_at_date_line(path: &[WorldXy]) -> Vec<Vec<WorldXy>> {
    path.chunk_by(|a, b| (a.x - b.x).abs() < 0.5).map(<[WorldXy]>::to_vec).collect()
}

/// Paints the lines of every measurement, the chosen one last, and then all handles.
pub(super) fn paint(frame: &Frame<'_>, lines: &mut LinePainter, drawn: &Drawn) {
    let measuring = &frame.state.session.measuring;
    let chosen = |m: &&Measurement| measuring.chosen == Some(m.id);
    let all = || measuring.measurements.iter();
    for measurement in all().filter(|m| !chosen(m)).chain(all().filter(chosen)) {
        if let Some(of_it) = drawn.0.get(&measurement.id) {
            paint_lines(frame, lines, of_it, measuring.chosen == Some(measurement.id));
        }
        let Some(Figures::Probe(measured)) = frame.state.survey.of(measurement.id) else {
            continue;
        };
        if measuring.chosen == Some(measurement.id) && is_on(&frame.state.session) {
            measure_layer::paint(frame, lines, measured);
        }
    }
    for measurement in all() {
        paint_handles(frame, measurement);
    }
}

fn paint_lines(frame: &Frame<'_>, lines: &mut LinePainter, of_it: &Lines, is_chosen: bool) {
    let Frame { painter, view, kit, .. } = *frame;
    let (accent, casing) = (kit.theme.ui.accent, kit.theme.map.border_casing);
    if of_it.outline.len() > 2 {
        let corners: Vec<Pos2> =
            of_it.outline.iter().map(|at| view.screen_from_world(*at)).collect();
        // Wherever the outline lies far off the screen, so does the fill.
        if Rect::from_points(&corners).intersects(view.rect) {
            let fill = accent.gamma_multiply(if is_chosen { 0.10 } else { 0.05 });
            painter.add(Shape::convex_polygon(corners, fill, Stroke::NONE));
        }
    }
    for (wider, strength) in [(9.0, 0.28), (4.0, 0.45)] {
        let glow = accent.gamma_multiply(strength);
        let style = LineStyle { fade: 2.0, ..LineStyle::solid(wider, glow) };
        painter.add(lines.shape(view, &of_it.borders, style));
    }
    let width = if is_chosen { 2.0 } else { 1.5 };
    painter.add(lines.shape(view, &of_it.line, LineStyle::solid(width + 2.0, casing)));
    painter.add(lines.shape(view, &of_it.line, LineStyle::solid(width, accent)));
}

fn paint_handles(frame: &Frame<'_>, measurement: &Measurement) {
    let Frame { painter, view, kit, .. } = *frame;
    let (ground, accent) = (kit.theme.ui.panel, kit.theme.ui.accent);
    let is_chosen = frame.state.session.measuring.chosen == Some(measurement.id);
    for at in measurement.geometry.handles() {
        let at = view.screen_from_geo(at);
        if !view.rect.expand(20.0).contains(at) {
            continue;
        }
        if let Geometry::Probe(_) = measurement.geometry {
            let radius = if is_chosen { PROBE + 1.0 } else { PROBE };
            painter.circle(at, radius + 1.5, kit.theme.map.border_casing, Stroke::NONE);
            painter.circle(at, radius, ground.gamma_multiply(0.7), Stroke::new(2.0, accent));
            for way in [Vec2::X, Vec2::Y, -Vec2::X, -Vec2::Y] {
                let ends = [at + (radius - 3.0) * way, at + (radius + 4.0) * way];
                painter.line_segment(ends, Stroke::new(2.0, accent));
            }
            painter.circle_filled(at, 1.5, accent);
        } else {
            let radius = if is_chosen { HANDLE } else { HANDLE - 1.5 };
            painter.circle(at, radius, ground, Stroke::new(2.0, accent));
        }
    }
}

/// Takes the room that handles cover, so that no name stands under one.
pub(super) fn take_room(frame: &Frame<'_>, room: &mut Room) {
    for measurement in &frame.state.session.measuring.measurements {
        for at in measurement.geometry.handles() {
            let at = frame.view.screen_from_geo(at);
            room.take(Rect::from_center_size(at, Vec2::splat(2.0 * PROBE + 4.0)));
        }
    }
}

/// Paints names and figures where there is room, the chosen one's first.
pub(super) fn paint_figures(frame: &Frame<'_>, room: &mut Room) {
    let measuring = &frame.state.session.measuring;
    let chosen = |m: &&Measurement| measuring.chosen == Some(m.id);
    let all = || measuring.measurements.iter();
    for measurement in all().filter(chosen).chain(all().filter(|m| !chosen(m))) {
        let Some(figures) = frame.state.survey.of(measurement.id) else { continue };
        let is_chosen = measuring.chosen == Some(measurement.id) && is_on(&frame.state.session);
        match figures {
            Figures::Probe(measured) if is_chosen => {
                paint_name(frame, measurement, figures, is_chosen, room);
                measure_layer::paint_figures(frame, room, measured);
            }
            Figures::Ruler(legs) if is_chosen => {
                paint_name(frame, measurement, figures, is_chosen, room);
                paint_legs(frame, legs, room);
            }
            _ => paint_name(frame, measurement, figures, is_chosen, room),
        }
    }
}

/// The name, and under it the figure that matters most.
fn paint_name(
    frame: &Frame<'_>,
    measurement: &Measurement,
    figures: &Figures,
    is_chosen: bool,
    room: &mut Room,
) {
    let Frame { painter, view, state, kit, .. } = *frame;
    let Some(at) = measurement.geometry.handles().last().copied() else { return };
    let at = view.screen_from_geo(at);
    let name = name_of(kit.words, measurement);
    let figure = figure_of(measurement, figures, &state.world, kit.words, state.session.unit);
    let first =
        LineLook { style: TextStyle::new(14.0, 18.0).weight(650.0), color: kit.theme.map.label };
    let second =
        LineLook { style: TextStyle::new(12.0, 16.0).tabular(), color: kit.theme.map.label };
    let sides = if kit.is_rtl() { Side::RTL } else { Side::LTR };
    let label =
        Label::new(painter.ctx(), kit.text, &[(name.as_str(), first), (figure.as_str(), second)]);
    let options = sides.map(|side| side.rect(at, label.size(), PROBE + 7.0));
    // Off the lines that leave a probe, where one side is.
    let feet = match figures {
        Figures::Probe(measured) if is_chosen => measured.distinct(),
        _ => Vec::new(),
    };
    let is_crossed = |rect: &Rect| {
        let ways = feet.iter().map(|hit| view.screen_from_geo(hit.foot) - at);
        let mut long = ways.filter(|way| way.length() > 1.0);
        long.any(|way| rect.intersects_ray(at, way.normalized()))
    };
    let clear = options.into_iter().filter(|rect| !is_crossed(rect));
    if let Some(rect) = room.place(clear.chain(options)) {
        label.paint(painter, rect, at, kit.theme.map.halo);
    }
}

/// Length and bearing of each leg, in a pill at its middle.
fn paint_legs(frame: &Frame<'_>, legs: &[Leg], room: &mut Room) {
    let Frame { painter, view, kit, state, .. } = *frame;
    for leg in legs {
        let words = leg_words(kit, leg.course, state.session.unit);
        let middle = geodesic::destination(leg.from, leg.course.bearing, leg.course.distance / 2.0);
        let middle = view.screen_from_geo(middle);
        // A leg that is shorter on screen than its figure is left to the panel.
        let on_screen = view.screen_from_geo(leg.from).distance(view.screen_from_geo(leg.to));
        let set = pill::set(painter, kit, &words);
        if on_screen < set.size().x {
            continue;
        }
        let sides = [Side::Above, Side::Below, Side::Right, Side::Left];
        if let Some(rect) = room.place(sides.map(|side| side.rect(middle, set.size(), 6.0))) {
            set.paint(painter, kit, rect);
        }
    }
}

/// "196 km, 067° ENE".
pub(super) fn leg_words(
    kit: Kit<'_>,
    course: geodesic::Course,
    unit: crate::measure::LengthUnit,
) -> String {
    let comma = kit.words.text(crate::i18n::key::LIST_COMMA);
    let length = kit.words.measured_length(course.distance, unit);
    [length.as_str(), kit.words.bearing(course.bearing).as_str()].join(&comma)
}

/// Points of the geodesic between two positions, on screen.
pub(super) fn geodesic_on_screen(view: &View, from: LonLat, to: LonLat) -> Vec<Vec<Pos2>> {
    let path = geodesic::geodesic_line(from, to, STEP);
    let path: Vec<WorldXy> = path.into_iter().map(WorldXy::from_geo).collect();
    let on_screen = |run: Vec<WorldXy>| run.iter().map(|at| view.screen_from_world(*at)).collect();
    cut_at_date_line(&path).into_iter().map(on_screen).collect()
}
