//! What is said while a file is held over the window.

use crate::i18n::key;
use crate::map::kit::Kit;
use crate::text::{Align, TextStyle};
use egui::{Id, LayerId, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use std::path::Path;

/// Whether a file is called as a map archive is.
#[must_use]
pub fn is_archive_name(path: &Path) -> bool {
    let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    ending.is_some_and(|ending| ending == "pmtiles" || ending == "mbtiles")
}

/// Covers the window while a file is held over it.
pub(super) fn show(ui: &Ui, kit: Kit<'_>) {
    let ctx = ui.ctx();
    let hovered = ctx.input(|i| i.raw.hovered_files.clone());
    let Some(first) = hovered.first() else { return };
    // A system may not say what it is before it is let go.
    let is_known = hovered.iter().filter_map(|file| file.path.as_deref()).any(is_archive_name)
        || first.path.is_none();
    let words = kit.words.text(if is_known { key::DROP_BASE } else { key::DROP_OTHER });
    let colors = &kit.theme.ui;
    let rect = ctx.content_rect();
    let layer = LayerId::new(Order::Tooltip, Id::unique("drop target"));
    let painter = ctx.layer_painter(layer);
    painter.rect_filled(rect, 0.0, colors.panel.gamma_multiply(0.82));
    let edge = if is_known { colors.accent } else { colors.hairline };
    painter.rect_stroke(rect.shrink(12.0), 12.0, Stroke::new(2.0, edge), StrokeKind::Inside);
    let style = TextStyle::new(18.0, 26.0).weight(600.0).align(Align::Center);
    let width = (rect.width() - 80.0).max(60.0);
    let galley = kit.text.paragraph(ctx, &words, &style, width, None);
    // The words stand in the middle of the width that they were set in.
    let at = Rect::from_center_size(rect.center(), vec2(width, galley.size().y));
    painter.galley(at.min, galley, colors.text);
    let response = ui.interact(at, Id::unique("drop target words"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.as_ref()));
}
