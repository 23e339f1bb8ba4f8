//! Numbers, lengths, bearings, positions and dates, as they must come out in each language.

use sahel_map::dossier::When;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::i18n::isolate::bare;
use sahel_map::i18n::{Args, Digits, MonthNames, Usage, Words, key};
use sahel_map::measure::coordinates::{CoordinateStyle, parse};
use sahel_map::measure::{BorderError, Degrees, LengthUnit, Metres, Uncertainty};

/// What each language says, in the order Arabic, French, English.
fn said(say: impl Fn(&Words) -> String) -> [String; 3] {
    Lang::ALL.map(|lang| say(&Words::new(lang)))
}

fn arabic(digits: Digits, months: MonthNames) -> Words {
    Words::with_usage(Lang::Ar, Usage { digits, months })
}

#[test]
fn plural_forms() {
    let places =
        |lang, count| Words::new(lang).format(key::PLACES_COUNT, Args::new().count("count", count));
    for (count, expected) in [
        (0, "لا أماكن"),
        (1, "مكان واحد"),
        (2, "مكانان"),
        (3, "3 أماكن"),
        (11, "11 مكانًا"),
        (100, "100 مكان"),
        (103, "103 أماكن"),
        (1_000_000, "1,000,000 مكان"),
    ] {
        assert_eq!(places(Lang::Ar, count), expected);
    }
    assert_eq!(places(Lang::Fr, 0), "0 lieu");
    assert_eq!(places(Lang::Fr, 1), "1 lieu");
    assert_eq!(places(Lang::Fr, 2), "2 lieux");
    assert_eq!(places(Lang::Fr, 1_000_000), "1\u{202F}000\u{202F}000 de lieux");
    assert_eq!(places(Lang::En, 0), "0 places");
    assert_eq!(places(Lang::En, 1), "1 place");
}

#[test]
fn a_distance_is_rounded_to_what_its_uncertainty_allows() {
    let kidal = Metres(195_853.93);
    let shown = |u| said(|words| words.distance(kidal, LengthUnit::Km, Metres(u)));
    assert_eq!(shown(1_300.0), ["196\u{A0}كم", "196\u{A0}km", "196\u{A0}km"]);
    assert_eq!(shown(100.0), ["195.9\u{A0}كم", "195,9\u{A0}km", "195.9\u{A0}km"]);
    assert_eq!(shown(37.0), ["195.9\u{A0}كم", "195,9\u{A0}km", "195.9\u{A0}km"]);
    assert_eq!(shown(25_037.0), ["200\u{A0}كم", "200\u{A0}km", "200\u{A0}km"]);
}

#[test]
fn a_distance_below_its_uncertainty_is_not_nothing() {
    let town = Words::new(Lang::En).distance(Metres(328.0), LengthUnit::Km, Metres(1_037.0));
    assert_eq!(town, "0.3\u{A0}km");
}

#[test]
fn a_border_figure_says_how_sure_it_is() {
    let border = BorderError::AtMost(Metres(37.0));
    let town = Uncertainty { border, place_radius: Metres(1_000.0) };
    let near = said(|words| words.border_figure(Metres(328.0), town, LengthUnit::Km).words);
    assert_eq!(near, ["نحو 0.3\u{A0}كم", "environ 0,3\u{A0}km", "about 0.3\u{A0}km"]);
    let sentence = said(|words| {
        words.side_uncertain(&words.border_figure(Metres(328.0), town, LengthUnit::Mi))
    });
    assert_eq!(sentence[2], "at the border, side uncertain (about 0.2\u{A0}mi by this data)");
    let words = Words::new(Lang::En);
    for (distance, inside, key, certain) in [
        (328.0, true, "side-uncertain-short", false),
        (1_036.9, false, "side-uncertain-short", false),
        (1_037.0, true, "side-inside", true),
        (195_853.93, false, "side-outside", true),
    ] {
        let figure = words.border_figure(Metres(distance), town, LengthUnit::Km);
        assert_eq!(
            (figure.side_key(inside).name(), figure.certain),
            (key, certain),
            "{distance} m"
        );
        assert_eq!(figure.words == figure.distance, certain, "{distance} m");
    }
}

#[test]
fn lengths_in_miles_and_nautical_miles() {
    let length = |unit| said(|words| words.length(Metres(22_224.0), unit, 2));
    assert_eq!(length(LengthUnit::Mi), ["13.81\u{A0}ميل", "13,81\u{A0}mi", "13.81\u{A0}mi"]);
    assert_eq!(
        length(LengthUnit::Nm),
        ["12.00\u{A0}ميل\u{A0}بحري", "12,00\u{A0}NM", "12.00\u{A0}NM"]
    );
}

#[test]
fn an_uncertainty_is_never_rounded_down() {
    let shown = |u| said(|words| words.uncertainty(Metres(u), LengthUnit::Km));
    assert_eq!(shown(1_300.0), ["\u{2066}±1.3\u{2069}\u{A0}كم", "±1,3\u{A0}km", "±1.3\u{A0}km"]);
    assert_eq!(shown(1_037.0)[2], "±1.1\u{A0}km");
    assert_eq!(shown(37.0)[2], "±0.1\u{A0}km");
    assert_eq!(shown(25_037.0)[2], "±26\u{A0}km");
}

#[test]
fn bearings() {
    let shown = |degrees| said(|words| words.bearing(Degrees(degrees)));
    let ene = "\u{2066}067°\u{2069}\u{A0}ق\u{A0}ش\u{A0}ق";
    assert_eq!(shown(66.81), [ene, "067°\u{A0}ENE", "067°\u{A0}ENE"]);
    let north = "\u{2066}000°\u{2069}\u{A0}ش";
    assert_eq!(shown(359.7), [north, "000°\u{A0}N", "000°\u{A0}N"]);
    let south_west = "\u{2066}225°\u{2069}\u{A0}ج\u{A0}غ";
    assert_eq!(shown(-135.0), [south_west, "225°\u{A0}SO", "225°\u{A0}SW"]);
}

#[test]
fn positions() {
    let shown = |lon, lat| said(|words| words.coordinates(LonLat::new(lon, lat).unwrap()));
    let kidal = [
        "\u{2066}18.4435°\u{2069}\u{A0}ش، \u{2066}1.4092°\u{2069}\u{A0}ق",
        "18,4435°\u{A0}N, 1,4092°\u{A0}E",
        "18.4435°\u{A0}N, 1.4092°\u{A0}E",
    ];
    assert_eq!(shown(1.409_21, 18.443_45), kidal);
    assert_eq!(shown(-7.975_22, -12.0)[1], "12,0000°\u{A0}S, 7,9752°\u{A0}O");
}

#[test]
fn positions_in_degrees_minutes_and_seconds() {
    let shown = |lon, lat| {
        let at = LonLat::new(lon, lat).unwrap();
        said(|words| words.clone().with_coordinates(CoordinateStyle::Dms).coordinates(at))
    };
    let kidal = [
        "\u{2066}18°26′36.4″\u{2069}\u{A0}ش، \u{2066}1°24′33.2″\u{2069}\u{A0}ق",
        "18°26′36,4″\u{A0}N, 1°24′33,2″\u{A0}E",
        "18°26′36.4″\u{A0}N, 1°24′33.2″\u{A0}E",
    ];
    assert_eq!(shown(1.409_21, 18.443_45), kidal);
    assert_eq!(shown(-7.975_22, -12.0)[1], "12°00′00,0″\u{A0}S, 7°58′30,8″\u{A0}O");
    assert_eq!(shown(0.999_999_9, 0.0)[2], "0°00′00.0″\u{A0}N, 1°00′00.0″\u{A0}E", "carried");
    let words = arabic(Digits::ArabicIndic, MonthNames::Standard);
    let words = words.with_coordinates(CoordinateStyle::Dms);
    let kidal = "\u{2066}١٨°٢٦′٣٦٫٤″\u{2069}\u{A0}ش، \u{2066}١°٢٤′٣٣٫٢″\u{2069}\u{A0}ق";
    assert_eq!(words.coordinates(LonLat::new(1.409_21, 18.443_45).unwrap()), kidal);
}

/// Latin in every language, and one piece from left to right.
#[test]
fn positions_on_the_military_grid() {
    let at = LonLat::new(1.409_21, 18.443_45).unwrap();
    let reference = "31Q\u{A0}CA\u{A0}32003\u{A0}39986";
    let isolated = format!("\u{2066}{reference}\u{2069}");
    let words = arabic(Digits::ArabicIndic, MonthNames::Standard);
    let chosen = words.with_coordinates(CoordinateStyle::Mgrs).coordinates(at);
    assert_eq!(chosen, isolated);
    assert_eq!(said(|words| words.mgrs(at)), [isolated.as_str(), reference, reference]);
}

#[test]
fn a_position_that_is_said_can_be_pasted() {
    for (lon, lat) in [(1.409_2, 18.443_5), (-7.975_2, 12.609_2), (151.215_3, -33.856_8)] {
        let at = LonLat::new(lon, lat).unwrap();
        for lang in Lang::ALL {
            for digits in [Digits::Western, Digits::ArabicIndic] {
                let words = Words::with_usage(lang, Usage { digits, months: MonthNames::Standard });
                for style in CoordinateStyle::ALL {
                    let said = words.clone().with_coordinates(style).coordinates(at);
                    let read = parse(&said).unwrap_or_else(|error| panic!("{said}: {error}"));
                    // A twentieth of a second at most.
                    let off = (read.lat() - lat).abs().max((read.lon() - lon).abs());
                    assert!(off < 1.5e-5, "{said}: {read:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_position_is_said_in_every_language() {
    for (typed, part) in [
        ("95, 0", "`95`"),
        ("0, 181", "`181`"),
        ("Kidal", "`Kidal`"),
        ("18°75' N 1° E", "`75`"),
        ("-18 N 1 E", "`-18 N 1 E`"),
        ("18 N 1 S", "`18 N 1 S`"),
        ("61QCA3200339986", "`61`"),
        ("31OCA3200339986", "`31O`"),
        ("31QSV3200339986", "`31Q SV`"),
        ("31QCA320", "`320`"),
    ] {
        let error = parse(typed).unwrap_err();
        let said = said(|words| words.not_a_position(typed, &error));
        for words in &said {
            assert!(bare(words).contains(part), "{typed}: {words}");
        }
        assert!(said[0] != said[1] && said[1] != said[2], "{said:?}");
    }
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    for (text, expected) in [
        ("2023-11-14", ["14 نوفمبر 2023", "14 novembre 2023", "14 November 2023"]),
        ("2024-07-01", ["1 يوليو 2024", "1er juillet 2024", "1 July 2024"]),
        ("2024-07", ["يوليو 2024", "juillet 2024", "July 2024"]),
        ("late 2024-07", ["أواخر يوليو 2024", "fin juillet 2024", "late July 2024"]),
        ("mid 2024-04", ["منتصف أبريل 2024", "mi-avril 2024", "mid-April 2024"]),
        ("early 2025-01", ["أوائل يناير 2025", "début janvier 2025", "early January 2025"]),
        ("2024", ["2024", "2024", "2024"]),
        ("../2023", ["بحلول 2023", "au plus tard en 2023", "by 2023"]),
        (
            "../2024-07-25",
            ["بحلول 25 يوليو 2024", "au plus tard le 25 juillet 2024", "by 25 July 2024"],
        ),
        (
            "2024-07-25/2024-07-27",
            ["من 25 إلى 27 يوليو 2024", "25–27 juillet 2024", "25 to 27 July 2024"],
        ),
        ("2024-03/2024-05", ["من مارس إلى مايو 2024", "mars–mai 2024", "March to May 2024"]),
        (
            "2020-08-18/2021-05-24",
            [
                "من 18 أغسطس 2020 إلى 24 مايو 2021",
                "18 août 2020 – 24 mai 2021",
                "18 August 2020 to 24 May 2021",
            ],
        ),
    ] {
        let when = When::parse(text).unwrap();
        assert_eq!(said(|words| words.date(&when, |_| None)), expected, "{text}");
    }
}

#[test]
fn after_another_event_says_its_title() {
    let when = When::parse("after ambush").unwrap();
    let words = Words::new(Lang::En);
    assert_eq!(words.date(&when, |_| Some("The ambush".to_owned())), "after: The ambush");
    assert_eq!(words.date(&when, |_| None), "after: ambush");
}

#[test]
fn months_as_in_the_maghreb() {
    let words = arabic(Digits::Western, MonthNames::Maghreb);
    let said = |text| words.date(&When::parse(text).unwrap(), |_| None);
    assert_eq!(said("2024-07"), "جويلية 2024");
    assert_eq!(said("late 2025-01"), "أواخر جانفي 2025");
}

#[test]
fn arabic_indic_digits_everywhere() {
    let words = arabic(Digits::ArabicIndic, MonthNames::Standard);
    assert_eq!(words.distance(Metres(195_853.93), LengthUnit::Km, Metres(0.0)), "١٩٥٫٩\u{A0}كم");
    assert_eq!(words.bearing(Degrees(66.81)), "\u{2066}٠٦٧°\u{2069}\u{A0}ق\u{A0}ش\u{A0}ق");
    assert_eq!(words.date(&When::parse("2024-07-25").unwrap(), |_| None), "٢٥ يوليو ٢٠٢٤");
    assert_eq!(words.format(key::PLACES_COUNT, Args::new().count("count", 11)), "١١ مكانًا");
    assert_eq!(words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", 6)), "¶٦");
}

#[test]
fn a_name_in_the_other_direction_is_isolated() {
    let nearest = |lang: Lang, place: &'static str| {
        let args = Args::new().text("distance", "5 km").text("place", place);
        Words::new(lang).format(key::OFFMAP_DISTANCE, args)
    };
    assert_eq!(nearest(Lang::En, "كيدال"), "5 km from \u{2068}كيدال\u{2069}");
    assert_eq!(nearest(Lang::En, "Kidal"), "5 km from Kidal");
    assert!(nearest(Lang::Ar, "Kidal").ends_with("\u{2068}Kidal\u{2069}"));
}

#[test]
fn what_a_catalogue_lacks_is_said_in_english_and_told_once() {
    let words = Words::of_catalogue(Lang::Fr, Usage::default(), &["panel-places = Lieux"]);
    assert_eq!(words.text(key::PANEL_PLACES), "Lieux");
    assert_eq!(words.untold_fault(), None);
    assert_eq!(words.text(key::PANEL_ARTICLE), "Article");
    assert_eq!(words.text(key::PANEL_ARTICLE), "Article");
    assert_eq!(words.untold_fault(), Some("panel-article: no such key".to_owned()));
    assert_eq!(words.untold_fault(), None);
}

#[test]
fn a_catalogue_that_does_not_parse_is_used_as_far_as_it_does() {
    let source = "panel-places = Lieux\n= nothing\npanel-article = { $";
    let words = Words::of_catalogue(Lang::Fr, Usage::default(), &[source]);
    assert_eq!(words.text(key::PANEL_PLACES), "Lieux");
    assert_eq!(words.text(key::PANEL_ARTICLE), "Article");
}

#[test]
fn an_argument_that_is_missing_shows_as_its_variable() {
    let said = Words::new(Lang::En).format(key::CARD_NUMBER, Args::new().plain("number", 6));
    assert_eq!(said, "6 of {$total}");
}

#[test]
fn words_are_shared_between_threads() {
    let words = Words::new(Lang::Ar);
    let copy = words.clone();
    let said =
        std::thread::spawn(move || copy.text(key::PANEL_PLACES).into_owned()).join().unwrap();
    assert_eq!(said, words.text(key::PANEL_PLACES));
}
