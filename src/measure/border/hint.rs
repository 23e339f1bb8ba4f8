//! What the last answer tells of the next, for positions that follow each other.

use super::refine::Room;

/// Where the nearest points of the four borders were for the position before.
///
/// Under a mouse, along a track or in a table with its rows in some order, the next nearest points
/// are not far from the last ones: a search that begins there is shorter. The answers are the
/// same, bit for bit, wherever the next position is: the hint is never trusted, only tried first.
///
/// ```
/// use sahel_map::geodata::{Borders, LonLat};
/// use sahel_map::measure::border::{BorderIndexes, Hint};
/// let indexes = BorderIndexes::build(&Borders::embedded()?)?;
/// let mut hint = Hint::default();
/// for lon in [1.40921, 1.40922, 1.40923] {
///     let at = LonLat::new(lon, 18.44345)?;
///     assert_eq!(indexes.all_with_hint(at, &mut hint), indexes.all(at));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// A sub-edge of each border, in the order of the indexes.
    pub(super) near: [Option<usize>; 4],
    pub(super) room: Room,
}
