//! The briefing: which scene is shown, what lies over the map, and the session that comes back.

use super::{AppState, Destination, Effect, Layers, Measuring, Notice, Session, saving, scenes};
use crate::dossier::{CalloutAt, Extent, PlaceId, Scene};
use crate::geodata::LonLat;

/// A briefing on screen.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// The index of the scene that is shown.
    pub scene: usize,
    /// The number that is being typed: with Enter the scene to go to.
    pub typed: Option<usize>,
    /// What hides everything, if anything does.
    pub veil: Option<Veil>,
    /// Whether all but the ground round the pointer is dimmed.
    pub has_spotlight: bool,
    /// Whether the text is hidden.
    pub hides_text: bool,
    /// Whether the presenter's strip is shown.
    pub has_strip: bool,
    /// What the pointer draws with, if it draws.
    pub pen: Option<Pen>,
    /// What was drawn, first to last.
    pub strokes: Vec<Stroke>,
    /// What the window shows again at the end.
    session: Box<Session>,
}

/// A plain ground over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Veil {
    /// Black.
    Black,
    /// White.
    White,
}

/// What is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    /// What becomes of the pointer's way.
    pub shape: PenShape,
    /// The index of its colour, below [`Pen::COLORS`].
    pub color: usize,
}

impl Pen {
    /// How many colours there are.
    pub const COLORS: usize = 4;
    /// What is drawn with at first.
    pub const FIRST: Self = Self { shape: PenShape::Line, color: 0 };
}

/// What becomes of the pointer's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PenShape {
    /// A line as it went.
    Line,
    /// An arrow from where it began to where it ended.
    Arrow,
    /// A circle about where it began through where it ended.
    Circle,
}

/// Something drawn on the ground of a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// The index of its scene.
    pub scene: usize,
    /// What it was drawn with.
    pub pen: Pen,
    /// Where the pointer went.
    pub points: Vec<LonLat>,
}

/// Something the presenter does.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefingAction {
    /// Begin with the first scene.
    Start,
    /// Begin with the first scene that shows the selected place, or the first of all.
    StartHere,
    /// End, and show what was shown before.
    End,
    /// Go so many scenes on, or back where negative.
    Step(isize),
    /// Go to the scene at this index.
    Show(usize),
    /// Go to the first scene.
    First,
    /// Go to the last scene.
    Last,
    /// Type a figure of a scene's number.
    Digit(u8),
    /// Go to the scene whose number was typed, or else to the next.
    Enter,
    /// Hide everything, or show it again.
    Veil(Veil),
    /// Dim all but the ground round the pointer, or no longer.
    Spotlight,
    /// Hide the text, or show it again.
    HideText,
    /// Show the presenter's strip, or hide it.
    Strip,
    /// Take up a pen, or lay it down.
    Draw,
    /// Draw with another.
    Choose(Pen),
    /// Something was drawn.
    Stroke(Vec<LonLat>),
    /// Take back what was drawn last on this scene.
    UndoStroke,
    /// Take away all that was drawn on this scene.
    ClearStrokes,
}

impl Briefing {
    /// What was drawn on the scene that is shown.
    pub fn strokes_here(&self) -> impl Iterator<Item = &Stroke> {
        self.strokes.iter().filter(|stroke| stroke.scene == self.scene)
    }

    /// What the window shows again at the end.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }
}

/// Does something with the briefing.
pub(super) fn act(state: &mut AppState, action: BriefingAction) -> Vec<Effect> {
    match action {
        BriefingAction::Start => return start(state, 0),
        BriefingAction::StartHere => {
            let selected = state.session.selected.as_ref();
            let mut scenes = scenes::all(state).iter();
            let index = selected.and_then(|id| scenes.position(|scene| is_about(scene, id)));
            return start(state, index.unwrap_or(0));
        }
        BriefingAction::End => return end(state),
        _ => {}
    }
    let last = scenes::all(state).len().saturating_sub(1);
    let Some(briefing) = &mut state.briefing else { return Vec::new() };
    // What hides everything goes with the next press, which does nothing else.
    if briefing.veil.is_some() && !matches!(action, BriefingAction::Veil(_)) {
        briefing.veil = None;
        return Vec::new();
    }
    let shown = briefing.scene;
    let to = match action {
        BriefingAction::Step(steps) => shown.saturating_add_signed(steps).min(last),
        BriefingAction::Show(index) => index.min(last),
        BriefingAction::First => 0,
        BriefingAction::Last => last,
        BriefingAction::Enter => match briefing.typed.take() {
            Some(number) => number.saturating_sub(1).min(last),
            None => (shown + 1).min(last),
        },
        BriefingAction::Digit(digit) => {
            let typed = briefing.typed.unwrap_or(0);
            briefing.typed = Some((typed * 10 + usize::from(digit)) % 1_000);
            return Vec::new();
        }
        other => {
            briefing.change(other);
            return Vec::new();
        }
    };
    if to == shown && briefing.typed.is_none() {
        // There is no other, but the map may have been moved.
        return fly(state);
    }
    show(state, to)
}

impl Briefing {
    /// What leaves the scene as it is.
    fn change(&mut self, action: BriefingAction) {
        let scene = self.scene;
        let is_here = |stroke: &Stroke| stroke.scene == scene;
        match action {
            BriefingAction::Veil(veil) => {
                self.veil = (self.veil != Some(veil)).then_some(veil);
            }
            BriefingAction::Spotlight => self.has_spotlight = !self.has_spotlight,
            BriefingAction::HideText => self.hides_text = !self.hides_text,
            BriefingAction::Strip => self.has_strip = !self.has_strip,
            BriefingAction::Draw => {
                self.pen = self.pen.is_none().then_some(Pen::FIRST);
            }
            BriefingAction::Choose(pen) => self.pen = Some(pen),
            BriefingAction::Stroke(points) => {
                if let Some(pen) = self.pen.filter(|_| points.len() > 1) {
                    self.strokes.push(Stroke { scene, pen, points });
                }
            }
            BriefingAction::UndoStroke => {
                if let Some(last) = self.strokes.iter().rposition(is_here) {
                    self.strokes.remove(last);
                }
            }
            BriefingAction::ClearStrokes => self.strokes.retain(|stroke| !is_here(stroke)),
            _ => {}
        }
    }
}

fn start(state: &mut AppState, scene: usize) -> Vec<Effect> {
    if scenes::all(state).is_empty() {
        state.tell(Notice::NoScenes);
        return Vec::new();
    }
    if state.briefing.is_some() {
        return show(state, scene);
    }
    saving::close_dialog(state);
    state.search = None;
    state.find = None;
    state.menu = None;
    state.drawing = None;
    state.pointed = None;
    state.briefing = Some(Briefing {
        scene,
        typed: None,
        veil: None,
        has_spotlight: false,
        hides_text: false,
        has_strip: false,
        pen: None,
        strokes: Vec::new(),
        session: Box::new(state.session.clone()),
    });
    let mut effects = show(state, scene);
    effects.push(Effect::FillScreen(true));
    effects
}

fn end(state: &mut AppState) -> Vec<Effect> {
    let Some(briefing) = state.briefing.take() else { return Vec::new() };
    let camera = state.session.camera;
    let before = *briefing.session;
    let back = before.camera.map_or(Effect::FlyHome, |to| Effect::Fly(Destination::View(to)));
    state.session = Session { camera, ..before };
    vec![back, Effect::FillScreen(false)]
}

fn show(state: &mut AppState, index: usize) -> Vec<Effect> {
    let scene = scenes::all(state).get(index).cloned();
    let Some((briefing, scene)) = state.briefing.as_mut().zip(scene) else { return Vec::new() };
    briefing.scene = index;
    briefing.typed = None;
    let camera = state.session.camera;
    state.session = Session { camera, ..session_of(&briefing.session, &scene) };
    fly(state)
}

fn fly(state: &AppState) -> Vec<Effect> {
    scene(state).map(destination).map(Effect::Fly).into_iter().collect()
}

/// The scene that is shown, in a briefing or in a picture of one.
#[must_use]
pub fn scene(state: &AppState) -> Option<&Scene> {
    scenes::all(state).get(state.briefing.as_ref()?.scene)
}

/// The ground that a scene shows.
#[must_use]
pub fn destination(scene: &Scene) -> Destination {
    let Some(Extent { south, west, north, east }) = scene.extent else {
        return Destination::theatre();
    };
    Destination::Extent {
        south_west: LonLat::saturating(west, south),
        north_east: LonLat::saturating(east, north),
    }
}

/// How a scene is shown to the reader of `before`: language and looks are the reader's, the rest
/// is the scene's.
fn session_of(before: &Session, scene: &Scene) -> Session {
    let mut layers = Layers::default();
    (layers.relief, layers.tints) = (before.layers.relief, before.layers.tints);
    for layer in &scene.layers {
        layers.set(*layer, !layer.at_first());
    }
    Session {
        selected: scene.distances.clone(),
        country: None,
        claim: scene.claim.clone(),
        measuring: Measuring::default(),
        layers,
        listing: super::Listing::default(),
        only: scene.places.clone(),
        ..before.clone()
    }
}

fn is_about(scene: &Scene, id: &PlaceId) -> bool {
    let mut callouts = scene.callouts.iter();
    scene.places.contains(id) && callouts.any(|c| c.at == CalloutAt::Place(id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{ClaimId, Dossier};
    use crate::geodata::Lang;
    use crate::state::{Action, Camera, World, update};
    use std::sync::{Arc, LazyLock};

    static WORLD: LazyLock<Arc<World>> =
        LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

    fn act(state: &mut AppState, action: BriefingAction) -> Vec<Effect> {
        update(state, Action::Briefing(action))
    }

    fn briefed() -> AppState {
        let camera = Some(Camera { center: LonLat::new(1.0, 20.0).unwrap(), zoom: 7.5 });
        let session = Session { camera, ..Session::in_language(Lang::Ar) };
        let mut state = AppState::new(WORLD.clone(), session);
        act(&mut state, BriefingAction::Start);
        state
    }

    fn shown(state: &AppState) -> usize {
        state.briefing.as_ref().unwrap().scene
    }

    #[test]
    fn the_session_comes_back_and_nothing_of_it_can_be_undone() {
        let before = briefed().briefing.unwrap().session;
        let mut state = briefed();
        let away = Camera { center: LonLat::new(5.0, 30.0).unwrap(), zoom: 9.0 };
        for _ in 0..4 {
            act(&mut state, BriefingAction::Step(1));
            update(&mut state, Action::MoveCamera(away));
        }
        assert_ne!(state.session.only, before.only);
        assert_eq!(selectors_kept(&state), &*before);
        let effects = act(&mut state, BriefingAction::End);
        let back = Destination::View(before.camera.unwrap());
        assert_eq!(effects, [Effect::Fly(back), Effect::FillScreen(false)]);
        assert_eq!(state.session, Session { camera: Some(away), ..*before });
        assert!(!state.history.can_undo());
    }

    fn selectors_kept(state: &AppState) -> &Session {
        crate::state::selectors::kept(state)
    }

    #[test]
    fn scenes_are_stepped_through_and_jumped_to_and_end_at_the_last() {
        let mut state = briefed();
        let last = WORLD.dossier.scenes.len() - 1;
        act(&mut state, BriefingAction::Step(-1));
        assert_eq!(shown(&state), 0);
        act(&mut state, BriefingAction::Digit(5));
        act(&mut state, BriefingAction::Enter);
        assert_eq!(shown(&state), 4);
        assert_eq!(state.session.claim.as_ref().map(ClaimId::as_str), Some("twelve-miles"));
        act(&mut state, BriefingAction::Enter);
        assert_eq!(shown(&state), 5);
        act(&mut state, BriefingAction::Digit(9));
        act(&mut state, BriefingAction::Digit(9));
        act(&mut state, BriefingAction::Enter);
        assert_eq!(shown(&state), last);
        assert!(!act(&mut state, BriefingAction::Step(1)).is_empty(), "the map comes back");
        assert_eq!(shown(&state), last);
        act(&mut state, BriefingAction::First);
        assert_eq!(shown(&state), 0);
    }

    #[test]
    fn a_veil_goes_with_the_next_press_which_does_nothing_else() {
        let mut state = briefed();
        act(&mut state, BriefingAction::Veil(Veil::Black));
        act(&mut state, BriefingAction::Step(1));
        let briefing = state.briefing.as_ref().unwrap();
        assert_eq!((briefing.veil, briefing.scene), (None, 0));
        act(&mut state, BriefingAction::Veil(Veil::White));
        act(&mut state, BriefingAction::Veil(Veil::White));
        assert_eq!(state.briefing.as_ref().unwrap().veil, None);
    }

    #[test]
    fn what_is_drawn_belongs_to_its_scene() {
        let mut state = briefed();
        let way = vec![LonLat::new(0.0, 20.0).unwrap(), LonLat::new(1.0, 21.0).unwrap()];
        act(&mut state, BriefingAction::Stroke(way.clone()));
        assert_eq!(state.briefing.as_ref().unwrap().strokes, [], "without a pen nothing is drawn");
        act(&mut state, BriefingAction::Draw);
        for _ in 0..2 {
            act(&mut state, BriefingAction::Stroke(way.clone()));
        }
        act(&mut state, BriefingAction::Step(1));
        act(&mut state, BriefingAction::UndoStroke);
        let here = |state: &AppState| state.briefing.as_ref().unwrap().strokes_here().count();
        assert_eq!(here(&state), 0);
        act(&mut state, BriefingAction::Step(-1));
        assert_eq!(here(&state), 2);
        act(&mut state, BriefingAction::UndoStroke);
        assert_eq!(here(&state), 1);
        act(&mut state, BriefingAction::ClearStrokes);
        assert_eq!(here(&state), 0);
    }

    #[test]
    fn it_begins_with_the_scene_of_the_selected_place() {
        let mut state = AppState::new(WORLD.clone(), Session::in_language(Lang::En));
        state.session.selected = PlaceId::new("tin-zaouatine").ok();
        act(&mut state, BriefingAction::StartHere);
        assert_eq!(scene(&state).unwrap().id.as_str(), "ambush");
    }
}
