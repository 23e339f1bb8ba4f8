//! What holds of the program's state whatever was done.

use sahel_map::dossier::ActorId;
use sahel_map::state::measuring::{Figures, Geometry, LARGEST_RADIUS, MOST_CORNERS};
use sahel_map::state::online::Template;
use sahel_map::state::{
    AppState, LARGEST, MOST_NOTICES, PanelTab, SMALLEST, open_tiles, scenes, selectors,
};
use std::collections::BTreeSet;

/// Stops where something does not hold.
pub(crate) fn check(state: &AppState) {
    selection(state);
    numbers(state);
    measurements(state);
    own_scenes(state);
    what_is_open(state);
    network(state);
    assert!(state.notices.len() <= MOST_NOTICES, "{} notices", state.notices.len());
}

/// What is selected is there.
fn selection(state: &AppState) {
    let (session, dossier) = (&state.session, &state.world.dossier);
    assert!(session.selected.as_ref().is_none_or(|id| dossier.place(id).is_some()));
    assert!(session.claim.as_ref().is_none_or(|id| dossier.claim(id).is_some()));
    assert!(session.selected.is_none() || session.country.is_none(), "two cards");
    let acts = |id: &ActorId| dossier.actors.iter().any(|actor| actor.id == *id);
    assert!(session.listing.actor.as_ref().is_none_or(acts));
    assert!(state.briefing.is_some() || session.only.is_empty(), "places of a scene that is over");
    let chosen = session.scenes.chosen.as_ref();
    assert!(chosen.is_none() || scenes::chosen(state).is_some(), "{chosen:?} is open");
}

/// Figures are figures, within their limits.
fn numbers(state: &AppState) {
    let session = selectors::kept(state);
    for session in [session, &state.session] {
        assert!(
            session.camera.is_none_or(|camera| camera == camera.bounded()),
            "{:?}",
            session.camera
        );
        assert_eq!(session.window, session.window.bounded());
        assert!(session.export.size.iter().all(|side| (SMALLEST..=LARGEST).contains(side)));
    }
}

fn measurements(state: &AppState) {
    let measuring = &state.session.measuring;
    let ids: BTreeSet<_> = measuring.measurements.iter().map(|m| m.id).collect();
    assert_eq!(ids.len(), measuring.measurements.len(), "ids are taken once");
    assert!(ids.len() <= 200);
    assert!(measuring.chosen.is_none_or(|id| ids.contains(&id)));
    assert!(state.drawing.is_none_or(|id| ids.contains(&id)));
    for measurement in &measuring.measurements {
        assert!(measurement.name.chars().count() <= 60);
        match &measurement.geometry {
            Geometry::Probe(_) => {}
            Geometry::Ruler(corners) => assert!((1..=MOST_CORNERS).contains(&corners.len())),
            Geometry::Circle { radius, .. } => {
                assert!(radius.0 >= 0.0 && *radius <= LARGEST_RADIUS, "{radius:?}");
            }
        }
        match state.survey.of(measurement.id).unwrap() {
            Figures::Probe(measured) => {
                assert!(measured.borders.iter().all(|hit| hit.distance.0.is_finite()));
            }
            Figures::Ruler(legs) => assert!(legs.iter().all(|leg| leg.so_far.0.is_finite())),
            Figures::Circle(parts) => assert!(parts.iter().all(|part| part.length.0 >= 0.0)),
        }
    }
}

fn own_scenes(state: &AppState) {
    let scenes = scenes::all(state);
    let ids: BTreeSet<_> = scenes.iter().map(|scene| &scene.id).collect();
    assert_eq!(ids.len(), scenes.len(), "ids are taken once");
    assert!(scenes.len() <= scenes::MOST.max(state.world.dossier.scenes.len()));
    for scene in scenes {
        assert!(scene.extent.is_none_or(sahel_map::dossier::Extent::is_sound));
        assert!(scene.callouts.len() <= sahel_map::dossier::MAX_CALLOUTS);
        let texts = scene.text.iter().flat_map(|names| [&names.ar, &names.fr, &names.en]);
        assert!(texts.into_iter().all(|text| text.chars().count() <= scenes::LONGEST_TEXT));
    }
}

/// Tiles come from nobody who was not allowed.
fn network(state: &AppState) {
    let online = &state.online;
    if let Some(source) = open_tiles(state).and_then(|tiles| tiles.online()) {
        assert!(online.allows(source.template.host()), "{source:?}");
    }
    let names: BTreeSet<_> = online.sources().map(|source| source.name).collect();
    assert_eq!(names.len(), online.sources().count(), "names are taken once");
    assert!(names.len() <= 33);
    let tried = online.trying.as_ref().map(Template::host);
    assert!(tried.is_none_or(|host| online.allows(host)), "{tried:?} was not allowed");
}

/// Dialogs, search, find and briefing point at what is there.
fn what_is_open(state: &AppState) {
    if let Some(search) = &state.search {
        assert!(search.found.is_empty() || search.chosen < search.found.len());
    }
    if let Some(briefing) = &state.briefing {
        assert!(briefing.scene < scenes::all(state).len(), "scene {}", briefing.scene);
        assert!(briefing.session().only.is_empty());
    }
    let session = &state.session;
    let is_read = session.panel_open && session.tab == PanelTab::Article;
    assert!(state.find.is_none() || is_read, "a find out of sight");
}
