//! What goes with the program into its packages: manual pages, completions, changelog, licences.
//!
//! `packaging FOLDER` writes them; `scripts/package-deb` and `scripts/package-tar` pack them. The
//! command line is described by `src/cli/args.rs`, which is compiled into the program and into this:
//! the program carries nothing of what writes its manual.

#[path = "../../src/cli/args.rs"]
mod args;
mod completions;
mod copyright;
mod crates;
mod manual;
mod release;

use anyhow::{Context as _, Result, bail};
use clap::CommandFactory as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        bail!("which folder to write to? Such as: packaging target/packaging");
    };
    let folder = PathBuf::from(folder);
    let root = root();
    let release = release::Release::newest(&root)?;
    let command = args::Arguments::command();
    for (name, page) in manual::pages(command.clone(), &release)? {
        write(&folder.join("man").join(name), &page)?;
    }
    for (name, script) in completions::scripts(&command) {
        write(&folder.join("completions").join(name), &script)?;
    }
    write(&folder.join("changelog"), release.changelog()?.as_bytes())?;
    write(&folder.join("copyright"), copyright::file(&root)?.as_bytes())?;
    write(&folder.join("crates.txt"), crates::notices(&root)?.as_bytes())
}

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = match path.parent() {
        Some(folder) => fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes)),
        None => fs::write(path, bytes),
    };
    written.with_context(|| format!("writing `{}`", path.display()))
}
