//! What the reader can do, and what it changes.

use super::{AppState, Camera, PanelTab, ThemeChoice, TranslationChoice};
use crate::dossier::PlaceId;
use crate::geodata::Lang;
use crate::measure::LengthUnit;
use std::path::PathBuf;

/// Something the reader did, or something that was finished for the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Open a place's card and bring the place into view.
    Select(PlaceId),
    /// Go to the place `step` numbers further in the article's order (may be negative).
    SelectNext {
        /// How many places on.
        step: i32,
    },
    /// Close the card and forget the selection.
    ClearSelection,
    /// Show the list or the card.
    ShowTab(PanelTab),
    /// Look elsewhere; not a step of undo.
    MoveCamera(Camera),
    /// Show the whole theatre.
    Home,
    /// Change the language.
    SetLang(Lang),
    /// Change the colours.
    SetTheme(ThemeChoice),
    /// Change the unit of distances.
    SetUnit(LengthUnit),
    /// Change the translation under excerpts.
    SetTranslation(TranslationChoice),
    /// Show or hide the side panel.
    TogglePanel,
    /// Go a step back.
    Undo,
    /// Go a step forward again.
    Redo,
    /// Save the map as a picture; the shell asks where.
    ExportPicture,
    /// A picture was written.
    PictureSaved(PathBuf),
    /// Something failed; the words are for the reader.
    Failed(String),
    /// Take the oldest message away.
    DismissNotice(usize),
    /// Put text on the clipboard.
    Copy(String),
}

/// What the shell is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Bring the place into view, animated.
    ShowPlace(PlaceId),
    /// Fly to the whole theatre.
    FlyHome,
    /// Render and save a picture of the map.
    ExportPicture,
    /// Put this on the clipboard.
    Copy(String),
}

/// A message on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong.
    pub problem: bool,
    /// What happened, where, and what to do.
    pub words: NoticeWords,
}

/// The words of a notice: fixed text, or something the language's catalogue says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeWords {
    /// As it is.
    Text(String),
    /// The picture was written to this file.
    PictureSaved(PathBuf),
}

impl Notice {
    /// A message about something that went wrong.
    #[must_use]
    pub const fn problem(text: String) -> Self {
        Self { problem: true, words: NoticeWords::Text(text) }
    }
}

/// Applies `action` to `state` and says what else is to be done.
pub fn update(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Undo => {
            if let Some(earlier) = state.history.undo(&state.session) {
                state.session = earlier;
            }
            Vec::new()
        }
        Action::Redo => {
            if let Some(later) = state.history.redo(&state.session) {
                state.session = later;
            }
            Vec::new()
        }
        Action::MoveCamera(camera) => {
            state.session.camera = Some(camera.bounded());
            Vec::new()
        }
        Action::Home => vec![Effect::FlyHome],
        Action::ExportPicture => vec![Effect::ExportPicture],
        Action::Copy(text) => vec![Effect::Copy(text)],
        Action::PictureSaved(path) => {
            let words = NoticeWords::PictureSaved(path);
            state.notices.push(Notice { problem: false, words });
            Vec::new()
        }
        Action::Failed(words) => {
            state.notices.push(Notice::problem(words));
            Vec::new()
        }
        Action::DismissNotice(index) => {
            if index < state.notices.len() {
                state.notices.remove(index);
            }
            Vec::new()
        }
        change => {
            let before = state.session.clone();
            let effects = change_session(state, change);
            if state.session != before {
                state.history.record(before);
            }
            effects
        }
    }
}

/// The actions that are steps of undo.
fn change_session(state: &mut AppState, action: Action) -> Vec<Effect> {
    match action {
        Action::Select(id) => return select(state, id),
        Action::SelectNext { step } => {
            if let Some(id) = super::selectors::neighbour_in_order(state, step) {
                return select(state, id);
            }
        }
        Action::ClearSelection => {
            state.session.selected = None;
            state.session.tab = PanelTab::List;
        }
        Action::ShowTab(tab) if (tab == PanelTab::List || state.session.selected.is_some()) => {
            state.session.tab = tab;
        }
        Action::SetLang(lang) => state.session.lang = lang,
        Action::SetTheme(theme) => state.session.theme = theme,
        Action::SetUnit(unit) => state.session.unit = unit,
        Action::SetTranslation(translation) => state.session.translation = translation,
        Action::TogglePanel => state.session.panel_open = !state.session.panel_open,
        _ => {}
    }
    Vec::new()
}

fn select(state: &mut AppState, id: PlaceId) -> Vec<Effect> {
    if state.world.dossier.place(&id).is_none() {
        return Vec::new();
    }
    state.session.selected = Some(id.clone());
    state.session.tab = PanelTab::Card;
    state.session.panel_open = true;
    vec![Effect::ShowPlace(id)]
}
