//! `sahel-map export geojson|kml|csv`: the dossier's places as data.

use super::Failure;
use super::args::DataArgs;
use super::output::{NoOutput, Output};
use super::picture::dossier_of;
use crate::export::{DataFormat, render_data};
use crate::i18n::Words;
use crate::state::{Notice, World};
use std::io;

/// Writes the places of the dossier.
///
/// # Errors
/// Where the dossier cannot be read or the file cannot be written.
pub(super) fn run(asked: &DataArgs, format: DataFormat, words: &Words) -> Result<(), Failure> {
    let unwritable = |problem: NoOutput| problem.failure(&asked.out, words);
    let loaded = dossier_of(asked.dossier.as_deref(), words)?;
    let mut out = Output::open(&asked.out, asked.force).map_err(unwritable)?;
    let world = World::new(loaded).map_err(|e| Failure::failed(&e.into()))?;
    for notice in &world.notices {
        super::tell(&Notice::Record(notice.clone()).words(words));
    }
    let bytes = render_data(&world, words, format).map_err(|e| Failure::failed(&e.into()))?;
    match out.write(&bytes).map_err(NoOutput::Unwritable).and_then(|()| out.finish()) {
        // Whoever read it has enough.
        Err(NoOutput::Unwritable(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(unwritable),
    }
}
