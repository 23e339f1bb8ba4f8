//! Does the program lose nothing of what it keeps, whatever is in its folder and however it ends?
//!
//! The built program is run with a window. Needs Xvfb; where that or another tool is missing, a line
//! says what was not checked.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says what it could not check"
)]

#[path = "support/program.rs"]
mod program;
#[path = "support/windows.rs"]
mod windows;

use program::Program;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use windows::{Display, wait_for};

/// The files of a program's state folder.
struct Folder<'a>(&'a Program);

impl Folder<'_> {
    fn path(&self, name: &str) -> PathBuf {
        self.0.path("state/sahel-map").join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path("")).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    /// The names that begin and end so, in their order.
    fn names(&self, begins: &str, ends: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path("")) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with(begins) && name.ends_with(ends))
            .collect();
        names.sort();
        names
    }

    fn log(&self) -> String {
        self.names("sahel-map.", ".log").iter().map(|name| self.text(name)).collect()
    }
}

/// The files of a session and of crashes alone; the rest is there in every run.
fn of_session(folder: &Folder<'_>) -> Vec<String> {
    let mut names = folder.names("session", ".json");
    names.extend(folder.names("crash", ".txt"));
    names
}

#[test]
fn the_log_says_what_happens_and_nothing_of_the_readers() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    // A dossier of the reader's own, whose every name is the reader's.
    let dossier = program.path("Amina's places");
    fs::create_dir(&dossier).unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    for entry in fs::read_dir(built_in).unwrap().map(|entry| entry.unwrap()) {
        if entry.path().extension().is_some_and(|end| end == "toml") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let text = text.replace("wagner-mali-2025", "amina-notes");
            fs::write(dossier.join(entry.file_name()), text).unwrap();
        }
    }
    let dossier = dossier.to_str().unwrap();
    let (status, stderr) = display.run(&program, &["--timings", "--place", "kidal", dossier], &[]);
    assert!(status.success(), "{stderr}");
    let log = folder.log();
    for said in [
        "the program starts version=",
        "drawing card=",
        "showing a dossier built_in=false",
        "the program ends",
    ] {
        assert!(log.contains(said), "{said} is not in\n{log}");
    }
    for hidden in ["kidal", "Amina", "places", "amina-notes", "wagner"] {
        assert!(!log.contains(hidden), "{hidden} is in\n{log}");
    }
    assert!(folder.text("session.json").contains("\"version\": 1"));
    assert!(!folder.path("starting").exists());
    let (status, _) = display.run(&program, &["--log", "error", "--timings"], &[]);
    assert!(status.success());
    assert_eq!(folder.log(), log, "there was no error");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_keeps_the_session_and_the_next_start_tells_of_it_and_opens() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    let arguments = ["--place", "kidal", "--lang", "fr"];
    let (status, stderr) = display.run(&program, &arguments, &[("SAHEL_MAP_PANIC", "frame")]);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("crash.txt dit où est le défaut"), "{stderr}");
    let report = folder.text("crash.txt");
    assert!(report.contains("src/shell/provoked.rs:"), "{report}");
    assert!(report.contains("Window:   had not come to rest yet"), "{report}");
    assert!(report.contains("the program starts"), "the log is in the report: {report}");
    assert!(!report.contains("of the reader") && !report.contains("more of them"), "{report}");
    assert!(folder.text("session.json").contains("\"kidal\""), "kept while the stack unwound");

    // Before the window had come to rest: the session may have been what it panicked on.
    let (status, stderr) = display.run(&program, &["--timings"], &[]);
    assert!(status.success(), "{stderr}");
    assert!(folder.text("session.kept.json").contains("\"kidal\""));
    assert!(!folder.text("session.json").contains("\"fr\""), "it has its defaults");
    assert_eq!(folder.names("crash", ".txt").len(), 1);
    assert!(!folder.path("crash.txt").exists(), "it was told");

    // After that: the session is none that nobody could open.
    let arguments = ["--place", "kidal", "--lang", "fr"];
    let (status, _) = display.run(&program, &arguments, &[("SAHEL_MAP_PANIC", "rest")]);
    assert_eq!(status.code(), Some(1));
    assert!(folder.text("crash.txt").contains("Window:   had come to rest"));
    let (status, _) = display.run(&program, &["--timings"], &[]);
    assert!(status.success());
    assert!(folder.text("session.json").contains("\"kidal\""));
    assert_eq!(folder.names("session.kept", ".json").len(), 1, "none was put aside");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_another_thread_ends_neither_the_window_nor_the_keeping() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    let arguments = ["--place", "kidal"];
    let mut window = display.start(&program, &arguments, &[("SAHEL_MAP_PANIC", "work")]);
    wait_for("a report", || !folder.names("crash-", ".txt").is_empty());
    wait_for("the session", || folder.text("session.json").contains("\"kidal\""));
    assert!(window.is_open());
    let report = folder.text(&folder.names("crash-", ".txt").concat());
    assert!(report.contains("has lost a part of its work"), "{report}");
    assert!(!folder.path("crash.txt").exists(), "the run did not crash");
}

#[test]
fn what_is_no_session_is_moved_and_not_overwritten() {
    let Some(display) = Display::open() else { return };
    for what in ["folder", "pipe", "loop", "not UTF-8", "version 9"] {
        let program = Program::new();
        let folder = Folder(&program);
        folder.write("session.json", r#"{"version": 9, "lang": "fr"}"#);
        folder.write("online.json", "[");
        let path = folder.path("session.json");
        if what == "not UTF-8" {
            fs::write(&path, b"{\"lang\": \"\xff\"}").unwrap();
        } else if what != "version 9" {
            fs::remove_file(&path).unwrap();
        }
        match what {
            "folder" => fs::create_dir(&path).unwrap(),
            "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
            "loop" => std::os::unix::fs::symlink(&path, &path).unwrap(),
            _ => {}
        }
        let (status, stderr) = display.run(&program, &["--timings"], &[]);
        assert!(status.success(), "{what}: {stderr}");
        assert!(stderr.contains("not all of the session is read"), "{what}: {stderr}");
        assert!(folder.path("session.kept.json").symlink_metadata().is_ok(), "{what}");
        assert!(folder.text("session.json").contains("\"version\": 1"), "{what}");
        assert_eq!(folder.text("online.kept.json"), "[", "{what}");
    }
}

#[test]
fn a_second_window_works_and_overwrites_nothing_and_a_killed_one_holds_nothing() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    let first = display.start(&program, &["--place", "kidal"], &[]);
    wait_for("the first's session", || folder.text("session.json").contains("\"kidal\""));
    wait_for("the first's rest", || !folder.path("starting").exists());
    let kept = folder.text("session.json");
    let (status, stderr) = display.run(&program, &["--timings", "--place", "niamey"], &[]);
    assert!(status.success(), "{stderr}");
    assert!(stderr.contains("another window writes the session"), "{stderr}");
    assert_eq!(folder.text("session.json"), kept);
    assert_eq!(of_session(&folder), ["session.json"]);
    first.kill();
    let (status, stderr) = display.run(&program, &["--timings", "--place", "bamako"], &[]);
    assert!(status.success() && !stderr.contains("another window"), "{stderr}");
    assert!(folder.text("session.json").contains("\"bamako\""), "{stderr}");
}

/// A small file system of its own, for as long as it lives.
struct Mounted(PathBuf);

impl Mounted {
    fn at(path: PathBuf, options: &str) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&path);
        let outcome = command.output();
        if !outcome.is_ok_and(|output| output.status.success()) {
            eprintln!("Not checked: a file system can be mounted by root alone.");
            return None;
        }
        Some(Self(path))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // What stays mounted is in the temporary folder, and goes with the next start of the system.
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[test]
fn on_a_full_disk_the_session_of_before_stays_whole() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    let Some(_mounted) = Mounted::at(program.path("state"), "size=256k") else { return };
    let (status, stderr) = display.run(&program, &["--timings", "--place", "kidal"], &[]);
    assert!(status.success(), "{stderr}");
    let kept = folder.text("session.json");
    assert!(kept.contains("\"kidal\""));
    let filled = fs::write(program.path("state/full"), vec![0; 1 << 20]);
    assert!(filled.is_err(), "it has an end");
    let (status, stderr) = display.run(&program, &["--timings", "--place", "bamako"], &[]);
    assert!(status.success(), "{stderr}");
    assert!(stderr.contains("the session is not kept"), "{stderr}");
    assert_eq!(folder.text("session.json"), kept);
    assert_eq!(of_session(&folder), ["session.json"]);
    assert_eq!(folder.names(".sahel-map-", ""), [""; 0], "nothing is left over");
}

#[test]
fn a_folder_that_cannot_be_written_is_no_failure() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let Some(_mounted) = Mounted::at(program.path("state"), "size=64k,ro") else { return };
    let (status, stderr) = display.run(&program, &["--timings", "--place", "kidal"], &[]);
    assert!(status.success(), "{stderr}");
    assert!(stderr.contains("the folder cannot be written"), "{stderr}");
}

#[test]
fn an_environment_of_nonsense_is_no_failure() {
    let Some(display) = Display::open() else { return };
    let program = Program::new();
    let folder = Folder(&program);
    let nonsense = [
        ("LC_ALL", "xx_YY"),
        ("LANG", ""),
        ("LANGUAGE", "::"),
        ("TZ", "Nowhere/At_All"),
        ("TMPDIR", "/nonexistent"),
    ];
    let (status, stderr) = display.run(&program, &["--timings"], &nonsense);
    assert!(status.success(), "{stderr}");
    assert!(folder.text("session.json").contains("\"lang\": \"en\""));

    // A folder that is another one wherever the program is started from is none.
    let relative = [("HOME", "home"), ("XDG_STATE_HOME", "state"), ("TZ", "")];
    let (status, stderr) = display.run(&program, &["--timings"], &relative);
    assert!(status.success(), "{stderr}");
    assert!(stderr.contains("there is no folder to keep anything in"), "{stderr}");
    assert!(!PathBuf::from("home").exists() && !PathBuf::from("state").exists());
}

#[test]
fn a_clock_that_is_set_to_1970_is_no_failure() {
    let Some(display) = Display::open() else { return };
    let there = Command::new("faketime").arg("--version").output();
    if !there.is_ok_and(|output| output.status.success()) {
        eprintln!("Not checked for the clock: faketime is missing.");
        return;
    }
    let program = Program::new();
    let folder = Folder(&program);
    folder.write("session.json", "{");
    let clock = ["faketime", "--exclude-monotonic", "1970-01-01 12:00:00"];
    let arguments = ["--timings", "--place", "kidal"];
    let (status, stderr) = display.run_under(&clock, &program, &arguments, &[("TZ", "UTC")]);
    assert!(status.success(), "{stderr}");
    assert_eq!(folder.names("sahel-map.", ".log"), ["sahel-map.1970-01-01.log"]);
    assert!(folder.text("session.json").contains("\"kidal\""));
    assert!(folder.path("session.kept.json").exists());
}
