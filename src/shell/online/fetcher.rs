//! Tiles from the network: from the disk if they are good, from their host if it is allowed and answers.

use super::cache::{Found, TileCache, TileKey};
use super::client::{Answer, Client, Limits};
use super::lock;
use crate::map::{FetchTiles, Fetched, inspect_tile};
use crate::state::TileKind;
use crate::state::online::{Host, KeptOnline, OnlineSource, Template, Traffic, Trouble};
use bytes::Bytes;
use http::HeaderMap;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};
use url::Url;

/// The first pause after a failure; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
/// The longest pause that is made unasked.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);
/// The longest pause that a host can ask for.
const LONGEST_WISH: Duration = Duration::from_hours(1);
/// When a tile that was faulty is asked for again.
const FAULTY_AGAIN: Duration = Duration::from_mins(5);
/// How many failures in a row are a trouble that is told.
const TOLD_AFTER: u32 = 2;

/// Fetches tiles, but never from a host that the reader has not allowed.
pub struct Fetcher {
    kept: Mutex<KeptOnline>,
    client: Client,
    cache: Option<TileCache>,
    hosts: Mutex<HashMap<Host, Failing>>,
    requests: AtomicU64,
    /// Who is asked at this moment, once for each request.
    asking: Mutex<Vec<Host>>,
    trouble: Mutex<Option<(Host, Trouble)>>,
    /// A disk that is full says so once.
    has_warned: AtomicBool,
}

/// How a host fails.
#[derive(Default)]
struct Failing {
    /// How often in a row.
    failures: u32,
    /// It is left alone until then.
    until: Option<Instant>,
}

impl Fetcher {
    /// Fetches what `kept` allows; tiles are kept in the folder `cache`, if there is one.
    #[must_use]
    pub fn new(kept: KeptOnline, cache: Option<PathBuf>, limits: Limits) -> Self {
        Self {
            kept: Mutex::new(kept),
            client: Client::new(limits),
            cache: cache.map(TileCache::new),
            hosts: Mutex::default(),
            requests: AtomicU64::new(0),
            asking: Mutex::default(),
            trouble: Mutex::default(),
            has_warned: AtomicBool::new(false),
        }
    }

    /// Asks nobody any more whom `kept` does not allow.
    pub fn allow(&self, kept: KeptOnline) {
        *lock(&self.kept) = kept;
        let gone = lock(&self.trouble).as_ref().is_some_and(|(host, _)| !self.allows(host));
        if gone {
            *lock(&self.trouble) = None;
        }
    }

    /// What went over the network so far.
    #[must_use]
    pub fn traffic(&self) -> Traffic {
        Traffic {
            requests: self.requests.load(Ordering::Relaxed),
            asking: lock(&self.asking).first().cloned(),
            cached: self.cache.as_ref().and_then(TileCache::known_size),
            trouble: lock(&self.trouble).clone(),
        }
    }

    /// Leaves no host alone any longer.
    pub fn retry(&self) {
        lock(&self.hosts).clear();
        *lock(&self.trouble) = None;
    }

    /// Counts what is on the disk, and keeps no more than the limit. Reads the disk.
    pub fn measure_cache(&self) {
        let limit = self.limit();
        self.with_cache(|cache| cache.shrink_to(limit));
    }

    /// Forgets all tiles. Writes the disk.
    pub fn empty_cache(&self) {
        self.with_cache(|cache| cache.shrink_to(0));
    }

    /// Fetches the first tile of an address, the one of the whole world, and says what it is.
    ///
    /// # Errors
    /// Why there is none.
    pub fn try_source(&self, template: &Template) -> Result<TileKind, Trouble> {
        if !self.allows(template.host()) {
            return Err(Trouble::Unreachable);
        }
        match self.ask(template, (0, 0, 0), HeaderMap::new()) {
            Answer::Body(tile, _) => kind_of(&tile),
            // A server of a part of the world may have nothing there.
            Answer::Absent => Ok(if template.says_vector() {
                TileKind::Vector(crate::state::Schema::Other)
            } else {
                TileKind::Raster { side: 256 }
            }),
            Answer::NotModified(_) => Err(Trouble::Status(304)),
            Answer::Trouble(trouble, _) => Err(trouble),
        }
    }

    fn allows(&self, host: &Host) -> bool {
        lock(&self.kept).allowed.contains(host)
    }

    fn limit(&self) -> u64 {
        lock(&self.kept).cache_limit.bytes()
    }

    /// The one place where somebody is asked: the host that was allowed, and no other.
    fn ask(&self, template: &Template, (zoom, x, y): TileKey, headers: HeaderMap) -> Answer {
        let (host, url) = (template.host(), Url::parse(&template.url(zoom, x, y)));
        let Some(url) = url.ok().filter(|url| Host::of(url).as_ref() == Some(host)) else {
            return Answer::Trouble(Trouble::Elsewhere, None);
        };
        self.requests.fetch_add(1, Ordering::Relaxed);
        lock(&self.asking).push(host.clone());
        let answer = self.client.get(url, host.is_this_computer(), headers);
        let mut asking = lock(&self.asking);
        if let Some(at) = asking.iter().position(|asked| asked == host) {
            asking.swap_remove(at);
        }
        answer
    }

    /// How long the host is still to be left alone.
    fn pause(&self, host: &Host) -> Option<Duration> {
        let until = lock(&self.hosts).get(host)?.until?;
        Some(until.saturating_duration_since(Instant::now())).filter(|left| !left.is_zero())
    }

    /// Forgets the failures of a host. A pause stays: what answers now was asked before it began.
    fn succeeded(&self, host: &Host) {
        if self.pause(host).is_some() {
            return;
        }
        lock(&self.hosts).remove(host);
        let mut trouble = lock(&self.trouble);
        if trouble.as_ref().is_some_and(|(troubled, _)| troubled == host) {
            *trouble = None;
        }
    }

    /// Notes a failure; gives when to ask for the same tile again.
    fn failed(&self, host: &Host, trouble: Trouble, wish: Option<Duration>) -> Duration {
        let mut hosts = lock(&self.hosts);
        let failing = hosts.entry(host.clone()).or_default();
        failing.failures = failing.failures.saturating_add(1);
        let doubled = FIRST_PAUSE * 2_u32.saturating_pow(failing.failures.min(10) - 1);
        let doubled = doubled.min(LONGEST_PAUSE);
        let (pause, again, is_told) = match trouble {
            // These are about the host, and do not pass by themselves in a moment.
            Trouble::Refused(401 | 407 | 451) | Trouble::Certificate => {
                (LONGEST_PAUSE, LONGEST_PAUSE, true)
            }
            Trouble::Busy => {
                let pause = wish.unwrap_or_default().clamp(doubled, LONGEST_WISH);
                (pause, pause, true)
            }
            Trouble::Unreachable | Trouble::Slow | Trouble::Status(_) => {
                (doubled, doubled, failing.failures >= TOLD_AFTER)
            }
            // These may be about one tile: the others are asked for as before, until they fail as well.
            Trouble::NoTile(_) | Trouble::TooLarge | Trouble::Elsewhere | Trouble::Refused(_) => {
                let is_host = failing.failures >= TOLD_AFTER;
                (if is_host { doubled } else { Duration::ZERO }, FAULTY_AGAIN, is_host)
            }
        };
        // What fails later was perhaps asked before the host wished for a longer pause.
        failing.until = failing.until.max(Some(Instant::now() + pause));
        drop(hosts);
        // Who took the consent back in the meantime has no trouble any more.
        if is_told && self.allows(host) {
            let mut told = lock(&self.trouble);
            if told.as_ref().is_none_or(|(troubled, _)| troubled != host) {
                tracing::info!(%trouble, "tiles of the network do not come");
                *told = Some((host.clone(), trouble));
            }
        }
        again
    }

    fn with_cache(&self, act: impl FnOnce(&TileCache) -> std::io::Result<()>) {
        let Some(cache) = &self.cache else { return };
        if let Err(error) = act(cache)
            && !self.has_warned.swap(true, Ordering::Relaxed)
        {
            tracing::warn!(%error, "tiles of the network cannot be kept on the disk");
        }
    }
}

impl FetchTiles for Fetcher {
    fn fetch(&self, source: &OnlineSource, zoom: u8, x: u32, y: u32) -> Fetched {
        let (template, at) = (&source.template, (zoom, x, y));
        let host = template.host();
        let found = self.cache.as_ref().map(|cache| cache.find(template, at, SystemTime::now()));
        let (old, headers) = match found {
            Some(Found::Fresh(tile)) => return Fetched::Tile(tile),
            Some(Found::Stale(kept, headers)) => (Some(kept), headers),
            Some(Found::Nothing) | None => (None, HeaderMap::new()),
        };
        let or_old = |wait| match &old {
            Some(kept) => Fetched::Tile(kept.tile.clone()),
            None => Fetched::Later(wait),
        };
        if !self.allows(host) {
            return or_old(LONGEST_PAUSE);
        }
        if let Some(left) = self.pause(host) {
            return or_old(left);
        }
        match self.ask(template, at, headers) {
            Answer::Body(tile, headers) => match kind_of(&tile) {
                Ok(_) => {
                    self.succeeded(host);
                    let limit = self.limit();
                    self.with_cache(|cache| cache.keep((template, at), &tile, headers, limit));
                    Fetched::Tile(tile)
                }
                Err(trouble) => or_old(self.failed(host, trouble, None)),
            },
            Answer::NotModified(headers) => {
                match &old {
                    Some(kept) => {
                        self.succeeded(host);
                        let limit = self.limit();
                        self.with_cache(|cache| cache.renew((template, at), kept, headers, limit));
                        Fetched::Tile(kept.tile.clone())
                    }
                    // It was not asked whether something had changed.
                    None => Fetched::Later(self.failed(host, Trouble::Status(304), None)),
                }
            }
            Answer::Absent => {
                self.succeeded(host);
                Fetched::Absent
            }
            Answer::Trouble(trouble, wish) => or_old(self.failed(host, trouble, wish)),
        }
    }
}

/// What a tile is; what is none is neither kept nor drawn.
fn kind_of(tile: &Bytes) -> Result<TileKind, Trouble> {
    inspect_tile(tile).map_err(|fault| Trouble::NoTile(fault.to_string()))
}
