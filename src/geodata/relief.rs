//! How steep the ground looks where: the shading of the relief, without heights and colours.

use super::format::{RELIEF_EXTENT, RELIEF_FLAT};
use super::{GeodataError, embedded};

/// Shading of the relief in and around the theatre, as a picture in Web Mercator.
///
/// Columns are even in longitude and rows in the projection's northing, so the four corners suffice
/// to draw it. Source: Tom Patterson's shaded relief, two arc minutes (3.7 km): sharp up to about
/// zoom 5.5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// One level a pixel, rows from the north: the level divided by [`Relief::FLAT`] is the
    /// brightness of the slope as a share of flat ground's. The sea is flat.
    pub levels: Vec<u8>,
}

impl Relief {
    /// Western edge, degrees of longitude.
    pub const WEST: f64 = RELIEF_EXTENT[0];
    /// Southern edge, degrees of latitude.
    pub const SOUTH: f64 = RELIEF_EXTENT[1];
    /// Eastern edge, degrees of longitude.
    pub const EAST: f64 = RELIEF_EXTENT[2];
    /// Northern edge, degrees of latitude.
    pub const NORTH: f64 = RELIEF_EXTENT[3];
    /// The level of flat ground.
    pub const FLAT: u8 = RELIEF_FLAT;

    /// The relief that is part of the program, decoded (some 20 ms: off the first frame's path).
    ///
    /// # Errors
    /// None in a build that passed its tests; see [`Relief::from_jpeg`].
    pub fn embedded() -> Result<Self, GeodataError> {
        Self::from_jpeg(embedded::RELIEF)
    }

    /// Decodes `relief.jpg`.
    ///
    /// # Errors
    /// [`GeodataError`] when the bytes are cut short or no JPEG.
    pub fn from_jpeg(bytes: &[u8]) -> Result<Self, GeodataError> {
        // The decoder fills what is missing with grey and says nothing.
        const END_OF_IMAGE: [u8; 2] = [0xff, 0xd9];
        if !bytes.ends_with(&END_OF_IMAGE) {
            let what = "it is cut short".to_owned();
            return Err(GeodataError::Content { file: "relief.jpg", what });
        }
        let picture = image::load_from_memory_with_format(bytes, image::ImageFormat::Jpeg)
            .map_err(|source| GeodataError::Picture { file: "relief.jpg", source })?
            .into_luma8();
        Ok(Self { width: picture.width(), height: picture.height(), levels: picture.into_raw() })
    }
}
