//! Small windows and fine screens: everything is there, and is drawn.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Pos2, Rect, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::state::{Session, ThemeChoice};

/// What must be in reach in the smallest window: the map's buttons and the panel's.
const IN_REACH: [(Lang, [&str; 4]); 2] = [
    (Lang::En, ["Zoom in", "Zoom out", "Show the whole theatre", "Show or hide the panel"]),
    (Lang::Ar, ["تكبير", "تصغير", "عرض منطقة الخريطة كلها", "إظهار اللوحة الجانبية أو إخفاؤها"]),
];

#[test]
fn the_smallest_window_has_everything_in_reach() {
    for (lang, names) in IN_REACH {
        let mut screen = Screen::sized(reader_at(lang, "kidal"), vec2(640.0, 480.0), 1.0);
        let window = Rect::from_min_size(Pos2::ZERO, vec2(640.0, 480.0));
        let mut found: Vec<Rect> = Vec::new();
        for name in names {
            let rect = screen.rect(Role::Button, name);
            assert!(window.contains_rect(rect), "`{name}` at {rect} is not in the window");
            assert!(!found.iter().any(|other| other.shrink(1.0).intersects(rect)), "`{name}`");
            found.push(rect);
        }
        for name in ["العربية", "Français", "English"] {
            let rects = screen.rects(Role::RadioButton, name);
            let choice = rects.iter().find(|rect| rect.bottom() < 52.0).unwrap();
            assert!(window.contains_rect(*choice), "`{name}` at {choice}");
            assert!(!found.iter().any(|other| other.intersects(*choice)), "`{name}`");
        }
        assert!(screen.view().rect.width() > 300.0, "half of the window is the map");
        assert!(screen.picture().colors() > 100);
    }
}

#[test]
fn a_fine_screen_shows_the_same_in_twice_the_pixels() {
    let session = Session { theme: ThemeChoice::Light, ..reader_at(Lang::Ar, "tinzaouaten") };
    let mut coarse = Screen::sized(session.clone(), vec2(960.0, 600.0), 1.0);
    let mut fine = Screen::sized(session, vec2(960.0, 600.0), 2.0);
    let (small, large) = (coarse.picture(), fine.picture());
    assert_eq!((small.width, small.height), (960, 600));
    assert_eq!((large.width, large.height), (1920, 1200));
    assert!((small.brightness() - large.brightness()).abs() < 4.0);
    let heading = |screen: &Screen| screen.rect(Role::Heading, "تينزاوتين").center();
    assert!(heading(&coarse).distance(heading(&fine)) < 2.0);
}

#[test]
fn windows_that_leave_no_room_are_drawn_all_the_same() {
    for (width, height) in [(1.0, 1.0), (200.0, 120.0), (640.0, 60.0), (300.0, 900.0)] {
        let mut screen = Screen::sized(reader_at(Lang::Fr, "kidal"), vec2(width, height), 1.0);
        let picture = screen.picture();
        assert_eq!((picture.width, picture.height), (width as u32, height as u32));
    }
}

#[test]
fn a_hint_fits_in_no_narrow_window_and_does_no_harm() {
    for width in [20.0, 60.0, 130.0, 240.0] {
        let mut screen = Screen::sized(reader_at(Lang::Fr, "kidal"), vec2(width, 480.0), 1.0);
        for button in screen.all_rects(Role::Button) {
            screen.point_at(button.center());
            screen.settle();
        }
        assert_eq!(screen.picture().height, 480);
    }
}

#[test]
fn the_map_is_drawn_at_every_zoom() {
    let mut screen = Screen::sized(reader_of(Lang::Fr), vec2(800.0, 600.0), 1.5);
    screen.click(Role::ListItem, "Tinzaouatène");
    for _ in 0..11 {
        screen.wheel(screen.at(19.9486, 2.9678), 1);
        assert!(screen.picture().colors() > 50, "at zoom {}", screen.view().camera.zoom);
    }
}
