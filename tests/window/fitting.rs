//! Every text has room and no two controls share any, in each language and at each size of text.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Rect, Role, vec2};
use sahel_map::dossier::Kind;
use sahel_map::geodata::{Country, Lang, LonLat};
use sahel_map::measure::coordinates::CoordinateStyle;
use sahel_map::measure::{LengthUnit, Metres};
use sahel_map::state::measuring::{
    Geometry, LONGEST_NAME, Measurement, MeasurementId, Measuring, Tool,
};
use sahel_map::state::{
    Action, ArticleView, Dialog, Export, ExportAction, FindAction, Form, Listing, PanelTab,
    Session, TextSize, TranslationChoice,
};

/// What can be pressed or read, and must not lie over something else of the kind.
const SOLID: [Role; 10] = [
    Role::Button,
    Role::RadioButton,
    Role::CheckBox,
    Role::Tab,
    Role::TextInput,
    Role::ListItem,
    Role::Label,
    Role::Heading,
    Role::Paragraph,
    Role::Link,
];

/// Height of a window in which nothing has to be scrolled to, in pixels.
const HIGH: f32 = 14_000.0;

/// The panel's contents, by name.
fn sessions(lang: Lang) -> Vec<(&'static str, Session)> {
    let article = |view| Session {
        tab: PanelTab::Article,
        article: view,
        translation: TranslationChoice::Fr,
        ..reader_at(lang, "bamako")
    };
    let card = |place| Session { unit: LengthUnit::Nm, ..reader_at(lang, place) };
    vec![
        ("the list", reader_of(lang)),
        ("a card with a claim", card("tinzaouaten")),
        ("a card of a ring", card("tinzaouaten-ambush")),
        ("a card of context", card("tin-zaouatine")),
        ("a card with coups", card("ouagadougou")),
        (
            "the card of a country",
            Session { country: Some(Country::BurkinaFaso), tab: PanelTab::Card, ..reader_of(lang) },
        ),
        ("the article", article(ArticleView::Original)),
        ("the article in both languages", article(ArticleView::Both)),
        (
            "the list with filters",
            Session {
                listing: Listing { open: true, kind: Some(Kind::Coup), ..Listing::default() },
                ..reader_of(lang)
            },
        ),
        ("the layers", Session { tab: PanelTab::Layers, ..reader_of(lang) }),
        ("the instrument", measuring(lang, None)),
        ("the card of a probe", measuring(lang, Some(1))),
        ("the card of a ruler", measuring(lang, Some(2))),
        ("the card of a circle", measuring(lang, Some(3))),
    ]
}

/// The instrument with one measurement of each kind, and perhaps the card of one.
fn measuring(lang: Lang, chosen: Option<u32>) -> Session {
    let at = |lat, lon| LonLat::new(lon, lat).unwrap();
    let far = [at(36.75, 3.06), at(18.44345, 1.40921), at(12.60915, -7.97522), at(6.5, 25.1)];
    let geometries = [
        Geometry::Probe(at(-33.868, 151.209)),
        Geometry::Ruler(far.to_vec()),
        Geometry::Circle { centre: far[1], radius: Metres(1_234_567.8) },
    ];
    let measurements = geometries.into_iter().zip(1..).map(|(geometry, id)| {
        // One with a name as long as it may be.
        let name = if id == 3 { "نقطة Sonde ".repeat(6) } else { String::new() };
        let name = name.chars().take(LONGEST_NAME).collect();
        Measurement { id: MeasurementId(id), name, geometry }
    });
    let measuring = Measuring {
        tool: Tool::Ruler,
        measurements: measurements.collect(),
        chosen: chosen.map(MeasurementId),
    };
    Session { tab: PanelTab::Measure, measuring, unit: LengthUnit::Nm, ..reader_of(lang) }
}

/// Fails where a text runs out of its room, or two things overlap that are not `below`.
#[track_caller]
fn check(screen: &Screen, what: &str, below: &[(Role, String, Rect)]) {
    let overflow = screen.overflow();
    assert!(overflow.is_empty(), "{what}: without room: {overflow:#?}");
    let map = screen.view().rect;
    let things: Vec<(Role, String, Rect)> = screen
        .things()
        .into_iter()
        .filter(|thing @ (role, words, rect)| {
            // On the map names give way to each other.
            let on_map = below.is_empty() && map.contains_rect(*rect);
            let solid = SOLID.contains(role) && !words.is_empty() && rect.is_positive();
            solid && !on_map && !below.contains(thing)
        })
        .collect();
    assert!(things.len() > 5, "{what}: {things:#?}");
    for (index, (_, words, rect)) in things.iter().enumerate() {
        for (_, other, beside) in &things[index + 1..] {
            // A link lies within its paragraph, a button within its row.
            let (inner, outer) = (rect.expand(1.0), beside.expand(1.0));
            let apart = !rect.shrink(1.0).intersects(beside.shrink(1.0));
            let within = inner.contains_rect(*beside) || outer.contains_rect(*rect);
            assert!(apart || within, "{what}: `{words}` {rect} over `{other}` {beside}");
        }
    }
}

fn check_size(size: u16) {
    for lang in Lang::ALL {
        for (what, session) in sessions(lang) {
            let session = Session { text_size: TextSize::nearest(size), ..session };
            // As many points as a window of 1280 pixels has at this size.
            let mut screen = Screen::sized(session, vec2(1280.0, HIGH), 1.0);
            let what = format!("{what} in {} at {size} %", lang.code());
            screen.settle();
            check(&screen, &what, &[]);
            if !what.starts_with("the article") {
                continue;
            }
            screen.apply(Action::Find(FindAction::Open));
            screen.type_text("Wagner");
            check(&screen, &format!("{what} with the find"), &[]);
        }
        for (dialog, form) in [
            (Dialog::Settings, Form::Window),
            (Dialog::Guide, Form::Window),
            (Dialog::Shortcuts, Form::Window),
            (Dialog::About, Form::Window),
            (Dialog::Export, Form::Own),
            (Dialog::Export, Form::Handout),
        ] {
            let export = Export { form, ..Export::default() };
            let session = Session { text_size: TextSize::nearest(size), export, ..reader_of(lang) };
            // The largest texts in the smallest window.
            let width = if size == 175 { 640.0 } else { 1280.0 };
            let mut screen = Screen::sized(session, vec2(width, HIGH), 1.0);
            screen.settle();
            let below = screen.things();
            screen.overflow();
            screen.apply(Action::ShowDialog(Some(dialog)));
            if dialog == Dialog::Export {
                screen.apply(Action::Export(ExportAction::Size(0, "0".to_owned())));
                screen.apply(Action::Export(ExportAction::Taken("/tmp/خريطة.png".into())));
            }
            screen.settle();
            check(&screen, &format!("{dialog:?} in {} at {size} %", lang.code()), &below);
        }
    }
}

#[test]
fn texts_of_the_usual_size_have_room() {
    check_size(100);
}

#[test]
fn larger_texts_have_room() {
    check_size(125);
    check_size(150);
}

#[test]
fn the_largest_texts_have_room() {
    check_size(175);
}

/// As wide as the smallest window is, and wider.
#[test]
fn in_a_small_window_the_largest_texts_have_room() {
    for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| [(lang, 640.0), (lang, 860.0)]) {
        for (what, session) in sessions(lang) {
            let session = Session { text_size: TextSize::nearest(175), ..session };
            let mut screen = Screen::sized(session, vec2(width, HIGH), 1.0);
            screen.settle();
            check(&screen, &format!("{what} in {} in a small window", lang.code()), &[]);
        }
    }
}

/// The card, and the line at the bottom with the pointer on the map and after it left.
#[test]
fn positions_of_every_style_have_room() {
    for lang in Lang::ALL {
        for (style, (width, size)) in CoordinateStyle::ALL
            .into_iter()
            .flat_map(|style| [(640.0, 100), (640.0, 175), (1280.0, 100)].map(|at| (style, at)))
        {
            let text_size = TextSize::nearest(size);
            let session =
                Session { text_size, coordinates: style, ..reader_at(lang, "tinzaouaten") };
            let mut screen = Screen::sized(session, vec2(width, HIGH), 1.0);
            screen.settle();
            let what = format!("{style:?} in {} at {width}, {size} %", lang.code());
            screen.point_at(screen.view().rect.center());
            screen.settle();
            check(&screen, &format!("{what}, pointed"), &[]);
            screen.pointer_leaves();
            check(&screen, &format!("{what}, left"), &[]);
        }
    }
}
