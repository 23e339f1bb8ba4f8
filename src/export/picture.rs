//! The map as a PNG file, drawn offscreen by the code that draws the window.

use super::offscreen::{DrawError, Offscreen};
use super::pieces::{self, Cut, Drawing};
use super::plate;
use super::png_file::{Facts, PngFile};
use super::progress::Progress;
use crate::geodata::GeodataError;
use crate::map::furniture::Kit;
use crate::map::theme::Theme;
use crate::map::view::View;
use crate::map::{Decoding, MapGeometry, MapPainter, view_of};
use crate::state::{AppState, Destination, Pixels, briefing, selectors};
#[cfg(doc)]
use crate::state::{LARGEST, SMALLEST};
use crate::text::TextEngine;
use egui::{Rect, Ui, Vec2};
use egui_wgpu::RenderState;
use std::sync::Arc;

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

    /// The same composition with at most so many pixels a side: what stands where, and how large in
    /// relation, is as it was.
    #[must_use]
    pub fn within(self, [width, height]: [u32; 2]) -> Self {
        let [wide, high] = self.size.map(|side| side.max(1) as f32);
        let scale = (width as f32 / wide).min(height as f32 / high).min(1.0);
        let size = [wide, high].map(|side| (side * scale).round().max(1.0) as u32);
        Self { size, pixels_per_point: self.pixels_per_point * scale, ..self }
    }
}

/// A picture as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The bytes of a PNG file.
    pub png: Vec<u8>,
    /// What is known of it.
    pub facts: Facts,
}

/// Draws the map of `state` and encodes it; `window` lends its graphics device.
///
/// ```no_run
/// use sahel_map::dossier::Dossier;
/// use sahel_map::export::{PictureSpec, Progress, render_png};
/// use sahel_map::geodata::Lang;
/// use sahel_map::map::MapGeometry;
/// use sahel_map::state::{AppState, Session, World};
/// use std::sync::Arc;
///
/// let world = Arc::new(World::new(Dossier::built_in()?)?);
/// let geometry = Arc::new(MapGeometry::new(&world)?);
/// let state = AppState::new(world, Session::in_language(Lang::Ar));
/// let spec = PictureSpec::plate([1920, 1080], None);
/// let picture = render_png(&state, &geometry, &spec, None, &Progress::silent())?;
/// std::fs::write("sahel.png", picture.png)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When there is no graphics driver, it fails, a part of the program is damaged, or it is cancelled.
pub fn render_png(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    spec: &PictureSpec,
    window: Option<&RenderState>,
    progress: &Progress,
) -> Result<Picture, DrawError> {
    let mut offscreen = Offscreen::new(window)?;
    let cut = offscreen.cut(spec.size);
    render_cut(state, geometry, spec, (&mut offscreen, &cut), progress)
}

/// Draws the map of `state`, as [`render_png`] does, and leaves it as it is.
///
/// # Errors
/// As [`render_png`] has them.
pub fn render_pixels(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    spec: &PictureSpec,
    window: Option<&RenderState>,
    progress: &Progress,
) -> Result<Pixels, DrawError> {
    let mut offscreen = Offscreen::new(window)?;
    let cut = offscreen.cut(spec.size);
    let mut rgb = Vec::new();
    draw(state, geometry, spec, (&mut offscreen, &cut), progress, |_, _, rows| {
        rgb.extend_from_slice(rows);
        Ok(())
    })?;
    Ok(Pixels { size: spec.size, rgb })
}

fn render_cut(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    spec: &PictureSpec,
    (offscreen, cut): (&mut Offscreen, &Cut),
    progress: &Progress,
) -> Result<Picture, DrawError> {
    let mut begun = None;
    draw(state, geometry, spec, (offscreen, cut), progress, |state, view, rows| {
        let (file, _) = match &mut begun {
            Some(begun) => begun,
            none => {
                let title = plate::title(state, &state.session.words());
                let facts = Facts::of(state, title, spec, view)?;
                none.insert((PngFile::begin(&facts, cut.is_whole())?, facts))
            }
        };
        file.write(rows)
    })?;
    let (file, facts) = begun.ok_or_else(|| DrawError::Readback("no rows".to_owned()))?;
    Ok(Picture { png: file.finish()?, facts })
}

/// Draws the map of `state`, and hands its rows on from the top with what is drawn and how it is seen.
fn draw(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    spec: &PictureSpec,
    (offscreen, cut): (&mut Offscreen, &Cut),
    progress: &Progress,
    mut rows: impl FnMut(&AppState, &View, &[u8]) -> Result<(), DrawError>,
) -> Result<(), DrawError> {
    let mut state = state.clone();
    state.session.camera = None;
    let theme = Theme::built_in(selectors::shade(&state))?;
    let words = state.session.words();
    let text = TextEngine::new();
    text.install(&offscreen.ctx);
    let painter = MapPainter::new(geometry.clone(), Decoding::Synchronous, Arc::new(|| {}));
    let painter = painter.until(progress.cancelled());
    let painter = if spec.plate { painter.on_plate() } else { painter };
    let mut painter = if cut.is_whole() { painter } else { painter.in_pieces() };
    painter.open_tiles(&state, &theme)?;
    let kit = Kit { text: &text, words: &words, theme: &theme };
    let looks = looks_at(&state, spec);
    let view = view_of(Rect::ZERO, &state, looks);
    let mut drawn = DrawnMap {
        state: &state,
        kit,
        painter,
        looks,
        is_plate: spec.plate,
        view,
        painted: Ok(()),
    };
    let size = (spec.size, spec.pixels_per_point);
    pieces::draw(offscreen, size, cut, &mut drawn, progress, |drawn, piece| {
        rows(&state, &drawn.view, piece)
    })?;
    // One with holes would be taken for whole.
    if drawn.painter.lacks_tiles() {
        progress.check()?;
        return Err(DrawError::TilesMissing);
    }
    Ok(drawn.painted?)
}

/// Where a picture looks: where it is to, or else at its scene, or at the whole theatre.
fn looks_at(state: &AppState, spec: &PictureSpec) -> Destination {
    let scene = || briefing::scene(state).map(briefing::destination);
    spec.looks.or_else(scene).unwrap_or_else(Destination::theatre)
}

/// The map of a picture, alone or in its plate.
struct DrawnMap<'a> {
    state: &'a AppState,
    kit: Kit<'a>,
    painter: MapPainter,
    looks: Destination,
    is_plate: bool,
    /// How the map was seen, once it was painted.
    view: View,
    painted: Result<(), GeodataError>,
}

impl Drawing for DrawnMap<'_> {
    fn whole(&mut self, ui: &mut Ui) {
        let Self { state, kit, painter, looks, .. } = self;
        kit.text.begin_pass(ui.ctx());
        if self.is_plate {
            match plate::paint(ui, state, *kit, painter, *looks) {
                Ok(view) => self.view = view,
                Err(error) => self.painted = Err(error),
            }
        } else {
            self.view = view_of(ui.max_rect(), state, *looks);
            painter.paint(ui, &self.view, state, *kit, None, None);
        }
    }

    fn tiles(&mut self, ui: &mut Ui, corner: Vec2) {
        let view = View::new(self.view.rect.translate(-corner), self.view.camera);
        self.painter.paint_tiles(ui, &view, self.state, self.kit.theme);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::geodata::{Lang, LonLat};
    use crate::state::{Action, Camera, Session, World, update};

    fn pixels(png: &[u8]) -> Vec<u8> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    /// A picture in pieces is the picture: no seam, and nothing that stands in one piece alone.
    #[test]
    fn pieces_fit_together() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        let geometry = Arc::new(MapGeometry::new(&world).unwrap());
        let mut state = AppState::new(Arc::new(world), Session::in_language(Lang::Ar));
        let kidal = crate::dossier::PlaceId::new("kidal").unwrap();
        update(&mut state, Action::Select(kidal));
        let near = Camera { center: LonLat::saturating(1.40921, 18.44345), zoom: 7.3 };
        let specs = [
            PictureSpec::sized([430, 307], Some(Destination::View(near))),
            PictureSpec { pixels_per_point: 0.7, ..PictureSpec::plate([1001, 640], None) },
        ];
        for spec in specs {
            let (mut offscreen, silent) = (Offscreen::new(None).unwrap(), Progress::silent());
            let [whole, cut] = [8192, 173].map(|side| {
                let cut = Cut::new(spec.size, side);
                assert_eq!(cut.is_whole(), side == 8192);
                render_cut(&state, &geometry, &spec, (&mut offscreen, &cut), &silent).unwrap()
            });
            assert_eq!(whole.facts, cut.facts);
            let (whole, cut) = (pixels(&whole.png), pixels(&cut.png));
            let differences: Vec<u8> =
                whole.iter().zip(&cut).map(|(a, b)| a.abs_diff(*b)).collect();
            let worst = differences.iter().max().unwrap();
            let many = differences.iter().filter(|difference| **difference > 2).count();
            let share = many as f64 / differences.len() as f64;
            assert!(share < 1e-4 && *worst < 64, "{share}, at worst {worst}: {spec:?}");
        }
    }

    /// At whatever part it is stopped, no picture comes of it.
    #[test]
    fn a_picture_is_stopped_at_any_part() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        let geometry = Arc::new(MapGeometry::new(&world).unwrap());
        let state = AppState::new(Arc::new(world), Session::in_language(Lang::En));
        let spec = PictureSpec::sized([96, 64], None);
        let render = |progress: &Progress| {
            let mut offscreen = Offscreen::new(None).unwrap();
            let cut = Cut::new(spec.size, 48);
            render_cut(&state, &geometry, &spec, (&mut offscreen, &cut), progress)
        };
        let told = Arc::new(std::sync::Mutex::new(Vec::new()));
        let sink = told.clone();
        render(&Progress::new(move |done, of| sink.lock().unwrap().push((done, of)))).unwrap();
        let told = told.lock().unwrap().clone();
        let parts: Vec<_> = (0..=6).map(|done| (done, 6)).collect();
        assert_eq!(told, parts, "four pieces between laying out and ending");
        for at in 0..=6 {
            let progress = Arc::new_cyclic(|own: &std::sync::Weak<Progress>| {
                let own = own.clone();
                Progress::new(move |done, _| {
                    if let Some(own) = own.upgrade().filter(|_| done == at) {
                        own.cancel();
                    }
                })
            });
            let stopped = render(&progress);
            assert!(matches!(stopped, Err(DrawError::Cancelled)), "{at}: {stopped:?}");
        }
    }

    /// The preview is the picture, only smaller.
    #[test]
    fn a_preview_has_the_shape_and_the_points_of_its_picture() {
        for size in [[4961, 3508], [3508, 4961], [16_384, 64], [200, 100]] {
            for spec in [PictureSpec::sized(size, None), PictureSpec::plate(size, None)] {
                let small = spec.within([480, 280]);
                assert!(small.size[0] <= 480 && small.size[1] <= 280);
                for (side, small_side) in size.into_iter().zip(small.size) {
                    let points = side as f32 / spec.pixels_per_point;
                    let one = 1.0 / small.pixels_per_point;
                    let small_points = small_side as f32 / small.pixels_per_point;
                    assert!((points - small_points).abs() <= one, "{size:?}");
                }
            }
        }
    }
}
