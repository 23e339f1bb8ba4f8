//! What can be done from the search field.

use crate::geodata::Lang;
use crate::i18n::{Key, key};
use crate::measure::LengthUnit;
use crate::state::{Action, Dialog, ExportAction, FindAction, PanelTab, ThemeChoice};

/// Something that can be done by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Show the whole theatre.
    Home,
    /// Save the map as a picture.
    Export,
    /// Put a picture of the map on the clipboard.
    CopyPicture,
    /// Print the map.
    Print,
    /// Open the list of places.
    Places,
    /// Open the article.
    Article,
    /// Look for words in the article.
    Find,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Make text and controls a step larger.
    Larger,
    /// Make them a step smaller.
    Smaller,
    /// Show or hide the side panel.
    Panel,
    /// Open the settings.
    Settings,
    /// Open the page on tiles from the network.
    Online,
    /// Open the guide.
    Guide,
    /// Open the list of shortcuts.
    Shortcuts,
    /// Open the page on the program and its sources.
    About,
    /// Light figures on a dark ground.
    Dark,
    /// Dark figures on paper.
    Light,
    /// White on black, for projectors.
    Contrast,
    /// Show distances in this unit.
    Unit(LengthUnit),
    /// Show everything in this language.
    Language(Lang),
}

impl Command {
    /// Every command, in the order in which they are offered.
    pub const ALL: [Self; 26] = [
        Self::Home,
        Self::Export,
        Self::CopyPicture,
        Self::Print,
        Self::Places,
        Self::Article,
        Self::Find,
        Self::Undo,
        Self::Redo,
        Self::Panel,
        Self::Settings,
        Self::Online,
        Self::Guide,
        Self::Shortcuts,
        Self::About,
        Self::Larger,
        Self::Smaller,
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Unit(LengthUnit::Km),
        Self::Unit(LengthUnit::Mi),
        Self::Unit(LengthUnit::Nm),
        Self::Language(Lang::Ar),
        Self::Language(Lang::Fr),
        Self::Language(Lang::En),
    ];

    /// What it is called.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Home => key::MAP_HOME,
            Self::Export => key::EXPORT_HEADING,
            Self::CopyPicture => key::EXPORT_COPY,
            Self::Print => key::EXPORT_PRINT,
            Self::Places => key::SEARCH_DO_PLACES,
            Self::Article => key::SEARCH_DO_ARTICLE,
            Self::Find => key::FIND_NAME,
            Self::Undo => key::ACTION_UNDO,
            Self::Redo => key::ACTION_REDO,
            Self::Larger => key::SHORTCUT_LARGER,
            Self::Smaller => key::SHORTCUT_SMALLER,
            Self::Panel => key::ACTION_PANEL,
            Self::Settings => key::SEARCH_DO_SETTINGS,
            Self::Online => key::ONLINE_HEADING,
            Self::Guide => key::GUIDE_OPEN,
            Self::Shortcuts => key::SEARCH_DO_SHORTCUTS,
            Self::About => key::SEARCH_DO_ABOUT,
            Self::Dark => key::SEARCH_DO_DARK,
            Self::Light => key::SEARCH_DO_LIGHT,
            Self::Contrast => key::SEARCH_DO_CONTRAST,
            Self::Unit(LengthUnit::Km) => key::SEARCH_DO_KM,
            Self::Unit(LengthUnit::Mi) => key::SEARCH_DO_MI,
            Self::Unit(LengthUnit::Nm) => key::SEARCH_DO_NM,
            Self::Language(Lang::Ar) => key::SEARCH_DO_AR,
            Self::Language(Lang::Fr) => key::SEARCH_DO_FR,
            Self::Language(Lang::En) => key::SEARCH_DO_EN,
        }
    }

    /// What it does.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Home => Action::Home,
            Self::Export => Action::ShowDialog(Some(Dialog::Export)),
            Self::CopyPicture => Action::Export(ExportAction::Copy),
            Self::Print => Action::Export(ExportAction::Print),
            Self::Places => Action::ShowTab(PanelTab::List),
            Self::Article => Action::ShowTab(PanelTab::Article),
            Self::Find => Action::Find(FindAction::Open),
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::Larger => Action::StepTextSize(1),
            Self::Smaller => Action::StepTextSize(-1),
            Self::Panel => Action::TogglePanel,
            Self::Settings => Action::ShowDialog(Some(Dialog::Settings)),
            Self::Online => Action::ShowDialog(Some(Dialog::Online)),
            Self::Guide => Action::ShowDialog(Some(Dialog::Guide)),
            Self::Shortcuts => Action::ShowDialog(Some(Dialog::Shortcuts)),
            Self::About => Action::ShowDialog(Some(Dialog::About)),
            Self::Dark => Action::SetTheme(ThemeChoice::Dark),
            Self::Light => Action::SetTheme(ThemeChoice::Light),
            Self::Contrast => Action::SetTheme(ThemeChoice::Contrast),
            Self::Unit(unit) => Action::SetUnit(unit),
            Self::Language(lang) => Action::SetLang(lang),
        }
    }
}
