//! How one file is read out of a package: `.tgz` of npm or `.whl` of `PyPI`.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

/// The bytes of the member `name` of the archive at `path`.
pub(crate) fn member(path: &Path, name: &str) -> Result<Vec<u8>> {
    let file = BufReader::new(File::open(path)?);
    match path.extension().and_then(|e| e.to_str()) {
        Some("tgz") => from_tar(file, name),
        Some("whl") => from_zip(file, name),
        _ => bail!("`{}` is neither .tgz nor .whl", path.display()),
    }
}

fn from_tar(file: BufReader<File>, name: &str) -> Result<Vec<u8>> {
    let mut tar = tar::Archive::new(flate2::bufread::GzDecoder::new(file));
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
