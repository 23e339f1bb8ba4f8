//! Where the spaces at the end of a line stand.
//!
//! They have the direction of the paragraph, so that they are past the last word whatever its own
//! direction is (rule L1 of UAX #9). parley leaves them with the word: where an Arabic line breaks
//! between two Latin words, the space would show as a gap on the right of the first of them.

use std::ops::Range;

use parley::{BreakReason, Layout, Line};

use super::shape::{Ink, Letter};

/// The spaces at the end of a line that parley has elsewhere. Lengths are pixels as parley counts
/// them.
pub(super) struct Stray {
    /// The byte after the last word of the line.
    from: usize,
    /// Where parley has each of them.
    spaces: Vec<Range<f32>>,
    /// How far everything goes to the right to make room for them at the left, and to stand in the
    /// line's room without them.
    shift: f32,
    /// Width of those that the line was wrapped at, which parley counts to the line.
    counted: f32,
    rtl: bool,
}

impl Stray {
    /// `None` where every space is in its place: nearly always. `share` is how much of the spare
    /// room of a line lies before it: 0 where lines begin, 1 where they end.
    pub(super) fn of(
        layout: &Layout<Ink>,
        text: &str,
        line: &Line<'_, Ink>,
        share: f32,
    ) -> Option<Self> {
        let rtl = layout.is_rtl();
        if line.runs().all(|run| run.is_rtl() == rtl) {
            return None;
        }
        let range = line.text_range();
        let from = range.start + text.get(range)?.trim_end_matches(is_space).len();
        let metrics = line.metrics();
        let mut x = metrics.offset + metrics.inline_min_coord;
        let (mut spaces, mut words): (Vec<Range<f32>>, Option<Range<f32>>) = (Vec::new(), None);
        for cluster in line.runs().flat_map(|run| run.visual_clusters()) {
            let place = x..x + cluster.advance();
            x = place.end;
            if cluster.text_range().start >= from {
                spaces.push(place);
            } else {
                let left = words.map_or(place.start, |words| words.start);
                words = Some(left..x);
            }
        }
        let words = words?;
        let at_end = |space: &Range<f32>| {
            if rtl { space.end <= words.start } else { space.start >= words.end }
        };
        if spaces.iter().all(at_end) {
            return None;
        }
        let width: f32 = spaces.iter().map(|space| space.end - space.start).sum();
        let wrapped = matches!(line.break_reason(), BreakReason::Regular | BreakReason::Emergency);
        let counted = if wrapped { width - metrics.hanging_advance } else { 0.0 };
        // Where parley sees no spare room, it lets the line begin where all lines begin.
        let room = metrics.inline_max_coord - metrics.inline_min_coord;
        let spare = room - metrics.advance + metrics.hanging_advance;
        let more = share * ((spare + counted).max(0.0) - spare.max(0.0));
        let shift = if rtl { width - more } else { more };
        Some(Self { from, spaces, shift, counted, rtl })
    }

    /// How far what parley has at `x`, and is none of these spaces, goes to the right.
    pub(super) fn step(&self, x: f32) -> f32 {
        let passed = self.spaces.iter().filter(|space| space.start < x);
        self.shift - passed.map(|space| space.end - space.start).sum::<f32>()
    }

    /// The letters of the line, which parley has `right` of where they are counted from, with
    /// these spaces past the last word.
    pub(super) fn taken_to_the_end(
        &self,
        letters: impl Iterator<Item = Letter>,
        right: f32,
    ) -> Vec<Letter> {
        let (mut spaces, mut words): (Vec<Letter>, Vec<Letter>) =
            letters.partition(|letter| letter.bytes.start >= self.from);
        for letter in &mut words {
            let step = self.step(letter.left - right);
            letter.left += step;
            letter.right += step;
        }
        spaces.sort_unstable_by_key(|space| space.bytes.start);
        let words_edge = if self.rtl { words.first() } else { words.last() };
        let mut edge =
            words_edge.map_or(right, |letter| if self.rtl { letter.left } else { letter.right });
        for space in &mut spaces {
            let width = space.right - space.left;
            (space.left, space.right) =
                if self.rtl { (edge - width, edge) } else { (edge, edge + width) };
            edge = if self.rtl { space.left } else { space.right };
            space.rtl = self.rtl;
        }
        if self.rtl {
            spaces.reverse();
            spaces.append(&mut words);
            spaces
        } else {
            words.append(&mut spaces);
            words
        }
    }
}

/// How wide the widest line is, in pixels, without the spaces that it was wrapped at.
pub(super) fn widest_line(layout: &Layout<Ink>, text: &str) -> f32 {
    let width = |line: Line<'_, Ink>| {
        let metrics = line.metrics();
        let counted = Stray::of(layout, text, &line, 0.0).map_or(0.0, |stray| stray.counted);
        metrics.indent + metrics.advance - metrics.hanging_advance - counted
    };
    layout.lines().map(width).fold(0.0, f32::max)
}

/// What rule L1 takes to the end of a line: white space, isolates, and what has no width.
const fn is_space(c: char) -> bool {
    matches!(c,
        '\t'..='\r' | '\u{1C}'..=' ' | '\u{85}' | '\u{1680}' | '\u{2000}'..='\u{200B}'
        | '\u{2028}'..='\u{202E}' | '\u{205F}'..='\u{2069}' | '\u{3000}')
}
