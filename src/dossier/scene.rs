//! What a briefing shows, one scene after another.

use super::id::SceneId;
use crate::geodata::Names;

/// One scene of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// Its title.
    pub title: Names,
}
