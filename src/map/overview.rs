//! The small map in the corner: where the large one looks. A press or a drag moves that there.

use super::controls::focus_ring;
use super::furniture::{Kit, MARGIN};
use super::gpu::{LinePainter, LineStyle};
use super::paint::Frame;
use super::view::{View, home};
use crate::i18n::key;
use crate::state::{Camera, Layer, THEATRE};
use egui::{CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Size of the small map.
const SIZE: Vec2 = vec2(132.0, 144.0);
/// In a smaller map it would be in the way.
const LEAST_MAP: Vec2 = vec2(560.0, 460.0);
/// How much closer than the whole theatre the large map looks before the small one is of use.
const CLOSER: f64 = 0.8;
/// Least side of the frame that shows where the large map looks.
const LEAST_FRAME: f32 = 8.0;

/// Where the small map stands above `below`, if it is shown.
pub(super) fn rect(frame: &Frame<'_>, below: Rect) -> Option<Rect> {
    let Frame { view, state, kit, .. } = *frame;
    let has_room = view.free.width() >= LEAST_MAP.x && view.free.height() >= LEAST_MAP.y;
    let is_closer = view.camera.zoom > home(view.rect).zoom + CLOSER;
    if !(has_room && is_closer && state.session.layers.shows(Layer::Overview)) {
        return None;
    }
    let x =
        if kit.is_rtl() { view.free.left() + MARGIN } else { view.free.right() - MARGIN - SIZE.x };
    Some(Rect::from_min_size(pos2(x, below.top() - 8.0 - SIZE.y), SIZE))
}

/// Paints the small map into `rect`: `ground` and `borders` are the large one's ways to do so.
pub(super) fn paint(
    frame: &Frame<'_>,
    rect: Rect,
    lines: &mut LinePainter,
    (ground, borders): (impl Fn(&Frame<'_>) -> egui::Shape, &super::gpu::LineBatch),
) {
    let Frame { painter, view, kit, .. } = *frame;
    let small = small_view(rect);
    let map = &kit.theme.map;
    painter.add(kit.theme.control_shadow().as_shape(rect, 8.0));
    painter.rect_filled(rect, 8.0, kit.theme.ui.panel);
    let inner = &painter.with_clip_rect(small.rect);
    inner.rect_filled(small.rect, 0.0, map.sea);
    inner.add(ground(&Frame { painter: inner, view: &small, ..*frame }));
    inner.add(lines.shape(&small, borders, LineStyle::solid(1.0, map.border)));
    let seen = Rect::from_two_pos(
        small.screen_from_geo(view.geo_from_screen(view.rect.min)),
        small.screen_from_geo(view.geo_from_screen(view.rect.max)),
    );
    let size = seen.size().max(Vec2::splat(LEAST_FRAME));
    let seen = Rect::from_center_size(seen.center(), size);
    let accent = kit.theme.ui.accent;
    inner.rect_filled(seen, 1.0, accent.gamma_multiply(0.18));
    inner.rect_stroke(seen, 1.0, Stroke::new(1.5, accent), StrokeKind::Middle);
    let edge = Stroke::new(1.0, kit.theme.ui.hairline);
    painter.rect_stroke(rect, 8.0, edge, StrokeKind::Outside);
}

/// The small map under the hand: where the large one is to look.
pub(super) fn hands(ui: &Ui, view: &View, kit: Kit<'_>, rect: Rect) -> Option<Camera> {
    let id = ui.scope_id().with("overview");
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let name = kit.words.text(key::LAYER_OVERVIEW);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name.as_ref()));
    focus_ring(ui, &response, rect.expand(2.0), 9.0, kit);
    let response = response.on_hover_cursor(CursorIcon::Move);
    let at = response.interact_pointer_pos()?;
    let center = small_view(rect).geo_from_screen(at);
    Some(Camera { center, ..view.camera }.bounded())
}

fn small_view(rect: Rect) -> View {
    View::holding(rect.shrink(4.0), THEATRE, 2.0)
}
