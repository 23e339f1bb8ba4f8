//! How strongly something is drawn.

use crate::map::controls::focus_ring;
use crate::map::kit::{Kit, NOTE};
use crate::panels::row::{At, Row, text_in};
use crate::panels::widgets::BODY;
use crate::state::Strength;
use egui::accesskit::Action as Asked;
use egui::{EventFilter, Key, Rect, Sense, Ui, WidgetInfo, vec2};

/// Height of the line with the words, and of the slider under it.
const WORDS: f32 = 28.0;
const TRACK: f32 = 24.0;
/// Radius of the knob.
const KNOB: f32 = 8.0;

/// A slider called `name`, with its value in words; says what it was moved to. It grows in the
/// direction of reading, under the pointer as with the arrow keys.
pub(in crate::panels) fn slider(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: &str,
    now: Strength,
) -> Option<Strength> {
    let colors = &kit.theme.ui;
    let percent = kit.words.numbers().percent(now.percent().into());
    let percent = kit.text.line(ui.ctx(), &percent, &NOTE.tabular());
    let room = ui.available_width() - percent.size().x - 12.0;
    let label = kit.text.paragraph(ui.ctx(), name, &BODY, room, None);
    let mut row = Row::allocate(ui, kit, label.size().y.max(WORDS));
    let cell = row.end(percent.size().x);
    text_in(ui, kit, cell, percent, colors.muted, At::End);
    row.end(12.0);
    text_in(ui, kit, row.rest(), label, colors.text, At::Start);

    let size = vec2(ui.available_width(), TRACK);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = ui.scope_id().with(("slider", name));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, f64::from(now.percent()), name));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(f64::from(Strength::STEP));
        node.add_action(Asked::Increment);
        node.add_action(Asked::Decrement);
    });
    let track = Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * KNOB, 4.0));
    let x = |share: f32| {
        let share = if kit.is_rtl() { 1.0 - share } else { share };
        track.left() + share * track.width()
    };
    let (zero, here) = (x(0.0), x(now.share()));
    ui.painter().rect_filled(track, 2.0, colors.hairline);
    let filled = Rect::from_x_y_ranges(zero.min(here)..=zero.max(here), track.y_range());
    ui.painter().rect_filled(filled, 2.0, colors.accent);
    let knob = egui::pos2(here, track.center().y);
    let is_held = response.hovered() || response.dragged();
    let radius = if is_held { KNOB } else { KNOB - 1.0 };
    ui.painter().circle(knob, radius, colors.accent, egui::Stroke::new(2.0, colors.panel));
    focus_ring(ui, &response, Rect::from_center_size(knob, vec2(24.0, 24.0)), 12.0, kit);

    let pointed = response.interact_pointer_pos().map(|at| {
        let share = ((at.x - track.left()) / track.width()).clamp(0.0, 1.0);
        Strength::nearest(100.0 * if kit.is_rtl() { 1.0 - share } else { share })
    });
    let by = steps(ui, &response, kit.is_rtl()) as f32 * f32::from(Strength::STEP);
    let stepped = Strength::nearest(f32::from(now.percent()) + by);
    Some(pointed.unwrap_or(stepped)).filter(|to| *to != now)
}

/// How many steps the keys or a screen reader asked for.
fn steps(ui: &Ui, response: &egui::Response, is_rtl: bool) -> i32 {
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    if !response.has_focus() {
        return 0;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let (more, less) =
        if is_rtl { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowRight, Key::ArrowLeft) };
    ui.input(|input| {
        let pressed = |key| input.num_presses(key) as i32;
        let asked = |action| input.num_accesskit_action_requests(response.id, action) as i32;
        pressed(more) - pressed(less) + asked(Asked::Increment) - asked(Asked::Decrement)
    })
}
