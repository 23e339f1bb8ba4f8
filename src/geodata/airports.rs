//! Which airports there are, and what their codes are.

use super::format::{AirportFile, AirportsFile};
use super::{CountryCode, GeodataError, LonLat, Names, embedded, unpack};

const FILE: &str = "airports.bin";

/// Airports of the four countries that have a code of ICAO, and of their African neighbours those
/// that have a code of IATA too.
#[derive(Clone, Debug, PartialEq)]
pub struct Airports {
    /// Most important first: those of the four countries with a code of IATA, those without, the
    /// neighbours'; each by code.
    pub airports: Vec<Airport>,
}

/// An airport or a landing ground. Where the source has its position to a minute of arc only, it
/// is up to a kilometre off.
#[derive(Clone, Debug, PartialEq)]
pub struct Airport {
    /// Its code of ICAO: four letters, such as `GAGO`.
    pub icao: String,
    /// Its code of IATA, if airlines have flown there: three letters, such as `GAQ`.
    pub iata: Option<String>,
    /// Names, after its town where it has one; the Arabic one is empty where none is known.
    pub names: Names,
    /// The country it lies in: by our borders for the four, else by the source.
    pub country: CountryCode,
    /// Where it is.
    pub at: LonLat,
}

impl Airports {
    /// The airports that are part of the program.
    ///
    /// ```
    /// let airports = sahel_map::geodata::Airports::embedded()?.airports;
    /// let gao = airports.iter().find(|airport| airport.icao == "GAGO");
    /// assert_eq!(gao.map(|gao| gao.names.fr.as_str()), Some("Aéroport de Gao"));
    /// # Ok::<(), sahel_map::geodata::GeodataError>(())
    /// ```
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Airports::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::AIRPORTS)
    }

    /// Reads `airports.bin`.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, or a position outside the world.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: AirportsFile = unpack::decode(FILE, bytes)?;
        let airports = file.airports.into_iter().map(Airport::from_record);
        Ok(Self { airports: airports.collect::<Result<_, _>>()? })
    }
}

impl Airport {
    /// Its codes, the one that travellers know first: `GAQ · GAGO`, or `GAKL` alone.
    #[must_use]
    pub fn codes(&self) -> String {
        match &self.iata {
            Some(iata) => format!("{iata} · {}", self.icao),
            None => self.icao.clone(),
        }
    }

    fn from_record(record: AirportFile) -> Result<Self, GeodataError> {
        Ok(Self {
            icao: record.icao,
            iata: Some(record.iata).filter(|iata| !iata.is_empty()),
            names: unpack::names(record.names),
            country: CountryCode(record.country),
            at: unpack::position(FILE, record.at)?,
        })
    }
}
