//! How the card of a place or a country begins: the ways to others, its mark, and its names.

use super::row::{At, Row, label_at, text_in};
use super::widgets::{BODY, ChipLook, chip, chip_width, way_back};
use crate::geodata::{Lang, Names};
use crate::i18n::{Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, PanelTab};
use crate::text::{TextStyle, optical_center};
use egui::{Rect, Role, Ui, Vec2, pos2, vec2};

/// Back to the list, `count` where there is room for it, and the ways to the one before and the one
/// after: says how many further the reader went.
pub(super) fn head(
    ui: &mut Ui,
    kit: Kit<'_>,
    [previous, next]: [Key; 2],
    count: Option<&str>,
    actions: &mut Vec<Action>,
) -> Option<i32> {
    let mut row = Row::allocate(ui, kit, 28.0);
    if way_back(ui, kit, &mut row, key::CARD_ALL_PLACES).clicked() {
        actions.push(Action::ShowTab(PanelTab::List));
    }
    // What is read first is shown first, which is the order of the keyboard's focus as well.
    let [to_next, to_previous] = [row.end(32.0), row.end(32.0)];
    if let Some(count) = count {
        let galley = kit.text.line(ui.ctx(), count, &NOTE.tabular());
        row.end(8.0);
        if galley.size().x <= row.rest().width() {
            text_in(ui, kit, row.rest(), galley, kit.theme.ui.muted, At::End);
        }
    }
    let mut steps = None;
    for (cell, icon, key, step) in
        [(to_previous, Icon::Back, previous, -1), (to_next, Icon::Forward, next, 1)]
    {
        let cell = Rect::from_center_size(cell.center(), Vec2::splat(28.0));
        if IconButton::new(key, icon).show(ui, cell, kit).clicked() {
            steps = Some(step);
        }
    }
    steps
}

/// What marks it on the map, its name, and in a chip what it is; `paint_mark` gets the square for the
/// mark.
pub(super) fn title(
    ui: &mut Ui,
    kit: Kit<'_>,
    names: &Names,
    what: &str,
    paint_mark: impl FnOnce(&Ui, Rect),
) {
    let chip_room = chip_width(ui, kit, what, true);
    let words = names.get(kit.words.lang());
    let room = ui.available_width() - 44.0;
    let [large, small] =
        [(28.0, 36.0), (20.0, 28.0)].map(|(size, line)| TextStyle::new(size, line).weight(700.0));
    let fits = |word: &str| kit.text.line(ui.ctx(), word, &large).size().x <= room;
    // No word is broken for want of room.
    let style = if words.split_whitespace().all(fits) { large } else { small };
    // Beside the name if that has room in one line, else below it.
    let beside = kit.text.line(ui.ctx(), words, &style).size().x + 12.0 + chip_room <= room;
    let name_room = if beside { room - chip_room - 12.0 } else { room };
    let name = kit.text.plain(ui.ctx(), words, &style, Some(name_room));
    let size = name.galley.size();
    // The first line stands level with the pin.
    let lower = (22.0 - optical_center(&name.galley)).max(0.0).round();
    let mut row = Row::allocate(ui, kit, (lower + size.y).max(44.0));
    let mark = row.start(32.0);
    paint_mark(ui, mark.with_max_y(mark.top() + 44.0));
    row.start(12.0);
    let cell = beside.then(|| {
        let cell = row.end(chip_room).with_max_y(row.rest().top() + 44.0);
        row.end(12.0);
        cell
    });
    let rect = row.rest();
    let x = if kit.is_rtl() { rect.right() - size.x } else { rect.left() };
    let rect = Rect::from_min_size(pos2(x, rect.top() + lower), size);
    label_at(ui, kit, rect, &name, kit.theme.ui.text, Role::Heading);
    let cell = cell.unwrap_or_else(|| {
        let mut row = Row::allocate(ui, kit, 32.0);
        row.start(44.0);
        row.start(chip_room)
    });
    chip(ui, kit, cell, what, Some(Icon::Place), ChipLook::Plain);
}

/// The names in three languages, each with its language; several in a row where they have room.
pub(super) fn names(ui: &mut Ui, kit: Kit<'_>, names: &Names) {
    let full = Row::new(Rect::ZERO, kit.is_rtl());
    let mut row = full;
    for lang in Lang::ALL {
        let key = match lang {
            Lang::Ar => key::CARD_NAME_AR,
            Lang::Fr => key::CARD_NAME_FR,
            Lang::En => key::CARD_NAME_EN,
        };
        let head = kit.text.line(ui.ctx(), &kit.words.text(key), &NOTE);
        let (name, style) = (names.get(lang), BODY.weight(500.0));
        let room = ui.available_width() - head.size().x - 6.0;
        let wrapped = kit.text.plain(ui.ctx(), name, &style, Some(room));
        if wrapped.galley.rows.len() > 1 {
            row = Row::allocate(ui, kit, wrapped.galley.size().y + 4.0);
            let first = row.start(head.size().x);
            let first = first.with_max_y(first.top() + 24.0);
            text_in(ui, kit, first, head, kit.theme.ui.muted, At::Start);
            row.start(6.0);
            let rect = row.rest().translate(vec2(0.0, 2.0));
            label_at(ui, kit, rect, &wrapped, kit.theme.ui.text, Role::Label);
            row = full;
            continue;
        }
        let name = kit.text.line(ui.ctx(), name, &style);
        if head.size().x + 6.0 + name.size().x > row.rest().width() {
            row = Row::allocate(ui, kit, 24.0);
        }
        text_in(ui, kit, row.start(head.size().x), head, kit.theme.ui.muted, At::Start);
        row.start(6.0);
        text_in(ui, kit, row.start(name.size().x), name, kit.theme.ui.text, At::Start);
        row.start(16.0);
    }
}
