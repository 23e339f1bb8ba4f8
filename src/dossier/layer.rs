//! What the map can draw or leave out, as a session and a scene call it.

use serde::{Deserialize, Serialize};

/// Something that the map can draw or leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// The places of the dossier.
    Pins,
    /// Distances from the selected place and from the pointer.
    Distances,
    /// Names of towns and capitals.
    Towns,
    /// Airports and their names.
    Airports,
    /// Names of deserts, mountains, rivers and seas.
    Features,
    /// Borders of the four countries.
    Borders,
    /// Lines and names of their regions.
    Regions,
    /// Lakes, rivers and shores.
    Water,
    /// Meridians and parallels.
    Graticule,
    /// The small map that shows where the large one looks.
    Overview,
}

impl Layer {
    /// Every layer, what is drawn on top first.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Pins,
        Self::Distances,
        Self::Towns,
        Self::Airports,
        Self::Features,
        Self::Borders,
        Self::Graticule,
        Self::Regions,
        Self::Water,
    ];

    /// Whether a first session draws it.
    #[must_use]
    pub const fn at_first(self) -> bool {
        !matches!(self, Self::Graticule)
    }
}
