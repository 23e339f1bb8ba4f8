//! Map archives for a test, written by the test: PMTiles, MBTiles, and the tiles in them.

use rusqlite::Connection;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A PNG of 256 x 256 pixels of one colour.
pub(crate) fn png(color: [u8; 3]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 256, 256);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&color.repeat(256 * 256)).unwrap();
    writer.finish().unwrap();
    bytes
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

fn field(number: u64, content: &[u8]) -> Vec<u8> {
    [varint(number << 3 | 2), varint(content.len() as u64), content.to_vec()].concat()
}

fn number(field: u64, value: u64) -> Vec<u8> {
    [varint(field << 3), varint(value)].concat()
}

/// The commands of a ring or a line through these points.
pub(crate) fn pen(points: &[(i64, i64)], closed: bool) -> Vec<u8> {
    let fold = |by: i64| varint(u64::from((by << 1 ^ by >> 63) as u32));
    let (mut bytes, mut at) = (Vec::new(), (0, 0));
    for (index, &(x, y)) in points.iter().enumerate() {
        match index {
            0 => bytes.extend(varint(1 << 3 | 1)),
            1 => bytes.extend(varint((points.len() as u64 - 1) << 3 | 2)),
            _ => {}
        }
        bytes.extend([fold(x - at.0), fold(y - at.1)].concat());
        at = (x, y);
    }
    if closed {
        bytes.extend(varint(1 << 3 | 7));
    }
    bytes
}

/// A layer of a vector tile with one geometry: 1 points, 2 a line, 3 an area.
pub(crate) fn layer(name: &str, extent: u64, kind: u64, geometry: &[u8]) -> Vec<u8> {
    tagged_layer(name, extent, kind, geometry, &[])
}

/// The same, whose feature has these tags.
pub(crate) fn tagged_layer(
    name: &str,
    extent: u64,
    kind: u64,
    geometry: &[u8],
    tags: &[(&str, &str)],
) -> Vec<u8> {
    // Each key with the value of the same number.
    let pairs: Vec<u8> = (0..tags.len() as u8).flat_map(|index| [index, index]).collect();
    let feature = [field(2, &pairs), number(3, kind), field(4, geometry)].concat();
    let mut layer = [number(15, 2), field(1, name.as_bytes()), field(2, &feature)].concat();
    for (key, value) in tags {
        layer.extend([field(3, key.as_bytes()), field(4, &field(1, value.as_bytes()))].concat());
    }
    layer.extend(number(5, extent));
    field(3, &layer)
}

/// Brotli's way to write what it does not pack: at most 65,536 bytes.
pub(crate) fn brotli(bytes: &[u8]) -> Vec<u8> {
    // A window of 64 KB, not the last block, a length in 16 bits, unpacked; then the empty last one.
    let header = (bytes.len() as u32 - 1) << 4 | 1 << 20;
    [&header.to_le_bytes()[..3], bytes, &[3]].concat()
}

/// Packed as Zstandard.
pub(crate) fn zstd(bytes: &[u8]) -> Vec<u8> {
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

/// A vector tile with an area over its middle.
pub(crate) fn area(name: &str) -> Vec<u8> {
    let ring = [(300, 300), (3800, 300), (3800, 3800), (300, 3800)];
    layer(name, 4096, 3, &pen(&ring, true))
}

/// What a PMTiles archive is made of; every field can be made wrong.
pub(crate) struct PmTiles {
    pub(crate) version: u8,
    pub(crate) inner_packing: u8,
    pub(crate) tile_packing: u8,
    pub(crate) tile_type: u8,
    pub(crate) metadata: String,
    /// Zoom 0, and the four of zoom 1 by their Hilbert numbers 1 to 4: packed as above says.
    pub(crate) tiles: Vec<Vec<u8>>,
}

impl PmTiles {
    /// Vector tiles, packed with gzip, all the same.
    pub(crate) fn vector(tile: &[u8]) -> Self {
        Self {
            version: 3,
            inner_packing: 2,
            tile_packing: 2,
            tile_type: 1,
            metadata: r#"{"name":"Sand","attribution":"<a href='x'>&copy; Dune Survey</a>"}"#
                .to_owned(),
            tiles: vec![gzip(tile); 5],
        }
    }

    /// Pictures of one colour.
    pub(crate) fn raster(tile: &[u8]) -> Self {
        let tiles = vec![tile.to_vec(); 5];
        Self { tile_packing: 1, tile_type: 2, tiles, ..Self::vector(&[]) }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let inner = |bytes: &[u8]| match self.inner_packing {
            2 => gzip(bytes),
            3 => brotli(bytes),
            4 => zstd(bytes),
            _ => bytes.into(),
        };
        let mut directory = varint(self.tiles.len() as u64);
        for (index, _) in self.tiles.iter().enumerate() {
            directory.extend(varint(u64::from(index > 0)));
        }
        directory.extend(self.tiles.iter().flat_map(|_| varint(1)));
        directory.extend(self.tiles.iter().flat_map(|tile| varint(tile.len() as u64)));
        directory.extend((0..self.tiles.len()).flat_map(|index| varint(u64::from(index == 0))));
        let directory = inner(&directory);
        let metadata = inner(self.metadata.as_bytes());
        let tiles = self.tiles.concat();
        let mut bytes = b"PMTiles".to_vec();
        bytes.push(self.version);
        let mut at = 127;
        for length in [directory.len(), metadata.len(), 0, tiles.len()] {
            bytes.extend((at as u64).to_le_bytes());
            bytes.extend((length as u64).to_le_bytes());
            at += length;
        }
        for _ in 0..3 {
            bytes.extend((self.tiles.len() as u64).to_le_bytes());
        }
        bytes.extend([1, self.inner_packing, self.tile_packing, self.tile_type, 0, 1]);
        for degrees in [-180.0, -85.0, 180.0, 85.0] {
            bytes.extend(((degrees * 1e7) as i32).to_le_bytes());
        }
        bytes.push(0);
        bytes.extend([0; 8]);
        assert_eq!(bytes.len(), 127);
        [bytes, directory, metadata, tiles].concat()
    }

    pub(crate) fn write(&self, folder: &Path, name: &str) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, self.bytes()).unwrap();
        path
    }
}

/// An MBTiles archive with tiles of zoom 1: north-west, north-east, south-west, south-east.
pub(crate) fn mbtiles(folder: &Path, name: &str, format: &str, tiles: [&[u8]; 4]) -> PathBuf {
    let path = folder.join(name);
    let archive = Connection::open(&path).unwrap();
    archive
        .execute_batch(
            "CREATE TABLE metadata (name TEXT, value TEXT);
             CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,
                                 tile_data BLOB);",
        )
        .unwrap();
    let rows = [("name", "Four colours"), ("format", format), ("attribution", "Paint Office")];
    for row in rows {
        archive.execute("INSERT INTO metadata VALUES (?, ?)", row).unwrap();
    }
    for (index, tile) in tiles.into_iter().enumerate() {
        // In this format rows are counted from the south.
        let (column, row) = (index as i64 % 2, 1 - index as i64 / 2);
        archive.execute("INSERT INTO tiles VALUES (1, ?, ?, ?)", (column, row, tile)).unwrap();
    }
    path
}
