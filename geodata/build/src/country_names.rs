//! What countries are called in the three languages, and where their labels stand.

use crate::codes::CountryRow;
use crate::e5::E5;
use crate::format::{CountriesFile, CountryFile};
use crate::label_point::label_point;
use crate::planar;
use crate::polygons::{Code, Countries, code};
use crate::theatre::LABELLED;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hand {
    country: Vec<HandCountry>,
}

/// What `hand/countries.toml` says of a country.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct HandCountry {
    code: String,
    /// Latitude, longitude.
    at: Option<[f64; 2]>,
    ar: Option<String>,
    fr: Option<String>,
    en: Option<String>,
    #[serde(rename = "reason")]
    _reason: String,
}

/// One language's names by ISO 3166-1 alpha-2.
type Territories = BTreeMap<String, String>;

/// `countries.bin`: every country that has a label inside [`LABELLED`].
pub(crate) fn labels(
    land: &Countries,
    rows: &BTreeMap<String, CountryRow>,
    cldr: &[Vec<u8>; 3],
) -> Result<CountriesFile> {
    let hand: Hand = toml::from_str(include_str!("../hand/countries.toml"))?;
    let [ar, fr, en] = cldr;
    let names = [territories(ar, "ar")?, territories(fr, "fr")?, territories(en, "en")?];
    let mut countries = Vec::new();
    for (alpha_2, row) in rows {
        let code = row.code()?;
        let by_hand = hand.country.iter().find(|c| c.code.as_bytes() == code);
        let at = match by_hand.and_then(|c| c.at) {
            Some([lat, lon]) => Some(E5::from_degrees(lon, lat)),
            None => middle(land, code),
        };
        let Some(at) = at.filter(|at| LABELLED.contains(*at)) else { continue };
        let [ar, fr, en] = names.each_ref().map(|t| short(t, alpha_2));
        let none = HandCountry::default();
        let hand = by_hand.unwrap_or(&none);
        let pick = |hand: &Option<String>, cldr: Option<&String>| {
            hand.clone()
                .or_else(|| cldr.cloned())
                .with_context(|| format!("no name of `{alpha_2}`"))
        };
        let names = [pick(&hand.ar, ar)?, pick(&hand.fr, fr)?, pick(&hand.en, en)?];
        countries.push(CountryFile { code, names, label_at: at.packed() });
    }
    for by_hand in &hand.country {
        let code = code(&by_hand.code)?;
        let known = countries.iter().any(|c| c.code == code);
        known.then_some(()).with_context(|| format!("no country `{}`", by_hand.code))?;
    }
    countries.sort_by_key(|c| c.code);
    Ok(CountriesFile { countries })
}

/// CLDR's short form where it has one.
fn short<'a>(names: &'a Territories, alpha_2: &str) -> Option<&'a String> {
    names.get(&format!("{alpha_2}-alt-short")).or_else(|| names.get(alpha_2))
}

fn territories(json: &[u8], lang: &str) -> Result<Territories> {
    let file: serde_json::Value = serde_json::from_slice(json)?;
    let names = file.pointer(&format!("/main/{lang}/localeDisplayNames/territories"));
    Ok(serde_json::from_value(names.context("no territories")?.clone())?)
}

/// The middle of the country's largest piece of land; none for a city state or a small island.
fn middle(land: &Countries, code: Code) -> Option<E5> {
    // Square degrees: about 200 km2.
    const LEAST: f64 = 0.02;
    let size = |ring: &[E5]| planar::area(ring).abs();
    let rings = land.get(&code)?.iter().map(|p| &p.outer);
    let largest = rings.max_by(|a, b| size(a).total_cmp(&size(b)))?;
    (size(largest) > LEAST).then(|| label_point(largest)).flatten()
}
