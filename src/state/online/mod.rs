//! Tiles from the network: from whom they may be fetched, and how that goes.
//!
//! Nothing is asked of a host that the reader has not allowed. What is kept of this is no part of the
//! session: consent is neither undone nor redone, and an address may hold a key.

mod template;
mod traffic;

pub use template::{Host, LONGEST, Template, TemplateFault};
pub use traffic::{Traffic, Trouble};

use super::{AppState, Base, Dialog, Effect, Notice, OpenTiles, TileKind, TileSet, TilesFrom};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name of the source that is always there.
pub const OPEN_STREET_MAP: &str = "OpenStreetMap";
/// Whom to name beside a map of its tiles.
const OPEN_STREET_MAP_CREDIT: &str = "© OpenStreetMap contributors (openstreetmap.org/copyright)";
/// The address that its usage policy gives.
const OPEN_STREET_MAP_TILES: &str = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
/// Most sources of the reader's own.
const MOST_SOURCES: usize = 32;
/// The last zoom that most servers of pictures have.
const LAST_OF_PICTURES: u8 = 19;
/// The last zoom that most servers of vector tiles have; closer, their tiles are enlarged.
const LAST_OF_VECTORS: u8 = 14;
/// Longest credit of a source, in characters.
pub const LONGEST_CREDIT: usize = 300;

/// Someone who has tiles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnlineSource {
    /// What it is called, and found by; no two have one name.
    pub name: String,
    /// Where its tiles are.
    pub template: Template,
    /// Whom to name beside the map.
    #[serde(default)]
    pub credit: String,
    /// What its tiles are.
    pub kind: TileKind,
}

impl OnlineSource {
    /// The tiles of OpenStreetMap's own servers.
    #[must_use]
    pub fn open_street_map() -> Option<Self> {
        Some(Self {
            name: OPEN_STREET_MAP.to_owned(),
            template: Template::parse(OPEN_STREET_MAP_TILES).ok()?,
            credit: OPEN_STREET_MAP_CREDIT.to_owned(),
            kind: TileKind::Raster { side: 256 },
        })
    }

    /// What the map needs to know of it.
    fn tile_set(&self) -> TileSet {
        let max_zoom = match self.kind {
            TileKind::Raster { .. } => LAST_OF_PICTURES,
            TileKind::Vector(_) => LAST_OF_VECTORS,
        };
        TileSet {
            from: TilesFrom::Online(Arc::new(self.clone())),
            name: self.name.clone(),
            attribution: self.credit.clone(),
            min_zoom: 0,
            max_zoom,
            bounds: None,
            kind: self.kind,
        }
    }
}

/// How many megabytes of tiles are kept on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct CacheLimit(u16);

impl CacheLimit {
    /// The limits there are, in MB (10⁶ bytes).
    pub const STEPS: [u16; 3] = [50, 200, 1000];

    /// The limit that is nearest to `megabytes`.
    #[must_use]
    pub fn nearest(megabytes: u16) -> Self {
        let nearest = Self::STEPS.into_iter().min_by_key(|step| step.abs_diff(megabytes));
        nearest.map_or(Self(200), Self)
    }

    /// In bytes.
    #[must_use]
    pub fn bytes(self) -> u64 {
        u64::from(self.0) * 1_000_000
    }
}

impl Default for CacheLimit {
    fn default() -> Self {
        Self(200)
    }
}

impl From<u16> for CacheLimit {
    fn from(megabytes: u16) -> Self {
        Self::nearest(megabytes)
    }
}

impl From<CacheLimit> for u16 {
    fn from(limit: CacheLimit) -> Self {
        limit.0
    }
}

/// What is kept between runs: the reader's own sources, and who may be asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptOnline {
    /// The reader's own sources.
    pub sources: Vec<OnlineSource>,
    /// The hosts that the reader allowed.
    pub allowed: BTreeSet<Host>,
    /// How much is kept of what they sent.
    pub cache_limit: CacheLimit,
}

/// All that is known of tiles from the network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Online {
    /// What is kept between runs.
    pub kept: KeptOnline,
    /// What the reader is asked about.
    pub asking: Option<Asked>,
    /// The address whose first tile is being looked at.
    pub trying: Option<Template>,
    /// Why the last address that was tried is no source.
    pub failed: Option<(Host, Trouble)>,
    /// What went over the network so far.
    pub traffic: Traffic,
    /// How often the reader wanted to try again: tiles that failed are then asked for anew.
    pub attempt: u32,
}

/// What is to be done once the reader allows a host.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Draw the map on this source.
    Show(String),
    /// Look at what is at this address.
    Add(Template),
}

impl Online {
    /// With what was kept of the last run.
    #[must_use]
    pub fn new(mut kept: KeptOnline) -> Self {
        // Somebody may have written into the file.
        let mut names = BTreeSet::from([OPEN_STREET_MAP.to_owned()]);
        kept.sources.retain(|source| {
            let is_short = source.credit.chars().count() <= LONGEST_CREDIT;
            is_short && names.insert(source.name.clone())
        });
        kept.sources.truncate(MOST_SOURCES);
        Self { kept, ..Self::default() }
    }

    /// Every source there is: OpenStreetMap, then the reader's own.
    pub fn sources(&self) -> impl Iterator<Item = OnlineSource> {
        OnlineSource::open_street_map().into_iter().chain(self.kept.sources.iter().cloned())
    }

    /// The source with this name.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<OnlineSource> {
        self.sources().find(|source| source.name == name)
    }

    /// The source with this name, if its host is allowed.
    #[must_use]
    pub fn allowed_source(&self, name: &str) -> Option<OnlineSource> {
        self.source(name).filter(|source| self.allows(source.template.host()))
    }

    /// Whether the reader allowed this host.
    #[must_use]
    pub fn allows(&self, host: &Host) -> bool {
        self.kept.allowed.contains(host)
    }

    /// The host that the reader is asked about.
    #[must_use]
    pub fn asked_host(&self) -> Option<Host> {
        match self.asking.as_ref()? {
            Asked::Show(name) => self.source(name).map(|source| source.template.host().clone()),
            Asked::Add(template) => Some(template.host().clone()),
        }
    }

    /// A name for a source at `host` that no other has.
    fn free_name(&self, host: &Host) -> String {
        let numbered = (2_u32..).map(|number| format!("{host} ({number})"));
        std::iter::once(host.to_string())
            .chain(numbered)
            .find(|name| self.source(name).is_none())
            .unwrap_or_default()
    }
}

/// What the reader does about tiles from the network, and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum OnlineAction {
    /// Draw the map on the source with this name, once its host is allowed.
    Show(String),
    /// Make a source of this address, once its host is allowed.
    Add(Template),
    /// Allow the host that is asked about, or do not.
    Answer {
        /// Whether it is allowed.
        allows: bool,
    },
    /// Ask this host for nothing any more.
    Revoke(Host),
    /// Take a source of the reader's own off the list.
    Remove(String),
    /// Name this beside a map of the source's tiles.
    Credit(String, String),
    /// Keep so much of what is fetched.
    SetCacheLimit(CacheLimit),
    /// Forget all tiles that were fetched.
    EmptyCache,
    /// Ask at once for what failed.
    Retry,
    /// What the first tile at an address was.
    Tried(Template, Result<TileKind, Trouble>),
    /// What went over the network so far.
    Seen(Traffic),
}

/// Applies an action that is no step of undo.
pub(super) fn act(state: &mut AppState, action: OnlineAction) -> Vec<Effect> {
    match action {
        OnlineAction::Show(name) => return show(state, name),
        OnlineAction::Add(template) => return add(state, template),
        OnlineAction::Answer { allows } => return answer(state, allows),
        OnlineAction::Revoke(host) => {
            state.online.kept.allowed.remove(&host);
        }
        OnlineAction::Remove(name) => remove(state, &name),
        OnlineAction::Credit(name, credit) => {
            let credit: String = credit.trim().chars().take(LONGEST_CREDIT).collect();
            let sources = &mut state.online.kept.sources;
            if let Some(source) = sources.iter_mut().find(|source| source.name == name) {
                source.credit = credit;
            }
        }
        OnlineAction::SetCacheLimit(limit) => state.online.kept.cache_limit = limit,
        OnlineAction::EmptyCache => return vec![Effect::EmptyTileCache],
        OnlineAction::Retry => {
            state.online.attempt = state.online.attempt.wrapping_add(1);
            return vec![Effect::RetryOnline];
        }
        OnlineAction::Tried(template, outcome) => return tried(state, template, outcome),
        OnlineAction::Seen(traffic) => {
            seen(state, traffic);
            return Vec::new();
        }
    }
    vec![Effect::KeepOnline]
}

/// Draws the map on a source, or asks whether its host may be asked.
fn show(state: &mut AppState, name: String) -> Vec<Effect> {
    if state.online.allowed_source(&name).is_some() {
        return super::update::apply(state, super::Action::SetBase(Base::Online(name)));
    }
    if state.online.source(&name).is_some() {
        ask(state, Asked::Show(name));
    }
    Vec::new()
}

fn add(state: &mut AppState, template: Template) -> Vec<Effect> {
    state.online.failed = None;
    // The same address again is the same source.
    let known = state.online.sources().find(|source| source.template == template);
    if let Some(known) = known {
        return show(state, known.name);
    }
    if state.online.kept.sources.len() >= MOST_SOURCES {
        state.tell(Notice::TooManySources);
        return Vec::new();
    }
    if !state.online.allows(template.host()) {
        ask(state, Asked::Add(template));
        return Vec::new();
    }
    state.online.trying = Some(template.clone());
    vec![Effect::TrySource(template)]
}

fn ask(state: &mut AppState, asked: Asked) {
    state.online.asking = Some(asked);
    state.dialog = Some(Dialog::Online);
}

fn answer(state: &mut AppState, allows: bool) -> Vec<Effect> {
    let (host, asked) = (state.online.asked_host(), state.online.asking.take());
    let (Some(host), Some(asked), true) = (host, asked, allows) else { return Vec::new() };
    state.online.kept.allowed.insert(host);
    // The shell hears of the consent before it is to use it.
    let mut effects = vec![Effect::KeepOnline];
    effects.extend(match asked {
        Asked::Show(name) => show(state, name),
        Asked::Add(template) => add(state, template),
    });
    effects
}

fn remove(state: &mut AppState, name: &str) {
    let Some(gone) = state.online.kept.sources.iter().find(|source| source.name == name) else {
        return;
    };
    let host = gone.template.host().clone();
    state.online.kept.sources.retain(|source| source.name != name);
    // Nobody else's consent went with it.
    if state.online.sources().all(|source| *source.template.host() != host) {
        state.online.kept.allowed.remove(&host);
    }
}

/// The first tile of an address came, or did not.
fn tried(
    state: &mut AppState,
    template: Template,
    outcome: Result<TileKind, Trouble>,
) -> Vec<Effect> {
    // What the reader gave up in the meantime is not taken.
    if state.online.trying.as_ref() != Some(&template) {
        return Vec::new();
    }
    state.online.trying = None;
    let host = template.host().clone();
    let kind = match outcome {
        Ok(kind) if state.online.allows(&host) => kind,
        Ok(_) => return Vec::new(),
        Err(trouble) => {
            state.online.failed = Some((host, trouble));
            return Vec::new();
        }
    };
    let name = state.online.free_name(&host);
    let source = OnlineSource { name: name.clone(), template, credit: String::new(), kind };
    state.online.kept.sources.push(source);
    let mut effects = vec![Effect::KeepOnline];
    effects.extend(show(state, name));
    effects
}

/// Takes in what went over the network. A trouble is told once, and its message goes when it ends.
fn seen(state: &mut AppState, traffic: Traffic) {
    let before = std::mem::replace(&mut state.online.traffic, traffic);
    let now = state.online.traffic.trouble.clone();
    if before.trouble == now {
        return;
    }
    state.notices.retain(|notice| !matches!(notice, Notice::OnlineTrouble(..)));
    if let Some((host, trouble)) = now {
        state.tell(Notice::OnlineTrouble(host, trouble));
    }
}

/// Opens the source that the session wants, or lets the map have its built-in base where that is not
/// there or not allowed: at the start, after undo, when a consent is taken back.
pub(super) fn follow(state: &mut AppState) {
    let Online { kept, trying, .. } = &mut state.online;
    // Who took the consent back waits for nothing.
    trying.take_if(|template| !kept.allowed.contains(template.host()));
    let Base::Online(name) = &state.session.base.shown else { return };
    match state.online.allowed_source(name) {
        Some(source) => {
            let wanted = source.tile_set();
            let is_there = match &state.tiles {
                // While an archive is being opened for the reader, that one comes first.
                OpenTiles::Opening(_) => true,
                OpenTiles::Open(open) => **open == wanted,
                OpenTiles::None => false,
            };
            if !is_there {
                state.tiles = OpenTiles::Open(Arc::new(wanted));
            }
        }
        None => state.session.base.shown = Base::Relief,
    }
}

/// Closes the question with its dialog.
pub(super) fn close_dialog(state: &mut AppState) {
    state.online.asking = None;
    state.online.failed = None;
}

#[cfg(test)]
mod tests;
