//! Where the points of a vector tile are: walkers draws areas and lines, but no points.

use super::extent::extent_of;
use super::mvt::{Field, TileFault, each_field, step};
use super::pmtiles::varint;

/// Most points of a tile that are drawn; of more, every second or third one.
const MOST: usize = 4000;
/// What a feature's geometry is where it is points.
const POINT: u64 = 1;

/// The points of all layers, in 0..1 of the tile. What lies in the margin round the tile is left
/// out: the neighbour has it too.
pub(super) fn points_of(tile: &[u8]) -> Result<Vec<[f32; 2]>, TileFault> {
    let mut points = Vec::new();
    each_field(tile, |number, field| match (number, field) {
        (3, Field::Bytes(layer)) => {
            let extent = extent_of(layer)?;
            each_field(layer, |number, field| match (number, field) {
                (2, Field::Bytes(feature)) => points_of_feature(feature, extent, &mut points),
                _ => Ok(()),
            })
        }
        _ => Ok(()),
    })?;
    let every = points.len().div_ceil(MOST).max(1);
    Ok(points.into_iter().step_by(every).collect())
}

/// Adds the points of a feature, in a layer so wide, in 0..1 of the tile.
pub(super) fn points_of_feature(
    feature: &[u8],
    extent: u64,
    points: &mut Vec<[f32; 2]>,
) -> Result<(), TileFault> {
    let (mut kind, mut geometry) = (0, &[][..]);
    each_field(feature, |number, field| {
        match (number, field) {
            (3, Field::Number(number)) => kind = number,
            (4, Field::Bytes(bytes)) => geometry = bytes,
            _ => {}
        }
        Ok(())
    })?;
    if kind != POINT {
        return Ok(());
    }
    let (mut x, mut y) = (0, 0);
    while !geometry.is_empty() {
        let command = varint(&mut geometry).ok_or(TileFault::NotATile)?;
        if command & 7 != 1 {
            return Err(TileFault::Geometry);
        }
        for _ in 0..command >> 3 {
            x += step(&mut geometry)?;
            y += step(&mut geometry)?;
            let inside = 0..extent as i64;
            if inside.contains(&x) && inside.contains(&y) {
                points.push([x, y].map(|at| at as f32 / extent as f32));
            }
        }
    }
    Ok(())
}
