//! How a CSV is written (delimiter, decimal sign, line ends), and which columns are the position.

use super::fields::{number, shown};
use super::figures::added_columns;
use super::problem::Problem;
use super::rows::SAMPLE_KIB;
use csv::{ByteRecord, ReaderBuilder, Terminator};
use std::io;

/// The mark that spreadsheets put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// In the order of preference, where they fit equally well.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// How many columns a message names.
const MOST_NAMED: usize = 20;

/// Latitude or longitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    Latitude,
    Longitude,
}

impl Axis {
    /// The names of its column, in the order they are looked for.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Latitude => &["lat", "latitude", "y"],
            Self::Longitude => &["lon", "lng", "longitude", "x"],
        }
    }

    /// The option that names its column.
    const fn option(self) -> &'static str {
        match self {
            Self::Latitude => "--lat-col",
            Self::Longitude => "--lon-col",
        }
    }
}

/// The columns that the reader named.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) latitude: Option<String>,
    pub(super) longitude: Option<String>,
}

/// How a CSV is written; its figures are written the same way.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Whether it begins with a byte order mark.
    pub(super) marked: bool,
    pub(super) delimiter: u8,
    pub(super) line_end: Terminator,
    /// Between the digits of a degree: a point, or, where no comma is between the fields, a comma.
    pub(super) decimal: u8,
    pub(super) header: ByteRecord,
    pub(super) columns: Columns,
}

/// The places in a row where the position stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) latitude: usize,
    pub(super) longitude: usize,
}

impl Layout {
    /// Reads it from the beginning of a file; `whole` says that there is no more of it.
    ///
    /// # Errors
    /// What hinders the file from being measured.
    pub(super) fn of(sample: &[u8], whole: bool, asked: &Asked) -> Result<Self, Problem> {
        let text = without_mark(sample);
        // UTF-16 and the formats of spreadsheets have zeros where a CSV has none.
        if text.contains(&0) {
            return Err(Problem::NotText);
        }
        let fitting = DELIMITERS
            .into_iter()
            .find(|&delimiter| Columns::find(&first_row(text, delimiter), asked).is_ok());
        let widest = DELIMITERS.into_iter().rev().max_by_key(|&d| first_row(text, d).len());
        let delimiter = fitting.or(widest).unwrap_or(b',');
        let mut rows = rows(text, delimiter);
        let header = rows.next().ok_or(Problem::Empty)?.map_err(io::Error::from)?;
        if !whole && rows.reader().position().byte() == text.len() as u64 {
            return Err(Problem::LongRow { row: 1, most_kib: SAMPLE_KIB });
        }
        let columns = Columns::find(&header, asked).map_err(|problem| {
            let numbers = header.iter().filter(|field| number(field).is_some()).count();
            if numbers >= 2 { Problem::NoHeader { row: listed(&header) } } else { problem }
        })?;
        let is_added =
            |field: &&[u8]| added_columns().any(|added| field.trim_ascii() == added.as_bytes());
        if let Some(added) = header.iter().find(is_added) {
            return Err(Problem::MeasuredBefore { column: shown(added) });
        }
        let comma = delimiter != b','
            && rows.find_map(|row| decimal_of(row.ok()?.get(columns.latitude)?)) == Some(b',');
        Ok(Self {
            marked: text.len() < sample.len(),
            delimiter,
            line_end: line_end(text),
            decimal: if comma { b',' } else { b'.' },
            header,
            columns,
        })
    }

    /// Ready to read files of this layout, rows of any length.
    pub(super) fn reader(&self) -> ReaderBuilder {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(self.delimiter).flexible(true).has_headers(true);
        builder
    }

    /// The byte order mark, where the file has one.
    pub(super) const fn mark(&self) -> &'static [u8] {
        if self.marked { BYTE_ORDER_MARK } else { b"" }
    }
}

impl Columns {
    fn find(header: &ByteRecord, asked: &Asked) -> Result<Self, Problem> {
        let latitude = column(header, Axis::Latitude, asked.latitude.as_deref())?;
        let longitude = column(header, Axis::Longitude, asked.longitude.as_deref())?;
        if latitude == longitude {
            let column = header.get(latitude).map(shown).unwrap_or_default();
            return Err(Problem::SameColumn { column });
        }
        Ok(Self { latitude, longitude })
    }
}

/// The place of the column that is asked for, or of the first usual name that is there.
fn column(header: &ByteRecord, axis: Axis, asked: Option<&str>) -> Result<usize, Problem> {
    let wanted = asked.as_ref().map_or(axis.names(), std::slice::from_ref);
    let exactly = |name: &str, field: &str| field == name.trim();
    let in_any_case = |name: &str, field: &str| field.to_lowercase() == name.trim().to_lowercase();
    for name in wanted {
        for is_named in [exactly as fn(&str, &str) -> bool, in_any_case] {
            let named =
                |(_, field): &(usize, &[u8])| is_named(name, String::from_utf8_lossy(field).trim());
            let mut found = header.iter().enumerate().filter(named);
            match (found.next(), found.next()) {
                (Some((place, _)), None) => return Ok(place),
                (Some(_), Some((_, again))) => {
                    return Err(Problem::Twice { column: shown(again) });
                }
                (None, _) => {}
            }
        }
    }
    let wanted = wanted.iter().map(|name| format!("`{}`", shown(name.as_bytes())));
    Err(Problem::NoColumn {
        wanted: wanted.collect::<Vec<_>>().join(", "),
        columns: listed(header),
        option: axis.option(),
    })
}

/// Fields as a message names them.
fn listed(row: &ByteRecord) -> String {
    let mut names: Vec<String> =
        row.iter().take(MOST_NAMED).map(|field| format!("`{}`", shown(field))).collect();
    if row.len() > MOST_NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

fn without_mark(sample: &[u8]) -> &[u8] {
    sample.strip_prefix(BYTE_ORDER_MARK).unwrap_or(sample)
}

/// The rows of a sample; the last may be cut.
fn rows(text: &[u8], delimiter: u8) -> csv::ByteRecordsIntoIter<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).flexible(true).has_headers(false);
    builder.from_reader(text).into_byte_records()
}

fn first_row(text: &[u8], delimiter: u8) -> ByteRecord {
    rows(text, delimiter).next().and_then(Result::ok).unwrap_or_default()
}

/// What the first line ends with.
fn line_end(text: &[u8]) -> Terminator {
    let mut lines = text.split(|&byte| byte == b'\n');
    let first = lines.next().unwrap_or_default();
    match lines.next() {
        Some(_) if first.ends_with(b"\r") => Terminator::CRLF,
        _ => Terminator::Any(b'\n'),
    }
}

/// The sign between the digits of a number, where it has one.
fn decimal_of(field: &[u8]) -> Option<u8> {
    number(field)?;
    field.iter().copied().find(|byte| matches!(byte, b'.' | b','))
}
