//! How places are written as CSV (RFC 4180), a row a place.
//!
//! A cell is what the dossier says, also where it begins with `=`, `+`, `-` or `@`, which a spreadsheet
//! that opens the file takes for a formula. The apostrophe that OWASP puts before it would be a part of
//! the text for every other reader, and negative figures would no longer be figures; who opens the file
//! of a dossier that is not trusted imports its columns as text. The help of the command says so.

use super::record::{Collection, EventRecord, ExcerptRecord, Value};
use crate::geodata::Lang;
use crate::i18n::Words;
use csv::{Terminator, WriterBuilder};
use std::io;

/// Without it Excel takes the file for one of the system's old code page, and Arabic is lost.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// Writes the header and the rows. What is said of all places stands behind each.
pub(super) fn write(collection: &Collection, words: &Words) -> io::Result<Vec<u8>> {
    let lang = words.lang();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BOM.to_vec());
    let of_all = [
        ("sources", collection.sources.join("; ")),
        ("boundary_disclaimer", collection.boundary_disclaimer.clone()),
        ("generator", collection.generator.clone()),
    ];
    if let Some(first) = collection.records.first() {
        let names = first.fields.iter().map(|field| field.name.as_str());
        writer.write_record(names.chain(of_all.iter().map(|(name, _)| *name)))?;
    }
    for record in &collection.records {
        let cells = record.fields.iter().map(|field| cell(&field.value, lang));
        writer.write_record(cells.chain(of_all.iter().map(|(_, text)| text.clone())))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A value as plain text, as CSV and KML have it; lists of sentences a line each.
pub(super) fn cell(value: &Value, lang: Lang) -> String {
    match value {
        Value::Absent => String::new(),
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Paragraphs(paragraphs) => {
            let marks: Vec<String> = paragraphs.iter().map(ToString::to_string).collect();
            marks.join(" ")
        }
        Value::Excerpts(excerpts) => lines(excerpts, excerpt),
        Value::Events(events) => lines(events, |event| event_line(event, lang)),
    }
}

fn lines<T>(items: &[T], line: impl Fn(&T) -> String) -> String {
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn excerpt(excerpt: &ExcerptRecord) -> String {
    format!("¶{} {}", excerpt.paragraph, excerpt.text)
}

/// `2024-07-25/2024-07-27 (context): Ambush`
fn event_line(event: &EventRecord, lang: Lang) -> String {
    let dates: Vec<String> =
        event.dates.iter().map(|date| format!("{} ({})", date.date, date.basis)).collect();
    let title = event.title(lang);
    if dates.is_empty() { title.to_owned() } else { format!("{}: {title}", dates.join(", ")) }
}
