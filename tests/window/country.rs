//! The cards of the four countries, and the edge of the panel that they stand in.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, pos2, vec2};
use sahel_map::geodata::{Country, Lang};
use sahel_map::state::Session;

const CTRL: Modifiers = Modifiers::COMMAND;

fn country_of(lang: Lang, country: Country) -> Session {
    Session { country: Some(country), tab: sahel_map::state::PanelTab::Card, ..reader_of(lang) }
}

#[test]
fn the_card_says_what_the_article_does_its_places_and_its_borders() {
    for (lang, heading, said) in [
        (Lang::En, "Mali", ["In the article", "Length of the borders", "Mauritania", "2,244 km"]),
        (Lang::Fr, "Mali", ["Dans l’article", "Longueur des frontières", "Mauritanie", "2 244 km"]),
        (Lang::Ar, "مالي", ["في المقال", "أطوال الحدود", "موريتانيا", "2,244 كم"]),
    ] {
        let mut screen = Screen::open(country_of(lang, Country::Mali));
        screen.settle();
        assert_eq!(screen.rects(Role::Heading, heading).len(), 1, "{:?}", screen.said());
        let plain = |words: &str| words.replace(['\u{202F}', '\u{A0}'], " ");
        let all: Vec<String> = screen.said().iter().map(|(_, words)| plain(words)).collect();
        for words in said {
            assert!(all.iter().any(|said| said.contains(words)), "{words} in {all:?}");
        }
        let quoted = |words: &&String| words.contains("استعادة كيدال");
        assert_eq!(all.iter().filter(quoted).count(), 1, "¶6 speaks of a place in Mali");
    }
}

#[test]
fn it_is_opened_from_list_map_search_place_and_menu_and_leads_on_to_its_neighbours() {
    let mali = Some(Country::Mali);
    let mut screen = Screen::sized(reader_of(Lang::En), vec2(1280.0, 4000.0), 1.0);
    screen.click(Role::ListItem, "Mali");
    assert_eq!((screen.state().session.country, screen.selected()), (mali, None));
    screen.settle();
    screen.click(Role::Link, "Burkina Faso");
    assert_eq!(screen.state().session.country, Some(Country::BurkinaFaso));
    screen.settle();
    screen.click(Role::Button, "Next country");
    assert_eq!(screen.state().session.country, Some(Country::Algeria));
    screen.press_with(CTRL, Key::Z);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.country, mali, "two steps back");
    screen.settle();
    screen.click(Role::ListItem, "Kidal");
    assert_eq!((screen.state().session.country, screen.selected()), (None, Some("kidal")));
    screen.settle();
    screen.click(Role::Link, "Mali, Kidal");
    assert_eq!((screen.state().session.country, screen.selected()), (mali, None));

    let mut screen = Screen::open(reader_of(Lang::Ar));
    screen.settle();
    screen.click(Role::Button, "النيجر");
    assert_eq!(screen.state().session.country, Some(Country::Niger), "its name on the map");
    screen.press_with(CTRL, Key::K);
    screen.type_text("algerie");
    screen.press(Key::Enter);
    assert_eq!(screen.state().session.country, Some(Country::Algeria));
    screen.settle();
    screen.right_click(screen.at(21.5, -3.0));
    screen.click(Role::MenuItem, "فتح بطاقة الدولة");
    assert_eq!(screen.state().session.country, mali);
}

#[test]
fn the_country_is_brought_into_view() {
    let mut screen = Screen::open(reader_of(Lang::Fr));
    screen.settle();
    screen.apply(sahel_map::state::Action::ShowCountry(Country::BurkinaFaso));
    screen.settle();
    let map = screen.view().rect;
    let corners = [(15.0, -5.5), (9.5, -5.5), (9.5, 2.3), (15.0, 2.3)];
    for (lat, lon) in corners {
        assert!(map.contains(screen.at(lat, lon)), "{lat}, {lon}");
    }
    assert!(screen.view().camera.zoom > 6.0);
}

#[test]
fn the_edge_of_the_panel_is_dragged_moved_by_keys_and_set_back() {
    for (lang, name, away, arrow) in [
        (Lang::En, "Edge of the panel", 1.0, Key::ArrowRight),
        (Lang::Ar, "حافة اللوحة", -1.0, Key::ArrowLeft),
    ] {
        let mut screen = Screen::open(reader_at(lang, "kidal"));
        screen.settle();
        let edge = |screen: &Screen| screen.rect(Role::Splitter, name).center();
        let from = edge(&screen);
        let to = pos2(from.x + away * 120.0, from.y);
        screen.drag(from, to);
        assert_eq!(screen.state().session.panel_width, Some(520));
        assert!((edge(&screen).x - to.x).abs() <= 1.0);
        screen.click_at(edge(&screen));
        screen.press(arrow);
        assert_eq!(screen.state().session.panel_width, Some(540));
        screen.drag(edge(&screen), pos2(from.x - away * 900.0, from.y));
        assert_eq!(screen.state().session.panel_width, Some(280), "not narrower");
        screen.double_click(edge(&screen));
        assert_eq!(screen.state().session.panel_width, None);
        assert_eq!(edge(&screen), from);
        screen.press_with(CTRL, Key::Z);
        assert_eq!(screen.state().session.panel_width, None, "one step of undo for one edge");
    }
}
