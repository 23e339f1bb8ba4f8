//! A set of points at every zoom: made once, then looked up.

use super::cluster::{self, Group};
use super::index::SpotIndex;
use super::{MapPoint, POINT_RADIUS, PointId, cluster_radius, outer_radius};
use crate::map::gpu::{Disc, KINDS, PointBatch, snapped};
use crate::map::view::{View, WorldXy};
use crate::state::MIN_ZOOM;
use egui::Pos2;

/// Integer zoom from which nothing is clustered.
const ALONE_FROM: u8 = 12;
/// The farthest integer zoom; what is seen at `MIN_ZOOM` and above.
const FARTHEST: u8 = MIN_ZOOM as u8;
/// How far from the middle of a point the pointer may be, in points of the screen.
const POINT_HIT: f32 = 10.0;

/// Points on the map, and what of them stands where at each zoom.
///
/// The same points give the same set, in whatever order they come.
///
/// ```
/// use sahel_map::dossier::Kind;
/// use sahel_map::geodata::LonLat;
/// use sahel_map::map::points::{MapPoint, PointId, PointSet};
///
/// // Three within a kilometre, and one far off.
/// let at = [(1.41, 18.44), (1.42, 18.44), (1.41, 18.45), (-3.0, 16.77)];
/// let points = at.iter().zip(1..).map(|(&(lon, lat), id)| MapPoint {
///     id: PointId(id),
///     at: LonLat::saturating(lon, lat),
///     kind: Kind::Battle,
/// });
/// let set = PointSet::new(points.collect())?;
/// let counts = |zoom| set.at_zoom(zoom).things().iter().map(|t| t.count).collect::<Vec<_>>();
/// assert_eq!(counts(6.0), [1, 3]);
/// assert_eq!(counts(12.0), [1, 1, 1, 1]);
/// # Ok::<(), sahel_map::map::points::TooManyPoints>(())
/// ```
#[derive(Debug)]
pub struct PointSet {
    /// In the order in which they are drawn: along a curve that keeps neighbours together.
    points: Vec<MapPoint>,
    /// From the farthest zoom to the last with clusters.
    clustered: Vec<Level>,
    /// Where all stand alone.
    alone: Level,
    batch: PointBatch,
}

/// More points than the map can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{count} points are too many for the map: it shows {most} at most; leave some out", most = PointSet::MOST)]
pub struct TooManyPoints {
    /// How many there are.
    pub count: usize,
}

/// What is on the map between two integer zooms.
#[derive(Debug)]
pub struct Level {
    things: Vec<Thing>,
    index: SpotIndex,
    /// Whether what counts more than one is a cluster; else it is a pile on one spot.
    clusters: bool,
    /// The farthest that the pointer may be from a thing that it hits, in points of the screen.
    reach: f32,
}

/// One thing on the map: a point, points on one spot, or a cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thing {
    /// Its middle.
    pub at: WorldXy,
    /// How many points it stands for.
    pub count: u32,
    /// The number of the first of them in the set.
    first: u32,
}

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Picked {
    /// A point.
    Point {
        /// Which one: the topmost, where several lie on one spot.
        id: PointId,
        /// Where it is.
        at: WorldXy,
        /// How many lie on the very spot, this one among them.
        on_spot: u32,
    },
    /// A cluster.
    Cluster {
        /// Its middle.
        at: WorldXy,
        /// How many points it stands for.
        count: u32,
    },
}

impl PointSet {
    /// How many points a set may have: at ten levels of 16 bytes each, a third of what every
    /// graphics card takes in one buffer.
    pub const MOST: usize = 500_000;

    /// Sets up all zooms; of 100,000 points that takes some tenths of a second, so not between two
    /// frames.
    ///
    /// # Errors
    /// When there are more points than [`Self::MOST`].
    pub fn new(points: Vec<MapPoint>) -> Result<Self, TooManyPoints> {
        let count = points.len();
        if count > Self::MOST {
            return Err(TooManyPoints { count });
        }
        let (points, spots) = sorted(points);
        let spots = piled(&points, &spots);
        let mut zooms: Vec<Vec<Group>> = Vec::new();
        for zoom in (FARTHEST..ALONE_FROM).rev() {
            zooms.push(cluster::coarser(zooms.last().unwrap_or(&spots), zoom));
        }
        zooms.reverse();
        let batch = {
            let discs = |groups: &Vec<Group>, clusters| {
                groups.iter().map(|group| disc(group, &points, clusters)).collect::<Vec<_>>()
            };
            let alone = discs(&spots, false);
            let clustered = zooms.iter().map(|groups| discs(groups, true));
            PointBatch::new(clustered.chain([alone]))
        };
        let clustered = zooms.iter().map(|groups| Level::new(groups, true)).collect();
        Ok(Self { points, clustered, alone: Level::new(&spots, false), batch })
    }

    /// How many points there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// What is on the map at `zoom`.
    #[must_use]
    pub fn at_zoom(&self, zoom: f64) -> &Level {
        self.clustered.get(level_number(zoom)).unwrap_or(&self.alone)
    }

    /// What is drawn, and which layer of it at `zoom`.
    pub(super) fn drawn(&self, zoom: f64) -> (&PointBatch, usize) {
        (&self.batch, level_number(zoom))
    }

    /// What is under `pointer`: of all that it hits, what has its middle nearest.
    #[must_use]
    pub fn pick(&self, view: &View, pointer: Pos2) -> Option<Picked> {
        let level = self.at_zoom(view.camera.zoom);
        let thing = level.hit(view, pointer)?;
        if level.clusters && thing.count > 1 {
            return Some(Picked::Cluster { at: thing.at, count: thing.count });
        }
        let point = self.points.get(thing.first as usize)?;
        Some(Picked::Point { id: point.id, at: thing.at, on_spot: thing.count })
    }

    /// Bytes that the set takes, without the graphics card's copy.
    #[must_use]
    pub fn bytes(&self) -> usize {
        // A tree has two coordinates and a number for each thing.
        let of_thing = size_of::<Thing>() + 2 * size_of::<f64>() + size_of::<u32>();
        let levels = self.clustered.iter().chain([&self.alone]);
        let things: usize = levels.map(|level| level.things.len()).sum();
        self.points.len() * size_of::<MapPoint>() + things * of_thing + self.batch.bytes()
    }
}

fn level_number(zoom: f64) -> usize {
    usize::from((zoom.floor() as u8).clamp(FARTHEST, ALONE_FROM) - FARTHEST)
}

/// The points along a Z-order curve, and where each is drawn. Points on one spot are in the order
/// of kind and number.
fn sorted(points: Vec<MapPoint>) -> (Vec<MapPoint>, Vec<WorldXy>) {
    let mut keyed: Vec<(u64, MapPoint, WorldXy)> = points
        .into_iter()
        .map(|point| {
            let at = snapped(WorldXy::from_geo(point.at));
            (along_curve(at), point, at)
        })
        .collect();
    keyed.sort_unstable_by_key(|(along, point, _)| (*along, point.kind, point.id));
    keyed.into_iter().map(|(_, point, at)| (point, at)).unzip()
}

/// How far along the Z-order curve a position lies: its bits, of x and y in turn.
fn along_curve(at: WorldXy) -> u64 {
    let spread = |share: f64| {
        let mut bits = (share * f64::from(u32::MAX)) as u64;
        bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF;
        bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF;
        bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
        bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333;
        (bits | (bits << 1)) & 0x5555_5555_5555_5555
    };
    spread(at.x) | (spread(at.y) << 1)
}

/// The points by spot: those that lie on the very same.
fn piled(points: &[MapPoint], spots: &[WorldXy]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (number, (point, at)) in points.iter().zip(spots).enumerate() {
        let is_new = |group: &Group| cluster::distance(group.at, *at) > 0.0;
        if groups.last().is_none_or(is_new) {
            groups.push(Group { at: *at, kinds: [0; KINDS], count: 0, first: number as u32 });
        }
        if let Some(group) = groups.last_mut() {
            group.count += 1;
            if let Some(kind) = group.kinds.get_mut(point.kind as usize) {
                *kind += 1;
            }
        }
    }
    groups
}

fn disc(group: &Group, points: &[MapPoint], clusters: bool) -> Disc {
    if clusters && group.count > 1 {
        let radius = cluster_radius(group.count);
        return Disc::Cluster { at: group.at, radius, kinds: group.kinds };
    }
    let kind = points.get(group.first as usize).map(|point| point.kind as usize);
    Disc::Point { at: group.at, kind: kind.unwrap_or_default() }
}

impl Level {
    fn new(groups: &[Group], clusters: bool) -> Self {
        let thing = |group: &Group| Thing { at: group.at, count: group.count, first: group.first };
        let things: Vec<Thing> = groups.iter().map(thing).collect();
        let index = SpotIndex::new(things.iter().map(|thing| thing.at));
        let mut level = Self { things, index, clusters, reach: 0.0 };
        let reach = level.things.iter().map(|thing| level.reach_of(thing)).fold(0.0, f32::max);
        level.reach = reach;
        level
    }

    /// All that is on the map.
    #[must_use]
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// Whether `thing` is drawn as a cluster.
    #[must_use]
    pub const fn is_cluster(&self, thing: &Thing) -> bool {
        self.clusters && thing.count > 1
    }

    /// The largest radius of anything here, in points of the screen.
    pub(super) const fn reach(&self) -> f32 {
        if self.reach > POINT_RADIUS { self.reach } else { POINT_RADIUS }
    }

    /// How far from the middle of `thing` the pointer hits it, in points of the screen.
    #[must_use]
    pub fn reach_of(&self, thing: &Thing) -> f32 {
        if self.is_cluster(thing) { outer_radius(thing.count) } else { POINT_HIT }
    }

    /// What is seen, unless it is more than `most` things.
    pub(super) fn seen<'a>(
        &'a self,
        view: &View,
        most: usize,
    ) -> Option<impl Iterator<Item = &'a Thing>> {
        let seen = view.rect.expand(self.reach());
        let corner = |at| view.world_from_screen(at);
        let found = self.index.in_rect(corner(seen.min), corner(seen.max));
        let thing = |number| self.things.get(number as usize);
        (found.len() <= most).then(|| found.into_iter().filter_map(thing))
    }

    /// What `pointer` hits; of two that are as near, the one that is drawn over the other.
    fn hit(&self, view: &View, pointer: Pos2) -> Option<&Thing> {
        let at = view.world_from_screen(pointer);
        let near = self.index.within(at, f64::from(self.reach) / view.scale());
        let mut best: Option<(f64, u32, &Thing)> = None;
        for number in near {
            let Some(thing) = self.things.get(number as usize) else { continue };
            let far = cluster::distance(at, thing.at) * view.scale();
            if far > f64::from(self.reach_of(thing)) {
                continue;
            }
            let is_better = best
                .is_none_or(|(least, other, _)| far < least || (far <= least && number > other));
            if is_better {
                best = Some((far, number, thing));
            }
        }
        best.map(|(_, _, thing)| thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Kind;

    #[test]
    fn kinds_are_counted_in_the_order_of_the_legend() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
        }
        assert_eq!(Kind::ALL.len(), KINDS);
    }

    #[test]
    fn the_curve_keeps_quarters_together() {
        let at = |x, y| along_curve(WorldXy { x, y });
        assert!(at(0.4, 0.4) < at(0.6, 0.1) && at(0.9, 0.4) < at(0.1, 0.6));
        assert!(at(0.4, 0.9) < at(0.6, 0.6));
    }
}
