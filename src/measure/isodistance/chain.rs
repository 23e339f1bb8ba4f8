//! How the crossings of single squares are joined into lines.

use super::lines::{Crossing, Side};
use std::collections::BTreeMap;

/// Joins crossings that meet in a side; a line that closes has its first side again at its end.
///
/// In a fixed order: the same crossings give the same lines.
pub(super) fn chains(crossings: &[Crossing]) -> Vec<Vec<Side>> {
    let mut meeting: BTreeMap<Side, Vec<usize>> = BTreeMap::new();
    for (index, crossing) in crossings.iter().enumerate() {
        for side in crossing {
            meeting.entry(*side).or_default().push(index);
        }
    }
    let mut used = vec![false; crossings.len()];
    let mut lines = Vec::new();
    // From the ends first: what is left then is closed.
    let ends = meeting.iter().filter(|(_, at)| at.len() == 1).map(|(side, _)| *side);
    for start in ends.chain(meeting.keys().copied()) {
        let line = follow(start, crossings, &meeting, &mut used);
        if line.len() > 1 {
            lines.push(line);
        }
    }
    lines
}

/// The line from a side on, over crossings that were not used.
fn follow(
    start: Side,
    crossings: &[Crossing],
    meeting: &BTreeMap<Side, Vec<usize>>,
    used: &mut [bool],
) -> Vec<Side> {
    let mut line = vec![start];
    let mut at = start;
    loop {
        let here = meeting.get(&at).into_iter().flatten().copied();
        let Some(next) = here.into_iter().find(|index| used.get(*index) == Some(&false)) else {
            return line;
        };
        if let Some(used) = used.get_mut(next) {
            *used = true;
        }
        let Some([a, b]) = crossings.get(next).copied() else { return line };
        at = if a == at { b } else { a };
        line.push(at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(column: u32) -> Side {
        Side { corner: [column, 0], north: false }
    }

    #[test]
    fn crossings_in_any_order_become_an_open_line_and_a_loop() {
        let open = [[side(2), side(1)], [side(2), side(3)], [side(0), side(1)]];
        let closed = [[side(10), side(11)], [side(12), side(10)], [side(11), side(12)]];
        let all: Vec<Crossing> = open.into_iter().chain(closed).collect();
        let lines = chains(&all);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], [0, 1, 2, 3].map(side));
        assert_eq!(lines[1], [10, 11, 12, 10].map(side));
    }
}
