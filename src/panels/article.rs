//! The article: its excerpts in order, in the original, in translation, or both beside each other.

use super::excerpts::paragraph_mark;
use super::quotation::{Found, Here, Quotation};
use super::row::{At, Row, passage_colors, text_in};
use super::widgets::{
    ChipLook, Group, PADDING, chip, chip_width, choice, choice_rows, choice_width, paragraph,
    section_line,
};
use super::{find_bar, shortcuts};
use crate::dossier::{Excerpt, Genre};
use crate::geodata::Lang;
use crate::i18n::{Args, Key, key};
use crate::map::controls::IconButton;
use crate::map::icons::Icon;
use crate::map::kit::{Kit, NOTE};
use crate::state::find::{Hit, Part};
use crate::state::{Action, AppState, ArticleView, FindAction, TranslationChoice, selectors};
use crate::text::{Passage, RichText, TextStyle};
use egui::{Align, Id, Rect, Role, Sense, Stroke, Ui, Vec2, vec2};

/// Least width of the original and of the translation that stand beside each other.
const LEAST_COLUMN: f32 = 220.0;
/// Room between the two.
const GUTTER: f32 = 24.0;
/// Room above and below an excerpt.
const AROUND: f32 = 12.0;

/// What was last brought into sight, so that only something new scrolls the article.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sought {
    place: Option<String>,
    place_request: u32,
    hit: Option<Hit>,
    hit_request: u32,
}

/// Shows the bar of the find over the article, if it is open.
pub(super) fn show_find(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    hits: &[Hit],
    actions: &mut Vec<Action>,
) {
    let Some(find) = &state.find else { return };
    // The last request to type in it, and whether that was answered: in the pass in which a dialog
    // closes, nothing beside it can have the focus yet.
    let id = Id::unique("the last request to type in the find");
    let known: Option<(u32, bool)> = ui.data(|data| data.get_temp(id));
    let request = find.field_request;
    if known != Some((request, true)) {
        let is_new = known.is_none_or(|(of, _)| of != request);
        let is_answered = !is_new && find_bar::has_focus(ui);
        if is_new {
            find_bar::select_all(ui);
        }
        if !is_answered {
            find_bar::focus(ui);
        }
        ui.data_mut(|data| data.insert_temp(id, (request, is_answered)));
    }
    find_bar::show(ui, kit, find, hits.len(), actions);
}

/// Shows the article, with `hits` marked in it.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    kit: Kit<'_>,
    hits: &[Hit],
    actions: &mut Vec<Action>,
) {
    let number = state.find.as_ref().map_or(0, |find| find.current);
    // What is shown may have changed since the number was: there may be fewer.
    let current = hits.get(number).or(hits.last());
    let sought = Sought {
        place: state.session.selected.as_ref().map(ToString::to_string),
        place_request: state.place_request,
        hit: current.cloned(),
        hit_request: state.find.as_ref().map_or(0, |find| find.hit_request),
    };
    let shown = Shown { state, kit, hits, current };
    let target = shown.article(ui, actions);
    seek(ui, sought, &target);
}

/// Where the reader's place and the hit that is meant are seen.
#[derive(Default)]
struct Targets {
    place: Option<Rect>,
    hit: Option<Rect>,
}

/// Scrolls to what is newly selected or found.
fn seek(ui: &Ui, sought: Sought, targets: &Targets) {
    let id = ui.scope_id().with("what the article was scrolled to");
    let before: Sought = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if before == sought {
        return;
    }
    let asked = (&before.hit, before.hit_request) != (&sought.hit, sought.hit_request);
    let selected = (&before.place, before.place_request) != (&sought.place, sought.place_request);
    let (hit, place) = (targets.hit.filter(|_| asked), targets.place.filter(|_| selected));
    if let Some(rect) = hit.or(place)
        && !ui.clip_rect().shrink2(vec2(0.0, 24.0)).contains_rect(rect)
    {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    ui.data_mut(|data| data.insert_temp(id, sought));
}

/// What the article is shown with.
#[derive(Clone, Copy)]
struct Shown<'a> {
    state: &'a AppState,
    kit: Kit<'a>,
    hits: &'a [Hit],
    current: Option<&'a Hit>,
}

impl Shown<'_> {
    fn article(self, ui: &mut Ui, actions: &mut Vec<Action>) -> Targets {
        let Self { state, kit, .. } = self;
        let mut targets = Targets::default();
        self.title(ui, &mut targets);
        self.source(ui);
        ui.add_space(16.0);
        self.switch(ui, actions);
        section_line(ui, kit);
        let mut before = 0;
        for (index, excerpt) in state.world.dossier.excerpts.iter().enumerate() {
            if excerpt.paragraph > before + 1 {
                self.gap(ui);
            }
            before = excerpt.paragraph;
            self.excerpt(ui, index, excerpt, &mut targets, actions);
        }
        if before < state.world.dossier.article.paragraphs {
            self.gap(ui);
        }
        section_line(ui, kit);
        paragraph(ui, kit, &kit.words.text(key::ARTICLE_VIEW), &NOTE, kit.theme.ui.muted);
        targets
    }

    /// What is found in a text of the article.
    fn found(self, part: Part, lang: Lang) -> Found {
        let here = |hit: &&Hit| hit.part == part && hit.lang == lang;
        let of_part: Vec<&Hit> = self.hits.iter().filter(here).collect();
        Found {
            current: of_part.iter().position(|hit| Some(*hit) == self.current),
            ranges: of_part.into_iter().map(|hit| hit.range.clone()).collect(),
        }
    }

    /// The title, in each language that is shown.
    fn title(self, ui: &mut Ui, targets: &mut Targets) {
        let Self { state, kit, .. } = self;
        let colors = &kit.theme.ui;
        for (index, lang) in selectors::article_languages(&state.session).into_iter().enumerate() {
            let Some(title) = state.world.dossier.article.title_in(lang) else { continue };
            let style = if index == 0 {
                TextStyle::new(20.0, 32.0).weight(700.0).balanced()
            } else {
                TextStyle::new(16.0, 24.0).weight(500.0).balanced()
            };
            let found = self.found(Part::Title, lang);
            let rich = found.colored(RichText::new(title), kit);
            let rich = kit.text.rich(ui.ctx(), &rich, &style, Some(ui.available_width()));
            let shown = Passage::new(&rich)
                .role(Role::Heading)
                .keyed(ui, ("title", lang))
                .marks(&found.marks(kit))
                .show(ui, &passage_colors(kit, colors.text));
            if let Some(range) = found.meant() {
                let seen = rich.rects(range).into_iter().reduce(Rect::union);
                targets.hit = seen.map(|seen| seen.translate(shown.response.rect.min.to_vec2()));
            }
        }
        ui.add_space(4.0);
    }

    /// Where it was published, by whom and when; and that only parts of it are here.
    fn source(self, ui: &mut Ui) {
        let Self { state, kit, .. } = self;
        let article = &state.world.dossier.article;
        let source = article.source.get(kit.words.lang());
        let source = match &article.author {
            Some(author) => {
                let by = Args::new().text("author", author.as_str()).text("publication", source);
                kit.words.format(key::ARTICLE_BY, by)
            }
            None => source.to_owned(),
        };
        let args = Args::new()
            .text("publication", source)
            .text("date", kit.words.date(&article.written, |_| None))
            .text("genre", kit.words.text(genre_key(article.genre)));
        let words = kit.words.format(key::ARTICLE_LINE, args);
        paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
        paragraph(ui, kit, &kit.words.text(key::ARTICLE_EXCERPTS), &NOTE, kit.theme.ui.muted);
    }

    /// Original, translation or both; which translation; and the way to the find.
    fn switch(self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let Self { state, kit, .. } = self;
        let session = &state.session;
        let names = [
            (ArticleView::Original, kit.words.text(key::ARTICLE_ORIGINAL)),
            (ArticleView::Translation, kit.words.text(key::ARTICLE_TRANSLATION)),
            (ArticleView::Both, kit.words.text(key::ARTICLE_BOTH)),
        ];
        let options = names.each_ref().map(|(view, name)| (*view, name.as_ref()));
        let width = choice_width(ui, kit, &options);
        let label = kit.words.text(key::PANEL_ARTICLE);
        let (now, group) = (session.article, Group { label: &label, id: "article view" });
        let (view, mut row) = if width + 40.0 <= ui.available_width() {
            let mut row = Row::allocate(ui, kit, 32.0);
            (choice(ui, kit, row.start(width), group, &options, now), row)
        } else {
            let view = choice_rows(ui, kit, group, &options, now);
            (view, Row::allocate(ui, kit, 32.0))
        };
        actions.extend(view.map(Action::SetArticleView));
        let cell = Rect::from_center_size(row.end(32.0).center(), Vec2::splat(32.0));
        let hint = shortcuts::hint(kit, key::FIND_NAME, shortcuts::CTRL, egui::Key::F);
        let find = IconButton::new(key::FIND_NAME, Icon::Search).hint(hint);
        if find.show(ui, cell, kit).clicked() {
            actions.push(Action::Find(FindAction::Open));
        }
        if session.article == ArticleView::Original {
            return;
        }
        ui.add_space(8.0);
        let names = [
            (Lang::En, kit.words.text(key::LANGUAGE_EN)),
            (Lang::Fr, kit.words.text(key::LANGUAGE_FR)),
        ];
        let options = names.each_ref().map(|(lang, name)| (*lang, name.as_ref()));
        let mut row = Row::allocate(ui, kit, 28.0);
        let cell = row.start(choice_width(ui, kit, &options));
        let now = selectors::article_translation(session);
        let label = kit.words.text(key::ARTICLE_TRANSLATION);
        let group = Group { label: &label, id: "article language" };
        if let Some(lang) = choice(ui, kit, cell, group, &options, now) {
            actions.push(Action::SetTranslation(TranslationChoice::of(lang)));
        }
        row.start(12.0);
        let words = kit.words.text(key::TRANSLATION_MARK);
        let galley = kit.text.line(ui.ctx(), &words, &NOTE);
        if galley.size().x <= row.rest().width() {
            text_in(ui, kit, row.rest(), galley, kit.theme.ui.muted, At::Start);
        } else {
            ui.add_space(4.0);
            paragraph(ui, kit, &words, &NOTE, kit.theme.ui.muted);
        }
    }

    /// That paragraphs are left out.
    fn gap(self, ui: &mut Ui) {
        let Self { kit, .. } = self;
        let row = Row::allocate(ui, kit, 20.0);
        let galley = kit.text.line(ui.ctx(), &kit.words.text(key::ARTICLE_GAP), &NOTE);
        text_in(ui, kit, row.rest(), galley, kit.theme.ui.muted, At::Middle);
    }

    /// An excerpt with its ¶ in the margin; on a ground of its own where it speaks of the reader's
    /// place.
    fn excerpt(
        self,
        ui: &mut Ui,
        index: usize,
        excerpt: &Excerpt,
        targets: &mut Targets,
        actions: &mut Vec<Action>,
    ) {
        let Self { state, kit, .. } = self;
        let colors = &kit.theme.ui;
        let mark = paragraph_mark(kit, excerpt.paragraph);
        let margin = chip_width(ui, kit, &mark, false).max(40.0);
        let langs = selectors::article_languages(&state.session);
        let room = ui.available_width() - margin - 12.0;
        let beside = langs.len() == 2 && room >= 2.0 * LEAST_COLUMN + GUTTER;
        let width = if beside { 0.5 * (room - GUTTER) } else { room };
        let here = state.session.selected.as_ref();
        let set = |lang| {
            let own = (here, Here::Loud);
            let found = self.found(Part::Excerpt(index), lang);
            let words = Quotation::set(ui, state, kit, (excerpt, lang), own, found, width)?;
            Some((lang, words))
        };
        let mut texts: Vec<(Lang, Quotation<'_>)> = langs.into_iter().filter_map(set).collect();
        if texts.is_empty() {
            // Not translated: the original is better than nothing.
            texts.extend(set(Lang::Ar));
        }
        let heights = texts.iter().map(|(_, words)| words.height().max(28.0));
        let height = if beside {
            heights.fold(0.0, f32::max)
        } else {
            heights.sum::<f32>() + 8.0 * (texts.len().saturating_sub(1) as f32)
        };
        let size = vec2(ui.available_width(), height + 2.0 * AROUND);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let is_here = here.is_some_and(|id| {
            state.world.dossier.excerpts_of(id).iter().any(|of| of.id == excerpt.id)
        });
        // The Arabic runs from the right in every language, so its margin is on the right.
        let from_right = texts.first().is_some_and(|(lang, _)| lang.is_rtl());
        if is_here {
            let ground = whole.expand2(vec2(PADDING, 0.0));
            ui.painter().rect_filled(ground, 0.0, colors.selected_row);
            let edge = Row::new(ground, from_right).start(3.0);
            ui.painter().rect_filled(edge, 0.0, colors.accent);
        }
        let inner = whole.shrink2(vec2(0.0, AROUND));
        let mut row = Row::new(inner, from_right);
        let cell = row.start(margin);
        chip(ui, kit, cell.with_max_y(cell.top() + 28.0), &mark, None, ChipLook::Article);
        row.start(12.0);
        let mut below = row.rest();
        for (nth, (_, words)) in texts.iter().enumerate() {
            let rect = if beside {
                let rect = row.start(width);
                row.start(GUTTER);
                rect
            } else {
                let (rect, rest) = below.split_top_bottom_at_y(below.top() + words.height());
                below = rest.with_min_y(below.top() + words.height().max(28.0) + 8.0);
                rect
            };
            if nth > 0 && !beside {
                let line = Stroke::new(2.0, colors.hairline);
                ui.painter().vline(rect.left() - 8.0, rect.y_range(), line);
            }
            words.show_at(ui, kit, rect, actions);
            if let Some(range) = words.meant() {
                targets.hit = words.seen(rect, range);
            }
            if is_here && targets.place.is_none() {
                let name = words.first_here().and_then(|range| words.seen(rect, range));
                targets.place = name.or(Some(inner));
            }
        }
    }
}

const fn genre_key(genre: Genre) -> Key {
    match genre {
        Genre::Opinion => key::ARTICLE_OPINION,
        Genre::Report => key::ARTICLE_REPORT,
        Genre::Analysis => key::ARTICLE_ANALYSIS,
    }
}
