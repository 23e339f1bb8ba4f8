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

const HEAD_OF_LINE_ERRORS: &str = "
# How far the border lines lie from the newest ones known, in metres: borders.bin against
# `compared_with`, sampled every 500 m. None of it is the error of the ground: another source
# (Natural Earth) runs 1.2 km off these lines at the median.
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
    text.push_str(&line_errors(sources)?);
    Ok(text)
}

/// What it says of the border lines' errors.
fn line_errors(sources: &Sources) -> Result<String> {
    let mut text = HEAD_OF_LINE_ERRORS.to_owned();
    for line in &sources.line_errors {
        let newer = sources.get(&line.compared_with)?;
        ensure!(newer.date == line.date, "`{}` is of {}, not {}", newer.id, newer.date, line.date);
        writeln!(text, "\n[[line_error]]")?;
        writeln!(text, "between = {:?}", line.between)?;
        writeln!(text, "at_most = {}", line.at_most)?;
        writeln!(text, "what = {:?}", line.what)?;
        writeln!(text, "compared_with = {:?}", line.compared_with)?;
        writeln!(text, "date = {:?}", line.date)?;
    }
    writeln!(text, "\n# Every other line was not compared.\n[line_error_elsewhere]")?;
    writeln!(text, "at_least = {}", sources.line_error_elsewhere.at_least)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rest of the committed manifest is held to by the checksums of the files.
    #[test]
    fn the_committed_manifest_has_the_errors_of_the_sources() {
        let written = line_errors(&Sources::pinned().unwrap()).unwrap();
        assert!(include_str!("../../MANIFEST.toml").ends_with(&written), "{written}");
    }
}
