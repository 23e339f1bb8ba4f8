//! How far a picture or a handout is, and whether it is still wanted.

use super::offscreen::DrawError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// A handle that the one who makes something and the one who waits for it share.
///
/// ```
/// use sahel_map::export::Progress;
/// let progress = Progress::new(|done, of| assert!(done <= of));
/// progress.cancel();
/// assert!(progress.is_cancelled());
/// ```
pub struct Progress {
    is_cancelled: Arc<AtomicBool>,
    done: AtomicU32,
    of: AtomicU32,
    tell: Box<dyn Fn(u32, u32) + Send + Sync>,
}

impl Progress {
    /// Tells `tell` how many parts are done, and of how many, from the maker's thread.
    #[must_use]
    pub fn new(tell: impl Fn(u32, u32) + Send + Sync + 'static) -> Self {
        Self {
            is_cancelled: Arc::default(),
            done: AtomicU32::new(0),
            of: AtomicU32::new(0),
            tell: Box::new(tell),
        }
    }

    /// Nobody waits, and nobody stops it.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(|_, _| {})
    }

    /// What is being made is no longer wanted: its maker stops at the end of the part at hand.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it is no longer wanted.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// The same for who knows nothing of progress.
    pub(super) fn cancelled(&self) -> Arc<AtomicBool> {
        self.is_cancelled.clone()
    }

    /// There are so many parts, and none is done.
    ///
    /// # Errors
    /// [`DrawError::Cancelled`].
    pub(super) fn begin(&self, of: usize) -> Result<(), DrawError> {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of as u32, Ordering::Relaxed);
        (self.tell)(0, of as u32);
        self.check()
    }

    /// One more part is done.
    ///
    /// # Errors
    /// [`DrawError::Cancelled`].
    pub(super) fn step(&self) -> Result<(), DrawError> {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        (self.tell)(done, self.of.load(Ordering::Relaxed));
        self.check()
    }

    /// Whether to go on, between two parts.
    ///
    /// # Errors
    /// [`DrawError::Cancelled`].
    pub(super) fn check(&self) -> Result<(), DrawError> {
        if self.is_cancelled() { Err(DrawError::Cancelled) } else { Ok(()) }
    }
}
