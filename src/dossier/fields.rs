//! How the fields of one record are taken out, so that each error names its field.

use super::article::Translation;
use super::id::MAX_ID_BYTES;
use super::notice::Problem;
use super::parse::MAX_ENTRIES;
use crate::geodata::{CountryCode, LonLat, Names};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

/// How many unknown fields of one record are told.
pub(super) const MOST_UNKNOWN: usize = 20;

/// Why a record is left out: the field and what is wrong with it.
#[derive(Debug)]
pub(super) struct Rejected {
    pub(super) field: String,
    pub(super) problem: Problem,
}

impl Rejected {
    pub(super) fn new(field: &str, problem: impl Into<Problem>) -> Self {
        Self { field: field.to_owned(), problem: problem.into() }
    }
}

/// The fields of one record that have not been taken yet.
pub(super) struct Fields {
    table: Table,
    asked: Vec<&'static str>,
}

/// A position as it is written, before it is checked.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPosition {
    pub(super) lat: f64,
    pub(super) lon: f64,
}

impl Fields {
    pub(super) const fn new(table: Table) -> Self {
        Self { table, asked: Vec::new() }
    }

    /// The field, if it is there.
    pub(super) fn optional<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
    ) -> Result<Option<T>, Rejected> {
        self.asked.push(key);
        self.table
            .remove(key)
            .map(|value| value.try_into().map_err(|error| unreadable(key, &error)))
            .transpose()
    }

    /// The field, which has to be there.
    pub(super) fn required<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
    ) -> Result<T, Rejected> {
        self.optional(key)?.ok_or_else(|| Rejected::new(key, Problem::Missing))
    }

    /// The field, or nothing, zero, false where it is not there.
    pub(super) fn or_default<T: DeserializeOwned + Default>(
        &mut self,
        key: &'static str,
    ) -> Result<T, Rejected> {
        Ok(self.optional(key)?.unwrap_or_default())
    }

    /// A field written as text that `read` makes a typed value of.
    pub(super) fn parsed<T, E: Into<Problem>>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, Rejected> {
        self.optional::<String>(key)?
            .map(|text| read(&text).map_err(|error| Rejected::new(key, error)))
            .transpose()
    }

    /// A list of texts that `read` makes typed values of; empty where it is not there.
    pub(super) fn parsed_list<T, E: Into<Problem>>(
        &mut self,
        key: &'static str,
        read: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Vec<T>, Rejected> {
        self.or_default::<Vec<String>>(key)?
            .iter()
            .map(|text| read(text).map_err(|error| Rejected::new(key, error)))
            .collect()
    }

    /// Text that is not empty.
    pub(super) fn text(&mut self, key: &'static str) -> Result<String, Rejected> {
        self.optional_text(key)?.ok_or_else(|| Rejected::new(key, Problem::Missing))
    }

    /// Text that is not empty, if it is there.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Result<Option<String>, Rejected> {
        let text: Option<String> = self.optional(key)?;
        match text {
            Some(text) if text.trim().is_empty() => Err(Rejected::new(key, Problem::Empty)),
            text => Ok(text),
        }
    }

    /// Names in three languages, none of them empty.
    pub(super) fn names(&mut self, key: &'static str) -> Result<Names, Rejected> {
        let names = self.required(key)?;
        check_names(key, &names)?;
        Ok(names)
    }

    /// Names in three languages, if they are there.
    pub(super) fn optional_names(&mut self, key: &'static str) -> Result<Option<Names>, Rejected> {
        let names = self.optional(key)?;
        if let Some(names) = &names {
            check_names(key, names)?;
        }
        Ok(names)
    }

    /// A list of names in three languages, none of them empty.
    pub(super) fn names_list(&mut self, key: &'static str) -> Result<Vec<Names>, Rejected> {
        let list: Vec<Names> = self.or_default(key)?;
        list.iter().try_for_each(|names| check_names(key, names))?;
        Ok(list)
    }

    /// A translation into French and English, neither of them empty.
    pub(super) fn translation(&mut self, key: &'static str) -> Result<Translation, Rejected> {
        let translation: Translation = self.required(key)?;
        check_filled(key, &[("fr", &translation.fr), ("en", &translation.en)])?;
        Ok(translation)
    }

    /// A position `{ lat = …, lon = … }` in degrees.
    pub(super) fn position(&mut self, key: &'static str) -> Result<Option<LonLat>, Rejected> {
        self.optional::<RawPosition>(key)?
            .map(|raw| LonLat::new(raw.lon, raw.lat).map_err(|error| Rejected::new(key, error)))
            .transpose()
    }

    /// A country by its ISO 3166-1 alpha-3 code.
    pub(super) fn country(&mut self, key: &'static str) -> Result<Option<CountryCode>, Rejected> {
        self.parsed(key, country_code)
    }

    /// The record's id as it is written, for messages: before anything has been checked, but no longer
    /// than an id is.
    pub(super) fn written_id(&self) -> Option<&str> {
        let id = self.table.get("id").and_then(Value::as_str)?;
        id.get(..id.floor_char_boundary(MAX_ID_BYTES))
    }

    /// Shortens lists of more than [`MAX_ENTRIES`], and says which.
    pub(super) fn cut_lists(&mut self) -> Vec<Rejected> {
        let mut cut = Vec::new();
        for (key, value) in &mut self.table {
            if let Value::Array(list) = value
                && list.len() > MAX_ENTRIES
            {
                let problem = Problem::TooMany { found: list.len(), limit: MAX_ENTRIES };
                cut.push(Rejected::new(key, problem));
                list.truncate(MAX_ENTRIES);
            }
        }
        cut
    }

    /// What nobody asked for, each with a list of what could have been asked for.
    pub(super) fn left_over(self) -> impl Iterator<Item = Rejected> {
        let known = quoted(&self.asked);
        let keys = self.table.into_iter().map(|(key, _)| key).take(MOST_UNKNOWN);
        keys.map(move |key| Rejected::new(&key, Problem::Unknown { known: known.clone() }))
    }
}

/// `` `a`, `b` ``.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Whether none of the names is empty.
pub(super) fn check_names(key: &str, names: &Names) -> Result<(), Rejected> {
    check_filled(key, &[("ar", &names.ar), ("fr", &names.fr), ("en", &names.en)])
}

fn check_filled(key: &str, texts: &[(&str, &str)]) -> Result<(), Rejected> {
    match texts.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((lang, _)) => Err(Rejected::new(&format!("{key}.{lang}"), Problem::Empty)),
        None => Ok(()),
    }
}

/// The ISO 3166-1 alpha-3 code written in `text`.
pub(super) fn country_code(text: &str) -> Result<CountryCode, Problem> {
    <[u8; 3]>::try_from(text.as_bytes())
        .ok()
        .filter(|code| code.iter().all(u8::is_ascii_uppercase))
        .map(CountryCode)
        .ok_or_else(|| Problem::Unreadable(format!("`{text}` is not a country code such as `MLI`")))
}

fn unreadable(key: &str, error: &toml::de::Error) -> Rejected {
    Rejected::new(key, Problem::Unreadable(error.message().to_owned()))
}
