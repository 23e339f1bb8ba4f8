//! The menu of the map and of its pins, under the right mouse button.

use super::menu::{self, Item};
use super::shortcuts::{CTRL, chord};
use crate::geodata::Country;
use crate::i18n::{Key as Word, key};
use crate::map::kit::Kit;
use crate::measure::coordinates::written;
use crate::state::{Action, AppState, Destination, Dialog, MapMenu, MeasureAction, measuring};
use egui::{Id, Key, Popup, Ui};

/// What the menu offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Open,
    OpenCountry(Country),
    Copy,
    Measure,
    Center,
    FitPins,
    Export,
}

/// Shows the menu that is open, if one is.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let Some(menu) = &state.menu else { return };
    let item = |word: Word, does, keys: String| Item { word, keys, enabled: true, does };
    let plain = |word, does| item(word, does, String::new());
    let card = menu.place.as_ref().map(|_| plain(key::MENU_OPEN, Choice::Open));
    let country = state.world.borders.country_at(menu.at);
    let country = country.map(|at| plain(key::MENU_COUNTRY, Choice::OpenCountry(at)));
    let cards: Vec<Item<Choice>> = card.into_iter().chain(country).collect();
    let mut groups = Vec::new();
    if !cards.is_empty() {
        groups.push(cards);
    }
    groups.push(vec![
        plain(key::MENU_COPY, Choice::Copy),
        plain(key::MENU_MEASURE, Choice::Measure),
        plain(key::MENU_CENTER, Choice::Center),
    ]);
    groups.push(vec![
        plain(key::MAP_FIT_PINS, Choice::FitPins),
        item(key::EXPORT_HEADING, Choice::Export, chord(kit, CTRL, Key::E)),
    ]);
    let mut is_open = true;
    let popup = Popup::new(
        Id::unique("map menu"),
        ui.ctx().clone(),
        egui::Pos2::from(menu.on_screen),
        ui.layer_id(),
    );
    let popup = popup.open_bool(&mut is_open);
    let chosen = menu::show(popup, kit, key::MENU_NAME, &groups);
    if chosen.is_some() || !is_open {
        actions.push(Action::OpenMenu(None));
    }
    actions.extend(chosen.into_iter().flat_map(|choice| done(choice, menu, state, kit)));
}

fn done(choice: Choice, menu: &MapMenu, state: &AppState, kit: Kit<'_>) -> Vec<Action> {
    match choice {
        Choice::Open => menu.place.clone().map(Action::Select).into_iter().collect(),
        Choice::OpenCountry(country) => vec![Action::ShowCountry(country)],
        Choice::Copy => vec![Action::Copy(written(menu.at, kit.words.coordinate_style()))],
        Choice::Measure => {
            let turned_on = (!measuring::is_on(&state.session)).then_some(MeasureAction::Toggle);
            let probe =
                [MeasureAction::Take(measuring::Tool::Probe), MeasureAction::Click(menu.at)];
            turned_on.into_iter().chain(probe).map(Action::Measure).collect()
        }
        Choice::Center => vec![Action::GoTo(Destination::Spot { at: menu.at, zoom: 0.0 })],
        Choice::FitPins => vec![Action::FitPins],
        Choice::Export => vec![Action::ShowDialog(Some(Dialog::Export))],
    }
}
