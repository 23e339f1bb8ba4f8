//! The line at the bottom: where the pointer is, its nearest border, Earth model and zoom.

use super::row::{At, Row, paint_text, text_in};
use crate::i18n::{Args, Key, key};
use crate::map::controls::{focus_ring, pressable};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Dialog, Measured};
use egui::{CursorIcon, Frame, Panel, Rect, Role, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

const HEIGHT: f32 = 28.0;
/// Key of the button that opens the credits.
const ABOUT: Key = key::ABOUT_HEADING;

/// What the pointer is on.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// From the position under it, if it is on the map.
    pub measured: Option<Measured>,
    /// The map's zoom.
    pub zoom: f64,
}

/// Keeps the strip at the bottom free, with its ground.
pub(super) fn reserve(ui: &mut Ui, kit: Kit<'_>) -> Rect {
    let frame = Frame::new().fill(kit.theme.ui.panel);
    let bar = Panel::bottom("status bar").exact_size(HEIGHT).frame(frame);
    bar.show_separator_line(false).show(ui, |ui| ui.max_rect()).inner
}

/// Fills the strip.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    strip: Rect,
    pointed: &Pointed,
    actions: &mut Vec<Action>,
) {
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(strip).id_salt("status bar"));
    let edge = Stroke::new(1.0, kit.theme.ui.hairline);
    ui.painter().hline(strip.x_range(), strip.top(), edge);
    let row = Row::new(strip.shrink2(vec2(16.0, 0.0)), kit.is_rtl());
    line(ui, row, state, kit, pointed, actions);
}

fn line(
    ui: &mut Ui,
    mut row: Row,
    state: &AppState,
    kit: Kit<'_>,
    pointed: &Pointed,
    actions: &mut Vec<Action>,
) {
    let style = NOTE.tabular();
    let colors = &kit.theme.ui;
    // The far end has its room first; what is read first is shown first.
    let about = kit.words.text(ABOUT);
    let about = kit.text.line(ui.ctx(), &about, &style.weight(500.0));
    let about_cell = row.end(about.size().x);
    let zoom = kit.words.format(key::STATUS_ZOOM, Args::new().decimal("zoom", pointed.zoom, 1));
    let model = kit.words.text(key::STATUS_MODEL);
    let mut far = Vec::new();
    for words in [zoom.as_str(), &model] {
        let galley = kit.text.line(ui.ctx(), words, &style);
        let width = galley.size().x + 24.0;
        if width <= row.rest().width() {
            row.end(24.0);
            far.push((row.end(galley.size().x), galley));
        }
    }
    row.end(24.0);
    if let Some(measured) = &pointed.measured {
        under_pointer(ui, row, state, kit, measured);
    }
    for (cell, galley) in far.into_iter().rev() {
        text_in(ui, kit, cell, galley, colors.muted, At::End);
    }
    let response = pressable(ui, about_cell, ui.scope_id().with(ABOUT));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, about.text()));
    focus_ring(ui, &response, about_cell.expand2(vec2(4.0, -2.0)), 4.0, kit);
    let ink = if response.hovered() { colors.accent } else { colors.text };
    paint_text(ui, kit, about_cell, about, ink, At::End);
    if response.clicked() {
        actions.push(Action::ShowDialog(Some(Dialog::About)));
    }
}

/// The position under the pointer and its nearest border, as much of it as there is room for.
fn under_pointer(ui: &mut Ui, mut row: Row, state: &AppState, kit: Kit<'_>, measured: &Measured) {
    let style = NOTE.tabular();
    let colors = &kit.theme.ui;
    let mut near = |ui: &mut Ui, words: &str, weight: f32, color, gap: f32| {
        let galley = kit.text.line(ui.ctx(), words, &style.weight(weight));
        if galley.size().x <= row.rest().width() {
            text_in(ui, kit, row.start(galley.size().x), galley, color, At::Start);
            row.start(gap);
        } else {
            // A figure says nothing without the words before it.
            row.start(row.rest().width());
        }
    };
    near(ui, &kit.words.coordinates(measured.from), 600.0, colors.text, 24.0);
    let hit = measured.nearest();
    let unit = state.session.unit;
    let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
    near(ui, &kit.words.text(key::STATUS_NEAREST), 400.0, colors.muted, 6.0);
    near(ui, &measured.nearest_name(&state.world, kit.words), 600.0, colors.text, 10.0);
    near(ui, &figure.words, 600.0, colors.text, 10.0);
    // On the line itself the bearing of the nearest point tells nothing.
    if figure.certain {
        near(ui, &kit.words.bearing(hit.bearing), 400.0, colors.muted, 10.0);
    } else {
        near(ui, &kit.words.text(key::SIDE_UNCERTAIN), 400.0, colors.muted, 10.0);
    }
}
