//! Whether the caret stays right whatever is done, in whatever text.

use super::{CTRL, Desk, NONE, SHIFT, press};
use egui::{Event, ImeEvent, Key, Modifiers, PointerButton};
use proptest::prelude::*;
use sahel_map::text::Direction;
use sahel_map::text::edit::Command;
use unicode_segmentation::UnicodeSegmentation as _;

/// Letters that make trouble: both directions, marks, joiners, isolates, figures, signs.
const LETTERS: &[&str] = &[
    "a",
    "Z",
    "é",
    "e\u{301}",
    " ",
    "12",
    "-",
    "(",
    ")",
    ".",
    "ك",
    "ي",
    "لا",
    "َ",
    "ّ",
    "ـ",
    "ڨ",
    "٣",
    "؟",
    "\u{200d}",
    "\u{200c}",
    "\u{200e}",
    "\u{200f}",
    "\u{061c}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "\u{202e}",
    "\u{202c}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{10ffff}",
    "\u{fdd0}",
    "\u{feff}",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{85}",
    "\u{2028}",
    "👩‍👩‍👧",
    "🇲🇱",
    "ⵜ",
    "\u{1100}\u{1161}",
    "\u{e0001}",
    "\u{34f}",
    "क्षि",
    "\u{fe0f}",
    "ﷺ",
];

fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        8 => proptest::sample::select(LETTERS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(letter, 0..12).prop_map(|letters| letters.concat())
}

#[derive(Clone, Debug)]
enum Deed {
    Text(String),
    Paste(String),
    Compose(String, Option<(usize, usize)>),
    Commit(String),
    EraseAround(usize, usize),
    Key(Modifiers, Key),
    Command(Command),
    Click(f32, Modifiers),
    Drag(f32, f32),
    Caller(String),
    Scale(f32),
}

fn deed() -> impl Strategy<Value = Deed> {
    let keys = [
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Home,
        Key::End,
        Key::Backspace,
        Key::Delete,
        Key::Z,
        Key::Y,
        Key::A,
        Key::Enter,
    ];
    let modifiers = proptest::sample::select(vec![NONE, NONE, SHIFT, CTRL, CTRL.plus(SHIFT)]);
    let commands =
        [Command::Cut, Command::Delete, Command::SelectAll, Command::Undo, Command::Clear];
    let held = proptest::sample::select(vec![NONE, SHIFT]);
    prop_oneof![
        4 => text().prop_map(Deed::Text),
        2 => text().prop_map(Deed::Paste),
        2 => (text(), proptest::option::of((0_usize..5, 0_usize..5)))
            .prop_map(|(text, range)| Deed::Compose(text, range)),
        1 => text().prop_map(Deed::Commit),
        1 => (0_usize..4, 0_usize..4).prop_map(|(before, after)| Deed::EraseAround(before, after)),
        12 => (modifiers, proptest::sample::select(keys.to_vec()))
            .prop_map(|(modifiers, key)| Deed::Key(modifiers, key)),
        2 => proptest::sample::select(commands.to_vec()).prop_map(Deed::Command),
        2 => (0.0_f32..400.0, held).prop_map(|(x, held)| Deed::Click(x, held)),
        1 => (0.0_f32..400.0, 0.0_f32..400.0).prop_map(|(from, to)| Deed::Drag(from, to)),
        1 => text().prop_map(Deed::Caller),
        1 => proptest::sample::select(vec![1.0_f32, 1.5, 2.0]).prop_map(Deed::Scale),
    ]
}

fn carry_out(desk: &mut Desk, deed: &Deed) {
    match deed {
        Deed::Text(text) => desk.pass(vec![Event::Text(text.clone())]),
        Deed::Paste(text) => desk.paste(text),
        Deed::Compose(text, range) => {
            let active_range_chars = range.map(|(a, b)| a.min(b)..a.max(b));
            let event = ImeEvent::Preedit { text: text.clone(), active_range_chars };
            desk.pass(vec![Event::Ime(event)]);
        }
        Deed::Commit(text) => desk.commit(text),
        Deed::EraseAround(before_chars, after_chars) => {
            let (before_chars, after_chars) = (*before_chars, *after_chars);
            let event = ImeEvent::DeleteSurrounding { before_chars, after_chars };
            desk.pass(vec![Event::Ime(event)]);
        }
        Deed::Key(modifiers, key) => desk.pass(vec![press(*modifiers, *key)]),
        Deed::Command(command) => desk.perform(*command),
        Deed::Click(x, modifiers) => desk.click(1, *x, *modifiers),
        Deed::Drag(from, to) => {
            let button = |pos, pressed| Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: NONE,
            };
            let (from, to) = (desk.at(*from), desk.at(*to));
            desk.pass(vec![Event::PointerMoved(from), button(from, true)]);
            desk.pass(vec![Event::PointerMoved(to)]);
            desk.pass(vec![button(to, false)]);
        }
        Deed::Caller(text) => {
            desk.text.clone_from(text);
            desk.pass(Vec::new());
        }
        Deed::Scale(scale) => desk.scale(*scale),
    }
}

fn check(desk: &Desk) -> Result<(), TestCaseError> {
    let text = &desk.text;
    prop_assert!(!text.chars().any(char::is_control), "one line: {text:?}");
    let last = desk.last();
    let boundaries: Vec<usize> =
        text.grapheme_indices(true).map(|(byte, _)| byte).chain([text.len()]).collect();
    for byte in [last.caret, last.selection.start, last.selection.end] {
        prop_assert!(text.is_char_boundary(byte), "{byte} in {text:?}");
        // Where something is being composed, its place may be within what it will belong to.
        prop_assert!(last.is_composing || boundaries.contains(&byte), "{byte} in {text:?}");
    }
    if let Some(caret) = last.caret_rect {
        let room = desk.rect.expand(1.0);
        prop_assert!(room.x_range().contains(caret.center().x), "{caret:?} with {text:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_caret_is_between_letters_and_in_sight_whatever_is_done(
        text in text(),
        rtl in any::<bool>(),
        deeds in proptest::collection::vec(deed(), 1..24),
    ) {
        let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let mut desk = Desk::in_direction(&text, direction);
        for deed in &deeds {
            carry_out(&mut desk, deed);
            check(&desk)?;
        }
    }

    #[test]
    fn undo_leads_back_to_the_beginning_and_redo_to_the_end(
        text in text(),
        deeds in proptest::collection::vec(deed(), 1..16),
    ) {
        let mut desk = Desk::with(&text);
        let beginning = desk.text.clone();
        let goes_back = |deed: &&Deed| !matches!(
            deed,
            Deed::Key(_, Key::Z | Key::Y) | Deed::Command(Command::Undo) | Deed::Compose(..)
        );
        for deed in deeds.iter().filter(goes_back) {
            carry_out(&mut desk, deed);
        }
        desk.ctx.memory_mut(|memory| memory.request_focus(Desk::id()));
        desk.pass(Vec::new());
        let end = desk.text.clone();
        for _ in 0..120 {
            desk.press(CTRL, Key::Z);
        }
        prop_assert_eq!(&desk.text, &beginning);
        for _ in 0..120 {
            desk.press(CTRL, Key::Y);
        }
        prop_assert_eq!(&desk.text, &end);
    }
}
