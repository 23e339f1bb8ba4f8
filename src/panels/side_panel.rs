//! The panel on the reader's side: its tabs, and in them the places or the article.

use super::row::Row;
use super::widgets::{PADDING, scroll, tabs};
use super::{article, layers, measure, place_card, places_list};
use crate::i18n::key;
use crate::map::kit::Kit;
use crate::state::{Action, AppState, ArticleView, PanelTab, Session, find, selectors};
use crate::text::selectable;
use egui::{Frame, Id, Panel, Stroke, Ui, UiBuilder, Vec2, vec2};

const WIDTH: f32 = 400.0;
/// Width where the article stands beside its translation.
const WIDE: f32 = 640.0;
/// In a window narrower than this the panel takes at most this share of it.
const LARGEST_SHARE: f32 = 0.5;

/// How wide the panel is where `room` is the width of the window.
pub(super) fn width(session: &Session, room: f32) -> f32 {
    let both = session.tab == PanelTab::Article && session.article == ArticleView::Both;
    let wanted = if both { WIDE } else { WIDTH };
    wanted.min(LARGEST_SHARE * room).max(240.0)
}

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let before = actions.len();
    if state.session.panel_open {
        let width = width(&state.session, ui.available_width());
        let panel =
            if kit.is_rtl() { Panel::right("side panel") } else { Panel::left("side panel") };
        let frame = Frame::new().fill(kit.theme.ui.panel);
        let panel = panel.exact_size(width).resizable(false).frame(frame);
        panel.show_separator_line(false).show(ui, |ui| contents(ui, state, kit, actions));
    }
    point(state, actions, before);
}

fn contents(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let whole = ui.max_rect();
    let edge = if kit.is_rtl() { whole.left() + 0.5 } else { whole.right() - 0.5 };
    let line = Stroke::new(1.0, kit.theme.ui.hairline);
    ui.painter().vline(edge, whole.y_range(), line);
    show_tabs(ui, state, kit, actions);
    let tab = state.session.tab;
    let hits = if tab == PanelTab::Article { find::hits(state) } else { Vec::new() };
    if tab == PanelTab::Article {
        article::show_find(ui, state, kit, &hits, actions);
    }
    // A scroll position of its own for the list, the article and each card.
    let what = match (tab, &state.session.selected) {
        (PanelTab::Card, Some(id)) => format!("card of {id}"),
        (PanelTab::Article, _) => "article".to_owned(),
        (PanelTab::Layers, _) => "layers".to_owned(),
        (PanelTab::Measure, _) => match state.session.measuring.chosen {
            Some(id) => format!("measurement {}", id.0),
            None => "measure".to_owned(),
        },
        _ => "places".to_owned(),
    };
    let words = Id::unique(("the words of the side panel", what.as_str()));
    scroll::vertical(ui, kit, ("side panel", what), None, |ui| {
        let column = ui.max_rect().shrink2(vec2(PADDING, 16.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            selectable(ui, words, |ui| match selectors::selected_place(state) {
                _ if tab == PanelTab::Article => article::show(ui, state, kit, &hits, actions),
                _ if tab == PanelTab::Measure => measure::show(ui, state, kit, actions),
                _ if tab == PanelTab::Layers => layers::show(ui, state, kit, actions),
                Some(place) if tab == PanelTab::Card => {
                    place_card::show(ui, state, kit, place, actions);
                }
                _ => places_list::show(ui, state, kit, actions),
            });
            ui.add_space(16.0);
        });
    });
}

fn show_tabs(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let row = Row::allocate(ui, kit, tabs::HEIGHT);
    let whole = row.rest();
    let line = Stroke::new(1.0, kit.theme.ui.hairline);
    ui.painter().hline(whole.x_range(), whole.bottom() - 0.5, line);
    // The words of the first tab begin where the panel's text does.
    let row = Row::new(whole.shrink2(vec2(PADDING - tabs::AROUND, 0.0)), kit.is_rtl());
    let session = &state.session;
    let places = if session.selected.is_some() { PanelTab::Card } else { PanelTab::List };
    let shown = match session.tab {
        PanelTab::List | PanelTab::Card => places,
        tab => tab,
    };
    let all = [
        (places, key::PANEL_PLACES),
        (PanelTab::Article, key::PANEL_ARTICLE),
        (PanelTab::Measure, key::PANEL_MEASURE),
        (PanelTab::Layers, key::PANEL_LAYERS),
    ];
    if let Some(tab) = tabs::tabs(ui, kit, row, &all, shown) {
        actions.push(Action::ShowTab(tab));
    }
}

/// Of what the words of the panel said about the place that is pointed at, leaves what is new, and
/// takes the pointing back where nothing is pointed at any more.
fn point(state: &AppState, actions: &mut Vec<Action>, before: usize) {
    let mut pointed = None;
    let mut index = 0;
    actions.retain(|action| {
        index += 1;
        match action {
            Action::PointAt(place) if index > before => {
                pointed.clone_from(place);
                false
            }
            _ => true,
        }
    });
    if pointed != state.pointed {
        actions.push(Action::PointAt(pointed));
    }
}
