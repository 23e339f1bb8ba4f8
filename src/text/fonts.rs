//! Which fonts the program carries, and how the shaper and egui get them.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions};

/// Vazirmatn 33.0.3, variable in weight (100 to 900): Arabic and Latin of one design.
pub(super) const VAZIRMATN: &[u8] = include_bytes!("../../assets/fonts/Vazirmatn-wght.ttf");

/// IBM Plex Sans Arabic 1.1.0 Regular: for what Vazirmatn lacks, such as ڨ (U+06A8) and arrows.
pub(super) const PLEX: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSansArabic-Regular.ttf");

/// The families in the order in which a character is looked for, by the names in the files.
pub(super) const FAMILIES: [&str; 2] = ["Vazirmatn", "IBM Plex Sans Arabic"];

/// Heights of letters as a share of the font size, for centring text beside an icon.
///
/// Measured in Vazirmatn (2048 units an em): `H` is 1456 high, alef (U+0627) 1377.
pub(super) const CAP_HEIGHT: f32 = 1456.0 / 2048.0;
/// See [`CAP_HEIGHT`].
pub(super) const ALEF_HEIGHT: f32 = 1377.0 / 2048.0;

/// The embedded fonts, and no others: the same text has the same shape on every machine.
pub(super) fn font_context() -> FontContext {
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut collection = Collection::new(options);
    for font in [VAZIRMATN, PLEX] {
        collection.register_fonts(Blob::new(Arc::new(font)), None);
    }
    FontContext { collection, source_cache: parley::fontique::SourceCache::default() }
}

/// Fonts for egui's own layout, which the program never shows text with.
///
/// egui asks every family for its metrics (the height of a text row, a caret), and complains in
/// the log about a family without a font; `glyph_family` is the one of the glyph bank.
pub(super) fn egui_definitions(glyph_family: &FontFamily) -> FontDefinitions {
    let name = FAMILIES[0].to_owned();
    let mut definitions = FontDefinitions::empty();
    definitions.font_data.insert(name.clone(), Arc::new(FontData::from_static(VAZIRMATN)));
    for family in [FontFamily::Proportional, FontFamily::Monospace, glyph_family.clone()] {
        definitions.families.insert(family, vec![name.clone()]);
    }
    definitions
}
