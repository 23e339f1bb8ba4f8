//! How a tile whose layers are wider or narrower than 4096 becomes one that walkers draws: walkers
//! leaves out every other layer.

use super::mvt::{EXTENT, Field, TileFault, each_field, step};
use super::pmtiles::varint;
use super::written::{each_piece, put, put_bytes, put_step};
use std::borrow::Cow;

/// The tile with all its layers 4096 wide; as it is where they are. A layer that was wider loses
/// what is finer than 1/4096 of the tile.
pub(super) fn in_usual_extent(tile: &[u8]) -> Result<Cow<'_, [u8]>, TileFault> {
    let mut has_other = false;
    each_field(tile, |number, field| {
        if let (3, Field::Bytes(layer)) = (number, field) {
            has_other |= extent_of(layer)? != EXTENT;
        }
        Ok(())
    })?;
    if !has_other {
        return Ok(Cow::Borrowed(tile));
    }
    rewritten(tile, |number, field| match (number, field) {
        (3, Field::Bytes(layer)) => match extent_of(layer)? {
            EXTENT => Ok(None),
            extent => layer_from(layer, extent).map(Some),
        },
        _ => Ok(None),
    })
    .map(Cow::Owned)
}

/// How wide a layer is, in its own units.
pub(super) fn extent_of(layer: &[u8]) -> Result<u64, TileFault> {
    let mut extent = EXTENT;
    each_field(layer, |number, field| {
        if let (5, Field::Number(wide)) = (number, field) {
            extent = wide;
        }
        Ok(())
    })?;
    if extent == 0 { Err(TileFault::Extent(extent)) } else { Ok(extent) }
}

/// The layer, 4096 wide instead of `extent`.
fn layer_from(layer: &[u8], extent: u64) -> Result<Vec<u8>, TileFault> {
    let mut layer = rewritten(layer, |number, field| match (number, field) {
        (2, Field::Bytes(feature)) => rewritten(feature, |number, field| match (number, field) {
            (4, Field::Bytes(geometry)) => geometry_from(geometry, extent).map(Some),
            _ => Ok(None),
        })
        .map(Some),
        _ => Ok(None),
    })?;
    // Of a field that is there twice, the last one counts.
    put(&mut layer, 5 << 3);
    put(&mut layer, EXTENT);
    Ok(layer)
}

/// The message, with other bytes in the fields that `change` gives some for.
fn rewritten<'a>(
    message: &'a [u8],
    mut change: impl FnMut(u64, Field<'a>) -> Result<Option<Vec<u8>>, TileFault>,
) -> Result<Vec<u8>, TileFault> {
    let mut new = Vec::with_capacity(message.len());
    each_piece(message, |number, field, whole| {
        match change(number, field)? {
            Some(bytes) => put_bytes(&mut new, number, &bytes),
            None => new.extend(whole),
        }
        Ok(())
    })?;
    Ok(new)
}

/// The geometry with its points brought nearer or farther. Places are scaled, not the steps between
/// them, or the errors of rounding would add up along a line.
fn geometry_from(mut geometry: &[u8], extent: u64) -> Result<Vec<u8>, TileFault> {
    let mut new = Vec::with_capacity(geometry.len());
    let scaled = |at: i64| (at * EXTENT as i64 + extent as i64 / 2).div_euclid(extent as i64);
    let mut from = [0_i64; 2];
    let mut to = [0_i64; 2];
    while !geometry.is_empty() {
        let command = varint(&mut geometry).ok_or(TileFault::NotATile)?;
        put(&mut new, command);
        // The pen goes nowhere to close a ring.
        let steps = if command & 7 == 7 { 0 } else { command >> 3 };
        for _ in 0..steps {
            for (from, to) in from.iter_mut().zip(&mut to) {
                *from += step(&mut geometry)?;
                let next = scaled(*from);
                put_step(&mut new, next - *to);
                *to = next;
            }
        }
    }
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::super::mvt::check;
    use super::*;

    /// A layer with the line (0, 0), (extent, 0), (extent, extent).
    fn tile(extent: u64) -> Vec<u8> {
        let field = |number: u64, bytes: &[u8]| {
            let mut field = Vec::new();
            put(&mut field, number << 3 | 2);
            put(&mut field, bytes.len() as u64);
            [field, bytes.to_vec()].concat()
        };
        let mut pen = Vec::new();
        for number in [9, 0, 0, 18, 2 * extent, 0, 0, 2 * extent] {
            put(&mut pen, number);
        }
        let feature = [vec![3 << 3, 2], field(4, &pen)].concat();
        let mut wide = vec![5 << 3];
        put(&mut wide, extent);
        field(3, &[field(1, b"roads"), field(2, &feature), wide, vec![15 << 3, 2]].concat())
    }

    #[test]
    fn a_tile_of_any_extent_is_drawn_as_wide_as_one_of_the_usual() {
        let usual = tile(EXTENT);
        assert!(matches!(in_usual_extent(&usual), Ok(Cow::Borrowed(_))));
        for extent in [256, 512, 1000, 8192, 1 << 20] {
            let tile = tile(extent);
            let new = in_usual_extent(&tile).unwrap();
            assert_eq!(check(&new).unwrap(), ["roads"], "{extent}");
            let geometry = |tile: &[u8]| {
                let at = tile.windows(2).position(|w| w == [9, 0]).unwrap();
                tile[at..at + 10].to_vec()
            };
            assert_eq!(geometry(&new), geometry(&usual), "{extent}");
        }
    }

    #[test]
    fn what_is_no_tile_is_an_error() {
        assert!(in_usual_extent(&[0xff; 40]).is_err());
        let whole = tile(512);
        for length in 1..whole.len() {
            assert!(in_usual_extent(&whole[..length]).is_err(), "{length}");
        }
    }
}
