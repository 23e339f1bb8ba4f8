//! Where the tiles of a base come from, and what is made of them on the threads that fetch and decode.

use super::archive::{Archive, TilePlace, VectorTile, picture_of, unpack_if_packed, vector_tile};
use super::fetch::{FetchTiles, Fetched};
use crate::state::online::OnlineSource;
use crate::state::{TileKind, TileSet};
use egui::ColorImage;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use walkers::{Style, Tile, TileId};

/// Edge of a vector tile in points.
pub(super) const TILE_SIZE: u32 = 512;

/// How tiles are drawn: what differs between tile zooms is chosen here, since a walkers style
/// knows no range of zooms.
pub(super) struct TileStyle {
    /// Below the archive's last zoom.
    pub overview: Style,
    /// At the archive's last zoom and enlarged from there.
    pub detail: Style,
}

/// A tile as a worker hands it on.
pub(super) enum Decoded {
    Vector(Tile, Marks),
    /// The graphics card gets it on the thread that draws.
    Raster(ColorImage),
}

/// What is drawn of a tile on the map, and not in the tile.
#[derive(Default)]
pub(super) struct Marks {
    /// Points of a schema of its own, in 0..1 of the tile.
    pub(super) points: Vec<[f32; 2]>,
    /// Places of a schema that is known.
    pub(super) places: Vec<TilePlace>,
}

impl Marks {
    pub(super) const fn is_empty(&self) -> bool {
        self.points.is_empty() && self.places.is_empty()
    }
}

/// What came of asking for a tile.
pub(super) enum Loaded {
    Tile(Decoded),
    /// There is none.
    Missing,
    /// There may be one after this time.
    Later(Duration),
    /// It was out of sight before its turn came.
    Unwanted,
}

/// Who has the tiles.
pub(super) enum Origin {
    /// An archive, opened by whoever first asks for a tile.
    Archive(Box<OnceLock<Option<Archive>>>),
    /// The network; nobody where there is no one who may fetch them.
    Network(Arc<OnlineSource>, Option<Arc<dyn FetchTiles>>),
}

/// A number for a tile: zoom, column, row.
pub(super) type TileKey = (u8, u32, u32);

pub(super) const fn key_of(id: TileId) -> TileKey {
    (id.zoom, id.x, id.y)
}

/// Who has the tiles, and how they are drawn.
pub(super) struct Store {
    origin: Origin,
    /// The tiles in sight that are still to come. Of what has gone out of sight, the network is not
    /// asked any more.
    wanted: Mutex<BTreeSet<TileKey>>,
    /// What was opened and found sound before; nothing of the built-in archive.
    pub(super) info: Option<Arc<TileSet>>,
    pub(super) max_zoom: u8,
    style: TileStyle,
    /// A broken archive says so once, not for every tile.
    has_warned: AtomicBool,
}

impl Store {
    pub(super) fn new(
        origin: Origin,
        info: Option<Arc<TileSet>>,
        max_zoom: u8,
        style: TileStyle,
    ) -> Self {
        let (wanted, has_warned) = (Mutex::default(), AtomicBool::new(false));
        Self { origin, wanted, info, max_zoom, style, has_warned }
    }

    pub(super) const fn is_online(&self) -> bool {
        matches!(self.origin, Origin::Network(..))
    }

    pub(super) fn wanted(&self) -> MutexGuard<'_, BTreeSet<TileKey>> {
        // A set is whole whoever panicked beside it.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn load(&self, id: TileId) -> Loaded {
        // The decoders are others' work, and the bytes anybody's.
        let decoded = catch_unwind(AssertUnwindSafe(|| self.read(id)));
        match decoded.unwrap_or_else(|_| Err("the decoder stopped".to_owned())) {
            Ok(tile) => tile,
            Err(problem) => {
                self.warn(&problem);
                Loaded::Missing
            }
        }
    }

    /// The tile, if there is one.
    fn read(&self, id: TileId) -> Result<Loaded, String> {
        let tile = match &self.origin {
            Origin::Archive(archive) => {
                let file = self.info.as_ref().and_then(|info| info.file());
                let open = || Archive::at(file?).inspect_err(|fault| self.warn(fault)).ok();
                let Some(archive) = archive.get_or_init(open) else { return Ok(Loaded::Missing) };
                archive.tile(id).map_err(|fault| fault.to_string())?
            }
            Origin::Network(_, None) => None,
            Origin::Network(source, Some(fetcher)) => {
                match fetcher.fetch(source, id.zoom, id.x, id.y) {
                    Fetched::Tile(tile) => {
                        Some(unpack_if_packed(tile).map_err(|fault| fault.to_string())?)
                    }
                    Fetched::Absent => None,
                    Fetched::Later(wait) => return Ok(Loaded::Later(wait)),
                }
            }
        };
        tile.map_or(Ok(Loaded::Missing), |tile| self.decode(&tile, id).map(Loaded::Tile))
    }

    fn decode(&self, tile: &[u8], id: TileId) -> Result<Decoded, String> {
        let last = id.zoom >= self.max_zoom;
        let style = if last { &self.style.detail } else { &self.style.overview };
        let drawn = |tile: &[u8], marks| {
            let tile = Tile::from_mvt(tile, style, id.zoom, TILE_SIZE);
            tile.map(|tile| Decoded::Vector(tile, marks)).map_err(|error| error.to_string())
        };
        match self.info.as_ref().map(|info| info.kind) {
            None => drawn(tile, Marks::default()),
            Some(TileKind::Raster { .. }) => {
                picture_of(tile).map(Decoded::Raster).map_err(|error| error.to_string())
            }
            Some(TileKind::Vector(schema)) => {
                let VectorTile { bytes, points, places } =
                    vector_tile(tile, schema).map_err(|fault| fault.to_string())?;
                drawn(&bytes, Marks { points, places })
            }
        }
    }

    fn warn(&self, problem: &dyn std::fmt::Display) {
        if !self.has_warned.swap(true, Ordering::Relaxed) {
            tracing::warn!(%problem, "tiles of the base map cannot be read; they are left out");
        }
    }
}
