//! The application as data: what never changes, what the reader can change, and how it changes.
//!
//! Nothing here draws, reads the clock, or touches disk or network. [`update`] takes an
//! [`Action`] and answers with [`Effect`]s that the shell carries out.

mod action;
mod base;
pub mod briefing;
mod camera;
pub mod claim_words;
mod destination;
mod exporting;
pub mod find;
mod folder_notice;
mod history;
mod layers;
pub mod listing;
mod measured;
pub mod measuring;
mod notice;
pub mod online;
mod reading;
mod record_notice;
pub mod saving;
pub mod scene_words;
pub mod scenes;
pub mod search;
pub mod selectors;
mod session;
mod steps;
mod typed_path;
mod update;
mod views;
mod window_size;
mod world;

pub use action::{Action, Effect};
pub use base::{
    ArchiveFault, Base, Bases, OpenTiles, Schema, TileKind, TileSet, TilesFrom, open_tiles,
};
pub use briefing::{Briefing, BriefingAction, Pen, PenShape, Veil};
pub use camera::{Camera, MAX_ZOOM, MIN_ZOOM, THEATRE, Theatre};
pub use destination::Destination;
pub use exporting::{Export, Form, LARGEST, Paper, SMALLEST, Sheet};
pub use find::{Find, FindAction};
pub use folder_notice::FolderNotice;
pub use history::History;
pub use layers::{Layers, Strength};
pub use listing::{Listing, Order, Said};
pub use measured::Measured;
pub use measuring::{MeasureAction, MeasurementId, Measuring, Tool};
pub use notice::{Notice, chain, trouble_words};
pub use online::{Online, OnlineAction};
pub use reading::{ReadAction, Reading};
pub use saving::{ExportAction, Glance, IfTaken, Job, Outlet, Pixels, Preview, Saving};
pub use scenes::{SceneAction, Scenes};
pub use search::{Search, SearchAction};
pub use session::{
    ArticleView, PanelTab, Session, Shade, TextSize, ThemeChoice, TranslationChoice,
};
pub use typed_path::typed_path;
pub use update::update;
pub use views::Views;
pub use window_size::WindowSize;
pub use world::{World, WorldError};

pub use crate::dossier::Layer;
use crate::dossier::{MAX_NOTICES, Outcome, PlaceId, SceneId};
use crate::geodata::LonLat;
use std::sync::Arc;

/// Most messages on screen: those of a dossier, and some of what was done since.
pub const MOST_NOTICES: usize = MAX_NOTICES + 200;

/// Everything the window shows is a function of this.
#[derive(Clone)]
pub struct AppState {
    /// Ground, dossier and border index; never changes after loading.
    pub world: Arc<World>,
    /// All that the reader can change, and that is kept between runs.
    pub session: Session,
    /// Sessions to go back and forward to.
    pub history: History,
    /// Messages on screen, newest last.
    pub notices: Vec<Notice>,
    /// What is known of a file that is to be saved.
    pub saving: Saving,
    /// Whether the desktop is light; dark where it does not say.
    pub desktop_is_light: bool,
    /// The number of the request to bring the selected place into sight in the panel.
    pub place_request: u32,
    /// The number of the request to write the path of a map file.
    pub path_request: u32,
    /// The number of the last such request, of whatever sort.
    last_request: u32,
    /// The place whose name the pointer is on in the article: its pin answers.
    pub pointed: Option<PlaceId>,
    /// What is open over the window.
    pub dialog: Option<Dialog>,
    /// Where the reader is in the guide.
    pub guide: Reading,
    /// Where the reader is in the page about the program.
    pub about: Reading,
    /// The search, while it is open.
    pub search: Option<Search>,
    /// The find in the article, while it is open.
    pub find: Option<Find>,
    /// The ruler or circle that the next click goes on with.
    pub drawing: Option<MeasurementId>,
    /// The figures of the session's measurements.
    pub survey: measuring::Survey,
    /// The tiles that the map is drawn on, if they are not the built-in ones.
    pub tiles: OpenTiles,
    /// Tiles from the network, and who may be asked for them.
    pub online: Online,
    /// Where the map was before.
    pub views: Views,
    /// The map's menu, while it is open.
    pub menu: Option<MapMenu>,
    /// The briefing, while one is held.
    pub briefing: Option<Briefing>,
    /// What the instrument last measured under the pointer.
    pub under_pointer: Option<Box<Measured>>,
    /// Whether clicks on the map make callouts of the scene that is open.
    points_callouts: bool,
    /// What of a scene is being written: its letters are one step of undo.
    writing: Option<(SceneId, scenes::Field)>,
    /// The measurement whose name is being written, likewise.
    renaming: Option<MeasurementId>,
    /// Which action made the last step of undo.
    last_step: Option<std::mem::Discriminant<Action>>,
}

/// The menu of a spot of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapMenu {
    /// Where it was asked for on the screen: x and y in points.
    pub on_screen: [f32; 2],
    /// The position there; a place's own where it is that of a place.
    pub at: LonLat,
    /// The place whose pin is there.
    pub place: Option<PlaceId>,
}

/// What can be open over the window; one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialog {
    /// In which form the map is saved.
    Export,
    /// Language, digits, theme, text size and the like.
    Settings,
    /// Tiles from the network, and the consent to them.
    Online,
    /// The user's guide.
    Guide,
    /// The list of shortcuts.
    Shortcuts,
    /// The program, its sources and all licences.
    About,
}

impl AppState {
    /// Whether what was asked for last is to type in the find.
    #[must_use]
    pub fn asks_for_find(&self) -> bool {
        self.find.as_ref().is_some_and(|find| find.field_request == self.last_request)
    }

    /// Shows a message. One that is shown already becomes the newest; where there are too many, the
    /// oldest goes.
    fn tell(&mut self, notice: Notice) {
        self.notices.retain(|shown| *shown != notice);
        let over = (self.notices.len() + 1).saturating_sub(MOST_NOTICES);
        self.notices.drain(..over);
        self.notices.push(notice);
    }

    /// Remembers the session before a step of undo. A briefing has none: what it shows is no
    /// session to come back to.
    fn record(&mut self, before: Session) {
        if self.briefing.is_none() {
            self.history.record(before);
        }
    }

    /// A number that no request had before: who answers one knows by it whether it is new.
    const fn new_request(&mut self) -> u32 {
        self.last_request = self.last_request.wrapping_add(1);
        self.last_request
    }

    /// The state at the start: `session` over `world`, with the world's loading problems shown.
    #[must_use]
    pub fn new(world: Arc<World>, mut session: Session) -> Self {
        session.repair(&world);
        // The newest are seen first: those of what is missing, not of what named it.
        let mut told = world.notices.clone();
        told.sort_by_key(|notice| notice.outcome == Outcome::RecordLeftOut);
        let notices = told.into_iter().map(Notice::Record).collect();
        let mut state = Self {
            world,
            session,
            history: History::default(),
            notices,
            saving: Saving::default(),
            desktop_is_light: false,
            place_request: 0,
            path_request: 0,
            last_request: 0,
            pointed: None,
            dialog: None,
            guide: Reading::default(),
            about: Reading::default(),
            search: None,
            find: None,
            drawing: None,
            survey: measuring::Survey::default(),
            tiles: OpenTiles::default(),
            online: Online::default(),
            views: Views::default(),
            menu: None,
            briefing: None,
            under_pointer: None,
            points_callouts: false,
            writing: None,
            renaming: None,
            last_step: None,
        };
        measuring::follow(&mut state);
        state
    }
}
