//! Where the borders run: of the four countries exactly as they are measured, and of their
//! neighbours; and the sea's shore.

use super::format::{BordersFile, CountryBorderFile, OtherBorderFile, StretchFile};
use super::{
    Country, CountryCode, GeodataError, LineError, LineErrors, LonLat, Manifest, embedded, unpack,
};
use std::ops::Range;

const FILE: &str = "borders.bin";

/// All borders on the map.
///
/// ```
/// use sahel_map::geodata::{Borders, Country};
/// let borders = Borders::embedded()?;
/// let mali = borders.of(Country::Mali);
/// assert_eq!(mali.stretches.iter().map(|s| s.edges.len()).sum::<usize>(), 17_531);
/// # Ok::<(), sahel_map::geodata::GeodataError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Borders {
    /// The four countries, in the order of [`Country::ALL`].
    pub countries: [CountryBorder; 4],
    /// Borders around the theatre that touch none of the four, each once, at full resolution.
    pub others: Vec<OtherBorder>,
    /// The sea's shore in and around the theatre, to about 50 m. A shore that is there as a whole,
    /// such as an island's, is a closed line.
    pub coast: Vec<Vec<LonLat>>,
}

/// One of the four countries: its ring and its border line.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryBorder {
    /// The country.
    pub country: Country,
    /// The outer ring, counter-clockwise and closed: what is inside the country. Algeria's holds
    /// its territorial sea.
    pub ring: Vec<LonLat>,
    /// The border line that distances are measured to, in the order of the ring. All edges for
    /// Mali, Niger and Burkina Faso; the land border alone for Algeria.
    pub stretches: Vec<Stretch>,
}

/// A run of edges of the ring with the same neighbour across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Edges; edge `i` joins the ring's vertices `i` and `i + 1`, as a geodesic.
    pub edges: Range<usize>,
    /// The country across.
    pub neighbour: CountryCode,
    /// Whether the neighbour's polygon has exactly these edges; if not, it is the nearest one,
    /// across a gap or an overlap of a few kilometres at most.
    pub shared: bool,
    /// How far the line lies from the newest one known.
    pub error: LineError,
}

/// A border between two countries neither of which is one of the four.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherBorder {
    /// The two countries, in alphabetical order of their codes.
    pub between: [CountryCode; 2],
    /// Whether the line is not agreed (Western Sahara and Morocco): drawn dashed.
    pub disputed: bool,
    /// The line.
    pub line: Vec<LonLat>,
}

impl Borders {
    /// The borders that are part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Borders::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::BORDERS, &Manifest::embedded()?.line_errors)
    }

    /// Reads `borders.bin`; the errors of its lines are in the manifest.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, a ring that is
    /// not closed, a stretch outside its ring, or other countries than the four.
    pub fn from_bytes(bytes: &[u8], errors: &LineErrors) -> Result<Self, GeodataError> {
        let file: BordersFile = unpack::decode(FILE, bytes)?;
        let found = file.countries.len();
        let countries: Vec<CountryBorder> = Country::ALL
            .into_iter()
            .zip(&file.countries)
            .map(|(country, record)| CountryBorder::from_record(country, record, errors))
            .collect::<Result<_, _>>()?;
        let others = file.others.iter().map(OtherBorder::from_record).collect::<Result<_, _>>()?;
        let coast = file.coast.iter().map(|l| unpack::line(FILE, l)).collect::<Result<_, _>>()?;
        match countries.try_into() {
            Ok(countries) if found == 4 => Ok(Self { countries, others, coast }),
            _ => Err(wrong(format!("it has `{found}` countries, not 4"))),
        }
    }

    /// The border of one of the four.
    #[must_use]
    pub fn of(&self, country: Country) -> &CountryBorder {
        let [algeria, mali, niger, burkina_faso] = &self.countries;
        match country {
            Country::Algeria => algeria,
            Country::Mali => mali,
            Country::Niger => niger,
            Country::BurkinaFaso => burkina_faso,
        }
    }
}

impl CountryBorder {
    /// The vertices of one of this country's stretches, both ends included; nothing for a stretch
    /// of another ring.
    #[must_use]
    pub fn line(&self, stretch: &Stretch) -> &[LonLat] {
        self.ring.get(stretch.edges.start..=stretch.edges.end).unwrap_or_default()
    }

    fn from_record(
        country: Country,
        record: &CountryBorderFile,
        errors: &LineErrors,
    ) -> Result<Self, GeodataError> {
        if record.code != country.code().0 {
            let found = CountryCode(record.code);
            return Err(wrong(format!("`{found}` stands in the place of `{}`", country.code())));
        }
        let ring = unpack::ring(FILE, &record.ring)?;
        let edges = ring.len() - 1;
        let stretches = record.stretches.iter().map(|s| {
            let error = errors.between(country.code(), CountryCode(s.neighbour));
            Stretch::from_record(s, edges, error)
        });
        Ok(Self { country, stretches: stretches.collect::<Result<_, _>>()?, ring })
    }
}

impl Stretch {
    fn from_record(
        record: &StretchFile,
        of: usize,
        error: LineError,
    ) -> Result<Self, GeodataError> {
        let first = record.first_edge as usize;
        let edges = first..first.saturating_add(record.edges as usize);
        if edges.is_empty() || edges.end > of {
            return Err(wrong(format!("a stretch of edges `{edges:?}` in a ring of {of}")));
        }
        let neighbour = CountryCode(record.neighbour);
        Ok(Self { edges, neighbour, shared: record.shared, error })
    }
}

impl OtherBorder {
    fn from_record(record: &OtherBorderFile) -> Result<Self, GeodataError> {
        Ok(Self {
            between: record.between.map(CountryCode),
            disputed: record.disputed,
            line: unpack::line(FILE, &record.line)?,
        })
    }
}

fn wrong(what: String) -> GeodataError {
    GeodataError::Content { file: FILE, what }
}
