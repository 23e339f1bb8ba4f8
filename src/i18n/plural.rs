//! Which plural form a number takes, and how a catalogue asks for it.
//!
//! `fluent-bundle` picks plural forms by rules of its own that lack the French `many` (1 000 000
//! *de* lieux). So numbers reach a catalogue as [`Counted`], with the form that ICU's rules give,
//! and a catalogue selects on the function `PLURAL`:
//!
//! ```ftl
//! places-count = { PLURAL($count) ->
//!     [one] { $count } lieu
//!     [many] { $count } de lieux
//!    *[other] { $count } lieux
//! }
//! date-day = { PLURAL($day, type: "ordinal") ->
//!     [one] { $day }er
//!    *[other] { $day }
//! }
//! ```

use crate::geodata::Lang;
use fluent_bundle::FluentArgs;
use fluent_bundle::types::{FluentType, FluentValue};
use icu_decimal::input::Decimal;
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::borrow::Cow;

/// The plural rules of one language (CLDR).
#[derive(Debug)]
pub(super) struct Plurals {
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

impl Plurals {
    pub(super) fn new(lang: Lang) -> Self {
        let locale = match lang {
            Lang::Ar => locale!("ar"),
            Lang::Fr => locale!("fr"),
            Lang::En => locale!("en"),
        };
        // The data of all three is compiled in; were it not, each count would take `other`.
        let report = |error: &_| tracing::error!(%locale, %error, "no plural rules");
        Self {
            cardinal: PluralRules::try_new_cardinal((&locale).into()).inspect_err(report).ok(),
            ordinal: PluralRules::try_new_ordinal((&locale).into()).inspect_err(report).ok(),
        }
    }

    /// The number as a catalogue gets it. `shown` is how it is written; its decimals count for the
    /// form too (English: 1 mile, 1.0 miles).
    pub(super) fn counted(&self, number: Option<&Decimal>, shown: String) -> Counted {
        let form = |rules: &Option<PluralRules>| match (rules, number) {
            (Some(rules), Some(number)) => name(rules.category_for(number)),
            _ => name(PluralCategory::Other),
        };
        Counted { shown, cardinal: form(&self.cardinal), ordinal: form(&self.ordinal) }
    }
}

/// A number in a sentence: as it is written, and the plural forms it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    shown: String,
    cardinal: &'static str,
    ordinal: &'static str,
}

impl FluentType for Counted {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.shown.clone().into()
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        self.shown.clone().into()
    }
}

/// The Fluent function `PLURAL($number, type: "cardinal" | "ordinal")`: `zero`, `one`, `two`,
/// `few`, `many` or `other`.
pub(super) fn plural<'a>(positional: &[FluentValue<'a>], named: &FluentArgs) -> FluentValue<'a> {
    let Some(FluentValue::Custom(value)) = positional.first() else { return FluentValue::Error };
    let Some(counted) = (**value).as_any().downcast_ref::<Counted>() else {
        return FluentValue::Error;
    };
    match named.get("type") {
        Some(FluentValue::String(kind)) if kind == "ordinal" => counted.ordinal.into(),
        _ => counted.cardinal.into(),
    }
}

const fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
