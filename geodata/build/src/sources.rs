//! Which packages the ground is made from, and under which terms.

use anyhow::{Context, Result};
use serde::Deserialize;

/// The pinned packages, in the order of `sources.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sources {
    /// The packages.
    #[serde(rename = "source")]
    pub(crate) all: Vec<Source>,
    /// How far the border lines lie from newer ones, in the order of `sources.toml`.
    #[serde(rename = "line_error")]
    pub(crate) line_errors: Vec<LineError>,
    /// The error of every other line.
    pub(crate) line_error_elsewhere: LineErrorElsewhere,
}

/// The line between two countries, compared with a newer one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineError {
    /// ISO 3166-1 alpha-3 of the two, in alphabetical order.
    pub(crate) between: [String; 2],
    /// Metres.
    pub(crate) at_most: u32,
    /// Which figure of the comparison that is.
    pub(crate) what: String,
    /// The source of the newer line.
    pub(crate) compared_with: String,
    /// The state of that source.
    pub(crate) date: String,
}

/// The error of a line that was not compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineErrorElsewhere {
    /// Metres.
    pub(crate) at_least: u32,
}

/// One pinned package.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// What the other tables call it.
    pub(crate) id: String,
    /// The registry that serves it.
    pub(crate) ecosystem: Ecosystem,
    /// Its name in that registry.
    pub(crate) package: String,
    /// Its version, exactly.
    pub(crate) version: String,
    /// The file name the registry's client gives the download.
    pub(crate) archive: String,
    /// What `pip download` must be told where a wheel is built for one platform.
    #[serde(default)]
    pub(crate) wheel: Vec<String>,
    /// SHA-256 of that download, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// The members of the archive that are read.
    pub(crate) files: Vec<String>,
    /// SPDX identifier or a short name of the data's licence.
    pub(crate) licence: String,
    /// The words that must stand where the data are shown.
    pub(crate) credit: String,
    /// What the data are.
    pub(crate) what: String,
    /// The state of the data.
    pub(crate) date: String,
}

/// A package registry.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Ecosystem {
    /// `npm pack`.
    #[serde(rename = "npm")]
    Npm,
    /// `pip download`.
    #[serde(rename = "PyPI")]
    PyPi,
    /// `apt-get download`.
    Debian,
}

impl Ecosystem {
    /// The registry's own spelling of its name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Npm => "npm",
            Self::PyPi => "PyPI",
            Self::Debian => "Debian",
        }
    }
}

impl Sources {
    /// The list compiled into the tool.
    pub(crate) fn pinned() -> Result<Self> {
        toml::from_str(include_str!("../sources.toml")).context("sources.toml")
    }

    /// The package with this id.
    pub(crate) fn get(&self, id: &str) -> Result<&Source> {
        self.all.iter().find(|s| s.id == id).with_context(|| format!("no source `{id}`"))
    }
}
