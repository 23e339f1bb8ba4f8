//! Does every module use only the layers above it, and leave the outside world to `shell`?

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers in the order of `ARCHITECTURE.md`: each may use itself and those before it.
const LAYERS: [&str; 13] = [
    "disk", "geodata", "measure", "dossier", "i18n", "text", "state", "map", "panels", "briefing",
    "export", "shell", "cli",
];

/// Layers that are data and know of no window.
const WITHOUT_EGUI: [&str; 6] = ["disk", "geodata", "measure", "dossier", "i18n", "state"];

/// Files outside `geodata` that embed bytes, and what.
const EMBEDDING: [(&str, &str); 4] = [
    ("src/text/fonts.rs", "the typefaces"),
    ("src/shell/icon.rs", "the window's icon"),
    ("src/panels/guide_pictures.rs", "the guide's pictures"),
    ("src/panels/linked_crates.rs", "the list of crates, packed"),
];

/// Ways to the network; offline, none is taken, and online, `shell` alone takes them.
const NETWORK: [&str; 6] = ["std::net", "tokio::net", "TcpStream", "UdpSocket", "reqwest", "ureq"];

/// What a source says with comments, characters and the insides of strings left out.
fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = skipped_length(rest);
        if skipped > 0 {
            // Lines keep their numbers.
            code.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            code.push(' ');
            rest = &rest[skipped..];
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    code
}

/// How many bytes the comment or literal is long that `rest` begins with; 0 where it does not.
fn skipped_length(rest: &str) -> usize {
    let until = |from: usize, end: &str| {
        rest[from..].find(end).map_or(rest.len(), |found| from + found + end.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return until(2, "*/");
    }
    if rest.starts_with("r\"") || rest.starts_with("r#") {
        let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
        if rest[1 + hashes..].starts_with('"') {
            return until(2 + hashes, &format!("\"{}", "#".repeat(hashes)));
        }
    }
    if rest.starts_with('"') {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return at + 1,
                _ => {}
            }
        }
        return rest.len();
    }
    if let Some(character) = rest.strip_prefix('\'') {
        // A lifetime has no closing quote after one character.
        let mut inside = character.chars();
        let first = inside.next();
        if first == Some('\\') {
            return until(3, "'");
        }
        if let (Some(first), Some('\'')) = (first, inside.next()) {
            return 2 + first.len_utf8();
        }
    }
    0
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The names that follow each `path` in `code`: one, or each head of a group in braces.
fn heads_after<'a>(code: &'a str, path: &str) -> Vec<&'a str> {
    let mut heads = Vec::new();
    for (at, _) in code.match_indices(path) {
        if code[..at].ends_with(is_word) {
            continue;
        }
        let rest = code[at + path.len()..].trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut head = true;
            for piece in group.split_inclusive(['{', '}', ',', ':']) {
                let name = piece.trim().trim_end_matches(['{', '}', ',', ':']).trim();
                if head && depth == 0 && !name.is_empty() {
                    heads.push(name);
                }
                match piece.chars().next_back() {
                    Some('{') => depth += 1,
                    Some('}') if depth == 0 => break,
                    Some('}') => depth -= 1,
                    _ => {}
                }
                head = depth == 0 && piece.ends_with([',', '}']);
            }
        } else {
            heads.push(&rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())]);
        }
    }
    heads
}

/// Whether `word` stands in `code` as a word of its own.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word)
    })
}

/// What is wrong with a source: `module` is its path below `src`, without `.rs` and `mod`.
fn violations(module: &[&str], source: &str) -> Vec<String> {
    let code = code_only(source);
    let Some(layer) = module.first().and_then(|name| LAYERS.iter().position(|l| l == name)) else {
        return Vec::new();
    };
    let name = LAYERS[layer];
    let to_root = "super::".repeat(module.len());
    let upward = heads_after(&code, "crate::")
        .into_iter()
        .chain(heads_after(&code, &to_root))
        .filter_map(|head| LAYERS.iter().position(|l| *l == head))
        .filter(|used| *used > layer)
        .map(|used| format!("uses `{}`, which is below `{name}`", LAYERS[used]));
    let mut found: Vec<_> = upward.collect();
    if WITHOUT_EGUI.contains(&name) {
        let windows = ["egui", "eframe", "walkers", "egui_wgpu"];
        let seen = windows.into_iter().filter(|window| has_word(&code, window));
        found.extend(
            seen.map(|window| format!("`{name}` knows of no window, and names `{window}`")),
        );
    }
    if name != "shell" {
        let ways = NETWORK.into_iter().filter(|way| has_word(&code, way));
        found.extend(ways.map(|way| format!("only `shell` may use the network, not `{way}` here")));
    }
    let file = format!("src/{}.rs", module.join("/"));
    if name != "geodata"
        && has_word(&code, "include_bytes")
        && !EMBEDDING.iter().any(|(allowed, _)| *allowed == file)
    {
        found.push("only `geodata` embeds bytes, and the files named in this test".to_owned());
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn modules_use_only_the_layers_above_them() {
    let root = source_folder();
    let mut found = Vec::new();
    for path in rust_files(&root) {
        let below = path.strip_prefix(&root).unwrap().with_extension("");
        let parts = below.iter().map(|part| part.to_str().unwrap());
        let module: Vec<_> = parts.filter(|part| *part != "mod").collect();
        let source = fs::read_to_string(&path).unwrap();
        found.extend(violations(&module, &source).into_iter().map(|v| format!("{below:?}: {v}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_manual_lists_the_modules_of_the_library_in_the_order_of_the_layers() {
    let library = fs::read_to_string(source_folder().join("lib.rs")).unwrap();
    let code = code_only(&library);
    let modules = heads_after(&code, "mod ");
    let stray: Vec<_> = modules.iter().filter(|module| !LAYERS.contains(module)).collect();
    assert!(stray.is_empty(), "lib.rs has modules that are no layer: {stray:?}");

    let manual = source_folder().with_file_name("ARCHITECTURE.md");
    let manual = fs::read_to_string(manual).unwrap();
    // "  geodata/   1  what is known of the ground": a folder, then its number.
    let listed: Vec<_> = manual
        .lines()
        .filter_map(|line| {
            let (folder, rest) = line.trim().split_once('/')?;
            rest.trim().split(' ').next()?.parse::<usize>().ok().map(|_| folder)
        })
        .collect();
    let layers: Vec<_> = LAYERS.into_iter().filter(|layer| modules.contains(layer)).collect();
    assert_eq!(listed, layers);
}

#[test]
fn an_upward_use_is_found() {
    for planted in [
        "use crate::panels::Card;",
        "use crate::{\n    geodata::{LonLat, Lang},\n    panels,\n};",
        "fn f() { crate::panels::draw() }",
        "use super::super::panels::Card;",
        "let c = '\"'; use crate::panels::Card; let d = \"\";",
    ] {
        let found = violations(&["state", "update"], planted);
        assert_eq!(found, ["uses `panels`, which is below `state`"], "{planted}");
    }
}

#[test]
fn a_window_the_network_and_embedded_bytes_are_found() {
    assert_eq!(violations(&["state"], "fn f(ui: &egui::Ui) {}").len(), 1);
    assert_eq!(violations(&["map", "tiles"], "use std::net::TcpStream;").len(), 2);
    assert_eq!(violations(&["panels"], "include_bytes!(\"logo.png\")").len(), 1);
}

#[test]
fn what_is_allowed_is_not_reported() {
    let source = r##"
        //! See [`crate::panels`].
        use crate::geodata::{self, LonLat};
        use crate::state::AppState; // crate::cli
        const HELP: &str = "crate::cli, \" egui";
        const RAW: &str = r#"use crate::cli;"#;
        fn f<'a>(x: &'a str) -> &'a str { /* crate::cli */ x }
    "##;
    assert_eq!(violations(&["state", "action"], source), Vec::<String>::new());
    assert_eq!(violations(&["main"], "use crate::cli;"), Vec::<String>::new());
    assert_eq!(violations(&["shell", "tiles"], "use std::net::TcpStream;"), Vec::<String>::new());
    assert_eq!(violations(&["geodata", "files"], "include_bytes!(\"x\")"), Vec::<String>::new());
}
