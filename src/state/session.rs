//! All that the reader can change, kept between runs.

use super::{Camera, World};
use crate::dossier::PlaceId;
use crate::geodata::Lang;
use crate::measure::LengthUnit;
use serde::{Deserialize, Serialize};

/// The reader's side of the state. Undo is a list of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Language of the interface.
    pub lang: Lang,
    /// Colours of the window.
    pub theme: ThemeChoice,
    /// Where the map looks; `None` shows the whole theatre whatever the window's size.
    pub camera: Option<Camera>,
    /// The place whose card is open.
    pub selected: Option<PlaceId>,
    /// What the side panel shows.
    pub tab: PanelTab,
    /// Which translation stands under an excerpt.
    pub translation: TranslationChoice,
    /// Unit of distances.
    pub unit: LengthUnit,
    /// Whether the side panel is shown.
    pub panel_open: bool,
}

/// Dark or light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Light figures on a dark ground.
    #[default]
    Dark,
    /// Dark figures on paper.
    Light,
}

/// What the side panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PanelTab {
    /// The list of places.
    List,
    /// The card of the selected place.
    #[default]
    Card,
}

/// Which translation stands under an excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TranslationChoice {
    /// The Arabic alone.
    Off,
    /// English under the Arabic.
    En,
    /// French under the Arabic.
    Fr,
}

impl Default for Session {
    fn default() -> Self {
        Self::in_language(Lang::En)
    }
}

impl Session {
    /// The first session of a reader of `lang`.
    #[must_use]
    pub fn in_language(lang: Lang) -> Self {
        Self {
            lang,
            theme: ThemeChoice::default(),
            camera: None,
            selected: None,
            tab: PanelTab::default(),
            translation: match lang {
                Lang::Ar => TranslationChoice::Off,
                Lang::Fr => TranslationChoice::Fr,
                Lang::En => TranslationChoice::En,
            },
            unit: LengthUnit::Km,
            panel_open: true,
        }
    }

    /// Makes a session that was read from disk fit this world: a selection that the dossier
    /// lacks is dropped, the camera is brought back into bounds, and where nothing was ever
    /// selected the dossier's first card opens.
    pub(super) fn repair(&mut self, world: &World) {
        self.camera = self.camera.map(Camera::bounded);
        if self.selected.as_ref().is_some_and(|id| world.dossier.place(id).is_none()) {
            self.selected = None;
        }
        if self.selected.is_none() && self.tab == PanelTab::Card {
            self.selected.clone_from(&world.dossier.opens_with);
        }
        if self.selected.is_none() {
            self.tab = PanelTab::List;
        }
    }
}
