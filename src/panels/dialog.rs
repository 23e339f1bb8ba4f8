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
    follow(ui.ctx(), state.dialog);
    match state.dialog {
        None => {}
        Some(Dialog::Settings) => sheet(ui, kit, key::SETTINGS_HEADING, actions, |ui, actions| {
            super::settings::show(ui, state, kit, actions);
        }),
        Some(Dialog::Shortcuts) => sheet(ui, kit, key::SHORTCUTS_HEADING, actions, |ui, _| {
            super::shortcuts::show(ui, kit);
        }),
        Some(Dialog::About) => sheet(ui, kit, key::ABOUT_HEADING, actions, |ui, _| {
            super::about::show(ui, kit);
        }),
    }
}

/// Gives the focus back when the dialog has gone.
fn follow(ctx: &Context, dialog: Option<Dialog>) {
    let id = Id::unique("before the dialog");
    let before: Before = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    if before.dialog == dialog {
        return;
    }
    let mut now = Before { dialog, ..before };
    if before.dialog.is_none() {
        now.focus = ctx.memory(egui::Memory::focused);
        if let Some(focus) = now.focus {
            ctx.memory_mut(|memory| memory.surrender_focus(focus));
        }
    } else if dialog.is_none()
        && let Some(focus) = before.focus
    {
        ctx.memory_mut(|memory| memory.request_focus(focus));
    }
    ctx.data_mut(|data| data.insert_temp(id, now));
}

fn sheet(
    ui: &Ui,
    kit: Kit<'_>,
    title: Key,
    actions: &mut Vec<Action>,
    contents: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let room = ui.ctx().content_rect().shrink(AROUND);
    let width = WIDTH.min(room.width()).max(2.0 * PADDING + 40.0);
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
        let closed = head(ui, kit, title);
        // As wide as the sheet, so that the bar stands in its padding.
        scroll::vertical(ui, kit, "dialog", Some(height), |ui| {
            let column = ui.max_rect().shrink2(vec2(PADDING, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(column), |ui| contents(ui, actions));
        });
        closed
    });
    if shown.inner || shown.backdrop_response.clicked() {
        actions.push(Action::ShowDialog(None));
    }
}

fn head(ui: &mut Ui, kit: Kit<'_>, title: Key) -> bool {
    let whole = Row::allocate(ui, kit, HEAD).rest();
    let mut row = Row::new(whole.shrink2(vec2(PADDING, 0.0)), kit.is_rtl());
    let cell = row.end(28.0);
    let close = Rect::from_min_size(cell.min, Vec2::splat(28.0));
    let pressed = IconButton::new(key::ACTION_CLOSE, Icon::Close).show(ui, close, kit).clicked();
    let style = TextStyle::new(16.0, 24.0).weight(700.0);
    let words = kit.words.text(title);
    let galley = kit.text.ellipsized(ui.ctx(), &words, &style, row.rest().width());
    let rect = row.rest().with_max_y(row.rest().top() + 28.0);
    let heading = ui.interact(rect, ui.scope_id().with("title"), egui::Sense::hover());
    heading.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, words.as_ref()));
    paint_text(ui, kit, rect, galley, kit.theme.ui.text, At::Start);
    pressed
}
