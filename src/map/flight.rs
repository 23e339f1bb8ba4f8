//! The way a camera flies: out, along and in again, so that what passes can be followed.
//!
//! The path is that of van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003): of all
//! ways through place and scale it is the one along which the picture moves least.

use super::view::{View, WorldXy};
use crate::state::Camera;

/// How readily the camera goes out to go far; the authors' readers liked the square root of 2.
const RHO: f64 = std::f64::consts::SQRT_2;

/// A flight between two cameras.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flight {
    from: Camera,
    to: Camera,
    /// Width of the map at the start, in widths of the world.
    width: f64,
    way: Way,
    /// How far the picture moves on the way, in widths of the map.
    length: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// Through scale alone.
    Zoom,
    /// Over the ground: its length in widths of the world, and the parameter at the start.
    Arc { ground: f64, start: f64 },
}

impl Flight {
    /// From where `view` looks to `to`.
    pub(super) fn new(view: &View, to: Camera) -> Self {
        let from = view.camera;
        let width_at = |camera: Camera| {
            f64::from(view.rect.width().max(1.0)) / View::new(view.rect, camera).scale()
        };
        let (w0, w1) = (width_at(from), width_at(to));
        let (a, b) = (WorldXy::from_geo(from.center), WorldXy::from_geo(to.center));
        let ground = (b.x - a.x).hypot(b.y - a.y);
        // Below a thousandth of the map there is no way worth an arc.
        let (way, length) = if ground < 1e-3 * w0.min(w1) {
            (Way::Zoom, (w1 / w0).ln().abs() / RHO)
        } else {
            let grown = w1 * w1 - w0 * w0;
            let reach = RHO.powi(4) * ground * ground;
            let parameter = |sign: f64, w: f64| {
                let b = (grown + sign * reach) / (2.0 * w * RHO * RHO * ground);
                -b.asinh()
            };
            let (start, end) = (parameter(1.0, w0), parameter(-1.0, w1));
            (Way::Arc { ground, start }, (end - start) / RHO)
        };
        Self { from, to, width: w0, way, length }
    }

    /// Where it ends.
    pub(super) const fn to(&self) -> Camera {
        self.to
    }

    /// How far the picture moves, in widths of the map.
    pub(super) const fn length(&self) -> f64 {
        self.length
    }

    /// The camera after a share of the way, 0 to 1; at the end exactly the one it was to go to.
    pub(super) fn at(&self, share: f64) -> Camera {
        let Self { from, to, width, way, length } = *self;
        if share >= 1.0 {
            return to;
        }
        let (gone, zoom) = match way {
            Way::Zoom => (share, from.zoom + (to.zoom - from.zoom) * share),
            Way::Arc { ground, start } => {
                let here = RHO * length * share + start;
                let u = width / (RHO * RHO * ground) * (start.cosh() * here.tanh() - start.sinh());
                (u, from.zoom + (here.cosh() / start.cosh()).log2())
            }
        };
        let (a, b) = (WorldXy::from_geo(from.center), WorldXy::from_geo(to.center));
        let center = WorldXy { x: a.x + (b.x - a.x) * gone, y: a.y + (b.y - a.y) * gone };
        Camera { center: center.to_geo(), zoom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use egui::{Rect, pos2, vec2};
    use proptest::prelude::*;

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        Camera { center: LonLat::saturating(lon, lat), zoom }
    }

    fn flight(from: Camera, to: Camera) -> Flight {
        Flight::new(&View::new(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)), from), to)
    }

    fn near(a: Camera, b: Camera) -> bool {
        let apart =
            (a.center.lon() - b.center.lon()).abs() + (a.center.lat() - b.center.lat()).abs();
        apart < 1e-6 && (a.zoom - b.zoom).abs() < 1e-6
    }

    #[test]
    fn far_apart_the_camera_goes_out_and_comes_in_again() {
        let (bamako, algiers) = (camera(-7.975, 12.609, 10.0), camera(3.06, 36.75, 10.0));
        let flight = flight(bamako, algiers);
        let lowest = (1..100).map(|i| flight.at(f64::from(i) / 100.0).zoom).fold(99.0, f64::min);
        assert!((3.0..6.0).contains(&lowest), "{lowest}");
        // As high on the way out as on the way in.
        assert!((flight.at(0.25).zoom - flight.at(0.75).zoom).abs() < 0.2);
    }

    #[test]
    fn a_place_in_sight_is_gone_to_straight() {
        let flight = flight(camera(1.0, 18.0, 7.0), camera(2.0, 18.5, 7.0));
        let highest_out = (1..100).map(|i| 7.0 - flight.at(f64::from(i) / 100.0).zoom);
        assert!(highest_out.fold(0.0, f64::max) < 0.2);
    }

    proptest! {
        #[test]
        fn a_flight_begins_and_ends_where_it_should_and_does_not_jump(
            from in (-12.0..16.0, 9.0..38.0, 4.0..14.0), to in (-12.0..16.0, 9.0..38.0, 4.0..14.0)
        ) {
            let (from, to) = (camera(from.0, from.1, from.2), camera(to.0, to.1, to.2));
            let flight = flight(from, to);
            prop_assert!(near(flight.at(0.0), from), "{:?}", flight.at(0.0));
            prop_assert!(near(flight.at(1.0 - 1e-12), to), "{:?} {to:?}", flight.at(1.0 - 1e-12));
            prop_assert_eq!(flight.at(1.0), to);
            // Every hundredth moves the picture by about a hundredth of the whole.
            for step in 0..100 {
                let (a, b) = (flight.at(f64::from(step) / 100.0), flight.at(f64::from(step + 1) / 100.0));
                let view = View::new(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)), a);
                let moved = f64::from(view.screen_from_geo(b.center).distance(view.rect.center())) / 800.0;
                prop_assert!(moved < 0.02 * flight.length() + 1e-6, "{moved} of {}", flight.length());
            }
        }
    }
}
