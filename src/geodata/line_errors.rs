//! How far the border lines lie from the newest ones known.

use super::{CountryCode, GeodataError, Source};
use serde::Deserialize;

const FILE: &str = "MANIFEST.toml";

/// A figure beyond this many metres is a slip of the hand: sources differ by 10 km at most.
const LARGEST: i64 = 20_000;

/// How far a border line lies from the newest one known, in whole metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineError {
    /// Compared, and at most this.
    AtMost(u32),
    /// Never compared: at least this, and by how much more nobody knows.
    AtLeast(u32),
}

/// The errors of the border lines, as the manifest has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineErrors {
    /// The lines that were compared with newer ones.
    pub compared: Vec<ComparedLine>,
    /// Of every other line.
    pub elsewhere: LineError,
}

/// The line between two countries, compared with a newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// The two countries, in the order of their codes.
    pub between: [CountryCode; 2],
    /// What the comparison gave.
    pub error: LineError,
    /// The source of the newer line, by id.
    pub compared_with: String,
    /// The state of that source.
    pub date: String,
    /// Which figure of the comparison the error is.
    pub what: String,
}

/// A table `line_error`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComparedLineRecord {
    between: [String; 2],
    at_most: i64,
    compared_with: String,
    date: String,
    what: String,
}

/// The table `line_error_elsewhere`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElsewhereRecord {
    at_least: i64,
}

impl LineErrors {
    /// The error of the line between two countries, whichever comes first.
    ///
    /// ```
    /// use sahel_map::geodata::{Country, LineError, Manifest};
    /// let errors = Manifest::embedded()?.line_errors;
    /// let (algeria, mali) = (Country::Algeria.code(), Country::Mali.code());
    /// assert_eq!(errors.between(mali, algeria), LineError::AtMost(37));
    /// assert_eq!(errors.between(mali, Country::Niger.code()), LineError::AtLeast(300));
    /// # Ok::<(), sahel_map::geodata::GeodataError>(())
    /// ```
    #[must_use]
    pub fn between(&self, a: CountryCode, b: CountryCode) -> LineError {
        let line = self.compared.iter().find(|l| l.between == [a, b] || l.between == [b, a]);
        line.map_or(self.elsewhere, |line| line.error)
    }

    /// From the manifest's tables.
    pub(super) fn from_records(
        records: &[ComparedLineRecord],
        elsewhere: &ElsewhereRecord,
        sources: &[Source],
    ) -> Result<Self, GeodataError> {
        let mut compared: Vec<ComparedLine> = Vec::new();
        for record in records {
            let line = ComparedLine::from_record(record, sources)?;
            if compared.iter().any(|other| other.between == line.between) {
                return Err(wrong(format!("{} is there twice", name(record))));
            }
            compared.push(line);
        }
        let at_least = metres(elsewhere.at_least)
            .map_err(|why| wrong(format!("`line_error_elsewhere`: `at_least` {why}")))?;
        Ok(Self { compared, elsewhere: LineError::AtLeast(at_least) })
    }
}

impl ComparedLine {
    fn from_record(record: &ComparedLineRecord, sources: &[Source]) -> Result<Self, GeodataError> {
        let of = |field: &str, why: &str| wrong(format!("{}: `{field}` {why}", name(record)));
        let code = |text: &String| <[u8; 3]>::try_from(text.as_bytes()).ok().map(CountryCode);
        let between = match record.between.each_ref().map(code) {
            [Some(a), Some(b)] if a < b => [a, b],
            _ => return Err(of("between", "is not two codes of three letters in their order")),
        };
        if !sources.iter().any(|source| source.id == record.compared_with) {
            let why = format!("is `{}`, which is no source", record.compared_with);
            return Err(of("compared_with", &why));
        }
        if record.date.trim().is_empty() {
            return Err(of("date", "is empty"));
        }
        Ok(Self {
            between,
            error: LineError::AtMost(metres(record.at_most).map_err(|why| of("at_most", &why))?),
            compared_with: record.compared_with.clone(),
            date: record.date.clone(),
            what: record.what.clone(),
        })
    }
}

fn name(ComparedLineRecord { between: [a, b], .. }: &ComparedLineRecord) -> String {
    format!("`line_error` of `{a}` and `{b}`")
}

fn metres(figure: i64) -> Result<u32, String> {
    let sensible = u32::try_from(figure).ok().filter(|_| (1..=LARGEST).contains(&figure));
    sensible.ok_or_else(|| format!("is `{figure}`, not metres from 1 to {LARGEST}"))
}

fn wrong(what: String) -> GeodataError {
    GeodataError::Content { file: FILE, what }
}
