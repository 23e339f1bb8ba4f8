//! Whether letters have the shapes and widths that the fonts give them.

use std::collections::BTreeSet;

use egui::epaint::text::{Glyph, PlacedRow};
use sahel_map::dossier::Dossier;
use sahel_map::text::TextStyle;
use sha2::{Digest as _, Sha256};

use super::{BODY, Screen, painted, rows};

/// The text of a golden row: an excerpt of the dossier in a language, or what stands in the row.
fn text_of(dossier: &Dossier, excerpt: &str, lang: &str) -> String {
    let known = dossier.excerpts.iter().find(|known| known.id.as_str() == excerpt);
    match (known, lang) {
        (Some(known), "ar") => known.text(),
        (Some(known), "fr") => known.translation.fr.clone(),
        (Some(known), "en") => known.translation.en.clone(),
        _ => excerpt.to_owned(),
    }
}

/// Width of what is seen of a line, in pixels, without the space at its end.
fn width_of(row: &PlacedRow) -> f32 {
    let words = row.text().trim_end().chars().count();
    let seen = row.glyphs.iter().take(words).filter(|glyph| glyph.advance_width > 0.0);
    let left = seen.clone().map(|glyph| glyph.pos.x).reduce(f32::min).unwrap();
    let right = seen.map(Glyph::max_x).reduce(f32::max).unwrap();
    right - left
}

/// `lines.csv` says how it was made: by Pango and `HarfBuzz`.
#[test]
fn lines_and_advances_are_those_of_pango_and_harfbuzz() {
    const ROWS: &str = include_str!("../golden/lines.csv");
    let dossier = Dossier::built_in().unwrap().dossier;
    let screen = Screen::new();
    let mut excerpts = BTreeSet::new();
    for row in ROWS.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        let [excerpt, lang, weight, width, glyphs, lines] = fields[..] else { panic!("{row}") };
        let text = text_of(&dossier, excerpt, lang);
        let style = BODY.weight(weight.parse().unwrap());
        let width: f32 = width.parse().unwrap();
        let galley = screen.pass(|engine, ctx| match width {
            0.0 => engine.line(ctx, &text, &style),
            _ => engine.paragraph(ctx, &text, &style, width, None),
        });
        let lines: Vec<&str> = lines.split(' ').collect();
        assert_eq!(galley.rows.len(), lines.len(), "{row}: {:?}", rows(&galley));
        let mut first = 0;
        for (line, set) in lines.iter().zip(&galley.rows) {
            let (start, advance) = line.split_once(':').unwrap();
            assert_eq!(start, first.to_string(), "{row}: {:?}", rows(&galley));
            let (advance, seen): (f32, f32) = (advance.parse().unwrap(), width_of(set));
            assert!((seen - advance).abs() < 0.1, "{seen} instead of {advance}: {row}");
            first += set.glyphs.len();
        }
        assert_eq!(painted(&galley).to_string(), glyphs, "{row}");
        excerpts.insert((excerpt, lang));
    }
    assert_eq!(excerpts.len(), 3 * dossier.excerpts.len() + 3, "every excerpt is there");
}

#[test]
fn letters_are_spaced_in_latin_only() {
    let screen = Screen::new();
    let spaced = TextStyle { letter_spacing: 0.3, ..BODY };
    let width = |text: &str, style: &TextStyle| {
        screen.pass(|e, ctx| e.line(ctx, text, style)).rows[0].size.x
    };
    let wider = width("ALGERIA", &spaced) - width("ALGERIA", &BODY);
    assert!((wider - 6.0 * 0.3 * 16.0).abs() < 1.5, "six gaps between seven letters: {wider}");
    assert_eq!(width("الجزائر", &spaced), width("الجزائر", &BODY));
}

#[test]
fn figures_in_tables_are_of_one_width() {
    let screen = Screen::new();
    let style = BODY.tabular().weight(600.0);
    let widths: Vec<f32> = ["1111.1", "8888.8", "0740.7"]
        .map(|text| screen.pass(|engine, ctx| engine.line(ctx, text, &style)).rows[0].size.x)
        .into();
    assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.01), "{widths:?}");
}

#[test]
fn the_fonts_are_those_of_the_list() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    let list = std::fs::read_to_string(format!("{folder}/README.md")).unwrap();
    let files =
        ["Vazirmatn-wght.ttf", "IBMPlexSansArabic-Regular.ttf", "NotoSansTifinagh-Regular.ttf"];
    let mut bytes = 0;
    for file in files {
        let font = std::fs::read(format!("{folder}/{file}")).unwrap();
        bytes += font.len();
        let sha256 = format!("{:x}", Sha256::digest(&font));
        let line = list.lines().find(|line| line.contains(&format!("`{file}`"))).unwrap();
        assert!(line.contains(&sha256), "{file} is {sha256}");
    }
    assert!(bytes <= 600_000, "{bytes}");
}
