//! How far, in which direction, on which side: distances and bearings on the WGS84 ellipsoid.
//!
//! Every figure is a geodesic's, by [Karney (2013)], through `geo`'s `Geodesic`. What `geo` does
//! not have, the nearest point of a border line, is in [`border`].
//!
//! [Karney (2013)]: https://doi.org/10.1007/s00190-012-0578-z

pub mod border;
pub mod coordinates;
pub mod geodesic;
mod isodistance;
mod uncertainty;
mod units;

pub use border::{
    BorderIndex, BorderIndexes, BorderLength, BorderPiece, Hint, NearestBorder, NoBorderLine,
    border_lengths,
};
pub use isodistance::{Isodistance, Site};
pub use uncertainty::{BorderError, Uncertainty, is_side_certain};
pub use units::{Compass, Degrees, LengthUnit, Metres};
