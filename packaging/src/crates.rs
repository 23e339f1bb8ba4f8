//! Which crates the program is built with, and the notices that their licences want passed on.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Files whose names begin so are passed on.
const NOTICES: [&str; 6] = ["licen", "copying", "copyright", "notice", "unlicense", "authors"];

const HEAD: &str = "\
The crates that Sahel Map is built with, each with the terms it comes under and where it comes from.
Below the list are the notices in their packages, each once, with the crates it comes with. Where a
crate may be had under one of several licences, it is taken under any of them that fits.
";

/// `deny.toml`, which lists the systems that the program is built for.
#[derive(Deserialize)]
struct Deny {
    graph: Graph,
}

#[derive(Deserialize)]
struct Graph {
    targets: Vec<String>,
}

/// `cargo metadata`, as far as it is asked.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    license_file: Option<PathBuf>,
    repository: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `None` for what is linked in, else `build` or `dev`.
    kind: Option<String>,
}

/// The text of `crates.txt`, for all systems that the program is built for.
pub(crate) fn notices(root: &Path) -> Result<String> {
    let metadata = metadata(root)?;
    let linked = linked(&metadata, "sahel-map")?;
    let mut text = format!("{HEAD}\n");
    let mut notices: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in linked {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or("see its notice below");
        let source = package.repository.as_deref().unwrap_or("crates.io");
        writeln!(text, "{name}: {licence}; {source}")?;
        for path in notice_files(package)? {
            let notice =
                fs::read(&path).with_context(|| format!("reading `{}`", path.display()))?;
            // Line ends and space around it make no other notice.
            let notice = String::from_utf8_lossy(&notice).replace("\r\n", "\n").trim().to_owned();
            notices.entry(notice).or_default().insert(name.clone());
        }
    }
    let mut notices: Vec<(Vec<String>, String)> =
        notices.into_iter().map(|(notice, of)| (of.into_iter().collect(), notice)).collect();
    notices.sort();
    for (of, notice) in notices {
        write!(text, "\n{}\n{}\n\n{notice}\n", "=".repeat(78), of.join(", "))?;
    }
    Ok(text)
}

fn metadata(root: &Path) -> Result<Metadata> {
    let deny = root.join("deny.toml");
    let deny = fs::read_to_string(&deny).with_context(|| format!("reading {}", deny.display()))?;
    let deny: Deny = toml::from_str(&deny).context("reading deny.toml")?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(deny.graph.targets.iter().flat_map(|system| ["--filter-platform", system]))
        .arg("--manifest-path")
        .arg(root.join("Cargo.toml"))
        .output()
        .context("starting `cargo metadata`")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).context("reading what `cargo metadata` says")
}

/// The packages that are linked into `program`, by name and version: not what only builds or tests
/// it, and not itself.
fn linked<'a>(metadata: &'a Metadata, program: &str) -> Result<Vec<&'a Package>> {
    let nodes: HashMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let first = metadata.packages.iter().find(|package| package.name == program);
    let first = first.with_context(|| format!("the workspace has no package `{program}`"))?;
    let mut seen = BTreeSet::from([first.id.as_str()]);
    let mut open = vec![first.id.as_str()];
    while let Some(node) = open.pop().and_then(|id| nodes.get(id)) {
        for dependency in &node.deps {
            let is_linked = dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
            if is_linked && seen.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    let is_linked = |package: &&Package| package.name != program && seen.contains(&*package.id);
    let mut linked: Vec<&Package> = metadata.packages.iter().filter(is_linked).collect();
    linked.sort_by_key(|package| (&package.name, &package.version));
    Ok(linked)
}

fn notice_files(package: &Package) -> Result<Vec<PathBuf>> {
    let folder = package.manifest_path.parent().context("a manifest lies in no folder")?;
    let mut files: BTreeSet<PathBuf> =
        package.license_file.iter().map(|file| folder.join(file)).collect();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_file() && NOTICES.iter().any(|notice| name.starts_with(notice)) {
            files.insert(path);
        }
    }
    Ok(files.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_in_the_program_is_that_of_its_crates() {
        let kept = fs::read_to_string(crate::root().join("assets/licences/crates.txt")).unwrap();
        let now = notices(&crate::root()).unwrap();
        let first = now.lines().zip(kept.lines()).find(|(now, kept)| now != kept);
        assert!(now == kept, "write it anew with scripts/list-crates; first: {first:#?}");
    }

    #[test]
    fn what_is_linked_is_told_with_its_notices_and_what_only_tests_is_not() {
        let text = notices(&crate::root()).unwrap();
        for expected in ["\negui 0.", "\nclap 4.", "\nrusqlite 0.", "Permission is hereby granted"]
        {
            assert!(text.contains(expected), "no {expected:?}");
        }
        for only_tests in ["\nproptest ", "\ncriterion ", "\nassert_cmd ", "\nsahel-map "] {
            assert!(!text.contains(only_tests), "{only_tests:?}");
        }
    }
}
