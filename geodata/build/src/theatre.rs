//! Which part of the world is kept, and how finely.

use crate::e5::E5;
use crate::planar;

/// An area between two meridians and two parallels, in degrees.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    /// Western edge.
    pub(crate) west: f64,
    /// Southern edge.
    pub(crate) south: f64,
    /// Eastern edge.
    pub(crate) east: f64,
    /// Northern edge.
    pub(crate) north: f64,
}

/// The theatre and what surrounds it: inside, the ground is `OpenStreetMap`'s; outside, Natural
/// Earth's.
pub(crate) const NEAR: Area = Area { west: -30.0, south: 0.0, east: 35.0, north: 45.0 };

/// All of it.
pub(crate) const WORLD: Area = Area { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

/// The theatre: where the reader can come close enough to see the finest detail there is.
pub(crate) const THEATRE: Area = Area { west: -20.0, south: 4.0, east: 26.0, north: 38.0 };

/// Where countries have labels.
pub(crate) const LABELLED: Area = Area { west: -30.0, south: -5.0, east: 40.0, north: 50.0 };

/// The four countries of the product, in the order of its tables.
pub(crate) const THE_FOUR: [&str; 4] = ["DZA", "MLI", "NER", "BFA"];

impl Area {
    /// Whether the vertex lies inside or on the edge.
    pub(crate) fn contains(self, v: E5) -> bool {
        (self.west..=self.east).contains(&v.lon_deg())
            && (self.south..=self.north).contains(&v.lat_deg())
    }

    /// Whether the smallest area around the vertices has a point in common with this one.
    pub(crate) fn meets(self, vertices: &[E5]) -> bool {
        let other = planar::bounds(vertices);
        other.west <= self.east
            && other.east >= self.west
            && other.south <= self.north
            && other.north >= self.south
    }
}
