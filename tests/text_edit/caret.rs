//! Whether the caret goes where the eye expects it.

use super::{CTRL, Desk, FIELD, NONE, SHIFT};
use egui::Key;
use sahel_map::text::Direction;

#[test]
fn what_is_typed_comes_in_the_order_of_reading() {
    let mut desk = Desk::with("");
    desk.type_text("كيدال 12 كم");
    assert_eq!((desk.text.as_str(), desk.caret()), ("كيدال 12 كم", desk.text.len()));
    assert_eq!(desk.changes.len(), 11, "told letter by letter");
}

#[test]
fn left_and_right_follow_the_eye() {
    for text in ["Kidal", "كيدال", "مدينة Kidal تبعد 12 كم", "de تاودني à Gao", "عَرَبِيّ لا"]
    {
        for direction in [Direction::Ltr, Direction::Rtl] {
            let mut desk = Desk::in_direction(text, direction);
            let places = desk.way_right();
            assert!(places.is_sorted_by(|a, b| a.1 < b.1), "{text}: {places:?}");
            let graphemes = unicode_segmentation::UnicodeSegmentation::graphemes(text, true);
            assert_eq!(places.len(), graphemes.count() + 1, "{text}: a stop beside each letter");
            let mut back = vec![desk.caret_x()];
            for _ in 1..places.len() {
                desk.press(NONE, Key::ArrowLeft);
                back.push(desk.caret_x());
            }
            back.reverse();
            let there: Vec<f32> = places.iter().map(|place| place.1).collect();
            assert_eq!(back, there, "{text}: the same stops on the way back");
        }
    }
}

#[test]
fn right_in_arabic_goes_back_in_reading() {
    let mut desk = Desk::with("كيدال");
    desk.press(NONE, Key::Home);
    assert_eq!(desk.caret(), 0);
    desk.press(NONE, Key::ArrowLeft);
    assert_eq!(desk.caret(), "ك".len());
    desk.press(NONE, Key::ArrowRight);
    assert_eq!(desk.caret(), 0);
    desk.press(NONE, Key::End);
    assert_eq!(desk.caret(), desk.text.len());
}

#[test]
fn the_caret_stands_beside_the_letter_that_was_typed() {
    let mut desk = Desk::in_direction("", Direction::Rtl);
    desk.type_text("في ");
    let before = desk.caret_x();
    for letter in ["G", "a", "o"] {
        desk.type_text(letter);
        let apart = (desk.caret_x() - before).abs();
        assert!(apart < 1.0, "the word's end stands beside the Arabic, its beginning moves away");
    }
    desk.press_times(3, NONE, Key::ArrowLeft);
    let latin = desk.caret_x();
    assert!(latin < before - 10.0);
    desk.press(NONE, Key::End);
    desk.type_text(" ثم");
    assert!(desk.caret_x() < latin);
}

#[test]
fn a_step_over_an_invisible_mark_is_no_step() {
    let mut desk = Desk::with("a\u{2066}b\u{2069}c");
    let places = desk.way_right();
    assert_eq!(places.len(), 4, "{places:?}");
}

#[test]
fn ctrl_moves_by_words_and_reaches_both_ends() {
    for text in ["one two three", "واحد اثنان ثلاثة", "مدينة Kidal تبعد 12 كم", "  a  ب  "]
    {
        let mut desk = Desk::with(text);
        let letters = text.chars().count();
        desk.press_times(letters, CTRL, Key::ArrowLeft);
        let left = desk.caret_x();
        desk.press_times(letters, CTRL, Key::ArrowRight);
        let right = desk.caret_x();
        let places = desk.way_right();
        assert_eq!((left, right), (places[0].1, places.last().unwrap().1), "{text}");
    }
    let mut desk = Desk::with("واحد اثنان ثلاثة");
    desk.press(NONE, Key::Home);
    let mut stops = Vec::new();
    for _ in 0..3 {
        desk.press(CTRL, Key::ArrowLeft);
        stops.push(desk.caret());
    }
    let text = desk.text.clone();
    let words: Vec<&str> = stops.iter().map(|&stop| text[..stop].trim_end()).collect();
    assert_eq!(words, ["واحد", "واحد اثنان", "واحد اثنان ثلاثة"]);
}

#[test]
fn shift_extends_and_without_it_the_selection_falls_to_its_side() {
    let mut desk = Desk::with("كيدال");
    desk.press(NONE, Key::Home);
    let start = desk.caret_x();
    desk.press_times(2, SHIFT, Key::ArrowLeft);
    assert_eq!(desk.selected(), "كي");
    let end = desk.caret_x();
    assert!(end < start);
    desk.press(NONE, Key::ArrowRight);
    assert_eq!((desk.selected(), desk.caret_x()), ("", start));
    desk.press(SHIFT, Key::End);
    assert_eq!(desk.selected(), "كيدال");
    desk.press(NONE, Key::ArrowLeft);
    assert_eq!((desk.selected(), desk.caret()), ("", desk.text.len()));
    desk.press(CTRL.plus(SHIFT), Key::ArrowRight);
    assert_eq!(desk.selected(), "كيدال");
    desk.press(NONE, Key::Home);
    desk.press(CTRL, Key::A);
    assert_eq!(desk.selected(), "كيدال");
}

#[test]
fn the_text_stands_on_its_own_side_and_an_empty_field_on_the_interfaces() {
    let left = FIELD.left() + 12.0..FIELD.left() + 16.0;
    let right = FIELD.right() - 16.0..FIELD.right() - 12.0;
    for (text, direction, rtl) in [
        ("", Direction::Ltr, false),
        ("", Direction::Rtl, true),
        ("12", Direction::Rtl, true),
        ("12", Direction::Ltr, false),
        ("كيدال", Direction::Ltr, true),
        ("Kidal", Direction::Rtl, false),
    ] {
        let mut desk = Desk::in_direction(text, direction);
        desk.press(NONE, Key::Home);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        // Figures read from the left in every field; their end is what stands at the side.
        if letters == 0 && rtl && !text.is_empty() {
            desk.press(NONE, Key::End);
        }
        let side = if rtl { &right } else { &left };
        assert!(side.contains(&desk.caret_x()), "{text:?} {direction:?}: {}", desk.caret_x());
    }
}

#[test]
fn the_caret_of_a_long_text_stays_in_sight() {
    for word in ["Tombouctou ", "تمبكتو "] {
        let mut desk = Desk::with("");
        desk.type_text(&word.repeat(12));
        let seen = |desk: &Desk| {
            let x = desk.caret_x();
            assert!((FIELD.left()..=FIELD.right()).contains(&x), "{word}: {x}");
            x
        };
        seen(&desk);
        let rtl = word.starts_with('ت');
        let (back, on) =
            if rtl { (Key::ArrowRight, Key::ArrowLeft) } else { (Key::ArrowLeft, Key::ArrowRight) };
        for _ in 0..desk.text.chars().count() {
            desk.press(NONE, back);
            seen(&desk);
        }
        assert_eq!(desk.caret(), 0);
        let start = seen(&desk);
        assert_eq!(start > FIELD.center().x, rtl, "the beginning is at its side");
        for _ in 0..desk.text.chars().count() {
            desk.press(NONE, on);
            seen(&desk);
        }
        assert_eq!(desk.caret(), desk.text.len());
        desk.press(NONE, Key::Home);
        assert!((seen(&desk) - start).abs() < 1.0);
        // A text that shrinks comes back to its side.
        desk.press(NONE, Key::End);
        desk.press_times(11, CTRL, Key::Backspace);
        desk.press(NONE, Key::Home);
        assert!((seen(&desk) - start).abs() < 1.0);
    }
}

#[test]
fn letters_are_taken_away_by_grapheme_and_words_as_a_whole() {
    let mut desk = Desk::with("كَمْ e\u{301}👩‍👩‍👧");
    desk.press(NONE, Key::Backspace);
    assert_eq!(desk.text, "كَمْ e\u{301}");
    desk.press(NONE, Key::Backspace);
    assert_eq!(desk.text, "كَمْ ");
    desk.press_times(2, NONE, Key::Backspace);
    assert_eq!(desk.text, "كَ");
    desk.press(NONE, Key::Home);
    desk.press(NONE, Key::Delete);
    assert_eq!(desk.text, "");
    desk.press(NONE, Key::Delete);
    desk.press(NONE, Key::Backspace);
    assert_eq!(desk.text, "");

    desk.type_text("واحد اثنان Gao");
    desk.press(CTRL, Key::Backspace);
    assert_eq!(desk.text, "واحد اثنان ");
    desk.press(CTRL, Key::Backspace);
    assert_eq!(desk.text, "واحد ");
    desk.press(NONE, Key::Home);
    desk.press(CTRL, Key::Delete);
    assert_eq!(desk.text, " ");
}

#[test]
fn a_letter_before_a_mark_takes_it_and_the_caret_goes_behind_both() {
    let mut desk = Desk::with("\u{301}x");
    desk.press(NONE, Key::Home);
    desk.type_text("e");
    assert_eq!((desk.text.as_str(), desk.caret()), ("e\u{301}x", "e\u{301}".len()));
}

#[test]
fn the_callers_text_wins_and_its_end_has_the_caret() {
    let mut desk = Desk::with("كيدال");
    desk.press(NONE, Key::Home);
    desk.text = "غاو".to_owned();
    desk.pass(Vec::new());
    assert_eq!((desk.caret(), desk.last().changed.clone()), ("غاو".len(), None));
    desk.type_text("!");
    assert_eq!(desk.text, "غاو!");
}

#[test]
fn the_places_are_the_same_at_every_scale() {
    let text = "مدينة Kidal تبعد 12 كم";
    let mut places = Vec::new();
    for scale in [1.0, 1.25, 2.0] {
        let mut desk = Desk::with(text);
        desk.scale(scale);
        places.push(desk.way_right());
    }
    for other in &places[1..] {
        let bytes =
            |places: &[(usize, f32)]| places.iter().map(|place| place.0).collect::<Vec<_>>();
        assert_eq!(bytes(other), bytes(&places[0]));
        let apart = other.iter().zip(&places[0]).map(|(a, b)| (a.1 - b.1).abs());
        assert!(apart.fold(0.0, f32::max) < 1.5, "{other:?}");
    }
}
