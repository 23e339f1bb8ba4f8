//! What hands do with the instrument on the map: dropping, drawing, dragging, typing, taking back.

use crate::screen::{Screen, reader_of};
use egui::{Key, Modifiers, Pos2, Rect, Role, vec2};
use sahel_map::dossier::Place;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::measure::{Metres, geodesic};
use sahel_map::state::measuring::{Figures, Geometry, Measurement, MeasurementId};
use sahel_map::state::{Action, MeasureAction};

const CTRL: Modifiers = Modifiers::COMMAND;

/// What is on the map, with the panel's list of it.
fn measuring(lang: Lang) -> Screen {
    let mut screen = Screen::open(reader_of(lang));
    screen.settle();
    screen.press(Key::M);
    screen
}

fn measurements(screen: &Screen) -> &[Measurement] {
    &screen.state().session.measuring.measurements
}

#[track_caller]
fn assert_near(at: LonLat, there: LonLat, tolerance: f64) {
    let course = geodesic::distance_and_bearing(at, there);
    assert!(course.distance < Metres(tolerance), "{at:?} is {:?} from {there:?}", course.distance);
}

#[track_caller]
fn probe(measurement: &Measurement) -> LonLat {
    let Geometry::Probe(at) = measurement.geometry else { panic!("{measurement:?}") };
    at
}

/// Where the pointer is on the map, in degrees.
fn under(screen: &Screen, at: Pos2) -> LonLat {
    screen.view().geo_from_screen(at)
}

#[test]
fn a_click_drops_a_probe_that_is_dragged_deleted_and_brought_back() {
    let mut screen = measuring(Lang::En);
    let first = screen.at(24.0, 1.0);
    screen.click_at(first);
    assert_eq!(measurements(&screen).len(), 1);
    // Half a pixel of this view.
    let tolerance = screen.view().metres_per_point(24.0);
    assert_near(probe(&measurements(&screen)[0]), under(&screen, first), tolerance);
    assert!(screen.says("Probe 1, point 1"), "the handle is told: {:#?}", screen.said());
    let Some(Figures::Probe(before)) = screen.state().survey.of(MeasurementId(1)).cloned() else {
        panic!("a probe without figures")
    };

    let second = first + vec2(90.0, 40.0);
    screen.drag(first, second);
    let there = probe(&measurements(&screen)[0]);
    assert_near(there, under(&screen, second), 2.0 * tolerance);
    let Some(Figures::Probe(after)) = screen.state().survey.of(MeasurementId(1)) else {
        panic!("a probe without figures")
    };
    assert_eq!(after.from, there, "its distances follow the hand");
    assert_ne!(after.nearest().distance, before.nearest().distance);

    screen.press_with(CTRL, Key::Z);
    assert_eq!(probe(&measurements(&screen)[0]), before.from, "the whole drag is one step back");
    screen.press_with(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!(probe(&measurements(&screen)[0]), there);

    screen.press(Key::Delete);
    assert_eq!(measurements(&screen), []);
    screen.press_with(CTRL, Key::Z);
    assert_eq!(probe(&measurements(&screen)[0]), there);
}

#[test]
fn positions_of_every_style_are_typed_in_every_language() {
    let kidal = LonLat::new(1.40921, 18.44345).unwrap();
    for (lang, field, wrong) in [
        (Lang::En, "Position", "Not a position."),
        (Lang::Fr, "Position", "Ce n’est pas une position."),
        (Lang::Ar, "الموقع", "ليس هذا موقعًا."),
    ] {
        for typed in
            ["18 26 36 N 1 24 33 E", "31QCA3200339986", "18,44345; 1,40921", "١٨٫٤٤٣٤٥، ١٫٤٠٩٢١"]
        {
            let mut screen = measuring(lang);
            screen.click(Role::TextInput, field);
            screen.type_text(typed);
            screen.press(Key::Enter);
            assert_eq!(measurements(&screen).len(), 1, "{typed}: {:#?}", screen.said());
            assert_near(probe(&measurements(&screen)[0]), kidal, 20.0);
        }
        let mut screen = measuring(lang);
        screen.click(Role::TextInput, field);
        screen.type_text("nowhere");
        screen.press(Key::Enter);
        assert_eq!(measurements(&screen), []);
        let told = |(_, words): &(Role, String)| words.starts_with(wrong);
        assert!(screen.said().iter().any(told), "{:#?}", screen.said());
    }
}

#[test]
fn a_ruler_is_drawn_corner_by_corner_and_ended() {
    let mut screen = measuring(Lang::En);
    screen.choose("Ruler");
    let corners = [(24.0, -4.0), (24.0, 2.0), (20.0, 6.0)].map(|(lat, lon)| screen.at(lat, lon));
    for corner in corners {
        screen.click_at(corner);
    }
    let drawn = |screen: &Screen| match &measurements(screen)[0].geometry {
        Geometry::Ruler(corners) => corners.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(drawn(&screen).len(), 3);
    assert!(screen.state().drawing.is_some());
    screen.press(Key::Backspace);
    assert_eq!(drawn(&screen).len(), 2, "a corner is taken back");
    screen.click_at(corners[2]);
    screen.press(Key::Enter);
    assert!(screen.state().drawing.is_none(), "Enter ends it");
    let three = drawn(&screen);
    assert_eq!(three.len(), 3);
    let said: Vec<String> = screen.said().into_iter().map(|(_, words)| words).collect();
    assert!(said.iter().any(|words| words == "Total length"), "{said:#?}");
    let total = geodesic::length(&three).0 / 1000.0;
    let figure = if total < 1000.0 { format!("{total:.1} km") } else { with_comma(total) };
    assert!(said.contains(&figure), "{figure} in {said:#?}");

    // A corner in the middle is dragged; the others stay.
    let middle = corners[1];
    screen.drag(middle, middle + vec2(0.0, -50.0));
    let moved = drawn(&screen);
    assert_eq!((moved[0], moved[2]), (three[0], three[2]));
    assert!(moved[1].lat() > three[1].lat() + 0.5);

    // The next click begins another one; a double click ends it.
    screen.press(Key::Escape);
    screen.click_at(screen.at(27.0, 0.0));
    screen.double_click(screen.at(27.0, 4.0));
    assert!(screen.state().drawing.is_none());
    assert_eq!(measurements(&screen).len(), 2);
}

fn with_comma(value: f64) -> String {
    let whole = value.round() as u64;
    format!("{},{:03} km", whole / 1000, whole % 1000)
}

#[test]
fn a_circle_says_how_much_of_which_border_it_holds() {
    for (lang, tool, inside) in [
        (Lang::En, "Circle", "Borders inside the circle"),
        (Lang::Fr, "Cercle", "Frontières dans le cercle"),
        (Lang::Ar, "دائرة", "الحدود داخل الدائرة"),
    ] {
        let mut screen = measuring(lang);
        screen.choose(tool);
        let (centre, edge) = (screen.at(20.0, 3.0), screen.at(20.0, 5.0));
        screen.click_at(centre);
        screen.click_at(edge);
        assert!(screen.state().drawing.is_none(), "the second click ends it");
        let Geometry::Circle { centre, radius } = measurements(&screen)[0].geometry else {
            panic!("{:?}", measurements(&screen))
        };
        // 2 degrees of longitude at 20 N; a pixel is some 5 km.
        assert!((200_000.0..218_000.0).contains(&radius.0), "{radius:?}");
        assert!(screen.says(inside), "{:#?}", screen.said());
        let pieces = screen.state().world.borders.within(centre, radius);
        assert!(pieces.len() >= 2, "Algeria with Mali, and with Niger: {pieces:?}");

        // The handle due east of the centre changes the radius, not the centre.
        let handle = screen.view().screen_from_geo(measurements(&screen)[0].geometry.handles()[1]);
        screen.drag(handle, handle + vec2(30.0, 0.0));
        let Geometry::Circle { centre: same, radius: larger } = measurements(&screen)[0].geometry
        else {
            panic!("{:?}", measurements(&screen))
        };
        assert_eq!(same, centre);
        assert!(larger > radius, "{larger:?} after {radius:?}");
    }
}

#[test]
fn a_click_on_a_pin_measures_from_its_very_place() {
    let mut screen = measuring(Lang::En);
    let map = screen.view().rect;
    let is_pin = |(role, words, rect): &(Role, String, Rect)| {
        *role == Role::Button && words.contains("Bamako") && map.contains(rect.center())
    };
    let pin = screen.things().into_iter().find(is_pin).unwrap().2.center();
    screen.click_at(pin);
    let bamako = screen.state().world.dossier.places.iter().find(|p| p.id.as_str() == "bamako");
    let at = bamako.and_then(Place::pin_position).unwrap();
    assert_eq!(probe(&measurements(&screen)[0]), at);
}

#[test]
fn with_the_instrument_off_clicks_measure_nothing_and_what_was_measured_stays() {
    let mut screen = measuring(Lang::En);
    screen.click_at(screen.at(24.0, 1.0));
    screen.press(Key::M);
    screen.click_at(screen.at(26.0, 3.0));
    assert_eq!(measurements(&screen).len(), 1);
    let (probe_at, free) = (screen.at(24.0, 1.0), screen.at(23.0, -1.0));
    screen.drag(probe_at, free);
    assert_near(probe(&measurements(&screen)[0]), LonLat::new(1.0, 24.0).unwrap(), 10_000.0);
    // A click on it opens its figures.
    screen.click_at(screen.view().screen_from_geo(probe(&measurements(&screen)[0])));
    assert!(screen.says("All measurements"), "{:#?}", screen.said());
    screen.apply(Action::Measure(MeasureAction::Clear));
    assert_eq!(measurements(&screen), []);
}
