//! Where the reader looked before: the map's views to go back and forward to.

use super::Camera;

/// More views than this are not remembered.
const MOST: usize = 100;

/// Views in the order in which they were looked at; the map is at one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Views {
    seen: Vec<Camera>,
    at: usize,
}

impl Views {
    /// The map has come to rest: what lay ahead is forgotten, as in a browser. The view it is at
    /// already is no new one.
    pub(super) fn rest(&mut self, camera: Camera) {
        if self.seen.get(self.at).is_some_and(|here| is_same(*here, camera)) {
            return;
        }
        self.seen.truncate(self.at + 1);
        self.seen.push(camera);
        let over = self.seen.len().saturating_sub(MOST);
        self.seen.drain(..over);
        self.at = self.seen.len() - 1;
    }

    /// The view `steps` further, back where negative, if there is one.
    pub(super) fn step(&mut self, steps: isize) -> Option<Camera> {
        let to = self.at.checked_add_signed(steps)?;
        let camera = self.seen.get(to).copied()?;
        self.at = to;
        Some(camera)
    }

    /// Whether there is a view `steps` further.
    #[must_use]
    pub fn has(&self, steps: isize) -> bool {
        self.at.checked_add_signed(steps).is_some_and(|to| to < self.seen.len())
    }
}

/// Whether two cameras show the same, to less than what can be seen.
fn is_same(a: Camera, b: Camera) -> bool {
    let point = 360.0 / 256.0 / a.zoom.exp2();
    (a.zoom - b.zoom).abs() < 0.005
        && (a.center.lon() - b.center.lon()).abs() < point
        && (a.center.lat() - b.center.lat()).abs() < point
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;

    fn camera(lon: f64) -> Camera {
        Camera { center: LonLat::new(lon, 18.0).unwrap(), zoom: 7.0 }
    }

    #[test]
    fn back_and_forward_go_through_what_was_seen() {
        let mut views = Views::default();
        assert_eq!((views.step(-1), views.step(1)), (None, None));
        for lon in [1.0, 2.0, 2.000_001, 3.0] {
            views.rest(camera(lon));
        }
        assert_eq!(views.step(1), None);
        assert_eq!(views.step(-1), Some(camera(2.0)), "a shift below a point is no new view");
        assert_eq!(views.step(-1), Some(camera(1.0)));
        assert_eq!(views.step(-1), None);
        assert!(views.has(1) && !views.has(-1));
        assert_eq!(views.step(1), Some(camera(2.0)));
        views.rest(camera(2.0));
        assert!(views.has(1), "coming to rest where it went forgets nothing");
        views.rest(camera(9.0));
        assert_eq!((views.step(1), views.step(-1)), (None, Some(camera(2.0))));
    }

    #[test]
    fn only_so_many_are_remembered() {
        let mut views = Views::default();
        for lon in 0..150 {
            views.rest(camera(f64::from(lon)));
        }
        assert_eq!(views.seen.len(), MOST);
        let mut oldest = camera(149.0);
        while let Some(before) = views.step(-1) {
            oldest = before;
        }
        assert_eq!(oldest, camera(50.0));
    }
}
