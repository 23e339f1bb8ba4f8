//! Where along a ray the distance to the border is first the one asked for.

use super::Isodistance;
use crate::geodata::LonLat;
use crate::measure::geodesic::destination;
use crate::measure::{Degrees, Metres};

/// Off by less than this is at the distance, metres: a tenth of what is promised.
const CLOSE: f64 = 1e-4;

/// Steps after which a ray counts as passing by: it grazes the line at less than a degree.
const MOST_STEPS: u32 = 200;

/// A ray from a position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ray {
    pub(super) from: LonLat,
    pub(super) bearing: Degrees,
}

impl Ray {
    /// The position at a distance along the ray.
    pub(super) fn at(&self, distance: Metres) -> LonLat {
        destination(self.from, self.bearing, distance)
    }
}

impl Isodistance<'_> {
    /// The first point of the ray between two distances along it that is at the distance and in
    /// the country, and how far along it is.
    ///
    /// "Sphere tracing": the distance to the border changes by no more than one moves, so a step
    /// by what it is off never jumps over the line. Steps shrink towards it, the slower the more
    /// the ray grazes it.
    pub(super) fn trace(&self, ray: Ray, start: Metres, end: Metres) -> Option<(LonLat, Metres)> {
        let mut along = start;
        for _ in 0..MOST_STEPS {
            if along > end {
                return None;
            }
            let at = ray.at(along);
            let off = self.excess(at).abs();
            if off <= CLOSE {
                return self.is_inside(at).then_some((at, along));
            }
            along = along + Metres(off);
        }
        None
    }
}
