//! The rows of a batch with their figures behind them.

use super::fields::position;
use super::figures::{ADDED, added_columns, of_border};
use super::layout::Layout;
use super::problem::RowProblem;
use super::rows::Batch;
use crate::geodata::LonLat;
use crate::measure::{BorderIndexes, NearestBorder};
use csv::{ByteRecord, Writer, WriterBuilder};
use std::io;
use std::sync::Arc;

/// A batch as it goes out.
#[derive(Debug)]
pub(super) struct Measured {
    pub(super) text: Vec<u8>,
    pub(super) rows: usize,
    /// The rows without figures, by number.
    pub(super) bad: Vec<(u64, RowProblem)>,
    /// How many bytes of the file that is read end with it.
    pub(super) read: u64,
}

/// Measures batch after batch, on one thread.
#[derive(Clone)]
pub(super) struct Measurer {
    pub(super) indexes: Arc<BorderIndexes>,
    pub(super) layout: Arc<Layout>,
}

impl Measurer {
    /// The header with the names of the figures.
    pub(super) fn header(&self) -> io::Result<Vec<u8>> {
        let mut writer = self.writer();
        for field in &self.layout.header {
            writer.write_field(field)?;
        }
        for name in added_columns() {
            writer.write_field(name)?;
        }
        writer.write_record(None::<&[u8]>)?;
        Ok([self.layout.mark(), &written(writer)?].concat())
    }

    /// Measures the rows of a batch; one that cannot be keeps its fields and gets none.
    pub(super) fn measure(&self, batch: &Batch) -> io::Result<Measured> {
        let last = batch.rows.len().saturating_sub(1);
        let positions = batch.rows.iter().enumerate();
        let positions = positions.map(|(i, row)| self.position(row, batch.open_quote && i == last));
        let positions: Vec<_> = positions.collect();
        let known: Vec<LonLat> = positions.iter().flatten().copied().collect();
        let mut borders = self.indexes.many(&known).into_iter();

        let mut writer = self.writer();
        let mut bad = Vec::new();
        for ((row, position), number) in batch.rows.iter().zip(positions).zip(batch.first..) {
            match position.map(|_| borders.next()) {
                Ok(borders) => self.write_measured(row, borders.iter().flatten(), &mut writer)?,
                Err(problem) => {
                    self.write_unmeasured(row, &mut writer)?;
                    bad.push((number, problem));
                }
            }
        }
        Ok(Measured { text: written(writer)?, rows: batch.rows.len(), bad, read: batch.read })
    }

    fn position(&self, row: &ByteRecord, open_quote: bool) -> Result<LonLat, RowProblem> {
        if open_quote {
            return Err(RowProblem::OpenQuote);
        }
        let (found, expected) = (row.len(), self.layout.header.len());
        if found != expected {
            return Err(RowProblem::Fields { found, expected });
        }
        let field = |column| row.get(column).unwrap_or_default();
        let columns = self.layout.columns;
        position(field(columns.latitude), field(columns.longitude))
    }

    fn write_measured<'a>(
        &self,
        row: &ByteRecord,
        borders: impl Iterator<Item = &'a NearestBorder>,
        writer: &mut Writer<Vec<u8>>,
    ) -> csv::Result<()> {
        for field in row {
            writer.write_field(field)?;
        }
        for figure in borders.flat_map(|hit| of_border(hit, self.layout.decimal)) {
            writer.write_field(figure)?;
        }
        writer.write_record(None::<&[u8]>)
    }

    /// Empty fields where the figures would be. What a row has more than the header goes behind
    /// them, or it would be read as figures.
    fn write_unmeasured(&self, row: &ByteRecord, writer: &mut Writer<Vec<u8>>) -> csv::Result<()> {
        let own = self.layout.header.len();
        let missing = own.saturating_sub(row.len());
        let fields = row.iter().take(own).chain(std::iter::repeat_n(&b""[..], missing + ADDED));
        writer.write_record(fields.chain(row.iter().skip(own)))
    }

    fn writer(&self) -> Writer<Vec<u8>> {
        let mut builder = WriterBuilder::new();
        builder.delimiter(self.layout.delimiter).terminator(self.layout.line_end).flexible(true);
        builder.from_writer(Vec::new())
    }
}

fn written(writer: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}
