//! Which of a place's many names is its Arabic one.
//!
//! The gazetteer does not say what language a name is in. Persian, Urdu, Pashto, Kurdish and Uyghur
//! names use letters that Arabic has not; a name in Arabic letters may still be that of something
//! else (a province, a town's former name). So a name is taken only if it is written in Arabic
//! letters alone, as Arabic uses them, and its consonants are about those of the Latin name.

use std::cmp::Reverse;

/// The name that fits best, if one fits.
pub(crate) fn arabic_name(latin: &str, others: &[String]) -> Option<String> {
    let wanted = consonants(latin);
    let fitting = others
        .iter()
        .filter_map(|name| spelt_out(name))
        .map(|name| (distance(&wanted, &consonants(&name)), name))
        .filter(|(off, _)| *off <= wanted.len() / 4);
    // The longer spelling has its vowels written out, which a reader who does not know the place
    // is glad of.
    let rank = |off: usize, name: &str| (off, blemishes(name), Reverse(name.len()));
    let best = fitting.min_by(|a, b| (rank(a.0, &a.1), &a.1).cmp(&(rank(b.0, &b.1), &b.1)));
    best.map(|(_, name)| name)
}

/// Words that say that a name is that of something around the place.
const AROUND: [&str; 4] = ["ولاية ", "مدينة ", "بلدية ", "شعبية "];

/// The name without vowel marks and invisible characters; nothing if a letter is not Arabic's or a
/// word says that it is the name of something around the place. The Persian and Urdu forms of two
/// letters that Arabic has as well are written as in Arabic.
fn spelt_out(name: &str) -> Option<String> {
    let mut clean = String::new();
    for letter in name.chars() {
        match letter {
            // Vowel marks, lengthening stroke, direction marks, zero-width joiners.
            '\u{64b}'..='\u{652}' | '\u{640}' | '\u{200b}'..='\u{200f}' => {}
            '\u{6a9}' => clean.push('\u{643}'),
            // On waw, hamza is Urdu's way to part two vowels.
            '\u{624}' => return None,
            '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | ' ' | '-' => clean.push(letter),
            _ => return None,
        }
    }
    // With a Persian k, an h at the end is a Persian spelling too.
    let persian = name.contains('\u{6a9}') && clean.ends_with('ه');
    let bare = !AROUND.iter().any(|word| clean.starts_with(word));
    // A dotless y stands at the end of a word only.
    let dotless =
        clean.split([' ', '-']).any(|word| word.trim_end_matches('\u{649}').contains('\u{649}'));
    (bare && !dotless && !persian && clean.chars().any(char::is_alphabetic))
        .then(|| clean.replace('-', " "))
}

/// Marks of a careless or foreign spelling: a bare alef at the start, an h or a dotless y at the end.
fn blemishes(name: &str) -> u8 {
    let first = name.starts_with('ا') && !name.starts_with("ال");
    u8::from(first) + u8::from(name.ends_with('ه')) + u8::from(name.ends_with('ى'))
}

/// What is left of a name in either script when its vowels go and the consonants that the scripts
/// tell apart differently are made one.
fn consonants(name: &str) -> String {
    let name = name.to_lowercase().replace("ch", "s").replace("dj", "j");
    let bare = |word: &str| {
        let article = ["el", "al", "es", "en", "er"].contains(&word);
        let word = word.strip_prefix("ال").unwrap_or(word);
        if article { String::new() } else { word.to_owned() }
    };
    let words: String = name.split([' ', '-']).map(bare).collect();
    let mut out = String::new();
    for letter in words.chars() {
        let sound = match letter {
            'b' | 'p' | 'f' | 'v' | 'ب' | 'ف' => 'b',
            't' | 'd' | 'ţ' | 'ṭ' | 'ḑ' | 'ḍ' | 'ت' | 'ث' | 'د' | 'ذ' | 'ط' | 'ض' => {
                't'
            }
            'k' | 'g' | 'q' | 'c' | 'j' | 'ك' | 'ق' | 'غ' | 'ج' | 'خ' => 'k',
            's' | 'z' | 'ç' | 'ş' | 'ẕ' | 'x' | 'س' | 'ص' | 'ش' | 'ز' | 'ظ' => 's',
            'l' | 'ل' => 'l',
            'r' | 'ر' => 'r',
            'm' | 'م' => 'm',
            'n' | 'ñ' | 'ن' => 'n',
            _ => continue,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// Letters to put in, take out or change to make one of the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut next = vec![i + 1];
        for (y, (above, diagonal)) in b.bytes().zip(row.iter().skip(1).zip(&row)) {
            let left = next.last().copied().unwrap_or(0);
            next.push((diagonal + usize::from(x != y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(latin: &str, others: &[&str]) -> Option<String> {
        arabic_name(latin, &others.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn persian_and_urdu_names_are_passed_over() {
        assert_eq!(
            chosen("Annaba", &["ʿnabہ", "عنابه", "عنابة", "عنابہ"]).as_deref(),
            Some("عنابة")
        );
        assert_eq!(chosen("Biskra", &["bskrہ", "بسکره", "بسکرہ"]), None);
    }

    #[test]
    fn former_names_and_provinces_are_passed_over() {
        let names = ["أورليانفيل", "الأصنام", "الشلف", "كاستيليوم تانجيتانيوم"];
        assert_eq!(chosen("Chlef", &names).as_deref(), Some("الشلف"));
        assert_eq!(chosen("Skikda", &["سكيكدة", "ولاية سعيدة"]).as_deref(), Some("سكيكدة"));
    }

    #[test]
    fn a_name_that_does_not_sound_alike_is_not_taken() {
        assert_eq!(chosen("Bilma", &["فور درومار"]), None);
    }

    #[test]
    fn the_article_inside_a_name_is_no_difference() {
        assert_eq!(chosen("Bab Ezzouar", &["باب الزوار"]).as_deref(), Some("باب الزوار"));
    }
}
