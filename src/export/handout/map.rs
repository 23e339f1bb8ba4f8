//! The picture of a scene's map, at 300 dots to the inch of the sheet.

use super::flow::Area;
use crate::dossier::Scene;
use crate::export::offscreen::{DrawError, Offscreen};
use crate::export::plate;
use crate::export::progress::Progress;
use crate::i18n::Words;
use crate::map::furniture::Kit;
use crate::map::theme::Theme;
use crate::map::{Decoding, MapGeometry, MapPainter};
use crate::state::{AppState, briefing};
use crate::text::TextEngine;
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use std::sync::Arc;

const DOTS_PER_POINT: f32 = 300.0 / 72.0;
/// Points of the page for a point of a plate, so that the map's names are as large as on one.
const PLATE_POINT: f32 = 72.0 / 150.0;
/// Of a hundred: lines and letters keep their edges, and a page is a third of what it is lossless.
const QUALITY: u8 = 93;

/// Draws the maps one after the other with one renderer.
pub(super) struct MapMaker<'a> {
    offscreen: Offscreen,
    text: TextEngine,
    painter: MapPainter,
    theme: &'a Theme,
    size: [u32; 2],
    pixels_per_point: f32,
}

impl<'a> MapMaker<'a> {
    pub(super) fn new(
        state: &AppState,
        geometry: &Arc<MapGeometry>,
        theme: &'a Theme,
        scale: f32,
        area: Area,
        progress: &Progress,
    ) -> Result<Self, DrawError> {
        let offscreen = Offscreen::new(None)?;
        let text = TextEngine::new();
        text.install(&offscreen.ctx);
        let painter = MapPainter::new(geometry.clone(), Decoding::Synchronous, Arc::new(|| {}));
        let mut painter = painter.until(progress.cancelled()).on_plate();
        painter.open_tiles(state, theme)?;
        let size = [area.width, area.height].map(|side| (side * scale * DOTS_PER_POINT).ceil());
        Ok(Self {
            offscreen,
            text,
            painter,
            theme,
            size: size.map(|side| side as u32),
            pixels_per_point: scale * DOTS_PER_POINT * PLATE_POINT,
        })
    }

    /// The map of `scene`, which `state` shows, as a JPEG file.
    pub(super) fn picture(
        &mut self,
        state: &AppState,
        scene: &Scene,
        words: &Words,
    ) -> Result<Vec<u8>, DrawError> {
        let Self { offscreen, text, painter, theme, size, pixels_per_point } = self;
        let looks = briefing::destination(scene);
        let pixels = offscreen.picture(*size, *pixels_per_point, |ui| {
            text.begin_pass(ui.ctx());
            let kit = Kit { text, words, theme };
            plate::paint_map(ui, state, kit, painter, looks);
        })?;
        if painter.lacks_tiles() {
            return Err(DrawError::TilesMissing);
        }
        let [width, height] = *size;
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode(
            &pixels,
            width,
            height,
            ExtendedColorType::Rgb8,
        )?;
        Ok(bytes)
    }
}
