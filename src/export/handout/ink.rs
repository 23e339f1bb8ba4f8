//! How glyphs, discs and rules get onto a page of the PDF.

use crate::text::{Face, GlyphRun, Typeset, TypesetGlyph, TypesetLine};
use egui::Color32;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use std::collections::BTreeMap;

/// How much a face without bold weights is thickened, as a share of the font size.
const EMBOLDEN: f32 = 1.0 / 28.0;

/// The typefaces that were used, each embedded once with the glyphs that are there.
#[derive(Default)]
pub(super) struct Faces(BTreeMap<Face, Option<Font>>);

impl Faces {
    fn font(&mut self, face: Face) -> Option<Font> {
        let load = || {
            let bytes = face.bytes();
            match face.weight {
                Some(weight) => {
                    let weight = [(Tag::new(b"wght"), f32::from(weight))];
                    Font::new_variable(bytes.into(), 0, &weight)
                }
                None => Font::new(bytes.into(), 0),
            }
        };
        self.0.entry(face).or_insert_with(load).clone()
    }
}

/// Draws a line of text with its corner at `left`, `top`.
pub(super) fn line(
    surface: &mut Surface<'_>,
    faces: &mut Faces,
    line: &TypesetLine,
    [left, top]: [f32; 2],
    color: Color32,
) {
    for run in &line.runs {
        let Some(font) = faces.font(run.face) else { continue };
        surface.set_fill(Some(fill(color)));
        let thick = run.face.embolden.then(|| stroke(color, run.size * EMBOLDEN));
        surface.set_stroke(thick);
        let at = Point::from_xy(left + run.x, top + line.baseline);
        let text: Vec<_> = glyphs(run).collect();
        surface.draw_glyphs(at, &text, font.clone(), &run.text, run.size, false);
        let mut pen = at;
        for (glyph, set) in run.glyphs.iter().map(|glyph| (glyph, krilla_glyph(run, glyph))) {
            if glyph.is_shape {
                surface.draw_glyphs(pen, &[set], font.clone(), &run.text, run.size, true);
            }
            pen.x += glyph.advance;
        }
    }
    surface.set_stroke(None);
}

/// The glyphs of a run that are text.
fn glyphs(run: &GlyphRun) -> impl Iterator<Item = KrillaGlyph> {
    run.glyphs.iter().filter(|glyph| !glyph.is_shape).map(|glyph| krilla_glyph(run, glyph))
}

/// A glyph as krilla has it, which counts in font sizes, and upwards.
fn krilla_glyph(run: &GlyphRun, glyph: &TypesetGlyph) -> KrillaGlyph {
    let [right, down] = glyph.offset;
    let (advance, id) = (glyph.advance / run.size, GlyphId::new(glyph.id));
    let bytes = glyph.bytes.clone();
    KrillaGlyph::new(id, advance, right / run.size, -down / run.size, 0.0, bytes, None)
}

/// Where a text of `width` points begins on the reader's side of `left` to `right`: typeset
/// paragraphs are as wide as their room, single lines are not.
pub(super) fn at_end(set: &Typeset, rtl: bool, left: f32, right: f32) -> f32 {
    if rtl { left } else { right - set.width }
}

/// Fills a path.
pub(super) fn shape(surface: &mut Surface<'_>, path: Option<Path>, color: Color32) {
    let Some(path) = path else { return };
    surface.set_fill(Some(fill(color)));
    surface.set_stroke(None);
    surface.draw_path(&path);
}

/// A rectangle.
pub(super) fn rectangle(left: f32, top: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(left, top, width, height)?);
    path.finish()
}

/// A disc of four arcs.
pub(super) fn disc([x, y]: [f32; 2], radius: f32) -> Option<Path> {
    /// Length of a handle, of a radius of 1, at which a cubic curve comes closest to a quarter.
    const HANDLE: f32 = 0.552_285;
    let (r, h) = (radius, radius * HANDLE);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    path.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    path.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    path.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    path.close();
    path.finish()
}

fn fill(color: Color32) -> Fill {
    Fill { paint: paint(color).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn stroke(color: Color32, width: f32) -> Stroke {
    Stroke { paint: paint(color).into(), width, ..Stroke::default() }
}

fn paint(color: Color32) -> rgb::Color {
    rgb::Color::new(color.r(), color.g(), color.b())
}
