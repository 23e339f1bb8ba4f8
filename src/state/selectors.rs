//! What follows from the state: nothing here is stored.

use super::listing;
use super::{
    AppState, ArticleView, Briefing, Destination, Measured, Session, Shade, THEATRE, ThemeChoice,
    World,
};
use crate::dossier::{Checked, Place, PlaceId};
use crate::geodata::{Country, Lang};
use crate::measure::{Degrees, geodesic};

/// The session that is kept between runs: in a briefing the one that comes back after it.
#[must_use]
pub fn kept(state: &AppState) -> &Session {
    state.briefing.as_ref().map_or(&state.session, Briefing::session)
}

/// The colours that are shown.
#[must_use]
pub const fn shade(state: &AppState) -> Shade {
    match state.session.theme {
        ThemeChoice::Contrast => Shade::Contrast,
        ThemeChoice::Light => Shade::Light,
        ThemeChoice::System if state.desktop_is_light => Shade::Light,
        ThemeChoice::Dark | ThemeChoice::System => Shade::Dark,
    }
}

/// The language of the translation in the article's tab: the one under the excerpts; where that is
/// off, the reader's, and French for a reader of Arabic.
#[must_use]
pub fn article_translation(session: &Session) -> Lang {
    let own = (session.lang != Lang::Ar).then_some(session.lang);
    session.translation.lang().or(own).unwrap_or(Lang::Fr)
}

/// In which languages the article's tab shows each excerpt, the original first.
#[must_use]
pub fn article_languages(session: &Session) -> Vec<Lang> {
    match session.article {
        ArticleView::Original => vec![Lang::Ar],
        ArticleView::Translation => vec![article_translation(session)],
        ArticleView::Both => vec![Lang::Ar, article_translation(session)],
    }
}

/// What has its card open.
#[derive(Clone, Copy)]
pub enum Card<'a> {
    /// A place of the dossier.
    Place(&'a Place),
    /// One of the four countries.
    Country(Country),
}

/// What has its card open, if anything has.
#[must_use]
pub fn card(state: &AppState) -> Option<Card<'_>> {
    let place = selected_place(state).map(Card::Place);
    place.or_else(|| state.session.country.map(Card::Country))
}

/// The place whose card is open.
#[must_use]
pub fn selected_place(state: &AppState) -> Option<&Place> {
    state.world.dossier.place(state.session.selected.as_ref()?)
}

/// The distances from the selected place; none where it has no point.
#[must_use]
pub fn measured_place(state: &AppState) -> Option<&Measured> {
    measured(&state.world, selected_place(state)?)
}

/// The distances from a place; none where it has no point, since a figure from the middle of a
/// vague ring would claim more than is known.
#[must_use]
pub fn measured<'a>(world: &'a World, place: &Place) -> Option<&'a Measured> {
    world.distances.get(&place.id)
}

/// The claim that the map shows, with what was computed of it.
#[must_use]
pub fn shown_claim(state: &AppState) -> Option<&Checked> {
    state.world.checked(state.session.claim.as_ref()?)
}

/// Where what the map shows of a claim can be seen: its place and its nearest possible points
/// with the ground about them, twice as far as the border is.
#[must_use]
pub fn claim_destination(state: &AppState) -> Option<Destination> {
    let (about, sites) = shown_claim(state)?.sites()?;
    let mut seen = vec![about.subject.centre()];
    for (_, site) in sites {
        let reach = site.to_border.distance * 2.0;
        let way = |bearing| geodesic::destination(site.at, Degrees(bearing), reach);
        seen.extend([0.0, 90.0, 180.0, 270.0].map(way));
    }
    Destination::holding(&seen)
}

/// Where the country can be seen whose card is open.
#[must_use]
pub fn country_destination(state: &AppState) -> Option<Destination> {
    Destination::holding(&state.world.ground.borders.of(state.session.country?).ring)
}

/// Where all pins that stand on the map can be seen.
#[must_use]
pub fn pins_extent(world: &World) -> Option<Destination> {
    let places = world.dossier.places.iter().filter_map(Place::pin_position);
    Destination::holding(&places.filter(|at| THEATRE.contains(*at)).collect::<Vec<_>>())
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
    let places = listing::listed(&state.session, &state.world);
    let count = i32::try_from(places.len()).ok().filter(|n| *n > 0)?;
    let selected = state.session.selected.as_ref();
    let at = places.iter().position(|p| Some(&p.id) == selected);
    let next = match at.and_then(|i| i32::try_from(i).ok()) {
        // A step may be of any length.
        Some(at) => (at + step.rem_euclid(count)) % count,
        None => 0,
    };
    places.get(usize::try_from(next).ok()?).map(|p| p.id.clone())
}
