//! The three languages, and names in all of them.

use serde::{Deserialize, Serialize};

/// A language of the interface and of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic, written right to left.
    Ar,
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order the interface offers them.
    pub const ALL: [Self; 3] = [Self::Ar, Self::Fr, Self::En];

    /// The BCP 47 code: `ar`, `fr` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language whose code starts a BCP 47 or POSIX locale name (`fr-ML`, `ar_DZ.UTF-8`).
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|l| l.code() == language)
    }

    /// Whether text in this language runs from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Ar)
    }
}

/// One name in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Arabic.
    pub ar: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Names {
    /// The name in `lang`, or where it is blank the first that is not.
    #[must_use]
    pub fn or_other(&self, lang: Lang) -> &str {
        let mut names = [lang, Lang::En, Lang::Fr, Lang::Ar].into_iter().map(|lang| self.get(lang));
        names.find(|name| !name.trim().is_empty()).unwrap_or_default()
    }

    /// The name in `lang`, to be changed.
    pub fn get_mut(&mut self, lang: Lang) -> &mut String {
        match lang {
            Lang::Ar => &mut self.ar,
            Lang::Fr => &mut self.fr,
            Lang::En => &mut self.en,
        }
    }

    /// The name in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
