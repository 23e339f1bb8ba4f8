//! Between which letters a point, a caret and the next caret are, as the eye sees them.
//!
//! Where the direction changes, one byte stands at two places of a line, and the first byte of a
//! line stands at the end of the line before as well. So a caret also says to which of its two
//! letters it keeps.

use std::ops::Range;

use egui::{Pos2, Rect, pos2};
use parley::{Affinity, Cursor, Line, Selection};

use super::shape::{Ink, Letter, Shaped};

/// A place between two letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Caret {
    /// The byte that follows.
    pub(super) byte: usize,
    /// Whether it stands at the end of the letter before it, not at the beginning of the one after.
    pub(super) after: bool,
}

impl Caret {
    /// Before the letter that begins at `byte`.
    pub(super) const fn before(byte: usize) -> Self {
        Self { byte, after: false }
    }

    /// After the letter that ends at `byte`.
    pub(super) const fn after(byte: usize) -> Self {
        Self { byte, after: true }
    }
}

/// A letter with its line's number and its own, counted from the left.
struct Found<'a> {
    line: usize,
    index: usize,
    letter: &'a Letter,
}

impl Letter {
    /// The caret at its left or right edge.
    fn edge(&self, right: bool) -> Caret {
        if right == self.rtl {
            Caret::before(self.bytes.start)
        } else {
            Caret::after(self.bytes.end)
        }
    }
}

impl Shaped {
    /// The caret next to a point, in points from the top left.
    pub(super) fn caret_at(&self, point: Pos2) -> Caret {
        let at = point * self.pixels_per_point;
        self.line_at(at.y).map_or_else(Caret::default, |number| self.caret_on(number, at.x))
    }

    /// The number of the line at a height in pixels, or of the one next to it.
    fn line_at(&self, y: f32) -> Option<usize> {
        let below = |line: Line<'_, Ink>| line.metrics().block_max_coord > y;
        self.layout.lines().position(below).or_else(|| self.layout.len().checked_sub(1))
    }

    /// The caret of a line next to `x`, in pixels.
    fn caret_on(&self, number: usize, x: f32) -> Caret {
        let start = self.layout.get(number).map_or(0, |line| line.text_range().start);
        let mut nearest = Caret::before(start);
        for letter in self.letters(number) {
            let right = x > f32::midpoint(letter.left, letter.right);
            nearest = self.kept_on_line(letter, right);
            if x < letter.right {
                break;
            }
        }
        nearest
    }

    /// The caret at an edge of a letter. The end of a newline is on the next line, so it has but a
    /// beginning.
    fn kept_on_line(&self, letter: &Letter, right: bool) -> Caret {
        if self.is_newline(letter) { Caret::before(letter.bytes.start) } else { letter.edge(right) }
    }

    fn is_newline(&self, letter: &Letter) -> bool {
        let text = self.text.get(letter.bytes.clone()).unwrap_or_default();
        text.ends_with(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
    }

    /// Where a caret is seen: without width and as high as its line, in points.
    pub(super) fn caret_rect(&self, caret: Caret) -> Rect {
        let found = self.letter_of(caret);
        let line = self.layout.get(found.as_ref().map_or(usize::MAX, |found| found.line));
        let Some(line) = line.or_else(|| self.layout.lines().last()) else { return Rect::ZERO };
        let x = match found {
            Some(Found { letter, .. }) => {
                let at_right = letter.rtl != (caret.byte >= letter.bytes.end);
                if at_right { letter.right } else { letter.left }
            }
            None => self.line_start(&line),
        };
        let (top, bottom) = (line.metrics().block_min_coord, line.metrics().block_max_coord);
        Rect::from_min_max(pos2(x, top), pos2(x, bottom)) / self.pixels_per_point
    }

    /// The letter that a caret keeps to, or its other neighbour at an end of the text. `None` after
    /// a newline that ends the text, and in a text without letters.
    fn letter_of(&self, caret: Caret) -> Option<Found<'_>> {
        let byte = caret.byte.min(self.text.len());
        let before = byte.checked_sub(1);
        let ends_open = self.text.get(..byte).is_some_and(|text| text.ends_with('\n'));
        if caret.after {
            before.and_then(|byte| self.letter_with(byte)).or_else(|| self.letter_with(byte))
        } else {
            let at_end = || before.filter(|_| !ends_open).and_then(|byte| self.letter_with(byte));
            self.letter_with(byte).or_else(at_end)
        }
    }

    fn letter_with(&self, byte: usize) -> Option<Found<'_>> {
        let contains = |line: &Line<'_, Ink>| line.text_range().contains(&byte);
        let number = self.layout.lines().position(|line| contains(&line))?;
        let letters = self.letters(number);
        let index = letters.iter().position(|letter| letter.bytes.contains(&byte))?;
        Some(Found { line: number, index, letter: letters.get(index)? })
    }

    /// The caret one letter to the right or to the left of `caret`, on the next line or the one
    /// before where its line ends. `None` where the text ends. Signs without width, such as
    /// isolates, are passed together with a letter.
    pub(super) fn beside(&self, caret: Caret, right: bool) -> Option<Caret> {
        let (mut number, mut edge) = match self.letter_of(caret) {
            Some(Found { line, index, letter }) => {
                let at_right = letter.rtl != (caret.byte >= letter.bytes.end);
                (line, index + usize::from(at_right))
            }
            None => (self.layout.len().checked_sub(1)?, 0),
        };
        // On the way right, the next line of a left-to-right text follows.
        let forward = right != self.layout.is_rtl();
        loop {
            let line = self.layout.get(number)?;
            let letters = self.letters(number);
            let passed = if right {
                letters.get(edge..).unwrap_or_default().iter().position(is_seen)
            } else {
                letters.get(..edge).unwrap_or_default().iter().rev().position(is_seen)
            };
            if let Some(skipped) = passed {
                let index = if right { edge + skipped } else { (edge - skipped).checked_sub(1)? };
                let letter = letters.get(index)?;
                if !self.is_newline(letter) {
                    return Some(letter.edge(right));
                }
            }
            number = if forward { number + 1 } else { number.checked_sub(1)? };
            let entered = self.layout.get(number)?;
            let letters = self.letters(number);
            edge = if right { 0 } else { letters.len() };
            let (upper, lower) = if forward { (line, entered) } else { (entered, line) };
            if !self.is_wrapped(&upper) {
                let first = if right { letters.first() } else { letters.last() };
                let start = Caret::before(lower.text_range().start);
                return Some(match first {
                    Some(letter) => self.kept_on_line(letter, !right),
                    None => start,
                });
            }
        }
    }

    /// Whether the text of a line goes on in the next without a newline.
    fn is_wrapped(&self, line: &Line<'_, Ink>) -> bool {
        let text = self.text.get(line.text_range()).unwrap_or_default();
        !text.ends_with(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
    }

    /// The caret on the line below or above that of `caret`, next to `x` in points. `None` where
    /// there is no such line.
    pub(super) fn vertically(&self, caret: Caret, x: f32, down: bool) -> Option<Caret> {
        let number = self.line_of(caret)?;
        let number = if down { number + 1 } else { number.checked_sub(1)? };
        let exists = number < self.layout.len();
        exists.then(|| self.caret_on(number, x * self.pixels_per_point))
    }

    fn line_of(&self, caret: Caret) -> Option<usize> {
        let last = self.layout.len().checked_sub(1)?;
        Some(self.letter_of(caret).map_or(last, |found| found.line))
    }

    /// The first or the last caret of the line of `caret`, in reading order.
    pub(super) fn line_end(&self, caret: Caret, end: bool) -> Caret {
        let line = self.line_of(caret).and_then(|number| self.layout.get(number));
        let Some(line) = line else { return Caret::default() };
        let range = line.text_range();
        if !end {
            return Caret::before(range.start);
        }
        let text = self.text.get(range.clone()).unwrap_or_default();
        let letters = text.trim_end_matches(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']);
        Caret::after(range.start + letters.len())
    }

    /// The beginning of the next word or of the one before. `None` where there is none.
    pub(super) fn word_beside(&self, caret: Caret, forward: bool) -> Option<Caret> {
        let cursor = Cursor::from_byte_index(&self.layout, caret.byte, Affinity::Downstream);
        let there = if forward {
            cursor.next_logical_word(&self.layout)
        } else {
            cursor.previous_logical_word(&self.layout)
        };
        let byte = there.index().min(self.text.len());
        let goes_on = if forward { byte > caret.byte } else { byte < caret.byte };
        goes_on.then_some(if byte == self.text.len() {
            Caret::after(byte)
        } else {
            Caret::before(byte)
        })
    }

    /// The word, space or sign at a point in points, or next to it.
    pub(super) fn word_at(&self, point: Pos2) -> Range<usize> {
        let at = point * self.pixels_per_point;
        // Under the last line parley finds nothing, in the last line it does.
        let bottom = self.layout.lines().last().map_or(0.0, |line| {
            f32::midpoint(line.metrics().block_min_coord, line.metrics().block_max_coord)
        });
        let x = self.line_at(at.y).map_or(at.x, |number| self.x_of_layout(number, at.x));
        let word = Selection::word_from_point(&self.layout, x, at.y.min(bottom));
        let range = word.text_range();
        range.start.min(self.text.len())..range.end.min(self.text.len())
    }
}

fn is_seen(letter: &Letter) -> bool {
    letter.right > letter.left
}
