//! What never changes after loading: the ground, the dossier, and the border index over them.

use super::Measured;
use super::search::SearchIndex;
use crate::dossier::{Checked, ClaimId, Dossier, DossierFiles, Loaded, Notice, PlaceId, check};
use crate::geodata::{Country, CountryCode, GeodataError, Ground, Lang};
use crate::measure::{BorderIndexes, BorderLength, Metres, NoBorderLine, border_lengths};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Everything the program knows before the reader does anything.
pub struct World {
    /// The ground: borders, towns, regions, countries.
    pub ground: Ground,
    /// What is reported.
    pub dossier: Dossier,
    /// The files it was read from, to be saved with other scenes.
    pub files: DossierFiles,
    /// Where it was read from; none where it is part of the program.
    pub origin: Option<PathBuf>,
    /// The borders, ready to be measured.
    pub borders: BorderIndexes,
    /// The distances from each place of the dossier that has a pin: they cannot change, and a
    /// place on another continent takes some milliseconds.
    pub distances: BTreeMap<PlaceId, Measured>,
    /// What was computed of each claim, in the dossier's order: made when it is first shown.
    claims: Vec<OnceLock<Checked>>,
    /// How long the border is with each neighbour, of each of the four: made when it is first shown.
    lengths: [OnceLock<Vec<BorderLength>>; 4],
    /// What was wrong in the dossier and left out.
    pub notices: Vec<Notice>,
    /// What can be found by name: made when the search is first opened, so that the window's
    /// first frame does not wait for it.
    search: OnceLock<SearchIndex>,
}

/// Why there is no world to show.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// The embedded ground is damaged.
    #[error("loading the ground")]
    Ground(#[from] GeodataError),
    /// The embedded borders cannot be indexed.
    #[error("indexing the borders")]
    Borders(#[from] NoBorderLine),
}

impl World {
    /// The embedded ground under a dossier that was read. Reads nothing itself, and takes a
    /// moment: it measures every place.
    ///
    /// # Errors
    /// When the embedded ground is damaged.
    pub fn new(loaded: Loaded) -> Result<Self, WorldError> {
        let Loaded { dossier, notices, files } = loaded;
        let ground = Ground::embedded()?;
        let borders = BorderIndexes::build(&ground.borders)?;
        let distances = dossier.places.iter().filter_map(|place| {
            let radius = place.precision.radius().unwrap_or(Metres(0.0));
            Some((place.id.clone(), Measured::new(&borders, place.pin_position()?, radius)))
        });
        Ok(Self {
            distances: distances.collect(),
            claims: dossier.claims.iter().map(|_| OnceLock::new()).collect(),
            lengths: [const { OnceLock::new() }; 4],
            notices,
            ground,
            dossier,
            files,
            origin: None,
            borders,
            search: OnceLock::new(),
        })
    }

    /// The same, of a dossier that was read from `path`.
    #[must_use]
    pub fn read_from(self, path: PathBuf) -> Self {
        Self { origin: Some(path), ..self }
    }

    /// What can be found by name.
    #[must_use]
    pub fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.dossier, &self.ground))
    }

    /// What was computed of a claim of the dossier: some milliseconds when it is first asked for.
    #[must_use]
    pub fn checked(&self, id: &ClaimId) -> Option<&Checked> {
        let mut claims = self.dossier.claims.iter().zip(&self.claims);
        let (claim, checked) = claims.find(|(claim, _)| claim.id == *id)?;
        Some(checked.get_or_init(|| check(claim, &self.dossier, &self.borders)))
    }

    /// How long a country's border is with each neighbour: some ten milliseconds when it is first
    /// asked for.
    #[must_use]
    pub fn border_lengths(&self, country: Country) -> &[BorderLength] {
        let known = self.lengths.get(country as usize);
        let lengths = || border_lengths(self.ground.borders.of(country));
        known.map_or(&[], |known| known.get_or_init(lengths))
    }

    /// A country's name in `lang`, or nothing for one that the map does not reach.
    #[must_use]
    pub fn country_name(&self, code: CountryCode, lang: Lang) -> &str {
        self.ground.country_name(code, lang).unwrap_or_default()
    }
}
