//! How far and in which direction from one position to another, and what to draw for it.
//!
//! Shortest paths on the WGS84 ellipsoid, by `geo`'s `Geodesic` (Karney 2013; error of the method
//! below 15 nm). Longitudes come back in -180..180: a line or circle over the date line jumps
//! there, and the one who draws it cuts it.

use super::{Degrees, Metres};
use crate::geodata::LonLat;
use geo::{Destination, Geodesic};
use geographiclib_rs::InverseGeodesic;
use std::sync::LazyLock;

/// The ellipsoid, as `geo`'s `Geodesic` has it.
static WGS84: LazyLock<geographiclib_rs::Geodesic> =
    LazyLock::new(geographiclib_rs::Geodesic::wgs84);

/// More pieces than this are never made of one line, however small the step asked for.
const MAX_PIECES: f64 = 100_000.0;

/// The way from one position to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// Length of the geodesic.
    pub distance: Metres,
    /// Bearing at the start, 0 to 360 clockwise from true north; 0 where there is no way to go.
    pub bearing: Degrees,
}

impl Course {
    /// From the length (metres) and the azimuth at the start (degrees) of Karney's inverse
    /// problem: the same bits as `geo`'s `Geodesic.distance` and `Geodesic.bearing`, which solve
    /// it once each.
    pub(super) fn of_inverse(distance: f64, azimuth: f64) -> Self {
        let distance = Metres(distance);
        if distance < NO_WAY_TO_GO {
            return Self { distance, bearing: Degrees(0.0) };
        }
        Self { distance, bearing: Degrees((azimuth + 360.0) % 360.0).normalised() }
    }
}

/// Below this length the direction of a geodesic is rounding noise.
const NO_WAY_TO_GO: Metres = Metres(1e-6);

/// Length and initial bearing of the geodesic between two positions.
///
/// ```
/// use sahel_map::geodata::LonLat;
/// use sahel_map::measure::{geodesic, Compass};
/// let kidal = LonLat::new(1.40921, 18.44345)?;
/// let tessalit = LonLat::new(1.01186, 20.20126)?;
/// let course = geodesic::distance_and_bearing(kidal, tessalit);
/// assert_eq!(course.distance.0.round(), 199_012.0);
/// assert_eq!(Compass::from_bearing(course.bearing), Compass::Nnw);
/// # Ok::<(), sahel_map::geodata::OutsideWorld>(())
/// ```
#[must_use]
pub fn distance_and_bearing(from: LonLat, to: LonLat) -> Course {
    let (distance, azimuth, ..): (f64, f64, f64, f64) =
        WGS84.inverse(from.lat(), from.lon(), to.lat(), to.lon());
    Course::of_inverse(distance, azimuth)
}

/// The position reached by going `distance` along the geodesic that starts at `bearing`.
#[must_use]
pub fn destination(from: LonLat, bearing: Degrees, distance: Metres) -> LonLat {
    let there = Geodesic.destination(from.into(), bearing.0, distance.0);
    LonLat::saturating(there.x(), there.y())
}

/// The geodesic between two positions as vertices at most `max_step` apart, both ends included
/// and exact.
///
/// The pieces are equally long. A straight stroke between two vertices leaves the geodesic by at
/// most about `max_step² · tan(latitude) / 51_000 km`: 18 m for steps of 50 km in the Sahel.
#[must_use]
pub fn geodesic_line(from: LonLat, to: LonLat, max_step: Metres) -> Vec<LonLat> {
    let Course { distance, bearing } = distance_and_bearing(from, to);
    let pieces = (distance / max_step).ceil().clamp(1.0, MAX_PIECES);
    let step = distance / pieces;
    let mut line = vec![from];
    line.extend((1..pieces as u32).map(|i| destination(from, bearing, step * f64::from(i))));
    line.push(to);
    line
}

/// Length of a line whose edges are geodesics.
#[must_use]
pub fn length(line: &[LonLat]) -> Metres {
    let edges = line.iter().zip(line.iter().skip(1));
    edges.fold(Metres(0.0), |sum, (&a, &b)| sum + distance_and_bearing(a, b).distance)
}

/// A line or closed ring whose edges are geodesics, with vertices added until none is longer
/// than `max_edge`. The given vertices stay, exact and in order.
#[must_use]
pub fn densify(ring: &[LonLat], max_edge: Metres) -> Vec<LonLat> {
    let mut dense: Vec<LonLat> = ring.first().copied().into_iter().collect();
    for (&from, &to) in ring.iter().zip(ring.iter().skip(1)) {
        dense.extend(geodesic_line(from, to, max_edge).into_iter().skip(1));
    }
    dense
}

/// All that lies at `radius` from `center`, as a closed ring of `n` edges (at least 3), clockwise
/// from north.
#[must_use]
pub fn circle(center: LonLat, radius: Metres, n: u32) -> Vec<LonLat> {
    let n = n.max(3);
    (0..=n)
        .map(|i| destination(center, Degrees(360.0 * f64::from(i % n) / f64::from(n)), radius))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    fn distance(a: LonLat, b: LonLat) -> f64 {
        distance_and_bearing(a, b).distance.0
    }

    /// Karney's own example (`GeographicLib`'s `GeodSolve`): Wellington to Salamanca.
    #[test]
    fn agrees_with_the_published_example() {
        let course = distance_and_bearing(at(174.81, -41.32), at(-5.50, 40.96));
        assert!((course.distance.0 - 19_959_679.267_353).abs() < 1e-5);
        assert!((course.bearing.0 - 161.067_669_986_159).abs() < 1e-9);
    }

    /// One solution of the inverse problem gives what `geo`'s two calls give, bit for bit.
    #[test]
    fn distance_and_bearing_are_those_of_geo() {
        use geo::{Bearing, Distance};
        let somewhere = |i: u32| {
            let (x, y) = (f64::from(i * 617 % 1_021), f64::from(i * 263 % 1_019));
            at(-180.0 + 360.0 * x / 1_021.0, -90.0 + 180.0 * y / 1_019.0)
        };
        for i in 0..2_000 {
            let (from, to) = (somewhere(i), somewhere(i * 7 + 3));
            let course = distance_and_bearing(from, to);
            assert_eq!(course.distance, Metres(Geodesic.distance(from.into(), to.into())));
            assert_eq!(course.bearing, Degrees(Geodesic.bearing(from.into(), to.into())));
        }
    }

    #[test]
    fn nowhere_to_go_has_bearing_zero() {
        let course = distance_and_bearing(at(3.0, 20.0), at(3.0, 20.0));
        assert_eq!((course.distance, course.bearing), (Metres(0.0), Degrees(0.0)));
    }

    #[test]
    fn line_has_equal_steps_and_exact_ends() {
        let (from, to) = (at(1.40921, 18.44345), at(-7.97522, 12.60915));
        let line = geodesic_line(from, to, Metres(50_000.0));
        assert_eq!((line.first(), line.last()), (Some(&from), Some(&to)));
        let step = distance(line[0], line[1]);
        assert!(step <= 50_000.0);
        for pair in line.windows(2) {
            assert!((distance(pair[0], pair[1]) - step).abs() < 1e-6);
        }
        assert!((step * (line.len() - 1) as f64 - distance(from, to)).abs() < 1e-5);
    }

    #[test]
    fn a_senseless_step_neither_hangs_nor_panics() {
        for step in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-300] {
            let line = geodesic_line(at(0.0, 0.0), at(170.0, 10.0), Metres(step));
            assert!((2..=100_001).contains(&line.len()), "{step}");
        }
        assert_eq!(geodesic_line(at(1.0, 1.0), at(1.0, 1.0), Metres(10.0)).len(), 2);
        assert!(densify(&[], Metres(1.0)).is_empty());
    }

    #[test]
    fn densify_keeps_every_vertex_in_order() {
        let ring = [at(0.0, 10.0), at(1.0, 10.0), at(1.0, 11.0), at(0.0, 10.0)];
        let dense = densify(&ring, Metres(1_000.0));
        assert!(dense.windows(2).all(|pair| distance(pair[0], pair[1]) <= 1_000.0 + 1e-6));
        let mut rest = dense.iter();
        assert!(ring.iter().all(|vertex| rest.any(|v| v == vertex)));
    }

    #[test]
    fn circle_is_closed_and_round_on_the_ellipsoid() {
        let center = at(2.96778, 19.94861);
        let ring = circle(center, Metres(19_312.128), 64);
        assert_eq!(ring.len(), 65);
        assert_eq!(ring.first(), ring.last());
        for vertex in ring {
            assert!((distance(center, vertex) - 19_312.128).abs() < 1e-6);
        }
    }
}
