//! Scale bar, attribution and the map's own buttons.

use super::controls::IconButton;
use super::icons::Icon;
pub use super::kit::{Kit, NOTE};
use super::view::View;
use crate::i18n::key;
use crate::measure::{LengthUnit, Metres};
use egui::{Align2, Context, Painter, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

/// Room between the furniture and the map's edge.
pub const MARGIN: f32 = 16.0;
/// Edge of a button on the map.
const BUTTON: f32 = 40.0;
/// Height of the scale bar's ground.
const SCALE_BAR_HEIGHT: f32 = 42.0;
/// Widest the scale bar may be.
const SCALE_BAR_MAX: f32 = 130.0;

/// A round length for the scale bar: 1, 2 or 5 times a power of ten, at most `most` of the unit.
#[must_use]
pub fn round_length(most: f64) -> f64 {
    let decade = 10_f64.powf(most.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|m| m * decade).find(|l| *l <= most).unwrap_or(decade)
}

/// Paints the scale bar, true at the latitude of the bar itself; returns the room it takes.
#[must_use]
pub fn scale_bar(
    ctx: &Context,
    painter: &Painter,
    view: &View,
    kit: Kit<'_>,
    unit: LengthUnit,
) -> Rect {
    let rtl = kit.is_rtl();
    let bottom = view.free.bottom() - MARGIN - 12.0;
    let latitude = view.geo_from_screen(pos2(view.free.center().x, bottom)).lat();
    let per_point = Metres(view.metres_per_point(latitude));
    let length = round_length(per_point.in_unit(unit) * f64::from(SCALE_BAR_MAX));
    let width = (Metres::from_unit(length, unit).0 / per_point.0) as f32;
    let places = if length < 1.0 { (-length.log10().floor()) as usize } else { 0 };
    let far = kit.words.length(Metres::from_unit(length, unit), unit, places);
    let near = kit.words.numbers().integer(0);
    let color = kit.theme.map.label;
    let (near, far) =
        (kit.text.line(ctx, &near, &NOTE.tabular()), kit.text.line(ctx, &far, &NOTE.tabular()));
    let padding = vec2(10.0, 6.0);
    let size = vec2(width + 0.5 * far.size().x + 12.0 + 2.0 * padding.x, SCALE_BAR_HEIGHT);
    let corner = if rtl {
        pos2(view.free.right() - MARGIN - size.x, view.free.bottom() - MARGIN - size.y)
    } else {
        pos2(view.free.left() + MARGIN, view.free.bottom() - MARGIN - size.y)
    };
    let plate = Rect::from_min_size(corner, size);
    painter.rect_filled(plate, 8.0, kit.theme.ui.panel.gamma_multiply(0.72));
    let line = plate.bottom() - padding.y - 4.0;
    let (zero, end) = if rtl {
        let zero = plate.right() - padding.x - 4.0;
        (zero, zero - width)
    } else {
        let zero = plate.left() + padding.x + 4.0;
        (zero, zero + width)
    };
    let stroke = Stroke::new(1.5, color);
    painter.line_segment([pos2(zero, line), pos2(end, line)], stroke);
    for (x, height) in [(zero, 8.0), (0.5 * (zero + end), 4.0), (end, 8.0)] {
        painter.line_segment([pos2(x, line + 0.75), pos2(x, line - height)], stroke);
    }
    let above = line - 10.0;
    for (galley, x) in [(near, zero), (far, end)] {
        let at = Align2::CENTER_BOTTOM.anchor_size(pos2(x, above), galley.size());
        painter.galley(at.min, galley, color);
    }
    plate
}

/// Paints the credits of the data that is drawn, beside the scale bar or, where the map is too
/// narrow for both, above it and wrapped; returns the room they take.
#[must_use]
pub fn attribution(
    ctx: &Context,
    painter: &Painter,
    view: &View,
    kit: Kit<'_>,
    credits: &str,
    scale_bar: Rect,
) -> Rect {
    let padding = vec2(8.0, 4.0);
    let room = view.free.width() - 2.0 * (MARGIN + padding.x);
    let mut galley = kit.text.line(ctx, credits, &NOTE);
    let mut bottom = view.free.bottom() - MARGIN;
    if galley.size().x > room - scale_bar.width() - 12.0 {
        bottom = scale_bar.top() - 8.0;
        galley = kit.text.paragraph(ctx, credits, &NOTE, room.max(0.0), None);
    }
    let size = galley.size() + 2.0 * padding;
    let left = view.free.left() + MARGIN;
    let x = if kit.is_rtl() { left } else { view.free.right() - MARGIN - size.x };
    let plate = Rect::from_min_size(pos2(x, bottom - size.y), size);
    painter.rect_filled(plate, 8.0, kit.theme.ui.panel.gamma_multiply(0.9));
    painter.galley(plate.min + padding, galley, kit.theme.ui.muted);
    plate
}

/// Where a plate's arrow to the north stands: above the scale bar.
#[must_use]
pub fn north_rect(view: &View, rtl: bool) -> Rect {
    let size = vec2(40.0, 56.0);
    let left = if rtl { view.free.right() - MARGIN - size.x } else { view.free.left() + MARGIN };
    let bottom = view.free.bottom() - MARGIN - SCALE_BAR_HEIGHT - 8.0;
    Rect::from_min_size(pos2(left, bottom - size.y), size)
}

/// The lower corner away from the scale bar, where nothing stands.
pub(super) fn far_corner(view: &View, rtl: bool) -> Rect {
    let x = if rtl { view.free.left() + MARGIN } else { view.free.right() - MARGIN };
    Rect::from_min_size(pos2(x, view.free.bottom() - MARGIN + 8.0), Vec2::ZERO)
}

/// Which of the map's buttons was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapButton {
    /// Enlarge.
    ZoomIn,
    /// Shrink.
    ZoomOut,
    /// Show the whole theatre.
    Home,
}

/// Where the buttons stand.
#[must_use]
pub fn buttons_rect(view: &View, rtl: bool) -> Rect {
    let size = vec2(BUTTON, 3.0 * BUTTON);
    let x = if rtl { view.free.left() + MARGIN } else { view.free.right() - MARGIN - size.x };
    Rect::from_min_size(pos2(x, view.free.top() + MARGIN), size)
}

/// Shows zoom in, zoom out and home; says which was pressed.
pub fn buttons(ui: &mut Ui, view: &View, kit: Kit<'_>) -> Option<MapButton> {
    let rect = buttons_rect(view, kit.is_rtl());
    let painter = ui.painter().clone();
    let colors = &kit.theme.ui;
    painter.add(kit.theme.control_shadow().as_shape(rect, 8.0));
    painter.rect(rect, 8.0, colors.raised, Stroke::new(1.0, colors.hairline), StrokeKind::Outside);
    let mut pressed = None;
    let rows = [
        (MapButton::ZoomIn, Icon::Plus, key::MAP_ZOOM_IN),
        (MapButton::ZoomOut, Icon::Minus, key::MAP_ZOOM_OUT),
        (MapButton::Home, Icon::Home, key::MAP_HOME),
    ];
    for (row, (button, icon, key)) in rows.into_iter().enumerate() {
        let cell =
            Rect::from_min_size(rect.min + vec2(0.0, BUTTON * row as f32), Vec2::splat(BUTTON));
        if row > 0 {
            painter.hline(cell.x_range(), cell.top(), Stroke::new(1.0, colors.hairline));
        }
        if IconButton::new(key, icon).show(ui, cell, kit).clicked() {
            pressed = Some(button);
        }
    }
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_bar_has_round_lengths() {
        for (most, round) in
            [(733.0, 500.0), (250.0, 200.0), (199.0, 100.0), (0.42, 0.2), (1.0, 1.0)]
        {
            assert!((round_length(most) - round).abs() < 1e-9, "{most}");
        }
    }
}
