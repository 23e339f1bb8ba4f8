//! What is wrong with a record of a dossier, and how that is told.

use super::id::NotAnId;
use super::when::WhenError;
use crate::geodata::OutsideWorld;
use std::fmt;

/// Something in a dossier that could not be used as it is written.
///
/// Shown as ``places.toml: place `kidal`: latitude `184.4` is outside -90..90``.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The file, such as `places.toml`.
    pub file: String,
    /// The record, such as ``place `kidal` `` or, where it has no id, `place 3` (counted from 1).
    pub entry: Option<String>,
    /// The field, such as `names`.
    pub field: Option<String>,
    /// What is wrong.
    pub problem: Problem,
    /// What became of the record.
    pub outcome: Outcome,
}

/// What became of a record with something wrong in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was left out.
    RecordLeftOut,
    /// It is there without what was wrong.
    FieldLeftOut,
}

/// What is wrong with a field. As text, what follows the field's name.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Problem {
    /// A field that has to be there is not.
    #[error("is missing")]
    Missing,
    /// A field that no record of this sort has, or a file that no dossier has.
    #[error("is not known here; known are {known}")]
    Unknown {
        /// What is known, such as `` `id`, `names` ``.
        known: String,
    },
    /// Nothing is written in it.
    #[error("is empty")]
    Empty,
    /// Not of the type it has to be, or not one of the values it may have.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A position that is not on the Earth. Says itself which number it is.
    #[error(transparent)]
    OutsideWorld(#[from] OutsideWorld),
    /// Not a date.
    #[error(transparent)]
    Date(#[from] WhenError),
    /// Not an id.
    #[error(transparent)]
    Id(#[from] NotAnId),
    /// The id or number of an earlier record, or words that an earlier link already has.
    #[error("`{0}` is taken by an earlier one")]
    Taken(String),
    /// The id of a record that is not there.
    #[error("names the {kind} `{id}`, which is not in this dossier")]
    UnknownRecord {
        /// What sort of record.
        kind: &'static str,
        /// The id.
        id: String,
    },
    /// A paragraph the article does not have.
    #[error("is ¶{paragraph}; the article has ¶1 to ¶{last}")]
    NoSuchParagraph {
        /// The paragraph.
        paragraph: u16,
        /// The article's last one.
        last: u16,
    },
    /// Words that are not, as whole words, in the excerpt they are said to be in.
    #[error("has the words `{words}`, which no excerpt of ¶{paragraph} has")]
    NotInExcerpt {
        /// The words.
        words: String,
        /// The paragraph of the excerpt.
        paragraph: u16,
    },
    /// Two fields that contradict each other, or one that needs another.
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
    /// Longer than any quotation.
    #[error("is longer than {limit} bytes")]
    TooLong {
        /// How long it may be.
        limit: usize,
    },
    /// More records than a file may have, or more entries than a list.
    #[error("has {found} entries; those after the first {limit} are left out")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many are read.
        limit: usize,
    },
    /// More notices than anybody reads.
    #[error("has {count} more mistakes, which are not listed")]
    Untold {
        /// How many are not listed.
        count: usize,
    },
}

/// Two fields that contradict each other, or one that is out of its range. As text, what follows
/// the field's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// A count from 1 on that is 0.
    #[error("has to be 1 or more")]
    NotPositive,
    /// An area or a country has no point.
    #[error("is a point, but an area or a country has none")]
    AreaWithPoint,
    /// A vague place without a centre.
    #[error("is missing, and so is `belongs_to`: within what?")]
    WithinNothing,
    /// A number stands for the order of the article.
    #[error("stands for the order of the article, and this is context")]
    NumberedContext,
    /// A radius that no place has.
    #[error("has to be more than 0 and at most 1000000 metres")]
    RadiusRange,
    /// An area or a country has no radius.
    #[error("is given, but an area or a country has no radius")]
    AreaWithRadius,
    /// Context is what the article does not say.
    #[error("is given, but context is what the article does not say")]
    ContextWithParagraphs,
    /// A claim that states two things.
    #[error("stands beside `distance`; a claim states one thing")]
    TwoClaims,
    /// A claim that states nothing.
    #[error("is missing, and so is `count`: what is claimed?")]
    NoClaim,
    /// A distance that nothing on Earth has.
    #[error("has to be from 0 to 100000")]
    AmountRange,
    /// A country whose border is not measured.
    #[error("has to be one of DZA, MLI, NER, BFA")]
    NoSuchBorder,
    /// A scene that looks at nothing.
    #[error("has to have south below north, west below east, and lie in the world")]
    NoExtent,
    /// More callouts than are taken in at a glance.
    #[error("has more than 7 entries")]
    TooManyCallouts,
    /// A callout that points nowhere, or at two things.
    #[error("has an entry without a `place` or an `at`, or with both")]
    CalloutNowhere,
}

impl Problem {
    /// Whether the text says by itself which field it speaks of.
    const fn names_its_field(&self) -> bool {
        matches!(self, Self::OutsideWorld(_))
    }

    /// Whether the text is a sentence of its own and not a predicate of the field's name.
    const fn is_a_sentence(&self) -> bool {
        matches!(self, Self::Date(_) | Self::Id(_) | Self::Taken(_))
    }
}

impl Notice {
    /// The message without the file: ``place `kidal`: latitude `184.4` is outside -90..90``.
    #[must_use]
    pub fn without_file(&self) -> String {
        let entry = self.entry.as_ref().map_or_else(String::new, |entry| format!("{entry}: "));
        format!("{entry}{}", self.without_entry())
    }

    /// The message without file and record: ``latitude `184.4` is outside -90..90``.
    #[must_use]
    pub fn without_entry(&self) -> String {
        let field = match &self.field {
            Some(field) if self.problem.is_a_sentence() => format!("`{field}`: "),
            Some(field) if !self.problem.names_its_field() => format!("`{field}` "),
            _ => String::new(),
        };
        format!("{field}{}", self.problem)
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.without_file())
    }
}
