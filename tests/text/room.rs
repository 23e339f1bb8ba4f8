//! Whether a text keeps to its side, and to the room it has.

use sahel_map::text::{Align, Direction, TextStyle, ltr};

use super::{BODY, P6, P6_FR, P8, Screen, lefts, rows};

#[test]
fn a_paragraph_stands_on_its_side() {
    let screen = Screen::new();
    let edges = |text: &str, style: TextStyle| {
        let galley = screen.paragraph(text, &style, 300.0);
        assert_eq!(galley.size().x, 300.0);
        (galley.mesh_bounds.left(), 300.0 - galley.mesh_bounds.right())
    };
    for style in [BODY, BODY.balanced()] {
        let (left, right) = edges("كيدال", style);
        assert!(left > 200.0 && (-1.0..3.0).contains(&right), "{left} {right}");
        let (left, right) = edges("Kidal", style);
        assert!((-1.0..3.0).contains(&left) && right > 200.0);
        let (left, right) = edges("كيدال", style.align(Align::End));
        assert!((-1.0..3.0).contains(&left) && right > 200.0);
        let (left, right) = edges("كيدال", style.align(Align::Center));
        assert!((left - right).abs() < 6.0 && left > 100.0);
        let (left, right) = edges("18.44", style.direction(Direction::Rtl));
        assert!(left > 200.0 && (-1.0..3.0).contains(&right));
    }
    let (_, right) = edges(P6, BODY.balanced());
    assert!((-1.0..3.0).contains(&right), "balanced Arabic keeps to the right: {right}");
}

#[test]
fn balanced_lines_are_about_equal_and_no_more() {
    let screen = Screen::new();
    let widths = |style: &TextStyle| -> Vec<f32> {
        let galley =
            screen.paragraph("أمريكا تدعم جهود مكافحة الإرهاب في غرب إفريقيا اليوم", style, 300.0);
        galley.rows.iter().map(|row| row.visuals.mesh_bounds.width()).collect()
    };
    let (full, balanced) = (widths(&BODY), widths(&BODY.balanced()));
    assert_eq!((full.len(), balanced.len()), (2, 2));
    assert!((balanced[0] - balanced[1]).abs() < (full[0] - full[1]).abs() / 2.0);
}

#[test]
fn what_does_not_fit_ends_in_an_ellipsis() {
    let screen = Screen::new();
    for (text, width) in [(P6, 200.0), (P6_FR, 200.0), (P8, 90.0)] {
        let galley = screen.pass(|engine, ctx| engine.ellipsized(ctx, text, &BODY, width));
        assert!(galley.size().x <= width && galley.size().x > width - 20.0, "{:?}", galley.size());
        assert_eq!((galley.rows.len(), galley.elided), (1, true));
        assert_eq!(galley.text(), text, "told whole");
        let seen = galley.rows[0].text();
        assert!(text.starts_with(seen.trim_end_matches('…').trim_end()), "{seen}");
        let [ellipsis] = lefts(&galley, ['…']);
        let others = galley.rows[0].glyphs.iter().filter(|glyph| glyph.chr != '…');
        let arabic = text != P6_FR;
        assert!(others.clone().all(|glyph| (ellipsis < glyph.pos.x) == arabic), "at the end");
    }
    let whole = screen.pass(|engine, ctx| engine.ellipsized(ctx, "كيدال", &BODY, 200.0));
    assert_eq!(whole, screen.line("كيدال"));
}

#[test]
fn a_paragraph_of_limited_height_is_cut_on_its_last_line() {
    let screen = Screen::new();
    let cut = screen.pass(|engine, ctx| engine.paragraph(ctx, P8, &BODY, 380.0, Some(2)));
    let whole = screen.paragraph(P8, &BODY, 380.0);
    assert_eq!((cut.rows.len(), cut.size().x), (2, 380.0));
    assert_eq!(cut.rows[0].text(), whole.rows[0].text());
    assert!(cut.rows[1].text().ends_with('…'));
    assert!(cut.rows[1].text().chars().count() > 40, "as much as there is room for");
    let enough = screen.pass(|engine, ctx| engine.paragraph(ctx, P8, &BODY, 380.0, Some(9)));
    assert_eq!(rows(&enough), rows(&whole));
    assert!(!enough.elided);
}

#[test]
fn an_isolate_that_is_cut_is_closed_before_the_ellipsis() {
    let screen = Screen::new();
    let text = format!("عند {}", ltr("18.44345° N, 1.40921° E, 285 m"));
    let galley = screen.pass(|engine, ctx| engine.ellipsized(ctx, &text, &BODY, 140.0));
    let [ellipsis, first] = lefts(&galley, ['…', '1']);
    assert!(ellipsis < first, "the line ends at its left");
}

#[test]
fn an_empty_text_is_not_cut() {
    let screen = Screen::new();
    for direction in [Direction::Auto, Direction::Ltr, Direction::Rtl] {
        let style = BODY.direction(direction);
        let line = screen.pass(|engine, ctx| engine.ellipsized(ctx, "", &style, 0.0));
        assert_eq!((line.text(), super::painted(&line)), ("", 0), "{direction:?}");
    }
}
