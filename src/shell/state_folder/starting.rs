//! Whether the window of this run has come to rest, and the mark that says so to the next.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Knows whether the window has come to rest once; clones know the same.
#[derive(Clone, Debug, Default)]
pub(in crate::shell) struct Starting {
    /// There until it has.
    pub(super) mark: Option<PathBuf>,
    pub(super) rested: Arc<AtomicBool>,
}

impl Starting {
    /// Whether the window has come to rest.
    pub(in crate::shell) fn is_over(&self) -> bool {
        self.rested.load(Ordering::Relaxed)
    }

    /// The window has come to rest, or was closed as windows are.
    pub(in crate::shell) fn end(&self) {
        if self.rested.swap(true, Ordering::Relaxed) {
            return;
        }
        if let Some(Err(error)) = self.mark.as_ref().map(std::fs::remove_file) {
            tracing::info!(kind = %error.kind(), "the mark of a start stays");
        }
    }
}
