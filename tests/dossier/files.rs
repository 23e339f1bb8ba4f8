//! Is a dossier that was written to a folder or a file read back as it was, and is nothing that is
//! there lost by writing?

use super::written::{awkward, scenes};
use super::{built_in, example_files};
use sahel_map::disk::Existing;
use sahel_map::dossier::{Dossier, DossierFiles, FILES, Scene, WriteError};
use sahel_map::geodata::Names;
use std::error::Error as _;
use std::fs;
use std::path::Path;

/// How many things lie in a folder, temporary ones too.
fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

fn message(error: &WriteError) -> String {
    let cause = error.source().map_or_else(String::new, |cause| format!(": {cause}"));
    format!("{error}{cause}")
}

fn scene() -> Scene {
    built_in().scenes.remove(0)
}

#[test]
fn the_built_in_dossier_is_written_and_read_back() {
    let parent = tempfile::tempdir().unwrap();
    for name in ["one.sahelmap", "اسم طويل.SahelMap"] {
        let path = parent.path().join(name);
        DossierFiles::built_in().write(&path, Existing::Keep).unwrap();
        assert_eq!(DossierFiles::read(&path).unwrap(), DossierFiles::built_in());
        let loaded = Dossier::load(&path).unwrap();
        // Its fingerprint too: however it is carried, it is the same dossier.
        assert_eq!((loaded.dossier, loaded.notices), (built_in(), Vec::new()));
    }
    assert_eq!(count(parent.path()), 2, "nothing is left over");
}

#[test]
fn scenes_are_read_back_from_the_files_as_they_were_and_the_rest_stays() {
    let built_in = built_in();
    // The example's scene is about places that the built-in dossier has not.
    let mut scenes = scenes();
    scenes.retain(|scene| scene.id.as_str() != "overview");
    scenes.reverse();
    let files = DossierFiles::built_in().with_scenes(&scenes).unwrap();
    let loaded = files.parse().unwrap();
    assert_eq!(loaded.notices, []);
    assert_eq!(loaded.dossier.scenes, scenes);
    let sha256 = loaded.dossier.sha256.clone();
    assert_ne!(sha256, built_in.sha256);
    let others = Dossier { scenes: built_in.scenes.clone(), sha256, ..built_in };
    assert_eq!(Dossier { scenes: others.scenes.clone(), ..loaded.dossier }, others);
    // What was written is written again in the same way.
    assert_eq!(files.clone().with_scenes(&scenes).unwrap(), files);
    assert_eq!(
        DossierFiles::built_in().with_scenes(&[]).unwrap().parse().unwrap().dossier.scenes,
        []
    );
}

#[test]
fn a_file_of_scenes_can_be_read_by_a_person() {
    let files = DossierFiles::built_in().with_scenes(&built_in().scenes[3..4]).unwrap();
    let text = files.text("scenes.toml").unwrap();
    for part in [
        "# The scenes of the briefing, in order.",
        "\n\n[[scene]]\nid = \"kidal\"\nexcerpt = \"p6\"\n",
        "\nextent = { south = 14.6, west = -2.6, north = 20.6, east = 5.2 }\n",
        "\ncallouts = [\n  { place = \"kidal\", title = { ar = \"كيدال\", fr = \"Kidal\", en = \"Kidal\" }, ",
        "\n[scene.title]\nar = \"استعادة كيدال لم توقف العنف\"\nfr = \"Kidal reprise, la violence continue\"\n",
    ] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
}

#[test]
fn a_scene_that_would_be_left_out_is_told_and_not_written() {
    let refused = |change: fn(&mut Scene), expected: &str| {
        let mut changed = scene();
        change(&mut changed);
        let error = DossierFiles::built_in().with_scenes(&[changed]).unwrap_err();
        assert_eq!(message(&error), expected);
    };
    refused(|s| s.title = Names::default(), "scene `theatre`: `title.ar` is empty");
    refused(
        |s| s.places.push("timbuktu".parse().unwrap()),
        "scene `theatre`: `places` names the place `timbuktu`, which is not in this dossier",
    );
    let error = DossierFiles::built_in().with_scenes(&[scene(), scene()]).unwrap_err();
    assert_eq!(message(&error), "scene `theatre`: `id`: `theatre` is taken by an earlier one");
}

#[test]
fn what_is_written_in_one_language_stands_in_for_the_others() {
    let names = |ar: &str, fr: &str, en: &str| Names {
        ar: ar.to_owned(),
        fr: fr.to_owned(),
        en: en.to_owned(),
    };
    let mut scene = built_in().scenes.remove(1);
    scene.title = names("", "Titre", " ");
    scene.text = Some(names(" ", "", "\t"));
    scene.callouts.truncate(2);
    scene.callouts[0].title = names("عنوان", "", "");
    scene.callouts[0].note = Some(names("", "", "Note"));
    scene.callouts[1].note = Some(Names::default());
    let files = DossierFiles::built_in().with_scenes(&[scene]).unwrap();
    let read = &files.parse().unwrap().dossier.scenes[0];
    assert_eq!(read.title, names("Titre", "Titre", "Titre"));
    assert_eq!(read.text, None);
    assert_eq!(read.callouts[0].title, names("عنوان", "عنوان", "عنوان"));
    assert_eq!(read.callouts[0].note, Some(names("Note", "Note", "Note")));
    assert_eq!(read.callouts[1].note, None);
}

#[test]
fn the_same_files_are_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = |name: &str| {
        let path = folder.path().join(name);
        DossierFiles::built_in().write(&path, Existing::Keep).unwrap();
        fs::read(path).unwrap()
    };
    let first = bytes("a.sahelmap");
    assert_eq!(first, bytes("b.sahelmap"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&first)).unwrap();
    let mut names: Vec<String> = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).unwrap();
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "no clock is in it");
        names.push(file.name().unwrap().into_owned());
    }
    assert!(names.is_sorted() && names.len() == FILES.len(), "{names:?}");
    let unpacked: usize = super::built_in_files().values().map(|text| text.len()).sum();
    assert!(first.len() < unpacked / 2, "{} bytes of {unpacked}", first.len());
}

#[test]
fn what_is_there_stays_unless_a_file_is_to_be_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("folder.sahelmap");
    let other = parent.path().join("other");
    let file = parent.path().join("file.sahelmap");
    fs::create_dir(&folder).unwrap();
    fs::create_dir(&other).unwrap();
    fs::write(&file, "old").unwrap();
    let files = DossierFiles::built_in();
    for (path, existing) in [
        (&folder, Existing::Keep),
        (&folder, Existing::Replace),
        (&other, Existing::Keep),
        (&other, Existing::Replace),
        (&file, Existing::Keep),
    ] {
        let error = files.write(path, existing).unwrap_err();
        let expected = format!("`{}` is there already; choose another name", path.display());
        assert_eq!(message(&error), expected);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(count(&folder) + count(&other), 0);
    files.write(&file, Existing::Replace).unwrap();
    assert_eq!(Dossier::load(&file).unwrap().dossier, built_in());
    assert_eq!(count(parent.path()), 3, "nothing is left over");
}

#[test]
fn where_nothing_can_be_written_the_message_says_so() {
    let parent = tempfile::tempdir().unwrap();
    let missing = parent.path().join("missing");
    let write = |path: &Path| DossierFiles::built_in().write(path, Existing::Keep).unwrap_err();
    let expected =
        format!("there is no folder `{}`; make it, or choose another", missing.display());
    assert_eq!(message(&write(&missing.join("mine.sahelmap"))), expected);
    let file = parent.path().join("file");
    fs::write(&file, "old").unwrap();
    let error = write(&file.join("mine.sahelmap"));
    assert!(matches!(error, WriteError::NoFolder { path } if path == file));
    assert!(!missing.exists());
    assert_eq!(count(parent.path()), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_named_and_stays_empty() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().unwrap();
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Whom nothing is forbidden, the system's own files are.
    let is_obeyed = fs::write(parent.path().join("probe"), "").is_err();
    let place = if is_obeyed { parent.path() } else { Path::new("/proc/self") };
    let path = place.join("mine.sahelmap");
    let error = DossierFiles::built_in().write(&path, Existing::Keep).unwrap_err();
    let told = message(&error);
    assert!(told.contains(&place.display().to_string()) && !told.contains(".sahel-map-"), "{told}");
    assert!(!path.exists());
}

#[test]
fn only_the_scenes_of_a_folder_are_replaced() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("mine");
    // Whatever a file is called that was opened as a dossier.
    let one_file = parent.path().join("mine.zip");
    fs::create_dir(&folder).unwrap();
    for (name, text) in example_files() {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let mut scenes = Dossier::load(&folder).unwrap().dossier.scenes;
    scenes[0].title = awkward();
    let files = DossierFiles::read(&folder).unwrap().with_scenes(&scenes).unwrap();
    for path in [&folder, &one_file, &one_file] {
        files.write_scenes(path).unwrap();
        let loaded = Dossier::load(path).unwrap();
        assert_eq!((loaded.dossier.scenes, loaded.notices), (scenes.clone(), Vec::new()));
    }
    assert_eq!(fs::read_to_string(folder.join("notes.txt")).unwrap(), "mine");
    let places = fs::read_to_string(folder.join("places.toml")).unwrap();
    assert_eq!(places, example_files()["places.toml"]);
    assert_eq!(count(&folder), FILES.len() + 1);
}

#[test]
fn what_no_dossier_has_is_told_where_it_lies_and_not_carried_along() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("mine");
    fs::create_dir(&folder).unwrap();
    for (name, text) in super::built_in_files() {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("place.toml"), "a = 1").unwrap();
    let files = DossierFiles::read(&folder).unwrap();
    assert_eq!(files.parse().unwrap().notices.len(), 1);
    let path = parent.path().join("copy.sahelmap");
    files.write(&path, Existing::Keep).unwrap();
    assert_eq!(DossierFiles::read(&path).unwrap(), DossierFiles::built_in());
}

#[test]
fn a_file_that_could_not_be_read_again_is_not_written() {
    let parent = tempfile::tempdir().unwrap();
    let mut scene = scene();
    scene.title.en = "a".repeat(sahel_map::dossier::MAX_FILE_BYTES as usize);
    let files = DossierFiles::built_in().with_scenes(&[scene]).unwrap();
    let error = files.write(&parent.path().join("mine.sahelmap"), Existing::Keep).unwrap_err();
    assert!(message(&error).contains("scenes.toml` is larger than 4000000 bytes"));
    assert_eq!(count(parent.path()), 0);
}
