//! The map as a PNG file, drawn offscreen by the code that draws the window.

use super::offscreen::{DrawError, Offscreen};
use super::plate;
use crate::geodata::Manifest;
use crate::map::furniture::Kit;
use crate::map::theme::Theme;
use crate::map::{Decoding, MapGeometry, MapPainter, view_of};
use crate::state::{AppState, Camera, Destination, Form, briefing, open_archive, selectors};
use crate::text::TextEngine;
use egui_wgpu::RenderState;
use std::path::PathBuf;
use std::sync::Arc;

/// Fewest pixels a side.
pub const SMALLEST: u32 = 64;
/// Most pixels a side: what every driver can draw in one piece.
pub const LARGEST: u32 = 8192;

/// Dots to the inch of a sheet of paper.
pub const DOTS_PER_INCH: u32 = 300;

/// What the picture is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureSpec {
    /// Width and height in pixels, each from [`SMALLEST`] to [`LARGEST`].
    pub size: [u32; 2],
    /// Pixels of the picture for a point of the window.
    pub pixels_per_point: f32,
    /// Whether the map stands in a plate, with title, legend and sources.
    pub plate: bool,
    /// Dots to the inch of a sheet of paper.
    pub dots_per_inch: Option<u32>,
    /// Where the map looks; `None` shows the scene, or else the whole theatre.
    pub looks: Option<Destination>,
}

impl PictureSpec {
    /// A picture of this size on which text is as large, in relation, as on a screen of
    /// 1920 x 1080: a 4K picture has twice the pixels a point.
    #[must_use]
    pub fn sized(size: [u32; 2], looks: Option<Destination>) -> Self {
        let [width, height] = size.map(|side| side as f32);
        let pixels_per_point = (width / 1920.0).min(height / 1080.0).max(1.0);
        Self { size, pixels_per_point, plate: false, dots_per_inch: None, looks }
    }

    /// A plate of this size.
    #[must_use]
    pub fn plate(size: [u32; 2], looks: Option<Destination>) -> Self {
        let pixels_per_point = plate::pixels_per_point(size);
        Self { size, pixels_per_point, plate: true, dots_per_inch: None, looks }
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
    state.session.camera = None;
    let theme = Theme::built_in(selectors::shade(&state))?;
    let words = state.session.words();
    let text = TextEngine::new();
    let mut offscreen = Offscreen::new(window)?;
    text.install(&offscreen.ctx);
    let painter = MapPainter::new(geometry.clone(), Decoding::Synchronous, Arc::new(|| {}));
    let mut painter = if spec.plate { painter.on_plate() } else { painter };
    painter.open_tiles(&state, &theme)?;
    let looks = looks_at(&state, spec);
    let mut painted = Ok(());
    let pixels = offscreen.picture(spec.size, spec.pixels_per_point, |ui| {
        text.begin_pass(ui.ctx());
        let kit = Kit { text: &text, words: &words, theme: &theme };
        if spec.plate {
            painted = plate::paint(ui, &state, kit, &mut painter, looks);
        } else {
            let view = view_of(ui.max_rect(), &state, looks);
            painter.paint(ui, &view, &state, kit, None, None);
        }
    })?;
    painted?;
    encode(&pixels, &state, plate::title(&state, &words), spec)
}

/// Where a picture looks: where it is to, or else at its scene, or at the whole theatre.
fn looks_at(state: &AppState, spec: &PictureSpec) -> Destination {
    let scene = || briefing::scene(state).map(briefing::destination);
    spec.looks.or_else(scene).unwrap_or_else(Destination::theatre)
}

/// The picture with what is known of it: title, sources, program, dossier, view.
fn encode(
    pixels: &[u8],
    state: &AppState,
    title: String,
    spec: &PictureSpec,
) -> Result<Vec<u8>, DrawError> {
    const METRES_PER_INCH: f64 = 0.0254;
    let mut bytes = Vec::new();
    let [width, height] = spec.size;
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    if let Some(dots) = spec.dots_per_inch {
        let per_metre = (f64::from(dots) / METRES_PER_INCH).round() as u32;
        let unit = png::Unit::Meter;
        let dimensions = png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit };
        encoder.set_pixel_dims(Some(dimensions));
    }
    let mut credits = Manifest::embedded()?.credits_with_licences();
    credits.extend(open_archive(state).map(|info| info.credit().to_owned()));
    let dossier = &state.world.dossier;
    let scene =
        briefing::scene(state).map_or_else(String::new, |scene| format!(", scene {}", scene.id));
    let mut texts = vec![
        ("Title", title),
        ("Copyright", credits.join("; ")),
        ("Software", concat!("Sahel Map ", env!("CARGO_PKG_VERSION")).to_owned()),
        ("Source", format!("dossier {}{scene}", dossier.id)),
    ];
    if let Some(Destination::View(Camera { center, zoom })) = spec.looks {
        let view = format!("latitude {}, longitude {}, zoom {zoom}", center.lat(), center.lon());
        texts.push(("Description", view));
    }
    for (keyword, text) in texts {
        encoder.add_itxt_chunk(keyword.to_owned(), text)?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

/// A name by the humanitarian mapping habit: country, place, form, date.
#[must_use]
pub fn default_file_name(state: &AppState, form: Form, date: &str) -> PathBuf {
    let place = selectors::selected_place(state);
    let country =
        place.and_then(|p| p.country).map_or_else(|| "SAHEL".to_owned(), |code| code.to_string());
    let name = place.map_or("map", |p| p.id.as_str());
    let (of_form, extension) = form.in_name();
    PathBuf::from(format!("{country}_{name}{of_form}_{date}.{extension}"))
}
