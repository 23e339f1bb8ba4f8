//! Which pieces of a sentence run against it, and how they are set apart (Unicode UAX #9).

use crate::geodata::Lang;
use std::borrow::Cow;

/// Left-to-right isolate: what follows, up to [`POP`], runs left to right and counts as one
/// neutral character for what is around it.
pub const LEFT_TO_RIGHT: char = '\u{2066}';
/// First-strong isolate: likewise, in the direction of its own first letter.
pub const FIRST_STRONG: char = '\u{2068}';
/// End of an isolate.
pub const POP: char = '\u{2069}';

/// A figure with its sign as it must stand in `lang`: one left-to-right isolate in Arabic, bare
/// otherwise.
///
/// ```
/// use sahel_map::{geodata::Lang, i18n::isolate::figure};
/// assert_eq!(figure(Lang::Ar, "067°"), "\u{2066}067°\u{2069}");
/// assert_eq!(figure(Lang::Fr, "067°"), "067°");
/// ```
#[must_use]
pub fn figure(lang: Lang, text: &str) -> Cow<'_, str> {
    if lang.is_rtl() { enclosed(LEFT_TO_RIGHT, text).into() } else { text.into() }
}

/// A piece that is put into a sentence of `lang`: isolated where it holds a letter of the other
/// direction, as it is otherwise.
///
/// ```
/// use sahel_map::{geodata::Lang, i18n::isolate::inserted};
/// assert_eq!(inserted(Lang::En, "كيدال"), "\u{2068}كيدال\u{2069}");
/// assert_eq!(inserted(Lang::En, "Kidal"), "Kidal");
/// assert_eq!(inserted(Lang::Ar, "Kidal"), "\u{2068}Kidal\u{2069}");
/// ```
#[must_use]
pub fn inserted(lang: Lang, text: &str) -> Cow<'_, str> {
    let against = |c: char| c.is_alphabetic() && is_right_to_left(c) != lang.is_rtl();
    if !is_isolate(text) && text.chars().any(against) {
        enclosed(FIRST_STRONG, text).into()
    } else {
        text.into()
    }
}

/// The text without any isolate, for places where a reader's machine compares or stores it.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

fn enclosed(open: char, text: &str) -> String {
    let mut enclosed = String::with_capacity(text.len() + open.len_utf8() + POP.len_utf8());
    enclosed.push(open);
    enclosed.push_str(text);
    enclosed.push(POP);
    enclosed
}

/// Whether the whole text is one isolate already.
fn is_isolate(text: &str) -> bool {
    let mut inner = text.chars();
    matches!(inner.next(), Some('\u{2066}'..='\u{2068}'))
        && inner.next_back() == Some(POP)
        && !inner.any(|c| c == POP)
}

/// Whether a letter is of bidirectional class R or AL: the blocks of Hebrew, Arabic, Syriac,
/// Thaana, `NKo`, their presentation forms and the right-to-left planes (UAX #9, table of default
/// classes). `NKo`, ߒߞߏ, is written in Mali.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_isolated_twice() {
        let once = inserted(Lang::En, "مالي").into_owned();
        assert_eq!(inserted(Lang::En, &once), once);
    }

    #[test]
    fn two_isolates_side_by_side_are_not_one() {
        let pair = "\u{2066}18°\u{2069} ش، \u{2066}1°\u{2069}";
        assert_eq!(inserted(Lang::En, pair), format!("\u{2068}{pair}\u{2069}"));
    }

    #[test]
    fn digits_alone_have_no_direction_of_their_own() {
        assert_eq!(inserted(Lang::Ar, "2024"), "2024");
        assert_eq!(inserted(Lang::En, "٢٠٢٤"), "٢٠٢٤");
    }

    #[test]
    fn bare_text_holds_no_isolate() {
        assert_eq!(bare(&inserted(Lang::Ar, "Kidal")), "Kidal");
    }
}
