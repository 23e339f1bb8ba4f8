//! How bytes become checked positions: the steps that all loaders share.

use super::format::PackedLine;
use super::{GeodataError, LonLat, Names};
use serde::de::DeserializeOwned;

/// The file's records, unchecked.
pub(super) fn decode<T: DeserializeOwned>(
    file: &'static str,
    bytes: &[u8],
) -> Result<T, GeodataError> {
    postcard::from_bytes(bytes).map_err(|source| GeodataError::Layout { file, source })
}

/// A position given in 1e-5 degree (longitude, latitude).
pub(super) fn position(file: &'static str, at: (i32, i32)) -> Result<LonLat, GeodataError> {
    LonLat::new(f64::from(at.0) / 1e5, f64::from(at.1) / 1e5)
        .map_err(|source| GeodataError::Position { file, source })
}

/// The vertices of a line.
pub(super) fn line(file: &'static str, packed: &PackedLine) -> Result<Vec<LonLat>, GeodataError> {
    packed.unpack().map(|at| position(file, at)).collect()
}

/// The vertices of a ring: at least a triangle, closed.
pub(super) fn ring(file: &'static str, packed: &PackedLine) -> Result<Vec<LonLat>, GeodataError> {
    let ring = line(file, packed)?;
    if ring.len() < 4 || ring.first() != ring.last() {
        let what = format!("a ring of {} vertices is not closed or too short", ring.len());
        return Err(GeodataError::Content { file, what });
    }
    Ok(ring)
}

/// Names in the order of the files.
pub(super) fn names([ar, fr, en]: [String; 3]) -> Names {
    Names { ar, fr, en }
}
