//! Whether the pointer takes hold of what is under it.

use super::{Desk, NONE, SHIFT};
use egui::{Event, Key, PointerButton};
use sahel_map::text::{Direction, TextStyle};

const TEXT: &str = "مدينة Kidal تبعد 12 كم";

/// The middle of the first letter of `word` on the screen.
fn letter(desk: &mut Desk, word: &str) -> f32 {
    let byte = desk.text.find(word).unwrap();
    let left = desk.way_right()[0].1;
    let (engine, text) = (desk.engine.clone(), desk.text.clone());
    let style = TextStyle::new(14.0, 20.0);
    let mut galley = None;
    let mut output = desk.ctx.run_ui(desk.input.clone(), |ui| {
        galley = Some(engine.line(ui.ctx(), &text, &style));
    });
    output.textures_delta.clear();
    let glyph = galley.unwrap().rows[0].glyphs[text[..byte].chars().count()];
    desk.ctx.memory_mut(|memory| memory.request_focus(Desk::id()));
    left + glyph.pos.x + 0.5 * glyph.advance_width
}

#[test]
fn a_click_puts_the_caret_at_the_nearer_side_of_a_letter() {
    let mut desk = Desk::with("كيدال");
    let places = desk.way_right();
    for pair in places.windows(2) {
        let width = pair[1].1 - pair[0].1;
        desk.click(1, pair[0].1 + 0.2 * width, NONE);
        assert_eq!(desk.caret(), pair[0].0);
        desk.click(1, pair[0].1 + 0.8 * width, NONE);
        assert_eq!(desk.caret(), pair[1].0);
    }
    desk.click(1, desk.rect.left() + 1.0, NONE);
    assert_eq!(desk.caret(), desk.text.len(), "left of all is the end");
    desk.click(1, desk.rect.right() - 1.0, NONE);
    assert_eq!(desk.caret(), 0);
}

#[test]
fn two_clicks_take_a_word_and_three_take_all() {
    for direction in [Direction::Ltr, Direction::Rtl] {
        let mut desk = Desk::in_direction(TEXT, direction);
        for word in ["مدينة", "Kidal", "تبعد", "12", "كم"] {
            let x = letter(&mut desk, word);
            desk.click(2, x, NONE);
            assert_eq!(desk.selected(), word);
            desk.click(3, x, NONE);
            assert_eq!(desk.selected(), TEXT);
            desk.click(4, x, NONE);
            assert_eq!(desk.selected(), "");
        }
    }
}

#[test]
fn a_drag_selects_from_where_it_began() {
    let mut desk = Desk::with("Kidal Gao");
    let places = desk.way_right();
    let x = |byte: usize| places.iter().find(|place| place.0 == byte).unwrap().1;
    let time = desk.time + 10.0;
    desk.pass(vec![Event::PointerMoved(desk.at(x(2)))]);
    desk.button(desk.at(x(2)), true, NONE, time);
    desk.pass_at(time + 0.5, vec![Event::PointerMoved(desk.at(x(7)))]);
    assert_eq!(desk.selected(), "dal G");
    desk.pass_at(time + 0.6, vec![Event::PointerMoved(desk.at(x(0) - 60.0))]);
    assert_eq!(desk.selected(), "Ki", "beyond the edge is the end");
    desk.button(desk.at(x(0) - 60.0), false, NONE, time + 0.7);
    assert_eq!(desk.selected(), "Ki");
    desk.pass_at(time + 0.9, vec![Event::PointerMoved(desk.at(x(9)))]);
    assert_eq!(desk.selected(), "Ki", "the button is up");
    // With a double click, word by word.
    desk.time += 20.0;
    let time = desk.time;
    desk.button(desk.at(x(7)), true, NONE, time);
    desk.button(desk.at(x(7)), false, NONE, time + 0.05);
    desk.button(desk.at(x(7)), true, NONE, time + 0.1);
    assert_eq!(desk.selected(), "Gao");
    desk.pass_at(time + 0.5, vec![Event::PointerMoved(desk.at(x(2)))]);
    assert_eq!(desk.selected(), "Kidal Gao");
    desk.button(desk.at(x(2)), false, NONE, time + 0.6);
}

#[test]
fn shift_and_a_click_extend_the_selection() {
    let mut desk = Desk::with("كيدال");
    desk.press(NONE, Key::Home);
    desk.click(1, desk.rect.left() + 2.0, SHIFT);
    assert_eq!(desk.selected(), "كيدال");
}

#[test]
fn a_long_text_goes_on_under_a_pointer_held_beyond_its_edge() {
    let mut desk = Desk::with(&"Tombouctou ".repeat(12));
    desk.press(NONE, Key::Home);
    let time = desk.time + 10.0;
    desk.pass(vec![Event::PointerMoved(desk.at(60.0))]);
    desk.button(desk.at(60.0), true, NONE, time);
    let beyond = desk.at(desk.rect.right() + 40.0);
    desk.pass_at(time + 0.1, vec![Event::PointerMoved(beyond)]);
    let first = desk.selected().len();
    for pass in 2..30 {
        desk.pass_at(time + 0.1 * f64::from(pass), vec![]);
    }
    assert!(desk.selected().len() > first + 20);
    assert_eq!(desk.caret(), desk.text.len(), "to the end");
}

#[test]
fn a_right_click_keeps_the_selection_it_is_in() {
    let mut desk = Desk::with("Kidal Gao");
    let places = desk.way_right();
    desk.click(2, places[7].1 + 1.0, NONE);
    assert_eq!(desk.selected(), "Gao");
    let button = |at, pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Secondary,
        pressed,
        modifiers: NONE,
    };
    let right_click = |desk: &mut Desk, x: f32| {
        let at = desk.at(x);
        desk.pass(vec![Event::PointerMoved(at)]);
        desk.pass(vec![button(at, true)]);
        desk.pass(vec![button(at, false)]);
    };
    right_click(&mut desk, places[8].1 + 1.0);
    assert_eq!(desk.selected(), "Gao");
    right_click(&mut desk, places[2].1 + 1.0);
    assert_eq!((desk.selected(), desk.caret()), ("", 2));
}

#[test]
fn the_middle_button_pastes_where_it_is_pressed() {
    let mut desk = Desk::with("Kidal");
    let places = desk.way_right();
    let pos = desk.at(places[2].1);
    desk.pass(vec![Event::PointerMoved(pos)]);
    desk.pass(vec![Event::MiddleClickPaste { pos, text: "غاو\n".into() }]);
    assert_eq!(desk.text, "Kiغاو dal");
}
