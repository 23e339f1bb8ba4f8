//! The article's words about a place: the Arabic, its ¶, and our translation if it is wanted.

use super::quotation::{Found, Here, Quotation};
use super::row::{Row, passage_colors};
use super::widgets::{
    BODY, ChipLook, Group, chip, chip_width, headed_choice, heading_in, paragraph,
};
use crate::dossier::{Excerpt, PlaceId};
use crate::geodata::Lang;
use crate::i18n::{Args, Key, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::scene_words::cited;
use crate::state::{Action, AppState, TranslationChoice};
use crate::text::{Direction, Passage};
use egui::{Sense, Stroke, Ui, vec2};

/// What is quoted on a card.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// The excerpts, in the order of the article.
    pub(super) excerpts: &'a [&'a Excerpt],
    /// The place whose card it is: its own name does not lead anywhere.
    pub(super) here: Option<&'a PlaceId>,
    /// What is said where there are none.
    pub(super) none: Key,
}

/// Shows what the article says.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    about: About<'_>,
    actions: &mut Vec<Action>,
) {
    head(ui, state, kit, !about.excerpts.is_empty(), actions);
    ui.add_space(8.0);
    if about.excerpts.is_empty() {
        paragraph(ui, kit, &kit.words.text(about.none), &NOTE, kit.theme.ui.muted);
    }
    for excerpt in about.excerpts {
        quotation(ui, state, kit, excerpt, about.here, actions);
        translation(ui, state, kit, excerpt);
        ui.add_space(12.0);
    }
    source(ui, state, kit);
}

fn head(ui: &mut Ui, state: &AppState, kit: Kit<'_>, with_choice: bool, actions: &mut Vec<Action>) {
    let heading = kit.words.text(key::CARD_IN_ARTICLE);
    if !with_choice {
        let row = Row::allocate(ui, kit, 28.0);
        heading_in(ui, kit, row.rest(), &heading);
        return;
    }
    let words = [
        (TranslationChoice::Off, kit.words.text(key::TRANSLATION_OFF)),
        (TranslationChoice::En, kit.words.text(key::LANGUAGE_EN)),
        (TranslationChoice::Fr, kit.words.text(key::LANGUAGE_FR)),
    ];
    let options = words.each_ref().map(|(choice, words)| (*choice, words.as_ref()));
    let now = state.session.translation;
    let group = Group { label: &heading, id: "translation" };
    let chosen = headed_choice(ui, kit, group, &options, now);
    actions.extend(chosen.map(Action::SetTranslation));
}

/// The Arabic with its ¶ in the margin; names of other places lead to them, this place's own are
/// marked.
fn quotation(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    excerpt: &Excerpt,
    here: Option<&PlaceId>,
    actions: &mut Vec<Action>,
) {
    let mark = paragraph_mark(kit, excerpt.paragraph);
    let margin = chip_width(ui, kit, &mark, false).max(40.0);
    let width = ui.available_width() - margin - 12.0;
    let own = (here, Here::Soft);
    let Some(words) =
        Quotation::set(ui, state, kit, (excerpt, Lang::Ar), own, Found::default(), width)
    else {
        return;
    };
    let size = vec2(ui.available_width(), words.height().max(28.0));
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    // The Arabic runs from the right in every language, so its margin is on the right.
    let mut row = Row::new(whole, true);
    let cell = row.start(margin);
    chip(ui, kit, cell.with_max_y(cell.top() + 28.0), &mark, None, ChipLook::Article);
    row.start(12.0);
    words.show_at(ui, kit, row.rest(), actions);
}

/// "¶8".
pub(super) fn paragraph_mark(kit: Kit<'_>, paragraph: u16) -> String {
    kit.words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", paragraph))
}

/// Our translation, set apart by a line at its side and marked as ours.
fn translation(ui: &mut Ui, state: &AppState, kit: Kit<'_>, excerpt: &Excerpt) {
    let lang = state.session.translation.lang();
    let Some(words) = lang.and_then(|lang| excerpt.translation.get(lang)) else { return };
    ui.add_space(8.0);
    let text = kit.words.format(key::TRANSLATION_MARKED, Args::new().text("words", words));
    let colors = &kit.theme.ui;
    let style = BODY.direction(Direction::Ltr);
    let room = ui.available_width() - 16.0;
    let set = kit.text.plain(ui.ctx(), &text, &style, Some(room));
    let size = vec2(ui.available_width(), set.galley.size().y);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().vline(rect.left() + 1.0, rect.y_range(), Stroke::new(2.0, colors.hairline));
    let inside = rect.with_min_x(rect.left() + 16.0);
    Passage::new(&set).keyed(ui, ("translation", excerpt.id.as_str())).show_at(
        ui,
        inside,
        &passage_colors(kit, colors.muted),
    );
}

/// Where the words come from.
fn source(ui: &mut Ui, state: &AppState, kit: Kit<'_>) {
    let words = cited(&state.world, kit.words);
    paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
}
