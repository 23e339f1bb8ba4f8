//! Are the countries named, and is what lies in one named in it?

use crate::screen::{Screen, reader_of};
use egui::{Rect, Role};
use sahel_map::geodata::{Country, Lang, LonLat};
use sahel_map::state::{Camera, Session};

/// What can be pressed on the map itself, and where.
fn on_map(screen: &Screen) -> Vec<(String, Rect)> {
    let map = screen.view().rect;
    let things = screen.things().into_iter();
    let buttons =
        things.filter(|(role, _, rect)| *role == Role::Button && map.contains_rect(*rect));
    buttons.map(|(_, words, rect)| (words, rect)).collect()
}

#[test]
fn the_countries_are_named_wherever_much_of_them_is_seen() {
    for (lang, lat, lon, zoom, names) in [
        (Lang::En, 19.0, 1.0, 5.0, ["Algeria", "Mali", "Niger"]),
        (Lang::Fr, 19.0, 1.0, 4.6, ["Algérie", "Mali", "Niger"]),
        (Lang::En, 18.44, 1.41, 7.0, ["Algeria", "Mali", "Niger"]),
        (Lang::Ar, 18.44, 1.41, 7.0, ["الجزائر", "مالي", "النيجر"]),
        (Lang::En, 15.6, -2.0, 7.0, ["Burkina Faso", "Mali", "Niger"]),
    ] {
        let camera = Some(Camera { center: LonLat::new(lon, lat).unwrap(), zoom });
        let mut screen = Screen::open(Session { camera, ..reader_of(lang) });
        screen.settle();
        let shown = on_map(&screen);
        for name in names {
            assert!(shown.iter().any(|(words, _)| words == name), "{name} at {zoom}: {shown:?}");
        }
    }
}

#[test]
fn what_lies_in_mali_is_named_and_pinned_in_mali() {
    for (lang, ambush, town) in [
        (Lang::En, "Tinzaouaten ambush", "7. Tinzaouaten"),
        (Lang::Fr, "Embuscade de Tinzaouatène", "7. Tinzaouatène"),
        (Lang::Ar, "كمين تينزاوتين", "7. تينزاوتين"),
    ] {
        for zoom in [7.0, 8.0, 9.0] {
            let camera = Some(Camera { center: LonLat::new(2.9, 19.9).unwrap(), zoom });
            let mut screen = Screen::open(Session { camera, ..reader_of(lang) });
            screen.settle();
            let view = screen.view();
            let country = |at| screen.state().world.borders.country_at(view.geo_from_screen(at));
            let shown = on_map(&screen);
            let named = shown.iter().filter(|(words, _)| words.starts_with(ambush));
            for (_, rect) in named {
                for at in [rect.left_center(), rect.center(), rect.right_center()] {
                    assert_eq!(country(at), Some(Country::Mali), "{ambush} at {zoom}");
                }
            }
            let (_, pin) = shown.iter().find(|(words, _)| words.starts_with(town)).unwrap();
            assert_eq!(country(pin.center_top()), Some(Country::Mali), "{town} at {zoom}");
            let spot = screen.at(19.9486, 2.9678);
            assert!(pin.distance_to_pos(spot) < 45.0, "{town} at {zoom} is far from its spot");
        }
    }
}
