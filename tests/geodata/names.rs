//! Are places, regions and countries named as they are in print, and where they are?

use super::{at, polygon};
use geo::{Contains, Point};
use sahel_map::geodata::{
    Borders, Countries, Country, CountryCode, Lang, Place, PlaceRank, Places, Regions,
};

fn place<'a>(places: &'a Places, english: &str, country: &str) -> &'a Place {
    let found =
        places.places.iter().find(|p| p.names.en == english && p.country.as_str() == country);
    found.unwrap_or_else(|| panic!("no `{english}` in {country}"))
}

#[test]
fn the_places_that_matter_have_their_arabic_names() {
    let places = Places::embedded().unwrap();
    let known = [
        ("Algiers", "DZA", "الجزائر العاصمة"),
        ("Tamanrasset", "DZA", "تمنراست"),
        ("In Guezzam", "DZA", "عين قزام"),
        ("Bordj Badji Mokhtar", "DZA", "برج باجي مختار"),
        ("Bamako", "MLI", "باماكو"),
        ("Gao", "MLI", "غاو"),
        ("Kidal", "MLI", "كيدال"),
        ("Timbuktu", "MLI", "تمبكتو"),
        ("Mopti", "MLI", "موبتي"),
        ("Tessalit", "MLI", "تيساليت"),
        ("Niamey", "NER", "نيامي"),
        ("Agadez", "NER", "أغاديز"),
        ("Ouagadougou", "BFA", "واغادوغو"),
        ("Djibo", "BFA", "جيبو"),
    ];
    for (english, country, arabic) in known {
        assert_eq!(place(&places, english, country).names.ar, arabic, "{english}");
    }
}

#[test]
fn arabic_names_are_written_in_arabic_letters() {
    let arabic = |c: char| matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | ' ');
    for place in Places::embedded().unwrap().places {
        assert!(place.names.ar.chars().all(arabic), "{} {}", place.names.en, place.names.ar);
        assert!(!place.names.fr.is_empty() && !place.names.en.is_empty(), "{:?}", place.geonameid);
        assert!(!place.name(Lang::Ar).is_empty());
    }
}

#[test]
fn a_place_is_in_the_country_whose_border_holds_it() {
    let borders = Borders::embedded().unwrap();
    let rings = Country::ALL.map(|c| (c.code(), polygon(borders.of(c))));
    for place in Places::embedded().unwrap().places {
        for (code, ring) in &rings {
            let inside = ring.contains(&Point::from(place.at));
            assert_eq!(inside, place.country == *code, "{} and {code}", place.names.en);
        }
    }
}

#[test]
fn places_come_by_weight_and_each_of_the_four_has_one_capital() {
    let places = Places::embedded().unwrap().places;
    let weight = |p: &Place| (p.rank, std::cmp::Reverse(p.population.unwrap_or(0)));
    assert!(places.is_sorted_by_key(weight));
    for country in Country::ALL {
        let capitals = places.iter().filter(|p| p.rank == PlaceRank::NationalCapital);
        assert_eq!(capitals.filter(|p| p.country == country.code()).count(), 1, "{country:?}");
    }
}

#[test]
fn a_position_near_the_border_still_has_its_region() {
    let regions = Regions::embedded().unwrap();
    let english = |lat, lon, country| {
        regions.region_of(at(lat, lon), country).map_or("", |r| r.names.en.as_str())
    };
    assert_eq!(english(18.44345, 1.40921, Country::Mali), "Kidal");
    assert_eq!(english(19.94861, 2.96778, Country::Mali), "Kidal");
    assert_eq!(english(19.95333, 2.96667, Country::Algeria), "In Guezzam");
    assert_eq!(english(11.31755, -5.66654, Country::Mali), "Sikasso");
    assert_eq!(english(13.51366, 2.1098, Country::Niger), "Niamey");
    assert_eq!(english(14.03326, -0.03333, Country::BurkinaFaso), "Sahel");
    let count = |country| regions.regions.iter().filter(|r| r.country == country).count();
    assert_eq!(Country::ALL.map(count), [69, 9, 8, 13]);
    let sikasso = regions.region_of(at(11.31755, -5.66654), Country::Mali).unwrap();
    assert_eq!((sikasso.names.fr.as_str(), sikasso.names.ar.as_str()), ("Sikasso", "سيكاسو"));
}

#[test]
fn regions_are_named_in_three_languages_each_in_its_letters() {
    let arabic = |c: char| matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | ' ');
    for region in Regions::embedded().unwrap().regions {
        let names = region.names;
        assert!(!names.ar.is_empty() && names.ar.chars().all(arabic), "{names:?}");
        for latin in [&names.fr, &names.en] {
            assert!(latin.starts_with(|c: char| c.is_uppercase() && c < '\u{250}'), "{names:?}");
        }
    }
}

#[test]
fn countries_have_names_and_the_four_labels_stand_inside() {
    let (countries, borders) = (Countries::embedded().unwrap(), Borders::embedded().unwrap());
    for country in Country::ALL {
        let label = countries.get(country.code()).expect("one of the four");
        assert!(polygon(borders.of(country)).contains(&Point::from(label.label_at)), "{country:?}");
    }
    let burkina = &countries.get(Country::BurkinaFaso.code()).unwrap().names;
    assert_eq!(burkina.ar, "بوركينا فاسو");
    assert_eq!(burkina.fr, "Burkina Faso");
    let neighbours = borders.countries.iter().flat_map(|c| c.stretches.iter().map(|s| s.neighbour));
    for code in neighbours.chain([CountryCode(*b"ESH")]) {
        assert!(countries.get(code).is_some(), "no name of {code}");
    }
}
