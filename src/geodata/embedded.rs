//! The files of `geodata/` that are part of the program: the only place that includes bytes.

/// `borders.bin`: see [`super::Borders`].
pub static BORDERS: &[u8] = include_bytes!("../../geodata/borders.bin");

/// `ground.bin`: see [`super::Mesh::ground`].
pub static GROUND: &[u8] = include_bytes!("../../geodata/ground.bin");

/// `water.bin`: see [`super::Mesh::water`].
pub static WATER: &[u8] = include_bytes!("../../geodata/water.bin");

/// `rivers.bin`: see [`super::Rivers`].
pub static RIVERS: &[u8] = include_bytes!("../../geodata/rivers.bin");

/// `places.bin`: see [`super::Places`].
pub static PLACES: &[u8] = include_bytes!("../../geodata/places.bin");

/// `airports.bin`: see [`super::Airports`].
pub static AIRPORTS: &[u8] = include_bytes!("../../geodata/airports.bin");

/// `regions.bin`: see [`super::Regions`].
pub static REGIONS: &[u8] = include_bytes!("../../geodata/regions.bin");

/// `countries.bin`: see [`super::Countries`].
pub static COUNTRIES: &[u8] = include_bytes!("../../geodata/countries.bin");

/// `physical.bin`: see [`super::Physical`].
pub static PHYSICAL: &[u8] = include_bytes!("../../geodata/physical.bin");

/// `basemap.pmtiles`: vector tiles of zooms 0 to 4 of the world and 5 to 8 of the theatre.
///
/// Layers: `water` (areas), `rivers` (centre lines, from zoom 2 on), `coast` (lines), `borders`
/// (lines among other countries than the four, with `disputed`, an integer 0 or 1), `regions`
/// (lines, from zoom 4 on, none within 12 km of a national border).
pub static BASEMAP: &[u8] = include_bytes!("../../geodata/basemap.pmtiles");

/// `relief.jpg`: see [`super::Relief`].
pub static RELIEF: &[u8] = include_bytes!("../../geodata/relief.jpg");

/// `MANIFEST.toml`: see [`super::Manifest`].
pub static MANIFEST: &str = include_str!("../../geodata/MANIFEST.toml");
