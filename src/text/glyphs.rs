//! How a glyph becomes a picture in egui's font atlas.
//!
//! egui's atlas is filled by character, not by glyph. So each drawing (a glyph of a font at a
//! weight, a quarter of a pixel, with its halo or slant) is given a private-use character of its
//! own, and egui's public [`GlyphRasterizer`] asks here for the picture of that character.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::epaint::ColorImage;
use egui::epaint::text::{
    FontPriority, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest, RasterizedGlyph,
};
use egui::{Color32, FontFamily, Vec2, vec2};
use parley::FontData;
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, NormalizedCoord, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Shape, Stroke};
use vello_cpu::{Pixmap, RenderContext, Resources};

/// A quarter of a pixel is the step in which glyphs are placed across a line.
pub(super) const STEPS: i32 = 4;

/// The private-use characters of planes 15 and 16, without the two noncharacters of each.
const PLANE_15: u32 = 0xF_0000;
const PLANE_16: u32 = 0x10_0000;
const PLANE_SIZE: u32 = 0xFFFE;

/// Stands for "no picture" and is never drawn; the first character of the bank.
pub(super) const BLANK: char = '\u{F0000}';

/// epaint takes no larger picture into its atlas, in pixels.
const MAX_SIDE: f64 = 1024.0;

/// How much a face without bold weights is thickened, as a share of the font size.
const EMBOLDEN: f64 = 1.0 / 28.0;

/// How the glyphs of a stretch of text are drawn, but for their size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Face {
    /// Number of the font in the bank.
    pub(super) font: usize,
    /// Place in the variation space of the font (its weight).
    pub(super) coords: Box<[i16]>,
    /// Width of the halo round each in quarters of a pixel; 0 is the glyph itself.
    pub(super) halo: u16,
    /// Lean to the right, in tenths of a degree.
    pub(super) slant: i16,
    pub(super) embolden: bool,
}

/// One picture: all that makes it differ from others of the same font size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Drawing {
    /// Number of the face in the bank.
    pub(super) face: usize,
    pub(super) glyph: u32,
    /// Quarter of a pixel by which it is moved to the right, below [`STEPS`].
    pub(super) step: u8,
}

/// Every drawing that was asked for, by the character that stands for it.
#[derive(Default)]
pub(super) struct Bank {
    fonts: Vec<FontData>,
    faces: Vec<Face>,
    drawings: Vec<Drawing>,
    numbers: HashMap<Drawing, u32>,
    easel: Easel,
}

impl Bank {
    /// The number of a font in this bank.
    pub(super) fn font(&mut self, font: &FontData) -> usize {
        let same =
            |known: &FontData| known.data.id() == font.data.id() && known.index == font.index;
        self.fonts.iter().position(same).unwrap_or_else(|| {
            self.fonts.push(font.clone());
            self.fonts.len() - 1
        })
    }

    /// The number of a face in this bank: they are few.
    pub(super) fn face(&mut self, face: Face) -> usize {
        self.faces.iter().position(|known| *known == face).unwrap_or_else(|| {
            self.faces.push(face);
            self.faces.len() - 1
        })
    }

    /// The character that stands for `drawing`; [`BLANK`] if 131,067 others are in use.
    pub(super) fn character(&mut self, drawing: Drawing) -> char {
        if let Some(&number) = self.numbers.get(&drawing) {
            return character_of(number).unwrap_or(BLANK);
        }
        let number = self.drawings.len() as u32 + 1;
        let Some(character) = character_of(number) else { return BLANK };
        self.drawings.push(drawing);
        self.numbers.insert(drawing, number);
        character
    }

    fn drawing(&self, character: char) -> Option<Drawing> {
        let number = match u32::from(character) {
            c @ PLANE_15..PLANE_16 => c - PLANE_15,
            c @ PLANE_16.. => c - PLANE_16 + PLANE_SIZE,
            _ => return None,
        };
        self.drawings.get(number.checked_sub(1)? as usize).copied()
    }

    /// The outline of a drawing at `size` pixels, y down, its origin at the pen.
    fn outline(&self, drawing: Drawing, face: &Face, size: f32) -> Option<BezPath> {
        let font = self.fonts.get(face.font)?;
        let font = skrifa::FontRef::from_index(font.data.as_ref(), font.index).ok()?;
        let coords: Vec<NormalizedCoord> =
            face.coords.iter().map(|&bits| NormalizedCoord::from_bits(bits)).collect();
        let mut pen = Pen {
            path: BezPath::new(),
            right: f64::from(drawing.step) / f64::from(STEPS),
            lean: (f64::from(face.slant) / 10.0).to_radians().tan(),
        };
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::new(&coords));
        font.outline_glyphs()
            .get(skrifa::GlyphId::new(drawing.glyph))?
            .draw(settings, &mut pen)
            .ok()?;
        Some(pen.path)
    }

    fn rasterize(&mut self, character: char, size: f32) -> Option<RasterizedGlyph> {
        if character == BLANK {
            return Some(nothing());
        }
        let drawing = self.drawing(character)?;
        let face = self.faces.get(drawing.face)?;
        let path = self.outline(drawing, face, size)?;
        let thicker = if face.embolden { f64::from(size) * EMBOLDEN } else { 0.0 };
        let stroke = 2.0 * f64::from(face.halo) / f64::from(STEPS) + thicker;
        Some(self.easel.picture(&path, stroke))
    }
}

fn character_of(number: u32) -> Option<char> {
    match number {
        0..PLANE_SIZE => char::from_u32(PLANE_15 + number),
        _ if number < 2 * PLANE_SIZE => char::from_u32(PLANE_16 + number - PLANE_SIZE),
        _ => None,
    }
}

/// The bank is only ever added to, so one that a panicking thread held is as good as any.
pub(super) fn lock(bank: &Mutex<Bank>) -> MutexGuard<'_, Bank> {
    bank.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers egui's questions about `family` from `bank`.
pub(super) fn rasterizer(family: &FontFamily, bank: &Arc<Mutex<Bank>>) -> GlyphRasterizer {
    let (ours, bank) = (family.clone(), Arc::clone(bank));
    let rasterize = move |request: &GlyphRasterizerRequest<'_>| {
        if *request.family != ours {
            return None;
        }
        lock(&bank).rasterize(request.cluster.chars().next()?, request.font_size_px)
    };
    GlyphRasterizer::new(family.to_string(), rasterize).with_priority(FontPriority::Lowest)
}

struct Pen {
    path: BezPath,
    right: f64,
    lean: f64,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f64, f64) {
        let (x, y) = (f64::from(x), f64::from(y));
        (x + self.right + self.lean * y, -y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.path.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.path.line_to(to);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, to) = (self.point(cx, cy), self.point(x, y));
        self.path.quad_to(control, to);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, to) = (self.point(ax, ay), self.point(bx, by), self.point(x, y));
        self.path.curve_to(a, b, to);
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

/// A space, say. One clear pixel: egui takes an empty picture for a missing glyph.
fn nothing() -> RasterizedGlyph {
    let image = ColorImage::filled([1, 1], Color32::TRANSPARENT);
    let bitmap = GlyphBitmap { image, offset_px: Vec2::ZERO, is_color: false };
    RasterizedGlyph { bitmap, advance_px: 0.0 }
}

/// What pictures are made with, kept because it is dear to set up for every one of them.
struct Easel {
    context: RenderContext,
    resources: Resources,
}

impl Default for Easel {
    fn default() -> Self {
        Self { context: RenderContext::new(1, 1), resources: Resources::new() }
    }
}

impl Easel {
    /// Fills `path`, and strokes it `stroke` pixels wide where that is more than nothing.
    fn picture(&mut self, path: &BezPath, stroke: f64) -> RasterizedGlyph {
        if path.elements().is_empty() {
            return nothing();
        }
        let bounds = path.bounding_box().inflate(stroke / 2.0, stroke / 2.0).expand();
        let side = 1.0..=MAX_SIDE;
        if !side.contains(&bounds.width()) || !side.contains(&bounds.height()) {
            return nothing();
        }
        let (width, height) = (bounds.width() as u16, bounds.height() as u16);
        let context = &mut self.context;
        context.reset_and_resize(width, height);
        context.set_transform(Affine::translate((-bounds.x0, -bounds.y0)));
        context.set_paint(vello_cpu::color::palette::css::WHITE);
        context.fill_path(path);
        if stroke > 0.0 {
            let stroke = Stroke::new(stroke).with_join(Join::Round).with_caps(Cap::Round);
            context.set_stroke(stroke);
            context.stroke_path(path);
        }
        let mut pixmap = Pixmap::new(width, height);
        context.render(&mut pixmap, &mut self.resources);
        let pixels = pixmap
            .data_as_u8_slice()
            .chunks_exact(4)
            .map(|p| match *p {
                [r, g, b, a] => Color32::from_rgba_premultiplied(r, g, b, a),
                _ => Color32::TRANSPARENT,
            })
            .collect();
        let bitmap = GlyphBitmap {
            image: ColorImage::new([usize::from(width), usize::from(height)], pixels),
            offset_px: vec2(bounds.x0 as f32, bounds.y0 as f32),
            is_color: false,
        };
        RasterizedGlyph { bitmap, advance_px: 0.0 }
    }
}
