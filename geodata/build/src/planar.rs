//! How far things are from one another on the flat map of longitude and latitude, in degrees: for
//! questions of data cleaning only. Distances on the ground are in `geodesic`.

use crate::e5::{E5, edges};
use crate::theatre::Area;
use geo::Coord;
use std::collections::HashMap;

/// The middle of an edge.
pub(crate) fn middle((a, b): (E5, E5)) -> Coord<f64> {
    (a.coord() + b.coord()) / 2.0
}

/// Distance from a point to an edge.
pub(crate) fn to_edge(p: Coord<f64>, (a, b): (Coord<f64>, Coord<f64>)) -> f64 {
    let (along, to) = (b - a, p - a);
    let squared = along.x * along.x + along.y * along.y;
    let share = if squared > 0.0 { (to.x * along.x + to.y * along.y) / squared } else { 0.0 };
    let off = to - along * share.clamp(0.0, 1.0);
    off.x.hypot(off.y)
}

/// Area inside a closed ring in square degrees; positive when it runs counter-clockwise.
pub(crate) fn area(ring: &[E5]) -> f64 {
    let cross = |(a, b): (E5, E5)| {
        i128::from(a.lon) * i128::from(b.lat) - i128::from(b.lon) * i128::from(a.lat)
    };
    edges(ring).map(cross).sum::<i128>() as f64 / 2e10
}

/// The smallest area around the vertices.
pub(crate) fn bounds(vertices: &[E5]) -> Area {
    let degrees = |v: i32| f64::from(v) / 1e5;
    let lon = || vertices.iter().map(|v| v.lon);
    let lat = || vertices.iter().map(|v| v.lat);
    Area {
        west: degrees(lon().min().unwrap_or(0)),
        south: degrees(lat().min().unwrap_or(0)),
        east: degrees(lon().max().unwrap_or(0)),
        north: degrees(lat().max().unwrap_or(0)),
    }
}

/// Edges in squares as wide as the one distance that is asked about.
pub(crate) struct Nearby {
    within: f64,
    squares: HashMap<(i32, i32), Vec<(E5, E5)>>,
}

impl Nearby {
    /// Sorts the edges of all rings, to be asked for those within `within` degrees.
    pub(crate) fn new<'a>(rings: impl Iterator<Item = &'a Vec<E5>>, within: f64) -> Self {
        let mut squares: HashMap<(i32, i32), Vec<(E5, E5)>> = HashMap::new();
        for edge in rings.flat_map(|r| edges(r)) {
            for square in squares_along(edge, within) {
                squares.entry(square).or_default().push(edge);
            }
        }
        Self { within, squares }
    }

    /// Whether an edge is within the distance of `p`.
    pub(crate) fn any(&self, p: Coord<f64>) -> bool {
        let (x, y) = square(p, self.within);
        let near = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        near.filter_map(|s| self.squares.get(&s))
            .flatten()
            .any(|(a, b)| to_edge(p, (a.coord(), b.coord())) <= self.within)
    }
}

fn square(p: Coord<f64>, size: f64) -> (i32, i32) {
    ((p.x / size).floor() as i32, (p.y / size).floor() as i32)
}

/// Squares that the edge passes, found by steps of a quarter of a square; a corner that is cut
/// between two steps is made good by asking the eight squares around.
fn squares_along((a, b): (E5, E5), size: f64) -> Vec<(i32, i32)> {
    let (a, b) = (a.coord(), b.coord());
    let steps = ((b - a).x.hypot((b - a).y) / size * 4.0).ceil().max(1.0);
    let mut squares: Vec<_> =
        (0..=steps as i32).map(|i| square(a + (b - a) * (f64::from(i) / steps), size)).collect();
    squares.dedup();
    squares
}

type Edge = (Coord<f64>, Coord<f64>);

/// Edges in rows of latitude, to be asked what is inside.
pub(crate) struct Inside {
    rows: HashMap<i32, Vec<Edge>>,
}

impl Inside {
    const ROW: f64 = 0.05;

    /// Sorts the edges of all rings; a point is inside when an odd number of rings holds it.
    pub(crate) fn new<'a>(rings: impl Iterator<Item = &'a Vec<E5>>) -> Self {
        let mut rows: HashMap<i32, Vec<_>> = HashMap::new();
        for (a, b) in rings.flat_map(|r| edges(r)) {
            let row = |v: E5| (v.lat_deg() / Self::ROW).floor() as i32;
            for row in row(a).min(row(b))..=row(a).max(row(b)) {
                rows.entry(row).or_default().push((a.coord(), b.coord()));
            }
        }
        Self { rows }
    }

    /// Whether `p` is inside; on an edge either answer may be given.
    pub(crate) fn contains(&self, p: Coord<f64>) -> bool {
        let row = self.rows.get(&((p.y / Self::ROW).floor() as i32));
        let crossed = row.into_iter().flatten().filter(|(a, b)| {
            (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossed.count() % 2 == 1
    }
}
