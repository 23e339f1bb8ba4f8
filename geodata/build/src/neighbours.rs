//! Which country is nearest to a point, and which ones it is in.

use crate::e5::edges;
use crate::planar::{Inside, to_edge};
use crate::polygons::{Code, Countries, Polygon};
use geo::Coord;
use std::collections::{BTreeMap, HashMap};

/// Countries, to be asked by position.
pub(crate) struct Neighbours {
    squares: HashMap<(i32, i32), Vec<(Code, Edge)>>,
    insides: BTreeMap<Code, Inside>,
}

type Edge = (Coord<f64>, Coord<f64>);

impl Neighbours {
    /// A gap between two neighbours' polygons is a few kilometres wide at most; degrees.
    const REACH: f64 = 0.2;

    /// Sorts every country's edges.
    pub(crate) fn of(countries: &Countries) -> Self {
        let mut squares: HashMap<(i32, i32), Vec<(Code, Edge)>> = HashMap::new();
        let mut insides = BTreeMap::new();
        for (&code, polygons) in countries {
            let rings = || polygons.iter().flat_map(Polygon::rings);
            insides.insert(code, Inside::new(rings()));
            for (a, b) in rings().flat_map(|r| edges(r)) {
                let (a, b) = (a.coord(), b.coord());
                let ((west, south), (east, north)) = (
                    square(Coord { x: a.x.min(b.x), y: a.y.min(b.y) }),
                    square(Coord { x: a.x.max(b.x), y: a.y.max(b.y) }),
                );
                for key in (west..=east).flat_map(|x| (south..=north).map(move |y| (x, y))) {
                    squares.entry(key).or_default().push((code, (a, b)));
                }
            }
        }
        Self { squares, insides }
    }

    /// The country, other than `code`, that holds `p` or, if none does, whose edge is nearest.
    pub(crate) fn nearest(&self, code: Code, p: Coord<f64>) -> Option<Code> {
        let (x, y) = square(p);
        let around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let near = around
            .filter_map(|s| self.squares.get(&s))
            .flatten()
            .filter(|(c, _)| *c != code)
            .map(|(c, edge)| (*c, to_edge(p, *edge)));
        let inside = self.holding(p).find(|c| *c != code);
        inside.or_else(|| near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(c, _)| c))
    }

    /// The countries that hold `p`, in the order of their codes.
    pub(crate) fn holding(&self, p: Coord<f64>) -> impl Iterator<Item = Code> + '_ {
        self.insides.iter().filter(move |(_, inside)| inside.contains(p)).map(|(c, _)| *c)
    }
}

fn square(p: Coord<f64>) -> (i32, i32) {
    ((p.x / Neighbours::REACH).floor() as i32, (p.y / Neighbours::REACH).floor() as i32)
}
