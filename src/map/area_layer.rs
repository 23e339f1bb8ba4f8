//! Places without a pin: vague ones as a ring, areas as a slanted name.

use super::geometry::RingArea;
use super::gpu::{LinePainter, LineStyle};
use super::labels::{self, Label, LineLook};
use super::paint::Frame;
use super::pin_layer::look_of;
use super::pins;
use super::placement::{Room, Side};
use super::theme::pin_colors;
use crate::dossier::{Place, PlaceId, Precision};
use crate::geodata::Country;
use crate::text::TextStyle;
use egui::{Mesh, Pos2, Rect, Shape, Vec2, vec2};

/// Smallest radius at which a vague place's ring is drawn.
const RING_LEAST: f32 = 8.0;
/// Slant of the names of areas.
const SLANT: f32 = 9.0;

/// Radius of a ring on screen, if it is large enough to be drawn.
fn shown_radius(frame: &Frame<'_>, ring: &RingArea) -> Option<f32> {
    let radius = (ring.radius.0 / frame.view.metres_per_point(ring.centre.lat())) as f32;
    (radius >= RING_LEAST).then_some(radius)
}

/// Paints a vague place: all the ground in which it may lie, dashed round.
pub(super) fn paint_ring(frame: &Frame<'_>, lines: &mut LinePainter, ring: &RingArea) {
    let Frame { painter, view, state, kit, .. } = *frame;
    let Some(radius) = shown_radius(frame, ring) else { return };
    // Where the whole circle is out of sight, its colour would say nothing but that all is tinted.
    let middle = view.screen_from_geo(ring.centre);
    let corners = [view.rect.left_top(), view.rect.right_top(), view.rect.left_bottom()];
    let corners = corners.into_iter().chain([view.rect.right_bottom()]);
    if corners.map(|corner| corner.distance(middle)).all(|far| far < radius) {
        return;
    }
    let selected = state.session.selected.as_ref() == Some(&ring.place);
    let (color, _) = pin_colors(ring.kind);
    let fill = color.gamma_multiply(if selected { 0.18 } else { 0.10 });
    let mut mesh = Mesh::default();
    for at in &ring.vertices {
        mesh.colored_vertex(view.screen_from_world(*at), fill);
    }
    mesh.indices.clone_from(&ring.triangles);
    painter.add(Shape::mesh(mesh));
    let dashed = LineStyle {
        dash: Some((4.0, 3.0)),
        ..LineStyle::solid(if selected { 2.0 } else { 1.2 }, color)
    };
    let under = LineStyle::solid(dashed.width + 1.6, kit.theme.map.halo);
    painter.add(lines.shape(view, &ring.outline, under));
    painter.add(lines.shape(view, &ring.outline, dashed));
}

/// Paints the names of the rings that are drawn, below or beside them, and says where.
pub(super) fn paint_ring_names(
    frame: &Frame<'_>,
    rings: &[RingArea],
    room: &mut Room,
) -> Vec<(PlaceId, Rect)> {
    let Frame { view, state, .. } = *frame;
    let mut tags = Vec::new();
    for ring in rings {
        let Some(radius) = shown_radius(frame, ring) else { continue };
        let place = state.world.dossier.place(&ring.place);
        let Some(place) = place.filter(|place| frame.shows(place)) else { continue };
        let label = area_label(frame, place);
        let middle = view.screen_from_geo(ring.centre);
        // In the place's own country: a name across the border would put it there.
        let country = place.country.and_then(Country::from_code);
        let is_home = |rect: &Rect| {
            let line = [rect.left_center(), rect.center(), rect.right_center()];
            let at = |p: &Pos2| state.world.borders.country_at(view.geo_from_screen(*p));
            country.is_none() || line.iter().all(|p| at(p) == country)
        };
        let sides = [Side::Below, Side::Left, Side::Right, Side::Above];
        let options = [6.0, 24.0]
            .into_iter()
            .flat_map(|away| sides.map(|side| side.rect(middle, label.size(), radius + away)));
        let options = options.filter(is_home);
        if let Some(rect) = room.place(options) {
            label.paint(frame.painter, rect, rect.center(), frame.kit.theme.map.halo);
            tags.push((place.id.clone(), rect));
        }
    }
    tags
}

/// How far from the middle of an area its name reaches up or down.
pub(super) const LABEL_REACH: f32 = 14.0;

/// The slanted name of an area or a ring, in the accent while it is pointed at or selected.
fn area_label(frame: &Frame<'_>, place: &Place) -> Label {
    let Frame { painter, state, kit, hovered, .. } = *frame;
    let look = look_of(place, state, hovered);
    let size = if look.selected { 16.0 } else { 14.0 };
    let style =
        TextStyle { slant_degrees: SLANT, ..TextStyle::new(size, size + 4.0).weight(500.0) };
    let accent = look.selected || look.hovered;
    let color = if accent { kit.theme.ui.accent } else { kit.theme.map.town };
    let words = labels::first_name(&place.names, kit.words.lang());
    Label::new(painter.ctx(), kit.text, &[(words, LineLook { style, color })])
}

/// Paints areas without a point: a slanted name with a dashed number; says where they are.
pub(super) fn paint_areas(frame: &Frame<'_>, room: &mut Room) -> Vec<(PlaceId, Rect)> {
    let Frame { painter, view, state, kit, .. } = *frame;
    let mut tags = Vec::new();
    for place in state.world.dossier.places.iter().filter(|place| frame.shows(place)) {
        let (Some(at), None, Precision::Area | Precision::Country) =
            (place.label_at, place.position, place.precision)
        else {
            continue;
        };
        let label = area_label(frame, place);
        let number = frame.number_of(place);
        let beside = number.map_or(0.0, |_| pins::NUMBER_SIZE.x + 8.0);
        let whole = label.size() + vec2(beside, 4.0);
        let Some(rect) = room.place(area_options(view.screen_from_geo(at), whole)) else {
            continue;
        };
        let (name, pill) = if kit.is_rtl() {
            let (pill, name) = rect.split_left_right_at_x(rect.right() - label.size().x);
            (name, pill)
        } else {
            rect.split_left_right_at_x(rect.left() + label.size().x)
        };
        let name = Rect::from_center_size(name.center(), label.size());
        label.paint(painter, name, name.center(), kit.theme.map.halo);
        if let Some(digits) = number {
            let selected = state.session.selected.as_ref() == Some(&place.id);
            pins::paint_number(painter, kit, pill.center(), digits, true, selected);
        }
        tags.push((place.id.clone(), rect));
    }
    tags
}

/// On its point, or a little above or below it.
fn area_options(middle: Pos2, size: Vec2) -> [Rect; 5] {
    [0.0, 24.0, -24.0, 48.0, -48.0]
        .map(|lower| Rect::from_center_size(middle + vec2(0.0, lower), size))
}
