//! How far a long run is, on a terminal.

use crate::i18n::{Args, Words, key};
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// A run that is over before this says nothing.
const QUIET: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(100);
/// To the begin of the line, and away with what is there.
const CLEAR: &str = "\r\x1b[K";

/// The line that tells how far the run is.
pub(super) struct Progress<'a> {
    words: &'a Words,
    /// Bytes of the whole input, where that is known.
    size: Option<u64>,
    started: Instant,
    next: Duration,
    is_shown: bool,
    on: bool,
}

impl<'a> Progress<'a> {
    /// Begins. Nothing is shown where standard error is no terminal, or where the rows go to one.
    pub(super) fn new(words: &'a Words, size: Option<u64>, rows_to_terminal: bool) -> Self {
        Self {
            words,
            size,
            started: Instant::now(),
            next: QUIET,
            is_shown: false,
            on: io::stderr().is_terminal() && !rows_to_terminal,
        }
    }

    /// Tells that so many rows are done, which end so many bytes into the input.
    pub(super) fn tell(&mut self, rows: u64, read: u64) {
        let elapsed = self.started.elapsed();
        if !self.on || elapsed < self.next {
            return;
        }
        self.next = elapsed + BETWEEN;
        self.is_shown = true;
        let line = line(self.words, rows, elapsed, self.size.map(|size| (read, size)));
        show(&format!("{CLEAR}{line}"));
    }

    /// Makes room for other words on standard error.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            show(CLEAR);
        }
    }
}

fn show(text: &str) {
    // A terminal that is gone does not have to know.
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Rows, rows a second, and the share of the input that is done.
fn line(words: &Words, rows: u64, elapsed: Duration, read: Option<(u64, u64)>) -> String {
    let rate = rows as f64 / elapsed.as_secs_f64().max(f64::MIN_POSITIVE);
    let args = Args::new()
        .count("rows", usize::try_from(rows).unwrap_or(usize::MAX))
        .decimal("rate", rate, 0);
    match read {
        Some((read, size)) => {
            // A file may grow while it is read.
            let percent = (read as f64 / size.max(1) as f64 * 100.0).clamp(0.0, 100.0);
            let percent = words.numbers().percent(percent as u16);
            words.format(key::CSV_PROGRESS_OF, args.text("percent", percent))
        }
        None => words.format(key::CSV_PROGRESS, args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Lang;
    use crate::i18n::isolate;

    #[test]
    fn the_line_has_rows_share_and_rate() {
        let half = |lang| {
            let words = Words::new(lang);
            let line = line(&words, 120_000, Duration::from_secs(2), Some((50, 100)));
            isolate::bare(&line).replace(['\u{A0}', '\u{202F}'], " ")
        };
        assert_eq!(half(Lang::En), "Rows: 120,000 · 50% · 60,000/s");
        for lang in Lang::ALL {
            let half = half(lang);
            for figure in ["120", "50", "60"] {
                assert!(half.contains(figure), "{half}");
            }
        }
        let unknown = line(&Words::new(Lang::En), 12, Duration::from_secs(2), None);
        assert_eq!(unknown, "Rows: 12 · 6/s");
    }
}
