//! Window, disk, clock and background jobs: every side effect.

mod app;
mod saved;
mod timings;
mod window;

pub use app::{Opening, run};
pub use saved::{Existing, load_session, write_atomically};
pub use timings::Timings;
pub use window::Window;
