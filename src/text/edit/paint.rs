//! How a field's text, selection and caret are drawn.

use std::sync::Arc;
use std::time::Duration;

use egui::output::IMEOutput;
use egui::{Galley, IMEPurpose, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::BidiEdit;
use super::field::{Field, Place};
use crate::text::engine::TextEngine;
use crate::text::style::{Direction, RichText, TextStyle};

/// Paints the field's text in `room` and returns what it painted.
pub(super) fn field(
    field: &Field,
    edit: &BidiEdit<'_>,
    ui: &Ui,
    engine: &TextEngine,
    room: Rect,
    place: &Place,
    direction: Direction,
) -> Arc<Galley> {
    let editor = &field.editor;
    let has_focus = ui.memory(|memory| memory.has_focus(edit.id));
    let selection = editor.selection();
    let mut text = RichText::new(editor.shown());
    if has_focus && editor.selected().is_some() {
        text = text.colored(selection.clone(), edit.colors.selected);
    }
    let style = TextStyle { direction, ..edit.style };
    let set = engine.rich(ui.ctx(), &text, &style, None);
    let galley = Arc::clone(&set.galley);
    let painter =
        ui.painter().with_clip_rect(ui.clip_rect().intersect(room.expand2(vec2(1.0, 8.0))));
    let in_field = |rect: Rect| {
        let x = rect.x_range();
        let (left, right) = (place.origin.x + x.min, place.origin.x + x.max);
        Rect::from_x_y_ranges(left..=right, place.caret.y_range())
    };
    if has_focus && editor.selected().is_some() {
        for rect in set.rects(selection) {
            painter.rect_filled(in_field(rect), 0.0, edit.colors.selection);
        }
    }
    if text.text.is_empty() {
        placeholder(edit, ui, engine, room, place);
    } else {
        painter.galley(place.origin, set.galley.clone(), edit.colors.text);
    }
    for rect in editor.composed().map_or_else(Vec::new, |composed| set.rects(composed)) {
        let rect = in_field(rect);
        let line = Stroke::new(1.0, edit.colors.text);
        painter.hline(rect.x_range().shrink(0.5), rect.bottom() - 1.0, line);
    }
    if has_focus {
        if !editor.hides_caret() && ui.input(|input| input.focused) && is_lit(field, ui) {
            painter.rect_filled(place.caret, 0.0, edit.colors.text);
            if let Some(leftwards) = editor.caret_flag() {
                painter.add(flag(place.caret, leftwards, edit));
            }
        }
        tell_input_method(ui, room, place.caret);
    }
    galley
}

/// What an empty field says, where its text will begin.
fn placeholder(edit: &BidiEdit<'_>, ui: &Ui, engine: &TextEngine, room: Rect, place: &Place) {
    let style = TextStyle { direction: edit.own_direction(), ..edit.style };
    let galley = engine.ellipsized(ui.ctx(), edit.placeholder, &style, room.width());
    let row = galley.rows.first();
    let baseline = row.and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y));
    let x = if place.rtl { room.right() - galley.size().x } else { room.left() };
    let y = place.baseline - baseline.unwrap_or(0.0);
    let scale = ui.ctx().pixels_per_point();
    let at = pos2((x * scale).round() / scale, (y * scale).round() / scale);
    ui.painter().galley(at, galley, edit.colors.placeholder);
}

/// A small triangle at the caret's top: the way the next letter goes, where both are possible.
fn flag(caret: Rect, leftwards: bool, edit: &BidiEdit<'_>) -> Shape {
    const SIZE: f32 = 4.0;
    let (x, tip) = if leftwards { (caret.left(), -SIZE) } else { (caret.right(), SIZE) };
    let corners = vec![
        pos2(x, caret.top()),
        pos2(x + tip, caret.top() + 0.5 * SIZE),
        pos2(x, caret.top() + SIZE),
    ];
    Shape::convex_polygon(corners, edit.colors.text, Stroke::NONE)
}

/// Whether the blinking caret is to be seen now; asks for the pass in which that changes.
fn is_lit(field: &Field, ui: &Ui) -> bool {
    let look = ui.visuals().text_cursor.clone();
    let (on, off) = (f64::from(look.on_duration), f64::from(look.off_duration));
    if !look.blink || on + off <= 0.0 {
        return true;
    }
    let since = (ui.input(|input| input.time) - field.woken).max(0.0) % (on + off);
    let lit = since < on;
    let wait = if lit { on - since } else { on + off - since };
    ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
    lit
}

/// Says where the window of an input method belongs.
fn tell_input_method(ui: &Ui, room: Rect, caret: Rect) {
    let to_global = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
    ui.ctx().output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: to_global * room,
            cursor_rect: to_global * caret,
            should_interrupt_composition: false,
        });
    });
}
