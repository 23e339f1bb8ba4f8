//! Whether what is copied is the text in reading order, and what is pasted is one line.

use super::{CTRL, Desk, NONE, SHIFT};
use egui::{Event, Key};
use sahel_map::text::edit::Command;

#[test]
fn a_copy_is_in_the_order_of_reading() {
    let text = "مدينة Kidal تبعد 12 كم";
    let mut desk = Desk::with(text);
    desk.pass(vec![Event::Copy]);
    assert_eq!(desk.copied, None, "nothing is selected");
    desk.press(CTRL, Key::A);
    desk.pass(vec![Event::Copy]);
    assert_eq!((desk.copied.as_deref(), desk.text.as_str()), (Some(text), text));
    // From the right, over the Arabic word into the Latin one.
    desk.press(NONE, Key::Home);
    desk.press_times(8, SHIFT, Key::ArrowLeft);
    desk.pass(vec![Event::Copy]);
    let copied = desk.copied.clone().unwrap();
    assert!(text.starts_with(&copied) && copied.starts_with("مدينة "), "{copied}");
    assert_eq!(desk.selected(), copied);
}

#[test]
fn a_cut_takes_away_what_it_copies() {
    let mut desk = Desk::with("كيدال غاو");
    desk.press(CTRL.plus(SHIFT), Key::ArrowRight);
    desk.pass(vec![Event::Cut]);
    assert_eq!(desk.copied.as_deref(), Some("غاو"));
    assert_eq!((desk.text.as_str(), desk.caret()), ("كيدال ", desk.text.len()));
    desk.copied = None;
    desk.pass(vec![Event::Cut]);
    assert_eq!((desk.copied.as_deref(), desk.text.as_str()), (None, "كيدال "));
}

#[test]
fn a_paste_is_one_line_in_the_place_of_the_selection() {
    let mut desk = Desk::with("كيدال غاو");
    desk.press(CTRL.plus(SHIFT), Key::ArrowRight);
    desk.paste("تمبكتو\r\nتاودني\t\u{2028}\0");
    assert_eq!(desk.text, "كيدال تمبكتو تاودني   ");
    assert_eq!(desk.caret(), desk.text.len());
    desk.paste("");
    assert_eq!(desk.text, "كيدال تمبكتو تاودني   ");
}

#[test]
fn ten_megabytes_are_cut_to_what_there_is_room_for() {
    let mut desk = Desk::with("");
    desk.limit = 50;
    desk.paste(&"كيدال\n".repeat(1 << 20));
    assert_eq!((desk.text.chars().count(), desk.caret()), (50, desk.text.len()));
    desk.type_text("x");
    desk.paste("y");
    assert_eq!(desk.text.chars().count(), 50, "it is full");
    desk.press(CTRL, Key::A);
    desk.paste("y");
    assert_eq!(desk.text, "y", "what is replaced makes room");
}

#[test]
fn a_long_paste_at_the_usual_limit_can_be_written_in() {
    let mut desk = Desk::with("");
    desk.paste(&"كيدال Gao 12 ".repeat(1 << 18));
    assert_eq!(desk.text.chars().count(), 4096);
    desk.press(CTRL, Key::ArrowRight);
    desk.press(NONE, Key::Backspace);
    desk.press(NONE, Key::Home);
    assert_eq!(desk.caret(), 0);
}

#[test]
fn what_the_caller_gives_is_one_line_too() {
    let mut desk = Desk::with("");
    desk.text = "كيدال\nغاو".to_owned();
    desk.pass(Vec::new());
    assert_eq!(desk.text, "كيدال غاو", "told back to the caller");
    desk.press(NONE, Key::Home);
    desk.pass(Vec::new());
    assert_eq!(desk.caret(), 0, "taken over once");
}

#[test]
fn commands_do_what_the_menu_says() {
    let mut desk = Desk::with("كيدال غاو");
    let allowed = |desk: &Desk| {
        [Command::Undo, Command::Redo, Command::Cut, Command::Copy, Command::Delete, Command::Clear]
            .map(|command| desk.last().allows(command))
    };
    assert_eq!(allowed(&desk), [false, false, false, false, false, true]);
    desk.perform(Command::SelectAll);
    assert_eq!(allowed(&desk), [false, false, true, true, true, true]);
    desk.perform(Command::Copy);
    assert_eq!(desk.copied.as_deref(), Some("كيدال غاو"));
    desk.perform(Command::Cut);
    assert_eq!(desk.text, "");
    assert_eq!(allowed(&desk), [true, false, false, false, false, false]);
    desk.perform(Command::Undo);
    assert_eq!((desk.text.as_str(), desk.selected()), ("كيدال غاو", "كيدال غاو"));
    desk.perform(Command::Redo);
    assert_eq!(desk.text, "");
    desk.perform(Command::Paste);
    assert_eq!(desk.pastes_asked_for, 1);
    desk.paste("تمبكتو");
    desk.perform(Command::Delete);
    assert_eq!(desk.text, "تمبكتو", "nothing is selected");
    desk.perform(Command::Clear);
    assert_eq!(desk.text, "");
    desk.perform(Command::Undo);
    assert_eq!(desk.text, "تمبكتو");
}

#[test]
fn what_no_reader_pastes_is_taken() {
    let pastes = [
        "\u{64E}\u{651}".repeat(5_000),
        format!("Kid{}al", "\u{301}".repeat(10_000)),
        "كيدال \u{2067}Gao \u{2066}".repeat(1_000),
        "\u{2069}\u{202E}".repeat(5_000),
        String::from_utf16_lossy(&[0xD83D, 0x0643].repeat(5_000)),
        (0..0x20).cycle().take(10_000).map(|c: u8| char::from(c)).collect(),
    ];
    for paste in pastes {
        let mut desk = Desk::with("");
        desk.paste(&paste);
        assert!(paste.is_empty() || desk.text.chars().count() <= 4096);
        assert_eq!(desk.caret(), desk.text.len());
        desk.press(NONE, Key::Home);
        assert_eq!(desk.caret(), 0);
        desk.press(SHIFT, Key::ArrowRight);
        assert!(desk.text.is_char_boundary(desk.caret()));
        assert!(desk.caret_x().is_finite() && super::FIELD.x_range().contains(desk.caret_x()));
        desk.press(NONE, Key::End);
        desk.press(NONE, Key::Backspace);
    }
}
