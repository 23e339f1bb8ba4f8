//! Whether what an input method composes is seen in its place and comes into the text once.

use super::{CTRL, Desk, NONE};
use egui::{Event, ImeEvent, Key};

#[test]
fn what_is_composed_is_seen_and_is_not_yet_text() {
    let mut desk = Desk::with("كيدال");
    let before = desk.caret_x();
    desk.compose("غا");
    assert_eq!((desk.text.as_str(), desk.changes.len()), ("كيدال", 0));
    assert!(desk.caret_x() < before, "the caret is behind what is composed");
    desk.commit("غاو");
    assert_eq!((desk.text.as_str(), desk.caret()), ("كيدالغاو", desk.text.len()));
    assert_eq!(desk.changes.len(), 1);
}

#[test]
fn nothing_is_committed_twice() {
    let ime =
        |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
    let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
    let mut desk = Desk::with("");
    // The orders in which desktops send them.
    desk.pass(vec![ime("n"), ime("ni"), ime(""), commit("に")]);
    assert_eq!(desk.text, "に");
    desk.pass(vec![ime("ho"), commit("ほ"), ime("")]);
    assert_eq!(desk.text, "にほ");
    desk.pass(vec![commit(""), ime("")]);
    assert_eq!(desk.text, "にほ");
    desk.press(CTRL, Key::A);
    desk.pass(vec![ime(""), commit("")]);
    assert_eq!(desk.text, "にほ", "nothing composed takes nothing away");
    desk.commit("é");
    assert_eq!(desk.text, "é", "a dead key's letter replaces the selection");
}

#[test]
fn composing_that_is_given_up_leaves_the_text_as_it_was() {
    let mut desk = Desk::with("كيدال غاو");
    desk.press(NONE, Key::Home);
    desk.compose("abc");
    desk.compose("");
    assert_eq!((desk.text.as_str(), desk.caret()), ("كيدال غاو", 0));
    assert!(desk.changes.is_empty());
    desk.type_text("x");
    assert_eq!(desk.text, "xكيدال غاو");
}

#[test]
fn what_is_composed_is_one_step_back() {
    let mut desk = Desk::with("كيدال");
    desk.press(CTRL, Key::A);
    desk.compose("g");
    assert_eq!(desk.text, "", "the selection is gone");
    desk.compose("ga");
    desk.commit("غاو");
    assert_eq!(desk.text, "غاو");
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.text.as_str(), desk.selected()), ("كيدال", "كيدال"));
}

#[test]
fn keys_are_the_input_methods_while_it_composes() {
    let mut desk = Desk::with("كيدال");
    desk.compose("غا");
    desk.press(NONE, Key::Backspace);
    desk.press(NONE, Key::ArrowLeft);
    desk.press(NONE, Key::Enter);
    assert!(!desk.last().submitted);
    desk.commit("غاو");
    assert_eq!(desk.text, "كيدالغاو");
    desk.press(NONE, Key::Enter);
    assert!(desk.last().submitted);
}

#[test]
fn a_click_keeps_what_is_composed_and_stops_the_input_method() {
    let mut desk = Desk::with("Kidal ");
    desk.compose("gao");
    desk.click(1, desk.rect.left() + 14.0, NONE);
    assert_eq!((desk.text.as_str(), desk.caret()), ("Kidal gao", 0));
}

#[test]
fn losing_the_focus_keeps_what_is_composed() {
    let mut desk = Desk::with("Kidal ");
    desk.compose("gao");
    desk.ctx.memory_mut(|memory| memory.surrender_focus(Desk::id()));
    desk.pass(Vec::new());
    assert_eq!(desk.text, "Kidal gao");
    assert!(desk.ime.is_none(), "no input method without the focus");
}

#[test]
fn the_input_methods_window_is_told_where_the_caret_is() {
    let mut desk = Desk::with("كيدال");
    let at = desk.ime.unwrap().cursor_rect.center().x;
    assert!((at - desk.caret_x()).abs() < 0.01);
    desk.compose("غاو");
    assert!(desk.ime.unwrap().cursor_rect.center().x < at);
    assert!(desk.rect.contains_rect(desk.ime.unwrap().rect));
}

#[test]
fn an_input_method_may_take_away_what_is_around_the_caret() {
    let mut desk = Desk::with("كيدال");
    desk.press_times(2, NONE, Key::ArrowRight);
    let event = ImeEvent::DeleteSurrounding { before_chars: 2, after_chars: 1 };
    desk.pass(vec![Event::Ime(event)]);
    assert_eq!(desk.text, "كل");
    let event = ImeEvent::DeleteSurrounding { before_chars: 99, after_chars: 99 };
    desk.pass(vec![Event::Ime(event)]);
    assert_eq!(desk.text, "");
}
