//! What can be pressed, wherever it stands: the keyboard's focus, icon buttons and hints.

use super::icons::{self, Icon};
use super::kit::{Kit, NOTE};
use crate::i18n::Key;
use egui::{
    Id, LayerId, Order, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::borrow::Cow;

/// Rounding of the ring round a control of the usual size.
pub const RADIUS: f32 = 8.0;

/// Makes `rect` something to press. What gets the keyboard's focus is scrolled into view, or the
/// reader would press what cannot be seen; [`focus_ring`] is painted over the control's ground.
#[must_use]
pub fn pressable(ui: &Ui, rect: Rect, id: Id) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    if response.gained_focus() && !ui.clip_rect().contains_rect(rect) {
        response.scroll_to_me(None);
    }
    response
}

/// Paints the accent's ring round what has the keyboard's focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: f32, kit: Kit<'_>) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, kit.theme.ui.accent);
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
}

/// A square button with an icon.
#[derive(Clone, Debug)]
pub struct IconButton<'a> {
    key: Key,
    icon: Icon,
    name: Option<Cow<'a, str>>,
    hint: Option<Cow<'a, str>>,
    enabled: bool,
    is_stop: bool,
}

impl<'a> IconButton<'a> {
    /// A button that says what the catalogue has under `key`; the key is its identity, so that
    /// it keeps the focus when the language changes.
    #[must_use]
    pub const fn new(key: Key, icon: Icon) -> Self {
        Self { key, icon, name: None, hint: None, enabled: true, is_stop: true }
    }

    /// Says something else than the catalogue has under its key.
    #[must_use]
    pub fn named(self, name: impl Into<Cow<'a, str>>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// Says more under the pointer than its name.
    #[must_use]
    pub fn hint(self, words: impl Into<Cow<'a, str>>) -> Self {
        Self { hint: Some(words.into()), ..self }
    }

    /// Whether there is anything to press for.
    #[must_use]
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Is passed over by the keyboard, which has another way to do the same.
    #[must_use]
    pub fn no_stop(self) -> Self {
        Self { is_stop: false, ..self }
    }

    /// Shows the button in `rect`.
    #[must_use]
    pub fn show(self, ui: &Ui, rect: Rect, kit: Kit<'_>) -> Response {
        let id = ui.scope_id().with(("icon button", self.key));
        let response = match (self.enabled, self.is_stop) {
            (true, true) => pressable(ui, rect, id),
            (true, false) => ui.interact(rect, id, Sense::CLICK),
            (false, _) => ui.interact(rect, id, Sense::hover()),
        };
        let name = self.name.unwrap_or_else(|| kit.words.text(self.key));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, name.as_ref()));
        let colors = &kit.theme.ui;
        let plate = rect.shrink(2.0);
        let is_held = response.hovered() || response.is_pointer_button_down_on();
        if self.enabled && is_held {
            ui.painter().rect_filled(plate, 6.0, colors.hover);
        }
        focus_ring(ui, &response, plate, 6.0, kit);
        let points_along_the_line = matches!(
            self.icon,
            Icon::Back | Icon::Forward | Icon::Panel | Icon::Play | Icon::Undo | Icon::Redo
        );
        let ink = if self.enabled { colors.text } else { colors.muted.gamma_multiply(0.5) };
        icons::paint(ui.painter(), self.icon, rect, ink, kit.is_rtl() && points_along_the_line);
        if response.hovered() || response.has_focus() && self.hint.is_some() {
            hint(ui, rect, self.hint.as_ref().unwrap_or(&name), kit);
        }
        response
    }
}

/// Paints a hint below `rect`, or above where there is no room.
pub fn hint(ui: &Ui, rect: Rect, words: &str, kit: Kit<'_>) {
    let galley = kit.text.line(ui.ctx(), words, &NOTE);
    let size = galley.size() + vec2(16.0, 8.0);
    let screen = ui.ctx().content_rect();
    // In a window narrower than the hint its beginning is what stays in sight.
    let (least, most) = (screen.left() + 4.0, screen.right() - 4.0 - size.x);
    let middle = rect.center().x - 0.5 * size.x;
    let x = if kit.is_rtl() { middle.max(least).min(most) } else { middle.min(most).max(least) };
    let below = rect.bottom() + 6.0;
    let y = if below + size.y > screen.bottom() { rect.top() - 6.0 - size.y } else { below };
    let plate = Rect::from_min_size(pos2(x, y), size);
    let layer = LayerId::new(Order::Tooltip, ui.scope_id().with("hint"));
    let painter = ui.ctx().layer_painter(layer);
    let colors = &kit.theme.ui;
    let edge = Stroke::new(1.0, colors.hairline);
    painter.rect(plate, 6.0, colors.raised, edge, StrokeKind::Inside);
    painter.galley(plate.min + vec2(8.0, 4.0), galley, colors.text);
}
