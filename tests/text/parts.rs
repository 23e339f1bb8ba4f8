//! Whether what surrounds a text and what is found in it is where its letters are.

use egui::{Color32, Galley};
use egui_kittest::kittest::Queryable as _;
use sahel_map::text::{RichText, TextEngine, label, optical_center};

use super::{BODY, P8, Screen, painted};

#[test]
fn a_halo_has_the_size_of_its_text_and_surrounds_it() {
    let screen = Screen::new();
    let set = screen.pass(|engine, ctx| engine.halo(ctx, "كيدال Kidal", &BODY, 3.0, None));
    assert_eq!(set.halo.size(), set.fill.size());
    assert_eq!(set.halo.rows[0].size, set.fill.rows[0].size);
    assert_eq!(painted(&set.halo), painted(&set.fill));
    let (halo, fill) = (set.halo.mesh_bounds, set.fill.mesh_bounds);
    let margins = [
        fill.left() - halo.left(),
        halo.right() - fill.right(),
        fill.top() - halo.top(),
        halo.bottom() - fill.bottom(),
    ];
    assert!(margins.iter().all(|margin| (2.0..=4.0).contains(margin)), "{margins:?}");
    let colored = screen
        .pass(|engine, ctx| engine.halo(ctx, "Kidal", &BODY.color(Color32::RED), 3.0, Some(200.0)));
    let color = |galley: &Galley| galley.rows[0].visuals.mesh.vertices[0].color;
    assert_eq!(color(&colored.fill), Color32::RED);
    assert_eq!(color(&colored.halo), Color32::PLACEHOLDER, "the painter gives the halo's colour");
}

#[test]
fn a_coloured_part_does_not_tear_the_word() {
    let screen = Screen::new();
    let text = "لمرتزقة فاغنر";
    let part = 4..8;
    let rich = RichText::new(text).colored(part.clone(), Color32::RED);
    let set = screen.pass(|engine, ctx| engine.rich(ctx, &rich, &BODY, Some(300.0)));
    let plain = screen.paragraph(text, &BODY, 300.0);
    let corners = |galley: &Galley| -> Vec<_> {
        galley.rows[0].visuals.mesh.vertices.iter().map(|vertex| vertex.pos).collect()
    };
    assert_eq!(corners(&set.galley), corners(&plain));
    let vertices = &set.galley.rows[0].visuals.mesh.vertices;
    let red = vertices.iter().filter(|vertex| vertex.color == Color32::RED);
    assert_eq!(red.clone().count(), 8, "two letters");
    let rects = set.rects(part);
    assert_eq!(rects.len(), 1);
    assert!(red.map(|vertex| vertex.pos).all(|pos| rects[0].expand(3.0).contains(pos)));
}

#[test]
fn a_range_has_a_rectangle_for_each_line_and_direction() {
    let screen = Screen::new();
    let rich = RichText::new(P8).weighted(0..4, 700.0);
    let set = screen.pass(|engine, ctx| engine.rich(ctx, &rich, &BODY, Some(380.0)));
    let all = set.rects(0..P8.len());
    assert_eq!(all.len(), set.galley.rows.len());
    for (rect, row) in all.iter().zip(&set.galley.rows) {
        assert!((rect.top() - row.pos.y).abs() < 0.01 && (rect.height() - 28.0).abs() < 0.01);
    }
    let end = P8.find("2024").unwrap() + 2;
    let until_20 = set.rects(0..end);
    assert_eq!(until_20.len(), 2, "the words at the right, and 20 at the left of 2024");
    assert!(until_20.iter().all(|rect| rect.top() == 0.0));
    assert!(set.rects(3..3).is_empty() && set.rects(9_000..9_001).is_empty());
}

#[test]
fn a_label_is_found_by_its_logical_text() {
    let engine = TextEngine::new();
    let text = "كيدال (Kidal)، 12 ميلاً";
    let mut harness = egui_kittest::Harness::new_ui(move |ui| {
        let galley = engine.paragraph(ui.ctx(), text, &BODY, 90.0, None);
        label(ui, galley, Color32::BLACK);
    });
    harness.run();
    let rect = harness.get_by_label(text).rect();
    assert_eq!((rect.width(), rect.height()), (90.0, 84.0));
}

#[test]
fn the_middle_of_the_letters_is_known() {
    let screen = Screen::new();
    for (text, letter) in [("H", 'H'), ("ا", 'ا')] {
        let galley = screen.line(text);
        let center = optical_center(&galley);
        let ink = galley.mesh_bounds.center().y;
        assert!((center - ink).abs() < 1.0, "{letter}: {center} {ink}");
    }
    assert!(optical_center(&screen.line("")) > 0.0);
}
