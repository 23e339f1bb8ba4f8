//! The rows of a CSV of any length, some hundred at a time.

use super::layout::{Asked, Layout};
use super::problem::Problem;
use csv::{ByteRecord, ErrorKind, Reader};
use std::error::Error;
use std::io::{self, Chain, Cursor, Read};

/// How much is read before it is known how the file is written. A header fits in.
pub(super) const SAMPLE_KIB: u32 = 256;
const SAMPLE_BYTES: u64 = (SAMPLE_KIB as u64) << 10;
/// A longer row is a quotation mark that is not closed; it would fill the memory.
const LONGEST_ROW_KIB: u32 = 8 * 1024;
const LONGEST_ROW_BYTES: usize = (LONGEST_ROW_KIB as usize) << 10;
/// Enough for the work to outweigh the handing over, few enough to be spread evenly.
const ROWS_OF_A_BATCH: usize = 512;
const BYTES_OF_A_BATCH: usize = 256 * 1024;

/// Rows that follow each other.
#[derive(Debug)]
pub(super) struct Batch {
    /// The number of the first, the header being 1 as in a spreadsheet.
    pub(super) first: u64,
    pub(super) rows: Vec<ByteRecord>,
    /// Whether a quotation mark of the last one is open until the end of the file.
    pub(super) open_quote: bool,
    /// How many bytes of the file end with the last one.
    pub(super) read: u64,
}

/// A file whose header was read.
pub(super) struct Rows<R> {
    reader: Reader<Rationed<Chain<Cursor<Vec<u8>>, R>>>,
    /// The number of the next one.
    next: u64,
}

impl<R: Read> Rows<R> {
    /// Finds out how the file is written, and stands before its first row.
    ///
    /// # Errors
    /// What hinders it from being measured.
    pub(super) fn open(mut input: R, asked: &Asked) -> Result<(Self, Layout), Problem> {
        let mut sample = Vec::new();
        input.by_ref().take(SAMPLE_BYTES).read_to_end(&mut sample)?;
        let whole = (sample.len() as u64) < SAMPLE_BYTES;
        let layout = Layout::of(&sample, whole, asked)?;
        let mut text = Cursor::new(sample);
        text.set_position(layout.mark().len() as u64);
        let rationed =
            Rationed { inner: text.chain(input), left: LONGEST_ROW_BYTES, last: 0, ended: false };
        let mut reader = layout.reader().from_reader(rationed);
        reader.byte_headers().map_err(|error| problem(error, 1))?;
        Ok((Self { reader, next: 2 }, layout))
    }

    /// The next rows, none at the end.
    ///
    /// # Errors
    /// Where reading fails, or a row does not end.
    pub(super) fn batch(&mut self) -> Result<Option<Batch>, Problem> {
        let mut batch = Batch { first: self.next, rows: Vec::new(), open_quote: false, read: 0 };
        let mut bytes = 0;
        while batch.rows.len() < ROWS_OF_A_BATCH && bytes < BYTES_OF_A_BATCH {
            self.reader.get_mut().left = LONGEST_ROW_BYTES;
            let mut row = ByteRecord::new();
            if !self.reader.read_byte_record(&mut row).map_err(|error| problem(error, self.next))? {
                break;
            }
            self.next += 1;
            bytes += row.as_slice().len();
            batch.open_quote = self.reader.get_ref().leaves_open(&row);
            batch.rows.push(row);
        }
        batch.read = self.reader.position().byte();
        Ok(Some(batch).filter(|batch| !batch.rows.is_empty()))
    }
}

fn problem(error: csv::Error, row: u64) -> Problem {
    match error.into_kind() {
        ErrorKind::Io(error)
            if error.get_ref().is_some_and(<dyn Error + Send + Sync>::is::<TooLong>) =>
        {
            Problem::LongRow { row, most_kib: LONGEST_ROW_KIB }
        }
        ErrorKind::Io(error) => Problem::Unreadable(error),
        // Rows of other lengths are let through, and bytes are not decoded.
        kind => Problem::Unreadable(io::Error::other(format!("{kind:?}"))),
    }
}

/// A row was not over when its ration was.
#[derive(Debug, thiserror::Error)]
#[error("the row is too long")]
struct TooLong;

/// Hands out so many bytes and then fails, and remembers how the file ended.
struct Rationed<R> {
    inner: R,
    left: usize,
    /// The last byte that is not of a blank or a line end.
    last: u8,
    ended: bool,
}

impl<R> Rationed<R> {
    /// Whether the file ended within the quotation marks of this row's last field: the field holds
    /// a line end, as only quoted ones do, and no quotation mark ends the file.
    fn leaves_open(&self, row: &ByteRecord) -> bool {
        self.ended
            && self.last != b'"'
            && row.iter().next_back().is_some_and(|field| field.contains(&b'\n'))
    }
}

impl<R: Read> Read for Rationed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.ended = read == 0;
        self.left = self.left.checked_sub(read).ok_or_else(|| io::Error::other(TooLong))?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if let Some(last) = bytes.iter().rev().find(|byte| !byte.is_ascii_whitespace()) {
            self.last = *last;
        }
        Ok(read)
    }
}
