//! What a sentence is filled with: names and numbers, each under its variable.

use super::isolate;
use super::numbers::{Figure, Numbers};
use super::plural::{Counted, Plurals};
use crate::geodata::Lang;
use fluent_bundle::FluentArgs;
use fluent_bundle::types::FluentValue;
use std::borrow::Cow;

/// The arguments of one sentence.
///
/// ```
/// use sahel_map::i18n::Args;
/// let args = Args::new().plain("number", 6).plain("total", 9);
/// let from = Args::new().text("place", "Kidal").decimal("zoom", 5.1, 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Args<'a>(Vec<(&'static str, Arg<'a>)>);

#[derive(Clone, Debug)]
enum Arg<'a> {
    /// Set into the sentence, isolated where it runs against it.
    Text(Cow<'a, str>),
    /// Compared by the catalogue, never shown.
    Choice(&'static str),
    Integer(i64),
    Plain(i64),
    Decimal(f64, usize),
}

impl<'a> Args<'a> {
    /// No arguments yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// A name, a quotation, a figure with its unit: anything that is words already.
    #[must_use]
    pub fn text(self, variable: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        self.with(variable, Arg::Text(text.into()))
    }

    /// A word of the catalogue's own that selects a variant and is not shown, such as `day`.
    #[must_use]
    pub fn choice(self, variable: &'static str, choice: &'static str) -> Self {
        self.with(variable, Arg::Choice(choice))
    }

    /// How many there are: grouped, and the plural form follows it.
    #[must_use]
    pub fn count(self, variable: &'static str, count: usize) -> Self {
        self.with(variable, Arg::Integer(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// A whole number that is a name (a year, a day, a paragraph, a pin's number): never grouped.
    #[must_use]
    pub fn plain(self, variable: &'static str, number: impl Into<i64>) -> Self {
        self.with(variable, Arg::Plain(number.into()))
    }

    /// A number with exactly `places` decimals, grouped.
    #[must_use]
    pub fn decimal(self, variable: &'static str, number: f64, places: usize) -> Self {
        self.with(variable, Arg::Decimal(number, places))
    }

    fn with(mut self, variable: &'static str, arg: Arg<'a>) -> Self {
        self.0.push((variable, arg));
        self
    }

    /// The arguments as Fluent takes them, written for `lang`.
    pub(super) fn written(
        self,
        lang: Lang,
        numbers: &Numbers,
        plurals: &Plurals,
    ) -> FluentArgs<'a> {
        let counted = |figure: Figure, shown: String| -> FluentValue<'a> {
            let counted: Counted = plurals.counted(figure.size.as_ref(), shown);
            FluentValue::Custom(Box::new(counted))
        };
        let mut written = FluentArgs::with_capacity(self.0.len());
        for (variable, arg) in self.0 {
            let value = match arg {
                Arg::Text(text) => match isolate::inserted(lang, &text) {
                    Cow::Owned(isolated) => isolated.into(),
                    Cow::Borrowed(_) => text.into(),
                },
                Arg::Choice(choice) => choice.into(),
                Arg::Integer(n) => counted(Figure::whole(n), numbers.integer(n)),
                Arg::Plain(n) => counted(Figure::whole(n), numbers.plain(n)),
                Arg::Decimal(n, places) => {
                    counted(Figure::of(n, places), numbers.decimal(n, places))
                }
            };
            written.set(variable, value);
        }
        written
    }
}
