//! The bar at the top: name, offline sign, language, colours, export.

use super::row::{At, Row, text_in};
use super::widgets::{
    ButtonLook, ChipLook, button, button_width, chip, chip_width, choice, choice_width,
};
use crate::geodata::Lang;
use crate::i18n::{Args, Key, key};
use crate::map::controls::{IconButton, hint};
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::{Action, AppState, ThemeChoice};
use crate::text::TextStyle;
use egui::{Color32, Frame, Margin, Panel, Rect, Stroke, Ui, Vec2, pos2, vec2};

pub(super) const HEIGHT: f32 = 52.0;
/// Below this width buttons have no words and the offline sign is left out.
const NARROW: f32 = 860.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(kit.theme.ui.panel).inner_margin(Margin::symmetric(16, 0));
    Panel::top("top bar").exact_size(HEIGHT).frame(frame).show_separator_line(false).show(
        ui,
        |ui| {
            let whole = ui.max_rect();
            let below = Rect::from_min_max(
                pos2(whole.left() - 16.0, HEIGHT - 1.0),
                pos2(whole.right() + 16.0, HEIGHT),
            );
            ui.painter().hline(
                below.x_range(),
                below.bottom(),
                Stroke::new(1.0, kit.theme.ui.hairline),
            );
            bar(ui, Row::new(whole, kit.is_rtl()), state, kit, actions);
        },
    );
}

fn bar(ui: &mut Ui, mut row: Row, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let narrow = row.rest().width() < NARROW;
    mark(ui, row.start(24.0), kit);
    row.start(8.0);
    let name = kit.text.line(
        ui.ctx(),
        &kit.words.text(key::APP_NAME),
        &TextStyle::new(16.0, 24.0).weight(700.0),
    );
    text_in(ui, kit, row.start(name.size().x), name, kit.theme.ui.text, At::Start);

    if icon_button(ui, &mut row, IconButton::new(key::ACTION_PANEL, Icon::Panel), kit) {
        actions.push(Action::TogglePanel);
    }
    row.end(4.0);
    let (icon, other, key) = match state.session.theme {
        ThemeChoice::Dark => (Icon::Sun, ThemeChoice::Light, key::THEME_LIGHT),
        ThemeChoice::Light => (Icon::Moon, ThemeChoice::Dark, key::THEME_DARK),
    };
    // One button, whatever it says: it keeps the focus.
    let theme = IconButton::new(key::SETTINGS_THEME, icon).named(kit.words.text(key));
    if icon_button(ui, &mut row, theme, kit) {
        actions.push(Action::SetTheme(other));
    }
    row.end(4.0);
    steps(ui, &mut row, state, kit, actions);
    row.end(8.0);
    export(ui, &mut row, state, kit, narrow, actions);
    row.end(12.0);
    languages(ui, &mut row, state, kit, actions);
    if !narrow {
        row.end(12.0);
        let offline = kit.words.format(key::NETWORK_OFFLINE, Args::new().count("requests", 0));
        let cell = row.end(chip_width(ui, kit, &offline, true));
        let sign = chip(ui, kit, cell, &offline, Some(Icon::Offline), ChipLook::Good);
        if sign.hovered() {
            hint(ui, cell, &kit.words.text(key::NETWORK_OFFLINE_HINT), kit);
        }
    }
    row.end(12.0);
    super::search::show(ui, row, state, kit, actions);
}

/// Undo and redo.
fn steps(ui: &Ui, row: &mut Row, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let history = &state.history;
    for (key, hint, keys, icon, enabled, action) in [
        (key::ACTION_REDO, key::HINT_REDO, "Ctrl+Y", Icon::Redo, history.can_redo(), Action::Redo),
        (key::ACTION_UNDO, key::HINT_UNDO, "Ctrl+Z", Icon::Undo, history.can_undo(), Action::Undo),
    ] {
        let hint = kit.words.format(hint, Args::new().text("keys", keys));
        if icon_button(ui, row, IconButton::new(key, icon).hint(hint).enabled(enabled), kit) {
            actions.push(action);
        }
    }
}

fn export(
    ui: &mut Ui,
    row: &mut Row,
    state: &AppState,
    kit: Kit<'_>,
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    const KEY: Key = key::ACTION_EXPORT;
    let hint_words = || {
        if state.exporting {
            kit.words.text(key::EXPORT_DRAWING).into_owned()
        } else {
            kit.words.format(key::HINT_EXPORT, Args::new().text("keys", "Ctrl+E"))
        }
    };
    let clicked = if narrow {
        icon_button(ui, row, IconButton::new(KEY, Icon::Export).hint(hint_words()), kit)
    } else {
        let cell = row.end(button_width(ui, kit, &kit.words.text(KEY), true));
        let cell = Rect::from_center_size(cell.center(), vec2(cell.width(), 36.0));
        let response = button(ui, kit, cell, KEY, Some(Icon::Export), ButtonLook::Raised);
        if response.hovered() {
            hint(ui, cell, &hint_words(), kit);
        }
        response.clicked()
    };
    if clicked {
        actions.push(Action::ExportPicture);
    }
}

/// A button of the bar at the far end of what is left; says whether it was pressed.
fn icon_button(ui: &Ui, row: &mut Row, button: IconButton<'_>, kit: Kit<'_>) -> bool {
    button.show(ui, square(row.end(40.0), 36.0), kit).clicked()
}

fn languages(
    ui: &mut Ui,
    row: &mut Row,
    state: &AppState,
    kit: Kit<'_>,
    actions: &mut Vec<Action>,
) {
    let names = Lang::ALL.map(|lang| match lang {
        Lang::Ar => (lang, kit.words.text(key::LANGUAGE_AR)),
        Lang::Fr => (lang, kit.words.text(key::LANGUAGE_FR)),
        Lang::En => (lang, kit.words.text(key::LANGUAGE_EN)),
    });
    let options: Vec<(Lang, &str)> =
        names.iter().map(|(lang, name)| (*lang, name.as_ref())).collect();
    let words: Vec<&str> = options.iter().map(|(_, name)| *name).collect();
    let cell = row.end(choice_width(ui, kit, &words));
    if let Some(lang) = choice(ui, kit, cell, "language", &options, state.session.lang) {
        actions.push(Action::SetLang(lang));
    }
}

fn square(cell: Rect, side: f32) -> Rect {
    Rect::from_center_size(cell.center(), Vec2::splat(side))
}

/// The program's mark: a pin over a border, in a frame of the accent.
fn mark(ui: &Ui, cell: Rect, kit: Kit<'_>) {
    let rect = square(cell, 24.0);
    let colors = &kit.theme.ui;
    let painter = ui.painter();
    painter.rect(
        rect,
        6.0,
        colors.soft_accent,
        Stroke::new(1.5, colors.accent),
        egui::StrokeKind::Inside,
    );
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    let line = vec![at(4.0, 17.0), at(8.5, 14.0), at(13.0, 16.5), at(20.0, 12.5)];
    painter.add(egui::Shape::line(line, Stroke::new(1.5, colors.accent)));
    painter.circle_filled(at(12.5, 8.0), 3.4, colors.accent);
    painter.add(egui::Shape::convex_polygon(
        vec![at(9.6, 9.6), at(15.4, 9.6), at(12.5, 14.5)],
        colors.accent,
        Stroke::NONE,
    ));
    painter.circle_filled(at(12.5, 8.0), 1.3, Color32::from_black_alpha(120));
}
