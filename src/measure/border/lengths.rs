//! How long a country's border is, with each of its neighbours.

use crate::geodata::{CountryBorder, CountryCode};
use crate::measure::{Metres, geodesic};

/// The length of the border between a country and one of its neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BorderLength {
    /// The country across.
    pub neighbour: CountryCode,
    /// Along the line, each edge a geodesic: a line with more detail would be longer.
    pub length: Metres,
}

/// How long the border is with each neighbour, the longest first; coasts are no borders. Some ten
/// milliseconds.
///
/// # Examples
/// ```
/// use sahel_map::geodata::{Borders, Country};
/// use sahel_map::measure::border_lengths;
///
/// let borders = Borders::embedded()?;
/// let longest = border_lengths(borders.of(Country::Mali))[0];
/// assert_eq!(longest.neighbour.as_str(), "MRT");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn border_lengths(border: &CountryBorder) -> Vec<BorderLength> {
    let mut lengths: Vec<BorderLength> = Vec::new();
    for stretch in &border.stretches {
        let length = geodesic::length(border.line(stretch));
        match lengths.iter_mut().find(|known| known.neighbour == stretch.neighbour) {
            Some(known) => known.length = known.length + length,
            None => lengths.push(BorderLength { neighbour: stretch.neighbour, length }),
        }
    }
    lengths.sort_by(|a, b| b.length.0.total_cmp(&a.length.0));
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::{Borders, Country};

    fn of(country: Country) -> Vec<BorderLength> {
        border_lengths(Borders::embedded().unwrap().of(country))
    }

    #[test]
    fn the_parts_add_up_to_the_whole_line() {
        // What geodata/README.md says of the whole lines: measured when they were made.
        let whole = [6_589.95, 8_048.7, 5_830.8, 3_783.6];
        for (country, km) in Country::ALL.into_iter().zip(whole) {
            let sum: f64 = of(country).iter().map(|part| part.length.0 / 1_000.0).sum();
            assert!((sum - km).abs() < 0.06, "{country:?}: {sum}");
        }
    }

    #[test]
    fn both_sides_of_a_line_are_as_long() {
        for country in Country::ALL {
            for part in of(country) {
                let Some(other) = Country::from_code(part.neighbour) else { continue };
                let back = of(other).into_iter().find(|p| p.neighbour == country.code()).unwrap();
                assert!((part.length.0 - back.length.0).abs() < 1.0, "{country:?} {part:?}");
            }
        }
    }
}
