//! The four borders of many positions, each measured from the last answer on.

use super::{BorderIndexes, Hint, NearestBorder};
use crate::geodata::LonLat;

/// Height of the strips that the positions are taken in, degrees of latitude.
const STRIP: f64 = 0.25;

impl BorderIndexes {
    /// [`BorderIndexes::all`] of each position, in their order, on this thread. In whatever order
    /// they come, they are measured to and fro in strips from south to north: so each is near the
    /// one before, and [`Hint`] and the processor's cache help, together by a fifth.
    ///
    /// ```
    /// use sahel_map::geodata::{Borders, LonLat};
    /// use sahel_map::measure::border::BorderIndexes;
    /// let indexes = BorderIndexes::build(&Borders::embedded()?)?;
    /// let kidal_and_bamako = [LonLat::new(1.40921, 18.44345)?, LonLat::new(-7.97522, 12.60915)?];
    /// assert_eq!(indexes.many(&kidal_and_bamako), kidal_and_bamako.map(|at| indexes.all(at)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn many(&self, positions: &[LonLat]) -> Vec<[NearestBorder; 4]> {
        let mut order: Vec<(usize, LonLat)> = positions.iter().copied().enumerate().collect();
        order.sort_by(|&(_, a), &(_, b)| {
            let ((strip_a, along_a), (strip_b, along_b)) = (to_and_fro(a), to_and_fro(b));
            strip_a.total_cmp(&strip_b).then(along_a.total_cmp(&along_b))
        });
        let mut hint = Hint::default();
        let mut answers = vec![None; positions.len()];
        for (place, at) in order {
            if let Some(answer) = answers.get_mut(place) {
                *answer = Some(self.all_with_hint(at, &mut hint));
            }
        }
        answers.into_iter().flatten().collect()
    }
}

/// The strip that a position is in, and how far along: eastwards in one, westwards in the next.
fn to_and_fro(at: LonLat) -> (f64, f64) {
    let strip = (at.lat() / STRIP).floor();
    (strip, if strip % 2.0 == 0.0 { at.lon() } else { -at.lon() })
}
