//! Which polygons a GeoJSON map has: of each country, or of all land.

use crate::e5::E5;
use crate::theatre::Area;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// ISO 3166-1 alpha-3 code as the files hold it.
pub(crate) type Code = [u8; 3];

/// An area with holes; rings are closed (the last vertex equals the first).
pub(crate) struct Polygon {
    /// The outer ring.
    pub(crate) outer: Vec<E5>,
    /// The holes.
    pub(crate) holes: Vec<Vec<E5>>,
}

/// Every country's polygons, by code.
pub(crate) type Countries = BTreeMap<Code, Vec<Polygon>>;

#[derive(Deserialize)]
struct Properties {
    #[serde(rename = "A3")]
    code: String,
}

#[derive(Deserialize)]
struct LandMap<'a> {
    #[serde(borrow)]
    geometries: Vec<Geometry<'a>>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    r#type: &'a str,
    // Parsed only when the type is known: an untyped tree of 168 MB of numbers would not fit.
    #[serde(borrow)]
    coordinates: &'a RawValue,
}

type Ring = Vec<[f64; 2]>;

/// Each country's polygons whose bounds meet `area`, whole; the rest is dropped.
pub(crate) fn read_countries(json: &[u8], area: Area) -> Result<Countries> {
    let mut countries = Countries::new();
    for (properties, polygons) in read_features::<Properties>(json)? {
        let kept: Vec<Polygon> = polygons.into_iter().filter(|p| area.meets(&p.outer)).collect();
        if !kept.is_empty() {
            countries.entry(code(&properties.code)?).or_default().extend(kept);
        }
    }
    Ok(countries)
}

/// The polygons of a collection of areas.
pub(crate) fn read_land(json: &[u8]) -> Result<Vec<Polygon>> {
    let map: LandMap = serde_json::from_slice(json)?;
    let mut land = Vec::new();
    for geometry in &map.geometries {
        land.extend(geometry.polygons()?);
    }
    Ok(land)
}

/// Every feature of a GeoJSON map that has properties of this kind, with its polygons.
pub(crate) fn read_features<P: DeserializeOwned>(json: &[u8]) -> Result<Vec<(P, Vec<Polygon>)>> {
    #[derive(Deserialize)]
    struct Features<'a, P> {
        #[serde(borrow)]
        features: Vec<OneFeature<'a, P>>,
    }
    #[derive(Deserialize)]
    struct OneFeature<'a, P> {
        properties: P,
        #[serde(borrow)]
        geometry: Geometry<'a>,
    }
    let map: Features<P> = serde_json::from_slice(json)?;
    map.features.into_iter().map(|f| Ok((f.properties, f.geometry.polygons()?))).collect()
}

/// The code as the files hold it.
pub(crate) fn code(text: &str) -> Result<Code> {
    text.as_bytes().try_into().with_context(|| format!("`{text}` is not a code of three letters"))
}

/// The code as text.
pub(crate) fn code_text(code: Code) -> String {
    String::from_utf8_lossy(&code).into_owned()
}

impl Geometry<'_> {
    fn polygons(&self) -> Result<Vec<Polygon>> {
        let text = self.coordinates.get();
        let polygons: Vec<Vec<Ring>> = match self.r#type {
            "Polygon" => vec![serde_json::from_str(text)?],
            "MultiPolygon" => serde_json::from_str(text)?,
            other => bail!("a `{other}` among areas"),
        };
        Ok(polygons.iter().filter_map(|rings| Polygon::from_degrees(rings)).collect())
    }
}

impl Polygon {
    fn from_degrees(rings: &[Ring]) -> Option<Self> {
        let ring = |r: &Ring| r.iter().map(|&[lon, lat]| E5::from_degrees(lon, lat)).collect();
        let (outer, holes) = rings.split_first()?;
        Some(Self { outer: ring(outer), holes: holes.iter().map(ring).collect() })
    }

    /// From `geo`'s, each coordinate to the nearest lattice point.
    pub(crate) fn from_geo(polygon: &geo::Polygon<f64>) -> Self {
        let ring = |r: &geo::LineString<f64>| {
            let mut ring: Vec<E5> = r.coords().map(|c| E5::from_coord(*c)).collect();
            ring.dedup();
            ring
        };
        Self {
            outer: ring(polygon.exterior()),
            holes: polygon.interiors().iter().map(ring).collect(),
        }
    }

    /// All rings, the outer one first.
    pub(crate) fn rings(&self) -> impl Iterator<Item = &Vec<E5>> {
        std::iter::once(&self.outer).chain(&self.holes)
    }

    /// As `geo` has it, in degrees.
    pub(crate) fn to_geo(&self) -> geo::Polygon<f64> {
        let ring = |r: &Vec<E5>| r.iter().map(|v| v.coord()).collect::<geo::LineString<f64>>();
        geo::Polygon::new(ring(&self.outer), self.holes.iter().map(ring).collect())
    }
}
