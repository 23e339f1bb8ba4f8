//! What a border line is made of: pieces of its geodesic edges, short enough to be straight.

use super::ellipsoid::Ecef;
use crate::geodata::{CountryCode, LonLat};
use crate::measure::{Metres, geodesic};

/// No piece is longer. At this length its arc rises 2 cm above its chord, and a straight line in
/// longitude and latitude leaves it by less than 2 cm below 45 degrees of latitude.
pub(super) const LONGEST: Metres = Metres(1_000.0);

/// A piece of an edge of the border line.
#[derive(Clone, Copy, Debug)]
pub(super) struct SubEdge {
    /// One end.
    pub(super) from: LonLat,
    /// The other end.
    pub(super) to: LonLat,
    /// The edge of the ring that this is a piece of.
    pub(super) edge: usize,
    /// The country across.
    pub(super) neighbour: CountryCode,
}

/// The two ends of each piece of a geodesic edge; no piece for an edge without length.
///
/// The pieces run in one direction whichever way the edge is given, so that the two countries of
/// a shared border get the same bits: equal distances, and no point on both sides or on neither.
pub(super) fn subdivide(from: LonLat, to: LonLat) -> Vec<(LonLat, LonLat)> {
    let by_lon_then_lat = from.lon().total_cmp(&to.lon()).then(from.lat().total_cmp(&to.lat()));
    let (from, to) = if by_lon_then_lat.is_le() { (from, to) } else { (to, from) };
    if from == to {
        return Vec::new();
    }
    // The geodesic of so short a chord is a micrometre longer: no need to measure it.
    let chord = Ecef::of(from).to(Ecef::of(to)).squared().sqrt();
    if chord <= LONGEST.0 {
        return vec![(from, to)];
    }
    let line = geodesic::geodesic_line(from, to, LONGEST);
    line.iter().copied().zip(line.iter().copied().skip(1)).collect()
}
