//! The marks around the words: isolates that close, French spaces, and letters the fonts have.

use crate::catalogue::messages;
use sahel_map::geodata::Lang;
use skrifa::{FontRef, MetadataProvider};

/// Each pattern's text in one piece: literals of a message follow each other in its order.
fn texts(lang: Lang) -> impl Iterator<Item = (String, String)> {
    messages(lang).into_iter().map(|(key, message)| {
        let text = message.texts.concat();
        (key, unescaped(&text))
    })
}

/// Fluent's `\u2066` as the character it stands for.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split("\\u");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_at(4);
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

#[test]
fn every_isolate_is_closed() {
    for lang in Lang::ALL {
        for (key, text) in texts(lang) {
            let mut open = 0;
            for c in text.chars() {
                match c {
                    '\u{2066}'..='\u{2068}' => open += 1,
                    '\u{2069}' => open -= 1,
                    _ => {}
                }
                assert!(open >= 0, "{}: `{key}` closes what it did not open", lang.code());
            }
            assert_eq!(open, 0, "{}: `{key}` leaves an isolate open", lang.code());
        }
    }
}

#[test]
fn french_double_marks_never_begin_a_line() {
    for (key, text) in texts(Lang::Fr) {
        for loose in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!text.contains(loose), "fr: `{key}` has a plain space in `{loose}`");
        }
    }
}

#[test]
fn apostrophes_and_quotation_marks_are_of_typesetting() {
    for lang in Lang::ALL {
        for (key, text) in texts(lang) {
            assert!(!text.contains(['\'', '"', '`']), "{}: `{key}`: {text}", lang.code());
            assert!(!text.contains("..."), "{}: `{key}`: {text}", lang.code());
        }
    }
}

/// Shaping draws nothing for these; a font need not have them.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2066}'..='\u{2069}' | '\u{A0}' | '\u{202F}')
}

#[test]
fn the_fonts_have_every_letter() {
    let font = |name: &str| {
        std::fs::read(format!("{}/assets/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let files = [font("Vazirmatn-wght.ttf"), font("IBMPlexSansArabic-Regular.ttf")];
    let fonts: Vec<_> = files.iter().map(|file| FontRef::new(file).unwrap().charmap()).collect();
    for lang in Lang::ALL {
        for (key, text) in texts(lang) {
            for c in text.chars().filter(|c| !is_invisible(*c)) {
                let there = fonts.iter().any(|font| font.map(c).is_some());
                assert!(there, "{}: `{key}`: no font has {c:?}", lang.code());
            }
        }
    }
}
