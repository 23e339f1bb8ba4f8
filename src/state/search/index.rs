//! What can be found by its name, and in which order it is found.

use super::What;
use super::command::Command;
use super::form::{Fit, Form};
use crate::dossier::{Dossier, Precision};
use crate::geodata::{Country, Ground, Lang, Names, PlaceRank};
use crate::i18n::Words;

/// Things that are found at once, at most.
const MOST: usize = 50;

/// Everything that has a name, with its names ready to be compared.
#[derive(Debug)]
pub struct SearchIndex {
    /// By what matters more among things that fit equally well.
    things: Vec<Thing>,
}

#[derive(Debug)]
struct Thing {
    what: What,
    names: Vec<Form>,
    weight: Weight,
}

/// What comes first among things that fit equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Dossier,
    OwnCountry,
    Capital,
    Country,
    City,
    Region,
    Town,
    Airport,
    Command,
    Small,
}

impl SearchIndex {
    /// The index of a dossier and the ground. Takes some milliseconds.
    #[must_use]
    pub fn new(dossier: &Dossier, ground: &Ground) -> Self {
        let mut things = Vec::new();
        let mut add_forms = |what, forms: &mut dyn Iterator<Item = Form>, weight| {
            let mut names: Vec<Form> = Vec::new();
            for form in forms {
                if !form.is_empty() && !names.contains(&form) {
                    names.push(form);
                }
            }
            things.push(Thing { what, names, weight });
        };
        for (index, airport) in ground.airports.airports.iter().enumerate() {
            let codes = airport.iata.iter().chain([&airport.icao]).map(|code| Form::of_code(code));
            let names = all(&airport.names).into_iter().map(Form::of_name);
            add_forms(What::Airport(index), &mut names.chain(codes), Weight::Airport);
        }
        let mut add = |what, names: &[&str], weight| {
            add_forms(what, &mut names.iter().map(|name| Form::of_name(name)), weight);
        };
        for place in &dossier.places {
            add(What::Place(place.id.clone()), &all(&place.names), Weight::Dossier);
        }
        let is_reported = |code| {
            let mut countries = dossier.places.iter().filter(|p| p.precision == Precision::Country);
            countries.any(|p| p.country == Some(code))
        };
        for country in ground.countries.countries.iter().filter(|c| !is_reported(c.code)) {
            let own = Country::from_code(country.code).is_some();
            let weight = if own { Weight::OwnCountry } else { Weight::Country };
            add(What::Country(country.code), &all(&country.names), weight);
        }
        let hidden = dossier.hidden_gazetteer_ids();
        for (index, town) in ground.places.places.iter().enumerate() {
            if town.geonameid.is_some_and(|id| hidden.binary_search(&id).is_ok()) {
                continue;
            }
            let weight = match town.rank {
                PlaceRank::NationalCapital => Weight::Capital,
                PlaceRank::City => Weight::City,
                PlaceRank::Town => Weight::Town,
                PlaceRank::Small => Weight::Small,
            };
            add(What::Town(index), &all(&town.names), weight);
        }
        for (index, region) in ground.regions.regions.iter().enumerate() {
            add(What::Region(index), &all(&region.names), Weight::Region);
        }
        let words = Lang::ALL.map(Words::new);
        for command in Command::ALL {
            let names = words.each_ref().map(|words| words.text(command.key()));
            let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
            add(What::Command(command), &names, Weight::Command);
        }
        // Stable: the gazetteer has the larger ones first.
        things.sort_by_key(|thing| thing.weight);
        Self { things }
    }

    /// What answers to the words `typed`, the best first; nothing where there are none.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<What> {
        let query = Form::of_query(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let fit = |thing: &Thing| thing.names.iter().filter_map(|name| query.fit(name)).min();
        let mut found: Vec<(Fit, &Thing)> =
            self.things.iter().filter_map(|thing| Some((fit(thing)?, thing))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found.into_iter().take(MOST).map(|(_, thing)| thing.what.clone()).collect()
    }
}

fn all(names: &Names) -> [&str; 3] {
    [&names.ar, &names.fr, &names.en]
}
