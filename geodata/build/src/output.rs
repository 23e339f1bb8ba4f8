//! How a file is written: whole or not at all.

use anyhow::{Context, Result};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The directory the files go to.
pub(crate) struct Output {
    dir: PathBuf,
}

impl Output {
    /// Files go to `dir`.
    pub(crate) fn to(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// Writes `bytes` as `name`: a temporary file beside it takes its name when it is complete.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.dir.join(name);
        let write = || -> Result<()> {
            let mut file = tempfile::Builder::new()
                .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))
                .tempfile_in(&self.dir)?;
            file.write_all(bytes)?;
            file.persist(&path)?;
            Ok(())
        };
        write().with_context(|| format!("writing `{}`", path.display()))?;
        eprintln!("{name}: {} bytes", bytes.len());
        Ok(())
    }
}
