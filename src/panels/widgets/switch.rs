//! What is on or off.

use crate::i18n::Key;
use crate::map::controls::{focus_ring, pressable};
use crate::map::kit::Kit;
use crate::panels::row::Row;
use crate::panels::widgets::BODY;
use egui::{Color32, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Width and height of a switch.
const SIZE: egui::Vec2 = vec2(40.0, 24.0);

/// Least height of a row with one.
const ROW: f32 = 44.0;
/// Width that a switch takes, with the room before it.
const WIDTH: f32 = SIZE.x + 16.0;

/// A switch that a screen reader calls `name`, at the end of `rect`, all of which can be pressed;
/// that is the caller's to answer. In Arabic it turns on towards the left.
fn switch(ui: &Ui, kit: Kit<'_>, rect: Rect, name: &str, on: bool) -> Response {
    let colors = &kit.theme.ui;
    let x = if kit.is_rtl() { rect.left() } else { rect.right() - SIZE.x };
    let plate = Rect::from_min_size(pos2(x, rect.center().y - 0.5 * SIZE.y), SIZE);
    let response = pressable(ui, rect, ui.scope_id().with(("switch", name)));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    let (ground, edge, knob) = if on {
        (colors.accent, Color32::TRANSPARENT, colors.on_accent)
    } else {
        let ground = if response.hovered() { colors.hover } else { colors.field };
        (ground, colors.muted, colors.muted)
    };
    let radius = 0.5 * SIZE.y;
    ui.painter().rect(plate, radius, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
    let towards_right = on != kit.is_rtl();
    let x = if towards_right { plate.right() - radius } else { plate.left() + radius };
    ui.painter().circle_filled(pos2(x, plate.center().y), radius - 5.0, knob);
    focus_ring(ui, &response, plate.expand(3.0), radius + 3.0, kit);
    response
}

/// A row with a switch at its end; says what it was turned to.
pub(in crate::panels) fn switch_row(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: Key,
    on: bool,
) -> Option<bool> {
    let words = kit.words.text(name);
    let room = ui.available_width() - WIDTH;
    let label = kit.text.paragraph(ui.ctx(), &words, &BODY, room, None);
    let mut row = Row::allocate(ui, kit, (label.size().y + 24.0).max(ROW));
    let whole = row.rest();
    let pressed = switch(ui, kit, whole, &words, on).clicked();
    row.end(WIDTH);
    let rect = row.rest();
    let corner = pos2(rect.left(), rect.center().y - 0.5 * label.size().y);
    ui.painter().galley(corner, label, kit.theme.ui.text);
    pressed.then_some(!on)
}
