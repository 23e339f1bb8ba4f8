//! Tiles from the network in the window: the sign, the question, the sources, and a host that fails.

use crate::archives::png;
use crate::screen::{Screen, reader_of};
use egui::{Key, Role};
use sahel_map::geodata::Lang;
use sahel_map::map::{FetchTiles, Fetched};
use sahel_map::state::online::{OnlineSource, Traffic, Trouble};
use sahel_map::state::{Action, Base, Dialog, Effect, OnlineAction, PanelTab, Session};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Has a tile of one colour everywhere, or fails as it is told, and counts.
#[derive(Default)]
struct Fake {
    fails: AtomicBool,
    asked: AtomicUsize,
    /// Somebody else was asked.
    strayed: AtomicBool,
}

impl FetchTiles for Fake {
    fn fetch(&self, source: &OnlineSource, _: u8, _: u32, _: u32) -> Fetched {
        // A panic here would be taken for one of the decoder.
        let is_osm = source.template.host().name() == "tile.openstreetmap.org";
        self.strayed.fetch_or(!is_osm, Ordering::Relaxed);
        self.asked.fetch_add(1, Ordering::Relaxed);
        if self.fails.load(Ordering::Relaxed) {
            return Fetched::Later(Duration::from_hours(1));
        }
        Fetched::Tile(png([200, 30, 30]).into())
    }
}

fn open(lang: Lang) -> (Screen, Arc<Fake>) {
    let fake = Arc::new(Fake::default());
    let session = Session { tab: PanelTab::Layers, ..reader_of(lang) };
    (Screen::with_fetcher(session, fake.clone()), fake)
}

fn says_of(screen: &Screen, words: &str) -> bool {
    screen.said().iter().any(|(_, said)| said.contains(words))
}

/// Draws the map on OpenStreetMap's tiles, and allows that.
fn allow_osm(screen: &mut Screen) {
    screen.click(Role::RadioButton, "OpenStreetMap");
    screen.click(Role::Button, "Allow tile.openstreetmap.org");
}

#[test]
fn the_question_names_the_host_in_every_language_and_closing_it_allows_nobody() {
    for (lang, learns, sign) in [
        (Lang::En, "What this host learns", "offline · 0 requests"),
        (Lang::Fr, "Ce que cet hôte apprend", "hors ligne · 0 requête"),
        (Lang::Ar, "ما يعرفه هذا الخادم", "غير متصل"),
    ] {
        let (mut screen, fake) = open(lang);
        screen.settle();
        assert!(says_of(&screen, sign), "{sign}: {:#?}", screen.said());
        screen.click(Role::RadioButton, "OpenStreetMap");
        assert_eq!(screen.state().dialog, Some(Dialog::Online));
        assert!(says_of(&screen, "tile.openstreetmap.org"));
        assert!(screen.says(learns), "{:#?}", screen.said());
        screen.press(Key::Escape);
        assert_eq!(screen.state().dialog, None);
        assert!(screen.state().online.kept.allowed.is_empty());
        assert_eq!(screen.state().session.base.shown, Base::Relief);
        assert_eq!(fake.asked.load(Ordering::Relaxed), 0);
        assert_eq!(screen.effects(), []);
    }
}

#[test]
fn an_allowed_host_is_drawn_credited_counted_and_revoked() {
    let (mut screen, fake) = open(Lang::En);
    screen.settle();
    let before = screen.picture();
    allow_osm(&mut screen);
    assert_eq!(screen.effects(), [Effect::KeepOnline]);
    assert_eq!(screen.state().session.base.shown, Base::Online("OpenStreetMap".to_owned()));
    assert!(fake.asked.load(Ordering::Relaxed) > 0 && !fake.strayed.load(Ordering::Relaxed));
    screen.apply(Action::ShowDialog(None));
    let drawn = screen.picture();
    assert!(drawn.difference(&before) > 0.05, "{}", drawn.difference(&before));
    assert!(says_of(&screen, "© OpenStreetMap contributors (openstreetmap.org/copyright)"));
    let traffic = Traffic { requests: 1234, ..Traffic::default() };
    screen.apply(Action::Online(OnlineAction::Seen(traffic)));
    screen.click(Role::Button, "tile.openstreetmap.org · 1,234 requests");
    assert_eq!(screen.state().dialog, Some(Dialog::Online));
    let host = screen.state().online.kept.allowed.first().cloned();
    screen.click(Role::Button, "Stop asking tile.openstreetmap.org");
    assert_eq!(screen.state().session.base.shown, Base::Relief);
    assert_eq!(screen.effects(), [Effect::KeepOnline]);
    assert!(screen.says("None: nothing leaves this computer."));
    screen.apply(Action::ShowDialog(None));
    assert!(screen.says("offline · 1,234 requests"), "what went out is not forgotten");
    // A handout is still made of tiles.
    let mut traffic = screen.state().online.traffic.clone();
    traffic.asking = host;
    screen.apply(Action::Online(OnlineAction::Seen(traffic.clone())));
    assert!(screen.says("tile.openstreetmap.org · 1,234 requests"));
    traffic.asking = None;
    screen.apply(Action::Online(OnlineAction::Seen(traffic)));
    // But for the sign, the window is as it was.
    assert!(screen.picture().difference(&before) < 0.01);
}

#[test]
fn what_failed_is_told_once_and_asked_for_again() {
    let (mut screen, fake) = open(Lang::En);
    fake.fails.store(true, Ordering::Relaxed);
    allow_osm(&mut screen);
    screen.apply(Action::ShowDialog(None));
    let asked = fake.asked.load(Ordering::Relaxed);
    screen.pass(5.0);
    assert_eq!(fake.asked.load(Ordering::Relaxed), asked, "a host that fails is left alone");
    let empty = screen.picture();
    let host = screen.state().online.kept.allowed.first().unwrap().clone();
    let trouble = Some((host, Trouble::Unreachable));
    for requests in 1..4 {
        let traffic = Traffic { requests, trouble: trouble.clone(), ..Traffic::default() };
        screen.apply(Action::Online(OnlineAction::Seen(traffic)));
    }
    assert_eq!(screen.state().notices.len(), 1);
    assert!(says_of(&screen, "tile.openstreetmap.org sends no tiles: it cannot be reached."));
    fake.fails.store(false, Ordering::Relaxed);
    screen.click(Role::Button, "tile.openstreetmap.org · 3 requests");
    screen.click(Role::Button, "Try again now");
    assert_eq!(screen.effects().last(), Some(&Effect::RetryOnline));
    screen.apply(Action::Online(OnlineAction::Seen(Traffic::default())));
    screen.apply(Action::ShowDialog(None));
    assert!(screen.state().notices.is_empty());
    assert!(screen.picture().difference(&empty) > 0.05);
}

#[test]
fn an_address_that_is_none_says_why_in_every_language() {
    for (lang, field, why) in [
        (Lang::En, "Address of tiles", "everyone on the way could read along"),
        (Lang::Fr, "Adresse de tuiles", "chacun sur le chemin pourrait lire"),
        (Lang::Ar, "عنوان البلاطات", "يستطيع كل من في الطريق أن يقرأ"),
    ] {
        let (mut screen, _) = open(lang);
        screen.apply(Action::ShowDialog(Some(Dialog::Online)));
        screen.click(Role::TextInput, field);
        screen.type_text("http://tiles.example.org/{z}/{x}/{y}.png");
        screen.press(Key::Enter);
        assert!(says_of(&screen, why), "{:#?}", screen.said());
        assert!(screen.state().online.kept.sources.is_empty());
    }
}

#[test]
fn an_address_of_ones_own_is_asked_about_tried_and_listed_without_its_key() {
    let (mut screen, _) = open(Lang::En);
    screen.apply(Action::ShowDialog(Some(Dialog::Online)));
    screen.click(Role::TextInput, "Address of tiles");
    screen.type_text("https://tiles.example.org/{z}/{x}/{y}.png?key=secret");
    screen.press(Key::Enter);
    assert_eq!(screen.effects(), []);
    screen.click(Role::Button, "Allow tiles.example.org");
    let effects = screen.effects();
    let [Effect::KeepOnline, Effect::TrySource(template)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(screen.says("Asking tiles.example.org…"));
    let refused = OnlineAction::Tried(template.clone(), Err(Trouble::Refused(403)));
    screen.apply(Action::Online(refused));
    assert!(says_of(&screen, "tiles.example.org was not added: it refuses (HTTP 403)"));
    assert!(!screen.said().iter().any(|(_, said)| said.contains("secret")));
}
