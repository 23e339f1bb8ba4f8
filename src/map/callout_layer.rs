//! The callouts of a scene: numbered discs on the map, with the numbers of the list beside it.

use super::area_layer;
use super::kit::Kit;
use super::paint::{Frame, Painted};
use super::pin_layout::PlacedPin;
use super::pins;
use super::placement::Room;
use crate::dossier::{Callout, CalloutAt};
use crate::state::{Action, AppState, SceneAction, scenes};
use crate::text::{TextStyle, optical_center};
use egui::{CursorIcon, Painter, Pos2, Rect, Stroke, Ui, Vec2, vec2};

/// Radius of a disc.
pub const RADIUS: f32 = 17.0;
/// How its number is set.
const NUMBER: TextStyle = TextStyle::new(20.0, 24.0).weight(700.0).tabular();
/// How far from a spot of its own a disc stands.
const AWAY: f32 = 44.0;
/// Directions in which a disc may stand from its spot, best first: to the sides and upwards.
const WAYS: [Vec2; 8] = [
    vec2(0.8, -0.6),
    vec2(-0.8, -0.6),
    vec2(1.0, 0.1),
    vec2(-1.0, 0.1),
    vec2(0.0, -1.0),
    vec2(0.7, 0.7),
    vec2(-0.7, 0.7),
    vec2(0.0, 1.0),
];

/// Paints the disc of a callout.
pub fn paint_disc(painter: &Painter, kit: Kit<'_>, middle: Pos2, number: usize) {
    let ui = &kit.theme.ui;
    painter.circle(middle, RADIUS, ui.accent, Stroke::new(2.0, kit.theme.map.halo));
    let digits = kit.words.numbers().integer(number as i64);
    let set = kit.text.line(painter.ctx(), &digits, &NUMBER);
    let corner = middle - vec2(0.5 * set.size().x, optical_center(&set));
    painter.galley(corner, set, ui.on_accent);
}

/// Paints the callouts of the scene that is shown, each beside what it points at.
pub(super) fn paint(frame: &Frame<'_>, placed: &[PlacedPin], room: &mut Room) {
    let Some(scene) = frame.scene_on_map() else { return };
    for (index, callout) in scene.callouts.iter().enumerate() {
        let Some((spot, reach)) = anchor(frame, placed, callout) else { continue };
        if !frame.view.free.contains(spot) {
            continue;
        }
        let has_leader = matches!(callout.at, CalloutAt::Spot(_));
        let disc = |way: &Vec2, away: f32| {
            Rect::from_center_size(spot + *way * (reach + away), Vec2::splat(2.0 * RADIUS + 2.0))
        };
        let options = [0.0, 12.0, 28.0];
        let options = options.iter().flat_map(|away| WAYS.iter().map(|way| disc(way, *away)));
        // What a scene speaks of is numbered, whatever lies there.
        let first = disc(&WAYS[0], 0.0);
        let rect = room.place(options).unwrap_or(first);
        let Frame { painter, kit, .. } = *frame;
        if has_leader {
            let (map, accent) = (&kit.theme.map, kit.theme.ui.accent);
            painter.line_segment([spot, rect.center()], Stroke::new(4.0, map.halo));
            painter.line_segment([spot, rect.center()], Stroke::new(1.5, accent));
            painter.circle(spot, 5.0, kit.theme.ui.panel, Stroke::new(2.0, accent));
        }
        paint_disc(painter, kit, rect.center(), index + 1);
    }
}

/// Takes the clicks on the ground that make callouts; those on pins are the map's.
pub(super) fn hands(ui: &Ui, state: &AppState, painted: &Painted, actions: &mut Vec<Action>) {
    if !scenes::is_pointing(state) {
        return;
    }
    let map = &painted.response;
    if map.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    if let Some(at) = map.interact_pointer_pos().filter(|_| map.clicked()) {
        let at = CalloutAt::Spot(painted.view.geo_from_screen(at));
        actions.push(Action::Scene(SceneAction::AddCallout(at)));
    }
}

/// Where a callout points on the screen, and how far from there its disc stands.
fn anchor(frame: &Frame<'_>, placed: &[PlacedPin], callout: &Callout) -> Option<(Pos2, f32)> {
    let view = frame.view;
    match &callout.at {
        CalloutAt::Spot(at) => Some((view.screen_from_geo(*at), AWAY)),
        CalloutAt::Place(id) => {
            if let Some(pin) = placed.iter().find(|pin| pin.id == *id) {
                let head = pins::head_center(pin.tip, pin.scale);
                return Some((head, pins::bounds(pin.tip, pin.scale).width() * 0.5 + RADIUS));
            }
            let dossier = &frame.state.world.dossier;
            let place = dossier.place(id)?;
            let ring = dossier.ring_of(place);
            let at = place.label_at.or_else(|| ring.as_ref().map(|ring| ring.centre))?;
            let reach =
                ring.map_or(0.0, |ring| (ring.radius.0 / view.metres_per_point(at.lat())) as f32);
            Some((view.screen_from_geo(at), reach.max(area_layer::LABEL_REACH) + RADIUS))
        }
    }
}
