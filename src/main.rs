//! From arguments to a window or a command, and to an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    sahel_map::cli::run(std::env::args_os())
}
