//! What the catalogues can say: a constant for each key, made from the English catalogue when the
//! program is built.
//!
//! ```
//! use sahel_map::geodata::Lang;
//! use sahel_map::i18n::{Args, Words, key};
//!
//! let words = Words::new(Lang::Fr);
//! assert_eq!(words.text(key::PANEL_PLACES), "Lieux");
//! assert_eq!(words.format(key::PLACES_COUNT, Args::new().count("count", 2)), "2 lieux");
//! ```

/// Words that are complete as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(&'static str);

/// Words with variables, which need their [`super::Args`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sentence(&'static str);

impl Key {
    /// The key as the catalogues have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl Sentence {
    /// The key as the catalogues have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
