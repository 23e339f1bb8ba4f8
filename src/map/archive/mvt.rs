//! Whether a vector tile is sound: what walkers would panic on, or draw for minutes, stays out.
//!
//! The format: <https://github.com/mapbox/vector-tile-spec/tree/master/2.1>, a Protocol Buffer.

use super::pmtiles::varint;

/// How far outside its tile a geometry may lie, in tiles.
const FARTHEST: i64 = 16;
/// Largest tile, in bytes; the usual limit is 500 KB.
const LARGEST: usize = 16 << 20;
/// Most numbers of all geometries of a tile: a tile of a city has some hundred thousand.
const MOST_NUMBERS: usize = 2_000_000;
/// Most layers, features, and names of fields and their values.
const MOST_PARTS: usize = 1_000_000;
/// Most bytes of the names and values that features have: the decoder copies each for each feature.
const MOST_TEXT: usize = 64 << 20;
/// Most numbers that the decoder takes memory for at once. It takes as much for each line of a
/// feature, and for each hole of an area, as the whole feature has.
pub(super) const MOST_HELD: usize = 1 << 26;
/// How wide a layer is that does not say it; walkers draws no other.
pub(super) const EXTENT: u64 = 4096;

/// What is wrong with a tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TileFault {
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
    #[error("there is more in it than in any tile")]
    TooMuch,
}

/// A field of a message.
pub(super) enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
    Fixed,
}

/// Looks through the tile and gives the names of its layers.
pub(super) fn check(tile: &[u8]) -> Result<Vec<String>, TileFault> {
    if tile.len() > LARGEST {
        return Err(TileFault::TooMuch);
    }
    let (mut names, mut seen) = (Vec::new(), Seen::default());
    each_field(tile, |number, field| {
        if let (3, Field::Bytes(layer)) = (number, field) {
            seen.part()?;
            names.push(check_layer(layer, &mut seen)?);
        }
        Ok(())
    })?;
    Ok(names)
}

/// What was counted in a tile so far.
#[derive(Default)]
struct Seen {
    numbers: usize,
    parts: usize,
    text: usize,
}

impl Seen {
    fn part(&mut self) -> Result<(), TileFault> {
        self.parts += 1;
        within(self.parts, MOST_PARTS)
    }
}

const fn within(count: usize, most: usize) -> Result<(), TileFault> {
    if count > most { Err(TileFault::TooMuch) } else { Ok(()) }
}

fn check_layer(layer: &[u8], seen: &mut Seen) -> Result<String, TileFault> {
    let (mut name, mut extent) = (String::new(), EXTENT);
    // Lengths in bytes.
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    each_field(layer, |number, field| {
        match (number, field) {
            (1, Field::Bytes(text)) => name = String::from_utf8_lossy(text).into_owned(),
            (3, Field::Bytes(key)) => keys.push(key.len()),
            (4, Field::Bytes(value)) => values.push(value.len()),
            (5, Field::Number(wide)) => extent = wide,
            _ => return Ok(()),
        }
        seen.part()
    })?;
    if !(1..=1 << 20).contains(&extent) {
        return Err(TileFault::Extent(extent));
    }
    each_field(layer, |number, field| {
        let (2, Field::Bytes(feature)) = (number, field) else { return Ok(()) };
        seen.part()?;
        let Feature { kind, mut tags, geometry } = Feature::of(feature)?;
        while !tags.is_empty() {
            let mut next = || varint(&mut tags).ok_or(TileFault::NotATile);
            let (key, value) = (next()? as usize, next()? as usize);
            let length = |lengths: &[usize], at| lengths.get(at).copied().unwrap_or(0);
            seen.text += length(&keys, key) + length(&values, value);
            within(seen.text, MOST_TEXT)?;
            seen.part()?;
        }
        check_geometry(geometry, kind, extent as i64, seen)
    })?;
    Ok(name)
}

/// The parts of a feature that a geometry is drawn by.
#[derive(Default)]
pub(super) struct Feature<'a> {
    /// 1 is points, 2 lines, 3 areas.
    pub(super) kind: u64,
    pub(super) tags: &'a [u8],
    pub(super) geometry: &'a [u8],
}

impl<'a> Feature<'a> {
    /// Reads them. The format has tags and geometry once; of several the decoder would make one, and
    /// the pen would go on where it was.
    pub(super) fn of(feature: &'a [u8]) -> Result<Self, TileFault> {
        let mut read = Self::default();
        each_field(feature, |number, field| {
            match (number, field) {
                (2, Field::Bytes(tags)) if read.tags.is_empty() => read.tags = tags,
                (3, Field::Number(kind)) => read.kind = kind,
                (4, Field::Bytes(geometry)) if read.geometry.is_empty() => read.geometry = geometry,
                (2 | 4, _) => return Err(TileFault::NotATile),
                _ => {}
            }
            Ok(())
        })?;
        Ok(read)
    }
}

/// Follows the pen of a geometry.
fn check_geometry(
    mut geometry: &[u8],
    kind: u64,
    extent: i64,
    seen: &mut Seen,
) -> Result<(), TileFault> {
    let farthest = FARTHEST * extent;
    let (mut x, mut y) = (0_i64, 0_i64);
    let mut rings = Rings::default();
    let whole = geometry.len();
    while !geometry.is_empty() {
        let command = varint(&mut geometry).ok_or(TileFault::NotATile)?;
        let (id, count) = (command & 7, command >> 3);
        match id {
            7 if count == 1 => rings.close(),
            1 | 2 => {
                // Two numbers a step, of one byte at least.
                if count == 0 || count > geometry.len() as u64 / 2 {
                    return Err(TileFault::Geometry);
                }
                seen.numbers += 2 * count as usize;
                within(seen.numbers, MOST_NUMBERS)?;
                for _ in 0..count {
                    x += step(&mut geometry)?;
                    y += step(&mut geometry)?;
                    if x.abs() > farthest || y.abs() > farthest {
                        return Err(TileFault::Geometry);
                    }
                    rings.draw(x as f64, y as f64);
                }
            }
            _ => return Err(TileFault::Geometry),
        }
        // A number takes a byte at least.
        if kind == AREA {
            within(rings.holes.saturating_mul(whole), MOST_HELD)?;
        }
    }
    Ok(())
}

/// What a feature's geometry is where it is areas.
const AREA: u64 = 3;

/// The rings of an area, as far as it has to be known how many holes one has.
#[derive(Default)]
struct Rings {
    first: Option<[f64; 2]>,
    last: [f64; 2],
    /// Twice the area, positive round the outside.
    area: f64,
    holes: usize,
}

impl Rings {
    fn draw(&mut self, x: f64, y: f64) {
        if self.first.is_none() {
            (self.first, self.last) = (Some([x, y]), [x, y]);
        }
        self.to([x, y]);
    }

    fn to(&mut self, [x, y]: [f64; 2]) {
        let [from_x, from_y] = self.last;
        self.area += (y - from_y) * (x + from_x);
        self.last = [x, y];
    }

    fn close(&mut self) {
        if let Some(first) = self.first.take() {
            self.to(first);
        }
        self.holes = if self.area > 0.0 { 0 } else { self.holes + 1 };
        self.area = 0.0;
    }
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
