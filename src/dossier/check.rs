//! What can be computed of a claim, how it stands to what is stated, and what would make it true.
//!
//! A verdict is about a reading of the sentence: of one of the places it can be about, in one of
//! the units its word can mean. It is never about who wrote it.

use super::Dossier;
use super::claim::{Claim, Reading, Stated};
use super::id::{ClaimId, PlaceId};
use super::place::{Place, Ring};
use crate::geodata::{Country, LonLat};
use crate::measure::{BorderIndexes, Isodistance, Metres, NearestBorder, Site, Uncertainty};

/// A claim, and what was computed beside it.
///
/// ```
/// use sahel_map::dossier::{Dossier, Finding, Verdict, check};
/// use sahel_map::geodata::Borders;
/// use sahel_map::measure::BorderIndexes;
/// let dossier = Dossier::built_in()?.dossier;
/// let borders = BorderIndexes::build(&Borders::embedded()?)?;
/// let twelve_miles = check(&dossier.claims[0], &dossier, &borders);
/// let Finding::Computed { about, .. } = twelve_miles.finding else { panic!() };
/// assert_eq!(about[0].place.as_str(), "tinzaouaten");
/// assert_eq!(about[0].readings[0].verdict, Verdict::DoesNotFit);
/// assert_eq!(about[1].readings[0].verdict, Verdict::FitsSomewhere);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The claim.
    pub claim: ClaimId,
    /// What was found.
    pub finding: Finding,
}

/// What was found about a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A distance to a border was measured.
    Computed {
        /// The country it is measured to the border of.
        to_border_of: Country,
        /// For each place that the claim can be about.
        about: Vec<About>,
    },
    /// Nothing can be computed.
    NotComputed(WhyNot),
}

/// Why nothing can be computed of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// It states a number of people: no map has them.
    Count,
    /// It is about no place, or about areas alone, which have no point to measure from, or about
    /// a site in none of the four countries.
    NoPoint,
}

/// The claim read as one about this place.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// The place.
    pub place: PlaceId,
    /// From where it is measured.
    pub subject: Subject,
    /// How each reading of the stated figure stands to it, likeliest first.
    pub readings: Vec<CheckedReading>,
}

/// From where a claim is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A place with a point.
    Town {
        /// The point.
        at: LonLat,
        /// What was measured from it.
        hit: NearestBorder,
        /// How far that may be off: of the border where it was hit, and of the town.
        uncertainty: Uncertainty,
    },
    /// Somewhere in a ring: only its ground as a whole can be looked at.
    Site {
        /// The ring.
        ring: Ring,
    },
}

impl Subject {
    /// The point about which the place lies.
    #[must_use]
    pub const fn centre(&self) -> LonLat {
        match self {
            Self::Town { at, .. } => *at,
            Self::Site { ring } => ring.centre,
        }
    }
}

/// A reading of the stated figure, beside what was computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckedReading {
    /// The reading.
    pub reading: Reading,
    /// How it stands to what was measured.
    pub verdict: Verdict,
    /// What would make it true: of all points of the place's country at the stated distance from
    /// the border, the one nearest to the place. None where the country has no such point, or is
    /// none of the four.
    pub nearest: Option<Site>,
}

/// How a reading stands to what was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The measured and the stated distance differ by no more than the measured one's uncertainty.
    Fits,
    /// Some point of the ground in which the place lies is that far from the border.
    FitsSomewhere,
    /// Neither.
    DoesNotFit,
}

impl Checked {
    /// The reading that the map shows, and from where: that of the first place which could be true
    /// of a point, with the others of the same place behind it.
    #[must_use]
    pub fn sites(&self) -> Option<(&About, Vec<(Reading, Site)>)> {
        let Finding::Computed { about, .. } = &self.finding else { return None };
        about.iter().find_map(|about| {
            let sites = about.readings.iter().filter_map(|r| Some((r.reading, r.nearest?)));
            let sites: Vec<_> = sites.collect();
            (!sites.is_empty()).then_some((about, sites))
        })
    }
}

/// Computes what can be computed of a claim. Some milliseconds for each place and unit.
#[must_use]
pub fn check(claim: &Claim, dossier: &Dossier, borders: &BorderIndexes) -> Checked {
    let finding = match claim.stated {
        Stated::Count { .. } => Finding::NotComputed(WhyNot::Count),
        Stated::Distance { to_border_of, .. } => {
            let mut checker = Checker { dossier, borders, to_border_of, known: Vec::new() };
            let places = claim.places.iter().filter_map(|id| dossier.place(id));
            let readings = claim.readings();
            let about: Vec<About> =
                places.filter_map(|place| checker.about(place, &readings)).collect();
            if about.is_empty() {
                Finding::NotComputed(WhyNot::NoPoint)
            } else {
                Finding::Computed { to_border_of, about }
            }
        }
    };
    Checked { claim: claim.id.clone(), finding }
}

/// What a site is looked for by.
#[derive(Clone, Copy, PartialEq)]
struct Sought {
    from: LonLat,
    inside: Country,
    at: Metres,
}

struct Checker<'a> {
    dossier: &'a Dossier,
    borders: &'a BorderIndexes,
    to_border_of: Country,
    /// A town and the ring about it ask for the same site.
    known: Vec<(Sought, Option<Site>)>,
}

impl Checker<'_> {
    fn about(&mut self, place: &Place, readings: &[Reading]) -> Option<About> {
        let inside = place.country.and_then(Country::from_code);
        let subject = self.subject(place, inside)?;
        let checked = readings.iter().map(|&reading| {
            let sought = |inside| Sought { from: subject.centre(), inside, at: reading.length };
            let nearest = inside.and_then(|inside| self.nearest(sought(inside)));
            CheckedReading { reading, verdict: verdict(&subject, reading, nearest), nearest }
        });
        let readings = checked.collect();
        Some(About { place: place.id.clone(), subject, readings })
    }

    /// Nothing for an area, which has no point, nor for a ring in none of the four countries.
    fn subject(&self, place: &Place, inside: Option<Country>) -> Option<Subject> {
        if let Some(ring) = self.dossier.ring_of(place) {
            return inside.is_some().then_some(Subject::Site { ring });
        }
        let at = place.pin_position()?;
        let hit = self.borders.of(self.to_border_of).nearest(at);
        let radius = place.precision.radius().unwrap_or(Metres(0.0));
        let uncertainty = Uncertainty::of(&hit, radius);
        Some(Subject::Town { at, hit, uncertainty })
    }

    fn nearest(&mut self, sought: Sought) -> Option<Site> {
        if let Some((_, site)) = self.known.iter().find(|(known, _)| *known == sought) {
            return *site;
        }
        let line = Isodistance::new(self.borders, sought.inside, self.to_border_of, sought.at);
        let site = line.nearest_to(sought.from);
        self.known.push((sought, site));
        site
    }
}

fn verdict(subject: &Subject, reading: Reading, nearest: Option<Site>) -> Verdict {
    match subject {
        Subject::Town { hit, uncertainty, .. } => {
            let off = (reading.length - hit.distance).0.abs();
            if off <= uncertainty.total().0 { Verdict::Fits } else { Verdict::DoesNotFit }
        }
        Subject::Site { ring } => {
            // The border may be off towards the ring.
            let reach = nearest.map(|site| ring.radius + site.to_border.error.metres());
            match (nearest, reach) {
                (Some(site), Some(reach)) if site.distance <= reach => Verdict::FitsSomewhere,
                _ => Verdict::DoesNotFit,
            }
        }
    }
}
