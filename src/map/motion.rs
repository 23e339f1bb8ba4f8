//! How the camera moves: dragging, wheel, keys, flights that any input interrupts, and an
//! inertia that stops soon.

use super::flight::Flight;
use super::view::View;
use crate::state::{Camera, Theatre};
use crate::text::edit::is_editing;
use egui::{Event, Key, MouseWheelUnit, PointerButton, Pos2, Rect, Response, Ui, Vec2, vec2};

/// Points of wheel travel that double the scale.
const WHEEL_POINTS_PER_ZOOM: f32 = 120.0;
/// Zoom steps of a key, a button or a double click.
const KEY_ZOOM: f64 = 1.0;
/// Share of the map's smaller side that an arrow key moves.
const KEY_PAN: f32 = 0.2;
/// The longest flight, in seconds.
const LONGEST_FLIGHT: f64 = 1.2;
/// Smaller than this, in points, a box is a slip of the hand.
const LEAST_BOX: f32 = 12.0;
/// How long the map glides on after a fling, in seconds.
const INERTIA_SECONDS: f64 = 0.35;
/// Speed below which letting go is not a fling, in points a second.
const FLING_SPEED: f32 = 120.0;

/// A movement on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Movement {
    /// From one camera to another.
    Flight { flight: Flight, began: f64, seconds: f64 },
    /// Zooming about a point of the screen.
    Zoom { from: Camera, anchor: Pos2, steps: f64, began: f64, seconds: f64 },
    /// Gliding on after a fling; the velocity in points a second at the start.
    Glide { from: Camera, velocity: Vec2, began: f64 },
}

/// The movement of the map's camera between frames.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Motion {
    movement: Option<Movement>,
    /// Where the box began that is being drawn.
    box_from: Option<Pos2>,
    /// Whether the last scroll came from a wheel with notches rather than a touchpad.
    notched_wheel: bool,
    /// Whether every movement is a cut.
    pub(super) reduced: bool,
}

impl Motion {
    /// A map that stands still.
    #[must_use]
    pub(super) const fn still() -> Self {
        Self { movement: None, box_from: None, notched_wheel: true, reduced: false }
    }

    /// Starts a flight at time `now` (seconds); its length follows the distance on screen.
    pub(super) fn fly(&mut self, view: &View, to: Camera, now: f64) {
        let to = to.bounded();
        let flight = Flight::new(view, to);
        let seconds = self.lasting((0.35 + 0.2 * flight.length()).clamp(0.4, LONGEST_FLIGHT));
        self.movement = Some(Movement::Flight { flight, began: now, seconds });
    }

    /// Starts zooming by `steps` about a point of the screen.
    pub(super) fn zoom(&mut self, view: &View, anchor: Pos2, steps: f64, now: f64) {
        let (from, seconds) = (view.camera, self.lasting(0.25));
        self.movement = Some(Movement::Zoom { from, anchor, steps, began: now, seconds });
    }

    /// How long a movement of `seconds` takes for this reader.
    const fn lasting(&self, seconds: f64) -> f64 {
        if self.reduced { 0.0 } else { seconds }
    }

    /// Where a flight or a zoom on its way will end.
    fn target(&self) -> Option<Camera> {
        match self.movement? {
            Movement::Flight { flight, .. } => Some(flight.to()),
            Movement::Zoom { from, steps, .. } => {
                Some(Camera { zoom: from.zoom + steps, ..from }.bounded())
            }
            Movement::Glide { .. } => None,
        }
    }

    /// Stops where the map is.
    pub(super) fn stop(&mut self) {
        self.movement = None;
    }

    /// Whether the camera moves by itself.
    #[must_use]
    pub(super) const fn is_moving(&self) -> bool {
        self.movement.is_some()
    }

    /// Where the camera is at time `now`, if it moves by itself.
    pub(super) fn advance(&mut self, view: &View, now: f64) -> Option<Camera> {
        let movement = self.movement?;
        let (camera, share) = match movement {
            Movement::Flight { flight, began, seconds } => {
                let share = progress(began, seconds, now);
                (flight.at(ease_in_out(share)), share)
            }
            Movement::Zoom { from, anchor, steps, began, seconds } => {
                let share = progress(began, seconds, now);
                let start = View::new(view.rect, from);
                (start.zoomed_about(anchor, steps * ease_out(share)), share)
            }
            Movement::Glide { from, velocity, began } => {
                let share = progress(began, INERTIA_SECONDS, now);
                let way = velocity * (INERTIA_SECONDS / 3.0 * ease_out(share)) as f32;
                (View::new(view.rect, from).panned(way), share)
            }
        };
        if share >= 1.0 {
            self.movement = None;
        }
        Some(camera)
    }

    /// What the reader's hands did to the camera in this frame, if anything.
    /// Double clicks zoom where they `double_clicks_zoom`; else they are the instrument's.
    pub(super) fn hands(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View,
        double_clicks_zoom: bool,
    ) -> Option<Camera> {
        let now = ui.input(|i| i.time);
        if response.drag_started_by(PointerButton::Primary) && ui.input(|i| i.modifiers.shift) {
            self.box_from = ui.input(|i| i.pointer.press_origin());
        }
        if let Some(drawn) = self.drawn_box(ui) {
            if response.drag_stopped() {
                self.box_from = None;
                if drawn.size().min_elem() >= LEAST_BOX {
                    self.fly(view, fitting(view, drawn), now);
                }
            }
            return None;
        }
        if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle)
        {
            self.stop();
            let delta = response.drag_delta();
            return (delta != Vec2::ZERO).then(|| view.panned(delta));
        }
        if response.is_pointer_button_down_on() {
            self.stop();
        }
        if response.drag_stopped() {
            let velocity = ui.input(|i| i.pointer.velocity());
            if velocity.length() > FLING_SPEED && !self.reduced {
                let from = view.camera;
                self.movement = Some(Movement::Glide { from, velocity, began: now });
            }
        }
        if response.double_clicked() && double_clicks_zoom {
            let anchor = response.interact_pointer_pos().unwrap_or(view.rect.center());
            let out = ui.input(|i| i.modifiers.shift);
            self.zoom(view, anchor, if out { -KEY_ZOOM } else { KEY_ZOOM }, now);
        }
        self.wheel(ui, response, view).or_else(|| {
            self.keys(ui, response, view, now);
            None
        })
    }

    /// The box on the screen that is being drawn, which the map will show.
    pub(super) fn drawn_box(&self, ui: &Ui) -> Option<Rect> {
        let to = ui.input(|i| i.pointer.interact_pos())?;
        Some(Rect::from_two_pos(self.box_from?, to))
    }

    fn wheel(&mut self, ui: &Ui, response: &Response, view: &View) -> Option<Camera> {
        let anchor = response.hover_pos()?;
        ui.input(|i| {
            for event in &i.events {
                if let Event::MouseWheel { unit, .. } = event {
                    self.notched_wheel = *unit != MouseWheelUnit::Point;
                }
            }
        });
        let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta, i.zoom_delta()));
        if (pinch - 1.0).abs() > f32::EPSILON {
            self.stop();
            return Some(view.zoomed_about(anchor, f64::from(pinch).log2()));
        }
        if scroll == Vec2::ZERO {
            return None;
        }
        self.stop();
        if self.notched_wheel {
            let steps = (scroll.y + scroll.x) / WHEEL_POINTS_PER_ZOOM;
            Some(view.zoomed_about(anchor, f64::from(steps)))
        } else {
            Some(view.panned(scroll))
        }
    }

    fn keys(&mut self, ui: &Ui, response: &Response, view: &View, now: f64) {
        // A text field has the keys, or a dialog that lies over the map.
        let is_covered = !ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()));
        if is_covered || is_editing(ui.ctx()) {
            return;
        }
        let pressed = |key: Key| ui.input(|i| i.key_pressed(key) && !i.modifiers.any());
        let zoom_in = ui.input(|i| i.key_pressed(Key::Plus) || i.key_pressed(Key::Equals));
        let middle = view.rect.center();
        if zoom_in && !ui.input(|i| i.modifiers.command) {
            self.zoom(view, middle, KEY_ZOOM, now);
        }
        if pressed(Key::Minus) {
            self.zoom(view, middle, -KEY_ZOOM, now);
        }
        // Where something has the keyboard's focus, arrows go from one thing to the next.
        if ui.memory(egui::Memory::focused).is_some_and(|id| id != response.id) {
            return;
        }
        let reach = view.rect.size().min_elem() * KEY_PAN;
        for (key, way) in [
            (Key::ArrowLeft, vec2(reach, 0.0)),
            (Key::ArrowRight, vec2(-reach, 0.0)),
            (Key::ArrowUp, vec2(0.0, reach)),
            (Key::ArrowDown, vec2(0.0, -reach)),
        ] {
            if pressed(key) {
                // Quick presses add up.
                let from = self.target().map_or(*view, |target| View::new(view.rect, target));
                self.fly(view, from.panned(way), now);
            }
        }
    }
}

/// The camera that shows what lies in a rectangle of the screen.
fn fitting(view: &View, rect: Rect) -> Camera {
    let (from, to) =
        (view.geo_from_screen(rect.left_bottom()), view.geo_from_screen(rect.right_top()));
    let area = Theatre { west: from.lon(), south: from.lat(), east: to.lon(), north: to.lat() };
    View::fitting(view.rect, area, 0.0).camera
}

fn progress(began: f64, seconds: f64, now: f64) -> f64 {
    if seconds > 0.0 { ((now - began) / seconds).clamp(0.0, 1.0) } else { 1.0 }
}

/// Soon under way, and gently to the end.
fn ease_in_out(share: f64) -> f64 {
    let early = share.powf(0.8);
    early * early * (3.0 - 2.0 * early)
}

fn ease_out(share: f64) -> f64 {
    1.0 - (1.0 - share).powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::LonLat;
    use egui::{Rect, pos2};

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        Camera { center: LonLat::saturating(lon, lat), zoom }
    }

    fn view(camera: Camera) -> View {
        View::new(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0)), camera)
    }

    #[test]
    fn a_flight_ends_exactly_where_it_was_to_go() {
        let (from, to) = (camera(2.0, 15.0, 5.0), camera(3.0, 20.0, 10.0));
        let mut motion = Motion::still();
        motion.fly(&view(from), to, 10.0);
        let middle = motion.advance(&view(from), 10.3).unwrap();
        assert!(middle.zoom > 5.0 && middle.zoom < 10.0 && motion.is_moving());
        assert_eq!(motion.advance(&view(middle), 12.0), Some(to));
        assert!(!motion.is_moving());
    }

    #[test]
    fn a_flight_out_of_the_theatre_stays_inside() {
        let mut motion = Motion::still();
        motion.fly(&view(camera(2.0, 15.0, 5.0)), camera(120.0, 80.0, 30.0), 0.0);
        let end = motion.advance(&view(camera(2.0, 15.0, 5.0)), 9.0).unwrap();
        assert_eq!(end, end.bounded());
    }

    #[test]
    fn with_reduced_motion_a_flight_is_a_cut() {
        let (from, to) = (camera(2.0, 15.0, 5.0), camera(3.0, 20.0, 10.0));
        let mut motion = Motion { reduced: true, ..Motion::still() };
        motion.fly(&view(from), to, 10.0);
        assert_eq!(motion.advance(&view(from), 10.0), Some(to));
        assert!(!motion.is_moving());
    }

    #[test]
    fn gliding_stops_soon() {
        let from = camera(2.0, 15.0, 6.0);
        let glide = Movement::Glide { from, velocity: vec2(3000.0, 0.0), began: 0.0 };
        let mut motion = Motion { movement: Some(glide), ..Motion::still() };
        motion.advance(&view(from), INERTIA_SECONDS + 0.01);
        assert!(!motion.is_moving());
    }
}
