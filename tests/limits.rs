//! Is what is far too much, endless or a trap refused in words, soon and without taking all memory?

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "other tests need all of it")]
#[path = "support/archives.rs"]
mod archives;
#[path = "limits/dossiers.rs"]
mod dossiers;
#[path = "limits/tiles.rs"]
mod tiles;
