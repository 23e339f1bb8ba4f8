//! The scenes, held to what the reader did with them.

use super::*;
use crate::dossier::{Dossier, Layer};
use crate::geodata::LonLat;
use crate::state::{Action, BriefingAction, Effect, Outlet, Session, update};
use std::sync::{Arc, LazyLock};

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));
const EXTENT: Extent = Extent { south: 18.0, west: 0.0, north: 21.0, east: 4.0 };

fn reader() -> AppState {
    let session = Session { tab: PanelTab::Scenes, ..Session::in_language(Lang::En) };
    AppState::new(WORLD.clone(), session)
}

fn act(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
    update(state, Action::Scene(action))
}

fn ids(state: &AppState) -> Vec<&str> {
    all(state).iter().map(|scene| scene.id.as_str()).collect()
}

fn id(text: &str) -> SceneId {
    SceneId::new(text).unwrap()
}

#[test]
fn the_dossiers_scenes_are_copied_with_the_first_change_and_come_back() {
    let mut state = reader();
    act(&mut state, SceneAction::Choose(Some(id("kidal"))));
    assert!(own(&state).is_none());
    act(&mut state, SceneAction::Write(id("kidal"), Field::Title, "Mine".to_owned()));
    let kidal = own(&state).unwrap().iter().find(|scene| scene.id == id("kidal")).unwrap();
    assert_eq!(kidal.title.en, "Mine");
    let theirs = WORLD.dossier.scenes.iter().find(|scene| scene.id == id("kidal")).unwrap();
    assert_eq!(kidal.title.ar, theirs.title.ar);
    assert_ne!(theirs.title.en, "Mine");
    act(&mut state, SceneAction::Restore);
    assert_eq!(all(&state), WORLD.dossier.scenes);
    update(&mut state, Action::Undo);
    assert_eq!(chosen(&state).unwrap().1.title.en, "Mine");
}

#[test]
fn a_captured_scene_shows_what_was_seen_and_is_briefed() {
    let mut state = reader();
    let kidal = PlaceId::new("kidal").unwrap();
    update(&mut state, Action::Select(kidal.clone()));
    update(&mut state, Action::ShowLayer(Layer::Graticule, true));
    act(&mut state, SceneAction::Capture(None, EXTENT));
    let (index, scene) = chosen(&state).unwrap();
    assert_eq!((index, scene.extent), (8, Some(EXTENT)));
    assert_eq!(scene.title, WORLD.dossier.place(&kidal).unwrap().names);
    assert_eq!(scene.distances, Some(kidal));
    assert_eq!(scene.layers, [Layer::Graticule]);
    assert!(scene.excerpt.is_some());
    update(&mut state, Action::Briefing(BriefingAction::Start));
    update(&mut state, Action::Briefing(BriefingAction::Last));
    assert_eq!(briefing::scene(&state).unwrap().extent, Some(EXTENT));
    let flat = Extent { north: 18.0, ..EXTENT };
    act(&mut state, SceneAction::Capture(None, flat));
    assert_eq!(all(&state).len(), 9, "ground without any size");
}

#[test]
fn scenes_are_moved_doubled_and_taken_away_and_each_is_a_step_of_undo() {
    let mut state = reader();
    let at_first: Vec<String> = ids(&state).into_iter().map(str::to_owned).collect();
    act(&mut state, SceneAction::Move(id("coups"), -5));
    assert_eq!(ids(&state)[..2], ["coups", "theatre"]);
    act(&mut state, SceneAction::Duplicate(id("coups")));
    assert_eq!(ids(&state)[..3], ["coups", "own-1", "theatre"]);
    act(&mut state, SceneAction::Remove(id("theatre")));
    assert_eq!(ids(&state)[..3], ["coups", "own-1", "bamako"]);
    for _ in 0..3 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(ids(&state), at_first);
    assert!(own(&state).is_none());
}

#[test]
fn scenes_that_are_as_the_dossiers_again_are_no_copy() {
    let mut state = reader();
    act(&mut state, SceneAction::Move(id("theatre"), -1));
    act(&mut state, SceneAction::Move(id("nowhere"), 1));
    assert!(own(&state).is_none(), "nothing has moved");
    act(&mut state, SceneAction::Move(id("theatre"), 1));
    assert!(own(&state).is_some());
    act(&mut state, SceneAction::Move(id("theatre"), -1));
    assert!(own(&state).is_none());
}

#[test]
fn pointing_ends_with_the_tab() {
    let mut state = reader();
    act(&mut state, SceneAction::Choose(Some(id("kidal"))));
    act(&mut state, SceneAction::Point(true));
    assert!(is_pointing(&state));
    for tab in [PanelTab::Layers, PanelTab::Scenes] {
        update(&mut state, Action::ShowTab(tab));
        assert!(!is_pointing(&state), "{tab:?}");
    }
}

#[test]
fn writing_is_one_step_of_undo_until_another_field_is_written() {
    let mut state = reader();
    act(&mut state, SceneAction::Capture(None, EXTENT));
    let new = chosen(&state).unwrap().1.id.clone();
    for (field, words) in
        [(Field::Title, "T"), (Field::Title, "Ti"), (Field::Text, "W"), (Field::Text, "Wo")]
    {
        act(&mut state, SceneAction::Write(new.clone(), field, words.to_owned()));
    }
    update(&mut state, Action::Undo);
    let scene = chosen(&state).unwrap().1;
    assert_eq!((scene.title.en.as_str(), &scene.text), ("Ti", &None));
    update(&mut state, Action::Undo);
    assert_eq!(chosen(&state).unwrap().1.title.en, "");
}

#[test]
fn own_scenes_are_written_into_a_dossier_with_words_in_each_language() {
    let mut state = reader();
    act(&mut state, SceneAction::Capture(None, EXTENT));
    let new = chosen(&state).unwrap().1.id.clone();
    act(&mut state, SceneAction::Write(new, Field::Text, "Said".to_owned()));
    let at = LonLat::new(2.0, 19.0).unwrap();
    act(&mut state, SceneAction::AddCallout(CalloutAt::Spot(at)));
    let scenes = titled(&state);
    let last = scenes.last().unwrap();
    assert_eq!(last.title.fr, "Scène sans titre");
    let files = WORLD.files.clone().with_scenes(&scenes).unwrap();
    let written = files.parse().unwrap().dossier.scenes;
    let written = written.last().unwrap();
    assert_eq!(written.text.as_ref().unwrap().ar, "Said", "better than none");
    assert!(!written.callouts[0].title.ar.is_empty());
    assert!(files.packed().unwrap().starts_with(b"PK"));
}

#[test]
fn scenes_are_written_into_a_dossier_that_was_read_and_never_into_the_programs() {
    let mut state = reader();
    act(&mut state, SceneAction::Capture(None, EXTENT));
    assert!(act(&mut state, SceneAction::SaveInto).is_empty());
    let world = World::new(Dossier::built_in().unwrap()).unwrap();
    let world = Arc::new(world.read_from("/some/dossier".into()));
    let mut state = AppState::new(world, state.session);
    assert_eq!(act(&mut state, SceneAction::SaveInto), [Effect::Export(Outlet::Dossier)]);
    act(&mut state, SceneAction::Restore);
    assert!(act(&mut state, SceneAction::SaveInto).is_empty(), "there is nothing to write");
}

#[test]
fn callouts_are_pointed_out_up_to_seven() {
    let mut state = reader();
    act(&mut state, SceneAction::Capture(None, EXTENT));
    act(&mut state, SceneAction::Point(true));
    for step in 0..9_u8 {
        let at = LonLat::new(f64::from(step) * 0.1, 19.0).unwrap();
        act(&mut state, SceneAction::AddCallout(CalloutAt::Spot(at)));
        assert_eq!(is_pointing(&state), step < 6, "{step}");
    }
    let scene = chosen(&state).unwrap().1;
    assert_eq!(scene.callouts.len(), MAX_CALLOUTS);
    let new = scene.id.clone();
    act(&mut state, SceneAction::RemoveCallout(new.clone(), 6));
    act(&mut state, SceneAction::RemoveCallout(new, 60));
    assert_eq!(chosen(&state).unwrap().1.callouts.len(), 6);
}

#[test]
fn own_scenes_are_kept_between_runs_without_what_the_dossier_lacks() {
    let mut state = reader();
    act(&mut state, SceneAction::Capture(None, EXTENT));
    let gone = CalloutAt::Place(PlaceId::new("gone").unwrap());
    act(&mut state, SceneAction::AddCallout(gone));
    let text = serde_json::to_string(&state.session).unwrap();
    let read: Session = serde_json::from_str(&text).unwrap();
    assert_eq!(read, state.session);
    let again = AppState::new(WORLD.clone(), read);
    assert_eq!(all(&again).len(), 9);
    assert!(chosen(&again).unwrap().1.callouts.is_empty());
}
