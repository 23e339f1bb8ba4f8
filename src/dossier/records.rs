//! How each sort of record is read from its table, one by one and without looking at the others.

use super::article::{Article, Excerpt};
use super::claim::{Amount, Claim, Stated};
use super::event::{Actor, Event};
use super::fields::{Fields, Rejected, check_names, country_code};
use super::id::{ActorId, ClaimId, EventId, ExcerptId, PlaceId, SceneId};
use super::notice::{Contradiction, Notice, Outcome, Problem};
use super::place::{Basis, Place, Precision, TOWN_RADIUS};
use super::scene::{Callout, MAX_CALLOUTS, RawCallout, Scene};
use super::when::When;
use crate::geodata::{Country, Names};
use crate::measure::{LengthUnit, Metres};
use serde::Deserialize;
use std::fmt::Display;
use std::num::NonZeroU32;

/// A record that has a list of its own in a file of its own.
pub(super) trait Record: Sized {
    /// The file, such as `places.toml`.
    const FILE: &'static str;
    /// What the file calls one, such as `place`.
    const KIND: &'static str;
    /// Its id.
    type Id: Ord + Clone + Display;

    fn id(&self) -> &Self::Id;

    /// Reads it from its fields, without looking at other records.
    fn read(fields: &mut Fields) -> Result<Self, Rejected>;

    /// A notice of something wrong with one of its fields.
    fn notice(&self, field: &str, problem: Problem, outcome: Outcome) -> Notice {
        Notice {
            file: Self::FILE.to_owned(),
            entry: Some(format!("{} `{}`", Self::KIND, self.id())),
            field: Some(field.to_owned()),
            problem,
            outcome,
        }
    }
}

/// Longest excerpt, in bytes: a quotation, not an article.
const MAX_EXCERPT_BYTES: usize = 20_000;

/// Largest radius of a place: beyond this "somewhere around there" says nothing.
pub(crate) const MAX_RADIUS: Metres = Metres(1_000_000.0);

/// Largest stated distance, in its own unit: more than round the Earth.
pub(crate) const MAX_AMOUNT: f64 = 100_000.0;

/// `[article]` of `dossier.toml`.
pub(super) fn article(fields: &mut Fields) -> Result<Article, Rejected> {
    let article = Article {
        title: fields.text("title")?,
        title_translation: fields.translation("title_translation")?,
        source: fields.names("source")?,
        author: fields.optional_text("author")?,
        address: fields.optional_text("address")?,
        written: when(fields, "written")?
            .ok_or_else(|| Rejected::new("written", Problem::Missing))?,
        written_paragraph: fields.optional("written_paragraph")?,
        genre: fields.required("genre")?,
        paragraphs: fields.required("paragraphs")?,
        translated_by: fields.names("translated_by")?,
    };
    let last = article.paragraphs;
    if last == 0 {
        let problem = Problem::Contradiction(Contradiction::NotPositive);
        return Err(Rejected::new("paragraphs", problem));
    }
    match article.written_paragraph {
        Some(paragraph) if !(1..=last).contains(&paragraph) => {
            let problem = Problem::NoSuchParagraph { paragraph, last };
            Err(Rejected::new("written_paragraph", problem))
        }
        _ => Ok(article),
    }
}

impl Record for Excerpt {
    const FILE: &'static str = "excerpts.toml";
    const KIND: &'static str = "excerpt";
    type Id = ExcerptId;

    fn id(&self) -> &ExcerptId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        let excerpt = Excerpt {
            id: fields.required("id")?,
            paragraph: fields.required("paragraph")?,
            pieces: fields.required("pieces")?,
            translation: fields.translation("translation")?,
            reported: fields.or_default("reported")?,
            links: fields.or_default("links")?,
        };
        let empty = excerpt.pieces.is_empty() || excerpt.pieces.iter().any(|p| p.trim().is_empty());
        if empty {
            return Err(Rejected::new("pieces", Problem::Empty));
        }
        if excerpt.text().len() > MAX_EXCERPT_BYTES {
            return Err(Rejected::new("pieces", Problem::TooLong { limit: MAX_EXCERPT_BYTES }));
        }
        Ok(excerpt)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PrecisionName {
    Country,
    Area,
    Town,
    Within,
}

impl Record for Place {
    const FILE: &'static str = "places.toml";
    const KIND: &'static str = "place";
    type Id = PlaceId;

    fn id(&self) -> &PlaceId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        let place = Place {
            id: fields.required("id")?,
            number: fields.optional("number")?,
            names: fields.names("names")?,
            position: fields.position("position")?,
            precision: precision(fields)?,
            kind: fields.required("kind")?,
            basis: basis(fields)?,
            country: fields.country("country")?,
            stands_for: fields.country("stands_for")?,
            geonameid: fields.optional("geonameid")?.map(NonZeroU32::get),
            twin: fields.optional("twin")?,
            belongs_to: fields.optional("belongs_to")?,
            label_at: fields.position("label_at")?,
            note: fields.optional_names("note")?,
        };
        let contradiction = |field, why| Err(Rejected::new(field, Problem::Contradiction(why)));
        match place.precision {
            Precision::Country | Precision::Area if place.position.is_some() => {
                contradiction("position", Contradiction::AreaWithPoint)
            }
            Precision::Town { .. } if place.position.is_none() => {
                Err(Rejected::new("position", Problem::Missing))
            }
            Precision::Within { .. } if place.position.is_none() && place.belongs_to.is_none() => {
                contradiction("position", Contradiction::WithinNothing)
            }
            _ if place.number == Some(0) => contradiction("number", Contradiction::NotPositive),
            _ if place.number.is_some() && place.basis.is_context() => {
                contradiction("number", Contradiction::NumberedContext)
            }
            _ => Ok(place),
        }
    }
}

fn precision(fields: &mut Fields) -> Result<Precision, Rejected> {
    let name = fields.required("precision")?;
    let radius: Option<f64> = fields.optional("radius_m")?;
    let contradiction = |why| Err(Rejected::new("radius_m", Problem::Contradiction(why)));
    if radius.is_some_and(|metres| !(metres > 0.0 && metres <= MAX_RADIUS.0)) {
        return contradiction(Contradiction::RadiusRange);
    }
    match (name, radius.map(Metres)) {
        (PrecisionName::Country, None) => Ok(Precision::Country),
        (PrecisionName::Area, None) => Ok(Precision::Area),
        (PrecisionName::Country | PrecisionName::Area, Some(_)) => {
            contradiction(Contradiction::AreaWithRadius)
        }
        (PrecisionName::Town, radius) => {
            Ok(Precision::Town { radius: radius.unwrap_or(TOWN_RADIUS) })
        }
        (PrecisionName::Within, Some(radius)) => Ok(Precision::Within { radius }),
        (PrecisionName::Within, None) => Err(Rejected::new("radius_m", Problem::Missing)),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum BasisName {
    Article,
    Context,
}

fn basis(fields: &mut Fields) -> Result<Basis, Rejected> {
    let mut paragraphs: Vec<u16> = fields.or_default("paragraphs")?;
    paragraphs.sort_unstable();
    paragraphs.dedup();
    match fields.required("basis")? {
        BasisName::Article if paragraphs.is_empty() => {
            Err(Rejected::new("paragraphs", Problem::Missing))
        }
        BasisName::Article => Ok(Basis::Article { paragraphs }),
        BasisName::Context if paragraphs.is_empty() => Ok(Basis::Context),
        BasisName::Context => Err(Rejected::new(
            "paragraphs",
            Problem::Contradiction(Contradiction::ContextWithParagraphs),
        )),
    }
}

fn when(fields: &mut Fields, key: &'static str) -> Result<Option<When>, Rejected> {
    fields.parsed(key, When::parse)
}

impl Record for Event {
    const FILE: &'static str = "events.toml";
    const KIND: &'static str = "event";
    type Id = EventId;

    fn id(&self) -> &EventId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        Ok(Event {
            id: fields.required("id")?,
            kind: fields.required("kind")?,
            title: fields.names("title")?,
            places: fields.required("places")?,
            actors: fields.or_default("actors")?,
            actors_context: fields.or_default("actors_context")?,
            paragraph: fields.required("paragraph")?,
            when_article: when(fields, "when_article")?,
            when_context: fields.parsed_list("when_context", When::parse)?,
            reported: fields.or_default("reported")?,
        })
    }
}

impl Record for Actor {
    const FILE: &'static str = "actors.toml";
    const KIND: &'static str = "actor";
    type Id = ActorId;

    fn id(&self) -> &ActorId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        Ok(Actor {
            id: fields.required("id")?,
            names: fields.names("names")?,
            initials: fields.optional_text("initials")?,
            persons: fields.names_list("persons")?,
            basis: basis(fields)?,
        })
    }
}

impl Record for Claim {
    const FILE: &'static str = "claims.toml";
    const KIND: &'static str = "claim";
    type Id = ClaimId;

    fn id(&self) -> &ClaimId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        Ok(Claim {
            id: fields.required("id")?,
            paragraph: fields.required("paragraph")?,
            quote: fields.text("quote")?,
            translation: fields.translation("translation")?,
            places: fields.required("places")?,
            stated: stated(fields)?,
            reported: fields.or_default("reported")?,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDistance {
    amount: f64,
    units: Vec<LengthUnit>,
    to_border_of: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCount {
    amount: Amount,
    of: Names,
}

fn stated(fields: &mut Fields) -> Result<Stated, Rejected> {
    let distance: Option<RawDistance> = fields.optional("distance")?;
    let count: Option<RawCount> = fields.optional("count")?;
    match (distance, count) {
        (Some(distance), None) => stated_distance(distance),
        (None, Some(RawCount { amount, of })) => Ok(Stated::Count { amount, of }),
        (Some(_), Some(_)) => {
            Err(Rejected::new("count", Problem::Contradiction(Contradiction::TwoClaims)))
        }
        (None, None) => {
            Err(Rejected::new("distance", Problem::Contradiction(Contradiction::NoClaim)))
        }
    }
}

fn stated_distance(raw: RawDistance) -> Result<Stated, Rejected> {
    let RawDistance { amount, units, to_border_of } = raw;
    let reject = |field, problem| Err(Rejected::new(field, problem));
    if !(0.0..=MAX_AMOUNT).contains(&amount) {
        return reject("distance.amount", Problem::Contradiction(Contradiction::AmountRange));
    }
    if units.is_empty() {
        return reject("distance.units", Problem::Empty);
    }
    let code = country_code(&to_border_of)
        .map_err(|problem| Rejected::new("distance.to_border_of", problem))?;
    let Some(to_border_of) = Country::from_code(code) else {
        let problem = Problem::Contradiction(Contradiction::NoSuchBorder);
        return reject("distance.to_border_of", problem);
    };
    Ok(Stated::Distance { amount, units, to_border_of })
}

impl Record for Scene {
    const FILE: &'static str = "scenes.toml";
    const KIND: &'static str = "scene";
    type Id = SceneId;

    fn id(&self) -> &SceneId {
        &self.id
    }

    fn read(fields: &mut Fields) -> Result<Self, Rejected> {
        let scene = Scene {
            id: fields.required("id")?,
            title: fields.names("title")?,
            text: fields.optional_names("text")?,
            excerpt: fields.optional("excerpt")?,
            quote: fields.optional("quote")?,
            events: fields.or_default("events")?,
            extent: fields.optional("extent")?,
            places: fields.or_default("places")?,
            distances: fields.optional("distances")?,
            claim: fields.optional("claim")?,
            layers: fields.or_default("layers")?,
            callouts: callouts(fields)?,
        };
        if scene.extent.is_some_and(|extent| !extent.is_sound()) {
            let problem = Problem::Contradiction(Contradiction::NoExtent);
            return Err(Rejected::new("extent", problem));
        }
        Ok(scene)
    }
}

fn callouts(fields: &mut Fields) -> Result<Vec<Callout>, Rejected> {
    const FIELD: &str = "callouts";
    let raw: Vec<RawCallout> = fields.or_default(FIELD)?;
    if raw.len() > MAX_CALLOUTS {
        return Err(Rejected::new(FIELD, Contradiction::TooManyCallouts));
    }
    let read = |raw| {
        let callout = Callout::try_from(raw).map_err(|problem| Rejected::new(FIELD, problem))?;
        for names in std::iter::once(&callout.title).chain(&callout.note) {
            check_names(FIELD, names)?;
        }
        Ok(callout)
    };
    raw.into_iter().map(read).collect()
}
