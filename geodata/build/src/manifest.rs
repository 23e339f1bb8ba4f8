//! What `MANIFEST.toml` says: which packages the files are made from, and under which terms.

use crate::download::sha256;
use crate::sources::Sources;
use anyhow::{Result, ensure};
use std::fmt::Write;

/// A file that was written.
pub(crate) struct MadeFile {
    /// Its name.
    pub(crate) path: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// The sources it is made from.
    pub(crate) made_from: &'static [&'static str],
    /// Under which terms it may be passed on.
    pub(crate) licence: &'static str,
    /// What it holds.
    pub(crate) what: &'static str,
}

const HEAD: &str = "# What the files of this directory are, what they are made from and under which
# terms. Written by geodata/build from its sources.toml: change that, not this.
# Licence texts and notices: LICENSE-*.
";

/// The text of the manifest.
pub(crate) fn text(sources: &Sources, files: &[MadeFile]) -> Result<String> {
    let mut text = HEAD.to_owned();
    for source in &sources.all {
        let used = files.iter().any(|f| f.made_from.contains(&source.id.as_str()));
        ensure!(used, "nothing is made from `{}`", source.id);
        let quoted =
            |list: &[String]| list.iter().map(|f| format!("{f:?}")).collect::<Vec<_>>().join(", ");
        writeln!(text, "\n[[source]]")?;
        writeln!(text, "id = {:?}", source.id)?;
        writeln!(text, "ecosystem = {:?}", source.ecosystem.name())?;
        writeln!(text, "package = {:?}", source.package)?;
        writeln!(text, "version = {:?}", source.version)?;
        writeln!(text, "files = [{}]", quoted(&source.files))?;
        writeln!(text, "sha256 = {:?}", source.sha256)?;
        writeln!(text, "licence = {:?}", source.licence)?;
        writeln!(text, "credit = {:?}", source.credit)?;
        writeln!(text, "what = {:?}", source.what)?;
        writeln!(text, "date = {:?}", source.date)?;
    }
    for file in files {
        let dates = file.made_from.iter().map(|id| Ok(sources.get(id)?.date.as_str()));
        let dates = dates.collect::<Result<Vec<&str>>>()?;
        let real = dates.iter().filter(|d| d.starts_with(|c: char| c.is_ascii_digit()));
        let newest = real.max().or(dates.first()).copied().unwrap_or_default();
        writeln!(text, "\n[[file]]")?;
        writeln!(text, "path = {:?}", file.path)?;
        writeln!(text, "sha256 = {:?}", sha256(&file.bytes))?;
        writeln!(text, "bytes = {}", file.bytes.len())?;
        writeln!(text, "licence = {:?}", file.licence)?;
        writeln!(text, "made_from = {:?}", file.made_from)?;
        writeln!(text, "what = {:?}", file.what)?;
        writeln!(text, "date = {newest:?}")?;
    }
    Ok(text)
}
