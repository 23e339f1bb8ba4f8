//! Which fields a place has in exported data: one list for every format.

use crate::dossier::{Basis, Dossier, Event, Kind, Place, Precision, When};
use crate::export::PROGRAM;
use crate::geodata::{GeodataError, Lang, LonLat, Manifest, Names};
use crate::i18n::{Words, key};
use crate::measure::{Metres, geodesic};
use crate::state::{Measured, World};
use serde::Serialize;

/// Edges of the ring that stands for a circle: it leaves the circle by 1.3 ‰ of the radius.
const RING_EDGES: u32 = 64;

/// The places, and what has to be said of them all.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Collection {
    /// The dossier's title in the language asked for.
    pub title: String,
    /// The program and its version.
    pub generator: String,
    /// The article, then whom the data are to be credited to, with licences and dates.
    pub sources: Vec<String>,
    /// That borders and names imply no judgment, in the language asked for.
    pub boundary_disclaimer: String,
    /// One a place, in the order of the file.
    pub records: Vec<Record>,
}

/// A place: where it is, and its fields in order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    /// Its id in the dossier.
    pub id: String,
    /// What the article tells of it.
    pub kind: Kind,
    /// Its names.
    pub names: Names,
    /// Where it is.
    pub shape: Shape,
    /// Every field, in the order of the columns; the same fields for every place.
    pub fields: Vec<Field>,
    /// The words of the article about it.
    pub excerpts: Vec<ExcerptRecord>,
    /// What happened there.
    pub events: Vec<EventRecord>,
}

/// Where a place is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Countries and areas without agreed limits have no geometry.
    None,
    /// The point of a pin.
    Point(LonLat),
    /// Somewhere within a closed ring, anticlockwise.
    Ring(Vec<LonLat>),
}

/// A named value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Its name: a key in GeoJSON, a column in CSV.
    pub name: String,
    /// Its value.
    pub value: Value,
}

/// What a field can hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    /// Not known, or of no meaning here.
    Absent,
    /// Words.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// Metres to 0.1 mm, degrees to 1e-7: already rounded.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Codes or paragraphs.
    Paragraphs(Vec<u16>),
    /// The words of the article.
    Excerpts(Vec<ExcerptRecord>),
    /// What happened.
    Events(Vec<EventRecord>),
}

/// Words of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ExcerptRecord {
    /// The paragraph (¶).
    pub paragraph: u16,
    /// Letter for letter, in Arabic; `[…]` where something is left out.
    pub text: String,
    /// Our translation into French.
    pub translation_fr: String,
    /// Our translation into English.
    pub translation_en: String,
    /// Always `article`.
    pub basis: &'static str,
    /// Whether the article itself only reports this.
    pub reported: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct EventRecord {
    /// Its id in the dossier.
    pub id: String,
    /// What sort of event.
    pub kind: Kind,
    /// In English.
    pub title_en: String,
    /// In French.
    pub title_fr: String,
    /// In Arabic.
    pub title_ar: String,
    /// The paragraph (¶) that says so.
    pub paragraph: u16,
    /// Whether the article itself only reports this.
    pub reported: bool,
    /// When, by the article and by context.
    pub dates: Vec<DateRecord>,
}

/// When something happened, no more exactly than it was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct DateRecord {
    /// As in the dossier: EDTF, with `late 2024-07` and `after EVENT` besides.
    pub date: String,
    /// `day`, `part-of-month`, `month`, `year`, `interval`, `by` or `after`.
    pub precision: &'static str,
    /// The first day it can have been; none where that is open.
    pub earliest: Option<String>,
    /// The last day it can have been; none where that is open.
    pub latest: Option<String>,
    /// `article` or `context`.
    pub basis: &'static str,
}

impl Collection {
    /// The places of the world's dossier.
    ///
    /// # Errors
    /// None in a program that passed its tests: the list of sources is embedded.
    pub(super) fn of(world: &World, words: &Words) -> Result<Self, GeodataError> {
        let dossier = &world.dossier;
        let article = &dossier.article;
        let named = [Some(article.title.clone()), article.author.clone()];
        let published =
            [Some(article.source.get(words.lang()).to_owned()), article.address.clone()];
        let cited: Vec<String> = named
            .into_iter()
            .chain(published)
            .chain([Some(article.written.to_string())])
            .flatten()
            .collect();
        let mut sources = vec![cited.join(", ")];
        sources.extend(Manifest::embedded()?.credits_with_licences());
        Ok(Self {
            title: dossier.title.get(words.lang()).to_owned(),
            generator: PROGRAM.to_owned(),
            sources,
            boundary_disclaimer: words.text(key::DISCLAIMER_BOUNDARIES).into_owned(),
            records: dossier.places.iter().map(|place| Record::of(place, world)).collect(),
        })
    }
}

impl Record {
    fn of(place: &Place, world: &World) -> Self {
        let dossier = &world.dossier;
        let excerpts = dossier.excerpts_of(&place.id).into_iter().map(|excerpt| ExcerptRecord {
            paragraph: excerpt.paragraph,
            text: excerpt.text(),
            translation_fr: excerpt.translation.fr.clone(),
            translation_en: excerpt.translation.en.clone(),
            basis: "article",
            reported: excerpt.reported,
        });
        let excerpts: Vec<ExcerptRecord> = excerpts.collect();
        let events: Vec<EventRecord> =
            dossier.events_of(&place.id).into_iter().map(EventRecord::of).collect();
        let mut fields = of_place(place, dossier);
        fields.push(field("excerpts", Value::Excerpts(excerpts.clone())));
        fields.push(field("events", Value::Events(events.clone())));
        fields.extend(of_borders(world.distances.get(&place.id)));
        Self {
            id: place.id.as_str().to_owned(),
            kind: place.kind,
            names: place.names.clone(),
            shape: shape_of(place, dossier),
            fields,
            excerpts,
            events,
        }
    }
}

impl EventRecord {
    fn of(event: &Event) -> Self {
        let article = event.when_article.iter().map(|when| DateRecord::of(when, "article"));
        let context = event.when_context.iter().map(|when| DateRecord::of(when, "context"));
        Self {
            id: event.id.as_str().to_owned(),
            kind: event.kind,
            title_en: event.title.en.clone(),
            title_fr: event.title.fr.clone(),
            title_ar: event.title.ar.clone(),
            paragraph: event.paragraph,
            reported: event.reported,
            dates: article.chain(context).collect(),
        }
    }

    /// What happened, in `lang`.
    #[must_use]
    pub(super) fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.title_ar,
            Lang::Fr => &self.title_fr,
            Lang::En => &self.title_en,
        }
    }
}

impl DateRecord {
    fn of(when: &When, basis: &'static str) -> Self {
        use crate::dossier::Period;
        let precision = match when {
            When::In(Period::Day(_)) => "day",
            When::In(Period::PartOfMonth { .. }) => "part-of-month",
            When::In(Period::Month { .. }) => "month",
            When::In(Period::Year(_)) => "year",
            When::Interval { .. } => "interval",
            When::By(_) => "by",
            When::After(_) => "after",
        };
        let (earliest, latest) = when.bounds();
        Self {
            date: when.to_string(),
            precision,
            earliest: earliest.map(|day| day.to_string()),
            latest: latest.map(|day| day.to_string()),
            basis,
        }
    }
}

/// The place itself: what it is called, on whose word, where.
fn of_place(place: &Place, dossier: &Dossier) -> Vec<Field> {
    let code = |code: Option<crate::geodata::CountryCode>| text_or(code.map(|c| c.to_string()));
    let note = |pick: fn(&Names) -> &String| text_or(place.note.as_ref().map(pick).cloned());
    let precision = match place.precision {
        Precision::Country => "country",
        Precision::Area => "area",
        Precision::Town { .. } => "town",
        Precision::Within { .. } => "within",
    };
    let [lat, lon] = axes(place.pin_position());
    let [centre_lat, centre_lon] = axes(dossier.ring_of(place).map(|ring| ring.centre));
    let basis = if place.basis.is_context() { "context" } else { "article" };
    let paragraphs = match &place.basis {
        Basis::Article { paragraphs } => paragraphs.clone(),
        Basis::Context => Vec::new(),
    };
    vec![
        field("id", Value::Text(place.id.as_str().to_owned())),
        field("number", place.number.map_or(Value::Absent, |n| Value::Whole(n.into()))),
        field("kind", Value::Text(kind_id(place.kind).to_owned())),
        field("name_en", Value::Text(place.names.en.clone())),
        field("name_fr", Value::Text(place.names.fr.clone())),
        field("name_ar", Value::Text(place.names.ar.clone())),
        field("country", code(place.country)),
        field("stands_for", code(place.stands_for)),
        field("belongs_to", text_or(place.belongs_to.as_ref().map(|id| id.as_str().to_owned()))),
        field("basis", Value::Text(basis.to_owned())),
        field("paragraphs", Value::Paragraphs(paragraphs)),
        field("precision", Value::Text(precision.to_owned())),
        field("lat", lat),
        field("lon", lon),
        field("centre_lat", centre_lat),
        field("centre_lon", centre_lon),
        field("radius_m", place.precision.radius().map_or(Value::Absent, metres)),
        field("note_en", note(|names| &names.en)),
        field("note_fr", note(|names| &names.fr)),
        field("note_ar", note(|names| &names.ar)),
    ]
}

/// How far each of the four borders is, by how much that can be off, and where it is nearest.
fn of_borders(measured: Option<&Measured>) -> Vec<Field> {
    let columns = |code: &str, values: [Value; 6]| {
        let names = [
            "distance_m",
            "uncertainty_m",
            "uncertainty_is_least",
            "inside",
            "nearest_lat",
            "nearest_lon",
        ];
        let named = names.into_iter().zip(values);
        named.map(|(name, value)| field(&format!("{code}_{name}"), value)).collect::<Vec<_>>()
    };
    let Some(measured) = measured else {
        let absent = || std::array::from_fn(|_| Value::Absent);
        let countries = crate::geodata::Country::ALL.into_iter();
        return countries.flat_map(|c| columns(c.code().as_str(), absent())).collect();
    };
    let of = |hit: &crate::measure::NearestBorder| {
        let off = measured.uncertainty(hit);
        let [lat, lon] = axes(Some(hit.foot));
        let values = [
            metres(hit.distance),
            metres(off.total()),
            Value::Flag(off.is_lower_bound()),
            Value::Flag(hit.inside),
            lat,
            lon,
        ];
        columns(hit.country.code().as_str(), values)
    };
    measured.borders.iter().flat_map(of).collect()
}

fn shape_of(place: &Place, dossier: &Dossier) -> Shape {
    if let Some(at) = place.pin_position() {
        return Shape::Point(at);
    }
    dossier.ring_of(place).map_or(Shape::None, |ring| {
        let mut around = geodesic::circle(ring.centre, ring.radius, RING_EDGES);
        // RFC 7946 wants outer rings anticlockwise.
        around.reverse();
        Shape::Ring(around)
    })
}

fn field(name: &str, value: Value) -> Field {
    Field { name: name.to_owned(), value }
}

fn text_or(text: Option<String>) -> Value {
    text.map_or(Value::Absent, Value::Text)
}

/// Latitude and longitude.
fn axes(at: Option<LonLat>) -> [Value; 2] {
    at.map_or([Value::Absent, Value::Absent], |at| {
        [degrees(at.lat()), degrees(at.lon())].map(Value::Number)
    })
}

/// To 0.1 mm, as `distance --json` has it.
fn metres(metres: Metres) -> Value {
    Value::Number(rounded(metres.0, 1e4))
}

/// To 1e-7 degree, which is a centimetre.
pub(super) fn degrees(degrees: f64) -> f64 {
    rounded(degrees, 1e7)
}

/// Adding zero makes -0 a 0.
fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps + 0.0
}

/// The word of the dossier's files for it.
pub(super) const fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Battle => "battle",
        Kind::Seizure => "seizure",
        Kind::Coup => "coup",
        Kind::Diplomacy => "diplomacy",
        Kind::Government => "government",
        Kind::Mention => "mention",
    }
}
