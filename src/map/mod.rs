//! The map: camera, tiles, layers, labels, pins, gestures and what stands at its edges.

mod airport_layer;
mod along;
pub mod archive;
mod archive_names;
mod archive_style;
mod area_layer;
mod base_layer;
pub mod callout_layer;
mod claim_layer;
pub mod controls;
mod country_names;
mod feature_layer;
mod fetch;
mod flight;
pub mod furniture;
mod geometry;
pub mod gpu;
mod graticule_layer;
mod ground_layer;
mod hover_card;
pub mod icons;
mod instrument;
mod instrument_layer;
pub mod kit;
pub mod labels;
mod line_levels;
mod loupe;
mod measure_layer;
mod motion;
mod name_lines;
mod off_map;
mod overview;
mod paint;
mod pill;
mod pin_layer;
mod pin_layout;
pub mod pins;
pub mod placement;
mod pointer_layer;
pub mod points;
mod river_layer;
mod standing;
pub mod theme;
mod tile_store;
mod tile_style;
mod tiles;
pub mod view;

pub use archive::{inspect as inspect_archive, inspect_tile};
pub use fetch::{FetchTiles, Fetched};
pub use geometry::MapGeometry;
pub use graticule_layer::degrees_along;
pub use paint::{Attention, MapPainter, Painted, TilesMark};
pub use pin_layer::kind_key;
pub use pin_layout::PlacedPin;
pub use pointer_layer::Pointer;
pub use tiles::{Decoding, TilesError};

use crate::dossier::{CalloutAt, PlaceId};
use crate::i18n::key;
use crate::measure::Hint;
use crate::state::{
    Action, AppState, Camera, Destination, MapMenu, MeasureAction, Measured, SceneAction, THEATRE,
    measuring, scenes,
};
use egui::{Modifiers, Pos2, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo};
use furniture::{Kit, MapButton};
use motion::Motion;
use std::time::Duration;
use theme::Theme;
use view::{View, camera_at, home};
pub use view::{current_view, view_of};

/// Room that a place keeps to the map's edges when it is brought into view.
const COMFORT: f32 = 120.0;
/// Radius on screen, in points, at which a vague place's ring is shown.
const RING_SHOWN: f32 = 90.0;
/// Zoom of one press of a button.
const BUTTON_ZOOM: f64 = 1.0;
/// How long a pulse takes to spread, in seconds.
const PULSE_SECONDS: f64 = 0.7;
/// How long the distance under the pointer is said after it came to rest, in seconds.
const POINTER_SECONDS: f64 = 2.0;
/// How long the map is still before that is a view to come back to, in seconds.
const REST_SECONDS: f64 = 0.6;
/// How many pulses a pin gives when its name is pointed at.
const PULSES: f64 = 3.0;

/// The map as a widget: what it keeps between frames.
pub struct MapWidget {
    painter: MapPainter,
    motion: Motion,
    hovered: Option<(PlaceId, f64)>,
    /// The place that is pointed at in the article, and since when.
    pointed: Option<(PlaceId, f64)>,
    to_show: Option<ToShow>,
    /// Whether that is for the next frame.
    holds: bool,
    /// Whether the pointer was on the map in the last frame, with nothing between.
    is_under_pointer: bool,
    /// What was measured under the pointer last.
    measured: Option<Measured>,
    hint: Hint,
    /// Where the map was in the last frame, since when, and whether that was said.
    resting: Option<(Camera, f64, bool)>,
}

/// What the map is to fly to as soon as its size is known.
enum ToShow {
    Place(PlaceId),
    Theatre,
    Ground(Destination),
}

/// What the window wants to know of the map after a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct MapOutput {
    /// How the map was seen.
    pub view: View,
    /// From the position under the pointer, if the pointer is on the map.
    pub pointer: Option<Measured>,
}

impl MapWidget {
    /// A map that paints with `painter`.
    #[must_use]
    pub fn new(painter: MapPainter) -> Self {
        Self {
            painter: painter.with_buttons(),
            motion: Motion::still(),
            hovered: None,
            pointed: None,
            to_show: None,
            holds: false,
            is_under_pointer: false,
            measured: None,
            hint: Hint::default(),
            resting: None,
        }
    }

    /// Opens the base map anew, in the colours of `theme`.
    ///
    /// # Errors
    /// When the archive is damaged.
    pub fn open_tiles(&mut self, state: &AppState, theme: &Theme) -> Result<(), TilesError> {
        self.painter.open_tiles(state, theme)
    }

    /// Shows the map in all the room there is.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        state: &AppState,
        kit: Kit<'_>,
        actions: &mut Vec<Action>,
    ) -> MapOutput {
        let rect = ui.available_rect_before_wrap();
        let now = ui.input(|i| i.time);
        let view = self.moved(ui, state, current_view(rect, state), actions);
        let pulse = self.pulse(ui, state, now);
        let at = self.measure_under_pointer(ui, state, &view);
        let hovered = self.hovered.as_ref().map(|(id, _)| id).or(state.pointed.as_ref());
        let attention = hovered.map(|place| Attention { place, pulse });
        let is_said = self.hovered.is_none() && says_what_it_measures(ui, state);
        let pointer = at.zip(self.measured.as_ref()).filter(|_| is_said);
        let pointer = pointer.map(|(at, measured)| Pointer { at, measured });
        let painted = self.painter.paint(ui, &view, state, kit, attention, pointer);
        self.is_under_pointer = painted.response.hovered();
        let name = kit.words.text(key::MAP_NAME);
        painted.response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name.as_ref()));
        controls::focus_ring(ui, &painted.response, rect, 0.0, kit);
        let is_measuring = measuring::is_on(&state.session);
        if let Some(camera) = self.motion.hands(ui, &painted.response, &view, !is_measuring) {
            actions.push(Action::MoveCamera(camera));
        }
        if self.motion.is_moving() {
            ui.ctx().request_repaint();
        }
        if let Some(drawn) = self.motion.drawn_box(ui) {
            let accent = kit.theme.ui.accent;
            let painter = ui.painter().with_clip_rect(rect);
            let stroke = Stroke::new(1.5, accent);
            painter.rect(drawn, 2.0, accent.gamma_multiply(0.12), stroke, StrokeKind::Inside);
        }
        self.rest(ui, &view, now, actions);
        country_names::hands(ui, state, kit, &painted, actions);
        self.pins(ui, state, kit, &painted, now, actions);
        if painted.response.secondary_clicked()
            && let Some(at) = painted.response.interact_pointer_pos()
        {
            let menu = MapMenu { on_screen: at.into(), at: view.geo_from_screen(at), place: None };
            actions.push(Action::OpenMenu(Some(menu)));
        }
        instrument::hands(ui, state, kit, &painted, actions);
        callout_layer::hands(ui, state, &painted, actions);
        let moved = painted.overview.and_then(|small| overview::hands(ui, &view, kit, small));
        if let Some(camera) = moved {
            self.motion.stop();
            actions.push(Action::MoveCamera(camera));
        }
        match furniture::buttons(ui, &view, kit) {
            Some(MapButton::ZoomIn) => self.motion.zoom(&view, rect.center(), BUTTON_ZOOM, now),
            Some(MapButton::ZoomOut) => self.motion.zoom(&view, rect.center(), -BUTTON_ZOOM, now),
            Some(MapButton::Home) => actions.push(Action::Home),
            None => {}
        }
        if is_measuring
            && self.measured.is_some()
            && state.under_pointer.as_deref() != self.measured.as_ref()
        {
            actions.push(Action::Hover(self.measured.clone().map(Box::new)));
        }
        MapOutput { view, pointer: self.measured.clone() }
    }

    /// Shows the map of a briefing, of which `free` is not covered: moved by flights and by hands,
    /// unless they draw on it; nothing on it is pressed.
    pub fn present(
        &mut self,
        ui: &mut Ui,
        state: &AppState,
        kit: Kit<'_>,
        free: Rect,
        actions: &mut Vec<Action>,
    ) -> (View, Response) {
        let rect = ui.available_rect_before_wrap();
        let view = current_view(rect, state).within(free);
        let view = self.moved(ui, state, view, actions);
        let painted = self.painter.paint(ui, &view, state, kit, None, None);
        let name = kit.words.text(key::MAP_NAME);
        painted.response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, name.as_ref()));
        let draws = state.briefing.as_ref().is_some_and(|briefing| briefing.pen.is_some());
        if !draws && let Some(camera) = self.motion.hands(ui, &painted.response, &view, false) {
            actions.push(Action::MoveCamera(camera));
        }
        if self.motion.is_moving() {
            ui.ctx().request_repaint();
        }
        (view, painted.response)
    }

    /// The view as the movement on its way has it now, and the beginning of another one that was
    /// asked for.
    fn moved(&mut self, ui: &Ui, state: &AppState, view: View, actions: &mut Vec<Action>) -> View {
        let now = ui.input(|i| i.time);
        self.motion.reduced = state.session.reduced_motion;
        let mut view = view;
        if let Some(camera) = self.motion.advance(&view, now) {
            view = View::new(view.rect, camera).within(view.free);
            actions.push(Action::MoveCamera(camera));
            ui.ctx().request_repaint();
        }
        self.show(state, &view, now);
        view
    }

    /// Says where the map has come to rest: a view to come back to.
    fn rest(&mut self, ui: &Ui, view: &View, now: f64, actions: &mut Vec<Action>) {
        let (since, said) = match self.resting {
            Some((camera, since, said)) if camera == view.camera => (since, said),
            _ => (now, false),
        };
        let left = REST_SECONDS - (now - since);
        let is_held = self.motion.is_moving() || ui.input(|i| i.pointer.any_down());
        let is_said = said || left <= 0.0 && !is_held;
        if is_said && !said {
            actions.push(Action::Rest(view.camera));
        } else if !said && !is_held {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left.max(0.0)));
        }
        self.resting = Some((view.camera, since, is_said));
    }

    /// Measures from the position under the pointer, if it is on the map, and says where that is on
    /// the screen.
    fn measure_under_pointer(&mut self, ui: &Ui, state: &AppState, view: &View) -> Option<Pos2> {
        let at = ui.input(|i| i.pointer.hover_pos()).filter(|at| view.rect.contains(*at));
        let at = at.filter(|_| self.is_under_pointer);
        let from = at.map(|at| view.geo_from_screen(at));
        if from != self.measured.as_ref().map(|measured| measured.from) {
            let borders = &state.world.borders;
            let measure = |from| Measured::following(borders, from, &mut self.hint);
            self.measured = from.map(measure);
        }
        at
    }

    /// How far the pulse round the place has spread that the reader has come to in the article: a
    /// pin answers with a few pulses and then rests.
    fn pulse(&mut self, ui: &Ui, state: &AppState, now: f64) -> Option<f32> {
        if self.pointed.as_ref().map(|(id, _)| id) != state.pointed.as_ref() {
            self.pointed = state.pointed.clone().map(|id| (id, now));
        }
        let (_, since) = self.pointed.as_ref()?;
        let pulses = (now - since) / PULSE_SECONDS;
        if state.session.reduced_motion || pulses >= PULSES {
            return None;
        }
        ui.ctx().request_repaint();
        Some(pulses.fract() as f32)
    }

    /// The pins as buttons: for the pointer, the keyboard and the accessibility tree.
    fn pins(
        &mut self,
        ui: &mut Ui,
        state: &AppState,
        kit: Kit<'_>,
        painted: &Painted,
        now: f64,
        actions: &mut Vec<Action>,
    ) {
        let mut over = None;
        for place in crate::state::selectors::places_in_order(&state.world) {
            let Some(target) = painted.target_of(&place.id) else { continue };
            let id = ui.scope_id().with(("pin", place.id.as_str()));
            let response = ui.interact(target, id, egui::Sense::click());
            let name = pin_layer::pin_name(place, kit);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            if response.clicked() {
                // The instrument measures from the very place that is clicked.
                let at = place.pin_position().filter(|_| measuring::is_on(&state.session));
                actions.push(match at {
                    _ if scenes::is_pointing(state) => {
                        let at = CalloutAt::Place(place.id.clone());
                        Action::Scene(SceneAction::AddCallout(at))
                    }
                    Some(at) => Action::Measure(MeasureAction::Click(at)),
                    None => Action::Select(place.id.clone()),
                });
            }
            let asks = response.has_focus()
                && ui.input_mut(|i| i.consume_key(Modifiers::SHIFT, egui::Key::F10));
            if response.secondary_clicked() || asks {
                let on_screen = response.interact_pointer_pos().unwrap_or(target.center());
                let at = place.pin_position().unwrap_or(painted.view.geo_from_screen(on_screen));
                let menu =
                    MapMenu { on_screen: on_screen.into(), at, place: Some(place.id.clone()) };
                actions.push(Action::OpenMenu(Some(menu)));
            }
            // The pointer says more than the focus.
            if response.hovered() || (over.is_none() && response.has_focus()) {
                over = Some((place, target));
            }
        }
        let Some((place, target)) = over else {
            self.hovered = None;
            return;
        };
        let since = match &self.hovered {
            Some((id, since)) if *id == place.id => *since,
            _ => now,
        };
        if self.hovered.as_ref().is_none_or(|(id, _)| *id != place.id) {
            ui.ctx().request_repaint();
        }
        self.hovered = Some((place.id.clone(), since));
        let wait = hover_card::DELAY - (now - since);
        if wait <= 0.0 {
            hover_card::show(ui, state, kit, place, target, painted.view.rect);
        } else {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait));
        }
    }

    /// Brings a place into view in the next frame, when the map's size is known.
    pub fn show_place(&mut self, id: PlaceId) {
        self.to_show = Some(ToShow::Place(id));
    }

    /// Flies to the whole theatre.
    pub fn fly_home(&mut self) {
        self.to_show = Some(ToShow::Theatre);
    }

    /// Flies to a part of the ground in the next frame, when the map's size is known.
    pub fn fly_to(&mut self, destination: Destination) {
        self.to_show = Some(ToShow::Ground(destination));
    }

    /// Leaves what is to be shown to the next frame: this one has not the map's size yet.
    pub fn hold(&mut self) {
        self.holds = true;
    }

    /// Flies to what is to be shown, unless it is comfortably in view already.
    fn show(&mut self, state: &AppState, view: &View, now: f64) {
        if std::mem::take(&mut self.holds) {
            return;
        }
        let id = match self.to_show.take() {
            None => return,
            Some(ToShow::Theatre) => return self.motion.fly(view, home(view.rect), now),
            Some(ToShow::Ground(to)) => return self.motion.fly(view, camera_at(to, view), now),
            Some(ToShow::Place(id)) => id,
        };
        self.motion.stop();
        let Some(place) = state.world.dossier.place(&id) else { return };
        let ring = state.world.dossier.ring_of(place);
        let at = place.position.or(place.label_at).or_else(|| ring.map(|ring| ring.centre));
        // What is far off stands in a box at the edge.
        let Some(at) = at.filter(|at| THEATRE.contains(*at)) else { return };
        // A ring that is a speck on the whole theatre is shown large enough to be seen.
        let closer = ring.map_or(0.0, |ring| {
            let wanted = ring.radius.0 / f64::from(RING_SHOWN);
            (view.metres_per_point(at.lat()) / wanted).log2()
        });
        let zoom = view.camera.zoom + if closer > 1.0 { closer } else { 0.0 };
        let margin = COMFORT.min(0.25 * view.rect.size().min_elem());
        let is_comfortable = view.rect.shrink(margin).contains(view.screen_from_geo(at));
        if !is_comfortable || zoom > view.camera.zoom {
            self.motion.fly(view, Camera { center: at, zoom }, now);
        }
    }

    /// Whether tiles are still being decoded or the camera moves.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.painter.is_idle() && !self.motion.is_moving()
    }
}

/// Whether what lies under the pointer is said on the map: while the pointer moves, and with the
/// instrument on always.
fn says_what_it_measures(ui: &Ui, state: &AppState) -> bool {
    if measuring::is_on(&state.session) {
        return true;
    }
    let rested = f64::from(ui.input(|i| i.pointer.time_since_last_movement()));
    let left = POINTER_SECONDS - rested;
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left > 0.0 && !ui.input(|i| i.pointer.any_down())
}
