//! How a length and a bearing are written, and how exactly.

use super::args::Args;
use super::isolate;
use super::key::{self, Key, Sentence};
use super::words::Words;
use crate::measure::{Compass, Degrees, LengthUnit, Metres, Uncertainty, is_side_certain};

/// Decimals that a distance is never shown beyond, however well it is known: 0.1 km is what the
/// eye can use, and the rest is in `--json` and CSV.
const MOST_DECIMALS: i32 = 1;

/// A distance to a border in words, as sure as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BorderFigure {
    /// The rounded distance alone: `196 km`.
    pub distance: String,
    /// The same with "about" before it where the side is uncertain: what is shown.
    pub words: String,
    /// Whether the distance tells the side of the border.
    pub certain: bool,
}

impl BorderFigure {
    /// The key of the side in a narrow column: inside, outside or uncertain.
    #[must_use]
    pub const fn side_key(&self, inside: bool) -> Key {
        match (self.certain, inside) {
            (false, _) => key::SIDE_UNCERTAIN_SHORT,
            (true, true) => key::SIDE_INSIDE,
            (true, false) => key::SIDE_OUTSIDE,
        }
    }
}

impl Words {
    /// "06:42": minutes and seconds, or hours and minutes.
    #[must_use]
    pub fn clock(&self, count: u64) -> String {
        let numbers = self.numbers();
        let two = |n: u64| {
            let ten = numbers.integer((n / 10) as i64);
            [ten, numbers.integer((n % 10) as i64)].concat()
        };
        isolate::figure(self.lang(), &format!("{}:{}", two(count / 60), two(count % 60)))
            .into_owned()
    }

    /// A distance to a border, rounded to what its uncertainty allows, and whether it tells the
    /// side. Everything that says such a figure takes it from here.
    ///
    /// ```
    /// use sahel_map::geodata::Lang;
    /// use sahel_map::i18n::Words;
    /// use sahel_map::measure::{BorderError, LengthUnit, Metres, Uncertainty};
    ///
    /// let border = BorderError::AtMost(Metres(37.0));
    /// let town = Uncertainty { border, place_radius: Metres(1_000.0) };
    /// let figure = Words::new(Lang::En).border_figure(Metres(328.0), town, LengthUnit::Km);
    /// assert_eq!(figure.words, "about 0.3\u{A0}km");
    /// assert!(!figure.certain);
    /// ```
    #[must_use]
    pub fn border_figure(
        &self,
        distance: Metres,
        uncertainty: Uncertainty,
        unit: LengthUnit,
    ) -> BorderFigure {
        let certain = is_side_certain(distance, uncertainty);
        let distance = self.distance(distance, unit, uncertainty.total());
        let words = if certain {
            distance.clone()
        } else {
            self.format(key::DISTANCE_ABOUT, Args::new().text("distance", distance.as_str()))
        };
        BorderFigure { distance, words, certain }
    }

    /// That a place is at the border, with the figure by this data: what is said instead of a
    /// side where [`BorderFigure::certain`] is not.
    #[must_use]
    pub fn side_uncertain(&self, figure: &BorderFigure) -> String {
        let by_data = Args::new().text("distance", figure.distance.as_str());
        self.format(key::SIDE_UNCERTAIN_FIGURE, by_data)
    }

    /// A measured distance, rounded to what its uncertainty allows: the decimal place of the
    /// uncertainty's first digit in kilometres (195,853.93 m ± 1.3 km is `196 km` and `122 mi`,
    /// ± 0.1 km is `195.9 km`), never beyond 0.1 of the unit. Every unit has as many decimals, or
    /// the same distance would look better known in miles. A distance below its uncertainty keeps
    /// one decimal; where it is that of a border, `side-uncertain` is said first.
    ///
    /// ```
    /// use sahel_map::geodata::Lang;
    /// use sahel_map::i18n::Words;
    /// use sahel_map::measure::{LengthUnit, Metres};
    ///
    /// let words = Words::new(Lang::Fr);
    /// let kidal = words.distance(Metres(195_853.93), LengthUnit::Km, Metres(1_037.0));
    /// assert_eq!(kidal, "196\u{A0}km");
    /// ```
    #[must_use]
    pub fn distance(&self, distance: Metres, unit: LengthUnit, uncertainty: Metres) -> String {
        let value = distance.in_unit(unit);
        let decimals = if distance < uncertainty {
            MOST_DECIMALS
        } else {
            decimals_allowed(uncertainty.in_unit(LengthUnit::Km)).min(MOST_DECIMALS)
        };
        // Fewer than no decimals: whole tens, hundreds and so on.
        let step = 10_f64.powi((-decimals).max(0));
        let rounded = if decimals < 0 { (value / step).round() * step } else { value };
        self.length(Metres::from_unit(rounded, unit), unit, usize::try_from(decimals).unwrap_or(0))
    }

    /// A length with exactly `places` decimals: for what is given or defined (12 miles are
    /// `19.31 km`), not for what is measured.
    #[must_use]
    pub fn length(&self, length: Metres, unit: LengthUnit, places: usize) -> String {
        let figure = self.numbers().decimal(length.in_unit(unit), places);
        self.format(unit_key(unit), Args::new().text("figure", figure))
    }

    /// A length between points that the reader set, which has no error but the hand's: to a metre
    /// below a kilometre, to a tenth of the unit up to a thousand.
    #[must_use]
    pub fn measured_length(&self, length: Metres, unit: LengthUnit) -> String {
        let places = match length.in_unit(unit) {
            value if value < 1.0 => 3,
            value if value < 10.0 => 2,
            value if value < 1_000.0 => 1,
            _ => 0,
        };
        self.length(length, unit, places)
    }

    /// The length of a stretch of border, in whole units, below ten to a tenth: a finer line would
    /// be longer.
    #[must_use]
    pub fn border_length(&self, length: Metres, unit: LengthUnit) -> String {
        self.length(length, unit, usize::from(length.in_unit(unit) < 10.0))
    }

    /// How far a distance may be off: `±1.3 km`, rounded up to 0.1 of the unit, from 10 on to
    /// whole units.
    #[must_use]
    pub fn uncertainty(&self, uncertainty: Metres, unit: LengthUnit) -> String {
        let value = uncertainty.in_unit(unit);
        // Less than a thousandth above a step is noise of the unit's conversion, not uncertainty.
        let raised = |step: f64| ((value / step) - 1e-3).ceil().max(1.0) * step;
        let (value, places) = if raised(0.1) < 10.0 { (raised(0.1), 1) } else { (raised(1.0), 0) };
        let figure = format!("±{}", self.numbers().decimal(value, places));
        let figure = isolate::figure(self.lang(), &figure);
        self.format(unit_key(unit), Args::new().text("figure", figure))
    }

    /// A bearing in whole degrees and its point of the compass: `067° ENE`.
    #[must_use]
    pub fn bearing(&self, bearing: Degrees) -> String {
        let point = self.text(compass_key(Compass::from_bearing(bearing)));
        let args = Args::new().text("figure", self.degrees(bearing)).text("point", point);
        self.format(key::BEARING, args)
    }

    /// A bearing in whole degrees alone: `067°`, from `000°` to `359°`.
    #[must_use]
    pub fn degrees(&self, bearing: Degrees) -> String {
        let whole = Degrees(bearing.0.round()).normalised();
        let figure = format!("{}°", self.numbers().padded(whole.0, 3, 0));
        isolate::figure(self.lang(), &figure).into_owned()
    }
}

/// The key of a point's letters.
#[must_use]
pub const fn compass_key(point: Compass) -> Key {
    match point {
        Compass::N => key::COMPASS_N,
        Compass::Nne => key::COMPASS_NNE,
        Compass::Ne => key::COMPASS_NE,
        Compass::Ene => key::COMPASS_ENE,
        Compass::E => key::COMPASS_E,
        Compass::Ese => key::COMPASS_ESE,
        Compass::Se => key::COMPASS_SE,
        Compass::Sse => key::COMPASS_SSE,
        Compass::S => key::COMPASS_S,
        Compass::Ssw => key::COMPASS_SSW,
        Compass::Sw => key::COMPASS_SW,
        Compass::Wsw => key::COMPASS_WSW,
        Compass::W => key::COMPASS_W,
        Compass::Wnw => key::COMPASS_WNW,
        Compass::Nw => key::COMPASS_NW,
        Compass::Nnw => key::COMPASS_NNW,
    }
}

const fn unit_key(unit: LengthUnit) -> Sentence {
    match unit {
        LengthUnit::Km => key::LENGTH_KM,
        LengthUnit::Mi => key::LENGTH_MI,
        LengthUnit::Nm => key::LENGTH_NM,
    }
}

/// The decimal place of an uncertainty's first digit after it was rounded to one digit: 1.3 is 0,
/// 0.3 is 1, 25 is -1. No uncertainty allows all.
fn decimals_allowed(uncertainty: f64) -> i32 {
    if uncertainty.is_finite() && uncertainty > 0.0 {
        let place = uncertainty.log10().floor();
        // 0.97 is 1 when rounded to one digit.
        let first_digit = (uncertainty / 10_f64.powf(place)).round();
        -(place as i32) - i32::from(first_digit >= 10.0)
    } else {
        MOST_DECIMALS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_the_first_digit() {
        for (uncertainty, decimals) in
            [(1.3, 0), (1.037, 0), (0.97, 0), (0.94, 1), (0.3, 1), (0.1, 1), (0.037, 2), (25.0, -1)]
        {
            assert_eq!(decimals_allowed(uncertainty), decimals, "{uncertainty}");
        }
    }

    #[test]
    fn no_uncertainty_is_not_endless_precision() {
        for none in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(decimals_allowed(none), MOST_DECIMALS, "{none}");
        }
    }
}
