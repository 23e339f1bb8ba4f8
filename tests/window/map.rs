//! How the map is moved: wheel, buttons, keys, dragging, and how far.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Pos2, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::state::{Camera, MAX_ZOOM, MIN_ZOOM, Session, THEATRE};

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found}, not {expected}");
}

fn open() -> Screen {
    Screen::open(reader_of(Lang::En))
}

#[test]
fn buttons_and_keys_zoom_by_one_and_home_shows_the_theatre() {
    let mut screen = open();
    let home = screen.view().camera;
    screen.click(Role::Button, "Zoom in");
    assert_near(screen.view().camera.zoom, home.zoom + 1.0, 1e-9);
    screen.press(Key::Plus);
    assert_near(screen.view().camera.zoom, home.zoom + 2.0, 1e-9);
    screen.press(Key::Minus);
    assert_near(screen.view().camera.zoom, home.zoom + 1.0, 1e-9);
    screen.click(Role::Button, "Zoom out");
    assert_near(screen.view().camera.zoom, home.zoom, 1e-9);
    let away = |screen: &mut Screen| {
        screen.wheel(screen.at(20.0, 1.0), 3);
        assert!(screen.view().camera.zoom > home.zoom + 0.5);
    };
    let is_home = |screen: &Screen| {
        assert_near(screen.view().camera.zoom, home.zoom, 1e-9);
        assert_near(screen.view().camera.center.lat(), home.center.lat(), 1e-6);
    };
    away(&mut screen);
    screen.press(Key::Home);
    is_home(&screen);
    away(&mut screen);
    screen.click(Role::Button, "Show the whole theatre");
    is_home(&screen);
}

#[test]
fn the_theatre_is_all_in_sight_at_first() {
    let screen = open();
    let map = screen.view().rect;
    for (lat, lon) in [(THEATRE.south, THEATRE.west), (THEATRE.north, THEATRE.east)] {
        assert!(map.contains(screen.at(lat, lon)));
    }
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut screen = open();
    let pointer = screen.view().rect.center() + vec2(150.0, -90.0);
    let ground = screen.view().geo_from_screen(pointer);
    let before = screen.view().camera.zoom;
    screen.wheel(pointer, 2);
    let after = screen.view().camera.zoom;
    assert!(after > before + 0.2 && after < before + 3.0, "{before} to {after}");
    assert!(screen.view().screen_from_geo(ground).distance(pointer) < 0.5);
    screen.wheel(pointer, -2);
    assert_near(screen.view().camera.zoom, before, 0.02);
}

#[test]
fn a_double_click_zooms_in_about_the_pointer() {
    let mut screen = open();
    let pointer = screen.view().rect.center() + vec2(-120.0, 120.0);
    let ground = screen.view().geo_from_screen(pointer);
    let before = screen.view().camera.zoom;
    screen.double_click(pointer);
    assert_near(screen.view().camera.zoom, before + 1.0, 1e-6);
    assert!(screen.view().screen_from_geo(ground).distance(pointer) < 0.5);
}

#[test]
fn zooming_ends_at_its_limits() {
    let mut screen = open();
    for _ in 0..14 {
        screen.press(Key::Plus);
    }
    assert_near(screen.view().camera.zoom, MAX_ZOOM, 1e-9);
    screen.wheel(screen.view().rect.center(), 2);
    assert_near(screen.view().camera.zoom, MAX_ZOOM, 1e-9);
    screen.pointer_leaves();
    for _ in 0..14 {
        screen.click(Role::Button, "Zoom out");
    }
    assert_near(screen.view().camera.zoom, MIN_ZOOM, 1e-9);
    screen.wheel(screen.view().rect.center(), -2);
    assert_near(screen.view().camera.zoom, MIN_ZOOM, 1e-9);
}

#[test]
fn the_ground_follows_the_hand() {
    let mut screen = open();
    let (from, to) = (Pos2::new(760.0, 500.0), Pos2::new(900.0, 420.0));
    let ground = screen.view().geo_from_screen(from);
    screen.drag(from, to);
    assert!(screen.view().screen_from_geo(ground).distance(to) < 1.5);
}

#[test]
fn the_map_cannot_be_dragged_out_of_the_theatre() {
    let mut screen = open();
    let (left, right) = (Pos2::new(500.0, 700.0), Pos2::new(1200.0, 200.0));
    for (from, to) in [(left, right), (right, left)] {
        for _ in 0..8 {
            screen.drag(from, to);
        }
        let camera = screen.view().camera;
        assert_eq!(camera, camera.bounded());
    }
}

#[test]
fn a_fling_glides_on_and_stops_soon() {
    let mut screen = open();
    screen.press(Key::Plus);
    screen.press(Key::Plus);
    let (from, to) = (Pos2::new(700.0, 450.0), Pos2::new(1000.0, 450.0));
    let ground = screen.view().geo_from_screen(from);
    screen.fling(from, to, 3);
    screen.pass(0.5);
    let rested = screen.view().camera;
    let glided = screen.view().screen_from_geo(ground).x - to.x;
    assert!((2.0..600.0).contains(&glided), "glided {glided} points");
    screen.pass(0.5);
    assert_eq!(screen.view().camera, rested, "it still glides after half a second");
}

#[test]
fn arrows_look_that_way() {
    let mut screen = open();
    screen.press(Key::Plus);
    for (key, lon, lat) in [
        (Key::ArrowRight, 1.0, 0.0),
        (Key::ArrowLeft, -1.0, 0.0),
        (Key::ArrowUp, 0.0, 1.0),
        (Key::ArrowDown, 0.0, -1.0),
    ] {
        let before = screen.view().camera.center;
        screen.press(key);
        let after = screen.view().camera.center;
        let moved = (after.lon() - before.lon(), after.lat() - before.lat());
        assert!(moved.0 * lon + moved.1 * lat > 0.1, "{key:?} moves by {moved:?}");
        assert!((moved.0 * lat).abs() + (moved.1 * lon).abs() < 1e-6, "{key:?} moves askew");
    }
}

#[test]
fn a_flight_is_interrupted_by_the_hand() {
    let mut screen = open();
    screen.wheel(screen.at(13.5, 2.1), 5);
    screen.press_without_rest(Key::Home);
    screen.pass(0.1);
    screen.drag(Pos2::new(760.0, 500.0), Pos2::new(770.0, 500.0));
    let camera = screen.view().camera;
    screen.pass(1.0);
    assert_eq!(screen.view().camera, camera, "the flight goes on");
    assert!(camera.zoom > open().view().camera.zoom + 0.3, "the flight had ended before");
}

#[test]
fn a_camera_from_elsewhere_is_brought_into_the_theatre() {
    let lost = sahel_map::geodata::LonLat::new(170.0, -60.0).unwrap();
    let camera = Some(Camera { center: lost, zoom: 99.0 });
    let screen = Screen::open(Session { camera, ..reader_of(Lang::Ar) });
    let camera = screen.view().camera;
    assert_eq!(camera, camera.bounded());
    assert_near(camera.zoom, MAX_ZOOM, 1e-9);
}

#[test]
fn the_line_below_says_what_is_under_the_pointer() {
    let mut screen = open();
    screen.point_at(screen.at(17.0, -2.0));
    screen.settle();
    let said = screen.said();
    let near = |words: &str| said.iter().any(|(_, said)| said.starts_with(words));
    assert!(near("17.0") && near("nearest border:"), "{said:#?}");
    screen.pointer_leaves();
    assert!(!screen.says("nearest border:"));
    assert!(screen.said().iter().any(|(role, words)| {
        *role == Role::Button && words.starts_with("Copy the position under the pointer, 17.0")
    }));
}

/// Names of pins with the places they stand for.
const SPOTS: [(&str, f64, f64); 7] = [
    ("1. Algiers, Diplomacy", 36.7538, 3.0588),
    ("3. Bamako, Coup", 12.60915, -7.97522),
    ("4. Niamey, Coup", 13.51366, 2.1098),
    ("5. Ouagadougou, Coup", 12.36566, -1.53388),
    ("6. Kidal, Seizure", 18.44345, 1.40921),
    ("7. Tinzaouaten, Battle", 19.94861, 2.96778),
    ("Tin Zaouatine, context", 19.95333, 2.96667),
];

#[test]
fn a_selected_pin_stands_on_its_spot() {
    for size in [vec2(960.0, 600.0), vec2(1280.0, 800.0), vec2(1920.0, 1080.0)] {
        let screen = Screen::sized(reader_at(Lang::En, "kidal"), size, 1.0);
        let pin = screen.rect(Role::Button, "6. Kidal, Seizure");
        let spot = screen.at(18.44345, 1.40921);
        let tip = Pos2::new(pin.center().x, pin.bottom());
        assert!(tip.distance(spot) < 4.0, "in {size}: the tip at {tip}, the spot at {spot}");
    }
}

#[test]
fn no_pin_covers_another_or_its_spot() {
    for size in [vec2(960.0, 600.0), vec2(1280.0, 800.0), vec2(1920.0, 1080.0)] {
        let screen = Screen::sized(reader_of(Lang::En), size, 1.0);
        let pins = SPOTS.map(|(name, lat, lon)| {
            (name, screen.rect(Role::Button, name).shrink(3.0), screen.at(lat, lon))
        });
        for (name, pin, _) in &pins {
            for (other, covered, spot) in pins.iter().filter(|(other, ..)| other != name) {
                assert!(!pin.intersects(*covered), "in {size}: {name} covers {other}");
                assert!(!pin.contains(*spot), "in {size}: {name} covers the spot of {other}");
            }
        }
    }
}

#[test]
fn a_pin_under_the_pointer_shows_a_card_until_the_pointer_leaves() {
    let mut screen = open();
    let before = screen.picture();
    screen.point_at(screen.rect(Role::Button, "6. Kidal, Seizure").center());
    screen.pass(0.4);
    screen.settle();
    assert!(screen.picture().difference(&before) > 0.02, "no card is drawn");
    screen.pointer_leaves();
    screen.pass(0.4);
    // The last position stays in the line at the bottom.
    assert!(screen.picture().difference(&before) < 0.002, "something of the card is left");
}
