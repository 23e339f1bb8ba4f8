//! How large the window is.

use serde::{Deserialize, Serialize};

/// The window's inside in points, and whether it fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSize {
    /// Points, of the last time when it did not fill the screen.
    pub width: f32,
    /// Points, the same.
    pub height: f32,
    /// Whether it fills the screen.
    pub maximized: bool,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0, maximized: false }
    }
}

impl WindowSize {
    /// The least that everything has room in.
    pub const LEAST: [f32; 2] = [640.0, 480.0];
    /// More than any screen has.
    const MOST: f32 = 16_384.0;

    /// The same within what a window can be; of what is no size, the first size.
    #[must_use]
    pub fn bounded(self) -> Self {
        let [least_width, least_height] = Self::LEAST;
        if !(self.width.is_finite() && self.height.is_finite()) {
            return Self::default();
        }
        Self {
            width: self.width.clamp(least_width, Self::MOST),
            height: self.height.clamp(least_height, Self::MOST),
            ..self
        }
    }

    /// After the window has become so large: its old size is kept while it fills the screen.
    #[must_use]
    pub fn resized(self, [width, height]: [f32; 2], maximized: bool) -> Self {
        let resized =
            if maximized { Self { maximized, ..self } } else { Self { width, height, maximized } };
        // Some systems say 0 of a window that is put away.
        resized.bounded()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_maximized_window_comes_back_to_the_size_it_had() {
        let size = WindowSize::default().resized([900.0, 700.0], false);
        let filled = size.resized([1920.0, 1080.0], true);
        assert_eq!((filled.width, filled.height, filled.maximized), (900.0, 700.0, true));
        assert_eq!(filled.resized([900.0, 700.0], false), size);
    }

    #[test]
    fn no_file_makes_a_window_that_cannot_be() {
        for (width, height) in [(-5.0, 1e9), (0.0, 0.0), (f32::NAN, 3.0), (f32::INFINITY, 500.0)] {
            let size = WindowSize { width, height, maximized: false }.bounded();
            assert!(size.width >= 640.0 && size.height >= 480.0, "{size:?}");
            assert!(size.width <= 16_384.0 && size.height <= 16_384.0, "{size:?}");
        }
    }
}
