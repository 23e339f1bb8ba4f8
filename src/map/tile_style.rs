//! How the base tiles are drawn in a theme.

use super::river_layer;
use super::theme::{MapColors, Theme};
use super::tiles::TileStyle;
use crate::geodata::Rivers;
use crate::state::{AppState, Base, Layer, Shade, selectors};
use egui::Color32;
use serde_json::{Map, Value, json};
use walkers::Style;

/// Which parts of the tiles are drawn, and in which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TileLook {
    /// Of the theme.
    pub(super) shade: Shade,
    /// Lakes, rivers and shores.
    pub(super) water: bool,
    /// Lines of regions.
    pub(super) regions: bool,
    /// Whether the tiles lie over a base that has waters of its own, or none.
    pub(super) lines_only: bool,
}

impl TileLook {
    /// What the session asks for.
    pub(super) fn of(state: &AppState) -> Self {
        let layers = &state.session.layers;
        Self {
            shade: selectors::shade(state),
            water: layers.shows(Layer::Water),
            regions: layers.shows(Layer::Regions),
            lines_only: matches!(state.session.base.shown, Base::Archive(_) | Base::None),
        }
    }
}

/// The tiles' style in `theme`: water, shores, the neighbours' borders and region lines. Water
/// leaves the tiles where the map draws it from full-resolution areas.
///
/// # Errors
/// When walkers does not take the style; a test holds that it does.
pub(super) fn tile_style(look: TileLook, theme: &Theme) -> Result<TileStyle, serde_json::Error> {
    let map = &theme.map;
    let look = TileLook { water: look.water && !look.lines_only, ..look };
    let detail = lines(look, map, 1.8);
    let mut overview = Vec::new();
    if look.water {
        overview.push(json!({
            "type": "fill", "source-layer": "water",
            "paint": { "fill-color": hex(map.water), "fill-opacity": opacity(map.water) },
        }));
    }
    overview.extend(lines(look, map, 1.2));
    Ok(TileStyle { overview: style(&overview)?, detail: style(&detail)? })
}

pub(super) fn style(layers: &[Value]) -> Result<Style, serde_json::Error> {
    serde_json::from_value(json!({ "layers": layers }))
}

/// The first zoom of tiles that lie under fine rivers alone. A tile is drawn at map zooms from half
/// a zoom below one more than its own on: it is as wide as two of the map's squares.
fn first_with_fine_rivers() -> u8 {
    (river_layer::APPEAR.1 - 0.5).ceil() as u8
}

/// The tiles' lines, with rivers of this width.
fn lines(look: TileLook, map: &MapColors, rivers: f32) -> Vec<Value> {
    let line = |source: &str, color: Color32, dash: Option<Value>, filter: Option<Value>| {
        // walkers takes a missing dash or filter for none, and a null for a mistake.
        let width = if source == "rivers" { rivers } else { 1.0 };
        let fields = [("line-dasharray", dash), ("line-width", Some(json!(width)))];
        let mut paint: Map<String, Value> =
            fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        paint.insert("line-color".to_owned(), json!(hex(color)));
        paint.insert("line-opacity".to_owned(), json!(opacity(color)));
        let mut layer = Map::new();
        layer.insert("type".to_owned(), json!("line"));
        layer.insert("source-layer".to_owned(), json!(source));
        layer.insert("paint".to_owned(), Value::Object(paint));
        layer.extend(filter.map(|filter| ("filter".to_owned(), filter)));
        Value::Object(layer)
    };
    let disputed = |which: u8| Some(json!(["==", ["get", "disputed"], which]));
    let mut lines = Vec::new();
    if look.water {
        let far =
            (!Rivers::are_left_out()).then(|| json!(["<", ["zoom"], first_with_fine_rivers()]));
        lines.push(line("rivers", map.water, None, far));
        lines.push(line("coast", map.coast, None, None));
    }
    if look.regions {
        lines.push(line("regions", map.region, Some(json!([1, 3])), None));
    }
    lines.push(line("borders", map.other_border, Some(json!([4, 3])), disputed(0)));
    lines.push(line("borders", map.other_border, Some(json!([2, 4])), disputed(1)));
    lines
}

pub(super) fn hex(color: Color32) -> String {
    let [r, g, b, _] = color.to_srgba_unmultiplied();
    format!("#{r:02x}{g:02x}{b:02x}")
}

pub(super) fn opacity(color: Color32) -> f32 {
    f32::from(color.a()) / 255.0
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn walkers_takes_the_style_of_every_theme() {
        for shade in Shade::ALL {
            for (water, regions) in [(true, true), (false, true), (true, false)] {
                let look = TileLook { shade, water, regions, lines_only: !water };
                assert!(tile_style(look, &Theme::built_in(shade).unwrap()).is_ok());
            }
        }
    }
}
