//! How straight lines through space stand for geodesics on the WGS84 ellipsoid, and how wrong
//! they can be.
//!
//! A chord costs a few multiplications, a geodesic half a microsecond. So the search compares
//! chords, with bounds wide enough that the edge with the shortest geodesic is never thrown away.

use crate::geodata::LonLat;

/// Semi-major axis, metres.
const A: f64 = 6_378_137.0;
/// Flattening.
const F: f64 = 1.0 / 298.257_223_563;
/// Semi-minor axis, metres.
const B: f64 = A * (1.0 - F);
/// Square of the first eccentricity.
const E2: f64 = F * (2.0 - F);
/// Square of the second eccentricity.
const E2_SECOND: f64 = E2 / (1.0 - E2);
/// Smallest radius of curvature of the surface (along the meridian at the equator), metres.
const R_MIN: f64 = B * B / A;
/// Largest radius of curvature of the surface (at the poles), metres: 1 % more.
const R_MAX: f64 = A * A / B;
/// Geodesics longer than this (metres) may pass the far side of the Earth, where its flattening
/// bends them together: the bounds here are not for those.
const LONGEST_KNOWN: f64 = 1.5e7;
/// A radius of curvature that is right within 0.6 % in every place and direction, metres.
pub(super) const R_MEAN: f64 = 6_367_000.0;

/// A point or a vector in metres in the frame that turns with the Earth ("Earth-centred,
/// Earth-fixed"): x to 0 N 0 E, y to 0 N 90 E, z to the north pole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ecef(pub(super) [f64; 3]);

impl Ecef {
    /// The point of the ellipsoid at a position.
    pub(super) fn of(position: LonLat) -> Self {
        let (sin_lon, cos_lon) = position.lon().to_radians().sin_cos();
        let (sin_lat, cos_lat) = position.lat().to_radians().sin_cos();
        let normal_radius = A / (1.0 - E2 * sin_lat * sin_lat).sqrt();
        Self([
            normal_radius * cos_lat * cos_lon,
            normal_radius * cos_lat * sin_lon,
            normal_radius * (1.0 - E2) * sin_lat,
        ])
    }

    /// The position above or below a point, by one step of Bowring (1976): right to a few
    /// nanometres for points as near to the surface as chords of sub-edges are.
    pub(super) fn position(self) -> LonLat {
        let Self([x, y, z]) = self;
        let from_axis = (x * x + y * y).sqrt();
        // Sine and cosine of the reduced latitude, written so that the poles divide nothing by 0.
        let (up, out) = (z * A, from_axis * B);
        let length = (up * up + out * out).sqrt();
        let (sin, cos) = (up / length, out / length);
        let lat = (z + E2_SECOND * B * sin.powi(3)).atan2(from_axis - E2 * A * cos.powi(3));
        LonLat::saturating(y.atan2(x).to_degrees(), lat.to_degrees())
    }

    /// The vector from `self` to `other`.
    pub(super) fn to(self, other: Self) -> Self {
        let (Self([ax, ay, az]), Self([bx, by, bz])) = (self, other);
        Self([bx - ax, by - ay, bz - az])
    }

    /// The point `t` of the way along `vector` from `self`.
    pub(super) fn along(self, vector: Self, t: f64) -> Self {
        let (Self([ax, ay, az]), Self([dx, dy, dz])) = (self, vector);
        Self([ax + t * dx, ay + t * dy, az + t * dz])
    }

    /// `pick` of each coordinate of the two.
    pub(super) fn zip(self, other: Self, pick: impl Fn(f64, f64) -> f64) -> Self {
        let (Self([ax, ay, az]), Self([bx, by, bz])) = (self, other);
        Self([pick(ax, bx), pick(ay, by), pick(az, bz)])
    }

    /// The scalar product with another vector.
    pub(super) fn dot(self, other: Self) -> f64 {
        let (Self([ax, ay, az]), Self([bx, by, bz])) = (self, other);
        ax * bx + ay * by + az * bz
    }

    /// Square of the length, in square metres.
    pub(super) fn squared(self) -> f64 {
        self.dot(self)
    }

    /// A point of the surface moved upwards, along the vertical.
    pub(super) fn raised(self, metres: f64) -> Self {
        let Self([x, y, z]) = self;
        // For a point of the surface, this is the vertical.
        let up = Self([x, y, z / (1.0 - E2)]);
        self.along(up, metres / up.squared().sqrt())
    }

    /// How far a vector at this point of the surface, which is no pole, leads to the east and to
    /// the north.
    pub(super) fn east_and_north_of(self, vector: Self) -> (f64, f64) {
        let (Self([x, y, z]), Self([dx, dy, dz])) = (self, vector);
        let from_axis = (x * x + y * y).sqrt();
        let (cos_lon, sin_lon) = (x / from_axis, y / from_axis);
        let up = z / (1.0 - E2);
        let length = (x * x + y * y + up * up).sqrt();
        let (cos_lat, sin_lat) = (from_axis / length, up / length);
        let east = cos_lon * dy - sin_lon * dx;
        let north = cos_lat * dz - sin_lat * (cos_lon * dx + sin_lon * dy);
        (east, north)
    }
}

/// The larger of two numbers, neither of which is `NaN`: without the care that `f64::max` takes
/// of those it is one instruction, for several pairs at once.
pub(super) fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers, neither of which is `NaN`; see [`larger`].
pub(super) fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// How far the arc of a sub-edge that long (metres) rises above its chord, metres.
pub(super) fn sagitta(length: f64) -> f64 {
    length * length / (8.0 * R_MIN)
}

/// By how much a distance of `chord` metres to a sub-edge changes, at most, when its arc takes
/// the place of its chord: all of the sagitta from right beside it, ever less of it from afar,
/// where one looks along the surface.
fn sagitta_effect(chord: f64, sagitta: f64) -> f64 {
    sagitta * (chord / (2.0 * R_MIN) + sagitta / (chord + sagitta))
}

/// The longest chord that can belong to a shorter geodesic than one of `chord` metres does.
///
/// On a sphere of radius R a geodesic s has the chord `2 R sin(s / 2R)`, about `s - s³ / 24R²`.
/// The radius lies between `R_MIN` and `A² / B` in every place and direction, so chords of equal
/// geodesics differ by at most `2.1e-17 c³`; the factor behind stands for the higher terms.
pub(super) fn longest_rival_chord(chord: f64, sagitta: f64) -> f64 {
    let curvature = 2.1e-17 * chord.powi(3) * (1.0 + 6e-14 * chord * chord);
    chord + curvature + 2.0 * sagitta_effect(chord, sagitta) + 1e-6
}

/// No geodesic between two points of the surface is longer than this, by their chord in metres:
/// that of a sphere with the smallest radius of curvature. A chord too long for that sphere has
/// the longest geodesic there is.
pub(super) fn longest_geodesic(chord: f64) -> f64 {
    let sin_half = chord / (2.0 * R_MIN);
    if sin_half < 0.9 { 2.0 * R_MIN * sin_half.asin() } else { 20_004_000.0 }
}

/// The shortest and the longest chord that a geodesic that long (metres) can have: a shorter chord
/// belongs to a shorter geodesic, a longer chord to a longer one.
pub(super) fn chord_bounds(geodesic: f64) -> (f64, f64) {
    let on_a_sphere =
        |radius: f64| 2.0 * radius * (geodesic.min(LONGEST_KNOWN) / (2.0 * radius)).sin();
    let longest = if geodesic < LONGEST_KNOWN { on_a_sphere(R_MAX) } else { f64::INFINITY };
    (on_a_sphere(R_MIN), longest)
}

/// About how long the geodesic between two points of the surface is, metres.
///
/// The chord is taken for that of a circle with the curvature that the surface has below the
/// middle of the chord in the chord's direction (Euler's formula), through four terms of the
/// series of the arc sine.
pub(super) fn arc_estimate(from: Ecef, to: Ecef) -> f64 {
    let chord = from.to(to);
    let chord_squared = chord.squared();
    let (Ecef([mx, my, mz]), Ecef([dx, dy, _])) = (from.along(chord, 0.5), chord);

    let from_axis_squared = mx * mx + my * my;
    let up = mz / (1.0 - E2);
    let sin_lat_squared = up * up / (from_axis_squared + up * up).max(f64::MIN_POSITIVE);
    let w = 1.0 - E2 * sin_lat_squared;
    let curvature_east = w.sqrt() / A;
    let curvature_north = w * w.sqrt() / (A * (1.0 - E2));

    // Square of the sine of the chord's azimuth. At a pole this is 0 / 0 and `min` gives 1:
    // there both curvatures are the same.
    let east = mx * dy - my * dx;
    let eastward = (east * east / (from_axis_squared * chord_squared)).min(1.0);
    let curvature = curvature_north + (curvature_east - curvature_north) * eastward;

    let x = chord_squared * curvature * curvature;
    let series =
        x * (1.0 / 24.0 + x * (3.0 / 640.0 + x * (5.0 / 7_168.0 + x * (35.0 / 294_912.0))));
    chord_squared.sqrt() * (1.0 + series)
}

/// The greatest [`arc_estimate`] to a sub-edge that can have a shorter geodesic than one estimated
/// at `estimate` metres.
///
/// The coefficient is measured, not derived: up to 3,000 km it is over twice the largest error seen
/// (see the test), which grows with the fifth power of the distance. A fiftieth of the sagitta is more than
/// [`R_MEAN`] can be wrong by in raising a point of the chord to the arc.
pub(super) fn longest_rival_estimate(estimate: f64, sagitta: f64) -> f64 {
    let thousand_km = estimate * 1e-6;
    estimate + 1e-5 + 0.06 * thousand_km.powi(5) + 0.02 * sagitta_effect(estimate, sagitta)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::{Degrees, Metres, geodesic};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    fn anywhere() -> impl Strategy<Value = LonLat> {
        (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| LonLat::new(lon, lat).unwrap())
    }

    /// Where one can be from a position, evenly spread over distances of every magnitude.
    fn way(longest: f64) -> impl Strategy<Value = (f64, f64)> {
        ((0.0..longest.log10()).prop_map(|power: f64| 10_f64.powf(power)), 0.0..360.0)
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 4_000,
            rng_seed: RngSeed::Fixed(20_261_122),
            failure_persistence: None,
            ..Default::default()
        })]

        #[test]
        fn position_undoes_ecef(at in anywhere()) {
            let back = Ecef::of(at).position();
            prop_assert!(geodesic::distance_and_bearing(at, back).distance < Metres(5e-9));
        }

        #[test]
        fn the_arc_estimate_stays_within_its_bound_and_within_half_of_it_up_to_3000_km(
            from in anywhere(), (distance, bearing) in way(6.5e6)
        ) {
            let to = geodesic::destination(from, Degrees(bearing), Metres(distance));
            let estimate = arc_estimate(Ecef::of(from), Ecef::of(to));
            let bound = longest_rival_estimate(distance, 0.0) - distance;
            let bound = if distance < 3e6 { bound / 2.0 } else { bound };
            prop_assert!((estimate - distance).abs() < bound, "{estimate} for {distance}");
        }

        #[test]
        fn the_chord_of_a_geodesic_stays_within_its_bounds(
            from in anywhere(), (distance, bearing) in way(1.5e7)
        ) {
            let to = geodesic::destination(from, Degrees(bearing), Metres(distance));
            let chord = Ecef::of(from).to(Ecef::of(to)).squared().sqrt();
            let (shortest, longest) = chord_bounds(distance);
            // Rounding of coordinates is a few nanometres.
            prop_assert!(shortest - 1e-8 <= chord && chord <= longest + 1e-8);
            prop_assert!(distance <= longest_geodesic(chord) + 1e-8);
        }

        #[test]
        fn chords_of_equal_geodesics_differ_within_the_bound(
            from in anywhere(), (distance, bearing) in way(1.5e7), other in 0.0..360.0
        ) {
            let chord = |bearing| {
                let to = geodesic::destination(from, Degrees(bearing), Metres(distance));
                Ecef::of(from).to(Ecef::of(to)).squared().sqrt()
            };
            prop_assert!(chord(other) <= longest_rival_chord(chord(bearing), 0.0));
        }
    }

    #[test]
    fn the_poles_have_a_position() {
        for lat in [-90.0, 90.0] {
            let pole = LonLat::new(0.0, lat).unwrap();
            assert!((Ecef::of(pole).position().lat() - lat).abs() < 1e-12);
            assert!(arc_estimate(Ecef::of(pole), Ecef::of(pole)).abs() < 1e-9);
        }
    }
}
