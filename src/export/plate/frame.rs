//! The frame of a plate's map: neat line, degrees outside it, and where north is.

use super::DEGREES;
use crate::i18n::key;
use crate::map::degrees_along;
use crate::map::furniture::north_rect;
use crate::map::kit::Kit;
use crate::map::view::View;
use crate::text::TextStyle;
use egui::{Align2, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

const FIGURE: TextStyle = TextStyle::new(13.0, 16.0).tabular();
/// Room for the longest degrees at the side: `20.00° N`, and its tick.
const SIDE: f32 = 70.0;
/// Length of a tick outside the frame.
const TICK: f32 = 5.0;

/// What the neat line encloses of the map's part: the degrees stand above and at one side.
pub(super) fn inside(part: Rect, rtl: bool) -> Rect {
    let part = part.with_min_y(part.top() + DEGREES);
    if rtl { part.with_min_x(part.left() + SIDE) } else { part.with_max_x(part.right() - SIDE) }
}

/// Paints the neat line, the degrees and the arrow.
pub(super) fn paint(ui: &Ui, kit: Kit<'_>, view: &View) {
    let (painter, colors, rect) = (ui.painter(), &kit.theme.ui, view.rect);
    let line = Stroke::new(1.5, colors.text);
    painter.rect_stroke(rect, 0.0, line, StrokeKind::Middle);
    let [meridians, parallels] = degrees_along(view, kit);
    let figure = |words: &str, at: Pos2, align: Align2| {
        let set = kit.text.line(painter.ctx(), words, &FIGURE);
        painter.galley(align.anchor_size(at, set.size()).min, set, colors.muted);
    };
    let inner = rect.shrink(24.0);
    for (x, words) in meridians.iter().filter(|(x, _)| inner.x_range().contains(*x)) {
        painter.vline(*x, rect.top() - TICK..=rect.top(), line);
        figure(words, pos2(*x, rect.top() - TICK - 1.0), Align2::CENTER_BOTTOM);
    }
    for (y, words) in parallels.iter().filter(|(y, _)| inner.y_range().contains(*y)) {
        if kit.is_rtl() {
            painter.hline(rect.left() - TICK..=rect.left(), *y, line);
            figure(words, pos2(rect.left() - TICK - 2.0, *y), Align2::RIGHT_CENTER);
        } else {
            painter.hline(rect.right()..=rect.right() + TICK, *y, line);
            figure(words, pos2(rect.right() + TICK + 2.0, *y), Align2::LEFT_CENTER);
        }
    }
    north(ui, kit, view);
}

/// An arrow to the north, which on this projection is up everywhere.
fn north(ui: &Ui, kit: Kit<'_>, view: &View) {
    let (painter, colors) = (ui.painter(), &kit.theme.ui);
    let plate = north_rect(view, kit.is_rtl());
    painter.rect_filled(plate, 8.0, colors.panel.gamma_multiply(0.82));
    let at = |x: f32, y: f32| plate.center_top() + vec2(x, y);
    let [tip, left, dent, right] = [at(0.0, 6.0), at(-8.0, 32.0), at(0.0, 26.0), at(8.0, 32.0)];
    let stroke = Stroke::new(1.2, colors.text);
    painter.add(Shape::convex_polygon(vec![tip, left, dent], colors.text, stroke));
    painter.add(Shape::closed_line(vec![tip, dent, right], stroke));
    let word = kit.words.text(key::PLATE_NORTH);
    let set = kit.text.line(painter.ctx(), &word, &TextStyle::new(14.0, 18.0).weight(700.0));
    let corner = at(0.0, 35.0) - vec2(0.5 * set.size().x, 0.0);
    painter.galley(corner, set, colors.text);
}
