//! Whether text is set as its readers expect: order, lines, sides, fonts, and after changes of the
//! screen.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::float_cmp, reason = "a width that is asked for is kept to the bit")]

use std::sync::Arc;

use egui::{Color32, Context, Galley, RawInput, Rect, ViewportId};
use sahel_map::text::{TextEngine, TextStyle};

#[path = "text/bad_input.rs"]
mod bad_input;
#[path = "text/bidi.rs"]
mod bidi;
#[path = "text/breaks.rs"]
mod breaks;
#[path = "text/figures.rs"]
mod figures;
#[path = "text/order.rs"]
mod order;
#[path = "text/parts.rs"]
mod parts;
#[path = "text/room.rs"]
mod room;
#[path = "text/screens.rs"]
mod screens;
#[path = "text/shaping.rs"]
mod shaping;

const BODY: TextStyle = TextStyle::new(16.0, 28.0);

/// Two excerpts of the article (paragraphs 6 and 8), and our French translation of the first.
const P6: &str = "وعلى الرغم من تحقيق بعض الانتصارات التكتيكية، مثل استعادة كيدال، إلا أن هذه الاستراتيجية فشلت في احتواء العنف المتصاعد.";
const P8: &str = "في يوليو 2024 عندما نصب التحالف الذي يقوده الطوارق، والمعروف باسم الإطار الاستراتيجي للدفاع عن شعب أزواد، كمينًا لمرتزقة فاغنر والقوات المالية بالقرب من بلدة تينزاوتين الحدودية، على بعد 12 ميلاً فقط من الجزائر، مما أدى إلى معركة شرسة أسفرت عن مقتل العشرات من فاغنر والجنود الماليين.";
const P6_FR: &str = "Et malgré quelques victoires tactiques, comme la reprise de Kidal, cette stratégie n’est pas parvenue à contenir la montée de la violence.";

/// A screen that can be looked at pass by pass.
struct Screen {
    engine: TextEngine,
    ctx: Context,
    input: RawInput,
}

impl Screen {
    fn new() -> Self {
        Self::with(TextEngine::new())
    }

    fn with(engine: TextEngine) -> Self {
        let ctx = Context::default();
        engine.install(&ctx);
        Self { engine, ctx, input: RawInput::default() }
    }

    fn scale(&mut self, pixels_per_point: f32) {
        let root = self.input.viewports.get_mut(&ViewportId::ROOT).unwrap();
        root.native_pixels_per_point = Some(pixels_per_point);
    }

    /// Runs one pass and returns what `f` made of it.
    fn pass<R>(&self, f: impl FnOnce(&TextEngine, &Context) -> R) -> R {
        let (mut f, mut result) = (Some(f), None);
        let mut output = self.ctx.run_ui(self.input.clone(), |ui| {
            if let Some(f) = f.take() {
                self.engine.begin_pass(ui.ctx());
                result = Some(f(&self.engine, ui.ctx()));
            }
        });
        output.textures_delta.clear();
        result.unwrap()
    }

    fn line(&self, text: &str) -> Arc<Galley> {
        self.pass(|engine, ctx| engine.line(ctx, text, &BODY))
    }

    fn paragraph(&self, text: &str, style: &TextStyle, width: f32) -> Arc<Galley> {
        self.pass(|engine, ctx| engine.paragraph(ctx, text, style, width, None))
    }
}

/// Left edges of the characters `wanted` in the first row, each where it is first met.
fn lefts<const N: usize>(galley: &Galley, wanted: [char; N]) -> [f32; N] {
    let glyphs = &galley.rows[0].glyphs;
    wanted.map(|c| glyphs.iter().find(|glyph| glyph.chr == c).unwrap().pos.x)
}

/// Numbers of the characters of a row that have a width, from left to right.
fn drawn(galley: &Galley, row: usize) -> Vec<usize> {
    let glyphs = &galley.rows[row].glyphs;
    let mut seen: Vec<usize> =
        (0..glyphs.len()).filter(|&index| glyphs[index].advance_width > 0.0).collect();
    seen.sort_by(|&a, &b| glyphs[a].pos.x.total_cmp(&glyphs[b].pos.x));
    seen
}

/// How many glyphs are painted.
fn painted(galley: &Galley) -> usize {
    galley.num_vertices / 4
}

/// The text of the rows, one after the other.
fn rows(galley: &Galley) -> Vec<String> {
    galley.rows.iter().map(|row| row.text()).collect()
}

/// The pixels that a galley shows: the part of the atlas behind each of its glyphs.
fn pixels(ctx: &Context, galley: &Galley) -> Vec<Vec<Color32>> {
    let atlas = ctx.fonts_mut(|fonts| fonts.image());
    let quads = galley.rows.iter().flat_map(|row| row.visuals.mesh.vertices.chunks_exact(4));
    quads
        .map(|quad| {
            let uv = Rect::from_two_pos(quad[0].uv, quad[3].uv);
            let (x, y) =
                (uv.left() as usize..uv.right() as usize, uv.top() as usize..uv.bottom() as usize);
            y.flat_map(|y| x.clone().map(move |x| (x, y))).map(|at| atlas[at]).collect()
        })
        .collect()
}
