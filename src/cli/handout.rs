//! `sahel-map export pdf`: the briefing as a PDF to hand out.

use super::Failure;
use super::args::{Arguments, HandoutArgs, Paper};
use super::output::{NoOutput, Output};
use super::picture::{dossier_of, not_drawn, open_base};
use super::window::session_of;
use crate::export::{Progress, render_handout};
use crate::i18n::{Words, key};
use crate::map::MapGeometry;
use crate::state::{self, AppState, Session, Sheet, ThemeChoice, World};
use std::sync::Arc;

/// Draws and writes the handout.
///
/// # Errors
/// Where the dossier cannot be read or has no scene, or nothing can be drawn or written.
pub(super) fn run(
    asked: &HandoutArgs,
    arguments: &Arguments,
    words: &Words,
) -> Result<(), Failure> {
    let unwritable = |problem: NoOutput| problem.failure(&asked.out, words);
    let loaded = dossier_of(asked.dossier.as_deref(), words)?;
    if loaded.dossier.scenes.is_empty() {
        return Err(Failure::Failed(words.text(key::NOTICE_NO_SCENES).into_owned()));
    }
    let out = Output::open(&asked.out, asked.force).map_err(unwritable)?;
    let world = World::new(loaded).map_err(|e| Failure::failed(&e.into()))?;
    let geometry = MapGeometry::new(&world).map_err(|e| Failure::failed(&e.into()))?;
    // Paper is white unless one asks for something else.
    let light = Session { theme: ThemeChoice::Light, ..Session::in_language(words.lang()) };
    let mut state = AppState::new(Arc::new(world), session_of(light, arguments));
    for notice in &state.notices {
        super::tell(&notice.words(words));
    }
    if let Some(path) = &arguments.base {
        open_base(&mut state, path, words)?;
    }
    let paper = match asked.paper {
        Paper::A4 => state::Paper::A4,
        Paper::A3 => state::Paper::A3,
    };
    let sheet = Sheet { paper, upright: asked.portrait };
    let bytes = render_handout(&state, &Arc::new(geometry), sheet, &Progress::silent())
        .map_err(|error| not_drawn(words, &error))?;
    out.deliver(&bytes).map_err(unwritable)
}
