//! Airports: a small aeroplane, and close up its name and codes.

use super::geometry::{AirportMark, MapGeometry};
use super::labels::{Label, LineLook, first_name};
use super::paint::Frame;
use super::placement::{Room, Side};
use super::standing::Named;
use crate::geodata::Lang;
use crate::text::TextStyle;
use egui::{Pos2, Rect, Shape, Stroke, Vec2, vec2};

/// Zoom from which airports are named.
const NAMED_FROM: f64 = 10.0;
/// Edge of the square that the sign takes.
const SIGN: f32 = 13.0;
/// Body, wings and tail of an aeroplane that flies up, about its middle, in points.
const LINES: [[(f32, f32); 2]; 5] = [
    [(0.0, -5.0), (0.0, 5.0)],
    [(0.0, -1.5), (-5.0, 1.5)],
    [(0.0, -1.5), (5.0, 1.5)],
    [(0.0, 3.5), (-2.2, 5.0)],
    [(0.0, 3.5), (2.2, 5.0)],
];

/// Places and paints the airports in what is left of `room`, the most important first.
pub(super) fn paint(frame: &Frame<'_>, geometry: &MapGeometry, room: &mut Room) {
    let zoom = frame.view.camera.zoom;
    for (index, airport) in geometry.airports.iter().enumerate() {
        let at = frame.view.screen_from_world(airport.at);
        if airport.from <= zoom && frame.view.rect.contains(at) {
            paint_airport(frame, (index, airport), at, room);
        }
    }
}

fn paint_airport(
    frame: &Frame<'_>,
    (index, airport): (usize, &AirportMark),
    at: Pos2,
    room: &mut Room,
) {
    let Frame { painter, view, kit, .. } = *frame;
    let map = &kit.theme.map;
    // The sign stands where the airport is, or not at all.
    let sign = std::iter::once(Rect::from_center_size(at, Vec2::splat(SIGN)));
    let key = (Named::Airport, index);
    let Some((_, share)) = room.place_label(key, 0.0, &sign, |_| true) else { return };
    let [halo, ink] = [map.halo, map.airport].map(|color| color.gamma_multiply(share));
    for (width, color) in [(4.2, halo), (1.7, ink)] {
        for line in LINES {
            let points = line.map(|(x, y)| at + vec2(x, y));
            painter.add(Shape::line_segment(points, Stroke::new(width, color)));
        }
    }
    if view.camera.zoom < NAMED_FROM {
        return;
    }
    let lang = kit.words.lang();
    let style = TextStyle::new(12.0, 16.0);
    let lines = [first_name(&airport.names, lang), airport.codes.as_str()]
        .map(|words| (words, LineLook { style, color: map.airport }));
    let label = Label::new(painter.ctx(), kit.text, &lines);
    let sides = if lang == Lang::Ar { Side::RTL } else { Side::LTR };
    let options = sides.map(|side| side.rect(at, label.size(), 0.5 * SIGN + 3.0));
    if let Some(rect) = room.place(options) {
        label.faded(share).paint(painter, rect, at, map.halo);
    }
}
