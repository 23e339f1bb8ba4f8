//! Which airports are on the map, in which country, and what they are called.

use crate::codes::CountryRow;
use crate::e5::E5;
use crate::format::{AirportFile, AirportsFile, PlaceFile};
use crate::geodesic::length;
use crate::neighbours::Neighbours;
use crate::places::{country_of, is_one_of_the_four, plain};
use crate::theatre::THEATRE;
use anyhow::Result;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

/// How far an airport is from its town at most, in metres.
const NEAR_TOWN: f64 = 40_000.0;

/// Towns of airports that the source gives to a suburb or to nothing.
const TOWNS: [(&str, &str); 2] = [("GABS", "Bamako"), ("DAUA", "Adrar")];

#[derive(Deserialize)]
struct Row {
    icao: String,
    iata: String,
    name: String,
    city: String,
    country: String,
    lat: f64,
    lon: f64,
}

/// `airports.bin`: those of the four countries that have a code of ICAO, and of their African
/// neighbours those that have a code of IATA too.
pub(crate) fn airports(
    table: &[u8],
    countries: &BTreeMap<String, CountryRow>,
    neighbours: &Neighbours,
    towns: &[PlaceFile],
) -> Result<AirportsFile> {
    let rows: Vec<Row> = csv::Reader::from_reader(table).deserialize().collect::<Result<_, _>>()?;
    let mut airports = Vec::new();
    for row in rows {
        let at = E5::from_degrees(row.lon, row.lat);
        let african = countries.get(&row.country).filter(|c| c.continentcode == "AF");
        let Some(country) = african.filter(|_| THEATRE.contains(at) && is_icao(&row.icao)) else {
            continue;
        };
        let country = country_of(at, country.code()?, neighbours);
        if is_one_of_the_four(country) || !row.iata.is_empty() {
            airports.push((row, at, country));
        }
    }
    let weight = |iata: &str, country| (!is_one_of_the_four(country), iata.is_empty());
    airports.sort_by(|(a, _, of_a), (b, _, of_b)| {
        (weight(&a.iata, *of_a), &a.icao).cmp(&(weight(&b.iata, *of_b), &b.icao))
    });
    // A town with two airports gives its name to the first, which is the one with airlines.
    let mut named = HashSet::new();
    let airports = airports.into_iter().map(|(row, at, country)| {
        let town = town_of(&row, at, towns).filter(|town| named.insert(town.at));
        let alone = || names_alone(&row.name.replace('\'', "’"));
        AirportFile {
            names: town.map_or_else(alone, names_after),
            icao: row.icao,
            iata: row.iata,
            country,
            at: at.packed(),
        }
    });
    Ok(AirportsFile { airports: airports.collect() })
}

/// The source numbers what has no code of ICAO: small strips, and airports that were closed.
fn is_icao(code: &str) -> bool {
    code.len() == 4 && code.chars().all(|c| c.is_ascii_uppercase())
}

/// The town that the airport belongs to, if the gazetteer has it.
fn town_of<'a>(row: &Row, at: E5, towns: &'a [PlaceFile]) -> Option<&'a PlaceFile> {
    let by_hand = TOWNS.iter().find(|(icao, _)| *icao == row.icao).map(|(_, town)| *town);
    let said = by_hand.unwrap_or(&row.city);
    let said = if said.is_empty() { without_airport(&row.name) } else { said };
    let same = |town: &&PlaceFile| town.names.iter().any(|name| plain(name) == plain(said));
    let off = |town: &PlaceFile| length(&[at, E5 { lon: town.at.0, lat: town.at.1 }]);
    let near = towns.iter().filter(same).filter(|town| off(town) < NEAR_TOWN);
    near.min_by(|a, b| off(a).total_cmp(&off(b)))
}

fn without_airport(name: &str) -> &str {
    let name = ["Airport", "airport"].iter().find_map(|word| name.strip_suffix(word));
    name.unwrap_or_default().trim_end()
}

/// What the airport of a town is called.
fn names_after(town: &PlaceFile) -> [String; 3] {
    let [ar, fr, en] = &town.names;
    let ar = if ar.is_empty() { String::new() } else { format!("مطار {ar}") };
    [ar, format!("Aéroport {}", of_french(fr)), format!("{en} Airport")]
}

/// `de` or `d’`, and the name. French says `de Ouagadougou`: its `ou` is no vowel there.
fn of_french(name: &str) -> String {
    let name = name.replace('\'', "’");
    let vowel = name.starts_with(['A', 'E', 'É', 'I', 'O', 'U']) && !name.starts_with("Ou");
    if vowel { format!("d’{name}") } else { format!("de {name}") }
}

/// What an airport is called that has a name of its own only.
fn names_alone(name: &str) -> [String; 3] {
    let proper = without_airport(name);
    let fr = match proper.strip_suffix("International") {
        _ if proper.is_empty() => name.to_owned(),
        Some(proper) => format!("Aéroport international {}", proper.trim_end()),
        None => format!("Aéroport {proper}"),
    };
    [String::new(), fr, name.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_airport_is_called_after_its_town_in_good_french() {
        for (town, french) in [
            ("Gao", "Aéroport de Gao"),
            ("Agadez", "Aéroport d’Agadez"),
            ("Ouagadougou", "Aéroport de Ouagadougou"),
            ("N'Djamena", "Aéroport de N’Djamena"),
        ] {
            let town = PlaceFile { names: [town, town, town].map(str::to_owned), ..<_>::default() };
            assert_eq!(names_after(&town)[1], french);
        }
        assert_eq!(names_alone("Blida Airport")[1], "Aéroport Blida");
        assert_eq!(
            names_alone("Mano Dayak International Airport")[1],
            "Aéroport international Mano Dayak"
        );
    }

    #[test]
    fn a_number_of_the_source_is_no_code_of_icao() {
        assert!(is_icao("GAKL"));
        assert!(!is_icao("GA1A") && !is_icao("DA10") && !is_icao("") && !is_icao("MLI"));
    }
}
