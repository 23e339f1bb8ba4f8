//! Help, wrong usage, and the window where there is no display.

use crate::program::Program;
use sahel_map::geodata::Manifest;

#[test]
fn help_and_version_are_not_failures() {
    let program = Program::new();
    let help = program.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for word in
        ["distance", "check", "export", "--lang", "--theme", "--place", "--view", "--timings"]
    {
        assert!(help.out.contains(word), "no {word} in {}", help.out);
    }
    let version = program.run(&["-V"]);
    let expected = format!("sahel-map {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!((version.code, version.out), (0, expected));
}

#[test]
fn the_long_version_names_every_file_of_the_ground_with_its_state() {
    let version = Program::new().run(&["--version"]);
    assert_eq!((version.code, version.err.as_str()), (0, ""));
    let mut lines = version.out.lines();
    assert_eq!(lines.next(), Some(concat!("sahel-map ", env!("CARGO_PKG_VERSION"))));
    let manifest = Manifest::embedded().unwrap();
    for file in &manifest.files {
        let line = version.out.lines().find(|line| line.trim_start().starts_with(&file.path));
        let line = line.unwrap_or_else(|| panic!("no {} in {}", file.path, version.out));
        assert!(line.contains(&file.date) && line.contains(&file.sha256[..12]), "{line}");
    }
    for credit in manifest.credits_with_licences() {
        assert!(version.out.contains(&credit), "no {credit} in {}", version.out);
    }
}

#[test]
fn what_is_not_understood_is_wrong_usage() {
    let program = Program::new();
    for arguments in [
        &["--no-such-option"][..],
        &["distance"],
        &["distance", "--json"],
        &["export"],
        &["export", "pdf"],
        &["export", "png"],
        &["check", "one", "two"],
        &["--theme", "mauve"],
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        assert!(!ended.err.is_empty());
    }
}

#[test]
fn a_language_that_is_not_there_is_refused() {
    let program = Program::new();
    for arguments in [
        &["distance", "18.4,1.4", "--lang", "de"][..],
        &["--lang", "de", "export", "png", "--out", "map.png"],
        &["--lang", "de"],
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ended.err.contains("`de`") && ended.err.contains("ar, fr"), "{}", ended.err);
    }
}

#[test]
fn the_language_of_the_system_is_spoken_at_first() {
    let program = Program::new();
    for (system, word) in [
        ("fr_ML.UTF-8", "Frontière de"),
        ("ar_DZ.UTF-8", "حدود"),
        ("en_GB.UTF-8", "Border of"),
        ("C.UTF-8", "Border of"),
    ] {
        let output =
            program.command(&["distance", "18.4,1.4"]).env("LANG", system).output().unwrap();
        let table = String::from_utf8(output.stdout).unwrap();
        assert!(table.contains(word), "{system}: {table}");
    }
}

#[test]
fn without_a_display_the_window_says_so() {
    let ended = Program::new().run(&["--lang", "en"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.err.contains("The window cannot open"), "{}", ended.err);
    assert!(ended.err.contains("export and distance work without"), "{}", ended.err);
}

#[test]
fn a_view_that_cannot_be_seen_opens_no_window() {
    let ended = Program::new().run(&["--view", "95,1,7"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("`95`"), "{}", ended.err);
}

#[test]
fn a_position_that_cannot_be_seen_is_told_in_the_language_asked_for() {
    for (lang, words) in [
        ("en", ["Latitude `95` is outside", "Zoom `99` is outside"]),
        ("fr", ["La latitude `95` est hors", "Le zoom `99` est hors"]),
        ("ar", ["خط العرض", "التكبير"]),
    ] {
        for (view, words) in ["95,1,7", "18,1,99"].into_iter().zip(words) {
            let ended = Program::new().run(&["--view", view, "--lang", lang]);
            assert_eq!(ended.code, 2);
            assert!(ended.err.contains(words), "{lang}: {}", ended.err);
        }
    }
}

#[test]
fn what_a_subcommand_has_no_use_for_is_refused() {
    let program = Program::new();
    for (arguments, unused) in [
        (&["distance", "18.4,1.4", "--place", "kidal"][..], "`--place`"),
        (&["distance", "18.4,1.4", "--view", "18,1,7"], "`--view`"),
        (&["distance", "18.4,1.4", "--theme", "light"], "`--theme`"),
        (&["--timings", "distance", "18.4,1.4"], "`--timings`"),
        (&["check", "--place", "kidal"], "`--place`"),
        (&["folder", "check"], "`folder`"),
        (&["folder", "export", "png", "--out", "map.png"], "`folder`"),
    ] {
        let ended = program.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(unused), "{}", ended.err);
    }
}
