//! How what is written gets on the disk whole, or not at all.

mod whole_file;
mod whole_folder;

pub use whole_file::{Existing, Readers, WholeFile, write_atomically};
pub use whole_folder::write_folder;
