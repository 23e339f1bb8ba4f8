//! Are the excerpts few, verbatim, cited, translated and linked?

use super::built_in;
use sahel_map::dossier::{CUT, Excerpt, PlaceId};
use sahel_map::geodata::Lang;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Of ¶ and pieces as they were compared with the article, letter for letter. It changes only
/// when an excerpt is compared again.
const COMPARED_WITH_THE_ARTICLE: &str =
    "524a5fd9e9983904c15f31c0f6394f4418c76e684b46d7b6b5d027b8f880c62d";

/// The article's words that may be quoted, title included: 350 of its 718.
const MAX_WORDS: usize = 350;

#[test]
fn excerpts_are_few_and_short() {
    let dossier = built_in();
    assert!((12..=16).contains(&dossier.excerpts.len()));
    let quoted: usize = dossier.excerpts.iter().map(Excerpt::words).sum();
    let title = dossier.article.title.split_whitespace().count();
    assert!(quoted + title <= MAX_WORDS, "{quoted} words and {title} of the title");
}

#[test]
fn excerpts_are_the_words_that_were_compared_with_the_article() {
    let mut text = String::new();
    for excerpt in built_in().excerpts {
        for piece in excerpt.pieces {
            writeln!(text, "¶{}\t{piece}", excerpt.paragraph).unwrap();
        }
    }
    let mut hash = String::new();
    for byte in Sha256::digest(&text) {
        write!(hash, "{byte:02x}").unwrap();
    }
    assert_eq!(hash, COMPARED_WITH_THE_ARTICLE, "compare the excerpts with the article again");
}

#[test]
fn every_paragraph_that_is_cited_on_the_map_is_quoted() {
    let dossier = built_in();
    let quoted: Vec<u16> = dossier.excerpts.iter().map(|e| e.paragraph).collect();
    assert!(quoted.is_sorted() && quoted.iter().all(|p| (1..=25).contains(p)));
    for place in &dossier.places {
        for paragraph in place.basis.paragraphs() {
            assert!(quoted.contains(paragraph), "{} ¶{paragraph}", place.id);
        }
    }
    for event in &dossier.events {
        assert!(quoted.contains(&event.paragraph), "{} ¶{}", event.id, event.paragraph);
    }
}

#[test]
fn what_the_article_only_reports_is_marked() {
    let reported: Vec<_> =
        built_in().excerpts.iter().filter(|e| e.reported).map(|e| e.paragraph).collect();
    assert_eq!(reported, [9, 17]);
}

#[test]
fn translations_are_cut_where_the_original_is() {
    for excerpt in built_in().excerpts {
        for lang in [Lang::Fr, Lang::En] {
            let translation = excerpt.translation.get(lang).unwrap();
            assert_eq!(translation.matches(CUT).count(), excerpt.pieces.len() - 1, "{translation}");
        }
        assert_eq!(excerpt.translation.get(Lang::Ar), None, "the original is no translation");
    }
}

#[test]
fn links_are_whole_words_that_lead_to_places_of_that_paragraph() {
    let dossier = built_in();
    for excerpt in &dossier.excerpts {
        let text = excerpt.text();
        let spans = excerpt.link_spans(Lang::Ar);
        assert_eq!(spans.len(), excerpt.links.len(), "{}", excerpt.id);
        assert!(!spans.is_empty(), "{}", excerpt.id);
        for ((span, place), link) in spans.into_iter().zip(&excerpt.links) {
            assert_eq!((&text[span], place), (link.text.as_str(), &link.place), "{}", excerpt.id);
            let paragraphs = dossier.place(place).unwrap().basis.paragraphs();
            assert!(paragraphs.contains(&excerpt.paragraph), "{} to {place}", excerpt.id);
        }
    }
}

#[test]
fn every_numbered_place_has_its_excerpts_and_a_link_to_it_in_each_or_in_its_ring() {
    let dossier = built_in();
    for place in dossier.pins() {
        let excerpts = dossier.excerpts_of(&place.id);
        assert_eq!(excerpts.len(), place.basis.paragraphs().len(), "{}", place.id);
        // ¶14 speaks of Tebboune and does not name his country.
        let unnamed = |e: &&&Excerpt| place.id.as_str() == "algiers" && e.paragraph == 14;
        for excerpt in excerpts.iter().filter(|e| !unnamed(e)) {
            let linked = excerpt.links.iter().any(|link| link.place == place.id);
            assert!(linked, "{} in {}", place.id, excerpt.id);
        }
    }
}

#[test]
fn the_name_of_the_country_is_not_linked_where_the_country_is_meant() {
    // "12 miles from Algeria" and "Algeria's intervention" are not about Algiers.
    let algiers = PlaceId::new("algiers").unwrap();
    let dossier = built_in();
    let linked: Vec<u16> = dossier
        .excerpts
        .iter()
        .filter(|e| e.links.iter().any(|link| link.place == algiers))
        .map(|e| e.paragraph)
        .collect();
    assert_eq!(linked, [2, 13, 19]);
}

#[test]
fn each_claim_points_at_its_words() {
    let dossier = built_in();
    for claim in &dossier.claims {
        let (excerpt, span) = dossier.quote_of(claim).unwrap();
        assert_eq!(excerpt.text()[span], claim.quote);
        for lang in [Lang::Fr, Lang::En] {
            let [whole, part] = [&excerpt.translation, &claim.translation].map(|t| t.get(lang));
            assert!(whole.unwrap().contains(part.unwrap()), "{}: {part:?}", claim.id);
        }
    }
}
