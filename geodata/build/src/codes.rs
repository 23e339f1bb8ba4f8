//! Which three-letter code belongs to a country's two-letter one, and what its capital is called.

use crate::polygons::Code;
use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What the gazetteer says of a country.
#[derive(Deserialize)]
pub(crate) struct CountryRow {
    iso3: String,
    /// Name of the national capital.
    pub(crate) capital: String,
    /// `AF` for Africa.
    pub(crate) continentcode: String,
}

impl CountryRow {
    /// ISO 3166-1 alpha-3.
    pub(crate) fn code(&self) -> Result<Code> {
        crate::polygons::code(&self.iso3)
    }
}

/// The countries by ISO 3166-1 alpha-2.
pub(crate) fn read(json: &[u8]) -> Result<BTreeMap<String, CountryRow>> {
    Ok(serde_json::from_slice(json)?)
}
