//! What never changes after loading: the ground, the dossier, and the border index over them.

use super::Measured;
use crate::dossier::{Dossier, DossierError, Loaded, PlaceId};
use crate::geodata::{CountryCode, GeodataError, Ground, Lang};
use crate::measure::{BorderIndexes, Metres, NoBorderLine};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Everything the program knows before the reader does anything.
pub struct World {
    /// The ground: borders, towns, regions, countries.
    pub ground: Ground,
    /// What is reported.
    pub dossier: Dossier,
    /// Where the dossier was read from; `None` for the built-in one.
    pub dossier_path: Option<PathBuf>,
    /// The borders, ready to be measured.
    pub borders: BorderIndexes,
    /// The distances from each place of the dossier that has a point: they cannot change, and a
    /// place on another continent takes some milliseconds.
    pub distances: BTreeMap<PlaceId, Measured>,
    /// What was wrong in the dossier, in words, and left out.
    pub notices: Vec<String>,
}

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// The embedded ground is damaged.
    #[error("loading the ground")]
    Ground(#[from] GeodataError),
    /// The embedded borders cannot be indexed.
    #[error("indexing the borders")]
    Borders(#[from] NoBorderLine),
    /// The dossier cannot be read.
    #[error("loading the dossier")]
    Dossier(#[from] DossierError),
}

impl World {
    /// Loads the ground and the dossier at `path`, or the built-in one.
    ///
    /// # Errors
    /// When the ground is damaged or the dossier cannot be read at all; single bad records of a
    /// dossier become [`World::notices`].
    pub fn load(path: Option<&Path>) -> Result<Self, WorldError> {
        let Loaded { dossier, notices } = match path {
            Some(path) => Dossier::load(path)?,
            None => Dossier::built_in()?,
        };
        let ground = Ground::embedded()?;
        let borders = BorderIndexes::build(&ground.borders)?;
        let distances = dossier.places.iter().filter_map(|place| {
            let radius = place.precision.radius().unwrap_or(Metres(0.0));
            Some((place.id.clone(), Measured::new(&borders, place.position?, radius)))
        });
        Ok(Self {
            distances: distances.collect(),
            notices: notices.iter().map(ToString::to_string).collect(),
            dossier_path: path.map(Path::to_owned),
            ground,
            dossier,
            borders,
        })
    }
}

impl World {
    /// A country's name in `lang`, or nothing for one that the map does not reach.
    #[must_use]
    pub fn country_name(&self, code: CountryCode, lang: Lang) -> &str {
        self.ground.country_name(code, lang).unwrap_or_default()
    }
}
