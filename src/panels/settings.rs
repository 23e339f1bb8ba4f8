//! The settings: each acts at once, is kept, and can be undone.

use super::border_table::unit_key;
use super::row::{At, Row, text_in};
use super::widgets::switch::switch_row;
use super::widgets::{
    BODY, ButtonLook, Group, button, button_width, choice, choice_rows, choice_width, paragraph,
    section_line,
};
use crate::geodata::Lang;
use crate::i18n::{Digits, Key, MonthNames, Usage, key};
use crate::map::kit::{Kit, NOTE};
use crate::measure::LengthUnit;
use crate::measure::coordinates::CoordinateStyle;
use crate::state::{Action, AppState, Dialog, Session, TextSize, ThemeChoice};
use egui::Ui;

const ROW: f32 = 44.0;
/// Room between a setting's name and its choice.
const GAP: f32 = 16.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let Session { lang, usage, theme, text_size, unit, coordinates, .. } = state.session;
    let Session { second_names, reduced_motion, mirrors_arrows, .. } = state.session;
    let mut act = |action: Option<Action>| actions.extend(action);

    let languages = Lang::ALL.map(|lang| (lang, language_key(lang)));
    act(setting(ui, kit, key::SETTINGS_LANGUAGE, &languages, lang).map(Action::SetLang));
    let themes = [
        (ThemeChoice::Dark, key::THEME_DARK),
        (ThemeChoice::Light, key::THEME_LIGHT),
        (ThemeChoice::Contrast, key::THEME_CONTRAST),
        (ThemeChoice::System, key::THEME_SYSTEM),
    ];
    act(setting(ui, kit, key::SETTINGS_THEME, &themes, theme).map(Action::SetTheme));
    let percent = |size| kit.words.numbers().percent(size);
    let sizes = TextSize::STEPS.map(|size| (TextSize::nearest(size), percent(size)));
    let sizes: Vec<_> = sizes.iter().map(|(size, words)| (*size, words.as_str())).collect();
    act(chosen(ui, kit, key::SETTINGS_TEXT_SIZE, &sizes, text_size).map(Action::SetTextSize));
    let units = LengthUnit::ALL.map(|unit| (unit, unit_key(unit)));
    act(setting(ui, kit, key::SETTINGS_UNITS, &units, unit).map(Action::SetUnit));
    let styles = CoordinateStyle::ALL.map(|style| (style, style_key(style)));
    let picked = setting(ui, kit, key::SETTINGS_COORDINATES, &styles, coordinates);
    act(picked.map(Action::SetCoordinates));

    section_line(ui, kit);
    paragraph(ui, kit, &kit.words.text(key::SETTINGS_ARABIC), &NOTE, kit.theme.ui.muted);
    let digits =
        [(Digits::Western, key::DIGITS_WESTERN), (Digits::ArabicIndic, key::DIGITS_ARABIC_INDIC)];
    let picked = setting(ui, kit, key::SETTINGS_DIGITS, &digits, usage.digits);
    act(picked.map(|digits| Action::SetUsage(Usage { digits, ..usage })));
    let months =
        [(MonthNames::Standard, key::MONTHS_STANDARD), (MonthNames::Maghreb, key::MONTHS_MAGHREB)];
    let picked = setting(ui, kit, key::SETTINGS_MONTHS, &months, usage.months);
    act(picked.map(|months| Action::SetUsage(Usage { months, ..usage })));
    let mirrored = switch_row(ui, kit, key::SETTINGS_MIRRORED_ARROWS, mirrors_arrows);
    act(mirrored.map(Action::SetMirroredArrows));

    section_line(ui, kit);
    let names = switch_row(ui, kit, key::SETTINGS_SECOND_NAMES, second_names);
    act(names.map(Action::SetSecondNames));
    act(switch_row(ui, kit, key::SETTINGS_MOTION, reduced_motion).map(Action::SetReducedMotion));

    section_line(ui, kit);
    let mut row = Row::allocate(ui, kit, 36.0);
    for (name, dialog) in [
        (key::ONLINE_HEADING, Dialog::Online),
        (key::GUIDE_HEADING, Dialog::Guide),
        (key::SHORTCUTS_HEADING, Dialog::Shortcuts),
        (key::ABOUT_HEADING, Dialog::About),
    ] {
        let width = button_width(ui, kit, &kit.words.text(name), false);
        if width > row.rest().width() {
            ui.add_space(8.0);
            row = Row::allocate(ui, kit, 36.0);
        }
        let cell = row.start(width);
        if button(ui, kit, cell, name, None, ButtonLook::Raised).clicked() {
            act(Some(Action::ShowDialog(Some(dialog))));
        }
        row.start(8.0);
    }
}

/// A language by its own name.
pub(super) const fn language_key(lang: Lang) -> Key {
    match lang {
        Lang::Ar => key::LANGUAGE_AR,
        Lang::Fr => key::LANGUAGE_FR,
        Lang::En => key::LANGUAGE_EN,
    }
}

const fn style_key(style: CoordinateStyle) -> Key {
    match style {
        CoordinateStyle::Decimal => key::COORDINATES_DECIMAL,
        CoordinateStyle::Dms => key::COORDINATES_DMS,
        CoordinateStyle::Mgrs => key::COORDINATES_MGRS,
    }
}

pub(super) fn setting<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: Key,
    options: &[(T, Key)],
    now: T,
) -> Option<T> {
    let words: Vec<_> = options.iter().map(|(value, key)| (*value, kit.words.text(*key))).collect();
    let options: Vec<_> = words.iter().map(|(value, words)| (*value, words.as_ref())).collect();
    chosen(ui, kit, name, &options, now)
}

/// A setting of several values; its choice stands below its name where there is no room beside it.
fn chosen<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: Kit<'_>,
    name: Key,
    options: &[(T, &str)],
    now: T,
) -> Option<T> {
    let said = kit.words.text(name);
    let group = Group { label: &said, id: name.name() };
    let label = kit.text.line(ui.ctx(), &said, &BODY);
    let width = choice_width(ui, kit, options);
    let beside = label.size().x + GAP + width <= ui.available_width();
    let mut row = Row::allocate(ui, kit, if beside { ROW } else { 28.0 });
    let cell = beside.then(|| row.end(width));
    text_in(ui, kit, row.rest(), label, kit.theme.ui.text, At::Start);
    if let Some(cell) = cell {
        return choice(ui, kit, cell, group, options, now);
    }
    let picked = choice_rows(ui, kit, group, options, now);
    ui.add_space(8.0);
    picked
}
