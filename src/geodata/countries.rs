//! What the countries on the map are called, and where their labels stand.

use super::format::{CountriesFile, CountryFile};
use super::{CountryCode, GeodataError, LonLat, Names, embedded, unpack};

const FILE: &str = "countries.bin";

/// The countries in and around the theatre.
#[derive(Clone, Debug, PartialEq)]
pub struct Countries {
    /// In the order of their codes.
    pub countries: Vec<CountryLabel>,
}

/// A country's names, and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryLabel {
    /// ISO 3166-1 alpha-3.
    pub code: CountryCode,
    /// The short usual names.
    pub names: Names,
    /// The middle of the label.
    pub label_at: LonLat,
}

impl Countries {
    /// The names that are part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Countries::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::COUNTRIES)
    }

    /// Reads `countries.bin`.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, or a position outside the world.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: CountriesFile = unpack::decode(FILE, bytes)?;
        let mut countries: Vec<CountryLabel> =
            file.countries.into_iter().map(CountryLabel::from_record).collect::<Result<_, _>>()?;
        countries.sort_by_key(|c| c.code);
        Ok(Self { countries })
    }

    /// The country with this code, if it is on the map.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&CountryLabel> {
        let at = self.countries.binary_search_by_key(&code, |c| c.code).ok()?;
        self.countries.get(at)
    }
}

impl CountryLabel {
    fn from_record(record: CountryFile) -> Result<Self, GeodataError> {
        Ok(Self {
            code: CountryCode(record.code),
            names: unpack::names(record.names),
            label_at: unpack::position(FILE, record.label_at)?,
        })
    }
}
