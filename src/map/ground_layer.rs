//! The ground, its water and the borders of the four countries, as the layers and the zoom have them.

use super::geometry::MapGeometry;
use super::gpu::{self, GroundLayer, GroundMesh, GroundStyle, LinePainter, LineStyle};
use super::paint::Frame;
use super::placement::Room;
use super::view::View;
use crate::state::Base;
use egui::{Rect, Shape, Vec2};
use std::sync::Arc;

/// A border is kept free in squares of this edge, in points, and so many of them a segment at most.
const LINE_STEP: f32 = 8.0;
const MOST_STEPS: f32 = 2_000.0;
/// Zoom from which the fine ground is drawn; see `format::MeshPartFile::detail`.
const FINE_FROM: f64 = 7.0;

fn ground_style(frame: &Frame<'_>) -> GroundStyle {
    let Frame { view, state, kit, .. } = *frame;
    let (map, layers) = (&kit.theme.map, &state.session.layers);
    let own = layers.tints.share();
    let [algeria, mali, niger, burkina] = map.tints.map(|c| map.outside.lerp_to_gamma(c.0, own));
    // The relief's cells are 3.7 km: full where they are small on screen, faint where they blur.
    let near = ((view.camera.zoom - 7.5) / (8.8 - 7.5)).clamp(0.0, 1.0) as f32;
    let has_relief = state.session.base.shown == Base::Relief;
    let relief = if has_relief { layers.relief.share() } else { 0.0 };
    let strength = relief * (1.0 - 0.65 * near);
    GroundStyle {
        tints: [algeria, mali, niger, burkina, map.outside, map.water],
        shade_tints: (map.relief_outside + (map.relief - map.relief_outside) * own) * strength,
        shade_outside: map.relief_outside * strength,
    }
}

/// The ground as this zoom has it.
pub(super) fn ground(frame: &Frame<'_>, geometry: &MapGeometry) -> Shape {
    let (layer, mesh) = if frame.view.camera.zoom < FINE_FROM {
        (GroundLayer::Coarse, &geometry.coarse)
    } else {
        (GroundLayer::Fine, &geometry.fine)
    };
    drawn(frame, layer, mesh, geometry)
}

/// The ground of the small map in the corner.
pub(super) fn small_ground(frame: &Frame<'_>, geometry: &MapGeometry) -> Shape {
    drawn(frame, GroundLayer::Overview, &geometry.coarse, geometry)
}

/// The ground in the loupe of a claim.
pub(super) fn loupe_ground(frame: &Frame<'_>, geometry: &MapGeometry) -> Shape {
    drawn(frame, GroundLayer::Loupe, &geometry.fine, geometry)
}

fn drawn(
    frame: &Frame<'_>,
    layer: GroundLayer,
    mesh: &Arc<GroundMesh>,
    geometry: &MapGeometry,
) -> Shape {
    gpu::ground_shape(frame.view, layer, mesh, &geometry.relief, &ground_style(frame))
}

/// Width of borders that touch one of the four countries.
fn border_width(zoom: f64) -> f32 {
    match zoom {
        z if z < 5.0 => 1.25,
        z if z < 7.0 => 1.5,
        z if z < 10.0 => 2.0,
        _ => 2.5,
    }
}

/// Water from full-resolution areas, where the tiles have ended.
pub(super) fn precise_water(frame: &Frame<'_>, geometry: &MapGeometry) -> Shape {
    drawn(frame, GroundLayer::Water, &geometry.water, geometry)
}

/// Keeps names off the borders that touch one of the four countries, as far as they have room
/// elsewhere: the halo of a name hides the line.
pub(super) fn keep_off_borders(view: &View, geometry: &MapGeometry, room: &mut Room) {
    let Some(batch) = geometry.borders_at(view.camera.zoom) else { return };
    for [from, to] in batch.on_screen(view) {
        let way = to - from;
        let steps = (way.length() / LINE_STEP).ceil().clamp(1.0, MOST_STEPS);
        for step in 0..steps as u16 {
            let at = from + way * ((f32::from(step) + 0.5) / steps);
            if view.rect.contains(at) {
                room.avoid(Rect::from_center_size(at, Vec2::splat(LINE_STEP)));
            }
        }
    }
}

/// Paints the borders that touch one of the four countries, casing first.
pub(super) fn paint_borders(frame: &Frame<'_>, lines: &mut LinePainter, geometry: &MapGeometry) {
    let Frame { painter, view, kit, .. } = *frame;
    let Some(batch) = geometry.borders_at(view.camera.zoom) else { return };
    let (width, map) = (border_width(view.camera.zoom), &kit.theme.map);
    painter.add(lines.shape(view, batch, LineStyle::solid(width + 3.0, map.border_casing)));
    painter.add(lines.shape(view, batch, LineStyle::solid(width, map.border)));
}
