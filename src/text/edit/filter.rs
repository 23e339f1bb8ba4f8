//! What of a pasted or typed text comes into a field of one line.

/// At most `room` characters of `text`, with a space for each line break and control character.
///
/// Marks of direction and joiners stay: they belong to the text. Reads no more of `text` than it
/// takes, however long that is.
pub(super) fn one_line(text: &str, room: usize) -> String {
    let mut after_return = false;
    let mut line = String::with_capacity(text.len().min(4 * room));
    let chars = text.chars().filter(|&c| {
        // Carriage return and line feed are one break.
        let second_half = c == '\n' && std::mem::replace(&mut after_return, false);
        after_return = c == '\r';
        !second_half
    });
    line.extend(chars.take(room).map(|c| if breaks(c) { ' ' } else { c }));
    line
}

/// Whether `c` cannot be in a line: a control character or a line or paragraph separator.
fn breaks(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_control_characters() {
        assert_eq!(one_line("a\r\nb\n\nc\rd", 99), "a b  c d");
        assert_eq!(one_line("a\tb\0c\u{1b}d\u{7f}e\u{85}f\u{2028}g", 99), "a b c d e f g");
        assert_eq!(one_line("\u{2067}كيدال\u{2069}\u{200f}\u{200d}", 99).chars().count(), 9);
    }

    #[test]
    fn a_line_has_no_more_than_there_is_room_for() {
        assert_eq!(one_line("كيدال", 3), "كيد");
        assert_eq!(one_line(&"a".repeat(10 << 20), 4096).len(), 4096);
        assert_eq!(one_line("كيدال", 0), "");
    }
}
