//! From the ground to the screen and back: Web Mercator seen by a camera through a rectangle.

use crate::geodata::LonLat;
use crate::state::{AppState, Camera, Destination, MAX_ZOOM, MIN_ZOOM, THEATRE, Theatre};
use egui::{Pos2, Rect, Vec2, vec2};
use std::f64::consts::PI;

/// Points across the world at zoom 0, as web maps have it.
const WORLD_POINTS: f64 = 256.0;
/// Web Mercator ends here, where the world becomes a square.
const MAX_LATITUDE: f64 = 85.051_128_779_806_59;

/// Room left round the theatre when the whole of it is shown.
const HOME_MARGIN: f32 = 24.0;
/// In a map that is narrower the credits stand above the scale bar.
const NARROW: f32 = 540.0;
/// Height of both, less the margin.
const FOOT: f32 = 64.0;

/// A point on the Web Mercator square: 0..1 eastward and 0..1 southward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldXy {
    /// 0 at 180° W, 1 at 180° E.
    pub x: f64,
    /// 0 at 85.05° N, 1 at 85.05° S.
    pub y: f64,
}

impl WorldXy {
    /// Projects a position; latitudes beyond 85.05° are put on the edge.
    #[must_use]
    pub fn from_geo(at: LonLat) -> Self {
        let lat = at.lat().clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians();
        Self { x: (at.lon() + 180.0) / 360.0, y: 0.5 - lat.tan().asinh() / (2.0 * PI) }
    }

    /// The position of this point; longitudes wrap.
    #[must_use]
    pub fn to_geo(self) -> LonLat {
        let lat = ((0.5 - self.y) * 2.0 * PI).sinh().atan().to_degrees();
        LonLat::saturating(self.x * 360.0 - 180.0, lat)
    }
}

/// The map's rectangle on screen and where its camera looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Where on the screen the map is, in points.
    pub rect: Rect,
    /// The part of it that nothing covers: where furniture and names may stand.
    pub free: Rect,
    /// Where it looks.
    pub camera: Camera,
    center: WorldXy,
    scale: f64,
}

impl View {
    /// The map in `rect` under `camera`.
    #[must_use]
    pub fn new(rect: Rect, camera: Camera) -> Self {
        Self {
            rect,
            free: rect,
            camera,
            center: WorldXy::from_geo(camera.center),
            scale: Self::points_across(camera.zoom),
        }
    }

    /// The same, of which only `free` is not covered.
    #[must_use]
    pub fn within(self, free: Rect) -> Self {
        Self { free: free.intersect(self.rect), ..self }
    }

    /// The camera that holds all of `area` in what is free, less `margin` points on each side.
    #[must_use]
    pub fn camera_holding(&self, area: Theatre, margin: f32) -> Camera {
        let in_free = Self::fitting(self.free, area, margin);
        let center = in_free.geo_from_screen(self.rect.center());
        Camera { center, ..in_free.camera }
    }

    /// The view that holds all of `area` within `rect`, less `margin` points on each side, as far as
    /// the map may be zoomed.
    #[must_use]
    pub fn fitting(rect: Rect, area: Theatre, margin: f32) -> Self {
        let Camera { center, zoom } = Self::holding(rect, area, margin).camera;
        Self::new(rect, Camera { center, zoom: zoom.clamp(MIN_ZOOM, MAX_ZOOM) })
    }

    /// The same, however far away that is.
    #[must_use]
    pub fn holding(rect: Rect, area: Theatre, margin: f32) -> Self {
        let north_west = WorldXy::from_geo(LonLat::saturating(area.west, area.north));
        let south_east = WorldXy::from_geo(LonLat::saturating(area.east, area.south));
        let room = (rect.size() - Vec2::splat(2.0 * margin)).max(Vec2::splat(64.0));
        let scale = (f64::from(room.x) / (south_east.x - north_west.x))
            .min(f64::from(room.y) / (south_east.y - north_west.y));
        let zoom = (scale / WORLD_POINTS).log2();
        let middle = WorldXy {
            x: f64::midpoint(north_west.x, south_east.x),
            y: f64::midpoint(north_west.y, south_east.y),
        };
        Self::new(rect, Camera { center: middle.to_geo(), zoom })
    }

    /// Width of the whole world in points at `zoom`.
    #[must_use]
    pub fn points_across(zoom: f64) -> f64 {
        WORLD_POINTS * zoom.exp2()
    }

    /// Width of the whole world in points.
    #[must_use]
    pub const fn scale(&self) -> f64 {
        self.scale
    }

    /// Where on the screen a position lies.
    #[must_use]
    pub fn screen_from_geo(&self, at: LonLat) -> Pos2 {
        self.screen_from_world(WorldXy::from_geo(at))
    }

    /// Where on the screen a point of the Mercator square lies.
    #[must_use]
    pub fn screen_from_world(&self, at: WorldXy) -> Pos2 {
        let offset = vec2(
            ((at.x - self.center.x) * self.scale) as f32,
            ((at.y - self.center.y) * self.scale) as f32,
        );
        self.rect.center() + offset
    }

    /// The point of the Mercator square under a point of the screen.
    #[must_use]
    pub fn world_from_screen(&self, at: Pos2) -> WorldXy {
        let offset = at - self.rect.center();
        WorldXy {
            x: self.center.x + f64::from(offset.x) / self.scale,
            y: self.center.y + f64::from(offset.y) / self.scale,
        }
    }

    /// The position under a point of the screen.
    #[must_use]
    pub fn geo_from_screen(&self, at: Pos2) -> LonLat {
        self.world_from_screen(at).to_geo()
    }

    /// The camera after the ground moved with the pointer by `delta` points.
    #[must_use]
    pub fn panned(&self, delta: Vec2) -> Camera {
        Camera { center: self.geo_from_screen(self.rect.center() - delta), ..self.camera }.bounded()
    }

    /// The camera after zooming by `steps` (1 doubles the scale) with the ground under `anchor`
    /// staying where it is.
    #[must_use]
    pub fn zoomed_about(&self, anchor: Pos2, steps: f64) -> Camera {
        let zoom = (self.camera.zoom + steps).clamp(MIN_ZOOM, MAX_ZOOM);
        let ground = self.world_from_screen(anchor);
        let scale = WORLD_POINTS * zoom.exp2();
        let offset = anchor - self.rect.center();
        let center = WorldXy {
            x: ground.x - f64::from(offset.x) / scale,
            y: ground.y - f64::from(offset.y) / scale,
        };
        Camera { center: center.to_geo(), zoom }.bounded()
    }

    /// How many metres of ground one point of the screen covers at this latitude, on the sphere
    /// of Web Mercator (its error against the ellipsoid is below 0.7 %).
    #[must_use]
    pub fn metres_per_point(&self, latitude: f64) -> f64 {
        const CIRCUMFERENCE: f64 = 2.0 * PI * 6_378_137.0;
        CIRCUMFERENCE * latitude.to_radians().cos() / self.scale
    }
}

/// The camera that shows the whole theatre in `rect`; in a narrow one above the scale bar and the
/// credits, which there lie over each other and would cover the pins of the south.
pub(super) fn home(rect: Rect) -> Camera {
    let foot = if rect.width() < NARROW { FOOT } else { 0.0 };
    let free = rect.with_max_y(rect.bottom() - foot);
    let view = View::new(rect, Camera { center: LonLat::saturating(0.0, 0.0), zoom: MIN_ZOOM });
    view.within(free).camera_holding(THEATRE, HOME_MARGIN)
}

/// How the session looks at the map through `rect`.
#[must_use]
pub fn current_view(rect: Rect, state: &AppState) -> View {
    View::new(rect, state.session.camera.unwrap_or_else(|| home(rect)))
}

/// The view of a part of the ground through `rect`.
#[must_use]
pub fn view_of(rect: Rect, state: &AppState, destination: Destination) -> View {
    let whole = View::new(rect, home(rect));
    if destination == Destination::theatre() && state.briefing.is_none() {
        return whole;
    }
    View::new(rect, camera_at(destination, &whole))
}

/// The camera that shows a part of the ground.
pub(super) fn camera_at(destination: Destination, view: &View) -> Camera {
    match destination {
        Destination::Spot { at, zoom } => Camera { center: at, zoom: zoom.max(view.camera.zoom) },
        Destination::View(camera) => camera,
        Destination::Extent { south_west, north_east } => {
            let area = Theatre {
                west: south_west.lon(),
                south: south_west.lat(),
                east: north_east.lon(),
                north: north_east.lat(),
            };
            view.camera_holding(area, HOME_MARGIN)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn view() -> View {
        let rect = Rect::from_min_size(pos2(400.0, 52.0), vec2(880.0, 720.0));
        let center = LonLat::saturating(2.96778, 19.94861);
        View::new(rect, Camera { center, zoom: 12.3 })
    }

    #[test]
    fn the_screen_and_the_ground_are_inverse() {
        let at = view().geo_from_screen(pos2(731.25, 99.5));
        assert!(view().screen_from_geo(at).distance(pos2(731.25, 99.5)) < 0.01);
    }

    #[test]
    fn zooming_keeps_the_ground_under_the_pointer() {
        let anchor = pos2(500.0, 700.0);
        let before = view().geo_from_screen(anchor);
        let zoomed = View::new(view().rect, view().zoomed_about(anchor, -0.7));
        assert!(zoomed.screen_from_geo(before).distance(anchor) < 0.05);
    }

    #[test]
    fn in_a_narrow_map_the_theatre_stands_above_what_lies_at_its_foot() {
        for (width, foot) in [(420.0, FOOT), (900.0, 0.0)] {
            let rect = Rect::from_min_size(pos2(400.0, 52.0), vec2(width, 700.0));
            let home = View::new(rect, home(rect));
            let south = home.screen_from_geo(LonLat::saturating(2.0, THEATRE.south));
            let north = home.screen_from_geo(LonLat::saturating(2.0, THEATRE.north));
            assert!(south.y < rect.bottom() - foot - 20.0, "{south}");
            let middle = 0.5 * (north.y + south.y);
            assert!((middle - (rect.center().y - 0.5 * foot)).abs() < 0.5, "{middle}");
        }
    }

    #[test]
    fn fitting_shows_all_four_countries() {
        let rect = view().rect;
        let home = View::fitting(rect, THEATRE, 16.0);
        for (lon, lat) in [(THEATRE.west, THEATRE.south), (THEATRE.east, THEATRE.north)] {
            assert!(rect.contains(home.screen_from_geo(LonLat::saturating(lon, lat))));
        }
    }
}
