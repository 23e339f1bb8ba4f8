//! How a position is said in each language, and what is wrong with a text that is none.

use super::args::Args;
use super::isolate;
use super::key;
use super::words::Words;
use crate::geodata::{LonLat, OutsideWorld};
use crate::measure::coordinates::{
    CoordinateStyle, Hemisphere, NotAPosition, NotMgrs, ShownDegrees, ShownDms, ShownPosition,
    decimal_degrees, dms, mgrs,
};

/// Decimal places of degrees: about 10 m.
const DEGREE_DECIMALS: u8 = 4;
/// Decimal places of seconds: about 3 m.
const SECOND_DECIMALS: u8 = 1;

impl Words {
    /// A position in the reader's style, latitude first: `18.4435° N, 1.4092° E`, or
    /// `18°26′36.4″ N, 1°24′33.2″ E`, or `31Q CA 32003 39986`. `measure::coordinates::parse` reads
    /// all of them in every language.
    #[must_use]
    pub fn coordinates(&self, at: LonLat) -> String {
        let (latitude, longitude) = match self.coordinate_style() {
            CoordinateStyle::Decimal => {
                let ShownPosition { latitude, longitude } = decimal_degrees(at, DEGREE_DECIMALS);
                (self.degrees_and_side(latitude), self.degrees_and_side(longitude))
            }
            CoordinateStyle::Dms => {
                let ShownPosition { latitude, longitude } = dms(at, SECOND_DECIMALS);
                (self.dms_and_side(latitude), self.dms_and_side(longitude))
            }
            CoordinateStyle::Mgrs => return self.mgrs(at),
        };
        let args = Args::new().text("latitude", latitude).text("longitude", longitude);
        self.format(key::COORDINATES, args)
    }

    /// The military grid reference of a position: Latin letters and figures in every language, in
    /// Arabic one left-to-right isolate.
    #[must_use]
    pub fn mgrs(&self, at: LonLat) -> String {
        // It is one name; a line is not broken within it.
        let reference = mgrs(at).replace(' ', "\u{A0}");
        isolate::figure(self.lang(), &reference).into_owned()
    }

    /// The longitude of a meridian of a graticule whose lines are `every` degrees apart: `2.25° E`,
    /// or `2°15′ E`.
    #[must_use]
    pub fn meridian(&self, degrees: f64, every: f64) -> String {
        let side = if degrees < 0.0 { Hemisphere::West } else { Hemisphere::East };
        self.round_degrees(degrees, every, side)
    }

    /// The latitude of a parallel of such a graticule: `18.50° N`, or `18°30′ N`.
    #[must_use]
    pub fn parallel(&self, degrees: f64, every: f64) -> String {
        let side = if degrees < 0.0 { Hemisphere::South } else { Hemisphere::North };
        self.round_degrees(degrees, every, side)
    }

    /// As exact as the figures beside it must be; the equator and the first meridian have no side.
    fn round_degrees(&self, degrees: f64, every: f64, side: Hemisphere) -> String {
        let (degrees, is_line_of_none) = (degrees.abs(), degrees.abs() < 1e-9);
        let is_whole = |value: f64| (value - value.round()).abs() < 1e-6;
        let figure = if self.coordinate_style() == CoordinateStyle::Dms {
            let seconds = (degrees * 3600.0).round() as u32;
            let part = |value: u32, width| self.numbers().padded(f64::from(value), width, 0);
            let (whole, minute) = (part(seconds / 3600, 1), part(seconds / 60 % 60, 2));
            if is_whole(every) {
                format!("{whole}°")
            } else if is_whole(every * 60.0) {
                format!("{whole}°{minute}′")
            } else {
                format!("{whole}°{minute}′{}″", part(seconds % 60, 2))
            }
        } else {
            let places = (0..4).find(|places| is_whole(every * 10_f64.powi(*places)));
            let places = usize::try_from(places.unwrap_or(4)).unwrap_or(4);
            format!("{}°", self.numbers().padded(degrees, 1, places))
        };
        if is_line_of_none {
            return isolate::figure(self.lang(), &figure).into_owned();
        }
        self.with_side(&figure, side)
    }

    fn degrees_and_side(&self, shown: ShownDegrees) -> String {
        let places = usize::from(DEGREE_DECIMALS);
        let figure = format!("{}°", self.numbers().padded(shown.degrees, 1, places));
        self.with_side(&figure, shown.hemisphere)
    }

    fn dms_and_side(&self, shown: ShownDms) -> String {
        let part = |value, width, places| self.numbers().padded(value, width, places);
        let degrees = part(shown.degrees.into(), 1, 0);
        let minutes = part(shown.minutes.into(), 2, 0);
        let seconds = part(shown.seconds, 2, usize::from(SECOND_DECIMALS));
        self.with_side(&format!("{degrees}°{minutes}′{seconds}″"), shown.hemisphere)
    }

    fn with_side(&self, figure: &str, hemisphere: Hemisphere) -> String {
        let key = match hemisphere {
            Hemisphere::North => key::COORDINATE_NORTH,
            Hemisphere::South => key::COORDINATE_SOUTH,
            Hemisphere::East => key::COORDINATE_EAST,
            Hemisphere::West => key::COORDINATE_WEST,
        };
        self.format(key, Args::new().text("figure", isolate::figure(self.lang(), figure)))
    }

    /// Why `text` is no position, and what to write instead.
    ///
    /// ```
    /// use sahel_map::{geodata::Lang, i18n::Words, measure::coordinates};
    /// let error = coordinates::parse("18°75' N 1° E").unwrap_err();
    /// let said = Words::new(Lang::En).not_a_position("18°75' N 1° E", &error);
    /// assert_eq!(said, "Minutes or seconds `75` are not below 60. Write them as in 18°26′36″ N.");
    /// ```
    #[must_use]
    pub fn not_a_position(&self, text: &str, error: &NotAPosition) -> String {
        let value = |value: &str| Args::new().text("value", format!("`{value}`"));
        match error {
            NotAPosition::Outside(error) => self.outside_world(error),
            NotAPosition::Sixtieths(part) => self.format(key::ERROR_SIXTIETHS, value(part)),
            NotAPosition::Signed(text) => self.format(key::ERROR_SIGNED, value(text)),
            NotAPosition::Sides(text) => self.format(key::ERROR_SIDES, value(text)),
            NotAPosition::Mgrs(error) => self.not_mgrs(error),
            NotAPosition::Shape(_) | NotAPosition::Latitude(_) | NotAPosition::Longitude(_) => {
                // A pasted book is not said again.
                let text = if let NotAPosition::Shape(shown) = error { shown } else { text.trim() };
                let args = Args::new().text("position", format!("`{text}`"));
                self.format(key::ERROR_POSITION, args)
            }
        }
    }

    /// Which number is of no place on earth.
    #[must_use]
    pub fn outside_world(&self, error: &OutsideWorld) -> String {
        let (key, value) = match error {
            OutsideWorld::Latitude(value) => (key::ERROR_LATITUDE, value),
            OutsideWorld::Longitude(value) => (key::ERROR_LONGITUDE, value),
        };
        self.format(key, Args::new().text("value", format!("`{value}`")))
    }

    fn not_mgrs(&self, error: &NotMgrs) -> String {
        let (key, value) = match error {
            NotMgrs::Zone(zone) => (key::ERROR_MGRS_ZONE, zone.clone()),
            NotMgrs::Band(band) => (key::ERROR_MGRS_BAND, band.clone()),
            NotMgrs::Square { zone, square } => {
                (key::ERROR_MGRS_SQUARE, format!("{zone} {square}"))
            }
            NotMgrs::Figures(figures) => (key::ERROR_MGRS_FIGURES, figures.clone()),
        };
        self.format(key, Args::new().text("value", format!("`{value}`")))
    }
}
