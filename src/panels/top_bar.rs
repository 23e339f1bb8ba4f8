//! The bar at the top: name, search, offline sign, language, export, undo, panel, settings.

use super::row::{At, Row, text_in};
use super::shortcuts::{self, CTRL};
use super::widgets::{
    ButtonLook, ChipLook, Group, button, button_width, chip_width, choice, choice_width, paint_chip,
};
use crate::geodata::Lang;
use crate::i18n::{Args, Key, isolate, key};
use crate::map::controls::{IconButton, focus_ring, hint, pressable};
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::online::Template;
use crate::state::{Action, AppState, BriefingAction, Dialog, open_tiles};
use crate::text::TextStyle;
use egui::{
    Color32, CursorIcon, Frame, Margin, Modifiers, Panel, Rect, Role, Stroke, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use std::borrow::Cow;

pub(super) const HEIGHT: f32 = 52.0;
/// Room of a button with an icon.
const ICON_CELL: f32 = 40.0;
/// Room between two groups.
const GAP: f32 = 12.0;
const EXPORT: Key = key::ACTION_EXPORT;
const BRIEFING: Key = key::BRIEFING_HEADING;

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

/// What there is room for beside the mark and the buttons that are always there.
#[expect(clippy::struct_excessive_bools, reason = "each part is there or not by itself")]
struct Fitting {
    name: bool,
    /// The sign of the network has its words; else its icon alone.
    sign_words: bool,
    languages: bool,
    export: bool,
    export_words: bool,
    briefing: bool,
    briefing_words: bool,
    steps: bool,
}

impl Fitting {
    /// The more important has its room first. The search can shrink to a button, but gets its field
    /// before the sign and the words of a button are shown.
    fn new(room: f32, widths: &Widths) -> Self {
        // Mark, search, sign of the network, panel and settings.
        let mut left = room - 24.0 - 4.0 * ICON_CELL - 2.0 * GAP;
        let mut fits = |width: f32| {
            let fits = width <= left;
            if fits {
                left -= width;
            }
            fits
        };
        Self {
            export: fits(ICON_CELL + GAP),
            briefing: fits(ICON_CELL + GAP),
            steps: fits(2.0 * ICON_CELL + GAP),
            languages: fits(widths.languages + GAP),
            name: fits(widths.name + 8.0),
            sign_words: fits(super::search::LEAST_WIDTH) && fits(widths.sign - ICON_CELL),
            briefing_words: fits(widths.briefing - ICON_CELL),
            export_words: fits(widths.export - ICON_CELL),
        }
    }
}

struct Widths {
    name: f32,
    sign: f32,
    languages: f32,
    export: f32,
    briefing: f32,
}

fn bar(ui: &mut Ui, mut row: Row, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let words = kit.words;
    let name = TextStyle::new(16.0, 24.0).weight(700.0);
    let name = kit.text.line(ui.ctx(), &words.text(key::APP_NAME), &name);
    let sign = Sign::of(state, kit);
    let names = language_names(kit);
    let languages = names.each_ref().map(|(lang, name)| (*lang, name.as_ref()));
    let widths = Widths {
        name: name.size().x,
        sign: chip_width(ui, kit, &sign.words, true),
        languages: choice_width(ui, kit, &languages),
        export: button_width(ui, kit, &words.text(EXPORT), true),
        briefing: button_width(ui, kit, &words.text(BRIEFING), true),
    };
    let fitting = Fitting::new(row.rest().width(), &widths);
    // The far end has its room first; what is read first is shown first, which is the order of the
    // keyboard's focus as well.
    let settings = row.end(ICON_CELL);
    let panel = row.end(ICON_CELL);
    let steps_cell = fitting.steps.then(|| {
        row.end(GAP);
        row.end(2.0 * ICON_CELL)
    });
    let briefing_cell = fitting.briefing.then(|| {
        row.end(GAP);
        row.end(if fitting.briefing_words { widths.briefing } else { ICON_CELL })
    });
    let export_cell = fitting.export.then(|| {
        row.end(GAP);
        row.end(if fitting.export_words { widths.export } else { ICON_CELL })
    });
    let languages_cell = fitting.languages.then(|| {
        row.end(GAP);
        row.end(widths.languages)
    });
    row.end(GAP);
    let sign_cell = row.end(if fitting.sign_words { widths.sign } else { ICON_CELL });
    row.end(GAP);

    mark(ui, row.start(24.0), kit);
    if fitting.name {
        row.start(8.0);
        text_in(ui, kit, row.start(widths.name), name, kit.theme.ui.text, At::Start);
    }
    super::search::show(ui, row, state, kit, actions);
    if sign.show(ui, sign_cell, kit, fitting.sign_words) {
        actions.push(Action::ShowDialog(Some(Dialog::Online)));
    }
    if let Some(cell) = languages_cell {
        let label = words.text(key::SETTINGS_LANGUAGE);
        let group = Group { label: &label, id: "language" };
        if let Some(lang) = choice(ui, kit, cell, group, &languages, state.session.lang) {
            actions.push(Action::SetLang(lang));
        }
    }
    if let Some(cell) = export_cell {
        export(ui, cell, state, kit, fitting.export_words, actions);
    }
    if let Some(cell) = briefing_cell {
        briefing(ui, cell, kit, fitting.briefing_words, actions);
    }
    if let Some(cell) = steps_cell {
        steps(ui, cell, state, kit, actions);
    }
    let keyed = |name: Key, icon, held, key| {
        IconButton::new(name, icon).hint(shortcuts::hint(kit, name, held, key))
    };
    let button = keyed(key::ACTION_PANEL, Icon::Panel, Modifiers::NONE, egui::Key::F9);
    if button.show(ui, square(panel, 36.0), kit).clicked() {
        actions.push(Action::TogglePanel);
    }
    let button = keyed(key::ACTION_SETTINGS, Icon::Settings, CTRL, egui::Key::Comma);
    if button.show(ui, square(settings, 36.0), kit).clicked() {
        actions.push(Action::ShowDialog(Some(Dialog::Settings)));
    }
}

/// What goes over the network: always in sight, and the way to change it.
struct Sign {
    words: String,
    hint: Key,
    icon: Icon,
    look: ChipLook,
}

impl Sign {
    fn of(state: &AppState, kit: Kit<'_>) -> Self {
        let traffic = &state.online.traffic;
        let args = Args::new().count("requests", traffic.requests as usize);
        let source = open_tiles(state).and_then(|tiles| tiles.online());
        let drawn = source.map(|source| source.template.host());
        // An address is tried before the map is drawn on it, and a handout may still be made of tiles
        // that the map is drawn on no more.
        let tried = state.online.trying.as_ref().map(Template::host);
        let Some(host) = drawn.or(tried).or(traffic.asking.as_ref()) else {
            let words = kit.words.format(key::NETWORK_OFFLINE, args);
            let hint = key::NETWORK_OFFLINE_HINT;
            return Self { words, hint, icon: Icon::Offline, look: ChipLook::Good };
        };
        let name = isolate::inserted(kit.words.lang(), host.name()).into_owned();
        let words = kit.words.format(key::NETWORK_ONLINE, args.text("host", name));
        let fails = traffic.trouble.as_ref().is_some_and(|(troubled, _)| troubled == host);
        if fails {
            let hint = key::NETWORK_TROUBLE_HINT;
            return Self { words, hint, icon: Icon::Warning, look: ChipLook::Bad };
        }
        Self { words, hint: key::NETWORK_ONLINE_HINT, icon: Icon::Online, look: ChipLook::Plain }
    }

    /// Whether it was pressed.
    fn show(&self, ui: &mut Ui, cell: Rect, kit: Kit<'_>, with_words: bool) -> bool {
        let hint_words = kit.words.text(self.hint);
        if !with_words {
            let name = format!("{}\n{hint_words}", self.words);
            let button = IconButton::new(self.hint, self.icon).named(&self.words).hint(name);
            return button.show(ui, square(cell, 36.0), kit).clicked();
        }
        let response = pressable(ui, cell, ui.scope_id().with("network"));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &self.words));
        paint_chip(ui, kit, cell, &self.words, Some(self.icon), self.look);
        focus_ring(ui, &response, cell, 12.0, kit);
        if response.hovered() {
            hint(ui, cell, &hint_words, kit);
        }
        response.clicked()
    }
}

/// Undo and redo.
fn steps(ui: &Ui, cell: Rect, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let history = &state.history;
    let mut row = Row::new(cell, kit.is_rtl());
    for (key, pressed, icon, enabled, action) in [
        (key::ACTION_UNDO, egui::Key::Z, Icon::Undo, history.can_undo(), Action::Undo),
        (key::ACTION_REDO, egui::Key::Y, Icon::Redo, history.can_redo(), Action::Redo),
    ] {
        let hint = shortcuts::hint(kit, key, CTRL, pressed);
        let button = IconButton::new(key, icon).hint(hint).enabled(enabled);
        if button.show(ui, square(row.start(ICON_CELL), 36.0), kit).clicked() {
            actions.push(action);
        }
    }
}

fn export(
    ui: &mut Ui,
    cell: Rect,
    state: &AppState,
    kit: Kit<'_>,
    with_words: bool,
    actions: &mut Vec<Action>,
) {
    let hint_words = if state.saving.job.is_some() {
        kit.words.text(key::EXPORT_DRAWING).into_owned()
    } else {
        shortcuts::hint(kit, key::EXPORT_HEADING, CTRL, egui::Key::E)
    };
    let look = (EXPORT, Icon::Export, ButtonLook::Raised);
    if main_button(ui, cell, kit, look, &hint_words, with_words) {
        actions.push(Action::ShowDialog(Some(Dialog::Export)));
    }
}

/// The one filled button: it begins the briefing.
fn briefing(ui: &mut Ui, cell: Rect, kit: Kit<'_>, with_words: bool, actions: &mut Vec<Action>) {
    let hint_words = shortcuts::hint(kit, key::BRIEFING_START, Modifiers::NONE, egui::Key::F5);
    let look = (BRIEFING, Icon::Play, ButtonLook::Filled);
    if main_button(ui, cell, kit, look, &hint_words, with_words) {
        actions.push(Action::Briefing(BriefingAction::Start));
    }
}

/// A button with its words where there is room for them, else its icon alone; whether it was
/// pressed.
fn main_button(
    ui: &mut Ui,
    cell: Rect,
    kit: Kit<'_>,
    (name, icon, look): (Key, Icon, ButtonLook),
    hint_words: &str,
    with_words: bool,
) -> bool {
    if !with_words {
        let button = IconButton::new(name, icon).hint(hint_words);
        return button.show(ui, square(cell, 36.0), kit).clicked();
    }
    let cell = Rect::from_center_size(cell.center(), vec2(cell.width(), 36.0));
    let response = button(ui, kit, cell, name, Some(icon), look);
    if response.hovered() {
        hint(ui, cell, hint_words, kit);
    }
    response.clicked()
}

/// The languages, each by its own name.
fn language_names(kit: Kit<'_>) -> [(Lang, Cow<'_, str>); 3] {
    Lang::ALL.map(|lang| (lang, kit.words.text(super::settings::language_key(lang))))
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
