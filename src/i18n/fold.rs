//! Which texts are the same to a reader's eye, and where one stands within another.
//!
//! Folded are: case and accents of Latin letters, letters with a name of their own (œ, ß, ø, and
//! ɛ, ɔ, ɲ, ŋ, ɓ, ɗ of the Sahel's languages), harakat and tatweel, the forms of alef, ya, ta
//! marbuta and ha, hamza on its carriers, Arabic-Indic digits, letters in presentation forms,
//! apostrophes, hyphens, quotation marks and spaces. Isolates, joiners and other characters that
//! cannot be seen are left out.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory};
use std::iter::once;
use std::ops::Range;

/// A text folded, with the way back to where each piece of it stands in the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text` the bytes of the original character that it comes from, together
    /// with the marks that are written on that character.
    origins: Vec<Range<usize>>,
}

impl Folded {
    /// Folds `original`.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut folded = Self::default();
        for (start, c) in original.char_indices() {
            let origin = start..start + c.len_utf8();
            match fold_char(c, &mut folded.text) {
                // Spaces side by side are one.
                Piece::Space if folded.text.ends_with(' ') => folded.extend_last(origin.end),
                Piece::Space => folded.text.push(' '),
                Piece::Mark => folded.extend_last(origin.end),
                Piece::Letters | Piece::Nothing => {}
            }
            folded.origins.resize(folded.text.len(), origin);
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the original says `needle`, in its bytes, from the beginning on. A hit holds the
    /// marks of its last letter; hits do not overlap. An empty needle, or one of which folding
    /// leaves nothing, is nowhere.
    #[must_use]
    pub fn find_all(&self, needle: &str) -> Vec<Range<usize>> {
        let needle = text(needle);
        if needle.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Range<usize>> = Vec::new();
        for (at, found) in self.text.match_indices(&needle) {
            let Some(hit) = self.original(at..at + found.len()) else { continue };
            // One letter may fold to two that are alike: ß.
            if hits.last().is_none_or(|last| last.end <= hit.start) {
                hits.push(hit);
            }
        }
        hits
    }

    /// Which bytes of the original a range of bytes of the folded text stands for, with the marks
    /// of its last letter; nothing for a range that is empty or beyond the end.
    #[must_use]
    pub fn original(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let origins = self.origins.get(folded)?;
        Some(origins.first()?.start..origins.last()?.end)
    }

    /// Gives the bytes up to `end` to the last character.
    fn extend_last(&mut self, end: usize) {
        let Some(start) = self.origins.last().map(|origin| origin.start) else { return };
        for origin in self.origins.iter_mut().rev().take_while(|origin| origin.start == start) {
            origin.end = end;
        }
    }
}

/// `original` folded.
///
/// ```
/// use sahel_map::i18n::fold;
/// assert_eq!(fold::text("Élan d’Œuvre"), "elan d'oeuvre");
/// assert_eq!(fold::text("مَسْؤُولَةٌ"), fold::text("مسووله"));
/// ```
#[must_use]
pub fn text(original: &str) -> String {
    let mut folded = String::with_capacity(original.len());
    for c in original.chars() {
        if fold_char(c, &mut folded) == Piece::Space && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// Where `haystack` says `needle`, in bytes of `haystack`; see [`Folded::find_all`].
///
/// ```
/// use sahel_map::i18n::fold;
/// let sentence = "استعادةُ كِيدَالَ";
/// let [hit] = fold::find_all(sentence, "كيدال").try_into().unwrap();
/// assert_eq!(&sentence[hit], "كِيدَالَ");
/// ```
#[must_use]
pub fn find_all(haystack: &str, needle: &str) -> Vec<Range<usize>> {
    Folded::new(haystack).find_all(needle)
}

/// What a character folds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Letters, digits or punctuation, which were written.
    Letters,
    /// A space, which was not written.
    Space,
    /// Nothing: a mark on the letter before it.
    Mark,
    /// Nothing: it cannot be seen.
    Nothing,
}

/// Writes what `c` folds to.
fn fold_char(c: char, folded: &mut String) -> Piece {
    let before = folded.len();
    if c.is_ascii_graphic() && c != '`' {
        folded.push(c.to_ascii_lowercase());
    } else if c.is_whitespace() {
        return Piece::Space;
    } else if let Some(same) = same(c) {
        folded.push_str(same);
    } else if let Some(digit) = arabic_digit(c) {
        folded.push(digit);
    } else if is_plain_arabic(c) {
        folded.push(c);
    } else {
        // Letter by letter is enough: what decomposing several together adds is the order of
        // marks, and those go.
        let parts = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(once(c));
        for part in parts.flat_map(char::to_lowercase) {
            match category(part) {
                GeneralCategory::DashPunctuation => folded.push('-'),
                GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::Format
                | GeneralCategory::Control
                | GeneralCategory::SpaceSeparator => {}
                _ => match same(part) {
                    Some(same) => folded.push_str(same),
                    None => folded.push(part),
                },
            }
        }
    }
    if folded.len() > before {
        return Piece::Letters;
    }
    match category(c) {
        GeneralCategory::Format | GeneralCategory::Control => Piece::Nothing,
        _ => Piece::Mark,
    }
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Arabic letters that stay as they are, so that most of a text needs no decomposing.
const fn is_plain_arabic(c: char) -> bool {
    matches!(c, '\u{0627}'..='\u{064A}')
}

/// The digit that one of the Arab east stands for, or one of Persian and Urdu.
pub(crate) fn arabic_digit(c: char) -> Option<char> {
    let value = match c {
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// What a character counts as that Unicode does not decompose, or not to what a reader means.
const fn same(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‛' | '′' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' => "'",
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' => "\"",
        '\u{2212}' => "-",
        '،' => ",",
        '؛' => ";",
        '؟' => "?",
        '٪' => "%",
        '٫' => ".",
        'ـ' => "",
        'ٱ' => "ا",
        'ى' | 'ی' | 'ې' | 'ے' => "ي",
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => "ه",
        'ک' | 'گ' | 'ݣ' | 'ڭ' => "ك",
        'ڨ' => "ق",
        'ڤ' => "ف",
        'پ' => "ب",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' | 'ɔ' | 'Ɔ' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɗ' | 'Ɗ' => "d",
        'ł' | 'Ł' => "l",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        'ŋ' | 'Ŋ' | 'ɲ' | 'Ɲ' => "n",
        'ɛ' | 'Ɛ' | 'ə' | 'Ə' | 'ǝ' | 'Ǝ' => "e",
        'ɓ' | 'Ɓ' => "b",
        'ƙ' | 'Ƙ' => "k",
        'ƴ' | 'Ƴ' => "y",
        'ħ' | 'Ħ' => "h",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hits<'a>(haystack: &'a str, needle: &str) -> Vec<&'a str> {
        find_all(haystack, needle).into_iter().map(|hit| &haystack[hit]).collect()
    }

    #[test]
    fn what_a_reader_takes_for_the_same_folds_to_the_same() {
        for (one, other) in [
            ("ÉTÉ", "ete"),
            ("Œuvre", "oeuvre"),
            ("Straße", "STRASSE"),
            ("Ségou", "Se\u{301}gou"),
            ("Bɛlɛdugu", "beledugu"),
            ("l’eau", "l'eau"),
            ("Nord‑Mali", "nord-mali"),
            ("12\u{A0}km", "12  km"),
            ("أحمد", "احمد"),
            ("إلى", "الي"),
            ("آثار", "اثار"),
            ("ٱلله", "الله"),
            ("تمبكتو", "تِمْبُكْتُو"),
            ("منطقة", "منطقه"),
            ("مسؤول", "مسوول"),
            ("رئيس", "رييس"),
            ("كيـــدال", "كيدال"),
            ("ﻻ", "لا"),
            ("٢٠٢٤", "2024"),
            ("۲۰۲۴", "2024"),
            ("تڨرت", "تقرت"),
            ("\u{2067}مالي\u{2069}", "مالي"),
            ("soft\u{AD}hyphen", "softhyphen"),
        ] {
            assert_eq!(text(one), text(other), "{one} and {other}");
        }
    }

    #[test]
    fn different_letters_stay_different() {
        for (one, other) in [("كيدال", "كيذال"), ("ماء", "ما"), ("gao", "gau"), ("12", "13")]
        {
            assert_ne!(text(one), text(other));
        }
    }

    #[test]
    fn a_hit_is_the_words_of_the_original_with_the_marks_of_its_last_letter() {
        assert_eq!(hits("استعادةُ كِيدَالَ، ثم كيدال", "كيدال"), ["كِيدَالَ", "كيدال"]);
        assert_eq!(hits("في كيـدالـ.", "كيدال"), ["كيـدالـ"]);
        assert_eq!(hits("(\u{2067}مالي\u{2069})", "مالي"), ["مالي"]);
        assert_eq!(hits("le cœur de l’État", "COEUR DE L'ETAT"), ["cœur de l’État"]);
        assert_eq!(hits("cœur", "oe"), ["œ"]);
        assert_eq!(hits("Gao, gao, GAO", "gao"), ["Gao", "gao", "GAO"]);
        assert_eq!(hits("de\u{301} e", "e"), ["e\u{301}", "e"]);
        assert_eq!(hits("a\n  b", "a b"), ["a\n  b"]);
        assert_eq!(hits("ßß", "s"), ["ß", "ß"]);
    }

    #[test]
    fn nothing_is_nowhere() {
        for needle in ["", "\u{64E}", "\u{2069}", "ـ"] {
            assert!(find_all("كيدال", needle).is_empty(), "{needle:?}");
        }
        assert!(find_all("", "a").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_folds_once_and_every_hit_is_part_of_it(
            haystack in "\\PC*|[ -~ا-ي\u{64B}-\u{652}é\u{301}œß\u{2066}-\u{2069}]*",
            needle in "\\PC?|[a-eا-ي ]{1,2}",
        ) {
            let folded = Folded::new(&haystack);
            prop_assert_eq!(folded.text(), text(&haystack));
            prop_assert_eq!(text(folded.text()), folded.text());
            let mut end = 0;
            for hit in folded.find_all(&needle) {
                prop_assert!(hit.start >= end && haystack.get(hit.clone()).is_some());
                prop_assert!(text(&haystack[hit.clone()]).contains(&text(&needle)));
                end = hit.end;
            }
        }
    }
}
