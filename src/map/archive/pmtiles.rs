//! Reading a PMTiles archive, version 3: <https://github.com/protomaps/PMTiles/blob/main/spec/v3>.
//!
//! The crate `pmtiles` gives the numbers of tiles. Its reader is not used: of a damaged file it
//! panics, or asks for as much memory as the file says.

use super::Content;
use super::bytes_of::Reading;
use super::metadata::{LARGEST as LARGEST_METADATA, Metadata};
use super::packing::Packing;
use crate::state::ArchiveFault;
use bytes::{Buf as _, Bytes};
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use walkers::TileId;

/// Length of the header in bytes.
const HEADER: u64 = 127;
/// How deep directories lead to directories; the specification has 1.
const DEEPEST: usize = 4;
/// Largest directory when it is unpacked, in bytes: those of the whole earth have a hundred thousand.
const LARGEST_DIRECTORY: u64 = 1 << 20;
/// Directories that are kept: each knows of thousands of tiles.
const KEPT: NonZeroUsize = NonZeroUsize::new(32).unwrap();
/// Last zoom that the format knows.
const LAST_ZOOM: u8 = 31;

/// Where a part of the file lies: start and length in bytes.
type Part = (u64, u64);

struct Header {
    root: Part,
    metadata: Part,
    leaves: Part,
    tiles: Part,
    /// Of directories and metadata.
    inner_packing: Packing,
    tile_packing: Packing,
    tile_type: u8,
    zooms: (u8, u8),
    bounds: [f64; 4],
}

/// A line of a directory: tiles, or where `run` is 0 another directory.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    tile: u64,
    run: u64,
    start: u64,
    length: u64,
}

/// An open archive.
pub(super) struct PmTiles {
    reading: Reading,
    header: Header,
    root: Vec<Entry>,
    leaves: Mutex<LruCache<u64, Arc<Vec<Entry>>>>,
}

impl PmTiles {
    /// Reads the header and the first directory.
    pub(super) fn open(reading: Reading) -> Result<Self, ArchiveFault> {
        let header = read_header(&reading)?;
        let packed = reading.read(header.root.0, header.root.1)?;
        let root = entries_of(&header.inner_packing.unpack_up_to(packed, LARGEST_DIRECTORY)?)?;
        if root.is_empty() {
            return Err(ArchiveFault::Empty);
        }
        let leaves = Mutex::new(LruCache::new(KEPT));
        Ok(Self { reading, header, root, leaves })
    }

    /// What its tiles are.
    pub(super) fn content(&self) -> Result<Content, ArchiveFault> {
        match self.header.tile_type {
            0 => Content::guessed(&self.sample()?),
            1 => Ok(Content::Vector),
            2..=4 => Ok(Content::Raster),
            5 => Err(ArchiveFault::Format("AVIF".to_owned())),
            6 => Err(ArchiveFault::Format("MLT".to_owned())),
            other => Err(ArchiveFault::Format(other.to_string())),
        }
    }

    /// The first and the last zoom.
    pub(super) const fn zooms(&self) -> (u8, u8) {
        self.header.zooms
    }

    /// West, south, east, north, unless they enclose nothing.
    pub(super) fn bounds(&self) -> Option<[f64; 4]> {
        let [west, south, east, north] = self.header.bounds;
        (west < east && south < north).then_some(self.header.bounds)
    }

    /// What it says of itself; nothing where that is damaged, since the tiles may be sound.
    pub(super) fn metadata(&self) -> Metadata {
        let (start, length) = self.header.metadata;
        let json = self.reading.read(start, length);
        match json
            .and_then(|packed| self.header.inner_packing.unpack_up_to(packed, LARGEST_METADATA))
        {
            Ok(json) => Metadata::from_json(&json),
            Err(error) => {
                tracing::warn!(%error, "what a map archive says of itself cannot be read");
                Metadata::default()
            }
        }
    }

    /// The tile, unpacked.
    pub(super) fn tile(&self, id: TileId) -> Result<Option<Bytes>, ArchiveFault> {
        let Ok(at) = pmtiles::TileCoord::new(id.zoom, id.x, id.y) else { return Ok(None) };
        let number = pmtiles::TileId::from(at).value();
        match find(&self.root, number) {
            Some(entry) => self.follow(entry, number, DEEPEST),
            None => Ok(None),
        }
    }

    /// A tile to look at: the first one.
    pub(super) fn sample(&self) -> Result<Bytes, ArchiveFault> {
        let first = self.root.first().copied().ok_or(ArchiveFault::Empty)?;
        self.follow(first, first.tile, DEEPEST)?.ok_or(ArchiveFault::Empty)
    }

    /// The tile with this number, on from the line of a directory that covers it.
    fn follow(
        &self,
        mut entry: Entry,
        number: u64,
        depth: usize,
    ) -> Result<Option<Bytes>, ArchiveFault> {
        for _ in 0..depth {
            if entry.run > 0 {
                if number - entry.tile >= entry.run {
                    return Ok(None);
                }
                let piece = self.piece(self.header.tiles, entry)?;
                return self.header.tile_packing.unpack(piece).map(Some);
            }
            match find(&self.leaf(entry)?, number) {
                Some(next) => entry = next,
                None => return Ok(None),
            }
        }
        Err(ArchiveFault::Damaged("its directories lead round in a circle".to_owned()))
    }

    fn leaf(&self, entry: Entry) -> Result<Arc<Vec<Entry>>, ArchiveFault> {
        let kept = || self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(leaf) = kept().get(&entry.start) {
            return Ok(leaf.clone());
        }
        let packed = self.piece(self.header.leaves, entry)?;
        let unpacked = self.header.inner_packing.unpack_up_to(packed, LARGEST_DIRECTORY)?;
        let leaf = Arc::new(entries_of(&unpacked)?);
        kept().put(entry.start, leaf.clone());
        Ok(leaf)
    }

    /// The bytes that a line of a directory stands for, in this part of the file.
    fn piece(&self, (start, _): Part, entry: Entry) -> Result<Bytes, ArchiveFault> {
        let start = start.checked_add(entry.start).ok_or(ArchiveFault::CutShort)?;
        self.reading.read(start, entry.length)
    }
}

fn read_header(reading: &Reading) -> Result<Header, ArchiveFault> {
    let start = reading.read_up_to(HEADER)?;
    if !start.starts_with(b"PMTiles") {
        // The first version had another beginning.
        let is_older = start.starts_with(b"PM");
        return Err(if is_older { ArchiveFault::Version(1) } else { ArchiveFault::Unknown });
    }
    match start.get(7) {
        Some(3) => {}
        Some(version) => return Err(ArchiveFault::Version(*version)),
        None => return Err(ArchiveFault::CutShort),
    }
    if (start.len() as u64) < HEADER {
        return Err(ArchiveFault::CutShort);
    }
    // From here on there are exactly as many bytes as are taken.
    let mut rest = start.slice(8..);
    let mut part = || (rest.get_u64_le(), rest.get_u64_le());
    let (root, metadata, leaves, tiles) = (part(), part(), part(), part());
    // Three counts of tiles, which may be unknown, and whether they are in order.
    rest.advance(25);
    let (inner, packing, tile_type) = (rest.get_u8(), rest.get_u8(), rest.get_u8());
    let zooms = (rest.get_u8(), rest.get_u8());
    let mut degrees = || f64::from(rest.get_i32_le()) / 1e7;
    let bounds = [degrees(), degrees(), degrees(), degrees()];
    if zooms.0 > zooms.1 || zooms.1 > LAST_ZOOM {
        let (first, last) = zooms;
        return Err(ArchiveFault::Damaged(format!("zooms from {first} to {last}")));
    }
    for (start, length) in [root, metadata, leaves, tiles] {
        if start.checked_add(length).is_none_or(|end| end > reading.len()) {
            return Err(ArchiveFault::CutShort);
        }
    }
    Ok(Header {
        root,
        metadata,
        leaves,
        tiles,
        inner_packing: Packing::of(inner)?,
        tile_packing: Packing::of(packing)?,
        tile_type,
        zooms,
        bounds,
    })
}

/// The lines of a directory: their fields one after another, as differences.
fn entries_of(mut data: &[u8]) -> Result<Vec<Entry>, ArchiveFault> {
    let damaged = || ArchiveFault::Damaged("a directory of tiles is damaged".to_owned());
    let count = varint(&mut data).ok_or_else(damaged)?;
    // Each line takes four bytes at least: no more memory is taken than the file can fill.
    if count > data.len() as u64 / 4 {
        return Err(damaged());
    }
    let mut entries = vec![Entry::default(); count as usize];
    let mut tile = 0_u64;
    for entry in &mut entries {
        tile = varint(&mut data).and_then(|more| tile.checked_add(more)).ok_or_else(damaged)?;
        entry.tile = tile;
    }
    for entry in &mut entries {
        entry.run = varint(&mut data).ok_or_else(damaged)?;
    }
    for entry in &mut entries {
        entry.length = varint(&mut data).ok_or_else(damaged)?;
    }
    let mut end = 0_u64;
    for entry in &mut entries {
        // 0 is: right behind the one before.
        entry.start = match varint(&mut data).ok_or_else(damaged)? {
            0 => end,
            start => start - 1,
        };
        end = entry.start.checked_add(entry.length).ok_or_else(damaged)?;
    }
    Ok(entries)
}

/// The last line that begins at or before this tile.
fn find(entries: &[Entry], number: u64) -> Option<Entry> {
    let after = entries.partition_point(|entry| entry.tile <= number);
    entries.get(after.checked_sub(1)?).copied()
}

/// A number in groups of seven bits, the lowest first; `None` where it does not end.
pub(super) fn varint(data: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = data.split_first()?;
        *data = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}
