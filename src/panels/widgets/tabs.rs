//! Which of several panels is shown, as a row of tabs.

use super::BODY;
use crate::i18n::Key;
use crate::map::controls::{RADIUS, focus_ring, pressable};
use crate::map::kit::{Kit, NOTE};
use crate::panels::row::{At, Row, paint_text};
use crate::text::TextStyle;
use egui::{Role, Stroke, Ui, WidgetInfo, vec2};

/// Height of the row.
pub(in crate::panels) const HEIGHT: f32 = 44.0;
/// Room at the sides of a tab's words, and from one tab to the next.
pub(in crate::panels) const AROUND: f32 = 12.0;
/// The least of it, in a narrow panel.
const LEAST_AROUND: f32 = 4.0;

/// Shows the tabs in `row`, from the reader's side on; says which was pressed.
pub(in crate::panels) fn tabs<T: Copy + PartialEq>(
    ui: &Ui,
    kit: Kit<'_>,
    mut row: Row,
    tabs: &[(T, Key)],
    shown: T,
) -> Option<T> {
    let colors = &kit.theme.ui;
    let mut pressed = None;
    // As wide as its bold words, so that nothing moves when the tab changes.
    let widest = |key: Key, style: &TextStyle| {
        kit.text.line(ui.ctx(), &kit.words.text(key), &style.weight(700.0)).size().x
    };
    // In a narrow panel the tabs stand closer, and at last their words are small.
    let room = |style: &TextStyle| {
        let words: f32 = tabs.iter().map(|(_, key)| widest(*key, style)).sum();
        (row.rest().width() - words) / (2.0 * tabs.len() as f32)
    };
    let style = if room(&BODY) < LEAST_AROUND { NOTE } else { BODY };
    let around = room(&style).clamp(0.0, AROUND);
    for (tab, key) in tabs {
        let words = kit.words.text(*key);
        let is_shown = *tab == shown;
        let galley =
            kit.text.line(ui.ctx(), &words, &style.weight(if is_shown { 700.0 } else { 500.0 }));
        let cell = row.start(widest(*key, &style) + 2.0 * around);
        let response = pressable(ui, cell, ui.scope_id().with(("tab", *key)));
        response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, words.as_ref()));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_shown));
        let ink = if is_shown || response.hovered() { colors.text } else { colors.muted };
        if is_shown {
            let line = cell.shrink2(vec2(around, 0.0));
            ui.painter().hline(
                line.x_range(),
                cell.bottom() - 1.0,
                Stroke::new(2.0, colors.accent),
            );
        }
        focus_ring(ui, &response, cell.shrink2(vec2(2.0, 6.0)), RADIUS, kit);
        paint_text(ui, kit, cell, galley, ink, At::Middle);
        if response.clicked() && !is_shown {
            pressed = Some(*tab);
        }
    }
    pressed
}
