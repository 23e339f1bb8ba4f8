//! Which sub-edges can be the nearest from another continent, where chords say little.
//!
//! The farther away, the less the length of a chord tells of its geodesic's: from Sydney
//! thousands of sub-edges would be left. So from afar the tree is searched by geodesics: every
//! point below a node is at least as far away as a vertex in the middle of it, less the farthest
//! that such a point is from that vertex (the triangle inequality).

use super::ellipsoid::{Ecef, longest_geodesic};
use super::refine::Rival;
use super::sub_edges::{LONGEST, SubEdge};
use super::tree::{NodeId, Tree};
use super::ways::Ways;

/// Farther than this (metres) from a border's box the tree is searched by geodesics. A face of the
/// largest box is 2,500 km across and the line touches it, so nearer than this the nearest point is
/// within 5,500 km; up to there the error of estimates from chords is measured.
const AFAR: f64 = 4.0e6;

/// What rounding may do to a bound, metres.
const ROUNDING: f64 = 1e-6;

/// Whether a place is so far from a border that it is searched by geodesics.
pub(super) fn is_afar(here: Ecef, tree: &Tree) -> bool {
    tree.bounds().distance_squared(here) > AFAR * AFAR
}

/// Part of a border line, and how near its points can be.
struct Part {
    node: NodeId,
    /// No point is nearer, metres.
    least: f64,
}

/// Puts into `rivals` every sub-edge that can be the nearest: a few of them, for some hundreds
/// of geodesics.
pub(super) fn rivals(ways: &Ways, (tree, line): (&Tree, &[SubEdge]), rivals: &mut Vec<Rival>) {
    let mut nearest = f64::INFINITY;
    let mut parts = vec![Part { node: tree.root(), least: 0.0 }];
    while parts.iter().any(|part| !part.node.is_leaf()) {
        let mut below = Vec::new();
        for (node, bounds) in parts.iter().flat_map(|part| tree.children(part.node)) {
            let range = node.sub_edges(line.len());
            let middle = range.start.midpoint(range.end);
            let (Some(sub_edge), Some(chord)) = (line.get(middle), tree.chord(middle)) else {
                continue;
            };
            let distance = ways.distance(sub_edge.from);
            let reach = longest_geodesic(bounds.farthest_squared(chord.start).sqrt());
            nearest = nearest.min(distance);
            below.push(Part { node, least: distance - reach - ROUNDING });
        }
        below.retain(|part| part.least <= nearest);
        parts = below;
    }
    for sub_edge in parts.iter().flat_map(|part| part.node.sub_edges(line.len())) {
        let (Some(ends), Some(chord)) = (line.get(sub_edge), tree.chord(sub_edge)) else {
            continue;
        };
        let estimate = ways.distance(ends.from);
        nearest = nearest.min(estimate);
        rivals.push(Rival { sub_edge, t: chord.nearest(ways.here), estimate });
    }
    rivals.retain(|rival| rival.estimate - LONGEST.0 - ROUNDING <= nearest);
}
