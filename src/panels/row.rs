//! A row of things that is filled from the reader's side: left in French and English, right in
//! Arabic. Everything that mirrors does so here.

use crate::map::kit::Kit;
use crate::text::{Passage, PassageColors, Rich, optical_center};
use egui::{Color32, Galley, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};
use std::sync::Arc;

/// What is left of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    left: Rect,
    rtl: bool,
}

/// Where a text stands in its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// At the reader's side.
    Start,
    /// In the middle.
    Middle,
    /// At the far side.
    End,
}

impl Row {
    /// A row in `rect`.
    #[must_use]
    pub(super) const fn new(rect: Rect, rtl: bool) -> Self {
        Self { left: rect, rtl }
    }

    /// A row as wide as the panel and `height` high, where the next widget goes.
    pub(super) fn allocate(ui: &mut Ui, kit: Kit<'_>, height: f32) -> Self {
        let size = egui::vec2(ui.available_width(), height);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        Self::new(rect, kit.is_rtl())
    }

    /// Takes `width` points from the reader's side.
    pub(super) fn start(&mut self, width: f32) -> Rect {
        if self.rtl { self.take_right(width) } else { self.take_left(width) }
    }

    /// Takes `width` points from the far side.
    pub(super) fn end(&mut self, width: f32) -> Rect {
        if self.rtl { self.take_left(width) } else { self.take_right(width) }
    }

    /// All that is left.
    #[must_use]
    pub(super) const fn rest(&self) -> Rect {
        self.left
    }

    fn take_left(&mut self, width: f32) -> Rect {
        let (taken, left) =
            self.left.split_left_right_at_x((self.left.left() + width).min(self.left.right()));
        self.left = left;
        taken
    }

    fn take_right(&mut self, width: f32) -> Rect {
        let (left, taken) =
            self.left.split_left_right_at_x((self.left.right() - width).max(self.left.left()));
        self.left = left;
        taken
    }
}

/// The next id for a part of a row that egui's layout does not know.
pub(super) fn next_id(ui: &mut Ui) -> Id {
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    id
}

/// Puts a text in `rect`, centred by the height of its letters, as a label of the accessibility
/// tree.
pub(super) fn text_in(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    galley: Arc<Galley>,
    color: Color32,
    at: At,
) -> Response {
    let id = next_id(ui);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    paint_text(ui, kit, rect, galley, color, at);
    response
}

/// Puts a text of several lines with its corner at `rect`'s, as `role` of the accessibility tree.
/// Its words can be selected where the panel says so.
pub(super) fn label_at(
    ui: &mut Ui,
    kit: Kit<'_>,
    rect: Rect,
    rich: &Rich,
    color: Color32,
    role: Role,
) -> Response {
    let rect = rect.with_max_y(rect.top() + rich.galley.size().y);
    Passage::new(rich).role(role).show_at(ui, rect, &passage_colors(kit, color)).response
}

/// The colours of a passage whose words are `text`.
pub(super) const fn passage_colors(kit: Kit<'_>, text: Color32) -> PassageColors {
    let colors = &kit.theme.ui;
    PassageColors {
        text,
        selection: colors.accent,
        on_selection: colors.on_accent,
        link: colors.accent,
    }
}

/// Paints a text in `rect` without telling the accessibility tree, which has it already.
pub(super) fn paint_text(
    ui: &Ui,
    kit: Kit<'_>,
    rect: Rect,
    galley: Arc<Galley>,
    color: Color32,
    at: At,
) {
    let width = galley.size().x;
    #[cfg(debug_assertions)]
    note_overflow(ui, rect, &galley);
    let right_side = matches!((at, kit.is_rtl()), (At::Start, true) | (At::End, false));
    let x = match at {
        At::Middle => rect.center().x - 0.5 * width,
        _ if right_side => rect.right() - width,
        _ => rect.left(),
    };
    let y = rect.center().y - optical_center(&galley);
    ui.painter().galley(pos2(x, y.round()), galley, color);
}

#[cfg(debug_assertions)]
fn overflow_id() -> Id {
    Id::unique("texts that are wider than their room")
}

/// Remembers a text that runs out of its room or was cut to it, for [`take_overflow`].
#[cfg(debug_assertions)]
fn note_overflow(ui: &Ui, rect: Rect, galley: &Galley) {
    if galley.elided || galley.size().x > rect.width() + 1.0 {
        let words = galley.text().to_owned();
        ui.data_mut(|data| {
            let known = data.get_temp_mut_or_default::<Vec<String>>(overflow_id());
            if !known.contains(&words) {
                known.push(words);
            }
        });
    }
}

/// The texts of the panels that ran out of their room, or were cut to it, since this was last asked. A debug build
/// keeps watch, so that a test finds what a longer language or larger text breaks.
#[cfg(debug_assertions)]
#[must_use]
pub fn take_overflow(ctx: &egui::Context) -> Vec<String> {
    ctx.data_mut(|data| data.remove_temp(overflow_id())).unwrap_or_default()
}
