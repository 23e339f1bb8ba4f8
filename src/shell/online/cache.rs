//! Tiles that were fetched, kept on the disk as long as the host says, up to a size.

use super::lock;
use crate::state::online::Template;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, EXPIRES, HeaderValue, PRAGMA};
use http::{HeaderMap, request, response};
use http_cache_semantics::{AfterResponse, BeforeRequest, CacheOptions, CachePolicy};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// How long a tile is good whose host does not say so: what OpenStreetMap's usage policy asks for.
const WITHOUT_A_WORD: &str = "max-age=604800";
/// When a full cache is cleared, this share of its limit stays.
const STAYS: f64 = 0.9;
/// How long a tile may be used before that is noted, so that what is used stays.
const NOTED_EVERY: Duration = Duration::from_hours(1);

/// The folder of all tiles.
pub(super) struct TileCache {
    folder: PathBuf,
    /// How many bytes there are, once they were counted; held while the folder is gone through.
    size: Mutex<Option<u64>>,
    /// The same for who must not wait: the window asks in every frame.
    known: AtomicU64,
}

/// Zoom, column and row of a tile.
pub(super) type TileKey = (u8, u32, u32);

/// Nobody has counted yet.
const UNKNOWN: u64 = u64::MAX;

/// A tile, and what its host said of how long it is good.
pub(super) struct Kept {
    pub(super) tile: Bytes,
    policy: CachePolicy,
}

/// What the cache has of a tile.
pub(super) enum Found {
    Nothing,
    /// It is good.
    Fresh(Bytes),
    /// It may still be good: the host is to be asked, with these headers.
    Stale(Box<Kept>, HeaderMap),
}

impl TileCache {
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self { folder, size: Mutex::new(None), known: AtomicU64::new(UNKNOWN) }
    }

    fn path(&self, template: &Template, (zoom, x, y): TileKey) -> PathBuf {
        // The address may hold a key, which is nobody's to read in a folder's name.
        let digest = Sha256::digest(template.secret_text());
        let [a, b, c, d, e, f, g, h, ..]: [u8; 32] = digest.into();
        let source = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        self.folder.join(format!("{source:016x}")).join(zoom.to_string()).join(format!("{x}-{y}"))
    }

    /// Looks for a tile. What is damaged is nothing, and will be replaced.
    pub(super) fn find(&self, template: &Template, at: TileKey, now: SystemTime) -> Found {
        let path = self.path(template, at);
        let Some(kept) = read(&path) else { return Found::Nothing };
        note_use(&path, now);
        match kept.policy.before_request(&asked(), now) {
            BeforeRequest::Fresh(_) => Found::Fresh(kept.tile),
            BeforeRequest::Stale { request, .. } => Found::Stale(Box::new(kept), request.headers),
        }
    }

    /// Keeps a tile that came with `headers`, if its host allows that, within `limit` bytes.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(super) fn keep(
        &self,
        (template, at): (&Template, TileKey),
        tile: &[u8],
        headers: HeaderMap,
        limit: u64,
    ) -> io::Result<()> {
        let policy = policy_of(&answered(http::StatusCode::OK, headers), SystemTime::now());
        if !policy.is_storable() {
            return Ok(());
        }
        self.write(&self.path(template, at), &policy, tile, limit)
    }

    /// Notes that the host said of an old tile that it is still good.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(super) fn renew(
        &self,
        (template, at): (&Template, TileKey),
        kept: &Kept,
        headers: HeaderMap,
        limit: u64,
    ) -> io::Result<()> {
        let answer = answered(http::StatusCode::NOT_MODIFIED, headers);
        let after = kept.policy.after_response(&asked(), &answer, SystemTime::now());
        let (AfterResponse::NotModified(policy, _) | AfterResponse::Modified(policy, _)) = after;
        self.write(&self.path(template, at), &policy, &kept.tile, limit)
    }

    fn write(&self, path: &Path, policy: &CachePolicy, tile: &[u8], limit: u64) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        create_for_owner(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        let head = Head { policy, length: tile.len() };
        serde_json::to_writer(&mut file, &head).map_err(io::Error::other)?;
        file.write_all(b"\n")?;
        file.write_all(tile)?;
        let old = std::fs::metadata(path).map_or(0, |old| old.len());
        let new = file.as_file().metadata()?.len();
        // No fsync: what is lost is fetched again.
        file.persist(path).map_err(|error| error.error)?;
        let mut size = lock(&self.size);
        let now = size.map_or_else(|| measure(&self.folder), |size| size.saturating_sub(old) + new);
        self.settle(&mut size, now, limit)
    }

    /// Notes that there are `now` bytes, or makes them fewer where that is over the limit.
    fn settle(&self, size: &mut Option<u64>, now: u64, limit: u64) -> io::Result<()> {
        let (left, outcome) = if now > limit { shrink(&self.folder, limit) } else { (now, Ok(())) };
        *size = Some(left);
        self.known.store(left, Ordering::Relaxed);
        outcome
    }

    /// How many bytes of tiles there are, if they were counted. Does not wait.
    pub(super) fn known_size(&self) -> Option<u64> {
        Some(self.known.load(Ordering::Relaxed)).filter(|known| *known != UNKNOWN)
    }

    /// Keeps no more than `limit` bytes; 0 forgets all.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub(super) fn shrink_to(&self, limit: u64) -> io::Result<()> {
        let mut size = lock(&self.size);
        if limit == 0 {
            let gone = std::fs::remove_dir_all(&self.folder);
            let left = self.settle(&mut size, measure(&self.folder), u64::MAX);
            return match gone {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => left,
            };
        }
        self.settle(&mut size, measure(&self.folder), limit)
    }
}

/// A request for a tile, as far as it matters to how long the tile is good. The address, with its key,
/// is left out.
fn asked() -> request::Parts {
    http::Request::new(()).into_parts().0
}

fn answered(status: http::StatusCode, headers: HeaderMap) -> response::Parts {
    let mut parts = http::Response::new(()).into_parts().0;
    parts.status = status;
    parts.headers = headers;
    parts
}

fn policy_of(answer: &response::Parts, now: SystemTime) -> CachePolicy {
    let mut answer = answer.clone();
    let says = [CACHE_CONTROL, EXPIRES, PRAGMA];
    if !says.iter().any(|header| answer.headers.contains_key(header)) {
        answer.headers.insert(CACHE_CONTROL, HeaderValue::from_static(WITHOUT_A_WORD));
    }
    // It is the reader's own.
    let options = CacheOptions { shared: false, ..CacheOptions::default() };
    CachePolicy::new_options(&asked(), &answer, now, options)
}

/// The first line of a file; the tile stands behind it.
#[derive(Serialize, Deserialize)]
struct Head<P> {
    policy: P,
    length: usize,
}

/// Makes a folder that its user alone can look into: what was fetched shows where the reader looked.
fn create_for_owner(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

fn read(path: &Path) -> Option<Kept> {
    let bytes = std::fs::read(path).ok()?;
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let Head { policy, length } = serde_json::from_slice(bytes.get(..end)?).ok()?;
    let tile = Bytes::from(bytes).slice(end + 1..);
    // A file that was cut short, as a power failure can do.
    (tile.len() == length).then_some(Kept { tile, policy })
}

/// Notes now and then that a tile was used.
fn note_use(path: &Path, now: SystemTime) {
    let Ok(file) = std::fs::File::options().append(true).open(path) else { return };
    let last = file.metadata().and_then(|about| about.modified());
    if last.is_ok_and(|last| now.duration_since(last).is_ok_and(|since| since > NOTED_EVERY)) {
        // What is not noted goes a little sooner.
        let _ = file.set_modified(now);
    }
}

/// Every file of the cache: when it was last used, and its length.
fn files(folder: &Path) -> Vec<(SystemTime, u64, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            // Of the entry itself: a link is not followed.
            match entry.metadata() {
                Ok(about) if about.is_dir() => folders.push(entry.path()),
                Ok(about) if about.is_file() => {
                    let used = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                    found.push((used, about.len(), entry.path()));
                }
                _ => {}
            }
        }
    }
    found
}

fn measure(folder: &Path) -> u64 {
    files(folder).iter().map(|(_, length, _)| length).sum()
}

/// Removes what was not used for longest; gives how many bytes are left, and what could not be removed.
fn shrink(folder: &Path, limit: u64) -> (u64, io::Result<()>) {
    let mut files = files(folder);
    files.sort();
    let mut size: u64 = files.iter().map(|(_, length, _)| length).sum();
    let stays = (limit as f64 * STAYS) as u64;
    let mut outcome = Ok(());
    for (_, length, path) in files {
        if size <= stays {
            break;
        }
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => outcome = Err(error),
            // Another window may have removed it.
            _ => size -= length,
        }
    }
    (size, outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::header::ETAG;

    fn template() -> Template {
        Template::parse("https://a.org/{z}/{x}/{y}?key=secret").unwrap()
    }

    fn headers(pairs: &[(http::HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_tile_is_good_as_long_as_its_host_says() {
        let folder = tempfile::tempdir().unwrap();
        let cache = TileCache::new(folder.path().to_owned());
        let (template, day) = (template(), Duration::from_hours(24));
        let now = SystemTime::now();
        for (at, said, days) in [
            (1, headers(&[]), 7),
            (2, headers(&[(CACHE_CONTROL, "max-age=259200"), (ETAG, "\"a\"")]), 3),
        ] {
            cache.keep((&template, (at, 0, 0)), b"tile", said, 1 << 20).unwrap();
            let found = |when| cache.find(&template, (at, 0, 0), when);
            assert!(matches!(found(now + day * (days - 1)), Found::Fresh(tile) if tile == "tile"));
            assert!(matches!(found(now + day * (days + 1)), Found::Stale(..)));
        }
        let Found::Stale(kept, asks) = cache.find(&template, (2, 0, 0), now + day * 4) else {
            panic!("it is stale")
        };
        assert_eq!(asks.get("if-none-match").unwrap(), "\"a\"");
        cache.renew((&template, (2, 0, 0)), &kept, headers(&[(ETAG, "\"a\"")]), 1 << 20).unwrap();
        assert!(matches!(cache.find(&template, (2, 0, 0), now + day), Found::Fresh(_)));
    }

    #[test]
    fn what_must_not_be_kept_is_not_and_no_key_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let cache = TileCache::new(folder.path().to_owned());
        let template = template();
        let said = headers(&[(CACHE_CONTROL, "no-store")]);
        cache.keep((&template, (1, 0, 0)), b"tile", said, 1 << 20).unwrap();
        assert!(files(folder.path()).is_empty());
        cache.keep((&template, (1, 0, 0)), b"tile", HeaderMap::new(), 1 << 20).unwrap();
        let [(_, length, path)] = files(folder.path()).try_into().unwrap();
        assert_eq!(cache.known_size(), Some(length));
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(!written.contains("secret") && !path.to_string_lossy().contains("secret"));
    }

    #[test]
    fn a_full_cache_loses_what_was_not_used_for_longest() {
        let folder = tempfile::tempdir().unwrap();
        let cache = TileCache::new(folder.path().to_owned());
        let template = template();
        let now = SystemTime::now();
        for x in 0..20 {
            cache.keep((&template, (5, x, 0)), &[0; 1000], HeaderMap::new(), 1 << 20).unwrap();
            let path = cache.path(&template, (5, x, 0));
            let file = std::fs::File::options().append(true).open(path).unwrap();
            file.set_modified(now - Duration::from_hours(24 * u64::from(100 - x))).unwrap();
        }
        // The oldest is looked at, and stays.
        assert!(matches!(cache.find(&template, (5, 0, 0), now), Found::Fresh(_)));
        cache.keep((&template, (5, 20, 0)), &[0; 1000], HeaderMap::new(), 15_000).unwrap();
        let size = cache.known_size().unwrap();
        assert!(size <= 15_000, "{size}");
        assert_eq!(size, measure(folder.path()));
        for (x, stays) in [(0, true), (1, false), (2, false), (19, true), (20, true)] {
            let found = matches!(cache.find(&template, (5, x, 0), now), Found::Fresh(_));
            assert_eq!(found, stays, "{x}");
        }
        cache.shrink_to(0).unwrap();
        assert_eq!((cache.known_size(), measure(folder.path())), (Some(0), 0));
    }

    #[test]
    fn a_damaged_file_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let cache = TileCache::new(folder.path().to_owned());
        let template = template();
        cache.keep((&template, (1, 0, 0)), b"tile", HeaderMap::new(), 1 << 20).unwrap();
        let path = cache.path(&template, (1, 0, 0));
        let whole = std::fs::read(&path).unwrap();
        let cut = &whole[..whole.len() - 1];
        for damaged in [&b""[..], b"{", b"{}\ntile", b"no end", cut] {
            std::fs::write(&path, damaged).unwrap();
            assert!(matches!(cache.find(&template, (1, 0, 0), SystemTime::now()), Found::Nothing));
        }
    }
}
