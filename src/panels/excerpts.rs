//! The article's words about a place: the Arabic, its ¶, and our translation if it is wanted.

use super::row::{Row, label_at};
use super::widgets::{
    BODY, ChipLook, QUOTATION, chip, chip_width, choice, choice_width, heading_in, paragraph,
};
use crate::dossier::{Excerpt, ExcerptId, Place, PlaceId};
use crate::geodata::Lang;
use crate::i18n::{Args, key};
use crate::map::controls::{focus_ring, pressable};
use crate::map::kit::{Kit, NOTE};
use crate::state::{Action, AppState, TranslationChoice};
use crate::text::{Align, Direction, RichText, isolate};
use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

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
    let rect = row.rest();
    let spots: Vec<Vec<Rect>> = spans
        .iter()
        .map(|(span, _)| {
            let rects = set.rects(span.clone()).into_iter();
            rects.map(|r| r.translate(rect.min.to_vec2())).collect()
        })
        .collect();
    // The marks lie under the words, the links over them.
    for marked in spans.iter().zip(&spots).filter(|((_, of), _)| of == &here).flat_map(|(_, r)| r) {
        ui.painter().rect_filled(marked.expand2(vec2(3.0, -1.0)), 4.0, colors.soft_accent);
    }
    label_at(ui, rect, set.galley, colors.text, Role::Paragraph);
    for (index, ((span, place), rects)) in spans.into_iter().zip(&spots).enumerate() {
        if place != here {
            let words = rich.text.get(span).unwrap_or_default();
            link(ui, state, kit, (&excerpt.id, index), rects, (words, place), actions);
        }
    }
}

fn link(
    ui: &Ui,
    state: &AppState,
    kit: Kit<'_>,
    key: (&ExcerptId, usize),
    rects: &[Rect],
    (words, place): (&str, &PlaceId),
    actions: &mut Vec<Action>,
) {
    if state.world.dossier.place(place).is_none() {
        return;
    }
    for (part, rect) in rects.iter().enumerate() {
        let id = ui.scope_id().with(("link", key.0.as_str(), key.1, part));
        // A link over two lines is one stop of the keyboard.
        let response =
            if part == 0 { pressable(ui, *rect, id) } else { ui.interact(*rect, id, Sense::CLICK) };
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if part == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
        }
        focus_ring(ui, &response, rect.expand2(vec2(3.0, -1.0)), 4.0, kit);
        let strength = if response.hovered() || response.has_focus() { 2.0 } else { 1.0 };
        let line = Stroke::new(strength, kit.theme.ui.accent);
        ui.painter().hline(rect.x_range(), rect.bottom() - 4.0, line);
        if response.clicked() {
            actions.push(Action::Select(place.clone()));
        }
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
    label_at(ui, inside, set.galley, colors.muted, Role::Paragraph);
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
