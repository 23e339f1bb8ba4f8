//! What lies over the window until it is closed: its sheet, its title, its way out.

use super::row::{At, Row, paint_text};
use super::widgets::scroll;
use super::widgets::{PADDING, raised_frame};
use crate::i18n::{Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::Kit;
use crate::state::{Action, AppState, Dialog};
use crate::text::TextStyle;
use egui::{Color32, Context, Id, Margin, Modal, Rect, Ui, UiBuilder, Vec2, vec2};

const WIDTH: f32 = 520.0;
/// Of the dialog that has a preview beside its choices.
const WIDE: f32 = 880.0;
/// Of one with a list of pages beside the page that is read.
const BOOK: f32 = 960.0;
/// Height of such a one at most.
const BOOK_HEIGHT: f32 = 800.0;
/// Height of the title's row.
const HEAD: f32 = 36.0;
/// Room between the sheet and the window's edges.
const AROUND: f32 = 24.0;

/// What had the keyboard's focus before the dialog opened.
#[derive(Clone, Copy, Default)]
struct Before {
    dialog: Option<Dialog>,
    focus: Option<Id>,
}

/// Shows the dialog that is open, if one is.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let takes_focus = follow(ui.ctx(), state);
    let Some(dialog) = state.dialog else { return };
    let (title, width) = match dialog {
        Dialog::Export => (key::EXPORT_HEADING, WIDE),
        Dialog::Settings => (key::SETTINGS_HEADING, WIDTH),
        Dialog::Online => (key::ONLINE_HEADING, WIDTH),
        Dialog::Guide => (key::GUIDE_HEADING, BOOK),
        Dialog::Shortcuts => (key::SHORTCUTS_HEADING, WIDTH),
        Dialog::About => (key::ABOUT_HEADING, BOOK),
    };
    sheet(ui, kit, (title, width, takes_focus), actions, |ui, height, actions| match dialog {
        Dialog::Export => {
            scrolled(ui, kit, height, |ui| super::export::show(ui, state, kit, actions));
        }
        Dialog::Settings => {
            scrolled(ui, kit, height, |ui| super::settings::show(ui, state, kit, actions));
        }
        Dialog::Online => {
            scrolled(ui, kit, height, |ui| super::online::show(ui, state, kit, actions));
        }
        Dialog::Shortcuts => scrolled(ui, kit, height, |ui| super::shortcuts::show(ui, kit)),
        Dialog::Guide => super::guide::show(ui, state, kit, height.min(BOOK_HEIGHT), actions),
        Dialog::About => super::about::show(ui, state, kit, height.min(BOOK_HEIGHT), actions),
    });
}

/// Gives the focus back when the dialog has gone. Says whether one has just opened that takes it
/// from something else, as it does for who goes by the keyboard.
fn follow(ctx: &Context, state: &AppState) -> bool {
    let dialog = state.dialog;
    let id = Id::unique("before the dialog");
    let before: Before = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    if before.dialog == dialog {
        return false;
    }
    let mut now = Before { dialog, ..before };
    if before.dialog.is_none() {
        now.focus = ctx.memory(egui::Memory::focused);
        if let Some(focus) = now.focus {
            ctx.memory_mut(|memory| memory.surrender_focus(focus));
        }
    } else if dialog.is_none()
        && let Some(focus) = before.focus
        && state.search.is_none()
        && !state.asks_for_find()
    {
        // Where the search or the find was opened instead, its field keeps the focus.
        ctx.memory_mut(|memory| memory.request_focus(focus));
    }
    ctx.data_mut(|data| data.insert_temp(id, now));
    dialog.is_some() && now.focus.is_some()
}

fn sheet(
    ui: &Ui,
    kit: Kit<'_>,
    (title, width, takes_focus): (Key, f32, bool),
    actions: &mut Vec<Action>,
    contents: impl FnOnce(&mut Ui, f32, &mut Vec<Action>),
) {
    let room = ui.ctx().content_rect().shrink(AROUND);
    let width = width.min(room.width()).max(2.0 * PADDING + 40.0);
    let height = (room.height() - 2.0 * PADDING - HEAD).max(40.0);
    let frame = raised_frame(kit).inner_margin(Margin::symmetric(0, PADDING as i8));
    // What is changed is seen at once behind the sheet, so it is darkened only a little.
    let modal = Modal::new(Id::unique(("dialog", title)))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(72));
    let shown = modal.show(ui.ctx(), |ui| {
        // Not what the last frame needed: there may be more to show now.
        ui.set_max_size(vec2(width, height + HEAD));
        ui.set_width(width);
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let closed = head(ui, kit, title, takes_focus);
        contents(ui, height, actions);
        closed
    });
    let name = kit.words.text(title);
    let said = || egui::WidgetInfo::labeled(egui::Role::Dialog, true, name.as_ref());
    shown.response.widget_info(said);
    if shown.inner || shown.backdrop_response.clicked() {
        actions.push(Action::ShowDialog(None));
    }
}

/// What a dialog of one column has: scrolled where it is higher than `height`.
fn scrolled(ui: &mut Ui, kit: Kit<'_>, height: f32, contents: impl FnOnce(&mut Ui)) {
    // As wide as the sheet, so that the bar stands in its padding.
    scroll::vertical(ui, kit, "dialog", Some(height), |ui| {
        let column = ui.max_rect().shrink2(vec2(PADDING, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), contents);
        scroll_by_keys(ui, height);
    });
}

fn head(ui: &mut Ui, kit: Kit<'_>, title: Key, takes_focus: bool) -> bool {
    let whole = Row::allocate(ui, kit, HEAD).rest();
    let mut row = Row::new(whole.shrink2(vec2(PADDING, 0.0)), kit.is_rtl());
    let cell = row.end(28.0);
    let close = Rect::from_min_size(cell.min, Vec2::splat(28.0));
    let way_out = IconButton::new(key::ACTION_CLOSE, Icon::Close).show(ui, close, kit);
    if takes_focus {
        way_out.request_focus();
    }
    let style = TextStyle::new(16.0, 24.0).weight(700.0);
    let words = kit.words.text(title);
    let galley = kit.text.ellipsized(ui.ctx(), &words, &style, row.rest().width());
    let rect = row.rest().with_max_y(row.rest().top() + 28.0);
    let heading = ui.interact(rect, ui.scope_id().with("title"), egui::Sense::hover());
    heading.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words.as_ref()));
    paint_text(ui, kit, rect, galley, kit.theme.ui.text, At::Start);
    way_out.clicked()
}

/// Scrolls what is around by the keys that move a page, and by the arrows while they have nothing
/// else to go to.
pub(super) fn scroll_by_keys(ui: &Ui, page: f32) {
    /// How far an arrow goes, in points.
    const LINE: f32 = 40.0;
    /// Further than any dialog is long.
    const END: f32 = 1e5;
    let free = ui.memory(|memory| memory.focused().is_none());
    let way = ui.input(|input| {
        let pressed = |key, way: f32| if input.key_pressed(key) { way } else { 0.0 };
        let by_pages =
            pressed(egui::Key::PageDown, 0.9 * page) - pressed(egui::Key::PageUp, 0.9 * page);
        let to_ends = pressed(egui::Key::End, END) - pressed(egui::Key::Home, END);
        let by_lines = pressed(egui::Key::ArrowDown, LINE) - pressed(egui::Key::ArrowUp, LINE);
        by_pages + to_ends + if free { by_lines } else { 0.0 }
    });
    if way != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -way));
    }
}
