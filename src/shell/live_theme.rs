//! Colours that change while their files are edited: in debug builds, where the sources are at hand.

use crate::map::theme::{Theme, ThemeError};
use crate::state::Shade;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// How often the files are looked at, in seconds.
pub(super) const EVERY: f64 = 0.5;

/// When the theme's file was last changed.
#[derive(Debug, Default)]
pub(super) struct LiveTheme {
    looked: f64,
    changed: Option<(Shade, SystemTime)>,
}

impl LiveTheme {
    /// The theme of `shade` anew, if its file was changed since it was last looked at.
    pub(super) fn look(
        &mut self,
        shade: Shade,
        now: f64,
    ) -> Option<Result<Arc<Theme>, ThemeError>> {
        if now < self.looked + EVERY {
            return None;
        }
        self.looked = now;
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/theme");
        let path = path.join(format!("{}.toml", Theme::name(shade)));
        let changed = (shade, std::fs::metadata(&path).ok()?.modified().ok()?);
        let before = self.changed.replace(changed)?;
        // A file that was there at the start is what was built in.
        if before.0 != shade || before == changed {
            return None;
        }
        Some(Theme::parse(shade, &std::fs::read_to_string(path).ok()?))
    }
}
