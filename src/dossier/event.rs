//! What happened, by whom, when by the article and when by public knowledge.

use super::id::{ActorId, EventId, PlaceId};
use super::place::{Basis, Kind};
use super::when::When;
use crate::geodata::Names;

/// Something the article says happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What sort of event.
    pub kind: Kind,
    /// What happened, in a few words of ours.
    pub title: Names,
    /// Where.
    pub places: Vec<PlaceId>,
    /// Who, by the article.
    pub actors: Vec<ActorId>,
    /// Who, by public knowledge.
    pub actors_context: Vec<ActorId>,
    /// The paragraph (¶) that says so.
    pub paragraph: u16,
    /// When, by the article; `None` is "no date given".
    pub when_article: Option<When>,
    /// When, by public knowledge; several where it happened several times.
    pub when_context: Vec<When>,
    /// Whether the article itself only reports this.
    pub reported: bool,
}

/// Someone who acts in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its id.
    pub id: ActorId,
    /// Its names.
    pub names: Names,
    /// The initials it is known by, the same in every language.
    pub initials: Option<String>,
    /// The people who speak for it in the article.
    pub persons: Vec<Names>,
    /// Where the article names it.
    pub basis: Basis,
}
