//! Where each pin stands: on its spot, or beside it with a leader where pins would cover each
//! other, but always on its own side of the border.

use super::pins;
use super::view::View;
use crate::dossier::{Place, PlaceId};
use crate::geodata::{Country, LonLat};
use crate::measure::BorderIndexes;
use crate::state::listing::is_shown;
use crate::state::{Session, World};
use egui::{Pos2, Rect, Vec2, vec2};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Spots closer than this on screen come apart.
const TWIN_DISTANCE: f32 = 24.0;
/// Pins that overlap by more than this come apart too.
const OVERLAP: f32 = 4.0;
/// How far from its spot a displaced pin may stand, in points, and how far it may be turned from the
/// way that leads straight from the border, in degrees; both are tried in steps of this many.
const LEADERS: RangeInclusive<u8> = 40..=100;
const TURNS: RangeInclusive<i16> = -150..=150;
const STEP: usize = 6;
/// How many points of leader a degree weighs.
const TURN_WEIGHT: f32 = 0.3;

/// Leaders that are tried, as length and turn: the shortest and straightest first.
static TRIED: LazyLock<Vec<(f32, f64)>> = LazyLock::new(|| {
    let turned = |length| TURNS.step_by(STEP).map(move |turn| (f32::from(length), turn));
    let mut tried: Vec<(f32, i16)> = LEADERS.step_by(STEP).flat_map(turned).collect();
    let weight = |(length, turn): &(f32, i16)| length + TURN_WEIGHT * f32::from(turn.abs());
    tried.sort_by(|a, b| weight(a).total_cmp(&weight(b)));
    tried.into_iter().map(|(length, turn)| (length, f64::from(turn))).collect()
});

/// A pin of this frame.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPin {
    /// Which place it is.
    pub id: PlaceId,
    /// Where the place lies on screen.
    pub spot: Pos2,
    /// Where the pin's tip is; differs from the spot where a leader joins them.
    pub tip: Pos2,
    /// How much larger than usual the pin is.
    pub scale: f32,
}

impl PlacedPin {
    /// The rectangle it covers.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        pins::bounds(self.tip, self.scale)
    }

    /// Where its number stands: below the tip, and below the halo of the selected one.
    #[must_use]
    pub fn number_middle(&self) -> Pos2 {
        let on_its_spot = self.tip == self.spot;
        let is_large = self.scale > 1.2;
        self.tip + vec2(0.0, if is_large && on_its_spot { 29.0 } else { 18.0 })
    }

    /// The rectangle that it and its number cover.
    fn footprint(&self) -> Rect {
        self.bounds().union(Rect::from_center_size(self.number_middle(), pins::NUMBER_SIZE))
    }
}

/// The pins of places that have a spot on the map, in the order of painting: southward, so that
/// nearer pins cover farther ones, and the selected one last.
#[must_use]
pub(super) fn place_pins(
    view: &View,
    world: &World,
    session: &Session,
    hovered: Option<&PlaceId>,
) -> Vec<PlacedPin> {
    let reach = view.rect.expand(120.0);
    let mut found: Vec<(&Place, LonLat, PlacedPin)> = world
        .dossier
        .places
        .iter()
        .filter(|place| is_shown(session, world, place))
        .filter_map(|place| {
            let at = place.pin_position()?;
            let spot = view.screen_from_geo(at);
            let selected = session.selected.as_ref() == Some(&place.id);
            let look = pins::PinLook {
                selected,
                hovered: hovered == Some(&place.id),
                ..pins::PinLook::of(place)
            };
            let pin = PlacedPin { id: place.id.clone(), spot, tip: spot, scale: look.scale() };
            reach.contains(spot).then_some((place, at, pin))
        })
        .collect();
    let first = |place: &Place| {
        let selected = session.selected.as_ref() == Some(&place.id);
        (!selected, place.number.unwrap_or(u8::MAX))
    };
    found.sort_by_key(|(place, _, _)| first(place));
    separate(view, &world.borders, &mut found);
    found.sort_by(|a, b| {
        let key = |pin: &PlacedPin| (session.selected.as_ref() == Some(&pin.id), pin.tip.y);
        key(&a.2).partial_cmp(&key(&b.2)).unwrap_or(std::cmp::Ordering::Equal)
    });
    found.into_iter().map(|(_, _, pin)| pin).collect()
}

/// Moves pins apart. Pins on different spots keep theirs, the selected one and low numbers first;
/// twins, and pins that would cover one that stands already, move aside.
fn separate(view: &View, borders: &BorderIndexes, found: &mut [(&Place, LonLat, PlacedPin)]) {
    let spots: Vec<Pos2> = found.iter().map(|(_, _, pin)| pin.spot).collect();
    let is_twin = |pin: &PlacedPin| {
        // Its own spot is one of them.
        spots.iter().filter(|spot| spot.distance(pin.spot) < TWIN_DISTANCE).count() > 1
    };
    let mut standing: Vec<Rect> = Vec::new();
    // What those that move keep clear of: pins with their numbers.
    let mut taken: Vec<Rect> = Vec::new();
    let mut displaced = Vec::new();
    for (place, at, pin) in found {
        let bounds = pin.bounds();
        if is_twin(pin) || standing.iter().any(|s| s.shrink(OVERLAP).intersects(bounds)) {
            displaced.push((place, at, pin));
        } else {
            standing.push(bounds);
            taken.push(pin.footprint());
        }
    }
    for (place, at, pin) in displaced {
        let country = place.country.and_then(Country::from_code);
        if let Some(tip) = free_tip(view, borders, country, *at, pin, (&taken, &spots)) {
            pin.tip = tip;
        }
        taken.push(pin.footprint());
    }
}

/// A tip beside the spot, near it and as straight from the nearest border as may be, with the whole
/// pin over its own country and clear of `taken`.
fn free_tip(
    view: &View,
    borders: &BorderIndexes,
    country: Option<Country>,
    at: LonLat,
    pin: &PlacedPin,
    (taken, spots): (&[Rect], &[Pos2]),
) -> Option<Pos2> {
    let away = country.map_or(0.0, |c| borders.of(c).nearest(at).bearing.0 + 180.0);
    // The head stands above the tip: northward it needs no more room, southward it must clear
    // its own spot.
    let fits = |tip: Pos2| {
        let moved = PlacedPin { tip, ..pin.clone() };
        let body = [
            tip,
            pins::head_center(tip, pin.scale),
            moved.bounds().left_top(),
            moved.bounds().right_top(),
        ];
        let at_home = || {
            body.iter().all(|p| {
                country.is_none_or(|c| borders.country_at(view.geo_from_screen(*p)) == Some(c))
            })
        };
        !spots.iter().any(|spot| moved.bounds().expand(4.0).contains(*spot))
            && !taken.iter().any(|t| t.expand(2.0).intersects(moved.footprint()))
            && at_home()
    };
    // A leader under another pin reads as a link between the two.
    let is_clear = |tip: Pos2| {
        !(1..10_u8).any(|i| {
            let along = pin.spot + (tip - pin.spot) * (f32::from(i) / 10.0);
            taken.iter().any(|t| t.contains(along))
        })
    };
    let tip = |(length, turn): &(f32, f64)| {
        let bearing = (away + turn).to_radians();
        pin.spot + *length * Vec2::new(bearing.sin() as f32, -bearing.cos() as f32)
    };
    let mut first = None;
    for tip in TRIED.iter().map(tip).filter(|tip| fits(*tip)) {
        if is_clear(tip) {
            return Some(tip);
        }
        first = first.or(Some(tip));
    }
    first
}
