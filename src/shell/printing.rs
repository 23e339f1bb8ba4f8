//! How a map gets to a printer: as a PDF in the system's viewer, which prints.
//!
//! Of the ways there are on Linux this is the one that asks the reader before paper is used and is
//! there on every desktop. `lp` prints at once, on a printer that nobody has chosen; the portal's
//! dialog of printers wants the D-Bus machinery of a toolkit, and has no preview.

use crate::disk::{Existing, Readers, write_atomically};
use crate::state::Notice;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A viewer that has not failed by then has opened.
const OPENS_WITHIN: Duration = Duration::from_secs(3);

/// Writes the PDF where only the reader can read it and opens it in the viewer. Its name is that of
/// the file `name`. Waits for the viewer: meant for a thread of its own.
///
/// # Errors
/// Why it cannot be printed, and what to do.
pub(super) fn hand_over(name: &str, pdf: &[u8]) -> Result<(), Notice> {
    let unwritten = |path: PathBuf| {
        move |error: io::Error| Notice::NotWritten { path, problem: error.kind().to_string() }
    };
    let folder = folder().map_err(unwritten(std::env::temp_dir()))?;
    let path = folder.join(Path::new(name).with_extension("pdf"));
    write_atomically(&path, pdf, Existing::Replace, Readers::Owner)
        .map_err(unwritten(path.clone()))?;
    open::that_detached_with_timeout(&path, OPENS_WITHIN)
        .map_err(|error| Notice::NoViewer { path, problem: error.to_string() })
}

/// A folder of the reader's alone, since the viewer reads the PDF after this program has forgotten it:
/// in that of the session, which the system empties at its end, else a new one among the temporary
/// files.
fn folder() -> io::Result<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    match runtime.filter(|path| path.is_absolute() && path.is_dir()) {
        Some(runtime) => {
            let folder = runtime.join("sahel-map");
            std::fs::create_dir_all(&folder)?;
            Ok(folder)
        }
        None => Ok(tempfile::Builder::new().prefix("sahel-map-").tempdir()?.keep()),
    }
}
