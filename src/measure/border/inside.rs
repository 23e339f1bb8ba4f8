//! On which side of the border a position lies.

use crate::geodata::LonLat;

/// Strips of equal width in longitude; enough that a strip holds only a few edges.
const STRIPS: usize = 4_096;

/// The area within a ring of sub-edges, even-odd: a position is inside if a line from it to the
/// north crosses the ring an odd number of times.
///
/// Sub-edges are taken as straight in longitude and latitude, which is within 2 cm of the
/// geodesic. The ring must not cross the date line nor hold a pole.
#[derive(Debug)]
pub(super) struct Interior {
    west: f64,
    east: f64,
    /// No position north of it is inside.
    north: f64,
    /// No position south of it is inside.
    south: f64,
    strips_per_degree: f64,
    /// For each strip the edges over some of its longitudes.
    strips: Vec<Vec<Crossing>>,
}

/// An edge as a line over longitudes from `west` up to, but not including, `east`.
#[derive(Clone, Copy, Debug)]
struct Crossing {
    west: f64,
    east: f64,
    /// Latitude at `west`.
    lat: f64,
    /// Degrees of latitude a degree of longitude.
    slope: f64,
}

impl Interior {
    /// The area within a ring given by all its sub-edges, in any order and direction.
    pub(super) fn new(ring: impl Iterator<Item = (LonLat, LonLat)> + Clone) -> Self {
        let ends = ring.clone().flat_map(|(a, b)| [a, b]);
        let south = ends.clone().map(LonLat::lat).fold(f64::INFINITY, f64::min);
        let west = ends.clone().map(LonLat::lon).fold(f64::INFINITY, f64::min);
        let east = ends.clone().map(LonLat::lon).fold(f64::NEG_INFINITY, f64::max);
        let north = ends.map(LonLat::lat).fold(f64::NEG_INFINITY, f64::max);
        let strips_per_degree = STRIPS as f64 / (east - west);

        let mut area = Self { west, east, north, south, strips_per_degree, strips: Vec::new() };
        area.strips.resize_with(STRIPS, Vec::new);
        for (a, b) in ring {
            let (a, b) = if a.lon() < b.lon() { (a, b) } else { (b, a) };
            // A line to the north never crosses an edge along a meridian: it crosses the edge
            // before or after.
            if a.lon() >= b.lon() {
                continue;
            }
            let slope = (b.lat() - a.lat()) / (b.lon() - a.lon());
            let crossing = Crossing { west: a.lon(), east: b.lon(), lat: a.lat(), slope };
            let strips = area.strip(a.lon())..=area.strip(b.lon());
            for strip in area.strips.get_mut(strips).into_iter().flatten() {
                strip.push(crossing);
            }
        }
        area
    }

    /// The corners, south-west and north-east, between which all of it lies.
    pub(super) fn extent(&self) -> [LonLat; 2] {
        [(self.west, self.south), (self.east, self.north)]
            .map(|(lon, lat)| LonLat::saturating(lon, lat))
    }

    fn strip(&self, lon: f64) -> usize {
        (((lon - self.west) * self.strips_per_degree) as usize).min(STRIPS - 1)
    }

    /// Whether the position is inside. On the ring itself it may be either, but never both or
    /// neither of two areas that share the edge.
    pub(super) fn contains(&self, at: LonLat) -> bool {
        let (lon, lat) = (at.lon(), at.lat());
        if !(self.west..self.east).contains(&lon) || lat > self.north {
            return false;
        }
        let crossings = self.strips.get(self.strip(lon)).into_iter().flatten();
        let to_the_north = crossings.filter(|edge| {
            (edge.west..edge.east).contains(&lon) && edge.lat + edge.slope * (lon - edge.west) > lat
        });
        to_the_north.count() % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ring: &[(f64, f64)]) -> Interior {
        let at = |&(lon, lat): &(f64, f64)| LonLat::new(lon, lat).unwrap();
        Interior::new(ring.iter().map(at).zip(ring.iter().skip(1).map(at)))
    }

    fn holds(area: &Interior, lon: f64, lat: f64) -> bool {
        area.contains(LonLat::new(lon, lat).unwrap())
    }

    #[test]
    fn a_notched_square() {
        // Open to the north between longitudes 4 and 6, down to latitude 5.
        let ring = [
            (0., 0.),
            (10., 0.),
            (10., 10.),
            (6., 10.),
            (6., 5.),
            (4., 5.),
            (4., 10.),
            (0., 10.),
            (0., 0.),
        ];
        let square = area(&ring);
        assert!(holds(&square, 5.0, 4.9) && holds(&square, 3.9, 9.0) && holds(&square, 6.1, 9.0));
        assert!(!holds(&square, 5.0, 5.1) && !holds(&square, 5.0, -0.1));
        for (lon, lat) in [(-1., 5.), (10.1, 5.), (5., 90.), (5., -90.), (180., 5.), (-180., 5.)] {
            assert!(!holds(&square, lon, lat), "{lon} {lat}");
        }
    }

    #[test]
    fn a_position_right_below_or_above_a_vertex_crosses_once() {
        let diamond = area(&[(0., -1.), (1., 0.), (0., 1.), (-1., 0.), (0., -1.)]);
        assert!(holds(&diamond, 0.0, 0.0) && holds(&diamond, 0.0, 0.9));
        assert!(!holds(&diamond, 0.0, 1.1) && !holds(&diamond, 0.0, -1.1));
        assert!(holds(&diamond, -0.5, 0.0) && !holds(&diamond, -1.5, 0.0));
    }

    #[test]
    fn a_shared_edge_has_each_position_on_one_side() {
        let (a, b) = ((0.1, 0.2), (7.3, 9.1));
        let left = area(&[a, b, (0.0, 10.0), a]);
        let right = area(&[b, a, (8.0, 0.0), b]);
        for i in 1..1_000 {
            let t = f64::from(i) / 1_000.0;
            let (lon, lat) = (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
            assert_ne!(holds(&left, lon, lat), holds(&right, lon, lat), "{t}");
        }
    }
}
