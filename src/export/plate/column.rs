//! The column of a plate: what is said, what the signs mean, and the table of distances.

use crate::briefing::SceneText;
use crate::dossier::{Kind, Place};
use crate::geodata::Country;
use crate::i18n::{Args, Key, key};
use crate::map::kind_key;
use crate::map::kit::Kit;
use crate::map::pins::{self, PinLook};
use crate::map::view::View;
use crate::state::scene_words::SceneWords;
use crate::state::{AppState, Layer, briefing, listing, selectors};
use crate::text::{TextStyle, optical_center};
use egui::{Galley, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};
use std::sync::Arc;

const HEAD: TextStyle = TextStyle::new(17.0, 24.0).weight(700.0);
const WORDS: TextStyle = TextStyle::new(14.0, 20.0);
const SMALL: TextStyle = TextStyle::new(12.0, 16.0);
/// Room above and below the line between two sections.
const BETWEEN: f32 = 18.0;
/// Height of a row of the list and the table, and of one of the legend.
const ROW: f32 = 30.0;
const SIGN_ROW: f32 = 36.0;
/// Sizes that are tried until a figure fits its column.
const FIGURES: [f32; 3] = [14.0, 12.5, 11.0];
/// A table of more rows is no table to be read.
const MOST_ROWS: usize = 10;

/// Shows the sections that have room, the more important first: on a broad low column two side by
/// side.
pub(super) fn show(ui: &Ui, state: &AppState, kit: Kit<'_>, view: &View, rect: Rect) {
    let is_broad = rect.width() > 1.4 * rect.height();
    let halves = if is_broad {
        let (left, right) = rect.split_left_right_at_fraction(0.5);
        let (left, right) =
            (left.with_max_x(left.right() - 20.0), right.with_min_x(right.left() + 20.0));
        if kit.is_rtl() { [right, left] } else { [left, right] }
    } else {
        [rect, Rect::NOTHING]
    };
    let [first, second] = halves;
    let column = Column { ui, state, kit, view };
    let bottom = column.said(first, if is_broad { 1.0 } else { 0.62 });
    let rest = if is_broad { second } else { first.with_min_y(bottom) };
    let legend = column.legend();
    let table = column.table();
    let mut top = rest.top();
    for (index, section) in [legend, table].into_iter().flatten().enumerate() {
        let begins = !(is_broad && index == 0);
        let above = if begins { 2.0 * BETWEEN } else { 0.0 };
        let height = section.height(rest.width());
        if top + above + height > rest.bottom() {
            continue;
        }
        if begins {
            let line = Stroke::new(1.0, kit.theme.ui.hairline);
            ui.painter().hline(rest.x_range(), top + BETWEEN, line);
        }
        top += above;
        column.paint(
            &section,
            Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), height)),
        );
        top += height;
    }
}

struct Column<'a> {
    ui: &'a Ui,
    state: &'a AppState,
    kit: Kit<'a>,
    view: &'a View,
}

/// A section under its head.
enum Section {
    Legend(Vec<(Sign, String)>),
    Table(Vec<Vec<(String, bool)>>),
}

/// What stands before its meaning.
#[derive(Clone, Copy)]
enum Sign {
    Pin(PinLook),
    Vague(PinLook),
    Line(Line),
}

#[derive(Clone, Copy)]
enum Line {
    Border,
    Region,
    Water,
    Distance,
    Disputed,
}

impl Section {
    fn height(&self, width: f32) -> f32 {
        HEAD.line_height
            + 8.0
            + match self {
                Self::Legend(signs) => SIGN_ROW * signs.len().div_ceil(columns(width)) as f32,
                Self::Table(rows) => ROW * rows.len() as f32 + SMALL.line_height + 6.0,
            }
    }
}

/// How many columns the legend has.
fn columns(width: f32) -> usize {
    if width > 380.0 { 2 } else { 1 }
}

impl Column<'_> {
    /// The scene's text, or the places in the article's order; says where it ends. It takes at most
    /// this share of the height.
    fn said(&self, rect: Rect, share: f32) -> f32 {
        let Self { ui, state, kit, .. } = *self;
        let room = vec2(rect.width(), share * rect.height());
        if let Some(scene) = briefing::scene(state) {
            let said = SceneWords::new(&state.world, scene, kit.words);
            // The plate's title is the scene's.
            let said = SceneWords { title: None, ..said };
            let number = state.briefing.as_ref().map_or(0, |held| held.scene) + 1;
            let text = SceneText::fitting(ui.ctx(), kit, (&said, number), room, 0.8);
            let bottom = rect.top() + text.height();
            text.show(ui, kit, rect.min, rect);
            return bottom;
        }
        let mut top = self.head(rect, key::PLATE_PLACES);
        let lang = kit.words.lang();
        for place in selectors::places_in_order(&state.world) {
            let Some(number) = place.number.filter(|_| self.is_shown(place)) else { continue };
            let excerpts = state.world.dossier.excerpts_of(&place.id);
            let marks: Vec<String> = excerpts
                .iter()
                .map(|e| {
                    kit.words
                        .format(key::PARAGRAPH_MARK, Args::new().plain("paragraph", e.paragraph))
                })
                .collect();
            let marks = marks.join(&kit.words.text(key::LIST_COMMA));
            let said = Args::new().text("place", place.names.get(lang)).text("marks", marks);
            let said = kit.words.format(key::PLATE_PLACE, said);
            if top + ROW > rect.top() + room.y {
                break;
            }
            let middle = top + 0.5 * ROW;
            let x = self.start(rect, 0.0, 24.0) + 12.0;
            pins::paint_number(ui.painter(), kit, pos2(x, middle), number, false, false);
            let set = kit.text.ellipsized(ui.ctx(), &said, &WORDS, rect.width() - 36.0);
            self.at_start(rect, 36.0, middle, set, false);
            top += ROW;
        }
        top
    }

    fn is_shown(&self, place: &Place) -> bool {
        listing::is_shown(&self.state.session, &self.state.world, place)
    }

    /// Whether the place's pin stands on the map.
    fn is_seen(&self, place: &Place) -> bool {
        let at = place.pin_position();
        let is_inside = |at| self.view.rect.contains(self.view.screen_from_geo(at));
        self.is_shown(place) && at.is_some_and(is_inside)
    }

    /// What of the signs is on the map.
    fn legend(&self) -> Option<Section> {
        let Self { state, kit, .. } = *self;
        let layers = &state.session.layers;
        let places: Vec<&Place> = state.world.dossier.places.iter().collect();
        let mut signs = Vec::new();
        let word = |key: Key| kit.words.text(key).into_owned();
        if layers.shows(Layer::Pins) {
            let seen = places.iter().filter(|place| self.is_seen(place));
            let looks: Vec<PinLook> = seen.map(|place| PinLook::of(place)).collect();
            for kind in Kind::ALL {
                let look = looks.iter().find(|look| look.kind == kind && !look.context);
                signs.extend(look.map(|look| (Sign::Pin(*look), word(kind_key(kind)))));
            }
            let context = looks.iter().find(|look| look.context);
            signs.extend(context.map(|look| (Sign::Pin(*look), word(key::LEGEND_CONTEXT))));
            let vague = places.iter().find(|place| {
                let ring = state.world.dossier.ring_of(place);
                self.is_shown(place)
                    && ring.is_some_and(|r| {
                        self.view.rect.contains(self.view.screen_from_geo(r.centre))
                    })
            });
            let look = vague.map(|place| PinLook::of(place));
            signs.extend(look.map(|look| (Sign::Vague(look), word(key::LEGEND_VAGUE))));
        }
        let lines = [
            (Layer::Borders, Line::Border, key::LAYER_BORDERS),
            (Layer::Regions, Line::Region, key::LAYER_REGIONS),
            (Layer::Water, Line::Water, key::LAYER_WATER),
        ];
        for (layer, line, name) in lines {
            if layers.shows(layer) {
                signs.push((Sign::Line(line), word(name)));
            }
        }
        if layers.shows(Layer::Distances) && selectors::measured_place(state).is_some() {
            signs.push((Sign::Line(Line::Distance), word(key::LAYER_DISTANCES)));
        }
        let sahara = crate::geodata::LonLat::saturating(-12.0, 25.0);
        if self.view.rect.contains(self.view.screen_from_geo(sahara)) {
            signs.push((Sign::Line(Line::Disputed), word(key::LEGEND_DISPUTED)));
        }
        (!signs.is_empty()).then_some(Section::Legend(signs))
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
            Section::Legend(signs) => {
                let top = self.head(rect, key::PLATE_LEGEND);
                let columns = columns(rect.width());
                let rows = signs.len().div_ceil(columns);
                let width = rect.width() / columns as f32;
                for (index, (sign, words)) in signs.iter().enumerate() {
                    let (column, row) = (index / rows.max(1), index % rows.max(1));
                    let left = self.start(rect, width * column as f32, width);
                    let cell = Rect::from_min_size(
                        pos2(left, top + SIGN_ROW * row as f32),
                        vec2(width, SIGN_ROW),
                    );
                    self.sign(*sign, pos2(self.start(cell, 0.0, 32.0) + 16.0, cell.center().y));
                    let room = width - 52.0;
                    let set = self.words_in(words, room);
                    self.at_start(cell, 42.0, cell.center().y, set, false);
                }
            }
            Section::Table(rows) => {
                let top = self.head(rect, key::PLATE_DISTANCES);
                let first = 0.24 * rect.width();
                let each = (rect.width() - first) / 4.0;
                for (index, row) in rows.iter().enumerate() {
                    let middle = top + ROW * (index as f32 + 0.5);
                    if index > 0 {
                        let line = Stroke::new(1.0, self.kit.theme.ui.hairline);
                        self.ui.painter().hline(rect.x_range(), middle - 0.5 * ROW, line);
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
                let middle = top + ROW * rows.len() as f32 + 3.0 + 0.5 * SMALL.line_height;
                let set = self.kit.text.ellipsized(self.ui.ctx(), &note, &SMALL, rect.width());
                self.at_start(rect, 0.0, middle, set, true);
            }
        }
    }

    /// Words in one line, or else in two smaller ones.
    fn words_in(&self, words: &str, room: f32) -> Arc<Galley> {
        let (ctx, text) = (self.ui.ctx(), self.kit.text);
        let line = text.line(ctx, words, &WORDS);
        if line.size().x <= room {
            return line;
        }
        text.paragraph(ctx, words, &SMALL, room, Some(2))
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
    fn head(&self, rect: Rect, name: Key) -> f32 {
        let set = self.kit.text.line(self.ui.ctx(), &self.kit.words.text(name), &HEAD);
        let x = self.start(rect, 0.0, set.size().x);
        self.ui.painter().galley(pos2(x, rect.top()), set, self.kit.theme.ui.accent);
        rect.top() + HEAD.line_height + 8.0
    }

    /// The left edge of something `width` wide, `indent` from where reading begins.
    fn start(&self, rect: Rect, indent: f32, width: f32) -> f32 {
        if self.kit.is_rtl() { rect.right() - indent - width } else { rect.left() + indent }
    }

    fn at_start(&self, rect: Rect, indent: f32, middle: f32, set: Arc<Galley>, muted: bool) {
        let ui = &self.kit.theme.ui;
        let color = if muted { ui.muted } else { ui.text };
        let x = self.start(rect, indent, set.size().x);
        let up = if set.rows.len() > 1 { 0.5 * set.size().y } else { optical_center(&set) };
        self.ui.painter().galley(pos2(x, middle - up), set, color);
    }

    fn sign(&self, sign: Sign, middle: Pos2) {
        let (painter, theme) = (self.ui.painter(), self.kit.theme);
        let ends = [middle - vec2(14.0, 0.0), middle + vec2(14.0, 0.0)];
        match sign {
            Sign::Pin(look) => pins::paint(painter, middle + vec2(0.0, 13.0), look, theme),
            Sign::Vague(look) => {
                let (color, _) = crate::map::theme::pin_colors(look.kind);
                painter.circle_filled(middle, 10.0, color.gamma_multiply(0.15));
                let ring: Vec<Pos2> = (0..=36_u8)
                    .map(|step| {
                        let (y, x) = (f32::from(step) * 10.0).to_radians().sin_cos();
                        middle + 10.0 * vec2(x, y)
                    })
                    .collect();
                painter.extend(Shape::dashed_line(&ring, Stroke::new(1.4, color), 4.0, 3.0));
            }
            Sign::Line(line) => {
                let map = &theme.map;
                let (stroke, dash) = match line {
                    Line::Border => (Stroke::new(2.0, map.border), None),
                    Line::Water => (Stroke::new(2.0, map.water), None),
                    Line::Distance => (Stroke::new(1.5, theme.ui.accent), None),
                    Line::Region => (Stroke::new(1.2, map.region), Some((1.5, 3.0))),
                    Line::Disputed => (Stroke::new(1.5, theme.ui.muted), Some((3.0, 4.0))),
                };
                match dash {
                    Some((dash, gap)) => {
                        painter.extend(Shape::dashed_line(&ends, stroke, dash, gap));
                    }
                    None => {
                        painter.line_segment(ends, stroke);
                    }
                }
            }
        }
    }
}
