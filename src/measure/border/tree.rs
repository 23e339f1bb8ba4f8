//! Which sub-edges can be the nearest: a packed tree of boxes over the chords of a border line.
//!
//! A border line is spatially coherent as it is, so the tree is its order: eight consecutive
//! chords make a leaf, eight leaves a node, eight nodes the next, up to one root. Nothing is
//! sorted and no pointer is kept: child `k` of node `i` is number `8 i + k` one level down.
//! Leaves and nodes hold their eight members coordinate by coordinate, so that the compiler
//! computes several at once.

use super::boxes::Bounds;
use super::ellipsoid::{Ecef, larger, longest_rival_chord, sagitta, smaller};
use std::array;
use std::ops::Range;

/// Members of a leaf or of a node.
pub(super) const W: usize = 8;

/// Coordinate that stands in for members that are not there: farther than anything on Earth.
const FAR_AWAY: f64 = 1e12;

/// Squares of distances beyond this are to members that are not there.
const NOT_THERE: f64 = 1e20;

/// A sub-edge that may be the nearest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Its index in the border line.
    pub(super) sub_edge: usize,
    /// The nearest point of its chord: 0 at the start, 1 at the end.
    pub(super) t: f64,
    /// Square of the distance to that point, in square metres.
    distance_squared: f64,
}

/// A straight line from one end of a sub-edge to the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chord {
    /// Where it starts.
    pub(super) start: Ecef,
    /// From there to where it ends.
    pub(super) vector: Ecef,
}

impl Chord {
    /// The point at `t`: 0 is the start, 1 the end.
    pub(super) fn point(&self, t: f64) -> Ecef {
        self.start.along(self.vector, t)
    }

    /// The `t` of the point nearest to `at`.
    pub(super) fn nearest(&self, at: Ecef) -> f64 {
        let along = self.start.to(at).dot(self.vector) / self.vector.squared();
        smaller(larger(along, 0.0), 1.0)
    }
}

/// A node of the tree, whatever its level.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NodeId {
    /// 0 for leaves, 1 for nodes over leaves, and so on.
    level: usize,
    index: usize,
}

impl NodeId {
    /// The sub-edges below it, of a line of `count`.
    pub(super) fn sub_edges(self, count: usize) -> Range<usize> {
        let each = W.pow(self.level as u32 + 1);
        let start = (self.index * each).min(count);
        start..(start + each).min(count)
    }

    /// Whether it holds sub-edges and no more nodes.
    pub(super) const fn is_leaf(self) -> bool {
        self.level == 0
    }

    fn child(self, k: usize) -> Self {
        Self { level: self.level - 1, index: self.index * W + k }
    }
}

/// The chords of a border line, searchable.
#[derive(Debug)]
pub(super) struct Tree {
    leaves: Vec<Leaf>,
    /// From the nodes right above the leaves to the root, alone in the last.
    levels: Vec<Vec<Node>>,
    bounds: Bounds,
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
            let last = boxes.len() <= W;
            boxes = boxes.chunks(W).map(Bounds::around_all).collect();
            if last {
                let bounds = boxes.first().copied().unwrap_or(Bounds::around([].into_iter()));
                return Self { leaves, levels, bounds, sagitta };
            }
        }
    }

    /// How far, at most, an arc rises above its chord, metres.
    pub(super) const fn sagitta(&self) -> f64 {
        self.sagitta
    }

    /// The box around all chords.
    pub(super) const fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// The node over all others.
    pub(super) fn root(&self) -> NodeId {
        NodeId { level: self.levels.len(), index: 0 }
    }

    /// The nodes right below one that is no leaf, in the order of the line, with their boxes.
    pub(super) fn children(&self, of: NodeId) -> impl Iterator<Item = (NodeId, Bounds)> + '_ {
        let node = of.level.checked_sub(1).and_then(|level| self.levels.get(level)?.get(of.index));
        let bounds = node.map(Node::boxes).into_iter().flatten().enumerate();
        bounds.filter_map(move |(k, bounds)| Some((of.child(k), bounds?)))
    }

    /// The chord of a sub-edge.
    pub(super) fn chord(&self, sub_edge: usize) -> Option<Chord> {
        let (leaf, k) = (self.leaves.get(sub_edge / W)?, sub_edge % W);
        Some(Chord { start: member(&leaf.start, k), vector: member(&leaf.vector, k) })
    }

    /// Puts into `found` every sub-edge whose geodesic can be the shortest from `at`, in no
    /// order: about four on average.
    ///
    /// `near`, a sub-edge that may be not far from the nearest, makes the search shorter and
    /// changes nothing in what it finds.
    pub(super) fn candidates(&self, at: Ecef, near: Option<usize>, found: &mut Vec<Candidate>) {
        found.clear();
        let mut search = Search {
            at,
            sagitta: self.sagitta,
            nearest: f64::INFINITY,
            limit: f64::INFINITY,
            found,
        };
        if let Some(leaf) = near.and_then(|sub_edge| self.leaves.get(sub_edge / W)) {
            search.no_farther_than(leaf.distances(at).0.into_iter().fold(f64::INFINITY, smaller));
        }
        self.visit(self.root(), &mut search);
        let limit = search.limit;
        found.retain(|candidate| candidate.distance_squared <= limit);
    }

    /// Searches below a node, nearest child first.
    fn visit(&self, id: NodeId, search: &mut Search) {
        if id.is_leaf() {
            if let Some(leaf) = self.leaves.get(id.index) {
                search.try_leaf(leaf, id.index);
            }
        } else if let Some(node) = self.levels.get(id.level - 1).and_then(|l| l.get(id.index)) {
            for (distance_squared, k) in node.nearest_first(search.at, search.limit) {
                // The limit may have come down since.
                if distance_squared > search.limit {
                    return;
                }
                self.visit(id.child(k), search);
            }
        }
    }
}

/// A search under way; distances are squared.
struct Search<'found> {
    at: Ecef,
    sagitta: f64,
    /// To the nearest chord found so far.
    nearest: f64,
    /// To the farthest chord that can still win against that one.
    limit: f64,
    found: &'found mut Vec<Candidate>,
}

impl Search<'_> {
    /// There is a chord at this distance.
    fn no_farther_than(&mut self, distance_squared: f64) {
        if distance_squared < self.nearest {
            self.nearest = distance_squared;
            self.limit = longest_rival_chord(distance_squared.sqrt(), self.sagitta).powi(2);
        }
    }

    fn try_leaf(&mut self, leaf: &Leaf, index: usize) {
        let (squared, positions) = leaf.distances(self.at);
        self.no_farther_than(squared.into_iter().fold(f64::INFINITY, smaller));
        for (k, (distance_squared, t)) in squared.into_iter().zip(positions).enumerate() {
            if distance_squared <= self.limit {
                self.found.push(Candidate { sub_edge: index * W + k, t, distance_squared });
            }
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
            t[k] = smaller(larger(along * self.inverse_squared[k], 0.0), 1.0);
            let (ex, ey, ez) = (px - t[k] * dx[k], py - t[k] * dy[k], pz - t[k] * dz[k]);
            squared[k] = ex * ex + ey * ey + ez * ez;
        }
        (squared, t)
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

    /// The boxes; none where the node has less than eight.
    fn boxes(&self) -> [Option<Bounds>; W] {
        array::from_fn(|k| {
            let bounds = Bounds { low: member(&self.low, k), high: member(&self.high, k) };
            (bounds.low != Ecef([FAR_AWAY; 3])).then_some(bounds)
        })
    }

    /// The boxes not beyond `limit` by the square of their distance from `at`, with their
    /// indices, nearest first.
    #[expect(clippy::indexing_slicing, reason = "k, place and count are at most W - 1")]
    fn nearest_first(&self, at: Ecef, limit: f64) -> impl Iterator<Item = (f64, usize)> + use<> {
        let Ecef([x, y, z]) = at;
        let ([lx, ly, lz], [hx, hy, hz]) = (&self.low, &self.high);
        let mut squared = [0.0; W];
        for k in 0..W {
            let dx = larger(larger(lx[k] - x, x - hx[k]), 0.0);
            let dy = larger(larger(ly[k] - y, y - hy[k]), 0.0);
            let dz = larger(larger(lz[k] - z, z - hz[k]), 0.0);
            squared[k] = dx * dx + dy * dy + dz * dz;
        }
        let limit = smaller(limit, NOT_THERE);
        let mut sorted = [(f64::INFINITY, 0); W];
        let mut count = 0;
        for (k, squared) in squared.into_iter().enumerate() {
            if squared <= limit {
                let mut place = count;
                while place > 0 && sorted[place - 1].0 > squared {
                    sorted[place] = sorted[place - 1];
                    place -= 1;
                }
                sorted[place] = (squared, k);
                count += 1;
            }
        }
        sorted.into_iter().take(count)
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

    fn found(tree: &Tree, at: Ecef, near: Option<usize>) -> Vec<Candidate> {
        let mut found = Vec::new();
        tree.candidates(at, near, &mut found);
        found.sort_by_key(|candidate| candidate.sub_edge);
        found
    }

    /// A zigzag of chords: whatever their number, the nearest is among the candidates, and a hint,
    /// good or bad, changes nothing.
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
                let candidates = found(&tree, point, None);
                assert!(candidates.iter().any(|c| c.distance_squared <= nearest), "{n} {lon}");
                assert!(candidates.iter().all(|c| c.sub_edge < n), "{n} {lon}");
                let numbers = |of: &[Candidate]| -> Vec<usize> {
                    of.iter().map(|candidate| candidate.sub_edge).collect()
                };
                for hint in [0, n / 2, n - 1, n, usize::MAX] {
                    let hinted = found(&tree, point, Some(hint));
                    assert_eq!(numbers(&hinted), numbers(&candidates), "{n} {lon} {hint}");
                }
            }
        }
    }

    #[test]
    fn every_sub_edge_is_below_one_leaf_and_in_its_box() {
        for n in [1_usize, 8, 9, 65, 513] {
            let at = |i: usize| Ecef::of(LonLat::new(i as f64 * 0.01, 20.0).unwrap());
            let chords: Vec<(Ecef, Ecef)> = (0..n).map(|i| (at(i), at(i + 1))).collect();
            let tree = Tree::new(&chords);
            let (mut nodes, mut seen) = (vec![tree.root()], Vec::new());
            while let Some(node) = nodes.pop() {
                if node.is_leaf() {
                    seen.extend(node.sub_edges(n));
                    continue;
                }
                for (child, bounds) in tree.children(node) {
                    for sub_edge in child.sub_edges(n) {
                        let start = tree.chord(sub_edge).unwrap().start;
                        assert!(bounds.distance_squared(start) <= 0.0, "{n} {sub_edge}");
                    }
                    nodes.push(child);
                }
            }
            seen.sort_unstable();
            assert!(seen.into_iter().eq(0..n), "{n}");
        }
    }
}
