//! Many points on the map: are they drawn where they are, as what they are, and only once sent?

use crate::made_points::generated;
use crate::screen::{Picture, Screen, reader_of};
use egui::{Pos2, vec2};
use sahel_map::dossier::Kind;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::map::points::{MapPoint, PointId};
use sahel_map::state::{Action, Camera, Session, ThemeChoice};

/// Colours of the theme, as the map draws them: see `assets/theme/dark.toml` and `map/theme.rs`.
const BATTLE: [u8; 3] = [0xD5, 0x5E, 0x00];
const DIPLOMACY: [u8; 3] = [0x56, 0xB4, 0xE9];
const GOVERNMENT: [u8; 3] = [0x00, 0x9E, 0x73];
const WHITE: [u8; 3] = [0xFF; 3];
const PANEL: [u8; 3] = [0x14, 0x1B, 0x25];
const ACCENT: [u8; 3] = [0xE3, 0xA8, 0x57];

/// Desert north of Timbuktu, without pins or names.
const DESERT: (f64, f64) = (-3.5, 20.5);

fn camera((lon, lat): (f64, f64), zoom: f64) -> Camera {
    Camera { center: LonLat::new(lon, lat).unwrap(), zoom }
}

fn session(at: (f64, f64), zoom: f64) -> Session {
    let theme = ThemeChoice::Dark;
    Session { theme, camera: Some(camera(at, zoom)), ..reader_of(Lang::En) }
}

fn point(id: u32, (lon, lat): (f64, f64), kind: Kind) -> MapPoint {
    MapPoint { id: PointId(id), at: LonLat::new(lon, lat).unwrap(), kind }
}

/// A window on these points, at rest, and its picture.
fn shown(session: Session, points: Vec<MapPoint>) -> (Screen, Picture) {
    let mut screen = Screen::with_points(session, points);
    screen.settle();
    let picture = screen.picture();
    (screen, picture)
}

/// The middle of the point (lon, lat) on the screen.
fn at(screen: &Screen, (lon, lat): (f64, f64)) -> Pos2 {
    screen.at(lat, lon)
}

fn is_near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.into_iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 2)
}

#[track_caller]
fn assert_color(picture: &Picture, at: Pos2, wanted: [u8; 3]) {
    let found = picture.color_at(at);
    assert!(is_near(found, wanted), "{found:02X?} at {at:?}, not {wanted:02X?}");
}

#[test]
fn no_points_draw_nothing() {
    let (mut screen, picture) = shown(session(DESERT, 7.0), Vec::new());
    let mut without = Screen::sized(session(DESERT, 7.0), vec2(960.0, 600.0), 1.0);
    without.settle();
    assert!(picture.difference(&without.picture()) <= 0.0);
    screen.point_at(at(&screen, DESERT));
}

#[test]
fn one_point_is_a_disc_of_its_kind_with_a_white_rim_at_every_zoom() {
    for zoom in [4.0, 7.3, 11.0, 14.0] {
        let one = vec![point(1, DESERT, Kind::Diplomacy)];
        let (screen, picture) = shown(session(DESERT, zoom), one);
        let middle = at(&screen, DESERT);
        assert_color(&picture, middle, DIPLOMACY);
        for side in [vec2(5.5, 0.0), vec2(-5.5, 0.0), vec2(0.0, 5.5), vec2(0.0, -5.5)] {
            assert_color(&picture, middle + side, WHITE);
        }
        assert!(!is_near(picture.color_at(middle + vec2(11.0, 0.0)), WHITE), "zoom {zoom}");
    }
}

#[test]
fn a_cluster_has_a_ring_in_the_shares_of_its_kinds() {
    // Half battles, a quarter each diplomacy and government: right, lower left, upper left.
    let kinds = [Kind::Battle, Kind::Diplomacy, Kind::Battle, Kind::Government];
    let points = kinds.into_iter().zip(0..).map(|(kind, id)| point(id, DESERT, kind));
    let (screen, picture) = shown(session(DESERT, 7.0), points.collect());
    let middle = at(&screen, DESERT);
    for (turn, color) in [
        (0.1, BATTLE),
        (0.4, BATTLE),
        (0.55, DIPLOMACY),
        (0.7, DIPLOMACY),
        (0.8, GOVERNMENT),
        (0.95, GOVERNMENT),
    ] {
        let (sin, cos) = (std::f32::consts::TAU * turn).sin_cos();
        assert_color(&picture, middle + 18.0 * vec2(sin, -cos), color);
    }
    assert_color(&picture, middle + vec2(12.0, 0.0), PANEL);
    // Its count, in the middle.
    let lit = (-6..=6).flat_map(|x| (-7..=7).map(move |y| vec2(x as f32, y as f32)));
    let lit = lit.filter(|off| picture.color_at(middle + *off)[0] > 200).count();
    assert!((10..90).contains(&lit), "{lit} light pixels for a 4");
}

#[test]
fn at_zoom_12_the_points_of_a_cluster_stand_alone() {
    let west = (DESERT.0 - 0.01, DESERT.1);
    let points = vec![point(1, west, Kind::Battle), point(2, DESERT, Kind::Government)];
    let (screen, picture) = shown(session(DESERT, 12.0), points.clone());
    assert_color(&picture, at(&screen, west), BATTLE);
    assert_color(&picture, at(&screen, DESERT), GOVERNMENT);
    let (screen, picture) = shown(session(DESERT, 10.0), points);
    let middle = at(&screen, (DESERT.0 - 0.005, DESERT.1));
    assert_color(&picture, middle + vec2(18.0, 0.0), BATTLE);
    assert_color(&picture, middle - vec2(18.0, 0.0), GOVERNMENT);
}

#[test]
fn points_at_the_date_line_do_not_show_elsewhere() {
    let ends = [(-180.0, 20.0), (180.0, 20.0), (180.0, 90.0), (-180.0, -90.0)];
    let points = ends.into_iter().zip(0..).map(|(end, id)| point(id, end, Kind::Battle)).collect();
    let (_, picture) = shown(session(DESERT, 3.5), points);
    let mut without = Screen::sized(session(DESERT, 3.5), vec2(960.0, 600.0), 1.0);
    without.settle();
    assert!(picture.difference(&without.picture()) <= 0.0);
}

#[test]
fn a_hundred_thousand_points_on_one_spot_are_one_cluster_and_then_one_disc() {
    let pile: Vec<MapPoint> = (0..100_000).map(|id| point(id, DESERT, Kind::Battle)).collect();
    let (screen, picture) = shown(session(DESERT, 9.0), pile.clone());
    let middle = at(&screen, DESERT);
    // Six digits and their separator need a wider disc.
    assert_color(&picture, middle + vec2(35.0, 0.0), BATTLE);
    assert_color(&picture, middle + vec2(0.0, 18.0), PANEL);
    let (screen, picture) = shown(session(DESERT, 12.5), pile);
    let middle = at(&screen, DESERT);
    assert_color(&picture, middle, BATTLE);
    assert_color(&picture, middle + vec2(5.5, 0.0), WHITE);
    assert!(!is_near(picture.color_at(middle + vec2(35.0, 0.0)), BATTLE));
}

#[test]
fn the_pointer_puts_a_ring_round_what_it_is_on() {
    let (mut screen, before) = shown(session(DESERT, 9.0), vec![point(1, DESERT, Kind::Battle)]);
    let middle = at(&screen, DESERT);
    let ring = middle + vec2(8.5, 0.0);
    assert!(!is_near(before.color_at(ring), ACCENT));
    screen.point_at(middle + vec2(-4.0, 0.0));
    screen.pass(0.2);
    let over = screen.picture();
    assert!(over.color_at(ring)[0] > 150, "{:02X?}", over.color_at(ring));
    screen.pointer_leaves();
    assert!(!is_near(screen.picture().color_at(ring), ACCENT));
}

#[test]
fn points_stay_put_to_the_pixel_as_the_map_moves_at_zoom_14() {
    let (mut screen, _) = shown(session(DESERT, 14.0), vec![point(1, DESERT, Kind::Battle)]);
    for step in 1..=8 {
        // Seventh parts of a pixel, eastward.
        let shift = f64::from(step) / 7.0 * 360.0 / (256.0 * 14.0_f64.exp2());
        let moved = camera((DESERT.0 - shift, DESERT.1), 14.0);
        screen.apply(Action::MoveCamera(moved));
        let picture = screen.picture();
        let middle = at(&screen, DESERT);
        let row = (-9..=9_i8).map(|x| middle + vec2(f32::from(x), 0.0));
        let row = row.map(|at| (at.x.floor() + 0.5, f32::from(picture.color_at(at)[2])));
        // The blue of the rim, white, weighs its two sides; that of a battle's fill is none.
        let (mut sum, mut weight) = (0.0, 0.0);
        for (x, blue) in row {
            let light = (blue - 90.0).max(0.0);
            sum += x * light;
            weight += light;
        }
        let drawn = sum / weight;
        assert!((drawn - middle.x).abs() < 0.12, "step {step}: {drawn} for {}", middle.x);
    }
}

#[test]
fn no_text_is_set_again_that_was_shown_before() {
    for lang in Lang::ALL {
        let mut screen = Screen::open(reader_of(lang));
        let mut look = || {
            for step in 0..6_u8 {
                let way = f64::from(step) * 0.4;
                screen.apply(Action::MoveCamera(camera((19.0, 1.0 + way), 5.0 + way)));
            }
            screen.texts_made()
        };
        let first = look();
        assert!(first > 100, "{lang:?}");
        assert_eq!(look(), first, "{lang:?}");
    }
}

#[test]
fn nothing_is_sent_to_the_graphics_card_again_as_the_map_moves() {
    let session = Session { selected: None, ..session(DESERT, 6.2) };
    let mut screen = Screen::with_points(session, generated(20_000, 5));
    let mut look = |zoom: f64, shift: f64| {
        screen.apply(Action::MoveCamera(camera((DESERT.0 + shift, DESERT.1), zoom)));
        screen.picture();
        screen.uploads()
    };
    let before = look(6.2, 0.0);
    assert!(before > 0);
    // As far as the same ground and the same borders are shown.
    for step in 1..10 {
        let zoom = 6.2 + f64::from(step) * 0.03;
        assert_eq!(look(zoom, f64::from(step) * 0.1), before, "step {step}");
    }
}

#[test]
fn counts_are_written_in_the_readers_digits() {
    let pile: Vec<MapPoint> = (0..2_345).map(|id| point(id, DESERT, Kind::Battle)).collect();
    let of = |lang| {
        let session = Session { lang, ..session(DESERT, 9.0) };
        let (screen, picture) = shown(session, pile.clone());
        let middle = at(&screen, DESERT);
        assert_color(&picture, middle + vec2(25.0, 0.0), BATTLE);
        picture
    };
    assert!(of(Lang::Fr).difference(&of(Lang::En)) > 0.0);
    of(Lang::Ar);
}
