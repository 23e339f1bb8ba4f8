//! `sahel-map distance`: the distances from positions to the four borders.

mod fields;
mod figures;
mod file;
mod layout;
mod measured;
mod pipeline;
mod problem;
mod progress;
mod rows;

use super::Failure;
use super::args::DistanceArgs;
use crate::geodata::{Borders, Countries, LonLat};
use crate::i18n::{Args, Words, key};
use crate::measure::coordinates::parse;
use crate::measure::{BorderIndexes, Degrees, LengthUnit, Metres, NearestBorder, Uncertainty};
use layout::Asked;
use measured::Measurer;
use problem::Problem;
use rows::Rows;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::sync::Arc;

/// Measures the rows of a file, or prints a table or JSON of the positions that are given.
pub(super) fn run(asked: &DistanceArgs, words: &Words) -> Result<(), Failure> {
    if let (Some(input), Some(output)) = (&asked.csv, &asked.out) {
        return file::run(input, output, asked, words);
    }
    let positions = asked
        .positions
        .iter()
        .map(|text| parse(text).map_err(|error| Failure::Usage(words.not_a_position(text, &error))))
        .collect::<Result<Vec<LonLat>, Failure>>()?;
    let borders = Borders::embedded().map_err(|e| Failure::failed(&e.into()))?;
    let index = BorderIndexes::build(&borders).map_err(|e| Failure::failed(&e.into()))?;
    let measured: Vec<(LonLat, [NearestBorder; 4])> =
        positions.into_iter().map(|at| (at, index.all(at))).collect();
    let output = if asked.json {
        json(&measured)
    } else {
        let countries = Countries::embedded().map_err(|e| Failure::failed(&e.into()))?;
        table(&measured, words, &countries)
    };
    let mut out = io::stdout().lock();
    match out.write_all(output.as_bytes()).and_then(|()| out.flush()) {
        // Whoever read it has enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let args = Args::new().text("path", "stdout").text("problem", error.to_string());
            Err(Failure::Failed(words.format(key::ERROR_WRITE, args)))
        }
        Ok(()) => Ok(()),
    }
}

/// A CSV with the distances behind its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasuredCsv {
    /// The CSV.
    pub text: Vec<u8>,
    /// How many rows it has, without the header.
    pub rows: usize,
    /// How many of them could not be measured, and have no figures.
    pub bad: usize,
}

/// Measures a CSV that is in memory, as `sahel-map distance --csv` does one on disk.
///
/// # Errors
/// What is wrong with it as a whole, in the language of `words`.
pub fn measure_csv(
    csv: Vec<u8>,
    borders: &Arc<BorderIndexes>,
    words: &Words,
) -> Result<MeasuredCsv, Failure> {
    let problem = |problem: Problem| problem.failure("-", words);
    let (mut rows, layout) =
        Rows::open(io::Cursor::new(csv), &Asked::default()).map_err(problem)?;
    let measurer = Measurer { indexes: borders.clone(), layout: Arc::new(layout) };
    let mut whole = MeasuredCsv {
        text: measurer.header().map_err(Problem::from).map_err(problem)?,
        rows: 0,
        bad: 0,
    };
    while let Some(batch) = rows.batch().map_err(problem)? {
        let measured = measurer.measure(&batch).map_err(Problem::from).map_err(problem)?;
        whole.text.extend(measured.text);
        whole.rows += measured.rows;
        whole.bad += measured.bad.len();
    }
    Ok(whole)
}

/// One object, or an array of several; metres to 0.1 mm, degrees to 1e-7.
fn json(measured: &[(LonLat, [NearestBorder; 4])]) -> String {
    let objects: Vec<String> = measured.iter().map(|(at, borders)| object(*at, borders)).collect();
    match objects.as_slice() {
        [one] => format!("{one}\n"),
        several => format!("[{}]\n", several.join(",")),
    }
}

fn object(at: LonLat, borders: &[NearestBorder; 4]) -> String {
    let borders: Vec<String> = borders
        .iter()
        .map(|hit| {
            format!(
                "{{\"country\":\"{}\",\"inside\":{},\"distance_m\":{:.4},\
                 \"nearest\":{{\"lat\":{:.7},\"lon\":{:.7}}},\"bearing_deg\":{:.4}}}",
                hit.country.code(),
                hit.inside,
                hit.distance.0,
                hit.foot.lat(),
                hit.foot.lon(),
                bearing_to_4_decimals(hit),
            )
        })
        .collect();
    format!(
        "{{\"at\":{{\"lat\":{},\"lon\":{}}},\"borders\":[{}]}}",
        at.lat(),
        at.lon(),
        borders.join(",")
    )
}

/// Degrees from 0 to 359.9999: what rounds to 360 is 0.
fn bearing_to_4_decimals(hit: &NearestBorder) -> f64 {
    Degrees((hit.bearing.0 * 1e4).round() / 1e4).normalised().0
}

/// A table for each position, in columns as wide as their widest cell.
fn table(
    measured: &[(LonLat, [NearestBorder; 4])],
    words: &Words,
    countries: &Countries,
) -> String {
    let mut output = String::new();
    let heads = [
        key::COMMAND_COLUMN_COUNTRY,
        key::COMMAND_COLUMN_KM,
        key::COMMAND_COLUMN_MI,
        key::COMMAND_COLUMN_BEARING,
        key::COMMAND_COLUMN_SIDE,
        key::COMMAND_COLUMN_NEAREST,
    ];
    for (index, (at, borders)) in measured.iter().enumerate() {
        if index > 0 {
            output.push('\n');
        }
        let position = Args::new().text("position", words.coordinates(*at));
        let mut rows = vec![heads.map(|key| words.text(key).into_owned())];
        rows.extend(borders.iter().map(|hit| {
            let name = countries.get(hit.country.code()).map_or("", |c| c.names.get(words.lang()));
            // The figure as exact as the border line allows; all digits are in the JSON.
            let uncertainty = Uncertainty::of(hit, Metres(0.0));
            let figure = |unit| words.border_figure(hit.distance, uncertainty, unit);
            let km = figure(LengthUnit::Km);
            [
                name.to_owned(),
                km.distance.clone(),
                figure(LengthUnit::Mi).distance,
                words.bearing(hit.bearing),
                words.text(km.side_key(hit.inside)).into_owned(),
                words.coordinates(hit.foot),
            ]
        }));
        // Writing to a string cannot fail.
        let _ = writeln!(output, "{}", words.format(key::COMMAND_AT, position));
        output.push_str(&aligned(&rows));
    }
    output
}

fn aligned(rows: &[[String; 6]]) -> String {
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| shown_width(cell))
            .max()
            .unwrap_or(0)
    };
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut output = String::new();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                let gap = " ".repeat(width.saturating_sub(shown_width(cell)));
                // Figures end on one line, words begin on one.
                if matches!(column, 1 | 2) { gap + cell } else { cell.clone() + &gap }
            })
            .collect();
        output.push_str(cells.join("  ").trim_end());
        output.push('\n');
    }
    output
}

/// Columns a terminal gives to a text: marks of direction and vowel signs take none.
fn shown_width(text: &str) -> usize {
    text.chars()
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' | '\u{064B}'..='\u{0652}'))
        .count()
}
