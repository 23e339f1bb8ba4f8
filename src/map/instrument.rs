//! What the reader's hands do with the instrument on the map: clicks, and handles that are dragged.

use super::paint::Painted;
use crate::geodata::LonLat;
use crate::i18n::{Args, key};
use crate::map::kit::Kit;
use crate::state::measuring::{Measurement, is_on, name_of};
use crate::state::{Action, AppState, MeasureAction};
use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

/// Edge of the square in which a handle is taken.
const REACH: f32 = 24.0;

/// Handles, and the clicks of the tool in hand.
pub(super) fn hands(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    painted: &Painted,
    actions: &mut Vec<Action>,
) {
    let mut act = |action| actions.push(Action::Measure(action));
    for measurement in &state.session.measuring.measurements {
        for (handle, at) in measurement.geometry.handles().into_iter().enumerate() {
            handle_at(ui, state, kit, painted, (measurement, handle, at), &mut act);
        }
    }
    if is_on(&state.session) {
        let map = &painted.response;
        if map.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        // The second of two quick clicks ends what the first one drew.
        if map.double_clicked() {
            act(MeasureAction::Finish);
        } else if let Some(at) = map.interact_pointer_pos().filter(|_| map.clicked()) {
            act(MeasureAction::Click(painted.view.geo_from_screen(at)));
        }
    }
}

fn handle_at(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    painted: &Painted,
    (measurement, handle, at): (&Measurement, usize, LonLat),
    act: &mut impl FnMut(MeasureAction),
) {
    let view = &painted.view;
    let rect = Rect::from_center_size(view.screen_from_geo(at), Vec2::splat(REACH));
    let rect = rect.intersect(view.rect);
    let is_free = is_on(&state.session) && state.drawing.is_none();
    let id = ui.scope_id().with(("handle", measurement.id, handle));
    let is_held = ui.ctx().is_being_dragged(id);
    if !rect.is_positive() && !is_held {
        return;
    }
    let sense = if is_free { Sense::click_and_drag() } else { Sense::click() };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| {
        let name = name_of(kit.words, measurement);
        let args = Args::new().text("name", name).plain("number", handle as i64 + 1);
        WidgetInfo::labeled(Role::Button, true, kit.words.format(key::MEASURE_HANDLE, args))
    });
    if response.hovered() && is_free {
        ui.ctx().set_cursor_icon(if is_held { CursorIcon::Grabbing } else { CursorIcon::Grab });
    }
    if response.drag_started() {
        act(MeasureAction::Grab(measurement.id));
    }
    if let Some(at) = dragged_to(&response) {
        let to = view.geo_from_screen(at);
        act(MeasureAction::Drag { id: measurement.id, handle, to });
    }
    if response.clicked() {
        // A click on the corner that was set last ends the ruler; one on another closes it there.
        let is_last = handle + 1 == measurement.geometry.handles().len();
        act(match state.drawing {
            Some(drawn) if drawn == measurement.id && is_last => MeasureAction::Finish,
            Some(_) => MeasureAction::Click(at),
            None => MeasureAction::Choose(Some(measurement.id)),
        });
    }
}

fn dragged_to(response: &Response) -> Option<egui::Pos2> {
    let moved = response.dragged() && response.drag_delta() != Vec2::ZERO;
    response.interact_pointer_pos().filter(|_| moved)
}
