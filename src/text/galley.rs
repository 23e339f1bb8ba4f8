//! How a shaped text becomes a [`Galley`] that egui paints: the only place that knows how epaint
//! builds its galleys, rows and glyphs.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use egui::epaint::text::{Glyph, PlacedRow, RowVisuals};
use egui::epaint::{Galley, Mesh};
use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, Context, FontFamily, FontId, Pos2, Rect, Vec2, pos2, vec2};
use parley::{Line, PositionedLayoutItem};

use super::fonts::{FontFile, egui_definitions};
use super::glyphs::{BLANK, Bank, Drawing, Face, STEPS, lock, rasterizer};
use super::shape::{Ink, Letter, Shaped, is_arabic};

/// What the galleys of one engine are built with.
pub(super) struct Press {
    /// The family of fonts whose characters are drawings of the bank.
    pub(super) family: FontFamily,
    pub(super) bank: Arc<Mutex<Bank>>,
    pub(super) fonts: &'static [FontFile],
}

/// How a galley differs from its shaped text.
pub(super) struct Impression<'a> {
    /// The text that [`Galley::text`] tells, in logical order: whole, also where what is seen was
    /// cut.
    pub(super) text: &'a str,
    /// Font size in points, kept in the galley for [`super::optical_center`].
    pub(super) size: f32,
    pub(super) slant_degrees: f32,
    /// Halo in points; then the galley is the halo, in the colour given when it is painted.
    pub(super) halo: Option<f32>,
}

/// A drawing and where its pen stands, in whole pixels from the top left of the text.
struct Placed {
    character: char,
    size: f32,
    x: f32,
    y: f32,
    color: Color32,
}

impl Placed {
    fn wanted(&self, pixels_per_point: f32) -> Wanted {
        (pixels_per_point.to_bits(), self.size.to_bits(), self.character)
    }
}

/// Where the drawings stand in the atlas of a context. To be thrown away when egui clears it.
#[derive(Default)]
pub(super) struct Atlas {
    drawn: HashMap<Wanted, Glyph>,
}

/// A drawing at a size: bits of pixels per point and of the font size in pixels, and character.
type Wanted = (u32, u32, char);

impl Press {
    /// Makes the characters of the bank known to `ctx`.
    pub(super) fn install(&self, ctx: &Context) {
        ctx.set_fonts(egui_definitions(self.fonts, &self.family));
        ctx.add_glyph_rasterizer(rasterizer(&self.family, &self.bank));
    }

    /// A text job that egui's layout does next to nothing with, to notice that egui forgot it.
    pub(super) fn sentinel(&self, ctx: &Context) -> Arc<Galley> {
        ctx.fonts_mut(|fonts| fonts.layout_job(self.job(String::from(BLANK), 1.0)))
    }

    /// Builds the galley. Must be called within a pass; its glyphs are valid until egui clears its
    /// atlas.
    pub(super) fn galley(
        &self,
        ctx: &Context,
        atlas: &mut Atlas,
        shaped: &Shaped,
        impression: &Impression<'_>,
    ) -> Arc<Galley> {
        let lines: Vec<Vec<Placed>> = {
            let mut bank = lock(&self.bank);
            let place = |line| place_line(&mut bank, shaped, &line, impression);
            shaped.layout.lines().map(place).collect()
        };
        self.request(ctx, atlas, lines.iter().flatten(), shaped.pixels_per_point);
        let mut galley = self.shell(ctx, shaped.size());
        // Rows and glyphs have private fields, which come along from those of the shell.
        let Some(row) = galley.rows.first().cloned() else { return Arc::new(galley) };
        let Some(&glyph) = row.row.glyphs.first() else { return Arc::new(galley) };

        galley.job = Arc::new(self.told_job(impression));
        galley.elided = shaped.cut;
        galley.pixels_per_point = shaped.pixels_per_point;
        galley.rect = Rect::from_min_size(Pos2::ZERO, shaped.size());
        galley.rows.clear();
        galley.mesh_bounds = Rect::NOTHING;
        (galley.num_vertices, galley.num_indices) = (0, 0);
        for (number, (line, placed)) in shaped.layout.lines().zip(&lines).enumerate() {
            let top = line.metrics().block_min_coord / shaped.pixels_per_point;
            let mesh = mesh(placed, atlas, top, shaped.pixels_per_point);
            let bounds = mesh.calc_bounds();
            galley.mesh_bounds |= bounds.translate(vec2(0.0, top));
            galley.num_vertices += mesh.vertices.len();
            galley.num_indices += mesh.indices.len();

            let mut set = (*row.row).clone();
            let metrics = line.metrics();
            let right = shaped.line_start(&line) + metrics.advance;
            set.size = vec2(right, metrics.line_height) / shaped.pixels_per_point;
            set.glyphs = logical_glyphs(shaped, number, &line, glyph);
            set.visuals = RowVisuals {
                mesh_bounds: bounds,
                glyph_index_start: 0,
                glyph_vertex_range: 0..mesh.vertices.len(),
                mesh,
            };
            let ends = shaped.text.get(line.text_range()).is_some_and(|t| t.ends_with('\n'));
            galley.rows.push(PlacedRow {
                pos: pos2(0.0, top),
                row: Arc::new(set),
                ends_with_newline: ends,
            });
        }
        if let Some(last) = galley.rows.last_mut() {
            last.ends_with_newline = false;
        }
        Arc::new(galley)
    }

    /// Has egui put the drawings that are not yet in its atlas there, all of them in one job.
    fn request<'a>(
        &self,
        ctx: &Context,
        atlas: &mut Atlas,
        placed: impl Iterator<Item = &'a Placed>,
        pixels_per_point: f32,
    ) {
        let mut wanted: Vec<Wanted> = placed
            .map(|placed| placed.wanted(pixels_per_point))
            .filter(|wanted| !atlas.drawn.contains_key(wanted))
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            return;
        }
        let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
        for same_size in wanted.chunk_by(|a, b| a.1 == b.1) {
            let Some((_, size, _)) = same_size.first() else { continue };
            let text: String = same_size.iter().map(|(_, _, character)| character).collect();
            job.append(&text, 0.0, self.format(f32::from_bits(*size) / pixels_per_point));
        }
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let glyphs = galley.rows.iter().flat_map(|row| row.glyphs.iter().copied());
        atlas.drawn.extend(wanted.into_iter().zip(glyphs));
    }

    /// A galley of one blank row of `size`; epaint keeps that size as the intrinsic one.
    fn shell(&self, ctx: &Context, size: Vec2) -> Galley {
        let mut job = self.job(String::from(BLANK), 1.0);
        if let Some(section) = job.sections.first_mut() {
            section.leading_space = size.x;
            section.format.line_height = Some(size.y);
        }
        (*ctx.fonts_mut(|fonts| fonts.layout_job(job))).clone()
    }

    fn job(&self, text: String, size: f32) -> LayoutJob {
        LayoutJob { break_on_newline: false, ..LayoutJob::single_section(text, self.format(size)) }
    }

    fn format(&self, size: f32) -> TextFormat {
        TextFormat::simple(FontId::new(size, self.family.clone()), Color32::PLACEHOLDER)
    }

    /// The job a reader of the galley is told of: the logical text and its size.
    fn told_job(&self, impression: &Impression<'_>) -> LayoutJob {
        let bytes = ByteIndex(0)..ByteIndex(impression.text.len());
        let format = self.format(impression.size);
        LayoutJob {
            text: impression.text.to_owned(),
            sections: vec![LayoutSection { leading_space: 0.0, byte_range: bytes, format }],
            break_on_newline: false,
            ..LayoutJob::default()
        }
    }
}

/// The drawings of a line, left to right.
fn place_line(
    bank: &mut Bank,
    shaped: &Shaped,
    line: &Line<'_, Ink>,
    impression: &Impression<'_>,
) -> Vec<Placed> {
    let mut placed = Vec::new();
    let halo = impression.halo.map_or(0.0, |halo| halo * shaped.pixels_per_point);
    let stray = shaped.stray(line);
    // On a dense screen half a pixel is as fine as a quarter is elsewhere, and half the pictures.
    let grain = if shaped.pixels_per_point >= 2.0 { 2.0 } else { 1.0 };
    for item in line.items() {
        let PositionedLayoutItem::GlyphRun(glyphs) = item else { continue };
        let run = glyphs.run();
        let letters = shaped.text.get(run.text_range()).unwrap_or_default();
        let slant = if letters.contains(is_arabic) { 0.0 } else { impression.slant_degrees };
        let font = bank.font(run.font());
        let face = bank.face(Face {
            font,
            coords: run.normalized_coords().iter().map(|coord| coord.to_bits()).collect(),
            halo: (halo * STEPS as f32).round() as u16,
            slant: (slant * 10.0).round() as i16,
            embolden: run.synthesis().embolden(),
        });
        let color = match impression.halo {
            Some(_) => Color32::PLACEHOLDER,
            None => glyphs.style().brush.0,
        };
        for glyph in glyphs.positioned_glyphs() {
            let x = glyph.x + stray.as_ref().map_or(0.0, |stray| stray.step(glyph.x));
            let steps = ((x + shaped.shift) * STEPS as f32 / grain).round() * grain;
            let steps = steps as i32;
            let step = steps.rem_euclid(STEPS) as u8;
            placed.push(Placed {
                character: bank.character(Drawing { face, glyph: glyph.id, step }),
                size: run.font_size(),
                x: steps.div_euclid(STEPS) as f32,
                y: glyph.y.round(),
                color,
            });
        }
    }
    placed
}

/// The rectangles of a row, in points from its top left, with the texels of the atlas.
fn mesh(placed: &[Placed], atlas: &Atlas, top: f32, pixels_per_point: f32) -> Mesh {
    let mut mesh = Mesh::default();
    for glyph in placed {
        let Some(drawn) = atlas.drawn.get(&glyph.wanted(pixels_per_point)) else { continue };
        let uv = drawn.uv_rect;
        if uv.is_nothing() {
            continue;
        }
        let corner = vec2(glyph.x, glyph.y) / pixels_per_point + uv.offset;
        let corner = (corner * pixels_per_point).round() / pixels_per_point - vec2(0.0, top);
        let texel = |[x, y]: [u16; 2]| pos2(f32::from(x), f32::from(y));
        mesh.add_rect_with_uv(
            Rect::from_min_size(corner.to_pos2(), uv.size),
            Rect::from_min_max(texel(uv.min), texel(uv.max)),
            glyph.color,
        );
    }
    mesh
}

/// A glyph for each character of a line, in logical order, as egui's cursors and the accessibility
/// tree count them. They tell where a character is, not what is drawn: a ligature is divided among
/// its letters.
fn logical_glyphs(
    shaped: &Shaped,
    number: usize,
    line: &Line<'_, Ink>,
    template: Glyph,
) -> Vec<Glyph> {
    let scale = shaped.pixels_per_point;
    let mut letters: Vec<&Letter> = shaped.letters(number).iter().collect();
    letters.sort_unstable_by_key(|letter| letter.bytes.start);

    let metrics = line.metrics();
    let baseline = (metrics.baseline - metrics.block_min_coord) / scale;
    let range = line.text_range();
    let text = shaped.text.get(range.clone()).unwrap_or_default();
    let mut letters = letters.into_iter().peekable();
    let mut left = 0.0;
    let mut glyphs = Vec::with_capacity(text.len());
    for (byte, chr) in text.char_indices().filter(|&(_, chr)| chr != '\n') {
        // Characters of a cluster after its first have no width of their own.
        let mut advance_width = 0.0;
        while let Some(letter) = letters.next_if(|letter| letter.bytes.start <= range.start + byte)
        {
            (left, advance_width) = (letter.left / scale, (letter.right - letter.left) / scale);
        }
        let mut glyph = template;
        glyph.chr = chr;
        glyph.pos = pos2(left, baseline);
        glyph.advance_width = advance_width;
        glyph.line_height = metrics.line_height / scale;
        glyph.first_vertex = 0;
        glyphs.push(glyph);
    }
    glyphs
}
