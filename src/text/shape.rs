//! Where the glyphs of a text stand: shaping, bidi, line breaks, alignment.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use egui::{Color32, Rect, Vec2, pos2, vec2};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName,
    FontFeatures, FontWeight, Layout, LayoutContext, Line, LineHeight, OverflowWrap, StyleProperty,
};

use super::fonts::{FAMILIES, FontFile, font_context};
use super::spaces::{Stray, widest_line};
use super::style::{Align, Direction, Span, TextStyle};

/// The colour of a run of glyphs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink(pub(super) Color32);

impl Default for Ink {
    fn default() -> Self {
        Self(Color32::PLACEHOLDER)
    }
}

/// A text with a place for each glyph. Inside, lengths are physical pixels.
pub(super) struct Shaped {
    /// What is set, in logical order: with an ellipsis where the text was cut.
    pub(super) text: String,
    pub(super) layout: Layout<Ink>,
    pub(super) pixels_per_point: f32,
    /// How far the lines stand to the right of where the layout has them, in pixels.
    pub(super) shift: f32,
    /// How much of the spare room of a line lies before it: 0 where lines begin, 1 where they end.
    share: f32,
    /// Width of the room the lines are aligned in, in pixels.
    width: f32,
    /// Whether words are missing at the end.
    pub(super) cut: bool,
    /// The letters of each line, once somebody asked for them: they are asked for in every pass
    /// where words are marked or selected.
    letters: Box<[OnceLock<Box<[Letter]>>]>,
}

impl Shaped {
    /// Size in points, a whole number of pixels.
    pub(super) fn size(&self) -> Vec2 {
        vec2(self.width.ceil(), self.layout.height().ceil()) / self.pixels_per_point
    }

    /// Left edge of the first glyph of `line`, in pixels.
    pub(super) fn line_start(&self, line: &Line<'_, Ink>) -> f32 {
        let metrics = line.metrics();
        self.shift + metrics.offset + metrics.inline_min_coord
    }

    /// The spaces at the end of a line that the layout has elsewhere.
    pub(super) fn stray(&self, line: &Line<'_, Ink>) -> Option<Stray> {
        Stray::of(&self.layout, &self.text, line, self.share)
    }

    /// The letters of the line with this number from left to right. Those of a ligature divide it
    /// evenly.
    pub(super) fn letters(&self, number: usize) -> &[Letter] {
        let Some(known) = self.letters.get(number) else { return &[] };
        known.get_or_init(|| {
            let Some(line) = self.layout.get(number) else { return Box::default() };
            let letters = self.letters_of_layout(&line);
            match self.stray(&line) {
                Some(stray) => stray.taken_to_the_end(letters, self.shift).into(),
                None => letters.collect(),
            }
        })
    }

    /// Where the layout has what is seen at `x` of a line, in pixels from the left of the text.
    pub(super) fn x_of_layout(&self, number: usize, x: f32) -> f32 {
        let seen = self.letters(number).iter().find(|letter| x < letter.right);
        let letter = seen.zip(self.layout.get(number)).and_then(|(seen, line)| {
            self.letters_of_layout(&line).find(|letter| letter.bytes == seen.bytes)
        });
        letter.map_or(x, |letter| f32::midpoint(letter.left, letter.right)) - self.shift
    }

    /// The letters of a line as the layout has them.
    fn letters_of_layout<'a>(
        &self,
        line: &Line<'a, Ink>,
    ) -> impl Iterator<Item = Letter> + use<'a> {
        let mut x = self.line_start(line);
        line.runs().flat_map(|run| run.visual_clusters()).map(move |cluster| {
            let left = x;
            x += cluster.advance();
            Letter { bytes: cluster.text_range(), left, right: x, rtl: cluster.is_rtl() }
        })
    }

    /// Where the bytes of `range` are seen, in points from the top left: one rectangle for each
    /// unbroken stretch on a line (a range across a change of direction has several), as high as
    /// the line.
    pub(super) fn rects(&self, range: &Range<usize>) -> Vec<Rect> {
        let mut rects: Vec<Rect> = Vec::new();
        let shares = |bytes: &Range<usize>| bytes.start.max(range.start) < bytes.end.min(range.end);
        for (number, line) in self.layout.lines().enumerate() {
            if !shares(&line.text_range()) {
                continue;
            }
            let metrics = line.metrics();
            let (top, bottom) = (metrics.block_min_coord, metrics.block_max_coord);
            let letters = self.letters(number);
            for stretch in letters.chunk_by(|a, b| shares(&a.bytes) == shares(&b.bytes)) {
                let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { continue };
                if shares(&first.bytes) && first.left < last.right {
                    let rect = Rect::from_min_max(pos2(first.left, top), pos2(last.right, bottom));
                    rects.push(rect / self.pixels_per_point);
                }
            }
        }
        rects
    }

    /// How wide the widest line is, in points, without the space at its end.
    pub(super) fn widest_line(&self) -> f32 {
        widest_line(&self.layout, &self.text) / self.pixels_per_point
    }
}

/// A letter on its line; more exactly, what the reader takes for one (a grapheme cluster). Lengths
/// are pixels from the left of the text.
#[derive(Clone)]
pub(super) struct Letter {
    pub(super) bytes: Range<usize>,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Whether it is read from its right to its left.
    pub(super) rtl: bool,
}

/// The fonts and the working memory of the shaper.
pub(super) struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
}

/// What is to be shaped.
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) text: &'a str,
    pub(super) style: &'a TextStyle,
    pub(super) spans: &'a [Span],
    pub(super) pixels_per_point: f32,
}

impl Shaper {
    /// A shaper that knows `fonts` and no others.
    pub(super) fn new(fonts: &[FontFile]) -> Self {
        Self { fonts: font_context(fonts), layouts: LayoutContext::new() }
    }

    /// What an editor of text shapes with.
    pub(super) const fn contexts(&mut self) -> (&mut FontContext, &mut LayoutContext<Ink>) {
        (&mut self.fonts, &mut self.layouts)
    }

    /// Sets a text in lines of at most `width` points, or in one line (and one for each newline).
    pub(super) fn shape(&mut self, request: Request<'_>, width: Option<f32>) -> Shaped {
        arrange(self.unbroken(request), request, width)
    }

    /// Chooses and joins the glyphs of a text, for [`arrange`] to break into lines. This is the
    /// dear part, and the same for every width.
    pub(super) fn unbroken(&mut self, request: Request<'_>) -> Layout<Ink> {
        let Request { text, style, spans, pixels_per_point } = request;
        let mut builder =
            self.layouts.ranged_builder(&mut self.fonts, text, pixels_per_point, true);
        builder.set_base_direction(base_direction(style.direction));
        for property in properties(style) {
            builder.push_default(property);
        }
        if style.letter_spacing != 0.0 {
            let spacing = StyleProperty::LetterSpacing(style.letter_spacing * style.size);
            for range in letters_that_may_be_spaced(text) {
                builder.push(spacing.clone(), range);
            }
        }
        for span in spans.iter().filter(|span| text.get(span.range.clone()).is_some()) {
            if let Some(color) = span.color {
                builder.push(StyleProperty::Brush(Ink(color)), span.range.clone());
            }
            if let Some(weight) = span.weight {
                let weight = FontWeight::new(weight);
                builder.push(StyleProperty::FontWeight(weight), span.range.clone());
            }
            if let Some(size) = span.size {
                builder.push(StyleProperty::FontSize(size), span.range.clone());
            }
        }
        builder.build(text)
    }
}

/// The direction as the layout has it.
pub(super) const fn base_direction(direction: Direction) -> BaseDirection {
    match direction {
        Direction::Auto => BaseDirection::Auto,
        Direction::Ltr => BaseDirection::Ltr,
        Direction::Rtl => BaseDirection::Rtl,
    }
}

/// What `style` says of every letter: the same for what is shown and for what is edited.
pub(super) fn properties(style: &TextStyle) -> Vec<StyleProperty<'static, Ink>> {
    let families = FAMILIES.iter().copied().map(FontFamilyName::named).collect();
    let mut properties = vec![
        StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))),
        StyleProperty::FontSize(style.size),
        StyleProperty::FontWeight(FontWeight::new(style.weight)),
        StyleProperty::LineHeight(LineHeight::Absolute(style.line_height)),
        StyleProperty::OverflowWrap(OverflowWrap::BreakWord),
        StyleProperty::Brush(Ink(style.color)),
    ];
    if style.tabular {
        properties.push(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\"")));
    }
    properties
}

/// Breaks a shaped text into lines and puts them on their side; it may have been broken otherwise
/// before.
pub(super) fn arrange(mut layout: Layout<Ink>, request: Request<'_>, width: Option<f32>) -> Shaped {
    let Request { text, style, pixels_per_point, .. } = request;
    // A width that is no number is taken for no limit, one below a pixel for a pixel.
    let room = width.map(|width| width * pixels_per_point).filter(|room| room.is_finite());
    let room = room.map(|room| room.max(1.0));
    layout.break_all_lines(room);
    let broken_at = match room {
        Some(room) if style.balance && layout.len() > 1 => Some(balance(&mut layout, text, room)),
        _ => room,
    };
    layout.align(
        match style.align {
            Align::Start => Alignment::Start,
            Align::Center => Alignment::Center,
            Align::End => Alignment::End,
        },
        AlignmentOptions::default(),
    );
    // The layout's own width is that of its widest line; the lines are aligned in the room.
    let widest = widest_line(&layout, text);
    let width = room.map_or(widest, |room| room.max(widest));
    let spare = room.zip(broken_at).map_or(0.0, |(room, broken_at)| (room - broken_at).max(0.0));
    let share = match style.align {
        Align::Start => 0.0,
        Align::Center => 0.5,
        Align::End => 1.0,
    };
    let shift = spare * if layout.is_rtl() { 1.0 - share } else { share };
    let letters = vec![OnceLock::new(); layout.len()].into();
    let text = text.to_owned();
    Shaped { text, layout, pixels_per_point, shift, share, width, cut: false, letters }
}

/// Breaks `layout` at the smallest width that needs no more lines than `room`, and returns it.
fn balance(layout: &mut Layout<Ink>, text: &str, room: f32) -> f32 {
    let lines = layout.len();
    let (mut too_narrow, mut enough) = (0.0, room);
    // Ten halvings of a 1000-pixel room come within a pixel.
    for _ in 0..10 {
        let width = f32::midpoint(too_narrow, enough);
        layout.break_all_lines(Some(width));
        if layout.len() <= lines && widest_line(layout, text) <= width + 0.5 {
            enough = width;
        } else {
            too_narrow = width;
        }
    }
    layout.break_all_lines(Some(enough));
    enough
}

/// Whether `c` belongs to the Arabic blocks, whose letters join.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c,
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// The parts of `text` that may be letter-spaced: no Arabic, no space between Arabic words, and
/// not the last letter, whose space would push a centred word aside.
fn letters_that_may_be_spaced(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut after_arabic = text.chars().find(|c| c.is_alphabetic()).is_some_and(is_arabic);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_alphanumeric() {
            after_arabic = is_arabic(c);
        }
        let Some(&(end, _)) = chars.peek() else { break };
        if after_arabic {
            continue;
        }
        match ranges.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::super::fonts::EMBEDDED;
    use super::*;

    fn shape(text: &str) -> Shaped {
        let style = TextStyle::new(16.0, 28.0);
        let request = Request { text, style: &style, spans: &[], pixels_per_point: 1.0 };
        Shaper::new(&EMBEDDED).shape(request, None)
    }

    /// Number of the font and of the glyph, for each glyph.
    fn glyphs(shaped: &Shaped) -> Vec<(usize, u32)> {
        let mut fonts: Vec<u64> = Vec::new();
        let mut glyphs = Vec::new();
        for run in shaped.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
            let id = run.font().data.id();
            let font = fonts.iter().position(|&known| known == id).unwrap_or_else(|| {
                fonts.push(id);
                fonts.len() - 1
            });
            let ids = run.visual_clusters().flat_map(|cluster| cluster.glyphs());
            glyphs.extend(ids.map(|glyph| (font, glyph.id)));
        }
        glyphs
    }

    #[test]
    fn no_letter_of_the_three_languages_and_of_tifinagh_is_missing() {
        let letters: Vec<char> = ('\u{0621}'..='\u{063A}')
            .chain('\u{2D30}'..='\u{2D67}')
            .chain('\u{2D6F}'..='\u{2D70}')
            .chain('\u{0640}'..='\u{0655}')
            .chain('\u{0660}'..='\u{066C}')
            .chain("ٱپچژڤڨگڭ،؛؟ﷺ".chars())
            .chain(' '..='~')
            .chain('\u{00A0}'..='\u{00FF}')
            .chain(
                "ŒœŸ‘’“”«»–—…•·°′″±−×→←↑↓\u{202F}\u{200E}\u{200F}\u{2066}\u{2068}\u{2069}".chars(),
            )
            .filter(|&c| c != '\u{00AD}')
            .collect();
        for c in letters {
            let set = glyphs(&shape(&c.to_string()));
            assert!(
                set.iter().all(|&(_, glyph)| glyph != 0),
                "no glyph for {c:?} {}",
                c.escape_unicode()
            );
        }
    }

    #[test]
    fn the_second_font_supplies_what_the_first_lacks() {
        let fonts: Vec<usize> = glyphs(&shape("ڨاو")).iter().map(|&(font, _)| font).collect();
        assert_eq!(fonts, [0, 0, 1], "visual order: waw and alef of one font, gaf of the other");
        assert!(glyphs(&shape("ڨ")).iter().all(|&(_, glyph)| glyph != 0));
    }

    #[test]
    fn letters_of_the_second_font_leave_the_lines_where_they_are() {
        let style = TextStyle::new(14.0, 24.0);
        let mut shaper = Shaper::new(&EMBEDDED);
        for text in ["كيدال", "ڨاو", "Gao → Kidal", "ڨ"] {
            let request = Request { text, style: &style, spans: &[], pixels_per_point: 2.0 };
            let shaped = shaper.shape(request, None);
            let line = shaped.layout.lines().next().map(|line| *line.metrics());
            let (baseline, height) = line.map(|m| (m.baseline, m.line_height)).unwrap_or_default();
            assert_eq!((baseline, height), (31.0, 48.0), "{text}");
        }
    }

    #[test]
    fn only_latin_letters_are_spaced() {
        let spaced = |text: &str| -> Vec<String> {
            let ranges = letters_that_may_be_spaced(text);
            ranges.into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(spaced("MALI"), ["MAL"]);
        assert_eq!(spaced("مالي"), Vec::<String>::new());
        assert_eq!(spaced("شمال مالي"), Vec::<String>::new());
        assert_eq!(spaced("NIGER النيجر"), ["NIGER "]);
    }
}
