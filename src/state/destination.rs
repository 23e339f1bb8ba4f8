//! Where the map can be sent.

use crate::geodata::LonLat;

/// A part of the ground to be brought into view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Destination {
    /// A position, not further away than this zoom shows it.
    Spot {
        /// The position.
        at: LonLat,
        /// The zoom at which the map arrives, unless it is nearer already.
        zoom: f64,
    },
    /// All between two corners.
    Extent {
        /// The corner with the smallest longitude and latitude.
        south_west: LonLat,
        /// The corner with the largest.
        north_east: LonLat,
    },
}
