//! Are the files for desktops whole: every language, every size of the icon, one name everywhere?

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The sizes that desktops ask for, in pixels.
const SIZES: [u32; 7] = [16, 32, 48, 64, 128, 256, 512];

fn asset(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets").join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(asset(name)).unwrap()
}

#[test]
fn the_icon_is_there_in_every_size() {
    for size in SIZES {
        let png = fs::read(asset(&format!("icon/sahel-map-{size}.png"))).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((number(16), number(20)), (size, size));
    }
}

#[test]
fn what_a_reader_sees_is_said_in_three_languages() {
    let desktop = text("linux/sahel-map.desktop");
    for key in ["Name", "GenericName", "Comment", "Keywords"] {
        for lang in ["", "[ar]", "[fr]"] {
            let entry = format!("\n{key}{lang}=");
            assert!(desktop.contains(&entry), "no {entry:?}");
        }
    }
    let metainfo = text("linux/sahel-map.metainfo.xml");
    let mime = text("linux/sahel-map-mime.xml");
    let translated = [
        (&metainfo, "name"),
        (&metainfo, "summary"),
        (&metainfo, "p"),
        (&metainfo, "li"),
        (&mime, "comment"),
    ];
    for (file, tag) in translated {
        let count = |start: &str| file.matches(&format!("<{tag}{start}>")).count();
        let counts = [count(""), count(" xml:lang=\"ar\""), count(" xml:lang=\"fr\"")];
        assert!(counts[0] > 0 && counts == [counts[0]; 3], "{tag}: {counts:?}");
    }
}

#[test]
fn the_program_is_called_the_same_everywhere() {
    let desktop = text("linux/sahel-map.desktop");
    let metainfo = text("linux/sahel-map.metainfo.xml");
    let window = text("../src/shell/opening.rs");
    for line in ["Exec=sahel-map %f", "Icon=sahel-map", "StartupWMClass=sahel-map"] {
        assert!(desktop.lines().any(|l| l == line), "no {line}");
    }
    assert!(metainfo.contains("<launchable type=\"desktop-id\">sahel-map.desktop</launchable>"));
    // How a desktop finds the entry of an open window.
    assert!(window.contains(".with_app_id(\"sahel-map\")"));
}

#[test]
fn a_dossier_has_one_type_everywhere() {
    let dossiers = "application/x-sahelmap";
    assert!(text("linux/sahel-map.desktop").contains(&format!("\nMimeType={dossiers};\n")));
    assert!(text("linux/sahel-map.metainfo.xml").contains(&format!("<mediatype>{dossiers}<")));
    assert!(text("linux/sahel-map-mime.xml").contains(&format!("<mime-type type=\"{dossiers}\">")));
}
