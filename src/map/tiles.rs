//! Base tiles from a PMTiles archive in memory: decoded on worker threads, enlarged where the
//! archive ends, or decoded at once for tests and exported pictures.

use bytes::Bytes;
use crossbeam_channel::{Receiver, Sender};
use lru::LruCache;
use pmtiles::{AsyncBackend, AsyncPmTilesReader, BackendResponse, PmtResult, TileCoord};
use std::num::NonZeroUsize;
use std::sync::Arc;
use walkers::sources::Attribution;
use walkers::{Style, Tile, TileId, TilePiece, Tiles};

/// Edge of a tile in points.
const TILE_SIZE: u32 = 512;
/// Decoded tiles that are kept: about four screens of 4K.
const CACHE: NonZeroUsize = NonZeroUsize::new(512).unwrap();
/// Threads that decode.
const WORKERS: usize = 2;

/// Why an archive cannot be read.
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

struct Memory(Bytes);

impl AsyncBackend for Memory {
    async fn read(&self, offset: usize, length: usize) -> PmtResult<BackendResponse> {
        // What lies beyond the end of a damaged archive is empty, which the reader reports.
        let start = offset.min(self.0.len());
        let end = offset.saturating_add(length).min(self.0.len());
        Ok(BackendResponse::new(self.0.slice(start..end)))
    }
}

struct Archive {
    reader: AsyncPmTilesReader<Memory>,
    style: TileStyle,
}

/// How tiles are drawn: what differs between tile zooms is chosen here, since a walkers style
/// knows no range of zooms.
pub(super) struct TileStyle {
    /// Below the archive's last zoom.
    pub overview: Style,
    /// At the archive's last zoom and enlarged from there.
    pub detail: Style,
}

impl Archive {
    fn load(&self, id: TileId) -> Option<Tile> {
        let at = TileCoord::new(id.zoom, id.x, id.y).ok()?;
        let data = match pollster::block_on(self.reader.get_tile_decompressed(at)) {
            Ok(data) => data?,
            Err(error) => {
                tracing::warn!(?id, %error, "a base tile cannot be read");
                return None;
            }
        };
        let last = id.zoom >= self.reader.get_header().max_zoom;
        let style = if last { &self.style.detail } else { &self.style.overview };
        Tile::from_mvt(&data, style, id.zoom, TILE_SIZE)
            .inspect_err(|error| tracing::warn!(?id, %error, "a base tile cannot be decoded"))
            .ok()
    }
}

enum Slot {
    Pending,
    Missing,
    Ready(Tile),
}

/// The map's base tiles.
pub(super) struct ArchiveTiles {
    archive: Arc<Archive>,
    decoding: Decoding,
    cache: LruCache<TileId, Slot>,
    requests: Sender<TileId>,
    done: Receiver<(TileId, Option<Tile>)>,
    pending: usize,
}

impl ArchiveTiles {
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
        let reader = pollster::block_on(AsyncPmTilesReader::try_from_source(Memory(bytes)))
            .map_err(|error| TilesError(error.to_string()))?;
        let archive = Arc::new(Archive { reader, style });
        let (requests, to_load) = crossbeam_channel::unbounded::<TileId>();
        let (loaded, done) = crossbeam_channel::unbounded();
        if decoding == Decoding::Background {
            for _ in 0..WORKERS {
                let (to_load, loaded) = (to_load.clone(), loaded.clone());
                let (archive, repaint) = (archive.clone(), repaint.clone());
                std::thread::spawn(move || {
                    while let Ok(id) = to_load.recv() {
                        if loaded.send((id, archive.load(id))).is_err() {
                            break;
                        }
                        repaint();
                    }
                });
            }
        }
        let cache = LruCache::new(CACHE);
        Ok(Self { archive, decoding, cache, requests, done, pending: 0 })
    }

    /// Whether every tile that was asked for has been decoded.
    #[must_use]
    pub(super) const fn is_idle(&self) -> bool {
        self.pending == 0
    }

    /// Takes in what the workers have finished.
    pub(super) fn poll(&mut self) {
        while let Ok((id, tile)) = self.done.try_recv() {
            self.pending = self.pending.saturating_sub(1);
            self.cache.put(id, tile.map_or(Slot::Missing, Slot::Ready));
        }
    }

    fn request(&mut self, id: TileId) {
        match self.decoding {
            Decoding::Synchronous => {
                let tile = self.archive.load(id);
                self.cache.put(id, tile.map_or(Slot::Missing, Slot::Ready));
            }
            Decoding::Background => {
                if self.requests.send(id).is_ok() {
                    self.pending += 1;
                    self.cache.put(id, Slot::Pending);
                }
            }
        }
    }
}

impl Tiles for ArchiveTiles {
    /// The tile, or the part of the nearest ancestor that is there.
    fn at(&mut self, id: TileId) -> Option<TilePiece> {
        self.poll();
        let side = 1_u32.checked_shl(u32::from(id.zoom))?;
        if id.x >= side || id.y >= side {
            return None;
        }
        let deepest = id.zoom.min(self.archive.reader.get_header().max_zoom);
        for zoom in (0..=deepest).rev() {
            let above = id.zoom - zoom;
            let ancestor = TileId { x: id.x >> above, y: id.y >> above, zoom };
            if zoom == deepest && !self.cache.contains(&ancestor) {
                self.request(ancestor);
            }
            match self.cache.get(&ancestor) {
                Some(Slot::Ready(tile)) => {
                    return Some(TilePiece::new(tile.clone(), part_of(id, above)));
                }
                // The theatre alone reaches the last zooms: outside it the coarser tile is final.
                Some(Slot::Missing) if zoom > 0 => {
                    let parent = TileId { x: ancestor.x >> 1, y: ancestor.y >> 1, zoom: zoom - 1 };
                    if !self.cache.contains(&parent) {
                        self.request(parent);
                    }
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

    fn tile_size(&self) -> u32 {
        TILE_SIZE
    }
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
            let style = TileStyle { overview: Style::default(), detail: Style::default() };
            assert!(ArchiveTiles::new(cut, style, Decoding::Synchronous, || {}).is_err());
        }
    }
}
