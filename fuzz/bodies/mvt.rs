//! What holds of a vector tile that is let through, whatever is in it.
//!
//! The first byte says by which schema it is read.

use sahel_map::map::archive::vector_tile;
use sahel_map::state::Schema;
use std::sync::LazyLock;
use walkers::{Style, Tile};

/// Everything that is there, by the type of its geometry: so all of it is decoded and drawn.
static STYLE: LazyLock<Style> = LazyLock::new(|| {
    let style = serde_json::json!({ "layers": [
        { "type": "fill", "source-layer": [], "paint": { "fill-color": "#808080" } },
        { "type": "line", "source-layer": [], "paint": { "line-color": "#808080", "line-width": 1.2 } },
    ] });
    serde_json::from_value(style).unwrap()
});

pub(crate) fn run(data: &[u8]) -> bool {
    let Some((schema, tile)) = data.split_first() else { return false };
    let schema = match schema % 4 {
        0 => Schema::Protomaps,
        1 => Schema::OpenMapTiles,
        2 => Schema::Shortbread,
        _ => Schema::Other,
    };
    let Ok(seen) = vector_tile(tile, schema) else { return false };
    let is_inside = |at: &[f32; 2]| at.iter().all(|part| (0.0..1.0).contains(part));
    assert!(seen.points.len() <= 4000 && seen.points.iter().all(is_inside));
    assert!(seen.places.len() <= 400 && seen.places.iter().all(|place| is_inside(&place.at)));
    for place in &seen.places {
        assert!(!place.names.fr.is_empty() && place.names.fr.chars().count() <= 61);
    }
    // What comes out is looked through again: it is as wide as it has to be.
    let again = vector_tile(&seen.bytes, schema).unwrap();
    assert_eq!(again.bytes, seen.bytes);
    // Not every tile that is sound for us is so for the decoder, but none stops it.
    let _ = Tile::from_mvt(&seen.bytes, &STYLE, 7, 512);
    true
}
