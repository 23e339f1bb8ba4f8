//! Sahel Map: a desktop map of the Sahel conflict.
//!
//! It draws Mali, Algeria, Niger and Burkina Faso offline, pins the places of an Arabic article
//! with its own words, and measures the distance from anything to the four borders on the WGS84
//! ellipsoid.
//!
//! # The layers, in order
//!
//! A module uses only those above it in this list; `tests/layers.rs` holds that.
//!
//! 1. [`disk`] holds how a file gets on the disk whole.
//! 2. [`geodata`] holds what is known of the ground.
//! 3. [`measure`] holds border distance, bearing, units, coordinates.
//! 4. [`dossier`] holds what is reported.
//! 5. [`i18n`] holds words, numbers and dates in Arabic, French and English.
//! 6. [`text`] holds setting a line or a paragraph of any of them.
//! 7. [`state`] holds the application as data.
//! 8. [`map`] holds the map.
//! 9. [`panels`] holds the panels around it.
//! 10. [`briefing`] holds scenes on screen and the presenter.
//! 11. [`export`] holds pictures.
//! 12. [`shell`] holds window, disk, clock: every side effect.
//! 13. [`cli`] holds the same powers without a window.
//!
//! # Words
//!
//! *Excerpt*: verbatim words of the article with their paragraph. *Basis*: whether the
//! article says a thing or it is context. *Border line*: the edges of a country's ring that are
//! its land border. *Stretch*: a run of them with one neighbour. *Foot point*: the nearest point
//! of a border. *Place radius*: how large a place is, which every distance from it carries.

pub mod briefing;
pub mod cli;
pub mod disk;
pub mod dossier;
pub mod export;
pub mod geodata;
pub mod i18n;
pub mod map;
pub mod measure;
pub mod panels;
pub mod shell;
pub mod state;
pub mod text;
