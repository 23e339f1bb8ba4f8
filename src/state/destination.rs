//! Where the map can be sent.

use super::{Camera, THEATRE};
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
    /// Just as it was seen before.
    View(Camera),
}

impl Destination {
    /// All that the map is about.
    #[must_use]
    pub fn theatre() -> Self {
        Self::Extent {
            south_west: LonLat::saturating(THEATRE.west, THEATRE.south),
            north_east: LonLat::saturating(THEATRE.east, THEATRE.north),
        }
    }

    /// The extent of some positions; none where there are none.
    #[must_use]
    pub fn holding(positions: &[LonLat]) -> Option<Self> {
        if positions.is_empty() {
            return None;
        }
        let all = |of: fn(LonLat) -> f64| positions.iter().copied().map(of);
        let least = |of| all(of).fold(f64::INFINITY, f64::min);
        let most = |of| all(of).fold(f64::NEG_INFINITY, f64::max);
        Some(Self::Extent {
            south_west: LonLat::saturating(least(LonLat::lon), least(LonLat::lat)),
            north_east: LonLat::saturating(most(LonLat::lon), most(LonLat::lat)),
        })
    }
}
