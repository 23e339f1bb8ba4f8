//! Where the words of a text that is set are: what lies under a point, and where a range is seen.

use std::ops::Range;
use std::sync::Arc;

use egui::{Galley, Pos2, Rect};

use super::caret::Caret;
use super::shape::Shaped;

/// A text whose parts can be found again.
///
/// Points and rectangles are in points from the galley's top left; ranges are bytes of its text.
#[derive(Clone)]
pub struct Rich {
    /// What to paint.
    pub galley: Arc<Galley>,
    shaped: Option<Arc<Shaped>>,
}

impl std::fmt::Debug for Rich {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rich").field(&self.text()).finish()
    }
}

impl Rich {
    pub(super) fn new(galley: Arc<Galley>, shaped: Option<Arc<Shaped>>) -> Self {
        Self { galley, shaped }
    }

    /// The text in logical order.
    #[must_use]
    pub fn text(&self) -> &str {
        self.galley.text()
    }

    /// Where bytes `range` of the text are seen, in points from the galley's top left: for
    /// backgrounds, underlines and links.
    ///
    /// One rectangle for each unbroken stretch on a line, as high as the line; a range in which
    /// the direction changes has several on a line.
    #[must_use]
    pub fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        self.shaped.as_ref().map_or_else(Vec::new, |shaped| shaped.rects(&range))
    }

    /// The byte between the two letters that `point` is next to; of the nearest line where it is
    /// outside.
    #[must_use]
    pub fn byte_at(&self, point: Pos2) -> usize {
        self.shaped.as_ref().map_or(0, |shaped| shaped.caret_at(point).byte)
    }

    /// Where a caret before the letter at `byte` stands: without width, as high as the line.
    #[must_use]
    pub fn caret_rect(&self, byte: usize) -> Rect {
        self.shaped.as_ref().map_or(Rect::ZERO, |shaped| shaped.caret_rect(Caret::before(byte)))
    }

    /// The word at `point`, or the space or sign if there is no word; next to it where `point` is
    /// outside.
    #[must_use]
    pub fn word_at(&self, point: Pos2) -> Range<usize> {
        self.shaped.as_ref().map_or(0..0, |shaped| shaped.word_at(point))
    }

    pub(super) fn shaped(&self) -> Option<&Shaped> {
        self.shaped.as_deref()
    }
}
