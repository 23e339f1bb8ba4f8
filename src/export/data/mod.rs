//! How the places of a dossier leave as data: GeoJSON, KML or CSV.

mod csv;
mod geojson;
mod kml;
mod record;

use record::Collection;

use crate::geodata::GeodataError;
use crate::i18n::Words;
use crate::state::World;
use std::io;

/// A format of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFormat {
    /// RFC 7946: every field, in all three languages.
    GeoJson,
    /// KML 2.2 for Google Earth, in one language with the names in all three.
    Kml,
    /// RFC 4180, a row a place.
    Csv,
}

/// Why the data cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The list of sources, whose credits go into the file, is damaged.
    #[error("reading the list of sources")]
    Sources(#[from] GeodataError),
    /// A writer has failed.
    #[error("writing the data")]
    Writing(#[from] io::Error),
}

/// How many rows and columns the places have as a table.
///
/// # Errors
/// None in a program that passed its tests.
pub fn data_extent(world: &World, words: &Words) -> Result<[usize; 2], DataError> {
    let collection = Collection::of(world, words)?;
    let columns = collection.records.first().map_or(0, |first| first.fields.len());
    Ok([collection.records.len(), columns])
}

/// The bytes of the file: the same for the same dossier, language and version of the program.
///
/// ```
/// use sahel_map::dossier::Dossier;
/// use sahel_map::export::{DataFormat, render_data};
/// use sahel_map::{geodata::Lang, i18n::Words, state::World};
/// let world = World::new(Dossier::built_in()?)?;
/// let csv = render_data(&world, &Words::new(Lang::En), DataFormat::Csv)?;
/// assert!(String::from_utf8(csv)?.contains("kidal"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None in a program that passed its tests.
pub fn render_data(world: &World, words: &Words, format: DataFormat) -> Result<Vec<u8>, DataError> {
    let collection = Collection::of(world, words)?;
    Ok(match format {
        DataFormat::GeoJson => geojson::write(&collection)?,
        DataFormat::Kml => kml::write(&collection, world, words)?,
        DataFormat::Csv => csv::write(&collection, words)?,
    })
}
