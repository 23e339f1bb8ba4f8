//! Coordinates, held to GEOTRANS and PROJ, to what people paste, and to themselves.

use super::*;
use crate::geodata::LonLat;
use crate::measure::geodesic;
use proptest::prelude::*;

const GOLDEN: &str = include_str!("../../../tests/golden/coordinates.csv");

fn refusal(text: &str) -> String {
    parse(text).unwrap_err().to_string()
}

fn spot(lat: f64, lon: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

#[track_caller]
fn assert_reads(typed: &str, lat: f64, lon: f64) {
    let at = parse(typed).unwrap_or_else(|error| panic!("`{typed}`: {error}"));
    assert!((at.lat() - lat).abs() < 1e-9 && (at.lon() - lon).abs() < 1e-9, "{typed}: {at:?}");
}

fn metres_between(a: LonLat, b: LonLat) -> f64 {
    geodesic::distance_and_bearing(a, b).distance.0
}

mod golden {
    use super::*;

    /// Position, reference, and the middle of its square.
    fn rows() -> impl Iterator<Item = (LonLat, &'static str, LonLat)> {
        GOLDEN.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let [lat, lon, middle_lat, middle_lon] =
                [0, 1, 3, 4].map(|column: usize| cells[column].parse::<f64>().unwrap());
            (spot(lat, lon), cells[2], spot(middle_lat, middle_lon))
        })
    }

    #[test]
    fn references_are_those_of_geotrans() {
        let mut count = 0;
        for (at, reference, _) in rows() {
            let written = written(at, CoordinateStyle::Mgrs);
            if written.len() == reference.len() {
                assert_eq!(written, reference, "{at:?}");
                count += 1;
            }
        }
        assert!(count > 150, "{count} rows");
    }

    #[test]
    fn squares_of_every_size_have_the_middle_of_proj() {
        for (_, reference, middle) in rows() {
            let read = parse(reference).unwrap_or_else(|error| panic!("{reference}: {error}"));
            // The file has nine decimals.
            let off = metres_between(read, middle);
            assert!(off < 2e-4, "{reference}: {read:?} is {off} m from {middle:?}");
        }
    }
}

mod reading {
    use super::*;

    #[test]
    fn decimals_as_they_are_typed() {
        for typed in [
            "18.44,1.41",
            " 18.44 , 1.41 ",
            "+18.44,+1.41",
            "18.44 1.41",
            "18,44 1,41",
            "18,44; 1,41",
            "18,44, 1,41",
            "18.44; 1.41",
            "18.44/1.41",
            "(18.44, 1.41)",
            "[18.44, 1.41]",
            "18.44° N, 1.41° E",
            "18.44N 1.41E",
            "N18.44 E1.41",
            "N 18.44, E 1.41",
            "18.44 n 1.41 e",
            "+18.44+1.41",
            "1.41 E 18.44 N",
            "E1,41° N18,44°",
            "18.44° Nord, 1.41° Est",
            "١٨٫٤٤، ١٫٤١",
            "۱۸٫۴۴، ۱٫۴۱",
            "١٨٫٤٤ ش، ١٫٤١ ق",
            "18.44° شمالاً، 1.41° شرقًا",
            "\u{2066}18.44°\u{2069}\u{A0}ش، \u{2066}1.41°\u{2069}\u{A0}ق",
            "\u{FEFF}18.44,\u{200E}1.41",
        ] {
            assert_reads(typed, 18.44, 1.41);
        }
        assert_reads("18, 44", 18.0, 44.0);
        assert_reads("18,44", 18.0, 44.0);
        assert_reads("20 5", 20.0, 5.0);
        assert_reads("90,-180", 90.0, -180.0);
        assert_reads("12.6° N, 7.97° O", 12.6, -7.97);
        assert_reads("12.6 −7.97", 12.6, -7.97);
        assert_reads("12.6,-7.97", 12.6, -7.97);
        assert_reads("-33.86 151.2", -33.86, 151.2);
        assert_reads("33.86 S 151.2 E", -33.86, 151.2);
        assert_reads("١٢٫٦ ش ٧٫٩٧ غ", 12.6, -7.97);
    }

    #[test]
    fn degrees_minutes_and_seconds_as_they_are_pasted() {
        for typed in [
            "18 26 24 N 1 24 36 E",
            "18°26'24\" N 1°24'36\" E",
            "18°26'24\"N1°24'36\"E",
            "N18°26'24\" E1°24'36\"",
            "N 18 26 24 E 1 24 36",
            "18°26′24″N, 1°24′36″E",
            "18° 26′ 24″ N, 1° 24′ 36″ E",
            "18°26’24”N 1°24’36”E",
            "18º26'24''N 1º24'36''E",
            "18:26:24N 1:24:36E",
            "18 deg 26 min 24 sec N, 1 deg 24 min 36 sec E",
            "1 24 36 E 18 26 24 N",
            "E 1 24 36 N 18 26 24",
            "18 26 24 1 24 36",
            "+18 26 24 +1 24 36",
            "18 26 24, 1 24 36",
            "18°26'24\" 1°24'36\"",
            "18°26.4' N 1°24.6' E",
            "18 26.4 N 1 24.6 E",
            "18 26,4 N, 1 24,6 E",
            "18°26′24″ ش، 1°24′36″ ق",
            "١٨°٢٦′٢٤″ ش، ١°٢٤′٣٦″ ق",
        ] {
            assert_reads(typed, 18.44, 1.41);
        }
        assert_reads("18 26 36 N 1 24 33 E", 18.0 + 1596.0 / 3600.0, 1.0 + 1473.0 / 3600.0);
        assert_reads("12 30 S 7 45 W", -12.5, -7.75);
        assert_reads("-12 30 -7 45", -12.5, -7.75);
        assert_reads("-0 30, -0 45", -0.5, -0.75);
        assert_reads("18°26'59.9999\" N 1° E", 18.0 + (26.0 * 60.0 + 59.9999) / 3600.0, 1.0);
    }

    #[test]
    fn references_in_any_spelling() {
        let kidal = parse("31QCA3200339986").unwrap();
        for typed in [
            "31Q CA 32003 39986",
            "31q ca 32003 39986",
            " 31 Q CA 32003 39986",
            "31QCA 32003 39986",
            "\u{2066}31Q\u{A0}CA\u{A0}32003\u{A0}39986\u{2069}",
            "٣١Q CA ٣٢٠٠٣ ٣٩٩٨٦",
        ] {
            assert_eq!(parse(typed), Ok(kidal), "{typed}");
        }
        assert!(parse("1NAA6602100000").is_ok() && parse("01NAA6602100000").is_ok());
        assert!(parse("31QCA").is_ok());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (typed, said) in [
            ("95,0", "latitude `95` is outside -90..90"),
            ("95 0 0 N 1 0 0 E", "latitude `95` is outside -90..90"),
            ("0,-180.5", "longitude `-180.5` is outside -180..180"),
            ("Kidal,1.4", "latitude `Kidal` is not a number"),
            ("18.4, ", "longitude `` is not a number"),
            (",1.4", "latitude `` is not a number"),
            ("NaN,0", "latitude `NaN` is not a number"),
            ("0,inf", "longitude `inf` is not a number"),
            ("1e3,0", "latitude `1e3` is not a number"),
            ("18,44345,1,40921", "position `18,44345,1,40921`"),
            ("18.44", "position `18.44`"),
            ("", "position ``"),
            ("18°61' N 1° E", "minutes or seconds `61` are not below 60"),
            ("18 26 60 N 1 24 33 E", "minutes or seconds `60` are not below 60"),
            ("-18.44 N 1.41 E", "position `-18.44 N 1.41 E` has a minus and a letter"),
            ("18.44 N 1.41 S", "position `18.44 N 1.41 S`: write one latitude"),
            ("61QCA3200339986", "MGRS zone `61` is not from 1 to 60"),
            ("0NAA6602100000", "MGRS zone `0` is not from 1 to 60"),
            ("31OCA3200339986", "MGRS band `31O`"),
            ("32XMG3200339986", "MGRS band `32X`"),
            ("31QSV3200339986", "MGRS square `SV` is not in `31Q`"),
            ("31QCW3200339986", "MGRS square `CW` is not in `31Q`"),
            ("31RCA3200339986", "MGRS square `CA` is not in `31R`"),
            ("ZKA3200339986", "MGRS square `KA` is not in `Z`"),
            ("31QCA320033998", "MGRS figures `320033998`"),
            ("31QCA320033399866", "MGRS figures `320033399866`"),
        ] {
            let refusal = refusal(typed);
            assert!(refusal.starts_with(said), "{typed}: {refusal}");
        }
    }

    #[test]
    fn other_texts_are_no_positions() {
        for typed in [
            "18",
            "18.44,",
            "18 1 2",
            "kidal",
            "n s",
            "1e3 2",
            "-",
            "12 km",
            "° '",
            "18.44, 1.41 x",
            "18.44.33",
            "18.5 30 N 1 E",
            "18.44 E, 1.41",
            "18 N 1",
            "N",
            "18° 36\" 1°",
            "1 2 3 4 5",
            "18 - 1",
            "12345678",
            ".",
            ". .",
            "18,44,1,40",
            "1,5,2",
            "bar",
            "zou",
            "18 est",
            "25 juillet 2024",
            "18.44, 1.41, 5",
            "18, 1, 5",
            "31Q",
            "123QCA32003",
        ] {
            assert!(parse(typed).is_err(), "{typed}: {:?}", parse(typed));
        }
    }

    #[test]
    fn a_pasted_book_is_refused_and_not_repeated() {
        for book in ["1 ".repeat(5_000), "18.44, 1.41 ".repeat(900), "ش".repeat(10_000)] {
            assert!(refusal(&book).len() < 300);
        }
    }
}

mod writing {
    use super::*;

    #[test]
    fn degrees_have_no_sign() {
        let shown = decimal_degrees(spot(12.609_15, -7.975_224), 4);
        let north = ShownDegrees { degrees: 12.6092, hemisphere: Hemisphere::North };
        let west = ShownDegrees { degrees: 7.9752, hemisphere: Hemisphere::West };
        assert_eq!(shown, ShownPosition { latitude: north, longitude: west });
        let origin = decimal_degrees(spot(-0.0, -1e-9), 5);
        assert_eq!(origin.longitude.hemisphere, Hemisphere::East);
        assert_eq!(origin.latitude.hemisphere, Hemisphere::North);
    }

    #[test]
    fn seconds_are_carried() {
        let second = 1.0 / 3600.0;
        for (degrees, decimals, expected) in [
            (18.44, 0, (18, 26, 24.0)),
            (18.443_45, 1, (18, 26, 36.4)),
            (1.0 - 1e-5 * second, 1, (1, 0, 0.0)),
            (1.0 + 59.94 * second, 1, (1, 0, 59.9)),
            (1.0 + 59.9999 * second, 1, (1, 1, 0.0)),
            (1.0 + 59.9999 * second, 4, (1, 0, 59.9999)),
            (1.0 + 59.51 * second, 0, (1, 1, 0.0)),
            (29.0 + 3599.96 * second, 1, (30, 0, 0.0)),
            (90.0, 1, (90, 0, 0.0)),
        ] {
            let shown = dms(spot(degrees, degrees), decimals).longitude;
            assert_eq!((shown.degrees, shown.minutes, shown.seconds), expected, "{degrees}");
        }
        let none = dms(spot(-1e-9, -1e-9), 1);
        assert_eq!(none.latitude.hemisphere, Hemisphere::North);
        assert_eq!(none.longitude.hemisphere, Hemisphere::East);
        assert_eq!(dms(spot(-0.5, -0.5), 1).latitude.hemisphere, Hemisphere::South);
    }

    #[test]
    fn text_for_other_programs() {
        let sydney = spot(-33.8568, 151.2153);
        let written = CoordinateStyle::ALL.map(|style| written(sydney, style));
        assert_eq!(
            written,
            ["-33.85680, 151.21530", "33°51'24.5\"S 151°12'55.1\"E", "56HLH3490052288"]
        );
        assert_eq!(
            super::written(spot(-1e-9, -1e-9), CoordinateStyle::Decimal),
            "0.00000, 0.00000"
        );
    }

    #[test]
    fn the_ends_of_the_earth() {
        assert_eq!(mgrs(spot(90.0, 0.0)), "Z AH 00000 00000");
        assert_eq!(mgrs(spot(-90.0, 0.0)), "B AN 00000 00000");
        assert_eq!(mgrs(spot(0.0, 180.0)), mgrs(spot(0.0, -180.0)));
        assert!(mgrs(spot(84.0, 10.0)).starts_with("33X"), "the last of UTM");
        assert!(mgrs(spot(-80.0, 10.0)).starts_with("32C"));
    }
}

prop_compose! {
    fn anywhere()(lat in -90.0..=90.0_f64, lon in -180.0..=180.0_f64) -> LonLat {
        spot(lat, lon)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_written_for_programs_is_read_back(at in anywhere()) {
        for (style, metres) in CoordinateStyle::ALL.into_iter().zip([0.9, 2.3, 0.8]) {
            let text = written(at, style);
            let back = parse(&text).unwrap();
            // Half of the last place, along both ways.
            prop_assert!(metres_between(at, back) < metres, "{text}: {back:?}");
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}", digits in "[0-9NSEW°'\", .;:+-]{0,40}") {
        for text in [text, digits] {
            if let Err(error) = parse(&text) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn any_reference_is_read_or_refused(
        reference in "[0-9]{0,2}[A-Z]{3}[0-9]{0,12}",
    ) {
        if let Ok(at) = parse(&reference) {
            // Some square of that size is there: read back it is the same.
            let again = parse(&written(at, CoordinateStyle::Mgrs)).unwrap();
            prop_assert!(metres_between(at, again) < 0.8, "{reference}");
        }
    }
}
