//! Places that are far off the map: boxes at its edge with direction and distance.

use super::furniture::{self, Kit, MARGIN, NOTE};
use super::paint::Frame;
use super::pins::{self, NUMBER_SIZE};
use super::placement::Room;
use crate::dossier::{Place, PlaceId};
use crate::i18n::{Args, key};
use crate::measure::Metres;
use crate::measure::geodesic::distance_and_bearing;
use crate::state::{THEATRE, selectors};
use crate::text::{TextStyle, optical_center};
use egui::{Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

/// Height of a box.
const HEIGHT: f32 = 32.0;
/// Room between two boxes.
const GAP: f32 = 8.0;

/// Paints a box for each place beyond the theatre that is not in view, in rows along the top edge
/// where nothing else stands, and says where they are.
pub(super) fn paint(frame: &Frame<'_>, room: &mut Room) -> Vec<(PlaceId, Rect)> {
    let Frame { painter, view, state, kit, .. } = *frame;
    let far = state.world.dossier.pins().into_iter().filter(|place| frame.shows(place));
    let far = far.filter_map(|place| {
        let at = place.position?;
        let is_seen = view.rect.contains(view.screen_from_geo(at));
        (!THEATRE.contains(at) && !is_seen).then_some((place, at))
    });
    // A distance says from where it is measured; without a place there is only the direction.
    let from = selectors::selected_place(state)
        .and_then(|place| Some((place, place.position.filter(|at| THEATRE.contains(*at))?)));
    let origin = from.map_or(view.camera.center, |(_, at)| at);
    // The rows begin beside the buttons, which stand on the far side from the panel.
    let buttons = furniture::buttons_rect(view, kit.is_rtl());
    let edge = match (frame.with_buttons, kit.is_rtl()) {
        (true, true) => buttons.right() + GAP,
        (true, false) => buttons.left() - GAP,
        (false, true) => view.free.left() + MARGIN,
        (false, false) => view.free.right() - MARGIN,
    };
    let mut boxes = Vec::new();
    for (place, at) in far {
        let course = distance_and_bearing(origin, at);
        let distance = from.map_or_else(String::new, |(from, _)| {
            // So far off, neither the town's size nor the border's error shows in the figure.
            let far = kit.words.distance(course.distance, state.session.unit, Metres(1_000.0));
            let name = from.names.get(kit.words.lang());
            kit.words
                .format(key::OFFMAP_DISTANCE, Args::new().text("distance", far).text("place", name))
        });
        let number = frame.number_of(place);
        let tag = Tag { place, number, distance, bearing: course.bearing.0.to_radians() as f32 };
        let width = tag.width(painter, kit);
        let size = vec2(width, HEIGHT);
        let corner = |row: u8, step: u8| {
            let along = f32::from(step) * 24.0;
            let left = if kit.is_rtl() { edge + along } else { edge - along - width };
            pos2(left, view.free.top() + MARGIN + f32::from(row) * (HEIGHT + GAP))
        };
        let options = (0..4).flat_map(|row| (0..12).map(move |step| (row, step)));
        let rect =
            room.place(options.map(|(row, step)| Rect::from_min_size(corner(row, step), size)));
        let Some(rect) = rect else { continue };
        let selected = state.session.selected.as_ref() == Some(&place.id);
        tag.paint(painter, kit, rect, selected);
        boxes.push((place.id.clone(), rect));
    }
    boxes
}

struct Tag<'a> {
    place: &'a Place,
    number: Option<u8>,
    distance: String,
    /// From north, clockwise, in radians.
    bearing: f32,
}

const NAME: TextStyle = TextStyle::new(14.0, 20.0).weight(600.0);

impl Tag<'_> {
    fn width(&self, painter: &Painter, kit: Kit<'_>) -> f32 {
        let name = kit.text.line(painter.ctx(), self.place.names.get(kit.words.lang()), &NAME);
        let distance = kit.text.line(painter.ctx(), &self.distance, &NOTE);
        let distance = if self.distance.is_empty() { 0.0 } else { 8.0 + distance.size().x };
        let number = self.number.map_or(0.0, |_| 12.0 + NUMBER_SIZE.x);
        10.0 + 16.0 + 8.0 + name.size().x + distance + number + 10.0
    }

    fn paint(&self, painter: &Painter, kit: Kit<'_>, rect: Rect, selected: bool) {
        let colors = &kit.theme.ui;
        let edge = if selected { colors.accent } else { colors.hairline };
        painter.rect(
            rect,
            8.0,
            colors.panel.gamma_multiply(0.94),
            Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + 10.0;
        // Things follow each other from the reader's side.
        let mut next = |width: f32, gap: f32| {
            let left = if kit.is_rtl() { rect.right() - (x - rect.left()) - width } else { x };
            x += width + gap;
            Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()))
        };
        paint_arrow(
            painter,
            next(16.0, 8.0).center(),
            self.bearing,
            Stroke::new(1.5, colors.accent),
        );
        let name = kit.text.line(painter.ctx(), self.place.names.get(kit.words.lang()), &NAME);
        let distance = kit.text.line(painter.ctx(), &self.distance, &NOTE);
        let after_name = if self.distance.is_empty() { 12.0 } else { 8.0 };
        let lines = [(name, colors.text, after_name), (distance, colors.muted, 12.0)];
        for (galley, color, gap) in lines.into_iter().filter(|(set, ..)| !set.text().is_empty()) {
            let room = next(galley.size().x, gap);
            let top = room.center().y - optical_center(&galley);
            painter.galley(pos2(room.left(), top.round()), galley, color);
        }
        if let Some(number) = self.number {
            let middle = next(NUMBER_SIZE.x, 0.0).center();
            pins::paint_number(painter, kit, middle, number, false, selected);
        }
    }
}

fn paint_arrow(painter: &Painter, middle: Pos2, bearing: f32, stroke: Stroke) {
    let along = vec2(bearing.sin(), -bearing.cos());
    let (tip, tail): (Pos2, Pos2) = (middle + 7.0 * along, middle - 7.0 * along);
    let wing = |side: f32| -> Pos2 { tip - 5.0 * along + side * 4.0 * Vec2::rot90(along) };
    painter.line_segment([tail, tip], stroke);
    painter.add(Shape::line(vec![wing(-1.0), tip, wing(1.0)], stroke));
}
