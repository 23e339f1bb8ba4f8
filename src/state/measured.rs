//! The distances from one position to the four borders, and what they say together.

use super::World;
use crate::geodata::LonLat;
use crate::i18n::{Args, Words, key};
use crate::measure::{BorderIndexes, Hint, LengthUnit, Metres, NearestBorder, Uncertainty};

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
    pub fn new(borders: &BorderIndexes, from: LonLat, radius: Metres) -> Self {
        Self { from, radius, borders: borders.all(from) }
    }

    /// Measures from a point that follows another, such as the pointer's.
    #[must_use]
    pub fn following(borders: &BorderIndexes, from: LonLat, hint: &mut Hint) -> Self {
        Self { from, radius: Metres(0.0), borders: borders.all_with_hint(from, hint) }
    }

    /// The nearest point of each border line; a line that two of the four share comes once, with
    /// both.
    #[must_use]
    pub fn by_line(&self) -> Vec<(&NearestBorder, Option<&NearestBorder>)> {
        let mut lines: Vec<(&NearestBorder, Option<&NearestBorder>)> = Vec::new();
        for hit in &self.borders {
            let same =
                lines.iter_mut().find(|(first, second)| second.is_none() && shared(first, hit));
            match same {
                Some((_, second)) => *second = Some(hit),
                None => lines.push((hit, None)),
            }
        }
        lines
    }

    /// The distances with different foot points.
    #[must_use]
    pub fn distinct(&self) -> Vec<&NearestBorder> {
        self.by_line().into_iter().map(|(hit, _)| hit).collect()
    }

    /// How far the figure of this hit may be off.
    #[must_use]
    pub fn uncertainty(&self, hit: &NearestBorder) -> Uncertainty {
        Uncertainty::of(hit, self.radius)
    }

    /// The nearest of all.
    #[must_use]
    pub fn nearest(&self) -> &NearestBorder {
        let [first, rest @ ..] = &self.borders;
        rest.iter().fold(first, |best, hit| if hit.distance < best.distance { hit } else { best })
    }

    /// "Algeria–Mali": the countries on the two sides of the nearest border.
    #[must_use]
    pub fn nearest_name(&self, world: &World, words: &Words) -> String {
        let hit = self.nearest();
        let name = |code| world.country_name(code, words.lang());
        let between =
            Args::new().text("first", name(hit.country.code())).text("second", name(hit.neighbour));
        words.format(key::BORDER_BETWEEN, between)
    }

    /// "Algeria–Mali, 196 km": the nearest border and how far it is, as sure as it is known.
    #[must_use]
    pub fn nearest_words(&self, world: &World, words: &Words, unit: LengthUnit) -> String {
        let hit = self.nearest();
        let figure = words.border_figure(hit.distance, self.uncertainty(hit), unit);
        let comma = words.text(key::LIST_COMMA);
        [self.nearest_name(world, words).as_str(), figure.words.as_str()].join(&comma)
    }
}

/// Whether two hits are the same stretch seen from its two sides. The two sides are computed
/// apart and differ by less than a micrometre.
fn shared(a: &NearestBorder, b: &NearestBorder) -> bool {
    (a.distance.0 - b.distance.0).abs() < 1e-3
        && (a.foot.lon() - b.foot.lon()).abs() < 1e-6
        && (a.foot.lat() - b.foot.lat()).abs() < 1e-6
}
