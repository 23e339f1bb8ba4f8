//! What holds of an archive that can be opened, whatever is in it.

use bytes::Bytes;
use sahel_map::map::archive::{Archive, TileId, picture_of, vector_tile};
use sahel_map::state::TileKind;
use std::path::Path;

/// More pixels a side than this no tile has.
const LARGEST_SIDE: usize = 1024;

pub(crate) fn run(data: &[u8]) -> bool {
    let Ok(archive) = Archive::in_memory(Bytes::copy_from_slice(data)) else { return false };
    let Ok(info) = archive.info(Path::new("/maps/sand.pmtiles")) else { return false };
    assert!(info.min_zoom <= info.max_zoom && info.max_zoom <= 31);
    assert!(!info.name.is_empty() && info.name.chars().count() <= 201);
    assert!(info.attribution.chars().count() <= 201);
    assert!(info.bounds.is_none_or(|[west, south, east, north]| west < east && south < north));
    for (zoom, x, y) in [(0, 0, 0), (1, 0, 1), (1, 1, 0), (2, 3, 3), (14, 8000, 7000), (31, 5, 5)] {
        let Ok(Some(tile)) = archive.tile(TileId { x, y, zoom }) else { continue };
        match info.kind {
            TileKind::Raster { side } => {
                assert!((1..=LARGEST_SIDE).contains(&(side as usize)));
                if let Ok(picture) = picture_of(&tile) {
                    assert!(picture.size.iter().all(|side| *side <= LARGEST_SIDE));
                }
            }
            TileKind::Vector(schema) => {
                let _ = vector_tile(&tile, schema);
            }
        }
    }
    true
}
