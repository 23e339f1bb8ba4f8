//! The find in the article: its field, how many hits there are, the way from one to the next.

use super::row::{At, Row, text_in};
use super::shortcuts::{SHIFT, hint};
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::PADDING;
use crate::i18n::{Args, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::find::LONGEST;
use crate::state::{Action, Find, FindAction};
use crate::text::edit::{Command, perform};
use egui::{Id, Key, Modifiers, Rect, Stroke, Ui, Vec2, vec2};

/// Height of the bar.
const HEIGHT: f32 = 56.0;
/// Edge of a button.
const BUTTON: f32 = 32.0;

/// The field's id, the same wherever it stands.
fn field_id() -> Id {
    Id::unique("find in the article")
}

/// Whether the field has the keyboard's focus.
pub(super) fn has_focus(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(field_id()))
}

/// Gives the field the keyboard's focus.
pub(super) fn focus(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(field_id()));
}

/// Selects what is in the field, so that it is typed over.
pub(super) fn select_all(ui: &Ui) {
    perform(ui.ctx(), field_id(), Command::SelectAll);
}

/// Shows the bar, of `count` hits.
pub(super) fn show(
    ui: &mut Ui,
    kit: Kit<'_>,
    find: &Find,
    count: usize,
    actions: &mut Vec<Action>,
) {
    let whole = Row::allocate(ui, kit, HEIGHT).rest();
    let colors = &kit.theme.ui;
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, colors.hairline));
    let mut row = Row::new(whole.shrink2(vec2(PADDING, 0.0)), kit.is_rtl());
    let mut act = |action| actions.push(Action::Find(action));
    let cells = [row.end(BUTTON), row.end(BUTTON), row.end(BUTTON)];
    row.end(8.0);
    let words = counted(kit, find, count);
    let galley = kit.text.line(ui.ctx(), &words, &NOTE.tabular());
    let told = row.end(galley.size().x);
    row.end(if words.is_empty() { 0.0 } else { 12.0 });

    let back = has_focus(ui)
        && ui.input_mut(|input| input.count_and_consume_key(Modifiers::SHIFT, Key::Enter) > 0);
    let name = kit.words.text(key::FIND_NAME);
    let cell = row.rest();
    let rect = Rect::from_center_size(cell.center(), vec2(cell.width(), FIELD_HEIGHT));
    let edit = TextField::new(field_id(), &find.query, &name)
        .placeholder(&kit.words.text(key::FIND_NAME))
        .icon(Icon::Search)
        .limit(LONGEST)
        .show_in(ui, kit, rect);
    text_in(ui, kit, told, galley, if count > 0 { colors.muted } else { colors.bad }, At::End);
    if let Some(text) = edit.changed {
        act(FindAction::Type(text));
    } else if back {
        act(FindAction::Step(-1));
    } else if edit.submitted {
        act(FindAction::Step(1));
    }
    let [close, next, previous] =
        cells.map(|cell| Rect::from_center_size(cell.center(), Vec2::splat(BUTTON)));
    for (name, icon, rect, action, keys) in [
        (key::FIND_PREVIOUS, Icon::Up, previous, FindAction::Step(-1), (SHIFT, Key::F3)),
        (key::FIND_NEXT, Icon::Down, next, FindAction::Step(1), (Modifiers::NONE, Key::F3)),
        (key::ACTION_CLOSE, Icon::Close, close, FindAction::Close, (Modifiers::NONE, Key::Escape)),
    ] {
        let hint = hint(kit, name, keys.0, keys.1);
        let steps = action != FindAction::Close;
        let button = IconButton::new(name, icon).hint(hint).enabled(!steps || count > 0);
        if button.show(ui, rect, kit).clicked() {
            act(action);
        }
    }
}

/// "3 of 12", "No match", or nothing while nothing is looked for.
fn counted(kit: Kit<'_>, find: &Find, count: usize) -> String {
    if find.query.trim().is_empty() {
        return String::new();
    }
    if count == 0 {
        return kit.words.text(key::FIND_NONE).into_owned();
    }
    let current = find.current.min(count - 1) + 1;
    kit.words.format(key::FIND_COUNT, Args::new().count("current", current).count("total", count))
}
