//! Does the program say the same in Arabic, French and English, and say it right?

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod catalogue;
mod figures;
mod sources;
mod typography;
