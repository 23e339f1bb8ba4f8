//! How long lines are on the WGS84 ellipsoid, and where their points lie.

use crate::e5::{E5, edges};
use geo::{Distance, Geodesic, InterpolatePoint, Point};

/// Length in metres; every edge is a geodesic.
pub(crate) fn length(line: &[E5]) -> f64 {
    edges(line).map(|(a, b)| Geodesic.distance(point(a), point(b))).sum()
}

/// The line with points of its geodesic edges added, so that no two vertices are further apart
/// than `step` metres.
pub(crate) fn densify(line: &[E5], step: f64) -> Vec<E5> {
    let mut dense: Vec<E5> = line.first().copied().into_iter().collect();
    for (a, b) in edges(line) {
        let parts = (Geodesic.distance(point(a), point(b)) / step).ceil().max(1.0);
        dense.extend((1..parts as i32).map(|i| {
            let at = Geodesic.point_at_ratio_between(point(a), point(b), f64::from(i) / parts);
            E5::from_coord(at.0)
        }));
        dense.push(b);
    }
    dense
}

fn point(v: E5) -> Point<f64> {
    Point(v.coord())
}
