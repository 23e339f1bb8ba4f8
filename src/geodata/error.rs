//! What can be wrong with a file of the ground.

use super::OutsideWorld;

/// Why a file of the ground cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GeodataError {
    /// The bytes end early or do not follow the layout at all.
    #[error("reading `{file}`: it is cut short or not of this layout")]
    Layout {
        /// Name of the file in `geodata/`.
        file: &'static str,
        /// What the decoder met.
        source: postcard::Error,
    },
    /// A position is outside the world.
    #[error("reading `{file}`")]
    Position {
        /// Name of the file in `geodata/`.
        file: &'static str,
        /// The number that is out of range.
        source: OutsideWorld,
    },
    /// The layout is right, but not what it says.
    #[error("reading `{file}`: {what}")]
    Content {
        /// Name of the file in `geodata/`.
        file: &'static str,
        /// What is wrong, with the value in backticks.
        what: String,
    },
    /// A picture does not decode.
    #[error("reading `{file}`: it is cut short or no JPEG picture")]
    Picture {
        /// Name of the file in `geodata/`.
        file: &'static str,
        /// What the decoder met.
        source: image::ImageError,
    },
    /// The list of sources and files does not parse.
    #[error("reading `MANIFEST.toml`")]
    Manifest(#[from] toml::de::Error),
}
