//! The menu of a text field, under the right mouse button.

use super::menu::{self, Item};
use super::shortcuts::{CTRL, chord};
use crate::i18n::{Key as Word, key};
use crate::map::kit::Kit;
use crate::text::edit::{Command, EditResponse, perform};
use egui::{Key, Popup};

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
    let groups = GROUPS.map(|group| {
        let items = group.iter().map(|&(word, does, key)| {
            let keys = key.map(|key| chord(kit, CTRL, key)).unwrap_or_default();
            Item { word, keys, enabled: field.allows(does), does }
        });
        items.collect()
    });
    if let Some(command) =
        menu::show(Popup::context_menu(&field.response), kit, key::EDIT_MENU, &groups)
    {
        perform(&field.response.ctx, field.response.id, command);
    }
}
