//! What the signs on a plate's map mean: only of what is shown.

use super::column::{Column, SMALL, Section, WORDS};
use crate::dossier::{Kind, Place};
use crate::i18n::{Key, key};
use crate::map::kind_key;
use crate::map::pins::{self, PinLook};
use crate::state::{Layer, selectors};
use egui::{Galley, Pos2, Rect, Shape, Stroke, pos2, vec2};
use std::sync::Arc;

/// Height of a row of the legend where one of the table is `row` high: pins are high, and words may
/// have two lines.
pub(super) fn sign_row(row: f32) -> f32 {
    (1.2 * row).max(30.0)
}

/// What stands before its meaning.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Pin(PinLook),
    Vague(PinLook),
    Line(Line),
}

#[derive(Clone, Copy)]
pub(super) enum Line {
    Border,
    Region,
    Water,
    Distance,
    Disputed,
}

/// How many columns the legend has.
pub(super) fn columns(width: f32) -> usize {
    if width > 380.0 { 2 } else { 1 }
}

impl Column<'_> {
    /// What of the signs is on the map.
    pub(super) fn legend(&self) -> Option<Section> {
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

    /// Paints the signs and what they mean.
    pub(super) fn paint_legend(&self, signs: &[(Sign, String)], rect: Rect) {
        let top = self.head(rect, &self.kit.words.text(key::PLATE_LEGEND));
        let sign_row = sign_row(self.row);
        let columns = columns(rect.width());
        let rows = signs.len().div_ceil(columns);
        let width = rect.width() / columns as f32;
        for (index, (sign, words)) in signs.iter().enumerate() {
            let (column, row) = (index / rows.max(1), index % rows.max(1));
            let left = self.start(rect, width * column as f32, width);
            let cell =
                Rect::from_min_size(pos2(left, top + sign_row * row as f32), vec2(width, sign_row));
            self.sign(*sign, pos2(self.start(cell, 0.0, 32.0) + 16.0, cell.center().y));
            let room = width - 52.0;
            let set = self.words_in(words, room);
            self.at_start(cell, 42.0, cell.center().y, set, false);
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

    fn sign(&self, sign: Sign, middle: Pos2) {
        let (painter, theme) = (self.ui.painter(), self.kit.theme);
        let ends = [middle - vec2(14.0, 0.0), middle + vec2(14.0, 0.0)];
        match sign {
            Sign::Pin(look) => pins::paint(painter, middle + vec2(0.0, 13.0), look, theme),
            Sign::Vague(look) => pins::paint_ring_sign(painter, middle, look.kind),
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
