//! The search: what was typed, what was found, and what is done with it.

mod command;
mod form;
mod index;
mod sound;

pub use command::Command;
pub use index::SearchIndex;

use super::{Action, AppState, Destination, Effect, THEATRE, World, saving, selectors, update};
use crate::dossier::PlaceId;
use crate::geodata::{Country, CountryCode, LonLat, PlaceRank};
use crate::measure::coordinates::{self, NotAPosition};

/// Characters that are looked for at most: more than any name has.
pub const LONGEST: usize = 1_024;
/// Zoom at which a position is shown.
const POSITION_ZOOM: f64 = 9.0;
/// Zoom at which an airport is shown with its name and codes.
const AIRPORT_ZOOM: f64 = 11.0;
/// Half of what is shown of a neighbouring country, whose whole extent is not known, in degrees.
const NEIGHBOUR: f64 = 5.0;

/// The search while it is open. Not kept between runs, and no step of undo.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// What answers to it, the best first; before anything is typed, what the dossier has and
    /// what can be done.
    pub found: Vec<What>,
    /// Which of `found` Enter takes.
    pub chosen: usize,
    /// A position that was typed and that the map does not reach.
    pub outside: Option<LonLat>,
    /// Why coordinates that were typed are of no place on earth.
    pub fault: Option<NotAPosition>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A place of the dossier.
    Place(PlaceId),
    /// A place of the gazetteer, by its index there.
    Town(usize),
    /// A first-level region, by its index.
    Region(usize),
    /// An airport, by its index.
    Airport(usize),
    /// A country.
    Country(CountryCode),
    /// A position that was typed.
    Position(LonLat),
    /// Something to do.
    Command(Command),
}

/// What the reader does in the search.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchAction {
    /// Open it, empty; what is open already stays as it is.
    Open,
    /// Close it and do nothing.
    Close,
    /// Look for this.
    Type(String),
    /// Choose the thing `step` further on, round the end.
    Step(i32),
    /// Take what is chosen, or the thing at this index.
    Accept(Option<usize>),
}

/// Applies `action` and says what else is to be done.
pub(super) fn act(state: &mut AppState, action: SearchAction) -> Vec<Effect> {
    match action {
        SearchAction::Open => {
            saving::close_dialog(state);
            if state.search.is_none() {
                state.search = Some(Search::new(&state.world, String::new()));
            }
        }
        SearchAction::Close => state.search = None,
        SearchAction::Type(query) => {
            let query: String = query.chars().take(LONGEST).collect();
            if state.search.as_ref().is_none_or(|search| search.query != query) {
                state.search = Some(Search::new(&state.world, query));
            }
        }
        SearchAction::Step(step) => {
            if let Some(search) = &mut state.search {
                search.step(step);
            }
        }
        SearchAction::Accept(index) => return accept(state, index),
    }
    Vec::new()
}

fn accept(state: &mut AppState, index: Option<usize>) -> Vec<Effect> {
    let Some(search) = &state.search else { return Vec::new() };
    let Some(what) = search.found.get(index.unwrap_or(search.chosen)) else { return Vec::new() };
    let action = what.action(&state.world);
    state.search = None;
    action.map_or_else(Vec::new, |action| update(state, action))
}

impl Search {
    fn new(world: &World, query: String) -> Self {
        let index = world.search_index();
        let mut search = Self { query, ..Self::default() };
        if search.query.trim().is_empty() {
            let places = selectors::places_in_order(world);
            search.found.extend(places.into_iter().map(|place| What::Place(place.id.clone())));
            search.found.extend(Command::ALL.map(What::Command));
            return search;
        }
        match coordinates::parse(&search.query) {
            Ok(at) if THEATRE.contains(at) => search.found.push(What::Position(at)),
            Ok(outside) => search.outside = Some(outside),
            // What is no coordinates at all is the name of something.
            Err(
                NotAPosition::Shape(_) | NotAPosition::Latitude(_) | NotAPosition::Longitude(_),
            ) => {}
            Err(fault) => search.fault = Some(fault),
        }
        search.found.extend(index.find(&search.query));
        search
    }

    fn step(&mut self, step: i32) {
        let count = i64::try_from(self.found.len()).unwrap_or(i64::MAX).max(1);
        let chosen = i64::try_from(self.chosen).unwrap_or(0) + i64::from(step);
        self.chosen = usize::try_from(chosen.rem_euclid(count)).unwrap_or(0);
    }
}

impl What {
    /// What Enter does with it; nothing with what is not there any more.
    #[must_use]
    pub fn action(&self, world: &World) -> Option<Action> {
        let go = |destination| Some(Action::GoTo(destination));
        match self {
            Self::Place(id) => Some(Action::Select(id.clone())),
            Self::Command(command) => Some(command.action()),
            Self::Position(at) => go(Destination::Spot { at: *at, zoom: POSITION_ZOOM }),
            Self::Town(index) => {
                let town = world.ground.places.places.get(*index)?;
                let zoom = match town.rank {
                    PlaceRank::NationalCapital | PlaceRank::City => 8.0,
                    PlaceRank::Town => 9.0,
                    PlaceRank::Small => 10.0,
                };
                go(Destination::Spot { at: town.at, zoom })
            }
            Self::Region(index) => {
                let rings = &world.ground.regions.regions.get(*index)?.rings;
                go(Destination::holding(&rings.concat())?)
            }
            Self::Airport(index) => {
                let at = world.ground.airports.airports.get(*index)?.at;
                go(Destination::Spot { at, zoom: AIRPORT_ZOOM })
            }
            Self::Country(code) => match Country::from_code(*code) {
                Some(own) => Some(Action::ShowCountry(own)),
                None => go(around(world.ground.countries.get(*code)?.label_at)),
            },
        }
    }
}

/// The part of the ground around the middle of a neighbouring country.
fn around(at: LonLat) -> Destination {
    Destination::Extent {
        south_west: LonLat::saturating(at.lon() - NEIGHBOUR, at.lat() - NEIGHBOUR),
        north_east: LonLat::saturating(at.lon() + NEIGHBOUR, at.lat() + NEIGHBOUR),
    }
}

#[cfg(test)]
mod tests;
