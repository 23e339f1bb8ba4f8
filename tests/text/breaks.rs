//! Whether the space at which a line is broken stands past the last word of the line, whatever the
//! direction of that word is.

use egui::epaint::text::PlacedRow;
use egui::pos2;
use sahel_map::text::{Align, RichText, TextStyle, ltr};

use super::{BODY, Screen, drawn};

/// Several words of the other direction in a row: bare, and as an isolate.
fn texts() -> [String; 3] {
    [
        "قالت صحيفة Le Monde des Livres du Sahel إن بلدة Tin Zaouatine قريبة من الحدود".to_owned(),
        format!("تقع كيدال عند {} من جهة الشمال", ltr("18.4435° N and then 1.4092° E")),
        "Le nom الإطار الاستراتيجي للدفاع عن شعب أزواد est celui de la coalition".to_owned(),
    ]
}

/// Left and right edge of the words of a row.
fn edges(row: &PlacedRow) -> (f32, f32) {
    let glyphs = row.glyphs.iter().filter(|glyph| !glyph.chr.is_whitespace());
    let seen = glyphs.filter(|glyph| glyph.advance_width > 0.0);
    seen.fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), glyph| {
        (left.min(glyph.pos.x), right.max(glyph.max_x()))
    })
}

#[test]
fn lines_end_where_their_last_word_ends() {
    let screen = Screen::new();
    for text in texts() {
        let rtl = !text.starts_with('L');
        for width in (110..300).map(|width| width as f32) {
            for (align, left_share) in [
                (Align::Start, f32::from(rtl)),
                (Align::Center, 0.5),
                (Align::End, f32::from(!rtl)),
            ] {
                let galley = screen.paragraph(&text, &BODY.align(align), width);
                for (number, row) in galley.rows.iter().enumerate() {
                    let chars: Vec<char> = row.glyphs.iter().map(|glyph| glyph.chr).collect();
                    let order = drawn(&galley, number);
                    let last = if rtl { order.first() } else { order.last() };
                    let ends_in_space = number + 1 < galley.rows.len();
                    assert_eq!(chars[*last.unwrap()] == ' ', ends_in_space, "{width}: {chars:?}");

                    let (left, right) = edges(row);
                    let spare = width - (right - left);
                    assert!((left - left_share * spare).abs() < 0.1, "{align:?} {width}: {left}");
                    for glyph in row.visuals.mesh.vertices.chunks_exact(4) {
                        let (ink_left, ink_right) = (glyph[0].pos.x, glyph[3].pos.x);
                        // A space is one clear pixel.
                        let is_space = ink_right - ink_left <= 1.0;
                        let inside = ink_left > left - 3.0 && ink_right < right + 3.0;
                        assert!(is_space || inside, "{width}: {ink_left} to {ink_right}");
                    }
                }
                assert_eq!(galley.size().x, width, "no wider than its room");
            }
        }
    }
}

#[test]
fn words_are_found_where_they_are_seen() {
    let screen = Screen::new();
    for text in texts() {
        for width in [90.0, 150.0, 200.0] {
            let rich = RichText::new(text.as_str());
            let set = screen.pass(|engine, ctx| engine.rich(ctx, &rich, &BODY, Some(width)));
            assert_eq!(set.rects(0..text.len()).len(), set.galley.rows.len());
            let mut start = 0;
            for word in text.split(' ') {
                let range = start..start + word.len();
                start = range.end + 1;
                let letters = word.trim_matches(|c: char| !c.is_alphabetic());
                let Some(at) = word.find(letters).filter(|_| letters.chars().count() > 1) else {
                    continue;
                };
                let letters = range.start + at..range.start + at + letters.len();
                let [rect] = set.rects(letters.clone())[..] else { continue };
                assert_eq!(set.word_at(rect.center()), letters, "{width}: `{word}`");
                for byte in [letters.start, letters.end] {
                    let caret = set.caret_rect(byte);
                    assert!(rect.y_range().contains(caret.center().y) || byte == letters.end);
                }
                let first = pos2(set.caret_rect(letters.start).center().x, rect.center().y);
                assert!((first.x - rect.left()).abs().min((first.x - rect.right()).abs()) < 0.1);
            }
        }
    }
}

#[test]
fn what_just_fits_is_not_cut() {
    let screen = Screen::new();
    for text in texts() {
        for width in [120.0, 151.0, 200.0, 237.0] {
            let lines = screen.paragraph(&text, &BODY, width).rows.len();
            let cut = screen.pass(|e, ctx| e.paragraph(ctx, &text, &BODY, width, Some(lines)));
            assert!(!cut.elided, "{width}");
            let balanced: TextStyle = BODY.balanced();
            assert_eq!(screen.paragraph(&text, &balanced, width).rows.len(), lines);
        }
    }
}
