//! `sahel-map distance --csv`: every row of a file with its distances behind it.

use super::layout::Asked;
use super::measured::{Measured, Measurer};
use super::pipeline::{self, Stopped};
use super::problem::{Problem, RowProblem, input_name};
use super::progress::Progress;
use super::rows::Rows;
use crate::cli::args::DistanceArgs;
use crate::cli::output::{NoOutput, Output, is_standard};
use crate::cli::{Failure, tell};
use crate::geodata::Borders;
use crate::i18n::{Args, Words, key};
use crate::measure::BorderIndexes;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;
use std::sync::Arc;

/// How many rows without figures are named; all are counted.
const MOST_NAMED: usize = 20;

/// Measures `input` into `output`.
///
/// # Errors
/// Where it cannot be read or written, and where rows could not be measured; those are written
/// all the same.
pub(super) fn run(
    input: &Path,
    output: &Path,
    asked: &DistanceArgs,
    words: &Words,
) -> Result<(), Failure> {
    let name = input_name(input);
    let unreadable = |problem: Problem| problem.failure(&name, words);
    let unwritable = |problem: NoOutput| problem.failure(output, words);
    let source = Source::open(input).map_err(unreadable)?;
    let mut out = Output::open(output, asked.force).map_err(unwritable)?;
    let columns = Asked { latitude: asked.lat_col.clone(), longitude: asked.lon_col.clone() };
    let (rows, layout) = Rows::open(source.bytes, &columns).map_err(unreadable)?;
    let borders = Borders::embedded().map_err(|e| Failure::failed(&e.into()))?;
    let indexes = BorderIndexes::build(&borders).map_err(|e| Failure::failed(&e.into()))?;
    let (indexes, layout) = (Arc::new(indexes), Arc::new(layout));
    let measurer = Measurer { indexes, layout };
    let to_terminal = is_standard(output) && io::stdout().is_terminal();
    let mut told = Told {
        words,
        name: &name,
        progress: Progress::new(words, source.size, to_terminal),
        rows: 0,
        bad: 0,
        swapped: 0,
    };
    let written = measurer.header().and_then(|header| out.write(&header));
    let ended = written.map_err(Stopped::Writing).and_then(|()| {
        pipeline::run(rows, &measurer, |measured| {
            out.write(&measured.text)?;
            told.batch(&measured);
            Ok(())
        })
    });
    told.progress.clear();
    let finished = match ended {
        Ok(()) => out.finish(),
        Err(Stopped::Reading(problem)) => return Err(unreadable(problem)),
        Err(Stopped::Writing(error)) => Err(NoOutput::Unwritable(error)),
    };
    match finished {
        // Whoever read the rows has enough of them.
        Err(NoOutput::Unwritable(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(problem) => Err(unwritable(problem)),
        Ok(()) => told.verdict(),
    }
}

/// A file to read.
struct Source {
    bytes: Box<dyn Read + Send>,
    /// Its size, where it is known.
    size: Option<u64>,
}

impl Source {
    fn open(path: &Path) -> Result<Self, Problem> {
        if is_standard(path) {
            return Ok(Self { bytes: Box::new(io::stdin()), size: None });
        }
        let file = File::open(path)?;
        let about = file.metadata()?;
        if about.is_dir() {
            return Err(Problem::Folder);
        }
        let size = about.is_file().then_some(about.len());
        Ok(Self { bytes: Box::new(file), size })
    }
}

/// What was counted and said so far.
struct Told<'a> {
    words: &'a Words,
    name: &'a str,
    progress: Progress<'a>,
    rows: u64,
    bad: usize,
    swapped: usize,
}

impl Told<'_> {
    /// Names the first rows without figures.
    fn batch(&mut self, measured: &Measured) {
        for (row, problem) in &measured.bad {
            self.bad_row(*row, problem);
        }
        self.rows += measured.rows as u64;
        self.progress.tell(self.rows, measured.read);
    }

    fn bad_row(&mut self, row: u64, problem: &RowProblem) {
        self.bad += 1;
        self.swapped += usize::from(problem.looks_swapped());
        if self.bad <= MOST_NAMED {
            self.progress.clear();
            tell(&problem.words(self.name, row, self.words));
        }
    }

    /// A failure where rows have no figures, with what may help.
    fn verdict(&self) -> Result<(), Failure> {
        if self.bad == 0 {
            return Ok(());
        }
        if self.swapped > 0 {
            let args = Args::new().count("count", self.swapped);
            tell(&self.words.format(key::CSV_SWAPPED, args));
        }
        let args = Args::new()
            .count("bad", self.bad)
            .count("rows", usize::try_from(self.rows).unwrap_or(usize::MAX))
            .count("named", self.bad.min(MOST_NAMED));
        Err(Failure::Failed(self.words.format(key::CSV_UNMEASURED, args)))
    }
}
