//! Which candidate is the nearest by geodesics, and where exactly on it.

use super::afar;
use super::ellipsoid::{Ecef, R_MEAN, arc_estimate, longest_rival_estimate};
use super::sub_edges::SubEdge;
use super::tree::{Candidate, Chord, Tree};
use super::ways::{Way, Ways};
use crate::geodata::LonLat;

/// Closer than this (metres) there is nothing to gain by sliding, and the direction of the
/// geodesic is too noisy to slide by.
const TOO_CLOSE_TO_SLIDE: f64 = 1e-3;

/// A foot that near to where it should be (metres) stays, if the distance is right.
const FOOT_TOLERANCE: f64 = 2e-3;

/// An error in distance that is not worth another geodesic, metres.
const NEGLIGIBLE: f64 = 1e-9;

/// Slides on one sub-edge. Within 3,000 km none or one is enough; the rest is for the far side of
/// the world.
const MAX_SLIDES: u32 = 8;

/// Square of the distance (metres) up to which the nearest point by chords is the nearest by
/// geodesics within [`FOOT_TOLERANCE`].
const CHORDS_WILL_DO: f64 = 1e4 * 1e4;

/// Room for the sub-edges of a search, kept from one search to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    candidates: Vec<Candidate>,
    rivals: Vec<Rival>,
}

/// A sub-edge that may be the nearest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rival {
    /// Its index in the line.
    pub(super) sub_edge: usize,
    /// About where on it the nearest point is: 0 at the start, 1 at the end.
    pub(super) t: f64,
    /// About how long the geodesic to it is, metres.
    pub(super) estimate: f64,
}

/// The geodesic to the nearest point of a border line, and the index of the sub-edge that it is
/// on: of several equally near, the first in the line. `None` for a line that is empty.
///
/// `near` is a sub-edge that may be not far from there; it makes the search shorter and changes
/// nothing in what it finds.
pub(super) fn nearest(
    ways: &mut Ways,
    (tree, line): (&Tree, &[SubEdge]),
    near: Option<usize>,
    Room { candidates, rivals }: &mut Room,
) -> Option<(Way, usize)> {
    rivals.clear();
    if afar::is_afar(ways.here, tree) {
        afar::rivals(ways, (tree, line), rivals);
    } else {
        tree.candidates(ways.here, near, candidates);
        choose(ways.here, (tree, line), candidates, rivals);
    }
    rivals.sort_unstable_by_key(|rival| rival.sub_edge);
    let ways_to_rivals = rivals.iter().filter_map(|rival| {
        let arc = Arc::new((tree, line), rival.sub_edge)?;
        Some((arc.settle(ways, rival.t), rival.sub_edge))
    });
    ways_to_rivals.min_by(|(a, _), (b, _)| a.distance.total_cmp(&b.distance))
}

/// Leaves of the candidates those that can be the nearest by the estimates of their geodesics:
/// hardly ever more than one.
fn choose(
    here: Ecef,
    (tree, line): (&Tree, &[SubEdge]),
    candidates: &[Candidate],
    rivals: &mut Vec<Rival>,
) {
    for &Candidate { sub_edge, t, .. } in candidates {
        if let Some(arc) = Arc::new((tree, line), sub_edge) {
            rivals.push(Rival { sub_edge, t, estimate: arc.estimate(here, t) });
        }
    }
    let shortest = rivals.iter().map(|rival| rival.estimate).fold(f64::INFINITY, f64::min);
    let limit = longest_rival_estimate(shortest, tree.sagitta());
    rivals.retain(|rival| rival.estimate <= limit);
    for rival in rivals {
        if let Some(arc) = Arc::new((tree, line), rival.sub_edge) {
            rival.t = arc.lowest_estimate(here, rival.t);
        }
    }
}

/// A sub-edge as the arc over its chord.
pub(super) struct Arc<'line> {
    pub(super) sub_edge: &'line SubEdge,
    pub(super) chord: Chord,
    /// Length of the chord, metres.
    pub(super) length: f64,
}

impl<'line> Arc<'line> {
    pub(super) fn new((tree, line): (&Tree, &'line [SubEdge]), sub_edge: usize) -> Option<Self> {
        let chord = tree.chord(sub_edge)?;
        Some(Self { sub_edge: line.get(sub_edge)?, chord, length: chord.vector.squared().sqrt() })
    }

    /// The position at `t`; the ends are given back exactly.
    pub(super) fn position(&self, t: f64) -> LonLat {
        if t <= 0.0 {
            self.sub_edge.from
        } else if t >= 1.0 {
            self.sub_edge.to
        } else {
            self.chord.point(t).position()
        }
    }

    /// About how long the geodesic to the arc at `t` is, metres.
    fn estimate(&self, here: Ecef, t: f64) -> f64 {
        let rise = self.length * self.length * t * (1.0 - t) / (2.0 * R_MEAN);
        arc_estimate(here, self.chord.point(t).raised(rise))
    }

    /// Where the estimate is least, starting from the nearest point of the chord: by the parabola
    /// through three estimates.
    fn lowest_estimate(&self, here: Ecef, t: f64) -> f64 {
        let way = here.to(self.chord.point(t));
        if way.squared() < CHORDS_WILL_DO {
            return t;
        }
        let step = 0.25;
        let middle = t.clamp(step, 1.0 - step);
        let (before, at, after) = (
            self.estimate(here, middle - step),
            self.estimate(here, middle),
            self.estimate(here, middle + step),
        );
        let (slope, bend) = ((after - before) / 2.0, after - 2.0 * at + before);
        if bend > 0.0 { (middle - step * slope / bend).clamp(0.0, 1.0) } else { t }
    }

    /// The geodesic to the nearest point, found by sliding from the point at `t` as long as that
    /// makes it shorter.
    fn settle(&self, ways: &mut Ways, mut t: f64) -> Way {
        let mut way = ways.to(self.position(t));
        for _ in 0..MAX_SLIDES {
            let Some(lower) = self.lower(&way, t) else { break };
            let shorter = ways.to(self.position(lower));
            if shorter.distance >= way.distance {
                break;
            }
            (t, way) = (lower, shorter);
        }
        way
    }

    /// Where the geodesic is shorter than `way`, the one to the point at `t`, if anywhere by more
    /// than is negligible.
    ///
    /// With `γ` the angle between geodesic and sub-edge, `m` the reduced length of the geodesic
    /// and `M` its scale (Karney 2013, section 3), the distance to a point `x` further along the
    /// sub-edge is
    ///
    /// `s(x) = s + x cos γ + x² sin² γ · M / 2m`, less than about `|x|³ / m²` off.
    ///
    /// The foot slides to the lowest point of this parabola within the sub-edge. Beyond a quarter
    /// of the world `M` is negative, the parabola opens downwards, and that is one of the ends.
    fn lower(&self, way: &Way, t: f64) -> Option<f64> {
        if way.distance < TOO_CLOSE_TO_SLIDE {
            return None;
        }
        let (cos, bend) = self.slope(way, t);
        let change = |to: f64| {
            let x = (to - t) * self.length;
            x * (cos + x * bend / 2.0)
        };
        let lowest = if bend > 0.0 {
            (t - cos / (bend * self.length)).clamp(0.0, 1.0)
        } else if change(0.0) < change(1.0) {
            0.0
        } else {
            1.0
        };
        let x = (lowest - t) * self.length;
        (x.abs() > FOOT_TOLERANCE || change(lowest) < -NEGLIGIBLE).then_some(lowest)
    }

    /// How the distance begins to change along the sub-edge from the point at `t`: `cos γ` and
    /// `sin² γ · M / m` (see [`Arc::lower`]).
    fn slope(&self, way: &Way, t: f64) -> (f64, f64) {
        let cos = way.cos_angle_to(self.chord.vector, self.chord.point(t));
        (cos, (1.0 - cos * cos) * way.scale / way.reduced_length)
    }

    /// Where the distance stops falling and begins to rise, or the other way round; if it does
    /// not, one of the ends.
    pub(super) fn turn(&self, ways: &mut Ways) -> f64 {
        let t = self.chord.nearest(ways.here);
        let way = ways.to(self.position(t));
        if way.distance < TOO_CLOSE_TO_SLIDE {
            return t;
        }
        let (cos, bend) = self.slope(&way, t);
        let turn = t - cos / (bend * self.length);
        if turn.is_nan() { t } else { turn.clamp(0.0, 1.0) }
    }

    /// All of it, from end to end in the order of the line.
    pub(super) const fn whole(&self) -> (f64, f64) {
        if self.sub_edge.reversed { (1.0, 0.0) } else { (0.0, 1.0) }
    }

    /// The length of the arc, metres.
    pub(super) fn arc_length(&self) -> f64 {
        self.length * (1.0 + self.length * self.length / (24.0 * R_MEAN * R_MEAN))
    }
}
