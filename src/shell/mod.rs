//! Window, disk, clock and background jobs: every side effect.

mod app;
mod archives;
mod contents;
mod exporting;
mod files;
mod graphics_loss;
mod icon;
mod keeping;
#[cfg(debug_assertions)]
mod live_theme;
mod making;
mod online;
mod opening;
mod printing;
#[cfg(debug_assertions)]
mod provoked;
mod state_folder;
mod timings;
mod window;

pub use archives::open as open_archive;
pub use contents::Contents;
pub use online::{Fetcher, Limits};
pub use opening::{OpenError, Opening, run};
pub use state_folder::{Run, Start, log_to_stderr, session_of};
pub use timings::Timings;
pub use window::Window;
