//! What a briefing shows, one scene after another.

use super::id::{ClaimId, EventId, ExcerptId, PlaceId, SceneId};
use super::layer::Layer;
use crate::geodata::{LonLat, Names};
use serde::{Deserialize, Serialize};

/// Most callouts of a scene: more are not taken in at a glance.
pub const MAX_CALLOUTS: usize = 7;

/// One scene of a briefing.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// Its title: the message.
    pub title: Names,
    /// What is said to it, in our words.
    pub text: Option<Names>,
    /// The words of the article that are shown.
    pub excerpt: Option<ExcerptId>,
    /// A verbatim part of the excerpt, shown instead of the whole.
    pub quote: Option<Quote>,
    /// Events whose dates are shown.
    pub events: Vec<EventId>,
    /// The ground that is seen; the whole theatre where it is not given.
    pub extent: Option<Extent>,
    /// The places that have their pins; all where there are none.
    pub places: Vec<PlaceId>,
    /// The place whose distances to the borders are drawn.
    pub distances: Option<PlaceId>,
    /// The claim that is drawn.
    pub claim: Option<ClaimId>,
    /// Layers that are not drawn as they are at first.
    pub layers: Vec<Layer>,
    /// What is numbered on the map, in order: at most [`MAX_CALLOUTS`].
    pub callouts: Vec<Callout>,
}

/// Words of an excerpt and their translation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Verbatim, inside the excerpt.
    pub ar: String,
    /// Our translation into French.
    pub fr: String,
    /// Our translation into English.
    pub en: String,
}

/// A part of the ground, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extent {
    /// Southernmost latitude.
    pub south: f64,
    /// Westernmost longitude.
    pub west: f64,
    /// Northernmost latitude.
    pub north: f64,
    /// Easternmost longitude.
    pub east: f64,
}

impl Extent {
    /// Whether it is a part of the world that has any size.
    #[must_use]
    pub fn is_sound(self) -> bool {
        let Self { south, west, north, east } = self;
        LonLat::new(west, south).is_ok()
            && LonLat::new(east, north).is_ok()
            && south < north
            && west < east
    }
}

/// Something that is numbered on the map and in the list beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// What it points at.
    pub at: CalloutAt,
    /// Its title.
    pub title: Names,
    /// A line to it.
    pub note: Option<Names>,
}

/// What a callout points at.
#[derive(Clone, Debug, PartialEq)]
pub enum CalloutAt {
    /// A place of the dossier.
    Place(PlaceId),
    /// A position.
    Spot(LonLat),
}
