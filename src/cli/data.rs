//! `sahel-map export geojson|kml|csv`: the dossier's places as data.

use super::Failure;
use super::args::DataArgs;
use super::output::{NoOutput, Output};
use super::picture::dossier_of;
use crate::export::{DataFormat, render_data};
use crate::i18n::Words;
use crate::state::{Notice, World};

/// Writes the places of the dossier.
///
/// # Errors
/// Where the dossier cannot be read or the file cannot be written.
pub(super) fn run(asked: &DataArgs, format: DataFormat, words: &Words) -> Result<(), Failure> {
    let unwritable = |problem: NoOutput| problem.failure(&asked.out, words);
    let loaded = dossier_of(asked.dossier.as_deref(), words)?;
    let out = Output::open(&asked.out, asked.force).map_err(unwritable)?;
    let world = World::new(loaded).map_err(|e| Failure::failed(&e.into()))?;
    for notice in &world.notices {
        super::tell(&Notice::Record(notice.clone()).words(words));
    }
    let bytes = render_data(&world, words, format).map_err(|e| Failure::failed(&e.into()))?;
    out.deliver(&bytes).map_err(unwritable)
}
