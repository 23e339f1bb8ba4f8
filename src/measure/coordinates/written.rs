//! How a position is written: which figures, rounded where, and as text for other programs.

use super::mgrs;
use crate::geodata::LonLat;
use serde::{Deserialize, Serialize};

/// How the reader wants positions written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CoordinateStyle {
    /// Degrees with decimals: `18.4435° N, 1.4092° E`.
    #[default]
    Decimal,
    /// Degrees, minutes and seconds: `18°26′36.4″ N, 1°24′33.2″ E`.
    Dms,
    /// The military grid: `31Q CA 32003 39986`.
    Mgrs,
}

impl CoordinateStyle {
    /// Every style, in the order the settings offer them.
    pub const ALL: [Self; 3] = [Self::Decimal, Self::Dms, Self::Mgrs];
}

/// A side of the equator or of the zero meridian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hemisphere {
    /// North of the equator, or on it.
    North,
    /// South of the equator.
    South,
    /// East of the zero meridian, or on it.
    East,
    /// West of the zero meridian.
    West,
}

impl Hemisphere {
    /// The letter that is understood everywhere.
    const fn letter(self) -> char {
        match self {
            Self::North => 'N',
            Self::South => 'S',
            Self::East => 'E',
            Self::West => 'W',
        }
    }
}

/// A coordinate as it is read out: a number of degrees without sign, and the side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownDegrees {
    /// Degrees, never negative, rounded.
    pub degrees: f64,
    /// Which side of the equator or of the zero meridian.
    pub hemisphere: Hemisphere,
}

/// A coordinate in degrees, minutes and seconds, without sign, and the side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownDms {
    /// Whole degrees.
    pub degrees: u16,
    /// Whole minutes, below 60.
    pub minutes: u8,
    /// Seconds, below 60 as they are rounded.
    pub seconds: f64,
    /// Which side of the equator or of the zero meridian.
    pub hemisphere: Hemisphere,
}

/// A position as it is read out, latitude first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownPosition<T = ShownDegrees> {
    /// Degrees north or south.
    pub latitude: T,
    /// Degrees east or west.
    pub longitude: T,
}

/// Decimal degrees rounded to `decimals` places (5 are about a metre). What rounds to zero is
/// north or east: there is no `0.00000 W`.
#[must_use]
pub fn decimal_degrees(at: LonLat, decimals: u8) -> ShownPosition {
    let scale = scale(decimals.min(12));
    each(at, |degrees, sides| {
        let rounded = (degrees * scale).round() / scale;
        ShownDegrees { degrees: rounded.abs(), hemisphere: side(rounded < 0.0, sides) }
    })
}

/// Degrees, minutes and seconds, the seconds rounded to `decimals` places (1 is about 3 m). A
/// second that rounds to 60 is carried into the minute, and on into the degree.
///
/// ```
/// use sahel_map::geodata::LonLat;
/// use sahel_map::measure::coordinates::dms;
/// let shown = dms(LonLat::new(1.999_999, 18.443_45)?, 1).longitude;
/// assert_eq!((shown.degrees, shown.minutes, shown.seconds), (2, 0, 0.0));
/// # Ok::<(), sahel_map::geodata::OutsideWorld>(())
/// ```
#[must_use]
pub fn dms(at: LonLat, decimals: u8) -> ShownPosition<ShownDms> {
    let scale = scale(decimals.min(6));
    each(at, |degrees, sides| {
        // Rounded once, in the smallest unit that is shown, and then divided up.
        let units = (degrees.abs() * 3600.0 * scale).round();
        let minutes = (units / (60.0 * scale)).floor();
        let whole = (minutes / 60.0).floor();
        ShownDms {
            degrees: whole as u16,
            minutes: (minutes - 60.0 * whole) as u8,
            seconds: (units - minutes * 60.0 * scale) / scale,
            hemisphere: side(degrees < 0.0 && units > 0.0, sides),
        }
    })
}

/// A position as text for other programs, in Latin letters and figures: decimal degrees to about
/// a metre, latitude first, as map services take them; seconds to a tenth; MGRS without spaces.
/// [`super::parse`] reads all of them.
///
/// ```
/// use sahel_map::geodata::LonLat;
/// use sahel_map::measure::coordinates::{CoordinateStyle, written};
/// let kidal = LonLat::new(1.40921, 18.44345)?;
/// assert_eq!(written(kidal, CoordinateStyle::Decimal), "18.44345, 1.40921");
/// assert_eq!(written(kidal, CoordinateStyle::Dms), "18°26'36.4\"N 1°24'33.2\"E");
/// assert_eq!(written(kidal, CoordinateStyle::Mgrs), "31QCA3200339986");
/// # Ok::<(), sahel_map::geodata::OutsideWorld>(())
/// ```
#[must_use]
pub fn written(at: LonLat, style: CoordinateStyle) -> String {
    match style {
        CoordinateStyle::Decimal => {
            let ShownPosition { latitude, longitude } = decimal_degrees(at, 5);
            let signed = |shown: ShownDegrees| {
                let negative = matches!(shown.hemisphere, Hemisphere::South | Hemisphere::West);
                format!("{}{:.5}", if negative { "-" } else { "" }, shown.degrees)
            };
            format!("{}, {}", signed(latitude), signed(longitude))
        }
        CoordinateStyle::Dms => {
            let ShownPosition { latitude, longitude } = dms(at, 1);
            let angle = |ShownDms { degrees, minutes, seconds, hemisphere }: ShownDms| {
                format!("{degrees}°{minutes:02}'{seconds:04.1}\"{}", hemisphere.letter())
            };
            format!("{} {}", angle(latitude), angle(longitude))
        }
        CoordinateStyle::Mgrs => mgrs(at).replace(' ', ""),
    }
}

fn scale(decimals: u8) -> f64 {
    10_f64.powi(i32::from(decimals))
}

/// Both coordinates of a position, each with its two sides, the positive first.
fn each<T>(at: LonLat, shown: impl Fn(f64, [Hemisphere; 2]) -> T) -> ShownPosition<T> {
    ShownPosition {
        latitude: shown(at.lat(), [Hemisphere::North, Hemisphere::South]),
        longitude: shown(at.lon(), [Hemisphere::East, Hemisphere::West]),
    }
}

const fn side(negative: bool, [positive_side, negative_side]: [Hemisphere; 2]) -> Hemisphere {
    if negative { negative_side } else { positive_side }
}
