//! Who fetches tiles from the network for the map: the shell, which alone may.

use crate::state::online::OnlineSource;
use bytes::Bytes;
use std::time::Duration;

/// What came of asking for a tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The tile, as it was sent.
    Tile(Bytes),
    /// There is none there, and will be none.
    Absent,
    /// There may be one after this time: whoever has it does not answer now.
    Later(Duration),
}

/// Fetches tiles. It may wait for the network, so it is called on threads of the map's own, and where
/// a picture is made.
pub trait FetchTiles: Send + Sync {
    /// The tile of `source` at `zoom`, column `x` and row `y`.
    fn fetch(&self, source: &OnlineSource, zoom: u8, x: u32, y: u32) -> Fetched;
}
