//! Are the points at a distance from a border where they are said to be, and are none left out?

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use sahel_map::geodata::{Borders, Country, LonLat};
use sahel_map::measure::geodesic::{destination, distance_and_bearing};
use sahel_map::measure::{BorderIndexes, Degrees, Isodistance, LengthUnit, Metres};
use std::sync::LazyLock;

static BORDERS: LazyLock<BorderIndexes> =
    LazyLock::new(|| BorderIndexes::build(&Borders::embedded().unwrap()).unwrap());

fn at(lat: f64, lon: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

fn tinzaouaten() -> LonLat {
    at(19.94861, 2.96778)
}

fn twelve(unit: LengthUnit) -> Metres {
    Metres::from_unit(12.0, unit)
}

fn of_mali(distance: Metres) -> Isodistance<'static> {
    Isodistance::new(&BORDERS, Country::Mali, Country::Algeria, distance)
}

fn metres(a: LonLat, b: LonLat) -> f64 {
    distance_and_bearing(a, b).distance.0
}

/// By another method and other libraries: Algeria's border line, read from `geodata/borders.bin`
/// in Python, buffered by the distance in shapely in an azimuthal equidistant projection about the
/// town; the point of what is left of Mali that is nearest to the town; then moved by nested
/// grids over bearings with PROJ's geodesics, the distance to the border by ternary search on
/// each of 734 edges. Distance to the border of what came out: right to 0.02 mm.
const GOLDEN: [(LengthUnit, [f64; 2], f64, f64); 2] = [
    (LengthUnit::Mi, [19.778_951_667, 2.919_048_970], 195.211_354, 19_462.765_9),
    (LengthUnit::Nm, [19.753_556_469, 2.908_645_791], 196.015_826, 22_463.731_2),
];

#[test]
fn the_site_that_is_nearest_to_tinzaouaten_is_the_golden_one() {
    for (unit, [lat, lon], bearing, distance) in GOLDEN {
        let site = of_mali(twelve(unit)).nearest_to(tinzaouaten()).unwrap();
        let off = metres(site.at, at(lat, lon));
        assert!(off < 0.05, "{unit:?}: {off} m off at {:?}", site.at);
        assert!((site.distance.0 - distance).abs() < 5e-3, "{unit:?}: {:?}", site.distance);
        assert!((site.bearing.0 - bearing).abs() < 1e-3, "{unit:?}: {:?}", site.bearing);
        let off = (site.to_border.distance - twelve(unit)).0.abs();
        assert!(off < 1e-3, "{unit:?}: {off} m off the distance");
        assert_eq!(site.to_border, BORDERS.of(Country::Algeria).nearest(site.at));
    }
}

/// From several places and at several distances, of which some are nearer to the border than the
/// line and some farther, a fan of a thousand rays finds nothing nearer.
#[test]
fn no_ray_reaches_the_distance_sooner() {
    for (inside, from, lat, lon, km) in [
        (Country::Mali, Country::Algeria, 19.948_61, 2.967_78, 19.3),
        (Country::Mali, Country::Algeria, 18.443_45, 1.409_21, 60.0),
        (Country::Mali, Country::Niger, 15.6, 3.2, 25.0),
        (Country::Algeria, Country::Mali, 19.953_33, 2.966_67, 10.0),
        (Country::BurkinaFaso, Country::Mali, 14.0, -1.5, 30.0),
        (Country::Niger, Country::Niger, 13.513_66, 2.109_8, 150.0),
    ] {
        let (here, distance) = (at(lat, lon), Metres(km * 1_000.0));
        let name = format!("{inside:?}, {km} km from {from:?}");
        let site = Isodistance::new(&BORDERS, inside, from, distance).nearest_to(here).unwrap();
        assert!((site.to_border.distance - distance).0.abs() < 1e-3, "{name}: {site:?}");
        assert!(BORDERS.of(inside).contains(site.at), "{name}: {site:?}");
        let course = distance_and_bearing(here, site.at);
        assert!((course.distance - site.distance).0.abs() < 1e-3, "{name}: {site:?}");
        assert!((course.bearing.0 - site.bearing.0).abs() < 1e-6, "{name}: {site:?}");
        let border = BORDERS.of(from);
        let starts_below = border.nearest(here).distance < distance;
        // Every 100 m along each ray, up to a metre before the site: never across the line
        // within the country.
        for turn in 0..1_000 {
            let bearing = Degrees(f64::from(turn) * 0.36);
            let steps = ((site.distance.0 - 1.0) / 100.0).max(0.0) as u32;
            for step in (0..=steps).rev().step_by(7) {
                let point = destination(here, bearing, Metres(f64::from(step) * 100.0));
                let is_below = border.nearest(point).distance < distance;
                let crossed = is_below != starts_below && BORDERS.of(inside).contains(point);
                assert!(
                    !crossed,
                    "{name}: {point:?} lies beyond the line and nearer than {site:?}"
                );
            }
        }
    }
}

#[test]
fn a_position_on_the_line_is_its_own_site() {
    let kidal = at(18.443_45, 1.409_21);
    let distance = BORDERS.of(Country::Algeria).nearest(kidal).distance;
    let site = of_mali(distance).nearest_to(kidal).unwrap();
    assert!(site.distance < Metres(1e-3), "{site:?}");
}

#[test]
fn where_the_country_is_not_that_deep_there_is_no_site() {
    assert_eq!(of_mali(Metres(3e6)).nearest_to(tinzaouaten()), None);
    assert!(of_mali(Metres(3e6)).lines(Metres(5_000.0)).is_empty());
}

#[test]
fn a_position_on_another_continent_has_a_site_too() {
    let moscow = at(55.755_8, 37.617_3);
    let site = of_mali(twelve(LengthUnit::Mi)).nearest_to(moscow).unwrap();
    assert!((site.to_border.distance - twelve(LengthUnit::Mi)).0.abs() < 1e-3, "{site:?}");
}

mod lines {
    use super::*;

    const STEP: Metres = Metres(1_000.0);

    static LINES: LazyLock<Vec<Vec<LonLat>>> =
        LazyLock::new(|| of_mali(twelve(LengthUnit::Mi)).lines(STEP));

    #[test]
    fn every_vertex_is_at_the_distance_and_in_the_country() {
        let vertices: Vec<LonLat> = LINES.iter().flatten().copied().collect();
        assert!(vertices.len() > 1_000, "{}", vertices.len());
        for vertex in vertices {
            let off =
                BORDERS.of(Country::Algeria).nearest(vertex).distance.0 - twelve(LengthUnit::Mi).0;
            assert!(off.abs() <= 1.0, "{vertex:?}: {off} m off");
            assert!(BORDERS.of(Country::Mali).contains(vertex), "{vertex:?}");
        }
    }

    #[test]
    fn the_vertices_follow_each_other_closely() {
        for line in LINES.iter() {
            assert!(line.len() > 1);
            for pair in line.windows(2) {
                let length = metres(pair[0], pair[1]);
                assert!(length < 1.5 * STEP.0, "{length} m between {pair:?}");
            }
        }
    }

    /// Mali's border with Algeria runs from Mauritania to Niger; so does the line.
    #[test]
    fn the_line_is_one_and_ends_at_the_neighbours() {
        let longest = LINES.iter().max_by_key(|line| line.len()).unwrap();
        let mut ends = [longest[0], longest[longest.len() - 1]];
        ends.sort_by(|a, b| a.lon().total_cmp(&b.lon()));
        for (end, neighbour) in ends.into_iter().zip(["MRT", "NER"]) {
            let border = BORDERS.of(Country::Mali).nearest(end);
            assert_eq!(border.neighbour.as_str(), neighbour, "{end:?}");
            assert!(border.distance < Metres(5.0), "{end:?}: {:?}", border.distance);
        }
    }

    /// Points on the line found otherwise: along the meridians, every 2 km from south to north.
    #[test]
    fn no_point_at_the_distance_is_farther_from_the_line_than_a_step() {
        let (mali, algeria) = (BORDERS.of(Country::Mali), BORDERS.of(Country::Algeria));
        let wanted = twelve(LengthUnit::Mi);
        let vertices: Vec<LonLat> = LINES.iter().flatten().copied().collect();
        let mut crossings = 0;
        for column in 0..60 {
            let lon = -5.9 + f64::from(column) * 0.17;
            let mut last: Option<(LonLat, bool)> = None;
            for row in 0..550 {
                let point = at(15.0 + f64::from(row) * 0.018, lon);
                let beyond = algeria.nearest(point).distance > wanted;
                if let Some((before, was_beyond)) = last
                    && was_beyond != beyond
                    && mali.contains(point)
                    && mali.contains(before)
                {
                    crossings += 1;
                    let crossing = bisected(before, point, wanted);
                    let nearest =
                        vertices.iter().map(|v| metres(*v, crossing)).fold(f64::MAX, f64::min);
                    assert!(nearest < STEP.0, "{crossing:?} is {nearest} m from the line");
                }
                last = Some((point, beyond));
            }
        }
        assert!(crossings > 40, "{crossings}");
    }

    fn bisected(a: LonLat, b: LonLat, wanted: Metres) -> LonLat {
        let algeria = BORDERS.of(Country::Algeria);
        let beyond = |at: LonLat| algeria.nearest(at).distance > wanted;
        let (mut low, mut high) = (a, b);
        for _ in 0..40 {
            let middle = at(f64::midpoint(low.lat(), high.lat()), low.lon());
            if beyond(middle) == beyond(a) { low = middle } else { high = middle }
        }
        low
    }

    /// On a grid over the north of Mali: within the strip's rings, counted by the even-odd rule, is
    /// what is in the country and nearer than the distance, but for what lies at an edge.
    #[test]
    fn the_strip_is_the_ground_between_the_line_and_the_border() {
        let borders = Borders::embedded().unwrap();
        let rings = of_mali(twelve(LengthUnit::Mi)).strip(borders.of(Country::Mali), &LINES);
        let (mali, algeria) = (BORDERS.of(Country::Mali), BORDERS.of(Country::Algeria));
        let is_within = |at: LonLat| {
            let crossed = |pair: &&[LonLat]| {
                let (a, b) = (pair[0], pair[1]);
                (a.lat() > at.lat()) != (b.lat() > at.lat())
                    && at.lon()
                        < a.lon() + (b.lon() - a.lon()) * (at.lat() - a.lat()) / (b.lat() - a.lat())
            };
            let sides = rings.iter().flat_map(|ring| ring.windows(2));
            sides.filter(crossed).count() % 2 == 1
        };
        let mut within = 0;
        for (row, column) in (0..70).flat_map(|row| (0..90).map(move |column| (row, column))) {
            let at = at(18.013 + f64::from(row) * 0.101, -5.017 + f64::from(column) * 0.103);
            let off = algeria.nearest(at).distance - twelve(LengthUnit::Mi);
            if off.0.abs() < STEP.0 || mali.nearest(at).distance < STEP {
                continue;
            }
            let expected = mali.contains(at) && off.0 < 0.0;
            assert_eq!(is_within(at), expected, "{at:?}");
            within += usize::from(expected);
        }
        assert!(within > 100, "{within}");
    }

    #[test]
    fn the_line_passes_through_the_site_nearest_to_a_town() {
        let site = of_mali(twelve(LengthUnit::Mi)).nearest_to(tinzaouaten()).unwrap();
        let nearest = LINES.iter().flatten().map(|v| metres(*v, site.at)).fold(f64::MAX, f64::min);
        assert!(nearest < STEP.0, "{nearest}");
        let town = LINES.iter().flatten().map(|v| metres(*v, tinzaouaten()));
        assert!(town.fold(f64::MAX, f64::min) > site.distance.0 - 1.0);
    }
}
