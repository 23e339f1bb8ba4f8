//! How a date is said, never more exactly than it is known.

use super::args::Args;
use super::key::{self, Key};
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

/// January to December.
const STANDARD: [Key; 12] = [
    key::MONTH_1,
    key::MONTH_2,
    key::MONTH_3,
    key::MONTH_4,
    key::MONTH_5,
    key::MONTH_6,
    key::MONTH_7,
    key::MONTH_8,
    key::MONTH_9,
    key::MONTH_10,
    key::MONTH_11,
    key::MONTH_12,
];

/// The same in the Maghreb.
const MAGHREB: [Key; 12] = [
    key::MONTH_1_MAGHREB,
    key::MONTH_2_MAGHREB,
    key::MONTH_3_MAGHREB,
    key::MONTH_4_MAGHREB,
    key::MONTH_5_MAGHREB,
    key::MONTH_6_MAGHREB,
    key::MONTH_7_MAGHREB,
    key::MONTH_8_MAGHREB,
    key::MONTH_9_MAGHREB,
    key::MONTH_10_MAGHREB,
    key::MONTH_11_MAGHREB,
    key::MONTH_12_MAGHREB,
];

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
                self.format(key::DATE_BY, args)
            }
            When::After(id) => {
                let title = event(id).unwrap_or_else(|| id.to_string());
                self.format(key::DATE_AFTER_EVENT, Args::new().text("event", title))
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
                self.format(key::DATE_DAY, args)
            }
            Period::PartOfMonth { year, month, part } => {
                let key = match part {
                    Part::Early => key::DATE_EARLY,
                    Part::Mid => key::DATE_MID,
                    Part::Late => key::DATE_LATE,
                };
                self.format(
                    key,
                    Args::new().text("date", self.period(Period::Month { year, month })),
                )
            }
            Period::Month { year, month } => {
                let args = Args::new().text("month", self.month(month)).plain("year", year);
                self.format(key::DATE_MONTH, args)
            }
            Period::Year(year) => self.format(key::DATE_YEAR, Args::new().plain("year", year)),
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
                self.format(key::DATE_DAYS, args)
            }
            (Period::Month { year, month: first }, Period::Month { year: same, month: last })
                if year == same =>
            {
                let args = Args::new()
                    .text("first", self.month(first))
                    .text("last", self.month(last))
                    .plain("year", year);
                self.format(key::DATE_MONTHS, args)
            }
            _ => {
                let args = Args::new().text("from", self.period(from)).text("to", self.period(to));
                self.format(key::DATE_INTERVAL, args)
            }
        }
    }

    /// The name of a month, 1 to 12, as the reader's usage has it.
    fn month(&self, month: i8) -> String {
        let names = match self.usage().months {
            MonthNames::Standard => &STANDARD,
            MonthNames::Maghreb => &MAGHREB,
        };
        let month = usize::try_from(month).ok().and_then(|month| names.get(month.checked_sub(1)?));
        month.map_or_else(String::new, |month| self.text(*month).into_owned())
    }
}

fn same_month(a: Date, b: Date) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}
