//! How well a name answers what was typed.

use super::sound::Sound;
use crate::i18n::fold;

/// Characters of a query that count: no name is as long, and a pasted book costs no more.
const LONGEST_QUERY: usize = 200;

/// A name or a query, ready to be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// Folded, its words separated by single spaces.
    words: String,
    /// The same without spaces: who writes `تين زاوتين` and who writes `تينزاوتين` mean the same.
    compact: String,
    /// Where in `compact` the words after the first begin, in bytes.
    starts: Vec<usize>,
    sound: Sound,
}

/// How good an answer is; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The name as it is written.
    Same,
    /// The same letters in other words.
    SameLetters,
    /// Another spelling of the same sound.
    SameSound,
    /// The name begins so.
    Beginning,
    /// A later word of the name begins so.
    WordBeginning,
    /// Sounds much alike, this far off.
    Alike(u16),
}

impl Form {
    /// A name.
    pub(super) fn of_name(name: &str) -> Self {
        let mut words = String::with_capacity(name.len());
        for c in fold::text(name).chars() {
            let c = if c.is_alphanumeric() { c } else { ' ' };
            // What stands within a word, as the apostrophe of `N'Djamena`, separates too.
            if c != ' ' || !words.ends_with(' ') && !words.is_empty() {
                words.push(c);
            }
        }
        words.truncate(words.trim_end().len());
        let (mut compact, mut starts) = (String::with_capacity(words.len()), Vec::new());
        for word in words.split(' ') {
            if !compact.is_empty() {
                starts.push(compact.len());
            }
            compact.push_str(word);
        }
        Self { sound: Sound::of(&words), words, compact, starts }
    }

    /// A code, such as that of an airport: it is nobody's sound.
    pub(super) fn of_code(code: &str) -> Self {
        Self { sound: Sound::default(), ..Self::of_name(code) }
    }

    /// What was typed.
    pub(super) fn of_query(typed: &str) -> Self {
        match typed.char_indices().nth(LONGEST_QUERY) {
            None => Self::of_name(typed),
            Some((end, _)) => Self::of_name(typed.get(..end).unwrap_or_default()),
        }
    }

    /// Whether there is nothing to look for.
    pub(super) const fn is_empty(&self) -> bool {
        self.compact.is_empty()
    }

    /// How well `name` answers this query, if it does.
    pub(super) fn fit(&self, name: &Self) -> Option<Fit> {
        if name.compact.starts_with(&self.compact) {
            return Some(if name.words == self.words {
                Fit::Same
            } else if name.compact.len() == self.compact.len() {
                Fit::SameLetters
            } else {
                Fit::Beginning
            });
        }
        let later = |start: &usize| {
            name.compact.get(*start..).is_some_and(|rest| rest.starts_with(&self.compact))
        };
        let written = name.starts.iter().any(later).then_some(Fit::WordBeginning);
        let heard = || {
            let allowed = self.sound.allowance()?;
            self.sound.distance_in(&name.sound, allowed)
        };
        match written {
            Some(fit) => Some(fit),
            None => heard().map(|off| if off == 0 { Fit::SameSound } else { Fit::Alike(off) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(query: &str, name: &str) -> Option<Fit> {
        Form::of_query(query).fit(&Form::of_name(name))
    }

    #[test]
    fn the_nearer_the_better() {
        assert_eq!(fit("kidal", "Kidal"), Some(Fit::Same));
        assert_eq!(fit("  Tin-Zaouaten ", "Tin Zaouaten"), Some(Fit::Same));
        assert_eq!(fit("tin zaouaten", "Tinzaouaten"), Some(Fit::SameLetters));
        assert_eq!(fit("tinzawatene", "Tin Zaouatine"), Some(Fit::SameSound));
        assert_eq!(fit("kid", "Kidal"), Some(Fit::Beginning));
        assert_eq!(fit("mokh", "Bordj Badji Mokhtar"), Some(Fit::WordBeginning));
        assert_eq!(fit("djamena", "N’Djamena"), Some(Fit::WordBeginning));
        assert_eq!(fit("ouagadugo", "Ouagadougou"), Some(Fit::SameSound));
        assert_eq!(fit("ouagadigu", "Ouagadougou"), Some(Fit::Alike(1)));
        assert_eq!(fit("xqzvbn", "Kidal"), None);
    }

    #[test]
    fn a_code_is_met_by_its_letters_alone() {
        let fit = |query| Form::of_query(query).fit(&Form::of_code("GAGO"));
        assert_eq!(["gago", "gag"].map(fit), [Some(Fit::Same), Some(Fit::Beginning)]);
        assert_eq!(["gaao", "gao", "kago"].map(fit), [None; 3]);
    }

    #[test]
    fn signs_alone_are_nothing_to_look_for() {
        for typed in ["", "  ", "«؟»", "---", "\u{2067}\u{2069}", "\u{64E}"] {
            assert!(Form::of_query(typed).is_empty(), "{typed:?}");
        }
    }
}
