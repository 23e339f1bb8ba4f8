//! The line at the bottom: where the pointer is, its nearest border, Earth model and zoom.

use super::row::{At, Row, paint_text, text_in};
use crate::geodata::LonLat;
use crate::i18n::{Args, Key, key};
use crate::map::controls::{focus_ring, pressable};
use crate::map::kit::{Kit, NOTE};
use crate::measure::Metres;
use crate::state::AppState;
use crate::state::Measured;
use egui::{CursorIcon, Frame, Margin, Panel, Role, Stroke, Ui, WidgetInfo, vec2};

const HEIGHT: f32 = 28.0;
/// Key of the button that opens the credits.
const ABOUT: Key = key::ABOUT_HEADING;

/// What the pointer is on.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// The position under it, if it is on the map.
    pub at: Option<LonLat>,
    /// The map's zoom.
    pub zoom: f64,
}

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, pointed: &Pointed) {
    let frame = Frame::new().fill(kit.theme.ui.panel).inner_margin(Margin::symmetric(16, 0));
    Panel::bottom("status bar").exact_size(HEIGHT).frame(frame).show_separator_line(false).show(
        ui,
        |ui| {
            let whole = ui.max_rect();
            let edge = whole.expand2(vec2(16.0, 0.0));
            ui.painter().hline(
                edge.x_range(),
                whole.top(),
                Stroke::new(1.0, kit.theme.ui.hairline),
            );
            line(ui, Row::new(whole, kit.is_rtl()), state, kit, pointed);
        },
    );
}

fn line(ui: &mut Ui, mut row: Row, state: &AppState, kit: Kit<'_>, pointed: &Pointed) {
    let style = NOTE.tabular();
    let colors = &kit.theme.ui;
    let about = kit.words.text(ABOUT);
    let galley = kit.text.line(ui.ctx(), &about, &style.weight(500.0));
    let cell = row.end(galley.size().x);
    let response = pressable(ui, cell, ui.scope_id().with(ABOUT));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, about.as_ref()));
    focus_ring(ui, &response, cell.expand2(vec2(4.0, -2.0)), 4.0, kit);
    let ink = if response.hovered() { colors.accent } else { colors.text };
    paint_text(ui, kit, cell, galley, ink, At::End);
    if response.clicked() {
        super::about::toggle(ui.ctx());
    }
    row.end(24.0);
    let mut far = |ui: &mut Ui, words: &str| {
        let galley = kit.text.line(ui.ctx(), words, &style);
        text_in(ui, kit, row.end(galley.size().x), galley, colors.muted, At::End);
        row.end(24.0);
    };
    let zoom = kit.words.format(key::STATUS_ZOOM, Args::new().decimal("zoom", pointed.zoom, 1));
    far(ui, &zoom);
    far(ui, &kit.words.text(key::STATUS_MODEL));
    let Some(at) = pointed.at else { return };
    let mut near = |ui: &mut Ui, words: &str, weight: f32, color, gap: f32| {
        let galley = kit.text.line(ui.ctx(), words, &style.weight(weight));
        if galley.size().x <= row.rest().width() {
            text_in(ui, kit, row.start(galley.size().x), galley, color, At::Start);
            row.start(gap);
        }
    };
    near(ui, &kit.words.coordinates(at), 600.0, colors.text, 24.0);
    let measured = Measured::new(&state.world.borders, at, Metres(0.0));
    let hit = measured.nearest();
    let lang = state.session.lang;
    let name = |code| state.world.country_name(code, lang);
    let between =
        Args::new().text("first", name(hit.country.code())).text("second", name(hit.neighbour));
    let unit = state.session.unit;
    let figure = kit.words.border_figure(hit.distance, measured.uncertainty(hit), unit);
    near(ui, &kit.words.text(key::STATUS_NEAREST), 400.0, colors.muted, 6.0);
    near(ui, &kit.words.format(key::BORDER_BETWEEN, between), 600.0, colors.text, 10.0);
    near(ui, &figure.words, 600.0, colors.text, 10.0);
    // On the line itself the bearing of the nearest point tells nothing.
    if figure.certain {
        near(ui, &kit.words.bearing(hit.bearing), 400.0, colors.muted, 10.0);
    } else {
        near(ui, &kit.words.text(key::SIDE_UNCERTAIN), 400.0, colors.muted, 10.0);
    }
}
