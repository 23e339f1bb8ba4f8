//! Which places the article speaks of, how exactly each is known, and on whose word.

use super::id::PlaceId;
use crate::geodata::{CountryCode, LonLat, Names};
use crate::measure::Metres;
use serde::{Deserialize, Serialize};

/// Radius of a town whose extent is not known: a kilometre.
pub const TOWN_RADIUS: Metres = Metres(1_000.0);

/// A place of the dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// Its number on the map, in the order of the article. None for context, and for what
    /// belongs to another place.
    pub number: Option<u8>,
    /// Its names.
    pub names: Names,
    /// Its point; none for an area, and for a site that is not known.
    pub position: Option<LonLat>,
    /// How exactly it is known.
    pub precision: Precision,
    /// What the article tells of it: the shape of its pin.
    pub kind: Kind,
    /// On whose word it is here.
    pub basis: Basis,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// The country the article names where the pin stands at its seat of government. The point
    /// is then context, however much the article says there.
    pub stands_for: Option<CountryCode>,
    /// The same place in the gazetteer (GeoNames id), whose own label is then hidden.
    pub geonameid: Option<u32>,
    /// The place it must not be confused with.
    pub twin: Option<PlaceId>,
    /// The numbered place it belongs to: it is shown with it and has no number of its own.
    pub belongs_to: Option<PlaceId>,
    /// Where the name of an area is written. Not a position: nothing is measured from it.
    pub label_at: Option<LonLat>,
    /// What the reader has to know about it.
    pub note: Option<Names>,
}

impl Place {
    /// The point its pin stands on; none for an area, and none for a vague place, which is a
    /// ring and never a dot, nor measured from.
    #[must_use]
    pub const fn pin_position(&self) -> Option<LonLat> {
        match self.precision {
            Precision::Town { .. } => self.position,
            Precision::Country | Precision::Area | Precision::Within { .. } => None,
        }
    }
}

/// How exactly a place is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// A whole country: no point.
    Country,
    /// An area without agreed limits: no point.
    Area,
    /// A town.
    Town {
        /// How far the town reaches from its point; [`TOWN_RADIUS`] unless known.
        radius: Metres,
    },
    /// Somewhere within a distance of a point: a ring, never a dot.
    Within {
        /// The distance.
        radius: Metres,
    },
}

impl Precision {
    /// The place's own share of the uncertainty of a distance; none where there is no point.
    #[must_use]
    pub const fn radius(self) -> Option<Metres> {
        match self {
            Self::Country | Self::Area => None,
            Self::Town { radius } | Self::Within { radius } => Some(radius),
        }
    }
}

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Fighting.
    Battle,
    /// A town or a post taken.
    Seizure,
    /// A coup.
    Coup,
    /// Visits, talks, public statements.
    Diplomacy,
    /// Acts of a government; its seat.
    Government,
    /// Only named.
    Mention,
}

impl Kind {
    /// Every kind, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Battle, Self::Seizure, Self::Coup, Self::Diplomacy, Self::Government, Self::Mention];
}

/// On whose word something is in the dossier. The two never look alike on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The article says so.
    Article {
        /// In these paragraphs (¶), ascending, at least one.
        paragraphs: Vec<u16>,
    },
    /// Public knowledge that the article does not say.
    Context,
}

impl Basis {
    /// The paragraphs cited; none for context.
    #[must_use]
    pub fn paragraphs(&self) -> &[u16] {
        match self {
            Self::Article { paragraphs } => paragraphs,
            Self::Context => &[],
        }
    }

    /// Whether the article does not say it.
    #[must_use]
    pub const fn is_context(&self) -> bool {
        matches!(self, Self::Context)
    }
}

/// A place that is somewhere within a distance of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// Its centre.
    pub centre: LonLat,
    /// Its radius.
    pub radius: Metres,
    /// The country on whose side of the border it lies, where that is known.
    pub country: Option<CountryCode>,
}
