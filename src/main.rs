//! From arguments to a window or a command, and to an exit code.

use std::process::ExitCode;
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

fn main() -> ExitCode {
    // The graphics crates report every driver they try and cannot use.
    let ours = Targets::new().with_target("sahel_map", Level::WARN);
    let to_stderr = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(to_stderr.with_filter(ours)).init();
    sahel_map::cli::run(std::env::args_os())
}
