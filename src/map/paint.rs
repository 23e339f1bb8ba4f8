//! One frame of the map, from the ground up: the same for the window and for pictures.

use super::archive_names;
use super::base_layer::{self, BaseLayer, Repaint};
use super::claim_layer::{self, ShownClaim};
use super::furniture::{self, Kit};
use super::geometry::MapGeometry;
use super::gpu::LinePainter;
use super::loupe::Loupe;
use super::name_lines::{Named, name_lines};
use super::pin_layout::{PlacedPin, place_pins};
use super::placement::Room;
use super::points::{MapPoint, Picked, PointLayer, PointSet, TooManyPoints};
use super::river_layer::RiverLayer;
use super::standing::Standing;
use super::theme::Theme;
use super::tiles::{Decoding, TilesError};
use super::view::View;
use super::{
    Pointer, area_layer, callout_layer, graticule_layer, ground_layer, instrument_layer, labels,
    measure_layer, off_map, overview, pin_layer, pointer_layer,
};
use crate::dossier::{Place, PlaceId, Scene};
use crate::geodata::{Country, Names};
use crate::state::{
    AppState, Base, Layer, THEATRE, briefing, listing, measuring, scenes, selectors,
};
use egui::{PaintCallback, Pos2, Rect, Response, Shape, Ui};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Zoom from which water is drawn from full-resolution areas: where the tiles end.
const PRECISE_WATER_FROM: f64 = 8.5;
/// The zoom whose border lines the small map has.
const OVERVIEW_ZOOM: f64 = 3.0;

/// Paints the map; keeps what is worth keeping between frames.
pub struct MapPainter {
    geometry: Arc<MapGeometry>,
    decoding: Decoding,
    repaint: Repaint,
    base: BaseLayer,
    rivers: RiverLayer,
    claim: Option<ShownClaim>,
    /// Whether room is left for the map's buttons.
    with_buttons: bool,
    /// Whether the map stands on a plate, which has the credits and north beside it.
    on_plate: bool,
    /// Whether the tiles are marked, for a picture that is drawn in pieces.
    in_pieces: bool,
    /// The lines of the reader's measurements.
    drawn: instrument_layer::Drawn,
    /// Many points, if there are any.
    points: Option<PointLayer>,
    /// The labels that stand on the map.
    standing: Standing,
}

/// The place that the reader points at, on the map or by its name in the article.
#[derive(Clone, Copy, Debug)]
pub struct Attention<'a> {
    /// The place.
    pub place: &'a PlaceId,
    /// How far a pulse round its pin has spread, 0 to 1; none while nothing moves.
    pub pulse: Option<f32>,
}

/// What every part of the map is painted with in one frame.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    /// Clipped to the map.
    pub(super) painter: &'a egui::Painter,
    pub(super) view: &'a View,
    pub(super) state: &'a AppState,
    pub(super) kit: Kit<'a>,
    /// The place under the pointer or with the keyboard's focus.
    pub(super) hovered: Option<&'a PlaceId>,
    /// How far a pulse round its pin has spread, 0 to 1.
    pub(super) pulse: Option<f32>,
    /// Whether room is left for the map's buttons.
    pub(super) with_buttons: bool,
}

impl Frame<'_> {
    /// Whether the place passes the filters of the list.
    pub(super) fn shows(&self, place: &Place) -> bool {
        listing::is_shown(&self.state.session, &self.state.world, place)
    }

    /// A place's number in the article; none in a scene, which numbers what it speaks of.
    pub(super) fn number_of(&self, place: &Place) -> Option<u8> {
        place.number.filter(|_| self.state.briefing.is_none())
    }

    /// The scene whose callouts stand on the map: that of a briefing or a picture of one, or in the
    /// window the one that is arranged.
    pub(super) fn scene_on_map(&self) -> Option<&Scene> {
        if self.with_buttons { scenes::on_map(self.state) } else { briefing::scene(self.state) }
    }

    /// The names of a thing, one line or two: see [`name_lines`].
    pub(super) fn name_lines<'n>(&self, names: &'n Names, what: Named) -> [&'n str; 2] {
        let (lang, zoom) = (self.kit.words.lang(), self.view.camera.zoom);
        name_lines(names, lang, what, zoom, self.state.session.second_names)
    }
}

/// Stands among the shapes of a map where those of its tiles begin and where they end. It is not
/// drawn.
pub struct TilesMark;

impl TilesMark {
    fn shape() -> Shape {
        Shape::Callback(PaintCallback { rect: Rect::NOTHING, callback: Arc::new(Self) })
    }
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
    /// The names of the four countries, where they stand.
    pub countries: Vec<(Country, Rect)>,
    /// What of many points is under the pointer.
    pub picked: Option<Picked>,
    /// The small map, if it is shown.
    pub overview: Option<Rect>,
}

/// What stands on the ground in one frame.
struct Marks {
    pins: Vec<PlacedPin>,
    tags: Vec<(PlaceId, Rect)>,
    countries: Vec<(Country, Rect)>,
    overview: Option<Rect>,
    picked: Option<Picked>,
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
    pub fn new(geometry: Arc<MapGeometry>, decoding: Decoding, repaint: Repaint) -> Self {
        let base = BaseLayer::new(decoding, repaint.clone(), geometry.fetcher.clone());
        Self {
            geometry,
            decoding,
            base,
            repaint,
            rivers: RiverLayer::default(),
            claim: None,
            with_buttons: false,
            on_plate: false,
            in_pieces: false,
            drawn: instrument_layer::Drawn::default(),
            points: None,
            standing: Standing::default(),
        }
    }

    /// The same, with room left for the buttons that a window has and a picture has not.
    #[must_use]
    pub fn with_buttons(self) -> Self {
        Self { with_buttons: true, ..self }
    }

    /// The same, for a plate: the credits stand below it, and an arrow to the north in its corner.
    #[must_use]
    pub fn on_plate(self) -> Self {
        Self { on_plate: true, ..self }
    }

    /// The same, for a picture that is drawn in pieces: a [`TilesMark`] stands before and behind the
    /// shapes of the tiles.
    #[must_use]
    pub fn in_pieces(self) -> Self {
        Self { in_pieces: true, ..self }
    }

    /// The same, until what it paints is no longer wanted: the network is then asked for nothing more.
    #[must_use]
    pub fn until(mut self, is_stopped: Arc<AtomicBool>) -> Self {
        self.base.until(is_stopped);
        self
    }

    /// Whether a tile that was wanted at once did not come over the network.
    #[must_use]
    pub fn lacks_tiles(&self) -> bool {
        self.base.lacks_tiles()
    }

    /// Paints the tiles alone.
    pub fn paint_tiles(&mut self, ui: &mut Ui, view: &View, state: &AppState, theme: &Theme) {
        self.base.paint(ui, view, state, theme);
    }

    /// The same, with these points on the map, which are clustered as tiles are decoded: on another
    /// thread or at once.
    ///
    /// # Errors
    /// When there are more than [`PointSet::MOST`].
    pub fn with_points(self, points: Vec<MapPoint>) -> Result<Self, TooManyPoints> {
        let layer = PointLayer::new(points, self.decoding, &self.repaint)?;
        Ok(Self { points: Some(layer), ..self })
    }

    /// The points on the map, once they are clustered.
    #[must_use]
    pub fn points(&self) -> Option<&PointSet> {
        self.points.as_ref().and_then(PointLayer::set)
    }

    /// Whether every tile that was asked for has been decoded, and a claim that is shown, rivers
    /// and all points are there.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        if self.claim.as_ref().is_some_and(|claim| !claim.is_ready()) {
            return false;
        }
        if self.points.as_ref().is_some_and(|points| points.set().is_none()) {
            return false;
        }
        self.rivers.is_ready(&self.geometry) && self.base.is_idle()
    }

    /// Opens the base map as `state` wants it drawn; without it, the map is drawn without it.
    ///
    /// # Errors
    /// When the archive is damaged.
    pub fn open_tiles(&mut self, state: &AppState, theme: &Theme) -> Result<(), TilesError> {
        self.base.open(state, theme)
    }

    /// Paints the map into `view.rect` and says what stands where.
    pub fn paint(
        &mut self,
        ui: &mut Ui,
        view: &View,
        state: &AppState,
        kit: Kit<'_>,
        attention: Option<Attention<'_>>,
        pointer: Option<Pointer<'_>>,
    ) -> Painted {
        let painter = &ui.painter().with_clip_rect(view.rect);
        let hovered = attention.map(|attention| attention.place);
        let pulse = attention.and_then(|attention| attention.pulse);
        let with_buttons = self.with_buttons && state.briefing.is_none();
        let frame = &Frame { painter, view, state, kit, hovered, pulse, with_buttons };
        let geometry = self.geometry.clone();
        let layers = &state.session.layers;
        let base = &state.session.base.shown;
        if *base == Base::None {
            painter.rect_filled(view.rect, 0.0, kit.theme.map.outside);
        } else {
            painter.rect_filled(view.rect, 0.0, kit.theme.map.sea);
            painter.add(ground_layer::ground(frame, &geometry));
        }
        if self.in_pieces {
            painter.add(TilesMark::shape());
        }
        let response = self.base.paint(ui, view, state, kit.theme);
        if self.in_pieces {
            painter.add(TilesMark::shape());
        }
        let lines = &mut LinePainter::default();
        let is_built_in = matches!(base, Base::Relief | Base::Plain);
        if is_built_in && layers.shows(Layer::Water) {
            self.rivers.paint(frame, lines, &geometry, self.decoding, &self.repaint);
            if view.camera.zoom >= PRECISE_WATER_FROM {
                painter.add(ground_layer::precise_water(frame, &geometry));
            }
        }
        if layers.shows(Layer::Graticule) {
            graticule_layer::paint_lines(frame);
        }
        let Marks { pins, tags, countries, overview, picked } =
            self.paint_marks(frame, lines, &geometry, pointer, response.hover_pos());
        Painted { response, view: *view, pins, tags, countries, overview, picked }
    }

    /// Paints what is said on the ground: borders, lines of measuring, pins, names and figures.
    fn paint_marks(
        &mut self,
        frame: &Frame<'_>,
        lines: &mut LinePainter,
        geometry: &MapGeometry,
        pointer: Option<Pointer<'_>>,
        pointer_at: Option<Pos2>,
    ) -> Marks {
        let Frame { view, state, .. } = *frame;
        let (world, layers) = (&state.world, &state.session.layers);
        let shows_pins = layers.shows(Layer::Pins);
        let shows_ring = |id| world.dossier.place(id).is_some_and(|place| frame.shows(place));
        for ring in geometry.rings.iter().filter(|ring| shows_pins && shows_ring(&ring.place)) {
            area_layer::paint_ring(frame, lines, ring);
        }
        if layers.shows(Layer::Borders) {
            ground_layer::paint_borders(frame, lines, geometry);
        }
        let claim = state.session.claim.as_ref();
        let before = self.claim.take();
        self.claim = ShownClaim::followed(before, world, claim, self.decoding, &self.repaint);
        // The instrument has the map to itself.
        let is_measuring = measuring::is_on(&state.session);
        let measured = selectors::measured_place(state)
            .filter(|m| THEATRE.contains(m.from) && !is_measuring)
            .filter(|_| layers.shows(Layer::Distances) && !claim_layer::is_of_selected(frame));
        if let Some(measured) = measured {
            measure_layer::paint(frame, lines, measured);
        }
        if let Some(claim) = &self.claim {
            claim_layer::paint(frame, lines, claim);
        }
        let pointer = pointer.filter(|_| is_measuring || layers.shows(Layer::Distances));
        if let Some(pointer) = pointer {
            pointer_layer::paint_lines(frame, lines, pointer);
        }
        self.drawn.follow(state);
        instrument_layer::paint(frame, lines, &self.drawn);
        let points = self.points.as_ref().filter(|_| shows_pins);
        let points = points.map(|points| points.paint(frame, pointer_at));
        let (picked, points) = points.unwrap_or_default();
        let placed = if shows_pins {
            place_pins(view, world, &state.session, frame.hovered)
        } else {
            Vec::new()
        };
        pin_layer::paint_bodies(frame, &placed);
        let mut room = Room::new(view.free.shrink(4.0));
        pin_layer::take_room(frame, &placed, &mut room);
        let mut room = room.remembering(self.standing(frame));
        for point in points {
            room.take(point);
        }
        instrument_layer::take_room(frame, &mut room);
        let overview = self.paint_furniture(frame, lines, &mut room);
        callout_layer::paint(frame, &placed, &mut room);
        // What the pointer's pill keeps off; it may lie over names.
        let solid = room.clone();
        let mut tags = if shows_pins { off_map::paint(frame, &mut room) } else { Vec::new() };
        if layers.shows(Layer::Borders) {
            ground_layer::keep_off_borders(view, geometry, &mut room);
        }
        // The figures stand at their feet or nowhere, a name has more choice.
        if let Some(measured) = measured {
            measure_layer::paint_figures(frame, &mut room, measured);
        }
        pin_layer::paint_names(frame, &placed, &mut room);
        if shows_pins {
            tags.extend(area_layer::paint_areas(frame, &mut room));
            tags.extend(area_layer::paint_ring_names(frame, &geometry.rings, &mut room));
        }
        instrument_layer::paint_figures(frame, &mut room);
        if let Some(claim) = &self.claim {
            claim_layer::paint_figures(frame, &mut room, claim);
        }
        if layers.shows(Layer::Graticule) {
            graticule_layer::paint_figures(frame, &mut room);
        }
        let countries = labels::paint(frame, geometry, &mut room);
        if layers.shows(Layer::Towns) {
            archive_names::paint(frame, base_layer::places(&self.base), geometry, &mut room);
        }
        if let Some(pointer) = pointer {
            pointer_layer::paint_pill(frame, pointer, &solid);
        }
        self.standing = room.into_standing();
        if self.standing.is_fading() {
            frame.painter.ctx().request_repaint();
        }
        Marks { pins: placed, tags, countries, overview, picked }
    }

    /// The labels of the last frame, in a picture none: it is the same every time.
    fn standing(&mut self, frame: &Frame<'_>) -> Standing {
        if self.decoding == Decoding::Synchronous && !self.with_buttons {
            return Standing::default();
        }
        let now = frame.painter.ctx().input(|i| i.time);
        let fades = !frame.state.session.reduced_motion;
        std::mem::take(&mut self.standing).next(now, fades)
    }

    /// Scale bar, credits, and the loupe of a claim or else the small map, which has its place
    /// where it is shown, and the room they take.
    fn paint_furniture(
        &self,
        frame: &Frame<'_>,
        lines: &mut LinePainter,
        room: &mut Room,
    ) -> Option<Rect> {
        let Frame { painter, view, state, kit, .. } = *frame;
        let ctx = painter.ctx();
        if frame.with_buttons {
            room.take(furniture::buttons_rect(view, kit.is_rtl()));
        }
        let scale_bar = furniture::scale_bar(ctx, painter, view, kit, state.session.unit);
        room.take(scale_bar);
        let credits = if self.on_plate {
            room.take(furniture::north_rect(view, kit.is_rtl()));
            furniture::far_corner(view, kit.is_rtl())
        } else {
            let credits = base_layer::credits(state, kit);
            furniture::attribution(ctx, painter, view, kit, &credits, scale_bar)
        };
        room.take(credits);
        let legend = self.claim.as_ref().and_then(|claim| claim_layer::paint_legend(frame, claim));
        if let Some(legend) = legend {
            room.take(legend);
        }
        if let Some(loupe) = Loupe::of(frame, [credits, scale_bar]) {
            room.take(loupe.paint(frame, lines, &self.geometry));
            return None;
        }
        // A picture has none, since it cannot be moved in; a plate says where its map is.
        let small =
            overview::rect(frame, credits).filter(|_| frame.with_buttons || self.on_plate)?;
        room.take(small);
        let geometry = &self.geometry;
        let borders = geometry.borders_at(OVERVIEW_ZOOM)?;
        let ground = |frame: &Frame<'_>| ground_layer::small_ground(frame, geometry);
        overview::paint(frame, small, lines, (ground, borders));
        Some(small)
    }
}
