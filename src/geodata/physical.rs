//! What deserts, mountains, plains and waters are called, and along which curves their names run.

use super::format::{NameStretchFile, PhysicalFeatureFile, PhysicalFile};
use super::{GeodataError, LonLat, Names, embedded, unpack};

const FILE: &str = "physical.bin";

/// What has a name on the map and is neither a country nor a region nor a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Physical {
    /// Most important first.
    pub features: Vec<PhysicalFeature>,
}

/// A desert, a mountain range, a plain or a water.
#[derive(Clone, Debug, PartialEq)]
pub struct PhysicalFeature {
    /// Names, none of them empty.
    pub names: Names,
    /// What it is.
    pub kind: PhysicalKind,
    /// Where the name runs: a river's on each of them, any other on the first that has room.
    pub stretches: Vec<NameStretch>,
}

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhysicalKind {
    /// A desert or a part of one.
    Desert,
    /// Mountains, a plateau, a cliff.
    Mountains,
    /// A plain, a valley, any other country with a name of its own.
    Plain,
    /// A river.
    River,
    /// A lake, with water or dry.
    Lake,
    /// A sea or a gulf.
    Sea,
}

/// A curve along which a name runs.
#[derive(Clone, Debug, PartialEq)]
pub struct NameStretch {
    /// The zoom from which it is shown.
    pub from: f64,
    /// The zoom up to which it is shown, above `from`.
    pub to: f64,
    /// The curve goes through these, two at least: west to east, or south to north.
    pub through: Vec<LonLat>,
}

impl PhysicalKind {
    /// Whether it is water, named in water's colour.
    #[must_use]
    pub const fn is_water(self) -> bool {
        matches!(self, Self::River | Self::Lake | Self::Sea)
    }

    fn from_number(number: u8) -> Result<Self, GeodataError> {
        Ok(match number {
            0 => Self::Desert,
            1 => Self::Mountains,
            2 => Self::Plain,
            3 => Self::River,
            4 => Self::Lake,
            5 => Self::Sea,
            other => {
                let what = format!("no kind `{other}`");
                return Err(GeodataError::Content { file: FILE, what });
            }
        })
    }
}

impl Physical {
    /// The names that are part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Physical::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::PHYSICAL)
    }

    /// Reads `physical.bin`.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, a kind that
    /// is not known, a curve of one position, or zooms that are none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: PhysicalFile = unpack::decode(FILE, bytes)?;
        let features = file
            .features
            .into_iter()
            .map(PhysicalFeature::from_record)
            .collect::<Result<_, _>>()?;
        Ok(Self { features })
    }
}

impl PhysicalFeature {
    fn from_record(record: PhysicalFeatureFile) -> Result<Self, GeodataError> {
        let stretches = record.stretches.iter().map(NameStretch::from_record);
        Ok(Self {
            names: unpack::names(record.names),
            kind: PhysicalKind::from_number(record.kind)?,
            stretches: stretches.collect::<Result<_, _>>()?,
        })
    }
}

impl NameStretch {
    fn from_record(record: &NameStretchFile) -> Result<Self, GeodataError> {
        let through = unpack::line(FILE, &record.through)?;
        let (from, to) = record.zooms;
        if through.len() < 2 || from >= to {
            let what =
                format!("a name through {} positions at zooms {from} to {to}", through.len());
            return Err(GeodataError::Content { file: FILE, what });
        }
        Ok(Self { from: f64::from(from) / 10.0, to: f64::from(to) / 10.0, through })
    }
}
