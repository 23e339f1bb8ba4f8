//! `sahel-map`: the window.

use super::Failure;
use super::args::{Arguments, ThemeName};
use crate::geodata::{Lang, LonLat};
use crate::i18n::{Args, Words, system_language};
use crate::map::MapGeometry;
use crate::shell::{self, Opening, Timings};
use crate::state::{Camera, MAX_ZOOM, MIN_ZOOM, Session, ThemeChoice, World};
use std::path::Path;
use std::sync::Arc;

/// Opens the window and stays until it is closed.
pub(super) fn open(
    arguments: &Arguments,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let timings = Timings::since_process_start(arguments.timings);
    let camera = camera_of(arguments, words)?;
    let mut notices = Vec::new();
    let dossier = arguments.dossier.clone().filter(|path| readable(path, words, &mut notices));
    let loading = std::thread::spawn(move || {
        let world = Arc::new(World::load(dossier.as_deref())?);
        let geometry = Arc::new(MapGeometry::new(&world)?);
        Ok((world, geometry))
    });
    let session = shell::load_session().unwrap_or_else(|problem| {
        notices.push(words.format("notice-state-unreadable", Args::new().text("problem", problem)));
        None
    });
    let session =
        session.unwrap_or_else(|| Session::in_language(lang.unwrap_or_else(system_language)));
    let mut session = session_of(session, arguments);
    session.lang = lang.unwrap_or(session.lang);
    session.camera = camera.or(session.camera);
    let opening = Opening {
        loading,
        session,
        notices,
        place: arguments.place.clone(),
        keep_view: camera.is_some(),
        timings,
    };
    shell::run(opening).map_err(|error| {
        let args = Args::new().text("problem", format!("{error:#}"));
        Failure::Failed(words.format("error-window", args))
    })
}

/// Whether the dossier at `path` can be opened at all; if not, a notice says why, and the
/// built-in one is shown.
fn readable(path: &Path, words: &Words, notices: &mut Vec<String>) -> bool {
    let shown = path.display().to_string();
    if !path.exists() {
        notices.push(words.format("notice-dossier-missing", Args::new().text("path", shown)));
        return false;
    }
    match crate::dossier::Dossier::load(path) {
        Ok(_) => true,
        Err(error) => {
            let problem = format!("{:#}", anyhow::Error::from(error));
            let args = Args::new().text("path", shown).text("problem", problem);
            notices.push(words.format("notice-dossier-unreadable", args));
            false
        }
    }
}

/// The session with what the command line changes of it.
pub(super) fn session_of(session: Session, arguments: &Arguments) -> Session {
    let theme = match arguments.theme {
        Some(ThemeName::Dark) => ThemeChoice::Dark,
        Some(ThemeName::Light) => ThemeChoice::Light,
        None => session.theme,
    };
    Session { theme, ..session }
}

/// Where `--view` looks.
pub(super) fn camera_of(arguments: &Arguments, words: &Words) -> Result<Option<Camera>, Failure> {
    let Some(text) = &arguments.view else { return Ok(None) };
    let wrong = |problem: Option<String>| {
        let advice = words.format("error-view", Args::new().text("value", format!("`{text}`")));
        Failure::Usage(problem.map_or(advice.clone(), |problem| format!("{problem}\n{advice}")))
    };
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let &[lat, lon, zoom] = parts.as_slice() else { return Err(wrong(None)) };
    let (Ok(lat), Ok(lon), Ok(zoom)) = (lat.parse(), lon.parse(), zoom.parse::<f64>()) else {
        return Err(wrong(None));
    };
    let center = LonLat::new(lon, lat).map_err(|error| wrong(Some(error.to_string())))?;
    if !(MIN_ZOOM..=MAX_ZOOM).contains(&zoom) {
        return Err(wrong(Some(format!("zoom `{zoom}` is outside {MIN_ZOOM}..{MAX_ZOOM}"))));
    }
    Ok(Some(Camera { center, zoom }.bounded()))
}
