//! A measurement as it is copied: in words, as JSON, as GeoJSON.

use super::measurement::{Geometry, Measurement, Tool};
use super::survey::{BorderPart, Figures, Leg};
use crate::geodata::LonLat;
use crate::i18n::{Args, Words, key};
use crate::measure::{LengthUnit, Metres, NearestBorder, geodesic};
use crate::state::{Measured, World};
use serde_json::{Value, json};

/// Longest straight piece by which a geodesic is written in GeoJSON, whose lines are straight in
/// longitude and latitude.
const STEP: Metres = Metres(20_000.0);
/// Edges of a circle in GeoJSON: at 100 km they leave it by 30 m at most.
const CIRCLE_EDGES: u32 = 128;

/// How a measurement is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAs {
    /// Lines to read, in the language and unit of the window, as exact as they are known.
    Text,
    /// An object with every digit, as `sahel-map distance --json` writes it.
    Json,
    /// A feature (RFC 7946) whose properties are those of the object.
    GeoJson,
}

/// What a measurement is called: by the reader, or else "Probe 3".
#[must_use]
pub fn name_of(words: &Words, measurement: &Measurement) -> String {
    if !measurement.name.trim().is_empty() {
        return measurement.name.clone();
    }
    let key = match measurement.geometry.tool() {
        Tool::Probe => key::MEASURE_PROBE_NUMBER,
        Tool::Ruler => key::MEASURE_RULER_NUMBER,
        Tool::Circle => key::MEASURE_CIRCLE_NUMBER,
    };
    words.format(key, Args::new().plain("number", measurement.id.0))
}

/// The figure that matters most of a measurement: the nearest border, the length, the radius.
#[must_use]
pub fn figure_of(
    measurement: &Measurement,
    figures: &Figures,
    world: &World,
    words: &Words,
    unit: LengthUnit,
) -> String {
    match (&measurement.geometry, figures) {
        (_, Figures::Probe(measured)) => measured.nearest_words(world, words, unit),
        (_, Figures::Ruler(legs)) => words.measured_length(total(legs), unit),
        (Geometry::Circle { radius, .. }, _) => words.measured_length(*radius, unit),
        _ => String::new(),
    }
}

/// Length of a ruler.
#[must_use]
pub fn total(legs: &[Leg]) -> Metres {
    legs.last().map_or(Metres(0.0), |leg| leg.so_far)
}

/// Writes a measurement out.
#[must_use]
pub fn report(
    copy_as: CopyAs,
    measurement: &Measurement,
    figures: &Figures,
    world: &World,
    words: &Words,
    unit: LengthUnit,
) -> String {
    let name = name_of(words, measurement);
    match copy_as {
        CopyAs::Text => Text { world, words, unit }.write(&name, &measurement.geometry, figures),
        CopyAs::Json => pretty(&properties(&name, &measurement.geometry, figures)),
        CopyAs::GeoJson => pretty(&json!({
            "type": "Feature",
            "geometry": shape(&measurement.geometry),
            "properties": properties(&name, &measurement.geometry, figures),
        })),
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

/// The words of a report.
struct Text<'a> {
    world: &'a World,
    words: &'a Words,
    unit: LengthUnit,
}

impl Text<'_> {
    fn write(&self, name: &str, geometry: &Geometry, figures: &Figures) -> String {
        let words = self.words;
        let mut lines = Vec::new();
        match (geometry, figures) {
            (Geometry::Probe(at), Figures::Probe(measured)) => {
                lines.push(self.pair(name, &words.coordinates(*at)));
                lines.extend(measured.borders.iter().map(|hit| self.border(measured, hit)));
            }
            (Geometry::Ruler(_), Figures::Ruler(legs)) => {
                lines.push(self.pair(name, &words.measured_length(total(legs), self.unit)));
                lines.extend(legs.iter().map(|leg| self.leg(leg)));
            }
            (Geometry::Circle { centre, radius }, Figures::Circle(parts)) => {
                let radius = words.measured_length(*radius, self.unit);
                let about = Args::new().text("radius", radius);
                let about = about.text("position", words.coordinates(*centre));
                lines.push(self.pair(name, &words.format(key::MEASURE_CIRCLE_ABOUT, about)));
                lines.extend(parts.iter().map(|part| self.part(part)));
            }
            _ => {}
        }
        lines.join("\n")
    }

    fn pair(&self, first: &str, second: &str) -> String {
        let args = Args::new().text("what", first).text("figure", second);
        self.words.format(key::MEASURE_LINE, args)
    }

    fn border(&self, measured: &Measured, hit: &NearestBorder) -> String {
        let words = self.words;
        let figure = words.border_figure(hit.distance, measured.uncertainty(hit), self.unit);
        let country = self.world.country_name(hit.country.code(), words.lang());
        let side = words.text(figure.side_key(hit.inside));
        let comma = words.text(key::LIST_COMMA);
        let bearing = words.bearing(hit.bearing);
        self.pair(country, &[&figure.words, bearing.as_str(), &side].join(&comma))
    }

    fn leg(&self, leg: &Leg) -> String {
        let words = self.words;
        let ends = Args::new()
            .text("from", words.coordinates(leg.from))
            .text("to", words.coordinates(leg.to));
        let length = words.measured_length(leg.course.distance, self.unit);
        let comma = words.text(key::LIST_COMMA);
        let bearing = words.bearing(leg.course.bearing);
        let figures = [length.as_str(), bearing.as_str()].join(&comma);
        self.pair(&words.format(key::MEASURE_FROM_TO, ends), &figures)
    }

    fn part(&self, part: &BorderPart) -> String {
        let name = part.name(self.world, self.words);
        self.pair(&name, &self.words.border_length(part.length, self.unit))
    }
}

/// The figures with every digit, in metres and degrees.
fn properties(name: &str, geometry: &Geometry, figures: &Figures) -> Value {
    match (geometry, figures) {
        (Geometry::Probe(at), Figures::Probe(measured)) => json!({
            "name": name,
            "at": position(*at),
            "borders": measured.borders.iter().map(|hit| border(measured, hit)).collect::<Vec<_>>(),
        }),
        (Geometry::Ruler(corners), Figures::Ruler(legs)) => json!({
            "name": name,
            "corners": corners.iter().map(|at| position(*at)).collect::<Vec<_>>(),
            "legs": legs.iter().map(|leg| json!({
                "distance_m": to_tenth_of_a_millimetre(leg.course.distance),
                "bearing_deg": leg.course.bearing.0,
            })).collect::<Vec<_>>(),
            "total_m": to_tenth_of_a_millimetre(total(legs)),
        }),
        (Geometry::Circle { centre, radius }, Figures::Circle(parts)) => json!({
            "name": name,
            "centre": position(*centre),
            "radius_m": radius.0,
            "borders_inside": parts.iter().map(|part| json!({
                "countries": part.countries.map(|code| code.as_str().to_owned()),
                "length_m": to_tenth_of_a_millimetre(part.length),
            })).collect::<Vec<_>>(),
        }),
        _ => Value::Null,
    }
}

fn border(measured: &Measured, hit: &NearestBorder) -> Value {
    json!({
        "country": hit.country.code().as_str(),
        "inside": hit.inside,
        "distance_m": to_tenth_of_a_millimetre(hit.distance),
        "uncertainty_m": measured.uncertainty(hit).total().0,
        "nearest": position(hit.foot),
        "bearing_deg": hit.bearing.0,
    })
}

fn position(at: LonLat) -> Value {
    json!({ "lat": at.lat(), "lon": at.lon() })
}

fn to_tenth_of_a_millimetre(Metres(length): Metres) -> f64 {
    (length * 1e4).round() / 1e4
}

/// The geometry of a feature: longitude first, lines along their geodesics, a circle as a polygon
/// that runs against the clock.
fn shape(geometry: &Geometry) -> Value {
    let pairs =
        |line: &[LonLat]| -> Vec<[f64; 2]> { line.iter().map(|at| [at.lon(), at.lat()]).collect() };
    match geometry {
        Geometry::Probe(at) => json!({ "type": "Point", "coordinates": [at.lon(), at.lat()] }),
        Geometry::Ruler(corners) => {
            json!({ "type": "LineString", "coordinates": pairs(&geodesic::densify(corners, STEP)) })
        }
        Geometry::Circle { centre, radius } => {
            let mut ring = geodesic::circle(*centre, *radius, CIRCLE_EDGES);
            ring.reverse();
            json!({ "type": "Polygon", "coordinates": [pairs(&ring)] })
        }
    }
}
