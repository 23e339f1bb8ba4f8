//! What the reader can do, and what the shell is then to do.

use super::online::Template;
use super::{
    ArchiveFault, ArticleView, Base, BriefingAction, Camera, Destination, Dialog, Export,
    ExportAction, FindAction, Layer, Listing, MapMenu, MeasureAction, Measured, Notice,
    OnlineAction, Outlet, PanelTab, Pixels, ReadAction, SceneAction, SearchAction, Strength,
    TextSize, ThemeChoice, TileSet, TranslationChoice,
};
use crate::dossier::{ClaimId, PlaceId};
use crate::geodata::{Country, Lang};
use crate::i18n::Usage;
use crate::measure::LengthUnit;
use crate::measure::coordinates::CoordinateStyle;
use std::path::PathBuf;
use std::sync::Arc;

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
    /// Open a country's card and bring the country into view.
    ShowCountry(Country),
    /// Close the card and forget the selection.
    ClearSelection,
    /// Show on the map what would make a claim true, or take it off the map.
    ShowClaim(Option<ClaimId>),
    /// Show the list or the card.
    ShowTab(PanelTab),
    /// Look elsewhere; not a step of undo.
    MoveCamera(Camera),
    /// Show the whole theatre.
    Home,
    /// Bring a part of the ground into view; not a step of undo.
    GoTo(Destination),
    /// The pointer came to the name of a place in the article, or left it.
    PointAt(Option<PlaceId>),
    /// The desktop turned light or dark.
    FollowDesktop {
        /// Whether it is light.
        is_light: bool,
    },
    /// Open something over the window, or close it.
    ShowDialog(Option<Dialog>),
    /// Read on in the guide or in the page about the program; not a step of undo.
    Read(Dialog, ReadAction),
    /// Open the search, close it, or do something in it; not a step of undo.
    Search(SearchAction),
    /// Begin a briefing, or do something in it; not a step of undo.
    Briefing(BriefingAction),
    /// Do something with the scenes of the briefing.
    Scene(SceneAction),
    /// Turn the instrument on or off, or do something with it.
    Measure(MeasureAction),
    /// The pointer is here on the map: what the instrument shows. `None` where the map is left.
    Hover(Option<Box<Measured>>),
    /// Open the find in the article, close it, or do something in it; not a step of undo.
    Find(FindAction),
    /// Change the language.
    SetLang(Lang),
    /// Change digits or names of the months.
    SetUsage(Usage),
    /// Change the size of text and controls.
    SetTextSize(TextSize),
    /// Take the size of text so many steps up, or down where negative.
    StepTextSize(isize),
    /// Fly to places, or go there at once.
    SetReducedMotion(bool),
    /// Show or hide the second names on the map.
    SetSecondNames(bool),
    /// Mirror the arrow keys of a briefing where reading is from the right, or not.
    SetMirroredArrows(bool),
    /// Change how the article is shown.
    SetArticleView(ArticleView),
    /// Change the colours.
    SetTheme(ThemeChoice),
    /// Change the unit of distances.
    SetUnit(LengthUnit),
    /// Change how positions are written.
    SetCoordinates(CoordinateStyle),
    /// Change the translation under excerpts.
    SetTranslation(TranslationChoice),
    /// The window has become so large: width and height in points, and whether it fills the
    /// screen.
    Resize([f32; 2], bool),
    /// The map has come to rest here.
    Rest(Camera),
    /// Go so many views back, where negative, or forward.
    StepViews(isize),
    /// Show all pins that are on the map.
    FitPins,
    /// Open the menu of a spot of the map, or close it.
    OpenMenu(Option<MapMenu>),
    /// Change which places are listed, and in which order.
    SetListing(Listing),
    /// Draw a layer of the map, or leave it out.
    ShowLayer(Layer, bool),
    /// Change how strongly the relief shows.
    SetRelief(Strength),
    /// Change how strongly the four countries stand out.
    SetTints(Strength),
    /// Draw what a first session draws.
    ResetLayers,
    /// Draw the map on this; an archive is opened first.
    SetBase(Base),
    /// Draw the map on the archive in this file, once it is open.
    OpenArchive(PathBuf),
    /// Let the reader choose a file to open.
    ChooseArchive,
    /// Let the reader write a file's path: the system has no dialog of files.
    WritePath,
    /// An archive that was asked for is open.
    ArchiveOpened(Arc<TileSet>),
    /// It is no base for the map, and why.
    ArchiveFailed(PathBuf, ArchiveFault),
    /// Take an archive off the list; its file stays.
    ForgetArchive(PathBuf),
    /// Do something about tiles from the network; not a step of undo.
    Online(OnlineAction),
    /// Show or hide the side panel.
    TogglePanel,
    /// Make the side panel so wide, in points, or as wide as its contents ask for.
    SetPanelWidth(Option<u16>),
    /// Go a step back.
    Undo,
    /// Go a step forward again.
    Redo,
    /// Change in which form the map is saved.
    SetExport(Export),
    /// Save into this folder, as it was written, or where it is empty into that of pictures.
    SetExportFolder(String),
    /// Save once more what the session says, into a file of its own; one at a time.
    ExportPicture,
    /// Do something about saving; not a step of undo.
    Export(ExportAction),
    /// The file was written.
    Saved(PathBuf),
    /// The file was not made or not written, and why.
    NotSaved(Notice),
    /// Show a message.
    Tell(Notice),
    /// Take the message at this index away.
    DismissNotice(usize),
    /// Put text on the clipboard.
    Copy(String),
    /// Put the position under the pointer on the clipboard; the window, which knows where the
    /// pointer is, makes it a [`Action::Copy`].
    CopyPointed,
}

/// What the shell is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Bring the place into view, animated.
    ShowPlace(PlaceId),
    /// Fly to the whole theatre.
    FlyHome,
    /// Fly to a part of the ground.
    Fly(Destination),
    /// Make what the session says, and answer with [`Action::Saved`],
    /// [`Action::NotSaved`] or an [`ExportAction`].
    Export(Outlet),
    /// Stop what is being made, and answer with [`ExportAction::Cancelled`].
    CancelExport,
    /// Put this on the clipboard.
    CopyPicture(Arc<Pixels>),
    /// Let the reader choose a folder, and answer with [`Action::SetExportFolder`] or
    /// [`ExportAction::WriteFolder`].
    ChooseFolder,
    /// Fill the screen with the window, or no longer.
    FillScreen(bool),
    /// Put this on the clipboard.
    Copy(String),
    /// Look at the archive in this file, and answer with [`Action::ArchiveOpened`] or
    /// [`Action::ArchiveFailed`].
    OpenArchive(PathBuf),
    /// Let the reader choose a file, and answer with [`Action::OpenArchive`].
    ChooseArchive,
    /// Keep what is to be kept of [`super::Online`], and let nobody be asked but whom it allows.
    KeepOnline,
    /// Fetch the first tile at this address, and answer with [`OnlineAction::Tried`].
    TrySource(Template),
    /// Ask at once for what failed.
    RetryOnline,
    /// Forget all tiles that were fetched.
    EmptyTileCache,
}
