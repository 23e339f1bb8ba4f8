//! What follows the pointer: dotted geodesics to the borders, what is being drawn, and a pill.

use super::gpu::{LineBatch, LinePainter, LineStyle};
use super::instrument_layer::{geodesic_on_screen, leg_words};
use super::measure_layer::{glow_length, stretch_about};
use super::paint::Frame;
use super::pill;
use super::placement::Room;
use crate::i18n::key;
use crate::measure::{Metres, geodesic};
use crate::state::Measured;
use crate::state::measuring::{Geometry, is_on, radius_to};
use egui::{Pos2, Rect, Shape, Stroke, vec2};

/// How far from the pointer its pill stands: clear of the arrow.
const AWAY: egui::Vec2 = vec2(16.0, 20.0);

/// The pointer on the map, and what is measured there.
#[derive(Clone, Copy, Debug)]
pub struct Pointer<'a> {
    /// On screen.
    pub at: Pos2,
    /// From the position under it.
    pub measured: &'a Measured,
}

/// Paints dotted lines to the nearest border or, with the instrument on, to all four, and what
/// the next click would draw.
pub(super) fn paint_lines(frame: &Frame<'_>, lines: &mut LinePainter, pointer: Pointer<'_>) {
    let Frame { painter, view, state, kit, .. } = *frame;
    let accent = kit.theme.ui.accent;
    let measured = pointer.measured;
    if let Some(drawn) = drawn(frame) {
        paint_drawn(frame, drawn, pointer);
        return;
    }
    let nearest = measured.nearest();
    let borders = &state.world.ground.borders;
    let all = is_on(&state.session) && state.session.measuring.chosen.is_none();
    let hits = measured.distinct().into_iter().filter(|hit| all || *hit == nearest);
    for hit in hits {
        let stretch = LineBatch::new([stretch_about(borders, hit, glow_length(view)).as_slice()]);
        let glow = accent.gamma_multiply(if hit == nearest { 0.45 } else { 0.2 });
        let style = LineStyle { fade: 2.0, ..LineStyle::solid(5.0, glow) };
        painter.add(lines.shape(view, &stretch, style));
        for run in geodesic_on_screen(view, measured.from, hit.foot) {
            painter.extend(Shape::dotted_line(&run, kit.theme.map.halo, 4.0, 1.8));
            painter.extend(Shape::dotted_line(&run, accent, 4.0, 1.0));
        }
        let foot = view.screen_from_geo(hit.foot);
        painter.circle(foot, 3.0, kit.theme.ui.panel, Stroke::new(1.5, accent));
    }
}

/// The ruler or circle that the next click goes on with.
fn drawn<'a>(frame: &Frame<'a>) -> Option<&'a Geometry> {
    let state = frame.state;
    Some(&state.session.measuring.get(state.drawing?)?.geometry)
}

fn paint_drawn(frame: &Frame<'_>, drawn: &Geometry, pointer: Pointer<'_>) {
    let Frame { painter, view, kit, .. } = *frame;
    let stroke = Stroke::new(1.5, kit.theme.ui.accent);
    let under = Stroke::new(3.5, kit.theme.map.border_casing);
    let here = pointer.measured.from;
    let line = |run: Vec<Pos2>| {
        painter.add(Shape::line(run.clone(), under));
        painter.extend(Shape::dashed_line(&run, stroke, 6.0, 4.0));
    };
    match drawn {
        Geometry::Ruler(corners) => {
            let Some(last) = corners.last() else { return };
            geodesic_on_screen(view, *last, here).into_iter().for_each(line);
        }
        Geometry::Circle { centre, .. } => {
            let radius = radius_to(*centre, here);
            let ring = geodesic::circle(*centre, radius, 128);
            line(ring.into_iter().map(|at| view.screen_from_geo(at)).collect());
        }
        Geometry::Probe(_) => {}
    }
}

/// Paints the pill beside the pointer, where the map has `room` for it beside its pins and furniture:
/// the nearest border, or what is being drawn.
pub(super) fn paint_pill(frame: &Frame<'_>, pointer: Pointer<'_>, room: &Room) {
    let Frame { painter, view, kit, .. } = *frame;
    let words = words(frame, pointer);
    let set = pill::set(painter, kit, &words);
    // Below the pointer on the reading side, or else across it.
    let reading = if kit.is_rtl() { -1.0 } else { 1.0 };
    let corners = [(reading, 1.0), (reading, -1.0), (-reading, 1.0), (-reading, -1.0)];
    let options = corners.map(|(x, y)| {
        Rect::from_center_size(pointer.at + vec2(x, y) * (AWAY + 0.5 * set.size()), set.size())
    });
    let find = |suits: &dyn Fn(Rect) -> bool| options.into_iter().find(|rect| suits(*rect));
    let beside = find(&|rect| room.is_free(rect));
    let on_map = || find(&|rect| view.rect.shrink(4.0).contains_rect(rect));
    let [first, ..] = options;
    let rect = beside.or_else(on_map).unwrap_or(first);
    set.paint(painter, kit, rect);
}

fn words(frame: &Frame<'_>, pointer: Pointer<'_>) -> String {
    let Frame { state, kit, .. } = *frame;
    let unit = state.session.unit;
    let here = pointer.measured.from;
    match drawn(frame) {
        Some(Geometry::Ruler(corners)) => {
            let Some(last) = corners.last() else { return String::new() };
            let course = geodesic::distance_and_bearing(*last, here);
            let leg = leg_words(kit, course, unit);
            let before = geodesic::length(corners);
            if before > Metres(0.0) {
                let total = kit.words.measured_length(before + course.distance, unit);
                let total = crate::i18n::Args::new().text("leg", leg).text("total", total);
                kit.words.format(key::MEASURE_LEG_TOTAL, total)
            } else {
                leg
            }
        }
        Some(Geometry::Circle { centre, .. }) => {
            kit.words.measured_length(radius_to(*centre, here), unit)
        }
        _ => pointer.measured.nearest_words(&state.world, kit.words, unit),
    }
}
