//! The panel on the reader's side: the list of places, or the card of one.

use super::{place_card, places_list};
use crate::map::kit::Kit;
use crate::state::{Action, AppState, PanelTab};
use crate::text::selectable;
use egui::{Frame, Id, Panel, ScrollArea, Stroke, Ui};

const WIDTH: f32 = 400.0;
/// In a window narrower than this the panel takes at most this share of it.
const LARGEST_SHARE: f32 = 0.5;

/// How wide the panel is where `room` is the width of the window.
pub(super) fn width(room: f32) -> f32 {
    WIDTH.min(LARGEST_SHARE * room).max(240.0)
}

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    if !state.session.panel_open {
        return;
    }
    let width = width(ui.available_width());
    let panel = if kit.is_rtl() { Panel::right("side panel") } else { Panel::left("side panel") };
    let frame = Frame::new().fill(kit.theme.ui.panel);
    panel.exact_size(width).resizable(false).frame(frame).show_separator_line(false).show(
        ui,
        |ui| {
            let whole = ui.max_rect();
            let edge = if kit.is_rtl() { whole.left() + 0.5 } else { whole.right() - 0.5 };
            ui.painter().vline(edge, whole.y_range(), Stroke::new(1.0, kit.theme.ui.hairline));
            let tab = state.session.tab;
            let what = match (tab, &state.session.selected) {
                (PanelTab::Card, Some(id)) => id.to_string(),
                _ => String::new(),
            };
            // A scroll position of its own for each card.
            let words = Id::unique(("the words of the side panel", what.as_str()));
            ScrollArea::vertical().id_salt(("side panel", what)).auto_shrink(false).show(
                ui,
                |ui| {
                    let column = ui.max_rect().shrink2(egui::vec2(super::widgets::PADDING, 16.0));
                    let column = egui::UiBuilder::new().max_rect(column);
                    ui.scope_builder(column, |ui| {
                        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
                        selectable(ui, words, |ui| {
                            match crate::state::selectors::selected_place(state) {
                                Some(place) if tab == PanelTab::Card => {
                                    place_card::show(ui, state, kit, place, actions);
                                }
                                _ => places_list::show(ui, state, kit, actions),
                            }
                        });
                        ui.add_space(16.0);
                    });
                },
            );
        },
    );
}
