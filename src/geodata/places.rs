//! Which places have names on the map.

use super::format::{PlaceFile, PlacesFile};
use super::{CountryCode, GeodataError, Lang, LonLat, Names, embedded, unpack};

const FILE: &str = "places.bin";

/// The gazetteer: every place of the four countries that the sources have, the larger ones around.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// Most important first: by rank, then by inhabitants.
    pub places: Vec<Place>,
}

/// A populated place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its number in GeoNames, if it is from there.
    pub geonameid: Option<u32>,
    /// Names; the Arabic one is empty where none is known (see [`Place::name`]).
    pub names: Names,
    /// The country it lies in: by our borders for the four, else by GeoNames.
    pub country: CountryCode,
    /// Where its label's dot stands.
    pub at: LonLat,
    /// Inhabitants by the source, where it has a figure.
    pub population: Option<u32>,
    /// How much it matters.
    pub rank: PlaceRank,
}

/// How much a place matters on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceRank {
    /// A national capital.
    NationalCapital,
    /// The capital of a first-level region, or more than 200,000 inhabitants.
    City,
    /// More than 30,000 inhabitants, or weightier than its size.
    Town,
    /// The rest.
    Small,
}

impl Places {
    /// The gazetteer that is part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Places::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::PLACES)
    }

    /// Reads `places.bin`.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, or a rank
    /// that is not known.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: PlacesFile = unpack::decode(FILE, bytes)?;
        let places = file.places.into_iter().map(Place::from_record).collect::<Result<_, _>>()?;
        Ok(Self { places })
    }
}

impl Place {
    /// The name in `lang`, or the French one where the Arabic is not known.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        let name = self.names.get(lang);
        if name.is_empty() { self.names.get(Lang::Fr) } else { name }
    }

    fn from_record(record: PlaceFile) -> Result<Self, GeodataError> {
        let rank = match record.rank {
            0 => PlaceRank::NationalCapital,
            1 => PlaceRank::City,
            2 => PlaceRank::Town,
            3 => PlaceRank::Small,
            other => {
                let what = format!("no rank `{other}`");
                return Err(GeodataError::Content { file: FILE, what });
            }
        };
        Ok(Self {
            geonameid: (record.geonameid != 0).then_some(record.geonameid),
            names: unpack::names(record.names),
            country: CountryCode(record.country),
            at: unpack::position(FILE, record.at)?,
            population: (record.population != 0).then_some(record.population),
            rank,
        })
    }
}
