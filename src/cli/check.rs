//! `sahel-map check`: what is wrong in a dossier, and what was computed of each of its claims.

use super::args::CheckArgs;
use super::picture::dossier_of;
use super::{Failure, tell};
use crate::dossier::{
    About, Checked, CheckedReading, Claim, Finding, Notice as Wrong, Outcome, Problem, Subject,
    Verdict, WhyNot,
};
use crate::geodata::LonLat;
use crate::i18n::{Args, Words, key};
use crate::measure::{LengthUnit, Site};
use crate::state::{Notice, World, claim_words};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;

/// Prints the claims, as text or as JSON, and fails where the dossier has something wrong.
pub(super) fn run(asked: &CheckArgs, words: &Words) -> Result<(), Failure> {
    let loaded = dossier_of(asked.dossier.as_deref(), words)?;
    let world = World::new(loaded).map_err(|error| Failure::failed(&error.into()))?;
    for wrong in &world.notices {
        tell(&Notice::Record(wrong.clone()).words(words));
    }
    let claims = world.dossier.claims.iter();
    let claims: Vec<(&Claim, &Checked)> =
        claims.filter_map(|claim| Some((claim, world.checked(&claim.id)?))).collect();
    let output =
        if asked.json { json_of(&world, &claims) } else { text_of(&world, &claims, words) };
    let mut out = std::io::stdout().lock();
    out.write_all(output.as_bytes()).and_then(|()| out.flush()).map_err(|error| {
        let args = Args::new().text("path", "stdout").text("problem", error.to_string());
        Failure::Failed(words.format(key::ERROR_WRITE, args))
    })?;
    if world.notices.is_empty() {
        return Ok(());
    }
    let mistakes = world.notices.iter().map(|wrong| match wrong.problem {
        Problem::Untold { count } => count,
        _ => 1,
    });
    let count = Args::new().count("count", mistakes.sum());
    Err(Failure::Failed(words.format(key::CHECK_WRONG, count)))
}

/// The dossier's title, and a paragraph for each claim.
fn text_of(world: &World, claims: &[(&Claim, &Checked)], words: &Words) -> String {
    let title = Args::new().text("dossier", world.dossier.title.get(words.lang()));
    let mut text = words.format(key::CHECK_HEADING, title.count("count", claims.len()));
    text.push('\n');
    for (claim, checked) in claims {
        let mark = Args::new().plain("paragraph", claim.paragraph);
        let mark = words.format(key::PARAGRAPH_MARK, mark);
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{mark}  {}\n", claim.quote);
        if let Some(translation) = claim.translation.get(words.lang()) {
            let translation = Args::new().text("words", translation);
            let _ = writeln!(text, "    {}", words.format(key::TRANSLATION_MARKED, translation));
        }
        for line in lines_of(world, claim, checked, words) {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Figures, verdicts and what would make the claim true.
fn lines_of(world: &World, claim: &Claim, checked: &Checked, words: &Words) -> Vec<String> {
    const UNIT: LengthUnit = LengthUnit::Km;
    let about = match &checked.finding {
        Finding::NotComputed(why) => return vec![claim_words::not_computed(words, claim, *why)],
        Finding::Computed { about, .. } => about,
    };
    let mut lines = Vec::new();
    for reading in claim.readings() {
        let head = match reading.unit {
            LengthUnit::Nm => words.text(key::CLAIM_IF_NAUTICAL).into_owned(),
            LengthUnit::Km | LengthUnit::Mi => {
                let figure = claim_words::stated(words, claim, reading.unit);
                words.format(key::CLAIM_ARTICLE_SAYS, Args::new().text("figure", figure))
            }
        };
        lines.push(with_figure(words, head, words.length(reading.length, UNIT, 2)));
    }
    lines.extend(about.iter().map(|about| claim_words::verdict(words, world, about, UNIT)));
    if let Some((about, sites)) = checked.sites() {
        lines.push(format!("{}:", words.text(key::CLAIM_WHAT_WOULD_FIT)));
        let said = |site| claim_words::nearest_site(words, world, about, site, UNIT);
        lines.extend(sites.into_iter().map(said));
    }
    lines
}

fn with_figure(words: &Words, head: String, figure: String) -> String {
    words.format(key::CHECK_FIGURE, Args::new().text("head", head).text("figure", figure))
}

/// Everything with all its digits: lengths in metres, angles in degrees.
fn json_of(world: &World, claims: &[(&Claim, &Checked)]) -> String {
    let claims: Vec<Value> =
        claims.iter().map(|(claim, checked)| of_claim(claim, checked)).collect();
    let wrong: Vec<Value> = world.notices.iter().map(of_wrong).collect();
    let id = world.dossier.id.as_str();
    format!("{}\n", json!({ "dossier": id, "notices": wrong, "claims": claims }))
}

fn of_wrong(wrong: &Wrong) -> Value {
    json!({
        "file": wrong.file,
        "entry": wrong.entry,
        "field": wrong.field,
        "problem": wrong.without_entry(),
        "left_out": match wrong.outcome {
            Outcome::RecordLeftOut => "record",
            Outcome::FieldLeftOut => "field",
        },
    })
}

/// What does not apply is null.
fn of_claim(claim: &Claim, checked: &Checked) -> Value {
    let (to, about, not_computed) = match &checked.finding {
        Finding::Computed { to_border_of, about } => {
            (Some(to_border_of.code().to_string()), about.as_slice(), None)
        }
        Finding::NotComputed(WhyNot::Count) => (None, [].as_slice(), Some("count")),
        Finding::NotComputed(WhyNot::NoPoint) => (None, [].as_slice(), Some("no-point")),
    };
    json!({
        "id": claim.id.as_str(),
        "paragraph": claim.paragraph,
        "quote": claim.quote,
        "reported": claim.reported,
        "to_border_of": to,
        "about": about.iter().map(of_about).collect::<Vec<Value>>(),
        "not_computed": not_computed,
    })
}

fn of_about(about: &About) -> Value {
    let subject = match about.subject {
        Subject::Town { at, hit, uncertainty } => json!({
            "at": of_position(at),
            "distance_m": hit.distance.0,
            "uncertainty_m": uncertainty.total().0,
            "uncertainty_is_least": uncertainty.is_lower_bound(),
            "bearing_deg": hit.bearing.0,
            "nearest": of_position(hit.foot),
        }),
        Subject::Site { ring } => json!({
            "within_m": ring.radius.0,
            "of": of_position(ring.centre),
        }),
    };
    let readings: Vec<Value> = about.readings.iter().map(of_reading).collect();
    json!({ "place": about.place.as_str(), "measured": subject, "readings": readings })
}

fn of_reading(checked: &CheckedReading) -> Value {
    json!({
        "unit": checked.reading.unit,
        "stated_m": checked.reading.length.0,
        "verdict": match checked.verdict {
            Verdict::Fits => "fits",
            Verdict::FitsSomewhere => "fits-somewhere",
            Verdict::DoesNotFit => "does-not-fit",
        },
        "nearest_site": checked.nearest.map(of_site),
    })
}

fn of_site(site: Site) -> Value {
    json!({
        "at": of_position(site.at),
        "distance_m": site.distance.0,
        "bearing_deg": site.bearing.0,
        "to_border_m": site.to_border.distance.0,
    })
}

fn of_position(at: LonLat) -> Value {
    json!({ "lat": at.lat(), "lon": at.lon() })
}
