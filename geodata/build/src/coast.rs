//! Which lines of the sea's shore are drawn in and around the theatre.

use crate::e5::{E5, edges};
use crate::polygons::Polygon;
use crate::theatre::Area;

/// The shore inside `area`, as lines; a shore that is inside as a whole is a closed line.
pub(crate) fn lines(land: &[Polygon], area: Area) -> Vec<Vec<E5>> {
    land.iter().flat_map(Polygon::rings).flat_map(|ring| parts_inside(ring, area)).collect()
}

/// The runs of the ring's vertices that are inside the area, each with one vertex outside at
/// either end.
pub(crate) fn parts_inside(ring: &[E5], area: Area) -> Vec<Vec<E5>> {
    let Some(start) = ring.iter().position(|v| !area.contains(*v)) else {
        return vec![ring.to_vec()];
    };
    let mut round = ring.to_vec();
    round.pop();
    round.rotate_left(start);
    round.extend(round.first().copied());
    let mut parts = Vec::new();
    let mut part: Vec<E5> = Vec::new();
    for (a, b) in edges(&round) {
        if area.contains(a) || area.contains(b) {
            if part.is_empty() {
                part.push(a);
            }
            part.push(b);
        } else if !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts.extend((!part.is_empty()).then_some(part));
    parts
}
