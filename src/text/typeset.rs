//! Where each glyph of a text stands, for a page whose text stays text: a PDF.
//!
//! Readers of a PDF take the letters from left to right as they stand and turn those of Arabic
//! around, one glyph at a time. So a glyph stands for one letter here: where two letters have one
//! glyph, such as lam and alef, it stands for the last of them, and an empty glyph beside it for
//! the first. A vowel sign hangs over its letter, out of the order from left to right: an empty glyph
//! stands for it, and the sign itself is drawn as a shape. `pdftotext` then gives every sentence in
//! its logical order.

use std::ops::Range;

use parley::{Cluster, Line, Run};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};

use super::ellipsis::{self, Room};
use super::fonts::{EMBEDDED, FontFile};
use super::shape::{Ink, Request, Shaped, Shaper};
use super::style::TextStyle;

/// Steps of a point in which lines are placed: far below what a printer shows.
const STEPS: f32 = 16.0;

/// Sets texts for print.
pub struct Typesetter {
    shaper: Shaper,
    /// The glyphs of each font that show nothing and have no width.
    blanks: Vec<Vec<u32>>,
    /// Letters that empty glyphs stand for, in the order of their first use: each has its own, since
    /// a PDF says of a glyph once what it stands for.
    hidden: Vec<String>,
}

/// A text that is set. Lengths are points.
#[derive(Clone, Debug)]
pub struct Typeset {
    /// Its lines, first to last.
    pub lines: Vec<TypesetLine>,
    /// Whether the paragraph begins at the right.
    pub is_rtl: bool,
    /// Width of the widest line.
    pub width: f32,
}

/// A line.
#[derive(Clone, Debug)]
pub struct TypesetLine {
    /// Height with the space to the next line.
    pub height: f32,
    /// From its top to the baseline.
    pub baseline: f32,
    /// Stretches of glyphs of one face, from left to right.
    pub runs: Vec<GlyphRun>,
}

/// Glyphs that stand one after the other.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    /// The typeface.
    pub face: Face,
    /// Font size.
    pub size: f32,
    /// Left edge of the first glyph, from the left of the text.
    pub x: f32,
    /// The text that the glyphs' bytes are of.
    pub text: String,
    /// The glyphs.
    pub glyphs: Vec<TypesetGlyph>,
}

/// A typeface in a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Face {
    /// Which of the embedded font files.
    pub file: usize,
    /// 100 to 900; none for a file that has one weight.
    pub weight: Option<u16>,
    /// Whether it is to be drawn thicker, for want of a bold weight.
    pub embolden: bool,
}

impl Face {
    /// The font file.
    #[must_use]
    pub fn bytes(&self) -> &'static [u8] {
        EMBEDDED.get(self.file).map_or(&[], |font| font.bytes)
    }
}

/// A glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct TypesetGlyph {
    /// Its number in the font.
    pub id: u32,
    /// What of the run's text it stands for.
    pub bytes: Range<usize>,
    /// From its pen to that of the next.
    pub advance: f32,
    /// How far it is drawn to the right of its pen, and below it.
    pub offset: [f32; 2],
    /// Whether it is a shape and no text: an empty glyph stands for it.
    pub is_shape: bool,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// With the program's fonts.
    #[must_use]
    pub fn new() -> Self {
        let blanks = EMBEDDED.iter().map(blanks_of).collect();
        Self { shaper: Shaper::new(&EMBEDDED), blanks, hidden: Vec::new() }
    }

    /// `text` wrapped to `width` points; with `max_lines`, what does not fit is replaced by "…".
    ///
    /// ```
    /// use sahel_map::text::{TextStyle, Typesetter};
    /// let set = Typesetter::new().set("إلا أن", &TextStyle::new(10.0, 15.0), 100.0, None);
    /// assert!(set.is_rtl && set.lines.len() == 1);
    /// ```
    #[must_use]
    pub fn set(
        &mut self,
        text: &str,
        style: &TextStyle,
        width: f32,
        max_lines: Option<usize>,
    ) -> Typeset {
        let request = Request { text, style, spans: &[], pixels_per_point: STEPS };
        let unbroken = self.shaper.unbroken(request);
        let room = Room { width, lines: max_lines.unwrap_or(usize::MAX), shrink: false };
        let shaped = ellipsis::fit(&mut self.shaper, unbroken, request, room);
        let lines = shaped.layout.lines().map(|line| self.line(&shaped, &line)).collect();
        Typeset { lines, is_rtl: shaped.layout.is_rtl(), width: shaped.widest_line() }
    }

    fn line(&mut self, shaped: &Shaped, line: &Line<'_, Ink>) -> TypesetLine {
        let metrics = line.metrics();
        let mut runs = Vec::new();
        let mut x = shaped.line_start(line);
        let stray = shaped.stray(line);
        for run in line.runs() {
            let Some(face) = face_of(&run) else { continue };
            let mut open: Option<(GlyphRun, f32)> = None;
            for letters in ligatures(&run) {
                let advance: f32 = letters.iter().map(Cluster::advance).sum();
                let at = x + stray.as_ref().map_or(0.0, |s| s.step(x - shaped.shift));
                x += advance;
                let glyphs = self.glyphs(shaped, face, run.is_rtl(), &letters, advance);
                if glyphs.is_empty() {
                    continue;
                }
                // Spaces that go to the end of the line leave a gap.
                if let Some((done, _)) = open.take_if(|(_, end)| (*end - at).abs() > 0.5) {
                    runs.push(done);
                }
                let (run, end) = open.get_or_insert_with(|| {
                    let (size, x) = (run.font_size() / STEPS, at / STEPS);
                    (GlyphRun { face, size, x, text: String::new(), glyphs: Vec::new() }, at)
                });
                for (mut glyph, text) in glyphs {
                    let start = run.text.len();
                    run.text.push_str(text);
                    glyph.bytes = start..run.text.len();
                    run.glyphs.push(glyph);
                }
                *end = at + advance;
            }
            runs.extend(open.map(|(run, _)| run));
        }
        let top = metrics.block_min_coord;
        TypesetLine {
            height: metrics.line_height / STEPS,
            baseline: (metrics.baseline - top) / STEPS,
            runs,
        }
    }

    /// The glyphs of one letter, or of those that share a glyph, from left to right, each with what
    /// it stands for.
    fn glyphs<'t>(
        &mut self,
        shaped: &'t Shaped,
        face: Face,
        rtl: bool,
        letters: &[Cluster<'_, Ink>],
        advance: f32,
    ) -> Vec<(TypesetGlyph, &'t str)> {
        let ranges = letters.iter().map(Cluster::text_range);
        let bytes = ranges.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or(0..0);
        let text = shaped.text.get(bytes).unwrap_or_default();
        // What only steers the order, or breaks the line, is nothing to be read.
        if text.chars().all(|c| c.is_control() || is_invisible(c)) {
            return Vec::new();
        }
        let drawn: Vec<_> = letters.iter().flat_map(Cluster::glyphs).collect();
        let parts = parts(text, drawn.len(), rtl);
        let own: f32 = drawn.iter().map(|glyph| glyph.advance).sum();
        let blanks = parts.len().saturating_sub(drawn.len());
        // Letters in a ligature divide it; what spacing has added stands after the last glyph.
        let share = if blanks > 0 { advance / (blanks + 1) as f32 } else { 0.0 };
        let mut set = Vec::new();
        for (number, glyph) in drawn.iter().enumerate() {
            let part = parts.get(number).copied().unwrap_or_default();
            let is_last = number + 1 == drawn.len();
            let more = if is_last { advance - own - share * blanks as f32 } else { 0.0 };
            let glyph = TypesetGlyph {
                id: glyph.id,
                bytes: 0..0,
                advance: (glyph.advance + more) / STEPS,
                offset: [glyph.x / STEPS, glyph.y / STEPS],
                is_shape: false,
            };
            if rtl && part.chars().all(is_sign) && !part.is_empty() {
                let advance = glyph.advance;
                set.push((TypesetGlyph { advance: 0.0, is_shape: true, ..glyph }, ""));
                set.push((self.blank(face, part, advance), part));
            } else {
                set.push((glyph, part));
            }
        }
        for part in parts.into_iter().skip(drawn.len()) {
            set.push((self.blank(face, part, share / STEPS), part));
        }
        set
    }

    /// An empty glyph that stands for `part`.
    fn blank(&mut self, face: Face, part: &str, advance: f32) -> TypesetGlyph {
        let known = self.hidden.iter().position(|hidden| hidden == part);
        let number = known.unwrap_or_else(|| {
            self.hidden.push(part.to_owned());
            self.hidden.len() - 1
        });
        let blanks = self.blanks.get(face.file).map_or(&[][..], Vec::as_slice);
        let id = blanks.get(number).or(blanks.last()).copied().unwrap_or(0);
        TypesetGlyph { id, bytes: 0..0, advance, offset: [0.0, 0.0], is_shape: false }
    }
}

/// The glyphs of a font that show nothing and have no width.
fn blanks_of(file: &FontFile) -> Vec<u32> {
    let Ok(font) = skrifa::FontRef::new(file.bytes) else { return Vec::new() };
    let charmap = font.charmap();
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let invisible = "\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FEFF}\u{202A}\u{202B}\
        \u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{34F}\u{61C}";
    let mut blanks = Vec::new();
    for glyph in invisible.chars().filter_map(|c| charmap.map(c)) {
        let is_thin = metrics.advance_width(glyph) == Some(0.0);
        let is_empty = metrics.bounds(glyph).is_none_or(|b| b.x_min >= b.x_max);
        if is_thin && is_empty && !blanks.contains(&glyph.to_u32()) {
            blanks.push(glyph.to_u32());
        }
    }
    blanks
}

/// Vowel signs and others that hang over or under a letter.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// What each of `glyphs` glyphs from left to right stands for, and then each empty glyph.
fn parts(text: &str, glyphs: usize, rtl: bool) -> Vec<&str> {
    let mut letters: Vec<&str> =
        text.char_indices().filter_map(|(at, c)| text.get(at..at + c.len_utf8())).collect();
    if rtl {
        letters.reverse();
        return letters;
    }
    // From left to right a glyph may stand for many letters.
    let Some(last) = glyphs.checked_sub(1) else { return letters };
    let Some((at, _)) = text.char_indices().nth(last) else { return letters };
    letters.truncate(last);
    letters.extend(text.get(at..));
    letters
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The letters of a run from left to right, those that share a glyph together.
fn ligatures<'a>(run: &Run<'a, Ink>) -> Vec<Vec<Cluster<'a, Ink>>> {
    let mut all: Vec<Vec<Cluster<'a, Ink>>> = Vec::new();
    // From right to left, the letters that continue a ligature stand before its first.
    let mut begun = false;
    for cluster in run.visual_clusters() {
        let continues = cluster.is_ligature_continuation();
        let joins = if run.is_rtl() { begun } else { continues };
        begun = continues;
        match all.last_mut() {
            Some(last) if joins => last.push(cluster),
            _ => all.push(vec![cluster]),
        }
    }
    all
}

fn face_of(run: &Run<'_, Ink>) -> Option<Face> {
    let bytes: &[u8] = run.font().data.as_ref();
    let file = EMBEDDED.iter().position(|font| std::ptr::eq(font.bytes, bytes))?;
    let synthesis = run.synthesis();
    let mut settings = synthesis.variation_settings().iter();
    let weight = settings.find(|(tag, _)| tag.into_bytes() == *b"wght");
    let weight = weight.map(|(_, weight)| weight.round() as u16);
    Some(Face { file, weight, embolden: synthesis.embolden() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> Typeset {
        Typesetter::new().set(text, &TextStyle::new(10.0, 16.0), 200.0, None)
    }

    /// The letters as they stand, from left to right.
    fn seen(set: &Typeset) -> Vec<String> {
        let letters = |line: &TypesetLine| {
            let runs = line.runs.iter();
            let letters =
                runs.flat_map(|run| run.glyphs.iter().map(|g| &run.text[g.bytes.clone()]));
            letters.collect()
        };
        set.lines.iter().map(letters).collect()
    }

    fn reversed(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn arabic_stands_letter_by_letter_from_the_right_lam_alef_too() {
        for text in ["الإطار الاستراتيجي", "إلا أن", "ميلاً", "لِلَّهِ"]
        {
            let set = set(text);
            assert_eq!(seen(&set), [reversed(text)], "{text}");
            for glyph in set.lines.iter().flat_map(|l| &l.runs).flat_map(|run| &run.glyphs) {
                assert!(glyph.advance > -1.0, "{glyph:?}");
            }
        }
    }

    #[test]
    fn the_glyphs_of_a_line_fill_it_without_gap_or_overlap() {
        let set = set("الإطار الاستراتيجي للدفاع عن شعب أزواد 12 ميلاً");
        for line in &set.lines {
            for pair in line.runs.windows(2) {
                let width: f32 = pair[0].glyphs.iter().map(|glyph| glyph.advance).sum();
                assert!((pair[0].x + width - pair[1].x).abs() < 0.1, "{pair:?}");
            }
        }
    }

    #[test]
    fn latin_ligatures_and_isolates_read_as_they_are_written() {
        let text = super::super::ltr("12,5 km office");
        assert_eq!(seen(&set(&text)), ["12,5 km office"]);
    }
}
