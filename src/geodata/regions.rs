//! Which first-level region of the four countries a position is in.

use super::format::{RegionFile, RegionsFile};
use super::{Country, CountryCode, GeodataError, LonLat, Names, embedded, unpack};

const FILE: &str = "regions.bin";

/// The first-level regions of the four countries, as far as our borders of those countries go.
#[derive(Clone, Debug, PartialEq)]
pub struct Regions {
    /// By country and code.
    pub regions: Vec<Region>,
}

/// A first-level region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The country it is part of.
    pub country: Country,
    /// Names.
    pub names: Names,
    /// The year the division is from. Later ones are in none of the sources: Mali has had 19
    /// regions and Bamako since 2023, Burkina Faso 17 since 2025.
    pub year: u16,
    /// A point well inside, for the label.
    pub label_at: LonLat,
    /// Rings, closed, to about 200 m, the largest first. What an odd number of them holds is
    /// inside: Niamey and Bamako lie within other regions.
    pub rings: Vec<Vec<LonLat>>,
}

impl Regions {
    /// The regions that are part of the program.
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Regions::from_bytes`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_bytes(embedded::REGIONS)
    }

    /// Reads `regions.bin`.
    ///
    /// # Errors
    /// [`GeodataError`] says what is wrong: cut short, a position outside the world, a ring that
    /// is not closed, or a region of another country than the four.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GeodataError> {
        let file: RegionsFile = unpack::decode(FILE, bytes)?;
        let regions =
            file.regions.into_iter().map(Region::from_record).collect::<Result<_, _>>()?;
        Ok(Self { regions })
    }

    /// The region of `country` that holds `at`, else the nearest one: the sources' regions do not
    /// reach our borders everywhere. Which country holds `at` is for the borders to say.
    #[must_use]
    pub fn region_of(&self, at: LonLat, country: Country) -> Option<&Region> {
        let of_country = || self.regions.iter().filter(|r| r.country == country);
        let holding = of_country().find(|r| r.holds(at));
        holding.or_else(|| {
            let by_distance = of_country().map(|r| (r.squared_degrees_from(at), r));
            by_distance.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, region)| region)
        })
    }
}

impl Region {
    fn from_record(record: RegionFile) -> Result<Self, GeodataError> {
        let code = CountryCode(record.country);
        let country = Country::from_code(code).ok_or_else(|| GeodataError::Content {
            file: FILE,
            what: format!("a region of `{code}`"),
        })?;
        let rings = record.rings.iter().map(|r| unpack::ring(FILE, r));
        Ok(Self {
            country,
            names: unpack::names(record.names),
            year: record.year,
            label_at: unpack::position(FILE, record.label_at)?,
            rings: rings.collect::<Result<_, _>>()?,
        })
    }

    fn holds(&self, at: LonLat) -> bool {
        self.rings.iter().filter(|ring| holds(ring, at)).count() % 2 == 1
    }

    /// Squared distance from the region's edge in degrees of latitude, on the flat map: good
    /// enough to tell which of two regions is nearer.
    fn squared_degrees_from(&self, at: LonLat) -> f64 {
        let squeeze = at.lat().to_radians().cos();
        let flat = |p: LonLat| ((p.lon() - at.lon()) * squeeze, p.lat() - at.lat());
        let edges = self.rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1)));
        let squared = edges.map(|(a, b)| {
            let ((ax, ay), (bx, by)) = (flat(*a), flat(*b));
            let (dx, dy) = (bx - ax, by - ay);
            let length = dx * dx + dy * dy;
            let share = if length > 0.0 { -(ax * dx + ay * dy) / length } else { 0.0 };
            let share = share.clamp(0.0, 1.0);
            (ax + dx * share).powi(2) + (ay + dy * share).powi(2)
        });
        squared.fold(f64::INFINITY, f64::min)
    }
}

/// Whether the closed ring holds the position, on the flat map of longitude and latitude.
fn holds(ring: &[LonLat], at: LonLat) -> bool {
    let crossed = ring.iter().zip(ring.iter().skip(1)).filter(|(a, b)| {
        let (south, north) = (a.lat() > at.lat(), b.lat() > at.lat());
        let share = (at.lat() - a.lat()) / (b.lat() - a.lat());
        south != north && at.lon() < a.lon() + share * (b.lon() - a.lon())
    });
    crossed.count() % 2 == 1
}
