//! What holds of a table that is measured, whatever is in it.

use csv::{ByteRecord, ReaderBuilder};
use sahel_map::cli::measure_csv;
use sahel_map::geodata::{Borders, Lang};
use sahel_map::i18n::Words;
use sahel_map::measure::BorderIndexes;
use std::sync::{Arc, LazyLock};

/// Twenty figures stand behind a row.
const ADDED: usize = 20;

static BORDERS: LazyLock<Arc<BorderIndexes>> = LazyLock::new(|| {
    let borders = Borders::embedded().unwrap();
    Arc::new(BorderIndexes::build(&borders).unwrap())
});
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::En));

pub(crate) fn run(data: &[u8]) -> bool {
    let Ok(measured) = measure_csv(data.to_vec(), &BORDERS, &WORDS) else { return false };
    assert!(measured.bad <= measured.rows);
    // The delimiter is one of three: with that one, each row of the input stands round its figures.
    let fits = |delimiter| {
        let (before, after) = (rows(data, delimiter), rows(&measured.text, delimiter));
        before.len() == measured.rows + 1
            && after.len() == before.len()
            && before.iter().zip(&after).all(|(row, measured)| has(row, measured, before[0].len()))
    };
    assert!([b',', b';', b'\t'].into_iter().any(fits), "{}", measured.text.escape_ascii());
    // What was measured is not measured again.
    assert!(measure_csv(measured.text, &BORDERS, &WORDS).is_err());
    true
}

fn rows(mut text: &[u8], delimiter: u8) -> Vec<ByteRecord> {
    // A byte order mark belongs to no field, and of several one is left.
    while let Some(after) = text.strip_prefix("\u{feff}".as_bytes()) {
        text = after;
    }
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).flexible(true).has_headers(false);
    builder.from_reader(text).into_byte_records().map(Result::unwrap).collect()
}

/// Whether the fields of `row` are those of `measured` without the figures, which stand behind the
/// `columns` of the header: what a row has more stands behind them, and what it has less is empty.
fn has(row: &ByteRecord, measured: &ByteRecord, columns: usize) -> bool {
    let own = measured.iter().take(columns).chain(measured.iter().skip(columns + ADDED));
    let fields = row.iter().chain(std::iter::repeat(&[][..]));
    measured.len() >= columns + ADDED
        && own.zip(fields).all(|(own, field)| own == field)
        && measured.len() - ADDED >= row.len()
}
