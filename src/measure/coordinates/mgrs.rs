//! How the military grid reference system (MGRS) names a square of the ground, and which square a
//! name means.
//!
//! The letters are those for WGS84 of [NGA.SIG.0012], "the universal grids". A reference is cut
//! off, never rounded: it names the square that the position lies in. Read back, it is the
//! **middle** of that square, as in `GeographicLib`: the position that is least wrong, half a metre
//! from each side where there are ten figures. (GEOTRANS answers with the south-west corner.)
//!
//! [NGA.SIG.0012]: https://earth-info.nga.mil/php/download.php?file=coord-grids

use super::grid::{Grid, GridPoint};
use crate::geodata::LonLat;

/// The alphabet without I and O, which look like figures.
const LETTERS: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Bands of latitude, 8 degrees high from 80° S on; the last is 12 degrees high.
const BANDS: &str = "CDEFGHJKLMNPQRSTUVWX";
/// The westernmost column of squares in a zone of UTM, and how many columns and rows there are
/// before the letters begin again.
const FIRST_COLUMN: i32 = 1;
const COLUMNS: i32 = 8;
const ROWS: i32 = 20;
/// Side of a square that has letters of its own, in metres.
const SQUARE: f64 = 100_000.0;

/// Why a text of the shape of an MGRS reference is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMgrs {
    /// The zone is not from 1 to 60.
    #[error("MGRS zone `{0}` is not from 1 to 60")]
    Zone(String),
    /// The zone has no such band of latitude.
    #[error("MGRS band `{0}`: write C to X without I and O after the zone, such as `31Q`")]
    Band(String),
    /// The zone and band have no such square.
    #[error("MGRS square `{square}` is not in `{zone}`")]
    Square {
        /// Zone and band.
        zone: String,
        /// The two letters of the square.
        square: String,
    },
    /// Figures that cannot be divided into an easting and a northing.
    #[error("MGRS figures `{0}`: write as many for the easting as for the northing, at most 5")]
    Figures(String),
}

/// The square metre that a position lies in: `31Q CA 32003 39986`, at the poles without a zone:
/// `Z AB 96454 52981`.
///
/// ```
/// use sahel_map::geodata::LonLat;
/// use sahel_map::measure::coordinates::mgrs;
/// let kidal = LonLat::new(1.40921, 18.44345)?;
/// assert_eq!(mgrs(kidal), "31Q CA 32003 39986");
/// # Ok::<(), sahel_map::geodata::OutsideWorld>(())
/// ```
#[must_use]
pub fn mgrs(at: LonLat) -> String {
    let grid = Grid::of(at);
    let point = grid.project(at);
    let (column, easting) = in_square(point.easting);
    let (row, northing) = in_square(point.northing);
    let (zone, letters) = match grid {
        Grid::Utm { zone, .. } => {
            let column = letter(LETTERS, column - FIRST_COLUMN + letter_of_column(zone));
            let row = letter(LETTERS, (row + letter_of_row(zone)).rem_euclid(ROWS));
            (format!("{zone:02}{}", letter(BANDS, band_at(at.lat()))), [column, row])
        }
        Grid::Ups { north } => {
            let part = Polar::of(north, column >= Polar::MIDDLE);
            let letters = [
                letter(part.columns, column - part.first_column),
                letter(LETTERS, row - part.first_row),
            ];
            (part.name.to_string(), letters)
        }
    };
    let [column, row] = letters;
    format!("{zone} {column}{row} {easting:05} {northing:05}")
}

/// Which letter a zone's first column has: three zones side by side share the alphabet.
fn letter_of_column(zone: u8) -> i32 {
    COLUMNS * (i32::from(zone) - 1).rem_euclid(3)
}

/// Which letter the row at the equator has: even zones begin with F, so that no two squares of a
/// name are near each other.
const fn letter_of_row(zone: u8) -> i32 {
    if zone.is_multiple_of(2) { 5 } else { 0 }
}

/// Which square along one direction, and the metres within it.
fn in_square(metres: f64) -> (i32, u32) {
    // A micrometre of noise does not put a position into the square before.
    let whole = (metres + 1e-6).floor();
    ((whole / SQUARE).floor() as i32, whole.rem_euclid(SQUARE) as u32)
}

fn letter(letters: &str, index: i32) -> char {
    usize::try_from(index).ok().and_then(|index| letters.chars().nth(index)).unwrap_or('?')
}

fn index(letters: &str, letter: char) -> Option<i32> {
    letters.chars().position(|known| known == letter).and_then(|at| i32::try_from(at).ok())
}

fn band_at(lat: f64) -> i32 {
    (((lat + 80.0) / 8.0).floor() as i32).clamp(0, 19)
}

/// A half of one of the two polar grids.
struct Polar {
    name: char,
    /// Letters of its columns; those are left out that UTM's neighbouring zones could have.
    columns: &'static str,
    first_column: i32,
    first_row: i32,
}

impl Polar {
    /// The column that begins at the pole.
    const MIDDLE: i32 = 20;

    const fn of(north: bool, east: bool) -> Self {
        let (name, columns, first) = match (north, east) {
            (false, false) => ('A', "JKLPQRSTUXYZ", 8),
            (false, true) => ('B', "ABCFGHJKLPQR", 8),
            (true, false) => ('Y', "RSTUXYZ", 13),
            (true, true) => ('Z', "ABCFGHJ", 13),
        };
        let first_column = if east { Self::MIDDLE } else { first };
        Self { name, columns, first_column, first_row: first }
    }

    fn rows(&self) -> i32 {
        2 * (Self::MIDDLE - self.first_row)
    }
}

/// A text taken apart that has the shape of a reference.
struct Parts {
    zone: String,
    band: char,
    column: char,
    row: char,
    figures: String,
}

/// Reads a reference with or without spaces, in capitals or not, from the square of 100 km down to
/// that of a metre; `None` where the text does not look like one.
pub(super) fn read(text: &str) -> Option<Result<LonLat, NotMgrs>> {
    let parts = Parts::of(text)?;
    Some(if parts.zone.is_empty() { parts.polar() } else { parts.utm() })
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let compact: String =
            text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
        let rest = compact.trim_start_matches(|c: char| c.is_ascii_digit());
        let zone = compact.strip_suffix(rest)?.to_owned();
        let figures = rest.trim_start_matches(|c: char| c.is_ascii_uppercase()).to_owned();
        let letters: Vec<char> = rest.strip_suffix(figures.as_str())?.chars().collect();
        let &[band, column, row] = letters.as_slice() else { return None };
        let is_utm = matches!(zone.len(), 1 | 2);
        // Three letters alone are rather a name.
        let is_polar = zone.is_empty() && "ABYZ".contains(band) && figures.len() > 1;
        // "18 est" is half of something else: without figures the band stands at its zone.
        let after_zone = text.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let is_together = !figures.is_empty() || !after_zone.starts_with(' ');
        let fits =
            figures.chars().all(|c| c.is_ascii_digit()) && (is_utm && is_together || is_polar);
        fits.then_some(Self { zone, band, column, row, figures })
    }

    fn zone_and_band(&self) -> String {
        format!("{}{}", self.zone, self.band)
    }

    fn no_square(&self) -> NotMgrs {
        let square = [self.column, self.row].iter().collect();
        NotMgrs::Square { zone: self.zone_and_band(), square }
    }

    /// Metres from the south-west corner of the lettered square to the middle of the square that
    /// is meant, and the side of that.
    fn within_square(&self) -> Result<(GridPoint, f64), NotMgrs> {
        let wrong = || NotMgrs::Figures(self.figures.clone());
        let (east, north) =
            self.figures.split_at_checked(self.figures.len() / 2).ok_or_else(wrong)?;
        if east.len() != north.len() || east.len() > 5 {
            return Err(wrong());
        }
        let side = SQUARE / 10_f64.powi(i32::try_from(east.len()).unwrap_or(0));
        // No figures at all are the lettered square itself.
        let metres = |figures: &str| (figures.parse().unwrap_or(0.0) + 0.5) * side;
        Ok((GridPoint { easting: metres(east), northing: metres(north) }, side))
    }

    fn utm(&self) -> Result<LonLat, NotMgrs> {
        let zone = self.zone.parse().ok().filter(|zone| (1..=60).contains(zone));
        let zone: u8 = zone.ok_or_else(|| NotMgrs::Zone(self.zone.clone()))?;
        let band =
            index(BANDS, self.band).filter(|_| !(self.band == 'X' && [32, 34, 36].contains(&zone)));
        let band = band.ok_or_else(|| NotMgrs::Band(self.zone_and_band()))?;
        let (within, side) = self.within_square()?;
        let column = index(LETTERS, self.column).map(|at| at - letter_of_column(zone));
        let column = column.filter(|column| (0..COLUMNS).contains(column));
        let row = index(LETTERS, self.row).filter(|row| *row < ROWS);
        let (column, row) = column.zip(row).ok_or_else(|| self.no_square())?;
        let north = band >= 10;
        let grid = Grid::Utm { zone, north };
        let south = 8.0 * f64::from(band) - 80.0;
        let height = if self.band == 'X' { 12.0 } else { 8.0 };
        // The letters of the rows begin again every 2000 km; a band is less than half as high.
        let northing =
            f64::from((row - letter_of_row(zone)).rem_euclid(ROWS)) * SQUARE + within.northing;
        let middle = LonLat::saturating(6.0 * f64::from(zone) - 183.0, south + height / 2.0);
        let period = f64::from(ROWS) * SQUARE;
        let turns = ((grid.project(middle).northing - northing) / period).round();
        let at = grid.position(GridPoint {
            easting: f64::from(column + FIRST_COLUMN) * SQUARE + within.easting,
            northing: northing + turns * period,
        });
        // A square on the edge of a band is in both; its middle may lie beyond the edge.
        let beyond = 0.75 * side / 110_000.0;
        let in_band = (south - beyond..=south + height + beyond).contains(&at.lat());
        if in_band { Ok(at) } else { Err(self.no_square()) }
    }

    fn polar(&self) -> Result<LonLat, NotMgrs> {
        let part = Polar::of(matches!(self.band, 'Y' | 'Z'), matches!(self.band, 'B' | 'Z'));
        let (within, _) = self.within_square()?;
        let column = index(part.columns, self.column);
        let row = index(LETTERS, self.row).filter(|row| *row < part.rows());
        let (column, row) = column.zip(row).ok_or_else(|| self.no_square())?;
        Ok(Grid::Ups { north: matches!(self.band, 'Y' | 'Z') }.position(GridPoint {
            easting: f64::from(column + part.first_column) * SQUARE + within.easting,
            northing: f64::from(row + part.first_row) * SQUARE + within.northing,
        }))
    }
}
