//! The list of places: its orders, its filters, and the pins that go with it.

use crate::screen::{Screen, reader_of};
use egui::{Key, Modifiers, Role};
use sahel_map::dossier::Kind;
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, Listing, Said};

/// Names in the list, from top to bottom.
fn listed(screen: &Screen) -> Vec<String> {
    let mut rows: Vec<_> = screen
        .things()
        .into_iter()
        .filter(|(role, ..)| *role == Role::ListItem)
        .map(|(_, words, rect)| (rect.top(), words))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, words)| words).collect()
}

fn pins(screen: &Screen) -> usize {
    let map = screen.view().rect;
    let on_map = |rect: egui::Rect| map.contains(rect.center());
    let names = listed(screen);
    screen
        .things()
        .into_iter()
        .filter(|(role, words, rect)| {
            *role == Role::Button && on_map(*rect) && names.iter().any(|name| words.contains(name))
        })
        .count()
}

#[test]
fn the_list_is_sorted_and_filtered_in_each_language() {
    for (lang, [show, name, coup, done, clear], first, of) in [
        (
            Lang::En,
            ["Sort and filter", "Name", "Coup", "Done", "Clear the filters"],
            "Algiers",
            "3 of 12 places",
        ),
        (
            Lang::Fr,
            ["Trier et filtrer", "Nom", "Coup d’État", "Terminé", "Effacer les filtres"],
            "Alger",
            "3 lieux sur 12",
        ),
        (Lang::Ar, ["ترتيب وتصفية", "الاسم", "انقلاب", "تم", "إزالة المرشّحات"], "أزواد", "3 من 12"),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        screen.settle();
        let all = listed(&screen);
        screen.click(Role::Button, show);
        screen.choose(name);
        let by_name = listed(&screen);
        assert_eq!(by_name.first().map(String::as_str), Some(first), "{by_name:?}");
        screen.choose(coup);
        assert_eq!(listed(&screen).len(), 3, "{:?}", listed(&screen));
        assert!(screen.says(of), "{:#?}", screen.said());
        assert_eq!(pins(&screen), 3, "the others have no pins");
        screen.click(Role::Button, done);
        screen.click(Role::Button, clear);
        assert_eq!(listed(&screen).len(), all.len());
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(listed(&screen).len(), 3, "filters are steps of undo");
    }
}

#[test]
fn where_nothing_passes_the_filters_the_list_says_so() {
    let listing =
        Listing { kind: Some(Kind::Coup), said: Some(Said::Context), ..Listing::default() };
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.apply(Action::SetListing(listing));
    assert_eq!(listed(&screen), [""; 0]);
    let words = "No place passes these filters. Clear one of them to see more.";
    assert!(screen.says(words), "{:#?}", screen.said());
    screen.click(Role::Button, "Clear the filters");
    assert!(listed(&screen).len() > 5);
}
