//! Which pieces of a line or an area fall into which tile, in the tile's own units.

use crate::e5::E5;
use crate::polygons::Polygon;
use crate::theatre::Area;
use crate::triangles::mercator;
use std::collections::BTreeMap;
use std::f64::consts::PI;

/// Units across a tile, as the only reader we know wants them.
const EXTENT: i32 = 4096;

/// A tile is cut this many units larger than it is, so that wide lines have no ends at its edge.
const MARGIN: i32 = 64;

/// A point in units of a tile, or of the whole world at one zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    /// Eastward.
    pub(crate) x: i32,
    /// Southward.
    pub(crate) y: i32,
}

/// A tile's column and row.
pub(crate) type Tile = (u32, u32);

/// The pieces by tile, in a fixed order.
pub(crate) type Pieces = BTreeMap<Tile, Vec<Vec<At>>>;

/// The tiles of one zoom that are made.
#[derive(Clone, Copy)]
pub(crate) struct Level {
    /// 0 for the one tile that is the world.
    pub(crate) zoom: u8,
    /// Tiles that touch it are made.
    pub(crate) area: Area,
}

impl Level {
    /// The vertex in units of the world.
    fn project(self, v: E5) -> At {
        let side = f64::from(EXTENT << self.zoom);
        let m = mercator(v);
        let unit = |share: f64| (share * side).round() as i32;
        At { x: unit(0.5 + m.x / (2.0 * PI)), y: unit(0.5 - m.y / (2.0 * PI)) }
    }

    /// Adds the pieces of a line.
    pub(crate) fn cut_line(self, line: &[E5], pieces: &mut Pieces) {
        let line: Vec<At> = line.iter().map(|v| self.project(*v)).collect();
        for tile in self.tiles_under(&line) {
            let local = moved_into(&line, tile);
            let parts = line_parts(&local).into_iter().filter(|part| part.len() > 1);
            pieces.entry(tile).or_default().extend(parts);
        }
    }

    /// Adds the pieces of an area: in every tile the outer ring first, then its holes; an outer
    /// ring runs clockwise on the screen and a hole the other way.
    pub(crate) fn cut_area(self, polygon: &Polygon, pieces: &mut Pieces) {
        let rings: Vec<Vec<At>> =
            polygon.rings().map(|r| r.iter().map(|v| self.project(*v)).collect()).collect();
        let Some((outer, holes)) = rings.split_first() else { return };
        for tile in self.tiles_under(outer) {
            let Some(outer) = ring_part(&moved_into(outer, tile)) else { continue };
            let parts = pieces.entry(tile).or_default();
            parts.push(turned(outer, true));
            let holes = holes.iter().filter_map(|hole| ring_part(&moved_into(hole, tile)));
            parts.extend(holes.map(|hole| turned(hole, false)));
        }
    }

    /// The tiles that the bounds of the points touch, as far as they are made.
    fn tiles_under(self, points: &[At]) -> Vec<Tile> {
        let corner = |lon, lat| self.project(E5::from_degrees(lon, lat));
        let (north_west, south_east) =
            (corner(self.area.west, self.area.north), corner(self.area.east, self.area.south));
        let last = (1_i32 << self.zoom) - 1;
        let tile = |unit: i32| unit.div_euclid(EXTENT).clamp(0, last);
        let span = |low: Option<i32>, high: Option<i32>, from: i32, to: i32| {
            let low = (low.unwrap_or(0) - MARGIN).max(from);
            let high = (high.unwrap_or(0) + MARGIN).min(to - 1);
            (low <= high).then(|| tile(low)..=tile(high))
        };
        let xs = || points.iter().map(|p| p.x);
        let ys = || points.iter().map(|p| p.y);
        let columns = span(xs().min(), xs().max(), north_west.x, south_east.x);
        let rows = span(ys().min(), ys().max(), north_west.y, south_east.y);
        let (Some(columns), Some(rows)) = (columns, rows) else { return Vec::new() };
        columns.flat_map(|x| rows.clone().map(move |y| (x as u32, y as u32))).collect()
    }
}

fn moved_into(points: &[At], (column, row): Tile) -> Vec<At> {
    let (x, y) = (column as i32 * EXTENT, row as i32 * EXTENT);
    points.iter().map(|p| At { x: p.x - x, y: p.y - y }).collect()
}

/// The four edges of a tile with its margin: is a point inside, and where does a segment cross.
#[derive(Clone, Copy)]
enum Side {
    West,
    East,
    North,
    South,
}

impl Side {
    const ALL: [Self; 4] = [Self::West, Self::East, Self::North, Self::South];

    /// How far inside a point is, in units; negative outside.
    fn depth(self, p: At) -> i32 {
        match self {
            Self::West => p.x + MARGIN,
            Self::East => EXTENT + MARGIN - p.x,
            Self::North => p.y + MARGIN,
            Self::South => EXTENT + MARGIN - p.y,
        }
    }

    /// Where the segment from a point inside to one outside crosses.
    fn crossing(self, a: At, b: At) -> At {
        let (inside, outside) = (i64::from(self.depth(a)), i64::from(self.depth(b)));
        let along = |from: i32, to: i32| {
            let step = i64::from(to - from) * inside;
            from + (step as f64 / (inside - outside) as f64).round() as i32
        };
        At { x: along(a.x, b.x), y: along(a.y, b.y) }
    }
}

/// The parts of a line that are inside.
fn line_parts(line: &[At]) -> Vec<Vec<At>> {
    let mut parts = vec![line.to_vec()];
    for side in Side::ALL {
        parts = parts.iter().flat_map(|part| parts_inside(part, side)).collect();
    }
    for part in &mut parts {
        part.dedup();
    }
    parts
}

fn parts_inside(line: &[At], side: Side) -> Vec<Vec<At>> {
    let mut parts: Vec<Vec<At>> = Vec::new();
    let mut part: Vec<At> = Vec::new();
    let mut last: Option<At> = None;
    for &p in line {
        let inside = side.depth(p) >= 0;
        if let Some(before) = last {
            match (side.depth(before) >= 0, inside) {
                (true, false) => part.push(side.crossing(before, p)),
                (false, true) => part.push(side.crossing(p, before)),
                _ => {}
            }
        }
        if inside {
            part.push(p);
        } else if !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        last = Some(p);
    }
    parts.extend((!part.is_empty()).then_some(part));
    parts
}

/// The part of a closed ring that is inside, open (Sutherland and Hodgman).
fn ring_part(ring: &[At]) -> Option<Vec<At>> {
    let mut part = ring.to_vec();
    part.pop();
    for side in Side::ALL {
        let from = part.iter().copied().cycle().skip(part.len().saturating_sub(1));
        let edges: Vec<(At, At)> = from.zip(part.iter().copied()).collect();
        part = edges
            .iter()
            .flat_map(|&(a, b)| {
                let (was, is) = (side.depth(a) >= 0, side.depth(b) >= 0);
                let crossing = match (was, is) {
                    (true, false) => Some(side.crossing(a, b)),
                    (false, true) => Some(side.crossing(b, a)),
                    _ => None,
                };
                crossing.into_iter().chain(is.then_some(b))
            })
            .collect();
    }
    part.dedup();
    (part.len() > 2 && doubled_area(&part) != 0).then_some(part)
}

fn turned(mut ring: Vec<At>, clockwise: bool) -> Vec<At> {
    if (doubled_area(&ring) > 0) != clockwise {
        ring.reverse();
    }
    ring
}

/// Twice the area of an open ring; positive when it runs clockwise on the screen.
pub(crate) fn doubled_area(ring: &[At]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    let cross =
        |(a, b): (&At, &At)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y);
    ring.iter().zip(next).map(cross).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVEL: Level = Level { zoom: 1, area: crate::theatre::WORLD };

    #[test]
    fn a_line_over_four_tiles_has_a_piece_in_each() {
        let mut pieces = Pieces::new();
        let line = [E5::from_degrees(-90.0, 60.0), E5::from_degrees(90.0, -60.0)];
        LEVEL.cut_line(&line, &mut pieces);
        assert_eq!(pieces.get(&(0, 0)).map(Vec::len), Some(1));
        assert_eq!(pieces.get(&(1, 1)).map(Vec::len), Some(1));
        let end = pieces[&(0, 0)][0].last().map(|p| p.x);
        assert_eq!(end, Some(EXTENT + MARGIN));
    }

    #[test]
    fn an_area_around_a_tile_fills_it() {
        let corners =
            [(-170.0, 80.0), (-170.0, -80.0), (170.0, -80.0), (170.0, 80.0), (-170.0, 80.0)];
        let outer = corners.map(|(lon, lat)| E5::from_degrees(lon, lat)).to_vec();
        let mut pieces = Pieces::new();
        let level = Level { zoom: 2, area: crate::theatre::WORLD };
        level.cut_area(&Polygon { outer, holes: Vec::new() }, &mut pieces);
        let side = i64::from(EXTENT + 2 * MARGIN);
        assert_eq!(doubled_area(&pieces[&(1, 1)][0]), 2 * side * side);
    }
}
