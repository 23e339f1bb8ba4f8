//! Does a dossier that cannot be read from the disk say which path and what to do?

use super::{built_in, example_files};
use sahel_map::dossier::{Dossier, DossierError, MAX_FILE_BYTES};
use std::error::Error as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in example_files() {
        fs::write(folder.path().join(file), text).unwrap();
    }
    folder
}

fn message(path: &Path) -> String {
    let error = Dossier::load(path).unwrap_err();
    let cause = error.source().map_or_else(String::new, |cause| format!(": {cause}"));
    format!("{error}{cause}")
}

#[test]
fn a_folder_loads_as_it_is_written_whatever_else_lies_in_it() {
    let folder = folder();
    fs::write(folder.path().join("notes.txt"), [0xff]).unwrap();
    fs::create_dir(folder.path().join("pictures")).unwrap();
    let loaded = Dossier::load(folder.path()).unwrap();
    assert_eq!(loaded.notices, []);
    assert_eq!(loaded.dossier.id.as_str(), "ferry-2025");
}

#[test]
fn the_built_in_dossier_is_the_folder_it_was_made_from() {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in super::built_in_files() {
        fs::write(folder.path().join(file), text).unwrap();
    }
    assert_eq!(Dossier::load(folder.path()).unwrap().dossier, built_in());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_not_matter() {
    let folder = folder();
    let text = format!("\u{feff}{}", example_files()["dossier.toml"].replace('\n', "\r\n"));
    fs::write(folder.path().join("dossier.toml"), text).unwrap();
    assert_eq!(Dossier::load(folder.path()).unwrap().notices, []);
}

#[test]
fn what_is_not_there_is_named_with_what_to_do() {
    let folder = folder();
    let path = folder.path();
    let missing = path.join("missing");
    assert_eq!(
        message(&missing),
        format!(
            "there is nothing at `{}`; give the folder that holds dossier.toml, or a .sahelmap file",
            missing.display()
        )
    );
    let file = path.join("places.toml");
    assert_eq!(
        message(&file),
        format!(
            "`{}` is no dossier; give the folder that holds dossier.toml, or a .sahelmap file",
            file.display()
        )
    );
    fs::remove_file(path.join("dossier.toml")).unwrap();
    let expected = format!("`{}` has no dossier.toml; ", path.display());
    assert!(message(path).starts_with(&expected), "{}", message(path));
}

#[test]
fn a_file_that_is_not_toml_is_named_with_line_and_column() {
    let folder = folder();
    let file = folder.path().join("places.toml");
    fs::write(&file, "[[place]]\nid = \"كيدال\" oops\n").unwrap();
    let expected = format!("`{}` is not TOML: line 2, column 14: ", file.display());
    assert!(message(folder.path()).starts_with(&expected), "{}", message(folder.path()));
}

#[test]
fn a_file_that_is_not_text_is_named() {
    let folder = folder();
    let file = folder.path().join("events.toml");
    fs::write(&file, [0xff, 0xfe, 0x00]).unwrap();
    assert_eq!(
        message(folder.path()),
        format!("`{}` is not UTF-8 text; save it as UTF-8", file.display())
    );
}

#[test]
fn a_file_that_is_too_large_is_not_read_to_its_end() {
    let folder = folder();
    let file = folder.path().join("actors.toml");
    fs::File::create(&file).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    assert!(matches!(
        Dossier::load(folder.path()),
        Err(DossierError::TooLarge { path, .. }) if path == file
    ));
}

#[test]
fn a_folder_where_a_file_should_be_is_an_error_and_no_hang() {
    let folder = folder();
    let file = folder.path().join("scenes.toml");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(message(folder.path()), format!("`{}` cannot be read: not a file", file.display()));
}
