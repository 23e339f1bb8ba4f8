//! Which parts of a border lie inside a circle.

use super::ellipsoid::{Ecef, chord_bounds};
use super::refine::Arc;
use super::sub_edges::SubEdge;
use super::tree::NodeId;
use super::ways::Ways;
use super::{BorderIndex, BorderIndexes};
use crate::geodata::{Country, CountryCode, LonLat};
use crate::measure::Metres;

/// A cut is where the distance is the radius within this, metres.
const CUT_TOLERANCE: f64 = 1e-5;

/// Steps to a cut. Some five are enough; were they not, the cut is where the last one got.
const MAX_STEPS: u32 = 60;

/// A part of a border line, all of it with the same neighbour across.
#[derive(Clone, Debug, PartialEq)]
pub struct BorderPiece {
    /// The country whose border this is.
    pub country: Country,
    /// The country across.
    pub neighbour: CountryCode,
    /// Its vertices in the order of the country's ring, at most 1 km apart: the ring's own, those
    /// along its longer edges, and the points where the circle cuts the line.
    pub line: Vec<LonLat>,
    /// Its length along its geodesics.
    pub length: Metres,
}

impl BorderIndex {
    /// The parts of the border line that are not farther than `radius` from `centre` by geodesics,
    /// in the order of the ring; cut where the circle crosses the line, to a tenth of a
    /// millimetre.
    ///
    /// A radius that is not a positive number holds nothing. One beyond 15,000 km takes a quarter
    /// of a second.
    ///
    /// ```
    /// use sahel_map::geodata::{Borders, Country, LonLat};
    /// use sahel_map::measure::{BorderIndexes, Metres};
    /// let indexes = BorderIndexes::build(&Borders::embedded()?)?;
    /// let tinzaouaten = LonLat::new(2.96778, 19.94861)?;
    /// let pieces = indexes.of(Country::Mali).within(tinzaouaten, Metres(20_000.0));
    /// assert!(pieces.iter().all(|piece| piece.neighbour == Country::Algeria.code()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn within(&self, centre: LonLat, radius: Metres) -> Vec<BorderPiece> {
        self.pieces(centre, radius, |_| true)
    }

    /// The same of the sub-edges that are wanted alone.
    fn pieces(
        &self,
        centre: LonLat,
        radius: Metres,
        wanted: impl Fn(&SubEdge) -> bool,
    ) -> Vec<BorderPiece> {
        let mut pieces = Vec::new();
        // Not a number is not above 0 either.
        if radius.0 > 0.0 {
            let circle = Circle::new(centre, radius.0);
            self.collect((self.tree.root(), Place::Across), &circle, &wanted, &mut pieces);
        }
        pieces
    }

    /// Adds what is inside of the sub-edges below a node, in the order of the line.
    fn collect(
        &self,
        (node, place): (NodeId, Place),
        circle: &Circle,
        wanted: &impl Fn(&SubEdge) -> bool,
        pieces: &mut Vec<BorderPiece>,
    ) {
        if place == Place::Outside {
            return;
        }
        if place == Place::Across && !node.is_leaf() {
            for (child, bounds) in self.tree.children(node) {
                let nearest = bounds.distance_squared(circle.here).sqrt() - self.tree.sagitta();
                let farthest = bounds.farthest_squared(circle.here).sqrt() + self.tree.sagitta();
                let place = circle.place(nearest, farthest);
                self.collect((child, place), circle, wanted, pieces);
            }
            return;
        }
        let arcs = node.sub_edges(self.line.len());
        let arcs = arcs.filter_map(|index| Arc::new((&self.tree, &self.line), index));
        for arc in arcs.filter(|arc| wanted(arc.sub_edge)) {
            let parts = match place {
                Place::Inside => [Some(arc.whole()), None],
                _ => circle.parts_inside(&arc),
            };
            for part in parts.into_iter().flatten() {
                self.add(&arc, part, pieces);
            }
        }
    }

    /// Adds a part of a sub-edge to the last piece if it goes on from there.
    fn add(&self, arc: &Arc<'_>, (from, to): Part, pieces: &mut Vec<BorderPiece>) {
        let (start, end) = (arc.position(from), arc.position(to));
        let length = Metres(arc.arc_length() * (to - from).abs());
        let neighbour = arc.sub_edge.across.neighbour;
        match pieces.last_mut() {
            Some(last) if last.neighbour == neighbour && last.line.last() == Some(&start) => {
                last.line.push(end);
                last.length = last.length + length;
            }
            _ => pieces.push(BorderPiece {
                country: self.country,
                neighbour,
                line: vec![start, end],
                length,
            }),
        }
    }
}

impl BorderIndexes {
    /// The parts of the four borders that are not farther than `radius` from `centre`, country by
    /// country in the order of [`Country::ALL`]. A border that two of the four share comes once,
    /// with the first of the two as its country and the second as its neighbour.
    #[must_use]
    pub fn within(&self, centre: LonLat, radius: Metres) -> Vec<BorderPiece> {
        let once = |country: Country| {
            move |&SubEdge { across, .. }: &SubEdge| {
                let other = Country::from_code(across.neighbour).filter(|_| across.shared);
                other.is_none_or(|other| (country as usize) < other as usize)
            }
        };
        let of = |index: &BorderIndex| index.pieces(centre, radius, once(index.country));
        self.0.iter().flat_map(of).collect()
    }
}

/// A part of a sub-edge: where it begins and ends on it, in the order of the line.
type Part = (f64, f64);

/// Where something is as to a circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Inside,
    Outside,
    /// Across its line, or so near to it that only geodesics tell.
    Across,
}

/// A circle on the ellipsoid.
struct Circle {
    centre: LonLat,
    here: Ecef,
    radius: f64,
    /// What is nearer by chord is inside, what is farther is outside.
    chords: (f64, f64),
}

impl Circle {
    fn new(centre: LonLat, radius: f64) -> Self {
        Self { centre, here: Ecef::of(centre), radius, chords: chord_bounds(radius) }
    }

    /// Where that is of which these are the nearest and the farthest point by chords.
    fn place(&self, nearest: f64, farthest: f64) -> Place {
        let (inside, outside) = self.chords;
        if farthest < inside {
            Place::Inside
        } else if nearest > outside {
            Place::Outside
        } else {
            Place::Across
        }
    }

    /// The parts of a sub-edge that are inside, in the order of the line.
    fn parts_inside(&self, arc: &Arc<'_>) -> [Option<Part>; 2] {
        let (start, end) = arc.whole();
        let [a, b] = [start, end].map(|t| self.here.to(arc.chord.point(t)).squared().sqrt());
        match self.place(a.min(b) - arc.length, a.max(b) + arc.length) {
            Place::Inside => return [Some((start, end)), None],
            Place::Outside => return [None, None],
            Place::Across => {}
        }
        // Along a sub-edge the distance falls and then rises (beyond a quarter of the world it
        // rises and then falls): before the turn and after it, it crosses the circle once at most.
        let mut ways = Ways::from(self.centre);
        let turn = arc.turn(&mut ways);
        let before = self.part_inside(arc, &mut ways, (start, turn));
        let after = self.part_inside(arc, &mut ways, (turn, end));
        match (before, after) {
            (Some((from, there)), Some((here, to))) if (there - here).abs() <= 0.0 => {
                [Some((from, to)), None]
            }
            parts => parts.into(),
        }
    }

    /// What is inside of a part along which the distance only falls or only rises.
    fn part_inside(&self, arc: &Arc<'_>, ways: &mut Ways, (from, to): Part) -> Option<Part> {
        let mut beyond = |t: f64| ways.to(arc.position(t)).distance - self.radius;
        let (at_from, at_to) = (beyond(from), beyond(to));
        match (at_from <= 0.0, at_to <= 0.0) {
            _ if (to - from).abs() <= 0.0 => None,
            (true, true) => Some((from, to)),
            (false, false) => None,
            (true, false) => Some((from, cut(beyond, (from, at_from), (to, at_to)))),
            (false, true) => Some((cut(beyond, (to, at_to), (from, at_from)), to)),
        }
    }
}

/// Where `beyond` is 0 between two points of which the first is inside and the second outside,
/// each with its value: by the secant, halving the value of an end that stays a second time (the
/// "Illinois" method), so that both ends come nearer.
fn cut(
    mut beyond: impl FnMut(f64) -> f64,
    (mut inside, mut at_inside): (f64, f64),
    (mut outside, mut at_outside): (f64, f64),
) -> f64 {
    let mut last_was_inside = None;
    for _ in 0..MAX_STEPS {
        let t = (inside * at_outside - outside * at_inside) / (at_outside - at_inside);
        let at = beyond(t);
        if at.abs() < CUT_TOLERANCE {
            return t;
        }
        let is_inside = at <= 0.0;
        let again = last_was_inside == Some(is_inside);
        if is_inside {
            (inside, at_inside) = (t, at);
            at_outside *= if again { 0.5 } else { 1.0 };
        } else {
            (outside, at_outside) = (t, at);
            at_inside *= if again { 0.5 } else { 1.0 };
        }
        last_was_inside = Some(is_inside);
    }
    inside
}
