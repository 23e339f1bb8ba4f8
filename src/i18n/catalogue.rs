//! Which catalogue files there are, and what is in them: `assets/locales/{ar,fr,en}/*.ftl`.

use crate::geodata::Lang;

/// Names the files once, so that the three languages cannot have different ones.
macro_rules! catalogue {
    ($($file:literal),+ $(,)?) => {
        /// The catalogue's files, each there in every language.
        pub const FILES: &[&str] = &[$($file),+];

        const AR: &[&str] = &[$(include_str!(concat!("../../assets/locales/ar/", $file, ".ftl"))),+];
        const FR: &[&str] = &[$(include_str!(concat!("../../assets/locales/fr/", $file, ".ftl"))),+];
        const EN: &[&str] = &[$(include_str!(concat!("../../assets/locales/en/", $file, ".ftl"))),+];
    };
}

catalogue!(
    "window", "search", "place", "claim", "map", "layers", "measure", "quantity", "date", "notice",
    "folder", "command", "about", "edit", "shortcut", "csv", "briefing", "scenes", "plate",
    "handout", "online", "guide"
);

/// The Fluent source of a language, one text a file, in the order of [`FILES`].
#[must_use]
pub const fn source(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ar => AR,
        Lang::Fr => FR,
        Lang::En => EN,
    }
}
