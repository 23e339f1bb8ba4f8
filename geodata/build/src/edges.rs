//! Which countries have exactly the same edge, vertex for vertex.

use crate::e5::{E5, edges};
use crate::polygons::{Code, Countries};
use std::collections::HashMap;

/// The countries that each edge belongs to.
pub(crate) struct Sharing(HashMap<(E5, E5), Vec<Code>>);

impl Sharing {
    /// Looks at every ring of every country.
    pub(crate) fn of(countries: &Countries) -> Self {
        let mut sharing: HashMap<(E5, E5), Vec<Code>> = HashMap::new();
        for (&code, polygons) in countries {
            for ring in polygons.iter().flat_map(super::polygons::Polygon::rings) {
                for edge in edges(ring) {
                    let owners = sharing.entry(either_way(edge)).or_default();
                    if owners.last() != Some(&code) {
                        owners.push(code);
                    }
                }
            }
        }
        Self(sharing)
    }

    /// The country across this edge of `code`'s ring, if one has exactly the same edge.
    ///
    /// The map has Western Sahara twice, by itself and as a part of Morocco; by itself wins.
    pub(crate) fn across(&self, code: Code, edge: (E5, E5)) -> Option<Code> {
        let owners = self.0.get(&either_way(edge))?;
        let mut others = owners.iter().copied().filter(|&c| c != code);
        let doubled = owners.len() > 2 && owners.contains(b"ESH");
        if doubled { others.find(|c| c != b"MAR") } else { others.next() }
    }
}

/// The edge whichever way it is walked.
fn either_way((a, b): (E5, E5)) -> (E5, E5) {
    (a.min(b), a.max(b))
}
