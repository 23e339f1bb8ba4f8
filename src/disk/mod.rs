//! How what is written gets on the disk whole, or not at all.

mod whole_file;

pub use whole_file::{Existing, Readers, WholeFile, write_atomically};
