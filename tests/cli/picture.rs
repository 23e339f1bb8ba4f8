//! `sahel-map export png`: the picture, the file, and what is refused.

use crate::archives::{PmTiles, area, mbtiles, png};
use crate::program::Program;
use sahel_map::disk::Existing;
use sahel_map::dossier::DossierFiles;
use std::fs;
use std::path::Path;

/// Width, height and pixels of a PNG file.
#[derive(PartialEq)]
struct Drawn {
    size: (u32, u32),
    pixels: Vec<u8>,
}

#[track_caller]
fn read(path: &Path) -> Drawn {
    let decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).unwrap()));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    Drawn { size: (frame.width, frame.height), pixels }
}

impl Drawn {
    fn colors(&self) -> usize {
        self.pixels.chunks_exact(3).collect::<std::collections::HashSet<_>>().len()
    }

    fn brightness(&self) -> f64 {
        self.pixels.iter().map(|c| f64::from(*c)).sum::<f64>() / self.pixels.len() as f64
    }

    /// Share of the pixels that differ.
    fn difference(&self, other: &Self) -> f64 {
        let pairs = self.pixels.chunks_exact(3).zip(other.pixels.chunks_exact(3));
        pairs.filter(|(a, b)| a != b).count() as f64 / (self.pixels.len() / 3) as f64
    }
}

/// Draws with these arguments into a file of that name, and reads it.
#[track_caller]
fn draw(program: &Program, name: &str, arguments: &[&str]) -> Drawn {
    let usual = ["export", "png", "--out", name, "--lang", "en", "--size", "400x300"];
    let all = merged(&usual, arguments);
    let ended = program.run(&all.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{all:?}: {}", ended.err);
    read(&program.path(name))
}

/// The arguments `base`, with the options of `over` instead of their own.
fn merged(base: &[&str], over: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut rest = base.iter();
    while let Some(word) = rest.next() {
        if word.starts_with("--") && over.contains(word) {
            rest.next();
        } else {
            all.push((*word).to_owned());
        }
    }
    all.extend(over.iter().map(|word| (*word).to_owned()));
    all
}

#[test]
fn a_picture_of_exactly_that_size_is_drawn_without_a_display() {
    let program = Program::new();
    for (size, expected) in
        [("400x300", (400, 300)), ("64x1024", (64, 1024)), ("1921x1081", (1921, 1081))]
    {
        let drawn = draw(&program, &format!("{size}.png"), &["--size", size]);
        assert_eq!(drawn.size, expected);
        assert!(drawn.colors() > 50, "{size} has {} colours", drawn.colors());
    }
}

#[test]
fn the_same_picture_has_the_same_bytes() {
    let program = Program::new();
    for arguments in [&["--place", "kidal"][..], &["--view", "19.95,2.97,12", "--lang", "ar"]] {
        let arguments = [arguments, &["--force"]].concat();
        draw(&program, "first.png", &arguments);
        draw(&program, "second.png", &arguments);
        let bytes = |name| fs::read(program.path(name)).unwrap();
        assert!(bytes("first.png") == bytes("second.png"), "{arguments:?}");
    }
}

#[test]
fn language_theme_place_and_view_each_change_the_picture() {
    let program = Program::new();
    let plain = draw(&program, "plain.png", &[]);
    for (name, arguments) in [
        ("ar.png", ["--lang", "ar"]),
        ("fr.png", ["--lang", "fr"]),
        ("light.png", ["--theme", "light"]),
        ("kidal.png", ["--place", "kidal"]),
        ("near.png", ["--view", "13.5,2.1,9.5"]),
    ] {
        let other = draw(&program, name, &arguments);
        assert!(other.difference(&plain) > 0.001, "{arguments:?} changes nothing");
    }
    let light = draw(&program, "bright.png", &["--theme", "light"]);
    assert!(light.brightness() > plain.brightness() + 60.0);
}

#[test]
fn a_scene_of_a_dossier_in_one_file_is_drawn() {
    let program = Program::new();
    let files = DossierFiles::built_in();
    let mut scenes = files.parse().unwrap().dossier.scenes;
    scenes.rotate_left(4);
    let files = files.with_scenes(&scenes).unwrap();
    files.write(&program.path("mine.sahelmap"), Existing::Keep).unwrap();
    let map = ["--plate", "map", "--scene"];
    let fifth = draw(&program, "built-in.png", &[&map[..], &["5"]].concat());
    let mine = ["--dossier", "mine.sahelmap"];
    let first = draw(&program, "mine.png", &[&map[..], &["1"], &mine[..]].concat());
    assert!(first == fifth, "the ambush");
    let second = draw(&program, "second.png", &[&map[..], &["2"], &mine[..]].concat());
    assert!(second.difference(&fifth) > 0.05);
}

#[test]
fn a_place_is_in_the_middle_unless_a_view_is_asked_for() {
    let program = Program::new();
    let place = draw(&program, "place.png", &["--place", "kidal"]);
    let same = draw(&program, "same.png", &["--place", "kidal", "--view", "18.44345,1.40921,6.5"]);
    assert!(place == same, "a place is drawn at zoom 6.5");
    let moved = draw(&program, "moved.png", &["--place", "kidal", "--view", "17,-3,8"]);
    assert!(place.difference(&moved) > 0.1);
}

#[test]
fn sizes_that_cannot_be_drawn_are_refused() {
    let program = Program::new();
    for size in [
        "0x0",
        "100000x10",
        "10x100000",
        "63x64",
        "16385x100",
        "-5x40",
        "1920",
        "1920x",
        "x",
        "axb",
        "99999999999x9",
        "640x480x2",
        "6.4x480",
        "",
    ] {
        let ended = program.run(&["export", "png", "--out", "map.png", "--size", size]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{size}: {}", ended.err);
        assert!(ended.err.contains(&format!("`{size}`")), "{size}: {}", ended.err);
        assert!(ended.err.contains("1920x1080"), "{size} without an example: {}", ended.err);
        assert!(!program.path("map.png").exists());
    }
}

#[test]
fn views_that_cannot_be_seen_are_refused() {
    let program = Program::new();
    for (view, quoted) in [
        ("95,1,7", "95"),
        ("18,1", "18,1"),
        ("18,1,99", "99"),
        ("18,1,NaN", "NaN"),
        ("here", "here"),
        ("18,1,7,2", "18,1,7,2"),
        ("48.85,2.35,10", "48.85,2.35,10"),
    ] {
        let ended = program.run(&["export", "png", "--out", "map.png", "--view", view]);
        assert_eq!(ended.code, 2, "{view}: {}", ended.err);
        assert!(ended.err.contains(&format!("`{quoted}`")), "{view}: {}", ended.err);
        assert!(!program.path("map.png").exists());
    }
}

#[test]
fn an_unknown_place_is_refused_and_the_known_ones_are_named() {
    let program = Program::new();
    for place in ["timbuktu", "Kidal", "../kidal"] {
        let ended = program.run(&["export", "png", "--out", "map.png", "--place", place]);
        assert_eq!(ended.code, 2, "{}", ended.err);
        assert!(ended.err.contains(&format!("`{place}`")) && ended.err.contains("kidal, "));
        assert!(!program.path("map.png").exists());
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    let program = Program::new();
    let path = program.path("map.png");
    fs::write(&path, "mine").unwrap();
    let arguments = ["export", "png", "--out", "map.png", "--size", "200x100", "--lang", "en"];
    let ended = program.run(&arguments);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("map.png") && ended.err.contains("--force"), "{}", ended.err);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let ended = program.run(&[&arguments[..], &["--force"]].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(read(&path).size, (200, 100));
    let left: Vec<String> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some() || name.starts_with(".sahel-map-"))
        .collect();
    assert_eq!(left, ["map.png"], "nothing else is left");
}

#[test]
fn a_folder_that_cannot_be_written_is_a_failure() {
    let program = Program::new();
    fs::write(program.path("a-file"), "not a folder").unwrap();
    let outs = [
        ("no-such-folder/map.png", "no-such-folder"),
        ("a-file/map.png", "a-file"),
        ("/proc/map.png", "/proc/map.png"),
    ];
    for (out, part) in outs {
        let ended = program.run(&["export", "png", "--out", out, "--size", "200x100"]);
        assert_eq!((ended.code, ended.out.as_str()), (1, ""), "{out}: {}", ended.err);
        assert!(ended.err.contains(part), "{}", ended.err);
    }
}

#[test]
fn a_dossier_that_cannot_be_read_is_a_failure() {
    let program = Program::new();
    fs::create_dir(program.path("broken")).unwrap();
    fs::write(program.path("broken/dossier.toml"), "format = [").unwrap();
    for (dossier, named) in [("missing", "missing"), ("broken", "dossier.toml")] {
        for (lang, word) in [("en", "dossier"), ("fr", "répertoire fichier"), ("ar", "أعطِ صحّحه")]
        {
            let arguments = ["export", "png", "--out", "map.png", "--dossier", dossier];
            let ended = program.run(&[&arguments[..], &["--lang", lang]].concat());
            assert_eq!(ended.code, 1, "{dossier}: {}", ended.err);
            assert!(ended.err.contains(named), "{}", ended.err);
            assert!(word.split(' ').any(|word| ended.err.contains(word)), "{}", ended.err);
            assert!(!program.path("map.png").exists());
        }
    }
}

#[test]
fn a_view_off_the_map_is_told_with_the_map_s_bounds() {
    let program = Program::new();
    for lang in ["en", "fr", "ar"] {
        let ended = program.run(&["--view", "48.85,2.35,10", "--lang", lang]);
        assert_eq!(ended.code, 2, "{}", ended.err);
        for bound in ["8.9", "37.7", "-12.8", "16.6"] {
            assert!(ended.err.contains(bound), "no {bound} in {}", ended.err);
        }
    }
}

#[test]
fn a_picture_carries_the_credits_of_its_sources() {
    let program = Program::new();
    draw(&program, "map.png", &[]);
    let file = fs::File::open(program.path("map.png")).unwrap();
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let texts = &reader.info().utf8_text;
    let copyright = texts.iter().find(|text| text.keyword == "Copyright").unwrap();
    let copyright = copyright.get_text().unwrap();
    for credit in sahel_map::geodata::Manifest::embedded().unwrap().credits() {
        assert!(copyright.contains(credit), "no {credit} in {copyright}");
    }
}

#[cfg(unix)]
#[test]
fn a_picture_may_be_read_by_whoever_may_read_other_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = Program::new();
    draw(&program, "map.png", &[]);
    fs::write(program.path("usual"), "").unwrap();
    let mode = |name| fs::metadata(program.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("map.png"), mode("usual"));
}

#[test]
fn a_bad_entry_of_a_dossier_is_named_and_left_out() {
    let program = Program::new();
    fs::create_dir(program.path("own")).unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    for entry in fs::read_dir(built_in).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_file() {
            fs::copy(&entry, program.path("own").join(entry.file_name().unwrap())).unwrap();
        }
    }
    let places = program.path("own/places.toml");
    let text = fs::read_to_string(&places).unwrap();
    fs::write(&places, text.replace("lat = 18.44345", "lat = 184.4")).unwrap();
    let arguments = ["export", "png", "--out", "map.png", "--dossier", "own", "--size", "200x100"];
    let ended = program.run(&arguments);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for part in ["places.toml", "kidal", "184.4"] {
        assert!(ended.err.contains(part), "no {part} in {}", ended.err);
    }
    assert_eq!(read(&program.path("map.png")).size, (200, 100));
}

#[test]
fn a_map_archive_is_drawn_and_credited() {
    let program = Program::new();
    let folder = program.path("");
    let colors = [[200, 0, 0], [0, 200, 0], [0, 0, 200], [200, 200, 0]].map(png);
    mbtiles(&folder, "four.mbtiles", "png", [0, 1, 2, 3].map(|at: usize| colors[at].as_slice()));
    let base = ["--base", "four.mbtiles", "--view", "18.4,1.4,6"];
    let drawn = draw(&program, "four.png", &base);
    let is = |color: [u8; 3]| drawn.pixels.chunks_exact(3).filter(|found| **found == color).count();
    // Greenwich runs down the middle, nearly; names and the border stand over both halves.
    let half = drawn.pixels.len() / 3 / 2;
    for color in [[200, 0, 0], [0, 200, 0]] {
        assert!(is(color) > half / 3, "{color:?}: {} of {half}", is(color));
    }
    assert_eq!(is([0, 0, 200]), 0);
    let bytes = fs::read(program.path("four.png")).unwrap();
    let credit = b"Paint Office";
    assert!(bytes.windows(credit.len()).any(|part| part == credit));

    let vector = PmTiles::vector(&area("water")).write(&folder, "sand.pmtiles");
    let drawn = draw(&program, "sand.png", &["--base", &vector.display().to_string()]);
    assert!(drawn.difference(&draw(&program, "relief.png", &[])) > 0.05);
}

#[test]
fn a_base_that_is_none_is_refused_and_nothing_is_written() {
    let program = Program::new();
    fs::write(program.path("text.mbtiles"), "no archive").unwrap();
    for (name, words) in [
        ("text.mbtiles", "neither a PMTiles nor an MBTiles"),
        ("gone.pmtiles", "there is no such file"),
    ] {
        let run = ["export", "png", "--out", "no.png", "--lang", "en", "--base", name];
        let ended = program.run(&run);
        assert_eq!(ended.code, 1);
        assert!(ended.err.contains(words) && ended.err.contains(name), "{}", ended.err);
        assert!(!program.path("no.png").exists());
    }
    let ended = program.run(&["check", "--lang", "en", "--base", "text.mbtiles"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("`--base`"), "{}", ended.err);
}

/// The text chunks of a PNG file, and its dots to the metre.
#[track_caller]
fn chunks(path: &Path) -> (Vec<(String, String)>, Option<u32>) {
    let file = fs::File::open(path).unwrap();
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let info = reader.info();
    let texts = info.utf8_text.iter();
    let texts = texts.map(|text| (text.keyword.clone(), text.get_text().unwrap())).collect();
    (texts, info.pixel_dims.map(|dims| dims.xppu))
}

#[test]
fn a_plate_says_in_its_file_what_it_is_and_the_json_beside_it_says_the_same() {
    let program = Program::new();
    let size = ["--plate", "full", "--size", "700x500", "--sidecar"];
    draw(&program, "plate.png", &[&size[..], &["--scene", "5", "--lang", "fr"]].concat());
    let (texts, dots) = chunks(&program.path("plate.png"));
    assert_eq!(dots, None);
    let text = |keyword: &str| {
        texts.iter().find(|(found, _)| found == keyword).map(|(_, text)| text.clone()).unwrap()
    };
    let json = fs::read_to_string(program.path("plate.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let picture = &json["picture"];
    assert_eq!(json["file"]["name"], "plate.png");
    let bytes = fs::read(program.path("plate.png")).unwrap();
    assert_eq!(json["file"]["sha256"], sahel_map::dossier::sha256(&bytes));
    assert_eq!(picture["title"], text("Title"));
    assert!(text("Title").contains("Tinzaouatène"), "{}", text("Title"));
    assert_eq!(picture["dossier"]["sha256"], text("Dossier-SHA-256"));
    assert_eq!(picture["disclaimer"], text("Disclaimer"));
    assert_eq!(picture["language"], "fr");
    assert_eq!(picture["width"], 700);
    let scene = picture["dossier"]["scene"].as_str().unwrap();
    assert!(text("Source").ends_with(&format!("scene {scene}")), "{}", text("Source"));
    assert!(text("Software").starts_with("Sahel Map "));
    let latitude = picture["view"]["latitude"].as_f64().unwrap();
    assert!((19.0..21.0).contains(&latitude) && text("View").starts_with(&latitude.to_string()));
    // Every source is among the credits, and nothing else.
    let sources: Vec<&str> = picture["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source.as_str().unwrap())
        .collect();
    assert_eq!(sources.join("; "), text("Copyright"));
}

#[test]
fn the_hash_of_a_dossier_is_that_of_its_files() {
    let program = Program::new();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/dossier");
    let mut names: Vec<_> = sahel_map::dossier::FILES.into();
    names.sort_unstable();
    let line = |name: &&str| {
        let bytes = fs::read(built_in.join(name)).unwrap();
        format!("{}  {name}\n", sahel_map::dossier::sha256(&bytes))
    };
    let list: String = names.iter().map(line).collect();
    draw(&program, "map.png", &[]);
    let (texts, _) = chunks(&program.path("map.png"));
    let hash = sahel_map::dossier::sha256(list.as_bytes());
    assert!(texts.contains(&("Dossier-SHA-256".to_owned(), hash)), "{texts:?}");
}

#[test]
fn a_sheet_of_paper_has_its_size_its_dots_and_the_same_bytes_twice() {
    let program = Program::new();
    let run = |name: &str, arguments: &[&str]| {
        let usual = ["export", "png", "--paper", "a4", "--out", name];
        let ended = program.run(&[&usual[..], arguments].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        program.path(name)
    };
    let [first, second] = ["first.png", "second.png"].map(|name| run(name, &["--lang", "ar"]));
    assert!(fs::read(&first).unwrap() == fs::read(second).unwrap());
    let across = read(&first);
    assert_eq!((across.size, chunks(&first).1), ((3508, 2480), Some(11_811)));
    assert!(across.brightness() > 180.0, "paper is light: {}", across.brightness());
    let upright = run("upright.png", &["--portrait", "--plate", "map"]);
    assert_eq!(read(&upright).size, (2480, 3508));
}

#[test]
fn papers_and_combinations_that_make_no_sense_are_refused() {
    let program = Program::new();
    for (arguments, named) in [
        (&["--paper", "a5"][..], "a5"),
        (&["--paper", "a4", "--size", "400x300"], "--size"),
        (&["--portrait"], "--paper"),
        (&["--landscape"], "--paper"),
        (&["--paper", "a4", "--portrait", "--landscape"], "--landscape"),
        (&["--plate", "half"], "half"),
        (&["--scene", "0"], "`0`"),
        (&["--scene", "99"], "`99`"),
        (&["--scene", "1", "--view", "18,1,7"], "--view"),
    ] {
        let ended = program.run(&[&["export", "png", "--out", "no.png"][..], arguments].concat());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(named), "{arguments:?}: {}", ended.err);
        assert!(!program.path("no.png").exists());
    }
    for lang in ["ar", "fr", "en"] {
        let run = ["export", "png", "--out", "-", "--sidecar", "--size", "64x64", "--lang", lang];
        let ended = program.run(&run);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""));
        assert!(ended.err.contains("--sidecar"), "{}", ended.err);
    }
}

#[test]
fn what_is_not_drawn_is_not_credited() {
    let program = Program::new();
    let folder = program.path("");
    let bytes = png([200, 0, 0]);
    mbtiles(&folder, "own.mbtiles", "png", [bytes.as_slice(); 4]);
    draw(&program, "own.png", &["--base", "own.mbtiles"]);
    let (texts, _) = chunks(&program.path("own.png"));
    let credits = texts.iter().find(|(keyword, _)| keyword == "Copyright").unwrap();
    assert!(credits.1.contains("Paint Office"), "{credits:?}");
    assert!(!credits.1.contains("shadedrelief"), "there is no relief: {credits:?}");
}
