//! `sahel-map export pdf`: the handout, as other programs read it, and what is refused.

use crate::program::Program;
use sahel_map::dossier::Dossier;
use sahel_map::geodata::Lang;
use sahel_map::i18n::Words;
use sahel_map::state::World;
use sahel_map::state::scene_words::SceneWords;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Writes the handout into a file of that name.
#[track_caller]
fn export(program: &Program, name: &str, lang: &str) -> Vec<u8> {
    let ended = program.run(&["export", "pdf", "--out", name, "--lang", lang]);
    // Graphics drivers write to standard error what concerns nobody here.
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    fs::read(program.path(name)).unwrap()
}

/// What a program of Poppler prints of a file; none where it is not installed.
fn poppler(name: &str, arguments: &[&str], path: &Path) -> Option<String> {
    let mut command = Command::new(name);
    command.args(arguments).arg(path);
    if name == "pdftotext" {
        command.arg("-");
    }
    let Ok(read) = command.output() else {
        eprintln!(
            "The handout was not read back: {name} is not there (apt install poppler-utils)."
        );
        return None;
    };
    let err = String::from_utf8_lossy(&read.stderr);
    // Poppler before 24 takes `/Suspects` for something else than PDF has it.
    let faults: Vec<&str> = err.lines().filter(|line| !line.contains("Suspects")).collect();
    assert!(read.status.success() && faults.is_empty(), "{name}: {faults:?}");
    Some(String::from_utf8(read.stdout).unwrap())
}

/// The words without space and marks that only steer their order: beside a figure in Arabic, Poppler
/// puts the space on the other side.
fn plain(text: &str) -> String {
    let text = text.replace(|c| ('\u{2066}'..='\u{2069}').contains(&c), "");
    let text = text.replace(|c| ('\u{202A}'..='\u{202E}').contains(&c), "");
    text.split_whitespace().collect()
}

fn said(lang: Lang) -> Vec<SceneWords> {
    let world = World::new(Dossier::built_in().unwrap()).unwrap();
    let words = Words::new(lang);
    world.dossier.scenes.iter().map(|scene| SceneWords::new(&world, scene, &words)).collect()
}

#[test]
fn each_scene_has_a_page_and_its_words_are_read_in_their_order() {
    let program = Program::new();
    for lang in [Lang::Ar, Lang::Fr] {
        let name = format!("{}.pdf", lang.code());
        export(&program, &name, lang.code());
        let path = program.path(&name);
        let Some(info) = poppler("pdfinfo", &[], &path) else { return };
        let field = |name: &str| {
            let line = info.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().trim().to_owned()
        };
        let scenes = said(lang);
        assert_eq!(field("Pages:"), (scenes.len() + 1).to_string());
        assert_eq!(field("Tagged:"), "yes");
        assert!(field("Page size:").starts_with("841.89 x 595.28"), "{info}");
        assert_eq!(field("Title:"), Dossier::built_in().unwrap().dossier.title.get(lang));
        for (index, scene) in scenes.iter().enumerate() {
            let page = (index + 1).to_string();
            let text = poppler("pdftotext", &["-f", &page, "-l", &page], &path);
            let text = plain(&text.unwrap());
            let quote = scene.quote.as_ref().unwrap();
            let notes = scene.callouts.iter().filter_map(|(_, note)| note.as_ref());
            let callouts = scene.callouts.iter().map(|(title, _)| title).chain(notes);
            // On a page that is read from the left, Poppler turns Arabic round at its commas: there
            // the words are held to be there, and their order on a page that is read from the right.
            let words = quote
                .arabic
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
            let is_bare = |c: char| c.is_alphabetic() && !('\u{64B}'..='\u{652}').contains(&c);
            for word in words.filter(|word| word.chars().all(is_bare)) {
                assert!(text.contains(&word), "{name} {page}: no {word:?} in {text}");
            }
            let arabic = (lang == Lang::Ar).then_some(&quote.arabic);
            let pieces = scene.title.iter().chain(&scene.text).chain(arabic);
            // Poppler turns a sign before a figure around, which in Arabic the callouts have.
            let more = callouts.chain([&quote.mark]).filter(|_| lang != Lang::Ar);
            for piece in pieces.chain(more) {
                assert!(text.contains(&plain(piece)), "{name} {page}: no {piece:?} in {text}");
            }
        }
    }
}

#[test]
fn its_letters_are_in_it_and_its_maps_are_fine() {
    let program = Program::new();
    export(&program, "handout.pdf", "en");
    let path = program.path("handout.pdf");
    let Some(fonts) = poppler("pdffonts", &[], &path) else { return };
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        let is: Vec<&str> =
            font.split_whitespace().filter(|word| ["yes", "no"].contains(word)).collect();
        assert_eq!(is, ["yes", "yes", "yes"], "embedded, a subset, to Unicode: {font}");
    }
    let images = poppler("pdfimages", &["-list"], &path).unwrap();
    let images: Vec<Vec<&str>> =
        images.lines().skip(2).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(images.len(), said(Lang::En).len(), "a map a scene");
    for image in images {
        let dots: Vec<u32> = image[12..14].iter().map(|dots| dots.parse().unwrap()).collect();
        assert!(dots.iter().all(|dots| *dots >= 300), "{image:?}");
    }
}

#[test]
fn the_same_handout_has_the_same_bytes_to_a_file_and_to_standard_output() {
    let program = Program::new();
    let first = export(&program, "first.pdf", "ar");
    let second = export(&program, "second.pdf", "ar");
    assert!(first == second && first.starts_with(b"%PDF-"));
    let out = program.command(&["export", "pdf", "--out", "-", "--lang", "ar"]).output().unwrap();
    assert!(out.status.success() && out.stdout == first);
}

#[test]
fn a3_is_the_same_page_larger() {
    let program = Program::new();
    let ended = program.run(&["export", "pdf", "--out", "a3.pdf", "--paper", "a3"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let Some(info) = poppler("pdfinfo", &[], &program.path("a3.pdf")) else { return };
    assert!(info.contains("1190.6 x 841.85") || info.contains("1190.61 x 841.85"), "{info}");
}

#[test]
fn what_cannot_be_written_or_is_not_there_is_refused_and_nothing_is_left() {
    let program = Program::new();
    fs::write(program.path("mine.pdf"), "mine").unwrap();
    for (arguments, code, told) in [
        (&["--out", "mine.pdf"][..], 1, "--force"),
        (&["--out", "no-such-folder/a.pdf"], 1, "no-such-folder"),
        (&["--out", "."], 1, "."),
        (&["--out", "a.pdf", "--dossier", "missing"], 1, "missing"),
        (&["--out", "a.pdf", "--paper", "a5"], 2, "a5"),
        (&["--out", "a.pdf", "--place", "kidal"], 2, "--place"),
        (&["--out", "a.pdf", "--view", "18,1,7"], 2, "--view"),
        (&["--out", "a.pdf", "--lang", "de"], 2, "de"),
        (&[], 2, "--out"),
    ] {
        let ended = program.run(&[&["export", "pdf"][..], arguments].concat());
        assert_eq!((ended.code, ended.out.as_str()), (code, ""), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(told), "{arguments:?}: {}", ended.err);
        assert!(!program.path("a.pdf").exists());
    }
    assert_eq!(fs::read(program.path("mine.pdf")).unwrap(), b"mine");
}

/// Upright sheets have the words below the map, each still there and in its order.
#[test]
fn an_upright_handout_has_the_shape_of_its_paper_and_all_its_words() {
    let program = Program::new();
    for (paper, size) in [("a4", [595.28, 841.89]), ("a3", [841.89, 1190.55])] {
        let name = format!("{paper}.pdf");
        let arguments = ["export", "pdf", "--out", &name, "--lang", "ar", "--paper", paper];
        let ended = program.run(&[&arguments[..], &["--portrait"]].concat());
        assert_eq!(ended.code, 0, "{}", ended.err);
        let path = program.path(&name);
        let Some(info) = poppler("pdfinfo", &[], &path) else { return };
        let line = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
        let sides = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        for (side, expected) in sides.take(2).zip(size) {
            assert!((side - expected).abs() < 0.1, "{line}");
        }
        let text = plain(&poppler("pdftotext", &[], &path).unwrap());
        for scene in said(Lang::Ar) {
            assert!(text.contains(&plain(scene.title.as_deref().unwrap())));
            // A quotation can go on in the next column.
            let quote = scene.quote.map(|quote| quote.arabic).unwrap_or_default();
            let is_bare = |c: char| c.is_alphabetic() && !('\u{64B}'..='\u{652}').contains(&c);
            for word in quote.split_whitespace().filter(|word| word.chars().all(is_bare)) {
                assert!(text.contains(word), "{paper}: no {word}");
            }
        }
    }
}
