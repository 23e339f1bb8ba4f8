//! Which places are listed and shown as pins, and in which order.

use super::{Session, THEATRE, World};
use crate::dossier::{ActorId, Kind, Place, When};
use crate::geodata::{CountryCode, Lang};
use crate::i18n::fold;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// What the list of places is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The article's numbers, context last.
    #[default]
    Article,
    /// The names in the reader's language.
    Name,
    /// The earliest event there; what has no date comes last.
    Date,
    /// The distance to the nearest border; what has none comes last.
    Border,
    /// How many excerpts name it, the most first.
    Excerpts,
}

impl Order {
    /// Every order, as they are offered.
    pub const ALL: [Self; 5] =
        [Self::Article, Self::Name, Self::Date, Self::Border, Self::Excerpts];
}

/// Who says that a place matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Said {
    /// The article.
    Article,
    /// Public knowledge alone.
    Context,
}

/// What is listed, and in which order. Nothing in a filter lets everything pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Listing {
    /// What it is sorted by.
    pub order: Order,
    /// Places of this kind only.
    pub kind: Option<Kind>,
    /// Places where this actor acts.
    pub actor: Option<ActorId>,
    /// Places in this country.
    pub country: Option<CountryCode>,
    /// Places of the article, or of context.
    pub said: Option<Said>,
    /// Whether the filters are shown.
    pub open: bool,
}

impl Listing {
    /// Whether some places may be left out.
    #[must_use]
    pub const fn is_filtered(&self) -> bool {
        self.kind.is_some() || self.actor.is_some() || self.country.is_some() || self.said.is_some()
    }

    /// The same without filters.
    #[must_use]
    pub fn unfiltered(&self) -> Self {
        Self { order: self.order, open: self.open, ..Self::default() }
    }

    /// Whether `place` passes the filters.
    #[must_use]
    pub fn passes(&self, world: &World, place: &Place) -> bool {
        let said = if place.basis.is_context() { Said::Context } else { Said::Article };
        let acts = |actor: &ActorId| {
            let events =
                world.dossier.events.iter().filter(|event| event.places.contains(&place.id));
            events
                .flat_map(|event| event.actors.iter().chain(&event.actors_context))
                .any(|a| a == actor)
        };
        self.kind.is_none_or(|kind| place.kind == kind)
            && self.country.is_none_or(|country| place.country == Some(country))
            && self.said.is_none_or(|wanted| wanted == said)
            && self.actor.as_ref().is_none_or(acts)
    }

    /// What this world lacks is not filtered by.
    pub(super) fn repair(&mut self, world: &World) {
        let known = |id: &ActorId| world.dossier.actors.iter().any(|actor| actor.id == *id);
        self.actor = self.actor.take().filter(known);
        let places = &world.dossier.places;
        self.kind = self.kind.filter(|kind| places.iter().any(|place| place.kind == *kind));
        let lies_there = |code: &CountryCode| places.iter().any(|p| p.country == Some(*code));
        self.country = self.country.filter(lies_there);
    }
}

/// Whether `place` is listed and has its pin: what is selected always does.
#[must_use]
pub fn is_shown(session: &Session, world: &World, place: &Place) -> bool {
    let is_of_scene = session.only.is_empty() || session.only.contains(&place.id);
    session.selected.as_ref() == Some(&place.id)
        || is_of_scene && session.listing.passes(world, place)
}

/// The places that are listed, in the order of the session.
#[must_use]
pub fn listed<'a>(session: &Session, world: &'a World) -> Vec<&'a Place> {
    let mut places = super::selectors::places_in_order(world);
    places.retain(|place| is_shown(session, world, place));
    // Those that are equal stay in the order of the article.
    places.sort_by(|a, b| compare(session.listing.order, session.lang, world, a, b));
    places
}

/// The earliest date of what happened at `place`, of those that are known by a day.
#[must_use]
pub fn first_when<'a>(world: &'a World, place: &Place) -> Option<&'a When> {
    let events = world.dossier.events.iter().filter(|event| event.places.contains(&place.id));
    let dates = events.flat_map(|event| event.when_article.iter().chain(&event.when_context));
    dates.filter(|when| begins(when).is_some()).min_by_key(|when| begins(when))
}

/// The first day that a date may mean, or the last where only that is known.
fn begins(when: &When) -> Option<Date> {
    let (from, to) = when.bounds();
    from.or(to)
}

fn compare(order: Order, lang: Lang, world: &World, a: &Place, b: &Place) -> Ordering {
    match order {
        Order::Article => Ordering::Equal,
        Order::Name => {
            let name = |place: &Place| fold::text(place.names.get(lang));
            name(a).cmp(&name(b))
        }
        Order::Date => {
            let date = |place: &Place| begins(first_when(world, place)?);
            last_if_none(date(a), date(b), Ord::cmp)
        }
        Order::Border => {
            // Beyond the theatre the list shows no distance.
            let near = |place: &Place| {
                let measured = world.distances.get(&place.id);
                measured.filter(|measured| THEATRE.contains(measured.from))
            };
            let far = |place: &Place| Some(near(place)?.nearest().distance.0);
            last_if_none(far(a), far(b), f64::total_cmp)
        }
        Order::Excerpts => {
            let count = |place: &Place| world.dossier.excerpts_of(&place.id).len();
            count(b).cmp(&count(a))
        }
    }
}

fn last_if_none<T>(a: Option<T>, b: Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => compare(&a, &b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Dossier, PlaceId};
    use crate::geodata::Country;
    use std::sync::LazyLock;

    static WORLD: LazyLock<World> =
        LazyLock::new(|| World::new(Dossier::built_in().unwrap()).unwrap());

    fn ids(listing: Listing) -> Vec<String> {
        let session = Session { listing, ..Session::in_language(Lang::En) };
        listed(&session, &WORLD).into_iter().map(|place| place.id.to_string()).collect()
    }

    fn by(order: Order) -> Vec<String> {
        ids(Listing { order, ..Listing::default() })
    }

    #[test]
    fn every_order_lists_every_place_once() {
        let mut all = by(Order::Article);
        assert_eq!(all.len(), WORLD.dossier.places.len());
        all.sort();
        for order in Order::ALL {
            let mut places = by(order);
            places.sort();
            assert_eq!(places, all, "{order:?}");
        }
    }

    #[test]
    fn the_orders_are_what_they_say() {
        let place = |id: &String| WORLD.dossier.place(&PlaceId::new(id).unwrap()).unwrap();
        let names: Vec<String> =
            by(Order::Name).iter().map(|id| place(id).names.en.clone()).collect();
        assert!(
            names.windows(2).all(|two| fold::text(&two[0]) <= fold::text(&two[1])),
            "{names:?}"
        );
        let far: Vec<f64> = by(Order::Border)
            .iter()
            .filter_map(|id| {
                let measured = WORLD.distances.get(&place(id).id)?;
                THEATRE.contains(measured.from).then(|| measured.nearest().distance.0)
            })
            .collect();
        assert!(far.len() > 5 && far.windows(2).all(|two| two[0] <= two[1]), "{far:?}");
        let excerpts: Vec<usize> = by(Order::Excerpts)
            .iter()
            .map(|id| WORLD.dossier.excerpts_of(&place(id).id).len())
            .collect();
        assert!(excerpts.windows(2).all(|two| two[0] >= two[1]), "{excerpts:?}");
        // The coups of Mali, Burkina Faso and Niger came one after the other.
        let dates = by(Order::Date);
        let at = |id: &str| dates.iter().position(|other| other == id).unwrap();
        assert!(at("bamako") < at("ouagadougou") && at("ouagadougou") < at("niamey"), "{dates:?}");
    }

    #[test]
    fn filters_combine_and_the_selected_place_stays() {
        let mali = Some(Country::Mali.code());
        let in_mali = ids(Listing { country: mali, ..Listing::default() });
        assert!(in_mali.contains(&"kidal".to_owned()) && !in_mali.contains(&"algiers".to_owned()));
        let coups = ids(Listing { kind: Some(Kind::Coup), country: mali, ..Listing::default() });
        assert_eq!(coups, ["bamako"]);
        let none =
            Listing { kind: Some(Kind::Coup), said: Some(Said::Context), ..Listing::default() };
        assert_eq!(ids(none.clone()), [""; 0]);
        let selected = Some(PlaceId::new("kidal").unwrap());
        let session = Session { listing: none, selected, ..Session::in_language(Lang::En) };
        let shown: Vec<&str> = listed(&session, &WORLD).iter().map(|p| p.id.as_str()).collect();
        assert_eq!(shown, ["kidal"]);
    }

    #[test]
    fn an_actor_of_another_dossier_is_not_filtered_by() {
        let actor = |id: &str| Some(ActorId::new(id).unwrap());
        let known = WORLD.dossier.actors[0].id.to_string();
        for (id, kept) in [(known.as_str(), true), ("nobody", false)] {
            let mut listing = Listing { actor: actor(id), ..Listing::default() };
            listing.repair(&WORLD);
            assert_eq!(listing.actor.is_some(), kept, "{id}");
        }
        let any = WORLD.dossier.actors.iter().filter(|actor| {
            let listing = Listing { actor: Some(actor.id.clone()), ..Listing::default() };
            (1..WORLD.dossier.places.len()).contains(&ids(listing).len())
        });
        assert!(any.count() > 1, "actors are found by the places where they act");
    }
}
