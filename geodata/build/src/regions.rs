//! What the first-level regions of the four countries are: outlines, names, and the lines between
//! them.

use crate::borders::FourBorders;
use crate::e5::{E5, edges, pack};
use crate::format::{RegionFile, RegionsFile};
use crate::label_point::label_point;
use crate::planar::{self, Nearby};
use crate::polygons::{Code, Polygon, code};
use crate::simplify::{simplify, simplify_ring};
use anyhow::{Context, Result};
use geo::{BooleanOps, MultiPolygon, unary_union};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

/// About 200 m.
const TOLERANCE: f64 = 0.002;

/// Within this many degrees of a national border no line is drawn: at least 12 km on the ground,
/// more than the two sources' borders differ.
const OFF_BORDER: f64 = 0.14;

/// Pieces smaller than this many square degrees are left out.
const LEAST: f64 = 1e-4;

/// A region before it is cut at our borders.
pub(crate) struct Region {
    /// The country.
    pub(crate) country: Code,
    /// What `hand/regions.toml` or the source calls it.
    pub(crate) key: String,
    /// Names: Arabic, French, English.
    pub(crate) names: [String; 3],
    /// Its parts as the source has them.
    pub(crate) polygons: Vec<Polygon>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hand {
    year: BTreeMap<String, u16>,
    algeria: Vec<HandWilaya>,
    region: Vec<HandRegion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandWilaya {
    code: String,
    ar: Option<String>,
    en: Option<String>,
    #[serde(rename = "reason")]
    _reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HandRegion {
    key: String,
    country: String,
    ar: String,
    fr: String,
    en: String,
}

#[derive(Deserialize)]
struct Wilaya {
    // A commune has another key, which we do not need.
    #[serde(default)]
    code: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
}

#[derive(Deserialize)]
struct Unit {
    adm0_a3: Option<String>,
    iso_3166_2: Option<String>,
    region: Option<String>,
}

/// The regions in the order of the countries' codes and the regions' keys.
pub(crate) fn read(wilayas: &[u8], units: &[u8]) -> Result<Vec<Region>> {
    let hand = hand()?;
    let mut regions = Vec::new();
    for (wilaya, polygons) in crate::polygons::read_features::<Wilaya>(wilayas)? {
        let by_hand = hand.algeria.iter().find(|h| h.code == wilaya.code);
        let ar = by_hand.and_then(|h| h.ar.clone()).unwrap_or(wilaya.name_ar);
        let en = by_hand.and_then(|h| h.en.clone()).unwrap_or(wilaya.name_en);
        let names = [ar, wilaya.name_fr, en];
        regions.push(Region { country: *b"DZA", key: wilaya.code, names, polygons });
    }
    let mut parts: BTreeMap<String, Vec<Polygon>> = BTreeMap::new();
    for (unit, polygons) in crate::polygons::read_features::<Unit>(units)? {
        let key = match unit.adm0_a3.as_deref() {
            Some("MLI" | "NER") => unit.iso_3166_2,
            Some("BFA") => unit.region,
            _ => None,
        };
        parts.entry(key.unwrap_or_default()).or_default().extend(polygons);
    }
    for h in hand.region {
        let polygons = parts.remove(&h.key).with_context(|| format!("no region `{}`", h.key))?;
        let (country, names) = (code(&h.country)?, [h.ar, h.fr, h.en]);
        regions.push(Region { country, key: h.key, names, polygons });
    }
    regions.sort_by(|a, b| (a.country, &a.key).cmp(&(b.country, &b.key)));
    Ok(regions)
}

/// Algeria's communes.
pub(crate) fn communes(json: &[u8]) -> Result<Vec<Region>> {
    let features = crate::polygons::read_features::<Wilaya>(json)?;
    let commune = |(c, polygons): (Wilaya, Vec<Polygon>)| Region {
        country: *b"DZA",
        key: c.code,
        names: [c.name_ar, c.name_fr, c.name_en],
        polygons,
    };
    Ok(features.into_iter().map(commune).collect())
}

fn hand() -> Result<Hand> {
    toml::from_str(include_str!("../hand/regions.toml")).context("hand/regions.toml")
}

/// `regions.bin`: each region as far as our border of its country goes.
pub(crate) fn cut_at_borders(regions: &[Region], four: &FourBorders) -> Result<RegionsFile> {
    let years = hand()?.year;
    let mut files = Vec::new();
    for region in regions {
        let border = four.countries.iter().find(|c| c.code == region.country);
        let border = border.context("a region of no country")?;
        let whole = Polygon { outer: border.ring.clone(), holes: Vec::new() }.to_geo();
        let parts: Vec<_> = region.polygons.iter().map(Polygon::to_geo).collect();
        let inside = unary_union(&parts).intersection(&MultiPolygon::from(whole));
        let mut rings: Vec<Vec<E5>> = inside
            .iter()
            .map(Polygon::from_geo)
            .flat_map(|p| std::iter::once(p.outer).chain(p.holes))
            .filter(|ring| planar::area(ring).abs() > LEAST)
            .filter_map(|ring| simplify_ring(&ring, &|_| TOLERANCE))
            .collect();
        rings.sort_by(|a, b| planar::area(b).abs().total_cmp(&planar::area(a).abs()));
        let label_at = rings.first().and_then(|r| label_point(r));
        let country = crate::polygons::code_text(region.country);
        files.push(RegionFile {
            country: region.country,
            names: region.names.clone(),
            year: *years.get(&country).with_context(|| format!("no year of `{country}`"))?,
            label_at: label_at.with_context(|| format!("`{}` is empty", region.key))?.packed(),
            rings: rings.iter().map(|r| pack(r)).collect(),
        });
    }
    Ok(RegionsFile { regions: files })
}

/// The lines between regions of the same country, each once, away from national borders.
pub(crate) fn lines(regions: &[Region], four: &FourBorders) -> Vec<Vec<E5>> {
    let mut owners: HashMap<(E5, E5), Vec<usize>> = HashMap::new();
    for (i, region) in regions.iter().enumerate() {
        for edge in region.polygons.iter().flat_map(Polygon::rings).flat_map(|r| edges(r)) {
            let (a, b) = edge;
            owners.entry((a.min(b), a.max(b))).or_default().push(i);
        }
    }
    let mut lines: Vec<Vec<E5>> = Vec::new();
    for (i, region) in regions.iter().enumerate() {
        for ring in region.polygons.iter().flat_map(Polygon::rings) {
            let mut last = None;
            for (a, b) in edges(ring) {
                let all = owners.get(&(a.min(b), a.max(b)));
                // The region that comes first draws the line for both.
                let other = all.into_iter().flatten().copied().find(|o| *o > i);
                match (other, lines.last_mut()) {
                    (Some(_), Some(line)) if other == last => line.push(b),
                    (Some(_), _) => lines.push(vec![a, b]),
                    (None, _) => {}
                }
                last = other;
            }
        }
    }
    let rings: Vec<Vec<E5>> = four
        .countries
        .iter()
        .flat_map(|c| c.stretches.iter().map(|s| c.line(s).to_vec()))
        .collect();
    let border = Nearby::new(rings.iter(), OFF_BORDER);
    lines.iter().flat_map(|line| away_from(&border, line)).collect()
}

/// The parts of the line that are away from the border, simplified.
fn away_from(border: &Nearby, line: &[E5]) -> Vec<Vec<E5>> {
    let dense = crate::geodesic::densify(&simplify(line, &|_| TOLERANCE), 2_000.0);
    dense
        .chunk_by(|a, b| border.any(a.coord()) == border.any(b.coord()))
        .filter(|part| part.len() > 1 && part.first().is_some_and(|v| !border.any(v.coord())))
        .map(|part| simplify(part, &|_| TOLERANCE / 10.0))
        .collect()
}
