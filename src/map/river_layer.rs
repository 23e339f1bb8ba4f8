//! Rivers and wadis as fine lines, where the map is close enough to show them.

use super::base_layer::Repaint;
use super::geometry::MapGeometry;
use super::gpu::{LineBatch, LinePainter, LineStyle};
use super::line_levels::LineLevels;
use super::paint::Frame;
use super::tiles::Decoding;
use super::view::WorldXy;
use crate::geodata::{LonLat, Rivers};
use egui::Color32;
use std::sync::Arc;
use std::thread;

/// The zooms between which the lines appear, and the coarser rivers of the tiles fade away.
const APPEAR: (f64, f64) = (6.5, 7.5);
/// Up to which zoom each simplified level is drawn; above the last, lines are as the file has them.
const LEVELS: [f64; 2] = [7.7, 9.0];
/// Width in points at the zoom where the lines are all there, and from zoom 11 on.
const WIDTH: (f32, f32) = (1.2, 2.0);
/// A wadi's share of that width, and its dash and gap in points.
const SEASONAL_WIDTH: f32 = 0.85;
const DASH: (f32, f32) = (5.0, 3.0);
/// So much before they appear, in zooms, the lines are begun to be made.
const AHEAD: f64 = 0.5;

/// The rivers of the map: made on another thread once the map comes near the zoom where they appear,
/// since that takes longer than a frame, and many a reader stays above.
#[derive(Default)]
pub(super) struct RiverLayer {
    has_begun: bool,
}

/// Rivers, ready to be drawn.
pub(super) struct RiverLines {
    /// Centre lines of those that run all year, and banks.
    permanent: LineLevels,
    seasonal: LineLevels,
}

impl RiverLayer {
    /// Whether all that was begun is there to be drawn.
    pub(super) fn is_ready(&self, geometry: &MapGeometry) -> bool {
        !self.has_begun || geometry.rivers.get().is_some()
    }

    /// Paints the lines, wadis first, as far as they have appeared at this zoom; `repaint` is called
    /// when they are there.
    pub(super) fn paint(
        &mut self,
        frame: &Frame<'_>,
        lines: &mut LinePainter,
        geometry: &Arc<MapGeometry>,
        decoding: Decoding,
        repaint: &Repaint,
    ) {
        let zoom = frame.view.camera.zoom;
        if zoom >= APPEAR.0 - AHEAD && !self.has_begun && !Rivers::are_left_out() {
            self.has_begun = true;
            begin(geometry.clone(), decoding, repaint.clone());
        }
        if let Some(Some(rivers)) = geometry.rivers.get() {
            paint(frame, lines, rivers);
        }
    }
}

fn begin(geometry: Arc<MapGeometry>, decoding: Decoding, repaint: Repaint) {
    let unmade = geometry.clone();
    let make = move || {
        geometry.rivers.get_or_init(RiverLines::embedded);
        repaint();
    };
    match decoding {
        Decoding::Synchronous => make(),
        Decoding::Background => {
            let spawned = thread::Builder::new().name("rivers".to_owned()).spawn(make);
            if let Err(error) = spawned {
                tracing::error!(%error, "rivers are not drawn: no thread");
                unmade.rivers.get_or_init(|| None);
            }
        }
    }
}

impl RiverLines {
    /// The lines of the program's own rivers; none where their file is damaged.
    fn embedded() -> Option<Self> {
        match Rivers::embedded() {
            Ok(rivers) => Some(Self::new(&rivers)),
            Err(error) => {
                tracing::error!(%error, "rivers are not drawn");
                None
            }
        }
    }

    fn new(rivers: &Rivers) -> Self {
        let projected = |lines: &[Vec<LonLat>]| -> Vec<Vec<WorldXy>> {
            let line = |line: &Vec<LonLat>| line.iter().copied().map(WorldXy::from_geo).collect();
            lines.iter().map(line).collect()
        };
        let mut permanent = projected(&rivers.permanent);
        permanent.extend(projected(&rivers.banks));
        Self {
            permanent: LineLevels::new(permanent, &LEVELS),
            seasonal: LineLevels::new(projected(&rivers.seasonal), &LEVELS),
        }
    }
}

fn paint(frame: &Frame<'_>, lines: &mut LinePainter, rivers: &RiverLines) {
    let Frame { painter, view, kit, .. } = *frame;
    let zoom = view.camera.zoom;
    let share = share(zoom);
    if share <= 0.0 {
        return;
    }
    let width = width(zoom);
    let map = &kit.theme.map;
    let mut add = |batch: Option<&LineBatch>, width: f32, color: Color32, dash| {
        let Some(batch) = batch else { return };
        let color = color.gamma_multiply(share);
        painter.add(lines.shape(view, batch, LineStyle { dash, ..LineStyle::solid(width, color) }));
    };
    add(rivers.seasonal.at(zoom), SEASONAL_WIDTH * width, map.seasonal_water, Some(DASH));
    add(rivers.permanent.at(zoom), width, map.water, None);
}

/// How much of the rivers of the tiles is there beside these lines, 1 to 0.
pub(super) fn share_of_tiles(zoom: f64) -> f32 {
    if Rivers::are_left_out() { 1.0 } else { 1.0 - share(zoom) }
}

/// How far the lines have appeared, 0 to 1.
fn share(zoom: f64) -> f32 {
    ((zoom - APPEAR.0) / (APPEAR.1 - APPEAR.0)).clamp(0.0, 1.0) as f32
}

/// The width of a river's line in points.
fn width(zoom: f64) -> f32 {
    let near = ((zoom - APPEAR.1) / (11.0 - APPEAR.1)).clamp(0.0, 1.0) as f32;
    egui::lerp(WIDTH.0..=WIDTH.1, near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::view::View;
    use crate::state::Camera;
    use egui::{Pos2, Rect, vec2};

    #[test]
    fn lines_appear_as_the_map_comes_close() {
        let shares = [6.0, 6.5, 7.0, 7.5, 12.0].map(|zoom| (100.0 * share(zoom)) as u8);
        assert_eq!(shares, [0, 0, 50, 100, 100]);
        assert!(width(7.5) < width(9.0) && width(9.0) < width(12.0));
    }

    #[test]
    fn further_off_lines_have_fewer_corners() {
        let rivers = RiverLines::embedded().unwrap();
        let corners = |zoom| rivers.permanent.at(zoom).unwrap().len();
        let (far, middle, near) = (corners(7.0), corners(8.5), corners(12.0));
        assert!(far < middle && middle < near && 2 * far < near, "{far} {middle} {near}");
    }

    #[test]
    fn what_is_off_the_screen_is_not_drawn() {
        let rivers = RiverLines::embedded().unwrap();
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0));
        for (zoom, most) in [(7.0, 30_000), (8.0, 12_000), (10.0, 4_000), (14.0, 1_000)] {
            let camera = Camera { center: LonLat::saturating(-2.0, 16.2), zoom };
            let view = View::new(rect, camera);
            let seen = |levels: &LineLevels| levels.at(zoom).unwrap().on_screen(&view).count();
            let seen = seen(&rivers.permanent) + seen(&rivers.seasonal);
            assert!(seen <= most, "{seen} segments at zoom {zoom}");
        }
    }
}
