//! What a briefing shows, one scene after another.

use super::fields::RawPosition;
use super::id::{ClaimId, EventId, ExcerptId, PlaceId, SceneId};
use super::layer::Layer;
use super::notice::{Contradiction, Problem};
use crate::geodata::{LonLat, Names};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// Most callouts of a scene: more are not taken in at a glance.
pub const MAX_CALLOUTS: usize = 7;

/// One scene of a briefing.
///
/// In a file it is written as `scenes.toml` has it, in whatever format. A text that is empty is
/// read here, as a scene that is being written may have one; in `scenes.toml` it is refused.
///
/// ```
/// use sahel_map::dossier::{Dossier, Scene};
/// for scene in Dossier::built_in()?.dossier.scenes {
///     let written = serde_json::to_string(&scene)?;
///     assert_eq!(serde_json::from_str::<Scene>(&written)?, scene);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// Its title: the message.
    pub title: Names,
    /// What is said to it, in our words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Names>,
    /// The words of the article that are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<ExcerptId>,
    /// A verbatim part of the excerpt, shown instead of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// Events whose dates are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventId>,
    /// The ground that is seen; the whole theatre where it is not given.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "sound_extent")]
    pub extent: Option<Extent>,
    /// The places that have their pins; all where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceId>,
    /// The place whose distances to the borders are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distances: Option<PlaceId>,
    /// The claim that is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimId>,
    /// Layers that are not drawn as they are at first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub layers: Vec<Layer>,
    /// What is numbered on the map, in order: at most [`MAX_CALLOUTS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "few_callouts")]
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

fn sound_extent<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Extent>, D::Error> {
    let extent = Option::<Extent>::deserialize(from)?;
    match extent {
        Some(extent) if !extent.is_sound() => Err(D::Error::custom(Contradiction::NoExtent)),
        extent => Ok(extent),
    }
}

fn few_callouts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Callout>, D::Error> {
    let callouts = Vec::<Callout>::deserialize(from)?;
    if callouts.len() > MAX_CALLOUTS {
        return Err(D::Error::custom(Contradiction::TooManyCallouts));
    }
    Ok(callouts)
}

/// Something that is numbered on the map and in the list beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawCallout", into = "RawCallout")]
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

/// A callout as it is written, before it is checked.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCallout {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<PlaceId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<RawPosition>,
    title: Names,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Names>,
}

impl TryFrom<RawCallout> for Callout {
    type Error = Problem;
    fn try_from(raw: RawCallout) -> Result<Self, Problem> {
        let RawCallout { place, at, title, note } = raw;
        let at = match (place, at) {
            (Some(place), None) => CalloutAt::Place(place),
            (None, Some(at)) => CalloutAt::Spot(LonLat::new(at.lon, at.lat)?),
            _ => return Err(Contradiction::CalloutNowhere.into()),
        };
        Ok(Self { at, title, note })
    }
}

impl From<Callout> for RawCallout {
    fn from(callout: Callout) -> Self {
        let Callout { at, title, note } = callout;
        let (place, at) = match at {
            CalloutAt::Place(place) => (Some(place), None),
            CalloutAt::Spot(at) => (None, Some(RawPosition { lat: at.lat(), lon: at.lon() })),
        };
        Self { place, at, title, note }
    }
}
