//! The menu of a text field, under the right mouse button.

use super::row::{At, Row, paint_text};
use super::shortcuts::{CTRL, chord};
use super::widgets::{BODY, clickable, raised_frame};
use crate::i18n::{Key as Word, key};
use crate::map::controls::focus_ring;
use crate::map::kit::{Kit, NOTE};
use crate::text::edit::{Command, EditResponse, perform};
use egui::{Key, Margin, Popup, RectAlign, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

const ROW_HEIGHT: f32 = 32.0;
/// Least room between what a row does and its keys.
const GAP: f32 = 32.0;

/// What the menu offers and the key that does it with Ctrl, a line between the groups.
const GROUPS: [&[(Word, Command, Option<Key>)]; 3] = [
    &[
        (key::ACTION_UNDO, Command::Undo, Some(Key::Z)),
        (key::ACTION_REDO, Command::Redo, Some(Key::Y)),
    ],
    &[
        (key::EDIT_CUT, Command::Cut, Some(Key::X)),
        (key::EDIT_COPY, Command::Copy, Some(Key::C)),
        (key::EDIT_PASTE, Command::Paste, Some(Key::V)),
        (key::EDIT_DELETE, Command::Delete, None),
    ],
    &[(key::EDIT_SELECT_ALL, Command::SelectAll, Some(Key::A))],
];

/// Shows the menu of `field` where the right button was pressed.
pub(super) fn show(field: &EditResponse, kit: Kit<'_>) {
    let colors = &kit.theme.ui;
    let frame = raised_frame(kit).inner_margin(Margin::same(4));
    let align = if kit.is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    Popup::context_menu(&field.response)
        .align(align)
        .frame(frame)
        .accessible_name(kit.words.text(key::EDIT_MENU))
        .show(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let width = width(ui, kit);
            ui.set_width(width);
            for (index, group) in GROUPS.iter().enumerate() {
                if index > 0 {
                    let (rect, _) = ui.allocate_exact_size(vec2(width, 9.0), Sense::hover());
                    let line = Stroke::new(1.0, colors.hairline);
                    ui.painter().hline(rect.x_range(), rect.center().y, line);
                }
                for (word, command, key) in *group {
                    if item(ui, kit, *word, *key, width, field.allows(*command)) {
                        perform(ui.ctx(), field.response.id, *command);
                    }
                }
            }
        });
}

/// Width of the widest row.
fn width(ui: &Ui, kit: Kit<'_>) -> f32 {
    let items = GROUPS.iter().copied().flatten();
    items.fold(0.0, |width: f32, (word, _, key)| {
        let words = kit.text.line(ui.ctx(), &kit.words.text(*word), &BODY).size().x;
        let keys = kit.text.line(ui.ctx(), &keys(kit, *key), &NOTE).size().x;
        width.max(words + GAP + keys + 24.0)
    })
}

fn keys(kit: Kit<'_>, key: Option<Key>) -> String {
    key.map(|key| chord(kit, CTRL, key)).unwrap_or_default()
}

/// A row of the menu; whether it was chosen.
fn item(
    ui: &mut Ui,
    kit: Kit<'_>,
    word: Word,
    key: Option<Key>,
    width: f32,
    enabled: bool,
) -> bool {
    let words = kit.words.text(word);
    let (rect, response) = if enabled {
        clickable(ui, word.name(), vec2(width, ROW_HEIGHT))
    } else {
        ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover())
    };
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, words.as_ref()));
    let colors = &kit.theme.ui;
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, 6.0, colors.hover);
    }
    focus_ring(ui, &response, rect, 6.0, kit);
    let faint = |color: egui::Color32| if enabled { color } else { color.gamma_multiply(0.5) };
    let mut row = Row::new(rect.shrink2(vec2(12.0, 0.0)), kit.is_rtl());
    let keys = kit.text.line(ui.ctx(), &keys(kit, key), &NOTE);
    let end = row.end(keys.size().x);
    paint_text(ui, kit, end, keys, faint(colors.muted), At::End);
    let words = kit.text.line(ui.ctx(), &words, &BODY);
    paint_text(ui, kit, row.rest(), words, faint(colors.text), At::Start);
    response.clicked()
}
