//! Which sub-edges can be the nearest: a packed tree of boxes over the chords of a border line.
//!
//! A border line is spatially coherent as it is, so the tree is its order: eight consecutive
//! chords make a leaf, eight leaves a node, eight nodes the next, up to one root. Nothing is
//! sorted and no pointer is kept: child `k` of node `i` is number `8 i + k` one level down.
//! Leaves and nodes hold their eight members coordinate by coordinate, so that the compiler
//! computes several at once.

use super::ellipsoid::{Ecef, longest_rival_chord, sagitta};
use std::array;

/// Members of a leaf or of a node.
const W: usize = 8;

/// Coordinate that stands in for members that are not there: farther than anything on Earth.
const FAR_AWAY: f64 = 1e12;

/// A sub-edge that may be the nearest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Its index in the border line.
    pub(super) sub_edge: usize,
    /// Where its chord starts.
    pub(super) start: Ecef,
    /// From there to where its chord ends.
    pub(super) vector: Ecef,
    /// The nearest point of the chord: 0 at the start, 1 at the end.
    pub(super) t: f64,
    /// Square of the distance to that point, in square metres.
    distance_squared: f64,
}

impl Candidate {
    /// The nearest point of the chord.
    pub(super) fn point(&self) -> Ecef {
        self.start.along(self.vector, self.t)
    }
}

/// The chords of a border line, searchable.
#[derive(Debug)]
pub(super) struct Tree {
    leaves: Vec<Leaf>,
    /// From the nodes right above the leaves to the root, alone in the last.
    levels: Vec<Vec<Node>>,
    /// How far, at most, an arc rises above its chord, metres.
    sagitta: f64,
}

impl Tree {
    /// A tree over the chords of sub-edges, given by their ends in the order of the line.
    pub(super) fn new(chords: &[(Ecef, Ecef)]) -> Self {
        let longest_squared = chords.iter().map(|(a, b)| a.to(*b).squared()).fold(0.0, f64::max);
        let sagitta = sagitta(longest_squared.sqrt());
        let leaves = chords.chunks(W).map(Leaf::new).collect();
        let mut boxes: Vec<Bounds> = chords
            .chunks(W)
            .map(|eight| Bounds::around(eight.iter().flat_map(|&(a, b)| [a, b])))
            .collect();
        let mut levels = Vec::new();
        loop {
            levels.push(boxes.chunks(W).map(Node::new).collect());
            if boxes.len() <= W {
                return Self { leaves, levels, sagitta };
            }
            boxes = boxes
                .chunks(W)
                .map(|eight| Bounds::around(eight.iter().flat_map(|b| [b.low, b.high])))
                .collect();
        }
    }

    /// How far, at most, an arc rises above its chord, metres.
    pub(super) const fn sagitta(&self) -> f64 {
        self.sagitta
    }

    /// Every sub-edge whose geodesic can be the shortest from `at`, in no order: about four on
    /// average, but thousands from the other side of the world.
    pub(super) fn candidates(&self, at: Ecef) -> Vec<Candidate> {
        let mut search = Search {
            at,
            sagitta: self.sagitta,
            nearest: f64::INFINITY,
            limit: f64::INFINITY,
            found: Vec::with_capacity(32),
        };
        self.visit(self.levels.len().saturating_sub(1), 0, &mut search);
        let limit = search.limit;
        search.found.retain(|candidate| candidate.distance_squared <= limit);
        search.found
    }

    /// Searches below node `index` of `level`, nearest child first.
    fn visit(&self, level: usize, index: usize, search: &mut Search) {
        let Some(node) = self.levels.get(level).and_then(|nodes| nodes.get(index)) else { return };
        for (distance_squared, k) in node.nearest_first(search.at) {
            if distance_squared > search.limit {
                return;
            }
            let child = index * W + k;
            if level > 0 {
                self.visit(level - 1, child, search);
            } else if let Some(leaf) = self.leaves.get(child) {
                search.try_leaf(leaf, child);
            }
        }
    }
}

/// A search under way; distances are squared.
struct Search {
    at: Ecef,
    sagitta: f64,
    /// To the nearest chord found so far.
    nearest: f64,
    /// To the farthest chord that can still win against that one.
    limit: f64,
    found: Vec<Candidate>,
}

impl Search {
    fn try_leaf(&mut self, leaf: &Leaf, index: usize) {
        let (squared, positions) = leaf.distances(self.at);
        for (k, (distance_squared, t)) in squared.into_iter().zip(positions).enumerate() {
            if distance_squared > self.limit {
                continue;
            }
            if distance_squared < self.nearest {
                self.nearest = distance_squared;
                self.limit = longest_rival_chord(distance_squared.sqrt(), self.sagitta).powi(2);
            }
            let (start, vector) = (member(&leaf.start, k), member(&leaf.vector, k));
            let sub_edge = index * W + k;
            self.found.push(Candidate { sub_edge, start, vector, t, distance_squared });
        }
    }
}

/// Eight chords.
#[derive(Debug)]
struct Leaf {
    start: [[f64; W]; 3],
    vector: [[f64; W]; 3],
    /// 1 / length², or 0 for a chord without length.
    inverse_squared: [f64; W],
}

impl Leaf {
    fn new(chords: &[(Ecef, Ecef)]) -> Self {
        let nowhere = Ecef([FAR_AWAY; 3]);
        let chord = |k: usize| chords.get(k).copied().unwrap_or((nowhere, nowhere));
        let inverse_squared = |k| {
            let (a, b) = chord(k);
            let squared = a.to(b).squared();
            if squared > 0.0 { squared.recip() } else { 0.0 }
        };
        Self {
            start: by_coordinate(|k| chord(k).0),
            vector: by_coordinate(|k| chord(k).0.to(chord(k).1)),
            inverse_squared: array::from_fn(inverse_squared),
        }
    }

    /// The square of each chord's distance from `at`, and where on the chord that is.
    #[expect(clippy::indexing_slicing, reason = "k < W; the compiler drops the checks")]
    fn distances(&self, at: Ecef) -> ([f64; W], [f64; W]) {
        let Ecef([x, y, z]) = at;
        let ([ax, ay, az], [dx, dy, dz]) = (&self.start, &self.vector);
        let (mut squared, mut t) = ([0.0; W], [0.0; W]);
        for k in 0..W {
            let (px, py, pz) = (x - ax[k], y - ay[k], z - az[k]);
            let along = px * dx[k] + py * dy[k] + pz * dz[k];
            t[k] = (along * self.inverse_squared[k]).clamp(0.0, 1.0);
            let (ex, ey, ez) = (px - t[k] * dx[k], py - t[k] * dy[k], pz - t[k] * dz[k]);
            squared[k] = ex * ex + ey * ey + ez * ez;
        }
        (squared, t)
    }
}

/// A box with edges along the axes.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: Ecef,
    high: Ecef,
}

impl Bounds {
    /// The smallest box around some points.
    fn around(points: impl Iterator<Item = Ecef>) -> Self {
        let nothing = Self { low: Ecef([f64::INFINITY; 3]), high: Ecef([f64::NEG_INFINITY; 3]) };
        points.fold(nothing, |Self { low, high }, point| Self {
            low: low.zip(point, f64::min),
            high: high.zip(point, f64::max),
        })
    }
}

/// Eight boxes.
#[derive(Debug)]
struct Node {
    low: [[f64; W]; 3],
    high: [[f64; W]; 3],
}

impl Node {
    fn new(boxes: &[Bounds]) -> Self {
        let nowhere = Bounds { low: Ecef([FAR_AWAY; 3]), high: Ecef([FAR_AWAY; 3]) };
        let member = |k: usize| boxes.get(k).copied().unwrap_or(nowhere);
        Self { low: by_coordinate(|k| member(k).low), high: by_coordinate(|k| member(k).high) }
    }

    /// The square of each box's distance from `at` with its index, nearest first.
    #[expect(clippy::indexing_slicing, reason = "k < W; the compiler drops the checks")]
    fn nearest_first(&self, at: Ecef) -> [(f64, usize); W] {
        let Ecef([x, y, z]) = at;
        let ([lx, ly, lz], [hx, hy, hz]) = (&self.low, &self.high);
        let mut boxes = array::from_fn(|k| {
            let dx = (lx[k] - x).max(x - hx[k]).max(0.0);
            let dy = (ly[k] - y).max(y - hy[k]).max(0.0);
            let dz = (lz[k] - z).max(z - hz[k]).max(0.0);
            (dx * dx + dy * dy + dz * dz, k)
        });
        boxes.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        boxes
    }
}

/// The x of eight points, then their y, then their z.
fn by_coordinate(point: impl Fn(usize) -> Ecef) -> [[f64; W]; 3] {
    [
        array::from_fn(|k| {
            let Ecef([x, _, _]) = point(k);
            x
        }),
        array::from_fn(|k| {
            let Ecef([_, y, _]) = point(k);
            y
        }),
        array::from_fn(|k| {
            let Ecef([_, _, z]) = point(k);
            z
        }),
    ]
}

/// Number `k` of eight points.
#[expect(clippy::indexing_slicing, reason = "k < W")]
fn member([x, y, z]: &[[f64; W]; 3], k: usize) -> Ecef {
    Ecef([x[k], y[k], z[k]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;

    /// A zigzag of chords: whatever their number, the nearest is among the candidates.
    #[test]
    fn the_nearest_chord_is_always_found() {
        for n in [1_usize, 7, 8, 9, 64, 65, 513, 1_000] {
            let at = |i: usize| {
                let turn = i as f64 * 0.01;
                Ecef::of(LonLat::new(turn.sin() * 3.0 + turn, 20.0 + (turn * 7.0).cos()).unwrap())
            };
            let chords: Vec<(Ecef, Ecef)> = (0..n).map(|i| (at(i), at(i + 1))).collect();
            let tree = Tree::new(&chords);
            for lon in -20..20 {
                let point = Ecef::of(LonLat::new(f64::from(lon), 19.5).unwrap());
                let nearest = chords
                    .chunks(1)
                    .map(|one| Leaf::new(one).distances(point).0[0])
                    .fold(f64::INFINITY, f64::min);
                let candidates = tree.candidates(point);
                assert!(candidates.iter().any(|c| c.distance_squared <= nearest), "{n} {lon}");
                assert!(candidates.iter().all(|c| c.sub_edge < n), "{n} {lon}");
            }
        }
    }
}
