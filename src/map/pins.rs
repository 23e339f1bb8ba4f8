//! What a pin looks like: a drop with a glyph by kind, its states, number and halo.

use super::kit::{Kit, NOTE};
use super::theme::{Theme, pin_colors};
use crate::dossier::{Kind, Place, Precision};
use crate::text::optical_center;
use egui::epaint::{EllipseShape, PathShape, PathStroke};
use egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};
use std::f32::consts::{FRAC_PI_2, TAU};

/// Radius of the drop's head.
const HEAD: f32 = 12.0;
/// How high the head's middle is above the tip.
const RISE: f32 = 20.0;
/// Size of the number's pill.
pub const NUMBER_SIZE: Vec2 = vec2(20.0, 18.0);

/// How a pin is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "states of a pin that are independent of each other"
)]
pub struct PinLook {
    /// Gives colour and glyph.
    pub kind: Kind,
    /// Said by context, not by the article: hollow.
    pub context: bool,
    /// Where it lies is vague: dashed rim.
    pub vague: bool,
    /// The pointer is on it, or it has the keyboard's focus.
    pub hovered: bool,
    /// Its card is open.
    pub selected: bool,
}

impl PinLook {
    /// The pin of `place` at rest, as in lists.
    #[must_use]
    pub const fn of(place: &Place) -> Self {
        Self {
            kind: place.kind,
            context: place.basis.is_context(),
            vague: matches!(place.precision, Precision::Within { .. }),
            hovered: false,
            selected: false,
        }
    }

    /// How much larger than usual.
    #[must_use]
    pub const fn scale(self) -> f32 {
        if self.selected {
            1.32
        } else if self.hovered {
            1.12
        } else {
            1.0
        }
    }
}

/// The middle of the head of a pin whose tip is at `tip`.
#[must_use]
pub fn head_center(tip: Pos2, scale: f32) -> Pos2 {
    tip - vec2(0.0, RISE * scale)
}

/// The rectangle that a pin covers.
#[must_use]
pub fn bounds(tip: Pos2, scale: f32) -> Rect {
    let reach = (HEAD + 2.0) * scale;
    let head = head_center(tip, scale);
    Rect::from_min_max(head - Vec2::splat(reach), pos2(head.x + reach, tip.y + 2.0))
}

/// Paints a pin with its tip at `tip`.
pub fn paint(painter: &Painter, tip: Pos2, look: PinLook, theme: &Theme) {
    let scale = look.scale();
    let (color, glyph_on_color) = pin_colors(look.kind);
    painter.add(EllipseShape::filled(tip + vec2(2.0, 1.0), vec2(7.0, 2.6), theme.ui.shadow));
    let rim = rim_color(look, theme);
    if let Some(outer) = rim {
        painter.add(drop_shape(tip, scale, 3.2, outer));
    }
    let (fill, edge, glyph) = if look.context {
        (Color32::WHITE, color, color)
    } else {
        (color, Color32::WHITE, glyph_on_color)
    };
    painter.add(drop_shape(tip, scale, 0.0, edge));
    painter.add(drop_shape(tip, scale, -2.0, fill));
    if look.vague {
        let outline = drop_points(tip, scale, -1.0);
        let closed: Vec<Pos2> = outline.iter().chain(outline.first()).copied().collect();
        let ink = if look.context { color } else { glyph_on_color };
        painter.extend(Shape::dashed_line(&closed, Stroke::new(2.2, ink), 4.0, 3.0));
    }
    paint_glyph(painter, head_center(tip, scale), scale, look.kind, glyph);
}

fn rim_color(look: PinLook, theme: &Theme) -> Option<Color32> {
    if look.selected {
        Some(theme.ui.accent)
    } else if look.hovered {
        Some(theme.ui.accent.gamma_multiply(0.55))
    } else {
        None
    }
}

/// Paints a ring that spreads from a place, `share` (0 to 1) of its way, fainter as it spreads.
pub fn paint_pulse(painter: &Painter, spot: Pos2, share: f32, theme: &Theme) {
    let accent = theme.ui.accent.gamma_multiply(1.0 - share);
    painter.circle_stroke(spot, 8.0 + 28.0 * share, Stroke::new(3.0, accent));
}

/// Paints the halo on the ground of the selected place.
pub fn paint_halo(painter: &Painter, spot: Pos2, theme: &Theme) {
    let accent = theme.ui.accent;
    let edge = Stroke::new(1.0, accent.gamma_multiply(0.7));
    painter.circle(spot, 15.0, accent.gamma_multiply(0.22), edge);
}

/// The drop's outline, `grow` points outside its edge.
fn drop_points(tip: Pos2, scale: f32, grow: f32) -> Vec<Pos2> {
    let head = head_center(tip, scale);
    let radius = HEAD * scale + grow;
    let end = tip + vec2(0.0, grow * 1.6);
    // The straight sides touch the head where the radius meets them at a right angle.
    let turn = (radius / (end.y - head.y)).clamp(0.0, 1.0).acos();
    let (from, to) = (FRAC_PI_2 + turn, FRAC_PI_2 + TAU - turn);
    let steps = 28_u8;
    let mut points: Vec<Pos2> = (0..=steps)
        .map(|i| head + radius * Vec2::angled(from + (to - from) * f32::from(i) / f32::from(steps)))
        .collect();
    points.push(end);
    points
}

fn drop_shape(tip: Pos2, scale: f32, grow: f32, fill: Color32) -> Shape {
    Shape::Path(PathShape {
        points: drop_points(tip, scale, grow),
        closed: true,
        fill,
        stroke: PathStroke::NONE,
    })
}

/// Paints the kind's glyph, 12 points across at scale 1, about `middle`.
pub fn paint_glyph(painter: &Painter, middle: Pos2, scale: f32, kind: Kind, color: Color32) {
    let at = |x: f32, y: f32| middle + scale * vec2(x, y);
    let stroke = |width: f32| Stroke::new(width * scale, color);
    let fill = |points: Vec<Pos2>| Shape::convex_polygon(points, color, Stroke::NONE);
    let bar =
        |a: Pos2, b: Pos2| Shape::rect_filled(Rect::from_two_pos(a, b), CornerRadius::ZERO, color);
    match kind {
        Kind::Battle => {
            for side in [-1.0, 1.0] {
                painter.line_segment([at(-4.6 * side, -4.6), at(4.6 * side, 4.6)], stroke(1.7));
                painter.line_segment([at(1.4 * side, 4.4), at(4.4 * side, 1.4)], stroke(1.4));
            }
        }
        Kind::Seizure => {
            painter.line_segment([at(-3.2, -5.4), at(-3.2, 5.6)], stroke(1.6));
            painter.add(fill(vec![at(-3.0, -5.2), at(4.6, -2.6), at(-3.0, 0.2)]));
        }
        Kind::Coup => {
            painter.add(fill(vec![at(1.6, -6.0), at(-4.0, 1.0), at(0.6, 1.0)]));
            painter.add(fill(vec![at(-1.6, 6.0), at(4.0, -1.0), at(-0.6, -1.0)]));
        }
        Kind::Diplomacy => {
            let bubble = Rect::from_min_max(at(-5.2, -4.4), at(5.2, 2.6));
            painter.rect_filled(bubble, 2.2 * scale, color);
            painter.add(fill(vec![at(-3.4, 2.0), at(0.4, 2.0), at(-3.0, 5.4)]));
        }
        Kind::Government => {
            painter.add(fill(vec![at(0.0, -5.8), at(5.6, -2.4), at(-5.6, -2.4)]));
            for x in [-3.8, 0.0, 3.8] {
                painter.add(bar(at(x - 0.8, -1.6), at(x + 0.8, 2.8)));
            }
            painter.add(bar(at(-5.4, 3.4), at(5.4, 5.0)));
        }
        Kind::Mention => {
            for x in [-2.6, 2.6] {
                painter.circle_filled(at(x, 1.2), 1.9 * scale, color);
                painter.add(fill(vec![
                    at(x - 1.9, 1.2),
                    at(x - 0.4, -3.6),
                    at(x + 0.6, -3.4),
                    at(x, 0.4),
                ]));
            }
        }
    }
}

/// Paints a place's number in its pill about `middle`; dashed where the place has no point.
pub fn paint_number(
    painter: &Painter,
    kit: Kit<'_>,
    middle: Pos2,
    number: u8,
    dashed: bool,
    accent: bool,
) {
    paint_pill(painter, middle, kit.theme, dashed, accent);
    let digits = kit.words.numbers().integer(i64::from(number));
    let galley = kit.text.line(painter.ctx(), &digits, &NOTE.weight(600.0).tabular());
    let corner = middle - vec2(0.5 * galley.size().x, optical_center(&galley));
    painter.galley(corner, galley, kit.theme.ui.text);
}

fn paint_pill(painter: &Painter, middle: Pos2, theme: &Theme, dashed: bool, accent: bool) {
    let rect = Rect::from_center_size(middle, NUMBER_SIZE);
    let edge = if accent { theme.ui.accent } else { theme.ui.hairline };
    let radius = 0.5 * NUMBER_SIZE.y;
    painter.rect(
        rect,
        radius,
        theme.ui.panel.gamma_multiply(0.92),
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if dashed {
        painter.rect_filled(rect, radius, theme.ui.panel);
        let outline = pill_outline(rect.shrink(0.5));
        painter.extend(Shape::dashed_line(&outline, Stroke::new(1.2, theme.ui.muted), 2.5, 2.0));
    }
}

/// The closed outline of a rectangle with half-round ends.
#[must_use]
pub fn pill_outline(rect: Rect) -> Vec<Pos2> {
    let radius = 0.5 * rect.height();
    let mut points = Vec::new();
    for (middle, from) in [
        (pos2(rect.right() - radius, rect.center().y), -FRAC_PI_2),
        (pos2(rect.left() + radius, rect.center().y), FRAC_PI_2),
    ] {
        points.extend(
            (0..=8_u8).map(|i| middle + radius * Vec2::angled(from + TAU * f32::from(i) / 16.0)),
        );
    }
    points.extend(points.first().copied());
    points
}

/// Paints the dashed ring that stands for a vague place, as in legends.
pub fn paint_ring_sign(painter: &Painter, middle: Pos2, kind: Kind) {
    const RADIUS: f32 = 11.0;
    const STEPS: u8 = 36;
    let (color, _) = pin_colors(kind);
    let at = |step: u8| middle + RADIUS * Vec2::angled(TAU * f32::from(step) / f32::from(STEPS));
    let ring: Vec<Pos2> = (0..=STEPS).map(at).collect();
    painter.circle_filled(middle, RADIUS, color.gamma_multiply(0.15));
    painter.extend(Shape::dashed_line(&ring, Stroke::new(1.5, color), 4.0, 3.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drop_ends_at_its_tip_and_keeps_its_radius() {
        let tip = pos2(100.0, 200.0);
        let points = drop_points(tip, 1.0, 0.0);
        assert_eq!(points.last(), Some(&tip));
        let head = head_center(tip, 1.0);
        for point in &points[..points.len() - 1] {
            assert!((point.distance(head) - HEAD).abs() < 1e-3);
        }
        assert!(points.iter().all(|p| bounds(tip, 1.0).expand(0.1).contains(*p)));
    }
}
