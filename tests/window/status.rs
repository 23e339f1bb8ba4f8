//! The line at the bottom: the position under the pointer in the reader's style, to be copied.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::measure::coordinates::{CoordinateStyle, parse};
use sahel_map::state::{Effect, Session};

const CTRL_SHIFT: Modifiers = Modifiers { command: true, shift: true, ..Modifiers::CTRL };

fn styled(lang: Lang, coordinates: CoordinateStyle) -> Session {
    Session { coordinates, ..reader_at(lang, "kidal") }
}

/// What the status line says, from the first to the last.
fn status(screen: &Screen) -> Vec<String> {
    let top = screen.view().rect.bottom();
    let things = screen.things().into_iter();
    let line = things.filter(|(role, words, rect)| {
        matches!(role, Role::Label | Role::Button) && rect.top() >= top - 1.0 && !words.is_empty()
    });
    line.map(|(_, words, _)| words).collect()
}

/// Moves the pointer to ground without a pin.
fn point(screen: &mut Screen) {
    let at = screen.at(21.5, 1.0);
    screen.point_at(at);
    screen.settle();
}

#[test]
fn the_position_is_in_the_style_of_the_reader_with_its_reference() {
    for (style, expected) in [
        (CoordinateStyle::Decimal, ["21.5", " N", "31Q"]),
        (CoordinateStyle::Dms, ["21°", "″ N", "31Q"]),
        (CoordinateStyle::Mgrs, ["31Q ", "31Q BD", "nearest border"]),
    ] {
        let mut screen = Screen::sized(styled(Lang::En, style), vec2(1600.0, 900.0), 1.0);
        point(&mut screen);
        let said = status(&screen).join(" | ");
        for words in expected {
            assert!(said.contains(words), "{style:?}: no `{words}` in {said}");
        }
        let references = said.matches("31Q ").count();
        assert_eq!(references, 1, "{style:?}: {said}");
    }
}

#[test]
fn the_reference_is_the_first_to_give_way() {
    // A line without it can be whole or cut short, one with it is whole.
    let (mut with, mut without) = (0, 0);
    for width in (700_u16..1700).step_by(50) {
        let session = Session { panel_open: false, ..styled(Lang::En, CoordinateStyle::Dms) };
        let mut screen = Screen::sized(session, vec2(f32::from(width), 800.0), 1.0);
        point(&mut screen);
        let said = status(&screen);
        if said.iter().any(|words| words.starts_with("31Q ")) {
            with += 1;
            for words in ["nearest border:", "Algeria–Mali"] {
                assert!(said.iter().any(|said| said == words), "{width}: {said:?}");
            }
            let last = said.iter().any(|said| said.ends_with("° SW") || said.ends_with("° SSW"));
            assert!(last, "{width}: {said:?}");
        } else {
            without += 1;
        }
    }
    assert!(with > 2 && without > 2, "{with} with it, {without} without");
}

#[test]
fn the_keys_copy_what_is_under_the_pointer() {
    for (style, lang) in [
        (CoordinateStyle::Decimal, Lang::Ar),
        (CoordinateStyle::Dms, Lang::Fr),
        (CoordinateStyle::Mgrs, Lang::En),
    ] {
        let mut screen = Screen::open(styled(lang, style));
        screen.press_with(CTRL_SHIFT, Key::K);
        assert_eq!(screen.effects(), [], "the pointer was nowhere yet");
        point(&mut screen);
        screen.press_with(CTRL_SHIFT, Key::K);
        let effects = screen.effects();
        let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
        let at = parse(text).unwrap();
        assert!((at.lat() - 21.5).abs() < 1e-4 && (at.lon() - 1.0).abs() < 1e-4, "{text}");
        assert!(screen.state().search.is_none(), "Ctrl+K is another");
    }
}

#[test]
fn where_the_pointer_left_the_map_a_press_copies_the_position() {
    for (lang, copy) in [
        (Lang::Ar, "نسخ الموقع تحت المؤشر، "),
        (Lang::Fr, "Copier la position sous le pointeur, "),
        (Lang::En, "Copy the position under the pointer, "),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        point(&mut screen);
        assert!(!status(&screen).iter().any(|words| words.starts_with(copy)), "it is a text");
        screen.pointer_leaves();
        let said = status(&screen);
        let name = said.iter().find(|words| words.starts_with(copy)).unwrap().clone();
        screen.click(Role::Button, &name);
        let effects = screen.effects();
        let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
        assert!((parse(text).unwrap().lat() - 21.5).abs() < 1e-4, "{text}");
    }
}
