//! The article's words about a place: the Arabic, its ¶, and our translation if it is wanted.

use super::row::{Row, passage_colors};
use super::widgets::{
    BODY, ChipLook, QUOTATION, chip, chip_width, choice, choice_width, heading_in, paragraph,
};
use crate::dossier::{Excerpt, Place, PlaceId};
use crate::geodata::Lang;
use crate::i18n::{Args, key};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, TranslationChoice};
use crate::text::{Align, Direction, Mark, Passage, RichText, isolate};
use egui::{Sense, Stroke, Ui, vec2};

/// Shows the excerpts that speak of `place`.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    place: &Place,
    actions: &mut Vec<Action>,
) {
    let excerpts = state.world.dossier.excerpts_of(&place.id);
    head(ui, state, kit, !excerpts.is_empty(), actions);
    ui.add_space(8.0);
    if excerpts.is_empty() {
        paragraph(ui, kit, &kit.words.text(key::CARD_NO_EXCERPT), &NOTE, kit.theme.ui.muted);
    }
    for excerpt in excerpts {
        quotation(ui, state, kit, excerpt, &place.id, actions);
        translation(ui, state, kit, excerpt);
        ui.add_space(12.0);
    }
    source(ui, state, kit);
}

fn head(ui: &mut Ui, state: &AppState, kit: Kit<'_>, with_choice: bool, actions: &mut Vec<Action>) {
    let mut row = Row::allocate(ui, kit, 28.0);
    if with_choice {
        let words = [
            (TranslationChoice::Off, kit.words.text(key::TRANSLATION_OFF)),
            (TranslationChoice::En, kit.words.text(key::LANGUAGE_EN)),
            (TranslationChoice::Fr, kit.words.text(key::LANGUAGE_FR)),
        ];
        let options: Vec<(TranslationChoice, &str)> =
            words.iter().map(|(t, w)| (*t, w.as_ref())).collect();
        let names: Vec<&str> = options.iter().map(|(_, name)| *name).collect();
        let cell = row.end(choice_width(ui, kit, &names));
        if let Some(chosen) =
            choice(ui, kit, cell, "translation", &options, state.session.translation)
        {
            actions.push(Action::SetTranslation(chosen));
        }
    }
    heading_in(ui, kit, row.rest(), &kit.words.text(key::CARD_IN_ARTICLE));
}

/// The Arabic with its ¶ in the margin; names of other places lead to them, this place's own are
/// marked.
fn quotation(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    excerpt: &Excerpt,
    here: &PlaceId,
    actions: &mut Vec<Action>,
) {
    let colors = &kit.theme.ui;
    let mark =
        kit.words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", excerpt.paragraph));
    let margin = chip_width(ui, kit, &mark, false).max(40.0);
    let width = ui.available_width() - margin - 12.0;
    let spans = excerpt.link_spans();
    let mut rich = RichText::new(excerpt.text());
    for (span, _) in &spans {
        rich = rich.colored(span.clone(), colors.on_soft_accent).weighted(span.clone(), 600.0);
    }
    let set = kit.text.rich(ui.ctx(), &rich, &QUOTATION.color(colors.text), Some(width));
    let (whole, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), set.galley.size().y.max(28.0)),
        Sense::hover(),
    );
    // The Arabic runs from the right in every language, so its margin is on the right.
    let mut row = Row::new(whole, true);
    let cell = row.start(margin);
    chip(ui, kit, cell.with_max_y(cell.top() + 28.0), &mark, None, ChipLook::Article);
    row.start(12.0);
    let here_marks: Vec<Mark> = spans
        .iter()
        .filter(|(_, place)| *place == here)
        .map(|(span, _)| Mark::new(span.clone(), colors.soft_accent))
        .collect();
    let leads = |place: &PlaceId| place != here && state.world.dossier.place(place).is_some();
    let (links, places): (Vec<_>, Vec<_>) =
        spans.into_iter().filter(|(_, place)| leads(place)).unzip();
    let shown = Passage::new(&set)
        .keyed(ui, ("excerpt", excerpt.id.as_str()))
        .marks(&here_marks)
        .links(&links)
        .show_at(ui, row.rest(), &passage_colors(kit, colors.text));
    if let Some(place) = shown.clicked.and_then(|link| places.get(link)) {
        actions.push(Action::Select((*place).clone()));
    }
}

/// Our translation, set apart by a line at its side and marked as ours.
fn translation(ui: &mut Ui, state: &AppState, kit: Kit<'_>, excerpt: &Excerpt) {
    let lang = match state.session.translation {
        TranslationChoice::Off => return,
        TranslationChoice::En => Lang::En,
        TranslationChoice::Fr => Lang::Fr,
    };
    let Some(words) = excerpt.translation.get(lang) else { return };
    ui.add_space(8.0);
    let mark = format!("({})", kit.words.text(key::TRANSLATION_MARK));
    let text = format!("{words} {}", isolate(&mark));
    let mark_from = text.len() - isolate(&mark).len();
    let colors = &kit.theme.ui;
    let style = BODY.direction(Direction::Ltr).align(Align::Start).color(colors.muted);
    let rich = RichText::new(text.clone()).colored(mark_from..text.len(), colors.muted);
    let set = kit.text.rich(ui.ctx(), &rich, &style, Some(ui.available_width() - 16.0));
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
    let article = &state.world.dossier.article;
    let lang = kit.words.lang();
    let date = kit.words.date(&article.written, |_| None);
    let args = Args::new().text("publication", article.source.get(lang)).text("date", date);
    let words =
        format!("{} · {}", isolate(&article.title), kit.words.format(key::ARTICLE_SOURCE, args));
    paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
}
