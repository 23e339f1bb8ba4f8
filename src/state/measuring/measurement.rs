//! One thing that the reader measures: a probe, a ruler or a circle.

use crate::geodata::LonLat;
use crate::i18n::fold;
use crate::measure::{Degrees, LengthUnit, Metres, geodesic};
use serde::{Deserialize, Serialize};

/// More corners than this a ruler does not take.
pub const MOST_CORNERS: usize = 500;
/// Longest name, in characters.
pub const LONGEST_NAME: usize = 60;
/// Largest radius of a circle: what lies beyond a quarter of the world is nearer the other way.
pub const LARGEST_RADIUS: Metres = Metres(10_000_000.0);

/// Which measurement: a number that no other of the session has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MeasurementId(pub u32);

/// What is in the reader's hand while the instrument is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tool {
    /// A click drops a probe.
    #[default]
    Probe,
    /// A click sets a corner of a ruler.
    Ruler,
    /// A click sets the centre of a circle, the next one its radius.
    Circle,
}

impl Tool {
    /// Every tool, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Probe, Self::Ruler, Self::Circle];
}

/// Something measured that stays on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// Which.
    pub id: MeasurementId,
    /// What the reader calls it; empty where it has no name of its own.
    #[serde(default)]
    pub name: String,
    /// Where it lies.
    pub geometry: Geometry,
}

/// Where a measurement lies. Lines are geodesics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Geometry {
    /// A point, from which the distance to each border is measured.
    Probe(LonLat),
    /// The corners of a line; one while it is begun.
    Ruler(Vec<LonLat>),
    /// All that lies at `radius` from `centre`; no radius while it is begun.
    Circle {
        /// Its middle.
        centre: LonLat,
        /// Length of the geodesics from there to it.
        radius: Metres,
    },
}

impl Geometry {
    /// The tool that makes this.
    #[must_use]
    pub const fn tool(&self) -> Tool {
        match self {
            Self::Probe(_) => Tool::Probe,
            Self::Ruler(_) => Tool::Ruler,
            Self::Circle { .. } => Tool::Circle,
        }
    }

    /// The points that can be dragged: a probe; the corners of a ruler; a circle's centre, and the
    /// point of it due east of there.
    #[must_use]
    pub fn handles(&self) -> Vec<LonLat> {
        match self {
            Self::Probe(at) => vec![*at],
            Self::Ruler(corners) => corners.clone(),
            Self::Circle { centre, radius } if *radius > Metres(0.0) => {
                vec![*centre, geodesic::destination(*centre, Degrees(90.0), *radius)]
            }
            Self::Circle { centre, .. } => vec![*centre],
        }
    }

    /// Puts a handle elsewhere. A circle goes with its centre, and grows to the other handle.
    pub(super) fn drag(&mut self, handle: usize, to: LonLat) {
        match self {
            Self::Probe(at) => *at = to,
            Self::Ruler(corners) => {
                if let Some(corner) = corners.get_mut(handle) {
                    *corner = to;
                }
            }
            Self::Circle { centre, .. } if handle == 0 => *centre = to,
            Self::Circle { centre, radius } => *radius = radius_to(*centre, to),
        }
    }

    /// Whether there is something to measure: two corners, a radius.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Probe(_) => true,
            Self::Ruler(corners) => corners.len() > 1,
            Self::Circle { radius, .. } => *radius > Metres(0.0),
        }
    }

    /// Whether a session that was read from disk can hold this.
    pub(super) fn is_sound(&self) -> bool {
        match self {
            Self::Probe(_) => true,
            Self::Ruler(corners) => (2..=MOST_CORNERS).contains(&corners.len()),
            // Not a number is not sound either.
            Self::Circle { radius, .. } => *radius > Metres(0.0) && *radius <= LARGEST_RADIUS,
        }
    }
}

/// The radius of a circle about `centre` through `through`.
#[must_use]
pub fn radius_to(centre: LonLat, through: LonLat) -> Metres {
    let Metres(radius) = geodesic::distance_and_bearing(centre, through).distance;
    Metres(radius.min(LARGEST_RADIUS.0))
}

/// The length that the reader wrote: a number of `unit`, with a point or a comma, in Western or
/// Arabic-Indic digits. What follows it without a digit is taken for the unit's name.
#[must_use]
pub fn length_of(text: &str, unit: LengthUnit) -> Option<Metres> {
    let folded = fold::text(text);
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{66B}');
    let start = folded.trim_start();
    let end = start.find(|c| !is_number(c)).unwrap_or(start.len());
    let (number, rest) = start.split_at_checked(end)?;
    let number: f64 = number.replace([',', '\u{66B}'], ".").parse().ok()?;
    let length = Metres::from_unit(number, unit);
    let is_length = length > Metres(0.0) && length <= LARGEST_RADIUS;
    (is_length && !rest.contains(|c: char| c.is_ascii_digit())).then_some(length)
}
