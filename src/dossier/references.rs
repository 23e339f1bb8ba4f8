//! Which records point at records that are there, and what is left of those that do not.

use super::article::find_words;
use super::id::PlaceId;
use super::notice::{Notice, Outcome, Problem};
use super::records::Record;
use super::scene::{Callout, CalloutAt, Quote};
use super::told::Told;
use super::when::When;
use super::{Dossier, Event, Excerpt, Place, Precision};
use std::collections::BTreeSet;
use std::ops::Range;

/// Takes out of `dossier` what points nowhere, with a notice for each.
///
/// A reference in a list goes alone; a record that would say something untrue without its
/// reference (a date "after" nothing, a ring around nothing) goes as a whole.
pub(super) fn settle(dossier: &mut Dossier, notices: &mut Told) {
    paragraphs(dossier, notices);
    numbers(&mut dossier.places, notices);
    rings(&mut dossier.places, notices);
    let places: BTreeSet<PlaceId> = dossier.places.iter().map(|p| p.id.clone()).collect();
    for place in &mut dossier.places {
        place_references(place, &places, notices);
    }
    for excerpt in &mut dossier.excerpts {
        links(excerpt, &places, notices);
    }
    dates_after_nothing(&mut dossier.events, notices);
    events(dossier, &places, notices);
    claims(dossier, &places, notices);
    scenes(dossier, &places, notices);
    opening(dossier, &places, notices);
}

fn unknown(kind: &'static str, id: &impl ToString) -> Problem {
    Problem::UnknownRecord { kind, id: id.to_string() }
}

/// Leaves out the records that cite a paragraph the article does not have.
fn paragraphs(dossier: &mut Dossier, notices: &mut Told) {
    let last = dossier.article.paragraphs;
    cite_only(&mut dossier.excerpts, last, "paragraph", notices, |e| vec![e.paragraph]);
    cite_only(&mut dossier.places, last, "paragraphs", notices, |p| p.basis.paragraphs().into());
    cite_only(&mut dossier.events, last, "paragraph", notices, |e| vec![e.paragraph]);
    cite_only(&mut dossier.claims, last, "paragraph", notices, |c| vec![c.paragraph]);
    cite_only(&mut dossier.actors, last, "paragraphs", notices, |a| a.basis.paragraphs().into());
}

fn cite_only<R: Record>(
    records: &mut Vec<R>,
    last: u16,
    field: &str,
    notices: &mut Told,
    cited: fn(&R) -> Vec<u16>,
) {
    records.retain(|record| {
        let wrong = cited(record).into_iter().find(|p| !(1..=last).contains(p));
        if let Some(paragraph) = wrong {
            let problem = Problem::NoSuchParagraph { paragraph, last };
            notices.push(record.notice(field, problem, Outcome::RecordLeftOut));
        }
        wrong.is_none()
    });
}

/// Takes a number that an earlier place has away from the later one.
fn numbers(places: &mut [Place], notices: &mut Told) {
    let mut taken = BTreeSet::new();
    for place in places {
        if let Some(number) = place.number.take_if(|number| !taken.insert(*number)) {
            let problem = Problem::Taken(number.to_string());
            notices.push(place.notice("number", problem, Outcome::FieldLeftOut));
        }
    }
}

/// Leaves out a ring without a point of its own around a place that is not there or has no point
/// either.
fn rings(places: &mut Vec<Place>, notices: &mut Told) {
    let with_point: BTreeSet<PlaceId> =
        places.iter().filter(|p| p.position.is_some()).map(|p| p.id.clone()).collect();
    places.retain(|place| {
        let (Precision::Within { .. }, None, Some(centre)) =
            (place.precision, place.position, &place.belongs_to)
        else {
            return true;
        };
        let there = with_point.contains(centre);
        if !there {
            let problem = unknown("place with a position", centre);
            notices.push(place.notice("belongs_to", problem, Outcome::RecordLeftOut));
        }
        there
    });
}

fn place_references(place: &mut Place, known: &BTreeSet<PlaceId>, notices: &mut Told) {
    let own = place.id.clone();
    let nowhere = |id: &mut PlaceId| *id == own || !known.contains(id);
    if let Some(id) = place.twin.take_if(nowhere) {
        notices.push(place.notice("twin", unknown("other place", &id), Outcome::FieldLeftOut));
    }
    if let Some(id) = place.belongs_to.take_if(nowhere) {
        let problem = unknown("other place", &id);
        notices.push(place.notice("belongs_to", problem, Outcome::FieldLeftOut));
    }
}

fn links(excerpt: &mut Excerpt, known: &BTreeSet<PlaceId>, notices: &mut Told) {
    let text = excerpt.text();
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut taken_in_translation = [Vec::new(), Vec::new()];
    let written = std::mem::take(&mut excerpt.links);
    for mut link in written {
        let problem = match find_words(&text, &link.text, link.nth) {
            _ if !known.contains(&link.place) => unknown("place", &link.place),
            None => Problem::NotInExcerpt { words: link.text, paragraph: excerpt.paragraph },
            Some(span) if overlaps(&taken, &span) => Problem::Taken(link.text),
            Some(span) => {
                taken.push(span);
                let translated = [
                    (&mut link.fr, &excerpt.translation.fr),
                    (&mut link.en, &excerpt.translation.en),
                ];
                for ((words, text), taken) in translated.into_iter().zip(&mut taken_in_translation)
                {
                    if let Some(problem) = translated_link(words, text, excerpt.paragraph, taken) {
                        words.clear();
                        notices.push(excerpt.notice("links", problem, Outcome::FieldLeftOut));
                    }
                }
                excerpt.links.push(link);
                continue;
            }
        };
        notices.push(excerpt.notice("links", problem, Outcome::FieldLeftOut));
    }
}

/// What is wrong with the `words` that stand for a link in a translation; if nothing is, they are
/// taken.
fn translated_link(
    words: &str,
    translation: &str,
    paragraph: u16,
    taken: &mut Vec<Range<usize>>,
) -> Option<Problem> {
    if words.is_empty() {
        return None;
    }
    match find_words(translation, words, 1) {
        None => Some(Problem::NotInExcerpt { words: words.to_owned(), paragraph }),
        Some(span) if overlaps(taken, &span) => Some(Problem::Taken(words.to_owned())),
        Some(span) => {
            taken.push(span);
            None
        }
    }
}

fn overlaps(taken: &[Range<usize>], span: &Range<usize>) -> bool {
    taken.iter().any(|t| t.start < span.end && span.start < t.end)
}

/// Leaves out events whose date is "after" an event that is not there. Without its date such an
/// event would read "no date given", which is not what was written.
fn dates_after_nothing(events: &mut Vec<Event>, notices: &mut Told) {
    loop {
        let before = events.len();
        let there: BTreeSet<_> = events.iter().map(|e| e.id.clone()).collect();
        events.retain(|event| {
            let dates = event.when_article.iter().map(|when| ("when_article", when));
            let mut dates = dates.chain(event.when_context.iter().map(|w| ("when_context", w)));
            let dangling = dates.find_map(|(field, when)| match when {
                When::After(id) if *id == event.id || !there.contains(id) => Some((field, id)),
                _ => None,
            });
            let Some((field, id)) = dangling else { return true };
            notices.push(event.notice(field, unknown("event", id), Outcome::RecordLeftOut));
            false
        });
        // What was left out may have been the event that another one is after.
        if events.len() == before {
            return;
        }
    }
}

fn events(dossier: &mut Dossier, places: &BTreeSet<PlaceId>, notices: &mut Told) {
    let actors: BTreeSet<_> = dossier.actors.iter().map(|a| a.id.clone()).collect();
    for event in &mut dossier.events {
        for id in split_off_unknown(&mut event.places, places) {
            notices.push(event.notice("places", unknown("place", &id), Outcome::FieldLeftOut));
        }
        for id in split_off_unknown(&mut event.actors, &actors) {
            notices.push(event.notice("actors", unknown("actor", &id), Outcome::FieldLeftOut));
        }
        for id in split_off_unknown(&mut event.actors_context, &actors) {
            let problem = unknown("actor", &id);
            notices.push(event.notice("actors_context", problem, Outcome::FieldLeftOut));
        }
    }
}

fn claims(dossier: &mut Dossier, places: &BTreeSet<PlaceId>, notices: &mut Told) {
    let excerpts = &dossier.excerpts;
    dossier.claims.retain_mut(|claim| {
        let paragraph = claim.paragraph;
        let mut of_paragraph = excerpts.iter().filter(|e| e.paragraph == paragraph);
        if !of_paragraph.any(|e| e.find(&claim.quote).is_some()) {
            let problem = Problem::NotInExcerpt { words: claim.quote.clone(), paragraph };
            notices.push(claim.notice("quote", problem, Outcome::RecordLeftOut));
            return false;
        }
        for id in split_off_unknown(&mut claim.places, places) {
            notices.push(claim.notice("places", unknown("place", &id), Outcome::FieldLeftOut));
        }
        true
    });
}

/// Takes out of the scenes what is not there; a scene stays, whatever it loses.
fn scenes(dossier: &mut Dossier, places: &BTreeSet<PlaceId>, notices: &mut Told) {
    let events: BTreeSet<_> = dossier.events.iter().map(|e| e.id.clone()).collect();
    let claims: BTreeSet<_> = dossier.claims.iter().map(|c| c.id.clone()).collect();
    let excerpts = &dossier.excerpts;
    for scene in &mut dossier.scenes {
        let mut lost = Vec::new();
        for id in split_off_unknown(&mut scene.places, places) {
            lost.push(("places", unknown("place", &id)));
        }
        for id in split_off_unknown(&mut scene.events, &events) {
            lost.push(("events", unknown("event", &id)));
        }
        if let Some(id) = scene.distances.take_if(|id| !places.contains(id)) {
            lost.push(("distances", unknown("place", &id)));
        }
        if let Some(id) = scene.claim.take_if(|id| !claims.contains(id)) {
            lost.push(("claim", unknown("claim", &id)));
        }
        if let Some(id) = scene.excerpt.take_if(|id| excerpts.iter().all(|e| e.id != *id)) {
            lost.push(("excerpt", unknown("excerpt", &id)));
        }
        let excerpt = excerpts.iter().find(|e| scene.excerpt.as_ref() == Some(&e.id));
        let is_cited = |quote: &Quote| excerpt.is_some_and(|e| e.find(&quote.ar).is_some());
        if let Some(quote) = scene.quote.take_if(|quote| !is_cited(quote)) {
            let paragraph = excerpt.map_or(0, |excerpt| excerpt.paragraph);
            lost.push(("quote", Problem::NotInExcerpt { words: quote.ar, paragraph }));
        }
        let is_nowhere = |callout: &mut Callout| match &callout.at {
            CalloutAt::Place(id) => !places.contains(id),
            CalloutAt::Spot(_) => false,
        };
        for callout in scene.callouts.extract_if(.., is_nowhere) {
            if let CalloutAt::Place(id) = callout.at {
                lost.push(("callouts", unknown("place", &id)));
            }
        }
        // What a scene names twice is told once.
        let mut told: Vec<Problem> = Vec::new();
        for (field, problem) in lost {
            if told.contains(&problem) {
                continue;
            }
            told.push(problem.clone());
            notices.push(scene.notice(field, problem, Outcome::FieldLeftOut));
        }
    }
}

fn opening(dossier: &mut Dossier, places: &BTreeSet<PlaceId>, notices: &mut Told) {
    if let Some(id) = dossier.opens_with.take_if(|id| !places.contains(id)) {
        let (file, field) = ("dossier.toml".to_owned(), Some("opens_with".to_owned()));
        let problem = unknown("place", &id);
        notices.push(Notice { file, entry: None, field, problem, outcome: Outcome::FieldLeftOut });
    }
    if dossier.opens_with.is_none() {
        dossier.opens_with = dossier.pins().first().map(|place| place.id.clone());
    }
}

/// Keeps the ids that are known and returns the others.
fn split_off_unknown<Id: Ord>(ids: &mut Vec<Id>, known: &BTreeSet<Id>) -> Vec<Id> {
    let (there, nowhere) = std::mem::take(ids).into_iter().partition(|id| known.contains(id));
    *ids = there;
    nowhere
}
