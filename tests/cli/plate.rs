//! `sahel-map export png` of scenes and on paper: the plate, its size and what its file says.

use crate::program::Program;
use std::collections::HashMap;
use std::fs;
use std::io::BufReader;
use std::path::Path;

/// A PNG file: its size, its dots to the metre and its texts.
struct Sheet {
    size: (u32, u32),
    per_metre: Option<u32>,
    texts: HashMap<String, String>,
}

#[track_caller]
fn read(path: &Path) -> Sheet {
    let decoder = png::Decoder::new(BufReader::new(fs::File::open(path).unwrap()));
    let reader = decoder.read_info().unwrap();
    let info = reader.info();
    let texts = info.utf8_text.iter();
    Sheet {
        size: (info.width, info.height),
        per_metre: info.pixel_dims.map(|dims| dims.xppu),
        texts: texts.map(|text| (text.keyword.clone(), text.get_text().unwrap())).collect(),
    }
}

#[track_caller]
fn export(program: &Program, arguments: &[&str]) {
    let ended = program.run(&[&["export", "png"], arguments].concat());
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{arguments:?}: {}", ended.err);
}

#[test]
fn a_scene_on_paper_has_its_size_its_title_and_its_sources_the_same_every_time() {
    let program = Program::new();
    let scene = |out: &str| {
        let arguments = ["--scene", "5", "--paper", "a4", "--portrait", "--lang", "ar", "--out"];
        export(&program, &[&arguments[..], &[out]].concat());
        fs::read(program.path(out)).unwrap()
    };
    assert!(scene("one.png") == scene("two.png"), "the same bytes");
    let sheet = read(&program.path("one.png"));
    assert_eq!(sheet.size, (2480, 3508));
    assert_eq!(sheet.per_metre, Some(11_811), "300 to the inch");
    assert_eq!(sheet.texts["Title"], "كمين قرب تينزاوتين");
    assert!(sheet.texts["Copyright"].contains("OpenStreetMap"), "{}", sheet.texts["Copyright"]);
    assert!(sheet.texts["Source"].contains("ambush"), "{}", sheet.texts["Source"]);
}

#[test]
fn every_scene_is_a_picture_of_its_own() {
    let program = Program::new();
    fs::create_dir(program.path("scenes")).unwrap();
    let scenes = ["--all-scenes", "scenes", "--size", "640x360", "--lang", "en"];
    export(&program, &scenes);
    let mut titles: Vec<String> = Vec::new();
    let mut files: Vec<_> = fs::read_dir(program.path("scenes")).unwrap().collect();
    files.sort_by_key(|file| file.as_ref().unwrap().file_name());
    for file in files {
        titles.push(read(&file.unwrap().path()).texts["Title"].clone());
    }
    assert_eq!(titles.len(), 8);
    assert_eq!(titles[4], "The ambush near Tinzaouaten");
    let again = program.run(&[&["export", "png"], &scenes[..]].concat());
    assert_eq!(again.code, 1, "what is there stays: {}", again.err);
}

#[test]
fn what_no_scene_and_no_sheet_is_is_told() {
    let program = Program::new();
    for (arguments, code, part) in [
        (&["--scene", "9"][..], 2, "from 1 to 8"),
        (&["--scene", "0"], 2, "from 1 to 8"),
        (&["--scene", "two"], 2, "from 1 to 8"),
        (&["--scene", "2", "--place", "kidal"], 2, "`--place`"),
        (&["--scene", "2", "--view", "19,2,7"], 2, "`--view`"),
        (&["--paper", "a5"], 2, "a5"),
        (&["--paper", "a4", "--size", "100x100"], 2, "--size"),
        (&["--portrait"], 2, "--paper"),
        (&["--scene", "2", "--all-scenes", "nowhere"], 2, "--all-scenes"),
    ] {
        let all = [&["export", "png", "--lang", "en", "--out", "x.png"], arguments].concat();
        let ended = program.run(&all);
        assert_eq!(ended.code, code, "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(part), "no `{part}` in {}", ended.err);
        assert!(!program.path("x.png").exists());
    }
    let nowhere = program.run(&["export", "png", "--all-scenes", "nowhere", "--lang", "en"]);
    assert_eq!(nowhere.code, 1, "{}", nowhere.err);
    assert!(nowhere.err.contains("nowhere"), "{}", nowhere.err);
}

/// A plate of any shape is drawn: wide, high, small, in every language.
#[test]
fn plates_of_every_shape_are_drawn() {
    let program = Program::new();
    for (index, (size, lang)) in
        [("64x64", "en"), ("4000x300", "ar"), ("300x2000", "fr"), ("900x900", "ar")]
            .iter()
            .enumerate()
    {
        let out = format!("{index}.png");
        let sized = ["--size", size, "--plate", "full", "--lang", lang, "--out", &out];
        export(&program, &sized);
        export(&program, &[&sized[..6], &["--scene", "7", "--force", "--out", &out]].concat());
    }
}

/// However many files are being written, the end of the terminal leaves none.
#[cfg(unix)]
#[test]
fn a_signal_leaves_none_of_the_temporary_files() {
    let program = Program::new();
    let folder = program.path("scenes");
    fs::create_dir(&folder).unwrap();
    let arguments = ["export", "png", "--all-scenes", "scenes", "--sidecar", "--paper", "a4"];
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sahel-map"));
    command.args(arguments).current_dir(program.path("")).envs(program.variables());
    let mut child = command.spawn().unwrap();
    let temporaries = || {
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with(".sahel-map-")).count()
    };
    // A picture and its facts for each of the scenes.
    while temporaries() < 16 {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    let id = child.id().to_string();
    let killed = std::process::Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(temporaries(), 0);
}
