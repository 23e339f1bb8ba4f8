//! Which keys a field takes, and which it leaves to what is around it.

use super::{CTRL, Desk, NONE, SHIFT, press};
use egui::{Event, Key, Modifiers};

/// What is left of a key press in the field.
fn left(desk: &mut Desk, modifiers: Modifiers, key: Key) -> bool {
    desk.press(modifiers, key);
    desk.left.iter().any(|event| matches!(event, Event::Key { key: of, .. } if *of == key))
}

#[test]
fn a_field_leaves_the_keys_it_does_not_use() {
    let mut desk = Desk::with("Kidal");
    for key in [Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown, Key::F1, Key::F9] {
        assert!(left(&mut desk, NONE, key), "{key:?}");
        assert!(desk.ctx.memory(|memory| memory.has_focus(Desk::id())), "{key:?} keeps the focus");
    }
    assert!(left(&mut desk, CTRL, Key::K) && left(&mut desk, CTRL, Key::F));
    assert!(left(&mut desk, NONE, Key::Enter));
    assert!(desk.last().submitted && desk.last().response.has_focus());
    desk.pass(Vec::new());
    assert!(!desk.last().submitted, "once");
    assert!(left(&mut desk, NONE, Key::Escape));
    assert!(!desk.last().response.has_focus());
}

#[test]
fn a_field_takes_the_keys_it_uses() {
    let mut desk = Desk::with("Kidal");
    for key in [Key::Home, Key::End, Key::ArrowLeft, Key::ArrowRight, Key::Backspace, Key::Delete] {
        assert!(!left(&mut desk, NONE, key), "{key:?}");
    }
    for key in [Key::Plus, Key::Minus, Key::Equals, Key::Slash, Key::Questionmark, Key::B] {
        assert!(!left(&mut desk, NONE, key) && !left(&mut desk, SHIFT, key), "{key:?}");
    }
    for key in [Key::Z, Key::Y, Key::A] {
        assert!(!left(&mut desk, CTRL, key), "{key:?}");
    }
    desk.pass(vec![Event::Text("+".into()), Event::Paste("-".into()), Event::Copy, Event::Cut]);
    assert!(desk.left.is_empty(), "{:?}", desk.left);
}

#[test]
fn a_field_without_the_focus_takes_nothing() {
    let mut desk = Desk::with("Kidal");
    desk.ctx.memory_mut(|memory| memory.surrender_focus(Desk::id()));
    desk.pass(vec![press(NONE, Key::Home), press(CTRL, Key::Z), Event::Text("x".into())]);
    assert_eq!((desk.text.as_str(), desk.left.len()), ("Kidal", 3));
    assert!(desk.last().caret_rect.is_none());
}

#[test]
fn the_space_bar_is_a_letter_and_no_click() {
    let mut desk = Desk::with("Kidal");
    desk.pass(vec![press(NONE, Key::Space), Event::Text(" ".into())]);
    assert_eq!(desk.text, "Kidal ");
    assert!(!desk.last().response.clicked());
    desk.press(NONE, Key::Enter);
    assert!(!desk.last().response.clicked());
}
