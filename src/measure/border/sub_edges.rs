//! What a border line is made of: pieces of its geodesic edges, short enough to be straight.

use super::ellipsoid::Ecef;
use crate::geodata::{CountryCode, LonLat};
use crate::measure::{BorderError, Metres, geodesic};

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
    /// What lies across.
    pub(super) across: Across,
    /// Whether the ring runs from `to` to `from`.
    pub(super) reversed: bool,
}

/// What a stretch of the border line is the same in all along.
#[derive(Clone, Copy, Debug)]
pub(super) struct Across {
    /// The country across.
    pub(super) neighbour: CountryCode,
    /// Whether that country has exactly the same edges.
    pub(super) shared: bool,
    /// How far the line may be off.
    pub(super) error: BorderError,
}

/// The pieces of a geodesic edge, in the order of the ring.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The two ends of each; see [`subdivide`].
    pub(super) ends: Vec<(LonLat, LonLat)>,
    /// Whether the ring runs from the second end of each to its first.
    pub(super) reversed: bool,
}

/// Cuts a geodesic edge; there is no piece of an edge without length.
///
/// The two ends of a piece come in one order whichever way the edge is given, so that the two
/// countries of a shared border get the same bits: equal distances, and no point on both sides or
/// on neither.
pub(super) fn subdivide(from: LonLat, to: LonLat) -> Pieces {
    let by_lon_then_lat = from.lon().total_cmp(&to.lon()).then(from.lat().total_cmp(&to.lat()));
    let reversed = by_lon_then_lat.is_gt();
    let (from, to) = if reversed { (to, from) } else { (from, to) };
    if from == to {
        return Pieces::default();
    }
    // The geodesic of so short a chord is a micrometre longer: no need to measure it.
    let chord = Ecef::of(from).to(Ecef::of(to)).squared().sqrt();
    if chord <= LONGEST.0 {
        return Pieces { ends: vec![(from, to)], reversed };
    }
    let line = geodesic::geodesic_line(from, to, LONGEST);
    let mut ends: Vec<_> = line.iter().copied().zip(line.iter().copied().skip(1)).collect();
    if reversed {
        ends.reverse();
    }
    Pieces { ends, reversed }
}
