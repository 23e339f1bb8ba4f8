//! How far apart the points of a rectangle of longitudes and latitudes can be.

use crate::geodata::LonLat;
use crate::measure::Metres;

/// Greatest radius of curvature of the WGS84 ellipsoid, metres: at the poles, in every direction.
const R_MAX: f64 = 6_399_593.626;

/// A rectangle of longitudes and latitudes, in degrees. It does not cross the date line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    lon: f64,
    lat: f64,
    half_lon: f64,
    half_lat: f64,
}

impl Cell {
    /// The rectangle between two corners.
    pub(super) const fn between(south_west: LonLat, north_east: LonLat) -> Self {
        Self {
            lon: f64::midpoint(south_west.lon(), north_east.lon()),
            lat: f64::midpoint(south_west.lat(), north_east.lat()),
            half_lon: (north_east.lon() - south_west.lon()) / 2.0,
            half_lat: (north_east.lat() - south_west.lat()) / 2.0,
        }
    }

    /// Its middle.
    pub(super) fn middle(&self) -> LonLat {
        LonLat::saturating(self.lon, self.lat)
    }

    /// No point of the cell is farther from its middle than this: the length of the straight way
    /// in longitude and latitude to a corner, on a sphere as flat as the ellipsoid is at most,
    /// with all its parallels as long as the longest.
    pub(super) fn radius(&self) -> Metres {
        let [east, north] = self.half_sides();
        Metres(east.0.hypot(north.0))
    }

    /// No side of the cell is longer than this.
    pub(super) fn longest_side(&self) -> Metres {
        let [east, north] = self.half_sides();
        Metres(2.0 * east.0.max(north.0))
    }

    /// From the middle to the east and to the north, at most.
    fn half_sides(&self) -> [Metres; 2] {
        let nearest_to_equator = (self.lat.abs() - self.half_lat).max(0.0);
        let east = self.half_lon.to_radians() * nearest_to_equator.to_radians().cos();
        [east, self.half_lat.to_radians()].map(|angle| Metres(R_MAX * angle))
    }

    /// Its quarters: south-west, south-east, north-west, north-east.
    pub(super) fn quarters(&self) -> [Self; 4] {
        let (half_lon, half_lat) = (self.half_lon / 2.0, self.half_lat / 2.0);
        [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)].map(|(east, north)| Self {
            lon: self.lon + east * half_lon,
            lat: self.lat + north * half_lat,
            half_lon,
            half_lat,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::geodesic::distance_and_bearing;
    use proptest::prelude::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::saturating(lon, lat)
    }

    proptest! {
        #[test]
        fn no_point_is_farther_from_the_middle_than_the_radius(
            lon in -170.0..170.0, lat in -80.0..80.0, width in 1e-4..20.0, height in 1e-4..18.0,
            (east, north) in (-1.0..=1.0, -1.0..=1.0),
        ) {
            let cell = Cell { lon, lat, half_lon: width / 2.0, half_lat: height / 2.0 };
            let point = at(lon + east * cell.half_lon, lat + north * cell.half_lat);
            let distance = distance_and_bearing(cell.middle(), point).distance;
            prop_assert!(distance <= cell.radius(), "{distance:?} in {cell:?}");
        }
    }

    #[test]
    fn quarters_are_half_as_large_and_within() {
        let cell = Cell::between(at(-12.0, 10.0), at(4.0, 26.0));
        for quarter in cell.quarters() {
            assert_eq!((quarter.half_lon, quarter.half_lat), (4.0, 4.0));
            assert!(((quarter.lon - cell.lon).abs() - 4.0).abs() < 1e-12);
            assert!(((quarter.lat - cell.lat).abs() - 4.0).abs() < 1e-12);
        }
        assert_eq!(cell.middle(), at(-4.0, 18.0));
    }
}
