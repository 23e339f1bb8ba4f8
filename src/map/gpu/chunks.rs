//! Which runs of instances may be seen: instances that follow each other lie near each other, so
//! whole runs are drawn or skipped.

use super::relative;
use crate::map::view::View;
use std::ops::Range;

/// Instances in a run that is drawn or skipped as a whole.
const RUN: usize = 128;

/// A run and the rectangle it lies in, in world units from the map's origin.
#[derive(Clone, Debug)]
struct Chunk {
    min: [f32; 2],
    max: [f32; 2],
    instances: Range<u32>,
}

/// The runs of some instances.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunks(Vec<Chunk>);

impl Chunks {
    /// The runs of `instances`, the first of which is number `first` of its buffer; `corners`
    /// says which points an instance joins.
    pub(super) fn new<T, const N: usize>(
        instances: &[T],
        first: u32,
        corners: impl Fn(&T) -> [[f32; 2]; N],
    ) -> Self {
        let chunk = |(index, run): (usize, &[T])| {
            let start = first + (index * RUN) as u32;
            let (mut min, mut max) = ([f32::MAX; 2], [f32::MIN; 2]);
            for [x, y] in run.iter().flat_map(&corners) {
                min = [min[0].min(x), min[1].min(y)];
                max = [max[0].max(x), max[1].max(y)];
            }
            Chunk { min, max, instances: start..start + run.len() as u32 }
        };
        Self(instances.chunks(RUN).enumerate().map(chunk).collect())
    }

    /// The instances that may be seen through `view` if they reach `reach` points beyond their
    /// corners, neighbouring runs joined.
    pub(super) fn visible(&self, view: &View, reach: f32) -> Vec<Range<u32>> {
        let corner = |p| relative(view.world_from_screen(p));
        let seen = view.rect.expand(reach);
        let (min, max) = (corner(seen.min), corner(seen.max));
        let mut runs: Vec<Range<u32>> = Vec::new();
        for chunk in &self.0 {
            let apart = chunk.max[0] < min[0]
                || chunk.min[0] > max[0]
                || chunk.max[1] < min[1]
                || chunk.min[1] > max[1];
            if apart {
                continue;
            }
            match runs.last_mut() {
                Some(last) if last.end == chunk.instances.start => last.end = chunk.instances.end,
                _ => runs.push(chunk.instances.clone()),
            }
        }
        runs
    }
}
