//! `sahel-map`: the window.

use super::args::{Arguments, ThemeName};
use super::{Failure, log_level, quoted};
use crate::geodata::{Lang, LonLat};
use crate::i18n::{Args, Words, isolate, key, system_language};
use crate::shell::{self, Contents, OpenError, Opening, Start, Timings};
use crate::state::{Camera, MAX_ZOOM, MIN_ZOOM, Session, THEATRE, ThemeChoice};
use std::path::{Path, PathBuf};

/// Opens the window and stays until it is closed.
pub(super) fn open(
    arguments: &Arguments,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let timings = Timings::since_process_start(arguments.timings);
    let camera = camera_of(arguments, words)?;
    let Start { session, notices, run } = Start::begin(log_level(arguments));
    let dossier = arguments.dossier.clone();
    let loading = std::thread::spawn(move || Contents::load(dossier.as_deref()));
    let session =
        session.unwrap_or_else(|| Session::in_language(lang.unwrap_or_else(system_language)));
    let mut session = session_of(session, arguments);
    session.lang = lang.unwrap_or(session.lang);
    session.camera = camera.or(session.camera);
    let opening = Opening {
        loading,
        session,
        notices,
        run,
        place: arguments.place.clone(),
        base: arguments.base.as_deref().map(whole_path),
        keep_view: camera.is_some(),
        briefs: arguments.briefing,
        timings,
    };
    shell::run(opening).map_err(|error| {
        let problem = |problem: String| Args::new().text("problem", problem);
        Failure::Failed(match error {
            OpenError::NoSession(_) => words.text(key::ERROR_NO_SESSION).into_owned(),
            OpenError::NoDriver(why) => words.format(key::ERROR_NO_DRIVER, problem(why)),
            OpenError::GraphicsLost(why) => words.format(key::ERROR_GRAPHICS_LOST, problem(why)),
            OpenError::Crashed(Some(report)) => {
                let path =
                    isolate::figure(words.lang(), &report.display().to_string()).into_owned();
                words.format(key::ERROR_CRASHED, Args::new().text("path", path))
            }
            OpenError::Crashed(None) => words.text(key::ERROR_CRASHED_UNTOLD).into_owned(),
            OpenError::Contents(why) => words.format(key::ERROR_WINDOW, problem(why)),
        })
    })
}

/// The path from the root, as it is kept: the next run may begin in another folder.
pub(super) fn whole_path(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The session with what the command line changes of it.
pub(super) fn session_of(session: Session, arguments: &Arguments) -> Session {
    let theme = match arguments.theme {
        Some(ThemeName::Dark) => ThemeChoice::Dark,
        Some(ThemeName::Light) => ThemeChoice::Light,
        Some(ThemeName::Contrast) => ThemeChoice::Contrast,
        Some(ThemeName::System) => ThemeChoice::System,
        None => session.theme,
    };
    Session { theme, ..session }
}

/// Where `--view` looks.
pub(super) fn camera_of(arguments: &Arguments, words: &Words) -> Result<Option<Camera>, Failure> {
    let Some(text) = &arguments.view else { return Ok(None) };
    let wrong = |problem: Option<String>| {
        let advice = words.format(key::ERROR_VIEW, quoted(text));
        Failure::Usage(problem.map_or(advice.clone(), |problem| format!("{problem}\n{advice}")))
    };
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let &[lat, lon, zoom] = parts.as_slice() else { return Err(wrong(None)) };
    let (Ok(lat), Ok(lon), Ok(zoom)) = (lat.parse(), lon.parse(), zoom.parse::<f64>()) else {
        return Err(wrong(None));
    };
    let center = LonLat::new(lon, lat).map_err(|error| wrong(Some(words.outside_world(&error))))?;
    // As they are typed: with a point and a sign in every language.
    let bound = |number: f64| isolate::figure(words.lang(), &number.to_string()).into_owned();
    if !(MIN_ZOOM..=MAX_ZOOM).contains(&zoom) {
        let args = quoted(zoom).text("least", bound(MIN_ZOOM)).text("most", bound(MAX_ZOOM));
        return Err(wrong(Some(words.format(key::ERROR_VIEW_ZOOM, args))));
    }
    if !THEATRE.contains(center) {
        let args = quoted(text)
            .text("south", bound(THEATRE.south))
            .text("north", bound(THEATRE.north))
            .text("west", bound(THEATRE.west))
            .text("east", bound(THEATRE.east));
        return Err(Failure::Usage(words.format(key::ERROR_VIEW_OUTSIDE, args)));
    }
    Ok(Some(Camera { center, zoom }))
}
