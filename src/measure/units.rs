//! What a number measures: metres, degrees, and how people are shown them.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Div, Mul, Sub};

/// A length in metres.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Metres(pub f64);

impl Metres {
    /// A length given in another unit.
    ///
    /// ```
    /// use sahel_map::measure::{LengthUnit, Metres};
    /// assert_eq!(Metres::from_unit(12.0, LengthUnit::Mi), Metres(19_312.128));
    /// ```
    #[must_use]
    pub fn from_unit(value: f64, unit: LengthUnit) -> Self {
        Self(value * unit.metres())
    }

    /// The length as a number of `unit`.
    #[must_use]
    pub fn in_unit(self, unit: LengthUnit) -> f64 {
        self.0 / unit.metres()
    }
}

impl Add for Metres {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Metres {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<f64> for Metres {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<f64> for Metres {
    type Output = Self;
    fn div(self, divisor: f64) -> Self {
        Self(self.0 / divisor)
    }
}

/// The ratio of two lengths.
impl Div for Metres {
    type Output = f64;
    fn div(self, other: Self) -> f64 {
        self.0 / other.0
    }
}

/// A unit in which lengths are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LengthUnit {
    /// Kilometre.
    #[default]
    Km,
    /// International mile.
    Mi,
    /// Nautical mile.
    Nm,
}

impl LengthUnit {
    /// Every unit, in the order the settings offer them.
    pub const ALL: [Self; 3] = [Self::Km, Self::Mi, Self::Nm];

    /// How many metres one of this unit is: exact, by definition (the international mile of
    /// 1959, the nautical mile of 1929).
    #[must_use]
    pub const fn metres(self) -> f64 {
        match self {
            Self::Km => 1000.0,
            Self::Mi => 1609.344,
            Self::Nm => 1852.0,
        }
    }
}

/// An angle in degrees. As a bearing: clockwise from true north.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Degrees(pub f64);

impl Degrees {
    /// The same direction as an angle from 0 up to, but not including, 360.
    ///
    /// ```
    /// use sahel_map::measure::Degrees;
    /// assert_eq!(Degrees(-90.0).normalised(), Degrees(270.0));
    /// ```
    #[must_use]
    pub fn normalised(self) -> Self {
        let turned = self.0.rem_euclid(360.0);
        // A tiny negative angle rounds to 360 itself.
        Self(if turned < 360.0 { turned } else { 0.0 })
    }

    /// The angle in radians.
    #[must_use]
    pub fn radians(self) -> f64 {
        self.0.to_radians()
    }
}

/// One of the sixteen points of the compass. Their names are in the word catalogues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the usual abbreviation: N north, NNE north-north-east")]
#[rustfmt::skip]
pub enum Compass { N, Nne, Ne, Ene, E, Ese, Se, Sse, S, Ssw, Sw, Wsw, W, Wnw, Nw, Nnw }

impl Compass {
    /// The sixteen points, clockwise from north, 22.5 degrees apart.
    #[rustfmt::skip]
    pub const ALL: [Self; 16] = [
        Self::N, Self::Nne, Self::Ne, Self::Ene, Self::E, Self::Ese, Self::Se, Self::Sse,
        Self::S, Self::Ssw, Self::Sw, Self::Wsw, Self::W, Self::Wnw, Self::Nw, Self::Nnw,
    ];

    /// The point nearest to a bearing.
    ///
    /// ```
    /// use sahel_map::measure::{Compass, Degrees};
    /// assert_eq!(Compass::from_bearing(Degrees(66.8)), Compass::Ene);
    /// ```
    #[must_use]
    pub fn from_bearing(bearing: Degrees) -> Self {
        let point = (bearing.normalised().0 / 22.5).round() as usize % Self::ALL.len();
        Self::ALL.get(point).copied().unwrap_or(Self::N)
    }

    /// The bearing of this point.
    #[must_use]
    pub fn bearing(self) -> Degrees {
        Degrees(f64::from(self as u8) * 22.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_exact() {
        assert_eq!(Metres::from_unit(1.0, LengthUnit::Nm), Metres(1852.0));
        for unit in LengthUnit::ALL {
            assert_eq!(Metres(Metres(unit.metres()).in_unit(unit)), Metres(1.0));
        }
        assert_eq!(Metres(3.0) + Metres(4.0) - Metres(2.0) * 3.0, Metres(1.0));
        assert_eq!(Metres(Metres(6.0) / Metres(4.0)), Metres(3.0) / 2.0);
    }

    #[test]
    fn compass_points_turn_clockwise_and_wrap_at_north() {
        for point in Compass::ALL {
            assert_eq!(Compass::from_bearing(point.bearing()), point);
            assert_eq!(Compass::from_bearing(Degrees(point.bearing().0 + 11.24)), point);
            assert_eq!(Compass::from_bearing(Degrees(point.bearing().0 - 11.24)), point);
        }
        assert_eq!(Compass::from_bearing(Degrees(348.76)), Compass::N);
        assert_eq!(Compass::from_bearing(Degrees(-45.0)), Compass::Nw);
        assert_eq!(Compass::from_bearing(Degrees(90.0)), Compass::E);
    }

    #[test]
    fn a_normalised_angle_is_below_a_full_turn() {
        assert_eq!(Degrees(-1e-20).normalised(), Degrees(0.0));
        assert_eq!(Degrees(720.5).normalised(), Degrees(0.5));
    }
}
