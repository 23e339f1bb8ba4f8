//! What the map is drawn on: the built-in ground, a map archive of the reader's own, or tiles from
//! the network.

use super::online::{self, OnlineSource};
use super::{AppState, Effect, Notice};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many archives are remembered.
const MOST_RECENT: usize = 8;

/// What the map is drawn on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// The built-in ground with its relief.
    #[default]
    Relief,
    /// The built-in ground without relief.
    Plain,
    /// Nothing: one colour.
    None,
    /// A map archive on disk.
    Archive(PathBuf),
    /// Tiles from the network: the source with this name.
    Online(String),
}

impl Base {
    /// The archive's file, if it is one.
    #[must_use]
    pub fn archive(&self) -> Option<&Path> {
        match self {
            Self::Archive(path) => Some(path),
            Self::Relief | Self::Plain | Self::None | Self::Online(_) => None,
        }
    }
}

/// The base that is drawn, and the archives that were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "KeptBases", into = "KeptBases")]
pub struct Bases {
    /// What the map is drawn on.
    pub shown: Base,
    /// The archives that were opened, the last one first.
    recent: Vec<PathBuf>,
}

/// As it is kept between runs: a path that is no Unicode text would make the whole session
/// unwritable, so it is kept as nearly as text can, and is then not found.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct KeptBases {
    shown: KeptBase,
    recent: Vec<String>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KeptBase {
    #[default]
    Relief,
    Plain,
    None,
    Archive(String),
    Online(String),
}

impl From<KeptBases> for Bases {
    fn from(kept: KeptBases) -> Self {
        let shown = match kept.shown {
            KeptBase::Relief => Base::Relief,
            KeptBase::Plain => Base::Plain,
            KeptBase::None => Base::None,
            KeptBase::Archive(path) => Base::Archive(path.into()),
            KeptBase::Online(name) => Base::Online(name),
        };
        let recent = kept.recent.into_iter().take(MOST_RECENT).map(PathBuf::from).collect();
        Self { shown, recent }
    }
}

impl From<Bases> for KeptBases {
    fn from(bases: Bases) -> Self {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let shown = match &bases.shown {
            Base::Relief => KeptBase::Relief,
            Base::Plain => KeptBase::Plain,
            Base::None => KeptBase::None,
            Base::Archive(path) => KeptBase::Archive(text(path)),
            Base::Online(name) => KeptBase::Online(name.clone()),
        };
        Self { shown, recent: bases.recent.iter().map(|path| text(path)).collect() }
    }
}

impl Bases {
    /// The archives that were opened, the last one first.
    #[must_use]
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Draws the map on an archive, and remembers it.
    pub(super) fn show_archive(&mut self, path: PathBuf) {
        self.forget(&path);
        self.recent.insert(0, path.clone());
        self.recent.truncate(MOST_RECENT);
        self.shown = Base::Archive(path);
    }

    /// Forgets an archive; its file stays.
    pub(super) fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
    }
}

/// Whose layers vector tiles have: what their parts are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Schema {
    /// Protomaps basemap, version 4.
    Protomaps,
    /// OpenMapTiles.
    OpenMapTiles,
    /// Shortbread.
    Shortbread,
    /// Another: drawn plainly, by the type of the geometry.
    Other,
}

/// What tiles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TileKind {
    /// Pictures with so many pixels a side.
    Raster {
        /// Pixels a side.
        side: u32,
    },
    /// Vector tiles (MVT).
    Vector(Schema),
}

/// Where tiles come from.
#[derive(Clone, Debug, PartialEq)]
pub enum TilesFrom {
    /// A map archive on disk.
    File(PathBuf),
    /// The network.
    Online(Arc<OnlineSource>),
}

/// What is known of the tiles of a base.
#[derive(Clone, Debug, PartialEq)]
pub struct TileSet {
    /// Where they come from.
    pub from: TilesFrom,
    /// Its name, or else that of its file.
    pub name: String,
    /// Whom it names as its source; plain text, may be empty.
    pub attribution: String,
    /// The first zoom that it has tiles of.
    pub min_zoom: u8,
    /// The last zoom that it has tiles of.
    pub max_zoom: u8,
    /// West, south, east, north, in degrees, if it says so.
    pub bounds: Option<[f64; 4]>,
    /// What its tiles are.
    pub kind: TileKind,
}

impl TileSet {
    /// Who has them on the network, if they come from there.
    #[must_use]
    pub fn online(&self) -> Option<&OnlineSource> {
        match &self.from {
            TilesFrom::Online(source) => Some(source),
            TilesFrom::File(_) => None,
        }
    }

    fn is_of(&self, base: &Base) -> bool {
        match (&self.from, base) {
            (TilesFrom::File(path), Base::Archive(wanted)) => path == wanted,
            (TilesFrom::Online(source), Base::Online(wanted)) => source.name == *wanted,
            _ => false,
        }
    }

    /// Its file, if it is an archive.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match &self.from {
            TilesFrom::File(path) => Some(path),
            TilesFrom::Online(_) => None,
        }
    }

    /// Whether its tiles are pictures.
    #[must_use]
    pub const fn is_raster(&self) -> bool {
        matches!(self.kind, TileKind::Raster { .. })
    }

    /// Whom to name beside the map: its source, or where it names none itself.
    #[must_use]
    pub fn credit(&self) -> &str {
        if self.attribution.is_empty() { &self.name } else { &self.attribution }
    }
}

/// Why a file is no base for the map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a folder or a device.
    #[error("it is not a file")]
    NotAFile,
    /// It may not be read.
    #[error("the permission to read it is missing")]
    Forbidden,
    /// It is neither PMTiles nor MBTiles.
    #[error("it is neither a PMTiles nor an MBTiles archive")]
    Unknown,
    /// A PMTiles archive of this version.
    #[error("PMTiles version {0}, not 3")]
    Version(u8),
    /// It ends before what it says it has.
    #[error("it is cut short")]
    CutShort,
    /// Its data are packed in this way.
    #[error("compression {0}")]
    Compression(String),
    /// Its tiles are in this format.
    #[error("tiles of the format {0}")]
    Format(String),
    /// It does not say what its tiles are, and they are of no kind that is known.
    #[error("tiles of no known kind")]
    StrangeTiles,
    /// It has no tiles.
    #[error("it has no tiles")]
    Empty,
    /// Something else, in English: what a library or the system says.
    #[error("{0}")]
    Damaged(String),
}

/// Which tiles are open, if the map is to be drawn on others than the built-in ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum OpenTiles {
    /// None.
    #[default]
    None,
    /// It was asked for; the answer is still to come.
    Opening(PathBuf),
    /// It is open.
    Open(Arc<TileSet>),
}

impl OpenTiles {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::None => None,
            Self::Opening(path) => Some(path),
            Self::Open(tiles) => tiles.file(),
        }
    }
}

/// The tiles that the map is drawn on now, if they are not the built-in ones: those that the session
/// wants, once they are open.
#[must_use]
pub fn open_tiles(state: &AppState) -> Option<&Arc<TileSet>> {
    match &state.tiles {
        OpenTiles::Open(tiles) if tiles.is_of(&state.session.base.shown) => Some(tiles),
        _ => None,
    }
}

/// Opens the archive that the reader asked for, unless it is the one that is open.
pub(super) fn ask_for(state: &mut AppState, path: PathBuf) -> Option<Effect> {
    if state.session.base.shown.archive() == Some(&path) && open_tiles(state).is_some() {
        return None;
    }
    state.tiles = OpenTiles::Opening(path.clone());
    Some(Effect::OpenArchive(path))
}

/// Draws the map on a base that needs no opening; an archive that is still being opened has lost
/// its turn.
pub(super) fn set(state: &mut AppState, base: Base) {
    if matches!(state.tiles, OpenTiles::Opening(_)) {
        state.tiles = OpenTiles::None;
    }
    state.session.base.shown = base;
}

/// The answer to [`Effect::OpenArchive`]: what was asked for in the meantime comes first.
pub(super) fn opened(state: &mut AppState, info: Arc<TileSet>) {
    let Some(path) = info.file().map(Path::to_owned) else { return };
    if state.tiles == OpenTiles::Opening(path.clone()) {
        // At the start the session has it already.
        if state.session.base.shown.archive() != Some(&path) {
            state.session.base.show_archive(path);
        }
        state.tiles = OpenTiles::Open(info);
        // The reader has found another way to the file.
        state.notices.retain(|notice| *notice != Notice::NoDialog);
    }
}

/// The other answer. What the map was drawn on stays, unless that is the file which failed.
pub(super) fn failed(state: &mut AppState, path: PathBuf, fault: ArchiveFault) {
    if state.tiles.path() == Some(&path) {
        state.tiles = OpenTiles::None;
    }
    let was_shown = state.session.base.shown.archive() == Some(&path);
    if was_shown {
        state.session.base.shown = Base::Relief;
    }
    state
        .notices
        .retain(|shown| !matches!(shown, Notice::ArchiveUnusable { path: p, .. } if *p == path));
    state.tell(Notice::ArchiveUnusable { path, fault, was_shown });
}

/// Asks for the archive that the session wants and that is not open: at the start, after undo. Tiles
/// from the network are open at once, if they are allowed.
pub(super) fn follow(state: &mut AppState) -> Option<Effect> {
    online::follow(state);
    let wanted = state.session.base.shown.archive()?;
    // While another is being opened for the reader, that one comes first.
    let is_busy = matches!(state.tiles, OpenTiles::Opening(_));
    if is_busy || state.tiles.path() == Some(wanted) {
        return None;
    }
    let path = wanted.to_owned();
    state.tiles = OpenTiles::Opening(path.clone());
    Some(Effect::OpenArchive(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_archives_are_remembered_once_each() {
        let mut bases = Bases::default();
        for number in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 5] {
            bases.show_archive(format!("/maps/{number}.pmtiles").into());
        }
        let names: Vec<_> = bases.recent().iter().filter_map(|path| path.file_stem()).collect();
        assert_eq!(names, ["5", "9", "8", "7", "6", "4", "3", "2"]);
        assert_eq!(bases.shown, Base::Archive("/maps/5.pmtiles".into()));
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let mut bases = Bases::default();
        assert_eq!(serde_json::to_string(&bases).unwrap(), r#"{"shown":"relief","recent":[]}"#);
        bases.show_archive("/maps/خريطة.mbtiles".into());
        let text = serde_json::to_string(&bases).unwrap();
        assert_eq!(serde_json::from_str::<Bases>(&text).unwrap(), bases);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_does_not_cost_the_session() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = PathBuf::from(std::ffi::OsString::from_vec(b"/maps/\xff.pmtiles".to_vec()));
        let mut bases = Bases::default();
        bases.show_archive(path);
        assert!(serde_json::to_string(&bases).unwrap().contains("/maps/\u{fffd}.pmtiles"));
    }
}
