//! A picture piece by piece, where it is larger than the driver can draw or than memory should hold.
//!
//! It is laid out once, as a whole, so that every word and line stands in each piece where it stands
//! in the others. The triangles are then moved to each piece; calls of the map's own pipelines move
//! themselves. Tiles can do neither, so each piece has its own, in the place of the whole's.

use super::offscreen::{DrawError, Offscreen};
use super::progress::Progress;
use crate::map::TilesMark;
use egui::epaint::{ClippedPrimitive, ClippedShape, Primitive};
use egui::{Pos2, Rect, Shape, Ui, Vec2, vec2};
use std::ops::Range;

/// Most pixels of a picture in one piece: a sheet of A3 is one.
const MOST_WHOLE: u64 = 20_000_000;
/// Most pixels of a piece. They are held three times over at once, as the driver's picture, as what
/// is read back of it and as rows.
const MOST_PIXELS: u32 = 8_000_000;

/// Something that can be drawn as a whole, and its tiles again for a piece.
pub(super) trait Drawing {
    /// Shows all of it.
    fn whole(&mut self, ui: &mut Ui);
    /// Shows only the tiles, for the piece of the picture that has its corner at `corner`.
    fn tiles(&mut self, ui: &mut Ui, corner: Vec2);
}

/// How a picture is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    columns: Vec<Range<u32>>,
    rows: Vec<Range<u32>>,
}

impl Cut {
    /// Pieces of at most `side` pixels a side.
    #[must_use]
    pub fn new([width, height]: [u32; 2], side: u32) -> Self {
        let is_whole =
            width.max(height) <= side && u64::from(width) * u64::from(height) <= MOST_WHOLE;
        let most = if is_whole { side } else { MOST_PIXELS / width.min(side).max(1) };
        Self { columns: parts(width, side), rows: parts(height, side.min(most)) }
    }

    /// Whether nothing is cut.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.columns.len() == 1 && self.rows.len() == 1
    }
}

/// Equal parts of at most `most`.
fn parts(length: u32, most: u32) -> Vec<Range<u32>> {
    let count = length.div_ceil(most.max(1)).max(1);
    let at = |part: u32| (u64::from(length) * u64::from(part) / u64::from(count)) as u32;
    (0..count).map(|part| at(part)..at(part + 1)).collect()
}

/// Draws a picture as `cut` has it, and hands its rows on from the top: red, green, blue. Laying it out
/// is a part of the work, and so is each piece, and the end of the last rows.
///
/// # Errors
/// When the driver fails or is out of memory, `rows` does, or it is cancelled.
pub(super) fn draw<D: Drawing>(
    offscreen: &mut Offscreen,
    (size, pixels_per_point): ([u32; 2], f32),
    cut: &Cut,
    drawing: &mut D,
    progress: &Progress,
    mut rows: impl FnMut(&D, &[u8]) -> Result<(), DrawError>,
) -> Result<(), DrawError> {
    progress.begin(2 + cut.columns.len() * cut.rows.len())?;
    let shapes = offscreen.lay_out(size, pixels_per_point, |ui| drawing.whole(ui));
    progress.step()?;
    if cut.is_whole() {
        let primitives = offscreen.primitives(shapes, pixels_per_point);
        let pixels = offscreen.piece(size, pixels_per_point, &primitives)?;
        progress.step()?;
        rows(drawing, &pixels)?;
        return progress.step();
    }
    let [below, above] =
        around_tiles(shapes).map(|shapes| offscreen.primitives(shapes, pixels_per_point));
    for row in &cut.rows {
        let height = row.end - row.start;
        let mut strip = vec![0; (size[0] * height * 3) as usize];
        for column in &cut.columns {
            let piece = [column.end - column.start, height];
            let corner = vec2(column.start as f32, row.start as f32) / pixels_per_point;
            let tiles =
                offscreen.lay_out_again(piece, pixels_per_point, |ui| drawing.tiles(ui, corner));
            let extent = vec2(piece[0] as f32, piece[1] as f32) / pixels_per_point;
            let moved = |primitives: &[ClippedPrimitive]| moved(primitives, corner, extent);
            let mut primitives = moved(&below);
            primitives.extend(offscreen.primitives(tiles, pixels_per_point));
            primitives.extend(moved(&above));
            offscreen.begin_piece(corner);
            let pixels = offscreen.piece(piece, pixels_per_point, &primitives)?;
            progress.step()?;
            let (from, width) = (3 * column.start as usize, 3 * piece[0] as usize);
            let lines = strip.chunks_exact_mut(3 * size[0] as usize);
            for (line, pixels) in lines.zip(pixels.chunks_exact(width.max(1))) {
                if let Some(line) = line.get_mut(from..from + width) {
                    line.copy_from_slice(pixels);
                }
            }
        }
        rows(drawing, &strip)?;
    }
    progress.step()
}

/// What lies below the tiles and what lies above them.
fn around_tiles(shapes: Vec<ClippedShape>) -> [Vec<ClippedShape>; 2] {
    let is_mark = |shape: &ClippedShape| matches!(&shape.shape, Shape::Callback(call) if call.callback.is::<TilesMark>());
    let mut below = shapes;
    let last = below.iter().rposition(is_mark);
    let above = last.map_or_else(Vec::new, |last| below.split_off(last + 1));
    if let Some(first) = below.iter().position(is_mark) {
        below.truncate(first);
    }
    [below, above]
}

/// What of `primitives` is seen in the piece of this extent, moved there.
fn moved(primitives: &[ClippedPrimitive], corner: Vec2, extent: Vec2) -> Vec<ClippedPrimitive> {
    let piece = Rect::from_min_size(Pos2::ZERO, extent);
    let move_one = |primitive: &ClippedPrimitive| {
        let clip_rect = primitive.clip_rect.translate(-corner);
        if !clip_rect.intersects(piece) {
            return None;
        }
        let primitive = match &primitive.primitive {
            Primitive::Mesh(mesh) => {
                if !mesh.calc_bounds().translate(-corner).intersects(piece) {
                    return None;
                }
                let mut mesh = mesh.clone();
                mesh.translate(-corner);
                Primitive::Mesh(mesh)
            }
            Primitive::Callback(call) => {
                let mut call = call.clone();
                call.rect = call.rect.translate(-corner);
                Primitive::Callback(call)
            }
        };
        Some(ClippedPrimitive { clip_rect, primitive })
    };
    primitives.iter().filter_map(move_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_the_picture_and_none_is_too_large() {
        for size in [[64, 64], [4961, 3508], [8192, 8192], [16384, 16384], [16384, 64], [64, 16384]]
        {
            let cut = Cut::new(size, 8192);
            for (parts, length) in [(&cut.columns, size[0]), (&cut.rows, size[1])] {
                assert_eq!(parts.first().map(|part| part.start), Some(0));
                assert_eq!(parts.last().map(|part| part.end), Some(length));
                assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start));
                assert!(parts.iter().all(|part| (1..=8192).contains(&part.len())));
            }
            let largest = |parts: &[Range<u32>]| parts.iter().map(Range::len).max().unwrap_or(0);
            let largest = largest(&cut.columns) * largest(&cut.rows);
            assert!(cut.is_whole() || largest <= MOST_PIXELS as usize + 8192);
        }
        assert!(Cut::new([4961, 3508], 8192).is_whole(), "a sheet of A3");
        assert!(!Cut::new([8193, 64], 8192).is_whole());
    }
}
