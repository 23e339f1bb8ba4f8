//! Does anything written in the files make loading panic, or let something false through?

use super::{built_in_files, example_files};
use proptest::prelude::*;
use sahel_map::dossier::{Dossier, FILES, When, parse};
use sahel_map::geodata::Lang;
use std::collections::BTreeSet;

/// What a reader of a loaded dossier relies on, whatever the files were like.
fn check_promises(dossier: &Dossier) {
    let ids: BTreeSet<_> = dossier.places.iter().map(|p| &p.id).collect();
    assert_eq!(ids.len(), dossier.places.len(), "ids are taken once");
    let numbers: BTreeSet<_> = dossier.pins().iter().map(|p| p.number).collect();
    assert_eq!(numbers.len(), dossier.pins().len(), "numbers are taken once");
    assert!(dossier.opens_with.iter().all(|id| ids.contains(id)));
    let last = dossier.article.paragraphs;
    for place in &dossier.places {
        assert!(place.basis.paragraphs().iter().all(|p| (1..=last).contains(p)));
        assert!(place.twin.iter().chain(&place.belongs_to).all(|id| ids.contains(id)));
        let drawn = place.pin_position().is_some() || dossier.ring_of(place).is_some();
        assert_eq!(drawn, place.precision.radius().is_some(), "{} can be drawn", place.id);
    }
    for excerpt in &dossier.excerpts {
        assert!((1..=last).contains(&excerpt.paragraph));
        assert_eq!(excerpt.link_spans(Lang::Ar).len(), excerpt.links.len());
        assert!(excerpt.links.iter().all(|link| ids.contains(&link.place)));
        assert!(excerpt.link_spans(Lang::Ar).is_sorted_by(|a, b| a.0.end <= b.0.start));
    }
    for event in &dossier.events {
        assert!(event.places.iter().all(|id| ids.contains(id)));
        let actors = event.actors.iter().chain(&event.actors_context);
        assert!(actors.into_iter().all(|id| dossier.actor(id).is_some()));
        for when in event.when_article.iter().chain(&event.when_context) {
            assert_eq!(When::parse(&when.to_string()).as_ref(), Ok(when));
            let there = !matches!(when, When::After(id) if dossier.event(id).is_none());
            assert!(there, "{} is after nothing", event.id);
        }
    }
    for claim in &dossier.claims {
        assert!(dossier.quote_of(claim).is_some());
        assert!(claim.places.iter().all(|id| ids.contains(id)));
    }
}

/// A change of a text: from, length, what comes instead; the first two as shares of the text.
type Edit = (f64, f64, String);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let written = prop_oneof![
        "[a-z0-9=\\[\\]{}\"' \n#.,-]{0,12}",
        "\\PC{0,4}",
        Just(String::from("nan")),
        Just(String::from("-1")),
        Just(String::from("99999999999999999999")),
        Just(String::from("\n[[place]]\n")),
        Just(String::from("\u{202e}\u{0}")),
    ];
    proptest::collection::vec((0.0..1.0, 0.0..0.02, written), 1..4)
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (from, length, written) in edits {
        let count = characters.len() as f64;
        let start = (from * count) as usize;
        let end = (start + (length * length * 20.0 * count) as usize).min(characters.len());
        characters.splice(start..end, written.chars());
    }
    characters.into_iter().collect()
}

/// Swaps the values of two lines `key = value`, which keeps the text TOML.
fn swap_values(text: &str, a: f64, b: f64) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let set: Vec<usize> = (0..lines.len())
        .filter(|&i| lines[i].split_once(" = ").is_some_and(|(_, v)| v != "[" && !v.contains('#')))
        .collect();
    let at = |share: f64| set[(share * set.len() as f64) as usize];
    if set.is_empty() {
        return text.to_owned();
    }
    let [(key_a, value_a), (key_b, value_b)] = [at(a), at(b)].map(|i| {
        let (key, value) = lines[i].split_once(" = ").unwrap();
        (key.to_owned(), value.to_owned())
    });
    lines[at(a)] = format!("{key_a} = {value_b}");
    lines[at(b)] = format!("{key_b} = {value_a}");
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_never_panic(file in 0..FILES.len(), example in any::<bool>(), edits in edits()) {
        let mut files = if example { example_files() } else { built_in_files() };
        let damaged = apply(files[FILES[file]], &edits);
        files.insert(FILES[file], &damaged);
        match parse(&files) {
            Ok(loaded) => check_promises(&loaded.dossier),
            Err(error) => assert!(error.to_string().starts_with('`'), "{error}"),
        }
    }

    #[test]
    fn values_in_the_wrong_place_are_told_and_nothing_false_gets_through(
        file in 1..FILES.len(), swaps in proptest::collection::vec((0.0..1.0, 0.0..1.0), 1..6),
    ) {
        let mut files = example_files();
        let swapped = swaps
            .iter()
            .fold(files[FILES[file]].to_owned(), |text, (a, b)| swap_values(&text, *a, *b));
        files.insert(FILES[file], &swapped);
        if let Ok(loaded) = parse(&files) {
            check_promises(&loaded.dossier);
            for notice in &loaded.notices {
                assert!(FILES.contains(&notice.file.as_str()));
                assert!(notice.field.is_some(), "{notice}");
            }
        }
    }

    #[test]
    fn any_text_is_a_date_that_is_written_back_or_none(text in "\\PC{0,24}|[0-9./ -]{0,24}") {
        if let Ok(when) = When::parse(&text) {
            prop_assert_eq!(when.to_string(), text);
        }
    }
}
