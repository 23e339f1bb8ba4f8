//! Unpacking gzip, and no more of it than a sound tile has.

use crate::state::ArchiveFault;
use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use std::io::Read as _;

/// Most bytes that a piece unpacks to.
const LARGEST: u64 = 64 << 20;
/// The first bytes of what gzip has packed.
const GZIP: &[u8] = &[0x1f, 0x8b];

/// Unpacks `packed`.
pub(super) fn gunzip(packed: &[u8]) -> Result<Bytes, ArchiveFault> {
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut unpacked);
    match read {
        Err(error) => Err(ArchiveFault::Damaged(format!("unpacking: {error}"))),
        Ok(length) if length as u64 > LARGEST => {
            Err(ArchiveFault::Damaged(format!("a piece of more than {LARGEST} bytes")))
        }
        Ok(_) => Ok(unpacked.into()),
    }
}

/// Unpacks `data` if it is packed.
pub(super) fn gunzip_if_packed(data: Bytes) -> Result<Bytes, ArchiveFault> {
    if data.starts_with(GZIP) { gunzip(&data) } else { Ok(data) }
}
