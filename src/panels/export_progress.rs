//! How far what is being saved, copied or printed is, and the way to stop it.

use super::row::{At, Row, text_in};
use super::widgets::{BODY, ButtonLook, button, button_width};
use crate::i18n::{Args, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, ExportAction};
use egui::{Area, Id, Order, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 380.0;
const HEIGHT: f32 = 64.0;
const PADDING: f32 = 16.0;
/// Room between the card and the bottom of the map: it covers neither credits nor scale.
const BELOW: f32 = 60.0;
/// Height of the bar.
const BAR: f32 = 4.0;

/// What remembers whether the way to stop it has the keyboard's focus: Escape then stops it.
#[must_use]
pub fn stop_id() -> Id {
    Id::unique("what is being saved can be stopped from here")
}

/// Shows the card while something takes longer than a moment.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, actions: &mut Vec<Action>) {
    let Some(job) = state.saving.job.filter(|job| job.lasts) else {
        ui.data_mut(|data| data.remove::<bool>(stop_id()));
        return;
    };
    let room = ui.available_rect_before_wrap();
    let width = WIDTH.min(room.width() - 32.0);
    if width < 160.0 {
        ui.data_mut(|data| data.remove::<bool>(stop_id()));
        return;
    }
    let corner = pos2(room.center().x - 0.5 * width, room.bottom() - BELOW - HEIGHT);
    let area = Area::new(Id::unique("progress of saving")).order(Order::Foreground);
    area.fixed_pos(corner).show(ui.ctx(), |ui| {
        ui.set_max_size(vec2(width, HEIGHT));
        let (rect, card) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
        let colors = &kit.theme.ui;
        ui.painter().add(kit.theme.card_shadow().as_shape(rect, 8.0));
        let edge = Stroke::new(1.0, colors.hairline);
        ui.painter().rect(rect, 8.0, colors.raised, edge, StrokeKind::Inside);
        let mut row = Row::new(rect.shrink2(vec2(PADDING, 8.0)), kit.is_rtl());
        let stop = key::EXPORT_STOP;
        let cell = row.end(button_width(ui, kit, &kit.words.text(stop), false));
        row.end(12.0);
        let making = if job.is_cancelled { key::EXPORT_STOPPING } else { key::EXPORT_MAKING };
        let making = kit.words.text(making);
        let part = (job.of > 0).then(|| {
            let args = Args::new().plain("done", job.done).plain("of", job.of);
            kit.words.format(key::EXPORT_PART, args)
        });
        let heard = [making.as_ref()].into_iter().chain(part.as_deref());
        let heard = heard.collect::<Vec<_>>().join(" ");
        let share = job.done as f32 / job.of.max(1) as f32;
        card.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &heard));
        ui.ctx().accesskit_node_builder(card.id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(100.0);
            node.set_numeric_value((100.0 * f64::from(share)).round());
        });
        let text = row.rest();
        let line = |top: f32, height: f32| {
            Rect::from_min_size(pos2(text.left(), text.top() + top), vec2(text.width(), height))
        };
        let galley = kit.text.ellipsized(ui.ctx(), &making, &BODY, text.width());
        text_in(ui, kit, line(0.0, 20.0), galley, colors.text, At::Start);
        if let Some(part) = part {
            let galley = kit.text.ellipsized(ui.ctx(), &part, &NOTE, text.width());
            text_in(ui, kit, line(20.0, 16.0), galley, colors.muted, At::Start);
        }
        let bar = line(42.0, BAR);
        ui.painter().rect_filled(bar, 0.5 * BAR, colors.hover);
        let done = Row::new(bar, kit.is_rtl()).start(share * bar.width());
        ui.painter().rect_filled(done, 0.5 * BAR, colors.accent);
        if job.is_cancelled {
            ui.data_mut(|data| data.remove::<bool>(stop_id()));
        } else {
            let response = button(ui, kit, cell, stop, None, ButtonLook::Raised);
            let has_focus = response.has_focus();
            ui.data_mut(|data| data.insert_temp(stop_id(), has_focus));
            if response.clicked() {
                actions.push(Action::Export(ExportAction::Cancel));
            }
        }
    });
}
