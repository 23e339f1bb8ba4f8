//! Which points stand as one at a zoom.
//!
//! As supercluster does it (Mapbox 2016): from the closest zoom outward, each zoom made from the
//! one before, so that a cluster is made of whole clusters; in each, whoever comes first takes what
//! lies near it that nobody has taken. After that, what still overlaps is joined until nothing does.

use super::index::SpotIndex;
use super::outer_radius;
use crate::map::gpu::KINDS;
use crate::map::view::{View, WorldXy};
use std::cmp::Ordering;

/// What lies nearer than this to the first of a cluster is taken into it, in points of the screen.
const GATHER: f64 = 56.0;
/// Room between two clusters, in points of the screen.
const GAP: f64 = 4.0;

/// Points that stand as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// The mean of their positions.
    pub(super) at: WorldXy,
    /// How many are of each kind.
    pub(super) kinds: [u32; KINDS],
    /// How many there are.
    pub(super) count: u32,
    /// The number of the first of them.
    pub(super) first: u32,
}

/// The groups of integer zoom `zoom`, made from those of a closer one. They keep their order: a
/// group stands where its first member stood.
pub(super) fn coarser(closer: &[Group], zoom: u8) -> Vec<Group> {
    let points_across = View::points_across(f64::from(zoom));
    let unit = points_across.recip();
    let mut groups = joined(closer, GATHER * unit, |_, _| true).unwrap_or_else(|| closer.to_vec());
    loop {
        let largest = groups.iter().map(|group| group.count).max().unwrap_or_default();
        let reach = (2.0 * f64::from(outer_radius(largest)) + GAP) * unit;
        let overlap = |a: &Group, b: &Group| {
            let room = f64::from(outer_radius(a.count) + outer_radius(b.count)) + GAP;
            distance(a.at, b.at) < room * unit
        };
        // Each round leaves fewer, so there is a last one.
        match joined(&groups, reach, overlap) {
            Some(fewer) => groups = fewer,
            None => return groups,
        }
    }
}

pub(super) fn distance(a: WorldXy, b: WorldXy) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// Joins each group with those after it that lie within `radius` and that it `takes`; `None` if no
/// two were joined.
fn joined(
    groups: &[Group],
    radius: f64,
    takes: impl Fn(&Group, &Group) -> bool,
) -> Option<Vec<Group>> {
    let index = SpotIndex::new(groups.iter().map(|group| group.at));
    let mut taken = vec![false; groups.len()];
    let mut found = Vec::with_capacity(groups.len());
    for (number, first) in groups.iter().enumerate() {
        if taken.get(number).copied().unwrap_or(true) {
            continue;
        }
        let mut near = index.within(first.at, radius);
        near.retain(|other| {
            let other = *other as usize;
            other.cmp(&number) == Ordering::Greater
                && taken.get(other) == Some(&false)
                && groups.get(other).is_some_and(|other| takes(first, other))
        });
        // Sums of fractions depend on their order.
        near.sort_unstable();
        for other in &near {
            if let Some(taken) = taken.get_mut(*other as usize) {
                *taken = true;
            }
        }
        let others = near.iter().filter_map(|other| groups.get(*other as usize));
        found.push(together(first, others));
    }
    (found.len() < groups.len()).then_some(found)
}

fn together<'a>(first: &Group, others: impl Iterator<Item = &'a Group>) -> Group {
    let mut all = first.clone();
    let weighted = |group: &Group| {
        let count = f64::from(group.count);
        WorldXy { x: group.at.x * count, y: group.at.y * count }
    };
    let mut sum = weighted(first);
    for other in others {
        let more = weighted(other);
        sum = WorldXy { x: sum.x + more.x, y: sum.y + more.y };
        all.count += other.count;
        for (kind, more) in all.kinds.iter_mut().zip(other.kinds) {
            *kind += more;
        }
    }
    if all.count > first.count {
        let count = f64::from(all.count);
        all.at = WorldXy { x: sum.x / count, y: sum.y / count };
    }
    all
}
