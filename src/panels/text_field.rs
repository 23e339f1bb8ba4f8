//! A text field as the panels show it: ground, edge, icon, what it says while empty, a button that
//! empties it, and its menu.

use super::edit_menu;
use super::row::Row;
use super::widgets::BODY;
use crate::i18n::key;
use crate::map::controls::{IconButton, RADIUS, focus_ring};
use crate::map::icons::{self, Icon};
use crate::map::kit::Kit;
use crate::text::Direction;
use crate::text::edit::{BidiEdit, Command, EditColors, EditResponse, LIMIT, perform};
use egui::{Id, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

/// Height of a field.
pub const FIELD_HEIGHT: f32 = 36.0;
/// Room at its ends.
const PADDING: f32 = 12.0;

/// A field of one line.
///
/// It shows the caller's text; what the reader makes of it is in the response. The reader's focus
/// is asked for with `ctx.memory_mut(|memory| memory.request_focus(id))`, and what is in the field
/// is selected with `text::edit::perform(ctx, id, Command::SelectAll)`.
#[derive(Clone, Copy, Debug)]
pub struct TextField<'a> {
    id: Id,
    text: &'a str,
    name: &'a str,
    placeholder: &'a str,
    icon: Option<Icon>,
    clearable: bool,
    is_path: bool,
    limit: usize,
}

impl<'a> TextField<'a> {
    /// A field that has `text` and that a screen reader calls `name`.
    #[must_use]
    pub const fn new(id: Id, text: &'a str, name: &'a str) -> Self {
        Self {
            id,
            text,
            name,
            placeholder: "",
            icon: None,
            clearable: false,
            is_path: false,
            limit: LIMIT,
        }
    }

    /// Says `words` while it is empty.
    #[must_use]
    pub const fn placeholder(self, words: &'a str) -> Self {
        Self { placeholder: words, ..self }
    }

    /// Has an icon where the reader begins.
    #[must_use]
    pub const fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Has a button that empties it.
    #[must_use]
    pub const fn clearable(self) -> Self {
        Self { clearable: true, ..self }
    }

    /// Has a path, which goes from left to right in every language.
    #[must_use]
    pub const fn path(self) -> Self {
        Self { is_path: true, ..self }
    }

    /// Holds at most `characters`.
    #[must_use]
    pub const fn limit(self, characters: usize) -> Self {
        Self { limit: characters, ..self }
    }

    /// Shows the field where the next widget goes, as wide as there is room for.
    #[must_use]
    pub fn show(self, ui: &mut Ui, kit: Kit<'_>) -> EditResponse {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), FIELD_HEIGHT));
        self.show_in(ui, kit, rect)
    }

    /// Shows the field in `rect`, which is [`FIELD_HEIGHT`] high.
    #[must_use]
    pub fn show_in(self, ui: &mut Ui, kit: Kit<'_>, rect: Rect) -> EditResponse {
        let colors = &kit.theme.ui;
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut row = Row::new(rect.shrink2(vec2(PADDING, 0.0)), kit.is_rtl());
        if let Some(icon) = self.icon {
            icons::paint(ui.painter(), icon, row.start(16.0), colors.muted, false);
            row.start(8.0);
        }
        let button = self.clearable.then(|| {
            // The cross stands as far from the end as the text from the beginning.
            let cell = row.end(16.0);
            row.end(8.0);
            Rect::from_center_size(cell.center(), vec2(32.0, 32.0))
        });
        // While it is empty its placeholder speaks to the reader.
        let reads_left = self.is_path && !self.text.is_empty();
        let direction = if reads_left { Direction::Ltr } else { kit.direction() };
        let edit = BidiEdit::new(self.id, self.text, self.name)
            .placeholder(self.placeholder)
            .style(BODY.direction(direction))
            .limit(self.limit)
            .colors(EditColors {
                text: colors.text,
                placeholder: colors.muted,
                selection: colors.accent,
                selected: colors.on_accent,
            })
            .show(ui, kit.text, rect, row.rest());
        let edge = Stroke::new(1.0, colors.hairline);
        let plate =
            egui::epaint::RectShape::new(rect, RADIUS, colors.field, edge, StrokeKind::Inside);
        ui.painter().set(ground, plate);
        focus_ring(ui, &edit.response, rect, RADIUS, kit);
        let text = edit.changed.as_deref().unwrap_or(self.text);
        if let Some(cell) = button.filter(|_| !text.is_empty()) {
            let part = ui.new_child(UiBuilder::new().id_salt(self.id).max_rect(cell));
            if IconButton::new(key::EDIT_CLEAR, Icon::Close)
                .no_stop()
                .show(&part, cell, kit)
                .clicked()
            {
                perform(ui.ctx(), self.id, Command::Clear);
            }
        }
        edit_menu::show(&edit, kit);
        edit
    }
}
