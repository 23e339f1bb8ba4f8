//! Which point at the distance is nearest to a position.

use super::cell::Cell;
use super::trace::Ray;
use super::{Isodistance, Site};
use crate::geodata::LonLat;
use crate::measure::Metres;
use crate::measure::geodesic::distance_and_bearing;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// No other point of the line is nearer than the one found by more than this, or by more than this
/// share of the distance: from afar a long stretch of the line is about equally far.
const TOLERANCE: Metres = Metres(1.0);
const TOLERANCE_SHARE: f64 = 5e-5;

/// By how much a point at a distance may be farther than the nearest.
fn tolerance(distance: Metres) -> Metres {
    Metres(TOLERANCE.0.max(TOLERANCE_SHARE * distance.0))
}

/// Rays to each side of the best one that are tried at each step of the last refinement.
const RAYS: i32 = 5;

/// How much narrower the fan of rays becomes at each step.
const NARROWER: f64 = 0.4;

/// Where neighbouring rays are nearer to each other than this, they lead to the same point.
const SAME_POINT: f64 = 1e-2;

/// A cell not yet searched.
#[derive(Clone, Copy, Debug)]
struct Open {
    /// No point of the cell is nearer to the position, metres.
    least: f64,
    cell: Cell,
}

/// The greatest is the nearest, as the heap wants it.
impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        other.least.total_cmp(&self.least)
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Open {}

impl Isodistance<'_> {
    /// The point that is nearest to a position, or nothing where the country has no point at the
    /// distance. The position can lie anywhere.
    ///
    /// The point is at the distance within 1 mm and in the country. No other is nearer by more
    /// than a metre or a 20,000th of the distance, and none of those about it by more than a few
    /// millimetres. Takes some milliseconds.
    #[must_use]
    pub fn nearest_to(&self, at: LonLat) -> Option<Site> {
        let open = |cell: Cell| {
            let middle = distance_and_bearing(at, cell.middle()).distance;
            Open { least: (middle.0 - cell.radius().0).max(0.0), cell }
        };
        let mut waiting = BinaryHeap::from([open(self.extent())]);
        let mut best: Option<Site> = None;
        while let Some(Open { least, cell }) = waiting.pop() {
            let wanted = best.map(|best| best.distance - tolerance(best.distance));
            let is_nearer = |least: f64| wanted.is_none_or(|wanted| Metres(least) < wanted);
            // Cells come nearest first: none of the rest is better.
            if !is_nearer(least) {
                break;
            }
            if cell.radius() > tolerance(Metres(least)) / 2.0 {
                let quarters = cell.quarters().into_iter().filter(|cell| self.may_cross(cell));
                waiting.extend(quarters.map(open).filter(|open| is_nearer(open.least)));
            } else if let Some(site) = self.site_in(at, &cell)
                && best.is_none_or(|best| site.distance < best.distance)
            {
                best = Some(site);
            }
        }
        best.map(|site| self.refined(at, site))
    }

    /// The point on the ray through a cell's middle, looked for in and about the cell.
    fn site_in(&self, at: LonLat, cell: &Cell) -> Option<Site> {
        let course = distance_and_bearing(at, cell.middle());
        let ray = Ray { from: at, bearing: course.bearing };
        let about = cell.radius() * 3.0;
        let start = Metres((course.distance - about).0.max(0.0));
        self.site_on(ray, start, course.distance + about)
    }

    fn site_on(&self, ray: Ray, start: Metres, end: Metres) -> Option<Site> {
        let (point, distance) = self.trace(ray, start, end)?;
        let to_border = self.from.nearest(point);
        Some(Site { at: point, distance, bearing: ray.bearing, to_border })
    }

    /// The nearest of the points about one that is already nearest but for the tolerance: fans of
    /// rays, ever narrower about the best. Whether the line is smooth there or has a corner, as
    /// where two stretches of border are equally far, makes no difference.
    fn refined(&self, at: LonLat, found: Site) -> Site {
        // A line as round as its distance from the position leaves the circle through its nearest
        // point by the tolerance within this width.
        let tolerance = tolerance(found.distance);
        let mut width = 2.0 * (2.0 * found.distance.0 * tolerance.0).sqrt();
        let mut best = found;
        while width > SAME_POINT {
            let middle = best.bearing;
            let across = |ray: i32| width * f64::from(ray) / f64::from(RAYS);
            for ray in -RAYS..=RAYS {
                let turn = (across(ray) / found.distance.0).to_degrees();
                let bearing = crate::measure::Degrees(middle.0 + turn).normalised();
                // Nothing is nearer than this, and what is farther is not wanted.
                let start = Metres((found.distance - tolerance * 2.0).0.max(0.0));
                let site = self.site_on(Ray { from: at, bearing }, start, best.distance);
                best = site.unwrap_or(best);
            }
            width *= NARROWER;
        }
        best
    }
}
