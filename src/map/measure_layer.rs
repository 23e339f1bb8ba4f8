//! The measuring of the selected place: thin geodesics to the nearest point of each border, the
//! stretch of border that was hit, and the figures.

use super::furniture::Kit;
use super::gpu::{LineBatch, LinePainter, LineStyle};
use super::paint::Frame;
use super::pill;
use super::placement::{Room, Side};
use super::view::{View, WorldXy};
use crate::geodata::{Borders, LonLat};
use crate::measure::geodesic::{destination, geodesic_line};
use crate::measure::{Metres, NearestBorder};
use crate::state::Measured;
use egui::{Painter, Pos2, Rect, Stroke, Vec2, vec2};

/// Longest straight piece in which a geodesic is drawn.
const STEP: Metres = Metres(20_000.0);
/// Radius of the ring about a foot point.
const FOOT_RADIUS: f32 = 4.0;
/// How far beyond the foot point a pill stands, nearest first.
const PILL_DISTANCES: [f32; 2] = [PILL_DISTANCE, PILL_FAR];
const PILL_DISTANCE: f32 = 12.0;
const PILL_FAR: f32 = 36.0;

/// Paints the geodesics, ticks, foot points and the glow of the hit stretches.
pub(super) fn paint(frame: &Frame<'_>, lines: &mut LinePainter, measured: &Measured) {
    let Frame { painter, view, state, kit, .. } = *frame;
    let borders = &state.world.ground.borders;
    let accent = kit.theme.ui.accent;
    let casing = kit.theme.map.border_casing;
    for hit in measured.distinct() {
        let stretch = LineBatch::new([stretch_about(borders, hit, glow_length(view)).as_slice()]);
        for (wider, strength) in [(9.0, 0.28), (4.0, 0.45)] {
            let style =
                LineStyle { fade: 2.0, ..LineStyle::solid(wider, accent.gamma_multiply(strength)) };
            painter.add(lines.shape(view, &stretch, style));
        }
    }
    for hit in measured.distinct() {
        let way: Vec<WorldXy> = geodesic_line(measured.from, hit.foot, STEP)
            .into_iter()
            .map(WorldXy::from_geo)
            .collect();
        let way = LineBatch::new([way.as_slice()]);
        painter.add(lines.shape(view, &way, LineStyle::solid(3.5, casing)));
        painter.add(lines.shape(view, &way, LineStyle::solid(1.5, accent)));
        paint_ticks(painter, view, kit, measured.from, hit);
        let foot = view.screen_from_geo(hit.foot);
        painter.circle(foot, FOOT_RADIUS, kit.theme.ui.panel, Stroke::new(2.0, accent));
    }
}

/// How much of the border glows: 20 to 45 km where the theatre is seen, 3 km in a close view.
pub(super) fn glow_length(view: &View) -> Metres {
    Metres((45_000.0 * (5.0 - view.camera.zoom).exp2()).clamp(3_000.0, 45_000.0))
}

/// The border line about a foot point, `length` to each side at most.
pub(super) fn stretch_about(
    borders: &Borders,
    hit: &NearestBorder,
    length: Metres,
) -> Vec<WorldXy> {
    let border = borders.of(hit.country);
    let measured = border.stretches.iter().find(|s| s.edges.contains(&hit.edge));
    let Some(edges) = measured.map(|s| s.edges.clone()) else { return Vec::new() };
    let collect = |vertices: &mut dyn Iterator<Item = usize>| {
        let mut line = Vec::new();
        let (mut last, mut left) = (hit.foot, 0.5 * length.0);
        for at in vertices.filter_map(|i| border.ring.get(i).copied()) {
            if left <= 0.0 {
                break;
            }
            let course = crate::measure::geodesic::distance_and_bearing(last, at);
            let end = if course.distance.0 > left {
                destination(last, course.bearing, Metres(left))
            } else {
                at
            };
            line.push(WorldXy::from_geo(end));
            left -= course.distance.0;
            last = at;
        }
        line
    };
    let mut line = collect(&mut (edges.start..=hit.edge).rev());
    line.reverse();
    line.push(WorldXy::from_geo(hit.foot));
    line.extend(collect(&mut (hit.edge + 1..=edges.end)));
    line
}

/// Ticks every 100, 50 or 5 km, as the zoom allows.
fn paint_ticks(painter: &Painter, view: &View, kit: Kit<'_>, from: LonLat, hit: &NearestBorder) {
    let every = match view.camera.zoom {
        zoom if zoom < 6.0 => 100_000.0,
        zoom if zoom < 9.0 => 50_000.0,
        _ => 5_000.0,
    };
    let count = (hit.distance.0 / every) as u32;
    // A place far from a border in a close view would have thousands of ticks off the screen.
    if count > 200 {
        return;
    }
    let stroke = Stroke::new(1.5, kit.theme.ui.accent);
    for i in 1..=count {
        let at = destination(from, hit.bearing, Metres(every * f64::from(i)));
        let next = destination(from, hit.bearing, Metres(every * f64::from(i) + 100.0));
        let spot = view.screen_from_geo(at);
        if !view.rect.contains(spot) {
            continue;
        }
        let direction = {
            let (a, b) = (WorldXy::from_geo(at), WorldXy::from_geo(next));
            vec2((b.x - a.x) as f32 * 1e6, (b.y - a.y) as f32 * 1e6).normalized()
        };
        let across = 3.0 * direction.rot90();
        painter.line_segment([spot - across, spot + across], stroke);
    }
}

/// Paints each figure in a pill beyond its foot point, where there is room.
pub(super) fn paint_figures(frame: &Frame<'_>, room: &mut Room, measured: &Measured) {
    let Frame { view, state, kit, .. } = *frame;
    let unit = state.session.unit;
    let from = view.screen_from_geo(measured.from);
    for hit in measured.distinct() {
        // No name over the point that is measured to.
        let foot = view.screen_from_geo(hit.foot);
        room.take(Rect::from_center_size(foot, Vec2::splat(2.0 * FOOT_RADIUS)));
    }
    for hit in measured.distinct() {
        let uncertainty = measured.uncertainty(hit);
        let words = kit.words.border_figure(hit.distance, uncertainty, unit).words;
        paint_pill(frame, room, from, view.screen_from_geo(hit.foot), &words);
    }
}

/// Paints words in a pill beyond the end of a line from `from` to `foot`, where there is room.
pub(super) fn paint_pill(frame: &Frame<'_>, room: &mut Room, from: Pos2, foot: Pos2, words: &str) {
    let Frame { painter, kit, .. } = *frame;
    let set = pill::set(painter, kit, words);
    if let Some(rect) = room.place(pill_options(from, foot, set.size())) {
        set.paint(painter, kit, rect);
    }
}

/// Paints words in a pill about a short line from a place to the border, where there is room.
pub(super) fn paint_pill_about(
    frame: &Frame<'_>,
    room: &mut Room,
    [from, to]: [Pos2; 2],
    words: &str,
) {
    let Frame { painter, kit, .. } = *frame;
    let set = pill::set(painter, kit, words);
    let sides = if kit.is_rtl() { Side::LTR } else { Side::RTL };
    let options = [(0.5, PILL_DISTANCE), (0.0, PILL_DISTANCE), (0.0, PILL_FAR)];
    let options = options.into_iter().flat_map(|(along, clearance)| {
        sides.map(|side| side.rect(from.lerp(to, along), set.size(), clearance))
    });
    if let Some(rect) = room.place(options) {
        set.paint(painter, kit, rect);
    }
}

/// Beyond the foot in the direction of the line first, then turned aside.
fn pill_options(from: Pos2, foot: Pos2, size: Vec2) -> impl Iterator<Item = Rect> {
    let way = foot - from;
    let along = if way.length() > 1.0 { way.normalized() } else { vec2(1.0, 0.0) };
    let turns = [0.0_f32, 40.0, -40.0, 80.0, -80.0, 120.0, -120.0, 180.0];
    PILL_DISTANCES.into_iter().flat_map(move |distance| {
        turns.map(|turn| {
            let (sin, cos) = turn.to_radians().sin_cos();
            let direction = vec2(along.x * cos - along.y * sin, along.x * sin + along.y * cos);
            // The pill touches a circle about the foot from outside.
            let reach = vec2(direction.x.signum(), direction.y.signum()) * 0.5 * size;
            let share = vec2(direction.x.abs().powf(0.7), direction.y.abs().powf(0.7));
            Rect::from_center_size(foot + distance * direction + reach * share, size)
        })
    })
}
