//! What is reported: the article, its excerpts, places, events, claims and actors.
//!
//! A dossier is a folder of TOML files (`assets/dossier/EXAMPLE.md` describes it), or one file in
//! which they are packed. Everything in
//! it carries its basis: what the article says, with the paragraph (¶), or context, which is
//! public knowledge; what the article itself only reports is marked. The program quotes and
//! attributes, and adds no judgment.
//!
//! ```
//! use sahel_map::dossier::{Dossier, PlaceId};
//! let loaded = Dossier::built_in()?;
//! assert!(loaded.notices.is_empty());
//! let kidal = PlaceId::new("kidal")?;
//! assert_eq!(loaded.dossier.excerpts_of(&kidal)[0].paragraph, 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod archive;
mod article;
mod built_in;
mod check;
mod claim;
mod error;
mod event;
mod fields;
mod files;
mod fingerprint;
mod folder;
mod id;
mod layer;
mod notice;
mod parse;
mod place;
mod records;
mod references;
mod scene;
mod scenes_file;
mod select;
mod told;
mod when;

pub use article::{Article, CUT, Excerpt, Genre, Link, Translation};
pub use check::{About, Checked, CheckedReading, Finding, Subject, Verdict, WhyNot, check};
pub use claim::{Amount, Claim, NotAnAmount, Reading, Stated};
pub use error::{DossierError, WriteError, WrongEntry};
pub use event::{Actor, Event};
pub use files::{DossierFiles, ONE_FILE, is_one_file};
pub use fingerprint::sha256;
pub use id::{
    ActorId, ClaimId, DossierId, EventId, ExcerptId, MAX_ID_BYTES, NotAnId, PlaceId, SceneId,
};
pub use layer::Layer;
pub use notice::{Contradiction, Notice, Outcome, Problem};
pub use parse::{
    FILES, FORMAT, Loaded, MAX_ENTRIES, MAX_FILE_BYTES, MAX_NOTICES, MAX_RECORDS, parse,
};
pub use place::{Basis, Kind, Place, Precision, Ring, TOWN_RADIUS};
pub(crate) use records::{MAX_AMOUNT, MAX_RADIUS};
pub use scene::{Callout, CalloutAt, Extent, MAX_CALLOUTS, Quote, Scene};
pub use when::{Part, Period, When, WhenError, WhenReason};

use crate::geodata::Names;

/// An article and all that is known from it and about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Its id.
    pub id: DossierId,
    /// What it is called.
    pub title: Names,
    /// The SHA-256 of its files, in hexadecimal: what `LC_ALL=C sha256sum *.toml | sha256sum` prints
    /// in its folder.
    pub sha256: String,
    /// The article.
    pub article: Article,
    /// The place whose card is open at first: the one the file says, else the first pin.
    pub opens_with: Option<PlaceId>,
    /// Words of the article, in its order.
    pub excerpts: Vec<Excerpt>,
    /// Places, in the order of the file.
    pub places: Vec<Place>,
    /// Events, in the order of the file.
    pub events: Vec<Event>,
    /// Claims, in the order of the file.
    pub claims: Vec<Claim>,
    /// Actors, in the order of the file.
    pub actors: Vec<Actor>,
    /// Scenes of its briefing, in order.
    pub scenes: Vec<Scene>,
}
