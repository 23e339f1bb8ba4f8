//! Where a vertex is, in whole units of 1e-5 degree: the lattice on which the sources stand, so that
//! two countries' vertices are the same or not, with no tolerance.

/// A vertex in 1e-5 degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct E5 {
    /// Longitude, east positive.
    pub(crate) lon: i32,
    /// Latitude, north positive.
    pub(crate) lat: i32,
}

impl E5 {
    /// The lattice point nearest to these degrees.
    pub(crate) fn from_degrees(lon: f64, lat: f64) -> Self {
        Self { lon: (lon * 1e5).round() as i32, lat: (lat * 1e5).round() as i32 }
    }

    /// Longitude in degrees.
    pub(crate) fn lon_deg(self) -> f64 {
        f64::from(self.lon) / 1e5
    }

    /// Latitude in degrees.
    pub(crate) fn lat_deg(self) -> f64 {
        f64::from(self.lat) / 1e5
    }

    /// As `geo` has it: x is the longitude and y the latitude, in degrees.
    pub(crate) fn coord(self) -> geo::Coord<f64> {
        geo::Coord { x: self.lon_deg(), y: self.lat_deg() }
    }

    /// The lattice point nearest to a `geo` coordinate in degrees.
    pub(crate) fn from_coord(c: geo::Coord<f64>) -> Self {
        Self::from_degrees(c.x, c.y)
    }

    /// As the files have it: longitude, latitude.
    pub(crate) const fn packed(self) -> (i32, i32) {
        (self.lon, self.lat)
    }
}

/// The line as the files have it.
pub(crate) fn pack(line: &[E5]) -> crate::format::PackedLine {
    crate::format::PackedLine::pack(line.iter().map(|v| v.packed()))
}

/// The edges of a line: each vertex with the next.
pub(crate) fn edges(line: &[E5]) -> impl Iterator<Item = (E5, E5)> + '_ {
    line.iter().copied().zip(line.iter().copied().skip(1))
}
