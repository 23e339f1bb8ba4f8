//! The files of `geodata/` that are part of the program: the only place that includes bytes.

/// `borders.bin`: see [`super::Borders`].
pub static BORDERS: &[u8] = include_bytes!("../../geodata/borders.bin");

/// `ground.bin`: see [`super::Mesh::ground`].
pub static GROUND: &[u8] = include_bytes!("../../geodata/ground.bin");

/// `water.bin`: see [`super::Mesh::water`].
pub static WATER: &[u8] = include_bytes!("../../geodata/water.bin");

/// `places.bin`: see [`super::Places`].
pub static PLACES: &[u8] = include_bytes!("../../geodata/places.bin");

/// `regions.bin`: see [`super::Regions`].
pub static REGIONS: &[u8] = include_bytes!("../../geodata/regions.bin");

/// `countries.bin`: see [`super::Countries`].
pub static COUNTRIES: &[u8] = include_bytes!("../../geodata/countries.bin");
