//! Whether letters have the shapes and widths that the fonts give them.

use egui::epaint::text::Glyph;
use sahel_map::text::TextStyle;
use sha2::{Digest as _, Sha256};

use super::{BODY, P6, P6_FR, P8, Screen, lefts, painted, rows};

/// First word and width.
type Line = (&'static str, f32);

/// Sums of the advances and numbers of the glyphs by `HarfBuzz` 15.0.0 (uharfbuzz 0.57.0) for
/// `Vazirmatn-wght.ttf`, in units of 1/2048 em: each stretch of figures shaped left to right, each
/// stretch between them right to left with script `Arab` (French: `Latn`, left to right), language
/// `en`, variation `wght` as given, default features.
#[test]
fn advances_are_those_of_harfbuzz() {
    let screen = Screen::new();
    for (text, weight, units, glyphs) in [
        (P6, 400.0, 102_633.0, 116),
        (P6, 700.0, 104_352.0, 116),
        (P8, 400.0, 237_683.0, 279),
        (P8, 700.0, 241_693.0, 279),
        (P6_FR, 400.0, 124_090.0, 138),
        (P6_FR, 700.0, 125_372.0, 138),
    ] {
        let galley = screen.pass(|engine, ctx| engine.line(ctx, text, &BODY.weight(weight)));
        let expected = units * 16.0 / 2048.0;
        let advance = galley.rows[0].size.x;
        assert!((advance - expected).abs() < 0.1, "{advance} instead of {expected}: {text}");
        assert_eq!(painted(&galley), glyphs, "{text}");
    }
}

/// First word and width in pixels (without the space at its end) of each line. Made by filling
/// lines with words as long as `HarfBuzz`, called as above on the whole line, finds them at most as
/// wide as the room; these texts break at spaces only.
#[test]
fn lines_break_where_harfbuzz_says() {
    let screen = Screen::new();
    let golden: [(&str, f32, &[Line]); 6] = [
        (
            P6,
            260.0,
            &[
                ("وعلى", 243.47),
                ("التكتيكية،", 256.56),
                ("الاستراتيجية", 226.53),
                ("المتصاعد.", 62.37),
            ],
        ),
        (P6, 380.0, &[("وعلى", 338.20), ("استعادة", 350.62), ("العنف", 104.40)]),
        (
            P8,
            380.0,
            &[
                ("في", 349.84),
                ("والمعروف", 354.44),
                ("كمينًا", 371.95),
                ("الحدودية،", 345.52),
                ("معركة", 358.80),
                ("الماليين.", 54.88),
            ],
        ),
        (P8, 520.0, &[("في", 487.96), ("الاستراتيجي", 503.39), ("بلدة", 519.52), ("أسفرت", 333.14)]),
        (
            P6_FR,
            260.0,
            &[
                ("Et", 201.66),
                ("tactiques,", 219.38),
                ("Kidal,", 212.95),
                ("parvenue", 255.10),
                ("violence.", 63.18),
            ],
        ),
        (P6_FR, 520.0, &[("Et", 508.43), ("stratégie", 456.73)]),
    ];
    for (text, width, lines) in golden {
        let galley = screen.paragraph(text, &BODY, width);
        assert_eq!(galley.rows.len(), lines.len(), "{width}: {:?}", rows(&galley));
        for (row, (first_word, line_width)) in galley.rows.iter().zip(lines) {
            assert_eq!(row.text().split(' ').next(), Some(*first_word));
            let letters = row.text().trim_end().chars().count();
            let seen = row.glyphs[..letters].iter();
            let left = seen.clone().map(|glyph| glyph.pos.x).reduce(f32::min).unwrap();
            let right = seen.map(Glyph::max_x).reduce(f32::max).unwrap();
            assert!((right - left - line_width).abs() < 0.1, "{} {line_width}", right - left);
        }
    }
}

#[test]
fn lam_and_alef_are_one_glyph_and_two_letters() {
    let galley = Screen::new().line("لا");
    assert_eq!(painted(&galley), 1);
    let [lam, alef] = lefts(&galley, ['ل', 'ا']);
    assert!(alef < lam);
    assert_eq!(galley.rows[0].glyphs.len(), 2);
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
    let mut bytes = 0;
    for file in ["Vazirmatn-wght.ttf", "IBMPlexSansArabic-Regular.ttf"] {
        let font = std::fs::read(format!("{folder}/{file}")).unwrap();
        bytes += font.len();
        let sha256 = format!("{:x}", Sha256::digest(&font));
        let line = list.lines().find(|line| line.contains(&format!("`{file}`"))).unwrap();
        assert!(line.contains(&sha256), "{file} is {sha256}");
    }
    assert!(bytes <= 600_000, "{bytes}");
}
