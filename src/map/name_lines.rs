//! Which names of a thing stand on the map: the reader's, and the other one under it.

use super::labels::{first_name, second_name};
use crate::geodata::{Lang, Names};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One of the four countries.
    Country,
    /// A place of the dossier.
    Pin,
    /// A town.
    Town,
    /// A first-level region.
    Region,
    /// Another country.
    Neighbour,
    /// A desert, a mountain range, a plain or a water.
    Feature,
}

impl Named {
    /// All of them.
    #[cfg(test)]
    const ALL: [Self; 6] =
        [Self::Country, Self::Pin, Self::Town, Self::Region, Self::Neighbour, Self::Feature];

    /// The zoom from which it has a second name.
    const fn second_from(self) -> f64 {
        match self {
            Self::Country | Self::Pin => 0.0,
            Self::Neighbour => 6.0,
            Self::Region | Self::Feature => 7.0,
            Self::Town => 8.0,
        }
    }
}

/// The name that is read first, and the one that stands under it: empty where there is none, where
/// it is too early for it, or where the reader does not want any (`second_names`).
#[must_use]
pub(super) fn name_lines(
    names: &Names,
    lang: Lang,
    what: Named,
    zoom: f64,
    second_names: bool,
) -> [&str; 2] {
    let second = second_names && zoom >= what.second_from();
    [first_name(names, lang), if second { second_name(names, lang) } else { "" }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hoggar() -> Names {
        Names { ar: "الهقار".into(), fr: "Hoggar".into(), en: "Hoggar".into() }
    }

    #[test]
    fn without_second_names_there_is_none_anywhere() {
        let names = hoggar();
        for what in Named::ALL {
            for lang in Lang::ALL {
                for zoom in [3.5, 6.0, 8.0, 14.0] {
                    let lines = name_lines(&names, lang, what, zoom, false);
                    assert_eq!(lines, [names.get(lang), ""], "{what:?} {lang:?}");
                }
            }
        }
    }

    #[test]
    fn with_them_each_comes_at_its_zoom() {
        let names = hoggar();
        let second = |what, lang, zoom| {
            let [_, second] = name_lines(&names, lang, what, zoom, true);
            second
        };
        for what in Named::ALL {
            assert_eq!(second(what, Lang::En, 8.0), "الهقار", "{what:?}");
            assert_eq!(second(what, Lang::Ar, 8.0), "Hoggar", "{what:?}");
        }
        assert_eq!(second(Named::Country, Lang::Fr, 3.5), "الهقار");
        assert_eq!(second(Named::Town, Lang::Fr, 7.9), "");
        assert_eq!(second(Named::Region, Lang::Ar, 6.9), "");
    }
}
