//! How far a border distance can be off, and whether it tells the side.

use super::{Metres, NearestBorder};
use crate::geodata::LineError;

/// How far the border line that is measured lies from the newest one known.
///
/// The figures are in `geodata/MANIFEST.toml` and come with each stretch of the line. None of this
/// is the error of the ground: another source runs 1.2 km off this line at the median.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BorderError {
    /// Compared, and at most this.
    AtMost(Metres),
    /// Never compared: at least this, and by how much more nobody knows.
    AtLeast(Metres),
}

impl BorderError {
    /// The figure, whichever way it binds.
    #[must_use]
    pub const fn metres(self) -> Metres {
        match self {
            Self::AtMost(error) | Self::AtLeast(error) => error,
        }
    }
}

impl From<LineError> for BorderError {
    fn from(error: LineError) -> Self {
        match error {
            LineError::AtMost(metres) => Self::AtMost(Metres(f64::from(metres))),
            LineError::AtLeast(metres) => Self::AtLeast(Metres(f64::from(metres))),
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
    /// Of a distance from a place of `place_radius` to this point of a border.
    ///
    /// ```
    /// use sahel_map::geodata::{Borders, LonLat};
    /// use sahel_map::measure::{BorderIndexes, Metres, Uncertainty};
    /// let indexes = BorderIndexes::build(&Borders::embedded()?)?;
    /// let tinzaouaten = LonLat::new(2.96778, 19.94861)?;
    /// let [algeria, ..] = indexes.all(tinzaouaten);
    /// let town = Uncertainty::of(&algeria, Metres(1_000.0));
    /// assert_eq!(town.total(), Metres(1_037.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn of(hit: &NearestBorder, place_radius: Metres) -> Self {
        Self { border: hit.error, place_radius }
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

    /// The two towns of one name, 328 m and 206 m from the line: as towns they are at the
    /// border, as the points they are given by they are on their sides.
    #[test]
    fn tinzaouaten_is_at_the_border_as_a_town_but_not_as_a_point() {
        let border = BorderError::AtMost(Metres(37.0));
        let town = Uncertainty { border, place_radius: Metres(1_000.0) };
        let point = Uncertainty { border, place_radius: Metres(0.0) };
        assert_eq!(town.total(), Metres(1_037.0));
        assert!(!is_side_certain(Metres(328.0), town));
        assert!(is_side_certain(Metres(206.0), point));
        assert!(!town.is_lower_bound());
        let unknown = Uncertainty { border: LineError::AtLeast(300).into(), ..point };
        assert!(unknown.is_lower_bound());
    }
}
