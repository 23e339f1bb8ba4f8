//! Is nobody asked without consent, and is a consent what it says?

use super::*;
use crate::dossier::Dossier;
use crate::state::{Action, AppState, Schema, Session, World, open_tiles, update};
use std::sync::LazyLock;

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

fn reader() -> AppState {
    AppState::new(WORLD.clone(), Session::default())
}

fn act(state: &mut AppState, action: OnlineAction) -> Vec<Effect> {
    update(state, Action::Online(action))
}

fn show_osm() -> OnlineAction {
    OnlineAction::Show(OPEN_STREET_MAP.to_owned())
}

fn template() -> Template {
    Template::parse("https://tiles.example.org/{z}/{x}/{y}.png?key=secret").unwrap()
}

#[test]
fn a_host_is_asked_about_before_it_is_asked() {
    let mut state = reader();
    assert_eq!(act(&mut state, show_osm()), []);
    assert_eq!(state.dialog, Some(Dialog::Online));
    assert_eq!(state.online.asked_host().unwrap().name(), "tile.openstreetmap.org");
    assert!(open_tiles(&state).is_none());
    assert_eq!(act(&mut state, OnlineAction::Answer { allows: false }), []);
    assert!(open_tiles(&state).is_none() && state.online.kept.allowed.is_empty());
    assert_eq!(act(&mut state, OnlineAction::Answer { allows: true }), [], "nothing was asked");
    assert!(state.online.kept.allowed.is_empty());

    act(&mut state, show_osm());
    let effects = act(&mut state, OnlineAction::Answer { allows: true });
    assert_eq!(effects, [Effect::KeepOnline]);
    assert_eq!(state.session.base.shown, Base::Online(OPEN_STREET_MAP.to_owned()));
    let tiles = open_tiles(&state).unwrap();
    assert!(tiles.is_raster() && tiles.credit().contains("OpenStreetMap contributors"));
}

#[test]
fn to_close_the_question_is_no_consent() {
    let mut state = reader();
    act(&mut state, show_osm());
    update(&mut state, Action::ShowDialog(None));
    assert_eq!(act(&mut state, OnlineAction::Answer { allows: true }), []);
    assert!(state.online.kept.allowed.is_empty());
}

#[test]
fn undo_brings_no_consent_back() {
    let mut state = reader();
    act(&mut state, show_osm());
    act(&mut state, OnlineAction::Answer { allows: true });
    update(&mut state, Action::SetBase(Base::Plain));
    let host = OnlineSource::open_street_map().unwrap().template.host().clone();
    assert_eq!(act(&mut state, OnlineAction::Revoke(host)), [Effect::KeepOnline]);
    update(&mut state, Action::Undo);
    assert_eq!(state.session.base.shown, Base::Relief, "the base that undo wants is not allowed");
    assert!(open_tiles(&state).is_none() && state.online.kept.allowed.is_empty());
}

#[test]
fn to_revoke_takes_the_tiles_off_the_map() {
    let mut state = reader();
    act(&mut state, show_osm());
    act(&mut state, OnlineAction::Answer { allows: true });
    let host = OnlineSource::open_street_map().unwrap().template.host().clone();
    act(&mut state, OnlineAction::Revoke(host));
    assert_eq!(state.session.base.shown, Base::Relief);
    assert!(open_tiles(&state).is_none());
}

#[test]
fn a_session_that_wants_what_is_not_allowed_starts_without_it() {
    let mut session = Session::default();
    session.base.shown = Base::Online(OPEN_STREET_MAP.to_owned());
    let mut state = AppState::new(WORLD.clone(), session);
    let wanted = state.session.base.shown.clone();
    assert_eq!(update(&mut state, Action::SetBase(wanted)), []);
    assert_eq!((&state.session.base.shown, state.dialog), (&Base::Relief, None));
}

#[test]
fn an_address_becomes_a_source_once_its_first_tile_was_seen() {
    let mut state = reader();
    assert_eq!(act(&mut state, OnlineAction::Add(template())), []);
    let effects = act(&mut state, OnlineAction::Answer { allows: true });
    assert_eq!(effects, [Effect::KeepOnline, Effect::TrySource(template())]);
    let kind = TileKind::Vector(Schema::Shortbread);
    let effects = act(&mut state, OnlineAction::Tried(template(), Ok(kind)));
    assert_eq!(effects, [Effect::KeepOnline]);
    let tiles = open_tiles(&state).unwrap();
    assert_eq!((tiles.name.as_str(), tiles.kind), ("tiles.example.org", kind));
    assert_eq!(tiles.credit(), "tiles.example.org", "somebody is named");
    // It is named as the reader says.
    let credit = OnlineAction::Credit("tiles.example.org".to_owned(), " © Example ".to_owned());
    act(&mut state, credit);
    assert_eq!(open_tiles(&state).unwrap().credit(), "© Example");
    // The same address again is the same source.
    act(&mut state, OnlineAction::Add(template()));
    assert_eq!(state.online.kept.sources.len(), 1);
    act(&mut state, OnlineAction::Remove("tiles.example.org".to_owned()));
    assert!(state.online.kept.allowed.is_empty(), "nobody else has this host");
    assert_eq!(state.session.base.shown, Base::Relief);
}

#[test]
fn an_address_without_tiles_is_no_source() {
    let mut state = reader();
    act(&mut state, OnlineAction::Add(template()));
    act(&mut state, OnlineAction::Answer { allows: true });
    let fault = Trouble::Status(500);
    act(&mut state, OnlineAction::Tried(template(), Err(fault.clone())));
    assert_eq!(state.online.failed, Some((template().host().clone(), fault)));
    assert!(state.online.kept.sources.is_empty() && state.online.trying.is_none());
    // An answer that nobody waits for changes nothing.
    let late = OnlineAction::Tried(template(), Ok(TileKind::Raster { side: 256 }));
    assert_eq!(act(&mut state, late), []);
    assert!(state.online.kept.sources.is_empty());
}

#[test]
fn a_trouble_is_told_once_and_goes_when_it_ends() {
    let mut state = reader();
    let trouble = Some((template().host().clone(), Trouble::Unreachable));
    for requests in 1..5 {
        let traffic = Traffic { requests, trouble: trouble.clone(), ..Traffic::default() };
        act(&mut state, OnlineAction::Seen(traffic));
        assert_eq!(state.notices.len(), 1);
    }
    act(&mut state, OnlineAction::Seen(Traffic::default()));
    assert!(state.notices.is_empty());
}

#[test]
fn what_is_kept_is_read_again_and_the_session_holds_no_address() {
    let mut state = reader();
    act(&mut state, OnlineAction::Add(template()));
    act(&mut state, OnlineAction::Answer { allows: true });
    act(&mut state, OnlineAction::Tried(template(), Ok(TileKind::Raster { side: 512 })));
    let kept = serde_json::to_string(&state.online.kept).unwrap();
    assert_eq!(serde_json::from_str::<KeptOnline>(&kept).unwrap(), state.online.kept);
    let session = serde_json::to_string(&state.session).unwrap();
    assert!(session.contains("tiles.example.org") && !session.contains("secret"), "{session}");
    // What somebody wrote into the file is looked at again.
    let open = kept.replace("https://", "http://");
    assert!(serde_json::from_str::<KeptOnline>(&open).is_err());
}

#[test]
fn an_archive_is_opened_while_tiles_of_the_network_are_shown() {
    let mut state = reader();
    act(&mut state, show_osm());
    act(&mut state, OnlineAction::Answer { allows: true });
    let osm = open_tiles(&state).unwrap().clone();
    let path = std::path::PathBuf::from("/maps/sand.pmtiles");
    let effects = update(&mut state, Action::OpenArchive(path.clone()));
    assert_eq!(effects, [Effect::OpenArchive(path.clone())]);
    let sand = TileSet { from: TilesFrom::File(path.clone()), ..(*osm).clone() };
    update(&mut state, Action::ArchiveOpened(Arc::new(sand)));
    assert_eq!(state.session.base.shown, Base::Archive(path.clone()));
    assert_eq!(open_tiles(&state).unwrap().file(), Some(path.as_path()));
    // One that cannot be opened leaves the map as it was.
    update(&mut state, Action::Undo);
    let missing = std::path::PathBuf::from("/maps/missing.pmtiles");
    update(&mut state, Action::OpenArchive(missing.clone()));
    update(&mut state, Action::ArchiveFailed(missing, crate::state::ArchiveFault::Missing));
    assert_eq!(open_tiles(&state), Some(&osm));
}

#[test]
fn a_file_that_somebody_wrote_into_gives_no_name_twice() {
    let source = |name: &str, credit: String| OnlineSource {
        name: name.to_owned(),
        template: template(),
        credit,
        kind: TileKind::Raster { side: 256 },
    };
    let sources = vec![
        source(OPEN_STREET_MAP, String::new()),
        source("mine", String::new()),
        source("mine", "again".to_owned()),
        source("other", "x".repeat(LONGEST_CREDIT + 1)),
    ];
    let online = Online::new(KeptOnline { sources, ..KeptOnline::default() });
    let names: Vec<_> = online.sources().map(|source| source.name).collect();
    assert_eq!(names, [OPEN_STREET_MAP, "mine"]);
    assert_eq!(online.source(OPEN_STREET_MAP), OnlineSource::open_street_map());
}
