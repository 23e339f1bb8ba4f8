//! Which of many spots lie near a point of the map.

use crate::map::view::WorldXy;
use geo_index::kdtree::{KDTree, KDTreeBuilder, KDTreeIndex as _};

/// Spots that can be looked up by where they are.
#[derive(Debug)]
pub(super) struct SpotIndex(
    /// None of no spots, of which the crate makes no tree.
    Option<KDTree<f64>>,
);

impl SpotIndex {
    /// An index of `spots`, numbered from 0.
    pub(super) fn new(spots: impl ExactSizeIterator<Item = WorldXy>) -> Self {
        if spots.len() == 0 {
            return Self(None);
        }
        let mut builder = KDTreeBuilder::new(spots.len() as u32);
        for spot in spots {
            builder.add(spot.x, spot.y);
        }
        Self(Some(builder.finish()))
    }

    /// The numbers of the spots within `radius` world units of `at`, in no order.
    pub(super) fn within(&self, at: WorldXy, radius: f64) -> Vec<u32> {
        self.0.as_ref().map(|tree| tree.within(at.x, at.y, radius)).unwrap_or_default()
    }

    /// The numbers of the spots in a rectangle, in the same order for the same spots.
    pub(super) fn in_rect(&self, min: WorldXy, max: WorldXy) -> Vec<u32> {
        let found = self.0.as_ref().map(|tree| tree.range(min.x, min.y, max.x, max.y));
        found.unwrap_or_default()
    }
}
