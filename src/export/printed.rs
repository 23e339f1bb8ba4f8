//! A plate as a PDF of one page, for a printer.

use super::PROGRAM;
use super::handout::sheet_points;
use super::offscreen::DrawError;
use super::picture::{DOTS_PER_INCH, PictureSpec, render_pixels};
use super::plate;
use super::progress::Progress;
use crate::map::MapGeometry;
use crate::state::{AppState, Destination, Sheet};
use egui_wgpu::RenderState;
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use krilla::Document;
use krilla::geom::Size;
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use std::sync::Arc;

/// Of a hundred: lines and letters keep their edges on paper.
const QUALITY: u8 = 93;

/// The plate of what `state` shows at `looks`, as a picture of 300 dots to the inch that fills a sheet.
///
/// # Errors
/// When there is no graphics driver, a part of the program is damaged, or it is cancelled.
pub fn render_print(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    (sheet, looks): (Sheet, Option<Destination>),
    window: Option<&RenderState>,
    progress: &Progress,
) -> Result<Vec<u8>, DrawError> {
    let plate = PictureSpec::plate(sheet.pixels(), looks);
    let spec = PictureSpec { dots_per_inch: Some(DOTS_PER_INCH), ..plate };
    let drawn = render_pixels(state, geometry, &spec, window, progress)?;
    let [width, height] = drawn.size;
    let mut picture = Vec::new();
    JpegEncoder::new_with_quality(&mut picture, QUALITY).encode(
        &drawn.rgb,
        width,
        height,
        ExtendedColorType::Rgb8,
    )?;
    progress.check()?;
    let words = state.session.words();
    let mut document = Document::new();
    let [width, height] = sheet_points(sheet);
    let mut page =
        document.start_page_with(PageSettings::from_wh(width, height).unwrap_or_default());
    let mut surface = page.surface();
    let image = Image::from_jpeg(picture.into(), false).map_err(DrawError::Unreadable)?;
    if let Some(size) = Size::from_wh(width, height) {
        surface.draw_image(image, size);
    }
    surface.finish();
    page.finish();
    let about = Metadata::new()
        .title(plate::title(state, &words))
        .language(words.lang().code().to_owned())
        .creator(PROGRAM.to_owned());
    document.set_metadata(about);
    Ok(document.finish()?)
}
