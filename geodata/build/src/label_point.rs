//! Where a label stands inside an area: at the point furthest from its edge.

use crate::e5::{E5, edges};
use crate::planar::{Inside, bounds, to_edge};
use crate::simplify::simplify_ring;
use geo::Coord;

/// The middle of the widest free spot inside the ring, to a hundredth of the ring's size.
pub(crate) fn label_point(ring: &[E5]) -> Option<E5> {
    const STEPS: i32 = 24;
    let area = bounds(ring);
    let squeeze = f64::midpoint(area.south, area.north).to_radians().cos();
    let flat = |v: Coord<f64>| Coord { x: v.x * squeeze, y: v.y };
    let fine = (area.north - area.south) / 200.0;
    let ring = simplify_ring(ring, &|_| fine).unwrap_or_else(|| ring.to_vec());
    let all: Vec<_> = edges(&ring).map(|(a, b)| (flat(a.coord()), flat(b.coord()))).collect();
    let inside = Inside::new(std::iter::once(&ring));
    let free = |p: Coord<f64>| {
        let off = |e: &(Coord<f64>, Coord<f64>)| to_edge(flat(p), *e);
        if inside.contains(p) { all.iter().map(off).fold(f64::INFINITY, f64::min) } else { -1.0 }
    };
    let mut centre =
        Coord { x: f64::midpoint(area.west, area.east), y: f64::midpoint(area.south, area.north) };
    let mut half = Coord { x: (area.east - area.west) / 2.0, y: (area.north - area.south) / 2.0 };
    let mut best = None;
    for _ in 0..3 {
        let step = |i: i32| f64::from(i) / f64::from(STEPS / 2) - 1.0;
        let spots = (0..=STEPS).flat_map(|i| (0..=STEPS).map(move |j| (i, j)));
        let found = spots
            .map(|(i, j)| Coord { x: centre.x + half.x * step(i), y: centre.y + half.y * step(j) })
            .map(|p| (free(p), p))
            .max_by(|a, b| a.0.total_cmp(&b.0))?;
        best = (found.0 > 0.0).then(|| E5::from_coord(found.1)).or(best);
        centre = found.1;
        half = half / f64::from(STEPS / 4);
    }
    best
}
