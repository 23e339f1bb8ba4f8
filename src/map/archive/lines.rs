//! How a feature of very many lines becomes several that are drawn the same.
//!
//! For each line the decoder takes as much memory as all lines of its feature have, so that what
//! writers of tiles make of the roads of a city, one feature of 20,000 lines, would take 30 GB.

use super::mvt::{Feature, Field, MOST_HELD, TileFault, each_field, step};
use super::pmtiles::varint;
use super::written::{each_piece, put, put_bytes, put_step};
use std::borrow::Cow;
use std::ops::Range;

/// What a feature's geometry is where it is lines.
const LINES: u64 = 2;
/// How long the geometry of a feature gets before the next line begins another, in bytes.
const LONG: usize = 4096;

/// The tile, with such features taken apart; as it is where it has none.
///
/// # Errors
/// Where it is no tile.
pub(super) fn in_small_features(tile: &[u8]) -> Result<Cow<'_, [u8]>, TileFault> {
    let mut has_large = false;
    each_field(tile, |number, field| {
        let (3, Field::Bytes(layer)) = (number, field) else { return Ok(()) };
        each_field(layer, |number, field| {
            if let (2, Field::Bytes(feature)) = (number, field) {
                has_large |= is_large(&Feature::of(feature)?)?;
            }
            Ok(())
        })
    })?;
    if !has_large {
        return Ok(Cow::Borrowed(tile));
    }
    let mut new = Vec::with_capacity(tile.len());
    each_piece(tile, |number, field, whole| {
        match (number, field) {
            (3, Field::Bytes(layer)) => put_bytes(&mut new, 3, &layer_of_small(layer)?),
            _ => new.extend(whole),
        }
        Ok(())
    })?;
    Ok(Cow::Owned(new))
}

fn is_large(feature: &Feature<'_>) -> Result<bool, TileFault> {
    if feature.kind != LINES {
        return Ok(false);
    }
    // A line takes six bytes at least.
    let most_lines = feature.geometry.len() / 6;
    if most_lines.saturating_mul(feature.geometry.len()) <= MOST_HELD {
        return Ok(false);
    }
    let lines = lines_of(feature.geometry)?.len();
    Ok(lines.saturating_mul(feature.geometry.len()) > MOST_HELD)
}

fn layer_of_small(layer: &[u8]) -> Result<Vec<u8>, TileFault> {
    let mut new = Vec::with_capacity(layer.len());
    each_piece(layer, |number, field, whole| {
        let (2, Field::Bytes(bytes)) = (number, field) else {
            new.extend(whole);
            return Ok(());
        };
        let feature = Feature::of(bytes)?;
        if !is_large(&feature)? {
            new.extend(whole);
            return Ok(());
        }
        let mut geometry = Vec::new();
        for line in lines_of(feature.geometry)? {
            if geometry.is_empty() {
                // The pen of each feature begins in the corner of the tile.
                put(&mut geometry, 1 << 3 | 1);
                line.begins.iter().for_each(|at| put_step(&mut geometry, *at));
                geometry.extend(feature.geometry.get(line.drawn).unwrap_or_default());
            } else {
                geometry.extend(feature.geometry.get(line.whole).unwrap_or_default());
            }
            if geometry.len() > LONG {
                put_bytes(&mut new, 2, &small(&feature, &geometry));
                geometry.clear();
            }
        }
        if !geometry.is_empty() {
            put_bytes(&mut new, 2, &small(&feature, &geometry));
        }
        Ok(())
    })?;
    Ok(new)
}

/// A feature with the looks of `feature` and some of its lines.
fn small(feature: &Feature<'_>, geometry: &[u8]) -> Vec<u8> {
    let mut new = Vec::with_capacity(geometry.len() + feature.tags.len() + 16);
    put_bytes(&mut new, 2, feature.tags);
    put(&mut new, 3 << 3);
    put(&mut new, feature.kind);
    put_bytes(&mut new, 4, geometry);
    new
}

/// A line of a geometry.
struct Line {
    /// Where it begins.
    begins: [i64; 2],
    /// Its bytes, with those that move the pen to its beginning.
    whole: Range<usize>,
    /// Its bytes without those.
    drawn: Range<usize>,
}

/// The lines of a geometry.
fn lines_of(geometry: &[u8]) -> Result<Vec<Line>, TileFault> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = [0_i64; 2];
    let mut rest = geometry;
    while !rest.is_empty() {
        let start = geometry.len() - rest.len();
        let command = varint(&mut rest).ok_or(TileFault::NotATile)?;
        let (id, count) = (command & 7, command >> 3);
        for _ in 0..if id == 7 { 0 } else { count } {
            for at in &mut at {
                *at += step(&mut rest)?;
            }
        }
        let end = geometry.len() - rest.len();
        match (id, lines.last_mut()) {
            // A pen that moves twice draws nothing.
            (1, _) if count != 1 => return Err(TileFault::Geometry),
            (1, _) => lines.push(Line { begins: at, whole: start..end, drawn: end..end }),
            (_, Some(line)) => (line.whole.end, line.drawn.end) = (end, end),
            (_, None) => return Err(TileFault::Geometry),
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::super::mvt::check;
    use super::*;

    /// A layer with one feature of so many lines, each of three points.
    fn tile(lines: usize) -> Vec<u8> {
        let mut geometry = Vec::new();
        for line in 0..lines {
            put(&mut geometry, 1 << 3 | 1);
            for by in [if line == 0 { 9 } else { -5 }, 3] {
                put_step(&mut geometry, by);
            }
            put(&mut geometry, 2 << 3 | 2);
            for by in [2, 0, 3, -3] {
                put_step(&mut geometry, by);
            }
        }
        let feature = Feature { kind: LINES, tags: &[0, 0], geometry: &geometry };
        let (mut layer, mut tile) = (vec![15 << 3, 2], Vec::new());
        put_bytes(&mut layer, 1, b"roads");
        put_bytes(&mut layer, 2, &small(&feature, &geometry));
        put_bytes(&mut tile, 3, &layer);
        tile
    }

    /// Where each line begins.
    fn begins(tile: &[u8]) -> Vec<[i64; 2]> {
        let mut begins = Vec::new();
        each_field(tile, |_, field| {
            let Field::Bytes(layer) = field else { panic!("no layer") };
            each_field(layer, |number, field| {
                if let (2, Field::Bytes(feature)) = (number, field) {
                    let lines = lines_of(Feature::of(feature)?.geometry)?;
                    begins.extend(lines.iter().map(|line| line.begins));
                }
                Ok(())
            })
        })
        .unwrap();
        begins
    }

    #[test]
    fn many_lines_become_small_features_and_stay_where_they_are() {
        let few = tile(100);
        assert!(matches!(in_small_features(&few), Ok(Cow::Borrowed(_))));
        let many = tile(20_000);
        let small = in_small_features(&many).unwrap();
        assert!(matches!(small, Cow::Owned(_)));
        assert_eq!(check(&small).unwrap(), ["roads"]);
        assert_eq!(begins(&small), begins(&many));
        assert_eq!(begins(&many).len(), 20_000);
        assert!(matches!(in_small_features(&small), Ok(Cow::Borrowed(_))));
    }
}
