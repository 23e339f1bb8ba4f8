//! A picture's file: rows that become a PNG, with what is known of the picture.

use super::PROGRAM;
use super::drawn;
use super::offscreen::DrawError;
use super::picture::PictureSpec;
use crate::geodata::GeodataError;
use crate::i18n::key;
use crate::map::view::View;
use crate::state::{AppState, briefing};
use serde::Serialize;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// What is known of a picture: it stands in the file's text chunks, and in the JSON beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Facts {
    /// What the picture is called.
    pub title: String,
    /// The language of its words: `ar`, `fr` or `en`.
    pub language: &'static str,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Dots to the inch of a sheet of paper.
    pub dots_per_inch: Option<u32>,
    /// Where its map looks.
    pub view: Looked,
    /// What it is drawn from.
    pub dossier: DrawnFrom,
    /// Whom to credit, with licences and dates.
    pub sources: Vec<String>,
    /// What its borders and names do not mean.
    pub disclaimer: String,
    /// The program and its version.
    pub program: &'static str,
}

/// The middle of a map and its edges, in degrees on WGS84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Looked {
    pub latitude: f64,
    pub longitude: f64,
    pub zoom: f64,
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}

/// The dossier, and the scene of its briefing, if it is one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DrawnFrom {
    /// The dossier's id.
    pub id: String,
    /// The SHA-256 of its files: see [`crate::dossier::Dossier::sha256`].
    pub sha256: String,
    /// The scene's id.
    pub scene: Option<String>,
}

impl Facts {
    /// What is known of a picture of `state` as it was drawn in `view`.
    ///
    /// # Errors
    /// When the list of sources is damaged.
    pub(super) fn of(
        state: &AppState,
        title: String,
        spec: &PictureSpec,
        view: &View,
    ) -> Result<Self, GeodataError> {
        let words = state.session.words();
        let dossier = &state.world.dossier;
        Ok(Self {
            title,
            language: words.lang().code(),
            width: spec.size[0],
            height: spec.size[1],
            dots_per_inch: spec.dots_per_inch,
            view: Looked::of(view),
            dossier: DrawnFrom {
                id: dossier.id.to_string(),
                sha256: dossier.sha256.clone(),
                scene: briefing::scene(state).map(|scene| scene.id.to_string()),
            },
            sources: drawn::credits(state)?,
            disclaimer: words.text(key::DISCLAIMER_BOUNDARIES).into_owned(),
            program: PROGRAM,
        })
    }

    /// The JSON that can stand beside the picture, which is the file `name` with these bytes.
    #[must_use]
    pub fn sidecar(&self, name: &str, png: &[u8]) -> String {
        let file = serde_json::json!({ "name": name, "sha256": crate::dossier::sha256(png) });
        let whole = serde_json::json!({ "file": file, "picture": self });
        format!("{whole:#}\n")
    }

    fn texts(&self) -> [(&'static str, String); 7] {
        let Looked { latitude, longitude, zoom, south, west, north, east } = self.view;
        let DrawnFrom { id, sha256, scene } = &self.dossier;
        let scene = scene.as_ref().map_or_else(String::new, |scene| format!(", scene {scene}"));
        let view = format!(
            "{latitude},{longitude},{zoom}; south {south}, west {west}, north {north}, east {east}"
        );
        [
            ("Title", self.title.clone()),
            ("Copyright", self.sources.join("; ")),
            ("Disclaimer", self.disclaimer.clone()),
            ("Software", self.program.to_owned()),
            ("Source", format!("dossier {id}{scene}")),
            ("View", view),
            ("Dossier-SHA-256", sha256.clone()),
        ]
    }
}

impl Looked {
    /// To a metre and a thousandth of a zoom, so that figures stay short.
    fn of(view: &View) -> Self {
        let short = |degrees: f64| (degrees * 1e5).round() / 1e5;
        let corner = |at| view.geo_from_screen(at);
        let (north_west, south_east) = (corner(view.rect.min), corner(view.rect.max));
        Self {
            latitude: short(view.camera.center.lat()),
            longitude: short(view.camera.center.lon()),
            zoom: (view.camera.zoom * 1e3).round() / 1e3,
            south: short(south_east.lat()),
            west: short(north_west.lon()),
            north: short(north_west.lat()),
            east: short(south_east.lon()),
        }
    }
}

/// A PNG file that is written from the top.
pub(super) struct PngFile {
    rows: Rows,
    bytes: Shared,
}

enum Rows {
    /// All rows come at once.
    Whole(png::Writer<Shared>),
    /// They come strip by strip, and are never there all at once.
    Strips(Box<png::StreamWriter<'static, Shared>>),
}

/// Bytes that are read when their writer, which keeps what it is given, is gone.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl PngFile {
    /// Writes what is known of the picture.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub(super) fn begin(facts: &Facts, is_whole: bool) -> Result<Self, DrawError> {
        const METRES_PER_INCH: f64 = 0.0254;
        /// Bytes of a chunk of a picture that comes in strips.
        const CHUNK: usize = 1 << 20;
        let bytes = Shared::default();
        let mut encoder = png::Encoder::new(bytes.clone(), facts.width, facts.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        if let Some(dots) = facts.dots_per_inch {
            let per_metre = (f64::from(dots) / METRES_PER_INCH).round() as u32;
            let unit = png::Unit::Meter;
            let dimensions = png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit };
            encoder.set_pixel_dims(Some(dimensions));
        }
        for (keyword, text) in facts.texts() {
            encoder.add_itxt_chunk(keyword.to_owned(), text)?;
        }
        let writer = encoder.write_header()?;
        let rows = if is_whole {
            Rows::Whole(writer)
        } else {
            Rows::Strips(Box::new(writer.into_stream_writer_with_size(CHUNK)?))
        };
        Ok(Self { rows, bytes })
    }

    /// Writes rows of red, green, blue.
    ///
    /// # Errors
    /// When they are more or fewer than the picture has.
    pub(super) fn write(&mut self, rows: &[u8]) -> Result<(), DrawError> {
        match &mut self.rows {
            Rows::Whole(writer) => writer.write_image_data(rows)?,
            Rows::Strips(stream) => stream.write_all(rows).map_err(png::EncodingError::from)?,
        }
        Ok(())
    }

    /// The bytes of the whole file.
    ///
    /// # Errors
    /// When rows are missing.
    pub(super) fn finish(self) -> Result<Vec<u8>, DrawError> {
        match self.rows {
            Rows::Whole(writer) => writer.finish()?,
            Rows::Strips(stream) => stream.finish()?,
        }
        Ok(self.bytes.0.take())
    }
}
