//! The briefing on screen: its keys and hands, and that its texts fit in three languages.

use crate::screen::{Screen, reader_of};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use sahel_map::geodata::Lang;
use sahel_map::state::{Camera, PenShape, Session, Veil};

const WORDS: [(Lang, &str, &str, &str); 3] = [
    (Lang::En, "Briefing", "Scene 5", "The ambush near Tinzaouaten"),
    (Lang::Fr, "Présentation", "Scène 5", "L’embuscade près de Tinzaouatène"),
    (Lang::Ar, "الإحاطة", "المشهد 5", "كمين قرب تينزاوتين"),
];

fn screen(lang: Lang) -> Screen {
    let center = sahel_map::geodata::LonLat::new(1.0, 18.0).unwrap();
    let camera = Some(Camera { center, zoom: 6.0 });
    Screen::sized(Session { camera, ..reader_of(lang) }, vec2(1600.0, 900.0), 1.0)
}

#[track_caller]
fn scene(screen: &Screen) -> usize {
    screen.state().briefing.as_ref().unwrap().scene + 1
}

#[test]
fn the_button_begins_it_and_escape_brings_back_what_was() {
    for (lang, button, head, title) in WORDS {
        let mut screen = screen(lang);
        screen.settle();
        let before = screen.state().session.clone();
        screen.click(Role::Button, button);
        assert_eq!(scene(&screen), 1);
        screen.press(Key::Num5);
        screen.press(Key::Enter);
        screen.settle();
        assert!(screen.says(head) && screen.says(title), "{:#?}", screen.said());
        assert!(screen.says("¶8"));
        // What is drawn of the scene's ground lies beside the text.
        let town = screen.at(19.948_61, 2.967_78);
        let card = screen.rects(Role::Label, title);
        let beside = if lang.is_rtl() { town.x < card[0].left() } else { town.x > card[0].right() };
        assert!(beside, "{town} beside {card:?}");
        screen.press(Key::Escape);
        screen.settle();
        assert!(screen.state().briefing.is_none());
        let after = &screen.state().session;
        let (at, was) = (after.camera.unwrap(), before.camera.unwrap());
        assert!((at.zoom - was.zoom).abs() < 1e-6, "{at:?}");
        assert_eq!(Session { camera: before.camera, ..after.clone() }, before);
    }
}

#[test]
fn keys_of_keyboards_and_clickers_go_on_and_back() {
    let mut screen = screen(Lang::En);
    screen.press(Key::F5);
    for (key, shown) in [
        (Key::ArrowRight, 2),
        (Key::ArrowDown, 3),
        (Key::PageDown, 4),
        (Key::Space, 5),
        (Key::Enter, 6),
        (Key::ArrowLeft, 5),
        (Key::ArrowUp, 4),
        (Key::PageUp, 3),
        (Key::Backspace, 2),
        (Key::End, 8),
        (Key::PageDown, 8),
        (Key::Home, 1),
        (Key::PageUp, 1),
    ] {
        screen.press(key);
        assert_eq!(scene(&screen), shown, "{key:?}");
    }
    let mut screen = self::screen(Lang::Ar);
    screen.press(Key::F5);
    screen.press(Key::ArrowLeft);
    assert_eq!(scene(&screen), 2, "onward is to the left");
    screen.press(Key::PageDown);
    assert_eq!(scene(&screen), 3);
    screen.press(Key::ArrowRight);
    assert_eq!(scene(&screen), 2);
}

#[test]
fn a_click_goes_on_and_a_drag_moves_the_map_which_comes_back() {
    let mut screen = screen(Lang::En);
    screen.press(Key::F5);
    screen.settle();
    let view = screen.state().session.camera.unwrap();
    let middle = egui::pos2(1100.0, 420.0);
    screen.drag(middle, middle + vec2(-160.0, 90.0));
    screen.settle();
    assert_eq!(scene(&screen), 1);
    assert_ne!(screen.state().session.camera.unwrap(), view);
    screen.click_at(middle);
    screen.settle();
    assert_eq!(scene(&screen), 2);
    screen.press(Key::PageUp);
    screen.settle();
    let back = screen.state().session.camera.unwrap();
    assert!((back.zoom - view.zoom).abs() < 1e-9 && back.center == view.center);
}

#[test]
fn veil_text_and_pen_answer_their_keys() {
    let mut screen = screen(Lang::Fr);
    screen.press(Key::F5);
    screen.settle();
    let held = |screen: &Screen| screen.state().briefing.clone().unwrap();
    screen.press(Key::B);
    assert_eq!(held(&screen).veil, Some(Veil::Black));
    let black = screen.picture();
    assert_eq!(black.color_at(egui::pos2(800.0, 450.0)), [0, 0, 0]);
    screen.press(Key::Space);
    assert_eq!((held(&screen).veil, scene(&screen)), (None, 1));
    screen.press(Key::H);
    screen.settle();
    assert!(!screen.says("Scène 1"));
    screen.press(Key::H);
    screen.press(Key::D);
    screen.settle();
    screen.click(Role::RadioButton, "Cercle");
    assert_eq!(held(&screen).pen.map(|pen| pen.shape), Some(PenShape::Circle));
    let middle = egui::pos2(1100.0, 420.0);
    screen.drag(middle, middle + vec2(60.0, 0.0));
    assert_eq!((held(&screen).strokes.len(), scene(&screen)), (1, 1));
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(held(&screen).strokes.len(), 0);
    screen.press(Key::D);
    assert_eq!(held(&screen).pen, None);
}

#[test]
fn the_spotlight_leaves_the_ground_round_the_pointer() {
    let mut screen = screen(Lang::En);
    screen.press(Key::F5);
    screen.settle();
    let (near, far) = (egui::pos2(1100.0, 420.0), egui::pos2(1500.0, 120.0));
    screen.point_at(near);
    let before = screen.picture();
    screen.press(Key::L);
    let lit = screen.picture();
    let light = |color: [u8; 3]| color.into_iter().map(u32::from).sum::<u32>();
    assert_eq!(lit.color_at(near), before.color_at(near));
    assert!(2 * light(lit.color_at(far)) < light(before.color_at(far)), "the rest is dark");
    screen.press(Key::L);
    assert_eq!(screen.picture().color_at(far), before.color_at(far));
}

#[test]
fn the_first_scene_is_fitted_to_the_canvas_as_it_is_when_come_back_to() {
    for size in [vec2(1280.0, 800.0), vec2(1920.0, 1080.0)] {
        let mut screen = Screen::sized(reader_of(Lang::Fr), size, 1.0);
        screen.press(Key::F5);
        screen.settle();
        let first = screen.state().session.camera.unwrap();
        screen.press(Key::PageDown);
        screen.settle();
        screen.press(Key::PageUp);
        screen.settle();
        let again = screen.state().session.camera.unwrap();
        assert!((first.zoom - again.zoom).abs() < 1e-3, "{size}: {first:?}, then {again:?}");
    }
}

/// Every scene's text fits its card at every size of the screen, in all languages.
#[test]
fn every_scene_fits_its_card() {
    for size in [vec2(1600.0, 900.0), vec2(1280.0, 800.0), vec2(1024.0, 768.0), vec2(800.0, 1280.0)]
    {
        for lang in Lang::ALL {
            let mut screen = Screen::sized(reader_of(lang), size, 1.0);
            screen.press(Key::F5);
            let scenes = screen.state().world.dossier.scenes.len();
            for number in 1..=scenes {
                screen.settle();
                assert_eq!(scene(&screen), number);
                let scene = sahel_map::state::briefing::scene(screen.state()).unwrap();
                // The accessibility tree has plain spaces.
                let title = scene.title.get(lang).replace(['\u{a0}', '\u{202f}'], " ");
                let mut labels = screen.things();
                labels.retain(|(role, ..)| *role == Role::Label);
                let said: Vec<_> = labels.iter().map(|(_, words, _)| words.as_str()).collect();
                assert!(said.contains(&title.as_str()), "{lang:?} {size}: {title}: {said:#?}");
                for (index, (_, words, rect)) in labels.iter().enumerate() {
                    assert!(rect.is_positive(), "{words}");
                    for (_, other, at) in labels.iter().skip(index + 1) {
                        let shared = rect.shrink(1.0).intersect(at.shrink(1.0));
                        assert!(!shared.is_positive(), "{lang:?} {size}: {words} over {other}");
                    }
                }
                screen.press(Key::PageDown);
            }
        }
    }
}
