//! What is said of a scene, set into a column: on screen and on a plate.

use crate::i18n::{Args, key};
use crate::map::callout_layer;
use crate::map::kit::Kit;
use crate::map::pins::pill_outline;
use crate::state::scene_words::{Dated, SceneWords};
use crate::text::{Direction, TextStyle};
use egui::{
    Color32, Context, Galley, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// Sizes that are tried until everything fits; at 1 a title is 40 points high.
const SIZES: [f32; 9] = [1.0, 0.86, 0.8, 0.74, 0.69, 0.64, 0.59, 0.54, 0.48];
/// Smallest text.
const LEAST: f32 = 11.0;
/// Room at the ends of a chip's words.
const CHIP: f32 = 10.0;

/// A piece of the text, set.
struct Part {
    set: Arc<Galley>,
    color: Color32,
    /// Its corner, from that of the text.
    at: Pos2,
    mark: Mark,
}

/// What stands with a piece.
enum Mark {
    Nothing,
    /// The accent's bar beside the article's words.
    Bar,
    /// The disc with a callout's number.
    Disc(usize),
    /// A chip round it: filled for the article, dashed for context.
    Chip {
        dashed: bool,
    },
}

/// The text of a scene, set.
#[derive(Default)]
pub struct SceneText {
    parts: Vec<Part>,
    lines: Vec<f32>,
    width: f32,
    height: f32,
}

impl SceneText {
    /// Sets what is `said` of the scene with this number into `room`, as large as it fits but not
    /// larger than `most` times its size on a canvas of 1920 by 1080.
    #[must_use]
    pub fn fitting(
        ctx: &Context,
        kit: Kit<'_>,
        (said, number): (&SceneWords, usize),
        room: Vec2,
        most: f32,
    ) -> Self {
        let sizes = SIZES.into_iter().filter(|size| *size <= most);
        let mut tries = sizes.map(|size| Setting::new(ctx, kit, room.x, size).of(said, number));
        let mut text = tries.next().unwrap_or_default();
        for smaller in tries {
            if text.height <= room.y {
                break;
            }
            text = smaller;
        }
        text
    }

    /// Height of all of it.
    #[must_use]
    pub const fn height(&self) -> f32 {
        self.height
    }

    /// Shows it with its corner at `corner`, and what of it fits into `clip`.
    pub fn show(self, ui: &Ui, kit: Kit<'_>, corner: Pos2, clip: Rect) {
        let painter = ui.painter().with_clip_rect(clip);
        let inner = Rect::from_min_size(corner, vec2(self.width, self.height));
        for line in self.lines {
            let stroke = Stroke::new(1.0, kit.theme.ui.hairline);
            painter.hline(inner.x_range(), inner.top() + line, stroke);
        }
        for (index, part) in self.parts.into_iter().enumerate() {
            let at = Rect::from_min_size(corner + part.at.to_vec2(), part.set.size());
            paint_mark(&painter, kit, &part, at, inner);
            painter.galley(at.min, part.set.clone(), part.color);
            let response =
                ui.interact(at, ui.scope_id().with(("scene text", index)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, part.set.text()));
        }
    }
}

fn paint_mark(painter: &Painter, kit: Kit<'_>, part: &Part, at: Rect, inner: Rect) {
    let ui = &kit.theme.ui;
    match part.mark {
        Mark::Bar => {
            let bar = at.with_min_x(inner.right() - 4.0).with_max_x(inner.right());
            painter.rect_filled(bar, 2.0, ui.accent);
        }
        Mark::Disc(number) => {
            let radius = callout_layer::RADIUS;
            let x = if kit.is_rtl() { inner.right() - radius } else { inner.left() + radius };
            let line = at.height() / part.set.rows.len().max(1) as f32;
            callout_layer::paint_disc(painter, kit, pos2(x, at.top() + 0.5 * line), number);
        }
        Mark::Chip { dashed } => {
            let plate = at.expand2(vec2(CHIP, 2.0));
            if dashed {
                let outline = pill_outline(plate);
                painter.extend(Shape::dashed_line(&outline, Stroke::new(1.2, ui.muted), 4.0, 3.0));
            } else {
                painter.rect_filled(plate, 0.5 * plate.height(), ui.soft_accent);
            }
        }
        Mark::Nothing => {}
    }
}

/// A text that is set piece by piece, from the top.
struct Setting<'a> {
    ctx: &'a Context,
    kit: Kit<'a>,
    width: f32,
    size: f32,
    text: SceneText,
}

impl<'a> Setting<'a> {
    fn new(ctx: &'a Context, kit: Kit<'a>, width: f32, size: f32) -> Self {
        Self { ctx, kit, width, size, text: SceneText { width, ..SceneText::default() } }
    }

    fn style(&self, font: f32, line: f32, weight: f32) -> TextStyle {
        TextStyle::new((font * self.size).max(LEAST), (line * self.size).max(LEAST + 4.0))
            .weight(weight)
    }

    fn space(&mut self, points: f32) {
        self.text.height += points * self.size;
    }

    /// Where a piece of this width begins, `indent` from the reader's side.
    fn start(&self, indent: f32, width: f32) -> f32 {
        if self.kit.is_rtl() { self.width - indent - width } else { indent }
    }

    /// A paragraph.
    fn paragraph(
        &mut self,
        words: &str,
        style: &TextStyle,
        color: Color32,
        indent: f32,
        mark: Mark,
    ) {
        let set = self.kit.text.paragraph(self.ctx, words, style, self.width - indent, None);
        let size = set.size();
        let x = match mark {
            Mark::Bar => self.width - indent - size.x,
            _ => self.start(indent, size.x),
        };
        self.text.parts.push(Part { set, color, at: pos2(x, self.text.height), mark });
        self.text.height += size.y;
    }

    /// Chips, each with what it says, one after the other on as many lines as they need.
    fn flow(&mut self, items: &[(String, bool, String)]) {
        let colors = &self.kit.theme.ui;
        let style = self.style(16.0, 24.0, 400.0).tabular();
        let line = style.line_height + 8.0;
        let mut x = 0.0;
        for (chip, dashed, words) in items {
            let chip = self.kit.text.line(self.ctx, chip, &style);
            let words = self.kit.text.ellipsized(self.ctx, words, &style, self.width);
            let width = chip.size().x + 2.0 * CHIP + 8.0 + words.size().x;
            if x > 0.0 && x + width > self.width {
                x = 0.0;
                self.text.height += line;
            }
            let y = self.text.height + 4.0;
            let ink = if *dashed { colors.muted } else { colors.on_soft_accent };
            let at = pos2(self.start(x + CHIP, chip.size().x), y);
            let after = x + 2.0 * CHIP + 8.0 + chip.size().x;
            let mark = Mark::Chip { dashed: *dashed };
            self.text.parts.push(Part { set: chip, color: ink, at, mark });
            let at = pos2(self.start(after, words.size().x), y);
            self.text.parts.push(Part { set: words, color: colors.text, at, mark: Mark::Nothing });
            x += width + 16.0;
        }
        self.text.height += line;
    }

    /// All that is said of a scene.
    fn of(mut self, said: &SceneWords, number: usize) -> SceneText {
        let colors = &self.kit.theme.ui;
        let args = Args::new().plain("number", number as u32);
        let head = self.kit.words.format(key::BRIEFING_SCENE, args);
        let [small, body] = [self.style(16.0, 24.0, 400.0), self.style(20.0, 32.0, 400.0)];
        if let Some(title) = &said.title {
            self.paragraph(&head, &small.weight(600.0), colors.accent, 0.0, Mark::Nothing);
            self.space(8.0);
            let style = self.style(40.0, 48.0, 700.0).balanced();
            self.paragraph(title, &style, colors.text, 0.0, Mark::Nothing);
            self.space(16.0);
        }
        if let Some(text) = &said.text {
            self.paragraph(text, &body, colors.text, 0.0, Mark::Nothing);
        }
        for dated in &said.dates {
            self.space(14.0);
            if said.dates.len() > 1 {
                let style = small.weight(600.0);
                self.paragraph(&dated.event, &style, colors.text, 0.0, Mark::Nothing);
            }
            self.flow(&date_items(self.kit, dated));
        }
        if let Some(quote) = &said.quote {
            self.space(18.0);
            let reported = self.kit.words.text(key::BASIS_REPORTED_HINT);
            let beside = if quote.reported { reported.into_owned() } else { String::new() };
            self.flow(&[(quote.mark.clone(), false, beside)]);
            self.space(8.0);
            let arabic = self.style(20.0, 36.0, 400.0).direction(Direction::Rtl);
            self.paragraph(&quote.arabic, &arabic, colors.text, 18.0, Mark::Bar);
            if let Some(translation) = &quote.translation {
                self.space(8.0);
                self.paragraph(translation, &small, colors.muted, 0.0, Mark::Nothing);
            }
        }
        let indent = 2.0 * callout_layer::RADIUS + 12.0;
        for (index, (title, note)) in said.callouts.iter().enumerate() {
            self.space(if index == 0 { 18.0 } else { 10.0 });
            if index == 0 {
                self.text.lines.push(self.text.height);
                self.space(16.0);
            }
            let mark = Mark::Disc(index + 1);
            self.paragraph(title, &body.weight(600.0), colors.text, indent, mark);
            if let Some(note) = note {
                self.paragraph(note, &small, colors.muted, indent, Mark::Nothing);
            }
        }
        self.text
    }
}

/// The dates of an event, each with on whose word it is.
fn date_items(kit: Kit<'_>, dated: &Dated) -> Vec<(String, bool, String)> {
    let by_article = kit.words.text(key::BRIEFING_BY_ARTICLE).into_owned();
    let mut items = vec![(by_article, false, dated.article.clone())];
    if let Some(date) = &dated.context {
        items.push((kit.words.text(key::BASIS_CONTEXT).into_owned(), true, date.clone()));
    }
    items
}
