//! Where the borders run that touch none of the four countries.

use crate::e5::{E5, edges, pack};
use crate::edges::Sharing;
use crate::format::OtherBorderFile;
use crate::neighbours::Neighbours;
use crate::planar::{Inside, Nearby, middle};
use crate::polygons::{Code, Countries, Polygon};
use crate::shore;
use crate::simplify::simplify;
use crate::theatre::{NEAR, THE_FOUR};

/// A border between two countries, on land.
pub(crate) struct OtherBorder {
    /// The two countries in alphabetical order.
    pub(crate) between: [Code; 2],
    /// Drawn dashed: not agreed between the two.
    pub(crate) disputed: bool,
    /// The line.
    pub(crate) line: Vec<E5>,
}

/// How far offshore, in degrees, a border is still drawn: in a river's mouth.
const ON_LAND: f64 = 0.02;

/// Every border that touches none of the four, each once, in the order of the countries' codes.
pub(crate) fn lines(
    maritime: &Countries,
    shore: &[Polygon],
    sharing: &Sharing,
    neighbours: &Neighbours,
) -> Vec<OtherBorder> {
    let land = Land {
        inside: Inside::new(shore.iter().flat_map(Polygon::rings)),
        shore: Nearby::new(shore.iter().flat_map(Polygon::rings), ON_LAND),
    };
    let mut lines: Vec<OtherBorder> = Vec::new();
    for (&code, polygons) in maritime {
        // The map's Morocco holds Western Sahara; its own part is drawn from the neighbours' rings.
        for ring in polygons.iter().flat_map(Polygon::rings) {
            let mut last = None;
            for edge in edges(ring) {
                let here = other(neighbours, &land, sharing, code, edge);
                match (here, lines.last_mut()) {
                    (Some(_), Some(line)) if here == last => line.line.push(edge.1),
                    (Some(neighbour), _) => lines.push(OtherBorder {
                        between: [code.min(neighbour), code.max(neighbour)],
                        disputed: disputed(code, neighbour),
                        line: vec![edge.0, edge.1],
                    }),
                    (None, _) => {}
                }
                last = here;
            }
        }
    }
    lines.sort_by_key(|l| l.between);
    lines
}

/// Those in and around the theatre, as the file has them: simplified where the reader cannot come close.
pub(crate) fn pack_all(lines: &[OtherBorder]) -> Vec<OtherBorderFile> {
    let pack = |l: &OtherBorder| OtherBorderFile {
        between: l.between,
        disputed: l.disputed,
        line: pack(&simplify(&l.line, &shore::fine)),
    };
    lines.iter().filter(|l| NEAR.meets(&l.line)).map(pack).collect()
}

struct Land {
    inside: Inside,
    shore: Nearby,
}

/// The country across, if this edge of `code`'s is to be drawn for the pair.
fn other(
    neighbours: &Neighbours,
    land: &Land,
    sharing: &Sharing,
    code: Code,
    edge: (E5, E5),
) -> Option<Code> {
    let at = middle(edge);
    let shared = sharing.across(code, edge);
    if is_one_of_the_four(code) || shared.is_some_and(|c| c < code) {
        return None;
    }
    if !land.inside.contains(at) && !land.shore.any(at) {
        return None;
    }
    // Both sides of a gap have such an edge; one of them is enough.
    let neighbour = shared.or_else(|| neighbours.nearest(code, at).filter(|c| *c > code))?;
    (!is_one_of_the_four(neighbour)).then_some(neighbour)
}

fn is_one_of_the_four(code: Code) -> bool {
    THE_FOUR.iter().any(|c| c.as_bytes() == code)
}

fn disputed(a: Code, b: Code) -> bool {
    [a.min(b), a.max(b)] == [*b"ESH", *b"MAR"]
}
