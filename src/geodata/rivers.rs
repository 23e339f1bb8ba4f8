//! Where rivers and wadis run in the theatre: centre lines, and both banks of the widest rivers.

use super::format::{PackedLine, RiversFile};
use super::{GeodataError, LonLat, embedded, unpack};

const FILE: &str = "rivers.bin";
/// The file without rivers: three lists of nothing.
const EMPTY: [u8; 3] = [0; 3];

/// Rivers of the theatre, half a kilometre off at the median (World Data Bank II).
///
/// Lines are simplified to 50 m, in no particular order; where more than two meet, each ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rivers {
    /// Banks of rivers that are drawn with two.
    pub banks: Vec<Vec<LonLat>>,
    /// Centre lines of rivers that run all year.
    pub permanent: Vec<Vec<LonLat>>,
    /// Centre lines of rivers that run in a part of the year: wadis.
    pub seasonal: Vec<Vec<LonLat>>,
}

impl Rivers {
    /// The rivers that are part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Rivers::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::RIVERS)
    }

    /// Reads `rivers.bin`. Three zero bytes are a file without rivers.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, or a line of
    /// less than two positions.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: RiversFile = unpack::decode(FILE, bytes)?;
        Ok(Self {
            banks: lines(&file.banks)?,
            permanent: lines(&file.permanent)?,
            seasonal: lines(&file.seasonal)?,
        })
    }

    /// Whether this is a build with none in `rivers.bin`.
    #[must_use]
    pub const fn are_left_out() -> bool {
        embedded::RIVERS.len() <= EMPTY.len()
    }
}

fn lines(packed: &[PackedLine]) -> Result<Vec<Vec<LonLat>>, GeodataError> {
    packed.iter().map(line).collect()
}

fn line(packed: &PackedLine) -> Result<Vec<LonLat>, GeodataError> {
    let line = unpack::line(FILE, packed)?;
    if line.len() < 2 {
        let what = format!("a line of `{}` positions", line.len());
        return Err(GeodataError::Content { file: FILE, what });
    }
    Ok(line)
}
