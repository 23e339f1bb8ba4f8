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
mod printing;
#[cfg(debug_assertions)]
mod provoked;
mod state_folder;
mod timings;
mod window;

pub use app::{OpenError, Opening, run};
pub use archives::open as open_archive;
pub use contents::Contents;
pub use online::{Fetcher, Limits};
pub use state_folder::{Run, Start, log_to_stderr};
pub use timings::Timings;
pub use window::Window;
