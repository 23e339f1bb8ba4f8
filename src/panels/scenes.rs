//! The tab of the briefing's scenes: their list, and what makes new ones.

use super::row::{At, Row, paint_text};
use super::scene_card;
use super::widgets::{
    BODY, ButtonLook, button, button_width, clickable, heading_in, paragraph, section_line,
};
use crate::dossier::Scene;
use crate::i18n::{Args, Key, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, BriefingAction, SceneAction, scene_words, scenes};
use crate::text::optical_center;
use egui::{CursorIcon, Id, Modifiers, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

const ROW_HEIGHT: f32 = 44.0;
/// How far a row is dragged before the scene moves a place.
const DRAG: f32 = ROW_HEIGHT;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    if let Some((index, scene)) = scenes::chosen(state) {
        scene_card::show(ui, state, kit, index, scene, actions);
        return;
    }
    let all = scenes::all(state);
    let row = Row::allocate(ui, kit, 28.0);
    heading_in(ui, kit, row.rest(), &kit.words.text(key::SCENES_HEADING));
    let note = match scenes::own(state) {
        Some([]) => key::SCENES_NONE,
        Some(_) => key::SCENES_OWN,
        None if all.is_empty() => key::SCENES_NONE,
        None => key::SCENES_BUILT_IN,
    };
    paragraph(ui, kit, &kit.words.text(note), &NOTE, kit.theme.ui.muted);
    ui.add_space(8.0);
    for (index, scene) in all.iter().enumerate() {
        scene_row(ui, kit, index, scene, actions);
    }
    ui.add_space(12.0);
    let mut act = |action| actions.push(action);
    if wide_button(ui, kit, key::SCENES_CAPTURE, Icon::Plus, ButtonLook::Filled) {
        act(Action::Scene(SceneAction::TakeView(None)));
    }
    if !all.is_empty() && wide_button(ui, kit, key::BRIEFING_START, Icon::Play, ButtonLook::Raised)
    {
        act(Action::Briefing(BriefingAction::Start));
    }
    if scenes::own(state).is_some() {
        section_line(ui, kit);
        if state.world.origin.is_some()
            && wide_button(ui, kit, key::SCENES_SAVE_INTO, Icon::Check, ButtonLook::Raised)
        {
            act(Action::Scene(SceneAction::SaveInto));
        }
        if wide_button(ui, kit, key::SCENES_SAVE, Icon::Export, ButtonLook::Raised) {
            act(Action::Scene(SceneAction::Save));
        }
        if wide_button(ui, kit, key::SCENES_RESTORE, Icon::Undo, ButtonLook::Raised) {
            act(Action::Scene(SceneAction::Restore));
        }
    }
}

/// A button at the reader's side, and room below it.
pub(super) fn wide_button(
    ui: &mut Ui,
    kit: Kit<'_>,
    key: Key,
    icon: Icon,
    look: ButtonLook,
) -> bool {
    let width = button_width(ui, kit, &kit.words.text(key), true);
    let cell = Row::allocate(ui, kit, 36.0).start(width);
    let is_clicked = button(ui, kit, cell, key, Some(icon), look).clicked();
    ui.add_space(8.0);
    is_clicked
}

/// The row of a scene, which opens it; dragged, or moved with Alt and the arrow keys, it goes to
/// another place.
fn scene_row(ui: &mut Ui, kit: Kit<'_>, index: usize, scene: &Scene, actions: &mut Vec<Action>) {
    let colors = &kit.theme.ui;
    let title = scene_words::title(scene, kit.words);
    let key = ("scene", scene.id.as_str());
    let (rect, response) = clickable(ui, key, vec2(ui.available_width(), ROW_HEIGHT));
    let response = response.interact(Sense::drag()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| {
        let args = Args::new().plain("number", index as u32 + 1).text("title", title.as_str());
        WidgetInfo::labeled(Role::ListItem, true, kit.words.format(key::SCENES_NUMBERED, args))
    });
    let wide = rect.expand2(vec2(8.0, 0.0));
    if response.hovered() || response.dragged() {
        ui.painter().rect_filled(wide, RADIUS, colors.hover);
    }
    focus_ring(ui, &response, wide, RADIUS, kit);
    if response.clicked() {
        actions.push(Action::Scene(SceneAction::Choose(Some(scene.id.clone()))));
    }
    let mut steps = dragged_steps(ui, &response);
    if response.has_focus() {
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::ALT, key)) as isize;
        steps += pressed(egui::Key::ArrowDown) - pressed(egui::Key::ArrowUp);
    }
    if steps != 0 {
        actions.push(Action::Scene(SceneAction::Move(scene.id.clone(), steps)));
    }
    let mut row = Row::new(rect, kit.is_rtl());
    let disc = row.start(26.0);
    ui.painter().circle_stroke(disc.center(), 12.0, Stroke::new(1.0, colors.accent));
    let digits = kit.words.numbers().integer(index as i64 + 1);
    let number = kit.text.line(ui.ctx(), &digits, &NOTE.weight(600.0).tabular());
    let corner = disc.center() - vec2(0.5 * number.size().x, optical_center(&number));
    ui.painter().galley(corner, number, colors.text);
    row.start(10.0);
    let count = scene.callouts.len();
    if count > 0 {
        let words = kit.words.format(key::SCENES_CALLOUT_COUNT, Args::new().count("count", count));
        let words = kit.text.line(ui.ctx(), &words, &NOTE);
        let cell = row.end(words.size().x);
        paint_text(ui, kit, cell, words, colors.muted, At::End);
        row.end(8.0);
    }
    let name = kit.text.ellipsized(ui.ctx(), &title, &BODY.weight(500.0), row.rest().width());
    paint_text(ui, kit, row.rest(), name, colors.text, At::Start);
}

/// How many places a row that is dragged has passed since the last time.
fn dragged_steps(ui: &Ui, row: &Response) -> isize {
    let kept = Id::unique("how far a scene was dragged");
    if row.drag_started() {
        ui.data_mut(|data| data.insert_temp(kept, 0.0_f32));
    }
    if !row.dragged() {
        return 0;
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let way = ui.data(|data| data.get_temp::<f32>(kept)).unwrap_or(0.0) + row.drag_delta().y;
    let steps = (way / DRAG).trunc();
    ui.data_mut(|data| data.insert_temp(kept, way - steps * DRAG));
    steps as isize
}
