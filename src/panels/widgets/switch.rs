//! What is on or off.

use crate::map::controls::{focus_ring, pressable};
use crate::map::kit::Kit;
use egui::{Color32, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// Width and height of a switch.
const SIZE: egui::Vec2 = vec2(40.0, 24.0);

/// Width that a switch takes, with the room before it.
pub(in crate::panels) const WIDTH: f32 = SIZE.x + 16.0;

/// A switch that a screen reader calls `name`, at the end of `rect`, all of which can be pressed;
/// that is the caller's to answer. In Arabic it turns on towards the left.
pub(in crate::panels) fn switch(
    ui: &Ui,
    kit: Kit<'_>,
    rect: Rect,
    name: &str,
    on: bool,
) -> Response {
    let colors = &kit.theme.ui;
    let x = if kit.is_rtl() { rect.left() } else { rect.right() - SIZE.x };
    let plate = Rect::from_min_size(egui::pos2(x, rect.center().y - 0.5 * SIZE.y), SIZE);
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
    ui.painter().circle_filled(egui::pos2(x, plate.center().y), radius - 5.0, knob);
    focus_ring(ui, &response, plate.expand(3.0), radius + 3.0, kit);
    response
}
