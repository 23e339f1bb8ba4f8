//! What can be wrong with a CSV and with a row of it, and how that is said.

use super::layout::Axis;
use crate::cli::Failure;
use crate::cli::output::is_standard;
use crate::i18n::{Args, Words, key};
use std::io;
use std::path::Path;

/// Why a file cannot be measured.
#[derive(Debug, thiserror::Error)]
pub(super) enum Problem {
    #[error("it cannot be read")]
    Unreadable(#[from] io::Error),
    #[error("it is a folder")]
    Folder,
    #[error("it is no text")]
    NotText,
    #[error("it is empty")]
    Empty,
    #[error("its first row is {row}")]
    NoHeader { row: String },
    #[error("no column {wanted} among {columns}: {option}")]
    NoColumn { wanted: String, columns: String, option: &'static str },
    #[error("two columns `{column}`")]
    Twice { column: String },
    #[error("`{column}` is both")]
    SameColumn { column: String },
    #[error("`{column}` is there already")]
    MeasuredBefore { column: String },
    #[error("row {row} is too long")]
    LongRow { row: u64, most_kib: u32 },
}

/// Why a row has no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowProblem {
    /// It has more or fewer fields than the header.
    Fields { found: usize, expected: usize },
    /// What stands there is not a number of the axis's range; `swapped`: as the other it would be.
    Number { axis: Axis, text: String, swapped: bool },
    /// A quotation mark is open until the end of the file.
    OpenQuote,
}

impl Problem {
    /// What, where, what to do.
    pub(super) fn failure(&self, name: &str, words: &Words) -> Failure {
        let at = Args::new().text("path", name);
        Failure::Failed(match self {
            Self::Unreadable(error) => {
                words.format(key::ERROR_READ, at.text("problem", error.to_string()))
            }
            Self::Folder => words.format(key::ERROR_FOLDER, at),
            Self::NotText => words.format(key::CSV_NOT_TEXT, at),
            Self::Empty => words.format(key::CSV_EMPTY, at),
            Self::NoHeader { row } => words.format(key::CSV_NO_HEADER, at.text("row", row)),
            Self::NoColumn { wanted, columns, option } => {
                let args = at.text("wanted", wanted).text("columns", columns);
                words.format(key::CSV_NO_COLUMN, args.text("option", *option))
            }
            Self::Twice { column } => {
                words.format(key::CSV_TWICE, at.text("column", ticked(column)))
            }
            Self::SameColumn { column } => {
                words.format(key::CSV_SAME_COLUMN, Args::new().text("column", ticked(column)))
            }
            Self::MeasuredBefore { column } => {
                words.format(key::CSV_MEASURED_BEFORE, at.text("column", ticked(column)))
            }
            Self::LongRow { row, most_kib } => {
                let args = at.plain("row", as_plain(*row)).plain("most", *most_kib);
                words.format(key::CSV_LONG_ROW, args)
            }
        })
    }
}

impl RowProblem {
    /// The file, the row, and what is wrong with it.
    pub(super) fn words(&self, name: &str, row: u64, words: &Words) -> String {
        let at = Args::new().text("path", name).plain("row", as_plain(row));
        match self {
            Self::Fields { found, expected } => words.format(
                key::CSV_ROW_FIELDS,
                at.count("found", *found).count("expected", *expected),
            ),
            Self::Number { axis: Axis::Latitude, text, .. } => {
                words.format(key::CSV_ROW_LATITUDE, at.text("value", ticked(text)))
            }
            Self::Number { axis: Axis::Longitude, text, .. } => {
                words.format(key::CSV_ROW_LONGITUDE, at.text("value", ticked(text)))
            }
            Self::OpenQuote => words.format(key::CSV_ROW_QUOTE, at),
        }
    }

    /// Whether this looks as if latitude and longitude had changed places.
    pub(super) const fn looks_swapped(&self) -> bool {
        matches!(self, Self::Number { swapped: true, .. })
    }
}

/// How a message calls the file that is read.
pub(super) fn input_name(path: &Path) -> String {
    if is_standard(path) { "stdin".to_owned() } else { path.display().to_string() }
}

fn ticked(text: &str) -> String {
    format!("`{text}`")
}

fn as_plain(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
