//! A field for one value, which is taken when the reader has finished writing it.

use super::row::Row;
use super::text_field::{FIELD_HEIGHT, TextField};
use super::widgets::paragraph;
use crate::map::kit::{Kit, NOTE};
use egui::{Id, Ui};

/// Most characters of a name, a figure or a position.
pub(super) const SHORT: usize = 200;

/// The field of a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Its identity, and where what is being written is kept.
    pub(super) id: Id,
    /// What a screen reader calls it.
    pub(super) name: &'a str,
    /// What it has until something is written.
    pub(super) value: &'a str,
    /// What it says while it is empty.
    pub(super) placeholder: &'a str,
    /// The most characters that it takes.
    pub(super) limit: usize,
    /// Whether it is a path or an address, which reads from the left in every language.
    pub(super) is_path: bool,
    /// What is said of a text that is no such value.
    pub(super) wrong: &'a str,
}

impl Entry<'_> {
    /// Shows the field; gives what `read` makes of a text that was finished with Enter. A text that
    /// `read` cannot take stays, with what is wrong below it.
    pub(super) fn show<T>(
        self,
        ui: &mut Ui,
        kit: Kit<'_>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let draft: Option<String> = ui.data(|data| data.get_temp(self.id));
        let text = draft.as_deref().unwrap_or(self.value);
        let cell = Row::allocate(ui, kit, FIELD_HEIGHT).rest();
        let field = TextField::new(self.id, text, self.name)
            .placeholder(self.placeholder)
            .limit(self.limit);
        let field = if self.is_path { field.path() } else { field };
        let edit = field.show_in(ui, kit, cell);
        let text = edit.changed.clone().or(draft);
        let refused = self.id.with("refused");
        if let Some(changed) = edit.changed {
            ui.data_mut(|data| {
                data.insert_temp(self.id, changed);
                data.remove::<()>(refused);
            });
        }
        let mut taken = None;
        if edit.submitted {
            taken = text.as_deref().and_then(&read);
            ui.data_mut(|data| {
                if taken.is_some() {
                    data.remove::<String>(self.id);
                } else {
                    data.insert_temp(refused, ());
                }
            });
        } else if !edit.response.has_focus() && text.is_some() {
            // Who leaves without Enter has thought better of it.
            ui.data_mut(|data| {
                data.remove::<String>(self.id);
                data.remove::<()>(refused);
            });
        }
        if ui.data(|data| data.get_temp::<()>(refused)).is_some() {
            paragraph(ui, kit, self.wrong, &NOTE, kit.theme.ui.bad);
        }
        taken
    }
}
