//! How a number is written: digits, grouping and decimal mark of each language, by CLDR.

use super::isolate;
use crate::geodata::Lang;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::locale;
use serde::{Deserialize, Serialize};

/// The digits an Arabic reader wants; French and English have only the Western ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Digits {
    /// 0123456789, as the press of the Maghreb and the article write them.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩, with the decimal mark ٫ and the group mark ٬.
    ArabicIndic,
}

/// Writes numbers in one language.
#[derive(Debug)]
pub struct Numbers {
    lang: Lang,
    digits: Digits,
    grouped: Option<DecimalFormatter>,
    ungrouped: Option<DecimalFormatter>,
}

impl Numbers {
    /// Numbers as `lang` writes them. `digits` matters in Arabic only.
    #[must_use]
    pub fn new(lang: Lang, digits: Digits) -> Self {
        let locale = match (lang, digits) {
            (Lang::Ar, Digits::Western) => locale!("ar-u-nu-latn"),
            (Lang::Ar, Digits::ArabicIndic) => locale!("ar-u-nu-arab"),
            (Lang::Fr, _) => locale!("fr"),
            (Lang::En, _) => locale!("en"),
        };
        // The data of all three is compiled in; were it not, figures would come out plain.
        let formatter = |grouping: GroupingStrategy| {
            DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::from(grouping))
                .inspect_err(|error| tracing::error!(%locale, %error, "no number format"))
                .ok()
        };
        Self {
            lang,
            digits,
            grouped: formatter(GroupingStrategy::Auto),
            ungrouped: formatter(GroupingStrategy::Never),
        }
    }

    /// A number with its thousands grouped and exactly `places` decimals: `195,853.9` in English.
    /// Anything not finite is `—`, and nothing is ever `−0.0`.
    ///
    /// ```
    /// use sahel_map::{geodata::Lang, i18n::{Digits, Numbers}};
    /// let numbers = Numbers::new(Lang::Ar, Digits::ArabicIndic);
    /// assert_eq!(numbers.decimal(1863.52, 1), "١٬٨٦٣٫٥");
    /// ```
    #[must_use]
    pub fn decimal(&self, value: f64, places: usize) -> String {
        self.write(self.grouped.as_ref(), &Figure::of(value, places))
    }

    /// A whole number with its thousands grouped: `5,134`.
    #[must_use]
    pub fn integer(&self, value: i64) -> String {
        self.write(self.grouped.as_ref(), &Figure::whole(value))
    }

    /// A whole number that is a name more than a quantity (a year, a day, a paragraph): never
    /// grouped, `2024`.
    #[must_use]
    pub fn plain(&self, value: i64) -> String {
        self.write(self.ungrouped.as_ref(), &Figure::whole(value))
    }

    /// A share in per cent, with the language's own sign where its own digits stand: `125%`,
    /// `125 %` in French, `١٢٥٪`.
    #[must_use]
    pub fn percent(&self, percent: u16) -> String {
        let figure = self.plain(percent.into());
        match (self.lang, self.digits) {
            (Lang::Fr, _) => format!("{figure}\u{A0}%"),
            (Lang::Ar, Digits::ArabicIndic) => format!("{figure}٪"),
            (lang, _) => isolate::figure(lang, &format!("{figure}%")).into_owned(),
        }
    }

    /// A number with zeros in front up to `width` whole digits, and `places` decimals, ungrouped:
    /// `067`, `18.4435`. Anything not finite is `—`.
    #[must_use]
    pub fn padded(&self, value: f64, width: u8, places: usize) -> String {
        let mut figure = Figure::of(value, places);
        if let Some(size) = &mut figure.size {
            size.absolute.pad_start(i16::from(width));
        }
        self.write(self.ungrouped.as_ref(), &figure)
    }

    fn write(&self, formatter: Option<&DecimalFormatter>, figure: &Figure) -> String {
        let Some(size) = &figure.size else { return "—".to_owned() };
        let written = formatter.map_or_else(|| size.to_string(), |f| f.format(size).to_string());
        if figure.negative {
            isolate::figure(self.lang, &format!("{MINUS}{written}")).into_owned()
        } else {
            written
        }
    }
}

/// The minus of typesetting, as wide as a digit. (CLDR's own for Arabic drags a left-to-right mark
/// along, which the isolate replaces.)
const MINUS: char = '\u{2212}';

/// A number rounded to the decimals that will be shown, its sign apart.
pub(super) struct Figure {
    negative: bool,
    /// `None` where the number is not finite.
    pub(super) size: Option<Decimal>,
}

impl Figure {
    /// Halves go away from zero, as people round: formatting alone would go by the binary number,
    /// which for 18.44345 lies a little below the half.
    pub(super) fn of(value: f64, places: usize) -> Self {
        let scale = 10_f64.powi(i32::try_from(places).unwrap_or(i32::MAX));
        let scaled = (value.abs() * scale).round();
        let rounded = if scaled.is_finite() { scaled / scale } else { value.abs() };
        let size = rounded.is_finite().then(|| format!("{rounded:.places$}"));
        let size = size.and_then(|text| Decimal::try_from_str(&text).ok());
        let zero = size.as_ref().is_none_or(|size| size.absolute.is_zero());
        Self { negative: value < 0.0 && !zero, size }
    }

    pub(super) fn whole(value: i64) -> Self {
        Self { negative: value < 0, size: Some(Decimal::from(value.unsigned_abs())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lang: Lang) -> Numbers {
        Numbers::new(lang, Digits::Western)
    }

    #[test]
    fn each_language_groups_and_marks_in_its_own_way() {
        assert_eq!(of(Lang::En).decimal(195_853.93, 1), "195,853.9");
        assert_eq!(of(Lang::Fr).decimal(195_853.93, 1), "195\u{202F}853,9");
        assert_eq!(of(Lang::Ar).decimal(195_853.93, 1), "195,853.9");
        let indic = Numbers::new(Lang::Ar, Digits::ArabicIndic);
        assert_eq!(indic.decimal(195_853.93, 1), "١٩٥٬٨٥٣٫٩");
    }

    #[test]
    fn french_and_english_have_no_arabic_indic_digits() {
        assert_eq!(Numbers::new(Lang::Fr, Digits::ArabicIndic).integer(12), "12");
    }

    #[test]
    fn a_negative_figure_is_one_isolate_in_arabic() {
        assert_eq!(of(Lang::Ar).integer(-4), "\u{2066}\u{2212}4\u{2069}");
        assert_eq!(of(Lang::En).integer(-4), "\u{2212}4");
    }

    #[test]
    fn halves_are_rounded_as_they_are_read() {
        assert_eq!(of(Lang::En).decimal(18.443_45, 4), "18.4435");
        assert_eq!(of(Lang::En).decimal(0.25, 1), "0.3");
        assert_eq!(of(Lang::En).decimal(1e21, 0), "1,000,000,000,000,000,000,000");
    }

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        assert_eq!(of(Lang::En).decimal(-0.01, 1), "0.0");
    }

    #[test]
    fn what_is_not_finite_is_a_dash() {
        assert_eq!(of(Lang::En).decimal(f64::NAN, 1), "—");
        assert_eq!(of(Lang::En).padded(f64::NEG_INFINITY, 3, 0), "—");
    }

    #[test]
    fn the_sign_of_per_cent_is_that_of_the_digits() {
        assert_eq!(of(Lang::En).percent(125), "125%");
        assert_eq!(of(Lang::Fr).percent(125), "125\u{A0}%");
        assert_eq!(of(Lang::Ar).percent(125), "\u{2066}125%\u{2069}");
        assert_eq!(Numbers::new(Lang::Ar, Digits::ArabicIndic).percent(125), "١٢٥٪");
    }

    #[test]
    fn years_are_not_grouped() {
        assert_eq!(of(Lang::En).plain(2024), "2024");
        assert_eq!(of(Lang::En).integer(2024), "2,024");
    }

    #[test]
    fn zeros_in_front() {
        assert_eq!(of(Lang::En).padded(66.8, 3, 0), "067");
        assert_eq!(of(Lang::Fr).padded(0.5, 1, 4), "0,5000");
    }
}
