//! Whether border distances are right: against an independent method's figures, against every
//! edge tried one by one, and against what must hold for any position.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that stops says where; the errors seen are printed"
)]

use geo::Contains;
use geographiclib_rs::{DirectGeodesic, Geodesic, InverseGeodesic};
use proptest::prelude::*;
use sahel_map::geodata::{Borders, Country, CountryBorder, LineError, LonLat, Stretch};
use sahel_map::measure::border::{
    BorderIndex, BorderIndexes, BorderPiece, Hint, NearestBorder, NoBorderLine,
};
use sahel_map::measure::{BorderError, Degrees, Metres, geodesic};
use std::collections::HashSet;
use std::sync::LazyLock;

static BORDERS: LazyLock<Borders> = LazyLock::new(|| Borders::embedded().unwrap());
static INDEXES: LazyLock<BorderIndexes> = LazyLock::new(|| BorderIndexes::build(&BORDERS).unwrap());

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

fn distance(a: LonLat, b: LonLat) -> f64 {
    geodesic::distance_and_bearing(a, b).distance.0
}

fn nearest(country: Country, at: LonLat) -> NearestBorder {
    INDEXES.of(country).nearest(at)
}

/// The ends of every edge of the border line of one country.
fn line(country: Country) -> impl Iterator<Item = (LonLat, LonLat)> {
    let border = BORDERS.of(country);
    let edges = border.stretches.iter().flat_map(|stretch| stretch.edges.clone());
    edges.map(|edge| (border.ring[edge], border.ring[edge + 1]))
}

mod golden {
    use super::*;

    /// 64 figures by another method (PROJ's geodesics, nested grids over each edge, in Python).
    const ROWS: &str = include_str!("golden/border_distances.csv");

    struct Row {
        name: String,
        at: LonLat,
        inside: bool,
        distance: f64,
        foot: LonLat,
        bearing: f64,
    }

    fn row(line: &str) -> Row {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |i: usize| fields[i].parse::<f64>().unwrap();
        Row {
            name: format!("{} {}", fields[0], fields[3]),
            at: at(number(2), number(1)),
            inside: fields[4] == "1",
            distance: number(5),
            foot: at(number(7), number(6)),
            bearing: number(8),
        }
    }

    #[test]
    fn every_figure_is_right_to_a_millimetre() {
        let rows: Vec<Row> = ROWS.lines().skip(1).map(row).collect();
        assert_eq!(rows.len(), 64);
        let mut errors = Vec::new();
        for of_a_place in rows.chunks(4) {
            for (expected, got) in of_a_place.iter().zip(INDEXES.all(of_a_place[0].at)) {
                let name = &expected.name;
                assert!(name.ends_with(got.country.code().as_str()), "{name}: order");
                assert_eq!(got.inside, expected.inside, "{name}: side");
                let off = (got.distance.0 - expected.distance).abs();
                assert!(off < 1e-3, "{name}: distance {} is {off} off", got.distance.0);
                errors.push(off);
                let off = distance(got.foot, expected.foot);
                assert!(off < 0.05, "{name}: foot {:?} is {off} m off", got.foot);
                // As far off as the foot may be, seen from the place.
                let tolerance = 1e-4 + (0.05 / expected.distance).to_degrees();
                let off = (got.bearing.0 - expected.bearing).abs();
                assert!(off < tolerance, "{name}: bearing {} is {off} off", got.bearing.0);
            }
        }
        errors.sort_by(f64::total_cmp);
        let (p99, largest) = (errors[errors.len() * 99 / 100], errors[errors.len() - 1]);
        println!("against the golden rows: p99 {p99:.1e} m, largest {largest:.1e} m");
    }

    #[test]
    fn the_two_towns_of_one_name_are_each_on_their_side() {
        assert_eq!(INDEXES.country_at(at(2.96778, 19.94861)), Some(Country::Mali));
        assert_eq!(INDEXES.country_at(at(2.96667, 19.95333)), Some(Country::Algeria));
        assert_eq!(INDEXES.country_at(at(2.35, 48.85)), None);
    }
}

mod brute_force {
    use super::*;

    struct Edge {
        ends: [LonLat; 2],
        length: f64,
    }

    static LINES: LazyLock<[Vec<Edge>; 4]> = LazyLock::new(|| {
        Country::ALL.map(|country| {
            line(country).map(|(a, b)| Edge { ends: [a, b], length: distance(a, b) }).collect()
        })
    });

    /// The shortest geodesic to any edge, each tried by golden section unless the triangle
    /// inequality rules it out: a point of the line that is `way` metres along it from a vertex is
    /// at most that much nearer than the vertex. Shares nothing with the index but the library of
    /// geodesics.
    fn shortest(country: Country, from: LonLat) -> f64 {
        let karney = Geodesic::wgs84();
        let to = |p: LonLat| -> f64 { karney.inverse(from.lat(), from.lon(), p.lat(), p.lon()) };
        let line = &LINES[country as usize];
        let some = line.iter().step_by(100).map(|edge| to(edge.ends[0]));
        let mut best = some.fold(f64::INFINITY, f64::min);
        let mut bounds: Vec<(f64, &Edge)> = Vec::new();
        let mut edges = line.iter().peekable();
        while let Some(edge) = edges.next() {
            let [a, b] = edge.ends;
            let from_a = to(a);
            if from_a - edge.length >= best {
                let (mut way, mut end) = (edge.length, b);
                while let Some(next) =
                    edges.next_if(|next| next.ends[0] == end && from_a - way - next.length >= best)
                {
                    (way, end) = (way + next.length, next.ends[1]);
                }
                continue;
            }
            let from_b = to(b);
            best = best.min(from_a).min(from_b);
            bounds.push(((from_a + from_b - edge.length) / 2.0, edge));
        }
        bounds.sort_by(|x, y| x.0.total_cmp(&y.0));
        for (bound, edge) in bounds {
            if bound >= best {
                break;
            }
            best = best.min(golden_section(&karney, from, edge.ends));
        }
        best
    }

    fn golden_section(karney: &Geodesic, from: LonLat, [a, b]: [LonLat; 2]) -> f64 {
        let (length, azimuth, ..): (f64, f64, f64, f64) =
            karney.inverse(a.lat(), a.lon(), b.lat(), b.lon());
        let distance_at = |x: f64| -> f64 {
            let (lat, lon): (f64, f64) = karney.direct(a.lat(), a.lon(), azimuth, x);
            karney.inverse(from.lat(), from.lon(), lat, lon)
        };
        let ratio = (5_f64.sqrt() - 1.0) / 2.0;
        let (mut low, mut high) = (0.0, length);
        let mut best = f64::INFINITY;
        while high - low > 1e-4 {
            let (p, q) = (high - ratio * (high - low), low + ratio * (high - low));
            let (at_p, at_q) = (distance_at(p), distance_at(q));
            best = best.min(at_p).min(at_q);
            if at_p < at_q { high = q } else { low = p }
        }
        best
    }

    /// Positions spread evenly (Halton's sequence), the same every time.
    fn spread(n: u32, lon: (f64, f64), lat: (f64, f64)) -> impl Iterator<Item = LonLat> {
        let halton = |mut i: u32, base: u32| {
            let (mut value, mut digit) = (0.0, 1.0);
            while i > 0 {
                digit /= f64::from(base);
                value += digit * f64::from(i % base);
                i /= base;
            }
            value
        };
        (1..=n).map(move |i| {
            at(lon.0 + (lon.1 - lon.0) * halton(i, 2), lat.0 + (lat.1 - lat.0) * halton(i, 3))
        })
    }

    fn largest_error(positions: impl Iterator<Item = LonLat>) -> f64 {
        let mut largest = 0.0_f64;
        for position in positions {
            for border in INDEXES.all(position) {
                let expected = shortest(border.country, position);
                let error = (border.distance.0 - expected).abs();
                assert!(error < 1e-3, "{position:?} {:?}: {error} m off", border.country);
                largest = largest.max(error);
            }
        }
        largest
    }

    #[test]
    fn every_edge_tried_gives_the_same_in_the_theatre() {
        let largest = largest_error(spread(1_000, (-14.0, 18.0), (7.0, 38.0)));
        println!("largest error in the theatre: {largest:.1e} m");
        assert!(largest < 1e-6, "{largest}");
    }

    #[test]
    fn every_edge_tried_gives_the_same_up_to_3000_km_away() {
        let largest = largest_error(spread(200, (-35.0, 40.0), (-14.0, 60.0)));
        println!("largest error up to 3,000 km: {largest:.1e} m");
        assert!(largest < 1e-6, "{largest}");
    }

    #[test]
    fn every_edge_tried_gives_the_same_on_the_other_side_of_the_world() {
        let far = [(151.2, -33.9), (-74.0, 40.7), (139.7, 35.7), (92.0, 0.0), (180.0, -20.0)];
        // Opposite Kidal, a border vertex, and Algeria's land border in the north.
        let opposite = [(-178.590_79, -18.443_45), (-179.767_77, -14.999_83), (-171.8, -36.5)];
        let poles = [(0.0, 90.0), (77.0, 90.0), (0.0, -90.0), (-180.0, -89.999)];
        let largest = largest_error(
            far.into_iter().chain(opposite).chain(poles).map(|(lon, lat)| at(lon, lat)),
        );
        let around = largest_error(spread(60, (-180.0, 180.0), (-90.0, 90.0)));
        println!("largest error anywhere: {:.1e} m", largest.max(around));
    }

    /// On the two sides of the distance at which the search changes.
    #[test]
    fn every_edge_tried_gives_the_same_where_the_search_changes() {
        let rings = [3.6e6, 3.9e6, 4.1e6, 4.6e6, 5.5e6, 6.5e6].into_iter();
        let around = rings.flat_map(|radius| geodesic::circle(at(1.0, 20.0), Metres(radius), 12));
        println!("largest error around 4,000 km: {:.1e} m", largest_error(around));
    }
}

mod in_a_circle {
    use super::*;

    /// The steps of an edge, at most that long: their middles and lengths.
    fn steps((a, b): (LonLat, LonLat), longest: f64) -> Vec<(LonLat, f64)> {
        let length = distance(a, b);
        let count = (length / longest).ceil();
        // A little more, so that rounding does not make it one half step more.
        let half = Metres(length / (2.0 * count) * (1.0 + 1e-9));
        let ends = geodesic::geodesic_line(a, b, half);
        ends.iter().skip(1).step_by(2).map(|&middle| (middle, length / count)).collect()
    }

    /// Each step counts whose middle is inside. An edge that the triangle inequality puts inside
    /// or outside as a whole is one step.
    fn length_by_steps(country: Country, centre: LonLat, radius: f64, longest: f64) -> f64 {
        let of_an_edge = |(a, b)| {
            let (length, from_centre) = (distance(a, b), distance(centre, a));
            if from_centre > radius + length {
                return 0.0;
            }
            if from_centre < radius - length {
                return length;
            }
            let steps = steps((a, b), longest).into_iter();
            steps.filter(|(middle, _)| distance(centre, *middle) <= radius).map(|step| step.1).sum()
        };
        line(country).map(of_an_edge).sum()
    }

    fn length(pieces: &[BorderPiece]) -> f64 {
        pieces.iter().map(|piece| piece.length.0).sum()
    }

    /// At each of the cuts at most half a step is wrong.
    #[test]
    fn the_length_inside_is_that_of_small_steps() {
        for (lon, lat, radius) in [
            (2.967_78, 19.948_61, 19_312.128),
            (2.967_78, 19.948_61, 400.0),
            (1.409_21, 18.443_45, 250_000.0),
            (-4.0, 14.0, 300_000.0),
            (0.2, 15.0, 100_000.0),
            (4.2, 19.15, 60_000.0),
            (-8.0, 27.0, 1_500_000.0),
            (60.0, 40.0, 6_000_000.0),
            (151.2, -33.9, 16_100_000.0),
        ] {
            for country in Country::ALL {
                let (centre, step) = (at(lon, lat), 2.0);
                let pieces = INDEXES.of(country).within(centre, Metres(radius));
                let (got, expected) =
                    (length(&pieces), length_by_steps(country, centre, radius, step));
                // One more where a vertex between two steps is the only point outside.
                let tolerance = step * (pieces.len() as f64 + 1.0);
                let off = (got - expected).abs();
                assert!(off < tolerance, "{country:?} {centre:?} {got} {expected}");
                check(&pieces, centre, Metres(radius));
            }
        }
    }

    /// Pieces are what they say, and end on the circle or where the neighbour changes.
    fn check(pieces: &[BorderPiece], centre: LonLat, radius: Metres) {
        for piece in pieces {
            let by_vertices: f64 =
                piece.line.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
            assert!((by_vertices - piece.length.0).abs() < 1e-3, "{by_vertices} {piece:?}");
            let beyond = |vertex: &LonLat| distance(centre, *vertex) - radius.0;
            assert!(piece.line.iter().all(|vertex| beyond(vertex) < 1e-4));
            for end in [piece.line.first(), piece.line.last()].into_iter().flatten() {
                let border = BORDERS.of(piece.country);
                let changes = border.stretches.iter().any(|stretch| {
                    let line = border.line(stretch);
                    line.first() == Some(end) || line.last() == Some(end)
                });
                assert!(beyond(end).abs() < 1e-4 || changes, "{end:?} {}", beyond(end));
            }
        }
    }

    #[test]
    fn a_circle_around_all_has_the_whole_length() {
        let lengths = [6_589.95, 8_048.7, 5_830.8, 3_783.6];
        for (country, kilometres) in Country::ALL.into_iter().zip(lengths) {
            let pieces = INDEXES.of(country).within(at(1.0, 20.0), Metres(4_000_000.0));
            let got = length(&pieces) / 1e3;
            assert!((got - kilometres).abs() < 0.1, "{country:?}: {got} km");
            assert!(pieces.iter().map(|piece| piece.line.len()).sum::<usize>() > 5_000);
        }
    }

    #[test]
    fn a_circle_that_reaches_no_border_holds_nothing() {
        for radius in [Metres(195_800.0), Metres(0.0), Metres(-5.0), Metres(f64::NAN)] {
            assert!(INDEXES.within(at(1.409_21, 18.443_45), radius).is_empty(), "{radius:?}");
        }
        assert!(!INDEXES.within(at(1.409_21, 18.443_45), Metres(195_900.0)).is_empty());
    }

    /// All that is on the line of either country is there once: what is shared is not there twice.
    #[test]
    fn a_shared_border_comes_once() {
        let (centre, radius) = (at(0.2, 15.0), Metres(300_000.0));
        let together = INDEXES.within(centre, radius);
        let key = |a: LonLat, b: LonLat| {
            let bits = |p: LonLat| (p.lon().to_bits(), p.lat().to_bits());
            if bits(a) < bits(b) { (bits(a), bits(b)) } else { (bits(b), bits(a)) }
        };
        let edges = |pieces: &[BorderPiece]| -> Vec<_> {
            let pairs = pieces.iter().flat_map(|piece| piece.line.windows(2));
            pairs.map(|pair| key(pair[0], pair[1])).collect()
        };
        let once = edges(&together);
        let distinct: HashSet<_> = once.iter().copied().collect();
        assert_eq!(distinct.len(), once.len());
        let mut of_each = HashSet::new();
        for country in Country::ALL {
            of_each.extend(edges(&INDEXES.of(country).within(centre, radius)));
        }
        assert_eq!(distinct, of_each);
        let shared = (Country::Mali, Country::Niger.code());
        assert!(together.iter().any(|piece| (piece.country, piece.neighbour) == shared));
    }

    #[test]
    fn a_circle_that_only_just_reaches_the_line_holds_a_short_piece() {
        for (lon, lat) in [(1.409_21, 18.443_45), (-1.5, 12.3), (8.0, 16.0), (3.0, 28.0)] {
            for country in Country::ALL {
                let index = INDEXES.of(country);
                let distance = index.nearest(at(lon, lat)).distance;
                assert!(index.within(at(lon, lat), distance - Metres(1e-3)).is_empty());
                let pieces = index.within(at(lon, lat), distance + Metres(1e-3));
                // Where three countries meet, one on each side.
                let neighbours: HashSet<_> = pieces.iter().map(|piece| piece.neighbour).collect();
                assert!(!pieces.is_empty() && neighbours.len() == pieces.len(), "{pieces:?}");
                assert!(length(&pieces) < 150.0, "{lon} {lat} {country:?} {}", length(&pieces));
            }
        }
    }
}

mod on_the_line {
    use super::*;

    #[test]
    fn a_position_on_the_line_is_at_no_distance_and_in_no_direction() {
        for country in Country::ALL {
            for (a, b) in line(country).step_by(37) {
                for position in geodesic::geodesic_line(a, b, Metres(distance(a, b) / 3.0)) {
                    let border = nearest(country, position);
                    assert!(border.distance < Metres(1e-6), "{position:?} {border:?}");
                    assert_eq!(border.bearing, Degrees(0.0));
                }
            }
        }
    }

    #[test]
    fn the_reported_edge_holds_the_foot_and_has_the_neighbour_across() {
        for country in Country::ALL {
            let border = BORDERS.of(country);
            for Stretch { edges, neighbour, error, .. } in &border.stretches {
                let edge = edges.start.midpoint(edges.end);
                let (a, b) = (border.ring[edge], border.ring[edge + 1]);
                let middle = geodesic::geodesic_line(a, b, Metres(distance(a, b) / 2.0))[1];
                let got = nearest(country, middle);
                assert_eq!((got.edge, got.neighbour), (edge, *neighbour), "{country:?}");
                assert_eq!(got.error, BorderError::from(*error), "{country:?}");
            }
        }
    }

    /// Just beside a shared border one is in one of the two countries: never in both or neither.
    #[test]
    fn there_is_no_land_without_or_with_two_countries_along_a_shared_border() {
        let mut tried = 0;
        for country in Country::ALL {
            let border = BORDERS.of(country);
            for stretch in border.stretches.iter().filter(|stretch| stretch.shared) {
                let Some(other) = Country::from_code(stretch.neighbour) else { continue };
                // Away from the ends, where a third country may be.
                for edge in stretch.edges.clone().skip(2).step_by(7) {
                    let (a, b) = (border.ring[edge], border.ring[edge + 1]);
                    let middle = geodesic::geodesic_line(a, b, Metres(distance(a, b) / 2.0))[1];
                    for bearing in [0.0, 90.0, 180.0, 270.0] {
                        let beside = geodesic::destination(middle, Degrees(bearing), Metres(1e-3));
                        let inside = |country| INDEXES.of(country).contains(beside);
                        assert_ne!(inside(country), inside(other), "{beside:?}");
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 5_000);
    }
}

mod sides {
    use super::*;

    fn polygon(ring: &[LonLat]) -> geo::Polygon {
        let exterior = ring.iter().map(|&p| geo::Point::from(p)).collect();
        geo::Polygon::new(exterior, Vec::new())
    }

    /// `geo` takes edges as straight in longitude and latitude, up to 17 m beside the geodesic:
    /// where the two differ, `geo` is asked again with vertices along the geodesics.
    #[test]
    fn inside_agrees_with_geo() {
        for country in Country::ALL {
            let ring = &BORDERS.of(country).ring;
            let straight = polygon(ring);
            let dense = LazyLock::new(|| polygon(&geodesic::densify(ring, Metres(500.0))));
            let mut random = Xorshift(0x5eed_0000_0000_0001 + country as u64);
            let (mut inside, mut differing) = (0, 0);
            for _ in 0..25_000 {
                let position = at(random.between(-13.0, 17.0), random.between(9.0, 38.0));
                let got = INDEXES.of(country).contains(position);
                inside += u32::from(got);
                if got != straight.contains(&geo::Point::from(position)) {
                    differing += 1;
                    assert_eq!(got, dense.contains(&geo::Point::from(position)), "{position:?}");
                }
            }
            assert!(inside > 500 && differing < 5, "{country:?}: {inside} {differing}");
        }
    }

    /// Between a long edge as a geodesic and the same edge as a straight line in longitude and
    /// latitude is a sliver of land. The edges of borders are geodesics, so its points are on the
    /// other side than `geo` has them; the points beyond are on the same.
    #[test]
    fn the_slivers_beside_long_edges_are_on_the_side_of_the_geodesic() {
        let mut tried = 0;
        for country in Country::ALL {
            let ring = &BORDERS.of(country).ring;
            let (straight, dense) =
                (polygon(ring), polygon(&geodesic::densify(ring, Metres(200.0))));
            for (a, b) in ring.iter().zip(&ring[1..]) {
                let length = distance(*a, *b);
                let middle = geodesic::geodesic_line(*a, *b, Metres(length / 1.999_999))[1];
                let on_straight_at = |lon: f64| {
                    a.lat() + (b.lat() - a.lat()) * (lon - a.lon()) / (b.lon() - a.lon())
                };
                let rise = middle.lat() - on_straight_at(middle.lon());
                // Half a metre: more than the 2 cm that sub-edges leave. No number where the edge
                // runs along a meridian.
                if rise.is_nan() || rise.abs() <= 0.5 / 111_000.0 {
                    continue;
                }
                for (part, is_between) in [(0.25, true), (0.75, true), (-0.5, false), (1.5, false)]
                {
                    let beside = at(middle.lon(), middle.lat() - rise * (1.0 - part));
                    let got = INDEXES.of(country).contains(beside);
                    let point = geo::Point::from(beside);
                    assert_eq!(got, dense.contains(&point), "{country:?} {beside:?} {part}");
                    assert_eq!(got != straight.contains(&point), is_between, "{beside:?} {part}");
                }
                tried += 1;
            }
        }
        assert!(tried > 20, "{tried}");
    }

    struct Xorshift(u64);

    impl Xorshift {
        fn between(&mut self, low: f64, high: f64) -> f64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            low + (high - low) * (self.0 >> 11) as f64 / (1_u64 << 53) as f64
        }
    }
}

mod properties {
    use super::*;
    use proptest::test_runner::RngSeed;

    /// The same border with its ring run the other way from another vertex.
    static REVERSED: LazyLock<BorderIndex> = LazyLock::new(|| {
        let border = BORDERS.of(Country::BurkinaFaso);
        let mut ring = border.ring[1..].to_vec();
        ring.rotate_left(4_321);
        ring.reverse();
        ring.push(ring[0]);
        let all = Stretch {
            edges: 0..ring.len() - 1,
            neighbour: Country::Mali.code(),
            shared: false,
            error: LineError::AtLeast(300),
        };
        let border = CountryBorder { country: Country::BurkinaFaso, ring, stretches: vec![all] };
        BorderIndex::new(&border).unwrap()
    });

    /// The vertices of each border line, and how far along it they are; between its stretches,
    /// which do not touch, as far as one could not go on Earth.
    static VERTICES: LazyLock<[Vec<(LonLat, f64)>; 4]> = LazyLock::new(|| {
        Country::ALL.map(|country| {
            let (mut along, mut last) = (0.0, None);
            let mut vertices = Vec::new();
            for (a, b) in line(country) {
                if last != Some(a) {
                    along += 1e8;
                    vertices.push((a, along));
                }
                along += distance(a, b);
                vertices.push((b, along));
                last = Some(b);
            }
            vertices
        })
    });

    fn in_the_theatre() -> impl Strategy<Value = LonLat> {
        (-14.0..18.0, 7.0..38.0).prop_map(|(lon, lat)| at(lon, lat))
    }

    fn anywhere() -> impl Strategy<Value = LonLat> {
        (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| at(lon, lat))
    }

    /// The same positions every time.
    fn cases(n: u32) -> ProptestConfig {
        let rng_seed = RngSeed::Fixed(20_261_122);
        ProptestConfig { cases: n, rng_seed, failure_persistence: None, ..Default::default() }
    }

    proptest! {
        #![proptest_config(cases(300))]

        #[test]
        fn no_vertex_is_nearer(position in in_the_theatre()) {
            for border in INDEXES.all(position) {
                let mut vertices = VERTICES[border.country as usize].iter();
                while let Some(&(vertex, along)) = vertices.next() {
                    let from_vertex = distance(position, vertex);
                    prop_assert!(border.distance.0 <= from_vertex + 1e-6);
                    // By the triangle inequality, none is nearer that is less far along the line.
                    let next = along + (from_vertex - border.distance.0);
                    let skipped = vertices.as_slice().partition_point(|&(_, along)| along < next);
                    vertices = vertices.as_slice()[skipped..].iter();
                }
            }
        }

        /// A way there over another position is no shorter.
        #[test]
        fn distances_keep_the_triangle_inequality(
            from in in_the_theatre(), length in 0.0..6.0, bearing in 0.0..360.0
        ) {
            // Every magnitude from a metre to 1,000 km.
            let length = 10_f64.powf(length);
            let to = geodesic::destination(from, Degrees(bearing), Metres(length));
            for (one, other) in INDEXES.all(from).iter().zip(INDEXES.all(to)) {
                let difference = (one.distance.0 - other.distance.0).abs();
                prop_assert!(difference <= length + 1e-6, "{one:?} {other:?} {length}");
                if one.inside != other.inside && one.country != Country::Algeria {
                    prop_assert!(one.distance.0 + other.distance.0 <= length + 1e-6);
                }
            }
        }

        #[test]
        fn what_is_reported_is_the_geodesic_to_the_foot(position in in_the_theatre()) {
            for border in INDEXES.all(position) {
                let course = geodesic::distance_and_bearing(position, border.foot);
                prop_assert_eq!((border.distance, border.bearing), (course.distance, course.bearing));
                prop_assert!((0.0..360.0).contains(&border.bearing.0));
            }
        }

        /// A foot on a shared border is a point of the other country's border too.
        #[test]
        fn both_sides_of_a_shared_border_agree(position in in_the_theatre()) {
            for border in INDEXES.all(position) {
                let stretches = &BORDERS.of(border.country).stretches;
                let stretch = stretches.iter().find(|s| s.edges.contains(&border.edge)).unwrap();
                prop_assert_eq!(stretch.neighbour, border.neighbour);
                let other = Country::from_code(border.neighbour).filter(|_| stretch.shared);
                if let Some(other) = other.map(|other| nearest(other, position)) {
                    prop_assert!(other.distance <= border.distance);
                    if other.neighbour == border.country.code() {
                        prop_assert_eq!((other.distance, other.foot), (border.distance, border.foot));
                    }
                }
            }
        }

        #[test]
        fn the_order_of_edges_does_not_matter(position in in_the_theatre()) {
            let (one, other) = (nearest(Country::BurkinaFaso, position), REVERSED.nearest(position));
            prop_assert_eq!(
                (one.distance, one.foot, one.bearing, one.inside),
                (other.distance, other.foot, other.bearing, other.inside)
            );
        }
    }

    proptest! {
        #![proptest_config(cases(300))]

        #[test]
        fn many_positions_are_answered_in_their_order(
            positions in proptest::collection::vec(in_the_theatre(), 0..40), far in anywhere()
        ) {
            let positions = [positions, vec![far]].concat();
            let one_by_one: Vec<_> = positions.iter().map(|&at| INDEXES.all(at)).collect();
            prop_assert_eq!(INDEXES.many(&positions), one_by_one);
        }

        /// From anywhere to anywhere: near, far, and on the other side of the world.
        #[test]
        fn a_hint_changes_no_bit(
            first in anywhere(), there in in_the_theatre(), step in (-0.1..0.1, -0.1..0.1)
        ) {
            let beside = at(there.lon() + step.0, there.lat() + step.1);
            let mut hint = Hint::default();
            for position in [first, there, beside, there, first] {
                prop_assert_eq!(INDEXES.all_with_hint(position, &mut hint), INDEXES.all(position));
                for border in INDEXES.all(position) {
                    prop_assert_eq!(border, nearest(border.country, position));
                }
            }
        }
    }

    proptest! {
        #![proptest_config(cases(60))]

        #[test]
        fn any_position_on_earth_has_an_answer(position in anywhere()) {
            for border in INDEXES.all(position) {
                prop_assert!((0.0..20_004_000.0).contains(&border.distance.0));
                prop_assert!((0.0..360.0).contains(&border.bearing.0));
            }
        }
    }

    #[test]
    fn both_names_of_the_date_line_are_one_place() {
        for lat in [-89.0, -20.0, 0.0, 45.0] {
            for (east, west) in INDEXES.all(at(180.0, lat)).iter().zip(INDEXES.all(at(-180.0, lat)))
            {
                assert!((east.distance.0 - west.distance.0).abs() < 1e-6, "{east:?} {west:?}");
            }
        }
    }

    #[test]
    fn what_is_not_a_number_is_not_a_position() {
        assert!(LonLat::new(f64::NAN, 0.0).is_err() && LonLat::new(0.0, f64::NAN).is_err());
    }

    #[test]
    fn a_border_without_edges_is_refused() {
        let ring = [at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(0.0, 0.0)];
        let stretch = |edges| {
            let (neighbour, error) = (Country::Niger.code(), LineError::AtLeast(300));
            Stretch { edges, neighbour, shared: true, error }
        };
        let refused = Err(NoBorderLine(Country::Mali.code()));
        let build = |ring: &[LonLat], stretches: &[Stretch]| {
            let (ring, stretches) = (ring.to_vec(), stretches.to_vec());
            let border = CountryBorder { country: Country::Mali, ring, stretches };
            BorderIndex::new(&border).map(|index| index.country())
        };
        assert_eq!(build(&ring, &[]), refused);
        assert_eq!(build(&ring, &[stretch(3..9)]), refused);
        assert_eq!(build(&[], &[stretch(0..1)]), refused);
        assert_eq!(build(&[ring[0]; 4], &[stretch(0..3)]), refused);
        assert_eq!(build(&ring, &[stretch(1..9)]), Ok(Country::Mali));
    }
}
