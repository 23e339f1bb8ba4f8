//! What lies over a scene: what the presenter draws, the spotlight, the veil, a typed number.

use crate::geodata::LonLat;
use crate::map::kit::Kit;
use crate::map::view::View;
use crate::state::briefing::Stroke as Drawn;
use crate::state::{Briefing, BriefingAction, Pen, PenShape, Veil};
use crate::text::TextStyle;
use egui::{
    Color32, Context, CursorIcon, LayerId, Mesh, Order, Painter, PointerButton, Pos2, Rect,
    Response, Shape, Stroke, StrokeKind, Ui, Vec2, vec2,
};
use std::f32::consts::TAU;

/// Width of what is drawn, and of the dark line under it.
const WIDTH: f32 = 5.0;
const CASING: f32 = 8.0;
/// The pointer has moved when it has gone so far.
const LEAST_STEP: f32 = 2.0;
/// Radius of the ground that the spotlight leaves, how soft its edge is, and how dark the rest is.
const SPOT: f32 = 170.0;
const SOFT: f32 = 12.0;
const DIM: u8 = 190;

/// The colours of pens; the same in both themes, since they stand over the map.
pub(super) const COLORS: [Color32; Pen::COLORS] = [
    Color32::from_rgb(0xFF, 0x3B, 0x30),
    Color32::from_rgb(0xFF, 0xD6, 0x0A),
    Color32::from_rgb(0x32, 0xAD, 0xE6),
    Color32::from_rgb(0xFF, 0xFF, 0xFF),
];

/// The stroke that is being drawn.
#[derive(Default)]
pub(super) struct Drawing(Vec<LonLat>);

impl Drawing {
    /// Where the pointer has gone.
    pub(super) fn points(&self) -> &[LonLat] {
        &self.0
    }

    /// Follows the pointer over the map.
    pub(super) fn hands(
        &mut self,
        response: &Response,
        view: &View,
        held: &Briefing,
        does: &mut impl FnMut(BriefingAction),
    ) {
        if held.pen.is_none() {
            self.0.clear();
            return;
        }
        response.ctx.set_cursor_icon(CursorIcon::Crosshair);
        if response.drag_started_by(PointerButton::Primary) {
            let from = response.ctx.input(|i| i.pointer.press_origin());
            self.0 = from.map(|at| view.geo_from_screen(at)).into_iter().collect();
        }
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            let last = self.0.last().map(|last| view.screen_from_geo(*last));
            if last.is_some_and(|last| last.distance(at) >= LEAST_STEP) {
                self.0.push(view.geo_from_screen(at));
            }
        }
        if response.drag_stopped() {
            does(BriefingAction::Stroke(std::mem::take(&mut self.0)));
        }
    }
}

/// Paints what was drawn on the scene, and what is being drawn.
pub(super) fn paint_strokes(ui: &Ui, view: &View, held: &Briefing, new: &[LonLat]) {
    let painter = ui.painter().with_clip_rect(view.rect);
    for Drawn { pen, points, .. } in held.strokes_here() {
        paint_stroke(&painter, view, *pen, points);
    }
    if let Some(pen) = held.pen {
        paint_stroke(&painter, view, pen, new);
    }
}

fn paint_stroke(painter: &Painter, view: &View, pen: Pen, points: &[LonLat]) {
    let points: Vec<Pos2> = points.iter().map(|at| view.screen_from_geo(*at)).collect();
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    let color = COLORS.get(pen.color).copied().unwrap_or(Color32::RED);
    for (width, color) in [(CASING, Color32::from_black_alpha(150)), (WIDTH, color)] {
        let stroke = Stroke::new(width, color);
        match pen.shape {
            PenShape::Line => {
                painter.add(Shape::line(points.clone(), stroke));
            }
            PenShape::Circle => {
                painter.circle_stroke(first, first.distance(last), stroke);
            }
            PenShape::Arrow => {
                let along = (last - first).normalized();
                let wing = |side: f32| last - 22.0 * along + side * 13.0 * along.rot90();
                painter.line_segment([first, last], stroke);
                painter.add(Shape::line(vec![wing(-1.0), last, wing(1.0)], stroke));
            }
        }
    }
}

/// All of `whole` in the dark, but for the ground round `at`.
fn dimmed_round(at: Pos2, whole: Rect) -> Mesh {
    const STEPS: u16 = 96;
    let reach = whole.size().length();
    let bands = [(SPOT - SOFT, 0), (SPOT + SOFT, DIM), (SPOT + reach, DIM)];
    let count = bands.len() as u32;
    let mut mesh = Mesh::default();
    for step in 0..=STEPS {
        let way = Vec2::angled(TAU * f32::from(step) / f32::from(STEPS));
        for (radius, alpha) in bands {
            mesh.colored_vertex(at + radius * way, Color32::from_black_alpha(alpha));
        }
    }
    for first in (0..u32::from(STEPS)).flat_map(|step| [step * count, step * count + 1]) {
        mesh.add_triangle(first, first + 1, first + count);
        mesh.add_triangle(first + 1, first + count, first + count + 1);
    }
    mesh
}

/// Shows the spotlight, the number that is being typed, and the veil, above everything else.
pub(super) fn show(ctx: &Context, whole: Rect, held: &Briefing, kit: Kit<'_>) {
    let layer = LayerId::new(Order::Foreground, egui::Id::unique("briefing overlay"));
    let painter = ctx.layer_painter(layer);
    let pointer = ctx.input(|i| i.pointer.hover_pos());
    if let Some(at) = pointer.filter(|_| held.has_spotlight) {
        painter.add(Shape::mesh(dimmed_round(at, whole)));
    }
    if let Some(number) = held.typed {
        let digits = kit.words.numbers().integer(number as i64);
        let style = TextStyle::new(64.0, 72.0).weight(700.0).tabular();
        let set = kit.text.line(ctx, &digits, &style);
        let ui = &kit.theme.ui;
        let plate = Rect::from_center_size(whole.center(), set.size() + vec2(64.0, 40.0));
        painter.rect(plate, 16.0, ui.panel, Stroke::new(2.0, ui.accent), StrokeKind::Inside);
        painter.galley(plate.center() - 0.5 * set.size(), set, ui.text);
    }
    let veil = held.veil.map(|veil| match veil {
        Veil::Black => Color32::BLACK,
        Veil::White => Color32::WHITE,
    });
    if let Some(color) = veil {
        painter.rect_filled(whole, 0.0, color);
        ctx.set_cursor_icon(CursorIcon::None);
    }
}
