//! Messages over the map: what happened, and what to do.

use super::row::{At, Row, text_in};
use super::widgets::{BODY, ButtonLook, button, button_width, scroll};
use crate::i18n::{Args, Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::{self, Icon};
use crate::map::kit::Kit;
use crate::state::{Action, AppState, Notice};
use egui::{Area, Id, Order, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 420.0;
const PADDING: f32 = 12.0;
/// How many are shown at once, the newest; the rest come when they are asked for.
const SHOWN: usize = 4;
/// Room between the top of the map and the first notice.
const ABOVE: f32 = 64.0;
/// Height of the line under the notices where there are more.
const FOOTER: f32 = 44.0;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let room = ui.available_rect_before_wrap();
    let width = WIDTH.min(room.width() - 32.0);
    let count = state.notices.len();
    let all_id = Id::unique("all notices are shown");
    if count <= SHOWN {
        ui.data_mut(|data| data.remove::<bool>(all_id));
    }
    if count == 0 || width < 100.0 {
        return;
    }
    let all = ui.data(|data| data.get_temp(all_id)).unwrap_or(false);
    let hidden = if all { 0 } else { count.saturating_sub(SHOWN) };
    let corner = pos2(room.center().x - 0.5 * width, room.top() + ABOVE);
    let height = (room.height() - ABOVE - FOOTER - 16.0).max(FOOTER);
    Area::new(Id::unique("notices")).order(Order::Foreground).fixed_pos(corner).show(
        ui.ctx(),
        |ui| {
            // Not what the last frame needed: there may be more to show now.
            ui.set_max_size(vec2(width, room.height() - ABOVE));
            scroll::vertical(ui, kit, "notices", Some(height), |ui| {
                for (index, notice) in state.notices.iter().enumerate().skip(hidden) {
                    if card(ui, kit, notice, index, width) {
                        actions.push(Action::DismissNotice(index));
                    }
                    ui.add_space(8.0);
                }
            });
            if count > SHOWN {
                footer(ui, kit, (count, hidden), all_id, actions);
            }
        },
    );
}

/// How many there are, all of them at once, and away with all.
fn footer(
    ui: &mut Ui,
    kit: Kit<'_>,
    (count, hidden): (usize, usize),
    all_id: Id,
    actions: &mut Vec<Action>,
) {
    let whole = Row::allocate(ui, kit, FOOTER).rest();
    let colors = &kit.theme.ui;
    ui.painter().add(kit.theme.card_shadow().as_shape(whole, 8.0));
    let edge = Stroke::new(1.0, colors.hairline);
    ui.painter().rect(whole, 8.0, colors.raised, edge, StrokeKind::Inside);
    let mut row = Row::new(whole.shrink2(vec2(PADDING, 6.0)), kit.is_rtl());
    let mut press = |ui: &mut Ui, key: Key| {
        let cell = row.end(button_width(ui, kit, &kit.words.text(key), false));
        button(ui, kit, cell, key, None, ButtonLook::Flat).clicked()
    };
    if press(ui, key::ACTION_DISMISS_ALL) {
        actions.extend((0..count).rev().map(Action::DismissNotice));
    }
    if hidden > 0 && press(ui, key::NOTICE_SHOW_ALL) {
        ui.data_mut(|data| data.insert_temp(all_id, true));
    }
    let words = kit.words.format(key::NOTICES_COUNT, Args::new().count("count", count));
    let galley = kit.text.ellipsized(ui.ctx(), &words, &BODY, row.rest().width());
    text_in(ui, kit, row.rest(), galley, colors.muted, At::Start);
}

/// Shows one notice; says whether it was dismissed.
fn card(ui: &mut Ui, kit: Kit<'_>, notice: &Notice, index: usize, width: f32) -> bool {
    let words = notice.words(kit.words);
    let colors = &kit.theme.ui;
    let (icon, ink) =
        if notice.is_problem() { (Icon::Warning, colors.bad) } else { (Icon::Check, colors.good) };
    let inner = width - 2.0 * PADDING - 24.0 - 32.0;
    let galley = kit.text.paragraph(ui.ctx(), &words, &BODY, inner, None);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y + 2.0 * PADDING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, galley.text()));
    let painter = ui.painter();
    painter.add(kit.theme.card_shadow().as_shape(rect, 8.0));
    painter.rect(rect, 8.0, colors.raised, Stroke::new(1.0, colors.hairline), StrokeKind::Inside);
    let edge = Row::new(rect, kit.is_rtl()).start(3.0);
    painter.rect_filled(edge, 2.0, ink);
    let mut row = Row::new(rect.shrink(PADDING), kit.is_rtl());
    let mark = row.start(24.0);
    icons::paint(painter, icon, mark.with_max_y(mark.top() + 20.0), ink, false);
    let close = row.end(32.0);
    let text = row.rest();
    painter.galley(text.min, galley, colors.text);
    let close = egui::Rect::from_min_size(close.min, Vec2::splat(28.0));
    ui.push_id(index, |ui| {
        IconButton::new(key::NOTICE_DISMISS, Icon::Close).show(ui, close, kit).clicked()
    })
    .inner
}
