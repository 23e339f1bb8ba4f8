//! What the article is, and the words of it that are quoted.

use super::id::{ExcerptId, PlaceId};
use super::when::When;
use crate::geodata::{Lang, Names};
use serde::Deserialize;
use std::ops::Range;

/// What stands between two verbatim pieces of one excerpt.
pub const CUT: &str = " […] ";

/// The article a dossier speaks of. Its text is not here: excerpts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The title, verbatim, in Arabic.
    pub title: String,
    /// The title in French and English: our translation.
    pub title_translation: Translation,
    /// Where it was published.
    pub source: Names,
    /// Who wrote it, where that is known.
    pub author: Option<String>,
    /// Where it can be read, where that is known.
    pub address: Option<String>,
    /// When it was written.
    pub written: When,
    /// What says so, such as ¶19.
    pub written_paragraph: Option<u16>,
    /// What sort of text it is: an article of opinion has a point of view, and is quoted as such.
    pub genre: Genre,
    /// How many numbered paragraphs it has; excerpts cite 1 to this.
    pub paragraphs: u16,
    /// The mark that stands beside every translation: "our translation".
    pub translated_by: Names,
}

/// What sort of text an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Genre {
    /// It argues a point of view.
    Opinion,
    /// It reports.
    Report,
    /// It explains.
    Analysis,
}

/// A translation of Arabic words, ours and not the source's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Translation {
    /// The translation into `lang`; none into Arabic, which is the original.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Ar => None,
            Lang::Fr => Some(&self.fr),
            Lang::En => Some(&self.en),
        }
    }
}

/// Words of one paragraph of the article, letter for letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its id.
    pub id: ExcerptId,
    /// The paragraph (¶) it stands in, from 1.
    pub paragraph: u16,
    /// The verbatim pieces, in order; between two of them something was left out.
    pub pieces: Vec<String>,
    /// Our translation, cut at the same places.
    pub translation: Translation,
    /// Whether the article itself only reports this ("it is reported that", "reports say").
    pub reported: bool,
    /// Words in it that name a place of the dossier, in the order they stand.
    pub links: Vec<Link>,
}

/// Words of an excerpt that lead to a place on the map.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The place.
    pub place: PlaceId,
    /// The exact words in the excerpt.
    pub text: String,
    /// Which of them, where the words stand more than once: 1 is the first.
    #[serde(default = "first")]
    pub nth: u16,
    /// The words of the French translation that stand for them, the first time they stand there;
    /// may be left out.
    #[serde(default)]
    pub fr: String,
    /// Those of the English one.
    #[serde(default)]
    pub en: String,
}

const fn first() -> u16 {
    1
}

impl Article {
    /// The title: verbatim in Arabic, else our translation.
    #[must_use]
    pub fn title_in(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Ar => Some(&self.title),
            lang => self.title_translation.get(lang),
        }
    }
}

impl Excerpt {
    /// The words in `lang`: verbatim in Arabic, else our translation.
    #[must_use]
    pub fn text_in(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::Ar => Some(self.text()),
            lang => self.translation.get(lang).map(ToOwned::to_owned),
        }
    }

    /// The text as it is shown: the pieces with `[…]` between them.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.join(CUT)
    }

    /// Words of the article in it (the `[…]` are not words).
    #[must_use]
    pub fn words(&self) -> usize {
        self.pieces.iter().map(|piece| piece.split_whitespace().count()).sum()
    }

    /// Where each link stands in [`Excerpt::text_in`], in bytes, in the order of the text. A link
    /// whose words are not there is left out (loading has given a notice of it).
    #[must_use]
    pub fn link_spans(&self, lang: Lang) -> Vec<(Range<usize>, &PlaceId)> {
        let text = self.text_in(lang).unwrap_or_default();
        let span = |link: &Link| match lang {
            Lang::Ar => find_words(&text, &link.text, link.nth),
            Lang::Fr => find_words(&text, &link.fr, 1),
            Lang::En => find_words(&text, &link.en, 1),
        };
        let mut spans: Vec<_> =
            self.links.iter().filter_map(|link| Some((span(link)?, &link.place))).collect();
        spans.sort_by_key(|(span, _)| span.start);
        spans
    }

    /// Where `words` stand in [`Excerpt::text`], in bytes.
    #[must_use]
    pub fn find(&self, words: &str) -> Option<Range<usize>> {
        find_words(&self.text(), words, 1)
    }
}

/// One-letter words that Arabic writes joined to the next word: "and", "so", "in", "to", "as".
const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// The `nth` place where `words` stand as whole words. Arabic joins "and" or "in" to the word
/// that follows, so one such letter may come before; but "مالي" (Mali) is not found in "المالي"
/// or in "المالية".
pub(super) fn find_words(text: &str, words: &str, nth: u16) -> Option<Range<usize>> {
    if words.is_empty() {
        return None;
    }
    text.match_indices(words)
        .map(|(start, found)| start..start + found.len())
        .filter(|span| {
            let before = text.get(..span.start).unwrap_or_default();
            let after = text.get(span.end..).unwrap_or_default();
            let begins =
                ends_a_word(before) || before.strip_suffix(PROCLITICS).is_some_and(ends_a_word);
            begins && !after.starts_with(is_of_a_word)
        })
        .nth(usize::from(nth).checked_sub(1)?)
}

fn ends_a_word(before: &str) -> bool {
    !before.ends_with(is_of_a_word)
}

/// Letters, digits and the Arabic vowel signs, which are marks and not letters.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{64b}'..='\u{652}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, words: &str, nth: u16) -> Option<(&'t str, usize)> {
        let span = find_words(text, words, nth)?;
        let before = text[..span.start].chars().count();
        Some((&text[span], before))
    }

    #[test]
    fn a_name_is_found_as_a_word_and_behind_a_joined_particle() {
        assert_eq!(found("في مالي وليبيا.", "ليبيا", 1), Some(("ليبيا", 9)));
        assert_eq!(found("المجلس المالي في مالي، وهو", "مالي", 1), Some(("مالي", 17)));
        assert_eq!(found("القوات المالية", "مالي", 1), None);
        assert_eq!(found("نيجيريا والنيجر", "النيجر", 1), Some(("النيجر", 9)));
        assert_eq!(found("كمينًا", "كمين", 1), None, "the sign after belongs to the word");
    }

    #[test]
    fn the_nth_is_counted_over_whole_words_only() {
        let text = "الجزائر للجزائر والجزائر";
        assert_eq!(found(text, "الجزائر", 2), Some(("الجزائر", 17)));
        assert_eq!(found(text, "الجزائر", 3), None);
        assert_eq!(found(text, "", 1), None);
        assert_eq!(found(text, "الجزائر", 0), None);
    }
}
