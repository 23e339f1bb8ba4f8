//! Which of several panels is shown, as a row of tabs.

use super::BODY;
use crate::i18n::Key;
use crate::map::controls::{RADIUS, focus_ring, pressable};
use crate::map::kit::Kit;
use crate::panels::row::{At, Row, paint_text};
use egui::{Role, Stroke, Ui, WidgetInfo, vec2};

/// Height of the row.
pub(in crate::panels) const HEIGHT: f32 = 44.0;
/// Room at the sides of a tab's words, and from one tab to the next.
pub(in crate::panels) const AROUND: f32 = 12.0;

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
    for (tab, key) in tabs {
        let words = kit.words.text(*key);
        let is_shown = *tab == shown;
        let style = BODY.weight(if is_shown { 700.0 } else { 500.0 });
        let galley = kit.text.line(ui.ctx(), &words, &style);
        // As wide as its bold words, so that nothing moves when the tab changes.
        let widest = kit.text.line(ui.ctx(), &words, &BODY.weight(700.0)).size().x;
        let cell = row.start(widest + 2.0 * AROUND);
        let response = pressable(ui, cell, ui.scope_id().with(("tab", *key)));
        response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, words.as_ref()));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_shown));
        let ink = if is_shown || response.hovered() { colors.text } else { colors.muted };
        if is_shown {
            let line = cell.shrink2(vec2(AROUND, 0.0));
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
