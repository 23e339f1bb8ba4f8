//! Are there rivers and wadis in the theatre, where they are known to run?

use super::kilometres;
use geo::{Distance, Geodesic, Point};
use sahel_map::geodata::format::{PackedLine, RiversFile};
use sahel_map::geodata::{GeodataError, LonLat, Rivers};

fn rivers() -> Rivers {
    Rivers::embedded().expect("the rivers of the ground")
}

/// The kilometres from a position to the nearest corner of the lines.
fn off(lat: f64, lon: f64, lines: &[Vec<LonLat>]) -> f64 {
    let from = Point::new(lon, lat);
    let corners = lines.iter().flatten();
    corners.map(|v| Geodesic.distance(from, Point::from(*v)) / 1e3).fold(f64::INFINITY, f64::min)
}

#[test]
fn there_are_as_many_lines_as_the_source_has() {
    let Rivers { banks, permanent, seasonal } = rivers();
    let corners = |lines: &[Vec<LonLat>]| lines.iter().map(Vec::len).sum::<usize>();
    assert_eq!([banks.len(), corners(&banks)], [28, 5_385]);
    assert_eq!([permanent.len(), corners(&permanent)], [2_310, 87_684]);
    assert_eq!([seasonal.len(), corners(&seasonal)], [949, 28_868]);
    let length = |lines: &[Vec<LonLat>]| lines.iter().map(|line| kilometres(line)).sum::<f64>();
    let (permanent, seasonal) = (length(&permanent), length(&seasonal));
    assert!((78_836.0..78_838.0).contains(&permanent), "{permanent} km");
    assert!((32_534.0..32_536.0).contains(&seasonal), "{seasonal} km");
}

#[test]
fn every_corner_lies_in_the_theatre_or_near_it() {
    // A line that only ends in the theatre is there whole, to the next place where rivers meet.
    let Rivers { banks, permanent, seasonal } = rivers();
    for line in [banks, permanent, seasonal].iter().flatten() {
        for v in line {
            let inside = (-21.0..=27.0).contains(&v.lon()) && (3.0..=39.0).contains(&v.lat());
            assert!(inside, "{v:?}");
        }
        let longest = line.windows(2).map(kilometres).fold(0.0, f64::max);
        assert!(longest < 60.0, "a step of {longest} km at {:?}", line[0]);
    }
}

#[test]
fn rivers_run_where_their_towns_are() {
    let rivers = rivers();
    let all_year = [rivers.permanent, rivers.banks].concat();
    for (town, lat, lon) in
        [("Gao", 16.27, -0.05), ("Niamey", 13.51, 2.11), ("Koulikoro", 12.86, -7.56)]
    {
        let off = off(lat, lon, &all_year);
        assert!(off < 3.0, "{town}: {off} km");
    }
    // The wadi of Kidal, and no river.
    assert!(off(18.44, 1.41, &rivers.seasonal) < 25.0);
    assert!(off(18.44, 1.41, &all_year) > 100.0);
}

#[test]
fn a_line_of_one_position_is_an_error_and_an_empty_file_is_none() {
    assert_eq!(Rivers::from_bytes(&[0; 3]).expect("no rivers"), Rivers::default());
    assert!(!Rivers::are_left_out());
    let one = PackedLine::pack([(0, 1_500_000)]);
    let file = RiversFile { seasonal: vec![one], ..RiversFile::default() };
    let error = Rivers::from_bytes(&postcard::to_stdvec(&file).expect("bytes")).unwrap_err();
    assert!(matches!(error, GeodataError::Content { .. }) && error.to_string().contains("`1`"));
}
