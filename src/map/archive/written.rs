//! How parts of a vector tile are written again.

use super::mvt::{Field, TileFault, next_field};

/// Writes a number in groups of seven bits, the lowest first.
pub(super) fn put(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Writes a step of the pen, folded so that small ones are short.
pub(super) fn put_step(bytes: &mut Vec<u8>, by: i64) {
    put(bytes, u64::from((by << 1 ^ by >> 63) as u32));
}

/// Writes a field of bytes.
pub(super) fn put_bytes(to: &mut Vec<u8>, number: u64, bytes: &[u8]) {
    put(to, number << 3 | 2);
    put(to, bytes.len() as u64);
    to.extend(bytes);
}

/// Calls `see` with each field of a message, and with its bytes as they stand there.
pub(super) fn each_piece<'a>(
    mut message: &'a [u8],
    mut see: impl FnMut(u64, Field<'a>, &'a [u8]) -> Result<(), TileFault>,
) -> Result<(), TileFault> {
    while !message.is_empty() {
        let before = message;
        let (number, field) = next_field(&mut message).ok_or(TileFault::NotATile)?;
        let whole = before.get(..before.len() - message.len()).unwrap_or_default();
        see(number, field, whole)?;
    }
    Ok(())
}
