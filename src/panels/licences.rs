//! Under which terms the program, its data and its typefaces come, in full; and how a plain text is
//! set.

use super::row::passage_colors;
use crate::geodata::Source;
use crate::i18n::{Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::text::{Direction, Passage};
use egui::Ui;

/// A text, or several that belong together.
pub(super) struct Licence {
    /// As the manifest of the data calls it, or one of its own.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) name: Name,
    /// First what it is about here, if that is said, last its full text.
    pub(super) texts: &'static [&'static str],
}

/// What a licence is called.
#[derive(Clone, Copy)]
pub(super) enum Name {
    /// The same in every language.
    Own(&'static str),
    /// In the reader's words.
    Said(Key),
}

macro_rules! text {
    ($path:literal) => {
        include_str!(concat!("../../", $path))
    };
}

/// All of them: the program's own, its data's, its typefaces'.
pub(super) const LICENCES: [Licence; 12] = [
    Licence { id: "MIT", name: Name::Own("MIT"), texts: &[text!("LICENSE-MIT")] },
    Licence { id: "Apache-2.0", name: Name::Own("Apache 2.0"), texts: &[text!("LICENSE-APACHE")] },
    Licence {
        id: "ODbL-1.0",
        name: Name::Own("ODbL 1.0 (OpenStreetMap)"),
        texts: &[text!("geodata/LICENSE-ODbL.txt"), text!("assets/licences/ODbL-1.0.txt")],
    },
    Licence {
        id: "CC-BY-4.0",
        name: Name::Own("CC BY 4.0 (GeoNames)"),
        texts: &[text!("geodata/LICENSE-CC-BY-4.0.txt"), text!("assets/licences/CC-BY-4.0.txt")],
    },
    Licence {
        id: "MIT-airportsdata",
        name: Name::Own("MIT (airportsdata)"),
        texts: &[text!("geodata/LICENSE-MIT-airportsdata.txt")],
    },
    Licence {
        id: "LGPL-3.0-or-later",
        name: Name::Own("LGPL 3.0 (GSHHG)"),
        texts: &[text!("geodata/LICENSE-LGPL-3.0.txt")],
    },
    Licence {
        id: "GPL-3.0-or-later",
        name: Name::Own("GPL 3.0 (GSHHG)"),
        texts: &[text!("geodata/LICENSE-GPL-3.0.txt")],
    },
    Licence {
        id: "Unicode-3.0",
        name: Name::Own("Unicode 3.0 (CLDR)"),
        texts: &[text!("geodata/LICENSE-Unicode-3.0.txt")],
    },
    Licence {
        id: "public domain",
        name: Name::Said(key::ABOUT_PUBLIC_DOMAIN),
        texts: &[text!("geodata/LICENSE-public-domain.txt")],
    },
    Licence {
        id: "OFL-1.1",
        name: Name::Own("OFL 1.1 (Vazirmatn)"),
        texts: &[text!("assets/fonts/OFL-Vazirmatn.txt")],
    },
    Licence {
        id: "OFL-1.1 Plex",
        name: Name::Own("OFL 1.1 (IBM Plex)"),
        texts: &[text!("assets/fonts/OFL-IBM-Plex.txt")],
    },
    Licence {
        id: "OFL-1.1 Noto",
        name: Name::Own("OFL 1.1 (Noto)"),
        texts: &[text!("assets/fonts/OFL-Noto.txt")],
    },
];

/// The number of the licence of a source of the data among [`LICENCES`].
pub(super) fn of(source: &Source) -> Option<usize> {
    let number = |id: &str| LICENCES.iter().position(|licence| licence.id == id);
    // Each MIT licence has its own holder in its text.
    number(&format!("{}-{}", source.licence, source.package)).or_else(|| number(&source.licence))
}

/// Shows a plain text in English: its paragraphs from left to right, with the line ends that mean
/// something.
pub(super) fn plain_text(ui: &mut Ui, kit: Kit<'_>, text: &str) {
    let style = NOTE.direction(Direction::Ltr);
    for paragraph in paragraphs(text) {
        let width = Some(ui.available_width());
        let rich = kit.text.plain(ui.ctx(), &paragraph, &style, width);
        Passage::new(&rich).show(ui, &passage_colors(kit, kit.theme.ui.text));
        ui.add_space(8.0);
    }
}

/// The paragraphs of a text whose lines were broken for a page of its own width. A line goes on in
/// the next where it is about full and the next is not set in.
fn paragraphs(text: &str) -> Vec<String> {
    /// Characters from which on a line counts as full.
    const FULL: usize = 50;
    let mut paragraphs = Vec::new();
    let mut open = String::new();
    let mut last_is_full = false;
    for line in text.lines().chain([""]) {
        let words = line.trim();
        if words.is_empty() {
            paragraphs.extend((!open.is_empty()).then(|| std::mem::take(&mut open)));
            continue;
        }
        if !open.is_empty() {
            let goes_on = last_is_full && !words.starts_with(['-', '*', '#', '=']);
            open.push(if goes_on { ' ' } else { '\n' });
        }
        open.push_str(words);
        last_is_full = line.trim_end().chars().count() >= FULL;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Manifest;

    #[test]
    fn every_licence_of_the_data_has_its_text() {
        let manifest = Manifest::embedded().unwrap();
        let of_files = manifest.files.iter().map(|file| file.licence.as_str());
        for licence in manifest.sources.iter().map(|of| of.licence.as_str()).chain(of_files) {
            for part in licence.split(" AND ").flat_map(|part| part.split(" OR ")) {
                let found = LICENCES.iter().find(|licence| licence.id == part);
                let found = found.unwrap_or_else(|| panic!("no text of `{part}`"));
                assert!(found.texts.iter().all(|text| !text.trim().is_empty()), "{part}");
            }
        }
        for source in &manifest.sources {
            let licence = &LICENCES[of(source).unwrap()];
            let own = format!("MIT-{}", source.package);
            let expected = if source.licence == "MIT" { &own } else { &source.licence };
            assert_eq!(licence.id, expected);
        }
        // What can be had as a notice alone elsewhere is here in full.
        for (id, words) in [
            ("ODbL-1.0", "4.6 Access to Derivative Databases"),
            ("CC-BY-4.0", "Section 8 – Interpretation"),
            ("GPL-3.0-or-later", "END OF TERMS AND CONDITIONS"),
            ("Apache-2.0", "END OF TERMS AND CONDITIONS"),
            ("OFL-1.1", "PERMISSION & CONDITIONS"),
        ] {
            let licence = LICENCES.iter().find(|licence| licence.id == id).unwrap();
            assert!(licence.texts.iter().any(|text| text.contains(words)), "{id}: {words}");
        }
    }

    #[test]
    fn lines_that_were_full_are_joined_and_short_ones_are_not() {
        let full = "Permission is hereby granted, free of charge, to any person obtaining";
        let text = format!("MIT\nCopyright\n\n{full}\na copy.\n- one\n");
        assert_eq!(
            paragraphs(&text),
            ["MIT\nCopyright".to_owned(), format!("{full} a copy.\n- one")]
        );
    }
}
