//! Where rivers and wadis run in the theatre, finer than `rivers.rs` has it.
//!
//! The source is a netCDF-4 file of GMT's: the world in bins of one degree, each with its pieces of
//! lines, whose vertices stand in 65,535ths of the bin from its south-west corner.

use crate::e5::{E5, pack};
use crate::format::{PackedLine, RiversFile};
use crate::simplify::simplify;
use crate::theatre::THEATRE;
use anyhow::{Context, Result, ensure};
use hdf5_reader::Hdf5File;
use std::collections::BTreeMap;

/// Bins around the world.
const COLUMNS: usize = 360;

/// Bins from pole to pole.
const ROWS: usize = 180;

/// Parts of a bin's side.
const PARTS: f64 = 65_535.0;

/// Lines keep this close to the source, in degrees (50 m): a tenth of the source's own error.
const TOLERANCE: f64 = 0.000_45;

/// How a line is drawn. The source's levels 8 to 10 are canals and are left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Bank,
    Permanent,
    Seasonal,
}

impl Kind {
    const fn of_level(level: i16) -> Option<Self> {
        match level {
            0 => Some(Self::Bank),
            1..=4 => Some(Self::Permanent),
            5..=7 => Some(Self::Seasonal),
            _ => None,
        }
    }
}

/// `rivers.bin`, from the bytes of `binned_river_f.nc`.
pub(crate) fn file(source: Vec<u8>) -> Result<RiversFile> {
    let mut pieces = read(source)?;
    let mut lines = |kind: Kind| -> Vec<PackedLine> {
        let joined = joined(pieces.remove(&kind).unwrap_or_default());
        joined.iter().map(|line| pack(&simplify(line, &|_| TOLERANCE))).collect()
    };
    Ok(RiversFile {
        banks: lines(Kind::Bank),
        permanent: lines(Kind::Permanent),
        seasonal: lines(Kind::Seasonal),
    })
}

/// The pieces of the theatre.
fn read(source: Vec<u8>) -> Result<BTreeMap<Kind, Vec<Vec<E5>>>> {
    let file = Hdf5File::from_vec(source)?;
    let ints = |name: &str| numbers::<i32>(&file, name);
    let shorts = |name: &str| numbers::<i16>(&file, name);
    let first_piece = ints("Id_of_first_segment_in_a_bin")?;
    let pieces = shorts("N_segments_in_a_bin")?;
    let first_vertex = ints("Id_of_first_point_in_a_segment")?;
    let vertices = shorts("N_points_for_a_segment")?;
    let levels = shorts("Hierarchial_level_of_a_segment")?;
    let east = shorts("Relative_longitude_from_SW_corner_of_bin")?;
    let north = shorts("Relative_latitude_from_SW_corner_of_bin")?;
    ensure!(first_piece.len() == COLUMNS * ROWS, "{} bins", first_piece.len());

    let mut lines: BTreeMap<Kind, Vec<Vec<E5>>> = BTreeMap::new();
    for (bin, (first, count)) in first_piece.iter().zip(&pieces).enumerate() {
        let corner = corner(bin);
        for piece in range(*first, *count)? {
            let (Some(level), Some(first), Some(count)) =
                (levels.get(piece), first_vertex.get(piece), vertices.get(piece))
            else {
                anyhow::bail!("no piece {piece}");
            };
            let Some(kind) = Kind::of_level(*level) else { continue };
            let at = range(*first, *count)?;
            let (east, north) = (east.get(at.clone()), north.get(at));
            let (east, north) = east.zip(north).context("a piece beyond the last vertex")?;
            let line: Vec<E5> =
                east.iter().zip(north).map(|(e, n)| vertex(corner, *e, *n)).collect();
            if THEATRE.meets(&line) {
                lines.entry(kind).or_default().push(line);
            }
        }
    }
    Ok(lines)
}

fn numbers<T: hdf5_reader::H5Type>(file: &Hdf5File, name: &str) -> Result<Vec<T>> {
    let array = file.dataset(name)?.read_array::<T>().with_context(|| format!("`{name}`"))?;
    Ok(array.into_iter().collect())
}

fn range(first: i32, count: i16) -> Result<std::ops::Range<usize>> {
    let first = usize::try_from(first).context("a number below zero")?;
    Ok(first..first + usize::try_from(count).context("a count below zero")?)
}

/// The south-west corner of a bin, in degrees east and north. Bins go from 0 degrees eastwards and
/// from the north pole southwards.
fn corner(bin: usize) -> (f64, f64) {
    let east = (bin % COLUMNS) as f64;
    let south = 89.0 - (bin / COLUMNS) as f64;
    (if east >= 180.0 { east - 360.0 } else { east }, south)
}

/// The source's numbers are without sign, and netCDF has them with one.
fn vertex((west, south): (f64, f64), east: i16, north: i16) -> E5 {
    let part = |of: i16| f64::from(of.cast_unsigned()) / PARTS;
    E5::from_degrees(west + part(east), south + part(north))
}

/// Pieces joined where exactly two of them end.
fn joined(pieces: Vec<Vec<E5>>) -> Vec<Vec<E5>> {
    let mut at_end: BTreeMap<E5, Vec<usize>> = BTreeMap::new();
    for (index, piece) in pieces.iter().enumerate() {
        for end in [piece.first(), piece.last()].into_iter().flatten() {
            at_end.entry(*end).or_default().push(index);
        }
    }
    let mut left: Vec<Option<Vec<E5>>> = pieces.into_iter().map(Some).collect();
    let mut lines = Vec::new();
    for start in 0..left.len() {
        let Some(mut line) = left.get_mut(start).and_then(Option::take) else { continue };
        // Once onwards from the last vertex, and once more from what was the first.
        for _ in 0..2 {
            while let Some(next) = next_piece(&line, &at_end, &mut left) {
                line.extend(next.into_iter().skip(1));
            }
            line.reverse();
        }
        lines.push(line);
    }
    lines
}

/// The only other piece that begins where the line ends, turned so that it leads on.
fn next_piece(
    line: &[E5],
    at_end: &BTreeMap<E5, Vec<usize>>,
    left: &mut [Option<Vec<E5>>],
) -> Option<Vec<E5>> {
    let end = *line.last()?;
    let [a, b] = at_end.get(&end)?.as_slice() else { return None };
    let free = [*a, *b].into_iter().find(|i| left.get(*i).is_some_and(Option::is_some))?;
    let mut next = left.get_mut(free)?.take()?;
    if next.first() != Some(&end) {
        next.reverse();
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ends: &[(i32, i32)]) -> Vec<E5> {
        ends.iter().map(|&(lon, lat)| E5 { lon, lat }).collect()
    }

    #[test]
    fn two_pieces_that_meet_are_one_line_and_three_are_not() {
        let two = vec![line(&[(1, 0), (0, 0)]), line(&[(1, 0), (2, 0)])];
        assert_eq!(joined(two), [line(&[(0, 0), (1, 0), (2, 0)])]);
        let fork = [[(1, 0), (0, 0)], [(1, 0), (2, 0)], [(1, 0), (1, 1)]];
        assert_eq!(joined(fork.iter().map(|ends| line(ends)).collect()).len(), 3);
    }

    #[test]
    fn bins_go_east_from_greenwich_and_south_from_the_pole() {
        assert_eq!(corner(0), (0.0, 89.0));
        assert_eq!(corner(COLUMNS - 1), (-1.0, 89.0));
        assert_eq!(vertex((-1.0, 12.0), -1, 0), E5::from_degrees(0.0, 12.0));
    }
}
