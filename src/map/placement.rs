//! Which labels fit on the map, and where.

use super::standing::{LabelKey, Standing};
use egui::{Pos2, Rect, Vec2, vec2};
use std::ops::RangeInclusive;

/// Room kept between two labels, in points.
const GAP: f32 = 2.0;
/// Room that a label which did not stand before must find beyond that, in points.
const NEWCOMER: f32 = 3.0;
/// Share of its air that a label keeps which stood before.
const STAYS: f32 = 0.5;
/// Height of the bands in which what is taken is looked up.
const BAND: f32 = 32.0;

/// Where a label may stand about its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of the point.
    Right,
    /// To the left of it.
    Left,
    /// Above it.
    Above,
    /// Below it.
    Below,
}

impl Side {
    /// Order of preference where the language is read from left to right.
    pub const LTR: [Self; 4] = [Self::Right, Self::Left, Self::Above, Self::Below];
    /// Order of preference where it is read from right to left.
    pub const RTL: [Self; 4] = [Self::Left, Self::Right, Self::Above, Self::Below];

    /// The rectangle of a label of `size` on this side of `point`, `clearance` points away.
    #[must_use]
    pub fn rect(self, point: Pos2, size: Vec2, clearance: f32) -> Rect {
        let half = 0.5 * size;
        let middle = match self {
            Self::Right => point + vec2(clearance + half.x, 0.0),
            Self::Left => point - vec2(clearance + half.x, 0.0),
            Self::Above => point - vec2(0.0, clearance + half.y),
            Self::Below => point + vec2(0.0, clearance + half.y),
        };
        Rect::from_center_size(middle, size)
    }
}

/// The map's free room: what is taken already, and what lies within bounds.
#[derive(Clone, Debug)]
pub struct Room {
    bounds: Rect,
    /// What is taken, in each band of the bounds that it touches, from the top.
    bands: Vec<Vec<Rect>>,
    /// The same for what a label covers only where it has no other place: the borders.
    avoided: Vec<Vec<Rect>>,
    /// Which labels stood before, and which stand now.
    standing: Standing,
}

impl Room {
    /// Room within `bounds`.
    #[must_use]
    pub fn new(bounds: Rect) -> Self {
        let bands = vec![Vec::new(); (bounds.height().max(0.0) / BAND) as usize + 1];
        Self { bounds, avoided: bands.clone(), bands, standing: Standing::default() }
    }

    /// The same, where the labels that stood before keep their places if they can.
    #[must_use]
    pub(super) fn remembering(self, standing: Standing) -> Self {
        Self { standing, ..self }
    }

    /// Which labels stand now.
    pub(super) fn into_standing(self) -> Standing {
        self.standing
    }

    /// Takes `rect`, whether free or not.
    pub fn take(&mut self, rect: Rect) {
        let touched = self.touched(rect);
        for band in self.bands.get_mut(touched).into_iter().flatten() {
            band.push(rect);
        }
    }

    /// Keeps labels off `rect` as long as they have another place.
    pub(super) fn avoid(&mut self, rect: Rect) {
        let touched = self.touched(rect);
        for band in self.avoided.get_mut(touched).into_iter().flatten() {
            band.push(rect);
        }
    }

    /// Whether `rect` is within bounds and overlaps nothing.
    #[must_use]
    pub fn is_free(&self, rect: Rect) -> bool {
        self.bounds.contains_rect(rect) && !self.overlaps(rect.expand(GAP))
    }

    /// Takes the first of `options` that is free and says which it was.
    pub fn place(&mut self, options: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        self.place_apart(0.0, options)
    }

    /// The same, with `air` points more than usual between this label and all others.
    pub fn place_apart(
        &mut self,
        air: f32,
        options: impl IntoIterator<Item = Rect>,
    ) -> Option<Rect> {
        let apart = |rect: &Rect| self.is_free(*rect) && !self.overlaps(rect.expand(GAP + air));
        let (_, rect) = self.best(options.into_iter().filter(apart).enumerate())?;
        self.take(rect);
        Some(rect)
    }

    /// Takes room for the label called `key`, with `air` points more than usual between it and all
    /// others, at the first of `options` that `suits`, and says where and how much of it has faded
    /// in. While the map moves, what stood
    /// before stays as long as it touches nothing, and what did not needs more room than that: so
    /// no label flickers.
    pub(super) fn place_label(
        &mut self,
        key: LabelKey,
        air: f32,
        options: &(impl Iterator<Item = Rect> + Clone),
        suits: impl Fn(&Rect) -> bool,
    ) -> Option<(Rect, f32)> {
        let fits = |rect: &Rect, air: f32| {
            self.bounds.contains_rect(*rect) && !self.overlaps(rect.expand(air)) && suits(rect)
        };
        let stays = |option: usize| {
            let rect = options.clone().nth(option)?;
            fits(&rect, STAYS * air).then_some((option, rect))
        };
        let stood = self.standing.stood(key).and_then(stays);
        let placed = stood.or_else(|| {
            let air = GAP + air + if self.standing.is_known() { NEWCOMER } else { 0.0 };
            self.best(options.clone().enumerate().filter(|(_, rect)| fits(rect, air)))
        });
        let (option, rect) = placed?;
        self.take(rect);
        Some((rect, self.standing.stand(key, option)))
    }

    /// The first of `options` that covers nothing that is to be avoided, or the very first.
    fn best(&self, options: impl Iterator<Item = (usize, Rect)>) -> Option<(usize, Rect)> {
        let mut first = None;
        for option in options {
            if !self.any(&self.avoided, option.1) {
                return Some(option);
            }
            first = first.or(Some(option));
        }
        first
    }

    fn overlaps(&self, rect: Rect) -> bool {
        self.any(&self.bands, rect)
    }

    fn any(&self, bands: &[Vec<Rect>], rect: Rect) -> bool {
        let mut taken = bands.get(self.touched(rect)).into_iter().flatten().flatten();
        taken.any(|taken| taken.intersects(rect))
    }

    /// The bands that `rect` touches; the first or the last one where it is outside.
    fn touched(&self, rect: Rect) -> RangeInclusive<usize> {
        let band = |y: f32| (((y - self.bounds.top()) / BAND) as usize).min(self.bands.len() - 1);
        let first = band(rect.top());
        first..=band(rect.bottom()).max(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn room() -> Room {
        Room::new(Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0)))
    }

    fn around(point: Pos2) -> impl Iterator<Item = Rect> {
        Side::LTR.into_iter().map(move |s| s.rect(point, vec2(40.0, 12.0), 6.0))
    }

    #[test]
    fn the_first_comes_first_and_the_second_moves_aside() {
        let mut room = room();
        let point = pos2(100.0, 50.0);
        let first = room.place(around(point)).unwrap();
        assert!(first.left() > point.x);
        let second = room.place(around(point)).unwrap();
        assert!(second.right() < point.x && !second.intersects(first));
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let mut room = room();
        room.take(Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0)));
        assert_eq!(room.place(around(pos2(100.0, 50.0))), None);
    }

    #[test]
    fn a_label_keeps_off_a_border_unless_it_has_no_other_place() {
        let mut room = room();
        let point = pos2(100.0, 50.0);
        room.avoid(Rect::from_min_size(pos2(120.0, 0.0), vec2(2.0, 100.0)));
        let first = room.place(around(point)).unwrap();
        assert!(first.right() < point.x, "the other side is free");
        room.take(Rect::everything_left_of(100.0));
        let second = room.place([Side::Right.rect(point, vec2(40.0, 12.0), 6.0)]);
        assert!(second.is_some(), "better over the border than not at all");
    }

    #[test]
    fn a_label_does_not_leave_the_map() {
        let placed = room().place(around(pos2(190.0, 50.0))).unwrap();
        assert!(placed.right() <= 200.0);
    }

    #[test]
    fn what_is_taken_is_found_wherever_it_lies() {
        let bounds = Rect::from_min_size(pos2(40.0, 60.0), vec2(200.0, 100.0));
        for (left, top) in [(-20.0, -300.0), (50.0, 55.0), (100.0, 91.0), (100.0, 400.0)] {
            for (width, height) in [(4.0, 4.0), (30.0, 70.0), (300.0, 900.0)] {
                let mut room = Room::new(bounds);
                let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
                room.take(rect);
                assert!(room.overlaps(rect.shrink(1.0)), "{rect}");
                let spot = Rect::from_center_size(pos2(110.0, 100.0), Vec2::splat(20.0));
                assert_eq!(room.is_free(spot), !rect.intersects(spot.expand(GAP)), "{rect}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_two_labels_overlap(points in proptest::collection::vec((0.0_f32..200.0, 0.0_f32..100.0), 0..40)) {
            let mut room = room();
            let placed: Vec<Rect> =
                points.iter().filter_map(|(x, y)| room.place(around(pos2(*x, *y)))).collect();
            for (i, a) in placed.iter().enumerate() {
                for b in &placed[i + 1..] {
                    proptest::prop_assert!(!a.intersects(*b));
                }
            }
        }
    }
}
