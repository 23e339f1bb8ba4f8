//! What the reader's hands do to the scenes.

use super::{Field, LONGEST_TEXT, LONGEST_TITLE, MOST, SceneAction, all, chosen, own};
use crate::dossier::{Callout, CalloutAt, Extent, Layer, MAX_CALLOUTS, PlaceId, Scene, SceneId};
use crate::geodata::{Lang, Names};
use crate::state::listing::is_shown;
use crate::state::{AppState, Dialog, Effect, Form, Outlet, World, briefing, saving};

/// Does something with the scenes, and says what else is to be done.
pub(in crate::state) fn act(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
    let effects = arrange(state, action);
    state.session.scenes.drop_copy(&state.world);
    effects
}

fn arrange(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
    if !matches!(action, SceneAction::AddCallout(_) | SceneAction::Point(_)) {
        state.points_callouts = false;
    }
    match action {
        SceneAction::Choose(id) => {
            let is_there = |id: &SceneId| all(state).iter().any(|scene| scene.id == *id);
            state.session.scenes.chosen = id.filter(is_there);
            let there = chosen(state).map(|(_, scene)| briefing::destination(scene));
            return there.map(Effect::Fly).into_iter().collect();
        }
        SceneAction::TakeView(_) => {}
        SceneAction::Capture(id, extent) => capture(state, id, extent),
        SceneAction::Point(points) => state.points_callouts = points,
        SceneAction::AddCallout(at) => {
            // What is not in the dossier could not be saved with it.
            let is_there = match &at {
                CalloutAt::Place(id) => state.world.dossier.place(id).is_some(),
                CalloutAt::Spot(_) => true,
            };
            if let Some((_, scene)) = chosen(state).filter(|_| is_there) {
                let id = scene.id.clone();
                let callout = callout(&state.world, at);
                change(state, &id, |scene| {
                    if scene.callouts.len() < MAX_CALLOUTS {
                        scene.callouts.push(callout);
                    }
                });
            }
        }
        SceneAction::Write(id, field, words) => {
            let lang = state.session.lang;
            change(state, &id, |scene| write(scene, field, lang, &words));
        }
        SceneAction::StepExcerpt(id, steps) => step_excerpt(state, &id, steps),
        SceneAction::RemoveCallout(id, index) => change(state, &id, |scene| {
            if index < scene.callouts.len() {
                scene.callouts.remove(index);
            }
        }),
        SceneAction::Move(id, steps) => {
            let scenes = copied(state);
            if let Some(at) = scenes.iter().position(|scene| scene.id == id) {
                let to = at.saturating_add_signed(steps).min(scenes.len() - 1);
                let scene = scenes.remove(at);
                scenes.insert(to, scene);
            }
        }
        SceneAction::Duplicate(id) => {
            let name = free_id(all(state));
            let room = all(state).len() < MOST;
            let scenes = copied(state);
            let found = scenes.iter().position(|scene| scene.id == id).filter(|_| room);
            if let Some((at, name)) = found.zip(name)
                && let Some(scene) = scenes.get(at)
            {
                let scene = Scene { id: name.clone(), ..scene.clone() };
                scenes.insert(at + 1, scene);
                state.session.scenes.chosen = Some(name);
            }
        }
        SceneAction::Remove(id) => {
            copied(state).retain(|scene| scene.id != id);
            state.session.scenes.chosen = None;
        }
        SceneAction::Restore => {
            state.session.scenes.own.remove(&state.world.dossier.id);
            state.session.scenes.chosen = None;
        }
        SceneAction::SaveInto => {
            if state.world.origin.is_some() && own(state).is_some() {
                return saving::ask_for(state, Outlet::Dossier);
            }
        }
        SceneAction::Save => {
            state.session.export.form = Form::Dossier;
            state.dialog = Some(Dialog::Export);
        }
    }
    Vec::new()
}

/// The reader's own scenes, copied from the dossier's if there were none.
fn copied(state: &mut AppState) -> &mut Vec<Scene> {
    let dossier = &state.world.dossier;
    state.session.scenes.own.entry(dossier.id.clone()).or_insert_with(|| dossier.scenes.clone())
}

/// Changes a scene; the copy is made when there is something to change.
fn change(state: &mut AppState, id: &SceneId, change: impl FnOnce(&mut Scene)) {
    if !all(state).iter().any(|scene| scene.id == *id) {
        return;
    }
    if let Some(scene) = copied(state).iter_mut().find(|scene| scene.id == *id) {
        change(scene);
    }
}

/// Has a scene, or a new one behind the one that is open, show what the map shows now.
fn capture(state: &mut AppState, id: Option<SceneId>, extent: Extent) {
    if !extent.is_sound() {
        return;
    }
    let Some(new) = free_id(all(state)) else { return };
    let seen = seen(state, new.clone(), extent);
    if let Some(id) = id {
        change(state, &id, |scene| {
            let Scene { extent, places, distances, claim, layers, .. } = seen;
            *scene = Scene { extent, places, distances, claim, layers, ..scene.clone() };
        });
        return;
    }
    if all(state).len() >= MOST {
        return;
    }
    let behind = chosen(state).map(|(index, _)| index + 1);
    let scenes = copied(state);
    let at = behind.unwrap_or(scenes.len()).min(scenes.len());
    scenes.insert(at, seen);
    state.session.scenes.chosen = Some(new);
}

/// A scene of what the map shows now.
fn seen(state: &AppState, id: SceneId, extent: Extent) -> Scene {
    let (session, dossier) = (&state.session, &state.world.dossier);
    let layers = &session.layers;
    let turned = Layer::ALL.into_iter().filter(|layer| layers.shows(*layer) != layer.at_first());
    let shown = |place: &&crate::dossier::Place| is_shown(session, &state.world, place);
    let places: Vec<PlaceId> = if session.listing.is_filtered() {
        dossier.places.iter().filter(shown).map(|place| place.id.clone()).collect()
    } else {
        Vec::new()
    };
    let selected = session.selected.as_ref().and_then(|id| dossier.place(id));
    let excerpts = selected.map(|place| dossier.excerpts_of(&place.id)).unwrap_or_default();
    Scene {
        id,
        title: selected.map(|place| place.names.clone()).unwrap_or_default(),
        text: None,
        excerpt: excerpts.first().map(|excerpt| excerpt.id.clone()),
        quote: None,
        events: Vec::new(),
        extent: Some(extent),
        places,
        distances: selected
            .filter(|_| layers.shows(Layer::Distances))
            .map(|place| place.id.clone()),
        claim: session.claim.clone(),
        layers: turned.collect(),
        callouts: Vec::new(),
    }
}

/// The first id that no scene has.
fn free_id(scenes: &[Scene]) -> Option<SceneId> {
    let names = (1..=scenes.len() + 1).filter_map(|n| SceneId::new(format!("own-{n}")).ok());
    let mut free = names.filter(|id| !scenes.iter().any(|scene| scene.id == *id));
    free.next()
}

/// A callout that has the name of what it points at.
fn callout(world: &World, at: CalloutAt) -> Callout {
    let title = match &at {
        CalloutAt::Place(id) => world.dossier.place(id).map(|place| place.names.clone()),
        CalloutAt::Spot(_) => None,
    };
    Callout { at, title: title.unwrap_or_default(), note: None }
}

fn write(scene: &mut Scene, field: Field, lang: Lang, words: &str) {
    let longest = if field == Field::Text { LONGEST_TEXT } else { LONGEST_TITLE };
    let words: String = words.chars().take(longest).collect();
    let optional = |names: &mut Option<Names>, words: String| {
        let mut new = names.take().unwrap_or_default();
        *new.get_mut(lang) = words;
        *names = (new != Names::default()).then_some(new);
    };
    match field {
        Field::Title => *scene.title.get_mut(lang) = words,
        Field::Text => optional(&mut scene.text, words),
        Field::CalloutTitle(index) => {
            if let Some(callout) = scene.callouts.get_mut(index) {
                *callout.title.get_mut(lang) = words;
            }
        }
        Field::CalloutNote(index) => {
            if let Some(callout) = scene.callouts.get_mut(index) {
                optional(&mut callout.note, words);
            }
        }
    }
}

/// Goes through none and all excerpts, round the end.
fn step_excerpt(state: &mut AppState, id: &SceneId, steps: isize) {
    let excerpts: Vec<_> = state.world.dossier.excerpts.iter().map(|e| e.id.clone()).collect();
    change(state, id, |scene| {
        let now = scene.excerpt.as_ref().and_then(|id| excerpts.iter().position(|e| e == id));
        let count = excerpts.len() as isize + 1;
        let to = (now.map_or(0, |at| at as isize + 1) + steps.rem_euclid(count)) % count;
        scene.excerpt = usize::try_from(to - 1).ok().and_then(|at| excerpts.get(at).cloned());
        scene.quote = None;
    });
}
