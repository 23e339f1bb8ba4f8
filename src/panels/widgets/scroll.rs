//! Something to scroll, with its bar on the far side of the reading: right in French and English,
//! left in Arabic, where egui has it on the right always.

use crate::map::kit::Kit;
use egui::scroll_area::{ScrollAreaOutput, ScrollBarVisibility};
use egui::{AsIdSalt, Id, Rect, ScrollArea, Sense, Ui, pos2};

/// Width of the strip that can be grasped.
const STRIP: f32 = 12.0;
/// Width of the handle that is seen.
const HANDLE: f32 = 4.0;
/// Shortest handle.
const SHORTEST: f32 = 24.0;

/// Shows `contents`, which can be scrolled where it is higher than there is room, or than
/// `max_height`.
pub(in crate::panels) fn vertical<R>(
    ui: &mut Ui,
    kit: Kit<'_>,
    key: impl AsIdSalt,
    max_height: Option<f32>,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.scope_id().with(key);
    let area =
        ScrollArea::vertical().id_salt(id).scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
    let area = match max_height {
        Some(height) => area.max_height(height).auto_shrink([false, true]),
        None => area.auto_shrink(false),
    };
    // Where the bar was taken to in the pass before.
    let area = match ui.data_mut(|data| data.remove_temp::<f32>(id)) {
        Some(offset) => area.vertical_scroll_offset(offset),
        None => area,
    };
    let output = area.show(ui, contents);
    if let Some(offset) = bar(ui, kit, id, &output) {
        ui.data_mut(|data| data.insert_temp(id, offset));
        ui.ctx().request_repaint();
    }
    output.inner
}

/// Shows the bar; says where it was taken to, in points from the top of the contents.
fn bar<R>(ui: &Ui, kit: Kit<'_>, id: Id, output: &ScrollAreaOutput<R>) -> Option<f32> {
    let view = output.inner_rect;
    let (seen, whole) = (view.height(), output.content_size.y);
    if whole <= seen + 0.5 || seen < SHORTEST {
        return None;
    }
    let strip = if kit.is_rtl() {
        view.with_max_x(view.left() + STRIP)
    } else {
        view.with_min_x(view.right() - STRIP)
    };
    let length = (seen * seen / whole).max(SHORTEST).min(seen);
    let (way, travel) = (whole - seen, seen - length);
    let offset = output.state.clamped_offset().y;
    let top = view.top() + travel * (offset / way).clamp(0.0, 1.0);
    let response = ui.interact(strip, id.with("bar"), Sense::CLICK | Sense::DRAG);
    let mut taken = None;
    if travel > 0.0
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let dragged = response.drag_delta().y;
        if response.dragged() && dragged != 0.0 {
            taken = Some(offset + dragged * way / travel);
        } else if response.clicked() && !(top..=top + length).contains(&pointer.y) {
            // A press beside the handle turns a page.
            taken = Some(offset + if pointer.y < top { -0.9 * seen } else { 0.9 * seen });
        }
    }
    let held = response.hovered() || response.dragged();
    let width = if held { HANDLE + 2.0 } else { HANDLE };
    let x = if kit.is_rtl() { strip.left() + 3.0 } else { strip.right() - 3.0 - width };
    let handle = Rect::from_min_max(pos2(x, top + 2.0), pos2(x + width, top + length - 2.0));
    let colors = &kit.theme.ui;
    let ink = if held { colors.muted } else { colors.hairline };
    ui.painter().rect_filled(handle, 0.5 * width, ink);
    taken.map(|offset| offset.clamp(0.0, way))
}
