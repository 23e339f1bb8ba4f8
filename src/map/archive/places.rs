//! Which places a vector tile names: their names in the reader's languages, and how large they are.
//!
//! Protomaps calls the layer `places`, OpenMapTiles `place`, Shortbread `place_labels`.

use super::metadata::plain;
use super::mvt::{Field, TileFault, each_field};
use super::pmtiles::varint;
use super::points::points_of_feature;
use crate::geodata::Names;
use std::collections::HashMap;

/// The layers with places.
const LAYERS: [&str; 3] = ["places", "place", "place_labels"];
/// The fields that may say what a place is, the most exact first.
const KINDS: [&str; 5] = ["kind_detail", "place", "class", "pmap:kind", "kind"];
/// Longest name that is drawn, in characters.
const LONGEST: usize = 60;
/// Most places of a tile that are named.
const MOST: usize = 400;

/// A place of a tile.
#[derive(Clone, Debug, PartialEq)]
pub struct TilePlace {
    /// Where it is, in 0..1 of the tile.
    pub at: [f32; 2],
    /// Its names.
    pub names: Names,
    /// How small it is: 0 a city, 1 a town, 2 a village, 3 less.
    pub rank: u8,
}

/// The places of the tile, the largest first. Countries and their parts are left out, since the map
/// names them itself.
pub(super) fn places_of(tile: &[u8]) -> Result<Vec<TilePlace>, TileFault> {
    let mut places = Vec::new();
    each_field(tile, |number, field| match (number, field) {
        (3, Field::Bytes(layer)) => places_of_layer(layer, &mut places),
        _ => Ok(()),
    })?;
    places.sort_by_key(|place| place.rank);
    places.truncate(MOST);
    Ok(places)
}

fn places_of_layer(layer: &[u8], places: &mut Vec<TilePlace>) -> Result<(), TileFault> {
    let (mut name, mut extent) = (&[][..], super::mvt::EXTENT);
    let (mut keys, mut values, mut features) = (Vec::new(), Vec::new(), Vec::new());
    each_field(layer, |number, field| {
        match (number, field) {
            (1, Field::Bytes(bytes)) => name = bytes,
            (2, Field::Bytes(feature)) => features.push(feature),
            (3, Field::Bytes(key)) => keys.push(String::from_utf8_lossy(key)),
            (4, Field::Bytes(value)) => values.push(text_of(value)?),
            (5, Field::Number(wide)) => extent = wide,
            _ => {}
        }
        Ok(())
    })?;
    if !LAYERS.iter().any(|known| known.as_bytes() == name) {
        return Ok(());
    }
    for feature in features {
        let mut points = Vec::new();
        points_of_feature(feature, extent, &mut points)?;
        let Some(&at) = points.first() else { continue };
        let mut tags = HashMap::new();
        each_field(feature, |number, field| {
            if let (2, Field::Bytes(mut pairs)) = (number, field) {
                while !pairs.is_empty() {
                    let mut next = || varint(&mut pairs).ok_or(TileFault::NotATile);
                    let (key, value) = (next()? as usize, next()? as usize);
                    if let (Some(key), Some(Some(value))) = (keys.get(key), values.get(value)) {
                        tags.insert(&**key, *value);
                    }
                }
            }
            Ok(())
        })?;
        places.extend(place_of(at, &tags));
    }
    Ok(())
}

/// The text of a value that is one.
fn text_of(value: &[u8]) -> Result<Option<&str>, TileFault> {
    let mut text = None;
    each_field(value, |number, field| {
        if let (1, Field::Bytes(bytes)) = (number, field) {
            text = std::str::from_utf8(bytes).ok();
        }
        Ok(())
    })?;
    Ok(text)
}

fn place_of(at: [f32; 2], tags: &HashMap<&str, &str>) -> Option<TilePlace> {
    let kind = KINDS.iter().find_map(|field| tags.get(field)).copied().unwrap_or_default();
    let rank = match kind {
        "country" | "state" | "region" | "province" | "continent" | "island" => return None,
        "capital" | "state_capital" | "city" => 0,
        "town" => 1,
        "village" => 2,
        _ => 3,
    };
    let named = |fields: &[&str]| {
        let names = fields.iter().filter_map(|field| tags.get(field)).map(|name| plain(name));
        names.into_iter().find(|name| !name.is_empty() && name.chars().count() <= LONGEST)
    };
    let local = named(&["name"]);
    // Where a name is in Arabic letters it is the Arabic one.
    let is_arabic = |name: &String| name.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
    let ar = named(&["name:ar", "name_ar"]).or_else(|| local.clone().filter(is_arabic));
    let fr = named(&["name:fr", "name_fr", "name:latin", "name:en", "name_en"]).or(local);
    let fr = fr.or_else(|| ar.clone())?;
    let en = named(&["name:en", "name_en"]).unwrap_or_else(|| fr.clone());
    Some(TilePlace { at, names: Names { ar: ar.unwrap_or_default(), fr, en }, rank })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(tags: &[(&str, &str)]) -> Option<[String; 4]> {
        let place = place_of([0.5, 0.5], &tags.iter().copied().collect())?;
        let Names { ar, fr, en } = place.names;
        Some([ar, fr, en, place.rank.to_string()])
    }

    #[test]
    fn a_place_has_the_names_that_its_schema_gives_it() {
        let of = |tags: &[(&str, &str)]| names(tags).unwrap();
        let protomaps = [("kind", "locality"), ("kind_detail", "city"), ("name", "Kidal")];
        assert_eq!(of(&protomaps), ["", "Kidal", "Kidal", "0"]);
        let three = [("name:ar", "كيدال"), ("name:fr", "Kidal"), ("name:en", "Kidal town")];
        assert_eq!(of(&three), ["كيدال", "Kidal", "Kidal town", "3"]);
        let arabic = [("class", "village"), ("name", "تمنراست")];
        assert_eq!(of(&arabic), ["تمنراست", "تمنراست", "تمنراست", "2"]);
        let shortbread = [("kind", "town"), ("name", "Gao"), ("name_en", "Gao in English")];
        assert_eq!(of(&shortbread), ["", "Gao in English", "Gao in English", "1"]);
    }

    #[test]
    fn what_has_no_name_or_is_a_country_is_none() {
        assert_eq!(names(&[("kind", "city")]), None);
        assert_eq!(names(&[("kind", "country"), ("name", "Mali")]), None);
        assert_eq!(names(&[("name", &"x".repeat(61))]), None);
    }
}
