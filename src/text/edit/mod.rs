//! A field in which Arabic, French and English are written, in one line.
//!
//! egui's own field knows no bidirectional text: its caret, its selection and what it copies are
//! wrong in Arabic. [`BidiEdit`] edits with `parley` and shows its text through the same engine as
//! every other text. The caret goes where the eye expects it: left and right are those of the
//! screen, and the selection is a piece of the text in reading order.
//!
//! The caller owns the text and takes [`EditResponse::changed`]; caret, selection and the steps
//! back are in egui's memory under the field's id.

mod accessible;
mod boundaries;
mod editor;
mod field;
mod filter;
mod history;
mod keys;
mod paint;
mod pointer;

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Color32, Context, Id, Rect, Response, Sense, Ui};

pub use keys::takes;

use super::engine::TextEngine;
use super::style::{Direction, TextStyle};
use field::Field;

/// Characters that a field holds unless it is told otherwise.
pub const LIMIT: usize = 4096;

/// What can be asked of a field from outside, as its menu does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Takes the last step back.
    Undo,
    /// Takes the step forward again.
    Redo,
    /// Copies the selection and takes it away.
    Cut,
    /// Copies the selection.
    Copy,
    /// Puts what the clipboard has in the place of the selection.
    Paste,
    /// Takes the selection away.
    Delete,
    /// Selects everything.
    SelectAll,
    /// Takes everything away.
    Clear,
}

/// Has the field `id` carry out `command` in its next pass, and gives it the keyboard's focus.
pub fn perform(ctx: &Context, id: Id, command: Command) {
    if let Some(field) = kept(ctx, id) {
        lock(&field).pending.push(command);
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.request_repaint();
    }
}

/// Whether a field has the keyboard's focus: then letters are written, and are no shortcuts.
#[must_use]
pub fn is_editing(ctx: &Context) -> bool {
    ctx.memory(egui::Memory::focused).is_some_and(|id| kept(ctx, id).is_some())
}

/// The colours of a field's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditColors {
    /// The text and the caret.
    pub text: Color32,
    /// What an empty field says.
    pub placeholder: Color32,
    /// The ground of the selection.
    pub selection: Color32,
    /// The text on it.
    pub selected: Color32,
}

/// What came of a field in a pass.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "facts that have nothing to do with each other")]
pub struct EditResponse {
    /// Of the whole field. It has the focus while the reader writes.
    pub response: Response,
    /// The text, if the reader changed it.
    pub changed: Option<String>,
    /// Whether Enter was pressed. The field keeps the focus.
    pub submitted: bool,
    /// Whether an input method composes: then Escape, Enter and the arrows are its keys.
    pub is_composing: bool,
    /// Where the caret is, in bytes of the text.
    pub caret: usize,
    /// What is selected, in bytes of the text.
    pub selection: Range<usize>,
    /// Where the caret is seen, if it is.
    pub caret_rect: Option<Rect>,
    can_undo: bool,
    can_redo: bool,
    is_empty: bool,
}

impl EditResponse {
    /// Whether `command` would do anything.
    #[must_use]
    pub fn allows(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.can_undo,
            Command::Redo => self.can_redo,
            Command::Cut | Command::Copy | Command::Delete => !self.selection.is_empty(),
            Command::Paste => true,
            Command::SelectAll | Command::Clear => !self.is_empty,
        }
    }
}

/// A field of one line.
///
/// ```
/// use sahel_map::text::edit::{BidiEdit, EditColors};
/// use sahel_map::text::{Direction, TextEngine, TextStyle};
/// use egui::{Color32, Id, Rect, pos2, vec2};
///
/// let engine = TextEngine::new();
/// let ctx = egui::Context::default();
/// engine.install(&ctx);
/// let mut query = String::from("كيدال");
/// let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
///     let rect = Rect::from_min_size(pos2(8.0, 8.0), vec2(200.0, 36.0));
///     let colors = EditColors {
///         text: Color32::BLACK,
///         placeholder: Color32::GRAY,
///         selection: Color32::BLUE,
///         selected: Color32::WHITE,
///     };
///     let field = BidiEdit::new(Id::unique("query"), &query, "Search")
///         .style(TextStyle::new(14.0, 20.0).direction(Direction::Rtl))
///         .colors(colors)
///         .show(ui, &engine, rect, rect.shrink2(vec2(12.0, 0.0)));
///     if let Some(text) = field.changed {
///         query = text;
///     }
/// });
/// output.textures_delta.clear();
/// ```
#[derive(Clone, Debug)]
pub struct BidiEdit<'a> {
    id: Id,
    text: &'a str,
    name: &'a str,
    placeholder: &'a str,
    style: TextStyle,
    colors: EditColors,
    limit: usize,
}

impl<'a> BidiEdit<'a> {
    /// A field that has `text`; `name` is what a screen reader calls it.
    #[must_use]
    pub const fn new(id: Id, text: &'a str, name: &'a str) -> Self {
        let colors = EditColors {
            text: Color32::GRAY,
            placeholder: Color32::GRAY,
            selection: Color32::LIGHT_BLUE,
            selected: Color32::BLACK,
        };
        let style = TextStyle::new(14.0, 20.0);
        Self { id, text, name, placeholder: "", style, colors, limit: LIMIT }
    }

    /// Says `words` while it is empty.
    #[must_use]
    pub const fn placeholder(self, words: &'a str) -> Self {
        Self { placeholder: words, ..self }
    }

    /// Sets its text like this. The style's direction is that of the interface: it is where the
    /// text stands as long as it has no letter.
    #[must_use]
    pub const fn style(self, style: TextStyle) -> Self {
        Self { style, ..self }
    }

    /// Has these colours.
    #[must_use]
    pub const fn colors(self, colors: EditColors) -> Self {
        Self { colors, ..self }
    }

    /// Holds at most `characters`.
    #[must_use]
    pub const fn limit(self, characters: usize) -> Self {
        Self { limit: characters, ..self }
    }

    /// Shows the field: `rect` takes the pointer, the text stands in `room` within it.
    ///
    /// Where `text` is not what the field has, it is taken over, with the caret at its end.
    #[must_use]
    pub fn show(self, ui: &Ui, engine: &TextEngine, rect: Rect, room: Rect) -> EditResponse {
        let kept = ui.data_mut(|data| {
            let fresh = || Kept(Arc::new(Mutex::new(Field::new(&self))));
            data.get_temp_mut_or_insert_with(self.id, fresh).clone()
        });
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag());
        // The space bar and Enter are for the text.
        response.flags -= egui::response::Flags::FAKE_PRIMARY_CLICKED;
        lock(&kept.0).show(&self, ui, engine, response, room)
    }

    /// Direction of a text without a letter.
    fn own_direction(&self) -> Direction {
        match self.style.direction {
            Direction::Rtl => Direction::Rtl,
            Direction::Auto | Direction::Ltr => Direction::Ltr,
        }
    }
}

/// A field in egui's memory.
#[derive(Clone)]
struct Kept(Arc<Mutex<Field>>);

fn kept(ctx: &Context, id: Id) -> Option<Arc<Mutex<Field>>> {
    ctx.data(|data| data.get_temp::<Kept>(id)).map(|kept| kept.0)
}

fn lock(field: &Mutex<Field>) -> std::sync::MutexGuard<'_, Field> {
    field.lock().unwrap_or_else(PoisonError::into_inner)
}
