//! Is a file that is written whole, the old one or the new one, when the writer is killed?
//!
//! `SAHEL_MAP_KILLS` is how often (else 16 times).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

#[expect(dead_code, reason = "other tests need all of it")]
#[path = "support/chance.rs"]
mod chance;
#[path = "support/program.rs"]
mod program;

use chance::Chance;
use program::Program;
use sahel_map::disk::{Existing, Readers, write_atomically};
use sahel_map::dossier::{Dossier, DossierFiles, Scene};
use sahel_map::geodata::Lang;
use sahel_map::state::Session;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

/// What the writer of this test is told in.
const TASK: &str = "SAHEL_MAP_WRITES";

/// A file that is written over and over, by another process that is this test again.
#[derive(Clone, Copy)]
enum Written {
    /// The session, by the same write as the window's.
    Session,
    /// `scenes.toml` in the folder of a dossier.
    ScenesInFolder,
    /// A dossier in one file.
    ScenesInFile,
}

impl Written {
    const ALL: [Self; 3] = [Self::Session, Self::ScenesInFolder, Self::ScenesInFile];

    /// The file in `folder` that is replaced.
    fn file(self, folder: &Path) -> PathBuf {
        folder.join(match self {
            Self::Session => "session.json",
            Self::ScenesInFolder => "scenes.toml",
            Self::ScenesInFile => "mine.sahelmap",
        })
    }

    /// Writes it for the `turn`th time: what is written alternates.
    fn write(self, folder: &Path, turn: usize) {
        let scenes = || -> Vec<Scene> {
            let scenes = Dossier::built_in().unwrap().dossier.scenes;
            if turn.is_multiple_of(2) { scenes } else { scenes.into_iter().rev().take(2).collect() }
        };
        let dossier = || DossierFiles::built_in().with_scenes(&scenes()).unwrap();
        match self {
            Self::Session => {
                let lang = if turn.is_multiple_of(2) { Lang::Ar } else { Lang::Fr };
                let export_folder = "/pictures".repeat(1 + 9_999 * (turn % 2));
                let session = Session { export_folder, ..Session::in_language(lang) };
                let text = serde_json::to_string_pretty(&session).unwrap();
                let path = self.file(folder);
                write_atomically(&path, text.as_bytes(), Existing::Replace, Readers::Owner)
                    .unwrap();
            }
            Self::ScenesInFolder => dossier().write_scenes(folder).unwrap(),
            Self::ScenesInFile => dossier().write_scenes(&self.file(folder)).unwrap(),
        }
    }

    /// Whether it can be read: nobody compares what cannot.
    fn is_read(self, folder: &Path) -> bool {
        match self {
            Self::Session => {
                serde_json::from_slice::<Session>(&fs::read(self.file(folder)).unwrap()).is_ok()
            }
            Self::ScenesInFolder => Dossier::load(folder).is_ok_and(|read| read.notices.is_empty()),
            Self::ScenesInFile => {
                Dossier::load(&self.file(folder)).is_ok_and(|read| read.notices.is_empty())
            }
        }
    }
}

/// No test, but the writer that is killed.
#[test]
#[ignore = "the writer that the other tests start"]
fn writer() {
    let Ok(task) = std::env::var(TASK) else { return };
    let (kind, folder) = task.split_once(' ').unwrap();
    let kind = *Written::ALL.get(kind.parse::<usize>().unwrap()).unwrap();
    for turn in 1..1_000_000 {
        kind.write(Path::new(folder), turn);
    }
}

fn kills() -> usize {
    std::env::var("SAHEL_MAP_KILLS").map_or(16, |text| text.parse().unwrap())
}

/// Kills what was started, as the system does where memory runs out.
fn kill(mut child: Child) {
    // It may be over already.
    let _ = child.kill();
    child.wait().unwrap();
}

/// Temporary files in `folder`.
fn left_over(folder: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    names.filter(|path| path.extension().is_some_and(|end| end == "part")).collect()
}

/// What is left goes when something is written there a minute later.
fn is_cleared(folder: &Path) {
    for path in left_over(folder) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_mins(2)).unwrap();
    }
    write_atomically(&folder.join("next"), b"", Existing::Replace, Readers::All).unwrap();
    assert_eq!(left_over(folder), Vec::<PathBuf>::new());
}

#[test]
fn a_session_and_scenes_are_whole_whenever_their_writer_is_killed() {
    let (mut chance, mut left) = (Chance(1), 0);
    let times = kills() / 2;
    for time in 0..times {
        let index = time % Written::ALL.len();
        let kind = Written::ALL[index];
        let folder = tempfile::tempdir().unwrap();
        DossierFiles::built_in()
            .write(&folder.path().join("mine.sahelmap"), Existing::Keep)
            .unwrap();
        for name in sahel_map::dossier::FILES {
            let files = DossierFiles::built_in();
            fs::write(folder.path().join(name), files.text(name).unwrap()).unwrap();
        }
        let whole = [1, 2].map(|turn| {
            kind.write(folder.path(), turn);
            fs::read(kind.file(folder.path())).unwrap()
        });
        let writer = Command::new(std::env::current_exe().unwrap())
            .args(["writer", "--exact", "--ignored"])
            .env(TASK, format!("{index} {}", folder.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let began = Instant::now();
        while fs::read(kind.file(folder.path())).unwrap() == whole[1] {
            assert!(began.elapsed() < Duration::from_mins(1), "nothing is written");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(chance.below(30_000) as u64));
        kill(writer);
        let found = fs::read(kind.file(folder.path())).unwrap();
        assert!(whole.contains(&found), "{} bytes are neither", found.len());
        assert!(kind.is_read(folder.path()));
        left += left_over(folder.path()).len();
        is_cleared(folder.path());
    }
    println!("a writer was killed {times} times: {left} temporary files were left, and taken away");
}

/// How an export is killed.
#[derive(Clone, Copy, PartialEq)]
enum When {
    /// At any moment of its run.
    Anytime,
    /// As soon as its temporary file is there, or a moment later.
    WhileWriting,
}

#[test]
fn what_is_exported_is_the_old_file_or_the_whole_new_one() {
    let program = Program::new();
    let (mut chance, mut left, mut new, mut seen) = (Chance(2), 0, 0, 0);
    let times = kills().div_ceil(2);
    // A picture and a handout take long: fewer of them.
    let kinds = ["csv", "geojson", "png", "kml", "csv", "pdf", "geojson", "kml"];
    let each = BTreeSet::from(kinds);
    let whole: BTreeMap<_, _> = each.into_iter().map(|kind| (kind, made(&program, kind))).collect();
    for time in 0..times {
        let kind = kinds[time % kinds.len()];
        let when = if chance.is() { When::Anytime } else { When::WhileWriting };
        let folder = program.path(&format!("{time}"));
        fs::create_dir(&folder).unwrap();
        let path = folder.join(format!("file.{kind}"));
        let (whole, lasts) = &whole[kind];
        fs::write(&path, "the old file").unwrap();
        let child = export(&program, kind, &path).spawn().unwrap();
        match when {
            When::Anytime => std::thread::sleep(lasts.mul_f64(chance.within(0.0, 1.2))),
            When::WhileWriting => {
                let began = Instant::now();
                while left_over(&folder).is_empty() && began.elapsed() < *lasts * 3 {
                    std::thread::yield_now();
                }
                seen += usize::from(!left_over(&folder).is_empty());
                std::thread::sleep(Duration::from_micros(chance.below(3_000) as u64));
            }
        }
        kill(child);
        let found = fs::read(&path).unwrap();
        assert!(found == b"the old file" || &found == whole, "{kind}: {} bytes", found.len());
        new += usize::from(&found == whole);
        left += left_over(&folder).len();
        is_cleared(&folder);
    }
    assert!(seen > 0, "no export was killed while it wrote");
    println!(
        "exports were killed {times} times: {new} files were new, {left} temporary files were left, \
         and taken away"
    );
}

fn export(program: &Program, kind: &str, path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sahel-map"));
    command.args(["export", kind, "--force", "--out"]).arg(path);
    if kind == "png" {
        command.args(["--size", "320x240"]);
    }
    for name in Program::FOREIGN {
        command.env_remove(name);
    }
    command.envs(program.variables()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The whole file of that kind, and how long it takes to make.
fn made(program: &Program, kind: &str) -> (Vec<u8>, Duration) {
    let path = program.path(&format!("whole.{kind}"));
    let began = Instant::now();
    assert!(export(program, kind, &path).status().unwrap().success(), "{kind}");
    (fs::read(&path).unwrap(), began.elapsed())
}
