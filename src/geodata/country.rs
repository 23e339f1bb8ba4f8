//! The four countries the product is about, and the codes of all others.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One of the four countries whose borders are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Country {
    /// Algeria.
    #[serde(rename = "DZA")]
    Algeria,
    /// Mali.
    #[serde(rename = "MLI")]
    Mali,
    /// Niger.
    #[serde(rename = "NER")]
    Niger,
    /// Burkina Faso.
    #[serde(rename = "BFA")]
    BurkinaFaso,
}

impl Country {
    /// The four in the order of every table and of the command line's JSON.
    pub const ALL: [Self; 4] = [Self::Algeria, Self::Mali, Self::Niger, Self::BurkinaFaso];

    /// The country `step` further on in [`Country::ALL`], round the end.
    #[must_use]
    pub fn stepped(self, step: i32) -> Self {
        let at = (self as i32 + step).rem_euclid(4);
        Self::ALL.into_iter().nth(at as usize).unwrap_or(self)
    }

    /// ISO 3166-1 alpha-3 code.
    #[must_use]
    pub const fn code(self) -> CountryCode {
        match self {
            Self::Algeria => CountryCode(*b"DZA"),
            Self::Mali => CountryCode(*b"MLI"),
            Self::Niger => CountryCode(*b"NER"),
            Self::BurkinaFaso => CountryCode(*b"BFA"),
        }
    }

    /// The country with this code, if it is one of the four.
    #[must_use]
    pub fn from_code(code: CountryCode) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.code() == code)
    }
}

/// ISO 3166-1 alpha-3 code of any country, such as `MRT`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CountryCode(pub [u8; 3]);

impl CountryCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
