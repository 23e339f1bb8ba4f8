//! Debian's `copyright`: who holds the rights in each part of the program, and under which terms.
//!
//! The ground's part is made of `geodata/MANIFEST.toml`, so that no source can be forgotten: a
//! licence there without a text here is an error. The form is Debian's, version 1.0:
//! <https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/>.

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Sahel Map
Comment: The paths are those of the source. The files of geodata/ and assets/ are part of the
 program's file. The crates that it is built with, with their notices, are listed in crates.txt.gz
 beside this file.

Files: *
Copyright: 2026 The Sahel Map contributors
License: MIT or Apache-2.0

Files: assets/linux/sahel-map.metainfo.xml
Copyright: 2026 The Sahel Map contributors
License: CC0-1.0

Files: assets/dossier/excerpts.toml
Copyright: the author and the publisher of the article
License: quotation
";

/// The typefaces, and the files with their copyright in the first line.
const FONTS: [(&str, &str); 3] = [
    ("Vazirmatn-wght.ttf", "OFL-Vazirmatn.txt"),
    ("IBMPlexSansArabic-Regular.ttf", "OFL-IBM-Plex.txt"),
    ("NotoSansTifinagh-Regular.ttf", "OFL-Noto.txt"),
];

/// The licences that are not of the ground.
const OTHER_LICENCES: [&str; 5] = ["Apache-2.0", "CC0-1.0", "MIT", "OFL-1.1", "quotation"];

/// `MANIFEST.toml`, as far as it is asked.
#[derive(Deserialize)]
struct Manifest {
    source: Vec<Source>,
    file: Vec<MadeFile>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    package: String,
    licence: String,
    credit: String,
}

#[derive(Deserialize)]
struct MadeFile {
    path: String,
    licence: String,
    made_from: Vec<String>,
}

/// The text of `copyright`; `root` is the repository.
pub(crate) fn file(root: &Path) -> Result<String> {
    let manifest = root.join("geodata/MANIFEST.toml");
    let manifest: Manifest = toml::from_str(&read(&manifest)?).context("reading MANIFEST.toml")?;
    let mut text = HEAD.to_owned();
    let mut used: BTreeSet<String> = OTHER_LICENCES.map(str::to_owned).into();
    for (font, licence) in FONTS {
        let licence = read(&root.join("assets/fonts").join(licence))?;
        let holder = licence.lines().next().unwrap_or_default();
        let holder = holder.trim_start_matches("Copyright ").trim_start_matches("© ");
        write!(text, "\nFiles: assets/fonts/{font}\nCopyright: {holder}\nLicense: OFL-1.1\n")?;
    }
    for file in &manifest.file {
        let names = licences(file, &manifest.source);
        let of = |source: &&Source| file.made_from.contains(&source.id);
        let credits: BTreeSet<&str> =
            manifest.source.iter().filter(of).map(|source| source.credit.as_str()).collect();
        let credits = credits.into_iter().collect::<Vec<_>>().join("\n           ");
        write!(text, "\nFiles: geodata/{}\nCopyright: {credits}\nLicense: ", file.path)?;
        text.push_str(&names.replace(" AND ", " and ").replace(" OR ", " or "));
        text.push('\n');
        let parts = names.split(" AND ").flat_map(|part| part.split(" OR "));
        used.extend(parts.map(str::to_owned));
    }
    for name in used {
        write!(text, "\nLicense: {name}\n{}", set_in(&terms(&name, root)?))?;
    }
    Ok(text)
}

/// A file's licences, under the names that they have here.
fn licences(file: &MadeFile, sources: &[Source]) -> String {
    // Each MIT licence has its own holder in its text.
    let holder = sources.iter().find(|s| s.licence == "MIT" && file.made_from.contains(&s.id));
    let part = |part: &str| match (part, holder) {
        ("MIT", Some(source)) => format!("MIT-{}", source.package),
        ("public domain", _) => "public-domain".to_owned(),
        _ => part.to_owned(),
    };
    file.licence.split(" AND ").map(part).collect::<Vec<_>>().join(" AND ")
}

/// The text of a licence, or where it is on a Debian system.
fn terms(name: &str, root: &Path) -> Result<String> {
    let of_debian = |file: &str| {
        format!("On Debian systems the full text is in\n/usr/share/common-licenses/{file}.")
    };
    Ok(match name {
        "MIT" => read(&root.join("LICENSE-MIT"))?,
        "ODbL-1.0" => read(&root.join("geodata/LICENSE-ODbL.txt"))?,
        "OFL-1.1" => read(&root.join("assets/fonts/OFL-Vazirmatn.txt"))?,
        "Apache-2.0" | "CC0-1.0" => of_debian(name),
        "LGPL-3.0-or-later" => format!(
            "The file can be replaced or left out: geodata/README.md says how.\n{}\n\
             The GNU General Public License 3, which it adds to, is in\n\
             /usr/share/common-licenses/GPL-3.",
            of_debian("LGPL-3")
        ),
        "quotation" => "Quoted with paragraph and source, in part, to be discussed. No licence to \
                        the words is given here."
            .to_owned(),
        _ => {
            let path = root.join(format!("geodata/LICENSE-{name}.txt"));
            if !path.is_file() {
                bail!("the manifest has a licence `{name}` without a text, {}", path.display());
            }
            read(&path)?
        }
    })
}

/// The lines as a field of Debian's form goes on: set in by one, empty ones as a point.
fn set_in(text: &str) -> String {
    let line = |line: &str| match line.trim_end() {
        "" => " .\n".to_owned(),
        line => format!(" {line}\n"),
    };
    text.trim().lines().map(line).collect()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading `{}`", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_ground_is_told_with_terms_that_are_there() {
        let text = file(&crate::root()).unwrap();
        let manifest = read(&crate::root().join("geodata/MANIFEST.toml")).unwrap();
        let manifest: Manifest = toml::from_str(&manifest).unwrap();
        for made in &manifest.file {
            assert!(text.contains(&format!("\nFiles: geodata/{}\n", made.path)), "{}", made.path);
        }
        for stanza in text.split("\n\n").filter(|stanza| stanza.starts_with("Files:")) {
            let names = stanza.lines().find_map(|line| line.strip_prefix("License: ")).unwrap();
            for name in names.split(" and ").flat_map(|part| part.split(" or ")) {
                assert!(text.contains(&format!("\nLicense: {name}\n ")), "no terms of {name}");
            }
        }
    }

    #[test]
    fn a_licence_without_a_text_is_told() {
        let error = terms("Beerware", &crate::root()).unwrap_err();
        assert!(error.to_string().contains("`Beerware` without a text"), "{error}");
    }
}
