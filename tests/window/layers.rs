//! What the map draws, and how it is moved about: layers, the small map, boxes, views, the menu.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::{Lang, LonLat, Rivers};
use sahel_map::state::{Action, Camera, Effect, Layer, Layers, PanelTab, Session, Strength};

const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;

fn layers_of(lang: Lang) -> Session {
    Session { tab: PanelTab::Layers, ..reader_of(lang) }
}

/// The middle of the map, in degrees, and its zoom.
fn looks_at(screen: &Screen) -> (f64, f64, f64) {
    let Camera { center, zoom } = screen.view().camera;
    (center.lat(), center.lon(), zoom)
}

#[track_caller]
fn assert_at(screen: &Screen, (lat, lon, zoom): (f64, f64, f64), tolerance: f64) {
    let (at_lat, at_lon, at_zoom) = looks_at(screen);
    let apart = (at_lat - lat).abs().max((at_lon - lon).abs()).max((at_zoom - zoom).abs());
    assert!(apart < tolerance, "{:?} is not {:?}", looks_at(screen), (lat, lon, zoom));
}

#[test]
fn each_layer_is_turned_off_and_on_by_its_name() {
    for (lang, names) in [
        (Lang::En, ["Places of the article", "Towns", "Borders", "Graticule", "Water"]),
        (Lang::Fr, ["Lieux de l’article", "Localités", "Frontières", "Graticule", "Eaux"]),
        (Lang::Ar, ["أماكن المقال", "البلدات", "الحدود", "شبكة الإحداثيات", "المياه"]),
    ] {
        let mut screen = Screen::open(layers_of(lang));
        screen.settle();
        let first = screen.picture();
        for name in names {
            screen.click(Role::CheckBox, name);
            let turned = screen.picture();
            assert!(turned.difference(&first) > 0.001, "{name} changes nothing");
            screen.press_with(CTRL, Key::Z);
            assert_eq!(screen.state().session.layers, Layers::default(), "{name}");
        }
        assert!(screen.picture().difference(&first) < 0.01, "all is back, but for names that stay");
    }
}

#[test]
fn wadis_are_drawn_where_they_run_with_the_water_alone() {
    let center = LonLat::new(3.2, 20.6).unwrap();
    let camera = Some(Camera { center, zoom: 9.0 });
    let mut screen = Screen::open(Session { camera, ..reader_of(Lang::En) });
    screen.settle();
    let map = screen.view().rect;
    let wadis = Rivers::embedded().unwrap().seasonal.concat();
    let seen = |screen: &Screen| wadis.iter().map(|v| screen.at(v.lat(), v.lon())).collect();
    let corners: Vec<_> = seen(&screen);
    let corners: Vec<_> = corners.into_iter().filter(|at| map.contains(*at)).collect();
    assert!(corners.len() > 100, "{}", corners.len());
    let with = screen.picture();
    screen.apply(Action::ShowLayer(Layer::Water, false));
    let without = screen.picture();
    let changed = corners.iter().filter(|at| with.color_at(**at) != without.color_at(**at));
    // They are dashed, and names stand on some of them.
    let changed = changed.count() as f64 / corners.len() as f64;
    assert!((0.4..0.95).contains(&changed), "{changed} of the corners");
    // From afar the lines are not there.
    screen.apply(Action::MoveCamera(Camera { center, zoom: 6.4 }));
    screen.settle();
    let without = screen.picture();
    screen.apply(Action::ShowLayer(Layer::Water, true));
    screen.settle();
    let with = screen.picture();
    let corners: Vec<_> = seen(&screen);
    let corners: Vec<_> = corners.into_iter().filter(|at| map.contains(*at)).collect();
    let changed = corners.iter().filter(|at| with.color_at(**at) != without.color_at(**at));
    let changed = changed.count() as f64 / corners.len() as f64;
    assert!(changed < 0.1, "{changed} of the corners");
}

#[test]
fn without_pins_no_pin_can_be_pressed() {
    let mut screen = Screen::open(layers_of(Lang::En));
    screen.settle();
    let on_map = |screen: &Screen| {
        let map = screen.view().rect;
        let pins = screen.things();
        pins.iter()
            .filter(|(role, words, rect)| {
                *role == Role::Button && words.contains("Kidal") && map.contains(rect.center())
            })
            .count()
    };
    assert_eq!(on_map(&screen), 1);
    screen.apply(Action::ShowLayer(Layer::Pins, false));
    assert_eq!(on_map(&screen), 0);
}

#[test]
fn a_slider_is_moved_by_keys_and_pointer_and_is_one_step_of_undo() {
    let mut screen = Screen::open(layers_of(Lang::En));
    screen.settle();
    let full = screen.picture();
    let rect = screen.rect(Role::Slider, "Relief");
    screen.click_at(rect.left_center() + vec2(10.0, 0.0));
    assert_eq!(screen.state().session.layers.relief, Strength::nearest(0.0));
    assert!(screen.picture().difference(&full) > 0.05, "the relief has gone");
    screen.press(Key::ArrowRight);
    screen.press(Key::ArrowRight);
    assert_eq!(screen.state().session.layers.relief, Strength::nearest(10.0));
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.layers.relief, Strength::FULL);
    // In Arabic it grows towards the left.
    let mut screen = Screen::open(layers_of(Lang::Ar));
    screen.settle();
    let rect = screen.rect(Role::Slider, "التضاريس");
    screen.click_at(rect.right_center() - vec2(10.0, 0.0));
    assert_eq!(screen.state().session.layers.relief, Strength::nearest(0.0));
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.state().session.layers.relief, Strength::nearest(5.0));
}

#[test]
fn what_was_seen_before_is_gone_back_to() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.settle();
    screen.pass(1.0);
    let home = looks_at(&screen);
    let spot = screen.at(20.0, 1.0);
    screen.wheel(spot, 3);
    screen.pass(1.0);
    let near = looks_at(&screen);
    assert!(near.2 > home.2 + 1.0);
    screen.press_with(ALT, Key::ArrowLeft);
    assert_at(&screen, home, 1e-3);
    screen.pass(1.0);
    screen.press_with(ALT, Key::ArrowRight);
    assert_at(&screen, near, 1e-3);
    screen.pass(1.0);
    screen.press_with(ALT, Key::ArrowRight);
    assert_at(&screen, near, 1e-3);
}

#[test]
fn a_box_that_is_drawn_with_shift_fills_the_map() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.settle();
    let (from, to) = (screen.at(22.0, -2.0), screen.at(18.0, 4.0));
    let before = looks_at(&screen);
    screen.drag_with(Modifiers::SHIFT, from, to);
    screen.settle();
    let (lat, lon, zoom) = looks_at(&screen);
    assert!((lat - 20.0).abs() < 0.3 && (lon - 1.0).abs() < 0.3, "{lat} {lon}");
    assert!(zoom > before.2 + 1.0);
    let map = screen.view().rect.expand(2.0);
    for (lat, lon) in [(22.0, -2.0), (18.0, 4.0)] {
        assert!(map.contains(screen.at(lat, lon)), "{lat} {lon} is not on the map");
    }
}

#[test]
fn all_pins_are_shown_and_the_small_map_moves_the_large_one() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.settle();
    assert_eq!(screen.rects(Role::Image, "Overview map"), [], "the whole theatre needs none");
    let kidal = screen.at(18.4, 1.4);
    screen.wheel(kidal, 4);
    let small = screen.rect(Role::Image, "Overview map");
    assert!(screen.view().rect.contains_rect(small));
    screen.click_at(small.center());
    let (lat, lon, _) = looks_at(&screen);
    // The middle of the theatre.
    assert!((lat - 24.5).abs() < 2.0 && (lon - 1.9).abs() < 1.0, "{lat} {lon}");
    screen.press_with(Modifiers::SHIFT, Key::Home);
    screen.settle();
    let map = screen.view().rect;
    for (lat, lon) in [(36.75, 3.06), (12.6, -7.97), (13.5, 2.1)] {
        assert!(map.contains(screen.at(lat, lon)), "{lat} {lon} is not on the map");
    }
}

#[test]
fn the_menu_of_the_map_and_of_a_pin_does_what_it_says() {
    for (lang, copy, measure, open) in [
        (Lang::En, "Copy the coordinates", "Measure from here", "Open the card"),
        (Lang::Fr, "Copier les coordonnées", "Mesurer d’ici", "Ouvrir la fiche"),
        (Lang::Ar, "نسخ الإحداثيات", "القياس من هنا", "فتح البطاقة"),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        screen.settle();
        let spot = screen.at(24.0, 1.0);
        screen.right_click(spot);
        assert!(screen.rects(Role::MenuItem, open).is_empty(), "no place is there");
        screen.effects();
        screen.click(Role::MenuItem, copy);
        let [Effect::Copy(copied)] = &screen.effects()[..] else { panic!("nothing was copied") };
        let at = sahel_map::measure::coordinates::parse(copied).unwrap();
        assert!((at.lat() - 24.0).abs() < 0.1 && (at.lon() - 1.0).abs() < 0.1, "{copied}");
        assert!(screen.rects(Role::MenuItem, copy).is_empty(), "the menu has closed");

        screen.right_click(spot);
        screen.click(Role::MenuItem, measure);
        assert_eq!(screen.state().session.measuring.measurements.len(), 1);
        assert_eq!(screen.state().session.tab, PanelTab::Measure);

        let kidal = screen.things().into_iter().find(|(role, words, rect)| {
            let names = ["Kidal", "كيدال"];
            *role == Role::Button
                && names.iter().any(|name| words.contains(name))
                && screen.view().rect.contains(rect.center())
        });
        screen.right_click(kidal.unwrap().2.center());
        screen.click(Role::MenuItem, open);
        assert_eq!(screen.selected(), Some("kidal"));
    }
}

#[test]
fn escape_closes_the_menu_alone() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.settle();
    let spot = screen.at(24.0, 1.0);
    screen.right_click(spot);
    assert_eq!(screen.rects(Role::MenuItem, "Centre here").len(), 1);
    screen.press(Key::Escape);
    assert!(screen.rects(Role::MenuItem, "Centre here").is_empty());
    assert_eq!(screen.selected(), Some("kidal"), "the card stays");
}
