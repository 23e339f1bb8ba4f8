//! Which places are in the gazetteer, under which names, and how much each matters.

use crate::arabic::arabic_name;
use crate::codes::CountryRow;
use crate::e5::E5;
use crate::format::{PlaceFile, PlacesFile};
use crate::neighbours::Neighbours;
use crate::planar::Inside;
use crate::polygons::{Code, Polygon, code};
use crate::regions::Region;
use crate::theatre::{Area, NEAR, THE_FOUR, THEATRE};
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// Inhabitants from which a place of an African neighbour is shown.
const TOWN: u32 = 15_000;

/// Inhabitants from which a place elsewhere is shown.
const GREAT_CITY: u32 = 500_000;

#[derive(Deserialize)]
struct Row {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    alternatenames: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hand {
    place: Vec<HandPlace>,
}

/// What `hand/places.toml` says of a place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandPlace {
    geonameid: Option<u32>,
    /// Latitude, longitude: only for a place that the gazetteer has not.
    at: Option<[f64; 2]>,
    country: Option<String>,
    ar: String,
    fr: String,
    en: String,
    rank: u8,
    #[serde(rename = "reason")]
    _reason: Option<String>,
}

/// `places.bin`.
pub(crate) fn gazetteer(
    cities: &[u8],
    countries: &BTreeMap<String, CountryRow>,
    neighbours: &Neighbours,
    areas: &NamedAreas,
) -> Result<PlacesFile> {
    let rows: BTreeMap<String, Row> = serde_json::from_slice(cities)?;
    let hand: Hand = toml::from_str(include_str!("../hand/places.toml"))?;
    let mut by_hand: HashMap<u32, &HandPlace> =
        hand.place.iter().filter_map(|p| Some((p.geonameid?, p))).collect();
    let mut places = Vec::new();
    for row in rows.values() {
        let hand = by_hand.remove(&row.geonameid);
        if let Some(country) = countries.get(&row.countrycode) {
            places.extend(place(row, country, hand, neighbours, areas)?);
        }
    }
    ensure!(by_hand.is_empty(), "not in the gazetteer: {:?}", by_hand.keys());
    for place in hand.place.iter().filter(|p| p.geonameid.is_none()) {
        places.push(place.alone()?);
    }
    places.sort_by_key(|p| (p.rank, std::cmp::Reverse(p.population), p.geonameid));
    Ok(PlacesFile { places })
}

fn place(
    row: &Row,
    country: &CountryRow,
    hand: Option<&HandPlace>,
    neighbours: &Neighbours,
    areas: &NamedAreas,
) -> Result<Option<PlaceFile>> {
    let at = E5::from_degrees(row.longitude, row.latitude);
    if !NEAR.contains(at) {
        return Ok(None);
    }
    let code = country_of(at, country.code()?, neighbours);
    let capital = row.name == country.capital && row.population > GREAT_CITY / 10;
    let shown = match hand {
        Some(_) => true,
        None if is_one_of_the_four(code) => true,
        None if country.continentcode == "AF" && AFRICA_SHOWN.contains(at) => {
            row.population >= TOWN
        }
        None => row.population >= GREAT_CITY || capital,
    };
    let by_size = match row.population {
        _ if capital => 0,
        200_000.. => 1,
        30_000.. => 2,
        _ => 3,
    };
    let capital_of = areas.capital_of(&row.name, at);
    let ar = || {
        let official = capital_of.clone().or_else(|| arabic_name(&row.name, &areas.holding(at)));
        official.or_else(|| arabic_name(&row.name, &row.alternatenames)).unwrap_or_default()
    };
    let names = hand.map_or_else(|| [ar(), row.name.clone(), row.name.clone()], HandPlace::names);
    let by_size = if capital_of.is_some() { by_size.min(1) } else { by_size };
    Ok(shown.then(|| PlaceFile {
        geonameid: row.geonameid,
        names,
        country: code,
        at: at.packed(),
        population: row.population,
        rank: hand.map_or(by_size, |h| h.rank),
    }))
}

/// Areas whose Arabic names are known, such as Algeria's communes and wilayas.
pub(crate) struct NamedAreas(Vec<NamedArea>);

struct NamedArea {
    names: [String; 3],
    /// Whether the place of the same name is the capital of a first-level region.
    region: bool,
    inside: Inside,
}

impl NamedAreas {
    /// Regions, and areas below them.
    pub(crate) fn new(regions: &[Region], others: &[Region]) -> Self {
        let area = |r: &Region, region| NamedArea {
            names: r.names.clone(),
            region,
            inside: Inside::new(r.polygons.iter().flat_map(Polygon::rings)),
        };
        let regions = regions.iter().map(|r| area(r, true));
        Self(regions.chain(others.iter().map(|r| area(r, false))).collect())
    }

    /// The Arabic names of the areas that hold `at`.
    fn holding(&self, at: E5) -> Vec<String> {
        let holding = self.0.iter().filter(|a| a.inside.contains(at.coord()));
        holding.map(|a| a.names[0].clone()).collect()
    }

    /// The Arabic name of the region that holds `at` and has this very name, so that the place is
    /// its capital.
    fn capital_of(&self, name: &str, at: E5) -> Option<String> {
        let same = |a: &&NamedArea| a.region && a.names.iter().any(|n| plain(n) == plain(name));
        let area = self.0.iter().filter(same).find(|a| a.inside.contains(at.coord()))?;
        Some(area.names[0].clone())
    }
}

/// The name without accents, case, spaces and signs.
pub(crate) fn plain(name: &str) -> String {
    let base = |c: char| match c {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'ï' | 'î' => 'i',
        'ô' => 'o',
        'û' | 'ü' => 'u',
        _ => c,
    };
    name.to_lowercase().chars().map(base).filter(char::is_ascii_alphanumeric).collect()
}

/// The theatre and as far east as its neighbours reach.
const AFRICA_SHOWN: Area = Area { east: 30.0, ..THEATRE };

/// By our borders where they hold the place; elsewhere the gazetteer's word is good enough.
pub(crate) fn country_of(at: E5, said: Code, neighbours: &Neighbours) -> Code {
    let ours = neighbours.holding(at.coord()).find(|c| is_one_of_the_four(*c));
    match ours {
        Some(code) => code,
        None if is_one_of_the_four(said) => neighbours.holding(at.coord()).next().unwrap_or(said),
        None => said,
    }
}

pub(crate) fn is_one_of_the_four(code: Code) -> bool {
    THE_FOUR.iter().any(|c| c.as_bytes() == code)
}

impl HandPlace {
    fn names(&self) -> [String; 3] {
        [self.ar.clone(), self.fr.clone(), self.en.clone()]
    }

    /// A place that only the hand-written list has.
    fn alone(&self) -> Result<PlaceFile> {
        let (Some([lat, lon]), Some(country)) = (self.at, &self.country) else {
            anyhow::bail!("`{}` has no position or no country", self.en);
        };
        Ok(PlaceFile {
            geonameid: 0,
            names: self.names(),
            country: code(country)?,
            at: E5::from_degrees(lon, lat).packed(),
            population: 0,
            rank: self.rank,
        })
    }
}
