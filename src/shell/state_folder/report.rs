//! What the report of a crash says.

use super::withheld::withheld_panic;
use std::fmt::Write as _;

/// As many frames of a backtrace tell enough, two lines each.
const MOST_LINES: usize = 160;

/// What is known of a panic.
#[derive(Debug)]
pub(super) struct Panic {
    /// Its time, in UTC.
    pub(super) time: String,
    /// The system it happened on.
    pub(super) system: String,
    /// The thread's name.
    pub(super) thread: String,
    /// Whether that was the window's, which has ended with it.
    pub(super) of_window: bool,
    /// Whether the window had come to rest once.
    pub(super) rested: bool,
    /// File, line and column in the source.
    pub(super) place: String,
    /// What it said.
    pub(super) message: String,
    /// The functions that were being carried out, as the standard library writes them.
    pub(super) backtrace: String,
    /// The end of the log.
    pub(super) log: String,
}

impl Panic {
    /// The report, to be read by people.
    pub(super) fn report(&self) -> String {
        let what = if self.of_window { "has ended" } else { "has lost a part of its work" };
        let rest = if self.rested { "had come to rest" } else { "had not come to rest yet" };
        let mut text = format!(
            "Sahel Map {what} because of a fault of its own. This file says where. Nothing that you\n\
             wrote, opened or looked for is in it; what was quoted is cut out. Read it, and send it to\n\
             those who make the program if you like: it is sent by nobody else.\n\n"
        );
        // Writing to a string cannot fail.
        let _ = writeln!(text, "Version:  {}", env!("CARGO_PKG_VERSION"));
        let _ = writeln!(text, "System:   {}", self.system);
        let _ = writeln!(text, "Time:     {}", self.time);
        let _ = writeln!(text, "Thread:   {}", self.thread);
        let _ = writeln!(text, "Window:   {rest}");
        let _ = writeln!(text, "Place:    {}", in_source(&self.place));
        let _ = writeln!(text, "Message:  {}", withheld_panic(&self.message));
        let _ = writeln!(text, "\nBacktrace:\n{}", frames(&self.backtrace));
        let _ = write!(text, "\nLog of the day:\n{}", self.log);
        text
    }
}

/// The frames that have a name, with places as [`in_source`] has them.
fn frames(backtrace: &str) -> String {
    let named: Vec<String> = backtrace
        .lines()
        .filter(|line| !line.contains("<unknown>"))
        .take(MOST_LINES)
        .map(|line| match line.split_once(" at ") {
            Some((before, place)) => format!("{before} at {}", in_source(place)),
            None => line.to_owned(),
        })
        .collect();
    if named.is_empty() {
        "  none: this build of the program has no names of functions".to_owned()
    } else {
        named.join("\n")
    }
}

/// A place in the source, without the folders of whoever built the program: they may bear a name.
fn in_source(place: &str) -> &str {
    let place = place.trim();
    let after = |mark: &str| {
        let at = place.find(mark)? + mark.len();
        place.get(at..)
    };
    // A crate from the registry stands in a folder of the registry's name, the standard library in one
    // of its commit.
    let of_crate = after("registry/src/").and_then(|rest| rest.split_once('/'));
    let of_library = after("/rustc/").and_then(|rest| rest.split_once('/'));
    if let Some((_, place)) = of_crate.or(of_library) {
        return place;
    }
    if place.starts_with('/') || place.contains(":\\") {
        let start = place.rfind("/src/").map_or(0, |at| at + 1);
        let last = place.rfind(['/', '\\']).map_or(0, |at| at + 1);
        return place.get(if start > 0 { start } else { last }..).unwrap_or(place);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panic() -> Panic {
        Panic {
            time: "2026-11-27 09:05:12 UTC".to_owned(),
            system: "linux x86_64".to_owned(),
            thread: "main".to_owned(),
            of_window: true,
            rested: false,
            place: "src/map/labels.rs:12:5".to_owned(),
            message: "slicing `Kidal fell`".to_owned(),
            backtrace: "   0: sahel_map::map::labels\n             at /home/amina/sahel/src/map/labels.rs:12:5\n".to_owned(),
            log: "09:05 INFO the window opens\n".to_owned(),
        }
    }

    #[test]
    fn a_report_says_where_and_nothing_of_the_readers() {
        let report = panic().report();
        for line in [
            "Time:     2026-11-27 09:05:12 UTC",
            "Window:   had not come to rest yet",
            "Place:    src/map/labels.rs:12:5",
            "Message:  slicing `…`",
            "             at src/map/labels.rs:12:5",
            "09:05 INFO the window opens",
        ] {
            assert!(report.lines().any(|found| found == line), "{line} is not in\n{report}");
        }
        assert!(!report.contains("Kidal") && !report.contains("amina"), "{report}");
    }

    #[test]
    fn a_program_without_symbols_says_so() {
        let backtrace = "   0: <unknown>\n   1: <unknown>\n".to_owned();
        let report = Panic { backtrace, ..panic() }.report();
        assert!(report.contains("none: this build"), "{report}");
    }

    #[test]
    fn a_place_has_no_folders_of_the_builder() {
        for (place, shown) in [
            ("src/map/mod.rs:3:1", "src/map/mod.rs:3:1"),
            (
                "/home/amina/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/egui-0.37.0/src/ui.rs:9:1",
                "egui-0.37.0/src/ui.rs:9:1",
            ),
            (
                "/rustc/59807616e1fa2540/library/core/src/str/mod.rs:1:2",
                "library/core/src/str/mod.rs:1:2",
            ),
            ("/home/amina/sahel/src/map/mod.rs:3:1", "src/map/mod.rs:3:1"),
            (r"C:\Users\amina\mod.rs:3:1", "mod.rs:3:1"),
        ] {
            assert_eq!(in_source(place), shown);
        }
    }
}
