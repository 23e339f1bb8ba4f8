//! How the window opens, runs, and ends.

use super::app::App;
use super::contents::Contents;
use super::graphics_loss::GraphicsLoss;
use super::icon::icon;
use super::state_folder::{Run, TOLD};
use super::timings::Timings;
use crate::state::{Notice, Session, WindowSize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::thread::JoinHandle;

/// How the window opens.
pub struct Opening {
    /// What is shown: loading runs beside the opening of the window.
    pub loading: JoinHandle<anyhow::Result<Contents>>,
    /// The session to begin with, before it is fitted to the world.
    pub session: Session,
    /// Messages to begin with.
    pub notices: Vec<Notice>,
    /// What the run has of the state folder.
    pub run: Run,
    /// A place to select and show.
    pub place: Option<String>,
    /// A map archive to draw on, instead of the base of the last run.
    pub base: Option<PathBuf>,
    /// The moments of the start.
    pub timings: Timings,
    /// Whether the briefing begins at once.
    pub briefs: bool,
    /// Whether the session's camera is to stay, even if the place is elsewhere.
    pub keep_view: bool,
}

/// Why the window does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no graphical session, or it does not answer.
    #[error("no graphical session: {0}")]
    NoSession(String),
    /// There is one, but no graphics driver that can draw in it.
    #[error("no graphics driver: {0}")]
    NoDriver(String),
    /// The graphics device was lost while the window was open; the session is kept.
    #[error("the graphics device was lost: {0}")]
    GraphicsLost(String),
    /// The window's thread panicked; the session is kept, and the report, if one could be written, is
    /// here.
    #[error("the program has a fault")]
    Crashed(Option<PathBuf>),
    /// What it shows cannot be loaded.
    #[error("{0}")]
    Contents(String),
}

impl From<eframe::Error> for OpenError {
    fn from(error: eframe::Error) -> Self {
        match error {
            eframe::Error::AppCreation(error) => Self::Contents(error.to_string()),
            eframe::Error::Wgpu(error) => Self::NoDriver(error.to_string()),
            eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
                Self::NoSession(error.to_string())
            }
        }
    }
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// When the window cannot open, what it shows cannot be loaded, or the graphics device is lost.
pub fn run(opening: Opening) -> Result<(), OpenError> {
    let window = opening.session.window.bounded();
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            // The name of the desktop entry, which is how a desktop finds it.
            .with_app_id("sahel-map")
            .with_icon(icon())
            .with_inner_size([window.width, window.height])
            .with_maximized(window.maximized)
            .with_min_inner_size(WindowSize::LEAST),
        ..Default::default()
    };
    let loss = GraphicsLoss::default();
    let (starting, report) = (opening.run.starting(), opening.run.report());
    let app =
        |cc: &eframe::CreationContext<'_>| Ok(Box::new(App::new(cc, opening, loss.clone())?) as _);
    // The renderer panics on a lost device; nothing of what it panicked in is used again.
    loss.silence_panics();
    let ended =
        catch_unwind(AssertUnwindSafe(|| eframe::run_native("Sahel Map", options, Box::new(app))));
    if let Some(why) = loss.why() {
        starting.end();
        tracing::error!(target: TOLD, "the graphics device was lost");
        return Err(OpenError::GraphicsLost(why.to_owned()));
    }
    let Ok(ended) = ended else {
        return Err(OpenError::Crashed(report.filter(|report| report.exists())));
    };
    starting.end();
    tracing::info!("the program ends");
    Ok(ended?)
}
