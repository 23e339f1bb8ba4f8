//! Where people say a place is: positions as they are typed and read, latitude first.

use crate::geodata::{LonLat, OutsideWorld};

/// Why a text is not a position.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotAPosition {
    /// Not two values with a comma between them.
    #[error("position `{0}`: write LATITUDE,LONGITUDE in degrees, such as `18.44345,1.40921`")]
    Shape(String),
    /// The part before the comma is not a number.
    #[error("latitude `{0}` is not a number in degrees, such as `18.44345`")]
    Latitude(String),
    /// The part after the comma is not a number.
    #[error("longitude `{0}` is not a number in degrees, such as `1.40921`")]
    Longitude(String),
    /// A number, but of no place on earth.
    #[error(transparent)]
    Outside(#[from] OutsideWorld),
}

/// Reads `LAT,LON` in decimal degrees, north and east positive, with or without spaces.
///
/// ```
/// use sahel_map::measure::coordinates;
/// let bamako = coordinates::parse("12.60915, -7.97522")?;
/// assert_eq!((bamako.lat(), bamako.lon()), (12.60915, -7.97522));
///
/// let error = coordinates::parse("95,0").unwrap_err();
/// assert_eq!(error.to_string(), "latitude `95` is outside -90..90");
/// # Ok::<(), coordinates::NotAPosition>(())
/// ```
///
/// # Errors
/// [`NotAPosition`], with the text that is wrong.
pub fn parse(text: &str) -> Result<LonLat, NotAPosition> {
    let shape = || NotAPosition::Shape(text.trim().to_owned());
    let (lat, lon) = text.split_once(',').ok_or_else(shape)?;
    if lon.contains(',') {
        return Err(shape());
    }
    let lat = number(lat).ok_or_else(|| NotAPosition::Latitude(lat.trim().to_owned()))?;
    let lon = number(lon).ok_or_else(|| NotAPosition::Longitude(lon.trim().to_owned()))?;
    Ok(LonLat::new(lon, lat)?)
}

/// `str::parse` takes `NaN` and `inf` for numbers; no place is there.
fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|value: &f64| value.is_finite())
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

/// A coordinate as it is read out: a number of degrees without sign, and the side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownDegrees {
    /// Degrees, never negative, rounded.
    pub degrees: f64,
    /// Which side of the equator or of the zero meridian.
    pub hemisphere: Hemisphere,
}

/// A position as it is read out, latitude first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownPosition {
    /// Degrees north or south.
    pub latitude: ShownDegrees,
    /// Degrees east or west.
    pub longitude: ShownDegrees,
}

/// Decimal degrees rounded to `decimals` places (5 are about a metre). What rounds to zero is
/// north or east: there is no `0.00000 W`.
#[must_use]
pub fn decimal_degrees(at: LonLat, decimals: u8) -> ShownPosition {
    use Hemisphere::{East, North, South, West};
    let shown = |degrees: f64, positive, negative| {
        let scale = 10_f64.powi(i32::from(decimals.min(12)));
        let rounded = (degrees * scale).round() / scale;
        let hemisphere = if rounded < 0.0 { negative } else { positive };
        ShownDegrees { degrees: rounded.abs(), hemisphere }
    };
    ShownPosition {
        latitude: shown(at.lat(), North, South),
        longitude: shown(at.lon(), East, West),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn reads_what_people_type() {
        for text in ["18.44345,1.40921", " 18.44345 , 1.40921 ", "+18.44345,+1.40921"] {
            assert_eq!(parse(text), Ok(LonLat::new(1.40921, 18.44345).unwrap()), "{text}");
        }
        assert_eq!(parse("-33.86,151.2"), Ok(LonLat::new(151.2, -33.86).unwrap()));
        assert_eq!(parse("90,-180"), Ok(LonLat::new(-180.0, 90.0).unwrap()));
    }

    #[test]
    fn says_which_part_is_wrong() {
        assert_eq!(refusal("95,0"), "latitude `95` is outside -90..90");
        assert_eq!(refusal("0,-180.5"), "longitude `-180.5` is outside -180..180");
        assert!(refusal("Kidal,1.4").starts_with("latitude `Kidal` is not a number"));
        assert!(refusal("18.4, ").starts_with("longitude `` is not a number"));
        assert!(refusal("NaN,0").starts_with("latitude `NaN` is not a number"));
        assert!(refusal("0,inf").starts_with("longitude `inf` is not a number"));
        assert!(refusal("18.4 1.4").starts_with("position `18.4 1.4`"));
        assert!(refusal("18,44345,1,40921").starts_with("position `18,44345,1,40921`"));
        assert!(refusal("").starts_with("position ``"));
    }

    #[test]
    fn shows_degrees_without_sign() {
        let shown = decimal_degrees(LonLat::new(-7.975_224, 12.609_15).unwrap(), 4);
        let north = ShownDegrees { degrees: 12.6092, hemisphere: Hemisphere::North };
        let west = ShownDegrees { degrees: 7.9752, hemisphere: Hemisphere::West };
        assert_eq!(shown, ShownPosition { latitude: north, longitude: west });
        let origin = decimal_degrees(LonLat::new(-1e-9, -0.0).unwrap(), 5);
        assert_eq!(origin.longitude.hemisphere, Hemisphere::East);
        assert_eq!(origin.latitude.hemisphere, Hemisphere::North);
    }
}
