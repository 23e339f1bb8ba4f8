//! Which files a dossier is made of, where they come from, and how they are written.

use super::archive;
use super::error::{DossierError, WriteError};
use super::folder::read_folder;
use super::parse::{FILES, Loaded, MAX_FILE_BYTES, parse};
use super::scene::Scene;
use super::scenes_file::{SCENES, scenes_file};
use super::{Dossier, built_in};
use crate::disk::{Existing, Readers, write_atomically};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the name of a dossier in one file ends with, behind the point.
pub const ONE_FILE: &str = "sahelmap";

/// The texts of a dossier's files by name, as they are written: what is read, before it is
/// understood, and what is written.
///
/// ```
/// use sahel_map::disk::Existing;
/// use sahel_map::dossier::{Dossier, DossierFiles};
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("mine.sahelmap");
/// let mut files = DossierFiles::built_in();
/// let mut scenes = files.parse()?.dossier.scenes;
/// scenes.reverse();
/// files = files.with_scenes(&scenes)?;
/// files.write(&path, Existing::Keep)?;
/// assert_eq!(Dossier::load(&path)?.dossier.scenes, scenes);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierFiles {
    /// Those of [`FILES`] that are there; of other TOML files the name, to tell it, and no text.
    texts: BTreeMap<String, String>,
}

impl DossierFiles {
    /// The files of the dossier that is part of the program.
    #[must_use]
    pub fn built_in() -> Self {
        let owned = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        Self { texts: built_in::files().into_iter().map(owned).collect() }
    }

    /// The files that have these texts.
    pub(super) fn of(texts: &BTreeMap<&str, &str>) -> Self {
        let owned = |(name, text): (&&str, &&str)| ((*name).to_owned(), (*text).to_owned());
        Self { texts: texts.iter().map(owned).collect() }
    }

    /// The files of the dossier at `path`: a folder, or one file as [`Self::write`] makes it.
    ///
    /// # Errors
    /// [`DossierError`] with the path that is missing, too large, not text, or no dossier.
    pub fn read(path: &Path) -> Result<Self, DossierError> {
        let metadata = fs::metadata(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => DossierError::Nothing { path: path.to_owned() },
            _ => DossierError::Disk { path: path.to_owned(), source },
        })?;
        let texts = if metadata.is_dir() {
            read_folder(path)?
        } else if metadata.is_file() {
            archive::read(path, is_one_file(path))?
        } else {
            return Err(DossierError::NotADossier { path: path.to_owned() });
        };
        Ok(Self { texts })
    }

    /// The files out of the bytes of a dossier in one file; `path` is what errors call it.
    ///
    /// # Errors
    /// [`DossierError`] with the path and what is wrong with the archive or a file in it.
    pub fn unpack(bytes: Vec<u8>, path: &Path) -> Result<Self, DossierError> {
        Ok(Self { texts: archive::unpack(bytes, path, true)? })
    }

    /// The text of the file `name`, such as `scenes.toml`.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// The dossier that is written in the files.
    ///
    /// # Errors
    /// As [`parse`]; the path in the error is the file's name.
    pub fn parse(&self) -> Result<Loaded, DossierError> {
        let texts = self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        parse(&texts.collect())
    }

    /// The same files with these scenes as `scenes.toml`, in place of what it said. A text that is
    /// written in some of the three languages only has their words in the others too.
    ///
    /// # Errors
    /// [`WriteError`] where the file would not be read back as these scenes: a title has no words
    /// in any language, an id is there twice, a place is not in the dossier.
    pub fn with_scenes(mut self, scenes: &[Scene]) -> Result<Self, WriteError> {
        self.texts.insert(SCENES.to_owned(), scenes_file(scenes));
        let mut notices = self.parse()?.notices.into_iter();
        match notices.find(|notice| notice.file == SCENES) {
            Some(notice) => Err(WriteError::Scene { notice: Box::new(notice) }),
            None => Ok(self),
        }
    }

    /// Writes the dossier to `path` in one file, whole or not at all. The same files give the same
    /// bytes.
    ///
    /// # Errors
    /// [`WriteError`] with the path and what is in the way.
    pub fn write(&self, path: &Path, existing: Existing) -> Result<(), WriteError> {
        let bytes = self.packed()?;
        if path.is_dir() {
            return Err(WriteError::Taken { path: path.to_owned() });
        }
        write_atomically(path, &bytes, existing, Readers::All)
            .map_err(|source| WriteError::at(path, source))
    }

    /// The bytes of the dossier in one file: the same files give the same bytes.
    ///
    /// # Errors
    /// [`WriteError`] where a file is too large to be read again.
    pub fn packed(&self) -> Result<Vec<u8>, WriteError> {
        self.check_sizes()?;
        let bytes = archive::bytes(self.written()).map_err(io::Error::other);
        bytes.map_err(|source| WriteError::at(Path::new(ONE_FILE), source))
    }

    /// Puts the scenes of these files into the dossier that is at `path`: into a folder only
    /// `scenes.toml`, replaced in one step, so that whatever else lies there stays; a file is
    /// written anew.
    ///
    /// # Errors
    /// [`WriteError`] with the path and what is in the way.
    pub fn write_scenes(&self, path: &Path) -> Result<(), WriteError> {
        if !path.is_dir() {
            return self.write(path, Existing::Replace);
        }
        self.check_sizes()?;
        let scenes = path.join(SCENES);
        let text = self.text(SCENES).unwrap_or_default();
        write_atomically(&scenes, text.as_bytes(), Existing::Replace, Readers::All)
            .map_err(|source| WriteError::at(&scenes, source))
    }

    /// The files that a dossier has, in the order of their names.
    fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        texts.filter(|(name, _)| FILES.contains(name))
    }

    /// Whether each file could be read again.
    fn check_sizes(&self) -> Result<(), WriteError> {
        let mut files = self.written();
        files.find(|(_, text)| text.len() as u64 > MAX_FILE_BYTES).map_or(Ok(()), |(name, _)| {
            let path = PathBuf::from(name);
            Err(DossierError::TooLarge { path, limit: MAX_FILE_BYTES }.into())
        })
    }
}

impl Dossier {
    /// The dossier that is part of the program.
    ///
    /// # Errors
    /// None in a program that passed its tests.
    pub fn built_in() -> Result<Loaded, DossierError> {
        parse(&built_in::files())
    }

    /// The dossier at `path`: a folder, or one file whose name ends with `.sahelmap`.
    ///
    /// ```
    /// use sahel_map::dossier::{Dossier, DossierError};
    /// use std::path::Path;
    ///
    /// let loaded = Dossier::load(Path::new("assets/dossier"))?;
    /// assert!(loaded.notices.is_empty(), "what is wrong in it is told");
    /// let kidal = loaded.dossier.places.iter().find(|place| place.id.as_str() == "kidal");
    /// assert_eq!(kidal.map(|place| place.names.ar.as_str()), Some("كيدال"));
    ///
    /// let nowhere = Dossier::load(Path::new("no/such/folder")).unwrap_err();
    /// assert!(nowhere.to_string().contains("no/such/folder"));
    /// # Ok::<(), DossierError>(())
    /// ```
    ///
    /// # Errors
    /// [`DossierError`] where the dossier, `dossier.toml` or the TOML of any file is missing or
    /// broken. A record that is wrong is no error: it is left out, with a notice.
    pub fn load(path: &Path) -> Result<Loaded, DossierError> {
        DossierFiles::read(path)?.parse().map_err(|error| error.inside(path))
    }
}

/// Whether a path is called as a dossier in one file is.
#[must_use]
pub fn is_one_file(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|e| e.eq_ignore_ascii_case(ONE_FILE))
}
