//! `sahel-map export png`: the map as a picture, also without a display.

use super::Failure;
use super::args::{Arguments, PictureArgs};
use super::window::{camera_of, session_of, whole_path};
use crate::dossier::{Dossier, DossierError, Loaded};
use crate::export::{DrawError, LARGEST, PictureSpec, SMALLEST, render_png};
use crate::i18n::{Args, Words, key};
use crate::map::MapGeometry;
use crate::shell::{Existing, Readers, open_archive, write_atomically};
use crate::state::{Action, AppState, Camera, Effect, Notice, Session, World, chain, update};
use std::path::Path;
use std::sync::Arc;

/// Zoom at which `--place` without `--view` is drawn: the place with the region around it.
const PLACE_ZOOM: f64 = 6.5;

/// Draws and writes the picture.
pub(super) fn run(
    asked: &PictureArgs,
    arguments: &Arguments,
    words: &Words,
) -> Result<(), Failure> {
    let size = size_of(&asked.size, words)?;
    let camera = camera_of(arguments, words)?;
    let path = asked.out.display().to_string();
    if asked.out.exists() && !asked.force {
        return Err(Failure::Failed(
            words.format(key::ERROR_EXISTS, Args::new().text("path", path)),
        ));
    }
    let world = World::new(dossier_of(asked.dossier.as_deref(), words)?)
        .map_err(|e| Failure::failed(&e.into()))?;
    let geometry = MapGeometry::new(&world).map_err(|e| Failure::failed(&e.into()))?;
    let session =
        Session { selected: None, ..session_of(Session::in_language(words.lang()), arguments) };
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
    let spec = PictureSpec::sized(size, camera);
    let png = render_png(&state, &Arc::new(geometry), &spec, None)
        .map_err(|error| not_drawn(words, &asked.size, &error))?;
    let existing = if asked.force { Existing::Replace } else { Existing::Keep };
    write_atomically(&asked.out, &png, existing, Readers::All).map_err(|error| {
        let args = Args::new().text("path", path).text("problem", error.to_string());
        Failure::Failed(words.format(key::ERROR_WRITE, args))
    })
}

/// The dossier in the folder `path`, or the built-in one.
pub(super) fn dossier_of(path: Option<&Path>, words: &Words) -> Result<Loaded, Failure> {
    let Some(path) = path else {
        return Dossier::built_in().map_err(|e| Failure::failed(&e.into()));
    };
    Dossier::load(path).map_err(|error| {
        let at = Args::new().text("path", path.display().to_string());
        Failure::Failed(match error {
            DossierError::NoFolder { .. } => words.format(key::ERROR_DOSSIER_MISSING, at),
            error => words.format(key::ERROR_DOSSIER_UNREADABLE, at.text("problem", chain(&error))),
        })
    })
}

/// Draws on the map archive in the file `path`.
fn open_base(state: &mut AppState, path: &Path, words: &Words) -> Result<(), Failure> {
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

fn not_drawn(words: &Words, size: &str, error: &DrawError) -> Failure {
    if let DrawError::TooLarge { most, .. } = error {
        return Failure::Failed(bad_size(words, size, *most));
    }
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

fn size_of(text: &str, words: &Words) -> Result<[u32; 2], Failure> {
    let parsed = text.split_once(['x', 'X', '×']).and_then(|(width, height)| {
        let size = [width.trim().parse::<u32>().ok()?, height.trim().parse::<u32>().ok()?];
        size.iter().all(|side| (SMALLEST..=LARGEST).contains(side)).then_some(size)
    });
    parsed.ok_or_else(|| Failure::Usage(bad_size(words, text, LARGEST)))
}
