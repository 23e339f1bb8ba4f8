//! The map as a PNG file, drawn offscreen by the code that draws the window.

use super::offscreen::{DrawError, Offscreen};
use crate::geodata::Manifest;
use crate::map::furniture::Kit;
use crate::map::theme::Theme;
use crate::map::{Decoding, MapGeometry, MapPainter, current_view};
use crate::state::{AppState, Camera, open_archive, selectors};
use crate::text::TextEngine;
use egui_wgpu::RenderState;
use std::path::PathBuf;
use std::sync::Arc;

/// Fewest pixels a side.
pub const SMALLEST: u32 = 64;
/// Most pixels a side: what every driver can draw in one piece.
pub const LARGEST: u32 = 8192;

/// What the picture is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureSpec {
    /// Width and height in pixels, each from [`SMALLEST`] to [`LARGEST`].
    pub size: [u32; 2],
    /// Pixels of the picture for a point of the window.
    pub pixels_per_point: f32,
    /// Where the map looks; `None` shows the whole theatre.
    pub camera: Option<Camera>,
}

impl PictureSpec {
    /// A picture of this size on which text is as large, in relation, as on a screen of
    /// 1920 x 1080: a 4K picture has twice the pixels a point.
    #[must_use]
    pub fn sized(size: [u32; 2], camera: Option<Camera>) -> Self {
        let [width, height] = size.map(|side| side as f32);
        let pixels_per_point = (width / 1920.0).min(height / 1080.0).max(1.0);
        Self { size, pixels_per_point, camera }
    }
}

/// Draws the map of `state` and encodes it; `window` lends its graphics device.
///
/// # Errors
/// When there is no graphics driver, the size is beyond what it can draw, or a part of the program
/// is damaged.
pub fn render_png(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    spec: &PictureSpec,
    window: Option<&RenderState>,
) -> Result<Vec<u8>, DrawError> {
    let mut state = state.clone();
    state.session.camera = spec.camera;
    let theme = Theme::built_in(selectors::shade(&state))?;
    let words = state.session.words();
    let text = TextEngine::new();
    let mut offscreen = Offscreen::new(window)?;
    text.install(&offscreen.ctx);
    let mut painter = MapPainter::new(geometry.clone(), Decoding::Synchronous, Arc::new(|| {}));
    painter.open_tiles(&state, &theme)?;
    let pixels = offscreen.picture(spec.size, spec.pixels_per_point, |ui| {
        text.begin_pass(ui.ctx());
        let kit = Kit { text: &text, words: &words, theme: &theme };
        let view = current_view(ui.max_rect(), &state);
        painter.paint(ui, &view, &state, kit, None, None);
    })?;
    encode(&pixels, spec, open_archive(&state).map(|info| info.credit()))
}

fn encode(pixels: &[u8], spec: &PictureSpec, archive: Option<&str>) -> Result<Vec<u8>, DrawError> {
    let mut bytes = Vec::new();
    let [width, height] = spec.size;
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut credits = Manifest::embedded()?.credits_with_licences();
    credits.extend(archive.map(str::to_owned));
    let credits = credits.join("; ");
    encoder.add_itxt_chunk("Copyright".to_owned(), credits)?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// A name by the humanitarian mapping habit: country, place, in lower case.
#[must_use]
pub fn default_file_name(state: &AppState) -> PathBuf {
    let place = selectors::selected_place(state);
    let country =
        place.and_then(|p| p.country).map_or_else(|| "SAHEL".to_owned(), |code| code.to_string());
    let name = place.map_or("map", |p| p.id.as_str());
    PathBuf::from(format!("{country}_{name}.png"))
}
