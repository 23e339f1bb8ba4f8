//! The search: typed, gone through with arrows, taken with Enter, left with Escape.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::measure::coordinates::CoordinateStyle;
use sahel_map::state::{Dialog, Session};

const CTRL: Modifiers = Modifiers { command: true, ..Modifiers::CTRL };

/// What the list offers, in its order.
fn offered(screen: &Screen) -> Vec<String> {
    let options = screen.said().into_iter().filter(|(role, _)| *role == Role::ListBoxOption);
    options.map(|(_, words)| words).collect()
}

fn chosen(screen: &Screen) -> usize {
    screen.state().search.as_ref().unwrap().chosen
}

fn open(screen: &mut Screen) {
    screen.press_with(CTRL, Key::K);
}

#[test]
fn a_key_opens_the_search_with_the_dossier_and_what_can_be_done() {
    for (lang, field, place, command) in [
        (Lang::En, "Search", "Algiers, in the article · Algeria", "Dark theme, command"),
        (Lang::Fr, "Recherche", "Alger, dans l’article · Algérie", "Thème sombre, commande"),
        (Lang::Ar, "بحث", "الجزائر العاصمة، في المقال · الجزائر", "السمة الداكنة، أمر"),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        assert_eq!(offered(&screen), [""; 0]);
        open(&mut screen);
        screen.rect(Role::TextInput, field);
        assert!(screen.is_focused(Role::ListBoxOption, place), "the field's active option");
        let offered = offered(&screen);
        assert_eq!(offered.first().map(String::as_str), Some(place));
        assert!(offered.iter().any(|words| words == command), "{offered:#?}");
    }
}

#[test]
fn both_towns_on_the_line_are_told_apart_by_their_country() {
    for (lang, typed, expected) in [
        (
            Lang::En,
            "tinzawatene",
            ["Tinzaouaten, in the article · Mali", "Tin Zaouatine, context · Algeria"],
        ),
        (
            Lang::Fr,
            "تنزاواتين",
            ["Tinzaouatène, dans l’article · Mali", "Tin Zaouatine, contexte · Algérie"],
        ),
        (Lang::Ar, "tin zaouaten", ["تينزاوتين، في المقال · مالي", "تين زاوتين، سياق · الجزائر"]),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        open(&mut screen);
        screen.type_text(typed);
        assert_eq!(offered(&screen)[..2], expected);
    }
}

#[test]
fn enter_takes_the_chosen_one() {
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen);
    screen.type_text("tinzawatene");
    screen.press(Key::ArrowDown);
    assert_eq!(chosen(&screen), 1);
    screen.press(Key::Enter);
    assert_eq!(screen.selected(), Some("tin-zaouatine"));
    assert_eq!(offered(&screen), [""; 0], "the search is closed");

    open(&mut screen);
    assert_eq!(screen.state().search.as_ref().unwrap().query, "", "and forgotten");
    screen.type_text("Tombouctou");
    screen.press(Key::Enter);
    let (at, view) = (screen.at(16.7735, -3.0074), screen.view());
    assert!(at.distance(view.rect.center()) < 2.0, "Timbuktu is at {at}");
    assert!(view.camera.zoom >= 8.0);

    open(&mut screen);
    screen.type_text("20 5");
    screen.press(Key::Enter);
    assert!(screen.at(20.0, 5.0).distance(screen.view().rect.center()) < 2.0);

    open(&mut screen);
    screen.effects();
    screen.type_text("picture");
    screen.press(Key::Enter);
    assert_eq!(screen.state().dialog, Some(Dialog::Export));
}

#[test]
fn up_goes_round_to_the_last_which_comes_into_sight() {
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen);
    let camera = screen.view().camera;
    screen.press(Key::ArrowUp);
    let last = offered(&screen).len() - 1;
    assert_eq!(chosen(&screen), last);
    screen.pass(0.5);
    let rect = *screen.all_rects(Role::ListBoxOption).last().unwrap();
    assert!(rect.top() > 52.0 && rect.bottom() < 480.0, "{rect}");
    assert_eq!(screen.view().camera, camera, "the arrows do not move the map");
}

#[test]
fn a_click_takes_what_is_under_it() {
    for lang in [Lang::En, Lang::Ar] {
        let mut screen = Screen::open(reader_of(lang));
        open(&mut screen);
        screen.type_text("kidal");
        let rect = screen.all_rects(Role::ListBoxOption)[0];
        screen.click_at(rect.center());
        assert_eq!(screen.selected(), Some("kidal"));
        assert!(screen.state().search.is_none());
    }
}

#[test]
fn escape_closes_the_search_and_gives_the_focus_back() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    for _ in 0..80 {
        screen.press(Key::Tab);
        if screen.is_focused(Role::Button, "Zoom in") {
            break;
        }
    }
    open(&mut screen);
    screen.type_text("gao");
    screen.press(Key::Escape);
    assert!(screen.state().search.is_none());
    assert!(screen.is_focused(Role::Button, "Zoom in"));
    assert_eq!(screen.selected(), Some("kidal"), "the card stays");
}

#[test]
fn a_stroke_opens_the_search_and_is_typed_in_it_afterwards() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press(Key::Slash);
    assert_eq!(screen.state().search.as_ref().map(|search| search.query.as_str()), Some(""));
    screen.press_typing(Key::Slash, "/");
    assert_eq!(screen.state().search.as_ref().map(|search| search.query.as_str()), Some("/"));
}

#[test]
fn a_press_beside_the_search_and_tab_close_it() {
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen);
    screen.click_at(screen.view().rect.center_bottom() - vec2(0.0, 120.0));
    assert!(screen.state().search.is_none());
    open(&mut screen);
    screen.press(Key::Tab);
    assert!(screen.state().search.is_none());
}

#[test]
fn what_is_nowhere_and_what_is_off_the_map_is_said_so() {
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen);
    screen.type_text("xqzvbn");
    assert!(screen.says(
        "Nothing found for “xqzvbn”. Try another spelling, or coordinates such as 18.44, 1.41."
    ));
    screen.press(Key::Enter);
    assert!(screen.state().search.is_some(), "there is nothing to take");
    screen.press_with(CTRL, Key::A);
    screen.type_text("48.85, 2.35");
    let off = "48.8500° N, 2.3500° E is off this map, which shows the Sahel and what is around it.";
    assert!(screen.says(off), "{:#?}", screen.said());
    for (typed, fault) in [
        (
            "184, 1",
            "Latitude `184` is outside -90 to 90. The latitude comes first: 18.44345,1.40921.",
        ),
        ("61Q CA 32003 39986", "MGRS zone `61` is not from 1 to 60."),
    ] {
        screen.press_with(CTRL, Key::A);
        screen.type_text(typed);
        assert!(screen.says(fault), "{:#?}", screen.said());
    }
}

#[test]
fn coordinates_are_found_however_they_are_written_and_shown_in_the_reader_s_style() {
    for (style, shown) in [
        (CoordinateStyle::Decimal, "18.4435° N, 1.4092° E, coordinates"),
        (CoordinateStyle::Dms, "18°26′36.4″ N, 1°24′33.2″ E, coordinates"),
        (CoordinateStyle::Mgrs, "31Q CA 32003 39986, coordinates"),
    ] {
        let session = Session { coordinates: style, ..reader_of(Lang::En) };
        let mut screen = Screen::open(session);
        open(&mut screen);
        for typed in [
            "18.443452, 1.409212",
            "18°26'36.43\" N 1°24'33.16\" E",
            "1 24 33.16 E 18 26 36.43 N",
            "31qca3200339986",
            "١٨٫٤٤٣٤٥٢ ش، ١٫٤٠٩٢١٢ ق",
        ] {
            screen.press_with(CTRL, Key::A);
            screen.type_text(typed);
            assert_eq!(offered(&screen).first().map(String::as_str), Some(shown), "{typed}");
        }
        screen.press(Key::Enter);
        assert!(screen.at(18.443_45, 1.409_21).distance(screen.view().rect.center()) < 2.0);
    }
}

#[test]
fn in_a_narrow_window_a_button_opens_the_field_over_the_bar() {
    for (lang, button, field) in [
        (Lang::En, "Open the search", "Search"),
        (Lang::Fr, "Ouvrir la recherche", "Recherche"),
        (Lang::Ar, "فتح البحث", "بحث"),
    ] {
        let mut screen = Screen::sized(reader_of(lang), vec2(640.0, 480.0), 1.0);
        assert!(screen.rects(Role::TextInput, field).is_empty());
        screen.click(Role::Button, button);
        assert!(screen.rect(Role::TextInput, field).width() > 560.0);
        screen.type_text("كيدال");
        screen.press(Key::Enter);
        assert_eq!(screen.selected(), Some("kidal"));
        assert!(screen.rects(Role::TextInput, field).is_empty());
    }
}

#[test]
fn the_field_stands_on_the_reader_s_side_of_the_map() {
    let field = |screen: &Screen, name| screen.rect(Role::TextInput, name);
    let wide = vec2(1600.0, 900.0);
    let english = Screen::sized(reader_of(Lang::En), wide, 1.0);
    assert!((field(&english, "Search").left() - english.view().rect.left() - 16.0).abs() < 1.0);
    let arabic = Screen::sized(reader_of(Lang::Ar), wide, 1.0);
    assert!((arabic.view().rect.right() - field(&arabic, "بحث").right() - 16.0).abs() < 1.0);
}

#[test]
fn tab_leaves_a_query_for_the_next_control() {
    let mut screen = Screen::open(reader_of(Lang::En));
    open(&mut screen);
    screen.type_text("gao");
    screen.press(Key::Tab);
    assert!(screen.state().search.is_none());
    assert!(screen.is_focused(Role::Button, "offline · 0 requests"), "{:?}", screen.focus());
}

#[test]
fn pages_turn_in_the_list_and_select_no_place() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    open(&mut screen);
    screen.press(Key::PageDown);
    assert_eq!((chosen(&screen), screen.selected()), (7, Some("kidal")));
}
