//! The search, held to the spelling and the order of its answers.

use super::*;
use crate::dossier::Dossier;
use crate::geodata::Lang;
use crate::state::{Dialog, Session};
use std::sync::{Arc, LazyLock};

static WORLD: LazyLock<Arc<World>> =
    LazyLock::new(|| Arc::new(World::new(Dossier::built_in().unwrap()).unwrap()));

fn reader() -> AppState {
    AppState::new(WORLD.clone(), Session::in_language(Lang::En))
}

/// What is found, as a reader of English would say it.
fn found(query: &str) -> Vec<String> {
    let say = |what: &What| match what {
        What::Place(id) => id.to_string(),
        What::Town(index) => {
            let town = &WORLD.ground.places.places[*index];
            format!("{} {}", town.names.en, town.country)
        }
        What::Region(index) => {
            let region = &WORLD.ground.regions.regions[*index];
            format!("region {} {}", region.names.en, region.country.code())
        }
        What::Airport(index) => WORLD.ground.airports.airports[*index].codes(),
        What::Country(code) => code.to_string(),
        What::Position(at) => format!("{}, {}", at.lat(), at.lon()),
        What::Command(command) => format!("{command:?}"),
    };
    Search::new(&WORLD, query.to_owned()).found.iter().map(say).collect()
}

fn first(query: &str) -> String {
    found(query).into_iter().next().unwrap_or_default()
}

#[test]
fn five_spellings_find_both_towns_on_the_line() {
    for query in ["tin zaouaten", "Tinzawatene", "تين زاوتين", "تنزاواتين", "تينزاوتين"]
    {
        let found = found(query);
        let mut twins = found[..2].to_vec();
        twins.sort();
        assert_eq!(twins, ["tin-zaouatine", "tinzaouaten"], "{query}: {found:?}");
    }
    assert_eq!(first("Tin Zaouatine"), "tin-zaouatine");
    assert_eq!(first("Tinzaouaten"), "tinzaouaten");
    assert_eq!(first("تين زاوتين"), "tin-zaouatine", "as it is written");
    assert_eq!(first("تينزاوتين"), "tinzaouaten", "as it is written");
}

#[test]
fn an_airport_answers_to_its_codes_and_its_name() {
    for query in ["GAQ", "gago", "aéroport de Gao", "Gao airport"] {
        assert_eq!(first(query), "GAQ · GAGO", "{query}");
    }
    assert_eq!(first("Gao"), "Gao MLI", "the town comes first");
    assert!(!found("gaq").contains(&"GAKL".to_owned()), "codes sound like nothing");
}

#[test]
fn another_spelling_finds_the_same() {
    for (query, expected) in [
        ("Ouagadugu", "ouagadougou"),
        ("Wagadugu", "ouagadougou"),
        ("واغادوغو", "ouagadougou"),
        ("واجادوجو", "ouagadougou"),
        ("Timbuktu", "Timbuktu MLI"),
        ("Tombouctou", "Timbuktu MLI"),
        ("Tombuktu", "Timbuktu MLI"),
        ("تمبكتو", "Timbuktu MLI"),
        ("تومبوكتو", "Timbuktu MLI"),
        ("Ghardaia", "Ghardaïa DZA"),
        ("غرداية", "Ghardaïa DZA"),
        ("غردايه", "Ghardaïa DZA"),
        ("Kidla", "kidal"),
        ("كِيدال", "kidal"),
        ("agades", "Agadez NER"),
        ("moscou", "moscow"),
        ("Tamanraset", "Tamanrasset DZA"),
        ("alger", "algiers"),
        ("mali", "MLI"),
        ("burkina", "BFA"),
    ] {
        assert_eq!(first(query), expected, "{query}: {:?}", found(query));
    }
}

#[test]
fn what_fits_better_and_matters_more_comes_first() {
    let gao = found("gao");
    let at = |what: &str| gao.iter().position(|found| found == what).unwrap();
    assert!(at("Gao MLI") < at("region Gao MLI"), "{gao:?}");
    assert!(at("region Gao MLI") < at("Gao BFA"), "{gao:?}");
    assert_eq!(first("ba"), "bamako", "the dossier's place before the gazetteer's larger ones");
    assert_eq!(first("niger"), "NER", "the country before the river's state");
    assert_eq!(
        found("bamako").iter().filter(|f| f.to_lowercase().contains("bamako")).count(),
        2,
        "the town once, and its region: {:?}",
        found("bamako")
    );
    assert_eq!(found("libya").first().map(String::as_str), Some("libya"));
    assert!(!found("libya").contains(&"LBY".to_owned()), "the dossier has it");
}

#[test]
fn nonsense_finds_nothing() {
    for query in ["xqzvbn", "qqqqq", "؟؟؟", "hjklfdsw", "ضصثقفغعه", "12345678", "∞"] {
        assert_eq!(found(query), [""; 0], "{query}");
    }
}

#[test]
fn coordinates_are_a_place_to_go_to() {
    for query in ["18.44, 1.41", "18,44 1,41", "١٨٫٤٤، ١٫٤١"] {
        assert_eq!(first(query), "18.44, 1.41");
    }
    let outside = Search::new(&WORLD, "48.85, 2.35".to_owned());
    assert_eq!(outside.outside, Some(LonLat::new(2.35, 48.85).unwrap()));
    assert_eq!(outside.found, []);
}

#[test]
fn before_anything_is_typed_the_dossier_and_the_commands_are_offered() {
    let open = Search::new(&WORLD, "  ".to_owned());
    assert_eq!(open.found.len(), WORLD.dossier.places.len() + Command::ALL.len());
    assert_eq!(first(""), "algiers");
}

#[test]
fn commands_are_found_in_every_language() {
    for query in ["save the map", "picture", "enregistrer", "حفظ الخريطة"] {
        assert_eq!(first(query), "Export", "{query}: {:?}", found(query));
    }
    assert_eq!(first("sombre"), "Dark");
}

#[test]
fn a_pasted_book_is_looked_for_and_not_found() {
    for query in ["tin zaouaten ".repeat(800), "ا".repeat(10_000), "1".repeat(10_000)] {
        assert!(found(&query).len() <= 2, "{:?}", found(&query));
    }
}

/// Types `query` and takes what is found first.
fn take(state: &mut AppState, query: &str) -> Vec<Effect> {
    update(state, Action::Search(SearchAction::Type(query.to_owned())));
    update(state, Action::Search(SearchAction::Accept(Some(0))))
}

#[test]
fn what_is_taken_is_done_and_closes_the_search() {
    let mut state = reader();
    let mut search = |action| update(&mut state, Action::Search(action));
    search(SearchAction::Open);
    search(SearchAction::Type("timbuktu".to_owned()));
    let effects = search(SearchAction::Accept(None));
    let [Effect::Fly(Destination::Spot { at, .. })] = effects[..] else { panic!("{effects:?}") };
    assert!((at.lat() - 16.773).abs() < 0.01);
    assert_eq!(state.search, None);

    assert_eq!(take(&mut state, "kidal"), [Effect::ShowPlace(PlaceId::new("kidal").unwrap())]);
    assert_eq!(take(&mut state, "save the map"), []);
    assert_eq!(state.dialog.take(), Some(Dialog::Export));
    assert_eq!(take(&mut state, "xqzvbn"), [], "there is nothing to take");
    assert_eq!(state.session.selected, PlaceId::new("kidal").ok());
    let mali = take(&mut state, "mali");
    let [Effect::Fly(Destination::Extent { south_west, north_east })] = mali[..] else {
        panic!("{mali:?}")
    };
    assert!(south_west.lat() < 10.5 && north_east.lat() > 24.9 && south_west.lon() < -12.0);
    assert_eq!(take(&mut state, "18.44, 1.41").len(), 1);
}

#[test]
fn everything_that_is_offered_leads_somewhere() {
    for query in ["", "a", "ma", "18.44, 1.41", "ب"] {
        for what in Search::new(&WORLD, query.to_owned()).found {
            assert!(what.action(&WORLD).is_some(), "{what:?}");
        }
    }
}

#[test]
fn the_choice_goes_round_the_end_and_back_to_the_first_with_every_letter() {
    let mut state = reader();
    let chosen = |state: &AppState| state.search.as_ref().map(|search| search.chosen);
    update(&mut state, Action::Search(SearchAction::Open));
    let last = state.search.as_ref().unwrap().found.len() - 1;
    update(&mut state, Action::Search(SearchAction::Step(-1)));
    assert_eq!(chosen(&state), Some(last));
    update(&mut state, Action::Search(SearchAction::Step(1)));
    update(&mut state, Action::Search(SearchAction::Step(1)));
    assert_eq!(chosen(&state), Some(1));
    update(&mut state, Action::Search(SearchAction::Type("k".to_owned())));
    assert_eq!(chosen(&state), Some(0));
    assert!(!state.history.can_undo());
    update(&mut state, Action::Search(SearchAction::Type("xqzvbn".to_owned())));
    update(&mut state, Action::Search(SearchAction::Step(1)));
    assert_eq!(chosen(&state), Some(0), "there is nothing to choose");
    update(&mut state, Action::Search(SearchAction::Close));
    assert_eq!(state.search, None);
}
