//! Which parts of the borders lie inside a circle. (stub)
use crate::geodata::{Country, CountryCode, LonLat};
use crate::measure::Metres;
/// A part of a border line.
#[derive(Clone, Debug, PartialEq)]
pub struct BorderPiece {
    /// Whose border.
    pub country: Country,
    /// Across.
    pub neighbour: CountryCode,
    /// Vertices.
    pub line: Vec<LonLat>,
    /// Length.
    pub length: Metres,
}
impl super::BorderIndexes {
    /// Stub.
    #[must_use]
    pub fn within(&self, _centre: LonLat, _radius: Metres) -> Vec<BorderPiece> { Vec::new() }
}
