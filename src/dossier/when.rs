//! When something happened, exactly as precisely as it was said and never more.

use super::id::EventId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A date as precise as its source. The text form is a subset of EDTF (ISO 8601-2) with two
/// additions, part of a month and "after an event":
///
/// | text | meaning |
/// |---|---|
/// | `2024-07-25` | that day |
/// | `2024-07` | that month, not its first day |
/// | `early 2024-07`, `mid 2024-07`, `late 2024-07` | part of that month |
/// | `2024` | that year |
/// | `2024-07-25/2024-07-27` | from the one to the other, both included |
/// | `../2023` | by then: no later than the end of it |
/// | `after ambush` | after the event with that id, no date given |
///
/// ```
/// use sahel_map::dossier::{Period, When};
/// assert_eq!(When::parse("2024-07")?, When::In(Period::Month { year: 2024, month: 7 }));
/// assert!(When::parse("2024-02-30").is_err());
/// # Ok::<(), sahel_map::dossier::WhenError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum When {
    /// Within a day, a part of a month, a month or a year.
    In(Period),
    /// From the beginning of `from` to the end of `to`.
    Interval {
        /// When it begins.
        from: Period,
        /// When it ends; never before `from`.
        to: Period,
    },
    /// No later than the end of this period; how much earlier is not said.
    By(Period),
    /// After another event; how long after is not said.
    After(EventId),
}

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(Date),
    /// Roughly a third of a month.
    PartOfMonth {
        /// Year of the common era.
        year: i16,
        /// Month, 1 to 12.
        month: i8,
        /// Which part.
        part: Part,
    },
    /// One month.
    Month {
        /// Year of the common era.
        year: i16,
        /// Month, 1 to 12.
        month: i8,
    },
    /// One year.
    Year(i16),
}

/// Which part of a month. The words are vague; for sorting, days 1 to 10, 11 to 20 and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// "Early".
    Early,
    /// "Mid".
    Mid,
    /// "Late".
    Late,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a date: {reason}")]
pub struct WhenError {
    /// The text.
    pub text: String,
    /// What is wrong with it.
    pub reason: WhenReason,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenReason {
    /// Not one of the forms.
    #[error(
        "write 2024, 2024-07, 2024-07-25, `late 2024-07`, 2024-07-25/2024-07-27, ../2023 or \
         `after EVENT`"
    )]
    Form,
    /// There is no such day, such as 30 February.
    #[error("the calendar has no such day or month")]
    Calendar,
    /// An interval that ends before it begins.
    #[error("it ends before it begins")]
    Backwards,
}

impl When {
    /// Reads the text form.
    ///
    /// # Errors
    /// [`WhenError`] with the text and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, WhenError> {
        Self::read(text).map_err(|reason| WhenError { text: text.to_owned(), reason })
    }

    fn read(text: &str) -> Result<Self, WhenReason> {
        if let Some(event) = text.strip_prefix("after ") {
            return EventId::new(event).map(Self::After).map_err(|_| WhenReason::Form);
        }
        let Some((from, to)) = text.split_once('/') else {
            return Period::read(text).map(Self::In);
        };
        let to = Period::read(to)?;
        if from == ".." {
            return Ok(Self::By(to));
        }
        let from = Period::read(from)?;
        if to.last_day() < from.first_day() {
            return Err(WhenReason::Backwards);
        }
        Ok(Self::Interval { from, to })
    }

    /// First and last day it can have been: `None` is open. For sorting and filtering, never
    /// for showing: a month must not be shown as its first day.
    #[must_use]
    pub fn bounds(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::In(period) => (Some(period.first_day()), Some(period.last_day())),
            Self::Interval { from, to } => (Some(from.first_day()), Some(to.last_day())),
            Self::By(period) => (None, Some(period.last_day())),
            Self::After(_) => (None, None),
        }
    }
}

impl Period {
    fn read(text: &str) -> Result<Self, WhenReason> {
        for part in [Part::Early, Part::Mid, Part::Late] {
            let month = text.strip_prefix(part.word()).and_then(|rest| rest.strip_prefix(' '));
            if let Some(month) = month {
                return match Self::read(month)? {
                    Self::Month { year, month } => Ok(Self::PartOfMonth { year, month, part }),
                    _ => Err(WhenReason::Form),
                };
            }
        }
        let mut parts = text.split('-');
        let mut number = |digits| parts.next().map(|p| whole_number(p, digits)).transpose();
        let year = number(4)?.ok_or(WhenReason::Form)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(WhenReason::Form);
        }
        // Two digits always fit an i8.
        let (month, day) = (month.map(|m| m as i8), day.map(|d| d as i8));
        let date = Date::new(year, month.unwrap_or(1), day.unwrap_or(1))
            .map_err(|_| WhenReason::Calendar)?;
        Ok(match (month, day) {
            (Some(_), Some(_)) => Self::Day(date),
            (Some(month), None) => Self::Month { year, month },
            (None, _) => Self::Year(year),
        })
    }

    /// First day of it.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::PartOfMonth { year, month, part } => day_or_min(year, month, part.first_day()),
            Self::Month { year, month } => day_or_min(year, month, 1),
            Self::Year(year) => day_or_min(year, 1, 1),
        }
    }

    /// Last day of it.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::PartOfMonth { year, month, part: Part::Early } => day_or_min(year, month, 10),
            Self::PartOfMonth { year, month, part: Part::Mid } => day_or_min(year, month, 20),
            Self::PartOfMonth { year, month, part: Part::Late } | Self::Month { year, month } => {
                day_or_min(year, month, 1).last_of_month()
            }
            Self::Year(year) => day_or_min(year, 12, 31),
        }
    }
}

/// The day, or the earliest date there is where the fields hold what no parser lets through.
fn day_or_min(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

fn whole_number(text: &str, digits: usize) -> Result<i16, WhenReason> {
    if text.len() != digits || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(WhenReason::Form);
    }
    text.parse().map_err(|_| WhenReason::Form)
}

impl Part {
    const fn word(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Mid => "mid",
            Self::Late => "late",
        }
    }

    const fn first_day(self) -> i8 {
        match self {
            Self::Early => 1,
            Self::Mid => 11,
            Self::Late => 21,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::PartOfMonth { year, month, part } => {
                write!(f, "{} {year:04}-{month:02}", part.word())
            }
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(period) => write!(f, "{period}"),
            Self::Interval { from, to } => write!(f, "{from}/{to}"),
            Self::By(period) => write!(f, "../{period}"),
            Self::After(event) => write!(f, "after {event}"),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;
    fn from_str(text: &str) -> Result<Self, WhenError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for When {
    type Error = WhenError;
    fn try_from(text: String) -> Result<Self, WhenError> {
        Self::parse(&text)
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_form_reads_as_itself_and_is_written_back() {
        let forms = [
            ("2024-07-25", When::In(Period::Day(date(2024, 7, 25)))),
            ("2024-07", When::In(Period::Month { year: 2024, month: 7 })),
            (
                "late 2024-07",
                When::In(Period::PartOfMonth { year: 2024, month: 7, part: Part::Late }),
            ),
            ("2024", When::In(Period::Year(2024))),
            (
                "2024-07-25/2024-07-27",
                When::Interval {
                    from: Period::Day(date(2024, 7, 25)),
                    to: Period::Day(date(2024, 7, 27)),
                },
            ),
            ("../2023", When::By(Period::Year(2023))),
            ("after ambush", When::After(EventId::new("ambush").unwrap())),
        ];
        for (text, when) in forms {
            assert_eq!(When::parse(text).as_ref(), Ok(&when));
            assert_eq!(when.to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_date_says_why() {
        let bad = [
            ("2024-02-30", WhenReason::Calendar),
            ("2024-13", WhenReason::Calendar),
            ("2024-00", WhenReason::Calendar),
            ("2024-7", WhenReason::Form),
            ("24", WhenReason::Form),
            ("", WhenReason::Form),
            ("July 2024", WhenReason::Form),
            ("late 2024", WhenReason::Form),
            ("late late 2024-07", WhenReason::Form),
            ("2024-07-25T10:00", WhenReason::Form),
            ("2024-07-25-01", WhenReason::Form),
            ("/2024", WhenReason::Form),
            ("2024/..", WhenReason::Form),
            ("after The Ambush", WhenReason::Form),
            ("٢٠٢٤", WhenReason::Form),
            ("2024-07/2024-06", WhenReason::Backwards),
        ];
        for (text, reason) in bad {
            assert_eq!(When::parse(text), Err(WhenError { text: text.to_owned(), reason }));
        }
    }

    #[test]
    fn bounds_hold_the_whole_period() {
        let bounds = |text| When::parse(text).unwrap().bounds();
        assert_eq!(bounds("2024-02"), (Some(date(2024, 2, 1)), Some(date(2024, 2, 29))));
        assert_eq!(bounds("late 2024-07"), (Some(date(2024, 7, 21)), Some(date(2024, 7, 31))));
        assert_eq!(bounds("mid 2024-07"), (Some(date(2024, 7, 11)), Some(date(2024, 7, 20))));
        assert_eq!(bounds("../2023"), (None, Some(date(2023, 12, 31))));
        assert_eq!(bounds("after ambush"), (None, None));
    }
}
