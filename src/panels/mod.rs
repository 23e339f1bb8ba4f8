//! The panels and widgets around the map.
//!
//! A panel draws and pushes what the reader did; it decides nothing. One file a panel; the
//! window's order is the list in [`show_around`].

mod about;
mod article;
mod base;
mod border_table;
mod card_title;
mod claim_section;
mod copied;
mod countries_list;
mod country_card;
mod dialog;
mod drop_target;
mod edit_menu;
mod entry;
mod excerpts;
mod export;
mod export_file;
mod export_preview;
mod export_progress;
mod find_bar;
mod guide;
mod guide_page;
mod guide_pictures;
mod layers;
mod legend;
mod licences;
mod linked_crates;
mod listing;
mod map_menu;
mod measure;
mod measurement_card;
mod menu;
mod notices;
mod online;
mod place_card;
mod places_list;
mod quotation;
mod reading;
mod row;
mod scene_card;
mod scenes;
mod search;
mod search_results;
mod settings;
mod shortcuts;
mod side_panel;
mod status_bar;
pub mod text_field;
mod top_bar;
mod widgets;

pub use drop_target::is_archive_name;
pub use export_progress::stop_id;
#[cfg(debug_assertions)]
pub use row::take_overflow;
pub use shortcuts::pressed as pressed_shortcuts;
pub use status_bar::Pointed;

use crate::map::kit::Kit;
use crate::state::{Action, AppState};
use egui::{Rect, Ui};

/// What is shown after the map, since the keyboard's focus goes from panel to panel as the eye does.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// Where the line under the map stands.
    strip: Rect,
    /// The side panel, whose edge overlaps the map.
    side: Option<Rect>,
}

/// Shows everything round the map; the room that is left is the map's.
#[must_use]
pub fn show_around(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    actions: &mut Vec<Action>,
) -> Around {
    top_bar::show(ui, state, kit, actions);
    let strip = status_bar::reserve(ui, kit);
    let side = side_panel::show(ui, state, kit, actions);
    Around { strip, side }
}

/// Shows the line under the map and the edge of the side panel.
pub fn show_below(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    around: Around,
    pointed: &Pointed,
    actions: &mut Vec<Action>,
) {
    if let Some(side) = around.side {
        side_panel::edge(ui, kit, side, actions);
    }
    status_bar::show(ui, state, kit, around.strip, pointed, actions);
}

/// Shows what floats above everything.
pub fn show_above(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    notices::show(ui, state, kit, actions);
    export_progress::show(ui, state, kit, actions);
    map_menu::show(ui, state, kit, actions);
    dialog::show(ui, state, kit, actions);
    drop_target::show(ui, kit);
}
