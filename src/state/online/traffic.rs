//! What went over the network, and what is wrong with it.

use super::Host;

/// What went over the network in this run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How often somebody was asked for something.
    pub requests: u64,
    /// Who is being asked now.
    pub asking: Option<Host>,
    /// Bytes of tiles on the disk, once they were counted.
    pub cached: Option<u64>,
    /// Who does not send tiles now, and why.
    pub trouble: Option<(Host, Trouble)>,
}

/// Why no tile came.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The host is not to be reached: there is no network, or no such host, or nobody answers.
    #[error("it cannot be reached")]
    Unreachable,
    /// It did not send everything in time.
    #[error("it takes too long")]
    Slow,
    /// It wants to be asked less (429 or 503).
    #[error("it asks for a pause")]
    Busy,
    /// It refuses: a key is missing or wrong, or the program is blocked (401, 403, and the like).
    #[error("it refuses (HTTP {0})")]
    Refused(u16),
    /// It has a fault of its own (500 and above), or answers in a way that makes no sense.
    #[error("it answers with HTTP {0}")]
    Status(u16),
    /// It sends elsewhere, to a host that was not allowed.
    #[error("it sends to another host")]
    Elsewhere,
    /// What it sent is larger than any tile.
    #[error("it sends more than a tile")]
    TooLarge,
    /// What it sent is no tile, in English.
    #[error("what it sends is no tile: {0}")]
    NoTile(String),
    /// Its certificate is not one that this computer trusts.
    #[error("its certificate is not trusted")]
    Certificate,
}
