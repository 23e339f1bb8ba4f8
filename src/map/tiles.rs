//! The tiles of a base that the map has: asked for on worker threads, kept, enlarged where they end, or
//! got at once for tests and exported pictures.

use super::archive::{Archive, TilePlace};
use super::fetch::FetchTiles;
use super::tile_store::{
    Decoded, Loaded, Marks, Origin, Store, TILE_SIZE, TileKey, TileStyle, key_of,
};
use super::view::WorldXy;
use crate::state::{ArchiveFault, TileKind, TileSet, TilesFrom};
use bytes::Bytes;
use crossbeam_channel::{Receiver, Sender};
use egui::{Context, TextureOptions};
use lru::LruCache;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use walkers::sources::Attribution;
use walkers::{Tile, TileId, TilePiece, Tiles};

/// Decoded tiles that are kept: about four screens of 4K.
const CACHE: NonZeroUsize = NonZeroUsize::new(512).unwrap();
/// Pictures that are kept: each takes 256 KB of the graphics card's memory, or 1 MB.
const PICTURES: NonZeroUsize = NonZeroUsize::new(192).unwrap();
/// Threads that decode.
const WORKERS: usize = 2;

/// Why the built-in archive cannot be read.
#[derive(Debug, thiserror::Error)]
#[error(
    "reading the tile archive: {0}; it is cut short or is not a PMTiles v3 archive of vector tiles"
)]
pub struct TilesError(String);

impl TilesError {
    /// The style of the tiles is not one that walkers takes.
    #[must_use]
    pub fn style(error: &serde_json::Error) -> Self {
        Self(format!("the style: {error}"))
    }
}

/// When tiles are decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoding {
    /// On worker threads; the map asks for a repaint when one is done.
    Background,
    /// At once, on the calling thread: pictures come out complete and the same every time.
    Synchronous,
}

enum Slot {
    Pending,
    Missing,
    /// To be asked for again then.
    Later(Instant),
    Ready(Tile, Marks),
}

/// The map's base tiles.
pub(super) struct BaseTiles {
    store: Arc<Store>,
    decoding: Decoding,
    /// What pictures become textures of; known once the map was first drawn.
    ctx: Option<Context>,
    cache: LruCache<TileId, Slot>,
    requests: Sender<TileId>,
    done: Receiver<(TileId, Loaded)>,
    pending: usize,
    /// The tiles with points or places that were asked for in this frame.
    marked: BTreeSet<TileKey>,
    /// Those in sight that are still to come.
    awaited: BTreeSet<TileKey>,
    /// How many were asked for in this frame.
    seen: usize,
    /// A tile that was wanted at once did not come over the network.
    lacks: bool,
    /// What is drawn is no longer wanted.
    is_stopped: Arc<AtomicBool>,
}

impl BaseTiles {
    /// Tiles of the PMTiles archive `bytes`; `repaint` is called when a tile was decoded.
    ///
    /// # Errors
    /// When the archive's header or directory cannot be read.
    pub(super) fn new(
        bytes: Bytes,
        style: TileStyle,
        decoding: Decoding,
        repaint: impl Fn() + Send + Clone + 'static,
    ) -> Result<Self, TilesError> {
        let archive = Archive::in_memory(bytes)
            .map_err(|fault: ArchiveFault| TilesError(fault.to_string()))?;
        let max_zoom = archive.max_zoom();
        let origin = Origin::Archive(Box::new(OnceLock::from(Some(archive))));
        let store = Store::new(origin, None, max_zoom, style);
        Ok(Self::of(store, decoding, repaint))
    }

    /// Tiles of a file that was found sound, which a worker opens again, or of the network.
    pub(super) fn of_set(
        info: Arc<TileSet>,
        fetcher: Option<Arc<dyn FetchTiles>>,
        style: TileStyle,
        decoding: Decoding,
        repaint: impl Fn() + Send + Clone + 'static,
    ) -> Self {
        let origin = match &info.from {
            TilesFrom::File(_) => Origin::Archive(Box::default()),
            TilesFrom::Online(source) => Origin::Network(source.clone(), fetcher),
        };
        let max_zoom = info.max_zoom;
        let store = Store::new(origin, Some(info), max_zoom, style);
        Self::of(store, decoding, repaint)
    }

    fn of(store: Store, decoding: Decoding, repaint: impl Fn() + Send + Clone + 'static) -> Self {
        let store = Arc::new(store);
        let (requests, to_load) = crossbeam_channel::unbounded::<TileId>();
        let (loaded, done) = crossbeam_channel::unbounded();
        if decoding == Decoding::Background {
            for _ in 0..WORKERS {
                let (to_load, loaded) = (to_load.clone(), loaded.clone());
                let (store, repaint) = (store.clone(), repaint.clone());
                std::thread::spawn(move || {
                    while let Ok(id) = to_load.recv() {
                        let is_wanted = !store.is_online() || store.wanted().contains(&key_of(id));
                        let tile = if is_wanted { store.load(id) } else { Loaded::Unwanted };
                        if loaded.send((id, tile)).is_err() {
                            break;
                        }
                        repaint();
                    }
                });
            }
        }
        let is_raster = store.info.as_ref().is_some_and(|info| info.is_raster());
        let cache = LruCache::new(if is_raster { PICTURES } else { CACHE });
        Self {
            store,
            decoding,
            ctx: None,
            cache,
            requests,
            done,
            pending: 0,
            marked: BTreeSet::new(),
            awaited: BTreeSet::new(),
            seen: 0,
            lacks: false,
            is_stopped: Arc::default(),
        }
    }

    /// The same, until what is drawn is no longer wanted.
    pub(super) fn until(self, is_stopped: Arc<AtomicBool>) -> Self {
        Self { is_stopped, ..self }
    }

    /// Whether a tile that was wanted at once did not come over the network.
    pub(super) const fn lacks(&self) -> bool {
        self.lacks
    }

    /// Whether every tile that was asked for has been decoded.
    #[must_use]
    pub(super) const fn is_idle(&self) -> bool {
        self.pending == 0
    }

    /// Takes in what the workers have finished, to be drawn in `ctx`.
    pub(super) fn poll(&mut self, ctx: &Context) {
        self.ctx = Some(ctx.clone());
        self.marked.clear();
        self.awaited.clear();
        // What is in sight must not push itself out.
        let room = 2 * std::mem::take(&mut self.seen);
        if let Some(room) = NonZeroUsize::new(room).filter(|room| *room > self.cache.cap()) {
            self.cache.resize(room);
        }
        self.take_in();
    }

    /// Lets go of what was asked for before and is out of sight in this frame.
    pub(super) fn forget_unseen(&mut self) {
        if self.store.is_online() {
            self.store.wanted().clone_from(&self.awaited);
        }
    }

    /// Where the points of the tiles are that were drawn since the last [`Self::poll`].
    pub(super) fn points(&self) -> impl Iterator<Item = WorldXy> {
        self.marks().flat_map(|(tile, marks)| marks.points.iter().map(move |at| on_map(tile, *at)))
    }

    /// Their places.
    pub(super) fn places(&self) -> impl Iterator<Item = (WorldXy, &TilePlace)> {
        self.marks().flat_map(|(tile, marks)| {
            marks.places.iter().map(move |place| (on_map(tile, place.at), place))
        })
    }

    fn marks(&self) -> impl Iterator<Item = (TileId, &Marks)> {
        self.marked.iter().filter_map(|&(zoom, x, y)| {
            let tile = TileId { x, y, zoom };
            match self.cache.peek(&tile) {
                Some(Slot::Ready(_, marks)) => Some((tile, marks)),
                _ => None,
            }
        })
    }

    fn take_in(&mut self) {
        while let Ok((id, tile)) = self.done.try_recv() {
            self.pending = self.pending.saturating_sub(1);
            self.keep(id, tile);
        }
    }

    fn keep(&mut self, id: TileId, tile: Loaded) {
        let slot = match (tile, &self.ctx) {
            (Loaded::Tile(Decoded::Vector(tile, marks)), _) => Slot::Ready(tile, marks),
            (Loaded::Tile(Decoded::Raster(picture)), Some(ctx)) => {
                let texture = ctx.load_texture("base tile", picture, TextureOptions::LINEAR);
                Slot::Ready(Tile::Raster(texture), Marks::default())
            }
            (Loaded::Tile(Decoded::Raster(_)) | Loaded::Missing, _) => Slot::Missing,
            (Loaded::Later(wait), _) => Slot::Later(Instant::now() + wait),
            (Loaded::Unwanted, _) => {
                self.cache.pop(&id);
                return;
            }
        };
        self.cache.put(id, slot);
    }

    fn request(&mut self, id: TileId) {
        match self.decoding {
            Decoding::Synchronous => {
                let is_over = self.lacks || self.is_stopped.load(Ordering::Relaxed);
                // Where one tile does not come, a picture has failed: the others are not waited for.
                let tile = if self.store.is_online() && is_over {
                    Loaded::Later(Duration::ZERO)
                } else {
                    self.store.load(id)
                };
                self.lacks |= matches!(tile, Loaded::Later(_));
                self.keep(id, tile);
            }
            Decoding::Background => {
                if self.store.is_online() {
                    self.store.wanted().insert(key_of(id));
                }
                if self.requests.send(id).is_ok() {
                    self.pending += 1;
                    self.cache.put(id, Slot::Pending);
                }
            }
        }
    }
}

impl BaseTiles {
    /// Asks again for a tile that failed, if its time has come, or else wakes the window then.
    fn ask_again(&mut self, id: TileId) {
        let Some(Slot::Later(then)) = self.cache.peek(&id) else { return };
        let left = then.saturating_duration_since(Instant::now());
        if left.is_zero() {
            self.request(id);
        } else if let Some(ctx) = &self.ctx {
            ctx.request_repaint_after(left);
        }
    }
}

impl Tiles for BaseTiles {
    /// The tile, or the part of the nearest ancestor that is there.
    fn at(&mut self, id: TileId) -> Option<TilePiece> {
        self.take_in();
        let side = 1_u32.checked_shl(u32::from(id.zoom))?;
        if id.x >= side || id.y >= side {
            return None;
        }
        self.seen += 1;
        let deepest = id.zoom.min(self.store.max_zoom);
        for zoom in (0..=deepest).rev() {
            let above = id.zoom - zoom;
            let ancestor = TileId { x: id.x >> above, y: id.y >> above, zoom };
            if zoom == deepest && !self.cache.contains(&ancestor) {
                self.request(ancestor);
            }
            self.ask_again(ancestor);
            match self.cache.get(&ancestor) {
                Some(Slot::Ready(tile, marks)) => {
                    if !marks.is_empty() {
                        self.marked.insert(key_of(ancestor));
                    }
                    return Some(TilePiece::new(tile.clone(), part_of(id, above)));
                }
                // The theatre alone reaches the last zooms: outside it the coarser tile is final.
                Some(Slot::Missing) if zoom > 0 => {
                    let parent = TileId { x: ancestor.x >> 1, y: ancestor.y >> 1, zoom: zoom - 1 };
                    if !self.cache.contains(&parent) {
                        self.request(parent);
                    }
                }
                Some(Slot::Pending) => {
                    self.awaited.insert(key_of(ancestor));
                }
                _ => {}
            }
        }
        None
    }

    fn attribution(&self) -> Attribution {
        // Ours stands on the map with all credits; walkers does not draw this one.
        Attribution { text: "", url: "", logo_light: None, logo_dark: None }
    }

    /// A picture of 256 pixels is drawn 256 points wide.
    fn tile_size(&self) -> u32 {
        match self.store.info.as_ref().map(|info| info.kind) {
            Some(TileKind::Raster { side }) if side <= 256 => 256,
            _ => TILE_SIZE,
        }
    }
}

/// Where a point of a tile, in 0..1 of it, is on the map.
fn on_map(tile: TileId, [right, down]: [f32; 2]) -> WorldXy {
    let side = 2_f64.powi(tile.zoom.into());
    let at = |tile: u32, part: f32| (f64::from(tile) + f64::from(part)) / side;
    WorldXy { x: at(tile.x, right), y: at(tile.y, down) }
}

/// Which part of its ancestor `above` zooms up a tile is, in 0..1 of the ancestor.
fn part_of(id: TileId, above: u8) -> egui::Rect {
    let part = 1.0 / (1_u32 << above) as f32;
    let mask = (1_u32 << above) - 1;
    let corner = egui::pos2((id.x & mask) as f32 * part, (id.y & mask) as f32 * part);
    egui::Rect::from_min_size(corner, egui::Vec2::splat(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_its_part_of_the_ancestor() {
        let part = part_of(TileId { x: 5, y: 6, zoom: 4 }, 2);
        assert_eq!(part.min, egui::pos2(0.25, 0.5));
        assert_eq!(part.max, egui::pos2(0.5, 0.75));
    }

    #[test]
    fn an_archive_cut_short_is_an_error() {
        for length in [0, 1, 100, 127, 200] {
            let cut = Bytes::from(vec![0x50; length]);
            let style = TileStyle {
                overview: walkers::Style::default(),
                detail: walkers::Style::default(),
            };
            assert!(BaseTiles::new(cut, style, Decoding::Synchronous, || {}).is_err());
        }
    }
}
