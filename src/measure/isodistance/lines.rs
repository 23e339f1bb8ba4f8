//! Where the line of all points at the distance runs.

use super::Isodistance;
use super::cell::Cell;
use super::chain::chains;
use crate::geodata::LonLat;
use crate::measure::Metres;
use crate::measure::geodesic::destination;
use std::collections::BTreeMap;

/// A vertex is off the distance by no more than this, metres: half of what is promised.
const VERTEX_CLOSE: f64 = 0.5;

/// Steps of the search for a vertex or an end: each at least halves what is left.
const MOST_STEPS: u32 = 40;

/// How near the end of a line comes to the border at which the line leaves the country, as a
/// share of the last edge.
const END_CLOSE: f64 = 1e-3;

/// A side of a square of the lattice: the one that goes east or north from a corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Side {
    /// Column and row of the corner.
    pub(super) corner: [u32; 2],
    /// Whether it goes north.
    pub(super) north: bool,
}

/// A line that crosses a square, by the sides where it enters and leaves.
pub(super) type Crossing = [Side; 2];

/// The lattice of squares into which the country's extent is cut, and what is known at its
/// corners.
struct Lattice<'a> {
    line: Isodistance<'a>,
    south_west: LonLat,
    /// Degrees of longitude and latitude from one corner to the next.
    step: [f64; 2],
    /// By how much the corners are farther from the border than the distance, metres.
    excess: BTreeMap<[u32; 2], f64>,
    vertices: BTreeMap<Side, LonLat>,
}

impl Isodistance<'_> {
    /// The line as polylines with a vertex every `step` or less, each as long as it stays in the
    /// country; one that closes ends where it starts.
    ///
    /// Every vertex is at the distance within 1 m and in the country. Between two vertices the
    /// line may leave the straight edge by some of the step where two stretches of border are
    /// equally far and it has a corner; elsewhere by `step² / 8 d`, a few metres. A loop smaller
    /// than the step may be missed. The work grows with the line's length over the step: for
    /// Mali's 1,300 km along Algeria, at 500 m, some 0.1 s.
    ///
    /// The corners of a lattice tell on which side of the line they are ("marching squares"),
    /// where the quadtree has left anything of it.
    #[must_use]
    pub fn lines(&self, step: Metres) -> Vec<Vec<LonLat>> {
        let [south_west, north_east] = self.inside.extent();
        let root = self.extent();
        let levels = (root.longest_side() / step).max(1.0).log2().ceil().clamp(1.0, 20.0) as u32;
        let squares = f64::from(1_u32 << levels);
        let width = (north_east.lon() - south_west.lon()) / squares;
        let height = (north_east.lat() - south_west.lat()) / squares;
        let mut lattice = Lattice {
            line: *self,
            south_west,
            step: [width, height],
            excess: BTreeMap::new(),
            vertices: BTreeMap::new(),
        };
        let mut crossings = Vec::new();
        lattice.descend(&root, [0, 0], 1 << levels, &mut crossings);
        let mut lines = Vec::new();
        for chain in chains(&crossings) {
            let line: Vec<LonLat> = chain.iter().map(|side| lattice.vertex(*side)).collect();
            self.cut(&line, &mut lines);
        }
        lines
    }

    /// Appends the parts of a polyline that are in the country, each carried on to the border.
    fn cut(&self, line: &[LonLat], parts: &mut Vec<Vec<LonLat>>) {
        let inside: Vec<bool> = line.iter().map(|at| self.is_inside(*at)).collect();
        let first = parts.len();
        let mut part: Vec<LonLat> = Vec::new();
        let steps = line.iter().zip(line.iter().skip(1));
        let sides = inside.iter().zip(inside.iter().skip(1));
        if let (Some(&at), Some(true)) = (line.first(), inside.first()) {
            part.push(at);
        }
        for ((&from, &to), (&leaves, &enters)) in steps.zip(sides) {
            match (leaves, enters) {
                (true, true) => part.push(to),
                (true, false) => {
                    part.extend(self.end_between(from, to));
                    parts.push(std::mem::take(&mut part));
                }
                (false, true) => {
                    part.extend(self.end_between(to, from));
                    part.push(to);
                }
                (false, false) => {}
            }
        }
        if !part.is_empty() {
            parts.push(part);
        }
        // A loop that leaves the country was cut where it starts, too.
        let closes = line.len() > 1 && line.first() == line.last() && inside.first() == Some(&true);
        if closes && parts.len() > first + 1 {
            let start = parts.remove(first);
            if let Some(last) = parts.last_mut() {
                last.extend(start.into_iter().skip(1));
            }
        }
        parts.retain(|part| part.len() > 1);
    }

    /// The last point at the distance and in the country between a vertex that is in it and the
    /// next one, which is not.
    fn end_between(&self, inside: LonLat, outside: LonLat) -> Option<LonLat> {
        let (mut near, mut far) = (0.0, 1.0);
        let mut end = None;
        while far - near > END_CLOSE {
            let share = f64::midpoint(near, far);
            let at = self.put_on_line(between(inside, outside, share));
            match at.filter(|at| self.is_inside(*at)) {
                Some(at) => (near, end) = (share, Some(at)),
                None => far = share,
            }
        }
        end
    }

    /// A position that is near the line, moved towards the border or away from it onto the line.
    fn put_on_line(&self, at: LonLat) -> Option<LonLat> {
        let mut at = at;
        for _ in 0..MOST_STEPS {
            let hit = self.from.nearest(at);
            let excess = hit.distance - self.distance;
            if excess.0.abs() <= VERTEX_CLOSE {
                return Some(at);
            }
            at = destination(at, hit.bearing, excess);
        }
        None
    }
}

/// The position part of the way from one to another, straight in longitude and latitude.
fn between(a: LonLat, b: LonLat, share: f64) -> LonLat {
    let mix = |a: f64, b: f64| a + share * (b - a);
    LonLat::saturating(mix(a.lon(), b.lon()), mix(a.lat(), b.lat()))
}

impl Lattice<'_> {
    /// Collects the crossings of the squares of a cell that has `size` of them in a row, from
    /// the one at `corner` on.
    fn descend(&mut self, cell: &Cell, corner: [u32; 2], size: u32, found: &mut Vec<Crossing>) {
        if size == 1 {
            return self.march(corner, found);
        }
        if !self.line.may_cross(cell) {
            return;
        }
        let half = size / 2;
        let [column, row] = corner;
        let corners = [[0, 0], [half, 0], [0, half], [half, half]];
        for (quarter, [east, north]) in cell.quarters().iter().zip(corners) {
            self.descend(quarter, [column + east, row + north], half, found);
        }
    }

    /// How the line crosses one square, from the sides of it on which its corners are.
    fn march(&mut self, [column, row]: [u32; 2], found: &mut Vec<Crossing>) {
        let corners = [[0, 0], [1, 0], [1, 1], [0, 1]];
        let beyond = corners.map(|[east, north]| self.excess([column + east, row + north]) > 0.0);
        let south = Side { corner: [column, row], north: false };
        let east = Side { corner: [column + 1, row], north: true };
        let north = Side { corner: [column, row + 1], north: false };
        let west = Side { corner: [column, row], north: true };
        match beyond {
            [a, b, c, d] if a == b && b == c && c == d => {}
            [a, b, c, d] if a == b && c == d => found.push([west, east]),
            [a, b, c, d] if b == c && a == d => found.push([south, north]),
            [a, b, c, d] if b == c && c == d && a != b => found.push([west, south]),
            [a, b, c, d] if a == c && c == d && a != b => found.push([south, east]),
            [a, b, c, d] if a == b && b == d && c != a => found.push([east, north]),
            [a, b, c, d] if a == b && b == c && d != a => found.push([north, west]),
            // Two corners across from each other: the middle says which of them are joined.
            [a, ..] => {
                let low = self.corner([column, row]);
                let high = self.corner([column + 1, row + 1]);
                if (self.line.excess(between(low, high, 0.5)) > 0.0) == a {
                    found.extend([[south, east], [north, west]]);
                } else {
                    found.extend([[west, south], [east, north]]);
                }
            }
        }
    }

    fn corner(&self, [column, row]: [u32; 2]) -> LonLat {
        let [width, height] = self.step;
        LonLat::saturating(
            self.south_west.lon() + f64::from(column) * width,
            self.south_west.lat() + f64::from(row) * height,
        )
    }

    fn excess(&mut self, corner: [u32; 2]) -> f64 {
        if let Some(known) = self.excess.get(&corner) {
            return *known;
        }
        let excess = self.line.excess(self.corner(corner));
        self.excess.insert(corner, excess);
        excess
    }

    /// Where the line crosses a side, by the Illinois variant of false position: the excess is
    /// almost linear, so that two or three steps do.
    fn vertex(&mut self, side: Side) -> LonLat {
        if let Some(known) = self.vertices.get(&side) {
            return *known;
        }
        let [column, row] = side.corner;
        let other = if side.north { [column, row + 1] } else { [column + 1, row] };
        let (from, to) = (self.corner(side.corner), self.corner(other));
        let (mut low, mut at_low) = (0.0, self.excess(side.corner));
        let (mut high, mut at_high) = (1.0, self.excess(other));
        let mut at = from;
        let mut last_side = None;
        for _ in 0..MOST_STEPS {
            let share = (low * at_high - high * at_low) / (at_high - at_low);
            at = between(from, to, share);
            let excess = self.line.excess(at);
            if excess.abs() <= VERTEX_CLOSE {
                break;
            }
            let is_low = (excess > 0.0) == (at_low > 0.0);
            if is_low {
                (low, at_low) = (share, excess);
            } else {
                (high, at_high) = (share, excess);
            }
            if last_side == Some(is_low) {
                // The same end moved twice: the other one weighs less next time.
                if is_low { at_high /= 2.0 } else { at_low /= 2.0 }
            }
            last_side = Some(is_low);
        }
        self.vertices.insert(side, at);
        at
    }
}
