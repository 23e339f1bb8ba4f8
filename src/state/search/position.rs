//! Where coordinates point that are typed into the search field.

use crate::geodata::LonLat;
use crate::i18n::fold;
use crate::measure::coordinates;

/// The position that `typed` gives, latitude first. Besides what [`coordinates::parse`] reads:
/// decimal commas, a space between the two, degrees, minutes and seconds, letters for the sides of
/// the earth in three languages, and Arabic-Indic digits; so also all that the window shows.
pub(super) fn parse(typed: &str) -> Option<LonLat> {
    // No position is longer, and a pasted book need not be read.
    if typed.len() > 200 {
        return None;
    }
    let folded = fold::text(typed);
    if let Ok(at) = coordinates::parse(&folded) {
        return Some(at);
    }
    let mut rest = folded.trim();
    let (first, north_first) = angle(&mut rest)?;
    rest = rest.trim_start_matches([' ', ',', ';']);
    let (second, east_second) = angle(&mut rest)?;
    let is_position = rest.trim().is_empty()
        && north_first != Some(Axis::Longitude)
        && east_second != Some(Axis::Latitude);
    LonLat::new(second, first).ok().filter(|_| is_position)
}

/// What a letter says an angle is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Latitude,
    Longitude,
}

/// Takes an angle in degrees off the beginning of `rest`, and its letter.
fn angle(rest: &mut &str) -> Option<(f64, Option<Axis>)> {
    let negative = take(rest, "-");
    if !negative {
        take(rest, "+");
    }
    let mut degrees = number(rest)?;
    if take(rest, "°") || take(rest, "º") {
        let mut part = 60.0;
        for marks in [["'", "'"], ["\"", "''"]] {
            let before = *rest;
            *rest = rest.trim_start();
            match number(rest) {
                Some(value) if value < 60.0 && marks.iter().any(|mark| take(rest, mark)) => {
                    degrees += value / part;
                }
                _ => *rest = before,
            }
            part *= 60.0;
        }
    }
    let after = rest.trim_start();
    let side = after.chars().next().and_then(|c| match c {
        'n' | 'ش' => Some((1.0, Axis::Latitude)),
        's' | 'ج' => Some((-1.0, Axis::Latitude)),
        'e' | 'ق' => Some((1.0, Axis::Longitude)),
        'w' | 'o' | 'غ' => Some((-1.0, Axis::Longitude)),
        _ => None,
    });
    let sign = if negative { -1.0 } else { 1.0 };
    Some(match side {
        Some((side, axis)) => {
            let mut chars = after.chars();
            chars.next();
            *rest = chars.as_str();
            (sign * side * degrees, Some(axis))
        }
        None => (sign * degrees, None),
    })
}

/// Takes a number off the beginning of `rest`: digits, with a point or a comma among them.
fn number(rest: &mut &str) -> Option<f64> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(rest);
    if length == 0 {
        return None;
    }
    let fraction = rest.get(length..)?.strip_prefix(['.', ',']).map_or(0, digits);
    if fraction > 0 {
        length += 1 + fraction;
    }
    let (number, after) = rest.split_at_checked(length)?;
    *rest = after;
    number.replace(',', ".").parse().ok()
}

fn take(rest: &mut &str, mark: &str) -> bool {
    rest.strip_prefix(mark).is_some_and(|after| {
        *rest = after;
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;
    use crate::i18n::{Digits, MonthNames, Usage, Words};

    #[track_caller]
    fn assert_reads(typed: &str, lat: f64, lon: f64) {
        let at = parse(typed).unwrap_or_else(|| panic!("`{typed}` is a position"));
        assert!((at.lat() - lat).abs() < 1e-9 && (at.lon() - lon).abs() < 1e-9, "{typed}: {at:?}");
    }

    #[test]
    fn coordinates_are_read_as_they_are_written() {
        for typed in [
            "18.44, 1.41",
            "18.44,1.41",
            "18.44 1.41",
            "18,44 1,41",
            "18,44; 1,41",
            "18,44, 1,41",
            "18.44° N, 1.41° E",
            "18.44N 1.41E",
            "+18.44 +1.41",
            "١٨٫٤٤، ١٫٤١",
            "١٨٫٤٤ ش، ١٫٤١ ق",
            "18°26'24\" N 1°24'36\" E",
            "18° 26′ 24″ N, 1° 24′ 36″ E",
            "\u{2066}18.44°\u{2069}\u{A0}ش، \u{2066}1.41°\u{2069}\u{A0}ق",
        ] {
            assert_reads(typed, 18.44, 1.41);
        }
        assert_reads("18, 44", 18.0, 44.0);
        assert_reads("12.6° N, 7.97° O", 12.6, -7.97);
        assert_reads("12.6 −7.97", 12.6, -7.97);
        assert_reads("12.6, -7.97", 12.6, -7.97);
    }

    #[test]
    fn what_the_window_shows_can_be_typed() {
        let at = LonLat::new(-1.4092, 18.4435).unwrap();
        for lang in Lang::ALL {
            for digits in [Digits::Western, Digits::ArabicIndic] {
                let usage = Usage { digits, months: MonthNames::default() };
                let shown = Words::with_usage(lang, usage).coordinates(at);
                assert_eq!(parse(&shown), Some(at), "{shown}");
            }
        }
    }

    #[test]
    fn other_texts_are_no_positions() {
        for typed in [
            "",
            "18",
            "18.44,",
            "95, 0",
            "0, 190",
            "18 1 2",
            "kidal",
            "n s",
            "18°61' 1°",
            "1e3 2",
            "18.44 E, 1.41 N",
            "-",
            "12 km",
            "° '",
            "18.44, 1.41 x",
        ] {
            assert_eq!(parse(typed), None, "{typed}");
        }
        assert_eq!(parse(&"1 ".repeat(5_000)), None);
    }
}
