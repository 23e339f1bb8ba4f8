//! Pictures that were looked at, and that the window must keep looking like.
//!
//! They are made with one software driver (lavapipe). `UPDATE_SNAPSHOTS=1 cargo test --test
//! window pictures` makes them anew; look at each before it is committed.

use crate::screen::{Screen, reader_at, reader_of};
use egui::{Vec2, vec2};
use egui_kittest::SnapshotOptions;
use sahel_map::dossier::ClaimId;
use sahel_map::geodata::{Lang, LonLat};
use sahel_map::state::{Camera, Session, ThemeChoice};

/// What may differ between two versions of the driver: edges by a shade, and nothing more.
fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().output_path("tests/pictures").threshold(1.0).max_failed_pixels(40)
}

#[track_caller]
fn looks_like(name: &str, session: Session) {
    looks_like_at(name, session, vec2(960.0, 600.0));
}

#[track_caller]
fn looks_like_at(name: &str, session: Session, size: Vec2) {
    let mut screen = Screen::sized(session, size, 1.0);
    screen.compare(name, &tolerance());
}

#[test]
fn the_theatre() {
    looks_like("theatre-dark-en", reader_of(Lang::En));
}

#[test]
fn the_card_of_kidal() {
    let session = Session { theme: ThemeChoice::Light, ..reader_at(Lang::Ar, "kidal") };
    looks_like("kidal-light-ar", session);
}

#[test]
fn the_two_towns_at_the_border() {
    let center = LonLat::new(2.96778, 19.95).unwrap();
    let camera = Some(Camera { center, zoom: 12.0 });
    looks_like("tinzaouaten-dark-fr", Session { camera, ..reader_at(Lang::Fr, "tinzaouaten") });
}

#[test]
fn the_claim_with_its_loupe() {
    let center = LonLat::new(2.95, 19.85).unwrap();
    let session = Session {
        camera: Some(Camera { center, zoom: 10.0 }),
        claim: ClaimId::new("twelve-miles").ok(),
        ..reader_at(Lang::En, "tinzaouaten")
    };
    looks_like_at("claim-dark-en", session, vec2(1280.0, 800.0));
}
