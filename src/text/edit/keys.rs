//! Which keys a field takes, and what each does in it.

use egui::{Key, Modifiers};

use super::Command;
use super::editor::{Erase, Motion};

/// What a key does in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    Go {
        motion: Motion,
        extend: bool,
    },
    Erase(Erase),
    Command(Command),
    /// Its letter comes as a text of its own.
    Letter,
}

/// Whether a field that has the keyboard's focus takes a press of `key`, so that no shortcut may.
///
/// Escape, Enter, Tab, up, down, the pages and the F-keys are left to others, as are other
/// letters with Ctrl.
#[must_use]
pub fn takes(key: Key, modifiers: Modifiers) -> bool {
    deed(key, modifiers).is_some()
}

/// What `key` does.
pub(super) fn deed(key: Key, modifiers: Modifiers) -> Option<Deed> {
    let Modifiers { alt, ctrl, shift, command, .. } = modifiers;
    // What some keyboards send for a third letter on a key.
    let is_alt_gr = alt && ctrl;
    if (alt || ctrl || command) && !is_alt_gr {
        return if alt { None } else { with_ctrl(key, shift) };
    }
    let go = |motion| Some(Deed::Go { motion, extend: shift });
    match key {
        Key::ArrowLeft => go(Motion::Left),
        Key::ArrowRight => go(Motion::Right),
        Key::Home => go(Motion::Start),
        Key::End => go(Motion::End),
        Key::Backspace => Some(Deed::Erase(Erase::LetterBefore)),
        Key::Delete => Some(Deed::Erase(Erase::LetterAfter)),
        _ => has_letter(key).then_some(Deed::Letter),
    }
}

fn with_ctrl(key: Key, shift: bool) -> Option<Deed> {
    let go = |motion| Some(Deed::Go { motion, extend: shift });
    let command = |command| Some(Deed::Command(command));
    match key {
        Key::ArrowLeft => go(Motion::WordLeft),
        Key::ArrowRight => go(Motion::WordRight),
        Key::Home => go(Motion::Start),
        Key::End => go(Motion::End),
        Key::Backspace => Some(Deed::Erase(Erase::WordBefore)),
        Key::Delete => Some(Deed::Erase(Erase::WordAfter)),
        Key::A if !shift => command(Command::SelectAll),
        Key::Z if shift => command(Command::Redo),
        Key::Z => command(Command::Undo),
        Key::Y if !shift => command(Command::Redo),
        _ => None,
    }
}

/// Whether `key` types something: egui lists signs, figures and letters one after the other.
fn has_letter(key: Key) -> bool {
    key == Key::Space || (Key::Colon..=Key::Z).contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_takes_the_keys_that_type_and_edit() {
        let none = Modifiers::NONE;
        assert!(takes(Key::Space, none));
        for key in [Key::A, Key::Num7, Key::Plus, Key::Minus, Key::Equals, Key::Quote, Key::Slash] {
            assert!(takes(key, none) && takes(key, Modifiers::SHIFT), "{key:?}");
            assert!(takes(key, Modifiers::CTRL | Modifiers::ALT), "{key:?} with AltGr");
        }
        for key in [Key::Home, Key::End, Key::ArrowLeft, Key::Backspace, Key::Delete] {
            assert!(takes(key, none) && takes(key, Modifiers::CTRL), "{key:?}");
        }
        for key in [Key::Z, Key::Y, Key::A] {
            assert!(takes(key, Modifiers::COMMAND) && takes(key, Modifiers::CTRL), "{key:?}");
        }
    }

    #[test]
    fn a_field_leaves_the_keys_that_it_does_not_use() {
        for key in Key::ALL {
            let name = key.name();
            let is_function = name.len() > 1 && name.starts_with('F') && name != "Find";
            let left = matches!(
                key,
                Key::Escape
                    | Key::Enter
                    | Key::Tab
                    | Key::ArrowUp
                    | Key::ArrowDown
                    | Key::PageUp
                    | Key::PageDown
                    | Key::Insert
                    | Key::BrowserBack
            );
            if is_function || left {
                assert!(!takes(*key, Modifiers::NONE), "{key:?}");
            }
        }
        for key in [Key::K, Key::F, Key::E, Key::Plus, Key::Num1] {
            assert!(!takes(key, Modifiers::COMMAND) && !takes(key, Modifiers::ALT), "{key:?}");
        }
    }
}
