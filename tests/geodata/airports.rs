//! Are the airports where other sources have them, and as many as the package has?

use super::at;
use geo::{Distance, Geodesic, Point};
use sahel_map::geodata::{Airports, Country, LonLat, Places};
use std::collections::HashSet;

fn apart(a: LonLat, b: LonLat) -> f64 {
    Geodesic.distance(Point::from(a), Point::from(b))
}

#[test]
fn airports_are_where_others_have_them() {
    let airports = Airports::embedded().unwrap().airports;
    // Degrees, minutes and seconds of Wikipedia's articles on the three.
    let dms = |d: f64, m: f64, s: f64| d + m / 60.0 + s / 3600.0;
    for (icao, there) in [
        ("GAGO", at(dms(16.0, 14.0, 50.0), -dms(0.0, 0.0, 20.0))),
        ("GATB", at(dms(16.0, 43.0, 51.0), -dms(3.0, 0.0, 23.0))),
        ("GAKY", at(dms(14.0, 28.0, 52.0), -dms(11.0, 24.0, 5.0))),
    ] {
        let airport = airports.iter().find(|a| a.icao == icao).unwrap();
        assert!(apart(airport.at, there) < 500.0, "{icao} is at {:?}", airport.at);
    }
    // GeoNames has the towns: an airport is not far from its own.
    let places = Places::embedded().unwrap().places;
    for (icao, town) in [("GAKL", "Kidal"), ("DAAT", "Tamanrasset"), ("DRRN", "Niamey")] {
        let airport = airports.iter().find(|a| a.icao == icao).unwrap();
        let town = places.iter().find(|p| p.names.en == town).unwrap();
        assert!(apart(airport.at, town.at) < 12_000.0, "{icao} is at {:?}", airport.at);
    }
}

#[test]
fn each_country_has_as_many_as_the_package_and_each_code_is_there_once() {
    let airports = Airports::embedded().unwrap().airports;
    let of = |country: Country| airports.iter().filter(|a| a.country == country.code()).count();
    assert_eq!(Country::ALL.map(of), [49, 29, 23, 49]);
    let codes: HashSet<&str> = airports.iter().map(|a| a.icao.as_str()).collect();
    assert_eq!(codes.len(), airports.len());
    for airport in &airports {
        let iata = airport.iata.as_deref().unwrap_or("AAA");
        for (code, length) in [(airport.icao.as_str(), 4), (iata, 3)] {
            let letters = code.chars().all(|c| c.is_ascii_uppercase());
            assert!(letters && code.len() == length, "{airport:?}");
        }
        assert!(!airport.names.fr.is_empty() && !airport.names.en.is_empty(), "{airport:?}");
    }
}
