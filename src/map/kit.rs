//! What everything in the window is drawn with: words, the text engine, and the colours.

use super::theme::Theme;
use crate::i18n::Words;
use crate::text::{Direction, TextEngine, TextStyle};

/// The words and how they are set and coloured; cheap to hand on.
#[derive(Clone, Copy)]
pub struct Kit<'a> {
    /// Sets the words.
    pub text: &'a TextEngine,
    /// Has the words.
    pub words: &'a Words,
    /// Has the colours.
    pub theme: &'a Theme,
}

impl Kit<'_> {
    /// Whether the window reads from right to left.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        self.words.lang().is_rtl()
    }

    /// The direction of what stands in the reader's order whatever its first letter is.
    #[must_use]
    pub fn direction(&self) -> Direction {
        Direction::of(self.words.lang())
    }
}

/// Notes, chips and figures on the map: 12 over 16.
pub const NOTE: TextStyle = TextStyle::new(12.0, 16.0);
