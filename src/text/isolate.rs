//! How a figure, a date or a foreign name keeps its own direction inside other text.

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `text` as one piece that takes the direction of its own first letter: names and quotations
/// inside a sentence of another language.
#[must_use]
pub fn isolate(text: &str) -> String {
    format!("{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}")
}

/// `text` as one left-to-right piece: dates, coordinates, figures with a sign or a unit.
///
/// Without it `2024-07-25` after an Arabic letter is shown as 25-07-2024 and the sign of `-4.5`
/// lands at its other end, which is what UAX #9 asks for.
#[must_use]
pub fn ltr(text: &str) -> String {
    format!("{LEFT_TO_RIGHT_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}")
}

/// `text` as it is to be copied: the signs that keep its parts in order on the screen would be
/// found in no search for its words.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.replace(|c| (LEFT_TO_RIGHT_ISOLATE..=POP_DIRECTIONAL_ISOLATE).contains(&c), "")
}

/// How many isolates are opened in `text` and not closed: a text cut short must close them.
pub(super) fn open_isolates(text: &str) -> usize {
    text.chars().fold(0, |open: usize, c| match c {
        LEFT_TO_RIGHT_ISOLATE | RIGHT_TO_LEFT_ISOLATE | FIRST_STRONG_ISOLATE => open + 1,
        POP_DIRECTIONAL_ISOLATE => open.saturating_sub(1),
        _ => open,
    })
}

/// The sign that closes an isolate.
pub(super) const CLOSE: char = POP_DIRECTIONAL_ISOLATE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_that_stay_open_are_counted() {
        assert_eq!(open_isolates(&ltr("2024-07-25")), 0);
        assert_eq!(open_isolates("a\u{2066}b\u{2068}c"), 2);
        assert_eq!(open_isolates("\u{2069}\u{2067}b"), 1);
    }
}
