//! How what the reader saves, copies or prints is made beside the window: one thing at a time, with a
//! way to stop it, and a preview of it before.

use super::files::pictures_folder;
use super::making::{Maker, date, failed, picture_spec};
use crate::export::{PictureSpec, Progress};
use crate::map::MapGeometry;
use crate::map::view::View;
use crate::state::{Action, AppState, Dialog, Export, ExportAction, Form, Glance, Outlet, Session};
use crossbeam_channel::Sender;
use egui::Context;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

/// A reader is told of what takes longer, in seconds.
const MOMENT: f64 = 0.5;
/// When to look again whether a thread has ended: it wakes the window just before.
const SOON: Duration = Duration::from_millis(50);
/// Largest preview, in points.
const PREVIEW: [f32; 2] = [480.0, 280.0];

/// Makes one thing at a time, since the state asks for the next when it has ended.
pub(super) struct Exporter {
    geometry: Arc<MapGeometry>,
    graphics: egui_wgpu::RenderState,
    answers: Sender<Action>,
    job: Option<Running>,
    preview: Option<Running>,
    /// What the last preview was asked of.
    asked: Option<Asked>,
    /// Whether the folder and the date were asked for since the dialog opened.
    has_looked: bool,
}

/// A thread that makes something.
struct Running {
    /// Where it goes; nowhere if it is a preview.
    outlet: Option<Outlet>,
    progress: Arc<Progress>,
    thread: JoinHandle<()>,
    /// When it began, in seconds of the window's clock.
    since: f64,
}

/// What a preview depends on.
#[derive(PartialEq)]
struct Asked {
    session: Session,
    spec: PictureSpec,
}

impl Exporter {
    pub(super) fn new(
        geometry: Arc<MapGeometry>,
        graphics: egui_wgpu::RenderState,
        answers: Sender<Action>,
    ) -> Self {
        Self {
            geometry,
            graphics,
            answers,
            job: None,
            preview: None,
            asked: None,
            has_looked: false,
        }
    }

    /// Makes what the session says.
    pub(super) fn begin(
        &mut self,
        ctx: &Context,
        state: &AppState,
        view: Option<View>,
        outlet: Outlet,
    ) {
        let export = match outlet {
            Outlet::Clipboard => Export { form: Form::Window, ..state.session.export },
            _ => state.session.export,
        };
        let (answers, wake) = (self.answers.clone(), ctx.clone());
        let progress = Progress::new(move |done, of| {
            // Where the window has closed nobody waits.
            if answers.send(Action::Export(ExportAction::Done(done, of))).is_ok() {
                wake.request_repaint();
            }
        });
        let spec = picture_spec(export, view, ctx.pixels_per_point());
        let maker = self.maker(ctx, state, spec, progress);
        let progress = maker.progress.clone();
        let thread = std::thread::spawn(move || {
            // Without an answer the reader would wait for ever, and could not export again.
            let made = catch_unwind(AssertUnwindSafe(|| maker.make(outlet)));
            let ended = made.unwrap_or_else(|_| failed("it stopped".to_owned()));
            match &ended {
                Action::Saved(_) => tracing::info!(form = ?export.form, ?outlet, "saved"),
                Action::NotSaved(_) => tracing::info!(form = ?export.form, ?outlet, "not saved"),
                _ => {}
            }
            maker.answer(ended);
        });
        self.job =
            Some(Running { outlet: Some(outlet), progress, thread, since: ctx.input(|i| i.time) });
    }

    /// Stops what is being made.
    pub(super) fn cancel(&self) {
        if let Some(job) = &self.job {
            job.progress.cancel();
        }
    }

    /// Follows the dialog with a preview, and says what takes longer than a moment. Returns what the
    /// state is to be told.
    pub(super) fn follow(
        &mut self,
        ctx: &Context,
        state: &AppState,
        view: Option<View>,
    ) -> Vec<Action> {
        let mut told = Vec::new();
        let waits = state.saving.job.filter(|job| !job.lasts && !job.is_cancelled);
        if let (Some(_), Some(running)) = (waits, &self.job) {
            let left = MOMENT - (ctx.input(|i| i.time) - running.since);
            if left <= 0.0 {
                told.push(Action::Export(ExportAction::Lasts));
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
        if state.dialog != Some(Dialog::Export) {
            self.has_looked = false;
            self.asked = None;
            if let Some(preview) = &self.preview {
                preview.progress.cancel();
            }
            return told;
        }
        if !std::mem::replace(&mut self.has_looked, true) {
            self.look(ctx);
        }
        told.extend(self.follow_preview(ctx, state, view));
        told
    }

    /// Asks for the folder of pictures and the date.
    fn look(&self, ctx: &Context) {
        let (answers, ctx) = (self.answers.clone(), ctx.clone());
        std::thread::spawn(move || {
            let found = ExportAction::Found { folder: pictures_folder(), date: date() };
            if answers.send(Action::Export(found)).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    fn follow_preview(
        &mut self,
        ctx: &Context,
        state: &AppState,
        view: Option<View>,
    ) -> Option<Action> {
        let scale = ctx.pixels_per_point();
        let spec = picture_spec(state.session.export, view, scale);
        let spec = spec.within(PREVIEW.map(|side| (side * scale) as u32));
        // Where it is saved changes nothing of what is seen.
        let session = Session { export_folder: String::new(), ..state.session.clone() };
        let asked = Asked { session, spec };
        let is_said = matches!(state.session.export.form, Form::Handout | Form::Dossier);
        if self.asked.as_ref() == Some(&asked) || is_said {
            return None;
        }
        let outdated =
            (!state.saving.preview.is_old).then_some(Action::Export(ExportAction::Outdated));
        let is_busy = |running: &Option<Running>| {
            running.as_ref().is_some_and(|running| !running.thread.is_finished())
        };
        if is_busy(&self.preview) {
            if let Some(preview) = &self.preview {
                preview.progress.cancel();
            }
            // What was stopped is asked again, should the reader come back to it.
            self.asked = None;
            ctx.request_repaint_after(SOON);
            return outdated;
        }
        // Two pictures at once would take twice as long each.
        if is_busy(&self.job) {
            ctx.request_repaint_after(SOON);
            return outdated;
        }
        let maker = self.maker(ctx, state, spec, Progress::silent());
        let progress = maker.progress.clone();
        let thread = std::thread::spawn(move || {
            let seen = catch_unwind(AssertUnwindSafe(|| maker.glance()));
            let stopped = |_| Some(Glance::Failed("it stopped".to_owned()));
            if let Some(glance) = seen.unwrap_or_else(stopped) {
                maker.answer(Action::Export(ExportAction::Glanced(glance)));
            }
            maker.ctx.request_repaint();
        });
        self.asked = Some(asked);
        self.preview = Some(Running { outlet: None, progress, thread, since: 0.0 });
        outdated
    }

    fn maker(
        &self,
        ctx: &Context,
        state: &AppState,
        spec: PictureSpec,
        progress: Progress,
    ) -> Maker {
        Maker {
            state: state.clone(),
            geometry: self.geometry.clone(),
            graphics: self.graphics.clone(),
            spec,
            progress: Arc::new(progress),
            answers: self.answers.clone(),
            ctx: ctx.clone(),
        }
    }

    /// Ends with the window: files that were asked for are written, though nobody is left to read how
    /// that ended; what was for the clipboard or a printer is not wanted any more.
    pub(super) fn finish(&mut self) {
        if let Some(preview) = self.preview.take() {
            preview.progress.cancel();
        }
        if let Some(job) = self.job.take() {
            if !matches!(job.outlet, Some(Outlet::File(_) | Outlet::Dossier)) {
                job.progress.cancel();
            }
            let _ = job.thread.join();
        }
    }
}
