//! The scenes of the briefing: the dossier's, or the reader's own once one of them was changed.

mod arranging;

pub(super) use arranging::act;

use super::{AppState, PanelTab, World, briefing, scene_words};
use crate::dossier::{CalloutAt, DossierId, Extent, MAX_CALLOUTS, PlaceId, Scene, SceneId};
use crate::geodata::{Lang, Names};
use crate::i18n::Words;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Most scenes of a briefing of the reader's own.
pub const MOST: usize = 100;
/// Most characters of a title, and of a callout's title or line.
pub const LONGEST_TITLE: usize = 200;
/// Most characters of what is said to a scene.
pub const LONGEST_TEXT: usize = 1_000;

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

/// The scenes as they are written into a dossier, which has none without a title: what has none gets
/// the one that it is shown with.
#[must_use]
pub fn titled(state: &AppState) -> Vec<Scene> {
    let title = |names: &mut Names, shown: &dyn Fn(&Words) -> String| {
        if names.or_other(state.session.lang).is_empty() {
            let [ar, fr, en] = [Lang::Ar, Lang::Fr, Lang::En].map(|lang| shown(&Words::new(lang)));
            *names = Names { ar, fr, en };
        }
    };
    let mut scenes = all(state).to_vec();
    for (scene, shown) in scenes.iter_mut().zip(all(state)) {
        title(&mut scene.title, &|words| scene_words::title(shown, words));
        for (callout, shown) in scene.callouts.iter_mut().zip(&shown.callouts) {
            title(&mut callout.title, &|words| scene_words::callout_title(shown, words));
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

/// Cuts words that are longer than the program would have let them become.
fn shorten(scene: &mut Scene) {
    let cut = |names: &mut Names, longest: usize| {
        for text in [&mut names.ar, &mut names.fr, &mut names.en] {
            if let Some((end, _)) = text.char_indices().nth(longest) {
                text.truncate(end);
            }
        }
    };
    cut(&mut scene.title, LONGEST_TITLE);
    scene.text.iter_mut().for_each(|text| cut(text, LONGEST_TEXT));
    for callout in &mut scene.callouts {
        cut(&mut callout.title, LONGEST_TITLE);
        callout.note.iter_mut().for_each(|note| cut(note, LONGEST_TITLE));
    }
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
        let is_there = |scenes: &[Scene], id: &SceneId| scenes.iter().any(|s| s.id == *id);
        let Some(scenes) = self.own.get_mut(&dossier.id) else {
            self.chosen = self.chosen.take().filter(|id| is_there(&dossier.scenes, id));
            return;
        };
        let mut seen = BTreeSet::new();
        scenes.retain(|scene| seen.insert(scene.id.clone()));
        scenes.truncate(MOST.max(dossier.scenes.len()));
        let has = |id: &PlaceId| dossier.place(id).is_some();
        for scene in scenes.iter_mut() {
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
            shorten(scene);
        }
        self.chosen = self.chosen.take().filter(|id| is_there(scenes, id));
        self.drop_copy(world);
    }

    /// Forgets scenes that are the dossier's again: they follow it as it changes.
    fn drop_copy(&mut self, world: &World) {
        let dossier = &world.dossier;
        if self.own.get(&dossier.id) == Some(&dossier.scenes) {
            self.own.remove(&dossier.id);
        }
    }
}

#[cfg(test)]
mod tests;
