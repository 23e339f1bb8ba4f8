//! Is the repository fit to be cloned: no large files, no traces of a machine, commands that work?

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Above this, a file is listed below with its reason.
const LARGEST_BYTES: u64 = 4_000_000;

/// Files that may be larger, and why.
const LARGE: [(&str, &str); 0] = [];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The repository's files below its root: what git has or would take, or, without git (a source
/// archive), all but what is built.
fn files() -> Vec<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    match listed {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout)
            .unwrap()
            .split_terminator('\0')
            .map(PathBuf::from)
            .filter(|path| root().join(path).is_file())
            .collect(),
        _ => below(root()),
    }
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_dir() && name != "target" && name != ".git" && name != "cache" {
            files.extend(below(&path));
        } else if path.is_file() {
            files.push(path.strip_prefix(root()).unwrap().to_owned());
        }
    }
    files
}

/// The files that are text, with it.
fn texts() -> Vec<(PathBuf, String)> {
    files()
        .into_iter()
        .filter_map(|path| Some((path.clone(), fs::read_to_string(root().join(path)).ok()?)))
        .collect()
}

#[test]
fn no_file_is_large_without_a_reason() {
    for path in files() {
        let size = fs::metadata(root().join(&path)).unwrap().len();
        let listed = LARGE.iter().any(|(large, _)| Path::new(large) == path);
        assert!(size <= LARGEST_BYTES || listed, "{}: {size} bytes", path.display());
    }
}

/// Folders of one machine, taken apart so that this file does not hold them.
const MACHINE_FOLDERS: [[&str; 2]; 4] =
    [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["/Us", "ers/"]];

#[test]
fn no_text_speaks_of_the_machine_it_was_written_on() {
    for (path, text) in texts() {
        for folder in MACHINE_FOLDERS.map(|parts| parts.concat()) {
            let line = text.lines().find(|line| has_path(line, &folder));
            assert!(line.is_none(), "{}: {}", path.display(), line.unwrap_or_default());
        }
    }
}

/// Whether a path begins with `folder`: inside a longer path or an address it is another folder.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '}'))
    })
}

#[test]
fn addresses_are_public() {
    for (path, text) in texts() {
        for host in hosts(&text) {
            // The reader's own computer is the same for everybody.
            let is_here = matches!(host, "127.0.0.1" | "localhost");
            let public = host.contains('.')
                && host.contains(|c: char| c.is_ascii_alphabetic())
                && !["mirror", "proxy", "artifactory", "nexus", ".local", ".internal", ".corp"]
                    .iter()
                    .any(|private| host.contains(private));
            assert!(public || is_here, "{}: `{host}` is no public address", path.display());
        }
    }
}

/// The hosts of the `http` and `https` addresses in a text.
fn hosts(text: &str) -> BTreeSet<&str> {
    text.match_indices("://")
        .filter(|(at, _)| text[..*at].ends_with("http") || text[..*at].ends_with("https"))
        .map(|(at, scheme)| {
            let rest = &text[at + scheme.len()..];
            let end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
            rest.split(end).next().unwrap_or_default()
        })
        .filter(|host| !host.is_empty())
        .collect()
}

#[test]
fn the_addresses_are_found() {
    // Put together, so that this file does not hold the address.
    let text = format!("see https://docs.rs/geo and <http://{}:8081/x>, not git://a.b", "nowhere");
    assert_eq!(hosts(&text), BTreeSet::from(["docs.rs", "nowhere"]));
}

#[test]
fn the_commands_of_the_manuals_are_there() {
    let mut commands = BTreeSet::from([".ci/run".to_owned()]);
    for manual in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root().join(manual)).unwrap();
        let words = text.split(|c: char| c.is_whitespace() || c == '`');
        let scripts = words.filter(|word| word.starts_with("scripts/") && !word.ends_with('/'));
        commands.extend(scripts.map(str::to_owned));
    }
    assert!(commands.contains("scripts/run") && commands.contains("scripts/test"), "{commands:?}");
    for command in commands {
        assert!(is_executable(&root().join(&command)), "`{command}` is not an executable file");
    }
}

#[test]
fn the_manual_asks_for_the_rust_that_the_package_asks_for() {
    let asked = env!("CARGO_PKG_RUST_VERSION");
    let manual = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(manual.contains(&format!("{asked} or newer")), "README.md: Rust {asked} or newer");
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

#[test]
fn the_links_between_the_manuals_lead_somewhere() {
    for (path, text) in texts() {
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") {
                let found = root().join(folder).join(target).exists();
                assert!(found, "{}: `{target}` is not there", path.display());
            }
        }
    }
}

#[test]
fn every_source_says_first_which_question_it_answers() {
    for (path, text) in texts() {
        if path.extension().is_some_and(|extension| extension == "rs") {
            assert!(text.starts_with("//! "), "{}: begins without `//! `", path.display());
        }
    }
}
