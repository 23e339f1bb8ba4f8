//! The bar at the top: name, offline sign, language, colours, export.

use super::row::{At, Row, text_in};
use super::widgets::{
    ButtonLook, ChipLook, button, button_width, chip, chip_width, choice, choice_width,
};
use crate::geodata::Lang;
use crate::i18n::Args;
use crate::map::furniture::{Kit, icon_button};
use crate::map::icons::Icon;
use crate::state::{Action, AppState, ThemeChoice};
use crate::text::TextStyle;
use egui::{Color32, Frame, Margin, Panel, Rect, Stroke, Ui, Vec2, pos2, vec2};

const HEIGHT: f32 = 52.0;
/// Below this width buttons have no words and the offline sign is left out.
const NARROW: f32 = 760.0;

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
        &kit.words.text("app-name"),
        &TextStyle::new(16.0, 24.0).weight(700.0),
    );
    text_in(ui, kit, row.start(name.size().x), name, kit.theme.ui.text, At::Start);

    let panel = kit.words.text("action-panel");
    let cell = row.end(40.0);
    if icon_button(ui, square(cell, 36.0), Icon::Panel, &panel, kit).clicked() {
        actions.push(Action::TogglePanel);
    }
    row.end(4.0);
    let (icon, other, key) = match state.session.theme {
        ThemeChoice::Dark => (Icon::Sun, ThemeChoice::Light, "theme-light"),
        ThemeChoice::Light => (Icon::Moon, ThemeChoice::Dark, "theme-dark"),
    };
    let cell = row.end(40.0);
    if icon_button(ui, square(cell, 36.0), icon, &kit.words.text(key), kit).clicked() {
        actions.push(Action::SetTheme(other));
    }
    row.end(8.0);
    let export = kit.words.text("action-export");
    if narrow {
        if icon_button(ui, square(row.end(40.0), 36.0), Icon::Export, &export, kit).clicked() {
            actions.push(Action::ExportPicture);
        }
    } else {
        let cell = row.end(button_width(ui, kit, &export, true));
        let cell = Rect::from_center_size(cell.center(), vec2(cell.width(), 36.0));
        if button(ui, kit, cell, &export, Some(Icon::Export), ButtonLook::Raised).clicked() {
            actions.push(Action::ExportPicture);
        }
    }
    row.end(12.0);
    languages(ui, &mut row, state, kit, actions);
    if !narrow {
        row.end(12.0);
        let offline = kit.words.format("network-offline", Args::new().count("requests", 0));
        let cell = row.end(chip_width(ui, kit, &offline, true));
        let sign = chip(ui, kit, cell, &offline, Some(Icon::Offline), ChipLook::Good);
        if sign.hovered() {
            crate::map::furniture::hint(ui, cell, &kit.words.text("network-offline-hint"), kit);
        }
    }
}

fn languages(
    ui: &mut Ui,
    row: &mut Row,
    state: &AppState,
    kit: Kit<'_>,
    actions: &mut Vec<Action>,
) {
    let names = Lang::ALL.map(|lang| match lang {
        Lang::Ar => (lang, kit.words.text("language-ar")),
        Lang::Fr => (lang, kit.words.text("language-fr")),
        Lang::En => (lang, kit.words.text("language-en")),
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
