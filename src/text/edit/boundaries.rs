//! Where letters and words begin and end in a text, in the order of reading.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// The grapheme boundary at `byte` or next after it.
pub(super) fn after(text: &str, byte: usize) -> usize {
    if byte >= text.len() {
        return text.len();
    }
    if is_one(text, byte) {
        return byte;
    }
    let byte = (byte..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    if is_one(text, byte) {
        return byte;
    }
    let mut cursor = GraphemeCursor::new(byte, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The grapheme boundary before `byte`.
pub(super) fn before(text: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte.min(text.len()), text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Where the word before `byte` begins.
pub(super) fn word_before(text: &str, byte: usize) -> usize {
    let head = text.get(..byte).unwrap_or_default();
    let mut words = head.split_word_bound_indices().rev();
    let start = words.find(|(_, word)| !word.trim().is_empty()).map_or(0, |(at, _)| at);
    if is_one(text, start) { start } else { before(text, start) }
}

/// Where the word after `byte` ends.
pub(super) fn word_after(text: &str, byte: usize) -> usize {
    let tail = text.get(byte..).unwrap_or_default();
    let mut words = tail.split_word_bound_indices();
    let word = words.find(|(_, word)| !word.trim().is_empty());
    after(text, word.map_or(text.len(), |(at, word)| byte + at + word.len()))
}

/// Whether a caret may stand at `byte`.
pub(super) fn is_one(text: &str, byte: usize) -> bool {
    text.is_char_boundary(byte)
        && GraphemeCursor::new(byte, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}
