//! Which steps can be taken back.

use super::{CTRL, Desk, NONE, SHIFT};
use egui::Key;

#[test]
fn a_word_is_a_step() {
    let mut desk = Desk::with("");
    desk.type_text("واحد اثنان 12");
    for expected in ["واحد اثنان ", "واحد ", "", ""] {
        desk.press(CTRL, Key::Z);
        assert_eq!(desk.text, expected);
        assert_eq!(desk.caret(), desk.text.len());
    }
    for expected in ["واحد ", "واحد اثنان ", "واحد اثنان 12", "واحد اثنان 12"]
    {
        desk.press(CTRL.plus(SHIFT), Key::Z);
        assert_eq!(desk.text, expected);
    }
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::Y);
    assert_eq!(desk.text, "واحد اثنان 12");
}

#[test]
fn a_move_of_the_caret_ends_a_step() {
    let mut desk = Desk::with("");
    desk.type_text("ac");
    desk.press(NONE, Key::ArrowLeft);
    desk.type_text("b");
    assert_eq!(desk.text, "abc");
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.text.as_str(), desk.caret()), ("ac", 1));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.text, "");
}

#[test]
fn taking_away_letters_is_a_step_and_typing_after_it_another() {
    let mut desk = Desk::with("كيدال");
    desk.press_times(3, NONE, Key::Backspace);
    desk.type_text("xy");
    assert_eq!(desk.text, "كيxy");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.text, "كي");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.text, "كيدال");
}

#[test]
fn what_was_selected_comes_back_selected() {
    let mut desk = Desk::with("كيدال غاو");
    desk.press(CTRL, Key::A);
    desk.type_text("x");
    assert_eq!(desk.text, "x");
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.text.as_str(), desk.selected()), ("كيدال غاو", "كيدال غاو"));
}

#[test]
fn a_new_step_forgets_those_taken_back() {
    let mut desk = Desk::with("");
    desk.type_text("a");
    desk.press(CTRL, Key::Z);
    desk.type_text("b");
    desk.press(CTRL, Key::Y);
    assert_eq!(desk.text, "b");
}

#[test]
fn what_the_caller_changes_can_be_taken_back() {
    let mut desk = Desk::with("كيدال");
    desk.text.clear();
    desk.pass(Vec::new());
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.text, "كيدال");
}
