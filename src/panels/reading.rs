//! A text of many pages in a dialog: the list of its pages on the reader's side, and the page.

use super::dialog::scroll_by_keys;
use super::row::{At, Row, paint_text, text_in};
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::{BODY, ButtonLook, PADDING, button, button_width, clickable, scroll};
use crate::i18n::{Key, key};
use crate::map::controls::{RADIUS, focus_ring};
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, Dialog, ReadAction, Reading};
use crate::text::edit::{Command, perform};
use egui::{Align, Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};
use std::borrow::Cow;

/// Width of the list.
const LIST: f32 = 248.0;
/// Narrower, there is room for the list or the page alone.
const LEAST: f32 = 640.0;
/// Room between the edge of the list and the words in it.
const INSET: f32 = 12.0;
/// Height of the row above the page where there is no room for the list beside it.
const HEAD: f32 = 44.0;

/// A page in the list.
pub(super) struct Entry {
    /// Its number.
    pub(super) page: usize,
    /// What it is called.
    pub(super) words: Cow<'static, str>,
    /// A word or a figure at the far end of its row.
    pub(super) note: String,
    /// What stands above it, where a group of pages begins.
    pub(super) heading: Option<Key>,
}

/// What is read.
pub(super) struct Book<'a> {
    pub(super) dialog: Dialog,
    pub(super) reading: &'a Reading,
    /// The pages that are listed.
    pub(super) entries: &'a [Entry],
    /// The one of them that is open; in the list only, if the page is a part of it.
    pub(super) open: usize,
    /// What the field above the list is called, if something can be looked for.
    pub(super) find: Option<Key>,
    /// What is said instead of a list that is empty.
    pub(super) nothing: Option<Key>,
}

impl Book<'_> {
    /// Shows list and page, `height` points high; `page` shows the page, which is scrolled.
    pub(super) fn show(
        &self,
        ui: &mut Ui,
        kit: Kit<'_>,
        height: f32,
        actions: &mut Vec<Action>,
        page: impl FnOnce(&mut Ui, &mut Vec<Action>),
    ) {
        let size = vec2(ui.available_width(), height);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut row = Row::new(whole, kit.is_rtl());
        if whole.width() >= LEAST {
            let list = row.start(LIST);
            part(ui, list, "list", |ui| self.list(ui, kit, actions));
            let line = row.start(1.0);
            let hairline = Stroke::new(1.0, kit.theme.ui.hairline);
            ui.painter().vline(line.center().x, line.y_range(), hairline);
            part(ui, row.rest(), "page", |ui| self.page(ui, kit, actions, page));
            return;
        }
        let (head, below) = whole.split_top_bottom_at_y(whole.top() + HEAD);
        self.switch(ui, kit, head, actions);
        if self.reading.shows_list {
            part(ui, below, "list", |ui| self.list(ui, kit, actions));
        } else {
            part(ui, below, "page", |ui| self.page(ui, kit, actions, page));
        }
    }

    /// The button that shows the list, or the page again.
    fn switch(&self, ui: &mut Ui, kit: Kit<'_>, head: Rect, actions: &mut Vec<Action>) {
        let shows = self.reading.shows_list;
        let name = if shows { key::READING_PAGE } else { key::READING_CONTENTS };
        let mut row = Row::new(head.shrink2(vec2(PADDING, 4.0)), kit.is_rtl());
        let cell = row.start(button_width(ui, kit, &kit.words.text(name), true));
        let icon = if shows { Icon::Back } else { Icon::Down };
        if button(ui, kit, cell, name, Some(icon), ButtonLook::Raised).clicked() {
            actions.push(Action::Read(self.dialog, ReadAction::ShowList(!shows)));
        }
    }

    fn list(&self, ui: &mut Ui, kit: Kit<'_>, actions: &mut Vec<Action>) {
        if let Some(name) = self.find {
            self.field(ui, kit, name, actions);
            ui.add_space(8.0);
        }
        let height = ui.available_height();
        scroll::vertical(ui, kit, "pages", Some(height), |ui| {
            for entry in self.entries {
                if let Some(heading) = entry.heading {
                    let row = Row::allocate(ui, kit, 36.0);
                    let words = kit.words.text(heading);
                    let galley = kit.text.line(ui.ctx(), &words, &NOTE.weight(600.0));
                    let cell = row.rest().shrink2(vec2(PADDING, 0.0));
                    text_in(ui, kit, cell, galley, kit.theme.ui.muted, At::Start);
                }
                if self.entry(ui, kit, entry) {
                    actions.push(Action::Read(self.dialog, ReadAction::Turn(entry.page)));
                }
            }
            if let Some(nothing) = self.nothing.filter(|_| self.entries.is_empty()) {
                let words = kit.words.text(nothing);
                let width = ui.available_width() - 2.0 * PADDING;
                let galley = kit.text.paragraph(ui.ctx(), &words, &NOTE, width, None);
                let row = Row::allocate(ui, kit, galley.size().y + 16.0);
                let cell = row.rest().shrink2(vec2(PADDING, 0.0));
                text_in(ui, kit, cell, galley, kit.theme.ui.muted, At::Start);
            }
        });
    }

    fn field(&self, ui: &mut Ui, kit: Kit<'_>, name: Key, actions: &mut Vec<Action>) {
        let id = Id::unique(("looked for in", self.dialog));
        let answered = ui.scope_id().with("answered");
        let request = self.reading.field_request;
        if ui.data(|data| data.get_temp::<u32>(answered)).unwrap_or_default() != request {
            ui.data_mut(|data| data.insert_temp(answered, request));
            ui.memory_mut(|memory| memory.request_focus(id));
            perform(ui.ctx(), id, Command::SelectAll);
        }
        let row = Row::allocate(ui, kit, FIELD_HEIGHT);
        let words = kit.words.text(name);
        let edit = TextField::new(id, &self.reading.query, &words)
            .placeholder(&words)
            .icon(Icon::Search)
            .clearable()
            .show_in(ui, kit, row.rest().shrink2(vec2(INSET, 0.0)));
        if let Some(text) = edit.changed {
            actions.push(Action::Read(self.dialog, ReadAction::LookFor(text)));
        } else if edit.submitted
            && let Some(first) = self.entries.first()
        {
            actions.push(Action::Read(self.dialog, ReadAction::Turn(first.page)));
        }
    }

    /// A page in the list; says whether it was pressed.
    fn entry(&self, ui: &mut Ui, kit: Kit<'_>, entry: &Entry) -> bool {
        let colors = &kit.theme.ui;
        let is_open = entry.page == self.open;
        let style = BODY.direction(kit.direction()).weight(if is_open { 600.0 } else { 400.0 });
        let note = kit.text.line(ui.ctx(), &entry.note, &NOTE.tabular());
        let beside = if entry.note.is_empty() { 0.0 } else { note.size().x + 8.0 };
        let width = ui.available_width() - 2.0 * PADDING - beside;
        let galley = kit.text.paragraph(ui.ctx(), &entry.words, &style, width.max(40.0), None);
        let size = vec2(ui.available_width(), (galley.size().y + 12.0).max(32.0));
        let (rect, response) = clickable(ui, ("page", entry.page), size);
        let said = [entry.words.as_ref(), entry.note.as_str()];
        let said = said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        let said = said.join(&kit.words.text(key::LIST_COMMA));
        response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &said));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_open));
        if response.gained_focus() && !ui.clip_rect().contains_rect(rect) {
            response.scroll_to_me(None);
        }
        let plate = rect.shrink2(vec2(INSET - 4.0, 0.0));
        if is_open {
            ui.painter().rect_filled(plate, RADIUS, colors.selected_row);
        } else if response.hovered() {
            ui.painter().rect_filled(plate, RADIUS, colors.hover);
        }
        focus_ring(ui, &response, plate, RADIUS, kit);
        let mut row = Row::new(rect.shrink2(vec2(PADDING, 0.0)), kit.is_rtl());
        if beside > 0.0 {
            paint_text(ui, kit, row.end(beside), note, colors.muted, At::End);
        }
        let top = rect.center().y - 0.5 * galley.size().y;
        let cell = row.rest();
        let x = if kit.is_rtl() { cell.right() - galley.size().x } else { cell.left() };
        let ink = if is_open || response.hovered() { colors.text } else { colors.muted };
        ui.painter().galley(egui::pos2(x, top.round()), galley, ink);
        response.clicked() && !is_open
    }

    fn page(
        &self,
        ui: &mut Ui,
        kit: Kit<'_>,
        actions: &mut Vec<Action>,
        page: impl FnOnce(&mut Ui, &mut Vec<Action>),
    ) {
        let height = ui.available_height();
        // Each page stays where it was left.
        let key = ("page", self.dialog, self.reading.page);
        scroll::vertical(ui, kit, key, Some(height), |ui| {
            let column = ui.max_rect().shrink2(vec2(PADDING, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(column), |ui| page(ui, actions));
            scroll_by_keys(ui, height);
        });
    }
}

/// Shows `contents` in `rect`, which was allocated for it.
fn part(ui: &mut Ui, rect: Rect, name: &str, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(rect).id_salt(name);
    let mut inner = ui.new_child(builder);
    inner.set_clip_rect(rect.intersect(ui.clip_rect()));
    contents(&mut inner);
}

/// What was last brought into sight on a page, so that only something new scrolls it.
pub(super) fn seek(ui: &Ui, sought: &(usize, String), target: Option<Rect>) {
    let id = ui.scope_id().with("sought");
    let before: Option<(usize, String)> = ui.data(|data| data.get_temp(id));
    if before.as_ref() == Some(sought) {
        return;
    }
    if let Some(rect) = target
        && !ui.clip_rect().shrink2(vec2(0.0, 24.0)).contains_rect(rect)
    {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    ui.data_mut(|data| data.insert_temp(id, sought.clone()));
}
