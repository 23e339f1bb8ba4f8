//! What the reader's actions change.

use super::{
    Action, AppState, Base, Destination, Dialog, Effect, FindAction, IfTaken, Notice, Outlet,
    PanelTab, Reading, base, briefing, find, measuring, online, reading, saving, scenes, search,
    selectors, steps,
};

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
        Action::Undo => return steps::undo(state),
        Action::Redo => return steps::redo(state),
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
        Action::Scene(action) => return steps::scene(state, action),
        Action::Measure(action) => steps::measure(state, action),
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
        | Action::SetPanelWidth(_) => return steps::step(state, action),
    }
    Vec::new()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{ClaimId, Dossier, PlaceId};
    use crate::geodata::{Lang, LonLat};
    use crate::measure::LengthUnit;
    use crate::state::{Camera, Dialog, Export, ExportAction, Form, SearchAction, Session, World};
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
