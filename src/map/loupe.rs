//! The loupe of a claim: towns that lie so near the border that the map cannot part them from it,
//! drawn large in a corner, with a frame where they are.

use super::furniture::{self, MARGIN};
use super::geometry::MapGeometry;
use super::gpu::{LinePainter, LineStyle};
use super::labels::{Label, LineLook};
use super::name_lines::Named;
use super::paint::Frame;
use super::placement::{Room, Side};
use super::theme::pin_colors;
use super::view::{View, WorldXy};
use super::{ground_layer, measure_layer};
use crate::dossier::Place;
use crate::geodata::LonLat;
use crate::measure::geodesic::distance_and_bearing;
use crate::measure::{Metres, NearestBorder};
use crate::state::{Destination, Layer, Measured, Theatre, selectors};
use crate::text::TextStyle;
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

/// Size of the loupe.
const SIZE: Vec2 = vec2(320.0, 256.0);
/// In a smaller map it would be in the way.
const LEAST_MAP: Vec2 = vec2(760.0, 560.0);
/// Towns within this of the claim's own are in the loupe with it.
const NEIGHBOURHOOD: Metres = Metres(5_000.0);
/// When the towns and the border stand within this of each other on the map, they need a loupe.
const CROWDED: f32 = 48.0;
/// Room round the towns within the loupe: for their names and figures.
const AROUND: f32 = 84.0;
/// Radius of a town's dot.
const DOT: f32 = 5.0;
/// Least side of the frame on the map.
const LEAST_FRAME: f32 = 24.0;

/// What a loupe shows, and how large.
pub(super) struct Loupe<'a> {
    /// Where it stands.
    rect: Rect,
    /// The ground in it.
    small: View,
    towns: Vec<(&'a Place, &'a Measured)>,
}

impl<'a> Loupe<'a> {
    /// The loupe of the claim that is shown, above `below`, where one is needed and has room.
    pub(super) fn of(frame: &Frame<'a>, below: [Rect; 2]) -> Option<Self> {
        let Frame { view, state, kit, .. } = *frame;
        let has_room = view.rect.width() >= LEAST_MAP.x && view.rect.height() >= LEAST_MAP.y;
        if !has_room {
            return None;
        }
        let (about, _) = selectors::shown_claim(state)?.sites()?;
        let subject = about.subject.centre();
        let near = |measured: &Measured| {
            distance_and_bearing(subject, measured.from).distance.0 <= NEIGHBOURHOOD.0
        };
        let places = state.world.dossier.places.iter();
        let towns =
            places.filter_map(|place| Some((place, selectors::measured(&state.world, place)?)));
        let towns: Vec<_> = towns.filter(|(_, measured)| near(measured)).collect();
        let points = towns.iter().flat_map(|(_, m)| [m.from, m.nearest().foot]);
        let points: Vec<LonLat> = points.collect();
        let Some(Destination::Extent { south_west, north_east }) = Destination::holding(&points)
        else {
            return None;
        };
        let span = view.screen_from_geo(south_west) - view.screen_from_geo(north_east);
        if span.x.abs().max(span.y.abs()) > CROWDED {
            return None;
        }
        let area = Theatre {
            west: south_west.lon(),
            south: south_west.lat(),
            east: north_east.lon(),
            north: north_east.lat(),
        };
        let corner = |below: Rect, left: bool| {
            let x =
                if left { view.rect.left() + MARGIN } else { view.rect.right() - MARGIN - SIZE.x };
            Rect::from_min_size(pos2(x, below.top() - 8.0 - SIZE.y), SIZE)
        };
        let [credits, scale_bar] = below;
        let spot = view.screen_from_geo(subject);
        let corners = [corner(credits, kit.is_rtl()), corner(scale_bar, !kit.is_rtl())];
        let clear = |rect: &Rect| view.rect.contains(spot) && !rect.expand(24.0).contains(spot);
        let rect = corners.into_iter().find(clear)?;
        let small = View::holding(rect.shrink(1.0), area, AROUND);
        Some(Self { rect, small, towns })
    }

    /// Paints the frame on the map, the loupe, and what is in it; says where it stands.
    pub(super) fn paint(
        &self,
        frame: &Frame<'_>,
        lines: &mut LinePainter,
        geometry: &MapGeometry,
    ) -> Rect {
        let Frame { painter, state, kit, .. } = *frame;
        self.paint_frame(frame);
        let (rect, map) = (self.rect, &kit.theme.map);
        painter.add(kit.theme.card_shadow().as_shape(rect, 8.0));
        painter.rect_filled(rect, 8.0, map.outside);
        let inner = &painter.with_clip_rect(self.small.rect);
        let inside = &Frame { painter: inner, view: &self.small, ..*frame };
        inner.add(ground_layer::loupe_ground(inside, geometry));
        if state.session.layers.shows(Layer::Borders) {
            ground_layer::paint_borders(inside, lines, geometry);
        }
        for (_, measured) in &self.towns {
            self.paint_way(inside, lines, measured.from, measured.nearest());
        }
        for (place, measured) in &self.towns {
            paint_dot(inside, place, self.small.screen_from_geo(measured.from));
        }
        self.paint_words(inside);
        let edge = Stroke::new(1.0, kit.theme.ui.hairline);
        painter.rect_stroke(rect, 8.0, edge, StrokeKind::Outside);
        rect
    }

    /// Where the loupe looks, framed on the map and joined to it.
    fn paint_frame(&self, frame: &Frame<'_>) {
        let Frame { painter, view, kit, .. } = *frame;
        let map = &kit.theme.map;
        let ground = Rect::from_two_pos(
            view.screen_from_geo(self.small.geo_from_screen(self.rect.min)),
            view.screen_from_geo(self.small.geo_from_screen(self.rect.max)),
        );
        let framed =
            Rect::from_center_size(ground.center(), ground.size().max(Vec2::splat(LEAST_FRAME)));
        let near = |rect: Rect, to: Pos2| rect.clamp(to);
        let (from, to) = (near(framed, self.rect.center_top()), near(self.rect, framed.center()));
        painter.extend(Shape::dashed_line(&[from, to], Stroke::new(1.2, map.town), 4.0, 4.0));
        for (width, color) in [(3.5, map.halo), (1.5, map.label)] {
            painter.rect_stroke(framed, 2.0, Stroke::new(width, color), StrokeKind::Middle);
        }
    }

    fn paint_way(
        &self,
        inside: &Frame<'_>,
        lines: &mut LinePainter,
        from: LonLat,
        hit: &NearestBorder,
    ) {
        let Frame { painter, kit, .. } = *inside;
        // So short a geodesic is straight on the map.
        let way = super::gpu::LineBatch::new([[from, hit.foot].map(WorldXy::from_geo).as_slice()]);
        let accent = kit.theme.ui.accent;
        for (width, color) in [(3.5, kit.theme.map.border_casing), (1.5, accent)] {
            painter.add(lines.shape(&self.small, &way, LineStyle::solid(width, color)));
        }
        let foot = self.small.screen_from_geo(hit.foot);
        painter.circle(foot, 3.5, kit.theme.ui.panel, Stroke::new(1.5, accent));
    }

    /// The scale bar, the names with their countries, and how far each is from the border.
    fn paint_words(&self, inside: &Frame<'_>) {
        let Frame { painter, view, state, kit, .. } = *inside;
        let (ctx, unit) = (painter.ctx(), state.session.unit);
        let mut room = Room::new(view.rect.shrink(4.0));
        room.take(furniture::scale_bar(ctx, painter, view, kit, unit));
        for (_, measured) in &self.towns {
            for at in [measured.from, measured.nearest().foot] {
                let spot = view.screen_from_geo(at);
                room.take(Rect::from_center_size(spot, Vec2::splat(2.0 * DOT + 2.0)));
            }
        }
        let map = &kit.theme.map;
        for (place, measured) in &self.towns {
            let country =
                place.country.map(|code| state.world.country_name(code, kit.words.lang()));
            let [name, _] = inside.name_lines(&place.names, Named::Pin);
            let style = TextStyle::new(14.0, 18.0).weight(650.0);
            let second = LineLook { style: TextStyle::new(12.0, 16.0), color: map.town };
            let lines = [
                (name, LineLook { style, color: map.label }),
                (country.unwrap_or_default(), second),
            ];
            let label = Label::new(ctx, kit.text, &lines);
            let spot = view.screen_from_geo(measured.from);
            let sides = if kit.is_rtl() { Side::RTL } else { Side::LTR };
            let options = sides.map(|side| side.rect(spot, label.size(), DOT + 6.0));
            if let Some(rect) = room.place(options) {
                label.paint(painter, rect, spot, map.halo);
            }
        }
        for (_, measured) in &self.towns {
            let hit = measured.nearest();
            let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
            let ends = [measured.from, hit.foot].map(|at| view.screen_from_geo(at));
            measure_layer::paint_pill_about(inside, &mut room, ends, &figure.words);
        }
    }
}

/// A town as a dot: filled in its kind's colour, or hollow where it is context.
fn paint_dot(inside: &Frame<'_>, place: &Place, spot: Pos2) {
    let (color, _) = pin_colors(place.kind);
    let (fill, edge) =
        if place.basis.is_context() { (Color32::WHITE, color) } else { (color, Color32::WHITE) };
    inside.painter.circle(spot, DOT, fill, Stroke::new(2.0, edge));
}
