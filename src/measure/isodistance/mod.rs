//! Which points of a country lie at a given distance from another's border.
//!
//! "12 miles from Algeria" leaves a line of points in Mali: those whose distance `f` to Algeria's
//! border line is 12 miles. `f` has no formula, but one property that is enough: by the triangle
//! inequality it changes by no more than one moves. So
//!
//! - a region whose middle is off by more than the region's radius has no point of the line
//!   (`cell`); this leaves few regions of a quadtree, whatever the shape of the border;
//! - along a ray, a step of `|f - d|` cannot jump over the line (`trace`).
//!
//! `nearest` searches the quadtree best first for the point of the line that is nearest to a
//! position; `lines` follows it to the end and joins what is left into polylines (`chain`). `strip` is the ground between those and the border.
//!
//! All distances are those of [`BorderIndex::nearest`]: geodesics on the WGS84 ellipsoid, right to
//! a micrometre. The border itself is off by far more; see [`Uncertainty`](super::Uncertainty).

mod cell;
mod chain;
mod lines;
mod nearest;
mod strip;
mod trace;

use super::{BorderIndex, BorderIndexes, Degrees, Metres, NearestBorder};
use crate::geodata::{Country, LonLat};
use cell::Cell;

/// The points of one country at a distance from the border of another, or from its own.
///
/// ```
/// use sahel_map::geodata::{Borders, Country, LonLat};
/// use sahel_map::measure::{BorderIndexes, Isodistance, LengthUnit, Metres};
/// let borders = BorderIndexes::build(&Borders::embedded()?)?;
/// let twelve_miles = Metres::from_unit(12.0, LengthUnit::Mi);
/// let line = Isodistance::new(&borders, Country::Mali, Country::Algeria, twelve_miles);
/// let tinzaouaten = LonLat::new(2.96778, 19.94861)?;
/// let site = line.nearest_to(tinzaouaten).ok_or("Mali is deep enough")?;
/// assert_eq!((site.distance.0 / 100.0).round(), 195.0);
/// assert!((site.to_border.distance.0 - twelve_miles.0).abs() < 1e-3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Isodistance<'a> {
    inside: &'a BorderIndex,
    from: &'a BorderIndex,
    distance: Metres,
}

/// A point at the distance, seen from the position that it is nearest to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Site {
    /// The point.
    pub at: LonLat,
    /// How far it is from the position.
    pub distance: Metres,
    /// In which direction it lies from the position.
    pub bearing: Degrees,
    /// From the point to the border: its distance is the one asked for, within 1 mm.
    pub to_border: NearestBorder,
}

impl<'a> Isodistance<'a> {
    /// The points inside `inside` at `distance` from the border of `from`.
    #[must_use]
    pub const fn new(
        borders: &'a BorderIndexes,
        inside: Country,
        from: Country,
        distance: Metres,
    ) -> Self {
        Self { inside: borders.of(inside), from: borders.of(from), distance }
    }

    /// By how much a position is farther from the border than asked for, metres; negative where
    /// it is nearer.
    fn excess(&self, at: LonLat) -> f64 {
        self.from.nearest(at).distance.0 - self.distance.0
    }

    /// Whether a position is in the country in which the points are to be.
    fn is_inside(&self, at: LonLat) -> bool {
        self.inside.contains(at)
    }

    /// All longitudes and latitudes of the country.
    fn extent(&self) -> Cell {
        let [south_west, north_east] = self.inside.extent();
        Cell::between(south_west, north_east)
    }

    /// Whether a cell can have a point at the distance and in the country; `false` is sure.
    fn may_cross(&self, cell: &Cell) -> bool {
        let (middle, radius) = (cell.middle(), cell.radius().0);
        self.excess(middle).abs() <= radius && self.may_enter(cell)
    }

    /// Whether a cell can have a point in the country; `false` is sure.
    fn may_enter(&self, cell: &Cell) -> bool {
        let middle = cell.middle();
        // A coast is no border line: how far the sea reaches is not known here.
        self.is_inside(middle)
            || !self.inside.is_closed()
            || self.inside.nearest(middle).distance <= cell.radius()
    }
}
