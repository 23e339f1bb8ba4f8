//! Whether figures, dates, places and brackets of an Arabic sentence read as they are meant.

use egui::{Color32, Context};
use sahel_map::dossier::When;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::i18n::isolate::{bare, inserted};
use sahel_map::i18n::{Digits, Usage, Words};
use sahel_map::measure::{BorderError, Degrees, LengthUnit, Metres, Uncertainty};
use sahel_map::text::{Direction, TextEngine};

use super::{BODY, Screen, drawn, pixels};

/// `words` with each digit and each sign in the given digits.
fn in_digits(digits: Digits, words: &str) -> String {
    if digits == Digits::Western {
        return words.to_owned();
    }
    let digit = |c: char| match c {
        '.' => '٫',
        _ => c.to_digit(10).and_then(|d| char::from_u32(0x660 + d)).unwrap_or(c),
    };
    words.chars().map(digit).collect()
}

/// Every sentence of a reader's language with a figure in it, with the figures as they must be seen
/// from left to right, the sentence's first at the right.
fn sentences(words: &Words) -> Vec<(String, &'static [&'static str])> {
    let date = |date| words.date(&When::parse(date).unwrap(), |_| None);
    let border = BorderError::AtMost(Metres(37.0));
    let town = Uncertainty { border, place_radius: Metres(50.0) };
    let figure = words.border_figure(Metres(195_853.93), town, LengthUnit::Km);
    let coordinates = |lon, lat| words.coordinates(LonLat::new(lon, lat).unwrap());
    vec![
        (date("2024-07-25"), &["25", "2024"]),
        (date("2024-07"), &["2024"]),
        (date("2024-07-25/2024-07-27"), &["25", "27", "2024"]),
        (coordinates(1.409_21, 18.443_45), &["18.4435°", "1.4092°"]),
        (coordinates(-1.409_21, -18.443_45), &["18.4435°", "1.4092°"]),
        (figure.words, &["195.9"]),
        (words.uncertainty(Metres(1_300.0), LengthUnit::Km), &["±1.3"]),
        (words.bearing(Degrees(66.8)), &["067°"]),
        (words.bearing(Degrees(359.9)), &["000°"]),
    ]
}

#[test]
fn figures_read_from_the_left_and_follow_each_other_from_the_right() {
    let screen = Screen::new();
    for digits in [Digits::Western, Digits::ArabicIndic] {
        let words = Words::with_usage(Lang::Ar, Usage { digits, ..Usage::default() });
        for (said, figures) in sentences(&words) {
            // Before and after words, and against the Latin name and the figure of another piece.
            for around in [["تبعد كيدال ", " عن الحدود"], ["Kidal 12 ", " (3) Gao"], ["", ""]]
            {
                let text = format!("مالي {}{said}{}", around[0], around[1]);
                let galley = screen
                    .pass(|engine, ctx| engine.line(ctx, &text, &BODY.direction(Direction::Rtl)));
                let chars: Vec<char> = text.chars().collect();
                let seen: String =
                    drawn(&galley, 0).into_iter().map(|index| chars[index]).collect();
                let mut rest = seen.as_str();
                for figure in figures {
                    let figure = in_digits(digits, figure);
                    let at = rest.rfind(&figure);
                    assert!(at.is_some(), "`{figure}` in `{rest}` of {text:?}");
                    rest = &rest[..at.unwrap()];
                }
            }
        }
    }
}

#[test]
fn names_and_ids_in_other_letters_stay_whole() {
    let screen = Screen::new();
    for (lang, direction, sentence) in [
        (Lang::Ar, Direction::Rtl, ["معرّف المكان ", "، 12 كم"]),
        (Lang::Fr, Direction::Ltr, ["lieu ", ", 12 km"]),
    ] {
        for name in ["in-khalil", "GAO-7 (2024)", "1st place!", "عين خليل 2", "3 مالي (أ)"]
        {
            let rtl = name.chars().find(|c| c.is_alphabetic()) > Some('\u{590}');
            let text = format!("{}{}{}", sentence[0], inserted(lang, name), sentence[1]);
            let galley =
                screen.pass(|engine, ctx| engine.line(ctx, &text, &BODY.direction(direction)));
            let chars: Vec<char> = text.chars().collect();
            let seen: String = drawn(&galley, 0).into_iter().map(|index| chars[index]).collect();
            // A name by itself is the measure of how it is read.
            let alone = if rtl { Direction::Rtl } else { Direction::Ltr };
            let alone = screen.pass(|engine, ctx| engine.line(ctx, name, &BODY.direction(alone)));
            let chars: Vec<char> = bare(name).chars().collect();
            let alone: String = drawn(&alone, 0).into_iter().map(|index| chars[index]).collect();
            assert!(seen.contains(&alone), "`{alone}` in `{seen}`");
        }
    }
}

#[test]
fn brackets_open_to_what_they_hold() {
    let screen = Screen::new();
    let picture =
        |engine: &TextEngine, ctx: &Context, text: &str, direction| -> Vec<Vec<Color32>> {
            pixels(ctx, &engine.line(ctx, text, &BODY.direction(direction)))
        };
    screen.pass(|engine, ctx| {
        for (open, close) in
            [("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("<", ">"), ("‹", "›")]
        {
            let [ltr_open, ltr_close] =
                [open, close].map(|text| picture(engine, ctx, text, Direction::Ltr));
            let [rtl_open, rtl_close] =
                [open, close].map(|text| picture(engine, ctx, text, Direction::Rtl));
            assert_ne!(ltr_open, ltr_close);
            assert_eq!((&rtl_open, &rtl_close), (&ltr_close, &ltr_open), "{open}{close}");
            // Where they stand, they are an Arabic opening one at the right of what it holds.
            let held = engine.line(ctx, &format!("{open}كيدال{close}"), &BODY);
            let order = drawn(&held, 0);
            assert_eq!((order.first(), order.last()), (Some(&6), Some(&0)));
        }
    });
}

#[test]
fn lam_and_alef_are_one_glyph_in_each_of_their_forms() {
    let screen = Screen::new();
    for alef in ["ا", "أ", "إ", "آ"] {
        for (before, after) in [("", ""), ("ب", ""), ("", "ب"), ("ب", "ب")] {
            let word = format!("{before}ل{alef}{after}");
            let painted = super::painted(&screen.line(&word));
            let others = before.chars().count() + after.chars().count();
            assert_eq!(painted, 1 + others, "{word}");
            let galley = screen.line(&word);
            let letters: Vec<usize> = (0..word.chars().count()).rev().collect();
            assert_eq!(drawn(&galley, 0), letters, "each letter has its place: {word}");
        }
    }
}

/// Each figure of each kind is that of the font: none is drawn as the other kind.
#[test]
fn digits_of_both_kinds_are_shown_as_they_are_written() {
    let screen = Screen::new();
    let kinds = ['0', '٠', '۰'].map(|zero| -> Vec<Vec<Vec<Color32>>> {
        let digits = (0..10).filter_map(|d| char::from_u32(u32::from(zero) + d));
        screen.pass(|engine, ctx| {
            let digit = |d: char| pixels(ctx, &engine.line(ctx, &d.to_string(), &BODY));
            digits.map(digit).collect()
        })
    });
    let [western, arabic, persian] = &kinds;
    for d in 0..10 {
        assert!(western[d] != arabic[d], "{d}");
        assert!(western[d].iter().flatten().any(|pixel| pixel.a() > 200), "{d}");
        assert!(arabic[d].iter().flatten().any(|pixel| pixel.a() > 200), "{d}");
    }
    assert_ne!(arabic[4], persian[4]);
}
