//! What went wrong is said over the map, and goes when it is dismissed.

use crate::screen::{Screen, reader_of};
use egui::Role;
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, World};
use std::fs;
use std::path::Path;

#[test]
fn a_failure_is_shown_until_it_is_dismissed() {
    let mut screen = Screen::open(reader_of(Lang::En));
    let words =
        "The picture was not saved to /mnt/kidal.png: no space left. Choose another folder.";
    screen.apply(Action::Failed(words.to_owned()));
    let alert = screen.rect(Role::Alert, words);
    assert!(screen.view().rect.contains_rect(alert), "{alert} is not over the map");
    screen.click(Role::Button, "Dismiss");
    assert!(!screen.says(words));
}

#[test]
fn each_notice_is_dismissed_by_its_own_button() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::Failed("first".to_owned()));
    screen.apply(Action::Failed("second".to_owned()));
    let (first, second) = (screen.rect(Role::Alert, "first"), screen.rect(Role::Alert, "second"));
    assert!(!first.intersects(second));
    let buttons = screen.rects(Role::Button, "Dismiss");
    assert_eq!(buttons.len(), 2);
    let below = buttons.iter().find(|button| second.contains(button.center())).unwrap();
    screen.click_at(below.center());
    assert!(screen.says("first") && !screen.says("second"));
}

#[test]
fn a_saved_picture_is_told_in_the_language_of_the_window() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::PictureSaved("/tmp/MLI_kidal.png".into()));
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
    let screen = Screen::of_world(World::load(Some(folder.path())).unwrap(), reader_of(Lang::En));
    assert!(screen.rects(Role::ListItem, "Bamako").is_empty());
    screen.rect(Role::ListItem, "Kidal");
    let said = screen.said();
    let named = |(role, words): &(Role, String)| {
        *role == Role::Alert
            && ["places.toml", "bamako", "126.0915"].iter().all(|part| words.contains(part))
    };
    assert!(said.iter().any(named), "{said:#?}");
}
