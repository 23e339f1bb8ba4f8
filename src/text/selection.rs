//! Which words of several passages are selected, and how the pointer and the keys change that.

use std::ops::Range;

use egui::{Id, Pos2, Rect, pos2};

use super::caret::Caret;
use super::isolate::without_isolates;
use super::rich::Rich;

/// A passage where it was last shown.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) id: Id,
    pub(super) rect: Rect,
    pub(super) rich: Rich,
    /// The links of the passage, each with its first byte.
    pub(super) links: Vec<(Id, usize)>,
}

impl Shown {
    fn len(&self) -> usize {
        self.rich.text().len()
    }

    /// A point of the screen as one of the passage.
    fn point(&self, at: Pos2) -> Pos2 {
        at - self.rect.min.to_vec2()
    }

    fn caret_at(&self, at: Pos2) -> Caret {
        self.rich.shaped().map_or_else(Caret::default, |shaped| shaped.caret_at(self.point(at)))
    }

    /// Where a caret stands on the screen.
    pub(super) fn caret_rect(&self, caret: Caret) -> Rect {
        let rect = self.rich.shaped().map_or(Rect::ZERO, |shaped| shaped.caret_rect(caret));
        rect.translate(self.rect.min.to_vec2())
    }

    /// The piece of the text at a point that a press of this grain takes.
    fn piece_at(&self, at: Pos2, grain: Grain) -> Piece {
        let caret = self.caret_at(at);
        let range = match grain {
            Grain::Letter => caret.byte..caret.byte,
            Grain::Word => self.rich.word_at(self.point(at)),
            Grain::Passage => 0..self.len(),
        };
        Piece { passage: self.id, range, caret }
    }

    fn is_rtl(&self) -> bool {
        self.rich.shaped().is_some_and(|shaped| shaped.layout.is_rtl())
    }
}

/// How much a press takes: one press letters, two words, three the whole passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grain {
    #[default]
    Letter,
    Word,
    Passage,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    passage: Id,
    range: Range<usize>,
    /// The end of it that moves.
    caret: Caret,
}

/// A way to move the end of a selection, as the eye sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    Start,
    End,
}

/// All that lies between the piece where it began and the piece where it is now, both included.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Selection {
    from: Piece,
    to: Piece,
    grain: Grain,
    /// Where the eye is while it moves from line to line: `x` on the screen.
    column: Option<f32>,
}

/// A number of a passage in the order of reading, and a byte of it.
type Place = (usize, usize);

fn number_of(shown: &[Shown], id: Id) -> Option<usize> {
    shown.iter().position(|passage| passage.id == id)
}

impl Selection {
    /// What a press at a point of a passage selects.
    pub(super) fn press(passage: &Shown, at: Pos2, grain: Grain) -> Self {
        let piece = passage.piece_at(at, grain);
        Self { from: piece.clone(), to: piece, grain, column: None }
    }

    /// A selection without words, before a byte of a passage.
    pub(super) fn caret(passage: &Shown, byte: usize) -> Self {
        let piece = Piece { passage: passage.id, range: byte..byte, caret: Caret::before(byte) };
        Self { from: piece.clone(), to: piece, grain: Grain::Letter, column: None }
    }

    /// All of these passages.
    pub(super) fn all(shown: &[Shown]) -> Option<Self> {
        let (first, last) = (shown.first()?, shown.last()?);
        let end = last.len();
        let from = Piece { passage: first.id, range: 0..0, caret: Caret::before(0) };
        let to = Piece { passage: last.id, range: end..end, caret: Caret::after(end) };
        Some(Self { from, to, grain: Grain::Letter, column: None })
    }

    /// Moves the end to a point of the screen: in the passage that is there, or the nearest above
    /// or below.
    pub(super) fn drag_to(&mut self, shown: &[Shown], at: Pos2) {
        let distance = |passage: &&Shown| {
            let rect = passage.rect;
            let below = (at.y - rect.bottom()).max(rect.top() - at.y).max(0.0);
            let beside = (at.x - rect.right()).max(rect.left() - at.x).max(0.0);
            (below, beside)
        };
        let nearest = shown.iter().min_by(|a, b| {
            let (a, b) = (distance(a), distance(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        if let Some(passage) = nearest {
            self.to = passage.piece_at(at, self.grain);
            self.column = None;
        }
    }

    /// Its first and last place in the order of reading.
    fn ends(&self, shown: &[Shown]) -> Option<(Place, Place)> {
        let from = number_of(shown, self.from.passage)?;
        let to = number_of(shown, self.to.passage)?;
        let start = (from, self.from.range.start).min((to, self.to.range.start));
        let end = (from, self.from.range.end).max((to, self.to.range.end));
        Some((start, end))
    }

    /// Whether the passages that it begins and ends in are there.
    pub(super) fn is_in(&self, shown: &[Shown]) -> bool {
        self.ends(shown).is_some()
    }

    /// Whether it begins or ends in this passage.
    pub(super) fn touches(&self, passage: Id) -> bool {
        self.from.passage == passage || self.to.passage == passage
    }

    /// What of a passage, known by its number, is selected.
    fn range_of(&self, shown: &[Shown], number: usize) -> Option<Range<usize>> {
        let (start, end) = self.ends(shown)?;
        let passage = shown.get(number).filter(|_| start.0 <= number && number <= end.0)?;
        let first = if number == start.0 { start.1 } else { 0 };
        let last = if number == end.0 { end.1 } else { passage.len() };
        Some(first..last.min(passage.len())).filter(|range| range.start < range.end)
    }

    /// What of a passage is selected.
    pub(super) fn range_in(&self, shown: &[Shown], passage: Id) -> Option<Range<usize>> {
        self.range_of(shown, number_of(shown, passage)?)
    }

    /// The selected words in logical order, a line for each passage, without the isolates that
    /// kept figures and names in order.
    pub(super) fn text(&self, shown: &[Shown]) -> String {
        let parts = (0..shown.len()).filter_map(|number| {
            let range = self.range_of(shown, number)?;
            shown.get(number)?.rich.text().get(range)
        });
        without_isolates(&parts.collect::<Vec<_>>().join("\n"))
    }

    /// The passage and the caret of the end that moves.
    pub(super) fn moving_end(&self) -> (Id, Caret) {
        (self.to.passage, self.to.caret)
    }

    /// Moves the end, letter by letter from now on.
    pub(super) fn extend(&mut self, shown: &[Shown], how: Move) {
        let Some((start, end)) = self.ends(shown) else { return };
        if self.grain != Grain::Letter {
            // Of a selection of words the far end stays where it is.
            let to = (number_of(shown, self.to.passage).unwrap_or(0), self.to.range.start);
            let backward = to == start && to != end && self.from != self.to;
            let (fixed, moving) = if backward { (end, start) } else { (start, end) };
            let piece = |(number, byte): Place, after: bool| {
                let caret = if after { Caret::after(byte) } else { Caret::before(byte) };
                shown.get(number).map(|of| Piece { passage: of.id, range: byte..byte, caret })
            };
            let (from, to) = (piece(fixed, backward), piece(moving, !backward));
            let (Some(from), Some(to)) = (from, to) else { return };
            *self = Self { from, to, grain: Grain::Letter, column: None };
        }
        let Some(number) = number_of(shown, self.to.passage) else { return };
        let Some(passage) = shown.get(number) else { return };
        let vertical = matches!(how, Move::Up | Move::Down);
        let column = self.column.unwrap_or_else(|| passage.caret_rect(self.to.caret).center().x);
        self.column = vertical.then_some(column);
        let Some((passage, caret)) = moved(shown, number, self.to.caret, how, column) else {
            return;
        };
        self.to = Piece { passage: passage.id, range: caret.byte..caret.byte, caret };
    }
}

/// Where a caret of the passage with this number goes.
fn moved(
    shown: &[Shown],
    number: usize,
    caret: Caret,
    how: Move,
    column: f32,
) -> Option<(&Shown, Caret)> {
    let passage = shown.get(number)?;
    let text = passage.rich.shaped()?;
    let before = number.checked_sub(1).and_then(|number| shown.get(number));
    let after = shown.get(number + 1);
    let into = |forward: bool| {
        if forward {
            after.map(|passage| (passage, Caret::before(0)))
        } else {
            before.map(|passage| (passage, Caret::after(passage.len())))
        }
    };
    let within = |caret: Option<Caret>| caret.map(|caret| (passage, caret));
    match how {
        Move::Left | Move::Right => {
            let right = how == Move::Right;
            within(text.beside(caret, right)).or_else(|| into(right != passage.is_rtl()))
        }
        Move::WordLeft | Move::WordRight => {
            let forward = (how == Move::WordRight) != passage.is_rtl();
            within(text.word_beside(caret, forward)).or_else(|| into(forward))
        }
        Move::Up | Move::Down => {
            let down = how == Move::Down;
            let x = column - passage.rect.left();
            let next = if down { after } else { before };
            within(text.vertically(caret, x, down))
                .or_else(|| {
                    let next = next?;
                    let y = if down { next.rect.top() } else { next.rect.bottom() };
                    Some((next, next.caret_at(pos2(column, y))))
                })
                .or_else(|| {
                    let (first, last) = (Caret::before(0), Caret::after(passage.len()));
                    Some((passage, if down { last } else { first }))
                })
        }
        Move::LineStart => Some((passage, text.line_end(caret, false))),
        Move::LineEnd => Some((passage, text.line_end(caret, true))),
        Move::Start => shown.first().map(|passage| (passage, Caret::before(0))),
        Move::End => shown.last().map(|passage| (passage, Caret::after(passage.len()))),
    }
}
