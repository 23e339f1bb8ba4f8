//! Which labels stand on the map from one frame to the next.

use std::collections::HashMap;

/// How long a label takes to fade in, in seconds.
const FADE: f64 = 0.18;

/// Which label: what it names, and its number among those.
pub(super) type LabelKey = (Named, usize);

/// What a label names, of those that are remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Named {
    Country,
    Town,
    Region,
    Neighbour,
    Airport,
    Archive,
}

/// Where a label stands, of its options, and since when.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stand {
    option: usize,
    since: f64,
}

/// The labels of the frame before and of this one.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// Nothing in the first frame: then all are there at once.
    before: Option<HashMap<LabelKey, Stand>>,
    now: HashMap<LabelKey, Stand>,
    time: f64,
    /// Whether what comes fades in.
    fades: bool,
    is_fading: bool,
}

impl Standing {
    /// The next frame, at `time` in seconds.
    pub(super) fn next(self, time: f64, fades: bool) -> Self {
        Self { before: Some(self.now), now: HashMap::new(), time, fades, is_fading: false }
    }

    /// Whether there was a frame before.
    pub(super) fn is_known(&self) -> bool {
        self.before.as_ref().is_some_and(|before| !before.is_empty())
    }

    /// Whether a label is still fading in.
    pub(super) const fn is_fading(&self) -> bool {
        self.is_fading
    }

    /// Which of its options a label stood at.
    pub(super) fn stood(&self, key: LabelKey) -> Option<usize> {
        Some(self.before.as_ref()?.get(&key)?.option)
    }

    /// Notes that a label stands; says how much of it has faded in, 0 to 1.
    pub(super) fn stand(&mut self, key: LabelKey, option: usize) -> f32 {
        let since = match self.before.as_ref().map(|before| before.get(&key)) {
            Some(Some(stood)) => stood.since,
            Some(None) if self.fades && self.is_known() => self.time,
            _ => f64::NEG_INFINITY,
        };
        self.now.insert(key, Stand { option, since });
        let share = ((self.time - since) / FADE).clamp(0.0, 1.0) as f32;
        self.is_fading |= share < 1.0;
        share
    }
}

#[cfg(test)]
mod tests {
    use super::super::placement::Room;
    use super::*;
    use egui::{Pos2, Rect, vec2};

    const TOWN: LabelKey = (Named::Town, 7);

    fn room(standing: Standing) -> Room {
        let bounds = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0));
        Room::new(bounds).remembering(standing)
    }

    fn at(x: f32) -> Rect {
        Rect::from_min_size(Pos2::new(x, 40.0), vec2(40.0, 12.0))
    }

    fn place(room: &mut Room, xs: &[f32]) -> Option<(Rect, f32)> {
        room.place_label(TOWN, 0.0, &xs.iter().map(|x| at(*x)), |_| true)
    }

    #[test]
    fn a_label_stays_where_it_stood_though_a_better_place_is_free() {
        let mut first = room(Standing::default());
        first.take(at(100.0));
        assert_eq!(place(&mut first, &[100.0, 20.0]), Some((at(20.0), 1.0)));
        let mut second = room(first.into_standing().next(1.0, true));
        assert_eq!(place(&mut second, &[100.0, 20.0]), Some((at(20.0), 1.0)));
    }

    #[test]
    fn what_is_new_needs_more_room_than_what_stood() {
        let beside = |room: &mut Room| room.take(at(61.5));
        // It stood and stays, a point and a half away.
        let mut first = room(Standing::default());
        place(&mut first, &[20.0]);
        let mut second = room(first.into_standing().next(1.0, true));
        beside(&mut second);
        assert!(place(&mut second, &[20.0]).is_some());
        // Another was there, and this one does not fit so close.
        let mut first = room(Standing::default());
        first.place_label((Named::Town, 8), 0.0, &[at(140.0)].into_iter(), |_| true);
        let mut second = room(first.into_standing().next(1.0, true));
        beside(&mut second);
        assert_eq!(place(&mut second, &[20.0]), None);
    }

    #[test]
    fn what_is_new_fades_in_and_then_stays() {
        let other = |room: &mut Room| {
            room.place_label((Named::Town, 8), 0.0, &[at(140.0)].into_iter(), |_| true);
        };
        let mut first = room(Standing::default());
        other(&mut first);
        let mut second = room(first.into_standing().next(1.0, true));
        other(&mut second);
        assert_eq!(place(&mut second, &[20.0]), Some((at(20.0), 0.0)));
        let second = second.into_standing();
        assert!(second.is_fading());
        let mut third = room(second.next(1.0 + FADE / 2.0, true));
        let (_, share) = place(&mut third, &[20.0]).unwrap();
        assert!((share - 0.5).abs() < 0.01);
        let mut fourth = room(third.into_standing().next(2.0, true));
        assert_eq!(place(&mut fourth, &[20.0]), Some((at(20.0), 1.0)));
        assert!(!fourth.into_standing().is_fading());
    }
}
