//! The three languages, and the colours: everything follows at once.

use crate::screen::{Screen, reader_at, reader_of};
use egui::Role;
use sahel_map::geodata::{Lang, Manifest};
use sahel_map::state::{Action, Dialog, PanelTab, Session, ThemeChoice};
use std::collections::BTreeSet;

/// Whoever the ground is from.
const SOURCES: [&str; 7] = [
    "OpenStreetMap",
    "GeoNames",
    "Natural Earth",
    "GSHHG",
    "Tom Patterson",
    "Unicode",
    "airportsdata",
];

/// What the card of Kidal says in every language alike: the names that it gives in three
/// languages, and the languages' and units' own names.
const ALIKE: [&str; 4] = ["العربية", "Français", "English", "كيدال"];

/// What is said to a screen reader in words, without the article's own.
fn words(screen: &Screen) -> BTreeSet<String> {
    let in_words = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let said = screen.said().into_iter();
    said.filter(|(role, words)| {
        !matches!(role, Role::Paragraph | Role::Link)
            && in_words(words)
            && !ALIKE.contains(&words.as_str())
    })
    .map(|(_, words)| words)
    .collect()
}

#[test]
fn a_language_changes_everything_at_once() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    let english = words(&screen);
    screen.choose_language("العربية");
    assert_eq!(screen.state().session.lang, Lang::Ar);
    let arabic = words(&screen);
    screen.choose_language("Français");
    let french = words(&screen);
    assert!([&english, &arabic, &french].iter().all(|said| said.len() > 40), "{arabic:#?}");
    for left in arabic.intersection(&english).chain(arabic.intersection(&french)) {
        assert_eq!(left, "Kidal", "the Arabic window still says it");
    }
    let is_arabic = |c: char| ('\u{0600}'..='\u{06FF}').contains(&c);
    for left in english.iter().chain(&french).filter(|words| words.chars().any(is_arabic)) {
        assert!(left.contains("كابوس بوتين"), "`{left}` is not the article's title");
    }
    assert!(french.contains("Distance aux frontières") && !french.contains("Bearing"));
}

#[test]
fn in_arabic_the_panel_is_on_the_right() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    let middle = 640.0;
    assert!(screen.rect(Role::Heading, "Kidal").right() < middle);
    assert!(screen.rect(Role::Button, "Zoom in").left() > middle);
    screen.choose_language("العربية");
    assert!(screen.rect(Role::Heading, "كيدال").left() > middle);
    assert!(screen.rect(Role::Button, "تكبير").right() < middle);
    assert!(screen.view().rect.left() < 1.0, "the map is on the left");
    screen.choose_language("English");
    assert!(screen.rect(Role::Heading, "Kidal").right() < middle);
    assert!(screen.view().rect.right() > 1279.0);
}

#[test]
fn the_table_reads_from_the_side_of_the_language() {
    for (lang, country, distance) in [(Lang::En, "Niger", "302 km"), (Lang::Ar, "النيجر", "302 كم")]
    {
        let screen = Screen::open(reader_at(lang, "kidal"));
        let [country, distance] =
            [country, distance].map(|words| screen.rects(Role::Label, words)[0].center().x);
        assert_eq!(country > distance, lang.is_rtl());
    }
}

#[test]
fn the_language_chosen_is_marked() {
    let mut screen = Screen::open(reader_of(Lang::En));
    for (name, lang) in [("العربية", Lang::Ar), ("Français", Lang::Fr), ("English", Lang::En)]
    {
        screen.choose_language(name);
        assert_eq!(screen.chosen(), [name]);
        assert_eq!(screen.state().session.lang, lang);
        assert_eq!(screen.state().session.tab, PanelTab::List, "the list stays open");
    }
}

#[test]
fn the_colours_change_and_lead_back() {
    let mut screen = Screen::open(reader_of(Lang::En));
    let dark = screen.picture();
    screen.apply(Action::SetTheme(ThemeChoice::Light));
    let light = screen.picture();
    assert!(dark.brightness() < 80.0 && light.brightness() > 160.0, "{}", light.brightness());
    screen.apply(Action::SetTheme(ThemeChoice::Contrast));
    assert!(screen.picture().brightness() < light.brightness() / 2.0);
    assert!(screen.picture().difference(&dark) > 0.5);
    screen.apply(Action::SetTheme(ThemeChoice::Dark));
    // The step can be undone now, which a button shows; all else is as before.
    assert!(screen.picture().difference(&dark) < 0.005);
}

#[test]
fn the_colours_follow_the_desktop_where_the_reader_wants_it() {
    let session = Session { theme: ThemeChoice::System, ..reader_of(Lang::En) };
    let mut screen = Screen::open(session);
    assert!(screen.picture().brightness() < 80.0, "dark where the desktop does not say");
    screen.desktop_turns(egui::Theme::Light);
    assert!(screen.picture().brightness() > 160.0);
    screen.desktop_turns(egui::Theme::Dark);
    assert!(screen.picture().brightness() < 80.0);
}

#[test]
fn a_session_opens_in_its_language_and_colours() {
    let session = Session { theme: ThemeChoice::Light, ..reader_at(Lang::Fr, "niamey") };
    let mut screen = Screen::open(session);
    screen.rect(Role::Heading, "Niamey");
    assert!(screen.says("Distance aux frontières"));
    assert!(screen.picture().brightness() > 160.0);
}

/// What is said with the page about the program over the window, and not without it.
fn about(lang: Lang) -> BTreeSet<String> {
    let mut screen = Screen::open(reader_of(lang));
    let before: BTreeSet<_> = screen.said().into_iter().collect();
    screen.apply(Action::ShowDialog(Some(Dialog::About)));
    // In the list of pages, licences have the same names in every language.
    let is_licence = |(role, words): &(Role, String)| {
        *role == Role::Tab && (words.contains(char::is_numeric) || words.starts_with("MIT"))
    };
    let said = screen.said().into_iter().filter(|said| !before.contains(said) && !is_licence(said));
    said.map(|(_, words)| words).filter(|words| words.contains(char::is_alphabetic)).collect()
}

#[test]
fn the_page_about_the_program_is_in_the_language_and_names_every_source() {
    for credit in Manifest::embedded().unwrap().credits() {
        assert!(SOURCES.iter().any(|source| credit.contains(source)), "{credit} is not looked for");
    }
    let english = about(Lang::En);
    for lang in Lang::ALL {
        let said = about(lang);
        assert!(said.len() > 8, "{said:#?}");
        for source in SOURCES.into_iter().chain(["Noto Sans Tifinagh"]) {
            assert!(said.iter().any(|words| words.contains(source)), "no {source} in {said:#?}");
        }
        let is_foreign = |words: &&String| match lang {
            Lang::Ar => !words.contains(|c| ('\u{0600}'..='\u{06FF}').contains(&c)),
            Lang::Fr => english.contains(*words) && !words.starts_with("Version"),
            Lang::En => false,
        };
        let foreign: Vec<_> = said.iter().filter(is_foreign).collect();
        assert!(foreign.is_empty(), "{}: {foreign:#?}", lang.code());
    }
}
