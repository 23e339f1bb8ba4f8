//! What went wrong is said over the map, and goes when it is dismissed.

use crate::screen::{Screen, reader_of};
use egui::Role;
use sahel_map::dossier::Dossier;
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, Notice, World};
use std::fs;
use std::path::Path;

#[test]
fn a_failure_is_shown_until_it_is_dismissed() {
    let mut screen = Screen::open(reader_of(Lang::En));
    let words = "/mnt/kidal.png was not saved: no space left. Make the folder writable, or free \
                 some room on it, and save again.";
    let (path, problem) = ("/mnt/kidal.png".into(), "no space left".to_owned());
    screen.apply(Action::NotSaved(Notice::NotWritten { path, problem }));
    let alert = screen.rect(Role::Alert, words);
    assert!(screen.view().rect.contains_rect(alert), "{alert} is not over the map");
    screen.click(Role::Button, "Dismiss");
    assert!(!screen.says(words));
}

#[test]
fn each_notice_is_dismissed_by_its_own_button() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::Tell(Notice::PlaceUnknown("first".to_owned())));
    screen.apply(Action::Tell(Notice::PlaceUnknown("second".to_owned())));
    let of = |id| format!("There is no place {id} in this dossier. Choose one in the list.");
    let (first, second) = (of("first"), of("second"));
    let (first, second) = (screen.rect(Role::Alert, &first), screen.rect(Role::Alert, &second));
    assert!(!first.intersects(second));
    let buttons = screen.rects(Role::Button, "Dismiss");
    assert_eq!(buttons.len(), 2);
    let below = buttons.iter().find(|button| second.contains(button.center())).unwrap();
    screen.click_at(below.center());
    assert!(screen.says(&of("first")) && !screen.says(&of("second")));
}

#[test]
fn a_saved_picture_is_told_in_the_language_of_the_window() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::Saved("/tmp/MLI_kidal.png".into()));
    screen.rect(Role::Alert, "Saved /tmp/MLI_kidal.png");
    screen.choose_language("العربية");
    let alerts = screen.said().into_iter().filter(|(role, _)| *role == Role::Alert);
    let alerts: Vec<String> = alerts.map(|(_, words)| words).collect();
    assert_eq!(alerts.len(), 1);
    assert!(alerts[0].contains("/tmp/MLI_kidal.png") && !alerts[0].contains("Saved"));
}

#[test]
fn a_dossier_with_a_bad_entry_opens_without_it_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    for entry in fs::read_dir(built_in).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_file() {
            fs::copy(&entry, folder.path().join(entry.file_name().unwrap())).unwrap();
        }
    }
    let places = folder.path().join("places.toml");
    let text = fs::read_to_string(&places).unwrap();
    fs::write(&places, text.replace("lat = 12.60915", "lat = 126.0915")).unwrap();
    let screen = Screen::of_world(
        World::new(Dossier::load(folder.path()).unwrap()).unwrap(),
        reader_of(Lang::En),
    );
    assert!(screen.rects(Role::ListItem, "Bamako").is_empty());
    screen.rect(Role::ListItem, "Kidal");
    let said = screen.said();
    let named = |(role, words): &(Role, String)| {
        *role == Role::Alert
            && ["places.toml", "bamako", "126.0915"].iter().all(|part| words.contains(part))
    };
    assert!(said.iter().any(named), "{said:#?}");
    let mut screen = screen;
    screen.choose_language("Français");
    let french = |(role, words): &(Role, String)| {
        *role == Role::Alert && words.contains("rouvrez le dossier")
    };
    assert!(screen.said().iter().any(french), "{:#?}", screen.said());
}

#[test]
fn many_notices_leave_room_and_go_at_once() {
    let mut screen = Screen::open(reader_of(Lang::En));
    let of = |index: usize| {
        format!("There is no place place-{index} in this dossier. Choose one in the list.")
    };
    for index in 0..30 {
        screen.apply(Action::Tell(Notice::PlaceUnknown(format!("place-{index}"))));
    }
    screen.settle();
    let shown = |screen: &Screen| screen.said().iter().filter(|(r, _)| *r == Role::Alert).count();
    assert_eq!(shown(&screen), 4);
    assert!(screen.says(&of(29)) && !screen.says(&of(25)), "the newest are shown");
    assert!(screen.says("30 notices"));
    screen.click(Role::Button, "Show all");
    assert_eq!(shown(&screen), 30);
    let away = screen.rect(Role::Button, "Dismiss all");
    assert!(screen.view().rect.contains_rect(away), "{away} is off the map");
    screen.click(Role::Button, "Dismiss all");
    assert_eq!(shown(&screen), 0);
}
