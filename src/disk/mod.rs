//! How what is written gets on the disk whole, or not at all, and how no more is read than there may be.

mod leftovers;
mod read_whole;
mod whole_file;

pub use read_whole::{Unread, read_whole};
pub use whole_file::{Existing, Readers, WholeFile, write_atomically};
