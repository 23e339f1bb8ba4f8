//! Which figures are put behind a row, and how they are written.

use super::bearing_to_4_decimals;
use crate::geodata::Country;
use crate::measure::NearestBorder;

/// What is told of each country, behind its code.
const OF_A_COUNTRY: [&str; 5] =
    ["distance_m", "inside", "nearest_lat", "nearest_lon", "bearing_deg"];
/// Millimetres: what the geodesic to this line is right to.
const DECIMALS_OF_METRES: u32 = 3;
/// A centimetre.
const DECIMALS_OF_POSITIONS: u32 = 7;
/// Six metres to the side at 3,000 km.
const DECIMALS_OF_BEARINGS: u32 = 4;

/// How many columns are added.
pub(super) const ADDED: usize = OF_A_COUNTRY.len() * Country::ALL.len();

/// The names of the columns that are added, such as `DZA_distance_m`.
pub(super) fn added_columns() -> impl Iterator<Item = String> {
    Country::ALL.into_iter().flat_map(|country| {
        OF_A_COUNTRY.into_iter().map(move |figure| format!("{}_{figure}", country.code()))
    })
}

/// The figures of one country in the order of its columns.
pub(super) fn of_border(hit: &NearestBorder, decimal: u8) -> [Figure; 5] {
    let figure = |value, decimals| Figure::new(value, decimals, decimal);
    [
        figure(hit.distance.0, DECIMALS_OF_METRES),
        Figure::word(if hit.inside { "true" } else { "false" }),
        figure(hit.foot.lat(), DECIMALS_OF_POSITIONS),
        figure(hit.foot.lon(), DECIMALS_OF_POSITIONS),
        figure(bearing_to_4_decimals(hit), DECIMALS_OF_BEARINGS),
    ]
}

/// A figure as it is written, without an allocation of its own: there are twenty in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Filled from its end.
    bytes: [u8; Self::ROOM],
    start: usize,
}

impl Figure {
    /// Sign, digits and decimal sign of any `i64`.
    const ROOM: usize = 24;

    fn word(word: &str) -> Self {
        let mut figure = Self { bytes: [0; Self::ROOM], start: Self::ROOM };
        word.bytes().rev().for_each(|byte| figure.push_front(byte));
        figure
    }

    /// A number with so many decimals; one that rounds to zero has no sign.
    fn new(value: f64, decimals: u32, decimal_sign: u8) -> Self {
        let scaled = (value * 10_f64.powi(decimals.cast_signed())).round() as i64;
        let mut figure = Self { bytes: [0; Self::ROOM], start: Self::ROOM };
        let mut rest = scaled.unsigned_abs();
        let mut digits = 0;
        while rest > 0 || digits <= decimals {
            figure.push_front(b'0' + (rest % 10) as u8);
            rest /= 10;
            digits += 1;
            if digits == decimals {
                figure.push_front(decimal_sign);
            }
        }
        if scaled < 0 {
            figure.push_front(b'-');
        }
        figure
    }

    fn push_front(&mut self, byte: u8) {
        let Some(before) = self.start.checked_sub(1) else { return };
        if let Some(place) = self.bytes.get_mut(before) {
            *place = byte;
            self.start = before;
        }
    }
}

impl AsRef<[u8]> for Figure {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(self.start..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64, decimals: u32) -> String {
        String::from_utf8(Figure::new(value, decimals, b'.').as_ref().to_owned()).unwrap()
    }

    #[test]
    fn figures_have_their_decimals() {
        assert_eq!(written(195_853.930_4, 3), "195853.930");
        assert_eq!(written(20_003_931.458_6, 3), "20003931.459");
        assert_eq!(written(0.000_4, 3), "0.000");
        assert_eq!(written(0.05, 3), "0.050");
        assert_eq!(written(-179.999_999_96, 7), "-180.0000000");
        assert_eq!(written(-0.000_000_1, 7), "-0.0000001");
        assert_eq!(written(-0.000_000_01, 7), "0.0000000");
        assert_eq!(written(359.999_9, 4), "359.9999");
        assert_eq!(Figure::new(-7.5, 4, b',').as_ref(), b"-7,5000");
        assert_eq!(Figure::word("false").as_ref(), b"false");
    }

    #[test]
    fn twenty_columns_are_added_country_by_country() {
        let names: Vec<String> = added_columns().collect();
        assert_eq!(names.len(), ADDED);
        assert_eq!(names[0], "DZA_distance_m");
        assert_eq!(names[6], "MLI_inside");
        assert_eq!(names[19], "BFA_bearing_deg");
    }
}
