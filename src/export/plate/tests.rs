//! Nothing on a plate overlaps or leaves the sheet, whatever its size, language and words.

use super::*;
use crate::dossier::{ClaimId, Dossier, Loaded, PlaceId};
use crate::geodata::Lang;
use crate::map::theme::Theme;
use crate::map::{Decoding, MapGeometry};
use crate::state::{Action, BriefingAction, Session, World, selectors, update};
use crate::text::TextEngine;
use egui::{Pos2, RawInput, Shape, ViewportId};
use std::sync::{Arc, LazyLock};

/// Sheets both ways, screens, squares, strips, and the smallest picture.
const SIZES: [[u32; 2]; 9] = [
    [1754, 1240],
    [2480, 3508],
    [1920, 1080],
    [3440, 1440],
    [1080, 1920],
    [900, 900],
    [64, 64],
    [4000, 400],
    [400, 4000],
];

/// By how much the pictures of glyphs may overlap, in points and in pixels.
const INK: f32 = 3.5;
const INK_PIXELS: f32 = 2.0;

/// A set text and where it is seen.
#[derive(Debug)]
struct Word {
    text: String,
    at: Rect,
}

/// The words of a plate that stand outside its map, the map, and the sheet.
struct Sheet {
    words: Vec<Word>,
    map: Rect,
    whole: Rect,
    /// By how much the pictures of glyphs may overlap, in points.
    ink: f32,
}

fn collect(shape: &Shape, clip: Rect, words: &mut Vec<Word>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, words)),
        Shape::Text(text) => {
            let at = text.visual_bounding_rect().intersect(clip);
            if at.is_positive() && !text.galley.text().is_empty() {
                words.push(Word { text: text.galley.text().to_owned(), at });
            }
        }
        _ => {}
    }
}

fn sheet(state: &AppState, geometry: &Arc<MapGeometry>, size: [u32; 2]) -> Sheet {
    let theme = Theme::built_in(selectors::shade(state)).unwrap();
    let words = state.session.words();
    let text = TextEngine::new();
    let ctx = egui::Context::default();
    text.install(&ctx);
    let mut painter =
        MapPainter::new(geometry.clone(), Decoding::Synchronous, Arc::new(|| {})).on_plate();
    let pixel = pixels_per_point(size);
    let whole = Rect::from_min_size(Pos2::ZERO, vec2(size[0] as f32, size[1] as f32) / pixel);
    let mut input = RawInput { screen_rect: Some(whole), ..Default::default() };
    input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(pixel);
    let mut map = Rect::NOTHING;
    let mut output = ctx.run_ui(input, |ui| {
        text.begin_pass(ui.ctx());
        let kit = Kit { text: &text, words: &words, theme: &theme };
        let scene = briefing::scene(state).map(briefing::destination);
        let looks = scene.unwrap_or_else(Destination::theatre);
        map = paint(ui, state, kit, &mut painter, looks).unwrap().rect;
    });
    // Nothing is drawn of it.
    output.textures_delta.clear();
    let mut found = Vec::new();
    for shape in output.shapes.iter().filter(|shape| !is_of_map(shape.clip_rect, map)) {
        collect(&shape.shape, shape.clip_rect, &mut found);
    }
    // The north arrow stands on the map.
    found.retain(|word| !map.contains_rect(word.at));
    Sheet { words: found, map, whole, ink: INK.max(INK_PIXELS / pixel) }
}

fn is_of_map(clip: Rect, map: Rect) -> bool {
    map.expand(1.0).contains_rect(clip)
}

#[track_caller]
fn check(state: &AppState, geometry: &Arc<MapGeometry>, size: [u32; 2]) {
    let Sheet { words, map, whole, ink } = sheet(state, geometry, size);
    let said =
        format!("{size:?} {:?} {:?}", state.session.lang, title(state, &state.session.words()));
    assert!(
        whole.contains_rect(map) && map.width() > 100.0 && map.height() > 100.0,
        "{said}: {map}"
    );
    assert!(words.len() > 8, "{said}: {} words", words.len());
    let is_apart = |a: Rect, b: Rect| {
        let common = a.intersect(b);
        // The picture of a glyph is a little larger than the glyph.
        common.width() < ink || common.height() < ink
    };
    for (index, word) in words.iter().enumerate() {
        assert!(whole.expand(ink).contains_rect(word.at), "{said}: leaves the sheet: {word:?}");
        assert!(is_apart(word.at, map), "{said}: on the map {map}: {word:?}");
        for other in words.iter().skip(index + 1) {
            assert!(is_apart(word.at, other.at), "{said}: {word:?} overlaps {other:?}");
        }
    }
}

/// The dossier with a title that is far too long in every language.
fn long_worded() -> Loaded {
    let mut loaded = Dossier::built_in().unwrap();
    loaded.dossier.title = crate::geodata::Names {
        ar: "كابوس ".repeat(334),
        fr: "cauchemar ".repeat(200),
        en: "nightmare ".repeat(200),
    };
    if let Some(scene) = loaded.dossier.scenes.first_mut() {
        scene.title = loaded.dossier.title.clone();
    }
    loaded
}

static WORLDS: LazyLock<[(Arc<World>, Arc<MapGeometry>); 2]> = LazyLock::new(|| {
    [Dossier::built_in().unwrap(), long_worded()].map(|loaded| {
        let world = World::new(loaded).unwrap();
        let geometry = Arc::new(MapGeometry::new(&world).unwrap());
        (Arc::new(world), geometry)
    })
});

#[test]
fn nothing_overlaps_at_any_size_in_any_language() {
    let (world, geometry) = &WORLDS[0];
    for lang in Lang::ALL {
        let state = AppState::new(world.clone(), Session::in_language(lang));
        for size in SIZES {
            check(&state, geometry, size);
        }
    }
}

#[test]
fn a_title_of_two_thousand_letters_is_cut_and_nothing_else_suffers() {
    let (world, geometry) = &WORLDS[1];
    for lang in Lang::ALL {
        let mut state = AppState::new(world.clone(), Session::in_language(lang));
        update(&mut state, Action::ClearSelection);
        assert!(title(&state, &state.session.words()).chars().count() >= 2000);
        for size in [[1754, 1240], [1240, 1754], [400, 4000]] {
            check(&state, geometry, size);
        }
        update(&mut state, Action::Briefing(BriefingAction::Start));
        check(&state, geometry, [1754, 1240]);
    }
}

#[test]
fn scenes_have_room_for_their_words() {
    let (world, geometry) = &WORLDS[0];
    for lang in Lang::ALL {
        let mut state = AppState::new(world.clone(), Session::in_language(lang));
        update(&mut state, Action::Briefing(BriefingAction::Start));
        for scene in 0..world.dossier.scenes.len() {
            update(&mut state, Action::Briefing(BriefingAction::Show(scene)));
            for size in [[1754, 1240], [1240, 1754]] {
                check(&state, geometry, size);
            }
        }
    }
}

#[test]
fn a_claim_that_is_shown_is_said_and_a_place_has_its_row() {
    let (world, geometry) = &WORLDS[0];
    let claim = &world.dossier.claims.iter().find(|claim| claim.quote.contains("12")).unwrap();
    let id: ClaimId = claim.id.clone();
    for lang in Lang::ALL {
        let mut state = AppState::new(world.clone(), Session::in_language(lang));
        update(&mut state, Action::Select(PlaceId::new("kidal").unwrap()));
        let kidal = title(&state, &state.session.words());
        for size in [[1754, 1240], [1240, 1754]] {
            let said = |state: &AppState| sheet(state, geometry, size).words;
            let has =
                |words: &[Word], text: &str| words.iter().any(|word| word.text.contains(text));
            state.session.claim = None;
            let words = said(&state);
            assert!(!has(&words, &claim.quote));
            assert!(
                words.iter().filter(|word| word.text.contains(&kidal)).count() >= 3,
                "{words:#?}"
            );
            state.session.claim = Some(id.clone());
            assert!(has(&said(&state), &claim.quote), "{lang:?} {size:?}");
            check(&state, geometry, size);
        }
    }
}
