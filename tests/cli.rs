//! Does the command line print, draw and refuse as it says it does?

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "the tests of the window need more of it")]
#[path = "support/archives.rs"]
mod archives;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/csv.rs"]
mod csv_files;
#[path = "cli/data.rs"]
mod data;
#[path = "cli/distance.rs"]
mod distance;
#[path = "cli/pdf.rs"]
mod pdf;
#[path = "cli/picture.rs"]
mod picture;
#[path = "cli/plate.rs"]
mod plate;
#[path = "support/program.rs"]
mod program;
#[path = "cli/running.rs"]
mod running;
#[path = "cli/usage.rs"]
mod usage;
