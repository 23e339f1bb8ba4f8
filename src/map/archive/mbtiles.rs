//! Reading an MBTiles archive: <https://github.com/mapbox/mbtiles-spec>, a SQLite file.

use super::Content;
use super::metadata::Metadata;
use super::packing::unpack_if_packed;
use crate::state::ArchiveFault;
use bytes::Bytes;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension as _};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use walkers::TileId;

/// Most rows of metadata that are read: the specification has ten.
const MOST_ROWS: usize = 200;
/// Longest value, in bytes: of a tile.
const LARGEST: i32 = 64 << 20;
/// Longest value of metadata, in bytes; longer ones are left out.
const LARGEST_VALUE: i64 = 1 << 20;
/// How often in its work SQLite asks whether to go on.
const STEPS: i32 = 100_000;
/// How often it may go on: its steps are then some seconds. A file can have a table that never ends,
/// since it may be computed.
const MOST_STEPS: u32 = 3_000;

/// How a tile is asked for.
const TILE: &str =
    "SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?";

/// An open archive.
pub(super) struct MbTiles {
    connection: Mutex<Connection>,
    /// How much was done since a question was asked.
    steps: Arc<AtomicU32>,
    rows: Vec<(String, String)>,
    zooms: (u8, u8),
}

impl MbTiles {
    /// Opens the file to be read only.
    pub(super) fn open(path: &Path) -> Result<Self, ArchiveFault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags).map_err(|e| fault_of(&e))?;
        let steps = Arc::new(AtomicU32::new(0));
        guarded(&mut connection, steps.clone()).map_err(|error| fault_of(&error))?;
        // Fails where there is no table of tiles.
        connection.prepare(TILE).map(drop).map_err(|error| fault_of(&error))?;

        let rows = rows_of(&connection).unwrap_or_else(|error| {
            tracing::warn!(%error, "what a map archive says of itself cannot be read");
            Vec::new()
        });
        let zooms = zooms_of(&connection)?;
        Ok(Self { connection: Mutex::new(connection), steps, rows, zooms })
    }

    /// What its tiles are: as it says, or else as one of them looks.
    pub(super) fn content(&self) -> Result<Content, ArchiveFault> {
        match self.row("format").to_ascii_lowercase().as_str() {
            "pbf" | "mvt" | "application/x-protobuf" | "application/vnd.mapbox-vector-tile" => {
                Ok(Content::Vector)
            }
            "png" | "jpg" | "jpeg" | "webp" | "image/png" | "image/jpeg" | "image/webp" => {
                Ok(Content::Raster)
            }
            "" => Content::guessed(&self.sample()?),
            "avif" | "image/avif" => Err(ArchiveFault::Format("AVIF".to_owned())),
            "mlt" | "application/vnd.maplibre-tile" => Err(ArchiveFault::Format("MLT".to_owned())),
            other => Err(ArchiveFault::Format(other.chars().take(40).collect())),
        }
    }

    /// The first and the last zoom.
    pub(super) const fn zooms(&self) -> (u8, u8) {
        self.zooms
    }

    /// West, south, east, north, if it says so and they enclose something.
    pub(super) fn bounds(&self) -> Option<[f64; 4]> {
        let degrees = self.row("bounds").split(',').map(|part| part.trim().parse().ok());
        let degrees: Vec<f64> = degrees.collect::<Option<_>>()?;
        let &[west, south, east, north] = degrees.as_slice() else { return None };
        (west < east && south < north).then_some([west, south, east, north])
    }

    /// What it says of itself.
    pub(super) fn metadata(&self) -> Metadata {
        Metadata::from_rows(&self.rows)
    }

    /// The tile, unpacked.
    pub(super) fn tile(&self, id: TileId) -> Result<Option<Bytes>, ArchiveFault> {
        // Rows are counted from the south.
        let Some(row) =
            1_u32.checked_shl(id.zoom.into()).and_then(|side| side.checked_sub(id.y + 1))
        else {
            return Ok(None);
        };
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.steps.store(0, Ordering::Relaxed);
        let data = connection
            .prepare(TILE)
            .and_then(|mut query| {
                query.query_row((id.zoom, id.x, row), |row| row.get(0)).optional()
            })
            .map_err(|error| fault_of(&error))?;
        drop(connection);
        data.map(|data: Vec<u8>| unpack_if_packed(data.into())).transpose()
    }

    /// A tile to look at.
    pub(super) fn sample(&self) -> Result<Bytes, ArchiveFault> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.steps.store(0, Ordering::Relaxed);
        let data: Option<Vec<u8>> = connection
            .query_row("SELECT tile_data FROM tiles LIMIT 1", (), |row| row.get(0))
            .optional()
            .map_err(|error| fault_of(&error))?;
        drop(connection);
        unpack_if_packed(data.ok_or(ArchiveFault::Empty)?.into())
    }

    fn row(&self, key: &str) -> &str {
        self.rows.iter().find(|(name, _)| name == key).map_or("", |(_, value)| value)
    }
}

/// Bounds what a file can make SQLite do.
fn guarded(connection: &mut Connection, steps: Arc<AtomicU32>) -> rusqlite::Result<()> {
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LARGEST)?;
    connection.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 50)?;
    // What the file itself defines may call no function that does more than compute.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection
        .progress_handler(STEPS, Some(move || steps.fetch_add(1, Ordering::Relaxed) >= MOST_STEPS))
}

fn rows_of(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut query = connection.prepare(
        "SELECT name, value FROM metadata WHERE length(name) <= 100 AND length(value) <= ?",
    )?;
    let rows = query.query_map([LARGEST_VALUE], |row| {
        // Some writers have numbers here.
        let text = |index| {
            row.get_ref(index).map(|value| match value {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Real(number) => number.to_string(),
                _ => String::new(),
            })
        };
        Ok((text(0)?, text(1)?))
    })?;
    rows.take(MOST_ROWS).collect()
}

/// The zooms that there are tiles of: the index gives them, and metadata are often wrong.
fn zooms_of(connection: &Connection) -> Result<(u8, u8), ArchiveFault> {
    let query = |sql| connection.query_row(sql, (), |row| row.get::<_, Option<i64>>(0));
    let zoom = |sql| query(sql).map_err(|error| fault_of(&error));
    let first = zoom("SELECT min(zoom_level) FROM tiles")?.ok_or(ArchiveFault::Empty)?;
    let last = zoom("SELECT max(zoom_level) FROM tiles")?.ok_or(ArchiveFault::Empty)?;
    match (u8::try_from(first), u8::try_from(last)) {
        (Ok(first), Ok(last)) if last <= 30 => Ok((first, last)),
        _ => Err(ArchiveFault::Damaged(format!("zooms from {first} to {last}"))),
    }
}

fn fault_of(error: &rusqlite::Error) -> ArchiveFault {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => ArchiveFault::Unknown,
        Some(ErrorCode::PermissionDenied) => ArchiveFault::Forbidden,
        Some(ErrorCode::DatabaseCorrupt) => ArchiveFault::CutShort,
        Some(ErrorCode::OperationInterrupted) => {
            ArchiveFault::Damaged("looking for its tiles does not end".to_owned())
        }
        _ if error.to_string().contains("no such table") => ArchiveFault::Empty,
        _ => ArchiveFault::Damaged(error.to_string()),
    }
}
