//! What the reader's actions change.

use super::{
    Action, AppState, Base, Destination, Dialog, Effect, FindAction, IfTaken, Layers,
    MeasureAction, Notice, Outlet, PanelTab, Reading, SceneAction, Session, TranslationChoice,
    base, briefing, find, measuring, online, reading, saving, scenes, search, selectors,
};
use crate::dossier::{ClaimId, PlaceId};
use crate::geodata::Country;

/// Applies `action` to `state` and says what else is to be done.
pub fn update(state: &mut AppState, action: Action) -> Vec<Effect> {
    // A briefing has the session put aside: what changes it would be lost at the end, or stay in it.
    let waits = matches!(action, Action::Undo | Action::Redo | Action::Scene(_));
    let mut effects =
        if waits && state.briefing.is_some() { Vec::new() } else { apply(state, action) };
    // A find that is out of sight would take the next press of Escape.
    if !state.session.panel_open || state.session.tab != PanelTab::Article {
        state.find = None;
    }
    state.points_callouts = scenes::is_pointing(state);
    measuring::follow(state);
    effects.extend(base::follow(state));
    effects
}

pub(super) fn apply(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Undo => {
            state.last_step = None;
            let earlier = state.history.undo(&state.session);
            return travel(state, earlier);
        }
        Action::Redo => return redo(state),
        Action::MoveCamera(camera) => state.session.camera = Some(camera.bounded()),
        Action::Home => return vec![Effect::FlyHome],
        Action::Resize(size, maximized) => {
            state.session.window = state.session.window.resized(size, maximized);
        }
        // Where a briefing went is no view to come back to.
        Action::Rest(camera) => {
            if state.briefing.is_none() {
                state.views.rest(camera);
            }
        }
        Action::StepViews(steps) => {
            let view = state.views.step(steps).map(Destination::View);
            return view.map(Effect::Fly).into_iter().collect();
        }
        Action::FitPins => {
            return selectors::pins_extent(&state.world).map(Effect::Fly).into_iter().collect();
        }
        Action::OpenMenu(menu) => state.menu = menu,
        Action::GoTo(destination) => return vec![Effect::Fly(destination)],
        Action::PointAt(place) => state.pointed = place,
        Action::CopyPointed => {}
        Action::FollowDesktop { is_light } => state.desktop_is_light = is_light,
        Action::ShowDialog(dialog) => show_dialog(state, dialog),
        Action::Read(dialog, action) => reading::act(state, dialog, action),
        Action::Search(action) => return search::act(state, action),
        Action::Find(action) => look_for(state, action),
        Action::Briefing(action) => return briefing::act(state, action),
        Action::Scene(action) => return scene(state, action),
        Action::Measure(action) => measure(state, action),
        Action::Hover(measured) => state.under_pointer = measured,
        Action::Copy(text) => return vec![Effect::Copy(text)],
        Action::ExportPicture => return export_again(state),
        Action::Export(action) => return saving::act(state, action),
        Action::Saved(path) => saving::ended(state, Notice::Saved(path)),
        Action::NotSaved(why) => saving::ended(state, why),
        Action::Tell(notice) => state.tell(notice),
        Action::DismissNotice(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
        }
        Action::OpenArchive(path) | Action::SetBase(Base::Archive(path)) => {
            return base::ask_for(state, path).into_iter().collect();
        }
        Action::Online(action) => return online::act(state, action),
        Action::ChooseArchive => return vec![Effect::ChooseArchive],
        Action::WritePath => return write_path(state),
        Action::ArchiveFailed(path, fault) => base::failed(state, path, fault),
        Action::Select(_)
        | Action::SelectNext { .. }
        | Action::ShowCountry(_)
        | Action::ClearSelection
        | Action::ShowClaim(_)
        | Action::ShowTab(_)
        | Action::SetBase(_)
        | Action::ArchiveOpened(_)
        | Action::ForgetArchive(_)
        | Action::SetLang(_)
        | Action::SetUsage(_)
        | Action::SetTextSize(_)
        | Action::StepTextSize(_)
        | Action::SetReducedMotion(_)
        | Action::SetSecondNames(_)
        | Action::SetExport(_)
        | Action::SetExportFolder(_)
        | Action::SetMirroredArrows(_)
        | Action::SetArticleView(_)
        | Action::SetTheme(_)
        | Action::SetUnit(_)
        | Action::SetCoordinates(_)
        | Action::SetTranslation(_)
        | Action::SetListing(_)
        | Action::ShowLayer(..)
        | Action::SetRelief(_)
        | Action::SetTints(_)
        | Action::ResetLayers
        | Action::TogglePanel
        | Action::SetPanelWidth(_) => return step(state, action),
    }
    Vec::new()
}

/// Changes the session, which can be undone.
fn step(state: &mut AppState, action: Action) -> Vec<Effect> {
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
fn scene(state: &mut AppState, action: SceneAction) -> Vec<Effect> {
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
fn measure(state: &mut AppState, action: MeasureAction) {
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

/// Shows the field for the path of a map file, and says why.
fn write_path(state: &mut AppState) -> Vec<Effect> {
    state.tell(Notice::NoDialog);
    state.path_request = state.new_request();
    update(state, Action::ShowTab(PanelTab::Layers))
}

/// Saves once more, without the dialog: nothing that is there is in the way.
fn export_again(state: &mut AppState) -> Vec<Effect> {
    match saving::obstacle(state) {
        Some(notice) => state.tell(notice),
        None => return saving::ask_for(state, Outlet::File(IfTaken::Number)),
    }
    Vec::new()
}

fn show_dialog(state: &mut AppState, dialog: Option<Dialog>) {
    if dialog != state.dialog {
        saving::close_dialog(state);
        online::close_dialog(state);
    }
    // The guide opens where it was left, the page about the program at its beginning.
    if dialog == Some(Dialog::About) {
        state.about = Reading::default();
    }
    state.dialog = dialog;
    state.search = None;
}

fn look_for(state: &mut AppState, action: FindAction) {
    if action == FindAction::Open {
        // The guide has a find of its own.
        if state.dialog == Some(Dialog::Guide) {
            state.guide.field_request = state.new_request();
            return;
        }
        // A step that can be undone, unlike what is looked for.
        apply(state, Action::ShowTab(PanelTab::Article));
    }
    find::act(state, action);
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

fn redo(state: &mut AppState) -> Vec<Effect> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::geodata::{Lang, LonLat};
    use crate::measure::LengthUnit;
    use crate::state::{Camera, Dialog, Export, ExportAction, Form, SearchAction, World};
    use std::sync::{Arc, LazyLock};

    static WORLD: LazyLock<Arc<World>> =
        LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

    fn reader() -> AppState {
        let session = Session { tab: PanelTab::List, ..Session::in_language(Lang::En) };
        AppState::new(WORLD.clone(), session)
    }

    fn place(id: &str) -> PlaceId {
        PlaceId::new(id).unwrap()
    }

    #[test]
    fn undo_and_redo_leave_the_map_where_it_is() {
        let mut state = reader();
        update(&mut state, Action::SetUnit(LengthUnit::Mi));
        let here = Camera { center: LonLat::new(1.4, 18.4).unwrap(), zoom: 8.0 };
        update(&mut state, Action::MoveCamera(here));
        assert_eq!(update(&mut state, Action::Undo), []);
        assert_eq!((state.session.unit, state.session.camera), (LengthUnit::Km, Some(here)));
        let there = Camera { zoom: 9.0, ..here };
        update(&mut state, Action::MoveCamera(there));
        assert_eq!(update(&mut state, Action::Redo), []);
        assert_eq!((state.session.unit, state.session.camera), (LengthUnit::Mi, Some(there)));
    }

    #[test]
    fn a_selection_that_comes_back_is_brought_into_view() {
        let mut state = reader();
        update(&mut state, Action::Select(place("kidal")));
        update(&mut state, Action::Select(place("bamako")));
        assert_eq!(update(&mut state, Action::Undo), [Effect::ShowPlace(place("kidal"))]);
        assert_eq!(update(&mut state, Action::Undo), [], "nothing is selected");
        assert_eq!(state.session.selected, None);
        assert_eq!(update(&mut state, Action::Redo), [Effect::ShowPlace(place("kidal"))]);
    }

    #[test]
    fn a_claim_is_shown_and_flown_to_and_its_showing_undone() {
        let mut state = reader();
        let miles = ClaimId::new("twelve-miles").unwrap();
        let flown_to = update(&mut state, Action::ShowClaim(Some(miles.clone())));
        let [Effect::Fly(Destination::Extent { south_west, north_east })] = flown_to.as_slice()
        else {
            panic!("{flown_to:?}")
        };
        let site = LonLat::new(2.919, 19.779).unwrap();
        assert!(south_west.lon() < site.lon() && site.lon() < north_east.lon());
        assert!(south_west.lat() < site.lat() && site.lat() < north_east.lat());
        assert_eq!(state.session.claim, Some(miles));
        assert_eq!(update(&mut state, Action::Undo), [], "the map stays where it is");
        assert_eq!(state.session.claim, None);
        assert_eq!(update(&mut state, Action::Redo), flown_to);
        update(&mut state, Action::ShowClaim(None));
        assert_eq!(state.session.claim, None);
        let unknown = ClaimId::new("no-such-claim").unwrap();
        update(&mut state, Action::ShowClaim(Some(unknown)));
        assert_eq!(state.session.claim, None);
    }

    #[test]
    fn an_answer_is_about_the_file_that_was_asked_about() {
        let asked = || {
            let mut state = reader();
            let export = Export { form: Form::Csv, ..state.session.export };
            update(&mut state, Action::SetExport(export));
            update(&mut state, Action::SetExportFolder("/tmp".to_owned()));
            let taken = ExportAction::Taken("/tmp/mine.csv".into());
            update(&mut state, Action::Export(taken));
            assert_eq!(state.dialog, Some(Dialog::Export));
            assert!(state.saving.taken.is_some());
            state
        };
        // Another form, another folder, or the dialog is gone.
        let ways = [vec![Action::Undo], vec![Action::Undo, Action::Undo]];
        for away in ways.into_iter().chain([vec![Action::Search(SearchAction::Open)]]) {
            let mut state = asked();
            for action in away.clone() {
                update(&mut state, action);
            }
            assert_eq!(state.saving.taken, None, "{away:?}");
        }
    }

    #[test]
    fn one_picture_is_drawn_at_a_time() {
        let mut state = reader();
        let asked = [Effect::Export(Outlet::File(IfTaken::Number))];
        assert_eq!(update(&mut state, Action::ExportPicture), asked);
        assert_eq!(update(&mut state, Action::ExportPicture), []);
        assert_eq!(update(&mut state, Action::ExportPicture), []);
        assert_eq!(state.notices, [Notice::PictureInHand]);
        update(&mut state, Action::Saved("/tmp/map.png".into()));
        assert_eq!(state.notices, [Notice::Saved("/tmp/map.png".into())]);
        assert_eq!(update(&mut state, Action::ExportPicture), asked);
        let why = Notice::NotMade("out of memory".to_owned());
        update(&mut state, Action::NotSaved(why.clone()));
        assert_eq!(state.notices.last(), Some(&why));
        assert_eq!(update(&mut state, Action::ExportPicture), asked);
    }
}
