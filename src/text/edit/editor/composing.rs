//! What an input method makes of a field before its words are decided upon.

use std::ops::Range;

use parley::Affinity;

use super::Editor;
use crate::text::edit::filter::one_line;
use crate::text::edit::history::Kind;
use crate::text::shape::Shaper;

impl Editor {
    /// Shows what an input method composes, with its caret or the part it works on (characters of
    /// the composed text); an empty text ends the composing without a trace.
    pub(in crate::text::edit) fn compose(
        &mut self,
        shaper: &mut Shaper,
        text: &str,
        active: Option<Range<usize>>,
    ) {
        let text = one_line(text, self.limit);
        if text.is_empty() {
            self.stop_composing(shaper);
            return;
        }
        if self.composed().is_none() {
            self.before_composing = Some(self.moment());
        }
        let byte =
            |index: usize| text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte);
        let cursor = active.map(|range| (byte(range.start), byte(range.end)));
        self.driver(shaper).set_compose(&text, cursor);
        self.keep_to_graphemes(shaper);
    }

    /// Puts what an input method decided upon in the place of what it composed.
    pub(in crate::text::edit) fn commit(&mut self, shaper: &mut Shaper, text: &str) {
        if self.composed().is_none() {
            return self.insert(shaper, text, Kind::Typing);
        }
        let before = self.before_composing.take();
        self.stop_composing(shaper);
        let room = self.limit.saturating_sub(self.shown().chars().count());
        let text = one_line(text, room);
        let end = self.selection().start + text.len();
        self.driver(shaper).insert_or_replace_selection(&text);
        self.put(shaper, end, Affinity::Upstream);
        if let Some(before) = before {
            self.note(Kind::Typing, before);
        }
    }

    /// Takes away characters on both sides of the caret, as an input method asks for.
    pub(in crate::text::edit) fn erase_around(
        &mut self,
        shaper: &mut Shaper,
        before: usize,
        after: usize,
    ) {
        let range = self.selection();
        let text = self.shown();
        let head = text.get(..range.start).unwrap_or_default();
        let start = head.char_indices().rev().take(before).last().map_or(range.start, |(at, _)| at);
        let tail = text.get(range.end..).unwrap_or_default();
        let end = tail.char_indices().nth(after).map_or(text.len(), |(at, _)| range.end + at);
        self.remove(shaper, start..end, Kind::Whole, Affinity::Upstream);
    }

    /// Keeps what is being composed as it is. Whether there was any.
    pub(in crate::text::edit) fn finish_composing(&mut self, shaper: &mut Shaper) -> bool {
        if self.composed().is_none() {
            return false;
        }
        self.driver(shaper).finish_compose();
        self.keep_to_graphemes(shaper);
        if let Some(before) = self.before_composing.take() {
            self.note(Kind::Typing, before);
        }
        true
    }

    pub(super) fn stop_composing(&mut self, shaper: &mut Shaper) {
        self.driver(shaper).clear_compose();
        self.keep_to_graphemes(shaper);
        // What was selected when the composing began is gone.
        if let Some(before) = self.before_composing.take() {
            self.note(Kind::Whole, before);
        }
    }
}
