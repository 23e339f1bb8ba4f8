//! The order of reading: the keyboard's focus and the mirrored window follow it.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Pos2, Rect, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, ArticleView, Dialog, PanelTab, Session};

/// Presses Tab until the focus comes round, and says what had it.
fn stops(screen: &mut Screen) -> Vec<(Role, String, Rect)> {
    let mut stops: Vec<(Role, String, Rect)> = Vec::new();
    for _ in 0..120 {
        screen.press(Key::Tab);
        let Some(stop) = screen.focus() else { continue };
        if stops.contains(&stop) {
            break;
        }
        stops.push(stop);
    }
    stops
}

#[test]
fn the_focus_goes_from_bar_to_panel_to_map_to_the_line_below() {
    for (lang, last) in [(Lang::Ar, "حول البرنامج"), (Lang::Fr, "À propos"), (Lang::En, "About")]
    {
        let mut screen = Screen::open(reader_at(lang, "kidal"));
        let map = screen.view().rect;
        let stops = stops(&mut screen);
        let part = |rect: &Rect| match rect.center() {
            Pos2 { y, .. } if y < 52.0 => 0,
            at if map.contains(at) => 2,
            Pos2 { y, .. } if y > map.bottom() => 3,
            _ => 1,
        };
        // What the panel scrolls to is below the window at first.
        let parts: Vec<i32> = stops
            .iter()
            .map(|(role, _, rect)| match role {
                // The list that the search opens lies over the map.
                Role::ListBoxOption => 0,
                Role::Link => 1,
                _ => part(rect),
            })
            .collect();
        assert!(parts.is_sorted(), "{parts:?} {stops:#?}");
        assert_eq!(parts.iter().max(), Some(&3));
        assert_eq!(stops.last().map(|(_, words, _)| words.as_str()), Some(last));
        let bar: Vec<f32> = stops
            .iter()
            .filter(|(.., rect)| part(rect) == 0)
            .map(|stop| stop.2.center().x)
            .collect();
        assert!(bar.len() > 4, "{bar:?}");
        if lang == Lang::Ar {
            assert!(bar.is_sorted_by(|a, b| a > b), "from the right: {bar:?}");
        } else {
            assert!(bar.is_sorted(), "from the left: {bar:?}");
        }
    }
}

#[test]
fn everything_that_can_be_pressed_is_reached_by_tab() {
    for session in [
        reader_at(Lang::En, "tinzaouaten"),
        reader_of(Lang::Ar),
        Session { tab: PanelTab::Article, article: ArticleView::Both, ..reader_of(Lang::Fr) },
    ] {
        let mut screen = Screen::open(session);
        let reached = stops(&mut screen);
        all_are_reached(&screen, &reached, &[]);
    }
}

/// Fails where something that can be pressed, or one of several alike, is not among the stops.
#[track_caller]
fn all_are_reached(
    screen: &Screen,
    reached: &[(Role, String, Rect)],
    below: &[(Role, String, Rect)],
) {
    let pressed =
        [Role::Button, Role::RadioButton, Role::CheckBox, Role::Tab, Role::Link, Role::ListItem];
    let things: Vec<_> =
        screen.things().into_iter().filter(|thing| !below.contains(thing)).collect();
    for (role, words, _) in &things {
        if !pressed.contains(role) || screen.is_disabled(*role, words) {
            continue;
        }
        let alike = |things: &[(Role, String, Rect)]| {
            things.iter().filter(|(of, said, _)| of == role && said == words).count()
        };
        let (there, stops) = (alike(&things), alike(reached));
        assert!(stops >= there, "{stops} of {there} {role:?} `{words}` are among {reached:#?}");
    }
}

#[test]
fn everything_in_a_dialog_is_reached_by_tab_and_nothing_below_it() {
    for (lang, dialog) in [(Lang::Ar, Dialog::Settings), (Lang::Fr, Dialog::Settings)] {
        let mut screen = Screen::open(reader_at(lang, "kidal"));
        let below = screen.things();
        screen.apply(Action::ShowDialog(Some(dialog)));
        screen.settle();
        let reached = stops(&mut screen);
        assert!(reached.len() > 15, "{reached:#?}");
        assert!(!reached.iter().any(|stop| below.contains(stop)), "{reached:#?}");
        all_are_reached(&screen, &reached, &below);
    }
}

#[test]
fn arrows_go_to_what_the_eye_sees_beside() {
    for (lang, first, second, way) in [
        (Lang::Ar, "الأماكن", "المقال", Key::ArrowLeft),
        (Lang::Fr, "Lieux", "Article", Key::ArrowRight),
        (Lang::En, "Places", "Article", Key::ArrowRight),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        for _ in 0..40 {
            screen.press(Key::Tab);
            if screen.is_focused(Role::Tab, first) {
                break;
            }
        }
        screen.press(way);
        assert!(screen.is_focused(Role::Tab, second), "{:?}", screen.focus());
        screen.press(Key::Enter);
        assert_eq!(screen.state().session.tab, PanelTab::Article);
    }
}

#[test]
fn in_arabic_everything_in_the_window_stands_the_other_way_round() {
    let width = 1280.0;
    let mut english = Screen::open(reader_at(Lang::En, "kidal"));
    let mut arabic = Screen::open(reader_at(Lang::Ar, "kidal"));
    let pairs = [
        (Role::Button, "Settings", "الإعدادات"),
        (Role::Button, "Show or hide the panel", "إظهار اللوحة الجانبية أو إخفاؤها"),
        (Role::Button, "Undo", "تراجع"),
        (Role::Tab, "Places", "الأماكن"),
        (Role::Button, "All places", "كل الأماكن"),
        (Role::Button, "Previous place", "المكان السابق"),
        (Role::Button, "Next place", "المكان التالي"),
        (Role::Button, "Zoom in", "تكبير"),
        (Role::Button, "About", "حول البرنامج"),
    ];
    for (role, one, other) in pairs {
        let (one, other) = (english.rect(role, one), arabic.rect(role, other));
        // Words differ in length; the side from which they begin is the same.
        let from_side = one.left().min(width - one.right());
        let mirrored = other.left().min(width - other.right());
        assert!((from_side - mirrored).abs() < 20.0, "{one} {other}");
        let is_left = one.center().x < 0.5 * width;
        assert_eq!(is_left, other.center().x > 0.5 * width, "{one} {other}");
    }
    for screen in [&mut english, &mut arabic] {
        screen.apply(Action::ShowDialog(Some(Dialog::Settings)));
        screen.settle();
    }
    let one = english.rect(Role::CheckBox, "Reduced motion");
    let other = arabic.rect(Role::CheckBox, "تقليل الحركة");
    assert!((one.left() - (width - other.right())).abs() < 1.0, "{one} {other}");
}

#[test]
fn the_scroll_bar_is_grasped_on_the_far_side() {
    for lang in [Lang::Ar, Lang::En] {
        let mut screen = Screen::sized(reader_at(lang, "tinzaouaten"), vec2(1280.0, 700.0), 1.0);
        let heading = if lang == Lang::Ar { "تينزاوتين" } else { "Tinzaouaten" };
        let top = screen.rect(Role::Heading, heading).top();
        let map = screen.view().rect;
        let x = if lang == Lang::Ar { map.right() + 6.0 } else { map.left() - 6.0 };
        screen.drag(egui::pos2(x, 120.0), egui::pos2(x, 320.0));
        let scrolled = top - screen.rect(Role::Heading, heading).top();
        assert!(scrolled > 200.0, "{scrolled}");
        // A press above the handle turns a page back.
        screen.click_at(egui::pos2(x, 105.0));
        assert!(top - screen.rect(Role::Heading, heading).top() < scrolled);
    }
}

#[test]
fn shift_tab_goes_back() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press(Key::Tab);
    let first = screen.focus();
    screen.press(Key::Tab);
    assert_ne!(screen.focus(), first);
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(screen.focus(), first);
}
