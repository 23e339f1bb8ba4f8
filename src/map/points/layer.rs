//! How many points are drawn: discs by the graphics card, counts by the text engine.

use super::set::{Picked, PointSet};
use super::{MapPoint, POINT_RADIUS, RING, TooManyPoints, outer_radius};
use crate::dossier::Kind;
use crate::map::gpu::{self, PointStyle};
use crate::map::paint::Frame;
use crate::map::theme::{Theme, pin_colors};
use crate::map::tiles::Decoding;
use crate::text::{TextStyle, optical_center};
use egui::{Color32, Pos2, Rect, Stroke, Vec2, vec2};
use std::sync::{Arc, OnceLock};
use std::thread;

/// How a cluster's count is set.
const COUNT: TextStyle = TextStyle::new(16.0, 20.0).weight(700.0).tabular();
/// Width of a point's rim.
const RIM: f32 = 2.0;
/// Width of the shadow round all.
const SHADE: f32 = 2.0;
/// Names keep off points, unless more than this many are seen: then they would find no room at all.
/// Clusters are never so many.
const KEPT_CLEAR: usize = 1_000;
/// Width of the ring round what is under the pointer.
const HOVER: f32 = 2.5;

/// The points of the map, clustered on another thread, since that takes longer than a frame.
pub(in crate::map) struct PointLayer {
    set: Arc<OnceLock<PointSet>>,
}

impl PointLayer {
    /// Begins to cluster `points`; `repaint` is called when they are there.
    pub(in crate::map) fn new(
        points: Vec<MapPoint>,
        decoding: Decoding,
        repaint: &Arc<dyn Fn() + Send + Sync>,
    ) -> Result<Self, TooManyPoints> {
        // Said at once, not when it is too late to tell anybody.
        if points.len() > PointSet::MOST {
            return Err(TooManyPoints { count: points.len() });
        }
        let set = Arc::new(OnceLock::new());
        let (made, repaint) = (set.clone(), repaint.clone());
        let make = move || {
            match PointSet::new(points) {
                Ok(set) => drop(made.set(set)),
                Err(error) => tracing::error!(%error, "points are not drawn"),
            }
            repaint();
        };
        match decoding {
            Decoding::Synchronous => make(),
            Decoding::Background => {
                let spawned = thread::Builder::new().name("points".to_owned()).spawn(make);
                if let Err(error) = spawned {
                    tracing::error!(%error, "points are not drawn: no thread");
                }
            }
        }
        Ok(Self { set })
    }

    /// The points, once they are clustered.
    pub(in crate::map) fn set(&self) -> Option<&PointSet> {
        self.set.get()
    }

    /// Paints points and clusters, and a ring round the one under `pointer`; says which that is,
    /// and what room they take.
    pub(in crate::map) fn paint(
        &self,
        frame: &Frame<'_>,
        pointer: Option<Pos2>,
    ) -> (Option<Picked>, Vec<Rect>) {
        let Frame { painter, view, kit, .. } = *frame;
        let Some(set) = self.set.get() else { return (None, Vec::new()) };
        let level = set.at_zoom(view.camera.zoom);
        let (batch, layer) = set.drawn(view.camera.zoom);
        painter.add(gpu::points_shape(view, batch, layer, level.reach(), &style(kit.theme)));
        let mut room = Vec::new();
        for thing in level.seen(view, KEPT_CLEAR).into_iter().flatten() {
            let middle = view.screen_from_world(thing.at);
            let is_cluster = level.is_cluster(thing);
            if is_cluster {
                let count = kit.words.numbers().integer(i64::from(thing.count));
                let galley = kit.text.line(painter.ctx(), &count, &COUNT);
                let corner = middle - vec2(0.5 * galley.size().x, optical_center(&galley));
                painter.galley(corner, galley, kit.theme.ui.text);
            }
            let radius = if is_cluster { outer_radius(thing.count) } else { POINT_RADIUS };
            room.push(Rect::from_center_size(middle, Vec2::splat(2.0 * radius)));
        }
        let picked = pointer.and_then(|pointer| set.pick(view, pointer));
        if let Some(picked) = picked {
            let (at, radius) = match picked {
                Picked::Point { at, .. } => (at, POINT_RADIUS),
                Picked::Cluster { at, count } => (at, outer_radius(count)),
            };
            let edge = Stroke::new(HOVER, kit.theme.ui.accent);
            painter.circle_stroke(view.screen_from_world(at), radius + 0.5 * HOVER, edge);
        }
        (picked, room)
    }
}

fn style(theme: &Theme) -> PointStyle {
    PointStyle {
        point_radius: POINT_RADIUS,
        rim: RIM,
        ring: RING,
        shade: SHADE,
        fill: theme.ui.panel,
        edge: Color32::WHITE,
        shadow: theme.ui.shadow,
        palette: Kind::ALL.map(|kind| pin_colors(kind).0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use crate::map::points::PointId;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    fn points(count: usize) -> Vec<MapPoint> {
        let at = LonLat::saturating(1.41, 18.44);
        vec![MapPoint { id: PointId(1), at, kind: Kind::Battle }; count]
    }

    #[test]
    fn another_thread_makes_the_set_and_asks_for_a_frame() {
        let (made, asked) = channel();
        let repaint: Arc<dyn Fn() + Send + Sync> = Arc::new(move || made.send(()).unwrap());
        let layer = PointLayer::new(points(3), Decoding::Background, &repaint).unwrap();
        asked.recv_timeout(Duration::from_mins(1)).unwrap();
        assert_eq!(layer.set().map(PointSet::len), Some(3));
    }

    #[test]
    fn too_many_points_are_refused_before_any_work() {
        let repaint: Arc<dyn Fn() + Send + Sync> = Arc::new(|| {});
        let most = PointSet::MOST;
        let refused = PointLayer::new(points(most + 1), Decoding::Background, &repaint).err();
        assert_eq!(refused, Some(TooManyPoints { count: most + 1 }));
    }
}
