//! Does the window do what the reader's hand, eye and screen reader expect of it?
//!
//! The whole window is run, without a display, and drawn by a software driver.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "window/archive.rs"]
mod archive;
#[path = "support/archives.rs"]
mod archives;
#[path = "window/article.rs"]
mod article;
#[path = "window/briefing.rs"]
mod briefing;
#[path = "window/card.rs"]
mod card;
#[path = "window/claim.rs"]
mod claim;
#[path = "window/country.rs"]
mod country;
#[path = "window/export.rs"]
mod export;
#[cfg(debug_assertions)]
#[path = "window/fitting.rs"]
mod fitting;
#[path = "window/guide.rs"]
mod guide;
#[path = "window/guide_pictures.rs"]
mod guide_pictures;
#[path = "window/instrument.rs"]
mod instrument;
#[path = "window/keyboard.rs"]
mod keyboard;
#[path = "window/language.rs"]
mod language;
#[path = "window/layers.rs"]
mod layers;
#[path = "window/listing.rs"]
mod listing;
#[path = "support/points.rs"]
mod made_points;
#[path = "window/map.rs"]
mod map;
#[path = "window/names.rs"]
mod names;
#[path = "window/notices.rs"]
mod notices;
#[path = "window/online.rs"]
mod online;
#[path = "window/pictures.rs"]
mod pictures;
#[path = "window/points.rs"]
mod points;
#[path = "window/reading.rs"]
mod reading;
#[path = "window/scenes.rs"]
mod scenes;
#[path = "support/screen.rs"]
mod screen;
#[path = "window/search.rs"]
mod search;
#[path = "window/settings.rs"]
mod settings;
#[path = "window/sizes.rs"]
mod sizes;
#[path = "window/status.rs"]
mod status;
