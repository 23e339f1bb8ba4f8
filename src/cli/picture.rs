//! `sahel-map export png`: the map as a picture, also without a display.

use super::args::{Arguments, Paper, PictureArgs, PlateChoice};
use super::output::{Output, is_standard};
use super::window::{camera_of, session_of, whole_path};
use super::{Failure, quoted};
use crate::dossier::{Dossier, DossierError, Loaded, Scene};
use crate::export::{DOTS_PER_INCH, DrawError, PictureSpec, Progress, render_png};
use crate::i18n::{Args, Words, key};
use crate::map::MapGeometry;
use crate::shell::open_archive;
use crate::state::{
    Action, AppState, BriefingAction, Camera, Destination, Effect, Form, LARGEST, Notice, SMALLEST,
    Session, ThemeChoice, World, chain, update,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Zoom at which `--place` without `--view` is drawn: the place with the region around it.
const PLACE_ZOOM: f64 = 6.5;

/// Draws and writes the picture, or one of every scene.
///
/// # Errors
/// Where something asked for is not there, or nothing can be drawn or written.
pub(super) fn run(
    asked: &PictureArgs,
    arguments: &Arguments,
    words: &Words,
) -> Result<(), Failure> {
    let size = size_of(asked, words)?;
    let camera = camera_of(arguments, words)?;
    let is_of_scenes = asked.scene.is_some() || asked.all_scenes.is_some();
    // A scene has its own view and its own places.
    let unused = [("--place", arguments.place.is_some()), ("--view", camera.is_some())];
    if let Some((name, _)) = unused.into_iter().find(|(_, given)| *given && is_of_scenes) {
        return Err(Failure::Usage(words.format(key::ERROR_UNUSED, quoted(name))));
    }
    let loaded = dossier_of(asked.dossier.as_deref(), words)?;
    let count = loaded.dossier.scenes.len();
    let scene = asked.scene.as_deref().map(|text| scene_of(text, count, words)).transpose()?;
    let outputs = outputs(asked, scene, &loaded.dossier, words)?;
    let world = World::new(loaded).map_err(|e| Failure::failed(&e.into()))?;
    let geometry = MapGeometry::new(&world).map_err(|e| Failure::failed(&e.into()))?;
    let session = session_of(Session::in_language(words.lang()), arguments);
    // Paper is white, unless something else is asked for.
    let is_paper = asked.paper.is_some() && arguments.theme.is_none();
    let theme = if is_paper { ThemeChoice::Light } else { session.theme };
    let session = Session { selected: None, theme, ..session };
    let mut state = AppState::new(Arc::new(world), session);
    for notice in &state.notices {
        super::tell(&notice.words(words));
    }
    update(&mut state, Action::ClearSelection);
    if let Some(path) = &arguments.base {
        open_base(&mut state, path, words)?;
    }
    let camera = match &arguments.place {
        Some(id) => {
            let place = select(&mut state, id, words)?;
            camera.or(place)
        }
        None => camera,
    };
    let is_plate = match asked.plate {
        Some(choice) => choice == PlateChoice::Full,
        None => is_of_scenes || asked.paper.is_some(),
    };
    let looks = camera.map(Destination::View);
    let spec =
        if is_plate { PictureSpec::plate(size, looks) } else { PictureSpec::sized(size, looks) };
    let dots_per_inch = asked.paper.map(|_| DOTS_PER_INCH);
    let spec = PictureSpec { dots_per_inch, ..spec };
    let geometry = Arc::new(geometry);
    for Target { scene, path, out, sidecar } in outputs {
        if let Some(index) = scene {
            update(&mut state, Action::Briefing(BriefingAction::Start));
            update(&mut state, Action::Briefing(BriefingAction::Show(index)));
        }
        let picture = render_png(&state, &geometry, &spec, None, &Progress::silent())
            .map_err(|error| not_drawn(words, &error))?;
        out.deliver(&picture.png).map_err(|problem| problem.failure(&path, words))?;
        if let Some((beside, out)) = sidecar {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let json = picture.facts.sidecar(&name, &picture.png);
            let written = out.deliver(json.as_bytes());
            written.map_err(|problem| problem.failure(&beside, words))?;
        }
    }
    Ok(())
}

/// Where a picture goes.
struct Target {
    /// The scene that it is of.
    scene: Option<usize>,
    path: PathBuf,
    out: Output,
    /// The JSON beside it.
    sidecar: Option<(PathBuf, Output)>,
}

/// The scene of each picture, and where it goes: all are opened before the first is drawn.
fn outputs(
    asked: &PictureArgs,
    scene: Option<usize>,
    dossier: &Dossier,
    words: &Words,
) -> Result<Vec<Target>, Failure> {
    let output = |path: &Path| {
        let out = Output::open(path, asked.force);
        out.map_err(|problem| problem.failure(path, words))
    };
    let open = |scene: Option<usize>, path: PathBuf| {
        let out = output(&path)?;
        let beside = asked.sidecar.then(|| path.with_extension("json"));
        let sidecar = beside.map(|beside| Ok((beside.clone(), output(&beside)?))).transpose()?;
        Ok(Target { scene, path, out, sidecar })
    };
    if asked.sidecar && asked.out.as_deref().is_some_and(is_standard) {
        return Err(Failure::Usage(words.format(key::ERROR_UNUSED, quoted("--sidecar"))));
    }
    if let Some(folder) = &asked.all_scenes {
        if dossier.scenes.is_empty() {
            return Err(Failure::Failed(words.text(key::NOTICE_NO_SCENES).into_owned()));
        }
        let name = |(index, scene): (usize, &Scene)| {
            open(Some(index), folder.join(format!("{:02}_{}.png", index + 1, scene.id)))
        };
        return dossier.scenes.iter().enumerate().map(name).collect();
    }
    asked.out.iter().map(|path| open(scene, path.clone())).collect()
}

/// The index of the scene with the number that was written.
fn scene_of(text: &str, count: usize, words: &Words) -> Result<usize, Failure> {
    let number = text.trim().parse::<usize>().ok().filter(|number| (1..=count).contains(number));
    number.map(|number| number - 1).ok_or_else(|| {
        let args = quoted(text).plain("count", count as u32);
        Failure::Usage(words.format(key::ERROR_SCENE, args))
    })
}

/// The dossier at `path`, or the built-in one.
pub(super) fn dossier_of(path: Option<&Path>, words: &Words) -> Result<Loaded, Failure> {
    let Some(path) = path else {
        return Dossier::built_in().map_err(|e| Failure::failed(&e.into()));
    };
    Dossier::load(path).map_err(|error| {
        let at = Args::new().text("path", path.display().to_string());
        Failure::Failed(match error {
            DossierError::Nothing { .. } => words.format(key::ERROR_DOSSIER_MISSING, at),
            error => words.format(key::ERROR_DOSSIER_UNREADABLE, at.text("problem", chain(&error))),
        })
    })
}

/// Draws on the map archive in the file `path`.
pub(super) fn open_base(state: &mut AppState, path: &Path, words: &Words) -> Result<(), Failure> {
    let effects = update(state, Action::OpenArchive(whole_path(path)));
    for effect in effects {
        if let Effect::OpenArchive(path) = effect {
            update(state, open_archive(path));
        }
    }
    // What the window says beside the map.
    let told = state.notices.iter().find(|told| matches!(told, Notice::ArchiveUnusable { .. }));
    told.map_or(Ok(()), |notice| Err(Failure::Failed(notice.words(words))))
}

pub(super) fn not_drawn(words: &Words, error: &DrawError) -> Failure {
    let key = if error.is_of_driver() { key::ERROR_DRAW } else { key::ERROR_PICTURE };
    Failure::Failed(words.format(key, Args::new().text("problem", chain(error))))
}

fn bad_size(words: &Words, size: &str, most: u32) -> String {
    let args = Args::new()
        .text("size", format!("`{}`", size.trim()))
        .plain("least", SMALLEST)
        .plain("most", most);
    words.format(key::ERROR_SIZE, args)
}

/// Selects the place and says where to look for it.
fn select(state: &mut AppState, id: &str, words: &Words) -> Result<Option<Camera>, Failure> {
    let place = crate::dossier::PlaceId::new(id).ok().and_then(|id| state.world.dossier.place(&id));
    let Some(place) = place else {
        let known: Vec<&str> = state.world.dossier.places.iter().map(|p| p.id.as_str()).collect();
        let args = Args::new().text("value", format!("`{id}`")).text("known", known.join(", "));
        return Err(Failure::Usage(words.format(key::ERROR_PLACE, args)));
    };
    let ring = || state.world.dossier.ring_of(place).map(|ring| ring.centre);
    let at = place.position.or(place.label_at).or_else(ring);
    let at = at.filter(|at| crate::state::THEATRE.contains(*at));
    let id = place.id.clone();
    update(state, Action::Select(id));
    Ok(at.map(|center| Camera { center, zoom: PLACE_ZOOM }.bounded()))
}

fn size_of(asked: &PictureArgs, words: &Words) -> Result<[u32; 2], Failure> {
    let sheet = asked.paper.map(|paper| match (paper, asked.portrait) {
        (Paper::A4, false) => Form::A4Landscape,
        (Paper::A4, true) => Form::A4Portrait,
        (Paper::A3, false) => Form::A3Landscape,
        (Paper::A3, true) => Form::A3Portrait,
    });
    if let Some(size) = sheet.and_then(Form::size) {
        return Ok(size);
    }
    let text = asked.size.as_deref().unwrap_or("1920x1080");
    let parsed = text.split_once(['x', 'X', '×']).and_then(|(width, height)| {
        let size = [width.trim().parse::<u32>().ok()?, height.trim().parse::<u32>().ok()?];
        size.iter().all(|side| (SMALLEST..=LARGEST).contains(side)).then_some(size)
    });
    parsed.ok_or_else(|| Failure::Usage(bad_size(words, text, LARGEST)))
}
