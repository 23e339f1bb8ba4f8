//! The program behind the window: keeps it going, and carries out its effects.

use super::archives;
use super::contents::Contents;
use super::exporting::Exporter;
use super::graphics_loss::GraphicsLoss;
use super::keeping::Keeping;
use super::online::{Network, try_source};
use super::opening::Opening;
use super::state_folder::{Run, Starting, TOLD, Warnings};
use super::timings::Timings;
use super::window::Window;
use crate::map::{Decoding, MapPainter, gpu};
use crate::state::{
    Action, AppState, Base, BriefingAction, Dialog, Effect, Online, OnlineAction, Pixels, selectors,
};
use crate::text::TextEngine;
use anyhow::Context as _;
use crossbeam_channel::{Receiver, Sender};
use egui::{Context, Event, Ui, ViewportCommand};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// After so many seconds with a window the start has been a good one.
const START: f64 = 10.0;

/// The window's program, as eframe runs it.
pub(super) struct App {
    window: Window,
    loss: GraphicsLoss,
    title: String,
    keeping: Keeping,
    starting: Starting,
    warnings: Warnings,
    /// What ends with the window, after it has kept the session.
    _run: Run,
    finished: (Sender<Action>, Receiver<Action>),
    exporter: Exporter,
    network: Network,
    /// Whether the tiles on the disk were counted, or are.
    is_counting: bool,
    /// A picture for the clipboard, which is reached while a frame is made.
    copied: Option<Arc<Pixels>>,
    timings: Timings,
    frames: u32,
    /// Whether a dialog of files is open.
    is_choosing: Arc<AtomicBool>,
    /// What the session's start asks for, until the first frame.
    first: Vec<Effect>,
    #[cfg(debug_assertions)]
    live_theme: super::live_theme::LiveTheme,
}

impl App {
    pub(super) fn new(
        cc: &eframe::CreationContext<'_>,
        mut opening: Opening,
        loss: GraphicsLoss,
    ) -> anyhow::Result<Self> {
        opening.timings.mark("window created");
        let render_state =
            cc.wgpu_render_state.clone().context("the window has no wgpu renderer")?;
        gpu::install(&render_state);
        let ctx = cc.egui_ctx.clone();
        loss.watch(&render_state.device, move || ctx.request_repaint());
        let text = TextEngine::new();
        text.install(&cc.egui_ctx);
        let loaded = opening.loading.join().map_err(|_| anyhow::anyhow!("loading stopped"))?;
        let Contents { world, geometry, notice } = loaded?;
        opening.timings.mark("world loaded");
        let adapter = render_state.adapter.get_info();
        let (driver, backend) = (adapter.driver_info, adapter.backend);
        tracing::info!(card = %adapter.name, %backend, %driver, "drawing");
        // Not which, as the reader may send the log to somebody.
        tracing::info!(built_in = world.origin.is_none(), "showing a dossier");
        let run = opening.run;
        let keeping = Keeping::new(&run, opening.session.clone());
        let (network, unread) = Network::open(&run);
        let mut state = AppState::new(world, opening.session);
        state.online = Online::new(network.kept().clone());
        let geometry = Arc::new(geometry.with_fetcher(network.fetcher.clone()));
        let ctx = cc.egui_ctx.clone();
        let repaint = Arc::new(move || ctx.request_repaint());
        let painter = MapPainter::new(geometry.clone(), Decoding::Background, repaint);
        let mut window = Window::new(state, text, painter)?;
        for notice in opening.notices.into_iter().chain(notice).chain(unread) {
            window.apply(&cc.egui_ctx, Action::Tell(notice));
        }
        if let Some(id) = opening.place {
            window.select_at_start(&id, opening.keep_view);
        }
        window.style(&cc.egui_ctx);
        // The base of the last run: an archive is opened beside the first frames.
        let last = || window.state().session.base.shown.clone();
        let base = opening.base.map_or_else(last, Base::Archive);
        let mut first = window.apply(&cc.egui_ctx, Action::SetBase(base));
        if opening.briefs {
            let begin = Action::Briefing(BriefingAction::Start);
            first.extend(window.apply(&cc.egui_ctx, begin));
        }
        let finished = crossbeam_channel::unbounded();
        Ok(Self {
            is_choosing: Arc::default(),
            first,
            window,
            exporter: Exporter::new(geometry, render_state, finished.0.clone()),
            network,
            is_counting: false,
            copied: None,
            loss,
            title: String::new(),
            keeping,
            starting: run.starting(),
            warnings: run.warnings(),
            _run: run,
            finished,
            timings: opening.timings,
            frames: 0,
            #[cfg(debug_assertions)]
            live_theme: super::live_theme::LiveTheme::default(),
        })
    }

    fn carry_out(&mut self, ctx: &Context, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Copy(text) => ctx.copy_text(text),
                Effect::FillScreen(fills) => {
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills));
                }
                Effect::Export(outlet) => {
                    let view = self.window.last_view();
                    self.exporter.begin(ctx, self.window.state(), view, outlet);
                }
                Effect::CancelExport => self.exporter.cancel(),
                Effect::CopyPicture(pixels) => {
                    self.copied = Some(pixels);
                    ctx.request_repaint();
                }
                Effect::ChooseFolder => self.choose(ctx, archives::choose_folder),
                Effect::OpenArchive(path) => {
                    self.answer_later(ctx, move || Some(archives::open(path)));
                }
                Effect::ChooseArchive => {
                    self.choose(ctx, |state| archives::choose(&state.session.words()));
                }
                Effect::KeepOnline => self.keep_online(ctx),
                Effect::TrySource(template) => {
                    let fetcher = self.network.fetcher.clone();
                    self.answer_later(ctx, move || Some(try_source(&fetcher, template)));
                }
                Effect::RetryOnline => self.network.fetcher.retry(),
                Effect::EmptyTileCache => {
                    let fetcher = self.network.fetcher.clone();
                    self.answer_later(ctx, move || {
                        fetcher.empty_cache();
                        Some(Action::Online(OnlineAction::Seen(fetcher.traffic())))
                    });
                }
                // The window has moved its map already.
                Effect::ShowPlace(_) | Effect::FlyHome | Effect::Fly(_) => {}
            }
        }
    }

    /// Does `job` on a thread of its own and applies what it answers.
    fn answer_later(&self, ctx: &Context, job: impl FnOnce() -> Option<Action> + Send + 'static) {
        let tell = self.teller(ctx);
        std::thread::spawn(move || job().map(tell));
    }

    /// For another thread: applies an action in the next frame.
    fn teller(&self, ctx: &Context) -> impl Fn(Action) + Send + 'static {
        let (sender, ctx) = (self.finished.0.clone(), ctx.clone());
        move |action| {
            if sender.send(action).is_ok() {
                ctx.request_repaint();
            }
        }
    }

    /// Lets the reader choose a file or a folder; one dialog at a time.
    fn choose(
        &self,
        ctx: &Context,
        choose: impl FnOnce(&AppState) -> Option<Action> + Send + 'static,
    ) {
        if self.is_choosing.swap(true, Ordering::Relaxed) {
            return;
        }
        let state = self.window.state().clone();
        let is_choosing = self.is_choosing.clone();
        self.answer_later(ctx, move || {
            // Without an answer no dialog would open any more.
            let chosen = catch_unwind(AssertUnwindSafe(|| choose(&state))).unwrap_or_default();
            is_choosing.store(false, Ordering::Relaxed);
            chosen
        });
    }

    /// Keeps what the reader allows, and lets nobody else be asked.
    fn keep_online(&mut self, ctx: &Context) {
        let tell = self.teller(ctx);
        self.network.keep(&self.window.state().online.kept, tell);
    }

    /// Hears what another window has taken back, when this one comes to the front.
    fn follow_revocations(&mut self, ctx: &Context) {
        if ctx.input(|i| i.events.contains(&Event::WindowFocused(true))) {
            let tell = self.teller(ctx);
            self.network.look_again(tell);
        }
    }

    /// Tells the window what went over the network since it last heard of it.
    fn follow_network(&mut self, ctx: &Context) {
        let online = &self.window.state().online;
        let is_shown = self.window.state().dialog == Some(Dialog::Online);
        if is_shown && online.traffic.cached.is_none() && !self.is_counting {
            self.is_counting = true;
            let fetcher = self.network.fetcher.clone();
            self.answer_later(ctx, move || {
                fetcher.measure_cache();
                Some(Action::Online(OnlineAction::Seen(fetcher.traffic())))
            });
        }
        let traffic = self.network.fetcher.traffic();
        if traffic != self.window.state().online.traffic {
            self.window.apply(ctx, Action::Online(OnlineAction::Seen(traffic)));
        }
    }

    /// Takes the theme from its file where that has changed.
    #[cfg(debug_assertions)]
    fn follow_theme(&mut self, ctx: &Context) {
        let shade = crate::state::selectors::shade(self.window.state());
        match self.live_theme.look(shade, ctx.input(|i| i.time)) {
            Some(Ok(theme)) => {
                self.window.wear(theme);
                ctx.request_repaint();
            }
            Some(Err(error)) => tracing::error!(%error, "keeping the colours"),
            None => {}
        }
        let every = std::time::Duration::from_secs_f64(super::live_theme::EVERY);
        ctx.request_repaint_after(every);
    }

    /// Keeps how large the window is, in points of the usual text size.
    fn follow_size(&mut self, ctx: &Context) {
        let (rect, maximized) = ctx.input(|i| {
            let viewport = i.viewport();
            let fills = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
            (viewport.inner_rect, fills)
        });
        let Some(rect) = rect.filter(egui::Rect::is_positive) else { return };
        // A briefing fills the screen for a while.
        if self.window.state().briefing.is_some() {
            return;
        }
        let size = (rect.size() * ctx.zoom_factor()).round();
        let window = self.window.state().session.window;
        if window.resized(size.into(), maximized) != window {
            self.window.apply(ctx, Action::Resize(size.into(), maximized));
        }
    }

    /// Keeps the session soon after the last change.
    fn keep(&mut self, ctx: &Context) {
        let now = ctx.input(|i| i.time);
        let (next, notice) = self.keeping.look(selectors::kept(self.window.state()), now);
        if let Some(next) = next {
            ctx.request_repaint_after(next);
        }
        if let Some(notice) = notice {
            self.window.apply(ctx, Action::Tell(notice));
        }
    }

    /// Tells what was logged since the last frame that the reader has to know.
    fn tell_warnings(&mut self, ctx: &Context) {
        for notice in self.warnings.take() {
            self.window.apply(ctx, Action::Tell(notice));
        }
    }

    /// Notes when the window has come to rest for the first time: it can be opened with its session.
    fn follow_start(&self, ctx: &Context) {
        #[cfg(debug_assertions)]
        super::provoked::panic_at("frame");
        if self.starting.is_over() {
            return;
        }
        // The first frame asks for the tiles; a host that sends them slowly does not hold it up.
        let rests = self.window.is_settled() || ctx.input(|i| i.time) > START;
        if self.frames < 2 || !rests {
            // Past START, in whose frame nothing else may be going on.
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(START + 0.1));
            return;
        }
        self.starting.end();
        tracing::info!("the window has come to rest");
        #[cfg(debug_assertions)]
        {
            std::thread::spawn(|| super::provoked::panic_at("work"));
            super::provoked::panic_at("rest");
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
        // The first frame asks for the tiles.
        if self.frames > 1 && self.window.is_settled() {
            self.timings.mark("settled");
        }
        ctx.request_repaint();
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        if self.loss.why().is_some() {
            // Nothing can be drawn any more; closing keeps the session.
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        let first = std::mem::take(&mut self.first);
        self.carry_out(ctx, first);
        let finished: Vec<Action> = self.finished.1.try_iter().collect();
        for action in finished {
            let effects = self.window.apply(ctx, action);
            self.carry_out(ctx, effects);
        }
        let view = self.window.last_view();
        for action in self.exporter.follow(ctx, self.window.state(), view) {
            let effects = self.window.apply(ctx, action);
            self.carry_out(ctx, effects);
        }
        self.follow_revocations(ctx);
        self.follow_network(ctx);
        self.follow_size(ctx);
        #[cfg(debug_assertions)]
        self.follow_theme(ctx);
        self.keep(ctx);
        self.tell_warnings(ctx);
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
        self.follow_start(&ctx);
        self.carry_out(&ctx, effects);
        if let Some(pixels) = self.copied.take() {
            let size = pixels.size.map(|side| side as usize);
            ctx.copy_image(egui::ColorImage::from_rgb(size, &pixels.rgb));
        }
    }

    fn on_exit(&mut self) {
        // Before what may take long: who kills a window that does not close loses nothing.
        self.keeping.finish(selectors::kept(self.window.state()));
        self.network.finish();
        self.exporter.finish();
    }
}

impl Drop for App {
    /// Keeps the session however the window ends.
    fn drop(&mut self) {
        // Where that is a panic, another one here would end the process before anything is kept.
        let Self { keeping, window, .. } = self;
        let finish = || keeping.finish(selectors::kept(window.state()));
        if catch_unwind(AssertUnwindSafe(finish)).is_err() {
            tracing::error!(target: TOLD, "the session is not kept: the window has a fault");
        }
    }
}
