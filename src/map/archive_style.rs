//! How the vector tiles of a reader's archive are drawn: in the theme's colours, by their schema.

use super::theme::{MapColors, Theme};
use super::tile_store::TileStyle;
use super::tile_style::{hex, line, opacity, style, with};
use crate::state::Schema;
use egui::Color32;
use serde_json::{Value, json};

/// What the parts of a schema are called.
struct Names {
    land: &'static [&'static str],
    cover: &'static [&'static str],
    water: &'static [&'static str],
    rivers: &'static [&'static str],
    boundaries: &'static [&'static str],
    roads: &'static [&'static str],
    /// The fields that may say how large a road is, and their values for large ones.
    road_fields: &'static [&'static str],
    large_roads: &'static [&'static str],
    buildings: &'static [&'static str],
}

const PROTOMAPS: Names = Names {
    land: &["earth"],
    // Up to version 3 woods were `natural`, rivers `physical_line`, and a kind `pmap:kind`.
    cover: &["landcover", "landuse", "natural"],
    water: &["water"],
    rivers: &["water", "physical_line"],
    boundaries: &["boundaries"],
    roads: &["roads"],
    road_fields: &["kind", "pmap:kind"],
    large_roads: &["highway", "major_road"],
    buildings: &["buildings"],
};

const OPEN_MAP_TILES: Names = Names {
    land: &[],
    cover: &["landcover", "landuse", "park"],
    water: &["water"],
    rivers: &["waterway"],
    boundaries: &["boundary"],
    roads: &["transportation"],
    road_fields: &["class"],
    large_roads: &["motorway", "trunk", "primary", "secondary"],
    buildings: &["building"],
};

const SHORTBREAD: Names = Names {
    land: &[],
    cover: &["land", "sites"],
    water: &["ocean", "water_polygons"],
    rivers: &["water_lines"],
    boundaries: &["boundaries"],
    roads: &["streets", "street_polygons"],
    road_fields: &["kind"],
    large_roads: &["motorway", "trunk", "primary", "secondary"],
    buildings: &["buildings"],
};

/// The style of an archive of `schema`, with its waters or without.
///
/// # Errors
/// When walkers does not take the style; a test holds that it does.
pub(super) fn archive_style(
    schema: Schema,
    water: bool,
    theme: &Theme,
) -> Result<TileStyle, serde_json::Error> {
    let layers = match schema {
        Schema::Protomaps => styled(&PROTOMAPS, water, &theme.map),
        Schema::OpenMapTiles => styled(&OPEN_MAP_TILES, water, &theme.map),
        Schema::Shortbread => styled(&SHORTBREAD, water, &theme.map),
        Schema::Other => plain(&theme.map),
    };
    Ok(TileStyle { overview: style(&layers)?, detail: style(&layers)? })
}

fn styled(names: &Names, water: bool, map: &MapColors) -> Vec<Value> {
    let mut large = vec![json!("any")];
    large.extend(names.road_fields.iter().map(|field| {
        // walkers wants the values one by one: in a `literal` list it finds none.
        let mut found = vec![json!("in"), json!(["get", field])];
        found.extend(names.large_roads.iter().map(|value| json!(value)));
        Value::Array(found)
    }));
    let large = Value::Array(large);
    let mut layers = vec![fill(names.land, map.outside), fill(names.cover, map.land_cover)];
    if water {
        layers.push(fill(names.water, map.water));
        layers.push(line(names.rivers, map.water, 1.2));
    }
    layers.push(fill(names.buildings, map.building));
    let only = |layer, which| with(layer, "", "filter", which);
    let small_roads = only(line(names.roads, map.road, 0.8), json!(["!", large]));
    let large_roads = only(line(names.roads, map.road, 1.8), large);
    let boundaries = only(line(names.boundaries, map.region, 1.0), json!(["!", national()]));
    layers.extend([small_roads, large_roads, boundaries]);
    // An empty list would stand for all layers.
    layers.retain(|layer| layer["source-layer"].as_array().is_none_or(|names| !names.is_empty()));
    layers
}

/// Whether a boundary is one of countries: the map draws those that are measured, and another line
/// beside them would say that they lie elsewhere.
fn national() -> Value {
    let level = |field| json!(["in", ["get", field], 2, 2.0, "2"]);
    json!([
        "any",
        level("admin_level"),
        level("kind_detail"),
        level("pmap:min_admin_level"),
        ["==", ["get", "kind"], "country"]
    ])
}

/// Whatever there is, by the type of its geometry: areas lightly, so that what lies over each other
/// still shows, and lines. They may be of anything, so they are to be seen on any ground.
fn plain(map: &MapColors) -> Vec<Value> {
    vec![fill(&[], map.town.gamma_multiply(0.3)), line(&[], map.town, 1.2)]
}

fn fill(source: &[&str], color: Color32) -> Value {
    json!({
        "type": "fill", "source-layer": source,
        "paint": { "fill-color": hex(color), "fill-opacity": opacity(color) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Shade;

    #[test]
    fn walkers_takes_the_style_of_every_schema_in_every_theme() {
        for shade in Shade::ALL {
            let theme = Theme::built_in(shade).unwrap();
            for schema in
                [Schema::Protomaps, Schema::OpenMapTiles, Schema::Shortbread, Schema::Other]
            {
                for water in [true, false] {
                    let style = archive_style(schema, water, &theme).unwrap();
                    assert!(style.detail.layers.len() >= 2, "{schema:?}");
                }
            }
        }
    }
}
