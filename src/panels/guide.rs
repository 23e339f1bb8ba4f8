//! The user's guide: its pages, what is looked for in them, and the way from one to the next.

use super::guide_page;
use super::reading::{Book, Entry};
use super::row::Row;
use super::widgets::{ButtonLook, button, button_width};
use crate::i18n::guide::{hits, pages};
use crate::i18n::key;
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::{Action, AppState, Dialog, ReadAction};
use egui::Ui;

pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    height: f32,
    actions: &mut Vec<Action>,
) {
    let pages = pages(kit.words.lang());
    let reading = &state.guide;
    let is_looking = !reading.query.trim().is_empty();
    let entry = |(number, page): (usize, &'static crate::i18n::markdown::Page)| {
        let count: usize = hits(page, &reading.query).iter().map(Vec::len).sum();
        let listed = !is_looking || count > 0;
        listed.then(|| Entry {
            page: number,
            words: page.title.as_str().into(),
            note: if is_looking { kit.words.numbers().plain(count as i64) } else { String::new() },
            heading: None,
        })
    };
    let entries: Vec<Entry> = pages.iter().enumerate().filter_map(entry).collect();
    let book = Book {
        dialog: Dialog::Guide,
        reading,
        entries: &entries,
        open: reading.page,
        find: Some(key::GUIDE_FIND),
        nothing: Some(key::GUIDE_NONE),
    };
    book.show(ui, kit, height, actions, |ui, actions| {
        let Some(page) = pages.get(reading.page) else { return };
        guide_page::show(ui, kit, (reading.page, page), &reading.query, actions);
        steps(ui, kit, reading.page, pages.len(), actions);
    });
}

/// The ways to the page before and to the next.
fn steps(ui: &mut Ui, kit: Kit<'_>, page: usize, count: usize, actions: &mut Vec<Action>) {
    ui.add_space(24.0);
    let mut row = Row::allocate(ui, kit, 36.0);
    let before = page.checked_sub(1).map(|to| (key::GUIDE_BEFORE, Icon::Back, to));
    let next = (page + 1 < count).then_some((key::GUIDE_NEXT, Icon::Forward, page + 1));
    for (name, icon, to) in before.into_iter().chain(next) {
        let width = button_width(ui, kit, &kit.words.text(name), true);
        let cell = row.start(width);
        row.start(8.0);
        if button(ui, kit, cell, name, Some(icon), ButtonLook::Raised).clicked() {
            actions.push(Action::Read(Dialog::Guide, ReadAction::Turn(to)));
        }
    }
    ui.add_space(4.0);
}
