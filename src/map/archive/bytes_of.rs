//! Reading pieces of an archive that lies in memory or on disk, without taking in the whole.

use super::fault_of;
use crate::state::ArchiveFault;
use bytes::Bytes;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Largest piece that is read at once, in bytes: more than any sound tile or directory.
const LARGEST: u64 = 64 << 20;

/// An archive's bytes.
pub(super) enum Reading {
    /// In memory.
    Memory(Bytes),
    /// On disk, with its length when it was opened.
    File(Mutex<File>, u64),
}

impl Reading {
    /// The bytes of a file.
    pub(super) fn file(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(Self::File(Mutex::new(file), length))
    }

    /// How many there are.
    pub(super) fn len(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File(_, length) => *length,
        }
    }

    /// The first bytes, as many as there are up to `most`.
    pub(super) fn read_up_to(&self, most: u64) -> Result<Bytes, ArchiveFault> {
        self.read(0, most.min(self.len()))
    }

    /// The `length` bytes from `start`.
    pub(super) fn read(&self, start: u64, length: u64) -> Result<Bytes, ArchiveFault> {
        let end = start.checked_add(length).ok_or(ArchiveFault::CutShort)?;
        if end > self.len() {
            return Err(ArchiveFault::CutShort);
        }
        if length > LARGEST {
            return Err(ArchiveFault::Damaged(format!("a piece of {length} bytes")));
        }
        match self {
            Self::Memory(bytes) => Ok(bytes.slice(start as usize..end as usize)),
            Self::File(file, _) => {
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                let mut piece = vec![0; length as usize];
                file.seek(SeekFrom::Start(start))
                    .and_then(|_| file.read_exact(&mut piece))
                    .map_err(|error| fault_of(&error))?;
                Ok(piece.into())
            }
        }
    }
}
