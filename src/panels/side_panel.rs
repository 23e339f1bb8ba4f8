//! The panel on the reader's side: its tabs, and in them the places or the article.

use super::row::Row;
use super::widgets::{PADDING, scroll, tabs};
use super::{article, country_card, layers, measure, place_card, places_list, scenes};
use crate::i18n::key;
use crate::map::kit::Kit;
use crate::state::selectors::{self, Card};
use crate::state::{Action, AppState, ArticleView, PanelTab, Session, find};
use crate::text::selectable;
use egui::{
    CursorIcon, EventFilter, Frame, Id, Key, Modifiers, Panel, Rect, Role, Sense, Stroke, Ui,
    UiBuilder, Vec2, WidgetInfo, vec2,
};

const WIDTH: f32 = 400.0;
/// Width where the article stands beside its translation.
const WIDE: f32 = 640.0;
/// The panel takes at most this share of the window.
const LARGEST_SHARE: f32 = 0.5;
/// The least width that the reader can give it, unless half the window is less.
const NARROWEST: f32 = 280.0;
/// How far to both sides of its edge it can be taken hold of, and how far a key moves it.
const EDGE: f32 = 4.0;
const KEY_STEP: f32 = 20.0;

/// How wide the panel is where `room` is the width of the window.
pub(super) fn width(session: &Session, room: f32) -> f32 {
    let both = session.tab == PanelTab::Article && session.article == ArticleView::Both;
    let own = if both { WIDE } else { WIDTH };
    within(session.panel_width.map_or(own, f32::from), room)
}

/// The width nearest to `wanted` that the panel may have.
fn within(wanted: f32, room: f32) -> f32 {
    wanted.max(NARROWEST).min(LARGEST_SHARE * room).max(240.0)
}

/// Shows the panel if it is open, and says where.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    actions: &mut Vec<Action>,
) -> Option<Rect> {
    let before = actions.len();
    let shown = state.session.panel_open.then(|| {
        let width = width(&state.session, ui.available_width());
        let panel =
            if kit.is_rtl() { Panel::right("side panel") } else { Panel::left("side panel") };
        let frame = Frame::new().fill(kit.theme.ui.panel);
        let panel = panel.exact_size(width).resizable(false).frame(frame);
        let panel = panel.show_separator_line(false);
        panel.show(ui, |ui| contents(ui, state, kit, actions)).response.rect
    });
    point(state, actions, before);
    shown
}

/// The edge towards the map, which is dragged, moved by the arrow keys, or clicked twice to have the
/// panel as wide as at first.
pub(super) fn edge(ui: &Ui, kit: Kit<'_>, whole: Rect, actions: &mut Vec<Action>) {
    let room = ui.max_rect().width();
    // Where the panel grows: to the right, or in Arabic to the left.
    let (x, away) = if kit.is_rtl() { (whole.left(), -1.0) } else { (whole.right(), 1.0) };
    let strip = Rect::from_x_y_ranges(x - EDGE..=x + EDGE, whole.y_range());
    let response = ui.interact(strip, ui.scope_id().with("edge"), Sense::click_and_drag());
    let name = kit.words.text(key::PANEL_EDGE);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name.as_ref()));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.hovered() || response.dragged() || response.has_focus() {
        let stroke = Stroke::new(2.0, kit.theme.ui.accent);
        ui.painter().vline(x, whole.y_range(), stroke);
    }
    if response.clicked() {
        response.request_focus();
    }
    if response.double_clicked() {
        actions.push(Action::SetPanelWidth(None));
        return;
    }
    let mut wanted = None;
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        wanted = Some(whole.width() + away * (at.x - x));
    }
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) as f32;
        let steps = away * (pressed(Key::ArrowRight) - pressed(Key::ArrowLeft));
        wanted = wanted.or((steps != 0.0).then_some(whole.width() + steps * KEY_STEP));
    }
    let wanted = wanted.map(|wanted| within(wanted, room).round());
    if let Some(wanted) = wanted.filter(|wanted| (wanted - whole.width()).abs() >= 1.0) {
        actions.push(Action::SetPanelWidth(Some(wanted as u16)));
    }
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
    let card = selectors::card(state);
    let what = match (tab, card) {
        (PanelTab::Card, Some(Card::Place(place))) => format!("card of {}", place.id),
        (PanelTab::Card, Some(Card::Country(country))) => format!("card of {}", country.code()),
        (PanelTab::Article, _) => "article".to_owned(),
        (PanelTab::Layers, _) => "layers".to_owned(),
        (PanelTab::Scenes, _) => match &state.session.scenes.chosen {
            Some(id) => format!("scene {id}"),
            None => "scenes".to_owned(),
        },
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
            selectable(ui, words, |ui| match card {
                _ if tab == PanelTab::Article => article::show(ui, state, kit, &hits, actions),
                _ if tab == PanelTab::Measure => measure::show(ui, state, kit, actions),
                _ if tab == PanelTab::Scenes => scenes::show(ui, state, kit, actions),
                _ if tab == PanelTab::Layers => layers::show(ui, state, kit, actions),
                Some(Card::Place(place)) if tab == PanelTab::Card => {
                    place_card::show(ui, state, kit, place, actions);
                }
                Some(Card::Country(country)) if tab == PanelTab::Card => {
                    country_card::show(ui, state, kit, country, actions);
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
    let places = if session.has_card() { PanelTab::Card } else { PanelTab::List };
    let shown = match session.tab {
        PanelTab::List | PanelTab::Card => places,
        tab => tab,
    };
    let all = [
        (places, key::PANEL_PLACES),
        (PanelTab::Article, key::PANEL_ARTICLE),
        (PanelTab::Measure, key::PANEL_MEASURE),
        (PanelTab::Layers, key::PANEL_LAYERS),
        (PanelTab::Scenes, key::PANEL_SCENES),
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
