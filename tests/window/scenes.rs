//! The scenes of the briefing, arranged by hand: captured, written, pointed out, moved.

use crate::screen::{Screen, reader_of};
use egui::{Key, Modifiers, Rect, Role, vec2};
use sahel_map::dossier::{CalloutAt, PlaceId};
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, Dialog, Form, PanelTab, Session, scenes};

/// The names in each language: the tab, capture, title, pointing out, its end, the way back.
const WORDS: [(Lang, [&str; 6]); 3] = [
    (
        Lang::En,
        ["Scenes", "Capture this view", "Title", "Add by clicking the map", "Done", "All scenes"],
    ),
    (
        Lang::Fr,
        [
            "Scènes",
            "Capturer cette vue",
            "Titre",
            "Ajouter en cliquant sur la carte",
            "Terminé",
            "Toutes les scènes",
        ],
    ),
    (
        Lang::Ar,
        ["المشاهد", "التقط هذا العرض", "العنوان", "أضف بالنقر على الخريطة", "تم", "كل المشاهد"],
    ),
];

#[test]
fn a_scene_is_captured_titled_and_given_callouts_in_each_language() {
    for (lang, [tab, capture, title, point, end, all]) in WORDS {
        let mut screen = Screen::sized(reader_of(lang), vec2(1280.0, 1000.0), 1.0);
        screen.click(Role::Tab, tab);
        screen.click(Role::Button, capture);
        let state = screen.state();
        let (index, scene) = scenes::chosen(state).unwrap();
        let extent = scene.extent.unwrap();
        assert_eq!((index, scene.title.get(lang)), (8, ""), "{lang:?}");
        let free = screen.view().free;
        let south_west = screen.view().geo_from_screen(free.left_bottom());
        assert!((extent.south - south_west.lat()).abs() < 1e-6);
        assert!((extent.west - south_west.lon()).abs() < 1e-6);
        let at = screen.rect(Role::TextInput, title).center();
        screen.click_at(at);
        screen.type_text("كمين Tinzaouaten");
        let scene = scenes::chosen(screen.state()).unwrap().1;
        assert_eq!(scene.title.get(lang), "كمين Tinzaouaten");
        screen.click(Role::Button, point);
        let spot = screen.at(24.0, 8.0);
        screen.click_at(spot);
        let scene = scenes::chosen(screen.state()).unwrap().1;
        let CalloutAt::Spot(at) = scene.callouts[0].at else { panic!("{:?}", scene.callouts) };
        assert!((at.lat() - 24.0).abs() < 0.1 && (at.lon() - 8.0).abs() < 0.1, "{at:?}");
        // A pin is pointed at for its place, and its card stays closed.
        let (map, kidal) = (screen.view().rect, if lang == Lang::Ar { "كيدال" } else { "Kidal" });
        let is_pin = |(role, name, rect): &(Role, String, Rect)| {
            *role == Role::Button && name.contains(kidal) && map.contains(rect.center())
        };
        let (_, _, pin) = screen.things().into_iter().find(is_pin).unwrap();
        screen.click_at(pin.center());
        let scene = scenes::chosen(screen.state()).unwrap().1;
        assert_eq!(scene.callouts[1].at, CalloutAt::Place(PlaceId::new("kidal").unwrap()));
        assert_eq!(screen.selected(), None);
        screen.click(Role::Button, end);
        assert!(!scenes::is_pointing(screen.state()));
        screen.click(Role::Button, all);
        assert!(scenes::chosen(screen.state()).is_none());
        let named = |(_, words, _): (_, String, _)| words.ends_with("كمين Tinzaouaten");
        assert!(screen.things().into_iter().any(named), "{lang:?}");
        assert!(screen.overflow().is_empty(), "{lang:?}: {:?}", screen.overflow());
    }
}

#[test]
fn scenes_are_moved_by_keys_and_by_dragging_and_taken_back() {
    let session = Session { tab: PanelTab::Scenes, ..reader_of(Lang::En) };
    let mut screen = Screen::open(session);
    let first = |screen: &Screen| scenes::all(screen.state())[0].id.to_string();
    let row = screen.rect(Role::ListItem, "Scene 1: Algeria, Mali and Wagner: the theatre");
    let below = screen.rect(Role::ListItem, "Scene 2: Three countries, coups, Wagner");
    screen.drag(row.center(), below.center());
    assert_eq!(first(&screen), "coups");
    screen.apply(Action::Undo);
    while first(&screen) != "theatre" {
        screen.apply(Action::Undo);
    }
    for _ in 0..60 {
        screen.press(Key::Tab);
        if screen.focus().is_some_and(|(_, name, _)| name.starts_with("Scene 1:")) {
            break;
        }
    }
    screen.press_with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(first(&screen), "coups");
}

#[test]
fn own_scenes_are_offered_to_be_saved_as_a_dossier() {
    let session = Session { tab: PanelTab::Scenes, ..reader_of(Lang::En) };
    let mut screen = Screen::open(session);
    assert!(screen.rects(Role::Button, "Save as a dossier…").is_empty());
    screen.click(Role::Button, "Capture this view");
    screen.press(Key::Escape);
    assert!(scenes::chosen(screen.state()).is_none(), "Escape goes back to the list");
    screen.click(Role::Button, "Save as a dossier…");
    assert_eq!(screen.state().dialog, Some(Dialog::Export));
    assert_eq!(screen.state().session.export.form, Form::Dossier);
}
