//! The handout: a PDF with a page for each scene of the briefing, its map and all that is said of it.
//!
//! Pages are laid out in the points of A4, across or upright; a larger sheet is the same page, enlarged. The map
//! is a picture, everything beside it is text: it can be selected, searched and read aloud.

mod blocks;
mod flow;
mod ink;
mod map;
mod sheet;

use super::PROGRAM;
use super::offscreen::DrawError;
use super::progress::Progress;
use crate::geodata::{GeodataError, Manifest};
use crate::i18n::{Args, Words, isolate, key};
use crate::map::MapGeometry;
use crate::map::theme::Theme;
use crate::state::scene_words::{SceneWords, cited};
use crate::state::{
    Action, AppState, BriefingAction, Paper, Sheet, open_tiles, scenes, selectors, update,
};
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

/// How much larger a sheet is than one of A4.
const fn scale(sheet: Sheet) -> f32 {
    match sheet.paper {
        Paper::A4 => 1.0,
        Paper::A3 => std::f32::consts::SQRT_2,
    }
}

/// Width and height of a sheet of A4 that stands as `sheet` does, in points.
const fn page_of(sheet: Sheet) -> [f32; 2] {
    let [wide, high] = PAGE;
    if sheet.upright { [high, wide] } else { [wide, high] }
}

/// Width and height of a sheet, in points.
pub(super) fn sheet_points(sheet: Sheet) -> [f32; 2] {
    page_of(sheet).map(|side| side * scale(sheet))
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
/// When there is no graphics driver, a part of the program is damaged, or it is cancelled.
pub fn render_handout(
    state: &AppState,
    geometry: &Arc<MapGeometry>,
    sheet: Sheet,
    progress: &Progress,
) -> Result<Vec<u8>, DrawError> {
    let mut state = state.clone();
    let theme = Theme::built_in(selectors::shade(&state))?;
    let words = state.session.words();
    let mut setter = Setter::new(&words, &theme);
    let frames = Frames::new(words.lang().is_rtl(), page_of(sheet));
    let all = scenes::all(&state).to_vec();
    progress.begin(all.len() + 1)?;
    let mut maps = MapMaker::new(&state, geometry, &theme, scale(sheet), frames.map, progress)?;
    update(&mut state, Action::Briefing(BriefingAction::Start));
    let mut pages = Vec::new();
    for (index, scene) in all.iter().enumerate() {
        update(&mut state, Action::Briefing(BriefingAction::Show(index)));
        let said = SceneWords::new(&state.world, scene, &words);
        pages.push(ScenePages {
            title: said.title.clone().unwrap_or_default(),
            picture: maps.picture(&state, scene, &words)?,
            flow: setter.scene(&frames, &said),
        });
        progress.step()?;
    }
    let sources = setter.sources(&frames, &sources(&state, &words)?);
    let page_words = PageWords::new(&mut setter, &frames, &state)?;
    // Viewers for people who do not see hold a file to PDF/UA; text of one's own dossier may have a
    // character that no typeface here has, with which a file cannot keep to it.
    let write = |accessible: bool| {
        let mut document = Document::new_with(settings(accessible));
        let mut book = Book::new(&words, &theme, scale(sheet), &frames, &page_words);
        let count = pages.iter().map(|scene| scene.flow.pages.len()).sum::<usize>();
        book.count = count + sources.pages.len();
        for scene in &pages {
            progress.check()?;
            book.scene(&mut document, scene)?;
        }
        let title = words.text(key::CREDITS_HEADING).into_owned();
        book.text_pages(&mut document, &title, &sources)?;
        document.set_outline(outline(&book.marks));
        document.set_metadata(metadata(&state, &words));
        document.set_tag_tree(book.tags);
        document.finish().map_err(DrawError::from)
    };
    let document = write(true).or_else(|error| match error {
        DrawError::Document(KrillaError::Validation(faults)) => {
            tracing::debug!(?faults, "the handout is written without the promise of PDF/UA");
            write(false)
        }
        error => Err(error),
    })?;
    progress.step()?;
    Ok(document)
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
        .creator(PROGRAM.to_owned())
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
    map.extend(open_tiles(state).map(|info| {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Dossier;
    use crate::geodata::Lang;
    use crate::state::{Session, World};
    use std::sync::{Mutex, Weak};

    /// No page is drawn after the one that was at hand, and no file comes of it.
    #[test]
    fn a_handout_is_stopped_between_two_scenes() {
        let world = World::new(Dossier::built_in().unwrap()).unwrap();
        let parts = world.dossier.scenes.len() as u32 + 1;
        let geometry = Arc::new(MapGeometry::new(&world).unwrap());
        let state = AppState::new(Arc::new(world), Session::in_language(Lang::Fr));
        let told = Arc::new(Mutex::new(Vec::new()));
        let sink = told.clone();
        let progress = Arc::new_cyclic(|own: &Weak<Progress>| {
            let own = own.clone();
            Progress::new(move |done, of| {
                sink.lock().unwrap().push((done, of));
                if let Some(own) = own.upgrade().filter(|_| done == 1) {
                    own.cancel();
                }
            })
        });
        let stopped = render_handout(&state, &geometry, Sheet::default(), &progress);
        assert!(matches!(stopped, Err(DrawError::Cancelled)));
        assert_eq!(*told.lock().unwrap(), [(0, parts), (1, parts)]);
    }
}
