//! The article's claim in the card and on the map.

use crate::screen::{Screen, reader_at};
use egui::{Key, Role, vec2};
use sahel_map::dossier::ClaimId;
use sahel_map::geodata::Lang;

/// What the card of Tinzaouaten says of the article's claim: both readings, what would make it
/// true, and the buttons.
const CLAIM: [(Lang, [&str; 7]); 3] = [
    (
        Lang::En,
        [
            "Of the town, Tinzaouaten: does not fit. The border line is about 0.3 km away.",
            "Of the site, Tinzaouaten ambush: fits only a site at least 19.3 km inside Mali.",
            "19.31 km",
            "22.22 km",
            "A site that far inside Mali. The nearest lies 19.5 km from Tinzaouaten, bearing 195° SSW, at 19.7790° N, 2.9190° E.",
            "Show on the map",
            "Hide from the map",
        ],
    ),
    (
        Lang::Fr,
        [
            "De la localité, Tinzaouatène : ne convient pas. La frontière est à environ 0,3 km.",
            "Du lieu, Embuscade de Tinzaouatène : ne convient qu’à un site à 19,3 km au moins de la frontière, côté Mali.",
            "19,31 km",
            "22,22 km",
            "Un site à cette distance, côté Mali. Le plus proche est à 19,5 km de Tinzaouatène, azimut 195° SSO, en 19,7790° N, 2,9190° E.",
            "Montrer sur la carte",
            "Retirer de la carte",
        ],
    ),
    (
        Lang::Ar,
        [
            "عن البلدة، تينزاوتين: لا ينطبق. خط الحدود على بعد نحو 0.3 كم.",
            "عن الموقع، كمين تينزاوتين: لا ينطبق إلا على موقع يبعد 19.3 كم على الأقل داخل مالي.",
            "19.31 كم",
            "22.22 كم",
            "موقع بهذا البعد داخل مالي. أقربه على بعد 19.5 كم من تينزاوتين باتجاه 195° ج ج غ، عند 19.7790° ش، 2.9190° ق.",
            "أظهر على الخريطة",
            "أخفِ من الخريطة",
        ],
    ),
];

#[test]
fn a_claim_has_its_readings_in_each_language_and_is_shown_on_the_map() {
    for (lang, [town, site, statute, nautical, nearest, show, hide]) in CLAIM {
        let mut screen = Screen::sized(reader_at(lang, "tinzaouaten"), vec2(1280.0, 2_400.0), 1.0);
        screen.settle();
        for words in [town, site, statute, nautical, nearest] {
            assert_eq!(screen.rects(Role::Label, words).len(), 1, "{words}: {:#?}", screen.said());
        }
        let without = screen.picture();
        screen.click(Role::Button, show);
        let shown = screen.state().session.claim.as_ref().map(ClaimId::as_str);
        assert_eq!(shown, Some("twelve-miles"));
        let map = screen.view().rect;
        for (lat, lon) in [(19.779, 2.919), (19.948_61, 2.967_78)] {
            assert!(map.shrink(60.0).contains(screen.at(lat, lon)), "flown to {lat} {lon}");
        }
        let with = screen.picture();
        assert!(with.difference(&without) > 0.05);
        screen.click(Role::Button, hide);
        assert_eq!(screen.state().session.claim, None);
        let hidden = screen.picture();
        let change = hidden.difference(&with);
        assert!(change > 0.002, "the lines go: {change}");
        screen.click(Role::Button, show);
        assert!(screen.picture().difference(&with) < 1e-4, "and come back");
    }
}

#[test]
fn the_keyboard_stays_on_the_button_that_shows_and_hides_a_claim() {
    let mut screen = Screen::sized(reader_at(Lang::En, "tinzaouaten"), vec2(1280.0, 2_400.0), 1.0);
    let focused = |screen: &Screen| screen.focus().map(|(_, words, _)| words);
    for _ in 0..80 {
        screen.press(Key::Tab);
        if focused(&screen).as_deref() == Some("Show on the map") {
            break;
        }
    }
    for (words, shown) in [("Hide from the map", true), ("Show on the map", false)] {
        screen.press(Key::Enter);
        assert_eq!(focused(&screen).as_deref(), Some(words));
        assert_eq!(screen.state().session.claim.is_some(), shown);
    }
}
