//! Messages over the map: what happened, and what to do.

use super::row::Row;
use super::widgets::BODY;
use crate::i18n::Args;
use crate::map::furniture::{Kit, icon_button};
use crate::map::icons::{self, Icon};
use crate::state::{Action, AppState, Notice, NoticeWords};
use crate::text::ltr;
use egui::{Area, Id, Order, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

const WIDTH: f32 = 420.0;
const PADDING: f32 = 12.0;
/// How many are shown at once; the rest wait behind them.
const SHOWN: usize = 4;

pub(super) fn show(ui: &mut Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let room = ui.available_rect_before_wrap();
    let width = WIDTH.min(room.width() - 32.0);
    if state.notices.is_empty() || width < 100.0 {
        return;
    }
    let corner = egui::pos2(room.center().x - 0.5 * width, room.top() + 64.0);
    Area::new(Id::unique("notices")).order(Order::Foreground).fixed_pos(corner).show(
        ui.ctx(),
        |ui| {
            for (index, notice) in state.notices.iter().enumerate().take(SHOWN) {
                if card(ui, kit, notice, index, width) {
                    actions.push(Action::DismissNotice(index));
                }
                ui.add_space(8.0);
            }
        },
    );
}

/// Shows one notice; says whether it was dismissed.
fn card(ui: &mut Ui, kit: Kit<'_>, notice: &Notice, index: usize, width: f32) -> bool {
    let words = match &notice.words {
        NoticeWords::Text(text) => text.clone(),
        NoticeWords::PictureSaved(path) => {
            let path = ltr(&path.display().to_string());
            kit.words.format("notice-picture-saved", Args::new().text("path", path))
        }
    };
    let colors = &kit.theme.ui;
    let (icon, ink) =
        if notice.problem { (Icon::Warning, colors.bad) } else { (Icon::Check, colors.good) };
    let inner = width - 2.0 * PADDING - 24.0 - 32.0;
    let galley = kit.text.paragraph(ui.ctx(), &words, &BODY, inner, None);
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, galley.size().y + 2.0 * PADDING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, galley.text()));
    let painter = ui.painter();
    painter.add(
        egui::epaint::Shadow { offset: [0, 4], blur: 16, spread: 0, color: colors.shadow }
            .as_shape(rect, 8.0),
    );
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
        icon_button(ui, close, Icon::Close, &kit.words.text("notice-dismiss"), kit).clicked()
    })
    .inner
}
