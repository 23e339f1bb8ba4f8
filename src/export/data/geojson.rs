//! How places are written as GeoJSON (RFC 7946).

use super::record::{Collection, Field, Record, Shape, degrees};
use crate::geodata::LonLat;
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use std::io;

/// Writes a feature collection, laid out so that a person can read it.
pub(super) fn write(collection: &Collection) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&Features(collection))?;
    bytes.push(b'\n');
    Ok(bytes)
}

struct Features<'a>(&'a Collection);

impl Serialize for Features<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "FeatureCollection")?;
        if let Some(bbox) = bbox(&all.records) {
            map.serialize_entry("bbox", &bbox)?;
        }
        // What RFC 7946 calls foreign members: readers that do not know them pass over them.
        map.serialize_entry("title", &all.title)?;
        map.serialize_entry("generator", &all.generator)?;
        map.serialize_entry("sources", &all.sources)?;
        map.serialize_entry("boundary_disclaimer", &all.boundary_disclaimer)?;
        map.serialize_entry("features", &all.records.iter().map(Feature).collect::<Vec<_>>())?;
        map.end()
    }
}

struct Feature<'a>(&'a Record);

impl Serialize for Feature<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", "Feature")?;
        map.serialize_entry("id", &self.0.id)?;
        map.serialize_entry("geometry", &Geometry(&self.0.shape))?;
        map.serialize_entry("properties", &Properties(&self.0.fields))?;
        map.end()
    }
}

struct Properties<'a>(&'a [Field]);

impl Serialize for Properties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|field| (&field.name, &field.value)))
    }
}

struct Geometry<'a>(&'a Shape);

impl Serialize for Geometry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self.0 {
            Shape::None => return serializer.serialize_none(),
            Shape::Point(_) | Shape::Ring(_) => serializer.serialize_map(Some(2))?,
        };
        match self.0 {
            Shape::None => {}
            Shape::Point(at) => {
                map.serialize_entry("type", "Point")?;
                map.serialize_entry("coordinates", &pair(*at))?;
            }
            Shape::Ring(ring) => {
                let ring: Vec<[f64; 2]> = ring.iter().copied().map(pair).collect();
                map.serialize_entry("type", "Polygon")?;
                map.serialize_entry("coordinates", &[ring])?;
            }
        }
        map.end()
    }
}

/// Longitude first.
fn pair(at: LonLat) -> [f64; 2] {
    [degrees(at.lon()), degrees(at.lat())]
}

/// West, south, east, north of all that has a geometry.
fn bbox(records: &[Record]) -> Option<[f64; 4]> {
    let points = records.iter().flat_map(|record| match &record.shape {
        Shape::None => &[][..],
        Shape::Point(at) => std::slice::from_ref(at),
        Shape::Ring(ring) => ring,
    });
    points.copied().map(pair).fold(None, |bbox, [lon, lat]| {
        let [west, south, east, north] = bbox.unwrap_or([lon, lat, lon, lat]);
        Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)])
    })
}
