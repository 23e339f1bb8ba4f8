//! How the base tiles are drawn in a theme.

use super::theme::{MapColors, Theme};
use super::tile_store::TileStyle;
use crate::state::{AppState, Base, Layer, Shade, selectors};
use egui::Color32;
use serde_json::{Value, json};
use walkers::Style;

/// Which parts of the tiles are drawn, and in which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TileLook {
    /// Of the theme.
    pub(super) shade: Shade,
    /// Lakes and shores.
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
            lines_only: !matches!(state.session.base.shown, Base::Relief | Base::Plain),
        }
    }
}

/// The tiles' style in `theme`: water, shores, the neighbours' borders and region lines; their rivers
/// are drawn apart, see [`river_style`]. Water leaves the tiles where the map draws it from
/// full-resolution areas.
///
/// # Errors
/// When walkers does not take the style; a test holds that it does.
pub(super) fn tile_style(look: TileLook, theme: &Theme) -> Result<TileStyle, serde_json::Error> {
    let map = &theme.map;
    let look = TileLook { water: look.water && !look.lines_only, ..look };
    let lines = lines(look, map);
    let mut overview = Vec::new();
    if look.water {
        overview.push(json!({
            "type": "fill", "source-layer": "water",
            "paint": { "fill-color": hex(map.water), "fill-opacity": opacity(map.water) },
        }));
    }
    overview.extend(lines.iter().cloned());
    Ok(TileStyle { overview: style(&overview)?, detail: style(&lines)? })
}

/// The style of the tiles' rivers and nothing else.
///
/// # Errors
/// When walkers does not take the style; a test holds that it does.
pub(super) fn river_style(theme: &Theme) -> Result<TileStyle, serde_json::Error> {
    let rivers = |width: f32| style(&[line(&["rivers"], theme.map.water, width)]);
    Ok(TileStyle { overview: rivers(1.2)?, detail: rivers(1.8)? })
}

pub(super) fn style(layers: &[Value]) -> Result<Style, serde_json::Error> {
    serde_json::from_value(json!({ "layers": layers }))
}

/// The lines of some layers of tiles.
pub(super) fn line(source: &[&str], color: Color32, width: f32) -> Value {
    json!({
        "type": "line", "source-layer": source,
        "paint": {
            "line-color": hex(color), "line-opacity": opacity(color), "line-width": width,
        },
    })
}

/// The same layer with a field more: in the part at this JSON pointer, or in itself where that is empty.
pub(super) fn with(mut layer: Value, part: &str, field: &str, value: Value) -> Value {
    if let Some(fields) = layer.pointer_mut(part).and_then(Value::as_object_mut) {
        fields.insert(field.to_owned(), value);
    }
    layer
}

/// Dashed lines: how long a dash is and a gap.
fn dashed(source: &str, color: Color32, dash: [u8; 2]) -> Value {
    with(line(&[source], color, 1.0), "/paint", "line-dasharray", json!(dash))
}

/// The tiles' lines but for rivers.
fn lines(look: TileLook, map: &MapColors) -> Vec<Value> {
    let mut lines = Vec::new();
    if look.water {
        lines.push(line(&["coast"], map.coast, 1.0));
    }
    if look.regions {
        lines.push(dashed("regions", map.region, [1, 3]));
    }
    for (disputed, dash) in [(0, [4, 3]), (1, [2, 4])] {
        let which = json!(["==", ["get", "disputed"], disputed]);
        lines.push(with(dashed("borders", map.other_border, dash), "", "filter", which));
    }
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
            assert!(river_style(&Theme::built_in(shade).unwrap()).is_ok());
            for (water, regions) in [(true, true), (false, true), (true, false)] {
                let look = TileLook { shade, water, regions, lines_only: !water };
                assert!(tile_style(look, &Theme::built_in(shade).unwrap()).is_ok());
            }
        }
    }
}
