//! How finely the sea's shore is drawn, where.

use crate::e5::E5;
use crate::planar;
use crate::polygons::Polygon;
use crate::simplify::simplify_ring;
use crate::theatre::{NEAR, THEATRE};

/// Tolerance in degrees where the reader can come closest: the source as it is.
const AS_IT_IS: f64 = 1e-6;

/// Tolerance at a vertex for zooms of 7 and above.
pub(crate) fn fine(v: E5) -> f64 {
    if THEATRE.contains(v) {
        AS_IT_IS
    } else if NEAR.contains(v) {
        0.002
    } else {
        0.05
    }
}

/// Tolerance at a vertex for zooms below 7.
pub(crate) fn coarse(v: E5) -> f64 {
    if NEAR.contains(v) { 0.008 } else { 0.05 }
}

/// The land simplified; islands too small to see at that tolerance are left out.
pub(crate) fn simplified(land: &[Polygon], tolerance: &dyn Fn(E5) -> f64) -> Vec<Polygon> {
    land.iter().filter_map(|p| simple(p, tolerance)).collect()
}

fn simple(polygon: &Polygon, tolerance: &dyn Fn(E5) -> f64) -> Option<Polygon> {
    let seen = |ring: &Vec<E5>| {
        let side = ring.first().map_or(0.0, |v| tolerance(*v)) * 2.0;
        planar::area(ring).abs() >= (side * side).max(1e-6)
    };
    let ring = |r: &Vec<E5>| seen(r).then(|| simplify_ring(r, tolerance)).flatten();
    Some(Polygon {
        outer: ring(&polygon.outer)?,
        holes: polygon.holes.iter().filter_map(ring).collect(),
    })
}
