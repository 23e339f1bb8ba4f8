//! What the window opens with, read from the program and from disk.

use crate::dossier::Dossier;
use crate::map::MapGeometry;
use crate::state::{Notice, World};
use anyhow::Context as _;
use std::path::Path;
use std::sync::Arc;

/// What the window shows.
pub struct Contents {
    /// Ground and dossier.
    pub world: Arc<World>,
    /// The ground as the map draws it.
    pub geometry: MapGeometry,
    /// Why the dossier that was asked for is not shown.
    pub notice: Option<Notice>,
}

impl Contents {
    /// Reads the dossier in the folder `path`; where that cannot be read, or none is given, the
    /// built-in one. Takes a moment: meant for a thread of its own.
    ///
    /// # Errors
    /// When what is part of the program is damaged.
    pub fn load(path: Option<&Path>) -> anyhow::Result<Self> {
        let (asked, notice) = match path.map(|path| (path, Dossier::load(path))) {
            None => (None, None),
            Some((_, Ok(loaded))) => (Some(loaded), None),
            Some((path, Err(error))) => (None, Some(Notice::of_dossier(path, &error))),
        };
        let world = match (asked, path) {
            (Some(loaded), Some(path)) => World::new(loaded)?.read_from(path.to_owned()),
            _ => World::new(Dossier::built_in().context("the built-in dossier")?)?,
        };
        let world = Arc::new(world);
        let geometry = MapGeometry::new(&world)?;
        Ok(Self { world, geometry, notice })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_that_is_not_there_leaves_the_built_in_one_and_a_notice() {
        let path = Path::new("/nonexistent/dossier");
        let contents = Contents::load(Some(path)).unwrap();
        assert_eq!(contents.notice, Some(Notice::DossierMissing(path.to_owned())));
        assert_eq!(contents.world.dossier, Dossier::built_in().unwrap().dossier);
        assert_eq!(contents.world.origin, None, "nothing is written there");
    }
}
