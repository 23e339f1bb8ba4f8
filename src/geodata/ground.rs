//! All that is known of the ground and can be asked by name or position, loaded at once.

use super::{
    Airports, Borders, Countries, CountryCode, GeodataError, Lang, Physical, Places, Regions,
};

/// Borders and names of the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// Borders, as they are measured.
    pub borders: Borders,
    /// The gazetteer.
    pub places: Places,
    /// Airports.
    pub airports: Airports,
    /// First-level regions of the four countries.
    pub regions: Regions,
    /// Names of the countries on the map.
    pub countries: Countries,
    /// Names of deserts, mountains, plains and waters.
    pub physical: Physical,
}

impl Ground {
    /// The ground that is part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; [`GeodataError`] names the file that is damaged.
    pub fn embedded() -> Result<Self, GeodataError> {
        Ok(Self {
            borders: Borders::embedded()?,
            places: Places::embedded()?,
            airports: Airports::embedded()?,
            regions: Regions::embedded()?,
            countries: Countries::embedded()?,
            physical: Physical::embedded()?,
        })
    }

    /// A country's name in `lang`; none where the map does not reach it.
    #[must_use]
    pub fn country_name(&self, code: CountryCode, lang: Lang) -> Option<&str> {
        self.countries.get(code).map(|country| country.names.get(lang))
    }
}
