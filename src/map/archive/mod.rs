//! Where tiles come from: the built-in archive, or a PMTiles or MBTiles file of the reader's.
//!
//! Everything here reads the disk: it is called on worker threads only, but for pictures.

mod bytes_of;
mod extent;
mod lines;
mod mbtiles;
mod metadata;
mod mvt;
mod packing;
mod places;
mod pmtiles;
mod points;
mod written;

pub use mvt::TileFault;
pub(super) use packing::unpack_if_packed;
pub use places::TilePlace;
pub use walkers::TileId;

use crate::state::{ArchiveFault, Schema, TileKind, TileSet, TilesFrom};
use bytes::Bytes;
use bytes_of::Reading;
use mbtiles::MbTiles;
use metadata::Metadata;
use pmtiles::PmTiles;
use std::borrow::Cow;
use std::io;
use std::path::Path;

/// The first bytes of every SQLite file, and so of every MBTiles file.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// Most pixels a side of a tile that is a picture: a few hundred of them are kept.
const LARGEST_SIDE: u32 = 1024;

/// An open archive.
pub struct Archive(Kind);

enum Kind {
    PmTiles(PmTiles),
    MbTiles(MbTiles),
}

/// A vector tile that was looked through: what is drawn of it.
#[derive(Clone, Debug, PartialEq)]
pub struct VectorTile<'a> {
    /// The tile for walkers: all of its layers 4096 wide, and no feature of very many lines.
    pub bytes: Cow<'a, [u8]>,
    /// Where its points are, in 0..1 of the tile, in a schema of its own.
    pub points: Vec<[f32; 2]>,
    /// The places that it names, in a schema that is known.
    pub places: Vec<TilePlace>,
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
    /// The PMTiles archive in memory.
    ///
    /// # Errors
    /// What is wrong with its header or its first directory.
    pub fn in_memory(bytes: Bytes) -> Result<Self, ArchiveFault> {
        PmTiles::open(Reading::Memory(bytes)).map(|archive| Self(Kind::PmTiles(archive)))
    }

    /// The archive at `path`; its first bytes say of which kind it is.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn at(path: &Path) -> Result<Self, ArchiveFault> {
        let about = std::fs::metadata(path).map_err(|error| fault_of(&error))?;
        if !about.is_file() {
            return Err(ArchiveFault::NotAFile);
        }
        let reading = Reading::file(path).map_err(|error| fault_of(&error))?;
        let first = reading.read_up_to(16)?;
        if first.starts_with(SQLITE) {
            MbTiles::open(path).map(|archive| Self(Kind::MbTiles(archive)))
        } else {
            PmTiles::open(reading).map(|archive| Self(Kind::PmTiles(archive)))
        }
    }

    /// The tile, unpacked; `None` where the archive has none there.
    ///
    /// # Errors
    /// Where the archive is damaged.
    pub fn tile(&self, id: TileId) -> Result<Option<Bytes>, ArchiveFault> {
        match &self.0 {
            Kind::PmTiles(archive) => archive.tile(id),
            Kind::MbTiles(archive) => archive.tile(id),
        }
    }

    /// The last zoom with tiles.
    #[must_use]
    pub const fn max_zoom(&self) -> u8 {
        match &self.0 {
            Kind::PmTiles(archive) => archive.zooms().1,
            Kind::MbTiles(archive) => archive.zooms().1,
        }
    }

    /// What it is, by its own words and by one of its tiles; `path` is where it lies.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn info(&self, path: &Path) -> Result<TileSet, ArchiveFault> {
        let (content, zooms, bounds, metadata, sample) = match &self.0 {
            Kind::PmTiles(a) => (a.content()?, a.zooms(), a.bounds(), a.metadata(), a.sample()?),
            Kind::MbTiles(a) => (a.content()?, a.zooms(), a.bounds(), a.metadata(), a.sample()?),
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
}

/// Opens the archive at `path`, looks at one of its tiles, and says what it is.
///
/// # Errors
/// What is wrong with the file.
pub fn inspect(path: &Path) -> Result<TileSet, ArchiveFault> {
    Archive::at(path)?.info(path)
}

/// Looks through a vector tile of an archive of `schema`.
///
/// # Errors
/// Why it is left out.
pub fn vector_tile(tile: &[u8], schema: Schema) -> Result<VectorTile<'_>, TileFault> {
    mvt::check(tile)?;
    // Where the schema is known, points are places and shops: some are named.
    let (points, places) = match schema {
        Schema::Other => (points::points_of(tile)?, Vec::new()),
        _ => (Vec::new(), places::places_of(tile)?),
    };
    let bytes = match lines::in_small_features(tile)? {
        Cow::Borrowed(tile) => extent::in_usual_extent(tile)?,
        Cow::Owned(tile) => Cow::Owned(extent::in_usual_extent(&tile)?.into_owned()),
    };
    Ok(VectorTile { bytes, points, places })
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
pub fn picture_of(tile: &[u8]) -> Result<egui::ColorImage, image::ImageError> {
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
