//! Which records a panel or the map asks for.

use super::{
    Actor, ActorId, Claim, ClaimId, Dossier, Event, EventId, Excerpt, ExcerptId, Place, PlaceId,
    Precision, Ring,
};
use crate::geodata::CountryCode;
use std::ops::Range;

impl Dossier {
    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// The excerpt with this id.
    #[must_use]
    pub fn excerpt(&self, id: &ExcerptId) -> Option<&Excerpt> {
        self.excerpts.iter().find(|excerpt| excerpt.id == *id)
    }

    /// The event with this id.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// The claim with this id.
    #[must_use]
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == *id)
    }

    /// The actor with this id.
    #[must_use]
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == *id)
    }

    /// The numbered places in the order of their numbers, which is the article's.
    #[must_use]
    pub fn pins(&self) -> Vec<&Place> {
        let mut pins: Vec<_> = self.places.iter().filter(|p| p.number.is_some()).collect();
        pins.sort_by_key(|place| place.number);
        pins
    }

    /// The excerpts of the paragraphs that speak of the place, in the order of the article.
    #[must_use]
    pub fn excerpts_of(&self, id: &PlaceId) -> Vec<&Excerpt> {
        let cited = self.place(id).map_or(&[][..], |place| place.basis.paragraphs());
        self.excerpts.iter().filter(|excerpt| cited.contains(&excerpt.paragraph)).collect()
    }

    /// The places in a country, in the order of the file.
    pub fn places_in(&self, country: CountryCode) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| place.country == Some(country))
    }

    /// The excerpts of the paragraphs that speak of a place in the country, in the order of the
    /// article.
    #[must_use]
    pub fn excerpts_in(&self, country: CountryCode) -> Vec<&Excerpt> {
        let cited = |excerpt: &&Excerpt| {
            let speaks = |p: &Place| p.basis.paragraphs().contains(&excerpt.paragraph);
            self.places_in(country).any(speaks)
        };
        self.excerpts.iter().filter(cited).collect()
    }

    /// What happened at the place, in the order of the file.
    #[must_use]
    pub fn events_of(&self, id: &PlaceId) -> Vec<&Event> {
        self.events.iter().filter(|event| event.places.contains(id)).collect()
    }

    /// What is claimed of the place, in the order of the file.
    #[must_use]
    pub fn claims_of(&self, id: &PlaceId) -> Vec<&Claim> {
        self.claims.iter().filter(|claim| claim.places.contains(id)).collect()
    }

    /// The places that belong to this one, such as the ring around a town.
    #[must_use]
    pub fn attached_to(&self, id: &PlaceId) -> Vec<&Place> {
        self.places.iter().filter(|place| place.belongs_to.as_ref() == Some(id)).collect()
    }

    /// The ring in which a vague place lies: around its own point, or around the place it
    /// belongs to.
    #[must_use]
    pub fn ring_of(&self, place: &Place) -> Option<Ring> {
        let Precision::Within { radius } = place.precision else { return None };
        let around = || self.place(place.belongs_to.as_ref()?)?.position;
        let centre = place.position.or_else(around)?;
        Some(Ring { centre, radius, country: place.country })
    }

    /// The excerpt that holds the words of the claim, and where in [`Excerpt::text`] they stand,
    /// in bytes.
    #[must_use]
    pub fn quote_of(&self, claim: &Claim) -> Option<(&Excerpt, Range<usize>)> {
        self.excerpts
            .iter()
            .filter(|excerpt| excerpt.paragraph == claim.paragraph)
            .find_map(|excerpt| Some((excerpt, excerpt.find(&claim.quote)?)))
    }

    /// GeoNames ids of the gazetteer's places whose labels the dossier's own replace, ascending.
    #[must_use]
    pub fn hidden_gazetteer_ids(&self) -> Vec<u32> {
        let mut ids: Vec<_> = self.places.iter().filter_map(|place| place.geonameid).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
