//! Whether a text that nobody meant to be read is set all the same.

use egui::pos2;
use sahel_map::text::{RichText, Span, TextEngine};

use super::{BODY, Screen};

#[test]
fn odd_input_is_set_somehow() {
    let screen = Screen::new();
    let texts = [
        "",
        " ",
        "\n",
        "\n\n",
        "a\nb",
        "\u{2066}\u{2067}\u{2068}",
        "كيدال\u{2069}\u{2069}",
        "\u{0}\u{1}\t\u{7f}",
        "\u{064B}",
        "ل\u{200D}",
        "\u{FFFD}\u{E000}\u{10FFFF}",
        "كيد\u{FFFD}\u{FFFD}ال",
        "👩\u{200D}👩\u{200D}👧",
        "a\u{301}\u{301}\u{301}",
    ];
    for text in texts {
        for width in [0.0, -5.0, 1.0, 300.0, f32::NAN, f32::INFINITY] {
            screen.pass(|engine, ctx| {
                assert_eq!(engine.line(ctx, text, &BODY).text(), text);
                let _ = engine.paragraph(ctx, text, &BODY.balanced(), width, None);
                let _ = engine.paragraph(ctx, text, &BODY, width, Some(0));
                let _ = engine.ellipsized(ctx, text, &BODY, width);
                let _ = engine.halo(ctx, text, &BODY, width, Some(width));
                let spans = vec![Span { range: 1..2, weight: Some(700.0), ..Span::default() }];
                let rich = RichText { text: text.to_owned(), spans };
                let _ = engine.rich(ctx, &rich, &BODY, Some(width)).rects(0..text.len());
            });
        }
    }
}

#[test]
fn long_and_strange_texts_are_set() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    let texts = [
        ("10 MB of words", many("كيدال Kidal 12، ", 10 << 16)),
        ("10 MB without a space", many("كيدال", 1 << 20)),
        ("10 MB of newlines", many("\n", 10 << 20)),
        ("control characters", (0..0x20).cycle().take(20_000).map(|c: u8| char::from(c)).collect()),
        ("halves of surrogates", String::from_utf16_lossy(&[0xD83D, 0x0643].repeat(10_000))),
        ("isolates never closed", many("كيدال \u{2067}Gao \u{2066}", 10_000)),
        ("isolates never opened", many("كيدال \u{2069}", 10_000)),
        ("embeddings never closed", many("a\u{202B}ب\u{202A}", 10_000)),
        ("brackets never closed", many("(ا[a", 10_000)),
        ("10,000 marks", format!("كيد{}ال", many("\u{64E}\u{651}", 5_000))),
        ("10,000 marks of Latin", format!("Kid{}al", many("\u{301}\u{327}", 5_000))),
    ];
    let screen = Screen::new();
    for (name, text) in texts {
        let set = screen.pass(|engine, ctx| engine.plain(ctx, &text, &BODY, Some(300.0)));
        let line = screen.pass(|engine, ctx| engine.ellipsized(ctx, &text, &BODY, 300.0));
        assert!(line.size().x <= 300.5, "{name}");
        // A letter is not broken, however many marks it has.
        assert!(set.galley.size().x == 300.0 || name.contains("marks"), "{name}");
        for row in set.galley.rows.iter().step_by(1 + set.galley.rows.len() / 5) {
            let point = pos2(120.0, row.pos.y + 14.0);
            let caret = set.caret_rect(set.byte_at(point));
            let room = -1.0..=set.galley.size().x + 1.0;
            assert!(caret.is_finite() && room.contains(&caret.left()), "{name}: {caret}");
            let word = set.word_at(point);
            assert!(text.get(word.clone()).is_some() || word.end > 100_000, "{name}: {word:?}");
            let _ = set.rects(word);
        }
    }
}

#[test]
fn an_engine_goes_on_after_a_text_that_it_could_not_show() {
    let screen = Screen::new();
    let before = screen.line("كيدال 12");
    screen.line(&"\u{64E}".repeat(10_000));
    assert_eq!(screen.line("كيدال 12").size(), before.size());
    let fresh = Screen::with(TextEngine::new()).line("كيدال 12");
    assert_eq!(fresh.size(), before.size());
}
