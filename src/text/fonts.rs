//! Which fonts the program carries, and how the shaper and egui get them.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions};

/// A font file of the program.
#[derive(Clone, Copy)]
pub(super) struct FontFile {
    /// Name of the family, as in the file.
    pub(super) family: &'static str,
    pub(super) bytes: &'static [u8],
}

/// Vazirmatn 33.0.3, variable in weight (100 to 900): Arabic and Latin of one design.
const VAZIRMATN: FontFile = FontFile {
    family: "Vazirmatn",
    bytes: include_bytes!("../../assets/fonts/Vazirmatn-wght.ttf"),
};

/// IBM Plex Sans Arabic 1.1.0 Regular: for what Vazirmatn lacks, such as ڨ (U+06A8) and arrows.
const PLEX: FontFile = FontFile {
    family: "IBM Plex Sans Arabic",
    bytes: include_bytes!("../../assets/fonts/IBMPlexSansArabic-Regular.ttf"),
};

/// Noto Sans Tifinagh 2.006 Regular: for names as the Tuareg write them.
const TIFINAGH: FontFile = FontFile {
    family: "Noto Sans Tifinagh",
    bytes: include_bytes!("../../assets/fonts/NotoSansTifinagh-Regular.ttf"),
};

/// The fonts in the order in which a character is looked for.
pub(super) const EMBEDDED: [FontFile; 3] = [VAZIRMATN, PLEX, TIFINAGH];

/// The families in the same order.
pub(super) const FAMILIES: [&str; 3] = [VAZIRMATN.family, PLEX.family, TIFINAGH.family];

/// Heights of letters as a share of the font size, for centring text beside an icon.
///
/// Measured in Vazirmatn (2048 units an em): `H` is 1456 high, alef (U+0627) 1377.
pub(super) const CAP_HEIGHT: f32 = 1456.0 / 2048.0;
/// See [`CAP_HEIGHT`].
pub(super) const ALEF_HEIGHT: f32 = 1377.0 / 2048.0;

/// These fonts, and no others: the same text has the same shape on every machine. One that cannot
/// be read is left out, and the others serve.
pub(super) fn font_context(fonts: &[FontFile]) -> FontContext {
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut collection = Collection::new(options);
    for font in fonts {
        if collection.register_fonts(Blob::new(Arc::new(font.bytes)), None).is_empty() {
            tracing::error!(
                "loading fonts: `{}` cannot be read; text goes without it",
                font.family
            );
        }
    }
    FontContext { collection, source_cache: parley::fontique::SourceCache::default() }
}

/// Fonts for egui's own layout, which the program never shows text with.
///
/// egui asks every family for its metrics (the height of a text row, a caret), and complains in
/// the log about a family without a font; `glyph_family` is the one of the glyph bank. It gets the
/// first of `fonts` that can be read: one that cannot makes egui panic.
pub(super) fn egui_definitions(fonts: &[FontFile], glyph_family: &FontFamily) -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let readable = |font: &&FontFile| skrifa::FontRef::new(font.bytes).is_ok();
    let names: Vec<String> = fonts
        .iter()
        .find(readable)
        .map(|font| {
            let data = Arc::new(FontData::from_static(font.bytes));
            definitions.font_data.insert(font.family.to_owned(), data);
            font.family.to_owned()
        })
        .into_iter()
        .collect();
    for family in [FontFamily::Proportional, FontFamily::Monospace, glyph_family.clone()] {
        definitions.families.insert(family, names.clone());
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextEngine, TextStyle};
    use egui::{Context, Galley, RawInput};

    const GARBAGE: FontFile = FontFile { family: "Vazirmatn", bytes: b"no font at all" };
    static SOME: [FontFile; 2] = [GARBAGE, PLEX];
    static NONE: [FontFile; 1] = [GARBAGE];

    fn set(fonts: &'static [FontFile]) -> Arc<Galley> {
        let (engine, ctx) = (TextEngine::with_fonts(fonts), Context::default());
        engine.install(&ctx);
        let mut galley = None;
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            engine.begin_pass(ui.ctx());
            galley = Some(engine.line(ui.ctx(), "كيدال (Kidal)", &TextStyle::new(16.0, 24.0)));
        });
        output.textures_delta.clear();
        galley.unwrap()
    }

    #[test]
    fn a_font_that_cannot_be_read_is_left_to_the_others() {
        let galley = set(&SOME);
        assert_eq!(galley.text(), "كيدال (Kidal)");
        assert!(galley.size().x > 40.0 && galley.num_vertices >= 4 * 10, "{:?}", galley.size());
    }

    #[test]
    fn without_any_font_nothing_is_seen_and_nothing_breaks() {
        let galley = set(&NONE);
        assert_eq!(galley.text(), "كيدال (Kidal)", "it is told all the same");
    }
}
