//! How near and how far the points of a box are.

use super::ellipsoid::{Ecef, larger};

/// A box with edges along the axes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) low: Ecef,
    pub(super) high: Ecef,
}

impl Bounds {
    /// The smallest box around some points.
    pub(super) fn around(points: impl Iterator<Item = Ecef>) -> Self {
        let nothing = Self { low: Ecef([f64::INFINITY; 3]), high: Ecef([f64::NEG_INFINITY; 3]) };
        points.fold(nothing, |Self { low, high }, point| Self {
            low: low.zip(point, f64::min),
            high: high.zip(point, f64::max),
        })
    }

    /// The smallest box around some boxes.
    pub(super) fn around_all(boxes: &[Self]) -> Self {
        Self::around(boxes.iter().flat_map(|bounds| [bounds.low, bounds.high]))
    }

    /// Square of the distance to its nearest point, 0 from inside.
    pub(super) fn distance_squared(&self, from: Ecef) -> f64 {
        let (below, above) = (from.to(self.low), self.high.to(from));
        below.zip(above, |below, above| larger(larger(below, above), 0.0)).squared()
    }

    /// Square of the distance to its farthest corner.
    pub(super) fn farthest_squared(&self, from: Ecef) -> f64 {
        let (low, high) = (from.to(self.low), from.to(self.high));
        low.zip(high, |low, high| larger(low.abs(), high.abs())).squared()
    }
}
