//! Is the guide opened, read, looked through and left; and are all licences in the page about the program?

use crate::screen::{Screen, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, Dialog};

const CTRL: Modifiers = Modifiers::COMMAND;

#[test]
fn the_guide_opens_in_each_language_and_its_pages_are_turned() {
    for (lang, title, second, next) in [
        (Lang::En, "First steps", "Reading the map", "Next page"),
        (Lang::Fr, "Premiers pas", "Lire la carte", "Page suivante"),
        (Lang::Ar, "الخطوات الأولى", "قراءة الخريطة", "الصفحة التالية"),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        screen.press(Key::F1);
        assert_eq!(screen.state().dialog, Some(Dialog::Guide));
        screen.rect(Role::Heading, title);
        screen.click(Role::Tab, second);
        screen.rect(Role::Heading, second);
        assert!(screen.rects(Role::Heading, title).is_empty());
        screen.press(Key::End);
        screen.click(Role::Button, next);
        assert_eq!(screen.state().guide.page, 2);
        screen.press(Key::Escape);
        assert_eq!(screen.state().dialog, None);
        screen.press(Key::F1);
        assert_eq!(screen.state().guide.page, 2, "it opens where it was left");
    }
}

#[test]
fn the_list_stands_where_reading_begins() {
    for (lang, title, first) in
        [(Lang::En, "First steps", "First steps"), (Lang::Ar, "الخطوات الأولى", "الخطوات الأولى")]
    {
        let mut screen = Screen::open(reader_of(lang));
        screen.press(Key::F1);
        let (page, list) = (screen.rect(Role::Heading, title), screen.rect(Role::Tab, first));
        assert_eq!(list.center().x > page.center().x, lang.is_rtl());
    }
}

#[test]
fn a_page_is_moved_by_keys() {
    let mut screen = Screen::sized(reader_of(Lang::En), vec2(1024.0, 640.0), 1.0);
    screen.press(Key::F1);
    let top = |screen: &Screen| screen.rect(Role::Heading, "First steps").top();
    let at_first = top(&screen);
    screen.press(Key::ArrowDown);
    assert!(top(&screen) < at_first);
    screen.press(Key::PageDown);
    assert!(top(&screen) < at_first - 200.0);
    screen.press(Key::Home);
    assert!((top(&screen) - at_first).abs() < 1.0);
    screen.press(Key::End);
    let next = screen.rect(Role::Button, "Next page");
    assert!(next.bottom() < 640.0, "{next}");
}

#[test]
fn what_is_looked_for_is_listed_and_marked() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press(Key::F1);
    screen.press_with(CTRL, Key::F);
    assert_eq!(screen.state().dialog, Some(Dialog::Guide), "the guide has a find of its own");
    screen.type_text("mgrs");
    let listed = |screen: &Screen| {
        let tabs = screen.said().into_iter().filter(|(role, _)| *role == Role::Tab);
        tabs.map(|(_, words)| words).filter(|words| words.contains(", ")).collect::<Vec<_>>()
    };
    assert!(listed(&screen).iter().any(|words| words.starts_with("Search and coordinates, ")));
    assert!(!listed(&screen).iter().any(|words| words.starts_with("Privacy")));
    screen.press(Key::Enter);
    screen.rect(Role::Heading, "Search and coordinates");
    screen.type_text(" zebra");
    assert!(screen.says("No page says this. Try another word, or part of one."));
}

#[test]
fn in_a_narrow_window_list_and_page_take_turns() {
    let mut screen = Screen::sized(reader_of(Lang::En), vec2(585.0, 366.0), 1.0);
    screen.press(Key::F1);
    screen.rect(Role::Heading, "First steps");
    assert!(screen.rects(Role::Tab, "Privacy").is_empty());
    screen.click(Role::Button, "Contents");
    screen.click(Role::Tab, "Reading the map");
    screen.rect(Role::Heading, "Reading the map");
}

#[test]
fn a_link_leads_to_its_page() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::Read(Dialog::Guide, sahel_map::state::ReadAction::Turn(13)));
    screen.press(Key::F1);
    screen.click(Role::Link, "map file of your own");
    screen.rect(Role::Heading, "Layers and the base map");
}

#[test]
fn all_licences_can_be_read_in_the_page_about_the_program() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::ShowDialog(Some(Dialog::About)));
    for (page, words) in [
        ("MIT", "Permission is hereby granted"),
        ("ODbL 1.0 (OpenStreetMap)", "4.6 Access to Derivative Databases"),
        ("GPL 3.0 (GSHHG)", "END OF TERMS AND CONDITIONS"),
        ("OFL 1.1 (Vazirmatn)", "PERMISSION & CONDITIONS"),
        ("Data and sources", "National borders with the territorial sea"),
        ("Data and sources", "2017-11"),
    ] {
        screen.click(Role::Tab, page);
        let said = screen.said();
        assert!(said.iter().any(|(_, said)| said.contains(words)), "{page}: no `{words}`");
    }
    // The licence of a source leads to its text.
    screen.press_far(Role::Link, "CC-BY-4.0");
    assert!(screen.said().iter().any(|(_, said)| said.contains("Section 8 – Interpretation")));
    let crates = screen
        .said()
        .into_iter()
        .find(|(role, words)| *role == Role::Tab && words.starts_with("Crates, "));
    screen.press_far(Role::Tab, &crates.unwrap().1);
    let serde = screen
        .said()
        .into_iter()
        .find(|(role, words)| *role == Role::Link && words.starts_with("serde 1."));
    screen.press_far(Role::Link, &serde.unwrap().1);
    assert!(screen.said().iter().any(|(_, said)| said.contains("Permission is hereby granted")));
    screen.click(Role::Button, "All crates");
    screen.rect(Role::Heading, "About");
}
