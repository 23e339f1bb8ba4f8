//! How a set text becomes a widget, and where its middle is seen.

use std::sync::Arc;

use egui::{Color32, Galley, Response, Role, Sense, Ui, WidgetInfo};

use super::fonts::{ALEF_HEIGHT, CAP_HEIGHT};
use super::shape::is_arabic;

/// Shows `galley` where the next widget goes, its placeholder colour replaced by `color`.
///
/// The accessibility tree gets a label with the galley's logical text.
pub fn label(ui: &mut Ui, galley: Arc<Galley>, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, color);
    }
    response
}

/// The middle of the capitals of the first line, or of the alef where its first letter is Arabic,
/// in points below the galley's top: where the middle of an icon beside it belongs.
#[must_use]
pub fn optical_center(galley: &Galley) -> f32 {
    let size = galley.job.sections.first().map_or(0.0, |section| section.format.font_id.size);
    let arabic = galley.text().chars().find(|c| c.is_alphanumeric()).is_some_and(is_arabic);
    let height = if arabic { ALEF_HEIGHT } else { CAP_HEIGHT };
    let first_row = galley.rows.first();
    let baseline = first_row.and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y));
    baseline.map_or(galley.size().y / 2.0, |baseline| baseline - height * size / 2.0)
}
