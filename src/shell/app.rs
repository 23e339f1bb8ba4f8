//! The program's window: opens it, carries out effects, keeps the session.

use super::saved::{Existing, save_session, write_atomically};
use super::timings::Timings;
use super::window::Window;
use crate::export::{PictureSpec, default_file_name, render_png};
use crate::map::{Decoding, MapGeometry, MapPainter, gpu};
use crate::state::{Action, AppState, Effect, Session, World};
use crate::text::TextEngine;
use anyhow::Context as _;
use crossbeam_channel::{Receiver, Sender};
use egui::{Context, Ui, ViewportCommand};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

/// Seconds after the last change at which the session is saved.
const SAVE_AFTER: f64 = 1.0;

/// How the window opens.
pub struct Opening {
    /// What is shown: loading runs beside the opening of the window.
    pub loading: JoinHandle<anyhow::Result<(Arc<World>, Arc<MapGeometry>)>>,
    /// The session to begin with, before it is fitted to the world.
    pub session: Session,
    /// Messages to begin with.
    pub notices: Vec<String>,
    /// A place to select and show.
    pub place: Option<String>,
    /// The moments of the start.
    pub timings: Timings,
    /// Whether the session's camera is to stay, even if the place is elsewhere.
    pub keep_view: bool,
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// When the window cannot open or what it shows cannot be loaded.
pub fn run(opening: Opening) -> anyhow::Result<()> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("sahel-map")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 480.0]),
        ..Default::default()
    };
    eframe::run_native("Sahel Map", options, Box::new(|cc| Ok(Box::new(App::new(cc, opening)?))))
        .map_err(|error| anyhow::anyhow!("{error}"))
}

struct App {
    window: Window,
    geometry: Arc<MapGeometry>,
    render_state: egui_wgpu::RenderState,
    title: String,
    saved: Session,
    changed_at: Option<f64>,
    jobs: (Sender<Action>, Receiver<Action>),
    timings: Timings,
    frames: u32,
}

impl App {
    fn new(cc: &eframe::CreationContext<'_>, mut opening: Opening) -> anyhow::Result<Self> {
        opening.timings.mark("window created");
        let render_state =
            cc.wgpu_render_state.clone().context("the window has no wgpu renderer")?;
        gpu::install(&render_state);
        let text = TextEngine::new();
        text.install(&cc.egui_ctx);
        let loaded = opening.loading.join().map_err(|_| anyhow::anyhow!("loading stopped"))?;
        let (world, geometry) = loaded?;
        opening.timings.mark("world loaded");
        let saved = opening.session.clone();
        let state = AppState::new(world, opening.session);
        let ctx = cc.egui_ctx.clone();
        let repaint = Arc::new(move || ctx.request_repaint());
        let painter = MapPainter::new(geometry.clone(), Decoding::Background, repaint);
        let mut window = Window::new(state, text, painter)?;
        for words in opening.notices {
            window.apply(&cc.egui_ctx, Action::Failed(words));
        }
        if let Some(id) = opening.place {
            window.select_at_start(&id, opening.keep_view);
        }
        window.style(&cc.egui_ctx);
        Ok(Self {
            window,
            geometry,
            render_state,
            title: String::new(),
            saved,
            changed_at: None,
            jobs: crossbeam_channel::unbounded(),
            timings: opening.timings,
            frames: 0,
        })
    }

    fn carry_out(&self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::ExportPicture => self.export_picture(ctx),
                // The window has moved its map already.
                Effect::ShowPlace(_) | Effect::FlyHome => {}
            }
        }
    }

    /// Renders the map as it is seen, on a thread of its own.
    fn export_picture(&self, ctx: &Context) {
        let Some(view) = self.window.last_view() else { return };
        let pixels = view.rect.size() * ctx.pixels_per_point();
        let spec = PictureSpec {
            size: [pixels.x.round() as u32, pixels.y.round() as u32],
            pixels_per_point: ctx.pixels_per_point(),
            camera: Some(view.camera),
        };
        let state = AppState { notices: Vec::new(), ..self.window.state().clone() };
        let (geometry, shared) = (self.geometry.clone(), self.render_state.clone());
        let (sender, ctx) = (self.jobs.0.clone(), ctx.clone());
        std::thread::spawn(move || {
            let path = default_file_name(&state);
            let done = render_png(&state, &geometry, &spec, Some(&shared))
                .map_err(|error| error.to_string())
                .and_then(|png| write_new(&path, &png));
            let action = match done {
                Ok(path) => Action::PictureSaved(path),
                Err(words) => Action::Failed(words),
            };
            if sender.send(action).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    /// Saves the session soon after the last change.
    fn keep(&mut self, ctx: &Context) {
        if self.window.state().session == self.saved {
            return;
        }
        let now = ctx.input(|i| i.time);
        let changed = *self.changed_at.get_or_insert(now);
        if now - changed < SAVE_AFTER {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(SAVE_AFTER));
            return;
        }
        self.changed_at = None;
        self.save();
    }

    fn save(&mut self) {
        self.saved = self.window.state().session.clone();
        if let Err(error) = save_session(&self.saved) {
            tracing::warn!(%error, "the session is not kept");
        }
    }

    fn time(&mut self, ctx: &Context) {
        self.frames += 1;
        // The second frame begins when the first has been presented.
        if self.frames == 2 {
            self.timings.mark("first frame presented");
        }
        if !self.timings.wanted() || self.timings.has("everything drawn") {
            return;
        }
        if self.frames > 2 && self.timings.has("settled") {
            self.timings.mark("everything drawn");
            // Where standard output is closed the timings are lost, which harms nobody.
            let _ = std::io::stdout().write_all(self.timings.report().as_bytes());
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        if self.window.is_settled() {
            self.timings.mark("settled");
        }
        ctx.request_repaint();
    }
}

/// Writes a picture under a name that is not taken yet.
fn write_new(path: &Path, png: &[u8]) -> Result<PathBuf, String> {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let mut target = path.to_owned();
    for count in 2..1000 {
        match write_atomically(&target, png, Existing::Keep) {
            Ok(()) => return Ok(std::path::absolute(&target).unwrap_or(target)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                target = path.with_file_name(format!("{stem}_{count}.png"));
            }
            Err(error) => return Err(format!("{}: {error}", target.display())),
        }
    }
    Err(format!("{}: too many pictures of that name", path.display()))
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        let finished: Vec<Action> = self.jobs.1.try_iter().collect();
        for action in finished {
            let effects = self.window.apply(ctx, action);
            self.carry_out(ctx, effects);
        }
        self.keep(ctx);
        let title = self.window.title();
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.time(&ctx);
        let effects = self.window.show(ui);
        self.carry_out(&ctx, effects);
    }

    fn on_exit(&mut self) {
        if self.window.state().session != self.saved {
            self.save();
        }
    }
}
