//! What the measurements of the session come to: the figures, computed once for each.

use super::measurement::{Geometry, Measurement, MeasurementId};
use crate::geodata::{CountryCode, LonLat};
use crate::i18n::{Args, Words, key};
use crate::measure::geodesic::{Course, distance_and_bearing};
use crate::measure::{BorderIndexes, BorderPiece, Metres};
use crate::state::{Measured, World};
use std::collections::BTreeMap;

/// The figures of every measurement. Follows the session: see `Survey::follow`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey(BTreeMap<MeasurementId, Surveyed>);

#[derive(Clone, Debug, PartialEq)]
struct Surveyed {
    of: Geometry,
    figures: Figures,
}

/// The figures of one measurement.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "one for each thing measured: a few, all probes")]
pub enum Figures {
    /// Of a probe: the distance to each border.
    Probe(Measured),
    /// Of a ruler: its legs, in order.
    Ruler(Vec<Leg>),
    /// Of a circle: the parts of the borders inside it, longest first.
    Circle(Vec<BorderPart>),
}

/// A leg of a ruler.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Where it begins.
    pub from: LonLat,
    /// Where it ends.
    pub to: LonLat,
    /// Its length, and its bearing at the beginning.
    pub course: Course,
    /// Length of the ruler from its first corner to the end of this leg.
    pub so_far: Metres,
}

/// All of the border between two countries that lies inside a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct BorderPart {
    /// The countries on its two sides.
    pub countries: [CountryCode; 2],
    /// The pieces of it.
    pub pieces: Vec<BorderPiece>,
    /// Length of all of them.
    pub length: Metres,
}

impl Survey {
    /// Measures what is new or was moved, and forgets what is gone.
    pub(super) fn follow(&mut self, measurements: &[Measurement], borders: &BorderIndexes) {
        self.0.retain(|id, _| measurements.iter().any(|m| m.id == *id));
        for Measurement { id, geometry, .. } in measurements {
            if self.0.get(id).is_none_or(|surveyed| surveyed.of != *geometry) {
                let figures = Figures::of(geometry, borders);
                self.0.insert(*id, Surveyed { of: geometry.clone(), figures });
            }
        }
    }

    /// The figures of a measurement.
    #[must_use]
    pub fn of(&self, id: MeasurementId) -> Option<&Figures> {
        self.0.get(&id).map(|surveyed| &surveyed.figures)
    }
}

impl Figures {
    fn of(geometry: &Geometry, borders: &BorderIndexes) -> Self {
        match geometry {
            Geometry::Probe(at) => Self::Probe(Measured::new(borders, *at, Metres(0.0))),
            Geometry::Ruler(corners) => Self::Ruler(legs(corners)),
            Geometry::Circle { centre, radius } => {
                Self::Circle(parts(borders.within(*centre, *radius)))
            }
        }
    }
}

/// The legs between the corners of a ruler.
fn legs(corners: &[LonLat]) -> Vec<Leg> {
    let mut so_far = Metres(0.0);
    let leg = |(&from, &to): (&LonLat, &LonLat)| {
        let course = distance_and_bearing(from, to);
        so_far = so_far + course.distance;
        Leg { from, to, course, so_far }
    };
    corners.iter().zip(corners.iter().skip(1)).map(leg).collect()
}

impl BorderPart {
    /// "Algeria–Mali".
    #[must_use]
    pub fn name(&self, world: &World, words: &Words) -> String {
        let [first, second] = self.countries.map(|code| world.country_name(code, words.lang()));
        let between = Args::new().text("first", first).text("second", second);
        words.format(key::BORDER_BETWEEN, between)
    }
}

/// The pieces of each border together, the longest border first.
fn parts(pieces: Vec<BorderPiece>) -> Vec<BorderPart> {
    let mut parts: Vec<BorderPart> = Vec::new();
    for piece in pieces {
        let countries = [piece.country.code(), piece.neighbour];
        match parts.iter_mut().find(|part| part.countries == countries) {
            Some(part) => {
                part.length = part.length + piece.length;
                part.pieces.push(piece);
            }
            None => {
                parts.push(BorderPart { countries, length: piece.length, pieces: vec![piece] });
            }
        }
    }
    parts.sort_by(|a, b| b.length.0.total_cmp(&a.length.0));
    parts
}
