//! Which packages the ground is made from, whom to credit, and under which terms.

use super::line_errors::{ComparedLineRecord, ElsewhereRecord, LineErrors};
use super::{GeodataError, embedded};
use serde::Deserialize;

/// `MANIFEST.toml`: sources and files with their licences, and the errors of the border lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The packages.
    pub sources: Vec<Source>,
    /// The files made from them.
    pub files: Vec<MadeFile>,
    /// How far the border lines lie from the newest ones known.
    pub line_errors: LineErrors,
}

#[derive(Deserialize)]
struct ManifestRecord {
    source: Vec<Source>,
    file: Vec<MadeFile>,
    line_error: Vec<ComparedLineRecord>,
    line_error_elsewhere: ElsewhereRecord,
}

/// A package that the ground is made from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// What [`MadeFile::made_from`] calls it.
    pub id: String,
    /// The registry: `npm`, `PyPI` or `Debian`.
    pub ecosystem: String,
    /// Its name in that registry.
    pub package: String,
    /// Its version.
    pub version: String,
    /// The members of the package that are read.
    pub files: Vec<String>,
    /// SHA-256 of the package as downloaded, in hexadecimal.
    pub sha256: String,
    /// SPDX identifier of the data's licence, or `public domain`.
    pub licence: String,
    /// The words that stand where the data are shown.
    pub credit: String,
    /// What the data are.
    pub what: String,
    /// The state of the data: a year, month or day, or what the source says instead.
    pub date: String,
}

/// A file of `geodata/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MadeFile {
    /// Its name.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SPDX expression of the terms under which it may be passed on, or `public domain`.
    pub licence: String,
    /// The sources it is made from, by id.
    pub made_from: Vec<String>,
    /// What it holds.
    pub what: String,
    /// The newest of its sources' dates.
    pub date: String,
}

impl Manifest {
    /// The manifest that is part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Manifest::parse`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::parse(embedded::MANIFEST)
    }

    /// Reads `MANIFEST.toml`.
    ///
    /// # Errors
    /// [`GeodataError::Manifest`] when it is not TOML or a field is missing;
    /// [`GeodataError::Content`] names the field of a line's error that makes no sense.
    pub fn parse(text: &str) -> Result<Self, GeodataError> {
        let ManifestRecord { source: sources, file: files, line_error, line_error_elsewhere } =
            toml::from_str(text)?;
        let line_errors = LineErrors::from_records(&line_error, &line_error_elsewhere, &sources)?;
        Ok(Self { sources, files, line_errors })
    }

    /// Whom to credit, each once: the line in the corner of the map.
    ///
    /// ```
    /// let manifest = sahel_map::geodata::Manifest::embedded()?;
    /// assert_eq!(manifest.credits().first(), Some(&"© OpenStreetMap contributors"));
    /// # Ok::<(), sahel_map::geodata::GeodataError>(())
    /// ```
    #[must_use]
    pub fn credits(&self) -> Vec<&str> {
        let mut credits: Vec<&str> = Vec::new();
        for source in &self.sources {
            if !credits.contains(&source.credit.as_str()) {
                credits.push(&source.credit);
            }
        }
        credits
    }

    /// Whom to credit, with the licence and the states of the data: the lines of pictures, plates
    /// and handouts, such as `© OpenStreetMap contributors (ODbL-1.0; 2017-11, 2026-10-17)`.
    #[must_use]
    pub fn credits_with_licences(&self) -> Vec<String> {
        self.credits_among(&self.sources.iter().collect::<Vec<_>>())
    }

    /// The same of these files alone, by their paths.
    #[must_use]
    pub fn credits_of(&self, files: &[&str]) -> Vec<String> {
        let files = self.files.iter().filter(|file| files.contains(&file.path.as_str()));
        let made_from: Vec<&String> = files.flat_map(|file| &file.made_from).collect();
        let sources = self.sources.iter().filter(|source| made_from.contains(&&source.id));
        self.credits_among(&sources.collect::<Vec<_>>())
    }

    fn credits_among(&self, sources: &[&Source]) -> Vec<String> {
        let is_there = |credit: &&str| sources.iter().any(|source| source.credit == *credit);
        let of = |credit: &str| {
            let sources = sources.iter().filter(|s| s.credit == credit);
            let mut dates: Vec<&str> = sources.clone().map(|s| s.date.as_str()).collect();
            dates.sort_unstable();
            dates.dedup();
            let licence = sources.map(|s| s.licence.as_str()).next().unwrap_or_default();
            format!("{credit} ({licence}; {})", dates.join(", "))
        };
        self.credits().into_iter().filter(is_there).map(of).collect()
    }
}
