//! Menus under the right mouse button: groups of rows, each with what it does and its keys.

use super::row::{At, Row, paint_text};
use super::widgets::{BODY, clickable, raised_frame};
use crate::i18n::Key as Word;
use crate::map::controls::focus_ring;
use crate::map::kit::{Kit, NOTE};
use egui::{
    Margin, Popup, PopupCloseBehavior, RectAlign, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

const ROW_HEIGHT: f32 = 32.0;
/// Least room between what a row does and its keys.
const GAP: f32 = 32.0;

/// A row of a menu.
#[derive(Clone, Debug)]
pub(super) struct Item<T> {
    /// What it does, in words.
    pub(super) word: Word,
    /// The keys that do it as well; empty where there are none.
    pub(super) keys: String,
    /// Whether it can be chosen.
    pub(super) enabled: bool,
    /// What it stands for.
    pub(super) does: T,
}

/// Shows `popup` as a menu called `name`, with a line between its groups; says what was chosen.
pub(super) fn show<T: Copy>(
    popup: Popup<'_>,
    kit: Kit<'_>,
    name: Word,
    groups: &[Vec<Item<T>>],
) -> Option<T> {
    let frame = raised_frame(kit).inner_margin(Margin::same(4));
    let align = if kit.is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let popup = popup
        .align(align)
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name(kit.words.text(name));
    let mut chosen = None;
    popup.show(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let width = width(ui, kit, groups);
        ui.set_width(width);
        for (index, group) in groups.iter().enumerate() {
            if index > 0 {
                let (rect, _) = ui.allocate_exact_size(vec2(width, 9.0), Sense::hover());
                let line = Stroke::new(1.0, kit.theme.ui.hairline);
                ui.painter().hline(rect.x_range(), rect.center().y, line);
            }
            for item in group {
                if row(ui, kit, item, width) {
                    chosen = Some(item.does);
                }
            }
        }
    });
    chosen
}

/// Width of the widest row.
fn width<T>(ui: &Ui, kit: Kit<'_>, groups: &[Vec<Item<T>>]) -> f32 {
    groups.iter().flatten().fold(0.0, |width: f32, item| {
        let words = kit.text.line(ui.ctx(), &kit.words.text(item.word), &BODY).size().x;
        let keys = kit.text.line(ui.ctx(), &item.keys, &NOTE).size().x;
        width.max(words + GAP + keys + 24.0)
    })
}

/// A row of the menu; whether it was chosen.
fn row<T>(ui: &mut Ui, kit: Kit<'_>, item: &Item<T>, width: f32) -> bool {
    let Item { word, keys, enabled, .. } = item;
    let words = kit.words.text(*word);
    let (rect, response) = if *enabled {
        clickable(ui, word.name(), vec2(width, ROW_HEIGHT))
    } else {
        ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover())
    };
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, *enabled, words.as_ref()));
    let colors = &kit.theme.ui;
    if *enabled && response.hovered() {
        ui.painter().rect_filled(rect, 6.0, colors.hover);
    }
    focus_ring(ui, &response, rect, 6.0, kit);
    let faint = |color: egui::Color32| if *enabled { color } else { color.gamma_multiply(0.5) };
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), kit.is_rtl());
    let keys = kit.text.line(ui.ctx(), keys, &NOTE);
    let end = row.end(keys.size().x);
    paint_text(ui, kit, end, keys, faint(colors.muted), At::End);
    let words = kit.text.line(ui.ctx(), &words, &BODY);
    paint_text(ui, kit, row.rest(), words, faint(colors.text), At::Start);
    response.clicked()
}
