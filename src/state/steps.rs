//! The steps of undo: what is changed in the session, and the way back and forward.

use super::{
    Action, AppState, Effect, Layers, MeasureAction, PanelTab, SceneAction, Session,
    TranslationChoice, base, measuring, saving, scenes, selectors,
};
use crate::dossier::{ClaimId, PlaceId};
use crate::geodata::Country;

/// Changes the session, which can be undone.
pub(super) fn step(state: &mut AppState, action: Action) -> Vec<Effect> {
    // What is drawn on, a slider or an edge, is one step of undo.
    let step = std::mem::discriminant(&action);
    let is_sliding = matches!(
        action,
        Action::SetRelief(_)
            | Action::SetTints(_)
            | Action::SetPanelWidth(_)
            | Action::SetExportFolder(_)
    );
    let goes_on = is_sliding && state.last_step == Some(step);
    let before = state.session.clone();
    let effects = change_session(state, action);
    if state.session != before {
        if !goes_on {
            state.record(before);
        }
        state.last_step = Some(step);
        state.renaming = None;
        state.writing = None;
    }
    effects
}

/// Does something with the scenes. The writing of a field is one step of undo.
pub(super) fn scene(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
    let field = action.field();
    let goes_on = field.is_some() && field == state.writing;
    let before = (!goes_on).then(|| state.session.clone());
    let effects = scenes::act(state, action);
    if let Some(before) = before.filter(|before| state.session != *before) {
        state.record(before);
    }
    state.writing = field;
    state.renaming = None;
    state.last_step = None;
    effects
}

/// Does something with the instrument. A drag is one step of undo, and so is the writing of a name.
pub(super) fn measure(state: &mut AppState, action: MeasureAction) {
    let is_drag = matches!(action, MeasureAction::Drag { .. });
    let is_grab = matches!(action, MeasureAction::Grab(_));
    let renamed = match action {
        MeasureAction::Rename(id, _) => Some(id),
        _ => None,
    };
    let goes_on = is_drag || renamed.is_some() && renamed == state.renaming;
    let before = (!goes_on).then(|| state.session.clone());
    measuring::act(state, action);
    let changed = |before: &Session| is_grab || state.session != *before;
    if let Some(before) = before.filter(changed) {
        state.record(before);
    }
    state.renaming = renamed;
    state.writing = None;
    state.last_step = None;
}

/// Goes to another step of the history. Map and window stay as they are, since moving them is no
/// step; only a place or a country whose card is opened by this is brought into view, or a claim that
/// is shown by it.
fn travel(state: &mut AppState, to: Option<Session>) -> Vec<Effect> {
    let Some(to) = to else { return Vec::new() };
    let Session { camera, window, .. } = state.session;
    let before = std::mem::replace(&mut state.session, Session { camera, window, ..to });
    let form = state.session.export.form;
    if form != before.export.form || state.session.export_folder != before.export_folder {
        // An answer would be about another file than was asked about.
        saving::form_changed(state, form);
    }
    let Session { claim, selected, country, .. } = &state.session;
    if *claim != before.claim
        && let Some(destination) = selectors::claim_destination(state)
    {
        return vec![Effect::Fly(destination)];
    }
    if country.is_some() && *country != before.country {
        return selectors::country_destination(state).map(Effect::Fly).into_iter().collect();
    }
    match selected {
        Some(id) if before.selected.as_ref() != Some(id) => vec![Effect::ShowPlace(id.clone())],
        _ => Vec::new(),
    }
}

/// The actions that are steps of undo.
fn change_session(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Select(id) => return select(state, id),
        Action::SelectNext { step } => {
            if let Some(id) = selectors::neighbour_in_order(state, step) {
                return select(state, id);
            }
        }
        Action::ShowCountry(country) => return show_country(state, country),
        Action::ClearSelection => clear_selection(&mut state.session),
        Action::ShowClaim(claim) => return show_claim(state, claim),
        Action::ShowTab(tab) => {
            if tab != PanelTab::Card || state.session.has_card() {
                state.session.tab = tab;
                state.session.panel_open = true;
            }
        }
        Action::SetLang(lang) => {
            // Who has never chosen another translation reads it in the language of the window.
            if state.session.translation == TranslationChoice::of(state.session.lang) {
                state.session.translation = TranslationChoice::of(lang);
            }
            state.session.lang = lang;
        }
        Action::SetUsage(usage) => state.session.usage = usage,
        Action::SetTextSize(size) => state.session.text_size = size,
        Action::StepTextSize(steps) => {
            state.session.text_size = state.session.text_size.stepped(steps);
        }
        Action::SetReducedMotion(reduced) => state.session.reduced_motion = reduced,
        Action::SetMirroredArrows(mirrored) => state.session.mirrors_arrows = mirrored,
        Action::SetExport(export) => {
            if state.session.export.form != export.form {
                saving::form_changed(state, export.form);
            }
            state.session.export = export.bounded();
        }
        Action::SetExportFolder(folder) => {
            saving::begin_anew(state);
            state.session.export_folder = folder;
        }
        Action::SetSecondNames(shown) => state.session.second_names = shown,
        Action::SetArticleView(view) => state.session.article = view,
        Action::SetTheme(theme) => state.session.theme = theme,
        Action::SetUnit(unit) => state.session.unit = unit,
        Action::SetCoordinates(style) => state.session.coordinates = style,
        Action::SetTranslation(translation) => state.session.translation = translation,
        Action::SetListing(listing) => state.session.listing = listing,
        Action::ShowLayer(layer, shown) => state.session.layers.set(layer, shown),
        Action::SetRelief(strength) => state.session.layers.relief = strength,
        Action::SetTints(strength) => state.session.layers.tints = strength,
        Action::SetBase(base) => base::set(state, base),
        Action::ArchiveOpened(info) => base::opened(state, info),
        Action::ForgetArchive(path) => state.session.base.forget(&path),
        Action::ResetLayers => state.session.layers = Layers::default(),
        Action::TogglePanel => state.session.panel_open = !state.session.panel_open,
        Action::SetPanelWidth(width) => state.session.panel_width = width,
        // Not steps of undo: `update` does them.
        Action::MoveCamera(_)
        | Action::Home
        | Action::Resize(..)
        | Action::Rest(_)
        | Action::StepViews(_)
        | Action::FitPins
        | Action::OpenMenu(_)
        | Action::OpenArchive(_)
        | Action::ChooseArchive
        | Action::Online(_)
        | Action::WritePath
        | Action::ArchiveFailed(..)
        | Action::GoTo(_)
        | Action::PointAt(_)
        | Action::FollowDesktop { .. }
        | Action::ShowDialog(_)
        | Action::Read(..)
        | Action::Search(_)
        | Action::Find(_)
        | Action::Briefing(_)
        | Action::Scene(_)
        | Action::Measure(_)
        | Action::Hover(_)
        | Action::Undo
        | Action::Redo
        | Action::ExportPicture
        | Action::Export(_)
        | Action::Saved(_)
        | Action::NotSaved(_)
        | Action::Tell(_)
        | Action::DismissNotice(_)
        | Action::Copy(_)
        | Action::CopyPointed => {}
    }
    Vec::new()
}

fn clear_selection(session: &mut Session) {
    session.selected = None;
    session.country = None;
    if session.tab == PanelTab::Card {
        session.tab = PanelTab::List;
    }
}

pub(super) fn undo(state: &mut AppState) -> Vec<Effect> {
    state.last_step = None;
    let earlier = state.history.undo(&state.session);
    travel(state, earlier)
}

pub(super) fn redo(state: &mut AppState) -> Vec<Effect> {
    let later = state.history.redo(&state.session);
    travel(state, later)
}

fn show_claim(state: &mut AppState, claim: Option<ClaimId>) -> Vec<Effect> {
    let known = |id: &ClaimId| state.world.dossier.claim(id).is_some();
    if claim.as_ref().is_none_or(known) {
        state.session.claim = claim;
    }
    selectors::claim_destination(state).map(Effect::Fly).into_iter().collect()
}

fn show_country(state: &mut AppState, country: Country) -> Vec<Effect> {
    let session = &mut state.session;
    session.selected = None;
    session.country = Some(country);
    session.tab = PanelTab::Card;
    session.panel_open = true;
    selectors::country_destination(state).map(Effect::Fly).into_iter().collect()
}

fn select(state: &mut AppState, id: PlaceId) -> Vec<Effect> {
    if state.world.dossier.place(&id).is_none() {
        return Vec::new();
    }
    state.place_request = state.new_request();
    let is_quoted = !state.world.dossier.excerpts_of(&id).is_empty();
    state.session.selected = Some(id.clone());
    state.session.country = None;
    // Who reads the article stays there, at the place's sentence.
    if state.session.tab != PanelTab::Article || !is_quoted {
        state.session.tab = PanelTab::Card;
    }
    state.session.panel_open = true;
    vec![Effect::ShowPlace(id)]
}
