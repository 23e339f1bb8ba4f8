//! Which ground of the country lies nearer to the border than the distance.

use super::Isodistance;
use crate::geodata::{CountryBorder, LonLat};
use crate::measure::geodesic::distance_and_bearing;

/// Where a line ends on the country's ring.
#[derive(Clone, Copy, Debug)]
struct End {
    /// Which of the open lines.
    line: usize,
    /// Whether it is the last vertex of the line.
    is_last: bool,
    /// The edge of the ring, and how far along it, metres.
    edge: usize,
    along: f64,
}

/// The ring from one end to the next, in its own order.
struct Run {
    /// Numbers of the two ends.
    from: usize,
    to: usize,
    vertices: Vec<LonLat>,
}

impl Isodistance<'_> {
    /// The part of the country that is nearer to the border than the distance, as closed rings to
    /// be filled by the even-odd rule. `border` is the country's own, and `lines` are what
    /// [`Self::lines`] gave.
    ///
    /// Each piece goes along the country's ring where that is near, and back along the lines.
    /// Nothing for a country with a coast, where lines end on no border.
    #[must_use]
    pub fn strip(&self, border: &CountryBorder, lines: &[Vec<LonLat>]) -> Vec<Vec<LonLat>> {
        if !self.inside.is_closed() {
            return Vec::new();
        }
        let (closed, open): (Vec<_>, Vec<_>) =
            lines.iter().partition(|line| line.first() == line.last());
        let mut rings: Vec<Vec<LonLat>> = closed.into_iter().cloned().collect();
        let ends = self.ends(border, &open);
        if ends.is_empty() {
            let is_near = border.ring.first().is_some_and(|at| self.excess(*at) < 0.0);
            rings.extend(is_near.then(|| border.ring.clone()));
            return rings;
        }
        let mut runs = self.near_runs(border, &open, &ends);
        while let Some(first) = runs.pop() {
            rings.extend(piece(first, &mut runs, &open, &ends));
        }
        rings
    }

    /// The ends of the lines in the order of the ring.
    fn ends(&self, border: &CountryBorder, open: &[&Vec<LonLat>]) -> Vec<End> {
        let mut ends = Vec::new();
        for (line, vertices) in open.iter().enumerate() {
            for (is_last, at) in [(false, vertices.first()), (true, vertices.last())] {
                let Some(at) = at else { continue };
                let hit = self.inside.nearest(*at);
                let Some(start) = border.ring.get(hit.edge) else { continue };
                let along = distance_and_bearing(*start, hit.foot).distance.0;
                ends.push(End { line, is_last, edge: hit.edge, along });
            }
        }
        ends.sort_by(|a, b| a.edge.cmp(&b.edge).then(a.along.total_cmp(&b.along)));
        ends
    }

    /// The runs of the ring from end to end that are nearer to the border than the distance.
    fn near_runs(&self, border: &CountryBorder, open: &[&Vec<LonLat>], ends: &[End]) -> Vec<Run> {
        let edges = border.ring.len().saturating_sub(1).max(1);
        let mut runs = Vec::new();
        for (from, end) in ends.iter().enumerate() {
            let to = (from + 1) % ends.len();
            let Some(next) = ends.get(to) else { continue };
            // Round the start of the ring, where it closes.
            let turn = if to == 0 { edges } else { 0 };
            let vertices: Vec<LonLat> = (end.edge + 1..=next.edge + turn)
                .filter_map(|vertex| border.ring.get(vertex % edges).copied())
                .collect();
            let middle = vertices.get(vertices.len() / 2).copied();
            let between = || Some(midpoint(position(open, end)?, position(open, next)?));
            if middle.or_else(between).is_some_and(|at| self.excess(at) < 0.0) {
                runs.push(Run { from, to, vertices });
            }
        }
        runs
    }
}

/// One piece of the strip: a run, a line, the next run and so on, until it is back; nothing where
/// a line leads to no run.
fn piece(
    first: Run,
    runs: &mut Vec<Run>,
    open: &[&Vec<LonLat>],
    ends: &[End],
) -> Option<Vec<LonLat>> {
    let start = first.from;
    let mut at = first.to;
    let mut ring = first.vertices;
    loop {
        let end = ends.get(at)?;
        let line = open.get(end.line)?;
        if end.is_last {
            ring.extend(line.iter().rev());
        } else {
            ring.extend(line.iter());
        }
        let is_other = |other: &End| other.line == end.line && other.is_last != end.is_last;
        at = ends.iter().position(is_other)?;
        if at == start {
            ring.push(*ring.first()?);
            return Some(ring);
        }
        let next = runs.iter().position(|run| run.from == at || run.to == at)?;
        let run = runs.swap_remove(next);
        if run.from == at {
            ring.extend(run.vertices);
            at = run.to;
        } else {
            ring.extend(run.vertices.into_iter().rev());
            at = run.from;
        }
    }
}

fn position(open: &[&Vec<LonLat>], end: &End) -> Option<LonLat> {
    let line = open.get(end.line)?;
    if end.is_last { line.last().copied() } else { line.first().copied() }
}

fn midpoint(a: LonLat, b: LonLat) -> LonLat {
    LonLat::saturating(f64::midpoint(a.lon(), b.lon()), f64::midpoint(a.lat(), b.lat()))
}
