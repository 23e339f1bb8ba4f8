//! What is saved when the reader saves the map, and how large.

use serde::{Deserialize, Serialize};

/// What the reader saves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Export {
    /// In which form.
    pub form: Form,
    /// Whether a picture has title, legend and sources round the map.
    pub plate: bool,
}

/// The form of what is saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A picture of the map as large as it is on the screen.
    #[default]
    Window,
    /// A picture of 1920 by 1080.
    Screen,
    /// A picture of 3840 by 2160.
    FineScreen,
    /// A sheet of A4 across, at 300 dots to the inch.
    A4Landscape,
    /// A sheet of A4 upright.
    A4Portrait,
    /// A sheet of A3 across.
    A3Landscape,
    /// A sheet of A3 upright.
    A3Portrait,
    /// The places as GeoJSON.
    Geojson,
    /// The places as KML.
    Kml,
    /// The places as CSV.
    Csv,
}

impl Form {
    /// Every form, pictures first.
    pub const ALL: [Self; 10] = [
        Self::Window,
        Self::Screen,
        Self::FineScreen,
        Self::A4Landscape,
        Self::A4Portrait,
        Self::A3Landscape,
        Self::A3Portrait,
        Self::Geojson,
        Self::Kml,
        Self::Csv,
    ];

    /// Width and height in pixels, where the form has them.
    #[must_use]
    pub const fn size(self) -> Option<[u32; 2]> {
        Some(match self {
            Self::Screen => [1920, 1080],
            Self::FineScreen => [3840, 2160],
            Self::A4Landscape => [3508, 2480],
            Self::A4Portrait => [2480, 3508],
            Self::A3Landscape => [4961, 3508],
            Self::A3Portrait => [3508, 4961],
            Self::Window | Self::Geojson | Self::Kml | Self::Csv => return None,
        })
    }

    /// Whether it is a sheet of paper, which has a number of dots to the inch.
    #[must_use]
    pub const fn is_paper(self) -> bool {
        matches!(self, Self::A4Landscape | Self::A4Portrait | Self::A3Landscape | Self::A3Portrait)
    }

    /// Whether it is a picture of the map.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        !matches!(self, Self::Geojson | Self::Kml | Self::Csv)
    }

    /// What the file's name has of it, and the file's extension.
    #[must_use]
    pub const fn in_name(self) -> (&'static str, &'static str) {
        match self {
            Self::Window => ("", "png"),
            Self::Screen => ("_1080p", "png"),
            Self::FineScreen => ("_4k", "png"),
            Self::A4Landscape | Self::A4Portrait => ("_a4", "png"),
            Self::A3Landscape | Self::A3Portrait => ("_a3", "png"),
            Self::Geojson => ("_places", "geojson"),
            Self::Kml => ("_places", "kml"),
            Self::Csv => ("_places", "csv"),
        }
    }
}
