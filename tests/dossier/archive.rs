//! Does a dossier in one file that is broken, or is not what it seems, say what is wrong, and does
//! nothing come out of it?

use super::{built_in, built_in_files};
use proptest::prelude::*;
use sahel_map::disk::Existing;
use sahel_map::dossier::{Dossier, DossierFiles, MAX_FILE_BYTES};
use std::fs;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The built-in dossier in one file.
static BUILT_IN: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sahelmap");
    DossierFiles::built_in().write(&path, Existing::Keep).unwrap();
    fs::read(path).unwrap()
});

/// The built-in dossier with more in it.
fn with(add: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in built_in_files() {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    add(&mut archive);
    archive.finish().unwrap().into_inner()
}

fn with_file(name: &str, bytes: &[u8]) -> Vec<u8> {
    with(|archive| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    })
}

/// What reading a file with these bytes says, without the path of its folder.
fn refusal(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let error = Dossier::load(&path).unwrap_err();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing comes out of it");
    error.to_string().replace(&format!("{}/", folder.path().display()), "")
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    for at in 0..=bytes.len() - from.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
    }
    bytes
}

#[test]
fn a_file_that_is_no_archive_or_not_a_whole_one_says_so() {
    for bytes in [b"".as_slice(), b"[[place]]\n", b"PK\x03\x04", &BUILT_IN[..BUILT_IN.len() / 2]] {
        let told = refusal("a.sahelmap", bytes);
        assert!(told.contains("cannot be unpacked: it is no ZIP, or not all of one"), "{told}");
        assert!(told.ends_with("; fetch or write the .sahelmap file again"), "{told}");
    }
    assert_eq!(
        refusal("places.toml", b"[[place]]\n"),
        "`places.toml` is no dossier; give the folder that holds dossier.toml, or a .sahelmap file"
    );
}

#[test]
fn an_archive_by_another_name_is_one_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.zip");
    fs::write(&path, with_file("notes.txt", &[0xff])).unwrap();
    let loaded = Dossier::load(&path).unwrap();
    assert_eq!((loaded.dossier, loaded.notices), (built_in(), Vec::new()));
}

#[test]
fn names_that_lead_out_links_folders_and_doubles_are_refused() {
    for (name, reason) in [
        ("../evil.toml", "a path that leads out of it; do not trust this file"),
        ("/etc/evil", "a path that leads out of it; do not trust this file"),
        ("a/../../evil", "a path that leads out of it; do not trust this file"),
        ("C:evil.toml", "a path that leads out of it; do not trust this file"),
        (
            "mine/places.toml",
            "in a folder; pack the files of the dossier without the folder around them",
        ),
        ("mine/", "in a folder; pack the files of the dossier without the folder around them"),
    ] {
        let expected = format!("`a.sahelmap` holds `{name}`, {reason}");
        assert_eq!(refusal("a.sahelmap", &with_file(name, b"x")), expected);
    }
    let windows = replaced(&with_file("..!evil.toml", b"x"), "..!evil", "..\\evil");
    assert!(refusal("a.sahelmap", &windows).contains("leads out of it"));
    let escaped = refusal("a.sahelmap", &with_file("/\u{1b}[2J\u{202e}", b"x"));
    assert!(escaped.contains(r"`/\u{1b}[2J\u{202e}`"), "{escaped}");
    let link = with(|archive| {
        archive.add_symlink("notes.toml", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    });
    assert_eq!(
        refusal("a.sahelmap", &link),
        "`a.sahelmap` holds `notes.toml`, which is a link; pack the file itself"
    );
    let twice = replaced(&with_file("placez.toml", b""), "placez.toml", "places.toml");
    let told = refusal("a.sahelmap", &twice);
    assert!(told.contains("two files in it have one name"), "{told}");
}

#[test]
fn what_unpacks_to_far_more_is_not_unpacked() {
    let bomb = vec![b'\n'; MAX_FILE_BYTES as usize + 1];
    let archive = replaced(&with_file("eventz.toml", &bomb), "events.toml", "oldold.toml");
    let archive = replaced(&archive, "eventz.toml", "events.toml");
    assert!(archive.len() < 200_000);
    assert_eq!(
        refusal("a.sahelmap", &archive),
        "`a.sahelmap/events.toml` is larger than 4000000 bytes; split the dossier"
    );
    // What no dossier has is not unpacked at all.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sahelmap");
    fs::write(&path, with_file("notes.txt", &bomb)).unwrap();
    assert_eq!(Dossier::load(&path).unwrap().dossier, built_in());
    let many = with(|archive| {
        for number in 0..200 {
            archive.start_file(format!("{number}.txt"), SimpleFileOptions::default()).unwrap();
        }
    });
    assert!(refusal("a.sahelmap", &many).contains("far more in it than in a dossier"));
    let large = vec![b'P'; 8_000_001];
    assert_eq!(
        refusal("a.sahelmap", &large),
        "`a.sahelmap` is larger than 8000000 bytes; split the dossier"
    );
}

#[test]
fn a_file_inside_is_named_as_one_in_a_folder() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("places.toml", SimpleFileOptions::default()).unwrap();
    let headless = archive.finish().unwrap().into_inner();
    assert!(refusal("a.sahelmap", &headless).starts_with("`a.sahelmap` has no dossier.toml; "));
    let other = replaced(&BUILT_IN, "events.toml", "oldold.toml");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sahelmap");
    fs::write(&path, &other).unwrap();
    let notices = Dossier::load(&path).unwrap().notices;
    assert!(notices.iter().any(|notice| notice.file == "oldold.toml"), "{notices:?}");
    let not_text = with_file("aclors.toml", &[0xff, 0xfe]);
    let not_text = replaced(&not_text, "actors.toml", "old-actors!");
    let not_text = replaced(&not_text, "aclors.toml", "actors.toml");
    assert_eq!(
        refusal("a.sahelmap", &not_text),
        "`a.sahelmap/actors.toml` is not UTF-8 text; save it as UTF-8"
    );
    let not_toml = with_file("aclors.toml", "[[actor]]\nid = = 1".as_bytes());
    let not_toml = replaced(&not_toml, "actors.toml", "old-actors!");
    let not_toml = replaced(&not_toml, "aclors.toml", "actors.toml");
    let told = refusal("a.sahelmap", &not_toml);
    assert!(told.starts_with("`a.sahelmap/actors.toml` is not TOML: line 2, column 6: "), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_archives_never_panic(
        changes in proptest::collection::vec((0.0..1.0, any::<u8>()), 0..6),
        in_directory in any::<bool>(),
        kept in 0.0..1.0_f64,
        is_cut in any::<bool>(),
    ) {
        let mut bytes = BUILT_IN.clone();
        // The directory at the end is short, and what is in it is believed most.
        let first = if in_directory { bytes.len() - 600 } else { 0 };
        let length = bytes.len() - first;
        for (at, byte) in &changes {
            bytes[first + (at * length as f64) as usize] = *byte;
        }
        if is_cut {
            bytes.truncate((kept * bytes.len() as f64) as usize);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sahelmap");
        fs::write(&path, bytes).unwrap();
        match Dossier::load(&path) {
            // Whatever is read is what was written: each file has its checksum.
            Ok(loaded) if loaded.notices.is_empty() => {
                prop_assert_eq!(loaded.dossier.article, built_in().article);
            }
            Ok(_) => {}
            Err(error) => prop_assert!(error.to_string().starts_with('`'), "{}", error),
        }
    }
}
