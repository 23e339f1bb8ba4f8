//! Many points on the map: what stands where at each zoom, how it is drawn, and what is under the
//! pointer.
//!
//! Below zoom 12 points that would crowd each other stand as one cluster; from there on every spot
//! stands alone. A [`PointSet`] holds all zooms, made once from the points; the map draws it with
//! [`crate::map::MapPainter::with_points`]. Nothing in the program loads points yet.

mod cluster;
mod index;
mod layer;
mod set;

pub(super) use layer::PointLayer;
pub use set::{Level, Picked, PointSet, Thing, TooManyPoints};

use crate::dossier::Kind;
use crate::geodata::LonLat;

/// Which point this is, in the numbering of whoever made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PointId(pub u32);

/// A point of a set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Its number.
    pub id: PointId,
    /// Where it lies.
    pub at: LonLat,
    /// What happened there; gives the colour.
    pub kind: Kind,
}

/// Radius of a point with its rim, in points of the screen.
pub(super) const POINT_RADIUS: f32 = 7.0;
/// Radius of the middle of a cluster's ring, where its count has no more than three digits.
const CLUSTER_RADIUS: f32 = 18.0;
/// Width of that ring.
const RING: f32 = 4.0;

/// Radius of a cluster's ring, in points of the screen: as wide as its count needs.
#[must_use]
pub fn cluster_radius(count: u32) -> f32 {
    match count.max(1).ilog10() {
        0..3 => CLUSTER_RADIUS,
        // From the fourth digit on there is a separator too.
        more => CLUSTER_RADIUS + 2.0 + 5.0 * (more - 2) as f32,
    }
}

/// Radius of all that is drawn of a cluster.
fn outer_radius(count: u32) -> f32 {
    cluster_radius(count) + 0.5 * RING
}
