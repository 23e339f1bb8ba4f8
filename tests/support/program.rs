//! The built program, kept apart from the session, the language and the display of whoever runs
//! the tests.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A place to run the program in: its own home, without a display.
pub(crate) struct Program {
    home: TempDir,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// A path in the program's home.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The variables that set the program apart, and those that choose the software driver.
    pub(crate) fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        let mut variables = vec![
            ("HOME", self.home.path().to_owned()),
            ("XDG_STATE_HOME", self.path("state")),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("XDG_DATA_HOME", self.path("data")),
            ("XDG_CACHE_HOME", self.path("cache")),
            ("LANG", "en_US.UTF-8".into()),
        ];
        if let Some(driver) = software_driver() {
            // The second name is that of loaders before 1.3.207.
            variables.push(("VK_DRIVER_FILES", driver.clone()));
            variables.push(("VK_ICD_FILENAMES", driver));
            variables.push(("WGPU_BACKEND", "vulkan".into()));
        }
        variables
    }

    /// Variables of the tests' own environment that the program must not see.
    pub(crate) const FOREIGN: [&'static str; 6] =
        ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "LC_ALL", "LC_MESSAGES", "LANGUAGE"];
}

/// lavapipe, where it is installed: the driver that every test draws with.
fn software_driver() -> Option<PathBuf> {
    let drivers = Path::new("/usr/share/vulkan/icd.d").read_dir().ok()?;
    drivers.filter_map(|entry| Some(entry.ok()?.path())).find(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("lvp_icd"))
    })
}
