//! The window without a pointer.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::measure::LengthUnit;
use sahel_map::state::{
    Action, Dialog, Effect, Export, ExportAction, Form, IfTaken, MeasureAction, Outlet, PanelTab,
};

const CTRL: Modifiers = Modifiers { command: true, ..Modifiers::CTRL };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

/// More presses of Tab than the window has stops.
const TABS: usize = 80;

/// Presses Tab until the button called `name` has the focus.
#[track_caller]
fn tab_to(screen: &mut Screen, name: &str) {
    tab_to_role(screen, Role::Button, name);
}

/// Presses Tab until what has this role and says `name` has the focus.
#[track_caller]
fn tab_to_role(screen: &mut Screen, role: Role, name: &str) {
    for _ in 0..TABS {
        screen.press(Key::Tab);
        if screen.is_focused(role, name) {
            return;
        }
    }
    panic!("{TABS} presses of Tab do not reach {role:?} `{name}`");
}

#[test]
fn tab_and_enter_open_the_card_of_a_pin() {
    for (lang, pin) in [(Lang::En, "6. Kidal, Seizure"), (Lang::Ar, "6. كيدال، سيطرة")] {
        let mut screen = Screen::open(reader_of(lang));
        tab_to(&mut screen, pin);
        assert_eq!(screen.selected(), None, "focus alone selects nothing");
        screen.press(Key::Enter);
        assert_eq!(screen.selected(), Some("kidal"));
    }
}

#[test]
fn the_focus_stays_where_it_is_when_words_and_colours_change() {
    let mut screen = Screen::open(reader_of(Lang::En));
    tab_to(&mut screen, "Zoom in");
    screen.apply(Action::SetLang(Lang::Ar));
    assert!(screen.is_focused(Role::Button, "تكبير"));
    screen.press(Key::Enter);
    assert!(screen.is_focused(Role::Button, "تكبير"));
}

#[test]
fn tab_brings_a_link_into_sight() {
    let mut screen = Screen::sized(reader_at(Lang::Ar, "bamako"), vec2(900.0, 480.0), 1.0);
    let seen = |screen: &Screen| {
        let link = screen.rect(Role::Link, "بوركينا فاسو");
        link.top() > 52.0 && link.bottom() < 480.0 - 28.0
    };
    tab_to_role(&mut screen, Role::Link, "بوركينا فاسو");
    assert!(seen(&screen), "at {}", screen.rect(Role::Link, "بوركينا فاسو"));
    screen.press(Key::Enter);
    assert_eq!(screen.selected(), Some("ouagadougou"));
}

#[test]
fn space_presses_what_has_the_focus() {
    let mut screen = Screen::open(reader_of(Lang::En));
    tab_to(&mut screen, "Zoom in");
    let before = screen.view().camera.zoom;
    screen.press(Key::Space);
    assert!((screen.view().camera.zoom - before - 1.0).abs() < 1e-6);
}

#[test]
fn undo_and_redo_go_through_the_reader_s_steps() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.click(Role::ListItem, "Kidal");
    screen.choose("mi");
    screen.choose_language("Français");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.lang, Lang::En);
    assert!(screen.says("Distance to the borders"));
    assert_eq!(screen.state().session.unit, LengthUnit::Mi);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.unit, LengthUnit::Km);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.tab, PanelTab::List);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.tab, PanelTab::List, "there is nothing left to undo");
    screen.press_with(CTRL_SHIFT, Key::Z);
    screen.rect(Role::Heading, "Kidal");
    screen.press_with(CTRL, Key::Y);
    assert_eq!(screen.state().session.unit, LengthUnit::Mi);
    screen.press_with(CTRL, Key::Y);
    assert!(screen.says("Distance aux frontières"), "the language comes back too");
}

#[test]
fn undo_does_not_lead_the_map_astray() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.click(Role::ListItem, "Kidal");
    screen.press(Key::Plus);
    let camera = screen.view().camera;
    screen.choose("mi");
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.view().camera, camera, "undoing a unit moves no map");
}

#[test]
fn escape_closes_the_card() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.press(Key::Escape);
    assert_eq!(screen.selected(), None);
    assert!(screen.rects(Role::Heading, "Kidal").is_empty());
    screen.rect(Role::ListItem, "Kidal");
}

#[test]
fn escape_first_drops_the_focus() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    tab_to(&mut screen, "Zoom in");
    screen.press(Key::Escape);
    assert!(!screen.is_focused(Role::Button, "Zoom in"));
    assert_eq!(screen.selected(), Some("kidal"), "the card stays for the first press");
    screen.press(Key::Escape);
    assert_eq!(screen.selected(), None);
}

#[test]
fn page_keys_go_through_the_places_and_round_the_end() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.press(Key::PageDown);
    assert_eq!(screen.selected(), Some("tinzaouaten"));
    screen.press(Key::PageUp);
    screen.press(Key::PageUp);
    assert_eq!(screen.selected(), Some("ouagadougou"));
    let mut screen = Screen::open(reader_at(Lang::En, "tin-zaouatine"));
    screen.press(Key::PageDown);
    assert_eq!(screen.selected(), Some("algiers"));
}

#[test]
fn a_key_hides_the_panel_and_brings_it_back() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    let narrow = screen.view().rect.width();
    screen.press(Key::F9);
    assert!(screen.rects(Role::Heading, "Kidal").is_empty());
    assert!(screen.view().rect.width() > narrow + 300.0);
    screen.click(Role::Button, "Show or hide the panel");
    screen.rect(Role::Heading, "Kidal");
}

#[test]
fn a_key_and_a_button_ask_for_the_picture() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press_with(CTRL, Key::E);
    assert_eq!(screen.effects(), [], "first in which form");
    screen.click(Role::RadioButton, "A4 across, 300 dpi");
    screen.click(Role::RadioButton, "Title, legend, sources");
    let form = Form::A4Landscape;
    assert_eq!(screen.state().session.export, Export { form, plate: true, ..Export::default() });
    screen.click(Role::Button, "Save");
    let asks = Effect::Export(Outlet::File(IfTaken::Ask));
    assert_eq!(screen.effects(), [asks]);
    screen.apply(Action::Export(ExportAction::Began));
    assert_eq!(screen.state().dialog, None);
    screen.press_with(CTRL | Modifiers::SHIFT, Key::E);
    assert_eq!(screen.effects(), [], "one at a time");
    screen.rect(Role::Alert, "Drawing the picture…");
    screen.apply(Action::Saved("/tmp/map.png".into()));
    assert!(!screen.says("Drawing the picture…"));
    screen.press_with(CTRL | Modifiers::SHIFT, Key::E);
    let again = Effect::Export(Outlet::File(IfTaken::Number));
    assert_eq!(screen.effects(), [again], "again in the same form");
    screen.click(Role::Button, "Export");
    assert_eq!(screen.state().dialog, Some(Dialog::Export));
}

#[test]
fn undo_keeps_the_map_and_shows_the_place_that_comes_back() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::SetUnit(LengthUnit::Mi));
    for _ in 0..3 {
        screen.press(Key::Plus);
    }
    let camera = screen.view().camera;
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.unit, LengthUnit::Km);
    assert_eq!(screen.view().camera, camera, "undoing a unit moves no map");
    screen.click(Role::ListItem, "Kidal");
    screen.press(Key::PageDown);
    screen.press(Key::Home);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.selected(), Some("kidal"));
    let at = screen.at(18.44345, 1.40921);
    assert!(screen.view().rect.contains(at), "{at}");
}

#[test]
fn what_is_written_in_a_field_moves_neither_the_map_nor_the_session() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.apply(Action::SetLang(Lang::Fr));
    screen.settle();
    let (view, session) = (screen.view(), screen.state().session.clone());
    screen.press_with(CTRL, Key::K);
    for (key, letter) in [(Key::Plus, "+"), (Key::Minus, "-"), (Key::Equals, "="), (Key::A, "a")] {
        screen.press_typing(key, letter);
    }
    for key in [Key::Home, Key::ArrowRight, Key::ArrowLeft, Key::End, Key::Backspace] {
        screen.press(key);
    }
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Z);
    screen.settle();
    assert_eq!(screen.view(), view);
    assert_eq!(screen.state().session, session, "the steps back are the field's");
    assert_eq!(screen.state().search.as_ref().map(|search| search.query.as_str()), Some(""));
    screen.press_with(CTRL_SHIFT, Key::Z);
    assert_eq!(screen.state().search.as_ref().map(|search| search.query.as_str()), Some("+-=a"));
    screen.press(Key::Escape);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.lang, Lang::En, "and the window's again");
}

#[test]
fn m_turns_the_instrument_on_and_escape_leaves_it_step_by_step() {
    for (lang, heading) in [
        (Lang::En, "Distance under the pointer"),
        (Lang::Fr, "Distance sous le pointeur"),
        (Lang::Ar, "المسافة تحت المؤشر"),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        screen.press(Key::M);
        assert!(screen.says(heading), "{:#?}", screen.said());
        let probe = LonLat::new(1.40921, 18.44345).unwrap();
        screen.apply(Action::Measure(MeasureAction::Click(probe)));
        assert_eq!(screen.state().session.measuring.measurements.len(), 1);
        screen.press(Key::Escape);
        assert!(screen.says(heading), "the probe stays, its card is closed");
        screen.press(Key::Escape);
        assert!(!screen.says(heading), "the instrument is off");
        assert_eq!(screen.state().session.measuring.measurements.len(), 1);
    }
}
