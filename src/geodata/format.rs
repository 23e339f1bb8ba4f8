//! How the ground's files are laid out: the types that `geodata/build` writes and the program
//! reads, serialised with postcard (variable-length integers, so small steps take one byte).
//!
//! This file is compiled into both, so a change here changes both sides at once.

use serde::{Deserialize, Serialize};

/// Vertices as steps from the one before (the first from 0, 0), in units of 1e-5 degree:
/// longitude, latitude. Lossless for the sources, which have five decimals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedLine(pub Vec<(i32, i32)>);

impl PackedLine {
    /// Packs vertices given in 1e-5 degree (longitude, latitude).
    #[must_use]
    pub fn pack(vertices: impl IntoIterator<Item = (i32, i32)>) -> Self {
        let mut last = (0, 0);
        Self(
            vertices
                .into_iter()
                .map(|v| {
                    let step = (v.0 - last.0, v.1 - last.1);
                    last = v;
                    step
                })
                .collect(),
        )
    }

    /// The vertices in 1e-5 degree (longitude, latitude). Sums wrap, so that a damaged file
    /// gives a wrong line and never a panic.
    pub fn unpack(&self) -> impl Iterator<Item = (i32, i32)> + '_ {
        self.0.iter().scan((0_i32, 0_i32), |at, step| {
            *at = (at.0.wrapping_add(step.0), at.1.wrapping_add(step.1));
            Some(*at)
        })
    }
}

/// `rivers.bin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiversFile {
    /// Banks of rivers that are drawn with two.
    pub banks: Vec<PackedLine>,
    /// Centre lines of rivers that run all year.
    pub permanent: Vec<PackedLine>,
    /// Centre lines of rivers that run in a part of the year: wadis.
    pub seasonal: Vec<PackedLine>,
}

/// `borders.bin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BordersFile {
    /// The four countries, in the order DZA, MLI, NER, BFA.
    pub countries: Vec<CountryBorderFile>,
    /// Borders that touch none of the four, each once, at full resolution.
    pub others: Vec<OtherBorderFile>,
    /// Shore of the land in and around the theatre.
    pub coast: Vec<PackedLine>,
}

/// One of the four countries: its ring and which of its edges are its border line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryBorderFile {
    /// ISO 3166-1 alpha-3.
    pub code: [u8; 3],
    /// The outer ring, closed (last vertex equals the first), counter-clockwise. Algeria's
    /// holds its territorial sea.
    pub ring: PackedLine,
    /// The border line, in the order of the ring.
    pub stretches: Vec<StretchFile>,
}

/// A run of consecutive edges of a ring with the same neighbour across.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StretchFile {
    /// Index of the first edge; edge `i` joins ring vertices `i` and `i + 1`.
    pub first_edge: u32,
    /// Number of edges.
    pub edges: u32,
    /// ISO 3166-1 alpha-3 of the country across.
    pub neighbour: [u8; 3],
    /// Whether the neighbour's polygon has exactly these edges (else it is the nearest one).
    pub shared: bool,
}

/// A border between two countries neither of which is one of the four.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherBorderFile {
    /// ISO 3166-1 alpha-3 of the two countries, in alphabetical order.
    pub between: [[u8; 3]; 2],
    /// Whether the line is disputed or not agreed (Western Sahara): drawn dashed.
    pub disputed: bool,
    /// The line.
    pub line: PackedLine,
}

/// `ground.bin` and `water.bin`: filled areas, already cut into triangles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeshFile {
    /// The areas, in the order they are painted.
    pub parts: Vec<MeshPartFile>,
}

/// One filled area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeshPartFile {
    /// What is filled: `DZA`, `MLI`, `NER`, `BFA`, `OUT` (land outside the theatre), `WAT`.
    pub role: [u8; 3],
    /// 0: for zooms below 7; 1: for 7 and above.
    pub detail: u8,
    /// Vertices.
    pub vertices: PackedLine,
    /// Three indices a triangle, each as the step from the index before (the first from 0).
    pub triangles: Vec<i32>,
}

/// `places.bin`: the gazetteer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesFile {
    /// Most important first (rank, then population).
    pub places: Vec<PlaceFile>,
}

/// A populated place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFile {
    /// GeoNames id; 0 where the place is not from GeoNames.
    pub geonameid: u32,
    /// Names: Arabic (empty where not known), French, English.
    pub names: [String; 3],
    /// ISO 3166-1 alpha-3, by our borders for the four countries.
    pub country: [u8; 3],
    /// Position in 1e-5 degree: longitude, latitude.
    pub at: (i32, i32),
    /// Inhabitants by the source; 0 where not known.
    pub population: u32,
    /// 0 national capital, 1 region capital or over 200,000, 2 over 30,000, 3 the rest.
    pub rank: u8,
}

/// `airports.bin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AirportsFile {
    /// Most important first: those of the four countries with a code of IATA, those without, the
    /// neighbours'; each by code.
    pub airports: Vec<AirportFile>,
}

/// An airport.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AirportFile {
    /// Its code of ICAO, four letters.
    pub icao: String,
    /// Its code of IATA, three letters; empty where it has none.
    pub iata: String,
    /// Names: Arabic (empty where not known), French, English; after its town where it has one.
    pub names: [String; 3],
    /// ISO 3166-1 alpha-3, by our borders for the four countries.
    pub country: [u8; 3],
    /// Position in 1e-5 degree: longitude, latitude.
    pub at: (i32, i32),
}

/// `regions.bin`: first-level regions of the four countries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionsFile {
    /// By country and code.
    pub regions: Vec<RegionFile>,
}

/// A first-level region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionFile {
    /// ISO 3166-1 alpha-3.
    pub country: [u8; 3],
    /// Names: Arabic, French, English.
    pub names: [String; 3],
    /// Year the division is from, as the source has it.
    pub year: u16,
    /// A point well inside, for the label; 1e-5 degree: longitude, latitude.
    pub label_at: (i32, i32),
    /// Rings, closed, simplified to about 200 m; what an odd number of them holds is inside, so
    /// that a region may lie within another.
    pub rings: Vec<PackedLine>,
}

/// `countries.bin`: names of the countries on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountriesFile {
    /// By code.
    pub countries: Vec<CountryFile>,
}

/// A country's names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryFile {
    /// ISO 3166-1 alpha-3.
    pub code: [u8; 3],
    /// Names: Arabic, French, English.
    pub names: [String; 3],
    /// Where the label stands; 1e-5 degree: longitude, latitude.
    pub label_at: (i32, i32),
}

/// `physical.bin`: names of deserts, mountains, plains and waters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhysicalFile {
    /// Most important first.
    pub features: Vec<PhysicalFeatureFile>,
}

/// What has a name on the map and is neither a country nor a region nor a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhysicalFeatureFile {
    /// Names: Arabic, French, English.
    pub names: [String; 3],
    /// 0 desert, 1 mountains, 2 plain, 3 river, 4 lake, 5 sea.
    pub kind: u8,
    /// Where the name runs: a river's on each, any other on the first that has room.
    pub stretches: Vec<NameStretchFile>,
}

/// A curve along which a name runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameStretchFile {
    /// From which zoom to which it is shown, in tenths.
    pub zooms: (u8, u8),
    /// The curve goes through these: west to east, or south to north.
    pub through: PackedLine,
}

/// Extent of `relief.jpg` in degrees: west, south, east, north. The picture is in Web Mercator:
/// columns are even in longitude, rows in the projection's northing.
pub const RELIEF_EXTENT: [f64; 4] = [-35.0, -5.0, 45.0, 50.0];

/// The grey level of `relief.jpg` that stands for flat ground and for the sea.
pub const RELIEF_FLAT: u8 = 128;
