//! What is said of a claim that was checked, in the language of the reader: the same in the card
//! and on the command line.

use super::World;
use crate::dossier::{About, Claim, Reading, Stated, Subject, Verdict, WhyNot};
use crate::i18n::{Args, Words, key};
use crate::measure::{LengthUnit, Metres, Site};

/// The stated figure as the article has it: "12 miles", whichever miles they are.
#[must_use]
pub fn stated(words: &Words, claim: &Claim, unit: LengthUnit) -> String {
    let Stated::Distance { amount, .. } = claim.stated else { return String::new() };
    let places = usize::from(amount.fract() != 0.0);
    match unit {
        LengthUnit::Km => words.length(Metres::from_unit(amount, unit), unit, places),
        LengthUnit::Mi | LengthUnit::Nm => {
            words.format(key::CLAIM_MILES, Args::new().decimal("count", amount, places))
        }
    }
}

/// Why nothing can be computed of a claim.
#[must_use]
pub fn not_computed(words: &Words, claim: &Claim, why: WhyNot) -> String {
    let key = match why {
        WhyNot::NoPoint => key::CLAIM_NO_POINT,
        WhyNot::Count if claim.reported => key::CLAIM_REPORTED,
        WhyNot::Count => key::CLAIM_NOT_COMPUTABLE,
    };
    words.text(key).into_owned()
}

/// How the sentence, read as one about this place, stands to what was computed.
#[must_use]
pub fn verdict(words: &Words, world: &World, about: &About, unit: LengthUnit) -> String {
    let lang = words.lang();
    let place = world.dossier.place(&about.place);
    let name = place.map_or("", |place| place.names.get(lang));
    let args = Args::new().text("place", name);
    let fitting = about.readings.iter().find(|r| r.verdict != Verdict::DoesNotFit);
    match (about.subject, fitting) {
        (Subject::Town { hit, uncertainty, .. }, fitting) => {
            let figure = words.border_figure(hit.distance, uncertainty, unit).words;
            let args = args.text("distance", figure);
            match fitting.map(|fitting| fitting.reading.unit) {
                None => words.format(key::CLAIM_OF_TOWN, args),
                Some(LengthUnit::Nm) => {
                    words.format(key::CLAIM_FITS, args.choice("as", "nautical"))
                }
                Some(_) => words.format(key::CLAIM_FITS, args.choice("as", "stated")),
            }
        }
        (Subject::Site { .. }, Some(fitting)) => {
            let country = place.and_then(|place| place.country);
            let country = country.map(|code| world.country_name(code, lang));
            let distance = words.length(fitting.reading.length, unit, 1);
            let args = args.text("distance", distance).text("country", country.unwrap_or_default());
            words.format(key::CLAIM_OF_SITE, args)
        }
        (Subject::Site { .. }, None) => words.format(key::CLAIM_OF_NO_SITE, args),
    }
}

/// What would make a reading true: the nearest point, and where it lies from the place.
#[must_use]
pub fn nearest_site(
    words: &Words,
    world: &World,
    about: &About,
    (reading, site): (Reading, Site),
    unit: LengthUnit,
) -> String {
    let lang = words.lang();
    let place = world.dossier.place(&about.place);
    let country = place.and_then(|place| place.country);
    let country = country.map(|code| world.country_name(code, lang));
    // From the point that stands for the place: what is constructed, not what is known.
    let args = Args::new()
        .text("place", place.map_or("", |place| place.names.get(lang)))
        .text("country", country.unwrap_or_default())
        .text("figure", words.length(reading.length, unit, 1))
        .text("distance", words.length(site.distance, unit, 1))
        .text("bearing", words.bearing(site.bearing))
        .text("position", words.coordinates(site.at));
    match reading.unit {
        LengthUnit::Nm => words.format(key::CLAIM_NAUTICAL, args),
        LengthUnit::Km | LengthUnit::Mi => words.format(key::CLAIM_NEAREST_SITE, args),
    }
}
