//! Unpacking gzip, Brotli and Zstandard, and no more of them than a sound tile has.

use crate::state::ArchiveFault;
use bytes::Bytes;
use std::io::{self, Read};

/// Most bytes that a piece unpacks to.
const LARGEST: u64 = 64 << 20;
/// Bytes that the Brotli decoder reads at once.
const BUFFER: usize = 4096;

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    Gzip,
    Brotli,
    Zstandard,
}

impl Packing {
    /// By the number that a PMTiles header has for it.
    pub(super) fn of(byte: u8) -> Result<Self, ArchiveFault> {
        match byte {
            1 => Ok(Self::Plain),
            2 => Ok(Self::Gzip),
            3 => Ok(Self::Brotli),
            4 => Ok(Self::Zstandard),
            other => Err(ArchiveFault::Compression(other.to_string())),
        }
    }

    /// By the first bytes, as an MBTiles archive says nothing of it. Brotli has no such bytes, and
    /// no such archives.
    fn guessed(data: &[u8]) -> Self {
        match data {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::Zstandard,
            _ => Self::Plain,
        }
    }

    /// The bytes that `data` packs.
    pub(super) fn unpack(self, data: Bytes) -> Result<Bytes, ArchiveFault> {
        self.unpack_up_to(data, LARGEST)
    }

    /// The same, if they are at most so many.
    pub(super) fn unpack_up_to(self, data: Bytes, most: u64) -> Result<Bytes, ArchiveFault> {
        match self {
            Self::Plain if data.len() as u64 > most => Err(too_large(most)),
            Self::Plain => Ok(data),
            Self::Gzip => read_all(flate2::read::MultiGzDecoder::new(&*data), most),
            Self::Brotli => read_all(brotli_decompressor::Decompressor::new(&*data, BUFFER), most),
            Self::Zstandard => {
                let decoder = ruzstd::decoding::StreamingDecoder::new(&*data);
                read_all(decoder.map_err(|error| damaged(&error))?, most)
            }
        }
    }
}

/// Unpacks `data` if it is packed.
pub(in crate::map) fn unpack_if_packed(data: Bytes) -> Result<Bytes, ArchiveFault> {
    Packing::guessed(&data).unpack(data)
}

/// Everything that a decoder gives, if that is not more than a tile ever has.
fn read_all(decoder: impl Read, most: u64) -> Result<Bytes, ArchiveFault> {
    let mut unpacked = Vec::new();
    let length = decoder
        .take(most + 1)
        .read_to_end(&mut unpacked)
        .map_err(|error: io::Error| damaged(&error))?;
    if length as u64 > most {
        return Err(too_large(most));
    }
    Ok(unpacked.into())
}

fn too_large(most: u64) -> ArchiveFault {
    ArchiveFault::Damaged(format!("a piece of more than {most} bytes"))
}

fn damaged(error: &dyn std::fmt::Display) -> ArchiveFault {
    ArchiveFault::Damaged(format!("unpacking: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 MB of zeros in gzip, Zstandard and Brotli: some kilobytes each.
    fn bombs() -> [(Packing, Vec<u8>); 2] {
        let zeros = || io::repeat(0).take(100 << 20);
        let mut gzip = Vec::new();
        flate2::read::GzEncoder::new(zeros(), flate2::Compression::best())
            .read_to_end(&mut gzip)
            .unwrap();
        // A frame with a window of 128 KB and 800 blocks, each one zero 131,072 times.
        let mut zstd = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
        for block in 0..800_u32 {
            let header = (131_072 << 3 | 1 << 1) | u32::from(block == 799);
            zstd.extend(&header.to_le_bytes()[..3]);
            zstd.push(0);
        }
        [(Packing::Gzip, gzip), (Packing::Zstandard, zstd)]
    }

    #[test]
    fn a_small_piece_that_unpacks_to_far_too_much_is_refused() {
        for (packing, bomb) in bombs() {
            assert!(bomb.len() < 200_000);
            let unpacked = packing.unpack(bomb.into());
            let words = unpacked.unwrap_err().to_string();
            assert!(words.contains("more than"), "{packing:?}: {words}");
        }
    }

    #[test]
    fn what_is_no_packed_piece_is_damaged() {
        for packing in [Packing::Gzip, Packing::Brotli, Packing::Zstandard] {
            for piece in [&b""[..], b"not packed at all", &[0xff; 400]] {
                let unpacked = packing.unpack(Bytes::copy_from_slice(piece));
                assert!(matches!(unpacked, Err(ArchiveFault::Damaged(_))), "{packing:?} {piece:?}");
            }
        }
    }
}
