//! One of several, each with a row of its own: for words that may need more than a line.

use crate::i18n::Key;
use crate::map::controls::{IconButton, RADIUS, focus_ring, pressable};
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::panels::row::{At, Row, text_in};
use crate::panels::widgets::BODY;
use egui::{Id, Rect, Role, Stroke, Ui, WidgetInfo};
use std::sync::Arc;

/// Room of the dot before the words.
pub(in crate::panels) const DOT: f32 = 28.0;

fn set(ui: &Ui, kit: Kit<'_>, words: &str, width: f32) -> Arc<egui::Galley> {
    // A Latin name stands at the reader's side as well.
    let style = BODY.direction(kit.direction());
    kit.text.paragraph(ui.ctx(), words, &style, (width - DOT).max(0.0), None)
}

/// Height that a row with these words takes where it is `width` wide.
pub(in crate::panels) fn height(ui: &Ui, kit: Kit<'_>, words: &str, width: f32) -> f32 {
    (set(ui, kit, words, width).size().y + 12.0).max(36.0)
}

/// Width of the button that takes a row off its list.
const REMOVE: f32 = 32.0;

/// What was done with a row that can be taken off its list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::panels) enum Done {
    Nothing,
    /// It was chosen anew.
    Chosen,
    /// It is to go.
    Removed,
}

/// A row with a button that takes it off its list: `remove` has the button's key, and what it does in
/// words.
pub(in crate::panels) fn removable(
    ui: &mut Ui,
    kit: Kit<'_>,
    words: &str,
    chosen: bool,
    (key, says): (Key, String),
) -> Done {
    let room = ui.available_width() - REMOVE;
    let mut cells = Row::allocate(ui, kit, height(ui, kit, words, room));
    let button = cells.end(REMOVE);
    let mut done = Done::Nothing;
    if row(ui, kit, cells.rest(), ui.scope_id().with("choice"), words, chosen) {
        done = Done::Chosen;
    }
    if IconButton::new(key, Icon::Close).named(says).show(ui, button, kit).clicked() {
        done = Done::Removed;
    }
    done
}

/// The row in `rect`; whether it was chosen anew.
pub(in crate::panels) fn row(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    id: Id,
    words: &str,
    chosen: bool,
) -> bool {
    let colors = &kit.theme.ui;
    let response = pressable(ui, rect, id);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, words));
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, colors.hover);
    }
    focus_ring(ui, &response, rect, RADIUS, kit);
    let mut row = Row::new(rect, kit.is_rtl());
    let dot = row.start(DOT).center();
    let ink = if chosen { colors.accent } else { colors.muted };
    ui.painter().circle_stroke(dot, 7.0, Stroke::new(1.5, ink));
    if chosen {
        ui.painter().circle_filled(dot, 3.5, ink);
    }
    text_in(ui, kit, row.rest(), set(ui, kit, words, rect.width()), colors.text, At::Start);
    response.clicked() && !chosen
}
