//! The article's tab: its words, where their names lead, and what is found in them.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::dossier::{Excerpt, PlaceId};
use sahel_map::geodata::Lang;
use sahel_map::state::{ArticleView, PanelTab, Session};

const CTRL: Modifiers = Modifiers { command: true, ..Modifiers::CTRL };

/// The tab's name, that of the places, and how the source is told.
const TABS: [(Lang, &str, &str, &str); 3] = [
    (Lang::Ar, "المقال", "الأماكن", "مجلة أمناي، يناير 2025 · مقال رأي"),
    (Lang::Fr, "Article", "Lieux", "Revue Amnay, janvier 2025 · article d’opinion"),
    (Lang::En, "Article", "Places", "Amnay magazine, January 2025 · opinion article"),
];

fn article(lang: Lang, view: ArticleView) -> Session {
    Session { tab: PanelTab::Article, article: view, ..reader_of(lang) }
}

fn paragraphs(screen: &Screen) -> Vec<String> {
    let said = screen.said().into_iter().filter(|(role, _)| *role == Role::Paragraph);
    said.map(|(_, words)| words).collect()
}

#[test]
fn the_tab_shows_the_excerpts_in_order_with_source_and_date() {
    for (lang, article, places, source) in TABS {
        let mut screen = Screen::open(reader_of(lang));
        screen.click(Role::Tab, article);
        screen.rect(Role::Heading, "كابوس بوتين: الجزائر وأمريكا ضد فاغنر في مالي");
        assert!(screen.says(source), "{:#?}", screen.said());
        let dossier = &screen.state().world.dossier;
        let excerpts: Vec<String> = dossier.excerpts.iter().map(Excerpt::text).collect();
        assert_eq!(paragraphs(&screen), excerpts);
        // Between ¶2 and ¶4, ¶6 and ¶8, and so on, and before and after.
        let mut before = 0;
        let mut gaps = 0;
        for paragraph in dossier.excerpts.iter().map(|e| e.paragraph).chain([26]) {
            gaps += usize::from(paragraph > before + 1);
            before = paragraph;
        }
        assert_eq!(screen.rects(Role::Label, "[…]").len(), gaps);
        screen.click(Role::Tab, places);
        screen.rect(Role::ListItem, dossier_name(&screen, lang));
    }
}

fn dossier_name(screen: &Screen, lang: Lang) -> &str {
    let kidal = PlaceId::new("kidal").unwrap();
    screen.state().world.dossier.place(&kidal).unwrap().names.get(lang)
}

#[test]
fn the_original_the_translation_or_both() {
    for (lang, translation, both) in [
        (Lang::Ar, "الترجمة", "جنبًا إلى جنب"),
        (Lang::Fr, "Traduction", "Côte à côte"),
        (Lang::En, "Translation", "Side by side"),
    ] {
        let mut screen =
            Screen::sized(article(lang, ArticleView::Original), vec2(1440.0, 900.0), 1.0);
        let narrow = screen.view().rect.width();
        screen.choose(translation);
        let french = lang != Lang::En;
        let first = if french {
            "Et malgré les relations historiques"
        } else {
            "And despite the historical ties"
        };
        let words = paragraphs(&screen);
        assert!(words[0].starts_with(first), "{}", words[0]);
        assert!(words.iter().all(|words| !words.contains("مالي")));
        let ours = match lang {
            Lang::Ar => "ترجمتنا",
            Lang::Fr => "notre traduction",
            Lang::En => "our translation",
        };
        assert!(screen.says(ours), "the translation is marked as ours");
        screen.choose(both);
        assert!(screen.view().rect.width() < narrow - 200.0, "the panel is wide enough for both");
        let words = paragraphs(&screen);
        assert!(words[0].starts_with("وعلى الرغم") && words[1].starts_with(first));
        let arabic = screen.rect(Role::Paragraph, &words[0]);
        let ours = screen.rect(Role::Paragraph, &words[1]);
        assert!(ours.right() < arabic.left() && (ours.top() - arabic.top()).abs() < 1.0);
    }
}

#[test]
fn where_there_is_no_room_the_translation_stands_under_the_original() {
    let screen = Screen::sized(article(Lang::En, ArticleView::Both), vec2(800.0, 700.0), 1.0);
    let words = paragraphs(&screen);
    let arabic = screen.rect(Role::Paragraph, &words[0]);
    let ours = screen.rect(Role::Paragraph, &words[1]);
    assert!(ours.top() >= arabic.bottom() && ours.width() > 200.0, "{arabic} {ours}");
}

#[test]
fn a_name_points_to_its_pin_and_leads_there() {
    for (lang, view, name) in [
        (Lang::Ar, ArticleView::Original, "كيدال"),
        (Lang::Fr, ArticleView::Translation, "Kidal"),
        (Lang::En, ArticleView::Translation, "Kidal"),
    ] {
        let mut screen = Screen::open(article(lang, view));
        let at = screen.rect(Role::Link, name).center();
        screen.point_at(at);
        screen.pass(0.2);
        assert_eq!(screen.state().pointed.as_ref().map(PlaceId::as_str), Some("kidal"));
        screen.pointer_leaves();
        assert_eq!(screen.state().pointed, None);
        screen.click_at(at);
        assert_eq!(screen.selected(), Some("kidal"));
        assert_eq!(screen.state().session.tab, PanelTab::Article, "who reads stays there");
        assert!(screen.view().rect.contains(screen.at(18.44345, 1.40921)));
    }
}

#[test]
fn a_pin_answers_the_pointer_with_pulses_and_then_rests() {
    let mut screen = Screen::open(article(Lang::Ar, ArticleView::Original));
    let at = screen.rect(Role::Link, "كيدال").center();
    let before = screen.picture();
    screen.point_at(at);
    screen.pass(0.35);
    let (early, later) = (screen.picture(), {
        screen.pass(0.15);
        screen.picture()
    });
    assert!(early.difference(&before) > 0.0 && early.difference(&later) > 0.0, "it moves");
    screen.settle();
}

#[test]
fn a_selected_pin_brings_its_sentence_into_sight() {
    let mut screen =
        Screen::sized(article(Lang::Ar, ArticleView::Original), vec2(1280.0, 720.0), 1.0);
    let last = screen.state().world.dossier.excerpts.iter().find(|e| e.paragraph == 8).unwrap();
    let words = last.text();
    screen.click(Role::Button, "7. تينزاوتين، معركة");
    assert_eq!(screen.selected(), Some("tinzaouaten"));
    screen.pass(0.6);
    let seen = screen.rect(Role::Paragraph, &words);
    assert!(seen.top() > 52.0 && seen.top() < 692.0, "{seen}");
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    screen.pass(0.6);
    assert_eq!(screen.state().session.tab, PanelTab::Article);
}

#[test]
fn a_place_without_a_sentence_opens_its_card() {
    let mut screen = Screen::open(article(Lang::En, ArticleView::Original));
    screen.click(Role::Button, "Tin Zaouatine, context");
    assert_eq!(screen.state().session.tab, PanelTab::Card);
    screen.rect(Role::Heading, "Tin Zaouatine");
}

#[test]
fn find_goes_from_match_to_match_and_is_left_with_escape() {
    for (lang, field, typed, count, none) in [
        (Lang::Ar, "البحث في المقال", "فاغنر", "1 من", "لا نتائج"),
        (Lang::Fr, "Rechercher dans l’article", "فَاغْنَر", "1 sur", "Aucun résultat"),
        (Lang::En, "Find in the article", "فاغنـــر", "1 of", "No match"),
    ] {
        let mut screen = Screen::open(reader_at(lang, "kidal"));
        screen.press_with(CTRL, Key::F);
        assert_eq!(screen.state().session.tab, PanelTab::Article);
        assert!(screen.is_focused(Role::TextInput, field));
        screen.type_text(typed);
        let told = |screen: &Screen| -> String {
            let counts = |words: &String| words.chars().filter(char::is_ascii_digit).count() >= 2;
            let said = screen.said().into_iter().filter(|(role, _)| *role == Role::Label);
            let mut said = said.map(|(_, words)| words).filter(counts);
            said.find(|words| words.split_whitespace().count() == 3).unwrap_or_default()
        };
        assert!(told(&screen).starts_with(count), "{}", told(&screen));
        let current = |screen: &Screen| screen.state().find.as_ref().unwrap().current;
        screen.press(Key::Enter);
        assert_eq!(current(&screen), 1);
        assert!(screen.is_focused(Role::TextInput, field), "Enter goes on from match to match");
        screen.press_with(Modifiers::SHIFT, Key::Enter);
        screen.press_with(Modifiers::SHIFT, Key::F3);
        assert!(current(&screen) > 2, "round the beginning to the last");
        screen.press(Key::F3);
        assert_eq!(current(&screen), 0);
        screen.press_with(CTRL, Key::A);
        screen.type_text("xyzzy");
        assert!(screen.says(none));
        screen.press(Key::Enter);
        screen.press(Key::Escape);
        assert!(screen.state().find.is_none());
        assert_eq!(screen.selected(), Some("kidal"), "the selection stays");
    }
}

/// A window in which the find has gone to words of the last excerpt, and those of that excerpt.
fn at_the_last_excerpt() -> (Screen, String) {
    let mut screen =
        Screen::sized(article(Lang::En, ArticleView::Translation), vec2(1280.0, 640.0), 1.0);
    screen.press_with(CTRL, Key::F);
    screen.type_text("limited in scope");
    screen.pass(0.6);
    let last = paragraphs(&screen).pop().unwrap();
    (screen, last)
}

#[test]
fn a_match_out_of_sight_is_scrolled_to() {
    let (screen, last) = at_the_last_excerpt();
    let seen = screen.rect(Role::Paragraph, &last);
    assert!(seen.top() > 52.0 && seen.bottom() < 640.0, "{seen}");
}

#[test]
fn what_is_typed_right_after_the_keys_is_kept() {
    let mut screen = Screen::open(article(Lang::En, ArticleView::Translation));
    screen.press_without_rest_with(CTRL, Key::F);
    for letter in ["M", "a", "l", "i"] {
        screen.type_without_rest(letter);
    }
    screen.settle();
    assert_eq!(screen.state().find.as_ref().map(|find| find.query.as_str()), Some("Mali"));
}

#[test]
fn find_is_asked_for_again_from_anywhere() {
    let mut screen = Screen::open(article(Lang::En, ArticleView::Original));
    let field = "Find in the article";
    screen.press_with(CTRL, Key::F);
    screen.type_text("كيدال");
    screen.press(Key::Tab);
    assert!(!screen.is_focused(Role::TextInput, field));
    screen.press_with(CTRL, Key::F);
    assert!(screen.is_focused(Role::TextInput, field));
    screen.type_text("فاغنر");
    let query = |screen: &Screen| screen.state().find.as_ref().map(|find| find.query.clone());
    assert_eq!(query(&screen).as_deref(), Some("فاغنر"), "what was there was selected");
    screen.click(Role::Tab, "Places");
    assert_eq!(query(&screen), None, "it goes with the article");
    screen.press_with(CTRL, Key::F);
    assert!(screen.is_focused(Role::TextInput, field));
    screen.press_with(CTRL, Key::Comma);
    screen.press_with(CTRL, Key::F);
    assert!(screen.is_focused(Role::TextInput, field), "{:?}", screen.focus());
    screen.press_with(CTRL, Key::Z);
    assert_eq!(screen.state().session.tab, PanelTab::Article, "the step back is the field's");
}

#[test]
fn pages_typed_in_the_find_select_no_place() {
    let mut screen =
        Screen::open(Session { tab: PanelTab::Article, ..reader_at(Lang::Fr, "kidal") });
    screen.press_with(CTRL, Key::F);
    screen.press(Key::PageDown);
    assert_eq!(screen.selected(), Some("kidal"));
}

#[test]
fn the_only_match_is_scrolled_to_again() {
    let (mut screen, last) = at_the_last_excerpt();
    let seen = |screen: &Screen| {
        let rect = screen.rect(Role::Paragraph, &last);
        rect.top() > 52.0 && rect.bottom() < 640.0
    };
    assert!(seen(&screen));
    screen.wheel(egui::pos2(200.0, 400.0), 12);
    screen.pass(0.6);
    assert!(!seen(&screen));
    screen.press(Key::F3);
    screen.pass(0.6);
    assert!(seen(&screen));
}
