//! Pins, the list and the card: what is selected, and what is then said of it.

use crate::screen::{Screen, reader_at, reader_of};
use egui::Role;
use sahel_map::geodata::Lang;
use sahel_map::measure::LengthUnit;
use sahel_map::measure::coordinates::CoordinateStyle;
use sahel_map::state::{Action, Effect, PanelTab};

/// Every place that has something to click on the map of the whole theatre, as it is read out.
const PINS: [(Lang, [&str; 10]); 3] = [
    (
        Lang::Ar,
        [
            "1. الجزائر العاصمة، دبلوماسية",
            "2. ليبيا، ذِكر",
            "3. باماكو، انقلاب",
            "4. نيامي، انقلاب",
            "5. واغادوغو، انقلاب",
            "6. كيدال، سيطرة",
            "7. تينزاوتين، معركة",
            "تين زاوتين، سياق",
            "8. أزواد، ذِكر",
            "9. موسكو، حكم",
        ],
    ),
    (
        Lang::Fr,
        [
            "1. Alger, Diplomatie",
            "2. Libye, Mention",
            "3. Bamako, Coup d’État",
            "4. Niamey, Coup d’État",
            "5. Ouagadougou, Coup d’État",
            "6. Kidal, Prise",
            "7. Tinzaouatène, Combat",
            "Tin Zaouatine, contexte",
            "8. Azawad, Mention",
            "9. Moscou, Pouvoir",
        ],
    ),
    (
        Lang::En,
        [
            "1. Algiers, Diplomacy",
            "2. Libya, Mention",
            "3. Bamako, Coup",
            "4. Niamey, Coup",
            "5. Ouagadougou, Coup",
            "6. Kidal, Seizure",
            "7. Tinzaouaten, Battle",
            "Tin Zaouatine, context",
            "8. Azawad, Mention",
            "9. Moscow, Government",
        ],
    ),
];

/// A row of the table of distances: the country, or the two that share the line; distance, bearing,
/// side.
type Distances = [[&'static str; 4]; 3];

/// Kidal's, from `tests/golden/border_distances.csv`, rounded to what ±1 km allows.
const KIDAL: [(Lang, &str, Distances); 3] = [
    (
        Lang::Ar,
        "كيدال",
        [
            ["الجزائر ومالي", "196 كم", "067° ق ش ق", "في مالي"],
            ["النيجر", "302 كم", "089° ق", "خارجها"],
            ["بوركينا فاسو", "401 كم", "198° ج ج غ", "خارجها"],
        ],
    ),
    (
        Lang::Fr,
        "Kidal",
        [
            ["Algérie – Mali", "196 km", "067° ENE", "au Mali"],
            ["Niger", "302 km", "089° E", "dehors"],
            ["Burkina Faso", "401 km", "198° SSO", "dehors"],
        ],
    ),
    (
        Lang::En,
        "Kidal",
        [
            ["Algeria–Mali", "196 km", "067° ENE", "in Mali"],
            ["Niger", "302 km", "089° E", "outside"],
            ["Burkina Faso", "401 km", "198° SSW", "outside"],
        ],
    ),
];

/// Half the height of a row of the table: the distance stands above its second unit, the rest in
/// the row's middle.
const IN_A_ROW: f32 = 20.0;

/// Fails unless each row of `table` stands in the card, one below the other.
#[track_caller]
pub(crate) fn assert_distances(screen: &Screen, table: &Distances) {
    let mut above = 0.0;
    for row in table {
        let lines: Vec<Vec<f32>> = row
            .iter()
            .map(|cell| screen.rects(Role::Label, cell).iter().map(|r| r.center().y).collect())
            .collect();
        let line = lines[1].iter().copied().find(|y| {
            *y > above + IN_A_ROW
                && lines.iter().all(|cell| cell.iter().any(|other| (other - y).abs() < IN_A_ROW))
        });
        above = line.unwrap_or_else(|| panic!("no row {row:?} among {:#?}", screen.said()));
    }
}

#[test]
fn every_pin_has_its_logical_name_in_each_language() {
    for (lang, names) in PINS {
        let screen = Screen::open(reader_of(lang));
        for name in names {
            let pins = screen.rects(Role::Button, name);
            assert_eq!(pins.len(), 1, "{lang:?} `{name}` in {:#?}", screen.said());
            assert!(screen.view().rect.contains_rect(pins[0]), "`{name}` is not on the map");
        }
    }
}

#[test]
fn a_click_on_a_pin_opens_its_card_with_the_four_distances() {
    for ((lang, heading, table), (_, pins)) in KIDAL.into_iter().zip(PINS) {
        let mut screen = Screen::open(reader_of(lang));
        assert!(screen.rects(Role::Heading, heading).is_empty());
        screen.click(Role::Button, pins[5]);
        assert_eq!(screen.selected(), Some("kidal"));
        screen.rect(Role::Heading, heading);
        assert_distances(&screen, &table);
    }
}

#[test]
fn a_card_has_names_position_excerpt_and_date() {
    let screen = Screen::open(reader_at(Lang::En, "kidal"));
    for words in ["كيدال", "Kidal", "18.4435° N, 1.4092° E", "¶6", "town"] {
        assert!(screen.says(words), "`{words}` is not in {:#?}", screen.said());
    }
    let excerpt = "وعلى الرغم من تحقيق بعض الانتصارات التكتيكية، مثل استعادة كيدال، إلا أن هذه الاستراتيجية فشلت في احتواء العنف المتصاعد.";
    assert!(screen.rects(Role::Paragraph, excerpt).len() == 1, "{:#?}", screen.said());
}

#[test]
fn the_list_opens_cards_and_the_card_leads_back_to_the_list() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.click(Role::ListItem, "Bamako");
    assert_eq!(screen.selected(), Some("bamako"));
    screen.rect(Role::Heading, "Bamako");
    screen.click(Role::Button, "Next place");
    assert_eq!(screen.selected(), Some("niamey"));
    screen.click(Role::Button, "Previous place");
    assert_eq!(screen.selected(), Some("bamako"));
    screen.click(Role::Button, "All places");
    assert_eq!(screen.state().session.tab, PanelTab::List);
    assert!(screen.rects(Role::Heading, "Bamako").is_empty());
    screen.rect(Role::ListItem, "Bamako");
}

#[test]
fn the_list_has_every_place_in_the_order_of_the_article() {
    let screen = Screen::open(reader_of(Lang::En));
    let rows = screen.said().into_iter().filter(|(role, _)| *role == Role::ListItem);
    let rows: Vec<String> = rows.map(|(_, words)| words).collect();
    let order = [
        "Algiers",
        "Libya",
        "Bamako",
        "Niamey",
        "Ouagadougou",
        "Kidal",
        "Tinzaouaten",
        "Tinzaouaten ambush",
        "Azawad",
        "Moscow",
        "Tin Zaouatine",
        "Algeria",
        "Mali",
        "Niger",
        "Burkina Faso",
    ];
    assert_eq!(rows, order, "and then the countries");
}

#[test]
fn a_selected_place_is_flown_to_where_it_was_out_of_sight() {
    let mut screen = Screen::open(reader_of(Lang::En));
    screen.wheel(screen.at(13.51366, 2.1098), 4);
    let algiers = (36.7538, 3.0588);
    assert!(!screen.view().rect.contains(screen.at(algiers.0, algiers.1)));
    let zoom = screen.view().camera.zoom;
    screen.click(Role::ListItem, "Algiers");
    let map = screen.view().rect;
    assert!(map.shrink(60.0).contains(screen.at(algiers.0, algiers.1)), "hidden in {map}");
    assert!((screen.view().camera.zoom - zoom).abs() < 1e-9, "the zoom is the reader's");
}

#[test]
fn a_place_that_is_in_sight_is_not_flown_to() {
    let mut screen = Screen::open(reader_of(Lang::En));
    let before = screen.view().camera;
    screen.click(Role::ListItem, "Kidal");
    assert_eq!(screen.view().camera, before);
}

#[test]
fn kilometres_and_miles_stand_one_above_the_other() {
    let screen = Screen::open(reader_at(Lang::En, "kidal"));
    let [km, miles] = ["302 km", "188 mi"].map(|words| {
        let shown = screen.rects(Role::Label, words);
        assert_eq!(shown.len(), 1, "`{words}` in {:#?}", screen.said());
        shown[0]
    });
    assert!(miles.center().y > km.center().y && miles.top() < km.bottom() + 2.0);
    assert!((miles.right() - km.right()).abs() < 1.0);
}

#[test]
fn the_unit_of_the_distances_can_be_chosen() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.choose("mi");
    let miles = [
        ["Algeria–Mali", "122 mi", "067° ENE", "in Mali"],
        ["Niger", "188 mi", "089° E", "outside"],
        ["Burkina Faso", "249 mi", "198° SSW", "outside"],
    ];
    assert_distances(&screen, &miles);
    screen.choose("NM");
    assert!(screen.says("106 NM"), "{:#?}", screen.said());
    assert!(!screen.says("122 mi") && screen.says("196 km"), "kilometres stay beside them");
}

#[test]
fn the_translation_under_an_excerpt_can_be_chosen() {
    let french = "Et malgré quelques victoires tactiques, comme la reprise de Kidal, cette stratégie n’est pas parvenue à contenir la montée de la violence. (our translation)";
    let english = "And despite some tactical victories, such as the retaking of Kidal, this strategy has failed to contain the mounting violence. (our translation)";
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    let shown = |screen: &Screen| [screen.says(english), screen.says(french)];
    assert_eq!(shown(&screen), [true, false], "{:#?}", screen.said());
    screen.choose("Français");
    assert_eq!(shown(&screen), [false, true]);
    screen.choose("Off");
    assert_eq!(shown(&screen), [false, false]);
    assert_eq!(screen.state().session.lang, Lang::En, "the window keeps its language");
}

#[test]
fn a_place_named_in_an_excerpt_leads_to_its_card() {
    let mut screen = Screen::open(reader_at(Lang::Ar, "bamako"));
    screen.click(Role::Link, "النيجر");
    assert_eq!(screen.selected(), Some("niamey"));
}

#[test]
fn at_the_border_the_side_is_called_uncertain() {
    for (place, twin) in [
        ("tinzaouaten", "Not Tin Zaouatine, Algeria: 0.5 km north, across the line."),
        (
            "tin-zaouatine",
            "Not Tinzaouaten, Mali: 0.5 km south, across the line. The article does not name it.",
        ),
    ] {
        let screen = Screen::open(reader_at(Lang::En, place));
        assert_eq!(screen.rects(Role::Label, "uncertain").len(), 1, "{:#?}", screen.said());
        assert!(
            !screen.says("in Mali") && !screen.says("in Algeria"),
            "{place} lies at the border"
        );
        assert!(screen.says(twin), "{:#?}", screen.said());
    }
}

#[test]
fn a_vague_site_is_measured_from_no_point() {
    let screen = Screen::open(reader_at(Lang::En, "tinzaouaten-ambush"));
    screen.rect(Role::Heading, "Tinzaouaten ambush");
    assert!(screen.says("within about 25 km"), "{:#?}", screen.said());
    assert!(screen.says("This place has no point to measure from."));
    assert!(!screen.says("Distance to the borders"));
}

#[test]
fn a_place_off_the_map_has_a_card_and_leaves_the_map_where_it_is() {
    let mut screen = Screen::open(reader_of(Lang::Fr));
    let before = screen.view().camera;
    screen.click(Role::Button, "9. Moscou, Pouvoir");
    assert_eq!(screen.selected(), Some("moscow"));
    screen.rect(Role::Heading, "Moscou");
    assert_eq!(screen.view().camera, before);
}

#[test]
fn the_position_is_copied_latitude_first() {
    let mut screen = Screen::open(reader_at(Lang::Ar, "kidal"));
    screen.click(Role::Button, "نسخ الموقع");
    assert_eq!(screen.effects(), [Effect::Copy("18.44345, 1.40921".to_owned())]);
    screen.apply(Action::SetCoordinates(CoordinateStyle::Dms));
    assert!(screen.says("18°26′36.4″ ش، 1°24′33.2″ ق"), "{:#?}", screen.said());
    screen.click(Role::Button, "نسخ الموقع");
    assert_eq!(screen.effects(), [Effect::Copy("18°26'36.4\"N 1°24'33.2\"E".to_owned())]);
    screen.apply(Action::SetCoordinates(CoordinateStyle::Mgrs));
    assert!(screen.says("31Q CA 32003 39986"), "{:#?}", screen.said());
    screen.click(Role::Button, "نسخ الموقع");
    assert_eq!(screen.effects(), [Effect::Copy("31QCA3200339986".to_owned())]);
}

#[test]
fn the_credits_open_from_the_status_line_and_close_again() {
    for (lang, about, close) in [(Lang::En, "About", "Close"), (Lang::Ar, "حول البرنامج", "إغلاق")]
    {
        let mut screen = Screen::open(reader_of(lang));
        screen.click(Role::Button, about);
        let said = screen.said();
        for credit in ["OpenStreetMap", "GeoNames"] {
            assert!(said.iter().any(|(_, words)| words.contains(credit)), "{said:#?}");
        }
        screen.click(Role::Button, close);
        assert!(screen.rects(Role::Button, close).is_empty());
    }
}

#[test]
fn buttons_go_through_the_history_and_rest_where_it_ends() {
    let mut screen = Screen::open(reader_at(Lang::En, "kidal"));
    screen.click(Role::Button, "Undo");
    assert_eq!(screen.selected(), Some("kidal"));
    screen.choose("mi");
    screen.click(Role::Button, "Undo");
    assert_eq!(screen.state().session.unit, LengthUnit::Km);
    screen.click(Role::Button, "Redo");
    assert_eq!(screen.state().session.unit, LengthUnit::Mi);
}
