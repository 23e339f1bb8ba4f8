//! The settings and the list of shortcuts: each acts at once, is kept, and can be undone.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Key, Modifiers, Role, vec2};
use sahel_map::geodata::Lang;
use sahel_map::i18n::{Digits, MonthNames};
use sahel_map::measure::LengthUnit;
use sahel_map::measure::coordinates::CoordinateStyle;
use sahel_map::state::{Dialog, Session, TextSize, ThemeChoice};

const CTRL: Modifiers = Modifiers { command: true, ..Modifiers::CTRL };

/// What opens the settings, and some of what is in them: theme, digits, months, units, coordinates,
/// size, and the switches.
const WORDS: [(Lang, &str, [&str; 8]); 3] = [
    (
        Lang::Ar,
        "الإعدادات",
        [
            "عالية التباين",
            "عربية مشرقية (٠١٢٣)",
            "مغاربية: جانفي، فيفري…",
            "ميل بحري",
            "درجات ودقائق وثوانٍ",
            "١٥٠٪",
            "الاسم المحلي أو الفرنسي تحت الأسماء على الخريطة",
            "تقليل الحركة",
        ],
    ),
    (
        Lang::Fr,
        "Réglages",
        [
            "Contraste élevé",
            "Arabes orientaux (٠١٢٣)",
            "À la maghrébine (جانفي، فيفري)",
            "NM",
            "Degrés, minutes, secondes",
            "150 %",
            "Nom local ou arabe sous les noms de la carte",
            "Animations réduites",
        ],
    ),
    (
        Lang::En,
        "Settings",
        [
            "High contrast",
            "Arabic-Indic (٠١٢٣)",
            "As in the Maghreb (جانفي، فيفري)",
            "NM",
            "Degrees, minutes, seconds",
            "150%",
            "Local or Arabic name under names on the map",
            "Reduced motion",
        ],
    ),
];

#[test]
fn every_setting_acts_at_once_and_is_undone() {
    for (lang, settings, [theme, digits, months, unit, style, size, names, motion]) in WORDS {
        let mut screen = Screen::open(reader_of(lang));
        let first = screen.state().session.clone();
        screen.click(Role::Button, settings);
        assert_eq!(screen.state().dialog, Some(Dialog::Settings));
        let bright = screen.picture().brightness();
        for words in [theme, digits, months, unit, style] {
            screen.click(Role::RadioButton, words);
        }
        assert!((screen.picture().brightness() - bright).abs() > 0.5, "the colours follow");
        for words in [names, motion] {
            screen.click(Role::CheckBox, words);
        }
        screen.click(Role::RadioButton, size);
        let session = &screen.state().session;
        assert_eq!(session.theme, ThemeChoice::Contrast);
        assert_eq!(session.usage.digits, Digits::ArabicIndic);
        assert_eq!(session.usage.months, MonthNames::Maghreb);
        assert_eq!(session.unit, LengthUnit::Nm);
        assert_eq!(session.coordinates, CoordinateStyle::Dms);
        assert_eq!(session.text_size, TextSize::nearest(150));
        assert!(!session.second_names && session.reduced_motion);
        for _ in 0..8 {
            screen.press_with(CTRL, Key::Z);
        }
        let undone = Session { camera: first.camera, ..screen.state().session.clone() };
        assert_eq!(undone, first);
        screen.press(Key::Escape);
        assert_eq!(screen.state().dialog, None);
    }
}

#[test]
fn the_language_is_changed_within_the_settings() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.press_with(CTRL, Key::Comma);
    screen.rect(Role::Heading, "Settings");
    screen.choose("العربية");
    screen.rect(Role::Heading, "الإعدادات");
    let close = screen.rect(Role::Button, "إغلاق");
    let heading = screen.rect(Role::Heading, "الإعدادات");
    assert!(close.center().x < heading.center().x, "the way out is at the far end");
    screen.click(Role::Button, "إغلاق");
    assert_eq!(screen.state().dialog, None);
}

#[test]
fn the_keys_change_the_size_of_text() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    let percent = |screen: &Screen| screen.state().session.text_size.percent();
    for expected in [125, 150, 175, 175] {
        screen.press_with(CTRL, Key::Plus);
        assert_eq!(percent(&screen), expected);
    }
    screen.press_with(CTRL, Key::Minus);
    assert_eq!(percent(&screen), 150);
    screen.press_with(CTRL, Key::Num0);
    assert_eq!(percent(&screen), 100);
}

#[test]
fn a_dialog_keeps_the_keys_and_gives_the_focus_back() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    for _ in 0..80 {
        screen.press(Key::Tab);
        if screen.is_focused(Role::Button, "Settings") {
            break;
        }
    }
    let view = screen.view();
    screen.press(Key::Enter);
    assert_eq!(screen.state().dialog, Some(Dialog::Settings));
    for key in [Key::Plus, Key::ArrowLeft, Key::Home, Key::PageDown, Key::F9] {
        screen.press(key);
    }
    assert_eq!((screen.view(), screen.selected()), (view, Some("kidal")));
    assert!(screen.state().session.panel_open);
    screen.press(Key::Escape);
    assert_eq!(screen.selected(), Some("kidal"), "the card stays");
    assert!(screen.is_focused(Role::Button, "Settings"));
}

#[test]
fn a_press_beside_a_dialog_closes_it() {
    let mut screen = Screen::open(reader_of(Lang::Fr));
    screen.press_with(CTRL, Key::Comma);
    screen.click_at(screen.view().rect.right_top() + vec2(-8.0, 120.0));
    assert_eq!(screen.state().dialog, None);
}

#[test]
fn the_shortcuts_are_listed_in_every_language() {
    for (lang, heading, rows) in [
        (Lang::Ar, "اختصارات لوحة المفاتيح", ["تراجع، Ctrl+Z", "المكان التالي، Page Down"]),
        (Lang::Fr, "Raccourcis clavier", ["Annuler, Ctrl+Z", "Lieu suivant, Page suiv."]),
        (Lang::En, "Keyboard shortcuts", ["Undo, Ctrl+Z", "Next place, Page Down"]),
    ] {
        let mut screen = Screen::open(reader_of(lang));
        screen.press_with(Modifiers::SHIFT, Key::F1);
        screen.rect(Role::Heading, heading);
        for row in rows {
            assert!(screen.says(row), "{row} is not in {:#?}", screen.said());
        }
        screen.press(Key::Escape);
        assert_eq!(screen.state().dialog, None);
        screen.press(Key::Questionmark);
        assert_eq!(screen.state().dialog, Some(Dialog::Shortcuts));
    }
}

#[test]
fn the_search_opens_over_a_dialog_and_keeps_the_focus() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.press(Key::Tab);
    screen.press(Key::Tab);
    screen.press_with(CTRL, Key::Comma);
    assert!(screen.is_focused(Role::Button, "Close"), "who goes by the keyboard is in it");
    screen.press_with(CTRL, Key::K);
    assert_eq!(screen.state().dialog, None);
    screen.type_text("gao");
    assert_eq!(screen.state().search.as_ref().map(|search| search.query.as_str()), Some("gao"));
}

#[test]
fn the_end_of_a_dialog_is_reached_by_keys() {
    let mut screen = Screen::sized(reader_of(Lang::En), vec2(1280.0, 640.0), 1.0);
    screen.press_with(Modifiers::SHIFT, Key::F1);
    let last = "Copy, Ctrl+C";
    let bottom = |screen: &Screen| screen.rect(Role::Label, last).bottom();
    assert!(bottom(&screen) > 640.0, "it is below the window at first");
    screen.press(Key::PageDown);
    screen.press(Key::End);
    screen.pass(0.6);
    assert!(bottom(&screen) < 640.0, "{}", bottom(&screen));
    screen.press(Key::Home);
    screen.pass(0.6);
    assert!(bottom(&screen) > 640.0);
    assert_eq!(screen.state().session.camera, None, "the map below stays");
}

#[test]
fn what_lies_under_a_dialog_is_not_selected() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.press_with(CTRL, Key::Comma);
    let before = screen.picture();
    screen.press_with(CTRL, Key::A);
    assert!(screen.picture().difference(&before) < 0.001);
}
