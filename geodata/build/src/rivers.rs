//! Where rivers run: centre lines, each with its weight.

use crate::e5::E5;
use anyhow::Result;
use shapefile::dbase::{self, FieldValue};
use shapefile::{Polyline, Reader, ShapeReader};
use std::io::Cursor;

/// A river or a reach of one.
pub(crate) struct River {
    /// Its centre line.
    pub(crate) line: Vec<E5>,
    /// The source's rank: 0 for the greatest, 9 for the least.
    pub(crate) rank: u8,
}

/// The rivers of a shapefile and its table.
pub(crate) fn read(shapes: Vec<u8>, table: Vec<u8>) -> Result<Vec<River>> {
    let shapes = ShapeReader::new(Cursor::new(shapes))?;
    let table = dbase::Reader::new(Cursor::new(table))?;
    let mut rivers = Vec::new();
    for pair in Reader::new(shapes, table).iter_shapes_and_records_as::<Polyline, dbase::Record>() {
        let (shape, record) = pair?;
        let rank = match record.get("scalerank") {
            Some(FieldValue::Numeric(Some(rank))) => *rank as u8,
            _ => 9,
        };
        rivers.extend(shape.parts().iter().map(|part| River {
            line: part.iter().map(|p| E5::from_degrees(p.x, p.y)).collect(),
            rank,
        }));
    }
    Ok(rivers)
}
