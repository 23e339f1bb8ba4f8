//! Words of the article as they are set: names of places lead there, the reader's place and what
//! was found are marked.

use super::row::passage_colors;
use super::widgets::{BODY, QUOTATION};
use crate::dossier::{Excerpt, PlaceId};
use crate::geodata::Lang;
use crate::map::kit::Kit;
use crate::state::{Action, AppState};
use crate::text::{Direction, Mark, Passage, Rich, RichText};
use egui::{Rect, Ui};
use std::ops::Range;

/// Where what is looked for stands in a text, and which of them is meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Bytes of the text.
    pub(super) ranges: Vec<Range<usize>>,
    /// The index of the one that is meant.
    pub(super) current: Option<usize>,
}

impl Found {
    /// As marks: the one that is meant has an edge.
    pub(super) fn marks(&self, kit: Kit<'_>) -> Vec<Mark> {
        let colors = &kit.theme.ui;
        let marks = self.ranges.iter().enumerate().map(|(index, range)| {
            let mark = Mark::new(range.clone(), colors.found);
            if self.current == Some(index) { mark.edged(colors.text) } else { mark }
        });
        marks.collect()
    }

    /// `rich` with what was found in the colour that goes with its marks.
    pub(super) fn colored(&self, rich: RichText, kit: Kit<'_>) -> RichText {
        let ink = kit.theme.ui.on_found;
        self.ranges.iter().fold(rich, |rich, range| rich.colored(range.clone(), ink))
    }

    /// Bytes of the one that is meant.
    pub(super) fn meant(&self) -> Option<Range<usize>> {
        self.ranges.get(self.current?).cloned()
    }
}

/// How loud the name of the place is that the reader is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Here {
    /// On its own card, which speaks of nothing else.
    Soft,
    /// Among the names of all places.
    Loud,
}

/// An excerpt in one language, set to a width.
pub(super) struct Quotation<'a> {
    excerpt: &'a Excerpt,
    lang: Lang,
    rich: Rich,
    /// Names that lead to a place.
    links: Vec<Range<usize>>,
    /// Where they lead.
    places: Vec<&'a PlaceId>,
    /// The names of the reader's place.
    here: Vec<Range<usize>>,
    look: Here,
    found: Found,
}

impl<'a> Quotation<'a> {
    /// Sets the excerpt to `width` points; `here` is the reader's place, and `found` what is looked
    /// for in it. None where the excerpt has no words in `lang`.
    pub(super) fn set(
        ui: &Ui,
        state: &AppState,
        kit: Kit<'_>,
        (excerpt, lang): (&'a Excerpt, Lang),
        (here, look): (Option<&PlaceId>, Here),
        found: Found,
        width: f32,
    ) -> Option<Self> {
        let colors = &kit.theme.ui;
        let mut rich = RichText::new(excerpt.text_in(lang)?);
        let (mut links, mut places, mut own) = (Vec::new(), Vec::new(), Vec::new());
        for (span, place) in excerpt.link_spans(lang) {
            let is_here = here == Some(place);
            let ink = if is_here && look == Here::Loud {
                colors.on_accent
            } else {
                colors.on_soft_accent
            };
            rich = rich.colored(span.clone(), ink).weighted(span.clone(), 600.0);
            if is_here {
                own.push(span);
            } else if state.world.dossier.place(place).is_some() {
                links.push(span);
                places.push(place);
            }
        }
        let rich = found.colored(rich, kit);
        let style = match lang {
            Lang::Ar => QUOTATION.color(colors.text),
            _ => BODY.direction(Direction::Ltr).color(colors.text),
        };
        let rich = kit.text.rich(ui.ctx(), &rich, &style, Some(width));
        Some(Self { excerpt, lang, rich, links, places, here: own, look, found })
    }

    /// Height of the words.
    pub(super) fn height(&self) -> f32 {
        self.rich.galley.size().y
    }

    /// Shows the words with their corner at that of `rect`, and pushes what the reader does with
    /// the names in them.
    pub(super) fn show_at(&self, ui: &mut Ui, kit: Kit<'_>, rect: Rect, actions: &mut Vec<Action>) {
        let colors = &kit.theme.ui;
        let ground = if self.look == Here::Loud { colors.accent } else { colors.soft_accent };
        let mut marks: Vec<Mark> =
            self.here.iter().map(|span| Mark::new(span.clone(), ground)).collect();
        marks.extend(self.found.marks(kit));
        let shown = Passage::new(&self.rich)
            .keyed(ui, (self.lang, self.excerpt.id.as_str()))
            .marks(&marks)
            .links(&self.links)
            .show_at(ui, rect, &passage_colors(kit, colors.text));
        let place = |link: Option<usize>| link.and_then(|link| self.places.get(link).copied());
        if let Some(place) = place(shown.pointed()) {
            actions.push(Action::PointAt(Some(place.clone())));
        }
        if let Some(place) = place(shown.clicked) {
            actions.push(Action::Select(place.clone()));
        }
    }

    /// Where bytes of the text are seen when its corner is at that of `rect`.
    pub(super) fn seen(&self, rect: Rect, range: Range<usize>) -> Option<Rect> {
        let seen = self.rich.rects(range).into_iter().reduce(Rect::union)?;
        Some(seen.translate(rect.min.to_vec2()))
    }

    /// Bytes of what was found and is meant.
    pub(super) fn meant(&self) -> Option<Range<usize>> {
        self.found.meant()
    }

    /// Bytes of the first name of the reader's place.
    pub(super) fn first_here(&self) -> Option<Range<usize>> {
        self.here.first().cloned()
    }
}
