//! The column of a plate: what is said, what the signs mean, and the table of distances.

use super::claim::LINE_GAP;
use super::legend::{Sign, columns, sign_row};
use crate::briefing::SceneText;
use crate::dossier::Place;
use crate::geodata::Country;
use crate::i18n::{Args, key};
use crate::map::kit::Kit;
use crate::map::pins;
use crate::map::view::View;
use crate::state::scene_words::SceneWords;
use crate::state::{AppState, briefing, listing, selectors};
use crate::text::{TextStyle, optical_center};
use egui::{Galley, Rect, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

const HEAD: TextStyle = TextStyle::new(17.0, 24.0).weight(700.0);
pub(super) const WORDS: TextStyle = TextStyle::new(14.0, 20.0);
pub(super) const SMALL: TextStyle = TextStyle::new(12.0, 16.0);
/// Room above and below the line between two sections.
const BETWEEN: f32 = 18.0;
/// Heights of a row of the list and the table that are tried.
const ROWS: [f32; 4] = [30.0, 26.0, 22.0, LEAST_ROW];
pub(super) const LEAST_ROW: f32 = 18.0;
/// Height of a section's head with the room under it.
const HEAD_HEIGHT: f32 = 32.0;
/// Sizes that are tried until a figure fits its column.
const FIGURES: [f32; 3] = [14.0, 12.5, 11.0];
/// A table of more rows is no table to be read.
const MOST_ROWS: usize = 10;

/// Shows what has room, the more important first: on a broad low column two side by side. Rows come
/// closer until everything fits.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, view: &View, rect: Rect) {
    let halves = halves(rect, kit.is_rtl());
    for row in ROWS {
        let column = Column { ui, state, kit, view, row };
        let said = column.said(&halves);
        let (sections, are_all) = column.placed(&halves, said.height(row));
        if are_all || row == LEAST_ROW {
            if let Some(first) = halves.first() {
                column.paint_said(said, *first);
            }
            for placed in sections {
                column.paint_placed(&placed);
            }
            return;
        }
    }
}

/// One column, or two side by side, the first where reading begins.
fn halves(rect: Rect, rtl: bool) -> Vec<Rect> {
    if rect.width() <= 1.4 * rect.height() {
        return vec![rect];
    }
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    let (left, right) =
        (left.with_max_x(left.right() - 20.0), right.with_min_x(right.left() + 20.0));
    if rtl { vec![right, left] } else { vec![left, right] }
}

/// The column, with what it is of.
pub(super) struct Column<'a> {
    pub(super) ui: &'a Ui,
    pub(super) state: &'a AppState,
    pub(super) kit: Kit<'a>,
    pub(super) view: &'a View,
    /// Height of a row.
    pub(super) row: f32,
}

/// What a column begins with.
enum Said {
    /// What is said of the scene.
    Scene(SceneText),
    /// The places in the article's order, each with its number.
    Places(Vec<(u8, String)>),
}

impl Said {
    fn height(&self, row: f32) -> f32 {
        match self {
            Self::Scene(text) => text.height(),
            Self::Places(places) => HEAD_HEIGHT + row * places.len() as f32,
        }
    }
}

/// A section where it stands.
struct Placed {
    section: Section,
    rect: Rect,
    /// Whether a line parts it from what is above.
    has_line: bool,
}

/// A section under its head.
pub(super) enum Section {
    Legend(Vec<(Sign, String)>),
    Table(Vec<Vec<(String, bool)>>),
    /// What is said of the claim, and whether it is the article's own words.
    Claim(Vec<(Arc<Galley>, bool)>),
}

impl Section {
    fn height(&self, width: f32, row: f32) -> f32 {
        let lines = match self {
            Self::Legend(signs) => sign_row(row) * signs.len().div_ceil(columns(width)) as f32,
            Self::Table(rows) => row * rows.len() as f32 + SMALL.line_height + 6.0,
            Self::Claim(lines) => lines.iter().map(|(set, _)| set.size().y + LINE_GAP).sum(),
        };
        HEAD_HEIGHT + lines
    }
}

impl Column<'_> {
    /// The scene's text, or the places in the article's order.
    fn said(&self, halves: &[Rect]) -> Said {
        let Self { ui, state, kit, .. } = *self;
        let first = halves.first().copied().unwrap_or(Rect::NOTHING);
        if let Some(scene) = briefing::scene(state) {
            let share = if halves.len() > 1 { 1.0 } else { 0.62 };
            let said = SceneWords::new(&state.world, scene, kit.words);
            // The plate's title is the scene's.
            let said = SceneWords { title: None, ..said };
            let number = state.briefing.as_ref().map_or(0, |held| held.scene) + 1;
            let room = vec2(first.width(), share * first.height());
            return Said::Scene(SceneText::fitting(ui.ctx(), kit, (&said, number), room, 0.8));
        }
        let places = selectors::places_in_order(&state.world).into_iter();
        let most = ((first.height() - HEAD_HEIGHT) / self.row).max(0.0) as usize;
        let numbered = places.filter(|place| self.is_shown(place)).filter_map(|place| {
            let number = place.number?;
            Some((number, self.place_words(place)))
        });
        Said::Places(numbered.take(most).collect())
    }

    /// A place's name, with the paragraphs that speak of it.
    fn place_words(&self, place: &Place) -> String {
        let words = self.kit.words;
        let mark = |paragraph| {
            words.format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", paragraph))
        };
        let excerpts = self.state.world.dossier.excerpts_of(&place.id);
        let marks: Vec<String> = excerpts.iter().map(|e| mark(e.paragraph)).collect();
        let marks = marks.join(&words.text(key::LIST_COMMA));
        let said = Args::new().text("place", place.names.get(words.lang())).text("marks", marks);
        words.format(key::PLATE_PLACE, said)
    }

    fn paint_said(&self, said: Said, rect: Rect) {
        let Self { ui, kit, row, .. } = *self;
        let places = match said {
            Said::Scene(text) => return text.show(ui, kit, rect.min, rect),
            Said::Places(places) => places,
        };
        let mut top = self.head(rect, &kit.words.text(key::PLATE_PLACES));
        for (number, words) in places {
            let middle = top + 0.5 * row;
            let x = self.start(rect, 0.0, 24.0) + 12.0;
            pins::paint_number(ui.painter(), kit, pos2(x, middle), number, false, false);
            let set = kit.text.ellipsized(ui.ctx(), &words, &WORDS, rect.width() - 36.0);
            self.at_start(rect, 36.0, middle, set, false);
            top += row;
        }
    }

    /// The sections where they have room, and whether all have.
    fn placed(&self, halves: &[Rect], said: f32) -> (Vec<Placed>, bool) {
        let width = halves.first().map_or(0.0, Rect::width);
        // What follows on the first half comes last: it is the longer way for the eye.
        let mut rooms: Vec<(Rect, bool)> =
            halves.iter().skip(1).map(|half| (*half, true)).collect();
        rooms.extend(halves.first().map(|first| (first.with_min_y(first.top() + said), false)));
        let mut all = true;
        let mut found = Vec::new();
        for section in [self.legend(), self.table(), self.claim(width)].into_iter().flatten() {
            let height = section.height(width, self.row);
            let room = rooms.iter_mut().find_map(|(room, is_first)| {
                let above = if *is_first { 0.0 } else { 2.0 * BETWEEN };
                let top = room.top() + above;
                if top + height > room.bottom() {
                    return None;
                }
                let has_line = !*is_first;
                *is_first = false;
                *room = room.with_min_y(top + height);
                let rect = Rect::from_min_size(pos2(room.left(), top), vec2(width, height));
                Some((rect, has_line))
            });
            match room {
                Some((rect, has_line)) => found.push(Placed { section, rect, has_line }),
                None => all = false,
            }
        }
        (found, all)
    }

    fn paint_placed(&self, Placed { section, rect, has_line }: &Placed) {
        if *has_line {
            let line = Stroke::new(1.0, self.kit.theme.ui.hairline);
            self.ui.painter().hline(rect.x_range(), rect.top() - BETWEEN, line);
        }
        self.paint(section, *rect);
    }

    pub(super) fn is_shown(&self, place: &Place) -> bool {
        listing::is_shown(&self.state.session, &self.state.world, place)
    }

    /// Whether the place's pin stands on the map.
    pub(super) fn is_seen(&self, place: &Place) -> bool {
        let at = place.pin_position();
        let is_inside = |at| self.view.rect.contains(self.view.screen_from_geo(at));
        self.is_shown(place) && at.is_some_and(is_inside)
    }

    /// How far the places on the map are from each of the four borders.
    fn table(&self) -> Option<Section> {
        let Self { state, kit, .. } = *self;
        let lang = kit.words.lang();
        let places = selectors::places_in_order(&state.world);
        let seen = places.into_iter().filter(|place| self.is_seen(place));
        let mut rows = Vec::new();
        for place in seen.take(MOST_ROWS) {
            let Some(measured) = selectors::measured(&state.world, place) else { continue };
            let mut row = vec![(place.names.get(lang).to_owned(), false)];
            row.extend(measured.borders.iter().map(|hit| {
                let uncertainty = measured.uncertainty(hit);
                let figure = kit.words.border_figure(hit.distance, uncertainty, state.session.unit);
                (figure.words, hit.inside && figure.certain)
            }));
            rows.push(row);
        }
        if rows.is_empty() {
            return None;
        }
        let mut heads = vec![(String::new(), false)];
        heads.extend(
            Country::ALL
                .map(|country| (state.world.country_name(country.code(), lang).to_owned(), false)),
        );
        rows.insert(0, heads);
        Some(Section::Table(rows))
    }

    fn paint(&self, section: &Section, rect: Rect) {
        match section {
            Section::Claim(lines) => self.paint_claim(lines, rect),
            Section::Legend(signs) => self.paint_legend(signs, rect),
            Section::Table(rows) => {
                let top = self.head(rect, &self.kit.words.text(key::PLATE_DISTANCES));
                let line_height = self.row;
                let first = 0.24 * rect.width();
                let each = (rect.width() - first) / 4.0;
                for (index, row) in rows.iter().enumerate() {
                    let middle = top + line_height * (index as f32 + 0.5);
                    if index > 0 {
                        let line = Stroke::new(1.0, self.kit.theme.ui.hairline);
                        self.ui.painter().hline(rect.x_range(), middle - 0.5 * line_height, line);
                    }
                    for (column, (words, bold)) in row.iter().enumerate() {
                        let weight = if *bold || column == 0 && index > 0 { 700.0 } else { 400.0 };
                        let room = if column == 0 { first } else { each - 5.0 };
                        let style = if index == 0 { SMALL } else { WORDS.tabular() };
                        let set = self.figure(words, style.weight(weight), room);
                        if column == 0 {
                            self.at_start(rect, 0.0, middle, set, false);
                        } else {
                            // Figures end under each other.
                            let end = first + each * column as f32;
                            self.at_start(rect, end - set.size().x, middle, set, index == 0);
                        }
                    }
                }
                let note = self.kit.words.text(key::PLATE_BOLD);
                let middle = top + line_height * rows.len() as f32 + 3.0 + 0.5 * SMALL.line_height;
                let set = self.kit.text.ellipsized(self.ui.ctx(), &note, &SMALL, rect.width());
                self.at_start(rect, 0.0, middle, set, true);
            }
        }
    }

    /// A figure as large as it fits.
    fn figure(&self, words: &str, style: TextStyle, room: f32) -> Arc<Galley> {
        let (ctx, text) = (self.ui.ctx(), self.kit.text);
        let sized = |size: f32| TextStyle { size: size.min(style.size), ..style };
        let mut sets = FIGURES.into_iter().map(|size| text.line(ctx, words, &sized(size)));
        let [.., smallest] = FIGURES;
        let fitting = sets.find(|set| set.size().x <= room);
        fitting.unwrap_or_else(|| text.ellipsized(ctx, words, &sized(smallest), room))
    }

    /// The head of a section; says where what is under it begins.
    pub(super) fn head(&self, rect: Rect, name: &str) -> f32 {
        let set = self.kit.text.ellipsized(self.ui.ctx(), name, &HEAD, rect.width());
        let x = self.start(rect, 0.0, set.size().x);
        self.ui.painter().galley(pos2(x, rect.top()), set, self.kit.theme.ui.accent);
        rect.top() + HEAD_HEIGHT
    }

    /// The left edge of something `width` wide, `indent` from where reading begins.
    pub(super) fn start(&self, rect: Rect, indent: f32, width: f32) -> f32 {
        if self.kit.is_rtl() { rect.right() - indent - width } else { rect.left() + indent }
    }

    pub(super) fn at_start(
        &self,
        rect: Rect,
        indent: f32,
        middle: f32,
        set: Arc<Galley>,
        muted: bool,
    ) {
        let ui = &self.kit.theme.ui;
        let color = if muted { ui.muted } else { ui.text };
        let x = self.start(rect, indent, set.size().x);
        let up = if set.rows.len() > 1 { 0.5 * set.size().y } else { optical_center(&set) };
        self.ui.painter().galley(pos2(x, middle - up), set, color);
    }
}
