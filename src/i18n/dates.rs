//! How a date is said, never more exactly than it is known.

use super::args::Args;
use super::words::Words;
use crate::dossier::{EventId, Part, Period, When};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which names the months have in Arabic; French and English have only one set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MonthNames {
    /// يناير، فبراير، … يوليو: as the article writes, and as Mali, Niger and the East have them.
    #[default]
    Standard,
    /// جانفي، فيفري، … جويلية: as Algeria and Tunisia have them.
    Maghreb,
}

impl Words {
    /// A date in words: `late July 2024`, `by 2023`, `25 to 27 July 2024`.
    ///
    /// `event` gives the title of the event that a date is after; where it gives none, the
    /// event's id is said.
    ///
    /// ```
    /// use sahel_map::dossier::When;
    /// use sahel_map::geodata::Lang;
    /// use sahel_map::i18n::Words;
    ///
    /// let when = When::parse("late 2024-07")?;
    /// assert_eq!(Words::new(Lang::Fr).date(&when, |_| None), "fin juillet 2024");
    /// # Ok::<(), sahel_map::dossier::WhenError>(())
    /// ```
    #[must_use]
    pub fn date(&self, when: &When, event: impl FnOnce(&EventId) -> Option<String>) -> String {
        match when {
            When::In(period) => self.period(*period),
            When::Interval { from, to } => self.interval(*from, *to),
            When::By(period) => {
                let exact = if matches!(period, Period::Day(_)) { "day" } else { "other" };
                let args = Args::new().text("date", self.period(*period)).choice("exact", exact);
                self.format("date-by", args)
            }
            When::After(id) => {
                let title = event(id).unwrap_or_else(|| id.to_string());
                self.format("date-after-event", Args::new().text("event", title))
            }
        }
    }

    /// A day, a part of a month, a month or a year.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Day(date) => {
                let args = Args::new()
                    .plain("day", date.day())
                    .text("month", self.month(date.month()))
                    .plain("year", date.year());
                self.format("date-day", args)
            }
            Period::PartOfMonth { year, month, part } => {
                let key = match part {
                    Part::Early => "date-early",
                    Part::Mid => "date-mid",
                    Part::Late => "date-late",
                };
                self.format(
                    key,
                    Args::new().text("date", self.period(Period::Month { year, month })),
                )
            }
            Period::Month { year, month } => {
                let args = Args::new().text("month", self.month(month)).plain("year", year);
                self.format("date-month", args)
            }
            Period::Year(year) => self.format("date-year", Args::new().plain("year", year)),
        }
    }

    /// What both ends share is said once.
    fn interval(&self, from: Period, to: Period) -> String {
        match (from, to) {
            _ if from == to => self.period(from),
            (Period::Day(first), Period::Day(last)) if same_month(first, last) => {
                let args = Args::new()
                    .plain("first", first.day())
                    .plain("last", last.day())
                    .text("month", self.month(first.month()))
                    .plain("year", first.year());
                self.format("date-days", args)
            }
            (Period::Month { year, month: first }, Period::Month { year: same, month: last })
                if year == same =>
            {
                let args = Args::new()
                    .text("first", self.month(first))
                    .text("last", self.month(last))
                    .plain("year", year);
                self.format("date-months", args)
            }
            _ => {
                let args = Args::new().text("from", self.period(from)).text("to", self.period(to));
                self.format("date-interval", args)
            }
        }
    }

    /// The name of a month, 1 to 12, as the reader's usage has it.
    fn month(&self, month: i8) -> String {
        let maghreb = match self.usage().months {
            MonthNames::Standard => "",
            MonthNames::Maghreb => "-maghreb",
        };
        self.text(&format!("month-{month}{maghreb}")).into_owned()
    }
}

fn same_month(a: Date, b: Date) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}
