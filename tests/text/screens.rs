//! Whether text stays right when the screen changes.

use std::sync::Arc;

use egui::{Galley, ViewportId, ViewportInfo};
use sahel_map::dossier::Dossier;
use sahel_map::text::{TextEngine, TextStyle};

use super::{BODY, P6, P8, Screen, pixels, rows};

#[test]
fn a_cleared_atlas_is_noticed() {
    let mut screen = Screen::new();
    let ask = |screen: &Screen| {
        screen.pass(|engine, ctx| {
            let set = engine.halo(ctx, "كيدال 12 Kidal", &BODY, 2.5, None);
            let seen = (pixels(ctx, &set.fill), pixels(ctx, &set.halo));
            (set, seen)
        })
    };
    let (first, seen) = ask(&screen);
    assert!(seen.0.iter().flatten().any(|pixel| pixel.a() > 200), "there is ink");
    let (again, _) = ask(&screen);
    assert!(Arc::ptr_eq(&first.fill, &again.fill), "set once");
    // Another limit for textures makes egui begin a new atlas; other text takes the first places.
    screen.input.max_texture_side = Some(4096);
    let stale = screen.pass(|engine, ctx| {
        let _ = engine.paragraph(ctx, P8, &BODY, 300.0, None);
        pixels(ctx, &first.fill)
    });
    assert_ne!(stale, seen.0, "the old galley shows other letters now");
    let (new, seen_again) = ask(&screen);
    assert!(!Arc::ptr_eq(&first.fill, &new.fill));
    assert_eq!(seen_again, seen);
}

#[test]
fn text_follows_the_scale_of_the_screen() {
    let mut screen = Screen::new();
    let reference = screen.paragraph(P6, &BODY, 380.0);
    let spaces = P6.chars().filter(|c| c.is_whitespace()).count();
    for scale in [1.25, 1.5, 2.0, 3.0, 1.0] {
        screen.scale(scale);
        let galley = screen.paragraph(P6, &BODY, 380.0);
        assert_eq!(galley.pixels_per_point, scale);
        assert_eq!(rows(&galley), rows(&reference), "{scale}");
        assert!((galley.size() - reference.size()).length() < 1.0);
        for vertex in galley.rows.iter().flat_map(|row| &row.visuals.mesh.vertices) {
            let pixel = vertex.pos * scale;
            assert!((pixel - pixel.round()).length() < 0.01, "sharp at {scale}: {pixel:?}");
        }
        let glyphs =
            screen.pass(|engine, ctx| pixels(ctx, &engine.paragraph(ctx, P6, &BODY, 380.0, None)));
        let inked = glyphs.iter().filter(|glyph| glyph.iter().any(|pixel| pixel.a() > 100));
        assert_eq!(inked.count(), glyphs.len() - spaces, "no glyph is blank at {scale}");
    }
}

#[test]
fn every_excerpt_breaks_alike_at_every_scale() {
    let dossier = Dossier::built_in().unwrap().dossier;
    let mut screen = Screen::new();
    for excerpt in &dossier.excerpts {
        for text in [excerpt.text(), excerpt.translation.fr.clone()] {
            screen.scale(1.0);
            let reference = rows(&screen.paragraph(&text, &BODY, 360.0));
            for scale in [1.25, 1.5, 2.0, 3.0] {
                screen.scale(scale);
                assert_eq!(rows(&screen.paragraph(&text, &BODY, 360.0)), reference, "{scale}");
            }
        }
    }
}

#[test]
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is of one lifetime only"
)]
fn a_full_atlas_is_begun_anew() {
    let screen = Screen::new();
    let seen =
        || screen.pass(|engine, ctx| pixels(ctx, &engine.paragraph(ctx, P6, &BODY, 380.0, None)));
    let before = seen();
    let mut fill = 0.0;
    let emptied = (0..400).any(|number| {
        let style = TextStyle::new(150.0 + number as f32, 600.0);
        let now = screen.pass(|engine, ctx| {
            let _ = engine.line(ctx, P6, &style);
            ctx.fonts(|fonts| fonts.font_atlas_fill_ratio())
        });
        std::mem::replace(&mut fill, now) > now
    });
    assert!(emptied, "{fill}");
    assert!(seen() == before, "other pixels than before");
}

#[test]
fn two_windows_of_one_context_have_scales_of_their_own() {
    let alone = [1.0, 2.0].map(|scale| {
        let mut screen = Screen::new();
        screen.scale(scale);
        screen.pass(|engine, ctx| pixels(ctx, &engine.paragraph(ctx, P6, &BODY, 380.0, None)))
    });
    let mut screen = Screen::new();
    let other = ViewportId::from_hash_of("the other window");
    let info = ViewportInfo { native_pixels_per_point: Some(2.0), ..ViewportInfo::default() };
    screen.input.viewports.insert(other, info);
    let mut set: [Option<Arc<Galley>>; 2] = [None, None];
    for round in 0..4 {
        for (window, id) in [ViewportId::ROOT, other].into_iter().enumerate() {
            screen.input.viewport_id = id;
            let (galley, seen) = screen.pass(|engine, ctx| {
                let galley = engine.paragraph(ctx, P6, &BODY, 380.0, None);
                (Arc::clone(&galley), pixels(ctx, &galley))
            });
            assert_eq!(galley.pixels_per_point, [1.0, 2.0][window]);
            assert!(seen == alone[window], "window {window} in round {round}");
            let old = set[window].replace(Arc::clone(&galley));
            let kept = old.is_some_and(|old| Arc::ptr_eq(&old, &galley));
            assert_eq!(kept, round > 1 || (round == 1 && window == 1), "set once a window");
        }
    }
}

#[test]
fn texts_are_forgotten_when_nobody_asks_for_them() {
    let screen = Screen::new();
    for n in 0..10 {
        screen.line(&format!("مدينة {n}"));
    }
    screen.pass(|engine, ctx| assert_eq!(engine.cached_texts(ctx), 10));
    for _ in 0..200 {
        screen.line("كيدال");
    }
    screen.pass(|engine, ctx| assert_eq!(engine.cached_texts(ctx), 1));
}

#[test]
fn one_engine_serves_two_screens_and_two_engines_one() {
    let window = Screen::new();
    let mut picture = Screen::with(window.engine.clone());
    picture.scale(2.0);
    let seen = |screen: &Screen, text: &str| {
        screen.pass(|engine, ctx| pixels(ctx, &engine.line(ctx, text, &BODY)))
    };
    let at_first = seen(&window, "كيدال");
    seen(&picture, "Tinzaouaten");
    picture.scale(1.0);
    assert_eq!(seen(&picture, "كيدال"), at_first);
    assert_eq!(seen(&window, "كيدال"), at_first);

    let other = TextEngine::new();
    other.install(&window.ctx);
    let both = window.pass(|engine, ctx| {
        let galleys = [engine, &other].map(|engine| engine.line(ctx, "كيدال", &BODY));
        galleys.map(|galley| pixels(ctx, &galley))
    });
    assert_eq!(both, [at_first.clone(), at_first]);
}
