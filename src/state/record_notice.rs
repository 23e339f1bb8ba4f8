//! What is wrong with a record of a dossier, in the reader's language.

use crate::dossier::{
    Contradiction, MAX_AMOUNT, MAX_CALLOUTS, MAX_ID_BYTES, MAX_RADIUS, NotAnId, Notice, Outcome,
    Problem, WhenReason,
};
use crate::geodata::{Country, OutsideWorld};
use crate::i18n::{Args, Words, isolate, key};

/// The forms of a date, as they are written in a file.
const FORMS: &str =
    "2024, 2024-07, 2024-07-25, `late 2024-07`, 2024-07-25/2024-07-27, ../2023, `after EVENT`";

/// The file, the record, what is wrong with it, and what to do.
pub(super) fn told(notice: &Notice, words: &Words) -> String {
    let args = Args::new()
        .text("file", shown(&notice.file, words))
        .text("problem", problem(notice, words));
    let Some(entry) = &notice.entry else { return words.format(key::NOTICE_FILE, args) };
    let outcome = match notice.outcome {
        Outcome::RecordLeftOut => "entry",
        Outcome::FieldLeftOut => "field",
    };
    let args = args.text("entry", shown(entry, words)).choice("outcome", outcome);
    words.format(key::NOTICE_RECORD, args)
}

/// A path, a field or English words, as one left-to-right piece of a sentence.
pub(super) fn shown(text: &str, words: &Words) -> String {
    isolate::figure(words.lang(), text).into_owned()
}

fn problem(notice: &Notice, words: &Words) -> String {
    let code = |text: &str| shown(&format!("`{text}`"), words);
    // A file that is not known has no field.
    let name = notice.field.as_deref().unwrap_or(&notice.file);
    let field = || Args::new().text("field", code(name));
    match &notice.problem {
        Problem::Missing => words.format(key::PROBLEM_MISSING, field()),
        Problem::Unknown { known } => {
            words.format(key::PROBLEM_UNKNOWN, field().text("known", shown(known, words)))
        }
        Problem::Empty => words.format(key::PROBLEM_EMPTY, field()),
        Problem::Taken(value) => {
            words.format(key::PROBLEM_TAKEN, field().text("value", code(value)))
        }
        Problem::UnknownRecord { kind, id } => {
            let args = field().choice("kind", sort(kind)).text("id", code(id));
            words.format(key::PROBLEM_NO_RECORD, args)
        }
        Problem::NoSuchParagraph { paragraph, last } => {
            let args =
                field().plain("paragraph", *paragraph).plain("first", 1).plain("last", *last);
            words.format(key::PROBLEM_NO_PARAGRAPH, args)
        }
        Problem::NotInExcerpt { words: missing, paragraph } => {
            let args = field().text("words", format!("`{missing}`"));
            words.format(key::PROBLEM_NOT_IN_EXCERPT, args.plain("paragraph", *paragraph))
        }
        Problem::TooLong { limit } => {
            words.format(key::PROBLEM_TOO_LONG, field().count("limit", *limit))
        }
        Problem::TooMany { found, limit } => {
            let args = Args::new().count("found", *found).count("limit", *limit);
            words.format(key::PROBLEM_TOO_MANY, args)
        }
        Problem::Untold { count } => {
            words.format(key::PROBLEM_UNTOLD, Args::new().count("count", *count))
        }
        Problem::OutsideWorld(OutsideWorld::Latitude(latitude)) => {
            let value = Args::new().text("value", code(&latitude.to_string()));
            words.format(key::PROBLEM_LATITUDE, value.plain("least", -90).plain("most", 90))
        }
        Problem::OutsideWorld(OutsideWorld::Longitude(longitude)) => {
            let value = Args::new().text("value", code(&longitude.to_string()));
            words.format(key::PROBLEM_LONGITUDE, value.plain("least", -180).plain("most", 180))
        }
        Problem::Date(error) => {
            let args = field().text("value", code(&error.text));
            match error.reason {
                WhenReason::Form => {
                    words.format(key::PROBLEM_DATE_FORM, args.text("forms", shown(FORMS, words)))
                }
                WhenReason::Calendar => words.format(key::PROBLEM_DATE_CALENDAR, args),
                WhenReason::Backwards => words.format(key::PROBLEM_DATE_BACKWARDS, args),
            }
        }
        Problem::Id(NotAnId(id)) => {
            let args =
                field().text("value", code(id)).plain("least", 1).count("limit", MAX_ID_BYTES);
            words.format(key::PROBLEM_ID, args.text("letters", shown("a-z, 0-9, -", words)))
        }
        Problem::Contradiction(contradiction) => contradicted(*contradiction, field(), words),
        // The words of the library that reads the file.
        Problem::Unreadable(_) => shown(&notice.without_entry(), words),
    }
}

/// The sort of a record by its variant in the catalogue.
fn sort(kind: &str) -> &'static str {
    match kind {
        "place" => "place",
        "place with a position" => "point",
        "other place" => "twin",
        "event" => "event",
        "actor" => "actor",
        "claim" => "claim",
        "excerpt" => "excerpt",
        _ => "record",
    }
}

/// A range from nothing to `most`.
fn range(field: Args<'_>, most: f64) -> Args<'_> {
    field.plain("least", 0).decimal("most", most, 0)
}

fn contradicted(contradiction: Contradiction, field: Args<'_>, words: &Words) -> String {
    let other = |name: &str| shown(&format!("`{name}`"), words);
    match contradiction {
        Contradiction::NotPositive => words.format(key::PROBLEM_NOT_POSITIVE, field),
        Contradiction::AreaWithPoint => words.format(key::PROBLEM_AREA_WITH_POINT, field),
        Contradiction::WithinNothing => {
            words.format(key::PROBLEM_WITHIN_NOTHING, field.text("other", other("belongs_to")))
        }
        Contradiction::NumberedContext => words.format(key::PROBLEM_NUMBERED_CONTEXT, field),
        Contradiction::RadiusRange => {
            words.format(key::PROBLEM_RADIUS_RANGE, range(field, MAX_RADIUS.0))
        }
        Contradiction::AreaWithRadius => words.format(key::PROBLEM_AREA_WITH_RADIUS, field),
        Contradiction::ContextWithParagraphs => {
            words.format(key::PROBLEM_CONTEXT_WITH_PARAGRAPHS, field)
        }
        Contradiction::TwoClaims => {
            words.format(key::PROBLEM_TWO_CLAIMS, field.text("other", other("distance")))
        }
        Contradiction::NoClaim => {
            words.format(key::PROBLEM_NO_CLAIM, field.text("other", other("count")))
        }
        Contradiction::AmountRange => {
            words.format(key::PROBLEM_AMOUNT_RANGE, range(field, MAX_AMOUNT))
        }
        Contradiction::NoSuchBorder => {
            let codes = Country::ALL.map(|country| country.code().to_string()).join(", ");
            words.format(key::PROBLEM_NO_SUCH_BORDER, field.text("known", shown(&codes, words)))
        }
        Contradiction::NoExtent => words.format(key::PROBLEM_NO_EXTENT, field),
        Contradiction::TooManyCallouts => {
            words.format(key::PROBLEM_TOO_MANY_CALLOUTS, field.plain("most", MAX_CALLOUTS as u32))
        }
        Contradiction::CalloutNowhere => {
            let args = field.text("one", other("place")).text("other", other("at"));
            words.format(key::PROBLEM_CALLOUT_NOWHERE, args)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::When;
    use crate::geodata::Lang;
    use crate::i18n::isolate::bare;
    use crate::i18n::{Digits, Usage};

    fn notice(problem: Problem) -> Notice {
        Notice {
            file: "places.toml".to_owned(),
            entry: Some("place `kidal`".to_owned()),
            field: Some("lat".to_owned()),
            problem,
            outcome: Outcome::RecordLeftOut,
        }
    }

    #[test]
    fn a_bad_record_is_told_in_each_language_with_its_file_and_what_to_do() {
        let latitude = notice(Problem::OutsideWorld(OutsideWorld::Latitude(184.4)));
        for (lang, parts) in [
            (Lang::En, ["latitude `184.4` is outside", "open the dossier again"]),
            (Lang::Fr, ["la latitude `184.4` est hors", "rouvrez le dossier"]),
            (Lang::Ar, ["خط العرض `184.4`", "صحّحه"]),
        ] {
            let told = bare(&told(&latitude, &Words::new(lang)));
            for part in ["places.toml", "place `kidal`"].into_iter().chain(parts) {
                assert!(told.contains(part), "no `{part}` in {told}");
            }
        }
    }

    #[test]
    fn the_sort_of_a_record_is_said_in_the_language_of_the_reader() {
        let record = |kind| notice(Problem::UnknownRecord { kind, id: "x".to_owned() });
        for (kind, parts) in [
            ("place", ["المكان `x`", "le lieu `x`", "the place `x`"]),
            ("place with a position", ["المكان ذا", "le lieu avec", "the place with"]),
            ("other place", ["المكان الآخر", "l’autre lieu", "the other place"]),
            ("event", ["الحدث", "l’événement", "the event"]),
            ("actor", ["الطرف", "l’acteur", "the actor"]),
        ] {
            for (lang, part) in Lang::ALL.into_iter().zip(parts) {
                let told = bare(&told(&record(kind), &Words::new(lang)));
                assert!(told.contains(part), "no `{part}` in {told}");
            }
        }
    }

    #[test]
    fn the_figures_of_a_range_have_the_digits_of_the_reader() {
        let usage = Usage { digits: Digits::ArabicIndic, ..Usage::default() };
        let words = Words::with_usage(Lang::Ar, usage);
        for (problem, figures) in [
            (Problem::OutsideWorld(OutsideWorld::Latitude(184.4)), ["−٩٠", "٩٠"]),
            (Problem::Contradiction(Contradiction::RadiusRange), ["٠", "١٬٠٠٠٬٠٠٠"]),
            (Problem::Contradiction(Contradiction::AmountRange), ["٠", "١٠٠٬٠٠٠"]),
            (Problem::NoSuchParagraph { paragraph: 9, last: 8 }, ["¶١", "¶٨"]),
            (Problem::Id(NotAnId("x".to_owned())), ["١", "٦٤"]),
        ] {
            let told = bare(&told(&notice(problem), &words));
            for figure in figures {
                assert!(told.contains(figure), "no {figure} in {told}");
            }
        }
    }

    #[test]
    fn every_problem_fills_its_sentence() {
        let text = || "x".to_owned();
        let problems = [
            Problem::Missing,
            Problem::Unknown { known: text() },
            Problem::Empty,
            Problem::Unreadable(text()),
            Problem::Taken(text()),
            Problem::UnknownRecord { kind: "place with a position", id: text() },
            Problem::NoSuchParagraph { paragraph: 9, last: 8 },
            Problem::NotInExcerpt { words: text(), paragraph: 3 },
            Problem::Date(When::parse("July 2024").unwrap_err()),
            Problem::Date(When::parse("2024-02-30").unwrap_err()),
            Problem::Date(When::parse("2024/2023").unwrap_err()),
            Problem::Id(NotAnId(text())),
            Problem::Contradiction(Contradiction::NotPositive),
            Problem::Contradiction(Contradiction::AreaWithPoint),
            Problem::Contradiction(Contradiction::WithinNothing),
            Problem::Contradiction(Contradiction::NumberedContext),
            Problem::Contradiction(Contradiction::RadiusRange),
            Problem::Contradiction(Contradiction::AreaWithRadius),
            Problem::Contradiction(Contradiction::ContextWithParagraphs),
            Problem::Contradiction(Contradiction::TwoClaims),
            Problem::Contradiction(Contradiction::NoClaim),
            Problem::Contradiction(Contradiction::AmountRange),
            Problem::Contradiction(Contradiction::NoSuchBorder),
            Problem::Contradiction(Contradiction::NoExtent),
            Problem::Contradiction(Contradiction::TooManyCallouts),
            Problem::Contradiction(Contradiction::CalloutNowhere),
            Problem::TooLong { limit: 5 },
            Problem::TooMany { found: 6, limit: 5 },
            Problem::Untold { count: 7 },
            Problem::OutsideWorld(OutsideWorld::Longitude(200.0)),
        ];
        for lang in Lang::ALL {
            for problem in &problems {
                let told = told(&notice(problem.clone()), &Words::new(lang));
                assert!(!told.contains("problem-") && !told.contains('$'), "{told}");
            }
        }
    }
}
