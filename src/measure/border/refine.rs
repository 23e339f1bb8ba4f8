//! Which candidate is the nearest by geodesics, and where exactly on it.

use super::ellipsoid::{Ecef, arc_estimate, longest_rival_estimate};
use super::sub_edges::SubEdge;
use super::tree::{Candidate, Tree};
use crate::geodata::LonLat;
use geographiclib_rs::{Geodesic, InverseGeodesic};

/// Closer than this (metres) there is nothing to gain by sliding, and the direction of the
/// geodesic is too noisy to slide by.
const TOO_CLOSE_TO_SLIDE: f64 = 1e-3;

/// An error in distance that is not worth another geodesic, metres.
const NEGLIGIBLE: f64 = 1e-7;

/// Slides on one sub-edge. Nearer than 3,000 km one is enough; the rest is for the far side of
/// the world.
const MAX_SLIDES: u32 = 8;

/// The nearest point to `at` of a border line that is not empty, and the sub-edge that it is on:
/// of several equally near, the first in the line.
#[expect(clippy::expect_used, reason = "the nearest chord of a line is always a candidate")]
pub(super) fn nearest(at: LonLat, tree: &Tree, line: &[SubEdge]) -> (LonLat, SubEdge) {
    let here = Ecef::of(at);
    let rival = |chord: Candidate| {
        let estimate = arc_estimate(here, chord.point());
        Some(Rival { sub_edge: line.get(chord.sub_edge)?, chord, estimate })
    };
    let mut rivals: Vec<Rival> = tree.candidates(here).into_iter().filter_map(rival).collect();
    let shortest = rivals.iter().map(|rival| rival.estimate).fold(f64::INFINITY, f64::min);
    let limit = longest_rival_estimate(shortest, tree.sagitta());
    rivals.retain(|rival| rival.estimate <= limit);
    rivals.sort_unstable_by_key(|rival| rival.chord.sub_edge);

    // Two sub-edges that meet in the nearest vertex follow each other: one geodesic does for both.
    let mut last: Option<Way> = None;
    let (foot, sub_edge) = rivals
        .iter()
        .map(|rival| {
            let start = rival.position(rival.chord.t);
            let way = last.filter(|way| way.to == start).unwrap_or_else(|| Way::between(at, start));
            last = Some(way);
            (rival.slide(way), rival.sub_edge)
        })
        .min_by(|(a, _), (b, _)| a.distance.total_cmp(&b.distance))
        .expect("a line is not empty");
    (foot.position, *sub_edge)
}

/// A point of a sub-edge.
struct Foot {
    position: LonLat,
    /// Length of the geodesic to it, metres.
    distance: f64,
}

/// A sub-edge that may be the nearest.
struct Rival<'line> {
    chord: Candidate,
    sub_edge: &'line SubEdge,
    /// About how long the geodesic to it is, metres.
    estimate: f64,
}

impl Rival<'_> {
    /// The position at `t` of the sub-edge; its ends are given back exactly.
    fn position(&self, t: f64) -> LonLat {
        if t <= 0.0 {
            self.sub_edge.from
        } else if t >= 1.0 {
            self.sub_edge.to
        } else {
            self.chord.start.along(self.chord.vector, t).position()
        }
    }

    /// The nearest point by geodesics, starting from the nearest by chords, to which `way` leads.
    ///
    /// With `γ` the angle between geodesic and sub-edge, `m` the reduced length of the geodesic
    /// and `M` its scale (Karney 2013, section 3), the distance to a point `x` further along the
    /// sub-edge is
    ///
    /// `s(x) = s + x cos γ + x² sin² γ · M / 2m`, less than about `|x|³ / m²` off.
    ///
    /// The foot slides to the lowest point of this parabola within the sub-edge. Beyond a quarter
    /// of the world `M` is negative, the parabola opens downwards, and that is one of the ends.
    fn slide(&self, mut way: Way) -> Foot {
        let length = self.chord.vector.squared().sqrt();
        let mut t = self.chord.t;
        for _ in 0..MAX_SLIDES {
            if way.distance < TOO_CLOSE_TO_SLIDE {
                break;
            }
            let cos = way.cos_angle_to(self.chord.vector);
            let bend = (1.0 - cos * cos) * way.scale / way.reduced_length;
            let change = |to: f64| {
                let x = (to - t) * length;
                x * (cos + x * bend / 2.0)
            };
            let lowest = if bend > 0.0 {
                (t - cos / (bend * length)).clamp(0.0, 1.0)
            } else if change(0.0) < change(1.0) {
                0.0
            } else {
                1.0
            };
            let x = (lowest - t) * length;
            let position = self.position(lowest);
            if x.abs().powi(3) < NEGLIGIBLE * way.reduced_length.powi(2) {
                return Foot { position, distance: way.distance + change(lowest) };
            }
            t = lowest;
            way = Way::between(way.from, position);
        }
        Foot { position: way.to, distance: way.distance }
    }
}

/// The geodesic from a position to a point of the border.
#[derive(Clone, Copy)]
struct Way {
    from: LonLat,
    to: LonLat,
    /// Its length, metres.
    distance: f64,
    /// Its azimuth at the end, degrees.
    azimuth: f64,
    /// How far apart, at the end, geodesics are that start one radian apart, metres.
    reduced_length: f64,
    /// How that grows with the length.
    scale: f64,
}

impl Way {
    fn between(from: LonLat, to: LonLat) -> Self {
        let (distance, _, azimuth, reduced_length, _, scale, _) =
            Geodesic::wgs84().inverse(from.lat(), from.lon(), to.lat(), to.lon());
        Self { from, to, distance, azimuth, reduced_length, scale }
    }

    /// Cosine of the angle, at the end, between the geodesic and the horizontal part of `vector`:
    /// positive where following the vector leads further away.
    fn cos_angle_to(&self, vector: Ecef) -> f64 {
        let Ecef([dx, dy, dz]) = vector;
        let (sin_lon, cos_lon) = self.to.lon().to_radians().sin_cos();
        let (sin_lat, cos_lat) = self.to.lat().to_radians().sin_cos();
        let (sin_azimuth, cos_azimuth) = self.azimuth.to_radians().sin_cos();
        let east = cos_lon * dy - sin_lon * dx;
        let north = cos_lat * dz - sin_lat * (cos_lon * dx + sin_lon * dy);
        (sin_azimuth * east + cos_azimuth * north) / east.hypot(north)
    }
}
