//! Archives and tiles that would take all memory, or never end.

use super::archives::{PmTiles, area, gzip, layer, mbtiles, pen, png, tagged_layer, varint};
use sahel_map::map::archive::{TileFault, picture_of, vector_tile};
use sahel_map::map::inspect_archive;
use sahel_map::state::{ArchiveFault, Schema};

fn refused(tile: &[u8]) -> TileFault {
    vector_tile(tile, Schema::Other).unwrap_err()
}

#[test]
fn a_directory_and_a_description_are_unpacked_no_further_than_any_has() {
    let folder = tempfile::tempdir().unwrap();
    let sound = PmTiles::vector(&area("sand"));
    assert!(inspect_archive(&sound.write(folder.path(), "sound.pmtiles")).is_ok());
    // Half a million lines of a directory in a few hundred bytes.
    let mut bytes = sound.bytes();
    let directory = gzip(&[varint(500_000), vec![0; 2_000_000]].concat());
    let (start, length) = (bytes.len() as u64, directory.len() as u64);
    bytes[8..16].copy_from_slice(&start.to_le_bytes());
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    bytes.extend(directory);
    let path = folder.path().join("directory.pmtiles");
    std::fs::write(&path, bytes).unwrap();
    let fault = inspect_archive(&path).unwrap_err().to_string();
    assert!(fault.contains("more than 1048576 bytes"), "{fault}");
    // What it says of itself is left out; its tiles are sound.
    let metadata = format!("{{\"name\":\"{}\"}}", "x".repeat(5_000_000));
    let path = PmTiles { metadata, ..sound }.write(folder.path(), "metadata.pmtiles");
    assert_eq!(inspect_archive(&path).unwrap().name, "metadata");
}

#[test]
fn a_tile_that_would_become_far_more_is_left_out() {
    let point = pen(&[(9, 9)], false);
    // Fifty thousand features that have a value of 10 KB each.
    let long = "x".repeat(10_000);
    let one = tagged_layer("x", 4096, 1, &point, &[("a", &long)]);
    let feature = [vec![0x12, 11], vec![0x12, 2, 0, 0, 0x18, 1, 0x22], vec![3, 9, 18, 18]].concat();
    let inner: Vec<u8> = feature.repeat(50_000);
    // Behind its tag and its length in two bytes.
    let body = [&one[3..], &inner].concat();
    let tile = [vec![0x1a], varint(body.len() as u64), body].concat();
    assert_eq!(refused(&tile), TileFault::TooMuch);
    // A million layers of nothing; 17 MB.
    assert_eq!(refused(&[0x1a, 0].repeat(1_100_000)), TileFault::TooMuch);
    assert_eq!(refused(&vec![0; 17 << 20]), TileFault::TooMuch);
    // An area of 30,000 holes.
    let ring = |closed: &[(i64, i64)]| pen(closed, true);
    let hole = ring(&[(1, 1), (1, 2), (2, 1)]);
    let area = [ring(&[(0, 0), (4000, 0), (4000, 4000), (0, 4000)]), hole.repeat(30_000)].concat();
    assert!(vector_tile(&layer("x", 1 << 20, 3, &area), Schema::Other).is_err());
}

#[test]
fn a_feature_in_two_pieces_is_no_tile() {
    // The decoder would go on with the pen where it was, and out of all bounds.
    let line = pen(&[(0, 0), (9, 9)], false);
    let geometry = [vec![0x22, line.len() as u8], line].concat();
    let feature = [vec![0x18, 2], geometry.repeat(2)].concat();
    let body = [vec![0x0a, 1, b'x', 0x78, 2, 0x12, feature.len() as u8], feature].concat();
    let tile = [vec![0x1a, body.len() as u8], body].concat();
    assert_eq!(refused(&tile), TileFault::NotATile);
    // Nor is one whose numbers stand one by one.
    let feature = [vec![0x18, 2], vec![0x20, 9, 0x20, 2, 0x20, 2]].concat();
    let body = [vec![0x0a, 1, b'x', 0x78, 2, 0x12, feature.len() as u8], feature].concat();
    let tile = [vec![0x1a, body.len() as u8], body].concat();
    assert_eq!(refused(&tile), TileFault::NotATile);
}

#[test]
fn a_picture_larger_than_any_tile_is_not_unpacked() {
    assert!(picture_of(&png([1, 2, 3])).is_ok());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1025, 1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 1025 * 3]).unwrap();
    writer.finish().unwrap();
    assert!(picture_of(&bytes).is_err());
}

#[test]
fn a_table_that_never_ends_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = mbtiles(folder.path(), "sand.mbtiles", "png", [&png([1, 2, 3])[..]; 4]);
    assert!(inspect_archive(&path).is_ok());
    let archive = rusqlite::Connection::open(&path).unwrap();
    archive
        .execute_batch(
            "DROP TABLE tiles;
             CREATE VIEW tiles AS
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                 SELECT i AS zoom_level, 0 AS tile_column, 0 AS tile_row, x'' AS tile_data FROM n;",
        )
        .unwrap();
    drop(archive);
    let fault = inspect_archive(&path).unwrap_err();
    assert!(
        matches!(&fault, ArchiveFault::Damaged(why) if why.contains("does not end")),
        "{fault}"
    );
}

#[test]
fn values_of_a_table_that_are_too_long_are_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = mbtiles(folder.path(), "sand.mbtiles", "png", [&png([1, 2, 3])[..]; 4]);
    let archive = rusqlite::Connection::open(&path).unwrap();
    archive
        .execute("UPDATE metadata SET value = ? WHERE name = 'name'", ["x".repeat(2_000_000)])
        .unwrap();
    drop(archive);
    assert_eq!(inspect_archive(&path).unwrap().name, "sand");
}
