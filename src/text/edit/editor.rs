//! What a field holds: its text and caret, and what each thing the reader does makes of them.

mod composing;

use std::ops::Range;

use parley::{Affinity, Cursor, Layout, PlainEditor, PlainEditorDriver, Selection};

use super::boundaries;
use super::filter::one_line;
use super::history::{History, Kind, Moment};
use crate::text::shape::{Ink, Shaper, base_direction, properties};
use crate::text::style::{Direction, TextStyle};

/// Where the caret goes. Left and right are those of the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Start,
    End,
}

/// How much is taken away when nothing is selected, and on which side of the caret in the order
/// of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Erase {
    LetterBefore,
    LetterAfter,
    WordBefore,
    WordAfter,
}

/// How much one press of the pointer takes hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grip {
    Caret,
    Word,
    All,
}

/// A field's text and caret. Bytes are those of [`Self::shown`]; lengths are physical pixels.
pub(super) struct Editor {
    plain: PlainEditor<Ink>,
    style: TextStyle,
    history: History,
    /// The moment before what an input method composes.
    before_composing: Option<Moment>,
    limit: usize,
}

impl Editor {
    /// An empty field for at most `limit` characters.
    pub(super) fn new(style: TextStyle, limit: usize) -> Self {
        let mut plain = PlainEditor::new(style.size);
        dress(&mut plain, &style);
        Self { plain, style, history: History::default(), before_composing: None, limit }
    }

    /// Follows the style and the screen.
    pub(super) fn follow(&mut self, style: &TextStyle, pixels_per_point: f32, limit: usize) {
        self.limit = limit;
        if self.style != *style {
            dress(&mut self.plain, style);
            self.style = *style;
        }
        if self.plain.get_scale().to_bits() != pixels_per_point.to_bits() {
            self.plain.set_scale(pixels_per_point);
        }
    }

    /// Brings the layout up to date. A text without a letter has the direction `otherwise`.
    pub(super) fn settle(&mut self, shaper: &mut Shaper, otherwise: Direction) -> Direction {
        let direction =
            if self.shown().chars().any(is_strong) { Direction::Auto } else { otherwise };
        let wanted = base_direction(direction);
        if self.plain.base_direction() != wanted {
            self.plain.set_base_direction(wanted);
        }
        self.driver(shaper).refresh_layout();
        direction
    }

    /// The text, without what is being composed.
    pub(super) fn text(&self) -> String {
        self.plain.text().to_string()
    }

    /// Whether the text, without what is being composed, is `text`.
    pub(super) fn is(&self, text: &str) -> bool {
        self.plain.text() == text
    }

    /// The text with what is being composed, as it is seen.
    pub(super) fn shown(&self) -> &str {
        self.plain.raw_text()
    }

    /// What is selected; empty at the caret if nothing is.
    pub(super) fn selection(&self) -> Range<usize> {
        self.plain.raw_selection().text_range()
    }

    /// Where the selection began and where the caret is.
    pub(super) fn ends(&self) -> (usize, usize) {
        let selection = self.plain.raw_selection();
        (selection.anchor().index(), selection.focus().index())
    }

    /// What is selected, if anything is.
    pub(super) fn selected(&self) -> Option<&str> {
        self.plain.selected_text().filter(|text| !text.is_empty())
    }

    /// What is being composed.
    pub(super) fn composed(&self) -> Option<Range<usize>> {
        self.plain.raw_compose().clone()
    }

    pub(super) const fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub(super) const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The layout, which [`Self::settle`] brought up to date.
    pub(super) fn layout(&self) -> Option<&Layout<Ink>> {
        self.plain.try_layout()
    }

    /// Left end of the caret's place in the layout; none while an input method hides the caret,
    /// and in an empty field.
    pub(super) fn caret_x(&self) -> Option<f32> {
        let caret = self.plain.cursor_geometry(0.0)?;
        (!self.shown().is_empty()).then_some(caret.x0 as f32)
    }

    /// Whether an input method wants the caret hidden.
    pub(super) fn hides_caret(&self) -> bool {
        !self.plain.is_cursor_visible()
    }

    /// In a text of both directions, whether what is typed at the caret goes to the left.
    pub(super) fn caret_flag(&self) -> Option<bool> {
        let layout = self.layout()?;
        let mut runs = layout.lines().flat_map(|line| line.runs().map(|run| run.is_rtl()));
        let first = runs.next()?;
        if runs.all(|rtl| rtl == first) {
            return None;
        }
        let focus = self.plain.raw_selection().focus();
        let [before, after] = focus.logical_clusters(layout);
        let cluster = if focus.affinity() == Affinity::Upstream {
            before.or(after)
        } else {
            after.or(before)
        };
        cluster.map(|cluster| cluster.is_rtl())
    }

    /// Takes the caller's text, and puts the caret at its end.
    pub(super) fn take(&mut self, shaper: &mut Shaper, text: &str) {
        self.stop_composing(shaper);
        let before = self.moment();
        self.plain.set_text(&one_line(text, self.limit));
        self.put(shaper, self.shown().len(), Affinity::Upstream);
        self.note(Kind::Whole, before);
    }

    /// Begins with the caller's text, which is no step that could be taken back.
    pub(super) fn begin(&mut self, shaper: &mut Shaper, text: &str) {
        self.take(shaper, text);
        self.history = History::default();
    }

    /// Moves the caret, or the end of the selection.
    pub(super) fn go(&mut self, shaper: &mut Shaper, motion: Motion, extend: bool) {
        self.finish_composing(shaper);
        let was = self.plain.raw_selection().focus();
        let step = |editor: &mut Self, shaper: &mut Shaper| {
            let mut driver = editor.driver(shaper);
            match (motion, extend) {
                (Motion::Left, false) => driver.move_left(),
                (Motion::Left, true) => driver.select_left(),
                (Motion::Right, false) => driver.move_right(),
                (Motion::Right, true) => driver.select_right(),
                (Motion::WordLeft, false) => driver.move_word_left(),
                (Motion::WordLeft, true) => driver.select_word_left(),
                (Motion::WordRight, false) => driver.move_word_right(),
                (Motion::WordRight, true) => driver.select_word_right(),
                (Motion::Start, false) => driver.move_to_line_start(),
                (Motion::Start, true) => driver.select_to_line_start(),
                (Motion::End, false) => driver.move_to_line_end(),
                (Motion::End, true) => driver.select_to_line_end(),
            }
        };
        let x = self.caret_x();
        step(self, shaper);
        // A step over what cannot be seen, such as a mark of direction, is no step for the eye.
        let by_letter = matches!(motion, Motion::Left | Motion::Right);
        let mut last = was;
        loop {
            let now = self.plain.raw_selection().focus();
            let moved = self.caret_x() != x && boundaries::is_one(self.shown(), now.index());
            if !by_letter || moved || now == last {
                break;
            }
            last = now;
            step(self, shaper);
        }
        self.keep_to_graphemes(shaper);
    }

    /// Selects everything.
    pub(super) fn select_all(&mut self, shaper: &mut Shaper) {
        self.finish_composing(shaper);
        self.driver(shaper).select_all();
    }

    /// Selects from `anchor` to `focus`, bytes of the text.
    pub(super) fn select(&mut self, shaper: &mut Shaper, anchor: usize, focus: usize) {
        self.finish_composing(shaper);
        let (anchor, focus) =
            (boundaries::after(self.shown(), anchor), boundaries::after(self.shown(), focus));
        self.driver(shaper).select_byte_range(anchor, focus);
    }

    /// Puts the caret at a point of the layout, or selects the word or all there.
    pub(super) fn press(&mut self, shaper: &mut Shaper, grip: Grip, x: f32, y: f32) {
        self.finish_composing(shaper);
        let mut driver = self.driver(shaper);
        match grip {
            Grip::Caret => driver.move_to_point(x, y),
            Grip::Word => driver.select_word_at_point(x, y),
            Grip::All => driver.select_line_at_point(x, y),
        }
        self.keep_to_graphemes(shaper);
    }

    /// Moves the end of the selection to a point of the layout, by what was pressed upon.
    pub(super) fn drag(&mut self, shaper: &mut Shaper, x: f32, y: f32) {
        self.driver(shaper).extend_selection_to_point(x, y);
        self.keep_to_graphemes(shaper);
    }

    /// Moves the end of the selection to a point of the layout.
    pub(super) fn extend(&mut self, shaper: &mut Shaper, x: f32, y: f32) {
        self.finish_composing(shaper);
        self.driver(shaper).shift_click_extension(x, y);
        self.keep_to_graphemes(shaper);
    }

    /// Puts `text` in the place of the selection: what there is room for, in one line.
    pub(super) fn insert(&mut self, shaper: &mut Shaper, text: &str, kind: Kind) {
        self.finish_composing(shaper);
        let selected = self.selected().map_or(0, |text| text.chars().count());
        let room = (self.limit + selected).saturating_sub(self.shown().chars().count());
        let text = one_line(text, room);
        if text.is_empty() {
            return;
        }
        let before = self.moment();
        let end = self.selection().start + text.len();
        self.driver(shaper).insert_or_replace_selection(&text);
        self.put(shaper, end, Affinity::Upstream);
        self.note(kind, before);
    }

    /// Takes away the selection, or else a letter or a word beside the caret.
    pub(super) fn erase(&mut self, shaper: &mut Shaper, erase: Erase) {
        self.finish_composing(shaper);
        let range = self.selection();
        if !range.is_empty() {
            return self.remove(shaper, range, Kind::Whole, Affinity::Upstream);
        }
        let caret = range.start;
        match erase {
            Erase::LetterBefore => {
                let start = boundaries::before(self.shown(), caret);
                self.remove(shaper, start..caret, Kind::Backspace, Affinity::Upstream);
            }
            Erase::LetterAfter => {
                let end = boundaries::after(self.shown(), caret + 1);
                self.remove(shaper, caret..end, Kind::Delete, Affinity::Downstream);
            }
            Erase::WordBefore => {
                let start = boundaries::word_before(self.shown(), caret);
                self.remove(shaper, start..caret, Kind::Whole, Affinity::Upstream);
            }
            Erase::WordAfter => {
                let end = boundaries::word_after(self.shown(), caret);
                self.remove(shaper, caret..end, Kind::Whole, Affinity::Downstream);
            }
        }
    }

    /// Takes away the selection.
    pub(super) fn erase_selection(&mut self, shaper: &mut Shaper) {
        let range = self.selection();
        self.remove(shaper, range, Kind::Whole, Affinity::Upstream);
    }

    /// Takes away everything.
    pub(super) fn clear(&mut self, shaper: &mut Shaper) {
        self.finish_composing(shaper);
        self.remove(shaper, 0..self.shown().len(), Kind::Whole, Affinity::Upstream);
    }

    pub(super) fn undo(&mut self, shaper: &mut Shaper) {
        self.finish_composing(shaper);
        if let Some(moment) = self.history.undo(self.moment()) {
            self.return_to(shaper, &moment);
        }
    }

    pub(super) fn redo(&mut self, shaper: &mut Shaper) {
        self.finish_composing(shaper);
        if let Some(moment) = self.history.redo(self.moment()) {
            self.return_to(shaper, &moment);
        }
    }

    fn remove(&mut self, shaper: &mut Shaper, range: Range<usize>, kind: Kind, side: Affinity) {
        if range.is_empty() || self.shown().get(range.clone()).is_none() {
            return;
        }
        let before = self.moment();
        let mut driver = self.driver(shaper);
        driver.select_byte_range(range.start, range.end);
        driver.delete_selection();
        self.put(shaper, range.start, side);
        self.note(kind, before);
    }

    fn return_to(&mut self, shaper: &mut Shaper, moment: &Moment) {
        self.plain.set_text(&moment.text);
        self.put(shaper, moment.focus, Affinity::Upstream);
        if moment.anchor != moment.focus {
            self.select(shaper, moment.anchor, moment.focus);
        }
    }

    fn moment(&self) -> Moment {
        let (anchor, focus) = self.ends();
        Moment { text: self.shown().to_owned(), anchor, focus }
    }

    fn note(&mut self, kind: Kind, before: Moment) {
        let after = self.moment();
        if before.text != after.text {
            self.history.note(kind, before, &after);
        }
    }

    /// Puts the caret at the first grapheme boundary from `byte` on, beside the letter on `side`.
    fn put(&mut self, shaper: &mut Shaper, byte: usize, side: Affinity) {
        let byte = boundaries::after(self.shown(), byte);
        let mut driver = self.driver(shaper);
        let cursor = Cursor::from_byte_index(driver.layout(), byte, side);
        driver.set_selection(cursor.into());
        self.keep_to_graphemes(shaper);
    }

    /// Moves both ends of the selection out of graphemes: the layout divides those whose letters
    /// come from two fonts, and takes a place it does not know for the one before.
    fn keep_to_graphemes(&mut self, shaper: &mut Shaper) {
        let selection = *self.plain.raw_selection();
        let mut out = |cursor: Cursor| {
            let byte = boundaries::after(self.shown(), cursor.index());
            if byte == cursor.index() {
                return cursor;
            }
            Cursor::from_byte_index(self.driver(shaper).layout(), byte, cursor.affinity())
        };
        let (anchor, focus) = (out(selection.anchor()), out(selection.focus()));
        if (anchor, focus) != (selection.anchor(), selection.focus()) {
            self.driver(shaper).set_selection(Selection::new(anchor, focus));
        }
    }

    fn driver<'a>(&'a mut self, shaper: &'a mut Shaper) -> PlainEditorDriver<'a, Ink> {
        let (fonts, layouts) = shaper.contexts();
        self.plain.driver(fonts, layouts)
    }
}

fn dress(plain: &mut PlainEditor<Ink>, style: &TextStyle) {
    let styles = plain.edit_styles();
    styles.retain(|_| false);
    for property in properties(style) {
        styles.insert(property);
    }
}

/// Whether `c` says which way a text goes: letters and the marks of direction.
fn is_strong(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}')
}
