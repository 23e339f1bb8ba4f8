//! The handout: a PDF with a page for each scene of the briefing, its map and all that is said of it.
//!
//! Pages are laid out in the points of A4 across; a larger sheet is the same page, enlarged. The map
//! is a picture, everything beside it is text: it can be selected, searched and read aloud.

mod blocks;
mod flow;
mod ink;
mod map;
mod sheet;

use super::offscreen::DrawError;
use crate::geodata::{GeodataError, Manifest};
use crate::i18n::{Args, Words, isolate, key};
use crate::map::MapGeometry;
use crate::map::theme::Theme;
use crate::state::scene_words::{SceneWords, cited};
use crate::state::{Action, AppState, BriefingAction, open_archive, selectors, update};
use blocks::Setter;
use flow::{Flow, Frames};
use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{Metadata, PageLayout, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use map::MapMaker;
use sheet::{Book, PageWords};
use std::sync::Arc;

/// A sheet of A4 across, in points.
const PAGE: [f32; 2] = [841.89, 595.28];

/// The paper that a handout is printed on, across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandoutPaper {
    /// 297 by 210 mm.
    #[default]
    A4,
    /// 420 by 297 mm.
    A3,
}

impl HandoutPaper {
    /// How much larger than A4.
    const fn scale(self) -> f32 {
        match self {
            Self::A4 => 1.0,
            Self::A3 => std::f32::consts::SQRT_2,
        }
    }
}

/// What a page needs that does not depend on where it stands.
struct ScenePages {
    title: String,
    picture: Vec<u8>,
    flow: Flow,
}

/// The handout of the dossier's scenes as a PDF, in the session's language and colours. The same
/// state gives the same bytes on the same driver.
///
/// # Errors
/// When there is no graphics driver, or a part of the program is damaged.
pub fn render_handout(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    paper: HandoutPaper,
) -> Result<Vec<u8>, DrawError> {
    let mut state = state.clone();
    let theme = Theme::built_in(selectors::shade(&state))?;
    let words = state.session.words();
    let mut setter = Setter::new(&words, &theme);
    let frames = Frames::new(words.lang().is_rtl());
    let mut maps = MapMaker::new(&state, geometry, &theme, paper.scale(), frames.map)?;
    update(&mut state, Action::Briefing(BriefingAction::Start));
    let mut scenes = Vec::new();
    for (index, scene) in state.world.clone().dossier.scenes.iter().enumerate() {
        update(&mut state, Action::Briefing(BriefingAction::Show(index)));
        let said = SceneWords::new(&state.world, scene, &words);
        scenes.push(ScenePages {
            title: said.title.clone().unwrap_or_default(),
            picture: maps.picture(&state, scene, &words)?,
            flow: setter.scene(&frames, &said),
        });
    }
    let sources = setter.sources(&frames, &sources(&state, &words)?);
    let page_words = PageWords::new(&mut setter, &frames, &state)?;
    // Viewers for people who do not see hold a file to PDF/UA; text of one's own dossier may have a
    // character that no typeface here has, with which a file cannot keep to it.
    let write = |accessible: bool| {
        let mut document = Document::new_with(settings(accessible));
        let mut book = Book::new(&words, &theme, paper.scale(), &frames, &page_words);
        let count = scenes.iter().map(|scene| scene.flow.pages.len()).sum::<usize>();
        book.count = count + sources.pages.len();
        for scene in &scenes {
            book.scene(&mut document, scene)?;
        }
        let title = words.text(key::CREDITS_HEADING).into_owned();
        book.text_pages(&mut document, &title, &sources)?;
        document.set_outline(outline(&book.marks));
        document.set_metadata(metadata(&state, &words));
        document.set_tag_tree(book.tags);
        document.finish().map_err(DrawError::from)
    };
    write(true).or_else(|error| match error {
        DrawError::Document(KrillaError::Validation(faults)) => {
            tracing::debug!(?faults, "the handout is written without the promise of PDF/UA");
            write(false)
        }
        error => Err(error),
    })
}

fn settings(accessible: bool) -> SerializeSettings {
    let plain = SerializeSettings::default();
    if !accessible {
        return plain;
    }
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    match accessible.finish() {
        Ok(configuration) => SerializeSettings { configuration, ..plain },
        Err(_) => plain,
    }
}

fn outline(marks: &[(String, krilla::destination::XyzDestination)]) -> Outline {
    let mut outline = Outline::new();
    for (title, at) in marks {
        outline.push_child(OutlineNode::new(title.clone(), at.clone()));
    }
    outline
}

fn metadata(state: &AppState, words: &Words) -> Metadata {
    let lang = words.lang();
    let direction =
        if lang.is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(state.world.dossier.title.get(lang).to_owned())
        .description(crate::text::without_isolates(&cited(&state.world, words)))
        .language(lang.code().to_owned())
        .creator(concat!("Sahel Map ", env!("CARGO_PKG_VERSION")).to_owned())
        .text_direction(direction)
        .page_layout(PageLayout::SinglePage)
}

/// What the last page says: a head, and paragraphs under it.
fn sources(state: &AppState, words: &Words) -> Result<Vec<(String, Vec<String>)>, GeodataError> {
    let word = |key| words.text(key).into_owned();
    let article = vec![
        cited(&state.world, words),
        word(key::ARTICLE_VIEW),
        word(key::HANDOUT_QUOTES),
        word(key::HANDOUT_DATES),
    ];
    let mut map: Vec<String> = [
        key::CREDIT_BORDERS,
        key::CREDIT_PLACES,
        key::CREDIT_AIRPORTS,
        key::CREDIT_REGIONS,
        key::CREDIT_RELIEF,
        key::CREDIT_NAMES,
        key::CREDIT_GROUND,
        key::CREDIT_FONTS,
    ]
    .map(word)
    .into();
    map.extend(open_archive(state).map(|info| {
        let inserted = |text| isolate::inserted(words.lang(), text).into_owned();
        let args =
            Args::new().text("name", inserted(&info.name)).text("source", inserted(info.credit()));
        words.format(key::CREDIT_ARCHIVE, args)
    }));
    map.push(word(key::PLATE_PROJECTION));
    map.push(word(key::HANDOUT_DISTANCES));
    map.push(word(key::DISCLAIMER_BOUNDARIES));
    let data = Manifest::embedded()?.credits_with_licences();
    Ok(vec![
        (word(key::HANDOUT_ARTICLE), article),
        (word(key::HANDOUT_MAP), map),
        (word(key::CREDITS_DATA), data),
    ])
}
