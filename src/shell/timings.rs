//! How long the start took: for `--timings`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Moments of the start, counted from the process's own.
#[derive(Clone, Debug)]
pub struct Timings {
    began: Instant,
    /// How long the process had been running before `began`.
    before: Duration,
    marks: Vec<(&'static str, Duration)>,
    wanted: bool,
}

impl Timings {
    /// Counts from the start of the process, or from now where the system does not tell it.
    #[must_use]
    pub fn since_process_start(wanted: bool) -> Self {
        let before = process_age().unwrap_or_default();
        Self { began: Instant::now(), before, marks: Vec::new(), wanted }
    }

    /// Notes a moment; only the first of each name counts.
    pub fn mark(&mut self, name: &'static str) {
        if self.wanted && !self.has(name) {
            self.marks.push((name, self.before + self.began.elapsed()));
        }
    }

    /// Whether a moment was noted.
    #[must_use]
    pub fn has(&self, name: &'static str) -> bool {
        self.marks.iter().any(|(n, _)| *n == name)
    }

    /// Whether anyone asked.
    #[must_use]
    pub const fn wanted(&self) -> bool {
        self.wanted
    }

    /// The moments, a line each, in milliseconds.
    #[must_use]
    pub fn report(&self) -> String {
        let mut lines = String::new();
        for (name, at) in &self.marks {
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{name:<28}{:>8.1} ms", at.as_secs_f64() * 1e3);
        }
        lines
    }
}

/// How long this process has been running, by Linux's own account (to 10 ms).
fn process_age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the name in parentheses and may hold spaces.
    let after_name = stat.rsplit_once(')')?.1;
    let started: f64 = after_name.split_whitespace().nth(19)?.parse().ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let uptime: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    // The kernel counts in hundredths of a second on every platform that Linux desktops run on.
    Duration::try_from_secs_f64(uptime - started / 100.0).ok()
}
