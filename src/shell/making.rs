//! What is made where the reader saves, copies, prints or looks at a preview, and how that ends.

use super::files::{Unwritten, is_name, pictures_folder, save};
use super::printing;
use crate::export::{
    DOTS_PER_INCH, DataFormat, DrawError, PictureSpec, Progress, data_extent, render_data,
    render_handout, render_pixels, render_png, render_print,
};
use crate::map::MapGeometry;
use crate::map::view::View;
use crate::state::{
    Action, AppState, Destination, Export, ExportAction, Form, Glance, IfTaken, Notice, Outlet,
    Pixels, ThemeChoice, chain, saving, scenes, typed_path,
};
use crossbeam_channel::Sender;
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;

/// What a maker needs, on a thread of its own.
pub(super) struct Maker {
    pub(super) state: AppState,
    pub(super) geometry: Arc<MapGeometry>,
    pub(super) graphics: egui_wgpu::RenderState,
    pub(super) spec: PictureSpec,
    pub(super) progress: Arc<Progress>,
    pub(super) answers: Sender<Action>,
    pub(super) ctx: Context,
}

impl Maker {
    /// Tells the window, where it is still open.
    pub(super) fn answer(&self, action: Action) {
        if self.answers.send(action).is_ok() {
            self.ctx.request_repaint();
        }
    }

    /// Makes it and takes it where it goes; says how that ended.
    pub(super) fn make(&self, outlet: Outlet) -> Action {
        match outlet {
            Outlet::File(if_taken) => self.save(if_taken),
            Outlet::Clipboard => self.with(self.pixels(), |pixels| {
                Action::Export(ExportAction::Copied(Arc::new(pixels)))
            }),
            Outlet::Printer => self.print(),
            Outlet::Dossier => self.save_scenes(),
        }
    }

    /// Goes on with what was made, unless it was stopped or failed.
    fn with<T>(&self, made: Result<T, Problem>, go_on: impl FnOnce(T) -> Action) -> Action {
        match made {
            _ if self.progress.is_cancelled() => Action::Export(ExportAction::Cancelled),
            Ok(made) => go_on(made),
            Err(Problem::Cancelled) => Action::Export(ExportAction::Cancelled),
            Err(Problem::TilesMissing) => Action::NotSaved(Notice::TilesMissing),
            Err(Problem::Failed(why)) => failed(why),
        }
    }

    fn save(&self, if_taken: IfTaken) -> Action {
        let refused = |why| Action::Export(ExportAction::Refused(why));
        let (folder, name) = (self.folder(), saving::file_name(&self.state, &date()));
        if !folder.is_dir() {
            return refused(Notice::FolderMissing(folder));
        }
        if !is_name(&name) {
            return refused(Notice::NameUnusable(name));
        }
        let path = folder.join(&name);
        // Before it is drawn: who has waited for a picture wants it to be written.
        match save(&path, None, if_taken) {
            Ok(_) => self.answer(Action::Export(ExportAction::Began)),
            Err(Unwritten::Taken) => return Action::Export(ExportAction::Taken(path)),
            Err(Unwritten::Problem(path, problem)) => {
                return refused(Notice::NotWritten { path, problem });
            }
        }
        self.with(self.bytes(), |bytes| match save(&path, Some(&bytes), if_taken) {
            Ok(path) => Action::Saved(path),
            Err(Unwritten::Taken) => Action::Export(ExportAction::Taken(path)),
            Err(Unwritten::Problem(path, problem)) => {
                Action::NotSaved(Notice::NotWritten { path, problem })
            }
        })
    }

    /// Writes the session's scenes into the dossier that is open, where it was read from.
    fn save_scenes(&self) -> Action {
        let world = &self.state.world;
        let Some(path) = world.origin.clone() else {
            return failed("the dossier is part of the program".to_owned());
        };
        let files = world.files.clone().with_scenes(&scenes::titled(&self.state));
        match files.and_then(|files| files.write_scenes(&path)) {
            Ok(()) => Action::Saved(path),
            Err(error) => Action::NotSaved(Notice::NotWritten { path, problem: chain(&error) }),
        }
    }

    /// The folder that the reader wrote, or that of pictures. What is written without a beginning
    /// begins at the reader's home.
    fn folder(&self) -> PathBuf {
        let home = etcetera::home_dir().ok();
        match typed_path(&self.state.session.export_folder, home.clone()) {
            Some(folder) => home.map_or(folder.clone(), |home| home.join(folder)),
            None => pictures_folder(),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Problem> {
        let Self { state, geometry, graphics, spec, progress, .. } = self;
        let export = state.session.export;
        if let Some(format) = data_of(export.form) {
            let made = render_data(&state.world, &state.session.words(), format);
            return made.map_err(|error| Problem::Failed(chain(&error)));
        }
        if export.form == Form::Dossier {
            let files = state.world.files.clone().with_scenes(&scenes::titled(state));
            let packed = files.and_then(|files| files.packed());
            return packed.map_err(|error| Problem::Failed(chain(&error)));
        }
        if export.form == Form::Handout {
            return Ok(render_handout(&on_paper(state), geometry, export.sheet, progress)?);
        }
        let made = render_png(state, geometry, spec, Some(graphics), progress)?;
        Ok(made.png)
    }

    fn pixels(&self) -> Result<Pixels, Problem> {
        let Self { state, geometry, graphics, spec, progress, .. } = self;
        Ok(render_pixels(state, geometry, spec, Some(graphics), progress)?)
    }

    fn print(&self) -> Action {
        let Self { state, geometry, graphics, spec, progress, .. } = self;
        let (state, export) = (on_paper(state), state.session.export);
        let made = if export.form == Form::Handout {
            render_handout(&state, geometry, export.sheet, progress)
        } else {
            let what = (export.sheet, spec.looks);
            render_print(&state, geometry, what, Some(graphics), progress)
        };
        self.with(made.map_err(Problem::from), |pdf| {
            let name = saving::default_file_name(&state, &date());
            match printing::hand_over(&name, &pdf) {
                Ok(()) => Action::Export(ExportAction::Printed),
                Err(why) => Action::NotSaved(why),
            }
        })
    }

    /// A look at what would be saved; none where that is no longer asked.
    pub(super) fn glance(&self) -> Option<Glance> {
        if data_of(self.state.session.export.form).is_some() {
            let extent = data_extent(&self.state.world, &self.state.session.words());
            return Some(match extent {
                Ok([rows, columns]) => Glance::Table { rows: rows as u32, columns: columns as u32 },
                Err(error) => Glance::Failed(chain(&error)),
            });
        }
        match self.pixels() {
            _ if self.progress.is_cancelled() => None,
            Ok(pixels) => Some(Glance::Picture(Arc::new(pixels))),
            Err(Problem::Cancelled) => None,
            Err(Problem::TilesMissing) => Some(Glance::TilesMissing),
            Err(Problem::Failed(why)) => Some(Glance::Failed(why)),
        }
    }
}

/// Why something was not made.
enum Problem {
    Cancelled,
    /// Tiles did not come over the network.
    TilesMissing,
    /// In English.
    Failed(String),
}

impl From<DrawError> for Problem {
    fn from(error: DrawError) -> Self {
        match error {
            DrawError::Cancelled => Self::Cancelled,
            DrawError::TilesMissing => Self::TilesMissing,
            error => Self::Failed(chain(&error)),
        }
    }
}

/// It was not made, and why, in English.
pub(super) fn failed(why: String) -> Action {
    Action::NotSaved(Notice::NotMade(why))
}

/// Paper is white.
fn on_paper(state: &AppState) -> AppState {
    let mut state = state.clone();
    state.session.theme = ThemeChoice::Light;
    state
}

/// Today, as names of files have it.
pub(super) fn date() -> String {
    jiff::Zoned::now().strftime("%Y%m%d").to_string()
}

/// The data that a form is, if it is no picture.
const fn data_of(form: Form) -> Option<DataFormat> {
    match form {
        Form::Geojson => Some(DataFormat::GeoJson),
        Form::Kml => Some(DataFormat::Kml),
        Form::Csv => Some(DataFormat::Csv),
        _ => None,
    }
}

/// What the picture is to be: what the window shows, in the form that was chosen.
pub(super) fn picture_spec(
    export: Export,
    view: Option<View>,
    pixels_per_point: f32,
) -> PictureSpec {
    let Export { form, plate, .. } = export;
    let seen = view.map_or([1920, 1080], |view| {
        let pixels = view.rect.size() * pixels_per_point;
        [pixels.x.round() as u32, pixels.y.round() as u32]
    });
    let size = export.pixels().unwrap_or(seen);
    // The same ground on a sheet of another shape.
    let extent = |view: View| {
        let corners = [view.rect.left_bottom(), view.rect.right_top()];
        Destination::holding(&corners.map(|corner| view.geo_from_screen(corner)))
    };
    let is_as_seen = form == Form::Window && !plate;
    let same = |view: View| Some(Destination::View(view.camera)).filter(|_| is_as_seen);
    let looks = view.and_then(|view| same(view).or_else(|| extent(view)));
    let spec = if plate {
        PictureSpec::plate(size, looks)
    } else if is_as_seen {
        PictureSpec { pixels_per_point, ..PictureSpec::sized(size, looks) }
    } else {
        PictureSpec::sized(size, looks)
    };
    PictureSpec { dots_per_inch: form.is_paper().then_some(DOTS_PER_INCH), ..spec }
}
