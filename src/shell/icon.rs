//! Which picture stands for the window in the task bar?

use egui::IconData;
use std::sync::Arc;

/// `assets/icon/sahel-map.svg` in the size that desktops ask of a window.
static PNG: &[u8] = include_bytes!("../../assets/icon/sahel-map-128.png");

/// The icon; should it not be readable, egui's own, for the window matters more.
pub(super) fn icon() -> Arc<IconData> {
    Arc::new(eframe::icon_data::from_png_bytes(PNG).unwrap_or_else(|error| {
        tracing::warn!(%error, "the window's icon cannot be read");
        IconData::default()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_picture_with_clear_corners() {
        let icon = icon();
        assert_eq!((icon.width, icon.height, icon.rgba.len()), (128, 128, 128 * 128 * 4));
        let opacity = |x: usize, y: usize| icon.rgba[(y * 128 + x) * 4 + 3];
        assert_eq!((opacity(0, 0), opacity(64, 64)), (0, 255));
    }
}
