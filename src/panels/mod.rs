//! The panels and widgets around the map.
//!
//! A panel draws and pushes what the reader did; it decides nothing. One file a panel; the
//! window's order is the list in [`show_around`].

mod about;
mod border_table;
mod claim_section;
mod edit_menu;
mod excerpts;
mod notices;
mod place_card;
mod places_list;
mod row;
mod search;
mod search_results;
mod side_panel;
mod status_bar;
pub mod text_field;
mod top_bar;
mod widgets;

pub use status_bar::Pointed;

use crate::map::kit::Kit;
use crate::state::{Action, AppState};
use egui::Ui;

/// Shows everything round the map; the room that is left is the map's.
pub fn show_around(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    pointed: &Pointed,
    actions: &mut Vec<Action>,
) {
    top_bar::show(ui, state, kit, actions);
    status_bar::show(ui, state, kit, pointed);
    side_panel::show(ui, state, kit, actions);
}

/// Shows what floats above everything.
pub fn show_above(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    about::show(ui, kit);
    notices::show(ui, state, kit, actions);
}
