//! Where the map looks: its centre and zoom, and the bounds of the theatre.

use crate::geodata::LonLat;
use serde::{Deserialize, Serialize};

/// Smallest zoom: the theatre with its surroundings in a small window.
pub const MIN_ZOOM: f64 = 3.5;
/// Largest zoom: a town.
pub const MAX_ZOOM: f64 = 14.0;

/// A box of longitudes and latitudes in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theatre {
    /// Westernmost longitude.
    pub west: f64,
    /// Southernmost latitude.
    pub south: f64,
    /// Easternmost longitude.
    pub east: f64,
    /// Northernmost latitude.
    pub north: f64,
}

impl Theatre {
    /// Whether the map can be centred on a position.
    #[must_use]
    pub fn contains(self, at: LonLat) -> bool {
        (self.west..=self.east).contains(&at.lon()) && (self.south..=self.north).contains(&at.lat())
    }
}

/// The four countries with a margin: what Home shows, and where the map's centre may go.
pub const THEATRE: Theatre = Theatre { west: -12.8, south: 8.9, east: 16.6, north: 37.7 };

/// The centre of the map and its zoom.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Camera {
    /// The position in the middle of the map.
    pub center: LonLat,
    /// Web Mercator zoom: the world is 256 · 2^zoom points wide.
    pub zoom: f64,
}

impl Camera {
    /// The nearest camera within the theatre and the zoom limits.
    #[must_use]
    pub fn bounded(self) -> Self {
        let zoom = if self.zoom.is_finite() { self.zoom } else { MIN_ZOOM };
        Self {
            center: LonLat::saturating(
                self.center.lon().clamp(THEATRE.west, THEATRE.east),
                self.center.lat().clamp(THEATRE.south, THEATRE.north),
            ),
            zoom: zoom.clamp(MIN_ZOOM, MAX_ZOOM),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_camera_outside_the_theatre_comes_back() {
        let lost = Camera { center: LonLat::saturating(170.0, -60.0), zoom: f64::NAN };
        let found = lost.bounded();
        assert_eq!(found.center, LonLat::saturating(THEATRE.east, THEATRE.south));
        assert!((found.zoom - MIN_ZOOM).abs() < f64::EPSILON);
    }
}
