//! The tiles that the map is drawn on: the built-in ones, and under them those of the reader's archive
//! or of the network.

use super::archive::TilePlace;
use super::archive_style::archive_style;
use super::fetch::FetchTiles;
use super::furniture::Kit;
use super::river_layer;
use super::theme::Theme;
use super::tile_store::TileStyle;
use super::tile_style::{TileLook, river_style, tile_style};
use super::tiles::{BaseTiles, Decoding, TilesError};
use super::view::{View, WorldXy};
use crate::geodata::embedded;
use crate::i18n::{Args, isolate, key};
use crate::state::{AppState, Layer, Schema, Shade, TileKind, TileSet, open_tiles, selectors};
use egui::{Mesh, Response, Ui, UiBuilder, vec2};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use walkers::{Map, MapMemory};

/// From the middle of a point to its tips, in points of the screen.
const POINT: f32 = 3.5;

/// Asks for another frame, from any thread.
pub(super) type Repaint = Arc<dyn Fn() + Send + Sync>;

/// The tiles, and what is kept of them between frames.
pub(super) struct BaseLayer {
    decoding: Decoding,
    repaint: Repaint,
    /// Who fetches tiles from the network, if anybody does.
    fetcher: Option<Arc<dyn FetchTiles>>,
    /// Whether what is painted is no longer wanted.
    is_stopped: Arc<AtomicBool>,
    /// How they are drawn, and the tiles unless their archive is damaged.
    tiles: Option<(TileLook, Option<BaseTiles>)>,
    /// The same archive's rivers, which fade away where the map comes close; opened with the look of
    /// the tiles when they are first shown.
    rivers: Option<BaseTiles>,
    /// The reader's archive under them, or the network's tiles, and how they are drawn.
    own: Option<(TilesLook, BaseTiles)>,
    memory: MapMemory,
}

/// What the tiles under the built-in ones follow.
#[derive(Clone, Debug, PartialEq)]
struct TilesLook {
    info: Arc<TileSet>,
    shade: Shade,
    water: bool,
    /// How often the reader wanted to ask the network again.
    attempt: u32,
}

impl BaseLayer {
    /// No tiles are open yet.
    pub(super) fn new(
        decoding: Decoding,
        repaint: Repaint,
        fetcher: Option<Arc<dyn FetchTiles>>,
    ) -> Self {
        Self {
            decoding,
            repaint,
            fetcher,
            is_stopped: Arc::default(),
            tiles: None,
            rivers: None,
            own: None,
            memory: MapMemory::default(),
        }
    }

    pub(super) fn until(&mut self, is_stopped: Arc<AtomicBool>) {
        self.is_stopped = is_stopped;
    }

    /// Whether a tile that was wanted at once did not come over the network.
    pub(super) fn lacks_tiles(&self) -> bool {
        self.own.as_ref().is_some_and(|(_, tiles)| tiles.lacks())
    }

    /// Whether every tile that was asked for has been decoded.
    pub(super) fn is_idle(&self) -> bool {
        let is_idle = |tiles: &Option<BaseTiles>| tiles.as_ref().is_none_or(BaseTiles::is_idle);
        self.tiles.as_ref().is_some_and(|(_, tiles)| is_idle(tiles))
            && self.rivers.as_ref().is_none_or(BaseTiles::is_idle)
            && self.own.as_ref().is_none_or(|(_, tiles)| tiles.is_idle())
    }

    /// Opens the base map as `state` wants it drawn; without it, the map is drawn without it.
    ///
    /// # Errors
    /// When the archive is damaged.
    pub(super) fn open(&mut self, state: &AppState, theme: &Theme) -> Result<(), TilesError> {
        let look = TileLook::of(state);
        let opened = self.built_in(tile_style(look, theme));
        let (tiles, problem) = match opened {
            Ok(tiles) => (Some(tiles), Ok(())),
            Err(error) => (None, Err(error)),
        };
        self.tiles = Some((look, tiles));
        self.rivers = None;
        problem
    }

    fn built_in(
        &self,
        style: Result<TileStyle, serde_json::Error>,
    ) -> Result<BaseTiles, TilesError> {
        let style = style.map_err(|error| TilesError::style(&error))?;
        let archive = bytes::Bytes::from_static(embedded::BASEMAP);
        let repaint = self.repaint.clone();
        BaseTiles::new(archive, style, self.decoding, move || repaint())
    }

    /// Opens the tiles' rivers where they are seen, and says how much of them is; out of sight they are
    /// let go with all that was decoded.
    fn follow_rivers(&mut self, look: TileLook, zoom: f64, theme: &Theme) -> f32 {
        let share = river_layer::share_of_tiles(zoom);
        if share <= 0.0 || !look.water || look.lines_only {
            self.rivers = None;
            return 0.0;
        }
        if self.rivers.is_none() {
            // A damaged archive has been told of with the other tiles.
            self.rivers = self.built_in(river_style(theme)).ok();
        }
        share
    }

    /// Opens the reader's archive, draws it anew, or lets it go, as the session is now.
    fn follow_tiles(&mut self, state: &AppState, theme: &Theme) {
        let shade = selectors::shade(state);
        let water = state.session.layers.shows(Layer::Water);
        let look = open_tiles(state).map(|info| {
            // Pictures are drawn as they are.
            let (shade, water) =
                if info.is_raster() { (Shade::Dark, true) } else { (shade, water) };
            TilesLook { info: info.clone(), shade, water, attempt: state.online.attempt }
        });
        if self.own.as_ref().map(|(drawn, _)| drawn) == look.as_ref() {
            return;
        }
        self.own = look.and_then(|look| {
            let schema = match look.info.kind {
                TileKind::Vector(schema) => schema,
                TileKind::Raster { .. } => Schema::Other,
            };
            let style = archive_style(schema, look.water, theme)
                .inspect_err(|error| tracing::error!(%error, "the style of an archive"))
                .ok()?;
            let (info, repaint) = (look.info.clone(), self.repaint.clone());
            let (fetcher, stop) = (self.fetcher.clone(), self.is_stopped.clone());
            let tiles = BaseTiles::of_set(info, fetcher, style, self.decoding, move || repaint());
            let tiles = tiles.until(stop);
            Some((look, tiles))
        });
    }

    /// Paints the tiles into `view.rect`; what is returned is the map under the pointer.
    pub(super) fn paint(
        &mut self,
        ui: &mut Ui,
        view: &View,
        state: &AppState,
        theme: &Theme,
    ) -> Response {
        let look = TileLook::of(state);
        if self.tiles.as_ref().is_none_or(|(drawn, _)| *drawn != look)
            && let Err(error) = self.open(state, theme)
        {
            tracing::error!(%error, "drawing the map without its base tiles");
        }
        self.follow_tiles(state, theme);
        let rivers_share = self.follow_rivers(look, view.camera.zoom, theme);
        let center = walkers::lon_lat(view.camera.center.lon(), view.camera.center.lat());
        self.memory.center_at(center);
        if let Err(error) = self.memory.set_zoom(view.camera.zoom) {
            tracing::warn!(?error, "the base tiles keep their zoom");
        }
        let tiles = self.tiles.as_mut().and_then(|(_, tiles)| tiles.as_mut());
        let rivers = self.rivers.as_mut();
        let own = self.own.as_mut().map(|(_, tiles)| tiles);
        // The built-in tiles' lines lie over the archive: their borders are those that are measured.
        let layers = [(own, 1.0), (tiles, 1.0), (rivers, rivers_share)];
        let layers = layers.into_iter().filter_map(|(tiles, share)| Some((tiles?, share)));
        let mut map = Map::new(None, &mut self.memory, center);
        for (tiles, share) in layers {
            tiles.poll(ui.ctx());
            map = map.with_layer(tiles as &mut dyn walkers::Tiles, share);
        }
        let map = map
            .zoom_gesture(false)
            .panning(false)
            .double_click_to_zoom(false)
            .drag_pan_buttons(egui::DragPanButtons::empty());
        let mut room = ui.new_child(UiBuilder::new().max_rect(view.rect).id_salt("map"));
        let response = map.show(&mut room, |_, _, _, _| ()).response;
        if let Some((_, tiles)) = &mut self.own {
            tiles.forget_unseen();
            paint_points(ui, view, tiles.points(), theme);
        }
        response
    }
}

/// The places that the reader's archive names in what was painted.
pub(super) fn places(base: &BaseLayer) -> impl Iterator<Item = (WorldXy, &TilePlace)> {
    base.own.iter().flat_map(|(_, tiles)| tiles.places())
}

/// Paints the points of an archive as small squares on their tips.
fn paint_points(ui: &Ui, view: &View, points: impl Iterator<Item = WorldXy>, theme: &Theme) {
    let mut mesh = Mesh::default();
    for point in points {
        let at = view.screen_from_world(point);
        if !view.rect.contains(at) {
            continue;
        }
        let first = mesh.vertices.len() as u32;
        for [right, down] in [[0.0, -POINT], [POINT, 0.0], [0.0, POINT], [-POINT, 0.0]] {
            mesh.colored_vertex(at + vec2(right, down), theme.map.town);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
    }
    if !mesh.is_empty() {
        ui.painter().with_clip_rect(view.rect).add(mesh);
    }
}

/// Whose data are drawn: the archive's source first, if there is one.
pub(super) fn credits(state: &AppState, kit: Kit<'_>) -> String {
    let own = kit.words.text(key::ATTRIBUTION);
    match open_tiles(state) {
        None => own.into_owned(),
        Some(info) => {
            let archive = isolate::inserted(kit.words.lang(), info.credit());
            let args = Args::new().text("archive", archive).text("own", own);
            kit.words.format(key::ATTRIBUTION_ARCHIVE, args)
        }
    }
}
