//! What a piece of text looks like: size, weight, colour, side, direction.

use crate::geodata::Lang;
use egui::Color32;
use std::ops::Range;

/// On which side of the width the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// The side where reading begins: left for Latin, right for Arabic.
    #[default]
    Start,
    /// The middle.
    Center,
    /// The side where reading ends.
    End,
}

/// The direction of the paragraph: where its lines begin, and on which side neutral signs fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// That of the first letter (rules P2 and P3 of UAX #9). Text without a letter outside
    /// isolates is left-to-right.
    #[default]
    Auto,
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// In which a language is read.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        if lang.is_rtl() { Self::Rtl } else { Self::Ltr }
    }
}

/// How a text is set. Lengths are in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Font size.
    pub size: f32,
    /// Distance from one baseline to the next.
    pub line_height: f32,
    /// 100 to 900; 400 is regular.
    pub weight: f32,
    /// [`Color32::PLACEHOLDER`] takes the colour given when the galley is painted.
    pub color: Color32,
    /// Side of the width.
    pub align: Align,
    /// Direction of the paragraph.
    pub direction: Direction,
    /// Extra space after each letter, in em. Arabic letters never get any: it would tear them.
    pub letter_spacing: f32,
    /// Lean to the right in degrees, drawn by the engine. Arabic letters never lean.
    pub slant_degrees: f32,
    /// Figures of one width.
    pub tabular: bool,
    /// Lines of about the same length instead of full lines and a short last one.
    pub balance: bool,
}

impl TextStyle {
    /// Regular weight, the painter's colour, start side, the text's own direction.
    #[must_use]
    pub const fn new(size: f32, line_height: f32) -> Self {
        Self {
            size,
            line_height,
            weight: 400.0,
            color: Color32::PLACEHOLDER,
            align: Align::Start,
            direction: Direction::Auto,
            letter_spacing: 0.0,
            slant_degrees: 0.0,
            tabular: false,
            balance: false,
        }
    }

    /// The same with another weight, 100 to 900.
    #[must_use]
    pub const fn weight(self, weight: f32) -> Self {
        Self { weight, ..self }
    }

    /// The same in another colour.
    #[must_use]
    pub const fn color(self, color: Color32) -> Self {
        Self { color, ..self }
    }

    /// The same on another side.
    #[must_use]
    pub const fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// The same in another direction.
    #[must_use]
    pub const fn direction(self, direction: Direction) -> Self {
        Self { direction, ..self }
    }

    /// The same with figures of one width.
    #[must_use]
    pub const fn tabular(self) -> Self {
        Self { tabular: true, ..self }
    }

    /// The same with lines of about the same length.
    #[must_use]
    pub const fn balanced(self) -> Self {
        Self { balance: true, ..self }
    }
}

/// A part of a text that looks different. `None` keeps what the style says.
///
/// Colour may change anywhere, within a word too: Arabic letters stay joined. Weight and size
/// should cover whole words, since letters of two fonts do not join.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// Bytes of the text; a range that does not fall on character boundaries is ignored.
    pub range: Range<usize>,
    /// Another colour.
    pub color: Option<Color32>,
    /// Another weight, 100 to 900.
    pub weight: Option<f32>,
    /// Another size, in points.
    pub size: Option<f32>,
}

/// A text with parts that look different. Later spans win over earlier ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RichText {
    /// The text in logical order.
    pub text: String,
    /// Its parts.
    pub spans: Vec<Span>,
}

impl RichText {
    /// A text without spans.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), spans: Vec::new() }
    }

    /// The same with bytes `range` in `color`.
    #[must_use]
    pub fn colored(mut self, range: Range<usize>, color: Color32) -> Self {
        self.spans.push(Span { range, color: Some(color), ..Span::default() });
        self
    }

    /// The same with bytes `range` in `weight`.
    #[must_use]
    pub fn weighted(mut self, range: Range<usize>, weight: f32) -> Self {
        self.spans.push(Span { range, weight: Some(weight), ..Span::default() });
        self
    }
}
