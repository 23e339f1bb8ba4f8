//! Lines at several levels of detail, of which each zoom has the one that looks the same as all.

use super::gpu::LineBatch;
use super::view::WorldXy;
use geo::{LineString, Simplify as _};

/// How far a simplified line may lie from the true one, in points on screen.
const TOLERANCE: f64 = 0.3;

/// Lines, simplified for each of some zooms, and as they are.
pub(super) struct LineLevels {
    /// Up to which zoom each simplified level is drawn, rising; above the last, lines are drawn as
    /// they are.
    zooms: &'static [f64],
    /// One more than there are zooms.
    batches: Vec<LineBatch>,
}

impl LineLevels {
    /// The levels of `lines`.
    pub(super) fn new(mut lines: Vec<Vec<WorldXy>>, zooms: &'static [f64]) -> Self {
        let full = LineBatch::new(lines.iter().map(Vec::as_slice));
        // Each level is simplified from the next finer one: their tolerances halve or better from
        // level to level, so what adds up stays below twice the tolerance.
        let mut batches = Vec::with_capacity(zooms.len() + 1);
        batches.push(full);
        for zoom in zooms.iter().rev() {
            let tolerance = TOLERANCE / (256.0 * zoom.exp2());
            lines = lines.iter().map(|line| simplify(line, tolerance)).collect();
            batches.push(LineBatch::new(lines.iter().map(Vec::as_slice)));
        }
        batches.reverse();
        Self { zooms, batches }
    }

    /// The lines as they are drawn at a zoom.
    pub(super) fn at(&self, zoom: f64) -> Option<&LineBatch> {
        let level = self.zooms.iter().position(|most| zoom <= *most).unwrap_or(self.zooms.len());
        self.batches.get(level)
    }
}

fn simplify(line: &[WorldXy], tolerance: f64) -> Vec<WorldXy> {
    let line: LineString<f64> = line.iter().map(|p| (p.x, p.y)).collect();
    line.simplify(tolerance).into_iter().map(|c| WorldXy { x: c.x, y: c.y }).collect()
}
