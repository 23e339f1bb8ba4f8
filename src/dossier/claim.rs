//! What the article states in figures, and in which readings a figure can be computed.

use super::article::Translation;
use super::id::{ClaimId, PlaceId};
use crate::geodata::{Country, Names};
use crate::measure::{LengthUnit, Metres};
use serde::Deserialize;

/// A statement that can be set beside what is measured or counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// The paragraph (¶) it stands in.
    pub paragraph: u16,
    /// The words that state it, verbatim, inside an excerpt of that paragraph.
    pub quote: String,
    /// Our translation of the words.
    pub translation: Translation,
    /// What it can be about, each a reading of its own.
    pub places: Vec<PlaceId>,
    /// What it states.
    pub stated: Stated,
    /// Whether the article itself only reports this.
    pub reported: bool,
}

impl Claim {
    /// Whether the program can compute a figure to set beside it.
    #[must_use]
    pub const fn computable(&self) -> bool {
        matches!(self.stated, Stated::Distance { .. })
    }

    /// The lengths a stated distance can mean, likeliest first; none for a count.
    #[must_use]
    pub fn readings(&self) -> Vec<Reading> {
        match &self.stated {
            Stated::Distance { amount, units, .. } => units
                .iter()
                .map(|&unit| Reading { unit, length: Metres::from_unit(*amount, unit) })
                .collect(),
            Stated::Count { .. } => Vec::new(),
        }
    }
}

/// What a claim states.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A distance from the claim's place to a country.
    Distance {
        /// The figure, as it is written.
        amount: f64,
        /// The units it can be in, likeliest first.
        units: Vec<LengthUnit>,
        /// The country it is measured to the border of.
        to_border_of: Country,
    },
    /// A number of people.
    Count {
        /// The number, as it is said.
        amount: Amount,
        /// Of whom.
        of: Names,
    },
}

/// One way to read a stated distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The unit.
    pub unit: LengthUnit,
    /// The length it then means.
    pub length: Metres,
}

/// A number of people, no more exact than it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Amount {
    /// "50".
    Exactly(u32),
    /// "up to 50".
    UpTo(u32),
    /// "at least 50".
    AtLeast(u32),
    /// "dozens".
    Dozens,
    /// "hundreds".
    Hundreds,
}

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an amount: write 50, `up to 50`, `at least 50`, `dozens` or `hundreds`")]
pub struct NotAnAmount(String);

impl TryFrom<String> for Amount {
    type Error = NotAnAmount;

    fn try_from(text: String) -> Result<Self, NotAnAmount> {
        let number = |digits: &str| digits.parse::<u32>().ok();
        match text.as_str() {
            "dozens" => Some(Self::Dozens),
            "hundreds" => Some(Self::Hundreds),
            other => {
                if let Some(most) = other.strip_prefix("up to ") {
                    number(most).map(Self::UpTo)
                } else if let Some(least) = other.strip_prefix("at least ") {
                    number(least).map(Self::AtLeast)
                } else {
                    number(other).map(Self::Exactly)
                }
            }
        }
        .ok_or(NotAnAmount(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_keeps_its_vagueness() {
        let read = |text: &str| Amount::try_from(text.to_owned()).ok();
        assert_eq!(read("50"), Some(Amount::Exactly(50)));
        assert_eq!(read("up to 50"), Some(Amount::UpTo(50)));
        assert_eq!(read("at least 3"), Some(Amount::AtLeast(3)));
        assert_eq!(read("dozens"), Some(Amount::Dozens));
        assert_eq!(read("about 50"), None);
        assert_eq!(read("-1"), None);
    }
}
