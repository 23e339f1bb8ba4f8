//! The search field in the top bar: where it stands, and when it opens and closes.

use super::row::Row;
use super::search_results;
use super::shortcuts::{CTRL, chord, hint};
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::BODY;
use crate::i18n::key;
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, Search, SearchAction};
use egui::{Area, Context, Id, Key, Modifiers, Order, Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

const WIDTH: f32 = 344.0;
/// With less room than this the field is a button, and lies over the bar while it is open.
pub(super) const LEAST_WIDTH: f32 = 200.0;
/// Room in the field before its words: the icon and what is round it.
const BEFORE_WORDS: f32 = 40.0;
/// Characters that can be typed: more than any name has.
const LIMIT: usize = 1024;

/// The field's id, the same wherever it stands.
fn field_id() -> Id {
    Id::unique("search field")
}

/// The keys that open it.
fn keys(kit: Kit<'_>) -> String {
    chord(kit, CTRL, Key::K)
}

/// What is kept from frame to frame.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    open: bool,
    /// What had the keyboard's focus before, and gets it back.
    before: Option<Id>,
}

/// Shows the field in `row`, what is left of the bar, and what was found below it.
pub(super) fn show(
    ui: &mut Ui,
    mut row: Row,
    state: &AppState,
    kit: Kit<'_>,
    actions: &mut Vec<Action>,
) {
    let Some(rect) = place(ui, &row, state, kit) else {
        let cell = Rect::from_center_size(row.end(40.0).center(), Vec2::splat(36.0));
        let hint = hint(kit, key::SEARCH_NAME, CTRL, Key::K);
        let button = IconButton::new(key::SEARCH_OPEN, Icon::Search).hint(hint);
        if button.show(ui, cell, kit).clicked() {
            actions.push(Action::Search(SearchAction::Open));
        }
        if state.search.is_some() {
            over_the_bar(ui, state, kit, actions);
        } else {
            follow(ui.ctx(), None);
        }
        return;
    };
    field(ui, rect, state, kit, actions);
}

/// Where the field stands: it begins 16 points inside the map if there is room, else where it can.
fn place(ui: &Ui, row: &Row, state: &AppState, kit: Kit<'_>) -> Option<Rect> {
    let rest = row.rest();
    let window = ui.ctx().content_rect();
    let session = &state.session;
    let panel =
        if session.panel_open { super::side_panel::width(session, window.width()) } else { 0.0 };
    let before = if kit.is_rtl() { window.right() - rest.right() } else { rest.left() };
    let gap = (panel + 16.0 - before).min(rest.width() - WIDTH).max(24.0);
    let mut free = Row::new(rest, kit.is_rtl());
    free.start(gap);
    let width = free.rest().width().min(WIDTH);
    let cell = free.start(width);
    (width >= LEAST_WIDTH).then(|| Rect::from_center_size(cell.center(), vec2(width, FIELD_HEIGHT)))
}

/// Shows the field in the place of the whole bar.
fn over_the_bar(ui: &Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let window = ui.ctx().content_rect();
    let bar = window.with_max_y(window.top() + super::top_bar::HEIGHT);
    let area = Area::new(Id::unique("search over the bar")).order(Order::Foreground);
    area.fixed_pos(bar.min).constrain(false).show(ui.ctx(), |ui| {
        ui.set_clip_rect(window);
        ui.allocate_rect(bar, egui::Sense::CLICK);
        ui.painter().rect_filled(bar, 0.0, kit.theme.ui.panel);
        let line = Stroke::new(1.0, kit.theme.ui.hairline);
        ui.painter().hline(bar.x_range(), bar.bottom(), line);
        let rect = Rect::from_center_size(bar.center(), vec2(bar.width() - 32.0, FIELD_HEIGHT));
        field(ui, rect, state, kit, actions);
    });
}

fn field(ui: &mut Ui, rect: Rect, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let ctx = ui.ctx().clone();
    let search = state.search.as_ref();
    follow(&ctx, search);
    let mut act = |action| actions.push(Action::Search(action));
    let listens = search.is_some() && ctx.memory(|memory| memory.has_focus(field_id()));
    if let Some(step) = listens.then(|| arrows(ui)).flatten() {
        act(SearchAction::Step(step));
    }
    let query = search.map_or("", |search| search.query.as_str());
    let name = kit.words.text(key::SEARCH_NAME);
    let placeholder = kit.words.text(key::SEARCH_PLACEHOLDER);
    let edit = TextField::new(field_id(), query, &name)
        .placeholder(&placeholder)
        .icon(Icon::Search)
        .clearable()
        .limit(LIMIT)
        .show_in(ui, kit, rect);
    let focused = edit.response.has_focus();
    if !focused && query.is_empty() {
        shortcut_chip(ui, rect, &placeholder, kit);
    }
    if let Some(text) = edit.changed {
        act(SearchAction::Type(text));
    } else if search.is_none() {
        if focused && edit.response.gained_focus() {
            act(SearchAction::Open);
        }
    } else if edit.submitted {
        act(SearchAction::Accept(None));
    }
    let Some(search) = search else { return };
    let (list, picked) = search_results::show(&ctx, rect, search, state, kit, field_id());
    if let Some(index) = picked {
        act(SearchAction::Accept(Some(index)));
    } else if is_left(&ctx, rect.union(list)) {
        act(SearchAction::Close);
    }
}

/// Gives the focus to the field when the search opens, and back when it closes.
fn follow(ctx: &Context, search: Option<&Search>) {
    let kept_id = Id::unique("search kept");
    let kept: Kept = ctx.data(|data| data.get_temp(kept_id)).unwrap_or_default();
    let focused = ctx.memory(egui::Memory::focused);
    let now = match (kept.open, search.is_some()) {
        (false, true) => {
            ctx.memory_mut(|memory| memory.request_focus(field_id()));
            Kept { open: true, before: focused.filter(|id| *id != field_id()) }
        }
        (true, false) => {
            ctx.memory_mut(|memory| match kept.before {
                // The reader has gone on already.
                _ if focused.is_some_and(|id| id != field_id()) => {}
                Some(before) => memory.request_focus(before),
                None => memory.surrender_focus(field_id()),
            });
            Kept::default()
        }
        (true, true) if focused.is_none() => {
            ctx.memory_mut(|memory| memory.request_focus(field_id()));
            kept
        }
        _ => kept,
    };
    ctx.data_mut(|data| data.insert_temp(kept_id, now));
}

/// Whether the reader pressed beside the search or went on with Tab. A menu over it belongs to it.
fn is_left(ctx: &Context, own: Rect) -> bool {
    let pressed =
        ctx.input(|i| i.pointer.any_pressed().then(|| i.pointer.interact_pos()).flatten());
    let beside = pressed.is_some_and(|at| {
        let above = ctx.layer_id_at(at).is_some_and(|layer| layer.order >= Order::Foreground);
        !own.contains(at) && !above
    });
    beside || ctx.memory(egui::Memory::focused).is_some_and(|id| id != field_id())
}

/// How far arrows and pages go in this frame, if they do.
fn arrows(ui: &Ui) -> Option<i32> {
    let step = ui.input_mut(|input| {
        let mut count = |key| {
            i32::try_from(input.count_and_consume_key(Modifiers::NONE, key)).unwrap_or_default()
        };
        let page = search_results::PAGE;
        let pages = count(Key::PageDown) - count(Key::PageUp);
        count(Key::ArrowDown) - count(Key::ArrowUp) + page * pages
    });
    (step != 0).then_some(step)
}

/// The keys that open the search, at the end of the field, where its words leave room for them.
fn shortcut_chip(ui: &Ui, rect: Rect, placeholder: &str, kit: Kit<'_>) {
    let colors = &kit.theme.ui;
    let galley = kit.text.line(ui.ctx(), &keys(kit), &NOTE);
    let mut row = Row::new(rect.shrink2(vec2(8.0, 0.0)), kit.is_rtl());
    let cell = row.end(galley.size().x + 12.0);
    let words = kit.text.line(ui.ctx(), placeholder, &BODY).size().x;
    if words + BEFORE_WORDS > row.rest().width() {
        return;
    }
    let plate = Rect::from_center_size(cell.center(), vec2(cell.width(), 20.0));
    let edge = Stroke::new(1.0, colors.hairline);
    ui.painter().rect(plate, 4.0, colors.field, edge, StrokeKind::Inside);
    super::row::paint_text(ui, kit, plate, galley, colors.muted, super::row::At::Middle);
}
