//! The field as the panels show it: what a screen reader is told, its buttons, its menu.

use egui::{Id, Rect, Role, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sahel_map::geodata::Lang;
use sahel_map::i18n::{Words, key};
use sahel_map::map::icons::Icon;
use sahel_map::map::kit::Kit;
use sahel_map::map::theme::Theme;
use sahel_map::panels::text_field::{FIELD_HEIGHT, TextField};
use sahel_map::state::Shade;
use sahel_map::text::TextEngine;

struct Panel {
    text: String,
    engine: TextEngine,
    words: Words,
    installed: bool,
    rect: Rect,
}

fn id() -> Id {
    Id::unique("search of the test")
}

fn open(lang: Lang, text: &str) -> Harness<'static, Panel> {
    let panel = Panel {
        text: text.to_owned(),
        engine: TextEngine::new(),
        words: Words::new(lang),
        installed: false,
        rect: Rect::from_min_size(pos2(20.0, 20.0), vec2(344.0, FIELD_HEIGHT)),
    };
    let theme = Theme::built_in(Shade::Light).unwrap();
    let mut harness = Harness::builder().with_size(Vec2::new(480.0, 420.0)).build_ui_state(
        move |ui, panel: &mut Panel| {
            if !std::mem::replace(&mut panel.installed, true) {
                panel.engine.install(ui.ctx());
            }
            panel.engine.begin_pass(ui.ctx());
            ui.ctx().all_styles_mut(|style| style.visuals.text_cursor.blink = false);
            let kit = Kit { text: &panel.engine, words: &panel.words, theme: &theme };
            let field = TextField::new(id(), &panel.text, "Search the map")
                .placeholder("A place")
                .icon(Icon::Place)
                .clearable()
                .show_in(ui, kit, panel.rect);
            if let Some(text) = field.changed {
                panel.text = text;
            }
        },
        panel,
    );
    harness.run();
    harness
}

#[test]
fn a_screen_reader_is_told_name_text_and_selection() {
    let mut harness = open(Lang::Ar, "كيدال");
    let field = harness.get_by_role(Role::TextInput);
    let node = field.accesskit_node();
    assert_eq!(node.label().as_deref(), Some("Search the map"));
    assert_eq!(node.value().as_deref(), Some("كيدال"));
    field.focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    let node = harness.get_by_role(Role::TextInput).accesskit_node();
    let selection = node.text_selection().unwrap();
    assert_eq!(selection.text(), "كيدال");
    let run = harness.get_by_role(Role::TextRun);
    assert_eq!(
        run.accesskit_node().data().text_direction(),
        Some(egui::accesskit::TextDirection::RightToLeft)
    );
}

#[test]
fn assistive_technology_can_write() {
    let mut harness = open(Lang::Fr, "");
    let field = harness.get_by_role(Role::TextInput);
    assert_eq!(field.accesskit_node().placeholder(), Some("A place"));
    field.focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("غاو");
    harness.run();
    assert_eq!(harness.state().text, "غاو");
}

#[test]
fn the_cross_empties_the_field_and_gives_it_the_focus() {
    for lang in [Lang::En, Lang::Ar] {
        let mut harness = open(lang, "Gao");
        let name = Words::new(lang).text(key::EDIT_CLEAR).into_owned();
        let cross = harness.get_by_role_and_label(Role::Button, &name);
        let at = cross.rect();
        assert_eq!(at.center().x < 192.0, lang == Lang::Ar, "at the end of reading");
        assert!(harness.state().rect.expand(1.0).contains_rect(at));
        cross.click();
        harness.run();
        assert_eq!(harness.state().text, "");
        assert!(harness.get_by_role(Role::TextInput).is_focused());
        assert!(harness.query_by_role_and_label(Role::Button, &name).is_none(), "nothing to empty");
    }
}

#[test]
fn the_menu_does_what_it_says() {
    let mut harness = open(Lang::En, "Gao");
    let item = |harness: &Harness<'_, Panel>, name: &str| {
        harness.get_by_role_and_label(Role::MenuItem, name).rect()
    };
    harness.get_by_role(Role::TextInput).click_secondary();
    harness.run();
    let node = harness.get_by_role_and_label(Role::MenuItem, "Copy");
    assert!(node.accesskit_node().is_disabled(), "nothing is selected");
    let (first, last) = (item(&harness, "Undo"), item(&harness, "Select all"));
    assert!(first.bottom() <= last.top() && (first.height() - 32.0).abs() < 0.01);
    harness.get_by_role_and_label(Role::MenuItem, "Select all").click();
    harness.run();
    assert!(harness.query_by_role(Role::MenuItem).is_none(), "it closes");
    assert!(harness.get_by_role(Role::TextInput).is_focused());
    harness.get_by_role(Role::TextInput).click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Delete").click();
    harness.run();
    assert_eq!(harness.state().text, "");
    harness.get_by_role(Role::TextInput).click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Undo").click();
    harness.run();
    assert_eq!(harness.state().text, "Gao");
}

#[test]
fn the_menu_is_in_every_language() {
    for lang in Lang::ALL {
        let mut harness = open(lang, "كيدال");
        harness.get_by_role(Role::TextInput).click_secondary();
        harness.run();
        let words = Words::new(lang);
        for key in [key::ACTION_UNDO, key::EDIT_CUT, key::EDIT_PASTE, key::EDIT_SELECT_ALL] {
            let rect = harness.get_by_role_and_label(Role::MenuItem, &words.text(key)).rect();
            assert!(Rect::from_min_size(pos2(0.0, 0.0), vec2(480.0, 420.0)).contains_rect(rect));
        }
    }
}
