//! The distances from one position to the four borders, and what they say together.

use crate::geodata::{Country, LonLat};
use crate::measure::{BorderIndexes, Metres, NearestBorder, Uncertainty};

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
