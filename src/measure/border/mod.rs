//! How far a position is from a country's border, and on which side of it.
//!
//! `geo` measures to points on the ellipsoid, but to lines only on a sphere: up to 1.5 km wrong
//! from within these four countries. What is missing is here, each step in a file of its own:
//!
//! 1. `sub_edges`: the border line is cut along its geodesics into pieces of at most 1 km.
//! 2. `tree`: a search by straight chords through space leaves the pieces that can be nearest,
//!    four of 15,000 on average. From another continent `afar` does it by geodesics instead.
//! 3. `ellipsoid`: the lengths of the geodesics to those, estimated, leave hardly more than one,
//!    and tell the foot on it within centimetres.
//! 4. `refine`: the geodesic to there, and the foot moved to where its own is shortest. `ways`
//!    keeps the geodesics: two countries with a border in common share one.
//! 5. `inside`: the side, by counting the edges to the north.
//!
//! `many` puts positions in an order that this is fastest in.
//! `lengths` says how long the line is. `within` asks the same index the other way round: what of the line a circle holds.
//!
//! The Earth is the WGS84 ellipsoid and the edges of the line are geodesics on it. What is
//! reported is `geo`'s `Geodesic` distance and bearing to the foot, bit for bit: to the shortest
//! geodesic there is to this line within a micrometre, in two to three times what four geodesics
//! take for the four countries, and in less than twice that with a [`Hint`]; from the other side
//! of the world in about a millisecond. The line itself is off by far more: see
//! [`Uncertainty`](super::Uncertainty).

mod afar;
mod boxes;
mod ellipsoid;
mod hint;
mod inside;
mod lengths;
mod many;
mod refine;
mod sub_edges;
mod tree;
mod ways;
mod within;

use crate::geodata::{Borders, Country, CountryBorder, CountryCode, LonLat, Stretch};
use crate::measure::{BorderError, Degrees, Metres};
use ellipsoid::Ecef;
pub use hint::Hint;
use inside::Interior;
pub use lengths::{BorderLength, border_lengths};
use refine::Room;
use std::panic::resume_unwind;
use std::thread;
use sub_edges::{Across, Pieces, SubEdge};
use tree::Tree;
use ways::Ways;
pub use within::BorderPiece;

/// The nearest point of a country's border to a position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearestBorder {
    /// The country whose border this is.
    pub country: Country,
    /// Whether the position is in that country (in Algeria's case: or in its territorial sea).
    pub inside: bool,
    /// Length of the geodesic from the position to the foot.
    pub distance: Metres,
    /// The nearest point of the border line.
    pub foot: LonLat,
    /// Bearing from the position to the foot, 0 to 360 clockwise from true north; 0 on the line.
    pub bearing: Degrees,
    /// The edge that the foot is on: the one between the ring's vertices `edge` and `edge + 1`.
    pub edge: usize,
    /// The country across that edge.
    pub neighbour: CountryCode,
    /// How far the line may be off there.
    pub error: BorderError,
}

/// A country cannot be measured to: none of its stretches has an edge of its ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("country `{0}` has no border line")]
pub struct NoBorderLine(pub CountryCode);

/// One country's border, made ready to be measured to.
#[derive(Debug)]
pub struct BorderIndex {
    country: Country,
    line: Vec<SubEdge>,
    tree: Tree,
    interior: Interior,
    /// Whether the border line goes all round the country, with no coast.
    is_closed: bool,
}

impl BorderIndex {
    /// Prepares a country's border: distances are to the edges of its stretches, taken as
    /// geodesics; the whole ring tells inside from outside.
    ///
    /// The ring must not cross the date line nor hold a pole.
    ///
    /// # Errors
    /// [`NoBorderLine`].
    pub fn new(border: &CountryBorder) -> Result<Self, NoBorderLine> {
        let CountryBorder { country, ring, stretches } = border;
        let edges: Vec<Pieces> = ring
            .iter()
            .zip(ring.iter().skip(1))
            .map(|(&from, &to)| sub_edges::subdivide(from, to))
            .collect();
        let mut line = Vec::new();
        for stretch in stretches {
            let &Stretch { neighbour, shared, error, .. } = stretch;
            let across = Across { neighbour, shared, error: error.into() };
            for edge in stretch.edges.clone() {
                let Some(&Pieces { ref ends, reversed }) = edges.get(edge) else { continue };
                let piece = |&(from, to)| SubEdge { from, to, edge, across, reversed };
                line.extend(ends.iter().map(piece));
            }
        }
        if line.is_empty() {
            return Err(NoBorderLine(country.code()));
        }
        let chords: Vec<(Ecef, Ecef)> =
            line.iter().map(|piece| (Ecef::of(piece.from), Ecef::of(piece.to))).collect();
        Ok(Self {
            country: *country,
            tree: Tree::new(&chords),
            interior: Interior::new(edges.iter().flat_map(|pieces| &pieces.ends).copied()),
            is_closed: stretches.iter().map(|stretch| stretch.edges.len()).sum::<usize>()
                == edges.len(),
            line,
        })
    }

    /// The country whose border this is.
    #[must_use]
    pub const fn country(&self) -> Country {
        self.country
    }

    /// Whether a position is in the country; in Algeria's case also in its territorial sea.
    #[must_use]
    pub fn contains(&self, at: LonLat) -> bool {
        self.interior.contains(at)
    }

    /// Whether the border line goes all round the country: not for Algeria, which has a coast.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The corners, south-west and north-east, between which all of the country lies.
    #[must_use]
    pub fn extent(&self) -> [LonLat; 2] {
        self.interior.extent()
    }

    /// The nearest point of the border to a position anywhere on Earth.
    #[must_use]
    pub fn nearest(&self, at: LonLat) -> NearestBorder {
        self.nearest_by(&mut Ways::from(at), at, &mut None, &mut Room::default())
    }

    /// The same with the geodesics from `at` that are known already, and where to begin.
    #[expect(clippy::expect_used, reason = "a line is not empty: `new` refuses it")]
    fn nearest_by(
        &self,
        ways: &mut Ways,
        at: LonLat,
        near: &mut Option<usize>,
        room: &mut Room,
    ) -> NearestBorder {
        let (way, sub_edge) = refine::nearest(ways, (&self.tree, &self.line), *near, room)
            .expect("a line that is not empty has a nearest point");
        *near = Some(sub_edge);
        let piece = self.line.get(sub_edge).expect("a sub-edge of this line");
        let course = way.course();
        NearestBorder {
            country: self.country,
            inside: self.contains(at),
            distance: course.distance,
            foot: way.to,
            bearing: course.bearing,
            edge: piece.edge,
            neighbour: piece.across.neighbour,
            error: piece.across.error,
        }
    }
}

/// The borders of the four countries, made ready to be measured to.
///
/// ```
/// use sahel_map::geodata::{Borders, LonLat};
/// use sahel_map::measure::border::BorderIndexes;
/// let indexes = BorderIndexes::build(&Borders::embedded()?)?;
/// let kidal = LonLat::new(1.40921, 18.44345)?;
/// let [algeria, mali, niger, burkina_faso] = indexes.all(kidal);
/// assert!(mali.inside);
/// assert_eq!(mali.distance.0.round(), 195_854.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct BorderIndexes([BorderIndex; 4]);

impl BorderIndexes {
    /// Prepares the borders of the four, on two threads: some 10 ms.
    ///
    /// # Errors
    /// [`NoBorderLine`] names the first country without one.
    pub fn build(borders: &Borders) -> Result<Self, NoBorderLine> {
        let two = |a, b| -> Result<_, NoBorderLine> {
            Ok((BorderIndex::new(borders.of(a))?, BorderIndex::new(borders.of(b))?))
        };
        // Mali's ring is the longest; the pairs are about equally long.
        let (one, other) = thread::scope(|scope| {
            let other = scope.spawn(|| two(Country::Mali, Country::Niger));
            let one = two(Country::Algeria, Country::BurkinaFaso);
            (one, other.join().unwrap_or_else(|panic| resume_unwind(panic)))
        });
        let ((algeria, burkina_faso), (mali, niger)) = (one?, other?);
        Ok(Self([algeria, mali, niger, burkina_faso]))
    }

    /// The border of one of the four.
    #[must_use]
    pub const fn of(&self, country: Country) -> &BorderIndex {
        let [algeria, mali, niger, burkina_faso] = &self.0;
        match country {
            Country::Algeria => algeria,
            Country::Mali => mali,
            Country::Niger => niger,
            Country::BurkinaFaso => burkina_faso,
        }
    }

    /// The nearest point of each of the four borders, in the order of [`Country::ALL`].
    #[must_use]
    pub fn all(&self, at: LonLat) -> [NearestBorder; 4] {
        self.all_with_hint(at, &mut Hint::default())
    }

    /// The same, sooner where the position is near the one that `hint` was last given with.
    #[must_use]
    pub fn all_with_hint(&self, at: LonLat, hint: &mut Hint) -> [NearestBorder; 4] {
        let Hint { near: [algeria, mali, niger, burkina_faso], room } = hint;
        let ways = &mut Ways::from(at);
        let mut nearest = |country, near| self.of(country).nearest_by(ways, at, near, room);
        [
            nearest(Country::Algeria, algeria),
            nearest(Country::Mali, mali),
            nearest(Country::Niger, niger),
            nearest(Country::BurkinaFaso, burkina_faso),
        ]
    }

    /// Which of the four countries a position is in.
    #[must_use]
    pub fn country_at(&self, at: LonLat) -> Option<Country> {
        self.0.iter().find(|index| index.contains(at)).map(BorderIndex::country)
    }
}
