//! Which release is packed, and Debian's changelog of it.
//!
//! `assets/linux/sahel-map.metainfo.xml` lists the releases with their days, for software centres;
//! the manual pages and the changelog have theirs from there.

use anyhow::{Context as _, Result, ensure};
use jiff::civil::Date;
use std::fs;
use std::path::Path;

/// Who answers for the package.
const MAINTAINER: &str = "The Sahel Map contributors <sahel-map@example.org>";

/// A release of the program.
pub(crate) struct Release {
    pub(crate) version: String,
    pub(crate) date: Date,
}

impl Release {
    /// The newest release of the metainfo, which must be the version of this package.
    pub(crate) fn newest(root: &Path) -> Result<Self> {
        let path = root.join("assets/linux/sahel-map.metainfo.xml");
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading `{}`", path.display()))?;
        let release = text.split("<release ").nth(1).context("the metainfo has no <release>")?;
        let attribute = |name: &str| {
            let value = release.split_once(&format!("{name}=\""))?.1;
            Some(value.split_once('"')?.0.to_owned())
        };
        let version = attribute("version").context("the newest <release> has no version")?;
        let date = attribute("date").context("the newest <release> has no date")?;
        ensure!(
            version == env!("CARGO_PKG_VERSION"),
            "the newest <release> of {} is {version}, the package is {}: add this one",
            path.display(),
            env!("CARGO_PKG_VERSION")
        );
        let date = date.parse().with_context(|| format!("the date `{date}` of {version}"))?;
        Ok(Self { version, date })
    }

    /// Debian's changelog: one entry, since the readers' own is CHANGELOG.md.
    pub(crate) fn changelog(&self) -> Result<String> {
        let day = jiff::fmt::strtime::format("%a, %d %b %Y", self.date)?;
        Ok(format!(
            "sahel-map ({}-1) unstable; urgency=medium\n\n  * What changed: changelog.gz beside this \
             file.\n\n -- {MAINTAINER}  {day} 00:00:00 +0000\n",
            self.version
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changelog_says_the_day_as_debian_reads_it() {
        let date = "2026-11-27".parse().unwrap();
        let release = Release { version: "0.1.0".to_owned(), date };
        let text = release.changelog().unwrap();
        assert!(text.starts_with("sahel-map (0.1.0-1) "), "{text}");
        assert!(text.ends_with(">  Fri, 27 Nov 2026 00:00:00 +0000\n"), "{text}");
    }

    #[test]
    fn the_metainfo_lists_this_version() {
        Release::newest(&crate::root()).unwrap();
    }
}
