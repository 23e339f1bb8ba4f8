//! What is saved when the reader saves the map, how large, and under which name.

use super::{AppState, selectors};
use serde::{Deserialize, Serialize};

/// Fewest pixels of a picture's side.
pub const SMALLEST: u32 = 64;
/// Most pixels of a picture's side. What a driver cannot draw at once is drawn in pieces.
pub const LARGEST: u32 = 16_384;

/// What the reader saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Export {
    /// In which form.
    pub form: Form,
    /// Whether a picture has title, legend and sources round the map.
    pub plate: bool,
    /// Width and height in pixels of [`Form::Own`], each from [`SMALLEST`] to [`LARGEST`].
    pub size: [u32; 2],
    /// What a handout and a printed map stand on.
    pub sheet: Sheet,
}

impl Default for Export {
    fn default() -> Self {
        Self { form: Form::default(), plate: false, size: [1600, 1200], sheet: Sheet::default() }
    }
}

impl Export {
    /// Width and height in pixels, where the form has them.
    #[must_use]
    pub const fn pixels(&self) -> Option<[u32; 2]> {
        match self.form {
            Form::Own => Some(self.size),
            form => form.size(),
        }
    }

    /// The same with a size that a picture can have: a session may come from anywhere.
    #[must_use]
    pub(super) fn bounded(self) -> Self {
        Self { size: self.size.map(|side| side.clamp(SMALLEST, LARGEST)), ..self }
    }
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// Which paper.
    pub paper: Paper,
    /// Whether it stands upright, or lies across.
    pub upright: bool,
}

/// The size of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 297 by 210 mm.
    #[default]
    A4,
    /// 420 by 297 mm.
    A3,
}

impl Sheet {
    /// Width and height in pixels at 300 dots to the inch.
    #[must_use]
    pub const fn pixels(self) -> [u32; 2] {
        let [long, short] = match self.paper {
            Paper::A4 => [3508, 2480],
            Paper::A3 => [4961, 3508],
        };
        if self.upright { [short, long] } else { [long, short] }
    }
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
    /// A picture of a size that the reader writes.
    Own,
    /// A sheet of A4 across, at 300 dots to the inch.
    A4Landscape,
    /// A sheet of A4 upright.
    A4Portrait,
    /// A sheet of A3 across.
    A3Landscape,
    /// A sheet of A3 upright.
    A3Portrait,
    /// The briefing as a PDF, a page a scene.
    Handout,
    /// The places as GeoJSON.
    Geojson,
    /// The places as KML.
    Kml,
    /// The places as CSV.
    Csv,
    /// The dossier with the scenes of the session, in one file.
    Dossier,
}

impl Form {
    /// Every form, pictures first.
    pub const ALL: [Self; 13] = [
        Self::Window,
        Self::Screen,
        Self::FineScreen,
        Self::Own,
        Self::A4Landscape,
        Self::A4Portrait,
        Self::A3Landscape,
        Self::A3Portrait,
        Self::Handout,
        Self::Geojson,
        Self::Kml,
        Self::Csv,
        Self::Dossier,
    ];

    /// Width and height in pixels, where the form alone says them.
    #[must_use]
    pub const fn size(self) -> Option<[u32; 2]> {
        match (self, self.sheet()) {
            (Self::Screen, _) => Some([1920, 1080]),
            (Self::FineScreen, _) => Some([3840, 2160]),
            (_, Some(sheet)) => Some(sheet.pixels()),
            _ => None,
        }
    }

    /// The sheet of paper that it is, if it is one.
    const fn sheet(self) -> Option<Sheet> {
        let (paper, upright) = match self {
            Self::A4Landscape => (Paper::A4, false),
            Self::A4Portrait => (Paper::A4, true),
            Self::A3Landscape => (Paper::A3, false),
            Self::A3Portrait => (Paper::A3, true),
            _ => return None,
        };
        Some(Sheet { paper, upright })
    }

    /// Whether it is a sheet of paper, which has a number of dots to the inch.
    #[must_use]
    pub const fn is_paper(self) -> bool {
        self.sheet().is_some()
    }

    /// Whether it is a picture of the map.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        !matches!(self, Self::Handout | Self::Geojson | Self::Kml | Self::Csv | Self::Dossier)
    }

    /// The extension of its file.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.in_name().1
    }

    /// What the file's name has of it, and the file's extension.
    const fn in_name(self) -> (&'static str, &'static str) {
        match self {
            Self::Window | Self::Own => ("", "png"),
            Self::Screen => ("_1080p", "png"),
            Self::FineScreen => ("_4k", "png"),
            Self::A4Landscape | Self::A4Portrait => ("_a4", "png"),
            Self::A3Landscape | Self::A3Portrait => ("_a3", "png"),
            Self::Handout => ("", "pdf"),
            Self::Geojson => ("_places", "geojson"),
            Self::Kml => ("_places", "kml"),
            Self::Csv => ("_places", "csv"),
            Self::Dossier => ("", "sahelmap"),
        }
    }
}

/// A name by the humanitarian mapping habit: country, place, form, date (as in `Saving::date`).
#[must_use]
pub fn default_file_name(state: &AppState, date: &str) -> String {
    let export = state.session.export;
    // What is of the whole dossier is called after no place.
    let of_all = match export.form {
        Form::Handout => Some("handout"),
        Form::Dossier => Some(state.world.dossier.id.as_str()),
        _ => None,
    };
    let place = selectors::selected_place(state).filter(|_| of_all.is_none());
    let country =
        place.and_then(|p| p.country).map_or_else(|| "SAHEL".to_owned(), |code| code.to_string());
    let name = place.map_or(of_all.unwrap_or("map"), |p| p.id.as_str());
    let (of_form, extension) = export.form.in_name();
    let of_size = match (export.form, export.size) {
        (Form::Own, [width, height]) => format!("_{width}x{height}"),
        _ => String::new(),
    };
    format!("{country}_{name}{of_form}{of_size}_{date}.{extension}")
}

/// The name of the file that a reader means by `typed`, with the extension of the form.
#[must_use]
pub(super) fn with_extension(typed: &str, form: Form) -> String {
    let typed = typed.trim();
    let extension = form.extension();
    let known = |end: &str| Form::ALL.iter().any(|form| form.extension().eq_ignore_ascii_case(end));
    match typed.rsplit_once('.') {
        Some((_, end)) if end.eq_ignore_ascii_case(extension) => typed.to_owned(),
        Some((stem, end)) if known(end) && !stem.is_empty() => format!("{stem}.{extension}"),
        _ => format!("{typed}.{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_extension_of_its_form_once() {
        for (typed, form, name) in [
            ("kidal", Form::Window, "kidal.png"),
            ("kidal.PNG", Form::Screen, "kidal.PNG"),
            (" خريطة مالي ", Form::Csv, "خريطة مالي.csv"),
            ("map.png", Form::Handout, "map.pdf"),
            ("v1.2", Form::Kml, "v1.2.kml"),
            (".png", Form::Kml, ".png.kml"),
        ] {
            assert_eq!(with_extension(typed, form), name);
        }
    }

    #[test]
    fn a_size_from_a_damaged_session_is_one_that_can_be_drawn() {
        let export: Export = serde_json::from_str(r#"{ "size": [0, 4000000000] }"#).unwrap();
        assert_eq!(export.bounded().size, [SMALLEST, LARGEST]);
    }
}
