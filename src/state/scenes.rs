//! The scenes of the briefing: the dossier's, or the reader's own once one of them was changed.

use super::listing::is_shown;
use super::{AppState, Dialog, Effect, Form, PanelTab, World, briefing, scene_words};
use crate::dossier::{
    Callout, CalloutAt, DossierId, Extent, Layer, MAX_CALLOUTS, PlaceId, Scene, SceneId,
};
use crate::geodata::{Lang, Names};
use crate::i18n::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of a title, and of a callout's title or line.
pub const LONGEST_TITLE: usize = 200;
/// Most characters of what is said to a scene.
pub const LONGEST_TEXT: usize = 1_000;
/// Most scenes of a briefing of the reader's own.
const MOST: usize = 100;

/// The reader's side of the scenes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scenes {
    /// Own scenes, by the dossier that they speak of.
    own: BTreeMap<DossierId, Vec<Scene>>,
    /// The scene that is open in the panel.
    pub chosen: Option<SceneId>,
}

/// What of a scene is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its title.
    Title,
    /// What is said to it.
    Text,
    /// The title of the callout at this index.
    CalloutTitle(usize),
    /// The line to it.
    CalloutNote(usize),
}

/// Something the reader does with the scenes.
#[derive(Clone, Debug, PartialEq)]
pub enum SceneAction {
    /// Open a scene in the panel, or go back to the list.
    Choose(Option<SceneId>),
    /// Make a scene of what the map shows, or have this one show it. The window, which knows how the
    /// map is seen, makes it a [`SceneAction::Capture`].
    TakeView(Option<SceneId>),
    /// The ground that is seen is that of a new scene, or of this one.
    Capture(Option<SceneId>, Extent),
    /// Write this in the reader's language.
    Write(SceneId, Field, String),
    /// Quote the excerpt so many further on, of all and none.
    StepExcerpt(SceneId, isize),
    /// Point at this in the scene that is open.
    AddCallout(CalloutAt),
    /// Point no longer at the callout at this index.
    RemoveCallout(SceneId, usize),
    /// Move a scene so many places on, or back where negative.
    Move(SceneId, isize),
    /// Put a second one like it behind a scene.
    Duplicate(SceneId),
    /// Take a scene away.
    Remove(SceneId),
    /// Give up all own scenes for those of the dossier.
    Restore,
    /// Let the next clicks on the map make callouts, or no longer.
    Point(bool),
    /// Open the dialog of saving, to save the dossier with these scenes.
    Save,
    /// Write these scenes into the dossier that is open, where it was read from.
    SaveInto,
}

/// The scenes that a briefing has.
#[must_use]
pub fn all(state: &AppState) -> &[Scene] {
    own(state).unwrap_or(&state.world.dossier.scenes)
}

/// The reader's own scenes, if there are any.
#[must_use]
pub fn own(state: &AppState) -> Option<&[Scene]> {
    state.session.scenes.own.get(&state.world.dossier.id).map(Vec::as_slice)
}

/// The scenes as a dossier has them: with words in each language, where there are none those that
/// stand for them.
#[must_use]
pub fn complete(state: &AppState) -> Vec<Scene> {
    let words = Lang::ALL.map(Words::new);
    let fill = |names: &mut Names, fallback: &dyn Fn(&Words) -> String| {
        for words in &words {
            if names.get(words.lang()).trim().is_empty() {
                *names.get_mut(words.lang()) = fallback(words);
            }
        }
    };
    let other = |names: &Option<Names>, words: &Words| {
        names.as_ref().map_or_else(String::new, |names| names.or_other(words.lang()).to_owned())
    };
    let mut scenes = all(state).to_vec();
    for scene in &mut scenes {
        let before = scene.clone();
        fill(&mut scene.title, &|words| scene_words::title(&before, words));
        if let Some(text) = &mut scene.text {
            fill(text, &|words| other(&before.text, words));
        }
        for (callout, before) in scene.callouts.iter_mut().zip(&before.callouts) {
            fill(&mut callout.title, &|words| scene_words::callout_title(before, words));
            if let Some(note) = &mut callout.note {
                fill(note, &|words| other(&before.note, words));
            }
        }
    }
    scenes
}

/// The scene that is open in the panel and its index.
#[must_use]
pub fn chosen(state: &AppState) -> Option<(usize, &Scene)> {
    let id = state.session.scenes.chosen.as_ref()?;
    all(state).iter().enumerate().find(|(_, scene)| scene.id == *id)
}

/// The scene whose callouts stand on the map: that of the briefing, or the one that is arranged.
#[must_use]
pub fn on_map(state: &AppState) -> Option<&Scene> {
    let session = &state.session;
    let arranges = session.panel_open && session.tab == PanelTab::Scenes;
    briefing::scene(state).or_else(|| arranges.then(|| chosen(state)).flatten().map(|(_, s)| s))
}

/// Whether clicks on the map make callouts.
#[must_use]
pub fn is_pointing(state: &AppState) -> bool {
    state.points_callouts && on_map(state).is_some_and(|scene| scene.callouts.len() < MAX_CALLOUTS)
}

impl SceneAction {
    /// What is written: its letters are one step of undo.
    pub(super) fn field(&self) -> Option<(SceneId, Field)> {
        match self {
            Self::Write(id, field, _) => Some((id.clone(), *field)),
            _ => None,
        }
    }
}

impl Scenes {
    /// Leaves out what this world lacks.
    pub(super) fn repair(&mut self, world: &World) {
        let dossier = &world.dossier;
        let Some(scenes) = self.own.get_mut(&dossier.id) else { return };
        let has = |id: &PlaceId| dossier.place(id).is_some();
        for scene in scenes {
            scene.places.retain(has);
            scene.callouts.retain(|callout| match &callout.at {
                CalloutAt::Place(id) => has(id),
                CalloutAt::Spot(_) => true,
            });
            scene.callouts.truncate(MAX_CALLOUTS);
            scene.distances = scene.distances.take().filter(has);
            scene.claim = scene.claim.take().filter(|id| dossier.claim(id).is_some());
            scene.events.retain(|id| dossier.event(id).is_some());
            let known = |id: &_| dossier.excerpts.iter().any(|excerpt| excerpt.id == *id);
            scene.excerpt = scene.excerpt.take().filter(known);
            scene.quote = scene.quote.take().filter(|_| scene.excerpt.is_some());
            scene.extent = scene.extent.filter(|extent| extent.is_sound());
        }
    }
}

/// Does something with the scenes, and says what else is to be done.
pub(super) fn act(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
    if !matches!(action, SceneAction::AddCallout(_) | SceneAction::Point(_)) {
        state.points_callouts = false;
    }
    match action {
        SceneAction::Choose(id) => {
            state.session.scenes.chosen = id;
            let there = chosen(state).map(|(_, scene)| briefing::destination(scene));
            return there.map(Effect::Fly).into_iter().collect();
        }
        SceneAction::TakeView(_) => {}
        SceneAction::Capture(id, extent) => capture(state, id, extent),
        SceneAction::Point(points) => state.points_callouts = points,
        SceneAction::AddCallout(at) => {
            if let Some((_, scene)) = chosen(state) {
                let id = scene.id.clone();
                let callout = callout(&state.world, at);
                change(state, &id, |scene| {
                    if scene.callouts.len() < MAX_CALLOUTS {
                        scene.callouts.push(callout);
                    }
                });
            }
            state.points_callouts = is_pointing(state);
        }
        SceneAction::Write(id, field, words) => {
            let lang = state.session.lang;
            change(state, &id, |scene| write(scene, field, lang, words));
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
            let is_there = state.world.origin.is_some() && own(state).is_some();
            return is_there.then_some(Effect::SaveScenes).into_iter().collect();
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

fn write(scene: &mut Scene, field: Field, lang: Lang, words: String) {
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
        let to = (now.map_or(0, |at| at as isize + 1) + steps).rem_euclid(count);
        scene.excerpt = usize::try_from(to - 1).ok().and_then(|at| excerpts.get(at).cloned());
        scene.quote = None;
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::geodata::LonLat;
    use crate::state::{Action, BriefingAction, Session, update};
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
        let scenes = complete(&state);
        let last = scenes.last().unwrap();
        assert_eq!(last.text.as_ref().unwrap().ar, "Said");
        assert!(!last.title.fr.is_empty() && !last.callouts[0].title.ar.is_empty());
        let files = WORLD.files.clone().with_scenes(&scenes).unwrap();
        assert_eq!(files.parse().unwrap().dossier.scenes, scenes);
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
        assert_eq!(act(&mut state, SceneAction::SaveInto), [Effect::SaveScenes]);
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
}
