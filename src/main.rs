//! From arguments to a window or a command, and to an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::WARN)
        .with_writer(std::io::stderr)
        .init();
    sahel_map::cli::run(std::env::args_os())
}
