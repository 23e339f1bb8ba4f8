//! Where a thing is on the ellipsoid, checked once and trusted afterwards.

use serde::{Deserialize, Serialize};

/// A position on the WGS84 ellipsoid in degrees; longitude first inside the program, latitude
/// first wherever people type or read.
///
/// ```
/// use sahel_map::geodata::LonLat;
/// let kidal = LonLat::new(1.40921, 18.44345)?;
/// assert!(LonLat::new(0.0, 95.0).is_err());
/// # Ok::<(), sahel_map::geodata::OutsideWorld>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawLonLat", into = "RawLonLat")]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

/// Why two numbers are not a position.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum OutsideWorld {
    /// The latitude is not a number from -90 to 90.
    #[error("latitude `{0}` is outside -90..90")]
    Latitude(f64),
    /// The longitude is not a number from -180 to 180.
    #[error("longitude `{0}` is outside -180..180")]
    Longitude(f64),
}

impl LonLat {
    /// A position from degrees; `NaN` and infinities are outside the world too.
    ///
    /// # Errors
    /// [`OutsideWorld`] names the number that is out of range.
    pub fn new(lon: f64, lat: f64) -> Result<Self, OutsideWorld> {
        if !(-90.0..=90.0).contains(&lat) {
            return Err(OutsideWorld::Latitude(lat));
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(OutsideWorld::Longitude(lon));
        }
        Ok(Self { lon, lat })
    }

    /// The position nearest to these degrees: latitude clamped, longitude wrapped; not a number
    /// becomes 0. For results of arithmetic that may leave the range by rounding or by panning.
    #[must_use]
    pub fn saturating(lon: f64, lat: f64) -> Self {
        let tidy = |v: f64| if v.is_finite() { v } else { 0.0 };
        let (lon, lat) = (tidy(lon), tidy(lat));
        let lon = if (-180.0..=180.0).contains(&lon) {
            lon
        } else {
            (lon + 180.0).rem_euclid(360.0) - 180.0
        };
        Self { lon, lat: lat.clamp(-90.0, 90.0) }
    }

    /// Longitude in degrees, east positive.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Latitude in degrees, north positive.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }
}

#[derive(Serialize, Deserialize)]
struct RawLonLat {
    lat: f64,
    lon: f64,
}

impl TryFrom<RawLonLat> for LonLat {
    type Error = OutsideWorld;
    fn try_from(raw: RawLonLat) -> Result<Self, OutsideWorld> {
        Self::new(raw.lon, raw.lat)
    }
}

impl From<LonLat> for RawLonLat {
    fn from(p: LonLat) -> Self {
        Self { lat: p.lat, lon: p.lon }
    }
}

impl From<LonLat> for geo::Point<f64> {
    fn from(p: LonLat) -> Self {
        Self::new(p.lon, p.lat)
    }
}
