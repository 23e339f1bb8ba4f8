//! What follows from the state: nothing here is stored.

use super::{AppState, World};
use crate::dossier::{Place, PlaceId};
use crate::geodata::{Country, LonLat};
use crate::measure::{Metres, NearestBorder, Uncertainty};

/// The distances from a place to the four borders.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The place.
    pub from: LonLat,
    /// Radius of the place itself.
    pub radius: Metres,
    /// The nearest point of each border, in the order Algeria, Mali, Niger, Burkina Faso.
    pub borders: [NearestBorder; 4],
}

impl Measured {
    /// Measures from `from`, a place of the given radius.
    #[must_use]
    pub fn new(world: &World, from: LonLat, radius: Metres) -> Self {
        Self { from, radius, borders: world.borders.all(from) }
    }

    /// The distances with different foot points; a border that two countries share comes once.
    #[must_use]
    pub fn distinct(&self) -> Vec<&NearestBorder> {
        let mut found: Vec<&NearestBorder> = Vec::new();
        for hit in &self.borders {
            if !found.iter().any(|other| shared(other, hit)) {
                found.push(hit);
            }
        }
        found
    }

    /// How far the figure of this hit may be off.
    #[must_use]
    pub fn uncertainty(&self, hit: &NearestBorder) -> Uncertainty {
        Uncertainty::new(hit.country, hit.neighbour, self.radius)
    }

    /// The nearest of all.
    #[must_use]
    pub fn nearest(&self) -> &NearestBorder {
        let [first, rest @ ..] = &self.borders;
        rest.iter().fold(first, |best, hit| if hit.distance < best.distance { hit } else { best })
    }

    /// The two countries that share the line that is nearest, if two of the four do.
    #[must_use]
    pub fn shared_nearest(&self) -> Option<(Country, Country)> {
        let nearest = self.nearest();
        let other =
            self.borders.iter().find(|h| h.country != nearest.country && shared(h, nearest))?;
        Some((nearest.country, other.country))
    }
}

/// Whether two hits are the same stretch seen from its two sides. The two sides are computed
/// apart and differ by less than a micrometre.
fn shared(a: &NearestBorder, b: &NearestBorder) -> bool {
    (a.distance.0 - b.distance.0).abs() < 1e-3
        && (a.foot.lon() - b.foot.lon()).abs() < 1e-6
        && (a.foot.lat() - b.foot.lat()).abs() < 1e-6
}

/// The place whose card is open.
#[must_use]
pub fn selected_place(state: &AppState) -> Option<&Place> {
    state.world.dossier.place(state.session.selected.as_ref()?)
}

/// The distances from the selected place; none where it has no point.
#[must_use]
pub fn measured_place(state: &AppState) -> Option<Measured> {
    measured(&state.world, selected_place(state)?)
}

/// The distances from a place; none where it has no point, since a figure from the middle of a
/// vague ring would claim more than is known.
#[must_use]
pub fn measured(world: &World, place: &Place) -> Option<Measured> {
    Some(Measured::new(world, place.position?, place.precision.radius().unwrap_or(Metres(0.0))))
}

/// All places in the order in which the list shows them: by number, a ring behind the place it
/// belongs to, context last.
#[must_use]
pub fn places_in_order(world: &World) -> Vec<&Place> {
    let dossier = &world.dossier;
    let mut places: Vec<&Place> = dossier.places.iter().collect();
    places.sort_by_key(|place| {
        let owner = place.belongs_to.as_ref().and_then(|id| dossier.place(id));
        let number = place.number.or(owner.and_then(|p| p.number)).unwrap_or(u8::MAX);
        (number, owner.is_some())
    });
    places
}

/// The place `step` after the selected one in the order of the list, round the end.
#[must_use]
pub fn neighbour_in_order(state: &AppState, step: i32) -> Option<PlaceId> {
    let places = places_in_order(&state.world);
    let count = i32::try_from(places.len()).ok().filter(|n| *n > 0)?;
    let selected = state.session.selected.as_ref();
    let at = places.iter().position(|p| Some(&p.id) == selected);
    let next = match at.and_then(|i| i32::try_from(i).ok()) {
        Some(at) => (at + step).rem_euclid(count),
        None => 0,
    };
    places.get(usize::try_from(next).ok()?).map(|p| p.id.clone())
}
