//! Whether a vector tile is sound: what walkers would panic on, or draw for minutes, stays out.
//!
//! The format: <https://github.com/mapbox/vector-tile-spec/tree/master/2.1>, a Protocol Buffer.

use super::pmtiles::varint;

/// How far outside its tile a geometry may lie, in tiles.
const FARTHEST: i64 = 16;
/// Most numbers of all geometries of a tile: a tile of a city has some hundred thousand.
const MOST_NUMBERS: usize = 4_000_000;
/// How wide a layer is that does not say it; walkers draws no other.
pub(super) const EXTENT: u64 = 4096;

/// What is wrong with a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(in crate::map) enum TileFault {
    /// The bytes are no vector tile.
    #[error("it is not a vector tile")]
    NotATile,
    /// A layer says that it is nothing wide, or wider than any.
    #[error("a layer has an extent of {0}")]
    Extent(u64),
    /// A geometry lies far outside the tile, or its commands make no sense.
    #[error("a geometry is absurd")]
    Geometry,
    /// There is more in it than any tile has.
    #[error("it has more geometry than any tile")]
    TooMuch,
}

/// A field of a message.
pub(super) enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    Fixed,
}

/// Looks through the tile and gives the names of its layers.
pub(in crate::map) fn check(tile: &[u8]) -> Result<Vec<String>, TileFault> {
    let (mut names, mut numbers) = (Vec::new(), 0);
    each_field(tile, |number, field| {
        if let (3, Field::Bytes(layer)) = (number, field) {
            names.push(check_layer(layer, &mut numbers)?);
        }
        Ok(())
    })?;
    Ok(names)
}

fn check_layer(layer: &[u8], numbers: &mut usize) -> Result<String, TileFault> {
    let (mut name, mut extent) = (String::new(), EXTENT);
    each_field(layer, |number, field| {
        match (number, field) {
            (1, Field::Bytes(text)) => name = String::from_utf8_lossy(text).into_owned(),
            (5, Field::Number(wide)) => extent = wide,
            _ => {}
        }
        Ok(())
    })?;
    if !(1..=1 << 20).contains(&extent) {
        return Err(TileFault::Extent(extent));
    }
    each_field(layer, |number, field| match (number, field) {
        (2, Field::Bytes(feature)) => check_feature(feature, extent as i64, numbers),
        _ => Ok(()),
    })?;
    Ok(name)
}

fn check_feature(feature: &[u8], extent: i64, numbers: &mut usize) -> Result<(), TileFault> {
    each_field(feature, |number, field| match (number, field) {
        (4, Field::Bytes(geometry)) => check_geometry(geometry, extent, numbers),
        _ => Ok(()),
    })
}

/// Follows the pen of a geometry.
fn check_geometry(mut geometry: &[u8], extent: i64, numbers: &mut usize) -> Result<(), TileFault> {
    let farthest = FARTHEST * extent;
    let (mut x, mut y) = (0_i64, 0_i64);
    while !geometry.is_empty() {
        let command = varint(&mut geometry).ok_or(TileFault::NotATile)?;
        let (id, count) = (command & 7, command >> 3);
        match id {
            7 if count == 1 => {}
            1 | 2 => {
                // Two numbers a step, of one byte at least.
                if count == 0 || count > geometry.len() as u64 / 2 {
                    return Err(TileFault::Geometry);
                }
                *numbers += 2 * count as usize;
                if *numbers > MOST_NUMBERS {
                    return Err(TileFault::TooMuch);
                }
                for _ in 0..count {
                    x += step(&mut geometry)?;
                    y += step(&mut geometry)?;
                    if x.abs() > farthest || y.abs() > farthest {
                        return Err(TileFault::Geometry);
                    }
                }
            }
            _ => return Err(TileFault::Geometry),
        }
    }
    Ok(())
}

/// A signed number, folded so that small ones are short.
pub(super) fn step(geometry: &mut &[u8]) -> Result<i64, TileFault> {
    let folded = varint(geometry).ok_or(TileFault::NotATile)?;
    let folded = u32::try_from(folded).map_err(|_| TileFault::Geometry)?;
    Ok(i64::from(folded >> 1) ^ -i64::from(folded & 1))
}

/// Calls `see` with each field of a message.
pub(super) fn each_field<'a>(
    mut message: &'a [u8],
    mut see: impl FnMut(u64, Field<'a>) -> Result<(), TileFault>,
) -> Result<(), TileFault> {
    while !message.is_empty() {
        let (number, field) = next_field(&mut message).ok_or(TileFault::NotATile)?;
        see(number, field)?;
    }
    Ok(())
}

pub(super) fn next_field<'a>(message: &mut &'a [u8]) -> Option<(u64, Field<'a>)> {
    let tag = varint(message)?;
    let field = match tag & 7 {
        0 => Field::Number(varint(message)?),
        kind @ (1 | 2 | 5) => {
            let length = match kind {
                1 => 8,
                5 => 4,
                _ => usize::try_from(varint(message)?).ok()?,
            };
            let (bytes, rest) = message.split_at_checked(length)?;
            *message = rest;
            if kind == 2 { Field::Bytes(bytes) } else { Field::Fixed }
        }
        _ => return None,
    };
    Some((tag >> 3, field))
}
