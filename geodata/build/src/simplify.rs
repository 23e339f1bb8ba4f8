//! Which vertices of a line can be left out.

use crate::e5::E5;
use crate::planar::to_edge;
use geo::Coord;

/// The line without the vertices that the rest passes within `tolerance` degrees of (Douglas and
/// Peucker); the tolerance is asked for at each vertex, so that far ground can be coarser. The ends
/// stay. East-west distances count by the cosine of the latitude.
pub(crate) fn simplify(line: &[E5], tolerance: &dyn Fn(E5) -> f64) -> Vec<E5> {
    let mut keep = vec![false; line.len()];
    for end in [0, line.len().saturating_sub(1)] {
        if let Some(k) = keep.get_mut(end) {
            *k = true;
        }
    }
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((first, last)) = open.pop() {
        if let Some(at) = furthest(line, first, last, tolerance) {
            if let Some(k) = keep.get_mut(at) {
                *k = true;
            }
            open.push((first, at));
            open.push((at, last));
        }
    }
    line.iter().zip(keep).filter_map(|(v, keep)| keep.then_some(*v)).collect()
}

/// A closed ring simplified likewise; nothing where less than a triangle is left.
pub(crate) fn simplify_ring(ring: &[E5], tolerance: &dyn Fn(E5) -> f64) -> Option<Vec<E5>> {
    let first = *ring.first()?;
    // A ring has no ends: the vertex furthest from the first serves as the other one.
    let far = |v: &E5| {
        let (x, y) = (i64::from(v.lon - first.lon), i64::from(v.lat - first.lat));
        x * x + y * y
    };
    let split = ring.iter().enumerate().max_by_key(|(_, v)| far(v))?.0;
    let mut simple = simplify(ring.get(..=split)?, tolerance);
    simple.extend(simplify(ring.get(split..)?, tolerance).into_iter().skip(1));
    simple.dedup();
    (simple.len() >= 4).then_some(simple)
}

/// The vertex between `first` and `last` that lies furthest from their edge, measured in
/// tolerances, if that is more than one.
fn furthest(
    line: &[E5],
    first: usize,
    last: usize,
    tolerance: &dyn Fn(E5) -> f64,
) -> Option<usize> {
    let (a, b) = (line.get(first)?, line.get(last)?);
    let squeeze = f64::midpoint(a.lat_deg(), b.lat_deg()).to_radians().cos();
    let flat = |v: &E5| Coord { x: v.lon_deg() * squeeze, y: v.lat_deg() };
    let edge = (flat(a), flat(b));
    let between = line.iter().enumerate().take(last).skip(first + 1);
    between
        .map(|(i, v)| (i, to_edge(flat(v), edge) / tolerance(*v)))
        .filter(|(_, off)| *off > 1.0)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(i, _)| i)
}
