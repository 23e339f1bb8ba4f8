//! The geodesics from one position to points of borders, each computed once.

use super::ellipsoid::{Ecef, R_MEAN};
use crate::geodata::LonLat;
use crate::measure::geodesic::Course;
use geographiclib_rs::{Geodesic, InverseGeodesic};
use std::sync::LazyLock;

static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// Nearer than this (metres) the surface is near enough to a sphere to foresee a slide.
const A_QUARTER_OF_THE_WORLD: f64 = 9e6;

/// Geodesics kept: the four borders together seldom need more.
const KEPT: usize = 8;

/// The geodesic from a position to a point of a border.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) to: LonLat,
    /// Its length, metres.
    pub(super) distance: f64,
    /// Its azimuth at the start, degrees.
    bearing: f64,
    /// Its azimuth at the end, degrees.
    azimuth: f64,
    /// How far apart, at the end, geodesics are that start one radian apart, metres.
    pub(super) reduced_length: f64,
    /// How that grows with the length.
    pub(super) scale: f64,
}

impl Way {
    fn between(from: LonLat, to: LonLat) -> Self {
        let (distance, bearing, azimuth, _): (f64, f64, f64, f64) =
            WGS84.inverse(from.lat(), from.lon(), to.lat(), to.lon());
        let (reduced_length, scale) = if distance < A_QUARTER_OF_THE_WORLD {
            // Within 1 % of the ellipsoid's, where they are but a step's.
            let (sin, cos) = (distance / R_MEAN).sin_cos();
            (R_MEAN * sin, cos)
        } else {
            let (_, _, _, reduced_length, _, scale, _): (f64, f64, f64, f64, f64, f64, f64) =
                WGS84.inverse(from.lat(), from.lon(), to.lat(), to.lon());
            (reduced_length, scale)
        };
        Self { to, distance, bearing, azimuth, reduced_length, scale }
    }

    /// What is reported of it.
    pub(super) fn course(&self) -> Course {
        Course::of_inverse(self.distance, self.bearing)
    }

    /// Cosine of the angle between the geodesic and the horizontal part of a vector at its end,
    /// `there`: positive where following the vector leads further away.
    pub(super) fn cos_angle_to(&self, vector: Ecef, there: Ecef) -> f64 {
        let (east, north) = there.east_and_north_of(vector);
        let (sin, cos) = self.azimuth.to_radians().sin_cos();
        (sin * east + cos * north) / (east * east + north * north).sqrt()
    }
}

/// The geodesics from one position. The nearest point of a shared border is that of both its
/// countries, and the geodesic to it the dearest part of an answer: so the last ones are kept.
pub(super) struct Ways {
    from: LonLat,
    /// The same position in space.
    pub(super) here: Ecef,
    kept: [Option<Way>; KEPT],
    next: usize,
}

impl Ways {
    /// None yet.
    pub(super) fn from(at: LonLat) -> Self {
        Self { from: at, here: Ecef::of(at), kept: [None; KEPT], next: 0 }
    }

    /// The geodesic to a point.
    pub(super) fn to(&mut self, to: LonLat) -> Way {
        if let Some(way) = self.kept.iter().flatten().find(|way| way.to == to) {
            return *way;
        }
        let way = Way::between(self.from, to);
        if let Some(place) = self.kept.get_mut(self.next % KEPT) {
            *place = Some(way);
        }
        self.next += 1;
        way
    }

    /// The length of the geodesic to a point that is not asked for again, metres.
    pub(super) fn distance(&self, to: LonLat) -> f64 {
        WGS84.inverse(self.from.lat(), self.from.lon(), to.lat(), to.lon())
    }
}
