//! Where tiles come from: the built-in archive, or a PMTiles or MBTiles file of the reader's.
//!
//! Everything here reads the disk: it is called on worker threads only, but for pictures.

mod bytes_of;
mod extent;
mod mbtiles;
mod metadata;
mod mvt;
mod packing;
mod places;
mod pmtiles;
mod points;

pub(super) use extent::in_usual_extent;
pub(super) use mvt::{TileFault, check as check_vector_tile};
pub(super) use packing::unpack_if_packed;
pub(super) use places::{TilePlace, places_of};
pub(super) use points::points_of;

use crate::state::{ArchiveFault, Schema, TileKind, TileSet, TilesFrom};
use bytes::Bytes;
use bytes_of::Reading;
use mbtiles::MbTiles;
use metadata::Metadata;
use pmtiles::PmTiles;
use std::io;
use std::path::Path;
use walkers::TileId;

/// The first bytes of every SQLite file, and so of every MBTiles file.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// Most pixels a side of a tile that is a picture.
const LARGEST_SIDE: u32 = 2048;

/// An open archive.
pub(super) enum Archive {
    PmTiles(PmTiles),
    MbTiles(MbTiles),
}

/// What an archive says that its tiles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Vector,
    Raster,
}

impl Content {
    /// By a tile, where the archive does not say it.
    fn guessed(sample: &[u8]) -> Result<Self, ArchiveFault> {
        match image::guess_format(sample) {
            Ok(image::ImageFormat::Avif) => Err(ArchiveFault::Format("AVIF".to_owned())),
            Ok(_) => Ok(Self::Raster),
            Err(_) if mvt::check(sample).is_ok() => Ok(Self::Vector),
            Err(_) => Err(ArchiveFault::StrangeTiles),
        }
    }
}

impl Archive {
    /// The archive in memory.
    pub(super) fn in_memory(bytes: Bytes) -> Result<Self, ArchiveFault> {
        PmTiles::open(Reading::Memory(bytes)).map(Self::PmTiles)
    }

    /// The archive at `path`; its first bytes say of which kind it is.
    pub(super) fn at(path: &Path) -> Result<Self, ArchiveFault> {
        let about = std::fs::metadata(path).map_err(|error| fault_of(&error))?;
        if !about.is_file() {
            return Err(ArchiveFault::NotAFile);
        }
        let reading = Reading::file(path).map_err(|error| fault_of(&error))?;
        let first = reading.read_up_to(16)?;
        if first.starts_with(SQLITE) {
            MbTiles::open(path).map(Self::MbTiles)
        } else {
            PmTiles::open(reading).map(Self::PmTiles)
        }
    }

    /// The tile, unpacked; `None` where the archive has none there.
    pub(super) fn tile(&self, id: TileId) -> Result<Option<Bytes>, ArchiveFault> {
        match self {
            Self::PmTiles(archive) => archive.tile(id),
            Self::MbTiles(archive) => archive.tile(id),
        }
    }

    /// The last zoom with tiles.
    pub(super) const fn max_zoom(&self) -> u8 {
        match self {
            Self::PmTiles(archive) => archive.zooms().1,
            Self::MbTiles(archive) => archive.zooms().1,
        }
    }
}

/// Opens the archive at `path`, looks at one of its tiles, and says what it is.
///
/// # Errors
/// What is wrong with the file.
pub fn inspect(path: &Path) -> Result<TileSet, ArchiveFault> {
    let archive = Archive::at(path)?;
    let (content, zooms, bounds, metadata, sample) = match &archive {
        Archive::PmTiles(a) => (a.content()?, a.zooms(), a.bounds(), a.metadata(), a.sample()?),
        Archive::MbTiles(a) => (a.content()?, a.zooms(), a.bounds(), a.metadata(), a.sample()?),
    };
    let kind = match content {
        Content::Raster => TileKind::Raster { side: side_of(&sample) },
        Content::Vector => TileKind::Vector(schema_of(&metadata, &sample)),
    };
    let file_name = || path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(TileSet {
        from: TilesFrom::File(path.to_owned()),
        name: if metadata.name.is_empty() { file_name() } else { metadata.name },
        attribution: metadata.attribution,
        min_zoom: zooms.0,
        max_zoom: zooms.1,
        bounds,
        kind,
    })
}

/// Looks at a tile from the network: what it is, if it is one.
///
/// # Errors
/// What is wrong with it.
pub fn inspect_tile(tile: &[u8]) -> Result<TileKind, ArchiveFault> {
    let damaged = |problem: &dyn std::fmt::Display| ArchiveFault::Damaged(problem.to_string());
    let tile = unpack_if_packed(Bytes::copy_from_slice(tile))?;
    match Content::guessed(&tile)? {
        Content::Raster => {
            picture_of(&tile).map_err(|error| damaged(&error))?;
            Ok(TileKind::Raster { side: side_of(&tile) })
        }
        Content::Vector => {
            mvt::check(&tile).map_err(|fault| damaged(&fault))?;
            Ok(TileKind::Vector(schema_of(&Metadata::default(), &tile)))
        }
    }
}

/// Reads a tile that is a picture.
///
/// # Errors
/// When it is no PNG, JPEG or WebP picture, or a larger one than any tile.
pub(super) fn picture_of(tile: &[u8]) -> Result<egui::ColorImage, image::ImageError> {
    let mut reader = image::ImageReader::new(io::Cursor::new(tile)).with_guessed_format()?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(64 << 20);
    reader.limits(limits);
    let picture = reader.decode()?.into_rgba8();
    let size = [picture.width() as usize, picture.height() as usize];
    Ok(egui::ColorImage::from_rgba_unmultiplied(size, picture.as_raw()))
}

/// Pixels a side of an archive's tiles, by one of them: the usual 256 where that one is broken.
fn side_of(sample: &[u8]) -> u32 {
    let reader = image::ImageReader::new(io::Cursor::new(sample)).with_guessed_format().ok();
    let size = reader.and_then(|reader| reader.into_dimensions().ok());
    size.map(|(width, _)| width).filter(|side| (1..=LARGEST_SIDE).contains(side)).unwrap_or(256)
}

/// The schema by the names of the layers: as the archive lists them, else as a tile has them.
fn schema_of(metadata: &Metadata, sample: &[u8]) -> Schema {
    let of_tile = || mvt::check(sample).unwrap_or_default();
    let layers = if metadata.layers.is_empty() { of_tile() } else { metadata.layers.clone() };
    let has = |name: &str| layers.iter().any(|layer| layer == name);
    if has("earth") && (has("roads") || has("water")) {
        Schema::Protomaps
    } else if has("transportation") || has("waterway") && has("landcover") {
        Schema::OpenMapTiles
    } else if has("water_polygons") || has("ocean") && has("streets") {
        Schema::Shortbread
    } else {
        Schema::Other
    }
}

/// What the system says of a file, as a fault.
fn fault_of(error: &io::Error) -> ArchiveFault {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ArchiveFault::Missing,
        io::ErrorKind::PermissionDenied => ArchiveFault::Forbidden,
        io::ErrorKind::IsADirectory => ArchiveFault::NotAFile,
        io::ErrorKind::UnexpectedEof => ArchiveFault::CutShort,
        _ => ArchiveFault::Damaged(error.to_string()),
    }
}
