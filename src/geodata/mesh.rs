//! What is filled on the map: land, the four countries, inland water, already cut into triangles.

use super::format::{MeshFile, MeshPartFile};
use super::{Country, CountryCode, GeodataError, LonLat, embedded, unpack};

/// Filled areas, in the order they are painted. They are opaque: a later one covers an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mesh {
    /// The areas.
    pub parts: Vec<MeshPart>,
}

/// One filled area.
#[derive(Clone, Debug, PartialEq)]
pub struct MeshPart {
    /// What is filled.
    pub role: Fill,
    /// How finely: 0 for zooms below 7, 1 for 7 and above.
    pub detail: u8,
    /// The corners of the triangles.
    pub vertices: Vec<LonLat>,
    /// Three indices into `vertices` for each triangle, all in range; in no particular winding.
    /// The triangles fit without gaps or overlaps when their sides are straight in the plane of
    /// the Web Mercator projection.
    pub triangles: Vec<u32>,
}

/// What an area is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fill {
    /// All land of the world; the four countries are painted over it.
    Land,
    /// One of the four countries, as land: without its territorial sea, with its lakes.
    Country(Country),
    /// Lakes and wide rivers.
    Water,
}

impl Mesh {
    /// The land and the four countries: `ground.bin` of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Mesh::from_bytes`].
    pub fn ground() -> Result<Self, GeodataError> {
        Self::from_bytes("ground.bin", embedded::GROUND)
    }

    /// Open water wider than about 1 km, for zooms of 9 and above: `water.bin` of the program.
    /// Below, the tiles have it, and rivers as lines at all zooms.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Mesh::from_bytes`].
    pub fn water() -> Result<Self, GeodataError> {
        Self::from_bytes("water.bin", embedded::WATER)
    }

    /// Reads `ground.bin` or `water.bin`; `file` is what an error calls it.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, a role that
    /// is not known, or a corner that is not there.
    pub fn from_bytes(file: &'static str, bytes: &[u8]) -> Result<Self, GeodataError> {
        let records: MeshFile = unpack::decode(file, bytes)?;
        let parts = records.parts.iter().map(|p| MeshPart::from_record(file, p));
        Ok(Self { parts: parts.collect::<Result<_, _>>()? })
    }

    /// The areas of one detail, in the order they are painted.
    pub fn of_detail(&self, detail: u8) -> impl Iterator<Item = &MeshPart> {
        self.parts.iter().filter(move |p| p.detail == detail)
    }
}

impl MeshPart {
    fn from_record(file: &'static str, record: &MeshPartFile) -> Result<Self, GeodataError> {
        let wrong = |what: String| GeodataError::Content { file, what };
        let code = CountryCode(record.role);
        let role = Fill::from_code(code).ok_or_else(|| wrong(format!("no role `{code}`")))?;
        let vertices = unpack::line(file, &record.vertices)?;
        let steps = record.triangles.iter().scan(0_i32, |at, step| {
            *at = at.wrapping_add(*step);
            Some(*at)
        });
        let corner = |at: i32| match u32::try_from(at) {
            Ok(corner) if (corner as usize) < vertices.len() => Ok(corner),
            _ => Err(wrong(format!("corner `{at}` of {} vertices", vertices.len()))),
        };
        let triangles: Vec<u32> = steps.map(corner).collect::<Result<_, _>>()?;
        if !triangles.len().is_multiple_of(3) {
            return Err(wrong(format!("`{}` corners are no triangles", triangles.len())));
        }
        Ok(Self { role, detail: record.detail, vertices, triangles })
    }
}

impl Fill {
    fn from_code(code: CountryCode) -> Option<Self> {
        match &code.0 {
            b"OUT" => Some(Self::Land),
            b"WAT" => Some(Self::Water),
            _ => Country::from_code(code).map(Self::Country),
        }
    }
}
