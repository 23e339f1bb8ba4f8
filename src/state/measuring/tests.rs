//! Whether the instrument does what a reader expects of it.

use super::*;
use crate::dossier::Dossier;
use crate::geodata::Lang;
use crate::i18n::Words;
use crate::measure::LengthUnit;
use crate::measure::geodesic;
use crate::state::{Action, World, update};
use std::sync::{Arc, LazyLock};

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

/// The instrument in a reader's hands.
struct Reader(AppState);

impl Reader {
    fn new(tool: Tool) -> Self {
        let mut reader = Self(AppState::new(WORLD.clone(), Session::in_language(Lang::En)));
        reader.does(MeasureAction::Toggle);
        reader.does(MeasureAction::Take(tool));
        reader
    }

    fn does(&mut self, action: MeasureAction) {
        update(&mut self.0, Action::Measure(action));
    }

    fn clicks(&mut self, lat: f64, lon: f64) {
        self.does(MeasureAction::Click(at(lat, lon)));
    }

    fn undoes(&mut self) {
        update(&mut self.0, Action::Undo);
    }

    fn all(&self) -> &[Measurement] {
        &self.0.session.measuring.measurements
    }

    fn id(&self) -> MeasurementId {
        self.0.session.measuring.chosen.unwrap()
    }

    fn copied(&self, copy_as: CopyAs) -> String {
        let (measurement, words) =
            (self.0.session.measuring.chosen().unwrap(), Words::new(Lang::En));
        let figures = self.0.survey.of(measurement.id).unwrap();
        report(copy_as, measurement, figures, &self.0.world, &words, LengthUnit::Km)
    }
}

fn at(lat: f64, lon: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

#[test]
fn a_click_drops_a_probe_that_is_measured_and_can_be_undone() {
    let mut reader = Reader::new(Tool::Probe);
    reader.clicks(18.44345, 1.40921);
    let Some(Figures::Probe(measured)) = reader.0.survey.of(reader.id()) else { panic!() };
    assert!((measured.nearest().distance.0 - 195_853.930_4).abs() < 1e-3);
    assert_eq!(measured.radius, Metres(0.0), "a point that is clicked has no radius");
    reader.undoes();
    assert!(reader.all().is_empty());
    update(&mut reader.0, Action::Redo);
    assert_eq!(reader.all().len(), 1);
}

#[test]
fn a_drag_is_one_step_of_undo_and_is_measured_anew() {
    let mut reader = Reader::new(Tool::Probe);
    reader.clicks(18.0, 1.0);
    let id = reader.id();
    reader.does(MeasureAction::Grab(id));
    for step in 1..20 {
        let to = at(18.0 + f64::from(step) / 10.0, 1.0);
        reader.does(MeasureAction::Drag { id, handle: 0, to });
    }
    assert_eq!(reader.all()[0].geometry, Geometry::Probe(at(19.9, 1.0)));
    let Some(Figures::Probe(measured)) = reader.0.survey.of(id) else { panic!() };
    assert_eq!(measured.from, at(19.9, 1.0));
    reader.undoes();
    assert_eq!(reader.all()[0].geometry, Geometry::Probe(at(18.0, 1.0)));
}

#[test]
fn a_name_is_one_step_of_undo_however_many_letters_it_has() {
    let mut reader = Reader::new(Tool::Probe);
    reader.clicks(18.0, 1.0);
    for name in ["W", "We", "Well"] {
        reader.does(MeasureAction::Rename(reader.id(), name.to_owned()));
    }
    assert_eq!(reader.all()[0].name, "Well");
    reader.undoes();
    assert_eq!((reader.all().len(), reader.all()[0].name.as_str()), (1, ""));
}

#[test]
fn a_ruler_has_a_leg_for_each_click_until_it_is_finished() {
    let mut reader = Reader::new(Tool::Ruler);
    reader.clicks(18.44345, 1.40921);
    reader.clicks(20.20126, 1.01186);
    reader.clicks(20.20126, 1.01186);
    reader.clicks(20.0, 2.0);
    let Some(Figures::Ruler(legs)) = reader.0.survey.of(reader.id()) else { panic!() };
    assert_eq!(legs.len(), 2, "the same corner twice is one corner");
    assert!((legs[0].course.distance.0 - 199_012.0).abs() < 0.5);
    assert_eq!(total(legs), legs[0].course.distance + legs[1].course.distance);
    reader.does(MeasureAction::StepBack);
    reader.does(MeasureAction::Finish);
    reader.clicks(15.0, 0.0);
    assert_eq!(reader.all().len(), 2, "the next click begins another one");
    assert!(matches!(&reader.all()[0].geometry, Geometry::Ruler(corners) if corners.len() == 2));
}

#[test]
fn what_was_only_begun_is_gone_when_it_is_finished_or_the_instrument_is_off() {
    for tool in [Tool::Ruler, Tool::Circle] {
        for end in [MeasureAction::Finish, MeasureAction::Toggle, MeasureAction::Take(Tool::Probe)]
        {
            let mut reader = Reader::new(tool);
            reader.clicks(18.0, 1.0);
            assert!(reader.0.drawing.is_some());
            reader.does(end);
            assert!(reader.all().is_empty() && reader.0.drawing.is_none(), "{tool:?}");
        }
    }
}

#[test]
fn undo_gives_a_ruler_back_into_the_hand() {
    let mut reader = Reader::new(Tool::Ruler);
    reader.clicks(18.0, 1.0);
    reader.clicks(19.0, 1.0);
    reader.does(MeasureAction::Finish);
    reader.undoes();
    assert!(reader.0.drawing.is_some(), "it has one corner and waits for the next");
    reader.clicks(19.0, 2.0);
    assert!(matches!(&reader.all()[0].geometry, Geometry::Ruler(corners) if corners.len() == 2));
}

#[test]
fn a_circle_has_the_borders_inside_it() {
    let mut reader = Reader::new(Tool::Circle);
    reader.clicks(19.94861, 2.96778);
    reader.clicks(19.94861, 3.9);
    assert_eq!(reader.0.drawing, None);
    let id = reader.id();
    reader.does(MeasureAction::SetRadius(id, Metres(50_000.0)));
    let Some(Figures::Circle(parts)) = reader.0.survey.of(id) else { panic!() };
    assert_eq!(parts.len(), 1, "Algeria and Mali alone: {parts:?}");
    assert!(parts[0].length > Metres(100_000.0), "a line through the middle, and not straight");
    let longest =
        parts[0].pieces.iter().flat_map(|piece| &piece.line).map(|&vertex| {
            geodesic::distance_and_bearing(at(19.94861, 2.96778), vertex).distance.0
        });
    assert!(longest.fold(0.0, f64::max) <= 50_000.001);
    for wrong in [0.0, -1.0, f64::NAN] {
        reader.does(MeasureAction::SetRadius(id, Metres(wrong)));
    }
    assert!(
        matches!(reader.all()[0].geometry, Geometry::Circle { radius, .. } if radius == Metres(50_000.0))
    );
}

#[test]
fn a_measurement_is_copied_in_words_and_for_machines() {
    let mut reader = Reader::new(Tool::Probe);
    reader.clicks(18.44345, 1.40921);
    reader.does(MeasureAction::Rename(reader.id(), "Kidal".to_owned()));
    let text = reader.copied(CopyAs::Text);
    assert!(
        text.starts_with("Kidal: 18.4435°\u{A0}N, 1.4092°\u{A0}E\nAlgeria: 195.9\u{A0}km"),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&reader.copied(CopyAs::Json)).unwrap();
    assert_eq!(json["borders"][1]["country"], "MLI");
    assert_eq!(json["borders"][1]["inside"], true);
    assert!((json["borders"][1]["distance_m"].as_f64().unwrap() - 195_853.930_4).abs() < 1e-3);
    let geo: serde_json::Value = serde_json::from_str(&reader.copied(CopyAs::GeoJson)).unwrap();
    assert_eq!(geo["type"], "Feature");
    assert_eq!(geo["geometry"]["coordinates"], serde_json::json!([1.40921, 18.44345]));
    assert_eq!(geo["properties"]["borders"], json["borders"]);
}

#[test]
fn a_ring_in_geojson_is_closed_and_runs_against_the_clock() {
    let mut reader = Reader::new(Tool::Circle);
    reader.clicks(18.0, 1.0);
    reader.clicks(18.5, 1.0);
    let geo: serde_json::Value = serde_json::from_str(&reader.copied(CopyAs::GeoJson)).unwrap();
    let ring = geo["geometry"]["coordinates"][0].as_array().unwrap();
    assert_eq!(ring.first(), ring.last());
    let pair = |v: &serde_json::Value| (v[0].as_f64().unwrap(), v[1].as_f64().unwrap());
    let twice_the_area: f64 = ring
        .windows(2)
        .map(|edge| {
            let ((ax, ay), (bx, by)) = (pair(&edge[0]), pair(&edge[1]));
            ax * by - bx * ay
        })
        .sum();
    assert!(twice_the_area > 0.0);
}

#[test]
fn what_no_session_would_hold_is_left_out_of_one_that_is_read() {
    let read = |measurements: &str| -> Measuring {
        let text = format!(r#"{{"measurements":[{measurements}],"chosen":9}}"#);
        let mut measuring: Measuring = serde_json::from_str(&text).unwrap();
        measuring.repair();
        measuring
    };
    let probe = r#"{"id":1,"geometry":{"probe":{"lat":18.0,"lon":1.0}}}"#;
    let sound = read(probe);
    assert_eq!((sound.measurements.len(), sound.chosen), (1, None));
    let again = format!("{probe},{probe}");
    assert_eq!(read(&again).measurements.len(), 1, "two of one number");
    for wrong in [
        r#"{"id":1,"geometry":{"ruler":[{"lat":18.0,"lon":1.0}]}}"#,
        r#"{"id":1,"geometry":{"circle":{"centre":{"lat":18.0,"lon":1.0},"radius":-5.0}}}"#,
        r#"{"id":1,"geometry":{"circle":{"centre":{"lat":18.0,"lon":1.0},"radius":1e300}}}"#,
    ] {
        assert!(read(wrong).measurements.is_empty(), "{wrong}");
    }
}

#[test]
fn a_length_is_read_as_it_is_written() {
    for (text, metres) in
        [("19.3", 19_300.0), ("19,3 km", 19_300.0), (" ١٩٫٣", 19_300.0), ("100\u{A0}km", 100_000.0)]
    {
        assert_eq!(length_of(text, LengthUnit::Km), Some(Metres(metres)), "{text}");
    }
    for wrong in ["", "km", "-5", "0", "1e9", "12 34", "99999999", "1.2.3"] {
        assert_eq!(length_of(wrong, LengthUnit::Km), None, "{wrong}");
    }
}
