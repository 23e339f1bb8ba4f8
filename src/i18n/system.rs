//! Which language the reader's system speaks.

use crate::geodata::Lang;

/// The first of the system's languages that the program has; English where it has none of them.
///
/// The system's list is `LC_ALL`, `LC_MESSAGES`, `LANG` and `LANGUAGE` on Linux, the settings of
/// the user elsewhere.
#[must_use]
pub fn system_language() -> Lang {
    preferred(sys_locale::get_locales())
}

fn preferred(locales: impl Iterator<Item = String>) -> Lang {
    locales.into_iter().find_map(|locale| Lang::from_locale(&locale)).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(locales: &[&str]) -> Lang {
        preferred(locales.iter().map(ToString::to_string))
    }

    #[test]
    fn the_first_language_that_is_there() {
        assert_eq!(of(&["ar-DZ", "fr-DZ"]), Lang::Ar);
        assert_eq!(of(&["de-CH", "fr-CH", "en"]), Lang::Fr);
        assert_eq!(of(&["fr_ML.UTF-8"]), Lang::Fr);
    }

    #[test]
    fn english_where_there_is_none() {
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&["C", "bm-ML"]), Lang::En);
    }
}
