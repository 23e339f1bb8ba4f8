//! Are the places, events, claims and actors of the built-in dossier the ones the article has?

use super::built_in;
use geo::Contains;
use sahel_map::dossier::{
    Amount, Basis, Dossier, Event, Kind, Period, Place, PlaceId, Precision, Stated, When,
};
use sahel_map::geodata::{Borders, Country, CountryCode, Lang, LonLat, Names};
use sahel_map::measure::{LengthUnit, Metres};

/// Number, id, names, position, precision, kind, basis, country and the country stood for, as one
/// line a place.
const PLACES: &str = "\
1 algiers | الجزائر العاصمة / Alger / Algiers | 36.7538 3.0588 | town 1000 | Diplomacy | ¶2 ¶13 ¶14 ¶19 | DZA DZA
2 libya | ليبيا / Libye / Libya | - | country | Mention | ¶2 ¶14 ¶16 | LBY -
3 bamako | باماكو / Bamako / Bamako | 12.60915 -7.97522 | town 1000 | Coup | ¶4 ¶5 | MLI MLI
4 niamey | نيامي / Niamey / Niamey | 13.51366 2.1098 | town 1000 | Coup | ¶4 | NER NER
5 ouagadougou | واغادوغو / Ouagadougou / Ouagadougou | 12.36566 -1.53388 | town 1000 | Coup | ¶4 | BFA BFA
6 kidal | كيدال / Kidal / Kidal | 18.44345 1.40921 | town 1000 | Seizure | ¶6 | MLI -
7 tinzaouaten | تينزاوتين / Tinzaouatène / Tinzaouaten | 19.94861 2.96778 | town 1000 | Battle | ¶8 ¶24 | MLI -
- tinzaouaten-ambush | كمين تينزاوتين / Embuscade de Tinzaouatène / Tinzaouaten ambush | - | within 25000 | Battle | ¶8 ¶9 ¶10 ¶17 | MLI -
- tin-zaouatine | تين زاوتين / Tin Zaouatine / Tin Zaouatine | 19.95333 2.96667 | town 1000 | Mention | context | DZA -
8 azawad | أزواد / Azawad / Azawad | - | area | Mention | ¶8 | MLI -
9 moscow | موسكو / Moscou / Moscow | 55.7558 37.6173 | town 1000 | Government | ¶10 ¶15 ¶22 | RUS -
";

fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |v| v.to_string())
}

fn cited(basis: &Basis) -> String {
    let cite = |p: &u16| format!("¶{p}");
    match basis {
        Basis::Article { paragraphs } => paragraphs.iter().map(cite).collect::<Vec<_>>().join(" "),
        Basis::Context => "context".to_owned(),
    }
}

fn place_line(place: &Place) -> String {
    let precision = match place.precision {
        Precision::Country => "country".to_owned(),
        Precision::Area => "area".to_owned(),
        Precision::Town { radius } => format!("town {}", radius.0),
        Precision::Within { radius } => format!("within {}", radius.0),
    };
    format!(
        "{} {} | {} / {} / {} | {} | {precision} | {:?} | {} | {} {}\n",
        or_dash(place.number),
        place.id,
        place.names.ar,
        place.names.fr,
        place.names.en,
        or_dash(place.position.map(|p| format!("{} {}", p.lat(), p.lon()))),
        place.kind,
        cited(&place.basis),
        or_dash(place.country),
        or_dash(place.stands_for),
    )
}

#[test]
fn places_are_the_articles_in_its_order() {
    let dossier = built_in();
    assert_eq!(dossier.places.iter().map(place_line).collect::<String>(), PLACES);
}

#[test]
fn pins_come_in_the_order_of_their_numbers_and_tinzaouaten_opens() {
    let dossier = built_in();
    let numbers: Vec<_> = dossier.pins().iter().filter_map(|p| p.number).collect();
    assert_eq!(numbers, (1..=9).collect::<Vec<_>>());
    assert_eq!(dossier.opens_with, Some(id("tinzaouaten")));
}

fn id(text: &str) -> PlaceId {
    PlaceId::new(text).unwrap()
}

fn place<'d>(dossier: &'d Dossier, text: &str) -> &'d Place {
    dossier.place(&id(text)).unwrap()
}

#[test]
fn the_ambush_is_a_ring_of_the_town_and_never_a_dot() {
    let dossier = built_in();
    let ambush = place(&dossier, "tinzaouaten-ambush");
    let town = place(&dossier, "tinzaouaten");
    assert_eq!(ambush.belongs_to, Some(town.id.clone()));
    assert_eq!(ambush.pin_position(), None);
    let ring = dossier.ring_of(ambush).unwrap();
    assert_eq!((Some(ring.centre), ring.radius), (town.position, Metres(25_000.0)));
    assert_eq!(ring.country, Some(CountryCode(*b"MLI")));
    assert_eq!(dossier.attached_to(&town.id), [ambush]);
    assert_eq!(dossier.ring_of(town), None);
}

#[test]
fn areas_have_a_label_and_no_pin() {
    let dossier = built_in();
    for name in ["libya", "azawad"] {
        let area = place(&dossier, name);
        assert!(area.label_at.is_some() && area.pin_position().is_none(), "{name}");
    }
}

#[test]
fn each_place_lies_on_its_own_side_of_the_border() {
    let dossier = built_in();
    let borders = Borders::embedded().unwrap();
    let inside = |at: LonLat| -> Vec<Country> {
        let holds = |country: &Country| {
            let ring = borders.of(*country).ring.iter().map(|p| (p.lon(), p.lat()));
            geo::Polygon::new(ring.collect(), vec![]).contains(&geo::Point::from(at))
        };
        Country::ALL.into_iter().filter(holds).collect()
    };
    for place in &dossier.places {
        let Some(at) = place.position.or(place.label_at) else { continue };
        let own = place.country.and_then(Country::from_code);
        assert_eq!(inside(at), own.into_iter().collect::<Vec<_>>(), "{}", place.id);
    }
    let [town, twin] = ["tinzaouaten", "tin-zaouatine"].map(|name| place(&dossier, name));
    assert_eq!(inside(town.position.unwrap()), [Country::Mali]);
    assert_eq!(inside(twin.position.unwrap()), [Country::Algeria]);
    assert_eq!(town.twin.as_ref(), Some(&twin.id));
    assert_eq!(twin.twin.as_ref(), Some(&town.id));
}

#[test]
fn the_gazetteer_hides_its_own_labels_of_the_towns_it_has() {
    let ids = [2_357_048, 2_440_485, 2_455_290, 2_460_596, 2_507_480, 524_901];
    let mut expected = ids.to_vec();
    expected.sort_unstable();
    assert_eq!(built_in().hidden_gazetteer_ids(), expected);
}

/// Id, kind, places, paragraph, the article's date, the context's dates, actors (the context's in
/// brackets).
const EVENTS: &str = "\
coups-mali | Coup | bamako | ¶4 | - | 2020-08-18 2021-05-24 | mali-military []
coup-niger | Coup | niamey | ¶4 | - | 2023-07-26 |  []
coups-burkina-faso | Coup | ouagadougou | ¶4 | - | 2022-01-24 2022-09-30 |  []
kidal-retaken | Seizure | kidal | ¶6 | - | 2023-11-14 |  [mali-military wagner]
ambush | Battle | tinzaouaten tinzaouaten-ambush | ¶8 | 2024-07 | 2024-07-25/2024-07-27 | csp-dpa wagner mali-military []
tebboune-criticism | Diplomacy | algiers | ¶13 | ../2023 |  | algeria []
captives-request | Diplomacy | tinzaouaten-ambush | ¶17, reported | after ambush |  | russia algeria wagner []
langley-first-visit | Diplomacy | algiers | ¶19 | late 2024-07 |  | united-states algeria []
langley-second-visit | Diplomacy | algiers | ¶19 | 2025-01 |  | united-states algeria []
";

fn list<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn event_line(event: &Event) -> String {
    format!(
        "{} | {:?} | {} | ¶{}{} | {} | {} | {} [{}]\n",
        event.id,
        event.kind,
        list(&event.places),
        event.paragraph,
        if event.reported { ", reported" } else { "" },
        or_dash(event.when_article.as_ref()),
        list(&event.when_context),
        list(&event.actors),
        list(&event.actors_context),
    )
}

#[test]
fn events_are_the_articles_with_its_dates() {
    let dossier = built_in();
    assert_eq!(dossier.events.iter().map(event_line).collect::<String>(), EVENTS);
}

#[test]
fn the_article_never_gives_a_day_so_no_date_of_its_own_is_one() {
    for event in built_in().events {
        let day =
            matches!(event.when_article, Some(When::In(Period::Day(_)) | When::Interval { .. }));
        assert!(!day, "{}: {:?}", event.id, event.when_article);
    }
}

#[test]
fn an_event_stands_in_a_paragraph_that_speaks_of_its_places() {
    let dossier = built_in();
    for event in &dossier.events {
        let spoken_of =
            |id| dossier.place(id).unwrap().basis.paragraphs().contains(&event.paragraph);
        let any = event.places.iter().any(spoken_of);
        assert!(any, "{} ¶{}", event.id, event.paragraph);
    }
}

#[test]
fn claims_state_what_the_article_states() {
    let dossier = built_in();
    let [miles, fifty, dozens] = dossier.claims.as_slice() else { panic!("three claims") };

    assert_eq!((miles.paragraph, miles.reported, miles.computable()), (8, false, true));
    assert_eq!(list(&miles.places), "tinzaouaten tinzaouaten-ambush");
    assert!(matches!(miles.stated, Stated::Distance { to_border_of: Country::Algeria, .. }));
    let readings: Vec<_> = miles.readings().iter().map(|r| (r.unit, r.length)).collect();
    let [statute, nautical] = [Metres(19_312.128), Metres(22_224.0)];
    assert_eq!(readings, [(LengthUnit::Mi, statute), (LengthUnit::Nm, nautical)]);

    assert_eq!((fifty.paragraph, fifty.reported, fifty.computable()), (9, true, false));
    assert!(matches!(fifty.stated, Stated::Count { amount: Amount::UpTo(50), .. }));
    assert_eq!((dozens.paragraph, dozens.reported, dozens.computable()), (8, false, false));
    assert!(matches!(dozens.stated, Stated::Count { amount: Amount::Dozens, .. }));
    assert_eq!(dossier.claims_of(&id("tinzaouaten")), [miles]);
}

#[test]
fn actors_are_the_twelve_of_the_article() {
    let ids: Vec<_> = built_in().actors.iter().map(|a| a.id.to_string()).collect();
    let expected = "wagner mali-military csp-dpa jnim isgs algeria russia united-states france \
                    iran europe tuareg-communities";
    assert_eq!(ids.join(" "), expected);
}

#[test]
fn names_are_there_in_three_languages_each_in_its_own_script() {
    let dossier = built_in();
    let article = &dossier.article;
    let mut all: Vec<&Names> = vec![&dossier.title, &article.source, &article.translated_by];
    all.extend(dossier.places.iter().flat_map(|p| std::iter::once(&p.names).chain(&p.note)));
    all.extend(dossier.events.iter().map(|e| &e.title));
    all.extend(dossier.actors.iter().flat_map(|a| std::iter::once(&a.names).chain(&a.persons)));
    all.extend(dossier.claims.iter().filter_map(|c| match &c.stated {
        Stated::Count { of, .. } => Some(of),
        Stated::Distance { .. } => None,
    }));
    let arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    for names in all {
        for lang in Lang::ALL {
            let name = names.get(lang);
            assert!(!name.trim().is_empty(), "{names:?}");
            assert_eq!(name.contains(arabic), lang == Lang::Ar, "{name}");
        }
    }
}

#[test]
fn the_article_is_named_and_dated_by_its_own_words() {
    let article = built_in().article;
    assert_eq!(article.title, "كابوس بوتين: الجزائر وأمريكا ضد فاغنر في مالي");
    assert_eq!(article.source.en, "Amnay magazine");
    assert_eq!((article.author, article.address), (None, None));
    assert_eq!(article.written.to_string(), "2025-01");
    assert_eq!((article.written_paragraph, article.paragraphs), (Some(19), 25));
}

#[test]
fn every_kind_but_none_else_has_a_word_in_the_files() {
    let words = ["battle", "seizure", "coup", "diplomacy", "government", "mention"];
    for (kind, word) in Kind::ALL.into_iter().zip(words) {
        assert_eq!(toml::Value::try_from(kind).unwrap().as_str(), Some(word));
    }
}
