//! What a field of a CSV says: a number, or a text to be shown in a message.

use super::layout::Axis;
use super::problem::RowProblem;
use crate::geodata::LonLat;

/// How much of a field a message shows.
const MOST_SHOWN: usize = 40;

/// Reads the fields of a position, in degrees.
///
/// # Errors
/// Which of the two is not a number of its range.
pub(super) fn position(latitude: &[u8], longitude: &[u8]) -> Result<LonLat, RowProblem> {
    let wrong = |axis, field| RowProblem::Number { axis, text: shown(field), swapped: false };
    let lat = number(latitude).ok_or_else(|| wrong(Axis::Latitude, latitude))?;
    let lon = number(longitude).ok_or_else(|| wrong(Axis::Longitude, longitude))?;
    LonLat::new(lon, lat).map_err(|_| {
        if (-90.0..=90.0).contains(&lat) {
            return wrong(Axis::Longitude, longitude);
        }
        // What is no latitude can be a longitude, and the other way round.
        let swapped = LonLat::new(lat, lon).is_ok();
        RowProblem::Number { axis: Axis::Latitude, text: shown(latitude), swapped }
    })
}

/// A number with a point or, as many countries write it, a comma before its decimals.
pub(super) fn number(field: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(field).ok()?.trim();
    let value: f64 = match text.split_once(',') {
        None => text.parse().ok()?,
        // No second sign: `1,234.5` and `1,2,3` are other things.
        Some((whole, decimals)) if decimals.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{whole}.{decimals}").parse().ok()?
        }
        Some(_) => return None,
    };
    // `str::parse` takes `NaN` and `inf` for numbers.
    value.is_finite().then_some(value)
}

/// A field in a message: what a terminal would act upon is left out, and what is long is cut.
pub(super) fn shown(field: &[u8]) -> String {
    let text = String::from_utf8_lossy(field);
    let mut shown: String =
        text.trim().chars().filter(|c| !c.is_control()).take(MOST_SHOWN).collect();
    if text.trim().chars().count() > MOST_SHOWN {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("18.44345", 18.44345),
            (" +18.44345\t", 18.44345),
            ("18,44345", 18.44345),
            ("-0,5", -0.5),
            ("1.8e1", 18.0),
            ("-7", -7.0),
        ] {
            assert_eq!(number(text.as_bytes()), Some(value), "{text}");
        }
        let not: [&[u8]; 12] = [
            b"",
            b" ",
            b"NaN",
            b"inf",
            b"-infinity",
            b"1,2,3",
            b"1,234.5",
            b"1.2,3",
            b"1,-2",
            b"12 N",
            b"1e999",
            b"18\xFF",
        ];
        for text in not {
            assert_eq!(number(text), None, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn a_position_off_the_earth_is_told_from_a_swapped_one() {
        let problem = |lat: &str, lon: &str| position(lat.as_bytes(), lon.as_bytes()).unwrap_err();
        let latitude =
            |swapped| RowProblem::Number { axis: Axis::Latitude, text: "120".to_owned(), swapped };
        assert_eq!(problem("120", "13"), latitude(true));
        assert_eq!(problem("120", "113"), latitude(false));
        let longitude =
            RowProblem::Number { axis: Axis::Longitude, text: "181".to_owned(), swapped: false };
        assert_eq!(problem("13", "181"), longitude);
        assert!(position(b"90", b"-180").is_ok());
    }

    #[test]
    fn a_shown_field_is_short_and_harmless() {
        assert_eq!(shown(b" a\x1b[31mb\n"), "a[31mb");
        assert_eq!(shown(b"18\xFF"), "18\u{FFFD}");
        assert_eq!(shown("ق".repeat(99).as_bytes()), format!("{}…", "ق".repeat(40)));
    }
}
