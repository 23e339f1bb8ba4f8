//! One frame of the map, from the ground up: the same for the window and for pictures.

use super::furniture::{self, Kit, NOTE};
use super::geometry::{MapGeometry, RingArea};
use super::gpu::{self, GroundLayer, GroundStyle, LinePainter, LineStyle};
use super::labels::{self, Label, LineLook};
use super::measure_layer;
use super::off_map;
use super::pin_layout::{PlacedPin, place_pins};
use super::pins::{self, PinLook};
use super::placement::{Room, Side};
use super::theme::{Theme, pin_colors};
use super::tile_style::tile_style;
use super::tiles::{ArchiveTiles, Decoding, TilesError};
use super::view::View;
use crate::dossier::{Place, PlaceId, Precision};
use crate::geodata::{Lang, LonLat, embedded};
use crate::i18n::Args;
use crate::state::{AppState, THEATRE, ThemeChoice, selectors};
use crate::text::TextStyle;
use egui::{Mesh, Pos2, Rect, Response, Shape, Stroke, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;
use walkers::{Map, MapMemory};

/// Zoom from which the fine ground is drawn; see `format::MeshPartFile::detail`.
const FINE_FROM: f64 = 7.0;
/// Zoom from which water is drawn from full-resolution areas: where the tiles end.
pub(super) const PRECISE_WATER_FROM: f64 = 8.5;
/// Smallest radius at which a vague place's ring is drawn.
const RING_LEAST: f32 = 8.0;

/// Room between the middle of a pin's head and its name: the head, its rim and a little air.
const NAME_CLEARANCE: f32 = 18.0;

/// Paints the map; keeps what is worth keeping between frames.
pub struct MapPainter {
    geometry: Arc<MapGeometry>,
    decoding: Decoding,
    repaint: Arc<dyn Fn() + Send + Sync>,
    /// Of which theme, and the tiles unless their archive is damaged.
    tiles: Option<(ThemeChoice, Option<ArchiveTiles>)>,
    memory: MapMemory,
}

/// What was painted, and where.
pub struct Painted {
    /// The map under the pointer.
    pub response: Response,
    /// How it was seen.
    pub view: View,
    /// The pins on the map.
    pub pins: Vec<PlacedPin>,
    /// Rectangles that stand for places without a pin: labels of areas, arrows at the edge.
    pub tags: Vec<(PlaceId, Rect)>,
}

impl Painted {
    /// Where a place can be clicked.
    #[must_use]
    pub fn target_of(&self, id: &PlaceId) -> Option<Rect> {
        let pin = self.pins.iter().find(|p| p.id == *id).map(PlacedPin::bounds);
        let tag = || self.tags.iter().find(|(tagged, _)| tagged == id).map(|(_, rect)| *rect);
        pin.or_else(tag).map(|r| r.intersect(self.view.rect)).filter(Rect::is_positive)
    }
}

impl MapPainter {
    /// A painter of `geometry`; `repaint` is called from other threads when a tile is ready.
    #[must_use]
    pub fn new(
        geometry: Arc<MapGeometry>,
        decoding: Decoding,
        repaint: Arc<dyn Fn() + Send + Sync>,
    ) -> Self {
        Self { geometry, decoding, repaint, tiles: None, memory: MapMemory::default() }
    }

    /// Whether every tile that was asked for has been decoded.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        let tiles = self.tiles.as_ref().map(|(_, tiles)| tiles);
        tiles.is_some_and(|tiles| tiles.as_ref().is_none_or(ArchiveTiles::is_idle))
    }

    /// Opens the base map in the colours of `choice`; without it, the map is drawn without it.
    ///
    /// # Errors
    /// When the archive is damaged.
    pub fn open_tiles(&mut self, choice: ThemeChoice, theme: &Theme) -> Result<(), TilesError> {
        let opened = self.open(theme);
        let (tiles, problem) = match opened {
            Ok(tiles) => (Some(tiles), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.tiles = Some((choice, tiles));
        problem
    }

    fn open(&self, theme: &Theme) -> Result<ArchiveTiles, TilesError> {
        let style = tile_style(theme).map_err(|error| TilesError::style(&error))?;
        let archive = bytes::Bytes::from_static(embedded::BASEMAP);
        let repaint = self.repaint.clone();
        ArchiveTiles::new(archive, style, self.decoding, move || repaint())
    }

    /// Paints the map into `view.rect` and says what stands where.
    pub fn paint(
        &mut self,
        ui: &mut Ui,
        view: &View,
        state: &AppState,
        kit: Kit<'_>,
        hovered: Option<&PlaceId>,
    ) -> Painted {
        let painter = ui.painter().with_clip_rect(view.rect);
        let geometry = self.geometry.clone();
        painter.rect_filled(view.rect, 0.0, kit.theme.map.sea);
        painter.add(ground(view, &geometry, kit.theme));
        let response = self.paint_tiles(ui, view, state, kit.theme);
        if view.camera.zoom >= PRECISE_WATER_FROM {
            let style = ground_style(view, kit.theme);
            painter.add(gpu::ground_shape(
                view,
                GroundLayer::Water,
                &geometry.water,
                &geometry.relief,
                &style,
            ));
        }
        let mut lines = LinePainter::default();
        for ring in &geometry.rings {
            paint_ring(&painter, &mut lines, view, ring, state, kit.theme);
        }
        paint_borders(&painter, &mut lines, view, &geometry, kit.theme);
        let measured = selectors::measured_place(state).filter(|m| is_in_theatre(m.from));
        if let Some(measured) = measured {
            measure_layer::paint(
                &painter,
                &mut lines,
                view,
                kit,
                &state.world.ground.borders,
                measured,
            );
        }
        let mut room = Room::new(view.rect.shrink(4.0));
        let dossier = &state.world.dossier;
        let placed = place_pins(view, dossier, &state.world.borders, &state.session, hovered);
        for pin in &placed {
            room.take(pin.bounds());
            if dossier.place(&pin.id).is_some_and(|place| place.number.is_some()) {
                room.take(Rect::from_center_size(number_middle(pin), pins::NUMBER_SIZE));
            }
        }
        let mut tags = paint_furniture(&painter, view, state, kit, &mut room);
        paint_pins(&painter, view, state, kit, hovered, &placed, &mut room);
        tags.extend(paint_areas(&painter, view, state, kit, hovered, &mut room));
        if let Some(measured) = measured {
            measure_layer::paint_figures(
                &painter,
                view,
                kit,
                &mut room,
                measured,
                state.session.unit,
            );
        }
        labels::paint(&painter, view, kit, &geometry, &state.world.borders, &mut room);
        Painted { response, view: *view, pins: placed, tags }
    }

    fn paint_tiles(
        &mut self,
        ui: &mut Ui,
        view: &View,
        state: &AppState,
        theme: &Theme,
    ) -> Response {
        let choice = state.session.theme;
        if self.tiles.as_ref().is_none_or(|(of, _)| *of != choice)
            && let Err(error) = self.open_tiles(choice, theme)
        {
            tracing::error!(%error, "drawing the map without its base tiles");
        }
        let center = walkers::lon_lat(view.camera.center.lon(), view.camera.center.lat());
        self.memory.center_at(center);
        if let Err(error) = self.memory.set_zoom(view.camera.zoom) {
            tracing::warn!(?error, "the base tiles keep their zoom");
        }
        let tiles = self.tiles.as_mut().and_then(|(_, tiles)| tiles.as_mut()).map(|tiles| {
            tiles.poll();
            tiles as &mut dyn walkers::Tiles
        });
        let map = Map::new(tiles, &mut self.memory, center)
            .zoom_gesture(false)
            .panning(false)
            .double_click_to_zoom(false)
            .drag_pan_buttons(egui::DragPanButtons::empty());
        let mut room = ui.new_child(UiBuilder::new().max_rect(view.rect).id_salt("map"));
        map.show(&mut room, |_, _, _, _| ()).response
    }
}

/// Scale bar, credits and the boxes of what is off the map, and the room they take.
fn paint_furniture(
    painter: &egui::Painter,
    view: &View,
    state: &AppState,
    kit: Kit<'_>,
    room: &mut Room,
) -> Vec<(PlaceId, Rect)> {
    let ctx = painter.ctx();
    room.take(furniture::buttons_rect(view, kit.is_rtl()));
    room.take(furniture::scale_bar(ctx, painter, view, kit, state.session.unit));
    let credits = kit.words.text("attribution");
    room.take(furniture::attribution(ctx, painter, view, kit, &credits));
    off_map::paint(painter, view, state, kit, room)
}

fn ground_style(view: &View, theme: &Theme) -> GroundStyle {
    let map = &theme.map;
    let [algeria, mali, niger, burkina] = map.tints.map(|c| c.0);
    // The relief's cells are 3.7 km: full where they are small on screen, faint where they blur.
    let near = ((view.camera.zoom - 7.5) / (8.8 - 7.5)).clamp(0.0, 1.0) as f32;
    let strength = 1.0 - 0.65 * near;
    GroundStyle {
        tints: [algeria, mali, niger, burkina, map.outside, map.water],
        shade_tints: map.relief * strength,
        shade_outside: map.relief_outside * strength,
    }
}

fn ground(view: &View, geometry: &MapGeometry, theme: &Theme) -> Shape {
    let (layer, mesh) = if view.camera.zoom < FINE_FROM {
        (GroundLayer::Coarse, &geometry.coarse)
    } else {
        (GroundLayer::Fine, &geometry.fine)
    };
    gpu::ground_shape(view, layer, mesh, &geometry.relief, &ground_style(view, theme))
}

/// Width of borders that touch one of the four countries.
fn border_width(zoom: f64) -> f32 {
    match zoom {
        z if z < 5.0 => 1.25,
        z if z < 7.0 => 1.5,
        z if z < 10.0 => 2.0,
        _ => 2.5,
    }
}

fn paint_borders(
    painter: &egui::Painter,
    lines: &mut LinePainter,
    view: &View,
    geometry: &MapGeometry,
    theme: &Theme,
) {
    let Some(batch) = geometry.borders_at(view.camera.zoom) else { return };
    let width = border_width(view.camera.zoom);
    painter.add(lines.shape(view, batch, LineStyle::solid(width + 3.0, theme.map.border_casing)));
    painter.add(lines.shape(view, batch, LineStyle::solid(width, theme.map.border)));
}

/// A vague place: all the ground in which it may lie, dashed round.
fn paint_ring(
    painter: &egui::Painter,
    lines: &mut LinePainter,
    view: &View,
    ring: &RingArea,
    state: &AppState,
    theme: &Theme,
) {
    let radius = (ring.radius.0 / view.metres_per_point(ring.centre.lat())) as f32;
    if radius < RING_LEAST {
        return;
    }
    let selected = state.session.selected.as_ref() == Some(&ring.place);
    let (color, _) = pin_colors(ring.kind);
    let mut mesh = Mesh::default();
    for at in &ring.vertices {
        mesh.colored_vertex(
            view.screen_from_world(*at),
            color.gamma_multiply(if selected { 0.18 } else { 0.10 }),
        );
    }
    mesh.indices.clone_from(&ring.triangles);
    painter.add(Shape::mesh(mesh));
    let style = |width, color, dash| LineStyle { dash, ..LineStyle::solid(width, color) };
    let width = if selected { 2.0 } else { 1.2 };
    painter.add(lines.shape(view, &ring.outline, style(width + 2.4, theme.map.halo, None)));
    painter.add(lines.shape(view, &ring.outline, style(width, color, Some((4.0, 3.0)))));
}

/// How a place's pin looks now.
fn look_of(place: &Place, state: &AppState, hovered: Option<&PlaceId>) -> PinLook {
    PinLook {
        selected: state.session.selected.as_ref() == Some(&place.id),
        hovered: hovered == Some(&place.id),
        vague: matches!(place.precision, Precision::Within { .. }),
        ..PinLook::of(place.kind, place.basis.is_context())
    }
}

fn paint_pins(
    painter: &egui::Painter,
    view: &View,
    state: &AppState,
    kit: Kit<'_>,
    hovered: Option<&PlaceId>,
    placed: &[PlacedPin],
    room: &mut Room,
) {
    let places = placed.iter().filter_map(|pin| Some((pin, state.world.dossier.place(&pin.id)?)));
    let map = &kit.theme.map;
    for pin in placed.iter().filter(|pin| state.session.selected.as_ref() == Some(&pin.id)) {
        pins::paint_halo(painter, pin.spot, kit.theme);
    }
    for pin in placed.iter().filter(|pin| pin.tip != pin.spot) {
        painter.line_segment([pin.spot, pin.tip], Stroke::new(3.5, map.halo));
        painter.line_segment([pin.spot, pin.tip], Stroke::new(1.2, map.label));
        painter.circle(pin.spot, 3.0, map.label, Stroke::new(1.0, map.halo));
        // Names keep off the leader.
        let way = pin.tip - pin.spot;
        let steps = (way.length() / 6.0).ceil().max(1.0);
        for i in 0..=steps as u16 {
            let at = pin.spot + way * (f32::from(i) / steps);
            room.take(Rect::from_center_size(at, egui::Vec2::splat(4.0)));
        }
    }
    let mut numbers = Vec::new();
    for (pin, place) in places.clone() {
        let look = look_of(place, state, hovered);
        pins::paint(painter, pin.tip, look, kit.theme);
        if let Some(number) = place.number {
            numbers.push((number_middle(pin), number, look.selected));
        }
    }
    for (middle, number, accent) in numbers {
        paint_number(painter, kit, middle, number, false, accent);
    }
    // The selected place is named first, then the others in the article's order.
    let mut by_rank: Vec<_> = places.collect();
    by_rank.sort_by_key(|(_, place)| {
        let selected = state.session.selected.as_ref() == Some(&place.id);
        (!selected, place.number.unwrap_or(u8::MAX))
    });
    for (pin, place) in by_rank {
        let look = look_of(place, state, hovered);
        name_pin(painter, view, kit, place, pin, look, room);
    }
}

fn name_pin(
    painter: &egui::Painter,
    view: &View,
    kit: Kit<'_>,
    place: &Place,
    pin: &PlacedPin,
    look: PinLook,
    room: &mut Room,
) {
    let lang = kit.words.lang();
    let map = &kit.theme.map;
    let size = if look.selected { 16.0 } else { 14.0 };
    let weight = if look.context { 500.0 } else { 650.0 };
    let first =
        LineLook { style: TextStyle::new(size, size + 4.0).weight(weight), color: map.label };
    let second = LineLook { style: TextStyle::new(12.0, 16.0), color: map.town };
    let (name, other) = (place.names.get(lang), labels::second_name(&place.names, lang));
    let head = pins::head_center(pin.tip, pin.scale);
    // Where both names do not fit, the reader's own may.
    for lines in [&[(name, first), (other, second)][..], &[(name, first)][..]] {
        let label = Label::new(painter.ctx(), kit.text, lines);
        if let Some(rect) = room.place(name_options(pin, label.size(), lang)) {
            label.paint(painter, rect, head, map.halo);
            return;
        }
    }
    if look.selected {
        // The selected place is always named, whatever lies under it.
        let label = Label::new(painter.ctx(), kit.text, &[(name, first)]);
        let rect = Side::Right.rect(head, label.size(), NAME_CLEARANCE * pin.scale);
        let rect = rect.translate(vec2((view.rect.right() - rect.right()).min(0.0), 0.0));
        room.take(rect);
        label.paint(painter, rect, head, map.halo);
    }
}

/// Where a pin's name may stand, best first: beside the head, a little higher or lower, above,
/// or below the number.
fn name_options(pin: &PlacedPin, size: egui::Vec2, lang: Lang) -> impl Iterator<Item = Rect> {
    let head = pins::head_center(pin.tip, pin.scale);
    let clearance = NAME_CLEARANCE * pin.scale;
    let [first, second, ..] = if lang.is_rtl() { Side::RTL } else { Side::LTR };
    let beside = [0.0, 12.0, -12.0, 26.0].into_iter().flat_map(move |lower| {
        [first, second].map(|side| side.rect(head + vec2(0.0, lower), size, clearance))
    });
    let above = Side::Above.rect(head, size, clearance);
    let below = Side::Below.rect(pin.tip + vec2(0.0, 20.0), size, 10.0 * pin.scale);
    beside.chain([above, below])
}

/// Where a pin's number stands: below its tip, and below the halo of the selected one.
fn number_middle(pin: &PlacedPin) -> Pos2 {
    let on_its_spot = pin.tip == pin.spot;
    let is_large = pin.scale > 1.2;
    pin.tip + vec2(0.0, if is_large && on_its_spot { 29.0 } else { 18.0 })
}

fn paint_number(
    painter: &egui::Painter,
    kit: Kit<'_>,
    middle: Pos2,
    number: u8,
    dashed: bool,
    accent: bool,
) {
    pins::paint_number_pill(painter, middle, kit.theme, dashed, accent);
    let digits = kit.words.numbers().integer(i64::from(number));
    let galley = kit.text.line(painter.ctx(), &digits, &NOTE.weight(600.0).tabular());
    let top = middle.y - crate::text::optical_center(&galley);
    painter.galley(pos2(middle.x - 0.5 * galley.size().x, top), galley, kit.theme.ui.text);
}

/// Areas without a point: a slanted name with a dashed number.
fn paint_areas(
    painter: &egui::Painter,
    view: &View,
    state: &AppState,
    kit: Kit<'_>,
    hovered: Option<&PlaceId>,
    room: &mut Room,
) -> Vec<(PlaceId, Rect)> {
    let mut tags = Vec::new();
    for place in &state.world.dossier.places {
        let (Some(at), None, Precision::Area | Precision::Country) =
            (place.label_at, place.position, place.precision)
        else {
            continue;
        };
        let look = look_of(place, state, hovered);
        let size = if look.selected { 16.0 } else { 14.0 };
        let style =
            TextStyle { slant_degrees: 9.0, ..TextStyle::new(size, size + 4.0).weight(500.0) };
        let color =
            if look.selected || look.hovered { kit.theme.ui.accent } else { kit.theme.map.town };
        let words = place.names.get(kit.words.lang());
        let label = Label::new(painter.ctx(), kit.text, &[(words, LineLook { style, color })]);
        let whole = label.size() + vec2(pins::NUMBER_SIZE.x + 8.0, 4.0);
        let middle = view.screen_from_geo(at);
        let options = [0.0, 24.0, -24.0, 48.0, -48.0]
            .map(|dy| Rect::from_center_size(middle + vec2(0.0, dy), whole));
        let Some(rect) = room.place(options) else { continue };
        let (name, number) = if kit.is_rtl() {
            let (number, name) = rect.split_left_right_at_x(rect.right() - label.size().x);
            (name, number)
        } else {
            rect.split_left_right_at_x(rect.left() + label.size().x)
        };
        label.paint(
            painter,
            Rect::from_center_size(name.center(), label.size()),
            name.center(),
            kit.theme.map.halo,
        );
        if let Some(digits) = place.number {
            paint_number(painter, kit, number.center(), digits, true, look.selected);
        }
        tags.push((place.id.clone(), rect));
    }
    tags
}

/// What a screen reader says of a pin: number, name and kind.
pub(super) fn pin_name(place: &Place, kit: Kit<'_>) -> String {
    let name = Args::new().text("place", place.names.get(kit.words.lang()));
    if place.basis.is_context() {
        return kit.words.format("pin-name-context", name);
    }
    let named = name.text("kind", kit.words.text(kind_key(place.kind)));
    match place.number {
        Some(number) => kit.words.format("pin-name", named.plain("number", number)),
        None => kit.words.format("pin-name-unnumbered", named),
    }
}

/// The catalogue's key of a kind.
#[must_use]
pub const fn kind_key(kind: crate::dossier::Kind) -> &'static str {
    use crate::dossier::Kind;
    match kind {
        Kind::Battle => "kind-battle",
        Kind::Seizure => "kind-seizure",
        Kind::Coup => "kind-coup",
        Kind::Diplomacy => "kind-diplomacy",
        Kind::Government => "kind-government",
        Kind::Mention => "kind-mention",
    }
}

/// Whether the map can be centred on a position.
#[must_use]
pub fn is_in_theatre(at: LonLat) -> bool {
    const MARGIN: f64 = 12.0;
    (THEATRE.west - MARGIN..=THEATRE.east + MARGIN).contains(&at.lon())
        && (THEATRE.south - MARGIN..=THEATRE.north + MARGIN).contains(&at.lat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moscow_is_off_the_map_and_libya_is_on_it() {
        assert!(!is_in_theatre(LonLat::saturating(37.6173, 55.7558)));
        assert!(is_in_theatre(LonLat::saturating(17.0, 27.0)));
    }
}
