//! All that the reader can change, kept between runs.

use super::{Bases, Camera, Export, Layers, Listing, Measuring, Scenes, WindowSize, World};
use crate::dossier::{ClaimId, PlaceId};
use crate::geodata::{Country, Lang};
use crate::i18n::{Usage, Words};
use crate::measure::LengthUnit;
use crate::measure::coordinates::CoordinateStyle;
use serde::{Deserialize, Serialize};

/// The reader's side of the state. Undo is a list of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice by itself")]
pub struct Session {
    /// Language of the interface.
    pub lang: Lang,
    /// Digits and names of the months in Arabic.
    pub usage: Usage,
    /// Colours of the window.
    pub theme: ThemeChoice,
    /// How large text and controls are.
    pub text_size: TextSize,
    /// Whether the map goes to places at once instead of flying there.
    pub reduced_motion: bool,
    /// Whether names on the map have the local or Arabic one under them.
    pub second_names: bool,
    /// Where the map looks; `None` shows the whole theatre whatever the window's size.
    pub camera: Option<Camera>,
    /// The place whose card is open.
    pub selected: Option<PlaceId>,
    /// The country whose card is open; never one while a place is selected.
    pub country: Option<Country>,
    /// The claim whose line and nearest possible point the map shows.
    pub claim: Option<ClaimId>,
    /// What the side panel shows.
    pub tab: PanelTab,
    /// Which translation stands under an excerpt.
    pub translation: TranslationChoice,
    /// How the article's tab shows the excerpts.
    pub article: ArticleView,
    /// Unit of distances.
    pub unit: LengthUnit,
    /// How positions are written.
    pub coordinates: CoordinateStyle,
    /// Whether the side panel is shown.
    pub panel_open: bool,
    /// How wide the reader made the side panel, in points; none where it has the width that its
    /// contents ask for.
    pub panel_width: Option<u16>,
    /// What is measured, and with what.
    pub measuring: Measuring,
    /// What the map draws.
    pub layers: Layers,
    /// What the map is drawn on.
    pub base: Bases,
    /// Which places are listed and have their pins.
    pub listing: Listing,
    /// In which form the map is saved.
    pub export: Export,
    /// The folder that it is saved in, as the reader wrote it; where it is empty, that of pictures.
    pub export_folder: String,
    /// The briefing's scenes as the reader arranged them.
    pub scenes: Scenes,
    /// The only places that have their pins, in a scene; all where there are none.
    #[serde(skip)]
    pub only: Vec<PlaceId>,
    /// Whether the arrow keys of a briefing are mirrored where reading is from the right.
    pub mirrors_arrows: bool,
    /// How large the window is.
    pub window: WindowSize,
}

/// The colours that the reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Light figures on a dark ground.
    #[default]
    Dark,
    /// Dark figures on paper.
    Light,
    /// White on black with bright lines, for projectors and weak eyes.
    Contrast,
    /// Dark or light, as the desktop is.
    System,
}

/// The colours that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shade {
    /// Light figures on a dark ground.
    Dark,
    /// Dark figures on paper.
    Light,
    /// White on black with bright lines.
    Contrast,
}

impl Shade {
    /// Every shade.
    pub const ALL: [Self; 3] = [Self::Dark, Self::Light, Self::Contrast];
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
    /// The excerpts of the article, in order.
    Article,
    /// The instrument, which is on while this is the tab.
    Measure,
    /// What the map draws.
    Layers,
    /// The scenes of the briefing.
    Scenes,
}

/// How the article's tab shows the excerpts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleView {
    /// The Arabic alone.
    #[default]
    Original,
    /// The translation alone.
    Translation,
    /// Both side by side, or one under the other where there is no room.
    Both,
}

/// How large text and controls are, in per cent of their design: one of [`TextSize::STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes there are, in per cent.
    pub const STEPS: [u16; 4] = [100, 125, 150, 175];

    /// The step that is nearest to `percent`.
    #[must_use]
    pub fn nearest(percent: u16) -> Self {
        let nearest = Self::STEPS.into_iter().min_by_key(|step| step.abs_diff(percent));
        nearest.map_or(Self::default(), Self)
    }

    /// In per cent.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// As a factor: 1 to 1.75.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The size `steps` further, as far as there are any.
    #[must_use]
    pub fn stepped(self, steps: isize) -> Self {
        let at = Self::STEPS.iter().position(|step| *step == self.0).unwrap_or(0);
        let to = at.saturating_add_signed(steps).min(Self::STEPS.len() - 1);
        Self::STEPS.get(to).copied().map_or(self, Self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for TextSize {
    fn from(percent: u16) -> Self {
        Self::nearest(percent)
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
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

impl TranslationChoice {
    /// What a reader of `lang` has at first.
    #[must_use]
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Ar => Self::Off,
            Lang::Fr => Self::Fr,
            Lang::En => Self::En,
        }
    }

    /// The language of the translation.
    #[must_use]
    pub const fn lang(self) -> Option<Lang> {
        match self {
            Self::Off => None,
            Self::Fr => Some(Lang::Fr),
            Self::En => Some(Lang::En),
        }
    }
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
            usage: Usage::default(),
            theme: ThemeChoice::default(),
            text_size: TextSize::default(),
            reduced_motion: false,
            second_names: true,
            camera: None,
            selected: None,
            country: None,
            claim: None,
            tab: PanelTab::default(),
            translation: TranslationChoice::of(lang),
            article: ArticleView::default(),
            unit: LengthUnit::Km,
            coordinates: CoordinateStyle::default(),
            panel_open: true,
            panel_width: None,
            measuring: Measuring::default(),
            layers: Layers::default(),
            base: Bases::default(),
            listing: Listing::default(),
            export: Export::default(),
            export_folder: String::new(),
            scenes: Scenes::default(),
            only: Vec::new(),
            mirrors_arrows: true,
            window: WindowSize::default(),
        }
    }

    /// Whether there is a card to show, of a place or of a country.
    #[must_use]
    pub const fn has_card(&self) -> bool {
        self.selected.is_some() || self.country.is_some()
    }

    /// The words of this reader's language, with figures as this reader wants them.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::with_usage(self.lang, self.usage).with_coordinates(self.coordinates)
    }

    /// Makes a session that was read from disk fit this world: a selection that the dossier
    /// lacks is dropped, so is a claim, the camera is brought back into bounds, and where nothing was ever
    /// selected the dossier's first card opens.
    pub(super) fn repair(&mut self, world: &World) {
        self.camera = self.camera.map(Camera::bounded);
        self.window = self.window.bounded();
        self.measuring.repair();
        self.export = self.export.bounded();
        self.listing.repair(world);
        self.scenes.repair(world);
        if self.selected.as_ref().is_some_and(|id| world.dossier.place(id).is_none()) {
            self.selected = None;
        }
        if self.claim.as_ref().is_some_and(|id| world.dossier.claim(id).is_none()) {
            self.claim = None;
        }
        if self.selected.is_some() {
            self.country = None;
        }
        if !self.has_card() && self.tab == PanelTab::Card {
            self.selected.clone_from(&world.dossier.opens_with);
        }
        if !self.has_card() && self.tab == PanelTab::Card {
            self.tab = PanelTab::List;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;

    #[test]
    fn a_claim_is_kept_between_runs_and_dropped_where_the_dossier_lacks_it() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        for (id, kept) in [("twelve-miles", true), ("of-another-dossier", false)] {
            let claim = Some(ClaimId::new(id).unwrap());
            let session = Session { claim, ..Session::in_language(Lang::En) };
            let text = serde_json::to_string(&session).unwrap();
            let mut read: Session = serde_json::from_str(&text).unwrap();
            assert_eq!(read, session);
            read.repair(&world);
            assert_eq!(read.claim.is_some(), kept, "{id}");
        }
    }
}
