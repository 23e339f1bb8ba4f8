//! The line at the bottom: where the pointer is, its nearest border, Earth model and zoom.

use super::row::{At, Row, paint_text, text_in};
use super::{copied, shortcuts};
use crate::geodata::LonLat;
use crate::i18n::{Args, Key, key};
use crate::map::controls::{focus_ring, hint, pressable};
use crate::map::kit::{Kit, NOTE};
use crate::measure::coordinates::{CoordinateStyle, written};
use crate::state::{Action, AppState, Dialog, Measured};
use egui::{
    Color32, CursorIcon, Frame, Galley, Panel, Rect, Role, Stroke, Ui, UiBuilder, WidgetInfo, vec2,
};
use std::sync::Arc;

const HEIGHT: f32 = 28.0;
/// Key of the button that opens the credits.
const ABOUT: Key = key::ABOUT_HEADING;
/// Key of what a press on the position does.
const COPY: Key = key::STATUS_COPY;

/// What the pointer is on.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// From the position under it, if it is on the map.
    pub measured: Option<Measured>,
    /// The position that it was on last, if ever.
    pub last: Option<LonLat>,
    /// The map's zoom.
    pub zoom: f64,
    /// Whether the keys were pressed that copy the position.
    pub copies: bool,
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
    under_pointer(ui, row, state, kit, pointed, actions);
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

/// A piece of what is said after the position, and the room behind it.
struct Piece {
    galley: Arc<Galley>,
    color: Color32,
    gap: f32,
}

/// The position under the pointer and its nearest border, as much of it as there is room for; where
/// the pointer has left the map, its last position alone.
fn under_pointer(
    ui: &mut Ui,
    mut row: Row,
    state: &AppState,
    kit: Kit<'_>,
    pointed: &Pointed,
    actions: &mut Vec<Action>,
) {
    let Some(at) = pointed.last else { return };
    let words = kit.words.coordinates(at);
    let galley = kit.text.line(ui.ctx(), &words, &NOTE.tabular().weight(600.0));
    if galley.size().x > row.rest().width() {
        return;
    }
    let cell = row.start(galley.size().x);
    row.start(24.0);
    position(ui, kit, cell, galley, (pointed, at), actions);
    let Some(measured) = &pointed.measured else { return };
    let mut pieces = border_pieces(ui, state, kit, measured);
    if kit.words.coordinate_style() != CoordinateStyle::Mgrs {
        // The other way to write the position is the first to give way.
        let galley = kit.text.line(ui.ctx(), &kit.words.mgrs(at), &NOTE.tabular());
        pieces.insert(0, Piece { galley, color: kit.theme.ui.muted, gap: 24.0 });
        let all: f32 = pieces.iter().map(|piece| piece.galley.size().x + piece.gap).sum();
        if all > row.rest().width() {
            pieces.remove(0);
        }
    }
    for Piece { galley, color, gap } in pieces {
        // A figure says nothing without the words before it.
        if galley.size().x > row.rest().width() {
            break;
        }
        text_in(ui, kit, row.start(galley.size().x), galley, color, At::Start);
        row.start(gap);
    }
}

/// The position itself; where the pointer has left it, a press copies it.
fn position(
    ui: &mut Ui,
    kit: Kit<'_>,
    cell: Rect,
    galley: Arc<Galley>,
    (pointed, at): (&Pointed, LonLat),
    actions: &mut Vec<Action>,
) {
    let id = ui.scope_id().with("position");
    let mut copies = pointed.copies;
    let mut is_hovered = false;
    if pointed.measured.is_some() {
        text_in(ui, kit, cell, galley, kit.theme.ui.text, At::Start);
    } else {
        let response = pressable(ui, cell, id).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| {
            let comma = kit.words.text(key::LIST_COMMA);
            let words = format!("{}{comma}{}", kit.words.text(COPY), galley.text());
            WidgetInfo::labeled(Role::Button, true, words)
        });
        focus_ring(ui, &response, cell.expand2(vec2(4.0, -2.0)), 4.0, kit);
        is_hovered = response.hovered();
        copies |= response.clicked();
        let ink = if is_hovered { kit.theme.ui.accent } else { kit.theme.ui.muted };
        paint_text(ui, kit, cell, galley, ink, At::Start);
    }
    if copies {
        actions.push(Action::Copy(written(at, kit.words.coordinate_style())));
        copied::remember(ui, id);
    }
    if copied::is_said(ui, id) {
        copied::say(ui, kit, cell);
    } else if is_hovered {
        hint(ui, cell, &shortcuts::hint(kit, COPY, shortcuts::CTRL_SHIFT, egui::Key::K), kit);
    }
}

/// What is said of the nearest border, in its order.
fn border_pieces(ui: &Ui, state: &AppState, kit: Kit<'_>, measured: &Measured) -> Vec<Piece> {
    let piece = |words: &str, weight: f32, color, gap: f32| {
        let galley = kit.text.line(ui.ctx(), words, &NOTE.tabular().weight(weight));
        Piece { galley, color, gap }
    };
    let colors = &kit.theme.ui;
    let hit = measured.nearest();
    let unit = state.session.unit;
    let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
    // On the line itself the bearing of the nearest point tells nothing.
    let side = if figure.certain {
        kit.words.bearing(hit.bearing)
    } else {
        kit.words.text(key::SIDE_UNCERTAIN).into_owned()
    };
    vec![
        piece(&kit.words.text(key::STATUS_NEAREST), 400.0, colors.muted, 6.0),
        piece(&measured.nearest_name(&state.world, kit.words), 600.0, colors.text, 10.0),
        piece(&figure.words, 600.0, colors.text, 10.0),
        piece(&side, 400.0, colors.muted, 10.0),
    ]
}
