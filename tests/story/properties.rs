//! Undo, the kept session and the scenes of a dossier, with anything in them.

use super::actions;
use super::chance::Chance;
use super::{WORLD, invariants};
use proptest::prelude::*;
use sahel_map::dossier::{Dossier, DossierFiles};
use sahel_map::geodata::Lang;
use sahel_map::state::{Action, AppState, Session, scenes, update};

/// A state that chance has come to in so many actions.
fn come_to(seed: u64, actions: usize) -> AppState {
    let mut state = AppState::new(WORLD.clone(), Session::in_language(Lang::Fr));
    let mut chance = Chance(seed);
    for _ in 0..actions {
        let action = actions::any(&state, &mut chance);
        if !matches!(action, Action::Briefing(_)) {
            update(&mut state, action);
        }
    }
    state
}

/// What undo and redo bring back: where the map looks and how large the window is stays.
fn undoable(state: &AppState) -> Session {
    Session { camera: None, window: Session::default().window, ..state.session.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn all_undone_and_all_redone_is_where_it_was(seed in any::<u64>(), actions in 0_usize..80) {
        let mut state = come_to(seed, actions);
        // The instrument takes away what is half drawn once it is off: not a step of its own.
        update(&mut state, Action::Measure(sahel_map::state::MeasureAction::Finish));
        update(&mut state, Action::Redo);
        let mut past = vec![undoable(&state)];
        while state.history.can_undo() {
            update(&mut state, Action::Undo);
            past.push(undoable(&state));
        }
        for expected in past.iter().rev().skip(1) {
            update(&mut state, Action::Redo);
            prop_assert_eq!(&undoable(&state), expected);
        }
    }

    #[test]
    fn a_session_is_kept_as_it_is(seed in any::<u64>(), actions in 0_usize..120) {
        let state = come_to(seed, actions);
        let text = serde_json::to_string_pretty(&state.session).unwrap();
        let read: Session = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &state.session);
        let again = AppState::new(WORLD.clone(), read);
        invariants::check(&again);
    }

    #[test]
    fn a_session_with_anything_in_it_is_mended_or_refused(
        seed in any::<u64>(), at in 0.0..1.0, length in 0_usize..9, written in "\\PC{0,6}|-?[0-9e]{1,6}|[{}\\[\\],:\"]{1,3}",
    ) {
        let state = come_to(seed, 60);
        let mut text: Vec<char> = serde_json::to_string(&state.session).unwrap().chars().collect();
        let from = (at * text.len() as f64) as usize;
        text.splice(from..(from + length).min(text.len()), written.chars());
        let text: String = text.into_iter().collect();
        if let Ok(read) = serde_json::from_str::<Session>(&text) {
            invariants::check(&AppState::new(WORLD.clone(), read));
        }
    }

    #[test]
    fn scenes_are_written_into_a_dossier_and_read_again(seed in any::<u64>(), actions in 0_usize..200) {
        let state = come_to(seed, actions);
        let scenes = scenes::titled(&state);
        let files = DossierFiles::built_in().with_scenes(&scenes);
        let files = files.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let packed = files.packed().unwrap();
        let again = DossierFiles::unpack(packed, "again.sahelmap".as_ref()).unwrap();
        prop_assert_eq!(&again, &files);
        let read = again.parse().unwrap();
        prop_assert_eq!(read.notices, vec![]);
        let is_same = |(read, own): (&_, &_)| same_words(read, own);
        prop_assert_eq!(read.dossier.scenes.len(), scenes.len());
        prop_assert!(read.dossier.scenes.iter().zip(&scenes).all(is_same));
        let built_in = Dossier::built_in().unwrap().dossier;
        prop_assert_eq!(read.dossier.places, built_in.places);
    }
}

/// Whether a scene that was read is the one that was written. Words that were missing in a language
/// were filled in, so those that were there are compared.
fn same_words(read: &sahel_map::dossier::Scene, own: &sahel_map::dossier::Scene) -> bool {
    let kept = |own: &str, read: &str| own.trim().is_empty() || own == read;
    let titles = [
        (&own.title.ar, &read.title.ar),
        (&own.title.fr, &read.title.fr),
        (&own.title.en, &read.title.en),
    ];
    titles.into_iter().all(|(own, read)| kept(own, read))
        && (&read.id, &read.extent, &read.places, &read.claim, &read.layers, &read.events)
            == (&own.id, &own.extent, &own.places, &own.claim, &own.layers, &own.events)
        && read.callouts.iter().map(|c| &c.at).eq(own.callouts.iter().map(|c| &c.at))
}
